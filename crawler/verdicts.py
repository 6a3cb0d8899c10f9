"""How the reading of a board ended, told from what happened to its requests."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

PROVED = frozenset({"complete", "empty", "unchanged"})  # only these may close what is no longer listed
UNREAD = frozenset({"blocked", "throttled", "robots", "moved", "gone", "changed_layout", "timed_out", "unreachable", "refused", "error"})

# Without a total that agrees, a listing that lost this share of a board is more often a fault of the listing than of
# the jobs: measured on 979 boards, three-day steps.
SHRINK = ((50, 0.3), (8, 0.5))  # (open postings at least, share gone at least)


class Failure(NamedTuple):
    """A request that brought nothing: the verdict it speaks for, and the words."""

    verdict: str
    why: str


@dataclass
class Account:
    """What is known of a board when its last request is answered."""

    listed: int = 0  # distinct postings that its listing named
    unread: int = 0  # rows of the listing that could not be read: set aside, but listed
    advertised: int | None = None
    capped: bool = False
    says_empty: bool = False
    recognised: bool = False
    start: Failure | None = None  # the board's first page did not come
    pages: list[Failure] = field(default_factory=list)  # later pages of the listing that did not come
    details: list[Failure] = field(default_factory=list)  # postings' own pages that did not come
    cut: str | None = None  # a limit of ours that ended the reading
    unchecked: str | None = None  # host whose certificate the user does not want checked


def verdict_of(account: Account) -> Failure:
    """The verdict on a board, and why it is not ``complete``.

    >>> verdict_of(Account(listed=3, advertised=3, recognised=True))
    Failure(verdict='complete', why='')
    >>> verdict_of(Account(listed=3, advertised=5, recognised=True))
    Failure(verdict='partial', why='the board says it has 5 postings, its listing holds 3')
    >>> verdict_of(Account(recognised=True, advertised=0, says_empty=True)).verdict
    'empty'
    >>> verdict_of(Account(start=Failure("blocked", "403"))).verdict
    'blocked'
    """
    a = account
    if a.start is not None:
        return a.start
    if a.cut:
        return Failure("partial", a.cut)
    if a.pages:
        return Failure("partial" if a.listed else a.pages[0].verdict, f"{count(a.pages, 'page')} of the listing failed: {a.pages[0].why}")
    if a.capped:
        return Failure("partial", f"the platform cuts the listing off ({a.listed} postings read)")
    if a.advertised is not None and a.listed + a.unread < a.advertised:
        return Failure("partial", f"the board says it has {a.advertised} postings, its listing holds {a.listed + a.unread}")
    if a.listed:
        why = f"{count(a.details, 'page')} of single postings failed: {a.details[0].why}" if a.details else ""
        return Failure("complete", why or (f"the certificate of {a.unchecked} was not checked (ALLOW_CERTIFICATES)" if a.unchecked else ""))
    if a.unread:
        return Failure("changed_layout", f"none of {count([None] * a.unread, 'row')} could be read")
    if a.says_empty:
        return Failure("empty", "")
    if a.recognised:
        return Failure("changed_layout", "the page holds no posting, and does not say that there is none")
    return Failure("changed_layout", "no posting and no board of a known platform was found on the page")


def shrank(before: int, after: int) -> bool:
    """Whether a listing without a total lost so much that a second look has to confirm it.

    >>> shrank(100, 60), shrank(100, 80), shrank(5, 1)
    (True, False, False)
    """
    return any(before >= size and before - after >= share * before for size, share in SHRINK)


def count(things: Sequence[object], word: str) -> str:
    return f"{len(things)} {word}{'' if len(things) == 1 else 's'}"


def exit_status(verdicts: Sequence[str]) -> int:
    """0 every board proved, 3 some are not, 4 none could be read.

    >>> exit_status(["complete", "empty"]), exit_status(["complete", "blocked"]), exit_status(["gone"])
    (0, 3, 4)
    """
    if all(verdict in PROVED for verdict in verdicts):
        return 0
    return 4 if all(verdict in UNREAD for verdict in verdicts) else 3
