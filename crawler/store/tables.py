"""The tables of the store, the same in SQLite and PostgreSQL."""

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    false,
    select,
    text,
)

STORE_VERSION = 6  # raise it with every column: crawler.store.migrate adds what an older store lacks

# Keys are ordered by their bytes everywhere; PostgreSQL would follow the locale.
Key = String().with_variant(String(collation="C"), "postgresql")

metadata = MetaData()


def where(condition: str) -> dict[str, Any]:
    """An index of the rows of *condition* alone."""
    return {"sqlite_where": text(condition), "postgresql_where": text(condition)}


meta = Table("meta", metadata, Column("name", String, primary_key=True), Column("value", Text, nullable=False))

runs = Table(
    "runs",
    metadata,
    Column("run", Key, primary_key=True),  # 20260915T080000Z, of the moment it began
    Column("started_at", String, nullable=False),
    Column("finished_at", String),  # null: under way, or cut off
    Column("exit_status", Integer),
    Column("boards", String, nullable=False),  # digest of the list
    Column("sample", Boolean, nullable=False),  # of the bundled sample: forgotten when the user's own list comes
    Column("reader", String),  # digest of the code that read it
)

board_runs = Table(
    "board_runs",
    metadata,
    Column("run", Key, primary_key=True),
    Column("board", Key, primary_key=True),  # <platform>:<key>
    Column("url", Text, nullable=False),  # as the user's list has it
    Column("platform", String, nullable=False),
    Column("company", Text),
    Column("verdict", String, nullable=False),
    Column("why", Text),
    Column("held", Boolean, nullable=False),  # closings were put off until a second run says the same
    Column("advertised", Integer),  # postings that the board says it has
    Column("read", Integer, nullable=False),  # distinct postings that were read
    Column("written", Integer, nullable=False),
    Column("new", Integer, nullable=False),
    Column("changed", Integer, nullable=False),
    Column("closed", Integer, nullable=False),
    Column("reopened", Integer, nullable=False),
    Column("reposted", Integer, nullable=False),
    Column("repeated", Integer, nullable=False),  # rows of a posting that the run had read already
    Column("rejected", Integer, nullable=False),
    Column("requests", Integer, nullable=False),
    Column("bytes", Integer, nullable=False),  # of bodies, decoded
    Column("seconds", Float, nullable=False),
    Column("filled", Text, nullable=False),  # JSON: field -> how many of the postings have it
    Column("finished_at", String, nullable=False),
    Column("drift", Text, nullable=False, server_default=text("'[]'")),  # JSON: [{field, before, now}]: what fell against the board's own history
    Column("waves", Text, nullable=False, server_default=text("'[]'")),  # JSON: [{kind, field, postings}]: one event that moved many postings
    Column("proved_at", String),  # when the listing was last proved; null: never
    Column("memory", Text),  # JSON of crawler.memory.Memory: how to tell that nothing has changed
    Index("board_runs_by_board", "board", "run"),
    Index("board_runs_by_address", "url", "run"),
)

postings = Table(
    "postings",
    metadata,
    Column("id", Key, primary_key=True),
    Column("board", Key, nullable=False),
    Column("status", String, nullable=False),  # open, closed
    Column("content_hash", String, nullable=False),
    Column("first_seen", String, nullable=False),
    Column("last_seen", String, nullable=False),
    Column("changed_at", String),
    Column("closed_at", String),
    Column("seen_run", String, nullable=False),
    Column("duplicate_of", Key),
    Column("duplicate_rule", String),
    Column("role_key", Key),  # equal for the same title at the same place
    Column("repost_of", Key),
    Column("own_seen", String),  # of a posting that continues another one: when it was first seen itself
    Column("posted", String),  # the day that it bears; null: none, or one that is relative
    Column("valid_through", String),  # a day
    Column("renewals", Integer, nullable=False, server_default=text("0")),  # how often it was dated anew, or put up again under a new id
    Column("read_at", String),  # when the response came that the record was read from
    Column("reader", String),  # digest of the code that read it
    Column("listed", String),  # digest of what the listing says of it, where the rest is on a page of its own
    Column("reread_at", String),  # when that page is due again, listed as before or not
    Column("record", LargeBinary, nullable=False),  # the line of output, JSON, but for the life of the posting
    Index("postings_by_board", "board", "status"),
    Index("postings_by_closing", "closed_at", **where("closed_at IS NOT NULL")),
    Index("postings_by_leader", "duplicate_of", **where("duplicate_of IS NOT NULL")),
    Index("postings_by_repost", "repost_of", **where("repost_of IS NOT NULL")),
)

# How open postings that may be one find each other: crawler.store.sketches
sketches = Table(
    "sketches",
    metadata,
    Column("id", Key, primary_key=True),  # of an open posting
    Column("digest", LargeBinary, nullable=False),  # of its text
    Column("rank", Key, nullable=False),  # of two that are one the smaller leads
    Column("blocks", LargeBinary, nullable=False),  # the numbers that it has in the table of that name
    sqlite_with_rowid=False,
)

blocks = Table(
    "blocks",
    metadata,
    Column("block", BigInteger, primary_key=True, autoincrement=False),
    Column("place", Integer, primary_key=True, autoincrement=False),  # 0: none
    Column("id", Key, primary_key=True),
    sqlite_with_rowid=False,
)

uncompared = Table("uncompared", metadata, Column("id", Key, primary_key=True), sqlite_with_rowid=False)  # new, changed, or without its leader

changes = Table(
    "changes",
    metadata,
    Column("run", Key, primary_key=True),
    Column("id", Key, primary_key=True),
    Column("change", String, nullable=False),  # new, changed, closed, reopened, reposted
    Column("changed_fields", Text, nullable=False),  # JSON: [{field, old, new}]
    Column("wave", Boolean, nullable=False, server_default=false()),  # the board as a whole did it, the posting did not
)

rejected = Table(
    "rejected",
    metadata,
    Column("run", Key, primary_key=True),
    Column("board", Key, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("url", Text),
    Column("reason", Text, nullable=False),
    Column("row", Text),  # what was read, JSON or text
)

OF_A_CRAWL = (runs, board_runs, postings, sketches, blocks, uncompared, changes, rejected)  # all but what is known of platforms


def of_board(run: str, board: str, *kinds: str) -> tuple[Any, ...]:
    """The conditions for the changes of *kinds* that *run* found on *board*, found by the board's postings and not by all changes of the run."""
    return changes.c.run == run, changes.c.change.in_(kinds), changes.c.id.in_(select(postings.c.id).where(postings.c.board == board))
