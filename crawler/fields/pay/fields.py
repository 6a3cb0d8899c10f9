"""Pay that a platform or a page's structured data gives as fields: minimum, maximum, currency, period."""

import json
import math
import re
from collections.abc import Callable, Iterator
from itertools import islice
from typing import NamedTuple

from crawler.fields.pay.currencies import currency_after, currency_before, resolve
from crawler.fields.pay.currency_names import COUNTRY_CURRENCY
from crawler.fields.pay.numbers import RUN, factor_after, parse_number
from crawler.fields.pay.periods import by_the_month, infer_period, period_before, period_of, plausible
from crawler.fields.pay.phrases import BASIS
from crawler.fields.pay.record import Salary
from crawler.fields.pay.words import CUES

FIELD_MAX = 100  # characters of a number, currency or period that a field gives
JSON_MAX = 20_000
NESTING_MAX = 8
FIELDS_MAX = 40  # ranges of a JSON object
PLACEHOLDER = 1  # a bound of a cent or of one unit makes the pair a placeholder; nought is an open end
PLACEHOLDER_RATIO = 20  # from 100 to 1000000 is no range

BASES = ("base", "total", "ote")


def structured_salary(
    minimum: object,
    maximum: object,
    currency: object,
    period: object,
    *,
    basis: str | None = None,
    label: str | None = None,
    text: str | None = None,
    country: str | None = None,
) -> Salary | None:
    """Pay from the fields of a platform or of structured data; ``None`` if they state none.

    Bounds are numbers or their text in any grouping ("2.800,00", "95k"); nought and ``None`` are open ends, bounds the
    wrong way round change places. *currency* is a code, a sign or a word, *period* any spelling (`period_of`); without a
    period the size tells it (`infer_period`), with one that is none of ours it stays ``None``. *country* (ISO 3166-1
    alpha-2) tells whose ``$``, and the currency where none is given. Declined: bool, NaN, negative bounds, placeholders
    (1 to 1000000), what nobody earns in that period.

    >>> structured_salary("2.800,00", "3.200,00", "€", "PER_MONTH")[:4]
    (2800.0, 3200.0, 'EUR', 'MONTH')
    >>> structured_salary(1, 1000000, "USD", "YEAR")
    """
    country = country.upper() if country else None
    if any(_nonsense(bound) for bound in (minimum, maximum)):
        return None
    low, high = _decimal(minimum, maximum, period_of(period))
    code = _currency_of(currency, country) or _currency_within(minimum, country) or _currency_within(maximum, country)
    if code is None and currency in (None, ""):
        code = COUNTRY_CURRENCY.get(country or "")
    top = high if high is not None else low
    if code is None or top is None:
        return None
    if low is not None and high is not None:
        low, high = min(low, high), max(low, high)
        if high > PLACEHOLDER_RATIO * low:
            return None
    when = infer_period(top, code, by_the_month(country, code)) if period in (None, "") else period_of(period)
    if not plausible(max(top, high or 0), code, when):
        return None
    return Salary(low, high, code, None if when == "PROJECT" else when, basis if basis in BASES else None, text, label)


def _nonsense(bound: object) -> bool:
    if isinstance(bound, bool):
        return True
    if isinstance(bound, str):
        if re.match(r"\s*[-−]\s*[0-9]", bound):
            return True
        bound = number(bound) or 0
    return isinstance(bound, int | float) and not (bound == 0 or PLACEHOLDER < bound < math.inf)


def number(value: object) -> float | None:
    """Amount that a field gives: a number, or the text of one in any grouping; ``None`` for nought, nonsense and bool.

    >>> number("2.800,00"), number("95k"), number("$45,000"), number(True), number("-5"), number(float("nan"))
    (2800.0, 95000.0, 45000.0, None, None, None)
    """
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        try:
            amount = float(value)
        except OverflowError:
            return None
        return amount if math.isfinite(amount) and amount > 0 else None
    if not isinstance(value, str) or len(value) > FIELD_MAX:
        return None
    text = value.strip()
    if re.fullmatch(r"[0-9]{1,15}(?:\.[0-9]+)?", text):
        return float(text) or None
    found = RUN.search(text)
    if not found or "-" in text[: found.start()] or RUN.search(text, found.end()):
        return None
    amount_or_none = parse_number(found[0].replace(" ", ""))
    factor = factor_after(text.lower(), found.end())
    return amount_or_none * (factor[1] if factor else 1) if amount_or_none else None


_AMBIGUOUS = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")


def _decimal(minimum: object, maximum: object, period: str | None) -> tuple[float | None, float | None]:
    """Both bounds; a point before three digits groups them, unless the other bound or an hour's pay says otherwise."""
    raw = (minimum, maximum)
    values = [number(bound) for bound in raw]
    unsure = [isinstance(bound, str) and bool(_AMBIGUOUS.fullmatch(bound.strip())) for bound in raw]
    sure = [value for value, doubt in zip(values, unsure, strict=True) if value and not doubt]
    if any(unsure) and period != "HOUR" and (not sure or min(sure) >= 1000):
        values = [value * 1000 if value and doubt else value for value, doubt in zip(values, unsure, strict=True)]
    return values[0], values[1]


def _currency_of(field: object, country: str | None) -> str | None:
    if not isinstance(field, str) or not field.strip() or len(field) > FIELD_MAX:
        return None
    word = field.strip()
    found = currency_before(word, len(word)) or currency_after(word, 0)
    return resolve(found[0], country, "") if found else None


def _currency_within(amount: object, country: str | None) -> str | None:
    if not isinstance(amount, str) or len(amount) > FIELD_MAX:
        return None
    found = RUN.search(amount)
    if not found:
        return None
    factor = factor_after(amount.lower(), found.end())
    named = currency_before(amount, found.start()) or currency_after(amount, factor[2] if factor else found.end())
    return resolve(named[0], country, "") if named else None


# Keys of JSON objects, letters only, without the words for pay and for a value.
_NO_MATTER = re.compile(r"salary|pay|compensation|base|wage|amount|value|range|rate|[^a-z]")
_MINIMUM = frozenset(("min", "minimum", "from", "low", "lower", "start"))
_MAXIMUM = frozenset(("max", "maximum", "to", "high", "upper", "end"))
_NAMES = ("name", "compensationType", "type", "title", "label", "id")
_PERIODS = frozenset(("interval", "unittext", "period", "frequency", "unit", "per", "type", "timeunit", "schedule"))


class Fields(NamedTuple):
    """What a JSON object says of one figure or range of pay; *text* where it says it in words."""

    low: object = None
    high: object = None
    currency: object = None
    period: object = None
    basis: str | None = None
    text: str | None = None


def from_json(text: str, country: str | None, read: Callable[[str, str | None], list[Salary]]) -> list[Salary] | None:
    """Pay in the text of a JSON object as platforms and schema.org give it; ``None`` if *text* is none.

    *read* reads the pay that a field of it says in words.
    """
    if len(text) > JSON_MAX:
        return None
    try:
        node = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(node, dict | list):
        return None
    found: list[Salary] = []
    for fields in islice(_walk(node, "", None, None, 0), FIELDS_MAX):
        if fields.text:
            found += read(fields.text, country)
        elif salary := structured_salary(
            fields.low, fields.high, fields.currency, fields.period, basis=fields.basis, country=country
        ):
            found.append(salary)
    return list(dict.fromkeys(found))


def _walk(node: object, name: str, currency: object, period: object, depth: int) -> Iterator[Fields]:
    if depth > NESTING_MAX:
        return
    if isinstance(node, list):
        for child in node:
            yield from _walk(child, name, currency, period, depth + 1)
    if not isinstance(node, dict):
        return
    name = " ".join([name, *(_words(node[key]) for key in _NAMES if isinstance(node.get(key), str))])
    bounds: dict[str, object] = {}
    for key, value in node.items():
        spelt = key.lower()
        rest = _NO_MATTER.sub("", spelt)
        if isinstance(value, str) and ("currency" in spelt or (rest == "unit" and _currency_of(value, None))):
            currency = value
        elif rest in _PERIODS and isinstance(value, str) and period_of(value):
            period = value
        elif not isinstance(value, str | int | float):
            continue
        elif rest in _MINIMUM or rest in _MAXIMUM:
            bounds["min" if rest in _MINIMUM else "max"] = value
            name += f" {_words(key)}"
        elif not rest and spelt != "range":
            bounds["value"] = value
            name += f" {_words(key)}"
    paid = _is_pay(name)
    basis = BASIS.search(name)
    kind = basis.lastgroup if basis else None
    if paid is not False and ("min" in bounds or "max" in bounds) and (currency or paid):
        yield Fields(bounds.get("min"), bounds.get("max"), currency, period or _period_in(name), kind)
    elif paid and "value" in bounds:
        value = bounds["value"]
        if isinstance(value, str) and number(value) is None:
            yield Fields(text=value)
        else:
            yield Fields(value, value, currency, period or _period_in(name), kind)
    for key, value in node.items():
        if isinstance(value, dict | list):
            yield from _walk(value, f"{name} {_words(key)}", currency, period, depth + 1)


def _period_in(name: str) -> str | None:
    found = period_before(name, 0, len(name))
    return found[0] if found else None


def _words(name: str) -> str:
    if name == "baseSalary":
        return "salary"  # schema.org's name for any pay
    return re.sub(r"(?<=[a-z])(?=[A-Z])|_", " ", name[:FIELD_MAX]).lower()


def _is_pay(name: str) -> bool | None:
    """What a name says: pay, something else (a bonus, equity), or neither."""
    cues = CUES.last(name, 0, len(name))
    if "other" in cues or "equity" in name:
        return False
    return True if "pay" in cues else None
