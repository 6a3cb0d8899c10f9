"""The ways to look like "no jobs", each with its verdict and its reason: none but the true zero closes anything."""

from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from conftest import Recorded, board, job
from test_life import page

API, OWN = "api", "https://acme.example/careers"
JOBS = [(f"Cook in shift {n}", f"/jobs/{n}") for n in range(6)]
SHELL = '<html><body><div id="root"></div><script src="/main.js"></script></body></html>'
LOGIN = '<h1>Sign in</h1><form><input name="user"><input type="password" name="p"></form>'
CHALLENGE = "<h1>acme.example</h1><p>Verifying you are human. This may take a few seconds.</p><script src='/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page'></script>"


def html(body: str, title: str = "Acme", url: str = OWN, **more) -> Recorded:
    return Recorded(url, f"<html><head><title>{title}</title></head><body>{body}</body></html>", kind="text/html; charset=utf-8", **more)


def api(body: str | None = None, jobs: Sequence[dict] = (), kind: str = "text/html", total: int | None = None, status: int = 200) -> Recorded:
    return Recorded("", body, status=status, kind=kind) if body is not None else board("", list(jobs), total)


# Each on a host of its own: the answer, its verdict, words of the reason.
WAYS = {
    "the true zero of an API": (API, api(total=0), "empty", "6 postings were open"),
    "the true zero in words": (OWN, html("<h1>Careers</h1><p>There are currently no open positions.</p>"), "empty", "6 postings were open"),
    "a redesign": (OWN, html("<h1>Life at Acme</h1><p>Our values and our kitchen.</p>"), "changed_layout", "no posting"),
    "a page drawn by script": (OWN, Recorded(OWN, SHELL, kind="text/html"), "changed_layout", "script"),
    "another form of answer": (API, api('{"data": []}', "application/json"), "changed_layout", "none of the forms"),
    "a challenge with status 200": (OWN, html(CHALLENGE, "Just a moment..."), "blocked", "whether a person is there"),
    "a challenge in place of an API": (API, api(CHALLENGE), "blocked", "whether a person is there"),
    "a log-in wall": (OWN, html(LOGIN, "Acme intranet"), "blocked", "asks for a log-in"),
    "refused": (OWN, html("no", status=403), "blocked", "403"),
    "too many requests": (API, api("slow down", status=429), "throttled", "429"),
    "out of order, with its status": (OWN, html("oops", status=500), "error", "500"),
    "out of order, with status 200": (OWN, html("<h1>We are under maintenance</h1>"), "error", "out of order"),
    "not there any more": (OWN, html("gone", status=410), "gone", "410"),
    "a page that says that it is not there": (OWN, html("<h1>Page not found</h1><p>Sorry.</p>", "404"), "gone", "no such page"),
    "a parked domain": (OWN, html("<h1>acme.example</h1><p>This domain is for sale. Make an offer.</p>"), "gone", "parked domain"),
    "half of an answer": (API, api(jobs=[job(0)], total=6), "partial", "6 postings, its listing holds 1"),
    "rows that cannot be read": (API, api(jobs=[job(n, title=None) for n in range(6)]), "changed_layout", "none of 6 rows"),
    "no answer": (OWN, None, "unreachable", "could not be fetched"),
}


def test_no_jobs_has_a_verdict_and_a_reason_and_closes_nothing_at_once(crawl):
    urls, full, then = {}, [], []
    for number, (way, (kind, answer, _, _)) in enumerate(WAYS.items()):
        listing = board(f"acme-{number}", [job(n) for n in range(6)]) if kind == API else None
        urls[way] = f"https://boards.greenhouse.io/acme-{number}" if listing else f"https://acme-{number}.example/careers"
        full.append(listing or page(urls[way], *[(title, urlsplit(urls[way])._replace(path=path).geturl()) for title, path in JOBS]))
        then += [] if answer is None else [replace(answer, url=full[-1].url)]
    before = crawl(boards=urls.values(), archive=full).postings
    done = crawl(boards=urls.values(), archive=then, day=16)
    lines = {line["url"]: line for line in done.boards}
    found = {way: (lines[url]["verdict"], lines[url]["closed"], WAYS[way][3] in lines[url]["why"] or lines[url]["why"]) for way, url in urls.items()}
    assert found == {way: (verdict, 0, True) for way, (_, _, verdict, _) in WAYS.items()}
    assert (done.changes, len(done.postings)) == ([], len(before))


OVER = {
    "en": "This position has been filled.", "de": "Diese Stelle ist leider nicht mehr verfügbar.", "fr": "Cette offre n'est plus disponible.",
    "es": "Esta oferta ya no está disponible.", "pt": "Esta vaga foi encerrada.", "nl": "Deze vacature is niet meer beschikbaar.",
    "it": "Questa posizione non è più disponibile.", "ja": "この求人は募集を終了しました。",
    "expired": "Sorry, this job has expired.", "404": "404 - Page not found",
}  # fmt: skip


def links(*numbers: int) -> Recorded:
    rows = "".join(f'<li><a href="/jobs/{n}-cook">Cook in shift {n}</a></li>' for n in numbers)
    return Recorded(OWN, f"<html><body><h1>Open positions</h1><ul>{rows}</ul></body></html>", kind="text/html")


def posting(number: int) -> Recorded:
    url = f"https://acme.example/jobs/{number}-cook"
    return page(url, (f"Cook in shift {number}", url))


def test_a_posting_that_is_over_is_no_posting_and_is_closed(crawl):
    """By its words, by its status, by where its address leads."""
    numbers = range(40)
    crawl("-s", "REREAD=0", boards=[OWN], archive=[links(*numbers), *map(posting, numbers)])
    over = [html(f"<h1>{words}</h1><p>See our other openings.</p>", url=posting(n).url) for n, words in enumerate(OVER.values())]
    gone = [(404, None), (410, None), (302, OWN), (301, f"{OWN}/?notfound=1"), (302, "https://acme.example/")]
    over += [Recorded(posting(n).url, "", status=status, kind="text/html", location=where) for n, (status, where) in enumerate(gone, len(OVER))]
    elsewhere = [replace(links(*numbers), url=where) for _, where in gone[3:]]
    archive = [links(*numbers), *over, *map(posting, numbers[len(over) :]), *elsewhere]
    done = crawl("-s", "REREAD=0", boards=[OWN], archive=archive, day=16)
    assert sorted((c["change"], c["url"]) for c in done.changes) == sorted(("closed", one.url) for one in over)
    assert (done.boards[0]["verdict"], done.rows("rejected")) == ("complete", [])


def test_a_posting_whose_page_asks_for_a_log_in_is_not_closed(crawl):
    crawl("-s", "REREAD=0", boards=[OWN], archive=[links(1, 2, 3), *map(posting, (1, 2, 3))])
    wall = html(LOGIN, "Acme", url="https://acme.example/jobs/2-cook")
    done = crawl("-s", "REREAD=0", boards=[OWN], archive=[links(1, 2), posting(1), wall], day=16)
    assert (done.boards[0]["verdict"], done.changes, len(done.postings)) == ("partial", [], 3)
    assert "log-in" in done.boards[0]["why"]
