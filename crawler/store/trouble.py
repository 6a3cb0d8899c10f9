"""What stops a store altogether: told by the codes of the database and of the system, never by words."""

import errno
import sqlite3
from typing import NamedTuple

from crawler.exits import Exit

FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
SQLITE = {  # primary result codes: https://sqlite.org/rescode.html
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_NOTADB: "damaged",
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_IOERR: "unwritable",
    sqlite3.SQLITE_READONLY: "unwritable",
    sqlite3.SQLITE_CANTOPEN: "unwritable",
    sqlite3.SQLITE_PERM: "unwritable",
}
POSTGRESQL = {"08": "unreachable", "57": "unreachable", "53": "full", "58": "unwritable", "XX": "damaged"}  # classes of SQLSTATE
REMEDY = {
    "full": "Make room on that disk; the next run goes on from here",
    "unwritable": "See that the disk is whole and the folder can be written; the next run goes on from here",
    "unreachable": "See that the server is up and the address right; the next run goes on from here",
    "damaged": "The next run sets it aside and rebuilds it from the files that were written last",
}


class Trouble(NamedTuple):
    """Why the store cannot go on: *kind* is a key of :data:`REMEDY`, *words* what the system says."""

    kind: str
    words: str

    @property
    def status(self) -> Exit:
        return Exit.LOST if self.kind == "damaged" else Exit.OUTPUT

    def told(self, what: str) -> str:
        """A line on *what* (a store, a folder): what happened, and the remedy."""
        return f"{what}: {self.words}. {REMEDY[self.kind]}"


def trouble_of(error: BaseException) -> Trouble | None:
    """What *error* of a driver or of the system says; ``None`` for what is no fault of disk or server.

    >>> trouble_of(OSError(errno.ENOSPC, "No space left on device"))
    Trouble(kind='full', words='No space left on device')
    >>> trouble_of(ValueError("x"))
    """
    words = (str(error).splitlines() or [type(error).__name__])[0]
    if isinstance(error, OSError):
        return Trouble("full" if error.errno in FULL else "unwritable", error.strerror or words)
    code = getattr(error, "sqlite_errorcode", None)
    if code is not None:
        kind = SQLITE.get(code & 0xFF)
        return Trouble(kind, words) if kind else None
    state = getattr(error, "sqlstate", None)
    if state is None:  # psycopg without a server has no state; neither has the error that SQLAlchemy wraps it in
        lost = type(error).__name__ == "OperationalError" and type(error).__module__.startswith("psycopg")
        return Trouble("unreachable", words) if lost else None
    kind = POSTGRESQL.get(state[:2])
    return Trouble(kind, words) if kind else None
