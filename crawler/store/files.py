"""The files that a run leaves, written from the store: whole or not at all."""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
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
    files = [*own_files(store, run, output)]
    for other in store.given_up():  # runs that were cut off and never finished: what they found is told all the same
        if other < run and not (output / "changes" / f"{other}.jsonl").exists():
            files += own_files(store, other, output)
    if whole:
        files += [(output / "postings.jsonl", open_lines(store, duplicates)), (output / "boards.jsonl", board_lines(store))]
    return [write_lines(path, lines) for path, lines in files]


def own_files(store: Store, run: str, output: Path) -> list[tuple[Path, Iterator[bytes]]]:
    """The files of *run* alone, and their lines."""
    return [(output / "changes" / f"{run}.jsonl", change_lines(store, run)), (output / "rejected" / f"{run}.jsonl", rejected_lines(store, run))]


def write_lines(path: Path, lines: Iterable[bytes]) -> Written:
    """Write *lines* aside, bring them to the disk, and only then give them the name *path*.

    Raises OSError, which names *path*: it is then as it was before, or new and whole.
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
        sync_folder(path.parent)  # the new name, too
    except BaseException as error:
        if isinstance(error, OSError):
            error.filename = error.filename or str(path)
        with suppress(OSError):
            aside.unlink(missing_ok=True)
        raise
    return Written(path, count)


def sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
