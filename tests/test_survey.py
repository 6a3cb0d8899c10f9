"""``scrapy boards``: what a list leads to, without reading its postings."""

import csv
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from conftest import Recorded, board, in_a_fork, job, write_warc
from scrapy.settings import Settings

from crawler.boards import BoardEntry, ListError, load_boards
from crawler.catalogue import UnknownCompanyError
from crawler.extensions.ledger import BoardRun
from crawler.lists.clean import clean_list
from crawler.lists.look import check_target, gathered_boards
from crawler.plan import Plan
from crawler.survey import Claim, Surveyed, SurveySpider, exit_status, other_employer
from crawler.verdicts import Failure

ACME = "https://boards.greenhouse.io/acme"
PAGE = "https://www.kites.example/careers"


def html(*parts: str) -> str:
    return f"<html><head><title>Careers at Kites</title></head><body><h1>Careers</h1>{''.join(parts)}</body></html>"


def page(url: str, *parts: str, **kwargs) -> Recorded:
    return Recorded(url, html(*parts), kind="text/html; charset=utf-8", **kwargs)


LISTING = [
    f"<ul>{''.join(f'<li><a href=/careers/jobs/{n}>{title}</a> <span>Leeds</span></li>' for n, title in enumerate(('Kite Sewer', 'Head of Strings', 'Wind Analyst', 'Sail Buyer')))}</ul>"
]


@pytest.fixture
def boards(tmp_path):
    """Run ``scrapy boards``: exit status, the lines of its table, what it says beside it."""

    def run(*args: str, archive: list[Recorded] | None = None) -> tuple[int, list[dict[str, str]], str]:
        command = ["scrapy", "boards", *args]
        if archive is not None:
            command += ["-s", f"REPLAY={write_warc(tmp_path / 'day.warc.gz', archive)}"]
        code, out, err = in_a_fork(command, tmp_path)
        return code, list(csv.DictReader(out.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)), err

    return run


def short(line: dict[str, str]) -> tuple[str, ...]:
    return tuple(line[name] for name in ("platform", "key", "found_by", "state", "postings", "employer"))


SMART = {
    "totalFound": 230,
    "offset": 0,
    "limit": 100,
    "content": [{"id": str(n), "name": f"Cook {n}", "company": {"name": "Acme"}} for n in range(100)],
}
LEVER = "https://api.lever.co/v0/postings/kites?mode=json"
# The address; what is recorded; the platform, the key, how it was found, the state, the postings, the employer.
FOUND = [
    (
        f"{ACME}?gh_src=x",
        [board("acme", [job(1), job(2)])],
        [("greenhouse", "acme", "address", "found", "2", "Acme Kitchens")],
    ),
    # no further page and no posting is asked for
    (
        "https://careers.smartrecruiters.com/acme",
        [Recorded("https://api.smartrecruiters.com/v1/companies/acme/postings?limit=100&offset=0", json.dumps(SMART))],
        [("smartrecruiters", "acme", "address", "found", "230", "Acme")],
    ),
    # an own page is what it leads to
    (
        "https://one.example/careers",
        [
            page(
                "https://one.example/careers",
                '<iframe src="https://boards.greenhouse.io/one"></iframe>',
                '<a href="https://jobs.lever.co/kites">Labs</a>',
            ),
            board("one", [job(1)]),
            Recorded(LEVER, "[]"),
        ],
        [("greenhouse", "one", "page", "found", "1", "Acme Kitchens"), ("lever", "kites", "page", "empty", "0", "")],
    ),
    # a platform under a company's own domain
    (
        "https://two.example/feed",
        [Recorded("https://two.example/feed", board("two", [job(1), job(2)]).body)],
        [("greenhouse", "two.example/feed", "content", "found", "2", "Acme Kitchens")],
    ),
    # postings on the page itself, on several, and behind a link
    (
        "https://three.example/careers",
        [page("https://three.example/careers", *LISTING)],
        [("page", "three.example/careers", "content", "found", "4", "")],
    ),
    (
        "https://four.example/careers",
        [
            page(
                "https://four.example/careers",
                *LISTING,
                '<nav class="pagination"><a rel="next" href="/careers?page=2">Next</a></nav>',
            )
        ],
        [("page", "four.example/careers", "content", "found", "4+", "")],
    ),
    (
        "https://five.example/careers",
        [
            page("https://five.example/careers", '<a href="/careers/all-jobs">View all jobs</a>'),
            page("https://five.example/careers/all-jobs", *LISTING),
        ],
        [("page", "five.example/careers", "content", "found", "4", "")],
    ),
]
NOT_THERE = [
    ("https://boards.greenhouse.io/six", board("six", [], status=404), "gone", "greenhouse"),
    ("https://boards.greenhouse.io/seven", board("seven", [], status=403), "blocked", "greenhouse"),
    (
        "https://boards.greenhouse.io/eight",
        Recorded(board("eight", []).url, "<h1>Maintenance</h1>", kind="text/html"),
        "changed_layout",
        "greenhouse",
    ),
    ("https://nine.example/about", page("https://nine.example/about", "<p>We make kites.</p>"), "changed_layout", ""),
    ("https://ten.example/careers", page("https://ten.example/careers", status=404), "gone", ""),
    ("https://eleven.example/careers", None, "unreachable", ""),
]


def test_each_address_says_what_it_leads_to(boards):
    code, lines, err = boards(
        *(url for url, _, _ in FOUND), archive=[answer for _, archive, _ in FOUND for answer in archive]
    )
    assert (code, err) == (0, "")
    assert [short(line) for line in lines] == [line for _, _, expected in FOUND for line in expected]
    assert lines[0]["url"] == ACME


def test_what_is_not_there_is_said_with_the_reason(boards):
    code, lines, _ = boards(*(url for url, *_ in NOT_THERE), archive=[answer for _, answer, *_ in NOT_THERE if answer])
    assert code == 4
    assert [(line["url"], line["state"], line["platform"], line["postings"]) for line in lines] == [
        (url, state, platform, "") for url, _, state, platform in NOT_THERE
    ]
    assert all(line["why"] for line in lines)


def test_a_board_that_moved_to_another_site_becomes_a_comment_that_says_where():
    line = Surveyed(BoardEntry(PAGE, "Kites"), "moved", why="leads to https://www.kettles.example/careers")
    text, count, comments = clean_list([line], datetime(2026, 9, 15, tzinfo=UTC))
    assert (count, comments) == (0, 1)
    assert f"# moved: {PAGE} of Kites (leads to https://www.kettles.example/careers)" in text


def test_a_board_that_moved_or_was_never_read_is_told_from_what_happened_to_it():
    entries = [BoardEntry(PAGE), BoardEntry(ACME), BoardEntry("https://jobs.lever.co/late")]
    spider = SurveySpider(plan=Plan(entries, "x", datetime(2026, 9, 15, tzinfo=UTC), Path(), ""))
    spider.claims = [
        Claim(PAGE, "page:www.kites.example/careers", "content"),
        Claim(ACME, "greenhouse:acme", "address"),
    ]
    run = BoardRun("page:www.kites.example/careers", "page", "www.kites.example/careers", PAGE)
    run.account.start = Failure("moved", "leads to https://www.kettles.example/careers")
    spider.entered.add(run.board)
    spider.board_done(run, run.account.start)
    moved, unread, late = spider.surveyed()
    assert (moved.state, moved.platform, moved.why) == ("moved", None, "leads to https://www.kettles.example/careers")
    assert (unread.state, late.state) == ("error", "error")


def test_two_ways_to_one_board_are_one_board(boards, tmp_path):
    archive = [page(PAGE, f'<iframe src="{ACME}"></iframe>'), board("acme", [job(1)])]
    target = tmp_path / "clean.csv"
    code, lines, _ = boards(PAGE, ACME, "--write", str(target), archive=archive)
    assert code == 0
    assert [(line["url"], line["state"]) for line in lines] == [(PAGE, "found"), (ACME, "same")]
    assert len(load_boards(target)) == 1


def test_postings_of_another_company_than_the_lists_are_pointed_out(boards, tmp_path):
    path = tmp_path / "list.csv"
    path.write_text(f"Company,Careers\nBlue Kettles,{ACME}\n", "utf-8")
    _, lines, _ = boards(str(path), archive=[board("acme", [job(1)])])
    assert (lines[0]["company"], lines[0]["employer"]) == ("Blue Kettles", "Acme Kitchens")
    assert lines[0]["why"] == "its postings are of Acme Kitchens, the list says Blue Kettles"


@pytest.mark.parametrize("company", [None, "Acme Kitchens Ltd", "ACME"])
def test_the_same_company_is_not_pointed_out(company):
    assert other_employer(company, "Acme Kitchens") == ""


MESSY = f"""Notes;Company;Site;Careers
;Acme Kitchens;www.acme.example;{ACME}?utm_source=list
gone?;Old Kites;;https://jobs.lever.co/oldkites/11111111-2222-4333-8444-000000000001
;Acme again;;https://job-boards.greenhouse.io/acme/jobs/1
;Kites;https://www.linkedin.com/company/kites;{PAGE}
;Tea;;https://www.tea.example/about
;Oak;;https://jobs.ashbyhq.com/oak
;;;
"""


def test_a_messy_list_becomes_a_clean_one_that_the_crawl_reads(boards, crawl, tmp_path):
    path, target = tmp_path / "messy.csv", tmp_path / "clean.csv"
    path.write_text(MESSY, "utf-8")
    archive = [
        board("acme", [job(1)]),
        page(PAGE, '<a href="https://boards.greenhouse.io/kites">Our jobs</a>'),
        board("kites", [job(2)]),
        page("https://www.tea.example/about", "<p>Tea.</p>"),
        Recorded("https://api.lever.co/v0/postings/oldkites?mode=json", "no", status=404),
        Recorded("https://api.ashbyhq.com/posting-api/job-board/oak?includeCompensation=true", "no", status=403),
    ]
    code, lines, err = boards(str(path), "--write", str(target), archive=archive)
    assert code == 3
    assert [(line["company"], line["state"]) for line in lines] == [
        ("Acme Kitchens", "found"), ("Old Kites", "gone"), ("Kites", "found"), ("Tea", "changed_layout"), ("Oak", "blocked"),
    ]  # fmt: skip
    assert f"{target}: 3 boards; 2 that" in err
    clean = load_boards(target)
    assert [(entry.url, entry.company, (entry.note or "")[:16]) for entry in clean] == [
        ("https://job-boards.greenhouse.io/acme", "Acme Kitchens", ""),
        ("https://job-boards.greenhouse.io/kites", "Kites", "on https://www.k"),
        ("https://jobs.ashbyhq.com/oak", "Oak", "blocked on 2026-"),
    ]
    for said in ("# gone: https://jobs.lever.co/oldkites", "# changed_layout: https://www.tea.example/about of Tea"):
        assert said in target.read_text("utf-8")
    done = crawl("-a", f"boards={target}", archive=archive)
    assert sorted(posting["id"] for posting in done.postings) == ["greenhouse:acme:1", "greenhouse:kites:2"]


def test_offline_asks_nobody(boards):
    code, lines, err = boards(
        ACME, PAGE, "https://kites.bamboohr.com/careers/12", "--offline", "--companies", "discord"
    )
    assert (code, err) == (3, "")
    assert [(line["company"], *short(line)[:4]) for line in lines] == [
        ("Discord", "greenhouse", "discord", "address", "known"),
        ("", "greenhouse", "acme", "address", "known"),
        ("", "", "", "", "unknown"),
        ("", "bamboohr", "kites", "address", "known"),
    ]


def test_the_bundled_sample_is_looked_at_where_there_is_no_list_and_nothing_is_left(boards, tmp_path):
    code, lines, _ = boards("-s", f"OUTPUT={tmp_path / 'out'}")
    assert code == 0
    assert len(lines) >= 13
    assert {line["state"] for line in lines} == {"found", "empty"}
    assert not (tmp_path / "out").exists()


REFUSED = [
    (["acme"], None, '"acme" is no address'),
    (["{tmp}/nothing.csv"], None, "no such file"),
    (["{tmp}/there.csv"], None, "has no address of a board"),
    ([], " ,", "names no company"),
    ([], "discrod", 'Did you mean "Discord"?'),
]


@pytest.mark.parametrize(("args", "companies", "said"), REFUSED)
def test_bad_input_is_one_clear_line(tmp_path, args, companies, said):
    (tmp_path / "there.csv").touch()
    with pytest.raises((ListError, UnknownCompanyError)) as caught:
        gathered_boards([arg.format(tmp=tmp_path) for arg in args], companies, Settings())
    assert said in str(caught.value)
    assert len(str(caught.value).splitlines()) == 1


@pytest.mark.parametrize(
    ("name", "said"),
    [("clean.txt", "name it .csv"), ("there.csv", "is there already"), ("no/clean.csv", "there is no folder")],
)
def test_a_clean_list_never_takes_the_place_of_a_file(tmp_path, name, said):
    (tmp_path / "there.csv").touch()
    with pytest.raises(ListError, match=said):
        check_target(tmp_path / name)


def test_bad_input_ends_with_exit_status_2(boards, tmp_path):
    code, lines, err = boards(ACME, "-s", f"REPLAY={tmp_path / 'no.warc.gz'}")
    assert (code, lines, len(err.splitlines())) == (2, [], 1)
    assert "no.warc.gz" in err


@pytest.mark.parametrize(
    ("states", "status"),
    [(["found", "empty"], 0), (["known", "same"], 0), (["found", "gone"], 3), (["gone", "unknown"], 4)],
)
def test_the_exit_status_says_whether_all_were_found(states, status):
    assert exit_status([Surveyed(BoardEntry(ACME), state) for state in states]) == status


def test_what_the_user_wrote_of_a_board_stays_in_the_clean_list(tmp_path):
    entry = BoardEntry(
        "https://boards.greenhouse.io/acme/jobs/1", 'Acme, "K"', True, timedelta(hours=36), "ours, for now"
    )
    path = tmp_path / "clean.csv"
    path.write_text(
        clean_list([Surveyed(entry, "found", "greenhouse", "acme", "address", 2)], datetime(2026, 9, 15, tzinfo=UTC))[
            0
        ],
        "utf-8",
    )
    (read,) = load_boards(path)
    assert (read.url, read.company, read.render, read.interval, read.note) == (
        "https://job-boards.greenhouse.io/acme",
        'Acme, "K"',
        True,
        timedelta(hours=36),
        "ours, for now",
    )
