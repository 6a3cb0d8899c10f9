"""``scrapy crawl``: Scrapy's own, with checks before it and an exit status that cron can read."""

import argparse
import logging
import shutil
import sys
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from filelock import FileLock, Timeout
from scrapy.commands.crawl import Command as ScrapyCrawl
from sqlalchemy import make_url

from crawler.ending import Ended, Part, end_run
from crawler.fleet.parts import parts_of
from crawler.fleet.workers import read_in_parts
from crawler.pipelines.store import StorePipeline
from crawler.plan import Plan, PlanError, plan_of
from crawler.report import tell, tell_plan
from crawler.store import Store

REFUSED, FAILED, LOCKED = 2, 1, 75
TOLD_BY_THE_VERDICT = ("scrapy.downloadermiddlewares.retry", "scrapy.downloadermiddlewares.robotstxt", "scrapy.core.downloader.handlers", "scrapy.core.scraper")
REPLAY_SETTINGS = {
    "DOWNLOAD_HANDLERS": {
        "http": "crawler.middlewares.replay.ReplayHandler",
        "https": "crawler.middlewares.replay.ReplayHandler",
        "data": None, "ftp": None, "s3": None,
    },
    "DOWNLOAD_DELAY": 0, "DOWNLOAD_SLOTS": {}, "CONCURRENT_REQUESTS_PER_DOMAIN": 16,
    "ROBOTSTXT_OBEY": False,  # it was kept when the archive was made
    "RETRY_ENABLED": False, "ARCHIVE": "",
}  # fmt: skip


class Command(ScrapyCrawl):
    """Run a spider; ``careers`` with its plan made first, under a lock, and with an exit status of its own."""

    def short_desc(self) -> str:
        return "Read the boards of a list: scrapy crawl careers [-a url=URL | -a boards=FILE | -a companies=NAME,NAME]"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        assert self.settings is not None
        assert self.crawler_process is not None
        if args != ["careers"]:
            if len(args) == 1 and args[0] not in (names := self.crawler_process.spider_loader.list()):
                self.stop(REFUSED, f"there is no spider {args[0]!r}. There are: {', '.join(names)}")
                return
            super().run(args, opts)
            return
        try:
            plan = plan_of(self.settings, opts.spargs)
        except PlanError as error:
            self.stop(REFUSED, str(error))
            return
        with ExitStack() as held:
            for lock in locks_of(plan):
                try:
                    held.enter_context(FileLock(lock, timeout=0))
                except Timeout:
                    self.stop(LOCKED, f"another run is writing to {lock.parent}; wait for its end, or give this one a folder of its own with -s OUTPUT=DIR")
                    return
            self.crawl(plan)

    def crawl(self, plan: Plan) -> None:
        assert self.settings is not None
        assert self.crawler_process is not None
        if plan.recording is not None:
            self.settings.setdict(REPLAY_SETTINGS, priority="cmdline")
        elif contact := self.settings.get("CONTACT"):
            self.settings.set("USER_AGENT", f"{self.settings['USER_AGENT']} (+{contact})", priority="cmdline")
        # Scrapy makes a record of every item and lets its handler throw it away: a tenth of the cost of a posting.
        logging.getLogger("scrapy").setLevel(self.settings["LOG_LEVEL"])
        if self.settings["LOG_LEVEL"] == "WARNING":
            for name in TOLD_BY_THE_VERDICT:
                logging.getLogger(name).setLevel(logging.CRITICAL)
        tell_plan(plan)
        ended = self.read_together(plan) if plan.workers > 1 else self.read(plan)[1]
        if ended is None:
            self.stop(FAILED, "the run failed; the lines above say why. What was read is in the store, and the next run goes on from there")
            return
        self.exitcode = ended.status
        tell(ended, plan)

    def read(self, plan: Plan) -> tuple[Part | None, Ended | None]:
        """Crawl in this process: what it did of the run, and how the run ended, where it ended; ``None`` when it failed."""
        assert self.crawler_process is not None
        crawler = self._create_crawler("careers")
        self.crawler_process.crawl(crawler, plan=plan)
        self.crawler_process.start()
        pipeline = crawler.get_item_pipeline(StorePipeline)
        if self.crawler_process.bootstrap_failed or pipeline is None or pipeline.part is None or pipeline.part.failed:
            return None, None
        return pipeline.part, pipeline.ended

    def read_together(self, plan: Plan) -> Ended | None:
        """Crawl in ``plan.workers`` processes."""
        assert self.settings is not None
        meeting = plan.output / ".hosts"
        self.settings.set("SHARED_HOSTS", str(meeting), priority="cmdline")
        slots, at_once = self.settings.getdict("DOWNLOAD_SLOTS"), self.settings.getint("CONCURRENT_REQUESTS_PER_DOMAIN")
        store = Store(plan.store_url)
        run = store.begin_run(plan.now, plan.digest, plan.sample)
        store.close()  # a connection does not survive a fork
        shares = parts_of(plan.boards, plan.workers, lambda host: int(slots.get(host, {}).get("concurrency", at_once)))
        parts = read_in_parts([replace(plan, boards=share, part_of=run, workers=1) for share in shares], lambda mine: self.read(mine)[0])
        shutil.rmtree(meeting, ignore_errors=True)
        store = Store(plan.store_url)
        ended = None if any(part.failed for part in parts) else end_run(store, run, plan, parts)
        store.close()
        return ended

    def stop(self, status: int, message: str) -> None:
        print(f"careers: {message}", file=sys.stderr)
        self.exitcode = status


def locks_of(plan: Plan) -> list[Path]:
    """The files that a run locks: one in its output folder, one beside the database that it keeps its state in."""
    locks = [plan.output / ".lock"]
    store = make_url(plan.store_url)
    if store.get_backend_name() == "sqlite" and store.database:
        locks.append(Path(f"{store.database}.lock"))
    return locks
