"""CPU microseconds per posting of each stage between a platform's answer and the line that is written.

    python tests/bench/stages.py [--postings 400] [--rounds 5] [only ...]

The postings are invented, HTML of some five kilobytes and 3.4 kilobytes of text each. "plain" says nothing that a reader
could find beyond its sections, "rich" states pay, bonus, equity, years, hours and its company. A figure is the least of
several rounds, so that other work of the machine counts little.
"""

import argparse
import random
import time
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from sys import path
from typing import Any

import orjson

path.insert(0, str(Path(__file__).parents[2]))

from crawler.duplicates import blocks_of, digest
from crawler.fields.company import company_in_text
from crawler.fields.dates import read_date
from crawler.fields.education import education_of_text
from crawler.fields.eligibility import read_eligibility
from crawler.fields.employment import employment_type_of_text, read_seniority
from crawler.fields.experience import read_experience
from crawler.fields.language import read_language
from crawler.fields.location import read_location
from crawler.fields.look import Look, look
from crawler.fields.salary import mentions_bonus, mentions_equity, read_salary
from crawler.fields.sections import benefits_sentence, split_sections
from crawler.fields.text import html_to_text, sanitise, unescape_once
from crawler.normalise import content_hash, contradictions, normalise
from crawler.platforms import PLATFORMS
from crawler.platforms.base import Page
from crawler.reader import load, response_of
from crawler.schema import line, record, validate

BATCH = 8  # postings that are timed together
NOW = datetime(2026, 9, 15, 12, 0, tzinfo=UTC)
PLACES = ("Berlin, Germany", "San Francisco, CA", "London, United Kingdom", "Remote - US", "New York, NY; Chicago, IL", "Lyon, France", "Toronto, Canada")
TITLES = ("Senior Product Engineer", "Account Executive, Mid-Market", "Staff Accountant", "Head of Operations (m/f/d)", "Boat Builder", "Data Analyst II")
PEOPLE = ("You", "Our engineers", "The crew at Rafterly", "A small team", "Your manager", "Partners in 12 countries", "Customer Success")
DEEDS = (
    "plan and run", "own the roadmap of", "take care of", "review, test and document", "build trust with the users of", "measure",
    "keep an eye on", "write clear notes about", "work across teams on", "support our customers with",
)  # fmt: skip
THINGS = (
    "the booking platform", "Python services on AWS", "a fleet of boats", "harbour logistics", "the weekly release", "dashboards in Looker",
    "quality and safety", "our hiring process", "the design system", "two data pipelines", "the API that partners use", "docs & onboarding",
)  # fmt: skip
ENDS = ("every day", "with care", "from idea to launch", "in close contact with Sales", "at scale", "so that nothing gets lost", "together with Finance", "since 2014")
RICH = (
    "<p>The base salary range for this full-time position is ${low},000 - ${high},000 per year, plus a performance bonus and equity.</p>",
    "<p>Pay: €{low}.000 to €{high}.000 a year. Stock options come on top, and commission on every deal. It is a full-time role.</p>",
)


def posting(number: int, rich: bool) -> dict[str, Any]:
    """A row of a Greenhouse board."""
    dice = random.Random(number)

    def sentence() -> str:
        return f"{dice.choice(PEOPLE)} will {dice.choice(DEEDS)} {dice.choice(THINGS)} and {dice.choice(DEEDS)} {dice.choice(THINGS)} {dice.choice(ENDS)}."

    def bullets(count: int) -> str:
        return "<ul>\n" + "".join(f"<li>{sentence()}</li>\n" for _ in range(count)) + "</ul>\n"

    low = dice.randrange(50, 120)
    years = f"<li>{dice.randrange(2, 9)}+ years of experience with boats or trains</li>" if rich else ""
    pay = dice.choice(RICH).format(low=low, high=low + 30) if rich else ""
    who = "About Rafterly" if rich else "Who we are"
    html = (
        f"<p><strong>{who}</strong></p><p>{' '.join(sentence() for _ in range(5))}</p>\n<p>{' '.join(sentence() for _ in range(4))}</p>\n"
        f"<h3>What you&rsquo;ll do:</h3>{bullets(7)}<h3>What we look for</h3><ul>{years}</ul>{bullets(6)}<p><strong>Why join us?</strong></p>{bullets(5)}{pay}"
        "<p>We welcome everyone, whatever their age, origin or faith.&nbsp;</p>"
    )
    return {
        "absolute_url": f"https://rafterly.example/jobs/{number}", "internal_job_id": number, "location": {"name": dice.choice(PLACES)}, "metadata": None,
        "id": number, "updated_at": "2026-09-01T10:00:00-04:00", "requisition_id": f"R{number}", "title": f"{dice.choice(TITLES)} {number}",
        "company_name": "Rafterly", "first_published": "2026-08-01T10:00:00-04:00", "language": "en", "content": escape(html),
        "departments": [{"id": 1, "name": "Engineering"}], "offices": [],
    }  # fmt: skip


def cost(stage: Callable[[Any], object], inputs: Iterable[Any], rounds: int) -> float:
    """Microseconds of CPU that *stage* takes for one of *inputs*; a text has been looked at before, as in a crawl."""
    inputs = list(inputs)
    least = [float("inf")] * len(inputs)
    for _ in range(rounds):
        for first in range(0, len(inputs), BATCH):
            batch = inputs[first : first + BATCH]
            if stage is not Look and isinstance(batch[0], str):
                for one in batch:
                    look(one)
            start = time.process_time()
            for one in batch:
                stage(one)
            least[first] = min(least[first], time.process_time() - start)
    return sum(least[::BATCH]) / len(inputs) * 1e6


def stages(rows: list[dict[str, Any]]) -> Iterable[tuple[str, Callable[[Any], object], Iterable[Any]]]:
    """Each stage by name, and what it is given."""
    platform = PLATFORMS["greenhouse"]
    page = Page(response_of(b"{}", "https://boards-api.greenhouse.io/v1/boards/rafterly/jobs", "application/json"), "rafterly", None)
    form = platform.forms[0]
    html = [unescape_once(row["content"]) for row in rows]
    texts = [html_to_text(one) or "" for one in html]
    postings = [normalise(load(platform, form, page, row), NOW) for row in rows]
    records = [record(one) for one in postings]
    yield "decode", orjson.loads, [orjson.dumps(row) for row in rows]
    yield "load", lambda row: load(platform, form, page, row), rows
    yield "  unescape_once", unescape_once, [row["content"] for row in rows]
    yield "normalise, whole", lambda draft: normalise(draft, NOW), [load(platform, form, page, row) for row in rows]
    yield "  html_to_text and sanitise", lambda one: (sanitise(one), html_to_text(one)), html
    yield "    html_to_text alone", html_to_text, html
    yield "    sanitise alone", sanitise, html
    yield "  read_location, seen before", read_location, [row["location"]["name"] for row in rows]
    yield "  the look at it", Look, texts
    yield "  read_salary", read_salary, texts
    yield "  mentions_equity", mentions_equity, texts
    yield "  mentions_bonus", mentions_bonus, texts
    yield "  split_sections", split_sections, texts
    yield "  benefits_sentence", benefits_sentence, texts
    yield "  employment_type_of_text", lambda text: employment_type_of_text(f"Boat Builder\n{text}"), texts
    yield "  read_seniority, not seen", read_seniority.__wrapped__, [row["title"] for row in rows]
    yield "  read_experience", read_experience, texts
    yield "  education_of_text", education_of_text, texts
    yield "  read_eligibility", lambda text: read_eligibility(f"Boat Builder\n{text}"), texts
    yield "  read_language", read_language, texts
    yield "  contradictions", contradictions, postings
    yield "  read_date", read_date, [row["first_published"] for row in rows]
    yield "  company_in_text, by key", lambda text: company_in_text(text, "rafterly"), texts
    yield "  company_in_text, no key", company_in_text, texts
    yield "  content_hash", content_hash, postings
    yield "record", record, postings
    yield "validate", validate, records
    yield "line", line, records
    yield "digest", digest, texts
    yield "blocks", lambda one: blocks_of(one, bytes(132)), postings


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("only", nargs="*", help="words of the stages to measure (default: all)")
    parser.add_argument("--postings", type=int, default=400)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    kinds = {kind: [posting(number, kind == "rich") for number in range(options.postings)] for kind in ("plain", "rich")}
    print(f"{'us CPU a posting':30}{'plain':>8}{'rich':>8}")
    for columns in zip(*(stages(rows) for rows in kinds.values()), strict=True):
        name = columns[0][0]
        if not options.only or any(word in name for word in options.only):
            print(f"{name:30}" + "".join(f"{cost(stage, inputs, options.rounds):8.1f}" for _, stage, inputs in columns), flush=True)


if __name__ == "__main__":
    main()
