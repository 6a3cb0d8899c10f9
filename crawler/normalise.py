"""From a draft, as a platform prints it, to a finished posting."""

import re
from dataclasses import fields
from datetime import datetime
from hashlib import blake2b
from operator import attrgetter
from typing import Any
from urllib.parse import urlsplit

import orjson

from crawler.conflicts import date_conflict, employment_type_conflict, pay_conflict, workplace_conflict
from crawler.fields.company import company_in_text
from crawler.fields.dates import read_date, read_posted
from crawler.fields.education import education_of_text
from crawler.fields.eligibility import read_eligibility
from crawler.fields.employment import employment_type_of_text, read_seniority
from crawler.fields.experience import read_experience
from crawler.fields.hidden import without_hidden
from crawler.fields.language import read_language
from crawler.fields.location import Place, country_code, read_location, structured_place
from crawler.fields.salary import mentions_bonus, mentions_equity, read_salary
from crawler.fields.sections import benefits_sentence, split_sections
from crawler.fields.text import HTML_MAX, html_to_text, is_escaped_html, looks_like_html, sanitise, unescape_once
from crawler.items import Posting
from crawler.loaders import Draft
from crawler.ranges import as_range, out_of_range, structured

# What a posting says. A change of any of these is a change of the posting; when it was last touched, or a date that
# rolls on with the day, is not.
CONTENT = (
    "title", "company", "department", "team", "employment_type", "location", "locations", "workplace", "remote_scope",
    "salary_min", "salary_max", "salary_currency", "salary_period", "description", "requisition_id", "valid_through", "attributes",
)  # fmt: skip
LINES = {  # characters
    "title": 500, "company": 500, "department": 500, "team": 500, "requisition_id": 500, "location": 5000, "salary_text": 5000,
}  # fmt: skip
UNDECODED = 0.01  # of the letters: more signs that stand for none are no slip of a single word
TENANT = re.compile(r"[/@]|\.wd\d")  # a key is the tenant and, on some platforms, the site or the instance
SAID = attrgetter(*CONTENT)
COPIED = attrgetter(*(f.name for f in fields(Posting)))


def normalise(draft: Draft, now: datetime) -> Posting:
    """The finished posting of *draft*, read at *now* (aware).

    What is structured goes before what is read from the posting's own text, and ``sources`` says which it was.
    A value that cannot be read is ``None``; the words it was read from stay beside it.
    """
    posting = Posting(*COPIED(draft))
    posting.sources, posting.flags = dict(draft.sources), list(draft.flags)
    text(posting)
    country = places(posting, draft)
    pay(posting, draft, country)
    dates(posting, now)
    contradictions(posting)
    what_the_text_says(posting, draft)
    damage(posting)
    posting.content_hash = content_hash(posting)
    return posting


def text(posting: Posting) -> None:
    """Fill ``description`` from ``description_html`` or clean it up, and sanitise the HTML."""
    html = posting.description_html
    if html is None and posting.description and looks_like_html(posting.description):
        html, posting.description = posting.description, None
        posting.sources["description_html"] = posting.sources["description"]
    if len(html or posting.description or "") > HTML_MAX:
        posting.flags.append("cut")
    if html is not None:
        html = html[:HTML_MAX]
        if is_escaped_html(html):
            html = unescape_once(html)
        html, hidden = without_hidden(html)
        if hidden:
            posting.flags.append("hidden_text")
        posting.description_html = sanitise(html)
        if posting.description is None:
            posting.description = html_to_text(html)
            copy_source(posting, "description_html", "description")
    elif posting.description:
        posting.description = html_to_text(posting.description.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>"))


def damage(posting: Posting) -> None:
    """Cut lines that no person wrote, flag what was decoded by a charset that is not its own, and say only once what is odd."""
    for name, most in LINES.items():
        if len(said := getattr(posting, name) or "") > most:
            setattr(posting, name, said[:most].rstrip())
            posting.flags.append("cut")
    said = f"{posting.title or ''}{posting.description or ''}"
    if "\ufffd" in said and said.count("\ufffd") > UNDECODED * len(said):
        posting.flags.append("bad_encoding")
    posting.flags = list(dict.fromkeys(posting.flags))


def places(posting: Posting, draft: Draft) -> str | None:
    """Fill the where-group; return the country of the posting where there is one, else ``None``."""
    hint = country_code(draft.country)
    found: list[Place] = []
    for raw in draft.locations:
        place = structured_place(raw.get("city"), raw.get("region"), raw.get("country") or hint)
        if place is not None:
            found.append(place)
        elif isinstance(name := raw.get("name"), str):
            found.extend(read_location(name).places)
    if posting.location is None and found:
        posting.location = "; ".join(dict.fromkeys(", ".join(part for part in place if part) for place in found))
        copy_source(posting, "locations", "location")
    read = read_location(posting.location) if posting.location else None
    if read is not None:
        if not found:
            found = list(read.places)
            copy_source(posting, "location", "locations")
        if {posting.workplace, read.workplace} == {"remote", "onsite"}:
            posting.flags.append("workplace_conflict")
        if posting.workplace is None or (read.workplace == "remote" and posting.workplace != "remote"):
            posting.workplace = read.workplace
            if read.workplace:
                posting.sources["workplace"] = posting.sources.get("location", "html")
        if not posting.remote_scope and posting.workplace == "remote":
            posting.remote_scope = list(read.remote_scope)
            copy_source(posting, "location", "remote_scope")
    if hint and len(found) == 1 and found[0].country is None:
        found = [found[0]._replace(country=hint)]
    if not found and hint and posting.location is None:
        found = [Place(None, None, hint)]
    posting.locations = [{"city": p.city, "region": p.region, "country": p.country} for p in dict.fromkeys(found)]
    if posting.locations:
        posting.sources.setdefault("locations", posting.sources.get("location", "api"))
    countries = {place.country for place in found if place.country}
    return countries.pop() if len(countries) == 1 else hint


def pay(posting: Posting, draft: Draft, country: str | None) -> None:
    """Fill the pay-group: structured ranges, else the pay field's words, else the posting's own text."""
    found = structured(draft, country)
    if not found and out_of_range(draft):
        posting.flags.append("pay_out_of_range")
    source = posting.sources.get("salaries") or posting.sources.get("salary_min") or posting.sources.get("salary_max")
    if not found and posting.salary_text:
        found, source = read_salary(posting.salary_text, country), posting.sources.get("salary_text")
    if found and posting.description and pay_conflict(found, posting.description, country):
        posting.flags.append("pay_conflict")
    if not found and posting.description:
        found, source = read_salary(posting.description, country), "text"
    for name in ("salaries", "salary_min", "salary_max", "salary_currency", "salary_period", "salary_basis"):
        posting.sources.pop(name, None)
    posting.salaries = [as_range(salary) for salary in found]
    first = found[0] if found else None
    posting.salary_min = first.min if first else None
    posting.salary_max = first.max if first else None
    posting.salary_currency = first.currency if first else None
    posting.salary_period = first.period if first else None
    posting.salary_basis = first.basis if first else None
    posting.salary_annual_min = first.annual_min if first else None
    posting.salary_annual_max = first.annual_max if first else None
    if first is not None:
        posting.salary_text = posting.salary_text or first.text or None
        for name in ("salaries", "salary_min", "salary_max", "salary_currency", "salary_period", "salary_basis"):
            if getattr(posting, name) not in (None, []):
                posting.sources[name] = source or "text"
        if posting.salary_text:
            posting.sources.setdefault("salary_text", source or "text")
    words, said = posting.description or "", str(posting.salary_text or "")
    if said not in words:
        words = f"{said}\n{words}"
    for name, mentions in (("equity", mentions_equity), ("bonus", mentions_bonus)):
        if getattr(posting, name) is None and mentions(words):
            setattr(posting, name, True)
            posting.sources[name] = "text"


def dates(posting: Posting, now: datetime) -> None:
    """Make ISO 8601 of the raw dates; words such as "3 days ago" count from *now*."""
    raw: Any = posting.date_posted
    posting.date_posted = posting.date_posted_bound = None
    if raw is not None:
        exact = read_date(raw)
        if exact is not None:
            posting.date_posted, posting.date_posted_bound = exact, "exact"
        elif isinstance(raw, str) and (read := read_posted(raw, now)) is not None:
            posting.date_posted = read.date.isoformat()
            posting.date_posted_bound = read.bound
            posting.flags.append("date_posted_relative")
    for name in ("date_modified", "valid_through"):
        value = read_date(getattr(posting, name))
        setattr(posting, name, value)
    for name in ("date_posted", "date_modified", "valid_through"):
        if getattr(posting, name) is None and name in posting.sources:
            del posting.sources[name]
            posting.flags.append(f"{name}_unread")
    if posting.date_posted and posting.date_posted[:10] > (now.date().isoformat()) and (read_date(raw) or "")[:10] > _tomorrow(now):
        posting.flags.append("date_posted_in_future")
    if posting.valid_through and posting.valid_through[:10] < now.date().isoformat():
        posting.flags.append("valid_through_past")


def _tomorrow(now: datetime) -> str:
    return datetime.fromordinal(now.toordinal() + 1).date().isoformat()


def contradictions(posting: Posting) -> None:
    """Flag where the text says otherwise than the fields that the source gave."""
    text = f"{posting.title or ''}\n{posting.description or ''}"
    if "workplace_conflict" not in posting.flags and workplace_conflict(posting.workplace, text):
        posting.flags.append("workplace_conflict")
    if employment_type_conflict(posting.employment_type, text):
        posting.flags.append("employment_type_conflict")
    if date_conflict(posting, text):
        posting.flags.append("date_conflict")


def what_the_text_says(posting: Posting, draft: Draft) -> None:
    """Fill what no field gave from the title and the description."""
    description = posting.description or ""
    if not (posting.responsibilities and posting.requirements and posting.benefits):
        sections = split_sections(description)
        for name in ("responsibilities", "requirements", "benefits"):
            if getattr(posting, name) is None:
                from_text(posting, name, getattr(sections, name))
        if posting.benefits is None and "benefits" in description:
            from_text(posting, "benefits", benefits_sentence(description))
    if not posting.employment_type:
        from_text(posting, "employment_type", employment_type_of_text(f"{posting.title or ''}\n{description}"))
    if posting.seniority is None:
        from_text(posting, "seniority", read_seniority(posting.title or ""))
    if posting.experience_years_min is None:
        from_text(posting, "experience_years_min", read_experience(posting.requirements or "") or read_experience(description))
    if posting.education is None:
        from_text(posting, "education", education_of_text(posting.requirements or "") or education_of_text(description))
    posting.flags.extend(read_eligibility(f"{posting.title or ''}\n{description}"))
    if posting.language is None:
        from_text(posting, "language", read_language(description))
    if posting.company is None:
        from_text(posting, "company", company_in_text(description, company_hint(draft)))


def company_hint(draft: Draft) -> str | None:
    """How the address calls the company: the tenant in a board's key, the host of an own page; ``None`` for a local file."""
    if draft.company_key:
        return draft.company_key
    if draft.platform in ("schema_org", "page"):
        return urlsplit(draft.url or "").hostname
    return TENANT.split(draft.board or "")[0] or None


def from_text(posting: Posting, name: str, value: Any) -> None:
    if value not in (None, []):
        setattr(posting, name, value)
        posting.sources[name] = "text"


def copy_source(posting: Posting, of: str, to: str) -> None:
    if of in posting.sources and to not in posting.sources:
        posting.sources[to] = posting.sources[of]


def content_hash(posting: Posting) -> str:
    """A digest of what the posting says (:data:`CONTENT`), 24 hexadecimal digits."""
    said = orjson.dumps(SAID(posting))
    return blake2b(said, digest_size=12).hexdigest()
