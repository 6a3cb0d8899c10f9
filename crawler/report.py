"""What a person reads at the beginning and at the end of a run."""

import sys
from collections import Counter
from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.table import Table

from crawler.alerts.notifying import drift_in_words
from crawler.ending import Ended
from crawler.plan import Plan
from crawler.printing import printable
from crawler.store import BoardResult

WHAT_NEXT = """Your own boards: put a URL a line into boards.txt beside scrapy.cfg and run the same command again,
or try one: scrapy crawl careers -a url=https://www.example.com/careers"""


def watched() -> bool:
    """Whether a person is looking: under cron there is no terminal."""
    return sys.stderr.isatty()


def tell_plan(plan: Plan) -> None:
    if plan.sample or watched():
        boards = f"{len(plan.boards)} board{'' if len(plan.boards) == 1 else 's'}"
        print(f"Reading {boards} of {plan.what}.", flush=True)


def tell(ended: Ended, plan: Plan) -> None:
    """The closing table, and for the sample what to do next; silent for cron when all went well."""
    if ended.trouble:
        print(f"careers: {ended.trouble}", file=sys.stderr)
        return
    if ended.cut_off:
        print(f"careers: stopped after {len(ended.results)} of {len(plan.boards)} boards; the next run of this list goes on from there", file=sys.stderr)
        return
    not_proved = [r for r in ended.results if r.verdict not in ("complete", "empty", "unchanged")]
    if plan.sample or watched():
        console = Console(highlight=False, soft_wrap=True)  # a path is to be copied in one piece
        console.print(verdict_table(ended.results))
        for written in ended.written:
            console.print(f"{written.lines:>8,}  {shown(written.path)}")
        for result in not_proved[:10]:
            console.print(f"{printable(result.url)}: {result.verdict}: {printable(result.why or '')}", markup=False)
        for result in [r for r in ended.results if r.drift][:10]:
            console.print(f"{printable(result.url)}: {drift_in_words(result.drift)}", markup=False)
        for doubt in ended.doubts:
            console.print(doubt, markup=False)
        for platform, keys in sorted(ended.new_keys.items()):
            console.print(f"{platform} sends what it did not before and nothing reads: {printable(', '.join(sorted(keys)))}", markup=False)
        if plan.sample:
            console.print(WHAT_NEXT)
    elif not_proved:
        counts = Counter(result.verdict for result in not_proved)
        kinds = ", ".join(f"{number} {verdict}" for verdict, number in counts.most_common())
        doubt = f" {'; '.join(ended.doubts)};" if ended.doubts else ""
        print(f"careers: {len(not_proved)} of {len(ended.results)} boards are not proved ({kinds});{doubt} see {shown(plan.output / 'boards.jsonl')}{refusal(not_proved)}", file=sys.stderr)
    elif plan.strict and (drifted := [r for r in ended.results if r.drift]):
        first = drifted[0]
        print(f"careers: {len(drifted)} of {len(ended.results)} boards lost what they had: {printable(first.url)}: {drift_in_words(first.drift)}; see {shown(plan.output / 'boards.jsonl')}", file=sys.stderr)


def tell_runs(plan: Plan, statuses: Sequence[int]) -> None:
    """How the replay of several runs ended, beside what :func:`tell` says of the last one."""
    bad = sum(status != 0 for status in statuses[:-1])
    if watched():
        again = len(plan.runs) - len(statuses)
        print(f"{len(statuses)} of {len(plan.runs)} runs of the archive were read{', the others were before' if again else ''}.")
    if bad:
        print(f"careers: in {bad} of the {len(statuses) - 1} earlier runs of the archive boards are not proved", file=sys.stderr)


def refusal(results: list[BoardResult]) -> str:
    """Why our own guard refused the first of the boards that it did: a setting may be all that is wrong."""
    return next((f". Refused: {result.why}" for result in results if result.verdict == "refused"), "")


def verdict_table(results: list[BoardResult]) -> Table:
    """Boards and postings by verdict."""
    columns = ("read", "new", "changed", "closed", "reopened", "reposted", "rejected")
    table = Table("verdict", "boards", *columns, box=None, pad_edge=False)
    for column in table.columns[1:]:
        column.justify = "right"
    by: dict[str, list[BoardResult]] = {}
    for result in results:
        by.setdefault(result.verdict, []).append(result)
    for verdict, group in sorted(by.items(), key=lambda kv: -len(kv[1])):
        table.add_row(verdict, f"{len(group):,}", *(f"{sum(getattr(r, name) for r in group):,}" for name in columns))
    if len(by) > 1:
        table.add_row("all", f"{len(results):,}", *(f"{sum(getattr(r, name) for r in results):,}" for name in columns))
    return table


def shown(path: Any) -> str:
    """*path* as a person would type it here."""
    from pathlib import Path

    try:
        return str(Path(path).relative_to(Path.cwd()))
    except ValueError:
        return str(path)
