"""How long to wait before a host is asked again: its own word, else ours."""

import random
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final

WAIT_MAX: Final = 3600  # seconds, whatever a server says
BACK_OFF: Final = 2  # times the host's delay, doubled by every further try
BACK_OFF_MAX: Final = 60  # seconds
TOO_MANY: Final = 1  # seconds at least after a 429 that does not say how long


def read_retry_after(value: str | None, now: datetime) -> float | None:
    """The seconds that a ``Retry-After`` of *value* asks for, at most ``WAIT_MAX``; ``None`` when it says nothing clear.

    Seconds or an HTTP date; a date that has passed is 0. *now* is aware. Terms: RFC 9110, section 10.2.3.

    >>> now = datetime(2026, 9, 15, 8, 0, tzinfo=UTC)
    >>> read_retry_after("120", now), read_retry_after("Tue, 15 Sep 2026 08:01:00 GMT", now), read_retry_after("9" * 400, now)
    (120.0, 60.0, 3600.0)
    >>> read_retry_after("-5", now), read_retry_after("soon", now), read_retry_after("nan", now), read_retry_after(None, now)
    (None, None, None, None)
    """
    said = (value or "").strip()[:1000]
    if said.isascii() and said.isdigit():
        return float(min(int(said[:12]) if len(said) <= 12 else WAIT_MAX, WAIT_MAX))
    try:
        moment = parsedate_to_datetime(said)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return min(max((moment - now).total_seconds(), 0.0), float(WAIT_MAX))


def back_off(tries: int, delay: float, status: int | None = None) -> float:
    """Seconds before try number *tries* + 1 at a host that is asked every *delay* seconds; half of it is left to chance.

    >>> 1 <= back_off(1, 1) <= 3, 2 <= back_off(2, 1) <= 6, back_off(1, 0), back_off(1, 0, 429) >= 1, back_off(900, 5) <= 90
    (True, True, 0.0, True, True)
    """
    wait: float = min(delay * BACK_OFF * 2.0 ** min(tries - 1, 10), BACK_OFF_MAX) * random.uniform(0.5, 1.5)
    return max(wait, TOO_MANY * random.uniform(1, 1.5)) if status == 429 else wait
