"""Kill, EIO and ENOSPC at the n-th write, fsync and rename of a run: ``python tests/faults/syscalls.py [most] [step]``.

strace injects the faults (https://man7.org/linux/man-pages/man1/strace.1.html); where it is absent this ends with a word.
"""

import os
import shutil
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

from world import World, ended

CALLS = {"write": "write", "store": "pwrite64", "fsync": "fsync,fdatasync", "rename": "rename,renameat,renameat2"}
FAULTS = {"kill": "signal=KILL", "EIO": "error=EIO", "ENOSPC": "error=ENOSPC"}
MAY_END = {"kill": {-signal.SIGKILL, 0}, "EIO": {74, 0}, "ENOSPC": {74, 0}}


def disturbed(world: World, out: Path, calls: str, fault: str, number: int) -> tuple[int, bool]:
    """A run whose *number*th call of *calls* on a file of *out* is disturbed: how it ended, and whether it had so many."""
    names = ["", "postings.jsonl", ".postings.jsonl.part", "boards.jsonl", ".boards.jsonl.part", "careers.db", "careers.db-wal", "changes", "rejected"]
    names += [f"{folder}/{aside}20260916T080000Z.jsonl{part}" for folder in ("changes", "rejected") for aside, part in (("", ""), (".", ".part"))]
    child = world.begin(out, before=lambda: os.kill(os.getpid(), signal.SIGSTOP))
    os.waitpid(child, os.WUNTRACED)
    log = world.folder / "strace"
    paths = [part for name in names for part in ("-P", str(out / name))]
    tracer = subprocess.Popen(
        ["strace", "-f", "-o", log, "-e", f"trace={calls}", "-e", f"inject={calls}:{fault}:when={number}", *paths, "-p", str(child)],
        stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert "attached" in tracer.stderr.readline()
    os.kill(child, signal.SIGCONT)
    code = ended(child)
    tracer.communicate()
    said = log.read_text("utf-8", "replace")
    return code, "(INJECTED)" in said or "killed by SIGKILL" in said


def main(most: int, step: int) -> None:
    if not shutil.which("strace"):
        print("strace is not installed: apt-get install strace")
        return
    world, done = World(), Counter()
    for name, calls in CALLS.items():
        for fault, injected in FAULTS.items():
            for number in range(1, most + 1, step):
                said = f"{fault} at {name} {number}"
                out = world.trial()
                code, met = disturbed(world, out, calls, injected, number)
                if not met:
                    break  # the run has no more of these calls
                assert code in MAY_END[fault], f"{said}: ended with {code}: {(world.folder / 'stderr').read_text()}"
                err = (world.folder / "stderr").read_text("utf-8")
                assert code != 74 or len(err.splitlines()) == 1, f"{said}: {err}"
                world.look(out, said)
                world.heal(out, said)
                done[name] += 1
    world.close()
    print(f"{sum(done.values())} faults ({', '.join(f'{number} at {name}' for name, number in done.items())}): 0 lost, 0 twice, 0 torn, each healed by one run")


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 12, int(sys.argv[2]) if sys.argv[2:] else 3)
