"""Companies' own pages: one with JSON-LD behind a listing in two parts, one in plain HTML, one that embeds a board."""

import json
from collections.abc import Iterator
from datetime import date
from html import escape
from typing import Any

from apis import Exchange, greenhouse
from texts import Place, Row, body, p, places, section, slug, text_of

HTML = "text/html; charset=utf-8"


def document(lang: str, title: str, content: str, company: Row, head: str = "") -> str:
    """A page with what stands around everything on such sites."""
    name, home = escape(company["company"]), company["url"].split("/")[2]
    links = {"en": ("About us", "News", "Careers", "Privacy"), "de": ("Unternehmen", "Aktuelles", "Karriere", "Datenschutz")}[lang]
    nav = "".join(f'<a href="https://{home}/{slug(link)}">{link}</a>' for link in links[:2])
    return (
        f'<!doctype html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n<title>{escape(title)} | {name}</title>\n'
        f'<meta property="og:site_name" content="{name}">\n{head}</head>\n<body>\n'
        f'<header><a class="logo" href="https://{home}/">{name}</a><nav>{nav}<a href="{company["url"]}">{links[2]}</a></nav></header>\n'
        f'<main>\n{content}\n</main>\n<footer><p>© 2026 {name}</p><a href="https://{home}/{slug(links[3])}">{links[3]}</a></footer>\n</body>\n</html>\n'
    )


def json_ld(company: Row) -> Iterator[Exchange]:
    """Four postings a page; the posting pages say the same to people and, as JobPosting, to machines."""
    rows, url = company["postings"], company["url"]
    for start in range(0, len(rows), 4):
        entries = "".join(
            f'<li class="vacancy"><h2><a href="/jobs/{slug(row["title"])}">{escape(row["title"])}</a></h2><p>{escape(seat_line(row))}</p></li>\n'
            for row in rows[start : start + 4]
        )
        more = f'<a rel="next" href="{url}?page={start // 4 + 2}">Next page</a>' if start + 4 < len(rows) else '<a rel="prev" href="/jobs">Previous page</a>'
        content = f'<h1>Work with us</h1>\n{p(" ".join(company["about"]["en"]))}\n<ul class="vacancies">\n{entries}</ul>\n<p class="pages">{more}</p>'
        yield Exchange(f"{url}?page={start // 4 + 1}" if start else url, document("en", "Current vacancies", content, company), HTML)
    for index, row in enumerate(rows):
        page = f"{url}/{slug(row['title'])}"
        text = text_of(company, row)
        posting = job_posting(company, row, page, escaped=index % 3 == 1)
        data: Any = {"@context": "https://schema.org", "@graph": [{"@type": "WebPage", "url": page}, posting]} if index % 2 else {"@context": "https://schema.org", **posting}
        script = f'<script type="application/ld+json">{json.dumps(data, ensure_ascii=False)}</script>\n'
        content = f'<h1>{escape(row["title"])}</h1>\n<p class="place">{escape(seat_line(row))}</p>\n{body(text)}\n<a class="apply" href="{page}/apply">Apply now</a>'
        yield Exchange(page, document("en", row["title"], content, company, script), HTML)


def seat_line(row: Row) -> str:
    return " or ".join([place.city for place in places(row)] + (["remote in the UK"] if "remote" in row else []))


def job_posting(company: Row, row: Row, page: str, escaped: bool) -> dict[str, Any]:
    html = body(text_of(company, row))
    answer: dict[str, Any] = {
        "@type": "JobPosting",
        "title": row["title"],
        "url": page,
        "identifier": {"@type": "PropertyValue", "name": company["company"], "value": slug(row["title"])[:12]},
        "hiringOrganization": {"@type": "Organization", "name": company["company"], "sameAs": company["site"]},
        "datePosted": row["posted"],
        "employmentType": row["type"],
        "description": escape(html) if escaped else html,
    }
    if "until" in row:
        answer["validThrough"] = f"{row['until']}T23:59:00+01:00"
    if seats := places(row):
        answer["jobLocation"] = [{"@type": "Place", "address": address(place)} for place in seats]
    if "remote" in row:
        answer |= {"jobLocationType": "TELECOMMUTE", "applicantLocationRequirements": {"@type": "Country", "name": row["remote"]}}
    if "pay" in row:
        low, high, currency, period = row["pay"]
        amount = {"value": low} if low == high else {"minValue": low, "maxValue": high}
        answer["baseSalary"] = {"@type": "MonetaryAmount", "currency": currency, "value": {"@type": "QuantitativeValue", **amount, "unitText": period}}
    return answer


def address(place: Place) -> dict[str, str]:
    return {"@type": "PostalAddress", "addressLocality": place.city, "addressRegion": place.region, "addressCountry": place.alpha2}


def plain_html(company: Row) -> Iterator[Exchange]:
    """A listing and pages for people only, in German."""
    rows, url = company["postings"], company["url"]
    entries = "".join(
        f'<article class="stelle"><h3><a href="{url}{slug(row["title"])}.html">{escape(row["title"])}</a></h3><p>{escape(row["type"])}, Heilbronn</p></article>\n'
        for row in rows
    )
    content = f'<h1>Karriere bei Eulenbrück</h1>\n{p(" ".join(company["about"]["de"]))}\n<h2>Offene Stellen</h2>\n{entries}'
    yield Exchange(url, document("de", "Karriere", content, company), HTML)
    for row in rows:
        text = text_of(company, row)
        parts = zip(text.heads, (text.duties, text.asks, text.offer), strict=True)
        kind = row["type"] + (", teilweise im Homeoffice" if row.get("hybrid") else "")
        facts = {
            "Standort": places(row)[0].city, "Arbeitszeit": kind, "Kennziffer": row["ref"],
            "Veröffentlicht am": f"{date.fromisoformat(row['posted']):%d.%m.%Y}",
        }  # fmt: skip
        table = "".join(f"<tr><th>{name}</th><td>{escape(value)}</td></tr>" for name, value in facts.items())
        content = (
            f'<h1>{escape(row["title"])}</h1>\n<table class="eckdaten">{table}</table>\n{p(text.about, text.role)}\n'
            + "\n".join(section(head, items, "h2") for head, items in parts)
            + f'\n{p(text.pay, text.closing)}\n<a class="knopf" href="{url}bewerbung.html?stelle={row["ref"]}">Jetzt bewerben</a>'
        )
        yield Exchange(f"{url}{slug(row['title'])}.html", document("de", row["title"], content, company), HTML)


def greenhouse_embedded(company: Row) -> Iterator[Exchange]:
    """The company's own page holds an empty element and a script of the platform; the postings are in its interface."""
    content = (
        f'<h1>Come and look up with us</h1>\n{p(" ".join(company["about"]["en"]))}\n<div id="grnhse_app"></div>\n'
        f'<script src="https://boards.greenhouse.io/embed/job_board/js?for={company["key"]}"></script>'
    )
    yield Exchange(company["url"], document("en", "Careers", content, company), HTML)
    yield from greenhouse(company)
