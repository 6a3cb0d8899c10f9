"""Place names in Chinese, Japanese and Korean, which run into each other without a space."""

import re

from crawler.fields.places.names import Reading, meanings
from crawler.fields.places.parts import read_name

_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3々〇]")
_RUNS = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3々〇]+|[^\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3々〇\s-]+(?:[\s-]+[^\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3々〇\s-]+)*"
)
LONGEST_NAME = 8  # characters
LONGEST_SEARCH = 14  # characters of a run in which a name may stand further in
_SUFFIX = "市县縣省都府道州시군도"


def is_unspaced(text: str) -> bool:
    return not text.isascii() and _UNSPACED.search(text) is not None


def read_unspaced(text: str) -> tuple[Reading, ...]:
    """Read the names in *text*: "千葉県柏市" is a region and its city; what follows a city is its district.

    >>> [r.cities[0].name for r in read_unspaced("深圳福田") if r.cities]
    ['Shenzhen']
    """
    whole = meanings(text.strip())
    if whole is not None and whole.known:
        return (whole,)
    found: list[Reading] = []
    for run in _RUNS.findall(text)[:20]:
        if is_unspaced(run):
            if not (found and found[-1].cities):
                found.extend(_scan(run))
        elif not any(r.cities for r in found):
            found.extend(r for r in read_name(run) if r.known)
    return tuple(found)


def _scan(run: str) -> list[Reading]:
    found: list[Reading] = []
    at = 0
    while at < len(run) and len(found) < 4:
        size, reading = _longest(run, at)
        if reading is None or (at and not found and not _sure(reading)):
            if found or len(run) > LONGEST_SEARCH:
                break
            at += 1
            continue
        found.append(reading)
        if reading.cities and not reading.country:
            break
        at += size
        at += at < len(run) and run[at] in _SUFFIX
    return found


def _longest(run: str, at: int) -> tuple[int, Reading | None]:
    for size in range(min(LONGEST_NAME, len(run) - at), 1, -1):
        reading = meanings(run[at : at + size])
        if reading is not None and reading.known:
            return size, reading
    return 1, None


def _sure(reading: Reading) -> bool:
    """Good enough to be found amid other words: a country, a region, a city of a million."""
    return bool(
        reading.country or reading.area or reading.regions or (reading.cities and reading.cities[0].people >= 1000)
    )
