"""What ``scrapy boards`` does: say what a list of boards leads to, and write a clean list of it."""

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table
from scrapy.crawler import CrawlerProcessBase
from scrapy.settings import BaseSettings

from crawler.boards import ListError, default_boards, sample_archive, sample_boards
from crawler.catalogue import UnknownCompanyError, boards_of_companies
from crawler.exits import Exit, StopError
from crawler.lists.address import LIST_SUFFIXES, plain
from crawler.lists.clean import clean_list
from crawler.lists.files import Problem
from crawler.lists.gather import Gathered, gather, gather_urls, unique
from crawler.lists.messy import SHEETS
from crawler.locks import project_root
from crawler.plan import Plan
from crawler.printing import printable
from crawler.replay import ArchiveError, Recording
from crawler.running import prepare
from crawler.store.files import write_lines
from crawler.survey import Surveyed, SurveySpider, exit_status, without_asking

LISTS = frozenset((*LIST_SUFFIXES, *SHEETS, ".tsv"))
SHOWN = 10  # lines of what was left out, or was not found
COLUMNS = ("url", "company", "platform", "key", "found_by", "state", "postings", "employer", "why")
FOR_A_PERSON = ("state", "postings", "platform", "key", "found_by", "employer", "company", "url")
WIDEST = 1000  # characters


def look(args: list[str], opts: argparse.Namespace, settings: BaseSettings, process: CrawlerProcessBase) -> int:
    """Tell what the boards of *args* are, and write the clean list that *opts* asks for; the exit status."""
    target = Path(opts.write) if opts.write else None
    try:
        if target is not None:
            check_target(target)
        gathered, what, archive = gathered_boards(args, opts.companies, settings)
        recording = Recording(archive) if archive and not opts.offline else None
    except (ListError, ArchiveError, UnknownCompanyError) as error:
        print(f"boards: {error}", file=sys.stderr)
        return Exit.REFUSED
    tell_left_out(gathered)
    now = recording.now if recording else datetime.now(UTC)
    if opts.offline:
        lines = without_asking(gathered.boards)
    else:
        try:
            surveyed = survey(Plan(gathered.boards, what, now, Path(settings["OUTPUT"]), "", recording), settings, process)
        except StopError as error:
            print(f"boards: {error}", file=sys.stderr)
            return error.status
        if surveyed is None:
            print("boards: the run failed; the lines above say why", file=sys.stderr)
            return Exit.FAILED
        lines = surveyed
    tell(lines)
    if target is not None:
        write(lines, now, target)
    return exit_status(lines)


def survey(plan: Plan, settings: BaseSettings, process: CrawlerProcessBase) -> list[Surveyed] | None:
    """What the boards of *plan* are, in its order; ``None`` when the run itself failed."""
    settings.set("ITEM_PIPELINES", {}, priority="cmdline")  # nothing is stored
    prepare(settings, plan)
    crawler = process.create_crawler(SurveySpider)
    process.crawl(crawler, plan=plan)
    process.start()
    spider: Any = crawler.spider
    return None if process.bootstrap_failed or spider is None else spider.surveyed()


def write(lines: Sequence[Surveyed], now: datetime, target: Path) -> None:
    text, boards, comments = clean_list(lines, now)
    write_lines(target, [text.encode()])
    others = f"; {comments} that are gone, moved or no careers page stand there as comments" if comments else ""
    print(f"{target}: {boards} board{'' if boards == 1 else 's'}{others}", file=sys.stderr)


def gathered_boards(
    args: Sequence[str], companies: str | None, settings: BaseSettings
) -> tuple[Gathered, str, Path | None]:
    """The boards to look at, which list that is, and the archive that stands in for the network.

    Raises :class:`ListError` and :class:`UnknownCompanyError`.
    """
    archive = Path(settings["REPLAY"]) if settings.get("REPLAY") else None
    named = boards_of_companies(companies or "")
    if companies is not None and not named:
        raise UnknownCompanyError("--companies names no company. Write --companies discord,stripe")
    if not args and not named:
        own = default_boards(project_root())
        if own is None:
            return (
                Gathered(sample_boards()),
                "the bundled sample (invented companies, no network)",
                archive or sample_archive(),
            )
        return gather(own), own.name, archive
    found = Gathered(named)
    for arg in args:
        one = gather(Path(arg)) if is_file(arg) else gather_urls([arg], "the command line")
        found.boards += one.boards
        found.left_out += one.left_out
    return unique(found), " ".join([*args, companies or ""])[:100], archive


def is_file(arg: str) -> bool:
    return "://" not in arg and (Path(arg).suffix.lower() in LISTS or Path(arg).exists())


def check_target(target: Path) -> None:
    """Raise :class:`ListError` when the clean list cannot be written to *target*."""
    problem = None
    if target.suffix.lower() != ".csv":
        problem = "a clean list is CSV: name it .csv"
    elif target.exists():
        problem = "is there already: name another file, or remove it"
    elif not target.absolute().parent.is_dir():
        problem = f"there is no folder {target.absolute().parent}: make it first"
    elif not os.access(target.absolute().parent, os.W_OK):
        problem = "cannot be written: name a file in a folder of yours"
    if problem:
        raise ListError(f"--write {target}", [Problem(0, problem)])


def tell_left_out(gathered: Gathered) -> None:
    for one in gathered.left_out[:SHOWN]:
        print(f"{f'line {one.line}: ' if one.line else ''}{plain(one.what)}: {one.why}", file=sys.stderr)
    if (more := len(gathered.left_out) - SHOWN) > 0:
        print(f"and {more} more that were not taken", file=sys.stderr)


def tell(lines: Sequence[Surveyed]) -> None:
    """A table for a person, tab-separated text for a program."""
    if not sys.stdout.isatty():
        print("\t".join(COLUMNS))
        for line in lines:
            print("\t".join(cells(line)))
        return
    named = [name for name in FOR_A_PERSON if name != "company" or any(line.entry.company for line in lines)]
    table = Table(*(name.replace("_", " ") for name in named), box=None, pad_edge=False)
    for name, column in zip(named, table.columns, strict=True):
        column.justify = "right" if name == "postings" else "left"
        column.no_wrap = True
    for line in lines:
        row = dict(zip(COLUMNS, cells(line), strict=True))
        table.add_row(*(escape(row[name]) for name in named))
    console = Console(highlight=False, width=WIDEST)  # the terminal wraps a long address better than a column does
    console.print(table)
    for line in [line for line in lines if line.why][:SHOWN]:
        console.print(printable(f"{line.entry.url}: {line.state}: {line.why}"), markup=False)


def cells(line: Surveyed) -> list[str]:
    """*line* as texts, in the order of :data:`COLUMNS`; ``20+`` postings are 20 on the first of several pages, and no total."""
    postings = "" if line.postings is None else f"{line.postings}{'+' if line.more else ''}"
    values = (
        line.entry.url,
        line.entry.company,
        line.platform,
        line.key,
        line.found_by,
        line.state,
        postings,
        line.employer,
        line.why,
    )
    return [printable(" ".join((value or "").split())) for value in values]
