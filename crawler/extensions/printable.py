"""What strangers wrote cannot forge a line of our log, nor speak to the terminal that shows it."""

import logging
from typing import Any, Self

from scrapy.crawler import Crawler

from crawler.printing import printable


class PrintableFormatter(logging.Formatter):
    """Writes control characters as escapes; line breaks, too, in messages of our own loggers."""

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802
        return printable(super().formatMessage(record), lines=not record.name.startswith("crawler"))

    def formatException(self, ei: Any) -> str:  # noqa: N802
        return printable(super().formatException(ei), lines=True)


class PrintableLog:
    """Gives every handler of the log that formatter."""

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        for handler in logging.getLogger().handlers:
            handler.setFormatter(PrintableFormatter(crawler.settings["LOG_FORMAT"], crawler.settings["LOG_DATEFORMAT"]))
        return cls()
