"""Several processes that read one list: on one machine (``-a workers=N``), or on many with a queue in PostgreSQL."""
