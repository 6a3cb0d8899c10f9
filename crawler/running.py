"""One run of ``scrapy crawl careers``: its plan, its crawl in one process or several, its closing words and its exit status."""

import logging
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from typing import Any

from scrapy.crawler import CrawlerProcessBase
from scrapy.settings import BaseSettings
from sqlalchemy.exc import DBAPIError

from crawler.alerts.hooks import HookError, Hooks
from crawler.alerts.notifying import notify
from crawler.alerts.sending import send_alerts
from crawler.ending import Ended, Part, end_run
from crawler.exits import Exit, StopError, worst
from crawler.extensions.faults import Faults
from crawler.extensions.stopping import Stopping
from crawler.fleet import handing
from crawler.fleet.parts import parts_of
from crawler.fleet.workers import read_in_parts
from crawler.middlewares.contact import introduce
from crawler.pipelines.store import StorePipeline
from crawler.plan import Plan, plan_of
from crawler.report import tell, tell_plan, tell_runs
from crawler.retention import forget, keep
from crawler.store import Store, shown_url, stamp
from crawler.store.trouble import trouble_of

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
    if plan.rebuilt:
        print(f"careers: {plan.rebuilt}", file=sys.stderr)
    tell_plan(plan)
    if plan.queue:
        return work(process, settings, plan)
    if plan.runs:
        return replay_runs(process, settings, plan)
    ended = read_run(process, settings, plan, plan.workers > 1)
    tell(ended, plan)
    return pass_on(settings, plan, ended)


def pass_on(settings: BaseSettings, plan: Plan, ended: Ended) -> int:
    """Send the alerts of a run and a notice of how it *ended*, where hooks are set; the exit status."""
    status = worst(ended.status, Exit.LOST) if plan.rebuilt else ended.status
    try:
        if (hooks := Hooks.of(settings, "ALERT")) and not ended.cut_off:
            with told(plan), closing(Store(plan.store_url)) as store:
                send_alerts(store, plan.output, hooks)
    except HookError as error:
        print(f"careers: {error}. What is not sent is sent after the next run", file=sys.stderr)
        status = worst(status, Exit.HOOK)
    try:
        notify(settings, status, ended=ended)
    except HookError as error:
        print(f"careers: {error}", file=sys.stderr)
        status = worst(status, Exit.HOOK)
    return status


def read_run(process: CrawlerProcessBase, settings: BaseSettings, plan: Plan, together: bool) -> Ended:
    """Begin the run of *plan*, or go on with it, read its boards in processes of their own where *together*, and end it."""
    kept = keep(settings)
    with told(plan):
        store = Store(plan.store_url)
        run = store.begin_run(plan.now, plan.digest, plan.sample)
        store.close()  # a connection does not survive a fork
        mine = replace(plan, part_of=run)
        parts = read_together(process, settings, mine) if together else [read(process, mine)]
        stop_without_store(parts)
        store = Store(plan.store_url)
        ended = end_run(store, run, plan, parts)
        if not ended.cut_off and not plan.more:
            forget(store, plan.output, plan.now, kept)
        store.close()
    return ended


def replay_runs(process: CrawlerProcessBase, settings: BaseSettings, plan: Plan) -> int:
    """Read the runs of an archive one after the other, each in a process of its own; the worst of their exit statuses."""
    store = Store(plan.store_url)
    plans = plan.each_run(store)
    store.close()
    statuses: list[int] = []
    for number, each in enumerate(plans, 1):
        ended = read_run(process, settings, each, together=True)
        if ended.trouble:
            ended.trouble = f"run {number} of {len(plans)} of the archive, of {stamp(each.now)}: {ended.trouble}"
        statuses.append(ended.status if ended.cut_off else pass_on(settings, each, ended))
        if ended.cut_off or not each.more:
            tell(ended, each)
        if ended.cut_off:
            return ended.status
    tell_runs(plan, statuses)
    return worst(Exit.PROVED, *statuses)


def work(process: CrawlerProcessBase, settings: BaseSettings, plan: Plan) -> int:
    """Read boards of a queue until none of its run is left; the exit status."""
    settings.set("SHARED_HOSTS", plan.store_url, priority="cmdline")
    with told(plan):
        part = read(process, plan)
        if part.failed and not part.troubles:
            raise StopError("the worker failed; the lines above say why. Its boards go to the others", Exit.FAILED)
        stop_without_store([part])
        ended: Ended | None = handing().end_together(plan, part)
    if part.troubles:
        status = worst(*part.troubles)
        raise StopError(part.troubles[status], Exit(status))
    if ended is None:
        return 128 + part.stopped_by if part.stopped_by else Exit.UNPROVED if part.cut_off else Exit.PROVED
    tell(ended, plan)
    return pass_on(settings, plan, ended)


def stop_without_store(parts: Sequence[Part]) -> None:
    """Raise :class:`StopError` where the store failed one of *parts*: the files stay as they are."""
    for part in parts:
        if part.store_gone:
            status, line = next(iter(part.troubles.items()))
            raise StopError(line, Exit(status))


@contextmanager
def told(plan: Plan) -> Iterator[None]:
    """Raise :class:`StopError` for what disks and servers do."""
    try:
        yield
    except DBAPIError as error:
        trouble = trouble_of(error.orig) if error.orig is not None else None
        if trouble is None:
            raise
        raise StopError(trouble.told(f"store {shown_url(plan.store_url)}"), trouble.status) from error
    except OSError as error:
        trouble = trouble_of(error)
        assert trouble is not None
        raise StopError(trouble.told(str(error.filename or plan.output)), trouble.status) from error


def prepare(settings: BaseSettings, plan: Plan) -> None:
    """What the plan makes of the settings: where answers come from, and who is asking. Raises :class:`StopError`."""
    if plan.recording is not None:
        settings.setdict(REPLAY_SETTINGS, priority="cmdline")
    else:
        introduce(settings)
    # Scrapy makes a record of every item and lets its handler throw it away: a tenth of the cost of a posting.
    logging.getLogger("scrapy").setLevel(settings["LOG_LEVEL"])


def read(process: CrawlerProcessBase, plan: Plan) -> Part:
    """Crawl in this process: what it did of the run."""
    crawler = process.create_crawler("careers")
    process.crawl(crawler, plan=plan)
    process.start()
    pipeline, faults = crawler.get_item_pipeline(StorePipeline), crawler.get_extension(Faults)
    if process.bootstrap_failed or pipeline is None or pipeline.part is None:
        return Part(cut_off=True, failed=1)
    part = pipeline.part
    stopping = crawler.get_extension(Stopping)
    part.stopped_by = stopping.asked_with if stopping is not None else 0
    part.troubles = (faults.told() if faults is not None else {}) | part.troubles
    return part


def read_together(process: CrawlerProcessBase, settings: BaseSettings, plan: Plan) -> list[Part]:
    """Crawl in ``plan.workers`` processes."""
    meeting = plan.output / ".hosts"
    if plan.recording is None:
        settings.set("SHARED_HOSTS", str(meeting), priority="cmdline")
    slots, at_once = settings.getdict("DOWNLOAD_SLOTS"), settings.getint("CONCURRENT_REQUESTS_PER_DOMAIN")
    shares = parts_of(plan.boards, plan.workers, lambda host: int(slots.get(host, {}).get("concurrency", at_once)))
    parts = read_in_parts([replace(plan, boards=share, workers=1) for share in shares], lambda mine: read(process, mine))
    shutil.rmtree(meeting, ignore_errors=True)
    return parts
