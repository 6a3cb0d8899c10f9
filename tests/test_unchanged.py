"""Only what is needed is asked for, and nothing is believed that the answers do not prove."""

import json

import pytest
from conftest import Recorded, board, job
from test_wire import FAST, site  # noqa: F401

JSON, HTML = {"Content-Type": "application/json"}, {"Content-Type": "text/html"}
TEXT = "<p>You cook for two hundred guests a day and plan the menu of number {}.</p>"


def listing(numbers, **changed):
    """A BambooHR list; the text of each posting is on a page of its own."""
    rows = [{"id": str(n), "jobOpeningName": f"Cook {n}", "location": {"city": "Berlin", "state": None}, **changed.get(f"n{n}", {})} for n in numbers]
    return (200, JSON, json.dumps({"meta": {"totalCount": len(rows)}, "result": rows}).encode())


def detail(number, text=TEXT):
    said = {"jobOpeningName": f"Cook {number}", "description": text.format(number), "datePosted": "2026-09-01", "location": {"city": "Berlin"}}
    return (200, JSON, json.dumps({"result": {"jobOpening": said}}).encode())


def offers(*rows, total=None, page=1, pages=1):
    """A page of a HireHive list: ``(number, date)`` a posting."""
    items = [{"id": n, "hosted_url": f"https://acme.example/{n}", "title": f"Cook {n}", "location": "Berlin", "published_date": date} for n, date in rows]
    meta = {"has_next_page": page < pages, "page": page, "total_pages": pages, "total_items": len(rows) if total is None else total}
    return json.dumps({"items": items, "meta": meta})


def careers_page(*names, words=""):
    links = "".join(f'<li><a href="/jobs/{name}">Cook {name}</a></li>' for name in names)
    return (200, HTML, f"<html><body><h1>Open positions</h1><ul>{links}</ul>{words}</body></html>".encode())


def posting_page(name, text="You cook for two hundred guests a day."):
    data = {"@context": "https://schema.org", "@type": "JobPosting", "title": f"Cook {name}", "datePosted": "2026-09-01", "hiringOrganization": {"name": "Acme"}, "description": text}
    return (200, HTML, f'<html><head><script type="application/ld+json">{json.dumps(data)}</script></head><body><h1>Cook {name}</h1></body></html>'.encode())


@pytest.fixture
def read(crawl, site):  # noqa: F811
    """Run the crawl over addresses of the site; gives what it left and which addresses it asked for."""

    def run(*paths, settings=()):
        site.asked.clear()
        done = crawl(*FAST, *settings, boards=[site.url + path for path in paths])
        return done, sorted(path for path, _ in site.asked if path != "/robots.txt")

    return run


@pytest.fixture
def cooks(site):  # noqa: F811
    site.pages["/careers/list"] = listing(range(1, 6))
    site.pages |= {f"/careers/{n}/detail": detail(n) for n in range(1, 9)}
    return site.pages


def verdict(done):
    return [row["verdict"] for row in done.boards]


def test_an_unchanged_board_with_pages_of_postings_costs_one_request(read, cooks):
    first, asked = read("/careers/list")
    assert (verdict(first), len(asked)) == (["complete"], 6)
    second, asked = read("/careers/list")
    assert (second.code, verdict(second), asked) == (0, ["unchanged"], ["/careers/list"])
    assert (second.changes, [p["description"] for p in second.postings]) == ([], [p["description"] for p in first.postings])
    assert second.postings[0]["last_seen"] >= first.postings[0]["last_seen"]


def test_only_postings_whose_row_is_new_or_changed_are_asked_for(read, cooks):
    read("/careers/list")
    cooks["/careers/list"] = listing([1, 3, 4, 5, 6], n3={"jobOpeningName": "Chef 3"})
    cooks["/careers/3/detail"] = detail(3, "<p>You lead the kitchen.</p>")
    done, asked = read("/careers/list")
    assert asked == ["/careers/3/detail", "/careers/6/detail", "/careers/list"]
    assert {c["id"].split(":")[-1]: c["change"] for c in done.changes} == {"2": "closed", "3": "changed", "6": "new"}
    assert (verdict(done), done.boards[0]["read"], len(done.postings)) == (["complete"], 5, 5)
    assert all("number" in p["description"] for p in done.postings if not p["id"].endswith(":3"))


def test_a_page_is_asked_for_again_at_its_reread_time(read, cooks):
    read("/careers/list", settings=["-s", "REREAD=0.000001"])
    cooks["/careers/2/detail"] = detail(2, "<p>You bake bread.</p>")
    done, asked = read("/careers/list")
    assert (len(asked), [c["change"] for c in done.changes]) == (6, ["changed"])


def test_a_page_that_failed_is_asked_for_by_the_next_run(read, cooks):
    whole = cooks["/careers/2/detail"]
    cooks["/careers/2/detail"] = (500, {}, b"")
    read("/careers/list", settings=["-s", "RETRY_ENABLED=0"])
    cooks["/careers/2/detail"] = whole
    done, asked = read("/careers/list")
    assert asked == ["/careers/2/detail", "/careers/list"]
    assert "number 2" in next(p for p in done.postings if p["id"].endswith(":2"))["description"]


def test_a_feed_holds_every_posting(read, cooks, tmp_path):
    read("/careers/list")
    _, asked = read("/careers/list", settings=["-O", str(tmp_path / "all.jsonl")])
    assert (len(asked), len((tmp_path / "all.jsonl").read_text().splitlines())) == (6, 5)


def test_a_lost_field_is_noticed_among_the_pages_that_are_read(read, cooks):
    cooks["/careers/list"] = listing(range(1, 9))
    read("/careers/list", settings=["-s", "REREAD=0.000001"])
    cooks |= {f"/careers/{n}/detail": detail(n, "") for n in range(1, 9)}
    done, _ = read("/careers/list")
    assert verdict(done) == ["changed_layout"]


def test_postings_that_a_page_only_links_to_are_not_asked_for_again(read, site):  # noqa: F811
    site.pages["/careers"] = careers_page("a", "b", "c")
    site.pages |= {f"/jobs/{name}": posting_page(name) for name in "abcd"}
    first, asked = read("/careers")
    assert (len(first.postings), len(asked)) == (3, 4)
    site.pages["/careers"] = careers_page("a", "c", "d", words="<p>Today: soup.</p>")
    second, asked = read("/careers")
    assert asked == ["/careers", "/jobs/d"]
    assert sorted(c["change"] for c in second.changes) == ["closed", "new"]
    third, asked = read("/careers")
    assert (verdict(third), asked, len(third.postings)) == (["unchanged"], ["/careers"], 3)


def test_a_page_that_is_gone_is_noticed_at_its_reread_time(read, site):  # noqa: F811
    site.pages["/careers"] = careers_page("a", "b")
    site.pages |= {f"/jobs/{name}": posting_page(name) for name in "ab"}
    read("/careers", settings=["-s", "REREAD=0.000001"])
    site.pages["/jobs/a"] = (410, {}, b"")
    done, _ = read("/careers")
    assert ([c["change"] for c in done.changes], [p["title"] for p in done.postings]) == (["closed"], ["Cook b"])


NEWEST_FIRST = [(5, "2026-09-05"), (4, "2026-09-04"), (3, "2026-09-03"), (2, "2026-09-02"), (1, "2026-09-01")]
SHUFFLED = [(5, "2026-09-05"), (1, "2026-09-01"), (3, "2026-09-03"), (2, "2026-09-02"), (4, "2026-09-04")]
UNDATED = [(n, None) for n, _ in NEWEST_FIRST]
HIREHIVE = "https://acme.hirehive.com/api/v2/jobs"


def in_pages(rows, size=2, total=None):
    parts = [rows[start : start + size] for start in range(0, len(rows), size)]
    urls = [f"{HIREHIVE}?page={number}&page_size=100" for number in range(1, len(parts) + 1)]
    return [Recorded(url, offers(*part, total=total or len(rows), page=n, pages=len(parts))) for n, (url, part) in enumerate(zip(urls, parts, strict=True), 1)]


@pytest.mark.parametrize(
    ("rows", "settings", "proves"),
    [
        (NEWEST_FIRST, [], True),
        (SHUFFLED, [], False),
        (UNDATED, [], False),
        (NEWEST_FIRST, ["-s", "REREAD=0.1"], True),  # in a replay what the archive has decides, not what would be due
    ],
)
def test_a_first_page_proves_the_others_only_where_the_newest_come_first(crawl, rows, settings, proves):
    crawl(*settings, boards=["https://acme.hirehive.com/"], archive=in_pages(rows))
    done = crawl(*settings, boards=["https://acme.hirehive.com/"], archive=in_pages(rows)[:1], day=16)
    assert verdict(done) == ["unchanged" if proves else "partial"]
    assert (done.boards[0]["requests"] == 1, len(done.postings), done.changes) == (proves, 5, [])


def test_pages_that_an_archive_has_are_read_whatever_the_first_one_proves(crawl):
    crawl(boards=["https://acme.hirehive.com/"], archive=in_pages(NEWEST_FIRST))
    changed = in_pages([*NEWEST_FIRST[:4], (9, "2026-08-20")])
    done = crawl(boards=["https://acme.hirehive.com/"], archive=changed, day=16)
    assert sorted(c["change"] for c in done.changes) == ["closed", "new"]


def test_a_second_run_makes_one_request_for_each_unchanged_board(read, site):  # noqa: F811
    paths = [f"/board/{n}" for n in range(6)] + [f"/{n}/careers/list" for n in range(6)]
    site.pages |= {path: (200, JSON, board("acme", [job(n), job(n + 100)]).body.encode()) for n, path in enumerate(paths[:6])}
    site.pages |= {path: listing([n]) for n, path in enumerate(paths[6:], 100)}
    site.pages |= {f"/careers/{n}/detail": detail(n) for n in range(100, 106)}
    first, asked = read(*paths)
    assert (first.code, len(asked), len(first.postings)) == (0, 18, 18)
    second, asked = read(*paths)
    assert (second.code, asked, set(verdict(second))) == (0, sorted(paths), {"unchanged"})
    assert len(second.postings) == 18
