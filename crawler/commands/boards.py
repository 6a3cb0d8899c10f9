"""``scrapy boards``: what a list of boards leads to, and a clean list of it."""

import argparse

from scrapy.commands import ScrapyCommand


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
        from crawler.lists.look import look  # what the other commands need not load

        assert self.settings is not None
        assert self.crawler_process is not None
        self.exitcode = look(args, opts, self.settings, self.crawler_process)
