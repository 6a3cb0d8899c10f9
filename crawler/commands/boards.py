"""``scrapy boards``: what a list of boards leads to, and a clean list of it."""

import argparse
import logging
import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table
from scrapy.commands import ScrapyCommand
from scrapy.settings import BaseSettings

from crawler.boards import ListError, default_boards, sample_archive, sample_boards
from crawler.catalogue import UnknownCompanyError, boards_of_companies
from crawler.commands.crawl import FAILED, REFUSED, REPLAY_SETTINGS
from crawler.lists.address import LIST_SUFFIXES, plain
from crawler.lists.clean import clean_list
from crawler.lists.files import Problem
from crawler.lists.gather import Gathered, gather, gather_urls, unique
from crawler.lists.messy import SHEETS
from crawler.plan import Plan, project_root
from crawler.replay import ArchiveError, Recording
from crawler.store.files import write_lines
from crawler.survey import Surveyed, SurveySpider, exit_status, without_asking

LISTS = frozenset((*LIST_SUFFIXES, *SHEETS, ".tsv"))
SHOWN = 10  # lines of what was left out, or was not found
COLUMNS = ("url", "company", "platform", "key", "found_by", "state", "postings", "employer", "why")
FOR_A_PERSON = ("state", "postings", "platform", "key", "found_by", "employer", "company", "url")
WIDEST = 1000  # characters


class Command(ScrapyCommand):
    """Look at every board of a list, and say what is there."""

    requires_project = True

    def syntax(self) -> str:
        return "[options] [FILE|URL ...]"

    def short_desc(self) -> str:
        return "Say which software serves the boards of a list, and whether they are there"

    def long_desc(self) -> str:
        return (
            "For each address of a list, or of the command line: the platform, its key of the board, how it was recognised, how many postings "
            "the board says it has, and whether it moved or is gone. The list may be messy: a spreadsheet saved as CSV, any columns, several "
            "addresses in a cell. Without a list: boards.txt (.csv, .yaml) of the project, else the bundled sample. "
            "Exit status: 0 all found, 2 nothing to look at, 3 some not found, 4 none."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--offline", action="store_true", help="ask nobody: what the addresses say by themselves")
        parser.add_argument(
            "--companies", metavar="NAME,NAME", help="look at the boards of these companies in the bundled catalogue"
        )
        parser.add_argument(
            "--write", metavar="FILE.csv", help="write the boards, each once, as a clean list for -a boards="
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        assert self.settings is not None
        target = Path(opts.write) if opts.write else None
        try:
            if target is not None:
                check_target(target)
            gathered, what, archive = gathered_boards(args, opts.companies, self.settings)
            recording = Recording(archive) if archive and not opts.offline else None
        except (ListError, ArchiveError, UnknownCompanyError) as error:
            self.stop(REFUSED, str(error))
            return
        tell_left_out(gathered)
        now = recording.now if recording else datetime.now(UTC)
        if opts.offline:
            lines = without_asking(gathered.boards)
        else:
            surveyed = self.survey(Plan(gathered.boards, what, now, Path(self.settings["OUTPUT"]), "", recording))
            if surveyed is None:
                self.stop(FAILED, "the run failed; the lines above say why")
                return
            lines = surveyed
        tell(lines)
        self.exitcode = exit_status(lines)
        if target is not None:
            self.write(lines, now, target)

    def survey(self, plan: Plan) -> list[Surveyed] | None:
        """What the boards of *plan* are, in its order; ``None`` when the run itself failed."""
        assert self.settings is not None
        assert self.crawler_process is not None
        self.settings.set("ITEM_PIPELINES", {}, priority="cmdline")  # nothing is stored
        if plan.recording is not None:
            self.settings.setdict(REPLAY_SETTINGS, priority="cmdline")
        elif contact := self.settings.get("CONTACT"):
            self.settings.set("USER_AGENT", f"{self.settings['USER_AGENT']} (+{contact})", priority="cmdline")
        logging.getLogger("scrapy").setLevel(self.settings["LOG_LEVEL"])
        crawler = self.crawler_process.create_crawler(SurveySpider)
        self.crawler_process.crawl(crawler, plan=plan)
        self.crawler_process.start()
        spider: Any = crawler.spider
        return None if self.crawler_process.bootstrap_failed or spider is None else spider.surveyed()

    def write(self, lines: Sequence[Surveyed], now: datetime, target: Path) -> None:
        text, boards, comments = clean_list(lines, now)
        write_lines(target, [text.encode()])
        others = f"; {comments} that are gone, moved or no careers page stand there as comments" if comments else ""
        print(f"{target}: {boards} board{'' if boards == 1 else 's'}{others}", file=sys.stderr)

    def stop(self, status: int, message: str) -> None:
        print(f"boards: {message}", file=sys.stderr)
        self.exitcode = status


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
        console.print(f"{line.entry.url}: {line.state}: {line.why}", markup=False)


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
    return [" ".join((value or "").split()) for value in values]
