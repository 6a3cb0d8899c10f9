"""How fragments of a response become fields, the same for every platform."""

import re
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, fields
from datetime import datetime
from functools import cache
from math import isfinite
from typing import Any, Self

import jmespath
from itemloaders.processors import Identity, TakeFirst
from jmespath.exceptions import JMESPathError
from parsel import Selector
from scrapy.loader import ItemLoader

from crawler.fields.addresses import APPLY_SCHEMES, WEB, absolute
from crawler.fields.education import read_education
from crawler.fields.employment import read_employment_type
from crawler.fields.language import language_tag
from crawler.fields.location import read_workplace
from crawler.fields.text import clean, html_to_text
from crawler.items import Posting


@dataclass(slots=True)
class Draft(Posting):
    """A posting as it was loaded: the right fields, values still as the page prints them.

    Dates and amounts are raw, ``salaries`` and ``locations`` hold the platform's own objects under our names.
    :func:`crawler.normalise.normalise` makes a :class:`Posting` of it.
    """

    country: str | None = None  # of the posting, where the platform says it apart from the places
    company_key: str | None = None  # how the address names the company, where nothing else does
    aliases: list[str] = field(default_factory=list)  # ids that it would have had with other postings beside it
    read_at: datetime | None = None  # when the response came, aware: what "3 days ago" counts from


NAMES = tuple(f.name for f in fields(Draft))
PAY = frozenset({"salary_min", "salary_max", "salary_currency", "salary_period", "salary_text", "salaries"})
NO_SOURCE = frozenset({"platform", "board", "sources", "flags", "schema_version", "country", "company_key", "read_at", "aliases"})


def texts(values: Iterable[Any]) -> list[str]:
    """Each value as one clean line; what is no text or number is left out."""
    return [line for value in values if isinstance(value, str | int | float) and not isinstance(value, bool) and (line := clean(str(value)))]


def raw(values: Iterable[Any]) -> list[Any]:
    return [value for value in values if value not in (None, "")]


def objects(values: Iterable[Any]) -> list[dict[str, Any]]:
    return [value for value in values if isinstance(value, dict) and any(v is not None for v in value.values())]


def pairs(values: Iterable[Any]) -> list[dict[str, str]]:
    """The employer's own fields, ``{name, value}`` as text; lists are joined, what is empty or an object is left out.

    >>> pairs([{"name": "Shift", "value": ["early", "late"]}, {"name": "Grade", "value": 7}, {"name": "Note", "value": None}])
    [{'name': 'Shift', 'value': 'early; late'}, {'name': 'Grade', 'value': '7'}]
    """
    found = []
    for value in values:
        if not isinstance(value, dict):
            continue
        name, said = texts([value.get("name")]), texts(flat(value.get("value")))
        if name and said:
            found.append({"name": name[0], "value": "; ".join(said)})
    return found


def numbers(values: Iterable[Any]) -> list[float]:
    """Each value as a number; what is none is left out.

    >>> numbers(["2.5", 3, True, "many", None])
    [2.5, 3.0]
    """
    found = []
    for value in values:
        if isinstance(value, str | int | float) and not isinstance(value, bool):
            with suppress(ValueError, OverflowError):
                found.append(float(value))
    return [number for number in found if isfinite(number)]


YEARS_MAX = 60  # of experience that somebody may ask for


def years(values: Iterable[Any]) -> list[float]:
    """Each value that can be a number of years.

    >>> years(["2.5", -1, 1e20, 0])
    [2.5, 0.0]
    """
    return [number for number in numbers(values) if 0 <= number <= YEARS_MAX]


def each(read: Callable[[Any], Any]) -> Callable[[Iterable[Any]], list[Any]]:
    """An input processor that flattens what *read* finds in each value."""

    def process(values: Iterable[Any]) -> list[Any]:
        found: list[Any] = []
        for value in values:
            got = read(value)
            found.extend(got if isinstance(got, list) else [got] if got is not None else [])
        return found

    return process


def strings(values: Iterable[Any]) -> list[str]:
    return [value for value in values if isinstance(value, str) and value.strip()]


def lines(values: Iterable[Any]) -> list[str]:
    """Each text, HTML or not, as plain text."""
    return [text for value in strings(values) if (text := html_to_text(value))]


def unique(values: list[Any]) -> list[Any]:
    return list(dict.fromkeys(values))


def joined(values: list[str]) -> str | None:
    return "; ".join(dict.fromkeys(values)) or None


def paragraphs(values: list[str]) -> str | None:
    return "\n".join(values) or None


ON_TARGET = re.compile(r"\bOTE\b|\bon[- ]target (?:earnings|compensation)\b", re.IGNORECASE)
BASE = re.compile(r"\bbase (?:salary|pay)\b", re.IGNORECASE)


def basis_of(words: str) -> str | None:
    """What *words* beside figures of pay say that they are: what a met target brings, or the base of it, or nothing clear.

    >>> basis_of("Total OTE with a 60/40 base to commission split"), basis_of("Target Base Salary"), basis_of("Zone A")
    ('ote', 'base', None)
    >>> basis_of("On-target earnings go beyond this base salary")
    """
    target, base = ON_TARGET.search(words), BASE.search(words)
    return None if bool(target) == bool(base) else "ote" if target else "base"


FIGURES = ("min", "max", "min_cents", "max_cents", "currency", "period")


def ranges(values: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Pay ranges, one of each: one that repeats figures without a label of its own only adds what the first does not say.

    >>> ranges([{"min": 5, "max": 7}, {"min": 5, "max": 7, "label": "Berlin"}, {"min": 5, "max": 7, "label": "Bonn"}])
    [{'min': 5, 'max': 7, 'label': 'Berlin'}, {'min': 5, 'max': 7, 'label': 'Bonn'}]
    """
    found: dict[str, dict[str, Any]] = {}
    for value in values:
        figures = repr([value.get(name) for name in FIGURES])
        label = value.get("label")
        same = found.get(figures)
        if same is None or (label is not None and same.get("label") not in (None, label)):
            found[figures if same is None else f"{figures}{label}"] = dict(value)
        else:
            same.update((name, said) for name, said in value.items() if same.get(name) is None)
    for one in found.values():
        if one.get("basis") is None and (basis := basis_of(f"{one.get('label') or ''} {one.get('text') or ''}"[:500])):
            one["basis"] = basis
    return list(found.values())


def strongest(values: list[str]) -> str | None:
    """Remote when it is offered at all, else the first."""
    return "remote" if "remote" in values else values[0] if values else None


@cache
def jmes(path: str) -> Callable[[Any], Any]:
    """*path* compiled once; names, ``a.b || c`` and ``a[].b`` are followed without the JMESPath interpreter.

    >>> jmes("a.b")({"a": {"b": 1}}), jmes("a.b")({"a": "text"}), jmes("a[].b")({"a": [{"b": 1}]})
    (1, None, [1])
    """
    steps = path.split(".")
    if all(step.isidentifier() for step in steps):

        def follow(row: Any) -> Any:
            for step in steps:
                if not isinstance(row, dict):
                    return None
                row = row.get(step)
            return row

        return follow
    if CHOICE(path):
        choices = [jmes(choice) for choice in path.split(" || ")]
        return lambda row: first_of(choices, row)
    if match := OF_EACH(path):
        rows, name = jmes(match[1]), match[2]
        return lambda row: of_each(rows(row), name)
    search = jmespath.compile(path).search
    begins = jmes(match[1]) if (match := BEGINS(path)) and NULL_OF_NULL(without_inner(path)) else None

    def ask(row: Any) -> Any:
        if begins is not None and begins(row) is None:
            return None
        try:
            return search(row)
        except JMESPathError:  # a function met a type that it does not take: the fragment is not there
            return None

    return ask


NAME = r"[^\W\d]\w*"
CHOICE = re.compile(rf"{NAME}(?:\.{NAME})*(?: \|\| {NAME}(?:\.{NAME})*)+", re.ASCII).fullmatch
OF_EACH = re.compile(rf"({NAME})\[\]\.({NAME})", re.ASCII).fullmatch
BEGINS = re.compile(rf"({NAME})[.\[]", re.ASCII).match
NULL_OF_NULL = re.compile(r"[\w.\s]+(?:\|(?!\|)[\w.\s]*)*", re.ASCII).fullmatch  # no "||", no function, no comparison
INNER = re.compile(r"\[[^\[\]{}]*\]|\{[^\[\]{}]*\}")


def without_inner(path: str) -> str:
    """*path* without what stands in brackets: what is left is asked even where the first name is nowhere.

    >>> without_inner("a[?b == 'c|d[0]'].{e: f[0]} | [0]")
    'a. | '
    """
    path = LITERALS("", path)
    while (left := INNER.sub("", path)) != path:
        path = left
    return path


def first_of(choices: Iterable[Callable[[Any], Any]], row: Any) -> Any:
    """The first value that is not empty in JMESPath's sense (nought is none of these), else the last one."""
    value = None
    for choice in choices:
        value = choice(row)
        if not (value is None or value is False or value == "" or value == [] or value == {}):
            return value
    return value


def of_each(rows: Any, name: str) -> list[Any] | None:
    """The values under *name* in the objects of *rows*; lists in it are taken apart."""
    if not isinstance(rows, list):
        return None
    flattened = [one for row in rows for one in (row if isinstance(row, list) else (row,))]
    return [value for one in flattened if isinstance(one, dict) and (value := one.get(name)) is not None]


class PostingLoader(ItemLoader):
    """Loads one row of a response into a :class:`Draft`.

    *row* is the JSON object or the selector that a form's ``rows`` gave; *source* is written beside every value;
    addresses are made absolute against *base_url*.
    """

    default_item_class = Draft
    default_input_processor = staticmethod(texts)
    default_output_processor = TakeFirst()

    url_in = apply_url_in = company_url_in = staticmethod(strings)
    employment_type_in = staticmethod(each(read_employment_type))
    employment_type_out = staticmethod(unique)
    language_in = staticmethod(each(language_tag))
    location_out = staticmethod(joined)
    locations_in = salaries_in = staticmethod(objects)
    attributes_in = staticmethod(pairs)
    locations_out = attributes_out = Identity()
    salaries_out = staticmethod(ranges)
    equity_in = bonus_in = staticmethod(raw)
    education_in = staticmethod(each(read_education))
    experience_years_min_in = staticmethod(years)
    workplace_in = staticmethod(each(read_workplace))
    workplace_out = staticmethod(strongest)
    remote_scope_out = staticmethod(unique)
    salary_min_in = salary_max_in = staticmethod(raw)
    salary_text_out = staticmethod(joined)
    description_in = description_html_in = staticmethod(strings)
    description_out = description_html_out = staticmethod(paragraphs)
    responsibilities_in = requirements_in = benefits_in = staticmethod(lines)
    responsibilities_out = requirements_out = benefits_out = staticmethod(paragraphs)
    date_posted_in = date_modified_in = valid_through_in = staticmethod(raw)
    flags_out = Identity()

    def __init__(self, row: Any = None, source: str = "api", base_url: str = "", stats: Any = None) -> None:
        # Scrapy asks for its own kind of selector and uses nothing of it that parsel's lacks.
        super().__init__(selector=row if isinstance(row, Selector) else None, stats=stats)  # type: ignore[arg-type]
        self.row = row
        self.source = source
        self.base_url = base_url

    def add_jmes(self, field_name: str, jmes_path: str, *processors: Any, re: Any = None) -> Self:  # type: ignore[override]
        """Add what JMESPath *jmes_path* finds in the row; processors see one text at a time."""
        return self.add_found(field_name, jmes_path, jmes(jmes_path), processors, re)

    def add_found(self, name: str, path: str, find: Callable[[Any], Any], processors: Sequence[Callable[[str], Any]] = (), re: Any = None) -> Self:
        """Add what *find*, made of *path* beforehand, finds in the row."""
        value = find(self.row)
        if self.stats:
            self.stats.inc_value(f"parser/{name}/jmes/{path}", count=value is not None)
        if value is None:
            return self
        values = [v for v in flat(value) if v is not None]
        for processor in processors:
            values = [result for v in values if isinstance(v, str) and (result := processor(v)) is not None]
        if re is not None:
            return self.add_value(name, [v for v in values if isinstance(v, str)], re=re)
        # add_value() without the steps that change nothing here: four of five calls come this way.
        if values and (processed := _PROCESSORS[name][0](values)):
            self._values.setdefault(name, []).extend(processed)
        return self

    def _process_input_value(self, field_name: str, value: Any) -> Any:
        return _PROCESSORS[field_name][0](value)

    def load_item(self) -> Draft:
        """The draft of the row: addresses absolute, and beside every value its source."""
        draft: Draft = self.item
        for name, values in self._values.items():
            value = _PROCESSORS[name][1](values)
            if value is None or value == []:
                continue
            if name in ("url", "apply_url", "company_url"):
                value = absolute(self.base_url, value, APPLY_SCHEMES if name == "apply_url" else WEB)
                if value is None:
                    continue
            setattr(draft, name, value)
            if name not in NO_SOURCE:
                draft.sources[name] = self.source
        return draft


class Asked(dict[str, Any]):
    """A row that holds nothing and notes what it is asked for."""

    def __init__(self, keys: set[str]) -> None:
        super().__init__()
        self.keys_asked = keys

    def get(self, key: str, default: Any = None) -> Any:
        self.keys_asked.add(key)
        return default

    def __missing__(self, key: str) -> None:
        self.keys_asked.add(key)


class Rules(PostingLoader):
    """Loads nothing: collects the keys that the rules of a form name, in JMESPath or by hand."""

    def __init__(self) -> None:
        self.keys: set[str] = set()
        super().__init__(Asked(self.keys))

    def add_found(self, name: str, path: str, *args: Any, **kw: Any) -> Self:
        self.keys.update(KEYS(LITERALS("", path)))
        return self

    def add_css(self, *args: Any, **kw: Any) -> Self:
        return self

    def add_xpath(self, *args: Any, **kw: Any) -> Self:
        return self


KEYS = re.compile(r"[^\W\d][\w-]*").findall
LITERALS = re.compile(r"'[^']*'|`[^`]*`").sub


def flat(value: Any) -> Iterable[Any]:
    return value if isinstance(value, list) else (value,)


def _processors() -> dict[str, tuple[Callable[..., Any], Callable[..., Any]]]:
    """The processors of every field, looked up once instead of at every value."""
    loader = PostingLoader()
    return {name: (loader.get_input_processor(name), loader.get_output_processor(name)) for name in NAMES}


_PROCESSORS = _processors()


def fill(draft: Draft, other: Draft) -> Draft:
    """Fill the gaps of *draft* from *other*, with the sources; where both say something, *draft* stays."""
    # Pay is taken whole from one source: a minimum of one beside a currency of another is no range.
    has_pay = any(getattr(draft, name) not in (None, []) for name in PAY)
    for name in NAMES:
        if name in ("sources", "flags", "schema_version", "read_at") or (has_pay and name in PAY):
            continue
        value = getattr(other, name)
        if value is None or value == [] or getattr(draft, name) not in (None, []):
            continue
        setattr(draft, name, value)
        if name in other.sources:
            draft.sources[name] = other.sources[name]
    draft.flags = unique(draft.flags + other.flags)
    return draft
