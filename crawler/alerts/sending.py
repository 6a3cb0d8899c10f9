"""The changes of a run that pass the user's filters: a file of them, and the hooks that are told.

A change is kept as *to be sent* in the same store as the run that found it, before that run is finished, and forgotten
when a hook has taken it: after a crash it is sent, perhaps once more, and never not at all.
"""

import os
from collections.abc import Iterable, Iterator, Sequence, Set
from pathlib import Path

import orjson

from crawler.alerts.hooks import HookError, Hooks
from crawler.alerts.where import Where
from crawler.store import Store, Written
from crawler.store.files import write_lines
from crawler.store.lines import change_lines

POSTED = 100  # changes in one post to a webhook
NAME = "alert:"  # before the run, in the store's notes
SHOWN = 20  # titles in the text of a post


def alerts_file(output: Path, run: str) -> Path:
    return output / "alerts" / f"{run}.jsonl"


def write_alerts(store: Store, run: str, output: Path, filters: Sequence[Where], to_send: bool) -> Written:
    """Write what *run* found and *filters* let through, and note that it is *to_send*."""
    written = write_lines(alerts_file(output, run), alert_lines(change_lines(store, run), filters, store.reposted(run)))
    if to_send and written.lines:
        store.note(NAME + run, "{}")
    return written


def alert_lines(lines: Iterable[bytes], filters: Sequence[Where], reposted: Set[str]) -> Iterator[bytes]:
    """Those of *lines* that are a change of a job and pass one of *filters*, each with the filters that it passes.

    What went with a wave of its board is none, nor is the closing of one of *reposted*, which came back under a new id.
    """
    for line in lines:
        change = orjson.loads(line)
        if change["wave"] or (change["change"] == "closed" and change["id"] in reposted):
            continue
        passed = [where.text for where in filters if where.matches(change)]
        if passed or not filters:
            yield orjson.dumps({**change, "filters": passed}) + b"\n"


def send_alerts(store: Store, output: Path, hooks: Hooks) -> None:
    """Send what is to be sent, the oldest run first. Raises :class:`HookError`: the rest is sent after the next run."""
    for name, value in sorted(store.notes(NAME).items()):
        run, done = name.removeprefix(NAME), orjson.loads(value)
        path = alerts_file(output, run)
        try:
            lines = path.read_bytes().splitlines(keepends=True)
        except FileNotFoundError:
            store.forget(name)
            raise HookError(f"{path} is gone: what was in it and not yet sent is in changes/{run}.jsonl") from None
        if hooks.command and not done.get("command"):
            hooks.run_command(b"".join(lines), {**os.environ, "CAREERS_RUN": run, "CAREERS_CHANGES": str(len(lines))})
            done["command"] = True
            store.note(name, orjson.dumps(done).decode())
        for at in range(done.get("webhook", 0), len(lines) if hooks.webhook else 0, POSTED):
            part = [orjson.loads(line) for line in lines[at : at + POSTED]]
            body = orjson.dumps({"run": run, "first": at + 1, "of": len(lines), "text": in_words(part), "changes": part})
            hooks.post(body, {"Idempotency-Key": f"{run}-{at}"})
            done["webhook"] = at + len(part)
            store.note(name, orjson.dumps(done).decode())
        store.forget(name)


def in_words(part: Sequence[dict[str, str | None]]) -> str:
    """The changes as text, a line each: what a chat shows of a post."""
    said = [f"{change['change']}: {change['title']} · {change['company'] or change['board']}{' · ' + place if (place := change['location']) else ''} {change['url'] or ''}" for change in part[:SHOWN]]
    return "\n".join([*said, *([f"and {len(part) - SHOWN} more"] if len(part) > SHOWN else [])])
