"""``scrapy crawl``: Scrapy's own, with checks before it and an exit status that cron can read."""

import argparse
import sys
from contextlib import ExitStack

from scrapy.commands.crawl import Command as ScrapyCrawl

from crawler.exits import Exit, StopError
from crawler.locks import hold
from crawler.logs import log_to_folder


class Command(ScrapyCrawl):
    """Run a spider; ``careers`` under a lock, with its plan made first, and with an exit status of its own."""

    held: ExitStack

    def short_desc(self) -> str:
        return "Read the boards of a list: scrapy crawl careers [-a url=URL | -a boards=FILE | -a companies=NAME,NAME]"

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        super().process_options(args, opts)
        assert self.settings is not None
        if args == ["careers"]:
            try:
                log_to_folder(self.settings)
                self.held = hold(self.settings)  # first of all: the rest takes most of a second to load
            except StopError as error:
                sys.exit(say(error))

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        assert self.settings is not None
        assert self.crawler_process is not None
        if args == ["careers"]:
            from crawler.running import run_careers

            with self.held:
                try:
                    self.exitcode = run_careers(self.crawler_process, self.settings, opts.spargs)
                except StopError as error:
                    self.exitcode = say(error)
                    self.send_notice(str(error))
            return
        if len(args) == 1 and args[0] not in (names := self.crawler_process.spider_loader.list()):
            self.exitcode = say(StopError(f"there is no spider {args[0]!r}. There are: {', '.join(names)}", Exit.REFUSED))
            return
        super().run(args, opts)


    def send_notice(self, message: str) -> None:
        """Tell the hooks of a run that did not come to its end."""
        from crawler.alerts.hooks import HookError
        from crawler.alerts.notifying import notify

        assert self.settings is not None
        assert self.exitcode is not None
        try:
            notify(self.settings, self.exitcode, message)
        except HookError as error:
            if str(error) not in message:  # else it is what the run was refused for
                print(f"careers: {error}", file=sys.stderr)


def say(error: StopError) -> int:
    print(f"careers: {error}", file=sys.stderr)
    return error.status
