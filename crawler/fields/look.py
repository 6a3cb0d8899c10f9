"""A text looked at once for every reader: in small letters, folded, and where the words stand that readers look for.

Most readers find nothing in most texts, and each of them knows words of which one is in every text that says anything to
it. These words are found here, all of them in one pass (https://en.wikipedia.org/wiki/Aho%E2%80%93Corasick_algorithm),
and what has none of its words costs a reader nothing.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Final

from ahocorasick_rs import BytesAhoCorasick, Implementation

from crawler.fields import educationwords, eligibilitywords, employmentwords, experiencewords, sectionwords
from crawler.fields.folding import fold, folded_sign, lower, signs_of, small_sign
from crawler.fields.pay import offerwords

_LETTERS: Final = bytes(code if chr(code).isalpha() and code < 128 else 32 for code in range(256))
TEXT_MAX: Final = 60_000  # characters that are looked at; the longest real description seen had as many
_KEPT: Final = 16  # texts: the readers of one posting come one after the other

# Words by kind. "*" at an end: the word may go on there; what is no letter stands for a blank. Words of scripts without
# ASCII are left out: `Look.spelt`.
WORDS: Final[Mapping[str, Iterable[str]]] = {
    "employment": employmentwords.KEYS,
    "years": experiencewords.YEARS,
    "years in one": experiencewords.COMPOUNDS,
    "none needed": experiencewords.NONE_NEEDED,
    "optional": experiencewords.OPTIONAL,
    "equity": offerwords.EQUITY,
    "bonus": offerwords.BONUS,
    "benefits": ("benefits",),
    "section ends": sectionwords.ENDS,
    "education": educationwords.KEYS,
    "education elsewhere": educationwords.KEYS_ELSEWHERE,
    "eligibility": [f"*{word}*" for word in (*eligibilitywords.VISA_KEYS, *eligibilitywords.CLEARANCE_KEYS)],
    "pay ends": sectionwords.PAY_ENDS,
}


Place = tuple[int, str]  # where a word of WORDS begins, and the word


class Look:
    """What one look at a text tells.

    *low*: the text in small letters, of the same length; *folded*: :func:`crawler.fields.folding.fold` of it. *signs*: the
    signs of the text that are no ASCII, one of each; *foreign*: how many signs of *folded* are no ASCII.
    """

    __slots__ = ("_folded_places", "_places", "_small", "folded", "foreign", "low", "signs")

    def __init__(self, text: str) -> None:
        self.low = aligned = lower(text)
        signs = signs_of(text)
        self.signs = frozenset(signs)
        self.foreign = len(signs)
        self._small = {small_sign(sign) for sign in self.signs}
        long: list[tuple[str, str]] = []  # ß and combining marks: folded, the rest of the text moves
        for sign in self.signs:
            small, plain = small_sign(sign), folded_sign(sign)
            if len(plain) != 1:
                long.append((small, plain))
            elif plain != small:
                aligned = aligned.replace(small, plain)
            if plain.isascii():
                self.foreign -= signs.count(sign)
        self.folded = aligned
        for sign, plain in long:
            self.folded = self.folded.replace(sign, plain)
        self._places = _places(aligned)
        self._folded_places = None if long else self._places

    def places(self, kind: str) -> Sequence[Place]:
        """Where words of *kind* stand in :attr:`low`, in the order of their ends."""
        return self._places.get(kind, ())

    def folded_places(self, kind: str) -> Sequence[Place]:
        """Where words of *kind* stand in :attr:`folded`."""
        if self._folded_places is None:
            self._folded_places = _places(self.folded)
        return self._folded_places.get(kind, ())

    def spelt(self, words: Iterable[str]) -> list[str]:
        """Those of *words*, folded and of scripts without ASCII, that stand in the text."""
        return [word for word in words if word[0] in self._small and word in self.folded]


def look(text: str) -> Look:
    r"""The one look at the first ``TEXT_MAX`` characters of *text*, whoever asks first.

    >>> seen = look("Straße: 5 Jahre,\nFULL-TIME")
    >>> seen.folded, seen.places("years"), seen.folded_places("employment")
    ('strasse: 5 jahre,\nfull-time', [(10, 'jahre')], [(18, 'full time*')])
    """
    return _look(text[:TEXT_MAX])


_look = lru_cache(maxsize=_KEPT)(Look)


def _places(aligned: str) -> dict[str, list[Place]]:
    search, words = _search()
    found: dict[str, list[Place]] = {}
    plain = b" " + aligned.encode("ascii", "replace").translate(_LETTERS) + b" "
    for number, start, _ in search.find_matches_as_indexes(plain, overlapping=True):
        kind, word, before = words[number]
        if kind in found:
            found[kind].append((start - before, word))
        else:
            found[kind] = [(start - before, word)]
    return found


@cache
def _search() -> tuple[BytesAhoCorasick, list[tuple[str, str, int]]]:
    """What finds the words, and of each: its kind, the word, and how far before it the finding begins."""
    keys = {(kind, _key(word)): word for kind, words in WORDS.items() for word in words if fold(word).isascii()}
    search = BytesAhoCorasick([key for _, key in keys], implementation=Implementation.DFA)
    return search, [(kind, word, 1 if word.startswith("*") else 0) for (kind, _), word in keys.items()]


def _key(word: str) -> bytes:
    """*word* as it stands in the letters of a text: a blank on either side, unless it may go on there."""
    plain = fold(word).strip("*").encode().translate(_LETTERS)
    return (b"" if word.startswith("*") else b" ") + plain + (b"" if word.endswith("*") else b" ")
