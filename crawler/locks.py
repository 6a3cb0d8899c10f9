"""One run at a time: kernel locks on files, which a killed process lets go of.

Nothing of this loads the rest of the crawler: a second run ends before it costs anything.
"""

import re
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from filelock import FileLock, Timeout
from scrapy.settings import BaseSettings
from scrapy.utils.conf import closest_scrapy_cfg

from crawler.exits import Exit, StopError


def project_root() -> Path:
    config = closest_scrapy_cfg()
    return Path(config).parent if config else Path.cwd()


def output_folder(settings: BaseSettings) -> Path:
    """``OUTPUT``: the default in the project, what the user names from where he is."""
    output = Path(settings["OUTPUT"])
    return output if output.is_absolute() or settings.getpriority("OUTPUT") != 20 else project_root() / output


def hold(settings: BaseSettings) -> ExitStack:
    """Lock what a run with *settings* writes to, until the stack is closed or the process ends.

    Raises :class:`StopError`: another run holds it, or the folder cannot be written.
    """
    held = ExitStack()
    for path, name in locked(settings):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.open("ab").close()  # the lock takes what it may not open for what somebody holds
            held.enter_context(FileLock(path, timeout=0))
        except Timeout:
            held.close()
            raise StopError(
                f"another run is writing to {path.parent}; wait for its end, or give this one a folder of its own with -s OUTPUT=DIR", Exit.LOCKED
            ) from None
        except OSError as error:
            held.close()
            raise StopError(f"{name} folder {path.parent}: {error.strerror}. Make it writable, or name another with {REMEDY[name]}", Exit.OUTPUT) from error
    return held


REMEDY = {"output": "-s OUTPUT=DIR", "store": "-s STORE=sqlite:///path/careers.db"}


def locked(settings: BaseSettings) -> Iterator[tuple[Path, str]]:
    """The files that a run locks: one in its output folder, one beside the SQLite file that it keeps its state in."""
    if settings["QUEUE"]:
        return  # workers share a server; the one that ends the run locks the folder then
    output = output_folder(settings)
    yield output / ".lock", "output"
    database = output / "careers.db"
    if store := settings.get("STORE"):
        named = re.match(r"sqlite(?:\+\w+)?:///([^?]+)", store)
        if named is None or named[1] == ":memory:":
            return  # a server has locks of its own
        database = Path(named[1])
    yield Path(f"{database}.lock"), "store"
