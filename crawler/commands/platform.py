"""``scrapy platform``: the platforms that are known; the files of a new one; whether one is whole."""

import argparse
from typing import ClassVar

from scrapy.commands import ScrapyCommand


class Command(ScrapyCommand):
    """Make the files of a new platform, or say what one lacks."""

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        return "[options] [NAME]"

    def short_desc(self) -> str:
        return "List the platforms, make the files of a new one, or check one"

    def long_desc(self) -> str:
        return (
            "Without a name: the platforms that are known. With a name that none has: makes adapter, saved pages and what is expected of them "
            "from a template. With the name of one that is there: says what is wrong with it (exit status 1) or nothing (0)."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--url", help="for a new one: the address of any board of it, which shows host and key")
        parser.add_argument("--html", action="store_true", help="for a new one: its boards are pages, there is no JSON")
        parser.add_argument(
            "--expect", action="store_true", help="write expected.json for the saved pages that have none"
        )
        parser.add_argument("--docs", action="store_true", help="write the table of platforms into docs/platforms.md")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        from crawler.new_platform.steps import steps  # what the other commands need not load

        self.exitcode = steps(args, opts)
