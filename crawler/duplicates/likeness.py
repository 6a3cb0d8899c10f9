"""How alike two texts are: in full (spans of letters) and by a small digest that can be kept (MinHash).

Texts are compared as letters without anything between them. Boards differ in white space, bullets and line ends, and
many copies glue words of neighbouring lines together; the letters stay the same.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise
from operator import eq
from typing import NamedTuple

from crawler.fields.folding import signs_of

SPAN = 16  # letters: about three words; shorter ones meet by chance, longer ones break at every edit
FEW = 0.2  # a smaller share of runs proves nothing, however they lie
LONGEST = 12_000  # characters of a text that are read: nearly every posting in full
SENTENCES = 500  # of a text that are looked at for boilerplate; real ones have 50 to 200
PERMUTATIONS = 128  # error of an estimate: about 0.04
SEED = 42
PIECE = 7  # letters: shorter ones are in every text
RARE = 80  # letters to a piece, on average, above which a text is not cut
DIGEST_VERSION = 2  # digests of another version cannot be compared: raise it when anything here changes

_CUT_AT = re.compile("[тнτνתのに的이ن]")  # beside t and n
_WORD = re.compile(r"[^\W_]+")
# Masked or rewritten by most boards, so no part of what a posting says.
_ADDRESS = re.compile(r"\b(?:https?://|www\.)\S{1,300}|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}")
_SENTENCE = re.compile(r"[.!?;\n•]+\s*|(?<=[a-zà-ÿ)])(?=[A-ZÀ-Ý][a-zà-ÿ])")
# What employers put under every posting: who they are, what they give, what the law wants them to say.
_BOILERPLATE = tuple(
    """equal opportunit|equal employ|regardless| race|religio|sexual orient|gender|disab|accommodat|divers|inclusi|belong|benefit
    |pension|insurance|dental|401|holiday|annual leave|vacation|parental|perk|wellbeing|well-being|bonus|salary|compensation
    |about us|who we are|our mission|our values|our vision|our culture|our people|our story|founded|headquarter|leading provider
    |leading global|leading supplier|world leading|global leader|privacy|cookie|apply|applica|agenc|background check|colleagues
    |über uns|wir bieten|chancengleich|schwerbehind|urlaub|altersvorsorge|bewerb|gleichstell
    |égalité|handicap|avantages|mutuelle|candidat|igualdad|discapacidad|beneficios""".replace("\n    ", "").split("|")
)


class Likeness(NamedTuple):
    """What two texts share, as shares from 0 to 1.

    *whole*: of the shorter one's letters, those in runs of :data:`SPAN` or more that stand in the longer one, too; *core*: the
    same of what is not boilerplate.

    *jaccard*: runs in both of the runs in either. *letters*: length of the shorter text.
    """

    whole: float
    core: float
    jaccard: float
    letters: int


class Text:
    """A text made ready to be compared with many others; what equal texts do not need is made when it is asked for."""

    __slots__ = ("_core", "_spans", "_text", "letters")

    def __init__(self, text: str) -> None:
        self._text = _ADDRESS.sub(" ", text[:LONGEST])
        self.letters = letters(self._text)
        self._spans: frozenset[str] | None = None
        self._core: str | None = None

    @property
    def spans(self) -> frozenset[str]:
        if self._spans is None:
            self._spans = spans(self.letters)
        return self._spans

    @property
    def core(self) -> str:
        """The letters of the text without its boilerplate."""
        if self._core is None:
            parts = _SENTENCE.split(self._text)
            folded = [part.casefold() for part in parts[:SENTENCES]]
            kept = [part for part in folded if not any(word in part for word in _BOILERPLATE)]
            self._core = letters(" ".join(kept))
        return self._core


_NO_LETTERS = bytes(code for code in range(128) if not chr(code).isalnum())
_MANY_SIGNS = 5  # one sign in so many: from here on the text is better folded as a whole


def letters(text: str) -> str:
    r"""The letters and digits of *text*, folded, without anything between them.

    >>> letters("Données & Analyse –\n• Senior")
    'donneesanalysesenior'
    """
    if not text.isascii():
        signs = signs_of(text)
        if len(signs) * _MANY_SIGNS > len(text):
            folded = unicodedata.normalize("NFKD", text)[: 2 * LONGEST]
            return "".join(_WORD.findall(folded.casefold()))[:LONGEST]
        for sign in set(signs):
            text = text.replace(sign, _sign_letters(sign))
    # Bytes lose what is no letter ten times faster than a pattern finds what is one.
    return text.encode("utf-8", "surrogatepass").lower().translate(None, _NO_LETTERS).decode("utf-8", "surrogatepass")[:LONGEST]


@lru_cache(maxsize=4096)
def _sign_letters(sign: str) -> str:
    return "".join(_WORD.findall(unicodedata.normalize("NFKD", sign).casefold()))


def plain_letters(text: str) -> str:
    """:func:`letters` of what a text says: its beginning, without addresses."""
    said = text[:LONGEST]
    return letters(_ADDRESS.sub(" ", said) if "//" in said or "www." in said or "@" in said else said)


def spans(text: str) -> frozenset[str]:
    """Every run of :data:`SPAN` letters of *text*; the text itself where it is shorter, nothing of an empty one."""
    if len(text) <= SPAN:
        return frozenset([text] if text else [])
    return frozenset([text[start : start + SPAN] for start in range(len(text) - SPAN + 1)])


def likeness(a: Text, b: Text) -> Likeness:
    """Compare two texts; the order does not matter.

    >>> likeness(Text("We look for a data engineer in our team"), Text("We look for a data engineer")).whole
    1.0
    """
    if (len(a.letters), a.letters) > (len(b.letters), b.letters):
        a, b = b, a
    size = len(a.letters)
    if not size:
        return Likeness(0.0, 0.0, 0.0, 0)
    if a.letters == b.letters:
        return Likeness(1.0, 1.0, 1.0, size)
    shared = len(a.spans & b.spans)
    jaccard = shared / (len(a.spans) + len(b.spans) - shared)
    if shared < FEW * len(a.spans):  # most pairs; what they share need not be known exactly
        return Likeness(shared / len(a.spans), 0.0, jaccard, size)
    whole = covered(a.letters, b.spans)
    # A few sentences say nothing: then the whole has to do.
    return Likeness(whole, covered(a.core, b.spans) if len(a.core) >= 10 * SPAN else whole, jaccard, size)


def covered(text: str, known: frozenset[str]) -> float:
    """The share of *text* that lies in runs of :data:`SPAN` letters of *known*."""
    if len(text) <= SPAN:
        return float(text in known)
    starts = [start for start in range(len(text) - SPAN + 1) if text[start : start + SPAN] in known]
    inside = sum(min(SPAN, after - start) for start, after in pairwise([*starts, len(text)])) if starts else 0
    return inside / len(text)


def pieces(text: str) -> list[str]:
    """*text*, letters alone, cut at letters that its alphabet has many of; pieces of less than :data:`PIECE` letters left out.

    Where it is cut depends on the text alone, so an edit touches one piece or two, and there are a twentieth as many as spans. A
    text without such letters gives its spans.

    >>> pieces("wewanttofindaneditorwhoreadsandwrites"), pieces("abc")
    (['orwhoreadsa'], ['abc'])
    """
    parts = (text if text.isascii() else _CUT_AT.sub("t", text)).replace("n", "t").split("t")
    found = [part for part in parts if len(part) >= PIECE]
    return found if len(found) * RARE >= len(text) else sorted(spans(text))


def digest(text: str) -> bytes:
    """The MinHash of *text*, 132 bytes, to be kept beside a posting and compared by :func:`similarity`.

    A byte of version, three bytes of the number of pieces, then the lowest byte of each of 128 minima: b-bit minwise
    hashing, https://doi.org/10.1145/1772690.1772759. Equal texts have equal digests, on every machine.
    """
    import rensa  # by whoever compares texts, not by every import of ours

    found = pieces(plain_letters(text))
    sketch = rensa.RMinHash(num_perm=PERMUTATIONS, seed=SEED)
    sketch.update(found)
    return bytes([DIGEST_VERSION]) + len(set(found)).to_bytes(3, "big") + bytes([value & 0xFF for value in sketch.digest()])


def similarity(a: bytes, b: bytes) -> float:
    """The share of pieces that two texts have in common (Jaccard, 0 to 1), estimated from their digests.

    0 also where the two cannot be compared: an empty text, another version, no digest at all.
    """
    if len(a) != len(b) or len(a) != PERMUTATIONS + 4 or a[0] != b[0] or not (any(a[1:4]) and any(b[1:4])):
        return 0.0
    equal: float = sum(map(eq, a[4:], b[4:])) / PERMUTATIONS
    return max(0.0, (equal - 1 / 256) / (1 - 1 / 256))  # one byte in 256 is equal by chance


def may_be_alike(a: bytes, b: bytes, least: float = 0.5) -> bool:
    """Whether a good share of the shorter text can be in the longer one, by their digests: a sieve before :func:`likeness`.

    *least* is that share. Three standard errors are given to the doubt, so that a copy is passed over about once in a
    thousand; the number of pieces beside the minima makes a short cut of a long text pass, too.
    """
    if len(a) != len(b) or len(a) != PERMUTATIONS + 4 or a[0] != b[0]:
        return True
    sizes = sorted((int.from_bytes(a[1:4], "big"), int.from_bytes(b[1:4], "big")))
    shared = least * sizes[0]
    expected = shared / (sum(sizes) - shared) if sizes[0] else 0.0
    error: float = (max(expected, 0.01) * (1 - expected) / PERMUTATIONS) ** 0.5
    return similarity(a, b) >= expected - 3 * error
