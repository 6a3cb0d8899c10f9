"""Postings of the store that are one: which leads and which are its copies, brought up to date with what a run found."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import orjson
from sqlalchemy import Connection, Table, delete, select, update

from crawler.duplicates import Facts, Match, match
from crawler.store.sketches import candidates, compare_again, copies_of
from crawler.store.tables import postings, sketches, uncompared
from crawler.store.units import chunks

AT_ONCE = 200  # postings whose candidates are looked for together
MET_MAX = 50  # leading postings that one is compared with: a house with more of one role in one city has so many openings
KEPT = 128  # postings whose texts stay in memory


def compare_some(connection: Connection) -> bool:
    """Compare a part of what is new, changed, or without its leader; return whether there was anything to compare.

    Once all is compared, a posting is a copy if and only if it matches one that leads and goes before it
    (:func:`crawler.duplicates.rank`), and is marked as the copy of the first of these. So the open postings alone tell which lead,
    whatever the order in which they were read and the run that read them.
    """
    ids = list(connection.execute(select(uncompared.c.id).order_by(uncompared.c.id).limit(AT_ONCE)).scalars())
    if not ids:
        return False
    connection.execute(delete(uncompared).where(uncompared.c.id.in_(ids)))
    comparing = Comparing(connection, ids)
    met = candidates(connection, ids)
    led = led_by(connection, ids)
    for id_ in ids:
        comparing.waiting.discard(id_)
        if len(met.get(id_, ())) > 1 or led.get(id_):  # most have nobody to be compared with
            comparing.settle(id_, met.get(id_, []))
    return True


def led_by(connection: Connection, ids: Iterable[str]) -> dict[str, str | None]:
    """Which posting leads each of *ids* that is open, ``None`` for those that lead themselves."""
    query = select(postings.c.id, postings.c.duplicate_of).where(postings.c.status == "open")
    return {row.id: row.duplicate_of for chunk in chunks(list(ids)) for row in connection.execute(query.where(postings.c.id.in_(chunk)))}


class Comparing:
    """One pass over postings that are to be compared; the facts of those read last are kept."""

    def __init__(self, connection: Connection, waiting: Iterable[str]) -> None:
        self.connection = connection
        self.waiting = set(waiting)
        self.kept: dict[str, Facts] = {}

    def settle(self, me: str, met: Sequence[tuple[str, str]]) -> None:
        """Find who leads the posting *me* among those it has *met*, in their order; where nobody does, it may lead some of them."""
        order = [id_ for _, id_ in met]
        place = order.index(me) if me in order else 0
        led = led_by(self.connection, {me, *order})
        if me not in led:
            return
        for other, found in self.matches(me, [id_ for id_ in order[:place] if id_ in led and led[id_] is None]):
            self.mark(me, led[me], other, found)
            return
        self.mark(me, led[me], None, None)
        for other, found in self.matches(me, self.open_to(met[place:], led)):
            self.mark(other, led[other], me, found)

    def open_to(self, met: Sequence[tuple[str, str]], led: dict[str, str | None]) -> list[str]:
        """Those behind the first of *met* that it may lead: the leading ones, and the copies of one that goes behind it, too.

        What is to be compared anyway finds it by itself.
        """
        behind = [id_ for _, id_ in met[1:] if id_ in led]
        leaders = {led[id_] for id_ in behind} - {None}
        ranks = {row.id: (row.rank, row.id) for row in self.rows(sketches, leaders)}
        waiting = self.waiting | {row.id for row in self.rows(uncompared, behind)}
        return [id_ for id_ in behind if id_ not in waiting and ((of := led[id_]) is None or of not in ranks or met[0] < ranks[of])]

    def matches(self, me: str, others: Sequence[str]) -> Iterator[tuple[str, Match]]:
        """Those of *others* that are one with the posting *me*, in their order."""
        near = others[:MET_MAX]
        mine = self.facts([me, *near])
        for other in near:
            if (found := match(mine[me], mine[other])) is not None:
                yield other, found

    def facts(self, ids: Sequence[str]) -> dict[str, Facts]:
        if len(self.kept) > KEPT:
            self.kept = {id_: self.kept[id_] for id_ in ids if id_ in self.kept}
        for row in self.rows(postings, [id_ for id_ in ids if id_ not in self.kept]):
            self.kept[row.id] = Facts(orjson.loads(row.record) | {"first_seen": row.first_seen})
        return {id_: self.kept[id_] for id_ in ids}

    def rows(self, table: Table, ids: Iterable[Any]) -> Iterator[Any]:
        for chunk in chunks(sorted(ids)):
            yield from self.connection.execute(select(table).where(table.c.id.in_(chunk)))

    def mark(self, one: str, led: str | None, leader: str | None, found: Match | None) -> None:
        """Note that *leader* leads *one*, which *led* has led; the copies of one that leads no more are to be compared."""
        if led is None and leader is None:
            return
        values = {"duplicate_of": leader, "duplicate_rule": found.rule if found else None}
        self.connection.execute(update(postings).where(postings.c.id == one).values(values))
        if led is None:
            compare_again(self.connection, copies_of(self.connection, [one]))
