"""The other platforms' interfaces: lists with details, lists that hold everything, a feed."""

from collections.abc import Iterator
from html import escape
from typing import Any

from apis import Exchange, as_json, at
from texts import Row, language, number, p, places, section, slug, text_of, ul, uuid

LANGUAGES = {"en": "English", "es": "Spanish", "pt": "Portuguese", "fr": "French"}


def smartrecruiters(company: Row) -> Iterator[Exchange]:
    api = f"https://api.smartrecruiters.com/v1/companies/{company['key'].lower()}/postings"
    rows = [smart_row(company, posting) for posting in company["postings"]]
    yield as_json(f"{api}?limit=100&offset=0", {"offset": 0, "limit": 100, "totalFound": len(rows), "content": rows})
    for row, posting in zip(rows, company["postings"], strict=True):
        yield as_json(f"{api}/{row['id']}", smart_detail(company, posting, row))


def smart_row(company: Row, posting: Row) -> dict[str, Any]:
    key, title, lang = company["key"], posting["title"], language(company, posting)
    (place,) = places(posting)
    kind, level = posting.get("type", ["permanent", "Full-time"]), posting["level"]
    return {
        "id": str(number("smartrecruiters", title, digits=15)),
        "name": title,
        "uuid": uuid("smartrecruiters", title),
        "defaultJobAd": True,
        "refNumber": f"REF{number('ref', title, digits=4)}V",
        "company": {"identifier": key, "name": company["company"]},
        "releasedDate": at(posting, ".000Z"),
        "location": {
            "city": place.city, "region": place.region, "country": place.alpha2.lower(), "remote": False, "hybrid": posting.get("hybrid", False),
            "fullLocation": f"{place.city}, {place.region}, {place.country}",
        },
        "industry": {"id": "hospitality", "label": "Hospitality"},
        "department": {"id": str(number(key, posting["department"], digits=6)), "label": posting["department"]} if posting["department"] else {},
        "function": {},
        "typeOfEmployment": {"id": kind[0], "label": kind[1]},
        "experienceLevel": {"id": level[0], "label": level[1]},
        "customField": [],
        "visibility": "PUBLIC",
        "language": {"code": lang, "label": LANGUAGES[lang]},
    }  # fmt: skip


def smart_detail(company: Row, posting: Row, row: dict[str, Any]) -> dict[str, Any]:
    text = text_of(company, posting)
    page = f"https://jobs.smartrecruiters.com/{company['key']}/{row['id']}-{slug(posting['title'])}"
    answer = {
        **row, "postingUrl": page, "applyUrl": f"{page}?oga=true", "active": True,
        "jobAd": {"sections": {
            "companyDescription": {"title": company["company"], "text": p(text.about)},
            "jobDescription": {"title": text.heads[0], "text": p(text.role) + ul(text.duties)},
            "qualifications": {"title": text.heads[1], "text": ul(text.asks)},
            "additionalInformation": {"title": text.heads[2], "text": ul(text.offer) + p(text.pay, text.closing)},
        }},
    }  # fmt: skip
    if "pay" in posting:
        low, high, currency, period = posting["pay"]
        answer["compensation"] = {"min": low, "max": high, "currency": currency, "period": period}
    return answer


def workable(company: Row) -> Iterator[Exchange]:
    key = company["key"]
    about = p(" ".join(company["about"][company["lang"]]))
    jobs = [workable_job(company, posting) for posting in company["postings"]]
    yield as_json(f"https://apply.workable.com/api/v1/widget/accounts/{key}?details=true", {"name": company["company"], "description": about, "jobs": jobs})


def workable_job(company: Row, posting: Row) -> dict[str, Any]:
    text = text_of(company, posting)
    (place,) = places(posting)
    code = f"{number('workable', posting['title'], digits=10):X}"
    page = f"https://apply.workable.com/j/{code}"
    return {
        "title": posting["title"], "shortcode": code, "code": posting["code"], "employment_type": posting["type"],
        "telecommuting": "remote" in posting, "department": posting["department"], "url": page, "shortlink": page, "application_url": f"{page}/apply",
        "published_on": posting["posted"], "created_at": posting["posted"], "country": place.country, "city": place.city, "state": place.region,
        "education": "", "experience": "", "function": "", "industry": "Nonprofit Organization Management",
        "locations": [{"country": place.country, "countryCode": place.alpha2, "city": place.city, "region": place.region, "hidden": False}],
        "description": p(text.about, text.role) + section(text.heads[0], text.duties, "strong") + section(text.heads[1], text.asks, "strong")
        + section(text.heads[2], text.offer, "strong") + p(text.pay, text.closing),
    }  # fmt: skip


def recruitee(company: Row) -> Iterator[Exchange]:
    offers = [recruitee_offer(company, posting) for posting in company["postings"]]
    yield as_json(f"https://{company['key']}.recruitee.com/api/offers/", {"offers": offers})


def recruitee_offer(company: Row, posting: Row) -> dict[str, Any]:
    text, name, seats = text_of(company, posting), slug(posting["title"]), places(posting)
    low, high, period, currency = posting.get("pay", [None] * 4)
    page, moment = f"https://{company['key']}.recruitee.com/o/{name}", at(posting, "").replace("T", " ") + " UTC"
    least, most = posting["hours"]
    return {
        "id": number("recruitee", name, digits=7), "slug": name, "position": number("position", name, digits=2), "status": "published",
        "title": posting["title"], "department": posting["department"], "company_name": company["company"],
        "description": p(text.about, text.role) + section(text.heads[0], text.duties) + section(text.heads[2], text.offer) + p(text.pay, text.closing),
        "requirements": section(text.heads[1], text.asks),
        "location": ", ".join(dict.fromkeys((seats[0].city, seats[0].region, seats[0].country))),
        "locations": [{"name": seat.city, "city": seat.city, "state": seat.region, "country": seat.country, "country_code": seat.alpha2} for seat in seats],
        "city": seats[0].city, "country": seats[0].country, "country_code": seats[0].alpha2, "state_name": seats[0].region,
        "remote": "remote" in posting, "hybrid": posting.get("hybrid", False), "on_site": posting.get("on_site", "remote" not in posting and not posting.get("hybrid")),
        "employment_type_code": posting.get("type", "fulltime_permanent"), "min_hours": least, "max_hours": most,
        "salary": {"min": low, "max": high, "period": period, "currency": currency},
        "created_at": moment, "published_at": moment, "updated_at": moment, "close_at": None,
        "careers_url": page, "careers_apply_url": f"{page}/c/new", "tags": [],
        "translations": {language(company, posting): {"title": posting["title"]}},
    }  # fmt: skip


def personio(company: Row) -> Iterator[Exchange]:
    """The feed lists every posting in each language, with the text where it is written in that one: German, or English for both."""
    for asked in ("en", "de"):
        positions = "".join(personio_position(company, posting, language(company, posting) in ("en", asked)) for posting in company["postings"])
        feed = f'<?xml version="1.0" encoding="UTF-8"?>\n<workzag-jobs>\n{positions}</workzag-jobs>\n'
        yield Exchange(f"https://{company['key']}.jobs.personio.de/xml?language={asked}", feed, "application/xml; charset=utf-8")


def personio_position(company: Row, posting: Row, with_text: bool) -> str:
    text, seats = text_of(company, posting), places(posting)
    parts = [(company["company"], p(text.about, text.role)), (text.heads[0], ul(text.duties)), (text.heads[1], ul(text.asks))]
    parts.append((text.heads[2], ul(text.offer) + p(text.pay, text.closing)))
    blocks = "".join(
        f"<jobDescription><name>{escape(name)}</name><value><![CDATA[{html}]]></value></jobDescription>" for name, html in parts
    )
    fields = {
        "id": number("personio", posting["title"], digits=7), "subcompany": company["company"], "office": seats[0].city,
        "additionalOffices": "".join(f"<office>{seat.city}</office>" for seat in seats[1:]), "department": escape(posting["department"]),
        "recruitingCategory": escape(posting["department"]), "name": escape(posting["title"]), "jobDescriptions": blocks if with_text else "",
        "employmentType": posting["employment"], "seniority": "experienced", "schedule": posting["schedule"], "yearsOfExperience": posting["years"],
        "createdAt": at(posting, "+00:00"),
    }  # fmt: skip
    return "<position>" + "".join(f"<{name}>{value}</{name}>" if value else f"<{name}/>" for name, value in fields.items()) + "</position>\n"
