"""What goes wrong beside the boards: in feeds, and in whatever else listens to Scrapy's signals."""

import gc
import logging
import re
from typing import Any, Self

from scrapy.crawler import Crawler

from crawler.exits import Exit

# They log an error, and the run would end as if nothing was. asyncio speaks of tasks that nobody waits for: feeds at their end.
SPEAKERS = ("scrapy.utils.signal", "scrapy.extensions.feedexport", "asyncio")


class Faults:
    """Keeps the first fault of each kind for the run's last line and its exit status; tracebacks are for ``-L INFO``."""

    def __init__(self) -> None:
        self.troubles: dict[Exit, str] = {}
        self.count = 0

    def told(self) -> dict[int, str]:
        """A line for each exit status that the faults ask for."""
        gc.collect()  # asyncio speaks of a task when it is forgotten
        more = f" (and {self.count - 1} more)" if self.count > 1 else ""
        remedy = {Exit.OUTPUT: "Make room or name another place", Exit.LOST: "-L INFO shows where it comes from"}
        return {status: f"{line}{more}. {remedy[status]}" for status, line in self.troubles.items()}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        faults = cls()
        for name in SPEAKERS:
            logging.getLogger(name).addFilter(faults.note)
        return faults

    def note(self, record: logging.LogRecord) -> bool:
        """A filter of loggers: takes errors down in grade, so that standard error gets one line in the end."""
        if record.levelno >= logging.ERROR:
            self.count += 1
            error = record.exc_info[1] if isinstance(record.exc_info, tuple) else None
            disk = isinstance(error, OSError)
            self.troubles.setdefault(Exit.OUTPUT if disk else Exit.LOST, f"{place(record)}{said(error) if error else ''}")
            record.levelno, record.levelname = logging.INFO, "INFO"
            return logging.getLogger().isEnabledFor(logging.INFO)
        return True


def place(record: logging.LogRecord) -> str:
    """Where it happened: the function of a signal's handler or of a task, else what the record says."""
    receiver: Any = record.args.get("receiver") if isinstance(record.args, dict) else None
    if receiver is None:
        said = record.getMessage()
        task = re.search(r"coro=<([\w.]+)", said)
        return f"{task[1]} failed: " if task else f"{said.splitlines()[0]}: "
    return f"{getattr(receiver, '__qualname__', receiver)} failed: "


def said(error: BaseException) -> str:
    """*error* in a line.

    >>> said(OSError(28, "No space left on device", "x.csv")), said(ValueError("no number"))
    ('x.csv: No space left on device', "ValueError('no number')")
    """
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    return repr(error)[:300]
