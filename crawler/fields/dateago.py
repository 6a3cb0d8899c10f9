"""Days counted back from now: "3 days ago", "vor einer Woche", "1か月前"."""

import re
from datetime import date, datetime, timedelta
from typing import Final, NamedTuple

from crawler.fields.datewords import (
    AFTER_UNIT,
    AGO,
    AGO_PHRASES,
    DAY_PHRASES,
    DAY_WORDS,
    FEW,
    FILLERS,
    HOURS,
    LESS,
    MORE,
    NUMBERS,
    PORTUGUESE_UNITS,
    SHORT_DAY_WORDS,
    SHORT_UNITS,
    TOKEN,
    UNITS,
    UNITS_AGO,
    UNITS_OF_ONE,
    is_known,
    label,
)
from crawler.fields.folding import fold

STRANGERS: Final = 5  # words of no table that a text about a date may hold
_YEARS_BACK: Final = 30

_CJK_AGO: Final = re.compile(
    r"([0-9]{1,4}|[一二两兩三四五六七八九十数數几幾]{1,3})\s?(?:個|个|箇|か|カ|ヶ|ケ|ヵ)?\s?"
    r"(秒鐘|秒钟|秒|分鐘|分钟|分間|分|時間|小時|小时|시간|분|초|天|日|일|週間|星期|周|週|주일|주|月|개월|달|年|년)"
    r"\s?間?\s?(以上|多|넘게|이상)?\s?(?:以?前|전)"
)
_CJK_UNITS: Final = {
    "秒": "second", "초": "second", "分": "minute", "분": "minute", "時": "hour", "小": "hour", "시": "hour", "天": "day",
    "日": "day", "일": "day", "週": "week", "周": "week", "星": "week", "주": "week", "月": "month", "개": "month",
    "달": "month", "年": "year", "년": "year",
}  # fmt: skip
_CJK_FIGURES: Final = {sign: n for n, sign in enumerate("零一二三四五六七八九")} | {"两": 2, "兩": 2}
_CJK_DAYS: Final = (
    (re.compile("一昨日|おととい|前天|그저께|그제"), 2),
    (re.compile("昨日|昨天|어제|きのう"), 1),
    (re.compile("今日|本日|今天|오늘|たった今|刚刚|剛剛|방금|刚才"), 0),
)


class Ago(NamedTuple):
    """A day before now; *at_least* if it may be an earlier one."""

    date: date
    at_least: bool = False


def count_back(text: str, now: datetime) -> Ago | None:
    """Read a day that *text* counts back from *now*, in figures or words; ``None`` if it does not.

    >>> count_back("5 days a week", datetime(2026, 9, 15))
    >>> count_back("il y a plus de 30 jours", datetime(2026, 9, 15))
    Ago(date=datetime.date(2026, 8, 16), at_least=True)
    """
    folded = " ".join(fold(text).split())
    for phrase, days in DAY_PHRASES.items():
        if phrase in folded:
            return _before(now, days * 24)
    for phrase in AGO_PHRASES:
        folded = folded.replace(phrase, "ago")
    tokens = [token for token in TOKEN.findall(folded) if token not in "/,-"]
    if sum(not is_known(token) for token in tokens) > STRANGERS:
        return None
    labelled = any(label(token) in ("posted", "updated") for token in tokens)
    for token in tokens:
        days_ago = DAY_WORDS.get(token)
        if days_ago is None and (labelled or len(tokens) <= 4):
            days_ago = SHORT_DAY_WORDS.get(token)
        if days_ago is not None:
            return _before(now, days_ago * 24)
    return _counted(tokens, labelled, now)


def count_back_cjk(text: str, now: datetime) -> Ago | None:
    """The same for Chinese, Japanese and Korean, which have no spaces to go by.

    >>> count_back_cjk("十二天前", datetime(2026, 9, 15))
    Ago(date=datetime.date(2026, 9, 3), at_least=False)
    """
    if match := _CJK_AGO.search(text):
        figure, unit, over = match.groups()
        few = figure in "数數几幾"
        count = int(figure) if figure.isdigit() else 2 if few else _cjk_number(figure)
        if count is None or text.startswith("后", match.end()):
            return None
        hours = count * HOURS[_CJK_UNITS[unit[0]]]
        return _before(now, hours, bool(over) or few or "超" in text or "이상" in text or "以上" in text)
    for pattern, days in _CJK_DAYS:
        if pattern.search(text):
            return _before(now, days * 24)
    return None


def _before(now: datetime, hours: float, more: bool = False) -> Ago | None:
    if hours > _YEARS_BACK * HOURS["year"]:
        return None
    return Ago((now - timedelta(hours=hours)).date(), more and hours >= HOURS["day"])


def _counted(tokens: list[str], labelled: bool, now: datetime) -> Ago | None:
    following = [*tokens[1:], ""]  # in "an hour" the first word is a year in French
    units = [i for i, token in enumerate(tokens) if token in UNITS and not (token in NUMBERS and following[i] in UNITS)]
    if not units or (any(t in LESS for t in tokens) and any(HOURS[UNITS[tokens[i]]] >= HOURS["day"] for i in units)):
        return None
    total, bound_only = 0.0, any(token in MORE or token in "+>" for token in tokens)
    last = float("inf")
    for i in units:
        size = HOURS[UNITS[tokens[i]]]
        count, few = _count_before(tokens, i)
        if count is None or not (labelled or _says_ago(tokens, i)):
            continue
        if size >= last:  # "over 2 weeks, 3 weeks ago" is no sum
            return None
        total, last = total + count * size, size
        bound_only = bound_only or (few and size >= HOURS["day"])
    return None if last == float("inf") else _before(now, total, bound_only)


def _count_before(tokens: list[str], unit_at: int) -> tuple[float | None, bool]:
    """Return how many of the unit at *unit_at*, and whether that is only "a few"."""
    at = unit_at - 1
    while at >= 0 and tokens[at] not in NUMBERS and (tokens[at] in FILLERS or tokens[at] in MORE or tokens[at] == "+"):
        at -= 1
    word = tokens[at] if at >= 0 else ""
    if word.isdigit():
        apart = at == 0 or not (tokens[at - 1] == "." or tokens[at - 1].isdigit())  # "2-3 weeks", "1.5 years"
        return (int(word) if apart and len(word) <= 4 else None), False
    if word in NUMBERS:
        return NUMBERS[word], False
    if word in FEW:
        return (3 if HOURS[UNITS[tokens[unit_at]]] < HOURS["day"] else 2), True
    return (1 if tokens[unit_at] in UNITS_OF_ONE else None), False


def _says_ago(tokens: list[str], unit_at: int) -> bool:
    unit = tokens[unit_at]
    following = tokens[unit_at + 1] if unit_at + 1 < len(tokens) else ""
    if following in AFTER_UNIT or unit in UNITS_AGO or any(token in AGO and token != "ha" for token in tokens):
        return True
    if "ha" in tokens[:unit_at] and unit in PORTUGUESE_UNITS:  # Italian "ha 3 anni di ..." is no date
        return True
    return (
        unit in SHORT_UNITS
        and tokens[0].isdigit()
        and all(token in "+" for token in (*tokens[1:unit_at], *tokens[unit_at + 1 :]))
    )


def _cjk_number(figure: str) -> int | None:
    tens, ten, ones = figure.rpartition("十")
    if (not ten and len(figure) > 1) or any(sign not in _CJK_FIGURES for sign in tens + ones) or len(tens) > 1:
        return None
    return (_CJK_FIGURES.get(tens, 1) * 10 if ten else 0) + (_CJK_FIGURES[ones] if ones else 0)
