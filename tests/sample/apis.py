"""What the platforms' interfaces answer for a company of the tables: the shapes are theirs, the contents invented."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from html import escape
from typing import Any

from texts import Row, body, digest, language, number, p, places, section, slug, text_of, ul, uuid

TODAY = date(2026, 9, 15)


@dataclass
class Exchange:
    """A request and its answer."""

    url: str
    answer: str
    kind: str = "application/json; charset=utf-8"
    method: str = "GET"
    asked: bytes = b""


def as_json(url: str, answer: Any, **more: Any) -> Exchange:
    return Exchange(url, json.dumps(answer, ensure_ascii=False, separators=(",", ":")), **more)


def at(posting: Row, zone: str = "Z") -> str:
    """The day of *posting*, and a time on it."""
    minutes = digest(posting["title"], "time") % 540 + 480
    return f"{posting['posted']}T{minutes // 60:02}:{minutes % 60:02}:00{zone}"


def where(posting: Row, remote: str = "Remote - {}") -> str:
    """The place as one line."""
    named = [place.printed for place in places(posting)]
    return "; ".join([*named, remote.format(posting["remote"])] if "remote" in posting else named)


def greenhouse(company: Row) -> Iterator[Exchange]:
    key = company["key"]
    jobs: list[Any] = [greenhouse_job(company, posting) for posting in company["postings"]]
    if company.get("ugly"):
        jobs.insert(1, None)
        jobs.append({**jobs[0], "id": number(key, "untitled", digits=10), "internal_job_id": number(key, "none", digits=10), "title": None})
    yield as_json(
        f"https://boards-api.greenhouse.io/v1/boards/{key}/jobs?content=true&pay_transparency=true", {"jobs": jobs, "meta": {"total": len(jobs)}}
    )


def greenhouse_job(company: Row, posting: Row) -> dict[str, Any]:
    text, key, title = text_of(company, posting), company["key"], posting["title"]
    job = number(key, title, digits=10)
    content = f'<div class="content-intro">{p(text.about)}</div>{p(text.role)}' + "".join(
        section(head, items, "h2") for head, items in zip(text.heads, (text.duties, text.asks, text.offer), strict=True)
    )
    content += p(text.pay)
    if "pay_html" in posting:
        low, high, currency = posting["pay_html"]
        content += (
            '<div class="content-pay-transparency"><div class="pay-input"><div class="title">Annual base salary</div><div class="pay-range">'
            f"<span>${low:,}</span><span class=\"divider\">&mdash;</span><span>${high:,} {currency}</span></div></div></div>"
        )
    content += f'<div class="content-conclusion">{p(text.closing)}</div>'
    ranges = []
    if "pay" in posting:
        low, high, currency, _ = posting["pay"]
        label = posting.get("pay_label", "Annual salary range")
        ranges = [{"min_cents": low * 100, "max_cents": high * 100, "currency_type": currency, "title": label, "blurb": ""}]
    kind = posting.get("type")
    return {
        "absolute_url": f"{company['url']}?gh_jid={job}" if company["platform"] == "greenhouse_embedded" else f"https://job-boards.greenhouse.io/{key}/jobs/{job}",
        "data_compliance": [],
        "internal_job_id": number(key, title, "internal", digits=10),
        "location": posting.get("plain_location") or {"name": where(posting)},
        "metadata": [{"id": 4021, "name": "Employment Type", "value": kind, "value_type": "single_select"}] if kind else None,
        "id": job,
        "updated_at": at(posting, "-04:00"),
        "requisition_id": posting.get("req", "See Opening ID"),
        "title": title,
        "pay_input_ranges": ranges,
        "company_name": company["company"],
        "first_published": at(posting, "-04:00"),
        "language": language(company, posting),
        "application_deadline": None,
        "content": escape(content),
        "departments": [{"id": number(key, posting["department"], digits=10), "name": posting["department"], "child_ids": [], "parent_id": None}],
        "offices": [{"id": number(key, place.city, digits=10), "name": place.city, "location": place.printed, "child_ids": [], "parent_id": None} for place in places(posting)],
    }  # fmt: skip


def lever(company: Row) -> Iterator[Exchange]:
    yield as_json(f"https://api.lever.co/v0/postings/{company['key']}?mode=json", [lever_posting(company, posting) for posting in company["postings"]])


INTERVALS = {"YEAR": "per-year-salary", "MONTH": "per-month-salary", "DAY": "per-day-wage", "HOUR": "per-hour-wage"}


def lever_posting(company: Row, posting: Row) -> dict[str, Any]:
    text, id_ = text_of(company, posting), uuid("lever", company["key"], posting["title"])
    named = [place.city for place in places(posting)] + ([f"Remote, {posting['remote']}"] if "remote" in posting else [])
    created = datetime.fromisoformat(at(posting)).replace(tzinfo=UTC)
    answer: dict[str, Any] = {
        "id": id_,
        "text": posting["title"],
        "categories": {
            "commitment": posting["type"], "department": posting["department"], "location": named[0], "allLocations": named,
            **({"team": posting["team"]} if "team" in posting else {}),
        },
        "country": places(posting)[0].alpha2,
        "workplaceType": posting["workplace"],
        "createdAt": int(created.timestamp() * 1000),
        "description": f"<div>{escape(text.about)}</div><div><br></div><div>{escape(text.role)}</div>",
        "descriptionPlain": f"{text.about}\n\n{text.role}",
        "lists": [{"text": head, "content": ul(items)[4:-5]} for head, items in zip(text.heads, (text.duties, text.asks, text.offer), strict=True)],
        "additional": f"<div>{escape(text.closing)}</div>",
        "additionalPlain": text.closing,
        "hostedUrl": f"https://jobs.lever.co/{company['key']}/{id_}",
        "applyUrl": f"https://jobs.lever.co/{company['key']}/{id_}/apply",
    }  # fmt: skip
    if "pay" in posting:
        low, high, currency, period = posting["pay"]
        answer["salaryRange"] = {"min": low, "max": high, "currency": currency, "interval": INTERVALS[period]}
    if text.pay:
        answer |= {"salaryDescription": f"<div>{escape(text.pay)}</div>", "salaryDescriptionPlain": text.pay}
    return answer


def ashby(company: Row) -> Iterator[Exchange]:
    jobs = [ashby_job(company, posting) for posting in company["postings"]]
    yield as_json(f"https://api.ashbyhq.com/posting-api/job-board/{company['key']}?includeCompensation=true", {"jobs": jobs, "apiVersion": "1"})


def ashby_job(company: Row, posting: Row) -> dict[str, Any]:
    text, id_ = text_of(company, posting), uuid("ashby", company["key"], posting["title"])
    seats = [{"location": place.printed, "address": {"postalAddress": postal(place)}} for place in places(posting)]
    if "remote" in posting:
        seats.insert(0, {"location": f"Remote ({posting['remote']})", "address": {"postalAddress": {"addressCountry": "United States"} if posting["remote"] == "US" else {}}})
    page = f"https://jobs.ashbyhq.com/{company['key']}/{id_}"
    return {
        "id": id_,
        "title": posting["title"],
        "department": posting["department"],
        "team": posting.get("team"),
        "employmentType": posting["type"],
        "location": seats[0]["location"],
        "secondaryLocations": seats[1:],
        "publishedAt": at(posting, ".000+00:00"),
        "isListed": not posting.get("unlisted", False),
        "isRemote": "remote" in posting,
        "workplaceType": posting["workplace"],
        "address": seats[0]["address"],
        "jobUrl": page,
        "applyUrl": f"{page}/application",
        "descriptionHtml": body(text, "h2").replace("<p>", '<p style="min-height:1.5em">'),
        "shouldDisplayCompensationOnJobPostings": True,
        "compensation": ashby_pay(posting),
    }


def postal(place: Any) -> dict[str, str]:
    return {"addressLocality": place.city, "addressRegion": place.region, "addressCountry": place.country}


def ashby_pay(posting: Row) -> dict[str, Any]:
    if "pay" not in posting:
        return {"compensationTierSummary": None, "scrapeableCompensationSalarySummary": None, "compensationTiers": [], "summaryComponents": []}
    low, high, currency, period = posting["pay"]

    def salary(low: float, high: float) -> dict[str, Any]:
        return {"compensationType": "Salary", "interval": f"1 {period}", "currencyCode": currency, "minValue": low, "maxValue": high, "summary": f"{currency} {low:,} – {high:,}"}

    none = {"interval": "NONE", "currencyCode": None, "minValue": None, "maxValue": None}
    extra = [{"compensationType": "EquityPercentage", "summary": "Offers Equity", **none}] if posting.get("equity") else []
    extra += [{"compensationType": "Commission", "summary": "Offers Commission", **none}] if posting.get("commission") else []
    tiers = posting.get("pay_tiers") or [[low, high, None]]
    return {
        "compensationTierSummary": " • ".join([f"{currency} {low:,} – {high:,}", *(str(part["summary"]) for part in extra)]),
        "scrapeableCompensationSalarySummary": f"{currency} {low:,} - {high:,}",
        "compensationTiers": [{"id": uuid(posting["title"], str(name)), "title": name, "components": [salary(a, b), *extra]} for a, b, name in tiers],
        "summaryComponents": [salary(low, high), *extra],
    }


def workday(company: Row) -> Iterator[Exchange]:
    """The listing by twenties, then every posting; later pages say a total of 0, as the platform's do."""
    api, rows = f"https://{company['key']}.wd3.myworkdayjobs.com/wday/cxs/{company['key']}/Careers", company["postings"]
    for start in range(0, len(rows), 20):
        asked = {"appliedFacets": {}, "limit": 20, "offset": start, "searchText": ""}
        answer = {"total": 0 if start else len(rows), "jobPostings": [workday_row(row) for row in rows[start : start + 20]], "facets": [], "userAuthenticated": False}
        yield as_json(f"{api}/jobs", answer, method="POST", asked=json.dumps(asked, separators=(",", ":")).encode())
    for row in rows:
        yield as_json(api + workday_path(row), workday_detail(company, row))


def workday_number(row: Row) -> str:
    return f"R-{number('workday', row['title'], digits=5)}"


def workday_path(row: Row) -> str:
    return f"/job/{places(row)[0].city}/{slug(row['title']).title()}_{workday_number(row)}"


def posted_on(row: Row) -> str:
    days = (TODAY - date.fromisoformat(row["posted"])).days
    return {0: "Posted Today", 1: "Posted Yesterday"}.get(days, f"Posted {days} Days Ago" if days <= 30 else "Posted 30+ Days Ago")


def workday_row(row: Row) -> dict[str, Any]:
    seats = [place.printed for place in places(row)]
    return {
        "title": row["title"], "externalPath": workday_path(row), "locationsText": seats[0] if len(seats) == 1 else f"{len(seats)} Locations",
        "postedOn": posted_on(row), "bulletFields": [workday_number(row)],
    }  # fmt: skip


def workday_detail(company: Row, row: Row) -> dict[str, Any]:
    text, seats, path = text_of(company, row), places(row), workday_path(row)
    head = '<p style="text-align:left"><b>{}</b></p>'
    html = p(text.about, text.role) + "".join(
        head.format(escape(name)) + ul(items) for name, items in zip(text.heads, (text.duties, text.asks, text.offer), strict=True)
    )
    return {
        "jobPostingInfo": {
            "id": uuid(path).replace("-", ""),
            "title": row["title"],
            "jobDescription": html + p(text.pay, text.closing),
            "location": seats[0].printed,
            **({"additionalLocations": [place.printed for place in seats[1:]]} if len(seats) > 1 else {}),
            **({"remoteType": "Remote"} if "remote" in row else {}),
            "postedOn": posted_on(row),
            "startDate": row["posted"],
            "timeType": row.get("type", "Full time"),
            "jobReqId": workday_number(row),
            "jobPostingId": path.rsplit("/", 1)[-1],
            "country": {"descriptor": seats[0].country, "alpha2Code": seats[0].alpha2},
            "canApply": True,
            "posted": True,
            "externalUrl": f"https://{company['key']}.wd3.myworkdayjobs.com/Careers{path}",
        },
        "hiringOrganization": {"name": company["company"], "url": ""},
        "similarJobs": [],
        "userAuthenticated": False,
    }
