"""One run of ``scrapy crawl careers``: its plan, its crawl in one process or several, its closing words and its exit status."""

import logging
import shutil
from dataclasses import replace
from typing import Any

from scrapy.crawler import CrawlerProcessBase
from scrapy.settings import BaseSettings

from crawler.ending import Ended, Part, end_run
from crawler.exits import Exit, StopError, worst
from crawler.fleet import handing
from crawler.fleet.parts import parts_of
from crawler.fleet.workers import read_in_parts
from crawler.middlewares.contact import introduce
from crawler.pipelines.store import StorePipeline
from crawler.plan import Plan, plan_of
from crawler.report import tell, tell_plan, tell_runs
from crawler.store import Store, stamp

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


def run_careers(process: CrawlerProcessBase, settings: BaseSettings, arguments: dict[str, Any]) -> int:
    """Read the list that *arguments* name; the exit status.

    Raises :class:`StopError` where the run could not begin or came to no end.
    """
    plan = handing().plan_of_queue(settings, arguments) if settings["QUEUE"] else plan_of(settings, arguments)
    prepare(settings, plan)
    if settings["LOG_LEVEL"] == "WARNING":
        for name in TOLD_BY_THE_VERDICT:
            logging.getLogger(name).setLevel(logging.CRITICAL)
    tell_plan(plan)
    if plan.queue:
        return work(process, settings, plan)
    if plan.runs:
        return replay_runs(process, settings, plan)
    ended = read_together(process, settings, plan) if plan.workers > 1 else read(process, plan)[1]
    if ended is None:
        raise StopError(FAILED, Exit.FAILED)
    tell(ended, plan)
    return ended.status


FAILED = "the run failed; the lines above say why. What was read is in the store, and the next run goes on from there"


def replay_runs(process: CrawlerProcessBase, settings: BaseSettings, plan: Plan) -> int:
    """Read the runs of an archive one after the other, each in a process of its own; the worst of their exit statuses."""
    store = Store(plan.store_url)
    plans = plan.each_run(store)
    store.close()
    statuses: list[int] = []
    for number, each in enumerate(plans, 1):
        ended = read_together(process, settings, each)
        if ended is None:
            raise StopError(f"run {number} of {len(plans)} of the archive, of {stamp(each.now)}: {FAILED}", Exit.FAILED)
        statuses.append(ended.status)
        if ended.cut_off or not each.more:
            tell(ended, each)
        if ended.cut_off:
            return ended.status
    tell_runs(plan, statuses)
    return worst(Exit.PROVED, *statuses)


def work(process: CrawlerProcessBase, settings: BaseSettings, plan: Plan) -> int:
    """Read boards of a queue until none of its run is left; the exit status."""
    settings.set("SHARED_HOSTS", plan.store_url, priority="cmdline")
    part, _ = read(process, plan)
    if part is None:
        raise StopError("the worker failed; the lines above say why. Its boards go to the others", Exit.FAILED)
    ended: Ended | None = handing().end_together(plan, part)
    if ended is None:
        return Exit.UNPROVED if part.cut_off else Exit.PROVED
    tell(ended, plan)
    return ended.status


def prepare(settings: BaseSettings, plan: Plan) -> None:
    """What the plan makes of the settings: where answers come from, and who is asking. Raises :class:`StopError`."""
    if plan.recording is not None:
        settings.setdict(REPLAY_SETTINGS, priority="cmdline")
    else:
        introduce(settings)
    # Scrapy makes a record of every item and lets its handler throw it away: a tenth of the cost of a posting.
    logging.getLogger("scrapy").setLevel(settings["LOG_LEVEL"])


def read(process: CrawlerProcessBase, plan: Plan) -> tuple[Part | None, Ended | None]:
    """Crawl in this process: what it did of the run, and how the run ended, where it ended; ``None`` when it failed."""
    crawler = process.create_crawler("careers")
    process.crawl(crawler, plan=plan)
    process.start()
    pipeline = crawler.get_item_pipeline(StorePipeline)
    if process.bootstrap_failed or pipeline is None or pipeline.part is None or pipeline.part.failed:
        return None, None
    return pipeline.part, pipeline.ended


def read_together(process: CrawlerProcessBase, settings: BaseSettings, plan: Plan) -> Ended | None:
    """Crawl in ``plan.workers`` processes."""
    meeting = plan.output / ".hosts"
    if plan.recording is None:
        settings.set("SHARED_HOSTS", str(meeting), priority="cmdline")
    slots, at_once = settings.getdict("DOWNLOAD_SLOTS"), settings.getint("CONCURRENT_REQUESTS_PER_DOMAIN")
    store = Store(plan.store_url)
    run = store.begin_run(plan.now, plan.digest, plan.sample)
    store.close()  # a connection does not survive a fork
    shares = parts_of(plan.boards, plan.workers, lambda host: int(slots.get(host, {}).get("concurrency", at_once)))
    parts = read_in_parts([replace(plan, boards=share, part_of=run, workers=1) for share in shares], lambda mine: read(process, mine)[0])
    shutil.rmtree(meeting, ignore_errors=True)
    store = Store(plan.store_url)
    ended = None if any(part.failed for part in parts) else end_run(store, run, plan, parts)
    store.close()
    return ended
