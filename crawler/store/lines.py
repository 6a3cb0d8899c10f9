"""Lines of the files that a run leaves, in the order of the store's keys and a few at a time."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

import orjson
from sqlalchemy import func, select

from crawler.store.filling import filled
from crawler.store.store import LIFE, Store, board_columns
from crawler.store.tables import board_runs, changes, postings, rejected, sketches

LIVES = tuple(postings.c[name].label(f"life_{name}") for name in LIFE)


def open_lines(store: Store, duplicates: bool = False) -> Iterator[bytes]:
    """Every open posting once, ordered by id, its gaps filled from its copies; the copies, too, where *duplicates* are asked for."""
    query = select(postings.c.id, postings.c.record, *LIVES).where(postings.c.status == "open").order_by(postings.c.id)
    copies = groupby(store.stream(copies_query()), key=lambda row: row.duplicate_of)
    leader, of_it = next(copies, (None, iter(())))
    for id_, record, *life in store.stream(query if duplicates else query.where(postings.c.duplicate_of.is_(None))):
        while leader is not None and leader < id_:
            leader, of_it = next(copies, (None, iter(())))
        if leader == id_:
            record = filled(record, ((copy.duplicate_rule, copy.record) for copy in of_it))
        yield posting_line(record, life)


def copies_query() -> Any:
    """The copies, ordered by their leaders' ids and then the better ones first."""
    return (
        select(postings.c.duplicate_of, postings.c.duplicate_rule, postings.c.record)
        .join(sketches, sketches.c.id == postings.c.id)
        .where(postings.c.status == "open", postings.c.duplicate_of.is_not(None))
        .order_by(postings.c.duplicate_of, sketches.c.rank, postings.c.id)
    )


def change_lines(store: Store, run: str) -> Iterator[bytes]:
    """What *run* found, as lines of ``changes/<run>.jsonl``."""
    query = (
        select(changes.c.change, changes.c.changed_fields, changes.c.wave, postings.c.repost_of, postings.c.record, *LIVES)
        .join(postings, postings.c.id == changes.c.id)
        .where(changes.c.run == run)
        .order_by(changes.c.id)
    )
    for change, fields, wave, repost_of, record, *life in store.stream(query):
        of = orjson.dumps(repost_of if change == "reposted" else None)
        line = posting_line(record, life)[1:-2]
        yield b"".join((b'{"change":', orjson.dumps(change), b',"of":', of, b",", line, b',"changed_fields":', fields.encode(), b',"wave":', orjson.dumps(wave), b"}\n"))


def board_lines(store: Store) -> Iterator[bytes]:
    """The newest result of every board, as lines of ``boards.jsonl``: of an address what its newest run made of it."""
    by_address = select(board_runs.c.url, func.max(board_runs.c.run).label("run")).group_by(board_runs.c.url).subquery()
    by_board = select(board_runs.c.board, func.max(board_runs.c.run).label("run")).group_by(board_runs.c.board).subquery()
    query = (
        select(board_runs)
        .join(by_address, (board_runs.c.url == by_address.c.url) & (board_runs.c.run == by_address.c.run))
        .join(by_board, (board_runs.c.board == by_board.c.board) & (board_runs.c.run == by_board.c.run))
        .order_by(board_runs.c.board)
    )
    for row in store.stream(query):
        yield orjson.dumps({name: value for name, value in board_columns(row).items() if name != "memory"}) + b"\n"


def rejected_lines(store: Store, run: str) -> Iterator[bytes]:
    """The rows that *run* set aside, as lines of ``rejected/<run>.jsonl``."""
    query = select(rejected).where(rejected.c.run == run).order_by(rejected.c.board, rejected.c.number)
    for row in store.stream(query):
        yield orjson.dumps({str(name): value for name, value in row._mapping.items() if name != "run"}) + b"\n"


def posting_line(record: bytes, life: Sequence[Any]) -> bytes:
    """A line of output: *record* and, after it, the life of the posting, in the order of :data:`LIFE`."""
    return bytes(record[:-1]) + b"," + orjson.dumps(dict(zip(LIFE, life, strict=True)))[1:] + b"\n"
