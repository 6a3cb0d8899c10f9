"""``scrapy boards``: what a list of boards leads to, and a clean list of it."""

import argparse
import sys

from scrapy.commands import ScrapyCommand
from scrapy.settings import BaseSettings

from crawler.exits import Exit, StopError
from crawler.fleet import handing


class Command(ScrapyCommand):
    """Look at every board of a list, and say what is there."""

    requires_project = True

    def syntax(self) -> str:
        return "[options] [FILE|URL ...] | enqueue FILE -s STORE=postgresql://…"

    def short_desc(self) -> str:
        return "Say which software serves the boards of a list, and whether they are there"

    def long_desc(self) -> str:
        return (
            "For each address of a list, or of the command line: the platform, its key of the board, how it was recognised, how many postings "
            "the board says it has, and whether it moved or is gone. The list may be messy: a spreadsheet saved as CSV, any columns, several "
            "addresses in a cell. enqueue FILE hands a clean list to the workers of a fleet (docs/fleet) instead. Without a list: boards.txt (.csv, .yaml) of the project, else the bundled sample. "
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
        if args[:1] == ["enqueue"]:
            self.exitcode = enqueue(args[1:], opts.companies, self.settings)
            return
        from crawler.lists.look import look  # what the other commands need not load

        assert self.crawler_process is not None
        self.exitcode = look(args, opts, self.settings, self.crawler_process)


def enqueue(args: list[str], companies: str | None, settings: BaseSettings) -> int:
    """Hand the boards of a list to the workers that share a store; the exit status."""
    try:
        if len(args) > 1 or bool(args) == bool(companies):
            raise StopError("takes one list: scrapy boards enqueue FILE -s STORE=postgresql://…, or --companies NAME,NAME instead of the file", Exit.REFUSED)
        print(handing().hand_out(settings, {"boards": args[0]} if args else {"companies": companies}))
    except StopError as error:
        print(f"boards enqueue: {error}", file=sys.stderr)
        return error.status
    return Exit.PROVED
