"""Whether a run as a whole is to be believed: many boards that fall silent together are our own network, or our own reader."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from crawler.verdicts import PROVED, UNREAD

# Of 299 runs over 979 boards none had more than 3.5 % of the boards newly silent, half of them 0.3 % or less.
SHARE, SOME = 0.05, 5  # of the boards that answered before, and at least so many
MOST, FEW = 0.5, 2  # in a short list: more than half, and at least so many
OF_PLATFORM, SOME_OF_PLATFORM = 0.5, 3  # eight of twelve boards of one platform once failed in one run, and were well in the next


class Answer(NamedTuple):
    """How a board ended in this run, and in the one before."""

    board: str
    platform: str
    verdict: str
    before: str | None


class Doubt(NamedTuple):
    """Boards whose closings of this run are not believed, and why."""

    boards: list[str]
    why: str


def doubts_of(answers: Sequence[Answer]) -> list[Doubt]:
    """The doubts about a run; none about an ordinary one.

    >>> well = [Answer(f"page:{n}", "page", "complete", "complete") for n in range(95)]
    >>> ill = [Answer(f"page:ill{n}", "page", "timed_out", "complete") for n in range(5)]
    >>> doubts_of(well + ill)[0].why
    '5 of 100 boards fell silent in this run: nothing is closed on its word'
    >>> doubts_of(well + ill[:4])
    []
    """
    asked = [answer for answer in answers if answer.before in PROVED]
    silent = [answer for answer in asked if answer.verdict in UNREAD]
    proved = [answer for answer in answers if answer.verdict in ("complete", "empty")]
    if (len(silent) >= SOME and len(silent) >= SHARE * len(asked)) or (len(silent) >= FEW and len(silent) > MOST * len(asked)):
        return [Doubt([answer.board for answer in proved], f"{len(silent)} of {len(asked)} boards fell silent in this run: nothing is closed on its word")]
    by_platform, ill = Counter(answer.platform for answer in asked), Counter(answer.platform for answer in silent)
    return [
        Doubt([a.board for a in proved if a.platform == name], f"{count} of {by_platform[name]} boards of {name} fell silent in this run: nothing of it is closed")
        for name, count in sorted(ill.items())
        if name != "page" and count >= SOME_OF_PLATFORM and count >= OF_PLATFORM * by_platform[name]
    ]
