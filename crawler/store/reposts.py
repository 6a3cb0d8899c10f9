"""Jobs that came back under a new id."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import orjson
from sqlalchemy import Connection, bindparam, func, select, update

from crawler.store.sketches import note_again
from crawler.store.tables import changes, of_board, postings
from crawler.store.units import chunks, stamp

REPOST_WITHIN = timedelta(days=60)  # three quarters come back under a new id within 7 days, a tenth after more than 31


def mark_reposts(connection: Connection, run: str, board: str, at: str) -> None:
    """Tie new postings of *board* to those gone from it under another id: same title, same place, one to one.

    The same requisition goes first, then the one closed last; two different requisitions are two jobs. The new one takes
    over first_seen.
    """
    columns = (postings.c.id, postings.c.role_key, postings.c.first_seen, postings.c.closed_at, postings.c.record)
    new = connection.execute(
        select(*columns)
        .join(changes, changes.c.id == postings.c.id)
        .where(*of_board(run, board, "new"), postings.c.role_key.is_not(None))
        .order_by(postings.c.id)
    ).all()
    if not new:
        return
    since = stamp(datetime.fromisoformat(at) - REPOST_WITHIN)
    taken = select(postings.c.repost_of).where(postings.c.board == board, postings.c.repost_of.is_not(None))
    gone: dict[str, list[Any]] = {}
    for chunk in chunks(sorted({row.role_key for row in new})):
        for row in connection.execute(
            select(*columns)
            .where(postings.c.board == board, postings.c.status == "closed", postings.c.closed_at >= since)
            .where(postings.c.role_key.in_(chunk), postings.c.id.not_in(taken))
            .order_by(postings.c.closed_at.desc(), postings.c.id)
        ):
            gone.setdefault(row.role_key, []).append((requisition(row.record), row))
    found: list[dict[str, str]] = []
    for same_requisition in (True, False):
        for row in new:
            candidates = gone.get(row.role_key)
            if not candidates:
                continue
            number = requisition(row.record)
            match = next((c for c in candidates if (number and c[0] == number) or (not same_requisition and not (number and c[0]))), None)
            if match is not None and all(row.id != pair["the_id"] for pair in found):
                candidates.remove(match)
                found.append({"the_id": row.id, "of": match[1].id, "seen": min(match[1].first_seen, row.first_seen), "own": row.first_seen})
    if found:
        here = postings.c.id == bindparam("the_id")
        connection.execute(update(postings).where(here).values(repost_of=bindparam("of"), first_seen=bindparam("seen"), own_seen=bindparam("own")), found)
        logged = (changes.c.run == run, changes.c.id == bindparam("the_id"))
        connection.execute(update(changes).where(*logged).values(change="reposted"), [{"the_id": pair["the_id"]} for pair in found])
        note_again(connection, [pair["the_id"] for pair in found])


def requisition(record: bytes) -> str | None:
    number = orjson.loads(record).get("requisition_id")
    return number if isinstance(number, str) else None


def untie(connection: Connection, run: str, back: Sequence[str]) -> None:
    """Part the postings that were taken for those of *back* under a new id: these are open again, so there are two jobs.

    A posting that is parted is as old as its own first sight again; one that came in *run* itself is new in it.
    """
    for chunk in chunks(back):
        tied = postings.c.repost_of.in_(chunk)
        parted = list(connection.execute(select(postings.c.id).where(tied)).scalars())
        if not parted:
            continue
        own = {"repost_of": None, "first_seen": func.coalesce(postings.c.own_seen, postings.c.first_seen), "own_seen": None, "renewals": 0}
        connection.execute(update(postings).where(tied).values(own))
        again = (changes.c.run == run, changes.c.change == "reposted", changes.c.id.in_(parted))
        connection.execute(update(changes).where(*again).values(change="new"))
        note_again(connection, parted)  # older or younger than it was: of two that are one the older leads
