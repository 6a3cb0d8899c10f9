"""Whether a text offers equity, or a bonus, on top of pay. Amounts of either are never taken for pay."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Literal

from crawler.fields.folding import fold
from crawler.fields.look import Look, look
from crawler.fields.pay.offerwords import BONUS, BONUS_FOR, COMMISSION_OF, EQUITY, OTHER_AFTER, OTHER_BEFORE
from crawler.fields.pay.scan import listed, pattern

MENTIONS_MAX = 60  # words that are looked at; a text that offers none by then does not
AROUND = 70  # characters on either side that say how a word is meant

_AND = r"(?:,? (?:and|&|or) |, ?| ?/ ?|[ -])"
_OTHER_EQUITY = re.compile(rf"{pattern(listed(OTHER_BEFORE))}{_AND}equity|equity{_AND}{pattern(listed(OTHER_AFTER))}")
_COMPANY = re.compile(
    r"""
    salar | compensation | comp\b | package | bonus | benefit | option | grant | \bbase\b | stock | offer | stake | [0-9]\s?%
    | competitive | meaningful | generous | significant | ownership | early | founding | vest | \+\ ?equity | negotiable
    | eligible | reward | [$€£][0-9] | [0-9]k\b | startup | share\ in | plus\ equity | emi\b | cash""",
    re.X,
)
_TOKENS = re.compile(r"incentive|package|grant|allocation|salar|compensation|bonus|\+ ?tokens|equity")

_NO_BONUS_BEFORE = re.compile(
    rf"(?:{pattern(listed(BONUS_FOR))}[ -](?:a |an |und )?|(?:{pattern(listed(COMMISSION_OF))}|\b0%) ?)$"
)
_NO_BONUS_AFTER = re.compile(
    r"""
    bonus(?:es)?[ -](?:points?|if|qualifications?|skills?|experience|features?|content|track|codes?|round|when|to\ have
      |for\ (?:candidates|having|knowledge|experience|any|prior|fluency))
    | bonus:\ (?:experience|knowledge|familiar|you)
    | commission(?:er|ing|ed)""",
    re.X,
)
_NEGATED = re.compile(
    r"""
    (?:\bnot\ (?:\w+\ )?(?:include|reflect|account|offer|cover|represent|apply|eligible) | \bexclud\w+ | \bexclusive\ of
      | \bwithout\b | \bno\b | \bnor\b | \bnot\b)[^.!?\n]{0,60}$""",
    re.X,
)


class _Offers:
    """Finds the words of an offer where a look at the text says that they stand."""

    def __init__(self, kind: Literal["equity", "bonus"], words: Sequence[str]) -> None:
        self.kind = kind
        self.signs = tuple(folded for word in words if not (folded := fold(word.strip("*"))).isascii())
        self.pattern = re.compile(pattern(words))

    def __call__(self, seen: Look) -> Iterator[re.Match[str]]:
        """The words in the order of the text, none within another."""
        if seen.spelt(self.signs):
            yield from self.pattern.finditer(seen.low)
            return
        end = 0
        for start in sorted({start for start, _ in seen.places(self.kind)}):
            if start >= end and (found := self.pattern.match(seen.low, start)):
                yield found
                end = found.end()


_EQUITY = _Offers("equity", EQUITY)
_BONUS = _Offers("bonus", BONUS)


def mentions_equity(text: str) -> bool:
    """Whether *text* offers equity, options, shares or tokens; that pay "does not include equity" is no offer.

    >>> mentions_equity("$90k-120k + equity"), mentions_equity("diversity, equity and inclusion; private equity")
    (True, False)
    >>> mentions_equity("The figures reflect base pay only and do not include equity, or benefits.")
    False
    """
    seen = look(text)
    low = seen.low
    for found in islice(_EQUITY(seen), MENTIONS_MAX):
        start, end = found.span()
        before, around = low[max(0, start - AROUND) : start], low[max(0, start - AROUND) : end + AROUND]
        if _NEGATED.search(before):
            continue
        if found[0] == "equity" and (
            _OTHER_EQUITY.search(low, max(0, start - 20), end + 20) or (len(low) > 200 and not _COMPANY.search(around))
        ):
            continue
        if found[0] == "tokens" and not _TOKENS.search(around):
            continue
        return True
    return False


def mentions_bonus(text: str) -> bool:
    """Whether *text* offers a bonus, commission, variable pay or a share of profits; sign-on and referral bonuses are none.

    >>> mentions_bonus("£40k + bonus"), mentions_bonus("$5,000 sign-on bonus"), mentions_bonus("Docker is a bonus")
    (True, False, False)
    """
    seen = look(text)
    low = seen.low
    for found in islice(_BONUS(seen), MENTIONS_MAX):
        start = found.start()
        before = low[max(0, start - AROUND) : start]
        named = found[0].startswith(("bonus", "commission"))
        if (named and _NO_BONUS_BEFORE.search(before)) or _NO_BONUS_AFTER.match(low, start) or _NEGATED.search(before):
            continue
        return True
    return False
