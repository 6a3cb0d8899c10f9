"""Stores of older versions brought to the tables of this one."""

import orjson
from sqlalchemy import Connection, inspect, select, text, update
from sqlalchemy.schema import CreateColumn

from crawler.store.sketches import note
from crawler.store.tables import STORE_VERSION, meta, metadata, postings
from crawler.store.units import CHUNK

GONE = ("postings_by_content",)  # indexes of older stores that nothing asks any more


def migrate(connection: Connection) -> None:
    """Add what the tables of an older store lack: columns, each null or with a default of its own, and indexes."""
    had = set(inspect(connection).get_table_names())
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
    for gone in GONE:
        connection.execute(text(f"DROP INDEX IF EXISTS {gone}"))
    if "sketches" not in had:
        sketch_all(connection)
    connection.execute(update(meta).where(meta.c.name == "version").values(value=str(STORE_VERSION)))


def sketch_all(connection: Connection) -> None:
    """Sketch every open posting: a store of version 3 told duplicates by equal contents alone."""
    last = ""
    query = select(postings.c.id, postings.c.first_seen, postings.c.record).where(postings.c.status == "open").order_by(postings.c.id).limit(CHUNK)
    while rows := connection.execute(query.where(postings.c.id > last)).all():
        note(connection, {row.id: orjson.loads(row.record) | {"first_seen": row.first_seen} for row in rows})
        last = rows[-1].id
