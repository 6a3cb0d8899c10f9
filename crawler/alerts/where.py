"""Filters over postings, in words: ``title = cook, chef and not title = head and country = DE, AT and pay >= 40000 EUR``.

``docs/alerts.md`` describes the language. A condition is a field, a sign and one value or several, of which any will do.
Conditions go together with ``and``, ``or``, ``not`` and brackets; ``and`` binds closer than ``or``.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, Final, NamedTuple

from crawler.fields.folding import fold
from crawler.fields.location import country_code
from crawler.lists.address import nearest, shown
from crawler.schema import VALUES

Change = Mapping[str, Any]  # a line of changes/<run>.jsonl
Test = Callable[[Change], bool]

LONGEST: Final = 10_000  # characters
DEEPEST: Final = 50  # brackets
_TOKEN: Final = re.compile(r'\s*(?:(?P<sign>>=|<=|!=|[=<>,()])|"(?P<quoted>[^"]*)"|(?P<word>[^\s"=<>!,()]+))')
_SPACELESS: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")  # scripts that write no spaces between words, or glue endings on
KEYWORDS: Final = ("and", "or", "not")


class WhereError(ValueError):
    """A filter that cannot be read; the message names the place in it, and the remedy."""


class Token(NamedTuple):
    text: str
    kind: str  # sign, quoted, word, end
    at: int


class Where(NamedTuple):
    """A filter: its words, and the test that a change has to pass."""

    text: str
    matches: Test


def read_where(text: str) -> Where:
    """The filter that *text* states; :class:`WhereError` when it states none.

    >>> read_where("title = cook and not country = DE").matches({"title": "Cook (f/m)", "locations": [{"country": "AT"}]})
    True
    >>> read_where("titel = cook")
    Traceback (most recent call last):
    crawler.alerts.where.WhereError: "titel": there is no such field. Did you mean title?
    """
    if len(text) > LONGEST:
        raise WhereError(f"has {len(text)} characters: a filter has at most {LONGEST}")
    parser = _Parser(list(tokens(text)))
    test = parser.either()
    if parser.here.kind != "end":
        raise WhereError(f"{shown(parser.here.text)}: and or or is missing before it")
    return Where(" ".join(text.split()), test)


def tokens(text: str) -> Iterable[Token]:
    at = 0
    while text[at:].strip():
        found = _TOKEN.match(text, at)
        if found is None:
            raise WhereError(f"{shown(text[at:].strip())}: " + ("a closing quotation mark is missing" if '"' in text[at:] else "is no sign of a filter: write =, !=, <, >, <= or >="))
        kind = str(found.lastgroup)
        yield Token(found[kind], kind, at)
        at = found.end()
    yield Token("", "end", at)


class _Parser:
    def __init__(self, said: list[Token]) -> None:
        self.said, self.at, self.depth = said, 0, 0

    @property
    def here(self) -> Token:
        return self.said[self.at]

    def keyword(self, word: str) -> bool:
        """Whether *word* comes next; it is gone past, then."""
        if self.here.kind == "word" and self.here.text.lower() == word:
            self.at += 1
            return True
        return False

    def sign(self, sign: str) -> bool:
        if self.here.kind == "sign" and self.here.text == sign:
            self.at += 1
            return True
        return False

    def either(self) -> Test:
        tests = [self.both()]
        while self.keyword("or"):
            tests.append(self.both())
        return tests[0] if len(tests) == 1 else lambda change: any(test(change) for test in tests)

    def both(self) -> Test:
        tests = [self.one()]
        while self.keyword("and"):
            tests.append(self.one())
        return tests[0] if len(tests) == 1 else lambda change: all(test(change) for test in tests)

    def one(self) -> Test:
        if self.keyword("not"):
            test = self.one()
            return lambda change: not test(change)
        if self.sign("("):
            self.depth += 1
            if self.depth > DEEPEST:
                raise WhereError(f"has more than {DEEPEST} brackets in each other")
            inner = self.either()
            if not self.sign(")"):
                raise WhereError(f"{shown(self.here.text)}: a closing bracket is missing before it" if self.here.text else "a closing bracket is missing at the end")
            self.depth -= 1
            return inner
        return self.condition()

    def condition(self) -> Test:
        name = self.here
        if name.kind != "word":
            raise WhereError(f"{shown(name.text)}: a field has to stand here, such as title" if name.text else "ends where a condition has to stand, such as title = cook")
        self.at += 1
        field = FIELDS.get(name.text.lower())
        if field is None:
            near = nearest(name.text, FIELDS)
            raise WhereError(f"{shown(name.text)}: there is no such field. " + (f"Did you mean {near}?" if near else f"There are: {', '.join(FIELDS)}"))
        sign = self.here
        if sign.kind != "sign" or sign.text in ",()":
            raise WhereError(f"{name.text}: a sign has to follow it, such as {name.text} {field.signs[0]} {field.example}")
        if sign.text not in field.signs:
            raise WhereError(f"{name.text} {sign.text}: {name.text} is compared by {' or '.join(field.signs)}, such as {name.text} {field.signs[0]} {field.example}")
        self.at += 1
        values = [self.value(name.text, field)]
        while self.sign(","):
            values.append(self.value(name.text, field))
        tests = [field.test(value, sign.text if sign.text != "!=" else "=") for value in values]
        if sign.text == "!=":
            return lambda change: not any(test(change) for test in tests)
        return lambda change: any(test(change) for test in tests)

    def value(self, name: str, field: "Field") -> str:
        words = []
        while self.here.kind == "quoted" or (self.here.kind == "word" and self.here.text.lower() not in KEYWORDS):
            words.append(self.here.text)
            self.at += 1
        if not " ".join(words).strip():
            raise WhereError(f"{name}: a value is missing, such as {name} {field.signs[0]} {field.example}")
        return " ".join(" ".join(words).split())


class Field(NamedTuple):
    """A field of the language: what a value of it means."""

    test: Callable[[str, str], Test]  # of a value and a sign
    signs: tuple[str, ...]
    example: str


SAME: Final = ("=", "!=")
SIZE: Final = (">=", "<=", ">", "<")


def in_words(*names: str) -> Callable[[str, str], Test]:
    """Whether one of the texts *names* has the words of a value, side by side; ``*`` at its end leaves the last word open."""

    def test(value: str, _: str) -> Test:
        asked = fold(value)
        open_end = asked.endswith("*")
        asked = asked.rstrip("*").strip()
        if not asked:
            raise WhereError(f"{shown(value)}: a word has to stand before the *")
        joint = bool(_SPACELESS.search(asked))
        pattern = re.compile(("" if joint else r"(?<!\w)") + r"\s+".join(map(re.escape, asked.split())) + ("" if joint or open_end else r"(?!\w)"))
        return lambda change: any(pattern.search(fold(text)) for name in names for text in texts(change, name))

    return test


def texts(change: Change, name: str) -> list[str]:
    if name in ("city", "region"):
        return [place[name] for place in change.get("locations") or () if place.get(name)]
    value = change.get(name)
    return [value] if isinstance(value, str) else []


def is_country(value: str, _: str) -> Test:
    code = country_code(value)
    if code is None:
        raise WhereError(f"country {shown(value)}: is no country: write its name, or its code of two letters, such as DE")
    return lambda change: code in {place.get("country") for place in change.get("locations") or ()} | set(change.get("remote_scope") or ())


def is_one_of(name: str, allowed: Iterable[str] = ()) -> Callable[[str, str], Test]:
    """Whether *name* is a value, or has it in its list; case does not matter."""
    known = {word.lower(): word for word in allowed}

    def test(value: str, _: str) -> Test:
        asked = value.lower().replace(" ", "_") if known else value.lower()
        if known and asked not in known:
            raise WhereError(f"{shown(value)}: is none of {', '.join(known.values())}")

        def matches(change: Change) -> bool:
            has = change.get(name)
            return asked in [str(one).lower() for one in (has if isinstance(has, list) else [has])]

        return matches

    return test


_AMOUNT: Final = re.compile(r"(\d[\d'_]*(?:\.\d+)?)\s*(k)?\s*([a-z]{3})?", re.IGNORECASE)


def pay(value: str, sign: str) -> Test:
    """Whether the pay of a year reaches an amount (the upper end), or stays below it (the lower end); pay that is not stated does neither."""
    found = _AMOUNT.fullmatch(value)
    if found is None:
        raise WhereError(f"pay {shown(value)}: write an amount a year, and where wanted its currency, such as 60000 EUR")
    amount, currency = float(re.sub(r"['_]", "", found[1])) * (1000 if found[2] else 1), found[3].upper() if found[3] else None

    def matches(change: Change) -> bool:
        ends = [end for name in ("salary_annual_min", "salary_annual_max") if (end := change.get(name)) is not None]
        if not ends or (currency and change.get("salary_currency") != currency):
            return False
        return COMPARE[sign](max(ends) if sign[0] == ">" else min(ends), amount)

    return matches


def years(value: str, sign: str) -> Test:
    if not re.fullmatch(r"\d{1,2}(?:\.\d)?", value):
        raise WhereError(f"experience {shown(value)}: write a number of years, such as 3")
    return lambda change: (has := change.get("experience_years_min")) is not None and COMPARE[sign](has, float(value))


def posted(value: str, sign: str) -> Test:
    try:
        date.fromisoformat(value)
    except ValueError:
        raise WhereError(f"posted {shown(value)}: write a day as 2026-09-15") from None
    return lambda change: (has := change.get("date_posted")) is not None and COMPARE[sign](has[:10], value)


COMPARE: Final[dict[str, Callable[[Any, Any], bool]]] = {
    ">=": lambda one, other: bool(one >= other), "<=": lambda one, other: bool(one <= other),
    ">": lambda one, other: bool(one > other), "<": lambda one, other: bool(one < other),
}  # fmt: skip
CHANGES: Final = ("new", "changed", "closed", "reopened", "reposted")
FIELDS: Final = {
    "title": Field(in_words("title"), SAME, "cook"),
    "text": Field(in_words("title", "description"), SAME, "night shift"),
    "company": Field(in_words("company"), SAME, "acme"),
    "department": Field(in_words("department", "team"), SAME, "kitchen"),
    "place": Field(in_words("location", "city", "region"), SAME, "berlin"),
    "country": Field(is_country, SAME, "DE"),
    "workplace": Field(is_one_of("workplace", VALUES["workplace"]), SAME, "remote"),
    "employment": Field(is_one_of("employment_type", VALUES["employment_type"]), SAME, "full_time"),
    "seniority": Field(is_one_of("seniority", VALUES["seniority"]), SAME, "senior"),
    "education": Field(is_one_of("education", VALUES["education"]), SAME, "bachelor"),
    "language": Field(is_one_of("language"), SAME, "en"),
    "pay": Field(pay, SIZE, "60000 EUR"),
    "experience": Field(years, SIZE, "3"),
    "posted": Field(posted, SIZE, "2026-09-15"),
    "platform": Field(is_one_of("platform"), SAME, "greenhouse"),
    "board": Field(is_one_of("board"), SAME, "acme"),
    "flag": Field(is_one_of("flags"), SAME, "evergreen"),
    "change": Field(is_one_of("change", CHANGES), SAME, "new"),
}
