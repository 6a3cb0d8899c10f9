"""Platforms under companies' own domains: what an address's form says, what was seen there, and what a crawl makes of it."""

import csv

import pytest

from crawler.boards import BoardEntry
from crawler.extensions.ledger import BoardRun, Ledger
from crawler.platforms import PLATFORMS, own_domains, platform_by_address, platform_for
from crawler.platforms.base import BoardRef
from crawler.reader import parse, read, response_of
from crawler.spiders.careers import leads_to
from crawler.survey import without_asking

FORMS = [
    ("https://careers.acme.example/en_GB/careers/SearchJobs/?jobOffset=10", "avature", "careers.acme.example/en_GB/careers"),
    ("https://jobs.acme.example/talent/JobDetail/Raft-Tester/4101", "avature", "jobs.acme.example/talent"),
    ("https://jobs.acme.example/careers/searchjobs", None, None),
    ("https://careers.acme.example/careers?pid=4101&domain=acme.example&sort_by=relevance", "eightfold", "careers.acme.example"),
    ("https://careers.acme.example/api/apply/v2/jobs?domain=acme.example&start=10", "eightfold", "careers.acme.example"),
    ("https://www.acme.example/careers?domain=engineering", None, None),
    ("https://talents.acme.example/en/sites/CX_1/job/4101", "oracle", "talents.acme.example/en/sites/CX_1"),
    ("https://talents.acme.example/hcmUI/CandidateExperience/fr/sites/Acme", "oracle", "talents.acme.example/hcmUI/CandidateExperience/fr/sites/Acme"),
    ("https://www.acme.example/en/sites/leeds", None, None),
    ("https://careers.acme.example/cw/en-us/listing/", "pageup", "careers.acme.example"),
    ("https://jobs.acme.example/go/Raft-Testers/4101500/", "successfactors", "jobs.acme.example"),
    ("https://jobs.acme.example/search/?createNewAlert=false&q=raft", "successfactors", "jobs.acme.example"),
    ("https://jobs.acme.example/go/blog", None, None),
    ("https://jobs.acme.example/en/search-jobs/results?ActiveFacetID=0&CurrentPage=2", "talentbrew", "jobs.acme.example"),
    ("https://jobs.acme.example/search-jobs", None, None),
    ("https://hire.acme.example/careersection/2/jobdetail.ftl?job=4101", "taleo", "hire.acme.example"),
    ("https://jobs.acme.example/Vacancies/4101/Description/2", "umantis", "jobs.acme.example"),
    ("https://jobs.acme.example/Jobs/All", "umantis", "jobs.acme.example"),
    ("https://acme.example/jobs/all", None, None),
    ("https://acme.example/careers?gh_jid=4101", None, None),  # Greenhouse, and nothing says whose
]  # fmt: skip


@pytest.mark.parametrize(("url", "platform", "key"), FORMS)
def test_a_form_that_one_platform_alone_has_tells_it_under_any_domain(url, platform, key):
    found = platform_for(url)
    assert (found and (found[0].name, found[1])) == (platform and (platform, key))
    assert platform_by_address(url) is None


def facts():
    with own_domains.FILE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_what_was_seen_is_known_again():
    rows = facts()
    assert len(rows) > 100
    for row in rows:
        platform, key = platform_for(row["address"])
        assert (platform.name, key) == (row["platform"], row["key"])
        assert platform_for(f"http://www.{row['address'].removeprefix('https://').removeprefix('www.')}/?utm_source=x") == (platform, key)
        assert platform_by_address(row["address"]) is None


@pytest.fixture
def seen(monkeypatch, tmp_path):
    """Two boards that were seen: a domain that the platform serves, and a page of the company's site."""
    file = tmp_path / "own_domains.csv"
    file.write_text(
        "address,platform,key\nhttps://careers.acme.example,phenom,careers.acme.example\n"
        "https://kites.example/careers,lever,kites\nhttps://old.example/jobs,nobody_knows,old\n"
    )
    monkeypatch.setattr(own_domains, "FILE", file)
    own_domains.facts.cache_clear()
    platform_for.cache_clear()
    yield
    own_domains.facts.cache_clear()
    platform_for.cache_clear()


SEEN = [
    ("https://careers.acme.example/", ("phenom", "careers.acme.example")),
    ("https://careers.acme.example/us/en/job/4101", ("phenom", "careers.acme.example")),
    ("https://acme.example/", None),
    ("http://www.kites.example/careers/?x=1", ("lever", "kites")),
    ("https://kites.example/careers/culture", None),
    ("https://kites.example/careersfair", None),
    ("https://old.example/jobs", None),
]


@pytest.mark.parametrize(("url", "expected"), SEEN)
def test_below_a_domain_that_a_platform_serves_all_is_its_and_a_page_is_itself(seen, url, expected):
    found = platform_for(url)
    assert (found and (found[0].name, found[1])) == expected


PAGES = [
    ("<h1>Careers</h1><p>We fly kites.</p>", [BoardRef("lever", "kites")]),
    ("<h1>Careers</h1><iframe src='https://boards.greenhouse.io/embed/job_board?for=kites'></iframe>", [BoardRef("greenhouse", "kites")]),
    ("<h1>Careers</h1><p>We have no open positions at the moment.</p>", []),
    ("<h1>Careers</h1><a href='/careers/kite-maker-1'>Kite Maker</a> <a href='/careers/knot-engineer-2'>Knot Engineer</a>", []),
]  # fmt: skip


@pytest.mark.parametrize(("html", "boards"), PAGES)
def test_a_crawl_believes_the_page_and_what_was_seen_only_where_the_page_says_nothing(seen, html, boards):
    url = "https://kites.example/careers"
    assert leads_to(parse(response_of(html.encode(), url, "text/html")), url) == boards


def test_a_page_s_content_decides_about_a_domain_that_was_seen(seen):
    assert read(b"<h1>Careers</h1>", "https://careers.acme.example/", "text/html").platform is None


def test_offline_says_that_it_was_seen_and_not_read_from_the_address(seen):
    entries = [BoardEntry("https://kites.example/careers"), BoardEntry("https://a.example/cw/en/listing"), BoardEntry("https://a.example")]
    assert [line.found_by for line in without_asking(entries)] == ["catalogue", "address", None]


def test_every_form_is_of_a_platform():
    assert set(own_domains.FORMS) <= set(PLATFORMS)


@pytest.mark.parametrize(("platform", "begun"), [("ashby", True), ("lever", False)])
def test_a_run_begins_a_board_once_in_any_spelling_of_its_key(platform, begun):
    ledger = Ledger(10)
    for key in ("Kites", "kites"):
        second = ledger.open(BoardRun(f"{platform}:{key}", platform, key, "https://kites.example"))
    assert (second is None) is begun
