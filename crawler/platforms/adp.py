"""ADP Workforce Now. A career center lists each language apart, twenty rows a page; texts come one by one."""

import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from crawler.loaders import PostingLoader, jmes
from crawler.platforms.base import JSON_HEADERS, Ask, Form, Page, Platform, beside, count_at, first_row, further, listed

HOST = "https://workforcenow.adp.com"
API = f"{HOST}/mascsr/default/careercenter/public/events/staffing/v1"
PAGE = f"{HOST}/mascsr/default/mdf/recruitment/recruitment.html"
CENTER = "19000101_000001"  # where the address names none
LANGUAGES = ("en_US", "en_CA", "fr_CA", "es_US")  # that postings were seen in
NUMBER = "(customFieldGroup.stringFields[?nameCode.codeValue=='ExternalJobID'].stringValue)[0] || itemID"
LOCALES = "meta.customFieldGroup.stringFields[?nameCode.codeValue=='Locale'].stringValue"
PUBLISHED = "meta.customFieldGroup.indicatorFields[?nameCode.codeValue=='PublishedIndicator'].indicatorValue"
RANGE = "min: payGradeRange.minimumRate.amountValue, max: payGradeRange.maximumRate.amountValue"
CURRENCY = "currency: payGradeRange.minimumRate.currencyCode || payGradeRange.maximumRate.currencyCode"
PERIOD = "period: (customFieldGroup.codeFields[?nameCode.codeValue=='SalaryType'].codeValue)[0]"
WORDS = "text: (customFieldGroup.stringFields[?nameCode.codeValue=='SalaryRange'].stringValue)[0]"


def center(page: Page) -> dict[str, str]:
    """The parameters by which a career center is asked for."""
    return {"cid": page.query.get("cid", ""), "ccId": page.query.get("ccId") or CENTER}


def ask_for(path: str, **query: Any) -> Ask:
    return Ask(f"{API}/{path}?{urlencode(query, safe='$')}", headers=JSON_HEADERS)


class Links(Form):
    """``/content-links/career-center``: the languages of a center, and whether there is such a center."""

    def reads(self, page: Page) -> bool:
        return bool(jmes(PUBLISHED)(page.json) == [True])

    def next_asks(self, page: Page) -> Iterable[Ask]:
        found = {name for name in jmes(LOCALES)(page.json) or () if isinstance(name, str)} or LANGUAGES
        # A translated posting keeps its number: the English one is to be met first.
        for name in sorted(found, key=lambda name: (not name.startswith("en"), name)):
            yield ask_for("job-requisitions", **center(page), lang=name, locale=name, **{"$top": 20, "$skip": 1})


class Detail(Form):
    """``/job-requisitions/{number}``: the row of the listing with its text; bare, or wrapped as the listing is."""

    def found(self, page: Page) -> dict[str, Any]:
        return first_row(page.json, "jobRequisitions") or (page.json if isinstance(page.json, dict) else {})

    def reads(self, page: Page) -> bool:
        return {"itemID", "requisitionTitle", "requisitionDescription"} <= self.found(page).keys()

    def rows(self, page: Page) -> list[Any]:
        return self.with_page(page, [self.found(page)])

    def with_page(self, page: Page, rows: list[Any]) -> list[Any]:
        lang, query = page.query.get("lang"), center(page)
        return beside(rows, lang=lang, page=f"{PAGE}?{urlencode({**query, 'lang': lang or LANGUAGES[0]})}" if query["cid"] else None)

    def load(self, loader: PostingLoader) -> None:
        loader.add_jmes("id", NUMBER)
        loader.add_jmes("url", f"page && join('&jobId=', [page, to_string({NUMBER})])")
        loader.add_jmes("requisition_id", "clientRequisitionID")
        loader.add_jmes("title", "requisitionTitle")
        loader.add_jmes("employment_type", "workLevelCode.[shortName, codeValue]")
        loader.add_jmes("language", "lang")
        loader.add_jmes("location", "requisitionLocations[].nameCode.shortName")
        loader.add_jmes("locations", "requisitionLocations[?nameCode.shortName].{name: nameCode.shortName}")
        loader.add_jmes("locations", "requisitionLocations[?nameCode.shortName == null].address.{city: cityName, region: countrySubdivisionLevel1.codeValue, country: countryCode}")
        loader.add_jmes("salaries", f"payGradeRange && {{{RANGE}, {CURRENCY}, {PERIOD}, {WORDS}}}")
        loader.add_jmes("description_html", "requisitionDescription")
        loader.add_jmes("date_posted", "postDate")


class Listing(Detail):
    """``/job-requisitions``, asked for in one language."""

    def reads(self, page: Page) -> bool:
        """A center that is not there answers as an empty one does: only one asked for by its links is known to be there."""
        empty: bool = page.get("jobRequisitions") == [] and "locale" in page.query and "ccId" in page.query
        return empty or {"itemID", "requisitionTitle"} <= first_row(page.json, "jobRequisitions").keys()

    def rows(self, page: Page) -> list[Any]:
        return self.with_page(page, listed(page.json, "jobRequisitions"))

    def total(self, page: Page) -> int | None:
        return count_at(page.json, "meta", "totalNumber")

    def says_empty(self, page: Page) -> bool:
        return bool(page.get("jobRequisitions") == [])

    def next_asks(self, page: Page) -> Iterable[Ask]:
        if page.query.get("$skip", "1") != "1" or "cid" not in page.query:
            return
        for start in further(self.total(page), len(listed(page.json, "jobRequisitions"))):
            yield ask_for("job-requisitions", **{**page.query, "$skip": start + 1})

    def detail(self, page: Page, row: Any) -> Ask | None:
        number, lang = jmes(NUMBER)(row), page.query.get("lang") or LANGUAGES[0]
        return ask_for(f"job-requisitions/{number}", **center(page), lang=lang, locale=lang) if number and "cid" in page.query else None


class ADP(Platform):
    name = "adp"
    hosts = ("workforcenow.adp.com",)
    addresses = (r"^(?:www\.)?workforcenow\.adp\.com/mascsr/[^?]*\?(?:.*&)?cid=(?P<key>[0-9a-f]{8}-[0-9a-f-]{27})(?=&|$)",)
    fold_keys = False  # a client's number in capitals is another, and unknown
    confirmed = "recording"
    forms = (Links(), Detail(), Listing())

    def make_key(self, match: re.Match[str]) -> str:
        named = re.search(r"[?&]ccId=(\d+_\d+)", match.string, re.IGNORECASE)
        return f"{match['key']}/{named[1] if named else CENTER}"

    def starts(self, key: str) -> list[Ask]:
        client, _, name = key.partition("/")
        query = {"cid": client, "ccId": name}
        lists = [ask_for("job-requisitions", **query, lang=language, **{"$top": 20, "$skip": 1}) for language in LANGUAGES]
        return [ask_for("content-links/career-center", **query), *lists]

    def board_url(self, key: str) -> str:
        client, _, name = key.partition("/")
        return f"{PAGE}?{urlencode({'cid': client, 'ccId': name})}"
