"""Reading lists of boards: clean ones strictly, messy ones generously."""
