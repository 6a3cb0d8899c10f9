"""Gaps of a leading posting, filled from its copies as it is published: what is stored stays as it was read."""

from collections.abc import Iterable
from typing import Any

import orjson

from crawler.schema import SOURCED, line

# What stands in one row goes together: half of a pay from here and half from there would be nobody's. Dates, addresses and
# numbers are of the copy itself, and are left out.
GAPS = (
    ("company",),
    ("company_url",),
    ("department",),
    ("team",),
    ("employment_type",),
    ("seniority",),
    ("experience_years_min",),
    ("education",),
    ("location", "locations"),
    ("workplace", "remote_scope"),
    (
        "salary_min", "salary_max", "salary_currency", "salary_period", "salary_basis", "salary_annual_min", "salary_annual_max", "salary_text",
        "salaries",
    ),
    ("equity",),
    ("bonus",),
    ("description", "description_html", "language", "responsibilities", "requirements", "benefits"),
)  # fmt: skip
NOT_ITS_OWN = frozenset({"agency_copy"})  # another advertiser's words about itself


def filled(record: bytes, copies: Iterable[tuple[str, bytes]]) -> bytes:
    """*record*, JSON, with each gap filled from the first of its *copies* (rule and record, the better ones first) that has it.

    ``sources`` says ``copy`` of what was filled. Without a gap that a copy fills it is the same bytes.
    """
    own = orjson.loads(record)
    gaps = [names for names in GAPS if all(empty(own.get(name)) for name in names)]
    before = len(gaps)
    for rule, copy in copies:
        if not gaps or rule in NOT_ITS_OWN:
            continue
        other = orjson.loads(copy)
        for names in [names for names in gaps if not all(empty(other.get(name)) for name in names)]:
            gaps.remove(names)
            own |= {name: other.get(name) for name in names}
            own["sources"] |= {name: "copy" for name in names if name in SOURCED and not empty(own[name])}
    return record if len(gaps) == before else line(own).rstrip(b"\n")


def empty(value: Any) -> bool:
    return value is None or value == []
