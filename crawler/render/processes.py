"""The processes under this one, and what memory they have: those of the browser. Known on Linux only."""

import os
import signal
from collections import defaultdict
from contextlib import suppress
from pathlib import Path
from typing import Final

PROC: Final = Path("/proc")


def processes_below(pid: int | None = None) -> dict[int, int]:
    """The descendants of process *pid* (default: this one), each with the bytes of memory that are its own; none where there is no ``/proc``."""
    children: dict[int, list[int]] = defaultdict(list)
    own: dict[int, int] = {}
    for folder in PROC.glob("[0-9]*"):
        try:
            status = (folder / "status").read_text("ascii", "replace")
        except OSError:  # it has ended meanwhile
            continue
        values = dict(line.split(":", 1) for line in status.splitlines() if line.startswith(("PPid:", "RssAnon:")))
        process = int(folder.name)
        children[int(values.get("PPid", "0"))].append(process)
        own[process] = int(values.get("RssAnon", "0").split()[0]) * 1024
    found: dict[int, int] = {}
    left = list(children[pid or os.getpid()])
    while left:
        process = left.pop()
        found[process] = own[process]
        left += children[process]
    return found


def kill(pids: set[int]) -> None:
    """End the descendants *pids* of this process, and theirs, at once; those that have ended are left alone."""
    below = processes_below()
    for pid in pids & below.keys():
        for process in (pid, *processes_below(pid)):
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
