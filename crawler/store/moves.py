"""Boards that moved to another platform: their postings are there now, or gone."""

from collections.abc import Mapping
from typing import Any, NamedTuple

import orjson
from sqlalchemy import Connection, bindparam, func, insert, select, update
from sqlalchemy.orm import aliased

from crawler.duplicates import company_key
from crawler.store.sketches import note_again, release
from crawler.store.tables import board_runs, changes, postings
from crawler.store.units import chunks
from crawler.verdicts import PROVED

SAME = 0.5  # of the old board's postings that are on the new one, by title and place
SURE_RUNS = 2  # that find another board at the address, where it holds none of the old postings


class Move(NamedTuple):
    old: str
    new: str


def follow_moves(connection: Connection, run: str, at: str) -> list[Move]:
    """Close what boards left behind when they moved, and tie it to what is at the new place; return the moves."""
    moves = []
    new = newcomers(connection, run)
    gone = gone_boards(connection, run) if new else {}
    for board, url, times in new:
        for old in left_behind(connection, run, board, url, gone):
            same, still = paired(connection, run, old, board)
            if still and (len(same) >= SAME * still or (times == SURE_RUNS and at_address(connection, old, url))):
                close_all(connection, run, old, at)
                tie(connection, run, same)
                moves.append(Move(old, board))
    for move in moves:
        count(connection, run, move)
    return moves


def newcomers(connection: Connection, run: str) -> list[Any]:
    """The boards that *run* proved, and no more than one run before: with their address, and which time this is."""
    if connection.execute(select(board_runs.c.run).where(board_runs.c.run < run).limit(1)).first() is None:
        return []  # nothing was there to move
    now, old = aliased(board_runs), aliased(board_runs)
    times = select(func.count()).where(old.c.board == now.c.board, old.c.run < run, old.c.verdict.in_(PROVED)).scalar_subquery() + 1
    query = select(now.c.board, now.c.url, times.label("times")).where(now.c.run == run, now.c.verdict.in_(PROVED), ~now.c.held, times <= SURE_RUNS)
    return list(connection.execute(query.order_by(now.c.board)))


def left_behind(connection: Connection, run: str, board: str, url: str, gone: Mapping[str, list[str]]) -> list[str]:
    """Boards that *board* may stand for now: those that its address led to before and *run* did not come to, and those of the same company that are *gone*."""
    read = select(board_runs.c.board).where(board_runs.c.run == run)
    same_address = select(board_runs.c.board).where(board_runs.c.url == url, board_runs.c.board != board, board_runs.c.board.not_in(read))
    company = company_of(connection, board) if gone else None
    return sorted({*connection.execute(same_address.distinct()).scalars(), *(gone.get(company, []) if company else [])})


def gone_boards(connection: Connection, run: str) -> dict[str, list[str]]:
    """The boards that *run* found gone or moved, by company."""
    found: dict[str, list[str]] = {}
    query = select(board_runs.c.board).where(board_runs.c.run == run, board_runs.c.verdict.in_(("gone", "moved")))
    for board in connection.execute(query.order_by(board_runs.c.board)).scalars().all():
        if (company := company_of(connection, board)) is not None:
            found.setdefault(company, []).append(board)
    return found


def company_of(connection: Connection, board: str) -> str | None:
    """Whose *board* is, by one of its open postings."""
    query = select(postings.c.record).where(postings.c.board == board, postings.c.status == "open").limit(1)
    record = connection.execute(query).scalar()
    return company_key(orjson.loads(record)) if record is not None else None


def at_address(connection: Connection, board: str, url: str) -> bool:
    """Whether the last that was read of *board* was read by the address *url*."""
    query = select(board_runs.c.url).where(board_runs.c.board == board).order_by(board_runs.c.run.desc()).limit(1)
    return connection.execute(query).scalar() == url


def paired(connection: Connection, run: str, old: str, new: str) -> tuple[list[tuple[str, str, str]], int]:
    """The open postings of *old* that *run* found new on *new* by title and place, one to one, and how many *old* has open.

    Each pair is the new id, the old id, and when the old one was first seen.
    """
    there: dict[str, list[str]] = {}
    query = select(postings.c.role_key, postings.c.id).join(changes, changes.c.id == postings.c.id)
    for key, id_ in connection.execute(query.where(changes.c.run == run, changes.c.change == "new", postings.c.board == new).order_by(postings.c.id.desc())):
        there.setdefault(key, []).append(id_)
    rows = connection.execute(
        select(postings.c.id, postings.c.role_key, postings.c.first_seen).where(postings.c.board == old, postings.c.status == "open", postings.c.seen_run != run).order_by(postings.c.id)
    ).all()
    return [(there[row.role_key].pop(), row.id, row.first_seen) for row in rows if row.role_key and there.get(row.role_key)], len(rows)


def close_all(connection: Connection, run: str, board: str, at: str) -> None:
    mine = (postings.c.board == board, postings.c.status == "open", postings.c.seen_run != run)
    ids = list(connection.execute(select(postings.c.id).where(*mine)).scalars())
    for chunk in chunks(ids):
        connection.execute(insert(changes), [{"run": run, "id": id_, "change": "closed", "changed_fields": "[]"} for id_ in chunk])
    connection.execute(update(postings).where(*mine).values(status="closed", closed_at=at, duplicate_of=None, duplicate_rule=None))
    release(connection, ids)


def tie(connection: Connection, run: str, pairs: list[tuple[str, str, str]]) -> None:
    if not pairs:
        return
    values = [{"the_id": new, "of": old, "seen": seen} for new, old, seen in pairs]
    connection.execute(update(postings).where(postings.c.id == bindparam("the_id")).values(repost_of=bindparam("of"), first_seen=bindparam("seen")), values)
    moved = update(changes).where(changes.c.run == run, changes.c.id == bindparam("the_id")).values(change="reposted")
    connection.execute(moved, [{"the_id": new} for new, _, _ in pairs])
    note_again(connection, [new for new, _, _ in pairs])  # it is older than it looked: of copies the older leads


def count(connection: Connection, run: str, move: Move) -> None:
    """Say on the new board's line what it took over."""
    counted = select(changes.c.change, func.count()).join(postings, postings.c.id == changes.c.id)
    here = dict(pairs(connection, counted.where(changes.c.run == run, postings.c.board == move.new).group_by(changes.c.change)))
    gone = dict(pairs(connection, counted.where(changes.c.run == run, postings.c.board == move.old).group_by(changes.c.change)))
    values = {"new": here.get("new", 0), "reposted": here.get("reposted", 0), "closed": board_runs.c.closed + gone.get("closed", 0)}
    why = f"has taken over from {move.old}, which is no longer there"
    connection.execute(update(board_runs).where(board_runs.c.run == run, board_runs.c.board == move.new).values(why=why, **values))


def pairs(connection: Connection, query: Any) -> list[tuple[str, int]]:
    return [(row[0], row[1]) for row in connection.execute(query)]
