"""JSON as servers write it, where it is not quite JSON."""

import json
from typing import Final

DIGITS_MAX: Final = 300  # of a whole number; Python itself refuses 4,300, and nothing on a careers page has 30
SENSELESS: Final = int("1" + "0" * DIGITS_MAX)


def whole(digits: str) -> int:
    """The number of *digits*; of more than ``DIGITS_MAX`` one that is as senseless.

    >>> whole("-12"), whole("9" * 1_000_000) == 10**DIGITS_MAX
    (-12, True)
    """
    if len(digits) <= DIGITS_MAX:
        return int(digits)
    return -SENSELESS if digits.startswith("-") else SENSELESS


# NaN, raw control characters: seen on real boards. A number of a million digits costs itself and not the page.
LENIENT: Final = json.JSONDecoder(strict=False, parse_int=whole)
