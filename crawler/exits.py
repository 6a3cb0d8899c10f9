"""With which status a command ends: what cron, systemd and scripts read. ``docs/operations.md`` has the remedies."""

from enum import IntEnum


class Exit(IntEnum):
    """The statuses of `scrapy crawl careers`; the other commands use the first five."""

    PROVED = 0  # every board
    FAILED = 1  # the run itself
    REFUSED = 2  # bad arguments, list, archive or store; nothing was fetched
    UNPROVED = 3  # some boards; data is written all the same
    UNREAD = 4  # every board
    DRIFT = 5  # a board lost postings or a field, and STRICT=1 asks for that to count; data is written all the same
    HOOK = 6  # an alert or a notice could not be sent; alerts are sent after the next run
    LOST = 65  # postings that were found are not stored, or a damaged store was set aside (EX_DATAERR)
    OUTPUT = 74  # files or the store cannot be written or reached (EX_IOERR)
    LOCKED = 75  # another run is at work (EX_TEMPFAIL)
    # A run that was stopped ends with 128 + the signal, as a shell would say it: 129 SIGHUP, 130 SIGINT, 143 SIGTERM.


WORSE = (Exit.PROVED, Exit.HOOK, Exit.DRIFT, Exit.UNPROVED, Exit.UNREAD, Exit.FAILED, Exit.LOST, Exit.OUTPUT)  # the later says the more


def worst(*statuses: int) -> int:
    """Of several things that are true of a run, the one that a person should hear of first.

    >>> worst(3, 65), worst(4, 74, 0)
    (65, 74)
    """
    return max(statuses, key=lambda status: WORSE.index(Exit(status)) if status in WORSE else status)  # a signal is the last word


MEANING = {
    Exit.PROVED: "every board is proved", Exit.FAILED: "the run failed", Exit.REFUSED: "the run was refused: nothing was fetched",
    Exit.UNPROVED: "some boards are not proved", Exit.UNREAD: "no board could be read", Exit.DRIFT: "a board lost postings or a field",
    Exit.HOOK: "an alert or a notice could not be sent", Exit.LOST: "postings were found and are not stored",
    Exit.OUTPUT: "files or the store could not be written", Exit.LOCKED: "another run is at work",
}  # fmt: skip


def meaning(status: int) -> str:
    """An exit *status* in words.

    >>> meaning(3), meaning(143)
    ('some boards are not proved', 'the run was stopped by signal 15')
    """
    return MEANING[Exit(status)] if status in MEANING else f"the run was stopped by signal {status - 128}"


class StopError(Exception):
    """The run cannot begin or go on; the message is one line that names the thing and the remedy."""

    def __init__(self, message: str, status: Exit) -> None:
        super().__init__(message)
        self.status = status
