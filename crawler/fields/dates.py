"""Dates as pages and platforms print them."""

import re
import unicodedata
from datetime import UTC, date, datetime
from typing import Final, Literal, NamedTuple

from crawler.fields.dateago import STRANGERS, Ago, count_back, count_back_cjk
from crawler.fields.dateforms import YEARS, find_date
from crawler.fields.datewords import MERE_END, POSTED_DAY_FIRST, TOKEN, UPDATED_DAY_FIRST, label
from crawler.fields.folding import fold

TEXT_MAX: Final = 300  # characters; a date is a short text, and a long one says other things too
EPOCHS: Final = range(631_152_000, 4_102_444_800)  # seconds of those years

Bound = Literal["exact", "on_or_before"]


class Posted(NamedTuple):
    """When a posting was published: a date, or an aware time in UTC; *bound* says how to take it."""

    date: date | datetime
    bound: Bound


def read_posted(text: str, now: datetime, day_first: bool | None = None) -> Posted | None:
    """Read when a posting was published.

    *text* is the short text that a page prints for it, in the languages of :mod:`crawler.fields.datewords`; *now* is
    when it was read (aware; taken as UTC if not). ISO 8601, epochs, the formats of the platforms, relative words.

    - A time with a zone comes back in UTC, so that its ``date()`` is the day in UTC; a date without a zone keeps its day.
    - Relative words give a day: a month is 730 hours, a year 8,766. "30+ days", "over 2 months", "a few days" are
      ``on_or_before``; "less than a week ago" bounds the wrong end and is declined.
    - Without a year it is the latest such day that is not more than a day after *now*.
    - ``3/9/2026`` is read only if it can be decided: a figure over 12, *day_first*, a label in a language that writes
      the day first, or the form ``9/3/2026 4:15 PM``, which only the US uses. ``3.9.2026`` is always day first.
    - A text about anything else (a deadline, a start, a founding year) is declined, as are impossible dates, years
      outside ``YEARS`` and two dates where nothing says which is which. "Updated" counts where nothing better is said.

    >>> now = datetime(2026, 9, 15, 12, tzinfo=UTC)
    >>> read_posted("Posted 30+ Days Ago", now)
    Posted(date=datetime.date(2026, 8, 16), bound='on_or_before')
    >>> read_posted("vor 3 Tagen", now).date.isoformat(), read_posted("18 septiembre", now).date.isoformat()
    ('2026-09-12', '2025-09-18')
    >>> read_posted("2026-09-14T22:30:00-04:00", now).date.isoformat()
    '2026-09-15T02:30:00+00:00'
    >>> read_posted("Expires in 2 days", now) is read_posted("3/9/2026", now) is None
    True
    """
    if not text or len(text) > TEXT_MAX:
        return None
    now = now.replace(tzinfo=UTC) if now.tzinfo is None else now.astimezone(UTC)
    exact = _plain(text.strip())
    if exact is not None:
        return _posted(exact)
    found: list[tuple[str, Posted]] = []
    carried = ""
    for part in _PARTS.split(_normal(text)):
        for kind, segment in _segments(part):
            kind = kind or carried
            read = None if kind == "other" else _read_segment(segment, now, _day_first(segment, day_first))
            carried = "" if read or not segment.strip(" :") else kind
            if read is not None:
                found.append((kind, read))
    for wanted in ("posted", "", "updated"):
        reads = [read for kind, read in found if kind == wanted]
        if reads:
            return reads[0] if wanted or len(set(reads)) == 1 else None
    return None


def read_date(value: object, day_first: bool | None = None) -> str | None:
    """Return an absolute date as a field gives it in ISO 8601: a date, or a date and time with the zone of the source.

    Takes a text or a number: ISO 8601, an epoch in seconds or milliseconds, what the platforms print. A time that has
    no zone gets none. A text with any word that is not part of a date, a date without a year, an impossible one and one
    outside ``YEARS`` are ``None``; ``3/9/2026`` as in :func:`read_posted`.

    >>> read_date("2026-09-23T04:15:00.123Z"), read_date(1790000000000), read_date("Sep 23, 2026")
    ('2026-09-23T04:15:00+00:00', '2026-09-21T14:13:20+00:00', '2026-09-23')
    >>> read_date("2026-09-23 20:45:29"), read_date("9/3/2026 4:15 PM"), read_date("0001-01-01"), read_date("3 days ago")
    ('2026-09-23T20:45:29', '2026-09-03T16:15:00', None, None)
    """
    if isinstance(value, str):
        if len(value) > TEXT_MAX:
            return None
        found = _plain(value.strip())
        if found is None:
            text = _normal(value)
            found, _, strangers = find_date(text, _day_first(text, day_first))
            if strangers or any(label(token) for token in TOKEN.findall(fold(text))):
                return None
    elif isinstance(value, int | float) and not isinstance(value, bool):
        found = _epoch(value)
    else:
        return None
    if found is None:
        return None
    return found.isoformat(timespec="seconds") if isinstance(found, datetime) else found.isoformat()


# -- figures only

_ISO: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:$|[T ][0-9:.,]{2,18} ?(?:Z|UTC|GMT|[+-][0-9]{2}:?[0-9]{2})?$)")
_DIGITS: Final = re.compile(r"[0-9]{10}(?:\.[0-9]{1,9})?$|[0-9]{13}$")
_DOT_NET: Final = re.compile(r"/Date\((-?[0-9]{1,15})(?:[+-][0-9]{4})?\)/$")


def _plain(text: str) -> date | datetime | None:
    """Read ISO 8601, an epoch or a ``/Date(...)/``: the common cases, in about a microsecond."""
    if _ISO.match(text):
        try:
            if len(text) == 10:
                day = date.fromisoformat(text)
                return day if day.year in YEARS else None
            if text[-3:] in ("UTC", "GMT"):
                text = text[:-3].rstrip() + "+00:00"
            time = datetime.fromisoformat(text.replace(" +", "+").replace(" -", "-").replace(",", "."))
            return time if time.year in YEARS else None
        except ValueError:
            return None
    if _DIGITS.match(text):
        return _epoch(float(text))
    if match := _DOT_NET.match(text):
        return _epoch(int(match[1]))
    return None


def _epoch(value: float) -> datetime | None:
    if not 0 < value < EPOCHS.stop * 1000:  # also NaN
        return None
    for scale in (1, 1000):
        if EPOCHS.start <= value / scale < EPOCHS.stop:
            return datetime.fromtimestamp(int(value / scale), UTC)
    return None


# -- words

_PARTS: Final = re.compile(r"[|•·;\n]| [-–—] ")
_US_TIME: Final = re.compile(r"(?<![0-9/])[0-9]{1,2}/[0-9]{1,2}/[0-9]{4},? [0-9]{1,2}:[0-9]{2}(?::[0-9]{2})? [AP]M\b")
_CJK: Final = re.compile("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")
_CJK_OTHER: Final = re.compile(
    "締切|締め切り|〆切|期限|終了|まで|開始|入社|始業|創業|設立|截止|截至|到期|有效|开始|開始|入职|到岗|成立|마감|까지|시작|만료|설립|입사|종료"
)
_CJK_POSTED: Final = re.compile("掲載|公開|投稿|登録|発行|发布|發布|發佈|刊登|张贴|등록|게시|공고|작성")


def _normal(text: str) -> str:
    """Return *text* with full-width signs and odd spaces made plain."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    return MERE_END.sub("mere", text.replace("−", "-").replace("’", "'"))


def _segments(part: str) -> list[tuple[str, str]]:
    """Split *part* at its labels: (``posted``, ``updated``, ``other`` or ``""``, text), the label left in the text."""
    if _CJK.search(part):
        if _CJK_OTHER.search(part):
            return [("other", part)]
        return [("posted" if _CJK_POSTED.search(part) else "", part)]
    marks: list[tuple[str, int]] = []
    matches = list(TOKEN.finditer(_folded_in_place(part)))
    for number, match in enumerate(matches):
        following = matches[number + 1][0] if number + 1 < len(matches) else ""
        kind = label(match[0], following)
        if kind and (not marks or marks[-1][0] != kind):
            marks.append((kind, match.start()))
    if len(marks) < 2:
        return [(marks[0][0] if marks else "", part)]
    starts = [start for _, start in marks]
    head = part[: starts[0]]
    cuts = [(kind, part[start:end]) for (kind, start), end in zip(marks, [*starts[1:], len(part)], strict=True)]
    return [("", head), *cuts] if any(sign.isdigit() for sign in head) else cuts


def _folded_in_place(text: str) -> str:
    """Return *text* folded sign by sign, so that positions stay what they were."""
    if text.isascii():
        return text.lower()
    return "".join([(fold(sign) or sign)[0] for sign in text])


def _day_first(text: str, given: bool | None) -> bool | None:
    """Return which way ``3/9/2026`` is written, if anything in *text* says so."""
    if given is not None:
        return given
    if _US_TIME.search(text):
        return False
    words = TOKEN.findall(fold(text))
    return True if any(word in POSTED_DAY_FIRST or word in UPDATED_DAY_FIRST for word in words) else None


def _read_segment(text: str, now: datetime, day_first: bool | None) -> Posted | None:
    ago = count_back_cjk(text, now) if _CJK.search(text) else None
    if ago is not None:
        return _bounded(ago)
    found = find_date(text, day_first, now)
    if found.day is not None and found.strangers <= STRANGERS:
        return _posted(found.day)
    ago = count_back(text, now)
    if ago is not None:
        return _bounded(ago)
    return Posted(found.yearless, "exact") if found.yearless and not found.strangers else None


def _bounded(ago: Ago) -> Posted:
    return Posted(ago.date, "on_or_before" if ago.at_least else "exact")


def _posted(found: date | datetime) -> Posted:
    if isinstance(found, datetime):
        return Posted(found.astimezone(UTC) if found.tzinfo else found.date(), "exact")
    return Posted(found, "exact")
