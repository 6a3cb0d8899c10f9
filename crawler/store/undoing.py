"""The closings of a run that is not to be believed, taken back."""

from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, delete, select, update
from sqlalchemy.orm import aliased

from crawler.doubts import Answer, Doubt, doubts_of
from crawler.store.sketches import note_again
from crawler.store.tables import board_runs, changes, postings
from crawler.store.units import chunks


def answers(connection: Connection, run: str) -> list[Answer]:
    """How each board of *run* ended, in it and the time before."""
    now, old = aliased(board_runs), aliased(board_runs)
    before = select(old.c.verdict).where(old.c.board == now.c.board, old.c.run < run).order_by(old.c.run.desc()).limit(1).scalar_subquery()
    rows = connection.execute(select(now.c.board, now.c.platform, now.c.verdict, before).where(now.c.run == run).order_by(now.c.board))
    return [Answer(*row) for row in rows]


def take_back(connection: Connection, run: str, at: str) -> list[Doubt]:
    """Take back the closings of *run*, which began at *at*, on boards that it is not believed on; return why."""
    found = doubts_of(answers(connection, run))
    for boards, why in found:
        for chunk in chunks(boards):
            reopen(connection, run, chunk, at)
            mine = (board_runs.c.run == run, board_runs.c.board.in_(chunk), board_runs.c.closed > 0)
            values = {"held": True, "why": why, "closed": 0, "reposted": 0, "new": board_runs.c.new + board_runs.c.reposted, "waves": "[]", "memory": None}
            connection.execute(update(board_runs).where(*mine).values(values))
    return found


def reopen(connection: Connection, run: str, boards: Sequence[str], at: str) -> None:
    closed = select(changes.c.id).join(postings, postings.c.id == changes.c.id).where(changes.c.run == run, changes.c.change == "closed")
    ids = list(connection.execute(closed.where(postings.c.board.in_(boards))).scalars())
    for chunk in chunks(ids):
        again = list(connection.execute(select(postings.c.id).where(postings.c.repost_of.in_(chunk))).scalars())
        if again:
            connection.execute(
                update(postings).where(postings.c.id == bindparam("the_id")).values(repost_of=None, first_seen=at, renewals=0), [{"the_id": id_} for id_ in again]
            )
            connection.execute(update(changes).where(changes.c.run == run, changes.c.id.in_(again)).values(change="new", wave=False))
        connection.execute(update(postings).where(postings.c.id.in_(chunk)).values(status="open", closed_at=None))
        connection.execute(delete(changes).where(changes.c.run == run, changes.c.id.in_(chunk)))
        note_again(connection, [*chunk, *again])
