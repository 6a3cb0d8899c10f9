"""Whether two titles name one role: what may differ between copies, and what tells twins apart."""

import re
from collections import Counter
from collections.abc import Sequence, Set
from functools import lru_cache
from typing import NamedTuple

from crawler.duplicates.employer import fold
from crawler.duplicates.names import words_of

LONGEST = 300  # characters of a title that are read

_TOKEN = re.compile(r"c\+\+|[cf]#|\.net\b|[^\W_]+")
_GENDER = re.compile(
    r"[(\[]?\s?\b(?:all genders?|gn|[mwfdxhvk](?:\s?[/|,*.:]\s?(?:[mwfdxhvk]|div|divers|gn)){1,4})(?![\w/&+#])\s?[)\]]?"
    r"|(?<=\w)[*:_/]-?(?:innen|in|r|e|n)\b|(?<=\w)\((?:in|innen|e|ne|se|le|trice|r|n)\)"
)
_PAY = re.compile(
    r"(?:up to |from |bis zu |ab )?[£$€₹]\s?\d[\d.,]*\s?[km]?\b(?:\s?(?:-|–|to)\s?[£$€₹]?\s?\d[\d.,]*\s?[km]?\b)?"
    r"(?:\s?(?:per|p\.?|/|an?)\s?(?:annum|year|yr|hour|hr|h|day|week|month|a|d)\b)?|\b\d{2,3}k(?:\s?-\s?\d{2,3}k)?\b"
)
_REFERENCE = re.compile(
    r"(?:\b(?:ref|req|requisition|job|jr|id|no|nr)\b[\s.:#-]{0,3}|#\s?)[a-z]{0,3}-?\d{2,}\b|\b[a-z]{0,4}-?\d{5,}\b"
)
_DIGIT = re.compile(r"\d")  # in every pay and every number of an advert
_TWO_WORDS = re.compile(r"\b(full|part|on|home)[- ](time|site|office)\b")
_FULL_STACK = re.compile(r"\bfull[^\w\s]?\s?stack\b")
_SHORT = {
    "sr": "senior", "snr": "senior", "jr": "junior", "jnr": "junior", "mgr": "manager", "eng": "engineer", "engr": "engineer",
    "dev": "developer", "admin": "administrator", "asst": "assistant", "assoc": "associate", "exec": "executive", "rep": "representative",
    "coord": "coordinator", "supv": "supervisor", "tech": "technician", "spec": "specialist", "dir": "director", "intl": "international",
    "mkt": "marketing", "ft": "fulltime", "pt": "parttime", "vp": "vicepresident", "avp": "assistantvicepresident", "fullstack": "fullstack",
    "i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "1st": "first", "2nd": "second", "3rd": "third",
    "nights": "night", "days": "day", "overnight": "night", "internship": "intern", "apprenticeship": "apprentice",
}  # fmt: skip
# Words of a title that say nothing of the role. Each is left out wherever it stands.
_NOISE = words_of(
    "and of the for in at a an to with on as or und der die das fur im de des du la le et en e y el per job jobs vacancy vacature position"
    " opportunity urgent urgently hiring wanted needed asap apply level grade"
)
# Left out, but the two titles are then no more than nearly the same: what a board adds to a title, or a second line of it.
_SAID_ANYWAY = words_of(
    "permanent perm fulltime unbefristet vollzeit cdi remote remotely hybrid onsite homeoffice wfh fully uk usa us"
)
_ENDINGS = re.compile(r"(?:ations?|ators?|ating|ings?|ers?|ors?|ments?|ions?|ed|es|s)$")


class Title(NamedTuple):
    """*words*: what is left of a title, folded; *references*: the advert numbers in it; *pay*: its amounts."""

    words: tuple[str, ...]
    references: frozenset[str]
    pay: frozenset[str]


@lru_cache(maxsize=8192)
def read_title(title: str) -> Title:
    """Reduce *title* to the words that name the role, in their order. Never raises.

    Gender marks, pay, advert numbers and words such as "vacancy" or "remote" are left out; "Sr." is written out and "II" is 2.

    >>> read_title("Sr. Data Engineer II (m/w/d) - £60k - 80k").words
    ('senior', 'data', 'engineer', '2')
    >>> read_title("Elektroniker*in für Betriebstechnik").words, read_title("C++ / C# Developer").words
    (('elektroniker', 'betriebstechnik'), ('c++', 'c#', 'developer'))
    """
    text = fold(title[:LONGEST])
    pay: frozenset[str] = frozenset()
    references: frozenset[str] = frozenset()
    if _DIGIT.search(text):
        pay = frozenset(re.sub(r"[^\dkm-]", "", found[0]) for found in _PAY.finditer(text))
        text = _PAY.sub(" ", _GENDER.sub(" ", text))
        references = frozenset(re.sub(r"\D", "", found) for found in _REFERENCE.findall(text))
        text = re.sub(r"\bl(?=\d\b)", " ", _REFERENCE.sub(" ", text))
    else:
        text = _GENDER.sub(" ", text)
    text = _FULL_STACK.sub("fullstack", _TWO_WORDS.sub(r"\1\2", text))
    words = [singular(_SHORT.get(word, word)) for word in _TOKEN.findall(text) if word not in _NOISE]
    return Title(tuple(words), references, pay)


def singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word[-1] == "s" and word[-2] not in "sui" else word


def title_key(title: str, places: Set[str] = frozenset(), employer: Sequence[str] = ()) -> str:
    """One key for all writings of a role, to look candidates up by: sorted stems, less the words of places and the employer's name.

    >>> title_key("Database Administrator - Leeds", {"leeds"}) == title_key("Administration, Database")
    True
    """
    words, known = without_name(read_title(title).words, employer), {singular(word) for word in places}
    kept = [word for word in words if word not in known and word not in _SAID_ANYWAY] or words
    return " ".join(sorted(stem(word) for word in kept))


def without_name(words: tuple[str, ...], name: Sequence[str]) -> tuple[str, ...]:
    """*words* of a title without the employer's *name*, where the whole of it stands there beside other words.

    >>> without_name(("nurse", "acme", "care"), ("acme", "care")), without_name(("acme", "driver"), ("acme", "care"))
    (('nurse',), ('acme', 'driver'))
    """
    found = tuple(singular(_SHORT.get(word, word)) for word in name if word not in _NOISE)
    for start in range(len(words) - len(found) + 1) if 0 < len(found) < len(words) else ():
        if words[start : start + len(found)] == found:
            return words[:start] + words[start + len(found) :]
    return words


def stem(word: str) -> str:
    """*word* without the ending that makes a person of a task ("administrator", "administration"); levels keep theirs."""
    if len(word) < 8 or word.endswith(("ee", "ship")):
        return word
    return _ENDINGS.sub("", word) or word


def same_role(a: str, b: str, places: Set[str] = frozenset(), employers: Sequence[Sequence[str]] = ()) -> str | None:
    """Whether two titles name one role: ``same``, ``near`` (a word more that copies add, another form of a word), else ``None``.

    *places* are folded words of the two postings' places, *employers* the words of their employers' names: a title may repeat them.
    A level, a shift, a technology, a team or a customer more or less is another role.

    >>> same_role("Senior Analyst - Leeds", "Sr. Analyst", {"leeds"}), same_role("Analyst", "Senior Analyst")
    ('same', None)
    >>> same_role("Nurse (Night Shift)", "Nurse (Day Shift)"), same_role("Engineer - York", "Engineer - Leeds", {"york", "leeds"})
    (None, None)
    """
    first, second = read_title(a), read_title(b)
    if not first.words or not second.words:
        return None
    if first.references and second.references and first.references.isdisjoint(second.references):
        return None
    same = "near" if first.pay and second.pay and first.pay != second.pay else "same"
    one, two = first.words, second.words
    for name in employers if one != two else ():
        one, two = without_name(one, name), without_name(two, name)
    left, right = Counter(one), Counter(two)
    if left == right or "".join(one) == "".join(two):
        return same
    more, less = list((left - right).elements()), list((right - left).elements())
    if not more or not less:
        known = {singular(word) for word in places}
        extra = [word for word in more or less if word not in known]
        if not extra:
            return same
        return "near" if all(word in _SAID_ANYWAY for word in extra) else None
    if len(more) == len(less) <= 2 and all(one_word(x, y) for x, y in zip(sorted(more), sorted(less), strict=True)):
        return "near"
    return None


def one_word(a: str, b: str) -> bool:
    """Whether *a* and *b* are forms of one word, or one with a slip of the pen.

    >>> one_word("administration", "administrator"), one_word("modeller", "modeler"), one_word("trainer", "trainee")
    (True, True, False)
    """
    if (
        min(len(a), len(b)) < 6
        or not (a.isalpha() and b.isalpha())
        or a[:4] != b[:4]
        or {a[-2:], b[-2:]} == {"er", "ee"}
    ):
        return False
    return stem(a) == stem(b) or within_one_edit(a, b)


def within_one_edit(a: str, b: str) -> bool:
    if abs(len(a) - len(b)) > 1:
        return False
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    return a[start + 1 :] == b[start + 1 :] or a[start + 1 :] == b[start:] or a[start:] == b[start + 1 :]
