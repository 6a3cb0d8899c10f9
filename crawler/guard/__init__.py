"""What keeps a run on the public Internet: which addresses may be connected to, by whatever name or notation they are asked for."""
