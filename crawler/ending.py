"""The end of a run: when every board of it has its verdict, whoever read them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from crawler.alerts.sending import write_alerts
from crawler.exits import Exit, worst
from crawler.plan import Plan
from crawler.store import BoardResult, Run, Store, Written, publish
from crawler.verdicts import exit_status

FAILED = "the run failed; the lines above say why. What was read is in the store, and the next run goes on from there"


@dataclass
class Part:
    """What one process did of a run."""

    cut_off: bool = False  # it did not come to the end of its boards
    failed: int = 0  # boards whose result could not be stored
    sent_keys: dict[str, set[str]] = field(default_factory=dict)  # platform -> what it sent and nothing read
    troubles: dict[int, str] = field(default_factory=dict)  # exit status -> the line that explains it
    store_gone: bool = False  # nothing can be written or read there any more
    stopped_by: int = 0  # the signal that it was asked to end with


@dataclass
class Ended:
    """What a run leaves, for its closing words and its exit status."""

    results: list[BoardResult]
    written: list[Written]
    status: int
    cut_off: bool = False  # the next run of the same list goes on from there
    new_keys: dict[str, set[str]] = field(default_factory=dict)  # platform -> what it sends that it did not before, and nothing reads
    trouble: str | None = None  # the line that explains the status, where the verdicts do not
    doubts: list[str] = field(default_factory=list)  # why the run, or a platform of it, is not believed


def end_run(store: Store, run: Run, plan: Plan, parts: Sequence[Part]) -> Ended:
    """Judge what only the whole run can tell, write the files of *run*, and finish it unless one of its *parts* was cut off."""
    sent: dict[str, set[str]] = {}
    for part in parts:
        for platform, keys in part.sent_keys.items():
            sent.setdefault(platform, set()).update(keys)
    cut_off = any(part.cut_off or part.failed for part in parts)
    new_keys = store.new_keys(sent)
    doubts = [] if cut_off or plan.retells else store.settle(run)
    store.mark_duplicates()
    written = publish(store, run.id, plan.output, whole=cut_off or not plan.more, duplicates=plan.duplicates)
    if plan.alerts and not (cut_off or plan.retells):
        written.append(write_alerts(store, run.id, plan.output, plan.filters, plan.alerts_are_sent))
    results = store.results(run.id)
    status = exit_status([result.verdict for result in results])
    if plan.strict and any(result.drift for result in results):
        status = worst(status, Exit.DRIFT)
    troubles: dict[int, str] = {Exit.FAILED: FAILED} if any(part.failed for part in parts) else {}
    troubles |= {status: line for part in parts for status, line in part.troubles.items()}
    status = worst(status, Exit.UNPROVED if cut_off else Exit.PROVED, *troubles)
    signals = [part.stopped_by for part in parts if part.stopped_by]
    if not cut_off:  # the next run of the same list goes on from there
        store.finish_run(run.id, plan.now, status)
    elif signals and status not in troubles:
        status = 128 + signals[0]
    return Ended(results, written, status, cut_off, new_keys, troubles.get(status), [doubt.why for doubt in doubts])
