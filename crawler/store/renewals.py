"""What happened to a board as a whole, and postings that are put up again and again."""

from collections.abc import Mapping
from typing import Any

import orjson
from sqlalchemy import Connection, bindparam, select, update

from crawler.store.tables import changes, of_board, postings

REPOST_SHARE, REPOST_SIZE = 0.5, 8  # of so many postings gone at once that share came back under new ids: one event
EVERGREEN_RENEWALS = 3


def mark_field_waves(connection: Connection, run: str, went_along: Mapping[str, str | None]) -> None:
    """Note of the postings *went_along* that they only changed with their board; each keeps the moment that it changed before."""
    if not went_along:
        return
    connection.execute(
        update(changes).where(changes.c.run == run, changes.c.id == bindparam("the_id"), changes.c.change == "changed").values(wave=True),
        [{"the_id": id_} for id_ in went_along],
    )
    connection.execute(
        update(postings).where(postings.c.id == bindparam("the_id")).values(changed_at=bindparam("before")),
        [{"the_id": id_, "before": before} for id_, before in went_along.items()],
    )


def renew(connection: Connection, run: str, board: str) -> int:
    """Count the renewals of the postings that *run* found again under a new id on *board*; return how many those are."""
    old = postings.alias("old")
    rows = connection.execute(
        select(postings.c.id, postings.c.record, old.c.renewals)
        .join(changes, changes.c.id == postings.c.id)
        .join(old, old.c.id == postings.c.repost_of)
        .where(*of_board(run, board, "reposted"))
    ).all()
    if rows:
        values = [{"the_id": row.id, "times": row.renewals + 1, "said": flagged(row.record) if row.renewals + 1 >= EVERGREEN_RENEWALS else row.record} for row in rows]
        statement = update(postings).where(postings.c.id == bindparam("the_id"))
        connection.execute(statement.values(renewals=bindparam("times"), record=bindparam("said")), values)
    return len(rows)


def flagged(record: bytes) -> bytes:
    said: dict[str, Any] = orjson.loads(record)
    if "evergreen" not in said["flags"]:
        said["flags"].append("evergreen")
    return orjson.dumps(said)


def mark_repost_wave(connection: Connection, run: str, board: str, reposted: int, closed: int) -> list[dict[str, Any]]:
    """The repost wave of *board*, where its closings of *run* are mostly answered by reposts; both sides are marked as that one event."""
    if closed < REPOST_SIZE or reposted < REPOST_SHARE * closed:
        return []
    new = select(postings.c.id, postings.c.repost_of).join(changes, changes.c.id == postings.c.id)
    pairs = connection.execute(new.where(*of_board(run, board, "reposted"))).all()
    connection.execute(
        update(changes).where(changes.c.run == run, changes.c.id == bindparam("the_id")).values(wave=True),
        [{"the_id": id_} for pair in pairs for id_ in pair],
    )
    return [{"kind": "repost", "field": None, "postings": len(pairs)}]
