"""Boards whose first page only says the way to the postings: read whole by the command, from saved pages and a few of their own."""

import base64
import json

from conftest import Recorded
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from scrapy.http import HtmlResponse, JsonResponse
from test_platforms import PAGES, case

from crawler.platforms import PLATFORMS, almacareer
from crawler.reader import parse

MOKA = "https://app.mokahr.com/api/outer/ats-apply/website/"
ALMA = "https://api.capybara.lmc.cz/api/graphql/widget"
DOVER = "https://app.dover.com/api/v1/"


def saved(name, url=None, method="GET", asked=None):
    body, address, kind, _ = case(PAGES / name)
    return Recorded(url or address, body, kind=kind, method=method, asked=json.dumps(asked).encode() if asked else b"")


def answer(url, value, method="GET", asked=None):
    return Recorded(url, json.dumps(value), method=method, asked=json.dumps(asked).encode() if asked else b"")


def enciphered(value, start, key="0123456789abcdef"):
    text = json.dumps(value).encode()
    text += bytes([16 - len(text) % 16]) * (16 - len(text) % 16)
    cipher = Cipher(algorithms.AES(key.encode()), modes.CBC(start.encode())).encryptor()
    return {"data": base64.b64encode(cipher.update(text) + cipher.finalize()).decode(), "necromancer": key}


def test_boards_whose_first_page_only_says_the_way_are_read_whole(crawl):
    lamps = {"id": "m-1", "title": "灯塔管理员", "locations": [{"cityName": "厦门市", "country": "中国"}], "publishedAt": "2026-04-30T18:29:13"}
    bells = {"id": "5", "title": "Zvonař", "languageIso": "cs", "locations": [{"city": "Říčany"}], "validFrom": "2026-08-22T09:10:22+02:00"}
    listed = {"paginator": {"currentPage": 1, "lastPage": 1, "totalNumberOfItems": 1}, "groupedJobAds": {"jobAds": [bells], "groups": []}}
    text = {"id": "5", "languageIso": "cs", "content": {"htmlContent": "<p>Odlévání zvonů.</p>"}}
    cliffs = {"id": "j1", "title": "Cliff Engineer", "is_sample": False, "is_published": True, "locations": []}
    archive = [
        saved("deel/settings", "https://api-prod.letsdeel.com/guest/ats/organizations/lantern-post/career_page_settings"), saved("deel/list"),
        saved("keka/home"), saved("keka/active"),
        saved("cornerstone/home"), saved("cornerstone/search", method="POST"),
        saved("brassring/home"), saved("brassring/search", method="POST", url="https://sjobs.brassring.com/TgNewUI/Search/Ajax/MatchedJobs"),
        saved("applicantpro/board"), saved("applicantpro/list"),
        *(saved("applicantpro/posting", f"https://barnraisers.applicantpro.com/core/jobs/17874/{n}/job-details") for n in (4124648, 4124649)),
        saved("dover/careers-page"), saved("dover/posting"),
        answer(f"{DOVER}careers-page/11111111-2222-4333-8444-000000000007/jobs?limit=100", {"count": 1, "next": None, "results": [cliffs]}),
        saved("mokahr/home"),
        answer(f"{MOKA}jobs/v2", enciphered({"data": {"jobStats": {"total": 1}, "jobs": [lamps]}}, "fedcba0987654321"), "POST"),
        answer(f"{MOKA}job", enciphered({"data": {**lamps, "jobDescription": "<p>维护灯塔。</p>"}}, "fedcba0987654321"), "POST"),
        saved("beisen/home"), saved("beisen/list", method="POST"),
        saved("almacareer/script"),
        answer(ALMA, {"data": {"widget": {"jobAd": text}}}, "POST", {"query": almacareer.TEXT}),
        answer(ALMA, {"data": {"widget": {"jobAdList": listed}}}, "POST", {"query": almacareer.LIST}),
    ]  # fmt: skip
    boards = [
        "https://jobs.deel.com/lantern-post", "https://monsoon-tiles.keka.com/careers", "https://pontoons.csod.com/ux/ats/careersite/4/home",
        "https://sjobs.brassring.com/TGnewUI/Search/Home/Home?partnerid=29999&siteid=5111", "https://barnraisers.applicantpro.com/jobs/",
        "https://app.dover.com/jobs/cliffworks", "https://app.mokahr.com/social-recruitment/dengta/47588", "https://chashan.zhiye.com/",
        "https://zvonarna.jobs.cz/",
    ]  # fmt: skip
    done = crawl(boards=boards, archive=archive)
    assert {row["board"]: (row["verdict"], row["written"]) for row in done.boards} == {
        "almacareer:zvonarna.jobs.cz": ("complete", 1), "applicantpro:barnraisers": ("complete", 2), "beisen:chashan": ("complete", 2),
        "brassring:29999/5111": ("complete", 2), "cornerstone:pontoons/4": ("complete", 2), "deel:lantern-post": ("complete", 2),
        "dover:cliffworks": ("complete", 1), "keka:monsoon-tiles": ("complete", 2), "mokahr:social-recruitment/dengta/47588": ("complete", 1),
    }  # fmt: skip
    rows = {row["id"]: (row["url"], row["description"]) for row in done.postings}
    assert rows["almacareer:zvonarna.jobs.cz:5"] == ("https://zvonarna.jobs.cz/detail-pozice?r=detail&id=5", "Odlévání zvonů.")
    assert rows["cornerstone:pontoons/4:101"] == ("https://pontoons.csod.com/ux/ats/careersite/4/home/requisition/101?c=pontoons", "Moor pontoons.")
    assert rows["dover:cliffworks:j1"] == ("https://app.dover.com/apply/cliffworks/j1", "Build stairs in cliffs.")
    assert rows["mokahr:social-recruitment/dengta/47588:m-1"] == ("https://app.mokahr.com/social-recruitment/dengta/47588#/job/m-1", "维护灯塔。")
    assert rows["deel:lantern-post:69b25a17-0000-4000-8000-000000000001"][0].startswith("https://jobs.deel.com/lantern-post/job-details/69b2")


def parsed(name, key, ask=None, headers=None):
    body, url, kind, _ = case(PAGES / name)
    response = (JsonResponse if "json" in kind else HtmlResponse)(url, body=body, encoding="utf-8", headers=headers)
    return parse(response, PLATFORMS[name.partition("/")[0]], key, ask)


def test_what_a_page_holds_goes_with_the_request_for_its_postings():
    [ask] = parsed("cornerstone/home", "pontoons/4").next_asks
    assert ask.headers["Authorization"] == f"Bearer {'a' * 24}.{'b' * 24}.{'c' * 24}"
    [ask] = parsed("brassring/home", "29999/5111", headers={"Set-Cookie": ["tg_session=^x; path=/; HttpOnly", "tg_rft=y; secure"]}).next_asks
    assert (ask.headers["RFT"], ask.headers["Cookie"]) == ("CfDJ8-abc_123", "tg_session=^x; tg_rft=y")
    further = parsed("brassring/search-in-crawl", "29999/5111", ask).next_asks
    assert [(one.json["pageNumber"], one.headers) for one in further] == [(number, ask.headers) for number in (1, 2, 3)]
    [ask] = parsed("almacareer/script", "zvonarna.jobs.cz").next_asks
    assert ask.headers["x-api-key"] == "0123456789abcdef0123456789abcdef01234567"
    [bell] = parsed("almacareer/list-in-crawl", "zvonarna.jobs.cz", ask).found
    assert bell.detail.headers == ask.headers


def test_pages_that_only_headers_tell_apart_are_asked_for_once_each():
    [first] = PLATFORMS["traffit"].starts("latawiec")
    found = parsed("traffit/list", "latawiec", first, {"X-Result-Total-Count": "5"})
    assert found.total == 5
    assert [ask.headers["X-Request-Current-Page"] for ask in found.next_asks] == ["2", "3"]
    assert len({ask.url for ask in (first, *found.next_asks)}) == 3
    assert parsed("traffit/list", "latawiec", found.next_asks[0], {"X-Result-Total-Count": "5"}).next_asks == []
