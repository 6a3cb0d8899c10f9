"""A log of its own for every run: ``LOG_FOLDER``."""

import os
from datetime import UTC, datetime
from pathlib import Path

from scrapy.settings import BaseSettings

from crawler.exits import Exit, StopError


def log_to_folder(settings: BaseSettings) -> None:
    """Send the log of this run to a file of its own in ``LOG_FOLDER``, and delete all but the last ``KEEP_LOGS``.

    Raises :class:`StopError`.
    """
    if not settings.get("LOG_FOLDER") or settings.get("LOG_FILE"):
        return
    folder = Path(settings["LOG_FOLDER"])
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}-{os.getpid()}.log"
        path.touch()
        for old in sorted(folder.glob("*Z-*.log"))[: -max(settings.getint("KEEP_LOGS"), 1)]:
            old.unlink(missing_ok=True)
    except OSError as error:
        raise StopError(f"log folder {folder}: {error.strerror}. Make it writable, or name another with -s LOG_FOLDER=DIR", Exit.OUTPUT) from error
    settings.set("LOG_FILE", str(path), priority="cmdline")
