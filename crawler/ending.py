"""The end of a run: when every board of it has its verdict, whoever read them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from crawler.plan import Plan
from crawler.store import BoardResult, Run, Store, Written, publish
from crawler.verdicts import exit_status


@dataclass
class Part:
    """What one process did of a run."""

    cut_off: bool = False  # it did not come to the end of its boards
    failed: int = 0  # boards whose result could not be stored
    sent_keys: dict[str, set[str]] = field(default_factory=dict)  # platform -> what it sent and nothing read


@dataclass
class Ended:
    """What a run leaves, for its closing words and its exit status."""

    results: list[BoardResult]
    written: list[Written]
    status: int
    cut_off: bool = False  # the next run of the same list goes on from there
    new_keys: dict[str, set[str]] = field(default_factory=dict)  # platform -> what it sends that it did not before, and nothing reads


def end_run(store: Store, run: Run, plan: Plan, parts: Sequence[Part]) -> Ended:
    """Judge what only the whole run can tell, write the files of *run*, and finish it unless one of its *parts* was cut off."""
    sent: dict[str, set[str]] = {}
    for part in parts:
        for platform, keys in part.sent_keys.items():
            sent.setdefault(platform, set()).update(keys)
    cut_off = any(part.cut_off for part in parts)
    new_keys = store.new_keys(sent)
    store.mark_duplicates()
    written = publish(store, run.id, plan.output, whole=cut_off or not plan.more, duplicates=plan.duplicates)
    results = store.results(run.id)
    status = exit_status([result.verdict for result in results])
    if cut_off:
        status = max(status, 3)
    else:
        store.finish_run(run.id, plan.now, status)
    return Ended(results, written, status, cut_off, new_keys)
