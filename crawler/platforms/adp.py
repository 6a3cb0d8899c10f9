"""ADP Workforce Now. A career center lists each language apart, twenty rows a page; texts come one by one."""

import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from crawler.loaders import jmes as compiled
from crawler.platforms.base import JSON_HEADERS, Ask, JsonForm, Page, Platform, first_row, further, jmes

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


def posting_page(page: Page) -> str | None:
    """What the addresses of a center's postings begin with."""
    query = center(page)
    return f"{PAGE}?{urlencode({**query, 'lang': page.query.get('lang') or LANGUAGES[0]})}" if query["cid"] else None


class Links(JsonForm):
    """``/content-links/career-center``: the languages of a center, and whether there is such a center."""

    def reads(self, page: Page) -> bool:
        return bool(page.find(PUBLISHED) == [True])

    def next_asks(self, page: Page) -> Iterable[Ask]:
        found = {name for name in page.find(LOCALES) or () if isinstance(name, str)} or LANGUAGES
        # A translated posting keeps its number: the English one is to be met first.
        for name in sorted(found, key=lambda name: (not name.startswith("en"), name)):
            yield ask_for("job-requisitions", **center(page), lang=name, locale=name, **{"$top": 20, "$skip": 1})


class Requisition(JsonForm):
    beside = {"lang": lambda page: page.query.get("lang"), "page": posting_page}
    fields = [
        jmes("id", NUMBER),
        jmes("url", f"page && join('&jobId=', [page, to_string({NUMBER})])"),
        jmes("requisition_id", "clientRequisitionID"),
        jmes("title", "requisitionTitle"),
        jmes("employment_type", "workLevelCode.[shortName, codeValue]"),
        jmes("language", "lang"),
        jmes("location", "requisitionLocations[].nameCode.shortName"),
        jmes("locations", "requisitionLocations[?nameCode.shortName].{name: nameCode.shortName}"),
        jmes("locations", "requisitionLocations[?nameCode.shortName == null].address.{city: cityName, region: countrySubdivisionLevel1.codeValue, country: countryCode}"),
        jmes("salaries", f"payGradeRange && {{{RANGE}, {CURRENCY}, {PERIOD}, {WORDS}}}"),
        jmes("description_html", "requisitionDescription"),
        jmes("date_posted", "postDate"),
    ]


class Detail(Requisition):
    """``/job-requisitions/{number}``: the row of the listing with its text; bare, or wrapped as the listing is."""

    row_keys = ("itemID", "requisitionTitle", "requisitionDescription")

    def found(self, page: Page) -> Any:
        return first_row(page.json, "jobRequisitions") or (page.json if isinstance(page.json, dict) else {})


class Listing(Requisition):
    """``/job-requisitions``, asked for in one language."""

    rows_in = "jobRequisitions"
    row_keys = ("itemID", "requisitionTitle")
    total_in = "meta.totalNumber"

    def may_be_empty(self, page: Page) -> bool:
        """A center that is not there answers as an empty one does: only one asked for by its links is known to be there."""
        return "locale" in page.query and "ccId" in page.query

    def says_empty(self, page: Page) -> bool:
        return bool(page.get("jobRequisitions") == [])

    def next_asks(self, page: Page) -> Iterable[Ask]:
        if page.query.get("$skip", "1") != "1" or "cid" not in page.query:
            return
        for start in further(self.total(page), self.given(page)):
            yield ask_for("job-requisitions", **{**page.query, "$skip": start + 1})

    def detail(self, page: Page, row: Any) -> Ask | None:
        number, lang = compiled(NUMBER)(row), page.query.get("lang") or LANGUAGES[0]
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
