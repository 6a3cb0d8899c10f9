"""Which open postings may be one: their digests and blocks, kept so that a new posting meets its few candidates and no other."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import chain
from struct import iter_unpack, pack
from typing import NamedTuple

import orjson
from sqlalchemy import BigInteger, Connection, Integer, Row, bindparam, column, delete, select, values

from crawler.duplicates import Block, blocks_of, digest, may_be_alike, rank
from crawler.duplicates.record import Record, text_of
from crawler.store.rows import insert_missing, upsert
from crawler.store.tables import blocks, postings, sketches, uncompared
from crawler.store.units import chunks

PLACED = "<qi"  # how a block is packed: the number of its scope and key, the number of its place
Placed = tuple[int, int]


CROWD = 200  # candidates above which a few bytes of two digests have to be equal
BAND = 4  # bytes: of texts that share 0.8 of their pieces all meet in one of 32 bands, of those that share half 0.87
BLOCK_MAX = 2000  # postings of a block that others are compared with


class Sketch(NamedTuple):
    digest: bytes
    rank: str  # of two that are one the smaller leads
    blocks: frozenset[Placed]


def note(connection: Connection, found: Mapping[str, Record]) -> None:
    """Keep the sketches of the postings *found*, new or changed, by id; they and their copies are to be compared.

    Each has its ``first_seen``: of two that are one the older leads.
    """
    had = read_sketches(connection, list(found))
    now = {id_: sketch_of(posting) for id_, posting in found.items()}
    changed = {id_: sketch for id_, sketch in now.items() if had.get(id_) != sketch}
    _drop_blocks(connection, {id_: had[id_].blocks - sketch.blocks for id_, sketch in changed.items() if id_ in had})
    rows = [{"id": id_, "digest": sketch.digest, "rank": sketch.rank, "blocks": b"".join(pack(PLACED, *one) for one in sorted(sketch.blocks))} for id_, sketch in changed.items()]
    upsert(connection, sketches, rows)
    fresh = ((*placed, id_) for id_, sketch in changed.items() for placed in sketch.blocks - (had[id_].blocks if id_ in had else frozenset()))
    insert_missing(connection, blocks, [{"block": block, "place": place, "id": id_} for block, place, id_ in sorted(fresh)])
    compare_again(connection, list(found))
    compare_again(connection, copies_of(connection, list(had)))


def note_again(connection: Connection, ids: Sequence[str]) -> None:
    """Sketch those of *ids* that are open by what is stored of them."""
    query = select(postings.c.id, postings.c.record, postings.c.first_seen).where(postings.c.status == "open")
    for chunk in chunks(ids):
        rows = connection.execute(query.where(postings.c.id.in_(chunk))).all()
        note(connection, {row.id: orjson.loads(row.record) | {"first_seen": row.first_seen} for row in rows})


def release(connection: Connection, ids: Sequence[str]) -> None:
    """Forget the sketches of *ids*, which are closed; their copies are to be compared, for one of them leads now."""
    _drop_blocks(connection, {id_: sketch.blocks for id_, sketch in read_sketches(connection, ids).items()})
    copies = copies_of(connection, ids)
    for chunk in chunks(ids):
        for table in (sketches, uncompared):
            connection.execute(delete(table).where(table.c.id.in_(chunk)))
    compare_again(connection, copies)


def compare_again(connection: Connection, ids: Sequence[str]) -> None:
    insert_missing(connection, uncompared, [{"id": id_} for id_ in ids])


def copies_of(connection: Connection, ids: Sequence[str]) -> list[str]:
    """The open postings that one of *ids* leads, ordered by id."""
    query = select(postings.c.id).where(postings.c.status == "open")
    return sorted(chain.from_iterable(connection.execute(query.where(postings.c.duplicate_of.in_(chunk))).scalars() for chunk in chunks(ids)))


def candidates(connection: Connection, ids: Sequence[str]) -> dict[str, list[tuple[str, str]]]:
    """The open postings that each of *ids* may be one with, itself among them: rank and id of each, in the order of who leads."""
    mine = read_sketches(connection, ids)
    met = _meetings(connection, mine)
    known = mine | read_sketches(connection, sorted(set(chain.from_iterable(met.values())) - mine.keys()))
    crowded = set().union(*(others for others in met.values() if len(others) > CROWD))
    crowd = _bands({id_: known[id_] for id_ in crowded | mine.keys() if id_ in known}) if crowded else {}
    found: dict[str, list[tuple[str, str]]] = {}
    for id_, others in met.items():
        own = mine[id_].digest
        if len(others) > CROWD:
            others &= set(chain.from_iterable(crowd[band] for band in _bands_of(own)))
        alike = [other for other in others if other in known and may_be_alike(own, known[other].digest)]
        found[id_] = sorted((known[other].rank, other) for other in (*alike, id_))
    return found


def _bands(known: Mapping[str, Sketch]) -> dict[tuple[int, bytes], list[str]]:
    found: dict[tuple[int, bytes], list[str]] = {}
    for id_, sketch in known.items():
        for band in _bands_of(sketch.digest):
            found.setdefault(band, []).append(id_)
    return found


def _bands_of(found: bytes) -> list[tuple[int, bytes]]:
    return [(start, found[start : start + BAND]) for start in range(BAND, len(found), BAND)]


def _meetings(connection: Connection, mine: Mapping[str, Sketch]) -> dict[str, set[str]]:
    """Who shares a block with each of *mine*, at the same place or where one of the two has none."""
    everywhere = sorted({block for sketch in mine.values() for block, place in sketch.blocks if not place})
    there = sorted({(block, at) for sketch in mine.values() for block, place in sketch.blocks if place for at in (0, place)})
    members: dict[int, dict[int, list[str]]] = {}
    for row in _members(connection, everywhere, there):
        members.setdefault(row.block, {}).setdefault(row.place, []).append(row.id)
    met: dict[str, set[str]] = {}
    for id_, sketch in mine.items():
        found: set[str] = set()
        for block, place in sketch.blocks:
            at = members.get(block, {})
            for others in (at.get(place, []), at.get(0, [])) if place else at.values():
                found.update(others[:BLOCK_MAX])
        found.discard(id_)
        met[id_] = found
    return met


def _members(connection: Connection, everywhere: Sequence[int], there: Sequence[Placed]) -> Iterator[Row[int, int, str]]:
    query = select(blocks.c.block, blocks.c.place, blocks.c.id)
    for chunk in chunks(everywhere):
        yield from connection.execute(query.where(blocks.c.block.in_(chunk)))
    for pairs in chunks(there):  # joined to the pairs: SQLite reads the whole table for a pair IN a list
        asked = values(column("block", BigInteger), column("place", Integer), name="asked").data(list(pairs)).cte()
        yield from connection.execute(query.join(asked, (blocks.c.block == asked.c.block) & (blocks.c.place == asked.c.place)))


def read_sketches(connection: Connection, ids: Sequence[str]) -> dict[str, Sketch]:
    query = select(sketches)
    return {
        row.id: Sketch(bytes(row.digest), row.rank, frozenset(iter_unpack(PLACED, row.blocks)))
        for chunk in chunks(ids)
        for row in connection.execute(query.where(sketches.c.id.in_(chunk)))
    }


def sketch_of(posting: Record) -> Sketch:
    found = digest(text_of(posting, "description"))
    return Sketch(found, rank(posting), placed_blocks(posting, found))


def placed_blocks(posting: Record, text_digest: bytes) -> frozenset[Placed]:
    return frozenset(map(placed, blocks_of(posting, text_digest)))


def placed(block: Block) -> Placed:
    """The two numbers of *block*: those of one scope lie together, so that a board's postings touch few pages of the store."""
    return (_number(block.scope) << 32) + _number(block.key) - 2**63, _number(block.place) >> 1 | 1 if block.place else 0


@lru_cache(maxsize=4096)
def _number(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "replace"), digest_size=4).digest(), "big")


def _drop_blocks(connection: Connection, gone: Mapping[str, frozenset[Placed]]) -> None:
    rows = [{"of": id_, "its_block": block, "at": place} for id_, placed_ in gone.items() for block, place in sorted(placed_)]
    if rows:
        here = (blocks.c.block == bindparam("its_block"), blocks.c.place == bindparam("at"), blocks.c.id == bindparam("of"))
        connection.execute(delete(blocks).where(*here), rows)
