"""JobPosting in whatever shape a page gives it, made one shape. Rules: https://developers.google.com/search/docs/appearance/structured-data/job-posting"""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any, Final
from urllib.parse import urlsplit

from crawler.fields.location import country_code
from crawler.fields.text import clean, is_escaped_html, unescape_once

LAYERS: Final = 3  # of entities around a description
# What software writes where it has nothing to say.
NOTHING: Final = frozenset(
    ("", "unavailable", "n/a", "n.a.", "na", "none", "null", "nil", "undefined", "unknown", "not available", "not specified",
     "not applicable", "-", "--", "—", "–", ".", "tbd", "no data", "false", "[object object]", "nan")
)  # fmt: skip
NUMBER: Final = re.compile(r"[\d.,'’\s\u00a0]*\d[\d.,'’\s\u00a0]*\Z")
TWO_NUMBERS: Final = re.compile(r"\s*(\d[\d.,]{0,15})\s*[-–—]\s*(\d[\d.,]{0,15})\s*\Z")
DATE_AND_MORE: Final = re.compile(r"\s*(\d{4}-\d{2}-\d{2})(?![T\s]?\d)\D")
# No region of a country, though written where one should be.
CONTINENTS: Final = frozenset(("europe", "north america", "south america", "latin america", "asia", "africa", "oceania", "emea", "apac", "latam", "amer", "amers"))
# A call to join, put in the place of a title, stands for a page and not for a posting.
NO_TITLE: Final = re.compile(
    r"(?:come\s+)?join\s+(?:us|our|the)\b(?:.*\bteam\b.*)?$|work(?:ing)?\s+(?:with|for|at)\s+us$|we(?:'|’| a)re\s+hiring[!.]*$"
    r"|(?:careers?|jobs?|vacancies|open positions|job openings|current openings)(?:\s+(?:at|with|@)\s.*)?$"
    r"|(?:werde|komm)\s.*\b(?:team\w*|uns)\b|(?:karriere|stellenangebote|jobs)(?:\s+bei\s.*)?$|rejoi(?:ns|gnez)[\s-](?:nous|notre|l[’']).*"
    r"|(?:únete|trabaja con nosotros|unisciti|lavora con noi|junte-se|trabalhe conosco)\b.*|(?:word lid van|kom (?:werken|bij)|werken bij)\b.*"
    r"|(?:dołącz|přidej(?:te)? se|pridaj(?:te)? sa|bliv en del)\b.*",
    re.IGNORECASE,
)


def posting_rows(nodes: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The *nodes* (JobPosting as JSON-LD, microdata or RDFa give it), each as one flat dict, keys as in schema.org.

    Lists where there may be several; ``jobLocation`` is a list of ``{name, city, region, country}``, ``baseSalary`` of
    ``{min, max, currency, period}``, what pay is said in words is in ``salaryText``. Left out is what the page does
    not say, what only stands for nothing ("UNAVAILABLE"), and ``estimatedSalary``, which nobody offers.
    """
    return [row for node in nodes if (row := posting_row(node))]


def posting_row(node: dict[str, Any]) -> dict[str, Any]:
    title = line(node.get("title") or node.get("name"))
    remote = any("telecommute" in kind.lower() for kind in lines(node.get("jobLocationType"))) or is_virtual(node.get("jobLocation"))
    row: dict[str, Any] = {
        "title": None if title and NO_TITLE.match(title) else title,
        "description": html(node.get("description")),
        "url": address_of(node),
        "applyUrl": apply_address(node),
        "identifier": next(identifiers(node.get("identifier")), None),
        "hiringOrganization": organisation(node.get("hiringOrganization")),
        "employmentType": [part for kind in lines(node.get("employmentType")) for part in kinds_of(kind)],
        "department": next((name for name in named(node.get("employmentUnit")) if name), None),
        "jobLocation": places(node.get("jobLocation")),
        "jobLocationType": ["remote"] if remote else lines(node.get("jobLocationType")),
        # Without TELECOMMUTE these are the countries that applicants may come from, on site: not where they may work.
        "applicantLocationRequirements": list(named(node.get("applicantLocationRequirements"))) if remote else [],
        "experienceYears": years(node.get("experienceRequirements")),
        "educationRequirements": node.get("educationRequirements"),
        "datePosted": date(node.get("datePosted")),
        "dateModified": date(node.get("dateModified")),
        "validThrough": date(node.get("validThrough")),
        "inLanguage": next(named(node.get("inLanguage")), None),
        "responsibilities": html(node.get("responsibilities")),
        "qualifications": html(node.get("qualifications")),
        "jobBenefits": html(node.get("jobBenefits") or node.get("benefits")),
    }
    row["baseSalary"], row["salaryText"] = pay(node)
    return {key: value for key, value in row.items() if value not in (None, [], {})}


def values(value: Any) -> list[Any]:
    """*value* as a list: what may be one or several always is several."""
    return [] if value is None else value if isinstance(value, list) else [value]


def line(value: Any) -> str | None:
    """The first of *value* that says something, as one line.

    >>> line(["UNAVAILABLE", "Sea &amp; Sun"]), line({"name": "Acme"}), line(True)
    ('Sea & Sun', 'Acme', None)
    """
    return next(iter(lines(value)), None)


def lines(value: Any) -> list[str]:
    found = []
    for one in values(value):
        if isinstance(one, dict):
            found.extend(lines(one.get("name") or one.get("value")))
        elif isinstance(one, str | int | float) and not isinstance(one, bool):
            text = clean(str(one))
            if text and text.casefold() not in NOTHING:
                found.append(text)
    return found


def html(value: Any) -> str | None:
    """*value* as HTML or plain text, without the layers of entities that were laid around it.

    >>> html("&amp;lt;p&amp;gt;Sea&amp;lt;/p&amp;gt;")
    '<p>Sea</p>'
    """
    texts = [one for one in values(value) if isinstance(one, str) and one.strip()]
    if not texts and (texts := lines(value)) and len(texts) == 1 and texts[0].casefold() in NOTHING:
        return None
    if len(texts) > 1:
        texts = ["<ul>" + "".join(f"<li>{text}</li>" for text in texts) + "</ul>"]
    text = texts[0] if texts else ""
    for _ in range(LAYERS):
        if not is_escaped_html(text) and ("&amp;lt;" not in text or "<" in text):
            break
        text = unescape_once(text)
    return text if text.strip().casefold() not in NOTHING else None


def kinds_of(text: str) -> list[str]:
    """Employment types that one string lists; OTHER says nothing that a reader of the text would not know better.

    >>> kinds_of("FULL_TIME, PART_TIME"), kinds_of("https://schema.org/INTERN"), kinds_of("OTHER")
    (['FULL_TIME', 'PART_TIME'], ['INTERN'], [])
    """
    parts = [part.strip() for part in re.split(r"[,;|]|(?<!:)/(?!/)", text.rsplit("schema.org/", 1)[-1])]
    return [part for part in parts if part and part.upper() != "OTHER"]


def named(value: Any) -> Iterator[str]:
    """The names of things that are given as text or as objects, whose name may be in an address."""
    for one in values(value):
        if isinstance(one, dict) and isinstance(address := one.get("address"), dict):
            one = one.get("name") or address.get("addressCountry") or address.get("addressRegion")
        yield from lines(one)


def identifiers(value: Any) -> Iterator[str]:
    """The employer's own number: of a PropertyValue its value, never its name (which is the employer's)."""
    for one in values(value):
        found = line(one.get("value") or one.get("@id")) if isinstance(one, dict) else line(one)
        if found and not found.startswith(("http://", "https://")):
            yield found


def organisation(value: Any) -> dict[str, str]:
    """The employer's name, address and department; a country's name, which some feeds put there, is no employer's."""
    for one in values(value):
        name = line(one.get("name") or one.get("legalName")) if isinstance(one, dict) else line(one)
        if name and not name.startswith(("http://", "https://", "www.")) and not (len(name) > 3 and country_code(name)):
            found = {"name": name}
            if isinstance(one, dict):
                address = next((a for a in values(one.get("sameAs")) + values(one.get("url")) if isinstance(a, str) and a.strip()), None)
                department = line(one.get("department"))
                found.update({key: v for key, v in (("url", address), ("department", department)) if v})
            return found
    return {}


def address_of(node: dict[str, Any]) -> str | None:
    """Where the posting stands; a bare host is the employer's address, not the posting's."""
    for key in ("url", "mainEntityOfPage", "@id"):
        for one in values(node.get(key)):
            one = one.get("@id") or one.get("url") if isinstance(one, dict) else one
            if isinstance(one, str) and is_page(unescape(one)):
                return unescape(one).strip()
    return None


def is_page(address: str) -> bool:
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return False
    absolute = parts.scheme in ("http", "https") and bool(parts.netloc)
    return (absolute or (not parts.scheme and parts.path.startswith("/"))) and bool(parts.path.strip("/") or parts.query)


def apply_address(node: dict[str, Any]) -> str | None:
    for action in values(node.get("potentialAction")) + values(node.get("applicationContact")):
        if isinstance(action, dict):
            for target in values(action.get("target")) + values(action.get("url")):
                target = target.get("urlTemplate") or target.get("url") if isinstance(target, dict) else target
                if isinstance(target, str) and is_page(target) and "{" not in target:
                    return target.strip()
    return None


def is_virtual(value: Any) -> bool:
    return any(isinstance(one, dict) and "virtuallocation" in str(one.get("@type")).lower() for one in values(value))


def places(value: Any) -> list[dict[str, str]]:
    """The places of work, each ``{name, city, region, country}``: ``name`` as printed, the rest where it is given apart."""
    given = [(place_of(one), line(one.get("name")) if isinstance(one, dict) else None) for one in values(value)]
    given = [(place, name) for place, name in given if place]
    # Software that knows one address for the whole employer repeats it; the true places are then in the names.
    names = {name for _, name in given if name}
    if len(names) > 1 and len({place["name"] for place, _ in given}) == 1:
        given = [({"name": name}, name) for name in dict.fromkeys(name for _, name in given if name)]
    found: list[dict[str, str]] = []
    for place, _ in given:
        if place not in found:
            found.append(place)
    return found


def place_of(value: Any) -> dict[str, str]:
    if not isinstance(value, dict):
        return {"name": text} if (text := line(value)) else {}
    address = next(iter(values(value.get("address"))), None)
    if isinstance(address, str) or address is None:
        # A PostalAddress that stands where its place should.
        address = value if "addressLocality" in value or "addressCountry" in value else line(address) or line(value.get("name"))
    if not isinstance(address, dict):
        return {"name": address} if address else {}
    parts = {
        "city": line(address.get("addressLocality")),
        "region": line(address.get("addressRegion")),
        "country": line(address.get("addressCountry")),
    }
    known = {key: part for key, part in parts.items() if part and not (key == "region" and part.casefold() in CONTINENTS)}
    if not known:
        name = line(value.get("name")) or line(address.get("name")) or line(address.get("streetAddress"))
        return {"name": name} if name else {}
    found = {"name": ", ".join(dict.fromkeys(known.values()))}
    city = known.get("city", "")
    return found if "," in city or ";" in city else {**found, **known}


def years(value: Any) -> float | None:
    """Years of experience asked for.

    >>> years({"@type": "OccupationalExperienceRequirements", "monthsOfExperience": "36"}), years("some")
    (3.0, None)
    """
    for one in values(value):
        found = number(one.get("monthsOfExperience")) if isinstance(one, dict) else None
        if isinstance(found, float) and 0 < found <= 600:
            return round(found / 12, 1)
    return None


def date(value: Any) -> Any:
    """A date as it is printed, without what software glued to it ("2022-10-10CEST12:00")."""
    for one in values(value):
        if isinstance(one, int | float) and not isinstance(one, bool):
            return one
        if isinstance(one, str) and (text := line(one)):
            match = DATE_AND_MORE.match(text)
            return match[1] if match else text
    return None


def pay(node: dict[str, Any]) -> tuple[list[dict[str, Any]], list[str]]:
    """The ranges of ``baseSalary`` as figures, and what of it is words."""
    ranges: list[dict[str, Any]] = []
    words: list[str] = []
    currency = line(node.get("salaryCurrency"))
    for amount in values(node.get("baseSalary")):
        outer = amount if isinstance(amount, dict) else {}
        currency = line(outer.get("currency") or outer.get("priceCurrency")) or currency
        inner = values(outer.get("value") if "value" in outer else amount)
        for one in inner or [outer]:
            given = {**outer, **one} if isinstance(one, dict) else {**outer, "value": one}
            period = line(given.get("unitText") or given.get("unitCode") or given.get("duration"))
            low, high = bound(given, "minValue", "minPrice"), bound(given, "maxValue", "maxPrice")
            single = given.get("value", given.get("price"))
            if low is None and high is None:
                if isinstance(single, str) and (match := TWO_NUMBERS.match(single)):
                    low, high = number(match[1]), number(match[2])
                elif (figure := number(single)) is not None:
                    low = high = figure
                elif text := line(single if isinstance(single, str) else None):
                    words.append(text)
            if low is not None or high is not None:
                ranges.append({"min": low, "max": high, "currency": currency, "period": period})
    return ranges, list(dict.fromkeys(words))


def bound(given: dict[str, Any], *names: str) -> float | str | None:
    return next((found for name in names if (found := number(given.get(name))) is not None), None)


def number(value: Any) -> float | str | None:
    """A figure other than 0, as it is given where it has marks that a reader of pay must judge; ``None`` for words.

    >>> number("50000"), number("2.800,00"), number(0), number("DOE"), number("9" * 5000)
    (50000.0, '2.800,00', None, None, inf)
    """
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        try:
            return float(value) or None
        except OverflowError:  # a whole number of any length is JSON
            return float("inf")
    if not isinstance(value, str) or not NUMBER.match(value[:40]):
        return None
    text = value[:400].strip()
    try:
        return float(text) or None
    except ValueError:
        return text if len(text) <= 40 else None
