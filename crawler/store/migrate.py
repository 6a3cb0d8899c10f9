"""Stores of older versions brought to the tables of this one."""

from sqlalchemy import Connection, inspect, text, update
from sqlalchemy.schema import CreateColumn

from crawler.store.tables import STORE_VERSION, meta, metadata


def migrate(connection: Connection) -> None:
    """Add what the tables of an older store lack: columns, each null or with a default of its own, and indexes."""
    metadata.create_all(connection)
    there = inspect(connection)
    for table in metadata.sorted_tables:
        have = {column["name"] for column in there.get_columns(table.name)}
        name = connection.dialect.identifier_preparer.format_table(table)
        for column in table.columns:
            if column.name not in have:
                connection.execute(text(f"ALTER TABLE {name} ADD COLUMN {CreateColumn(column).compile(dialect=connection.dialect)}"))
        for index in table.indexes:
            index.create(connection, checkfirst=True)
    connection.execute(update(meta).where(meta.c.name == "version").values(value=str(STORE_VERSION)))
