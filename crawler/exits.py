"""With which status a command ends: what cron, systemd and scripts read. ``docs/operations.md`` has the remedies."""

from enum import IntEnum


class Exit(IntEnum):
    """The statuses of `scrapy crawl careers`; the other commands use the first five."""

    PROVED = 0  # every board
    FAILED = 1  # the run itself
    REFUSED = 2  # bad arguments, list, archive or store; nothing was fetched
    UNPROVED = 3  # some boards; data is written all the same
    UNREAD = 4  # every board
    LOST = 65  # postings that were found are not stored, or a damaged store was set aside (EX_DATAERR)
    OUTPUT = 74  # files or the store cannot be written or reached (EX_IOERR)
    LOCKED = 75  # another run is at work (EX_TEMPFAIL)
    # A run that was stopped ends with 128 + the signal, as a shell would say it: 129 SIGHUP, 130 SIGINT, 143 SIGTERM.


WORSE = (Exit.PROVED, Exit.UNPROVED, Exit.UNREAD, Exit.FAILED, Exit.LOST, Exit.OUTPUT)  # the later says the more


def worst(*statuses: int) -> int:
    """Of several things that are true of a run, the one that a person should hear of first.

    >>> worst(3, 65), worst(4, 74, 0)
    (65, 74)
    """
    return max(statuses, key=lambda status: WORSE.index(Exit(status)))


class StopError(Exception):
    """The run cannot begin or go on; the message is one line that names the thing and the remedy."""

    def __init__(self, message: str, status: Exit) -> None:
        super().__init__(message)
        self.status = status
