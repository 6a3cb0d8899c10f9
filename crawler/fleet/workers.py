"""Several processes of one machine read one list: ``-a workers=N``."""

import ctypes
import json
import os
import signal
import sys
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import Any

from crawler.ending import Part
from crawler.plan import Plan

PARENT_DIED = 1  # PR_SET_PDEATHSIG of prctl(2)


@dataclass
class Child:
    pid: int
    pipe: int  # what it says at its end comes from here


def read_in_parts(plans: Sequence[Plan], read: Callable[[Plan], Part | None]) -> list[Part]:
    """Let a child process *read* each of *plans*; what each of them says, in that order.

    A child that is killed says nothing: its part was cut off, and the next run of the list reads the rest of it. SIGTERM and SIGINT are handed on to the children,
    which end as a single process would; and they end when this process dies.
    """
    children = [begin(plan, read) for plan in plans]

    def hand_on(number: int, _: Any) -> None:
        for child in children:
            with suppress(ProcessLookupError):
                os.kill(child.pid, number)

    before = {number: signal.signal(number, hand_on) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        return [end(child) for child in children]
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def begin(plan: Plan, read: Callable[[Plan], Part | None]) -> Child:
    out, into = os.pipe()
    sys.stdout.flush()
    sys.stderr.flush()
    parent = os.getpid()
    pid = os.fork()
    if pid:
        os.close(into)
        return Child(pid, out)
    status = 1
    try:
        os.close(out)
        end_with(parent)
        part = read(plan)
        if part is not None:
            with os.fdopen(into, "w", encoding="utf-8") as pipe:
                json.dump(asdict(part) | {"sent_keys": {k: sorted(v) for k, v in part.sent_keys.items()}}, pipe)
            status = 0
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)  # no clean-up of what the parent still holds: its locks above all


def end(child: Child) -> Part:
    with os.fdopen(child.pipe, encoding="utf-8") as pipe:
        said = pipe.read()
    _, status = os.waitpid(child.pid, 0)
    if not said:
        return Part(cut_off=True, failed=0 if os.WIFSIGNALED(status) else 1)
    part = json.loads(said)
    sent, troubles = part.pop("sent_keys"), part.pop("troubles")
    return Part(
        **part,
        sent_keys={name: set(keys) for name, keys in sent.items()},
        troubles={int(status): line for status, line in troubles.items()},
    )


def end_with(parent: int) -> None:
    """Have this process ended like by SIGTERM when its *parent* dies, where the system can do that."""
    if sys.platform != "linux":
        return
    ctypes.CDLL(None, use_errno=True).prctl(PARENT_DIED, signal.SIGTERM)
    if os.getppid() != parent:  # it died in between
        os.kill(os.getpid(), signal.SIGTERM)
