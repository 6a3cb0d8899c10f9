"""Making and checking the adapter of a platform: templates, what they lack, the table of all."""
