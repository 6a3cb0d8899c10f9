"""Word to a person when a run did not go as it should, or a board lost what it had: NOTIFY_COMMAND, NOTIFY_WEBHOOK."""

import os
from collections import Counter
from typing import Any

import orjson
from scrapy.settings import BaseSettings

from crawler.alerts.hooks import Hooks
from crawler.ending import Ended
from crawler.exits import meaning
from crawler.verdicts import PROVED

SHOWN = 20  # boards in a notice


def notify(settings: BaseSettings, status: int, message: str = "", ended: Ended | None = None) -> None:
    """Send a notice of a run that ended with *status*, unless all is well. Raises :class:`HookError`.

    *message* is what is said of a run that did not come to its end.
    """
    hooks = Hooks.of(settings, "NOTIFY")
    drifted = bool(ended and any(result.drift for result in ended.results))
    if not hooks or (status == 0 and not drifted):
        return
    said = orjson.dumps(notice(status, message, ended)) + b"\n"
    if hooks.command:
        hooks.run_command(said, {**os.environ, "CAREERS_STATUS": str(status)})
    if hooks.webhook:
        hooks.post(said, {})


def notice(status: int, message: str = "", ended: Ended | None = None) -> dict[str, Any]:
    """The notice: of a few boards what is wrong with them, of all how many there are."""
    results = ended.results if ended else []
    not_proved = [{"url": r.url, "verdict": r.verdict, "why": r.why} for r in results if r.verdict not in PROVED]
    drift = [{"url": r.url, "drift": r.drift} for r in results if r.drift]
    words = [message or meaning(status), *(ended.doubts if ended else [])]
    words += [f"{one['url']}: {one['verdict']}: {one['why']}" for one in not_proved[:SHOWN]]
    words += [f"{r.url}: {drift_in_words(r.drift)}" for r in results if r.drift][:SHOWN]
    return {
        "status": status, "meaning": meaning(status), "text": "\n".join(words), "boards": dict(Counter(result.verdict for result in results)),
        "doubts": ended.doubts if ended else [], "not_proved": not_proved[:SHOWN], "drift": drift[:SHOWN],
    }  # fmt: skip


def drift_in_words(drift: list[dict[str, Any]]) -> str:
    """What fell, for a person.

    >>> drift_in_words([{"field": "postings", "before": 20.0, "now": 8.0}, {"field": "salary_min", "before": 0.8, "now": 0.0}])
    'postings fell from 20 to 8, salary_min from 80 % to 0 %'
    """
    shown = [f"{e['field']} fell from {e['before']:g} to {e['now']:g}" if e["field"] == "postings" else f"{e['field']} fell from {e['before']:.0%} to {e['now']:.0%}" for e in drift]
    return ", ".join([shown[0], *(one.replace(" fell from", " from", 1) for one in shown[1:])]).replace("%", " %")
