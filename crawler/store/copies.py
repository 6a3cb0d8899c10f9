"""Postings of the store that are one: copies at another address, and jobs that came back under a new id."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any

import orjson
from sqlalchemy import Connection, bindparam, func, select, update

from crawler.duplicates import compare, leader
from crawler.store.tables import changes, postings
from crawler.store.units import chunks, stamp

LEADERS_MAX = 50  # that one posting is compared with: a group of more is one opening after another
REPOST_WITHIN = timedelta(days=60)  # three quarters come back under a new id within 7 days, a tenth after more than 31


def mark_duplicates(connection: Connection) -> int:
    """Mark open postings that are one with another of the same content; return how many.

    Candidates share company and content; :func:`crawler.duplicates.compare` decides (two openings with one text
    stay two). The leader is the employer's own before a copy, then the older, then the one with the smaller id: the order
    of reading says nothing.
    """
    same = (
        select(postings.c.company_key, postings.c.content_key)
        .where(postings.c.status == "open", postings.c.content_key.is_not(None))
        .group_by(postings.c.company_key, postings.c.content_key)
        .having(func.count() > 1)
        .subquery()
    )
    group = (postings.c.company_key, postings.c.content_key)
    want: dict[str, tuple[str, str] | None] = {}
    rows = connection.execute(
        select(postings.c.id, *group, postings.c.record, postings.c.first_seen)
        .join(same, (group[0] == same.c.company_key) & (group[1] == same.c.content_key))
        .where(postings.c.status == "open")
        .order_by(*group, postings.c.first_seen, postings.c.id)
    )
    for _, alike in groupby(rows, key=lambda row: (row.company_key, row.content_key)):
        want |= leaders((row.id, orjson.loads(row.record)) for row in alike)
    had = {
        row.id: (row.duplicate_of, row.duplicate_rule)
        for row in connection.execute(
            select(postings.c.id, postings.c.duplicate_of, postings.c.duplicate_rule).where(postings.c.duplicate_of.is_not(None))
        )
    }
    todo = [
        dict(zip(("the_id", "of", "rule"), (id_, *(want.get(id_) or (None, None))), strict=True))
        for id_ in had.keys() | want.keys()
        if want.get(id_) != had.get(id_)
    ]
    if todo:
        connection.execute(
            update(postings).where(postings.c.id == bindparam("the_id")).values(duplicate_of=bindparam("of"), duplicate_rule=bindparam("rule")), todo
        )
    return sum(of is not None for of in want.values())


def leaders(alike: Iterable[tuple[str, dict[str, Any]]]) -> dict[str, tuple[str, str] | None]:
    """Which posting leads each of *alike* (the older first) and by which rule; ``None`` for the ones that lead.

    Each is one with its leader directly; a better leader (the employer's own board) takes over those that match it.
    """
    leading: dict[str, dict[str, Any]] = {}
    found: dict[str, tuple[str, str] | None] = {}
    for id_, record in alike:
        number = record.get("requisition_id")
        near = [of for of, other in leading.items() if not number or other.get("requisition_id") in (None, number)][:LEADERS_MAX]
        match = next(((of, match) for of in near if (match := compare(leading[of], record)) is not None), None)
        if match is None:
            found[id_], leading[id_] = None, record
        elif leader(leading[match[0]], record) is record:
            of, rule = match[0], match[1].rule
            found[id_], found[of] = None, (id_, rule)
            found |= {member: (id_, rule) for member, led in found.items() if led and led[0] == of}
            leading[id_] = record
            del leading[of]
        else:
            found[id_] = (match[0], match[1].rule)
    return found


def mark_reposts(connection: Connection, run: str, board: str, at: str) -> None:
    """Tie new postings of *board* to those gone from it under another id: same title, same place, one to one.

    The same requisition goes first, then the one closed last; two different requisitions are two jobs. The new one takes
    over first_seen.
    """
    columns = (postings.c.id, postings.c.role_key, postings.c.first_seen, postings.c.closed_at, postings.c.record)
    new = connection.execute(
        select(*columns)
        .join(changes, changes.c.id == postings.c.id)
        .where(changes.c.run == run, changes.c.change == "new", postings.c.board == board, postings.c.role_key.is_not(None))
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
                found.append({"the_id": row.id, "of": match[1].id, "seen": min(match[1].first_seen, row.first_seen)})
    if found:
        connection.execute(update(postings).where(postings.c.id == bindparam("the_id")).values(repost_of=bindparam("of"), first_seen=bindparam("seen")), found)
        connection.execute(update(changes).where(changes.c.run == run, changes.c.id == bindparam("the_id")).values(change="reposted"), [{"the_id": pair["the_id"]} for pair in found])


def requisition(record: bytes) -> str | None:
    number = orjson.loads(record).get("requisition_id")
    return number if isinstance(number, str) else None
