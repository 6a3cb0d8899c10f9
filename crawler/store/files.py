"""The files that a run leaves, written from the store: whole or not at all."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from crawler.store.lines import board_lines, change_lines, open_lines, rejected_lines
from crawler.store.store import Store


class Written(NamedTuple):
    path: Path
    lines: int


def publish(store: Store, run: str, output: Path, whole: bool = True, duplicates: bool = False) -> list[Written]:
    """Write every file of *run* under *output*; not *whole*: only its own, not those of the state, which another run writes right after.

    ``postings.jsonl`` has the copies in it, too, where *duplicates* are asked for.
    """
    files = [(output / "changes" / f"{run}.jsonl", change_lines(store, run)), (output / "rejected" / f"{run}.jsonl", rejected_lines(store, run))]
    if whole:
        files += [(output / "postings.jsonl", open_lines(store, duplicates)), (output / "boards.jsonl", board_lines(store))]
    return [write_lines(path, lines) for path, lines in files]


def write_lines(path: Path, lines: Iterable[bytes]) -> Written:
    """Write *lines* aside, bring them to the disk, and only then give them the name *path*.

    Raises OSError; *path* is then as it was before.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}.part")
    count = 0
    try:
        with aside.open("wb") as out:
            for line in lines:
                out.write(line)
                count += 1
            out.flush()
            os.fsync(out.fileno())
        aside.replace(path)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)  # the new name, too
    finally:
        os.close(folder)
    return Written(path, count)
