"""The display name of a company from running text."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import Final

from crawler.fields.company_words import GLUED, LEGAL, OF_NAMES, ORDINARY, SCHOOLS, TECHNOLOGIES
from crawler.fields.folding import signs_of
from crawler.fields.location import read_location
from crawler.fields.look import look

TEXT_MAX: Final = 20_000  # characters that are read: names come early and often
NAMES_MAX: Final = 600  # capitalised names that are looked at
KEY_MAX: Final = 60  # characters

_KEY_LETTERS: Final = re.compile(r"[^\W_]")
_NO_LETTERS: Final = bytes(code for code in range(128) if not chr(code).isalnum())
_HOST: Final = re.compile(r"^(?:https?://)?(?:[\w-]+\.)*?([\w-]+)\.(?:(?:co|com|org|net|ac|gov|edu|github|gitlab|netlify|herokuapp|vercel|pages)\.\w{2,10}|[a-z]{2,12})(?::\d+)?(?:/.*)?$", re.IGNORECASE)
_SENTENCE: Final = re.compile(r"(?:^|[.!?:•\n])\W{0,3}$")


def company_in_text(text: str, key: str | None = None) -> str | None:
    """Read the company's display name in a posting's *text*.

    *key* is what an address calls the company: a board's key ("matchgroup"), a host ("jobs.acme.com"). With one, it is
    the spelling in the text whose letters are the key's. Without one, a name is taken only when it stands at least
    twice, in two kinds of places where companies are named ("at X", "join X", "X is a", "About X", "make X safer"), and
    no other name does. ``None`` when unsure, or when the text does not name it. Reads the first ``TEXT_MAX`` characters.

    >>> company_in_text("Join Match Group! At Match Group we bring people together.", "matchgroup")
    'Match Group'
    >>> company_in_text("Help us make Rafterly safer for the people who meet on Rafterly.")
    'Rafterly'
    >>> company_in_text("You know Python. Python is a language.")
    """
    text = text[:TEXT_MAX]
    if key and (letters := key_letters(key)):
        low = look(text).low
        flat = _flat(low)
        for wanted in shapes_of(letters):
            if wanted in flat and (name := spelt(text, low, wanted)) is not None:
                return name
        return None
    return unnamed(text)


def _flat(low: str) -> str:
    """The letters and digits of *low*, a text in small letters, without anything between them."""
    for sign in set(signs_of(low)):
        if not sign.isalnum():
            low = low.replace(sign, "")
    return low.encode("utf-8", "surrogatepass").translate(None, _NO_LETTERS).decode("utf-8", "surrogatepass")


def key_letters(key: str) -> str:
    """The letters and digits of *key*, of a host those of its own label.

    >>> key_letters("match-group"), key_letters("jobs.acme.co.uk"), key_letters("https://www.15five.com/careers")
    ('matchgroup', 'acme', '15five')
    """
    key = key.strip()[:200]
    match = _HOST.match(key)
    return "".join(_KEY_LETTERS.findall(match[1] if match else key)).lower()[:KEY_MAX]


def shapes_of(letters: str) -> Iterator[str]:
    """*letters*, then without what keys have glued to a name."""
    yield letters
    for glued in GLUED:
        for rest in (letters.removesuffix(glued), letters.removeprefix(glued)):
            if rest != letters and len(rest) >= 4:
                yield rest


@lru_cache(maxsize=512)
def pattern_of(letters: str) -> re.Pattern[str]:
    """What finds a name of these *letters* in small letters; it begins with a bare letter, which is looked up fast."""
    between = r"(?:[ .'’&+-]|\s?&\s?| - )?"
    first, *rest = map(re.escape, letters)
    return re.compile(rf"{first}(?<![\w@/.-]{first})" + "".join(between + letter for letter in rest) + r"(?![\w@])(?!\.\w)")


def spelt(text: str, low: str, letters: str) -> str | None:
    """The spelling in *text* (*low*: in small letters) of the name whose letters are *letters*: the commonest, written as a name is."""
    if len(letters) < 2:
        return None
    found: Counter[str] = Counter()
    within = 0
    for match in pattern_of(letters).finditer(low):
        name = text[match.start() : match.end()].strip()
        if name.islower() and not any(c.isdigit() for c in name):
            continue
        found[name] += 1
        # At the start of a sentence every word is written like a name.
        within += not _SENTENCE.search(text[max(0, match.start() - 4) : match.start()]) or not name.istitle()
        if sum(found.values()) >= 50:
            break
    if not found or (not within and sum(found.values()) < 2):
        return None
    mixed = [name for name in found if not (name.isupper() and len(name) > 5)]
    return max(mixed or found, key=lambda name: found[name])


# A name: up to four capitalised words; "&", "of" only between them.
_WORD: Final = r"[A-Z0-9][\w’'&+-]*(?:\.(?:com|io|ai|co|org|net))?"
_NAMES: Final = re.compile(rf"(?<![\w@/.-]){_WORD}(?: (?:& |of )?{_WORD}){{0,3}}")
_HEAD: Final = re.compile(r"(?:^|\n)[ \t#*-]{0,4}(?:About|Who is|Why|Life at|Working at|Welcome to|Over|Über|À propos de|Sobre|Chi è|Om) $")
_HEAD_ENDS: Final = re.compile(r" ?[:?!.]?[ \t]*(?:\n|$)")
_STARTS: Final = re.compile(r"(?:^|[.!?:][ ]|\n)(?:At )?[\W_]{0,2}$")
_BEFORE: Final = {
    "at": re.compile(r"\b(?:[Aa]t|[Bb]ei|[Cc]hez|[Bb]ij|[Hh]os) $"),
    "join": re.compile(r"\b(?:[Jj]oin|[Jj]oining|[Jj]oined|work(?:ing)? for|careers? (?:at|with)|part of|here at) $"),
    "object": re.compile(r"\b(?:[Mm]akes?|[Mm]aking|[Kk]eep|[Kk]eeping|[Hh]elp|[Hh]elping|[Mm]ove|[Tt]ake|[Ss]cale|[Gg]row) $"),
    "on": re.compile(r"\b(?:[Oo]n|[Aa]cross|[Tt]hrough) $"),
}  # fmt: skip
_AFTER: Final = {
    "at": re.compile(r"[,.!?;:]|\n|$| (?:we|you|our|is|are|as|to|and|in|with|since|people|every|everyone|wir|nous|vous)\b"),
    "join": re.compile(r"[,.!?;:]|\n|$| (?:as|and|to|in|on|today|family|team|is|for|we|you)\b"),
    "object": re.compile(r" (?:\w+er|better|more|safe|grow|become|build|achieve|scale|forward|succeed)\b"),
    "on": re.compile(r"[.!?]|\n|$| (?:every|each) "),
}  # fmt: skip
_IS: Final = re.compile(
    r"(?: \([^)\n]{1,40}\))?,? (?:is|are|was) (?:an?|the|one|committed|proud|dedicated|looking|seeking|hiring|building|founded|growing|on|transforming|currently|headquartered|pleased|searching|recruiting)\b"
)
_DOES: Final = re.compile(
    r" (?:offers|provides|believes|values|helps|builds|makes|develops|delivers|operates|does not|seeks|welcomes|celebrates|prohibits|participates|complies|reserves|will never|employs|embraces|strives|powers|enables|"
    r"has (?:been|over|offices|grown|built|raised))\b"
)
_HAS: Final = re.compile(
    r"[’']s (?:mission|vision|teams?|culture|platform|products?|services|values|employees|customers|clients|success|growth|headquarters|offices?|business|commitment|policy|privacy|benefits|users|core|global|next|most)\b"
)
_WEIGHT: Final = {"about": 2, "at": 1, "join": 2, "is": 2, "does": 2, "has": 1, "object": 1, "on": 1}
_REACH: Final = 40  # characters looked at before and after a name


def unnamed(text: str) -> str | None:
    """The one name that stands where companies are named, ``None`` where there is none or more than one."""
    at: dict[str, list[tuple[str, int, int]]] = defaultdict(list)
    for match in islice(_NAMES.finditer(text), NAMES_MAX):
        name, begin = bare(match[0])
        if name and could_be(name):
            at[folded(name)].append((name, match.start() + begin, match.start() + begin + len(name)))
    slots = {
        letters: kinds
        for letters, places in at.items()
        if len(places) >= 2 and (kinds := {slot for _, first, last in places[:50] if (slot := slot_of(text, first, last))})
    }
    if not slots:
        return None
    weights = {letters: sum(_WEIGHT[slot] for slot in kinds) for letters, kinds in slots.items()}
    ranked = sorted(weights, key=lambda letters: (-weights[letters], -len(at[letters])))
    best = ranked[0]
    if len(slots[best]) < 2:
        return None
    for other in ranked[1:]:
        related = other.startswith(best) or best.startswith(other)
        if not related and 2 * weights[other] > weights[best]:
            return None
    name = Counter(name for name, _, _ in at[best]).most_common(1)[0][0]
    return None if is_place(name) else name


def slot_of(text: str, first: int, last: int) -> str | None:
    """The kind of place where a company is named that the name at *first* to *last* stands in."""
    before, after = text[max(0, first - _REACH) : first], text[last : last + _REACH]
    if _HEAD.search(before) and _HEAD_ENDS.match(after):
        return "about"
    if _HAS.match(after):
        return "has"
    if _STARTS.search(before):
        if _IS.match(after):
            return "is"
        if _DOES.match(after):
            return "does"
    return next((slot for slot, pattern in _BEFORE.items() if pattern.search(before) and _AFTER[slot].match(after)), None)


def folded(name: str) -> str:
    return "".join(_KEY_LETTERS.findall(name)).lower()


def bare(name: str) -> tuple[str, int]:
    """*name* without a possessive and without ordinary words at its ends, and how many characters are gone before it."""
    name = re.sub(r"[’']s?$", "", name)
    words = name.split(" ")
    while len(words) > 1 and words[0].lower().strip("’'&+-") in ORDINARY:
        words.pop(0)
    while words and words[0] in ("&", "of"):
        words.pop(0)
    rest = " ".join(words)
    begin = len(name) - len(rest)
    while len(words) > 1 and (words[-1] in ("&", "of", "and") or words[-1].lower() in ORDINARY - OF_NAMES):
        words.pop()
    return " ".join(words).rstrip(".,'’&+-"), begin


def could_be(name: str) -> bool:
    words = [word.lower().strip("’'&+-.") for word in name.split()]
    if len(name) < 3 or name.isdigit() or not any(c.isalpha() for c in name):
        return False
    if all(word in ORDINARY or word in TECHNOLOGIES or word in LEGAL for word in words) or any(word in SCHOOLS for word in words):
        return False
    return not (len(name) <= 4 and name.isupper())


@lru_cache(maxsize=1024)
def is_place(name: str) -> bool:
    return bool(read_location(name).places)
