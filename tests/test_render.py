"""Pages drawn by script, in a real Chromium, from a server on this machine."""

import json
import os
import threading

import pytest
from test_wire import FAST, Site

from crawler.render import missing

WITHOUT = missing()
MUST_RUN = os.environ.get("EXTRAS") == "1"  # .ci/run has installed what these tests need: here a skip is a failure
QUICK = (*FAST, "-s", "RENDER_IDLE=3")
HTML = {"Content-Type": "text/html; charset=utf-8"}
SHELL = '<!DOCTYPE html><html><head><title>Acme Kitchens</title></head><body><div id="root"></div><script src="/app.js"></script></body></html>'
LIST = """
fetch("/api/jobs").then(r => r.json()).then(jobs => {
  const root = document.querySelector("#root");
  root.innerHTML = "<h1>Open positions</h1><ul>" + jobs.map(j => `<li><a href="/careers/jobs/${j.id}">${j.title}</a></li>`).join("") + "</ul>";
});
"""
POSTING = """<!DOCTYPE html><html><head><title>{title} - Acme Kitchens</title><script type="application/ld+json">{data}</script></head><body><h1>{title}</h1></body></html>"""


@pytest.fixture
def browser():
    """Skip where no page can be drawn."""
    if WITHOUT is not None:
        (pytest.fail if MUST_RUN else pytest.skip)(f"no page can be drawn here: {WITHOUT}")


def start():
    server = Site()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


@pytest.fixture
def site():
    server = start()
    serve(server, "/careers", SHELL)
    serve(server, "/app.js", LIST, {"Content-Type": "text/javascript"})
    serve(server, "/api/jobs", json.dumps([{"id": 1, "title": "Line Cook"}, {"id": 2, "title": "Pastry Chef"}]), {})
    for number, title in ((1, "Line Cook"), (2, "Pastry Chef")):
        data = {"@context": "https://schema.org", "@type": "JobPosting", "title": title, "description": f"<p>You are our {title}, from the market to the plate.</p>", "datePosted": "2026-09-01"}
        serve(server, f"/careers/jobs/{number}", POSTING.format(title=title, data=json.dumps(data)))
    yield server
    server.shutdown()
    server.server_close()


def serve(server, path, text, headers=HTML, status=200):
    server.pages[path] = (status, headers, text.encode())


def paths(server):
    return [path for path, _ in server.asked]


def titles(done):
    return sorted(p["title"] for p in done.postings)


def test_a_list_drawn_by_script_is_read_and_its_archive_replays_without_a_browser(browser, crawl, site, tmp_path):
    live = crawl("-a", f"url={site.url}/careers", "-s", f"ARCHIVE={tmp_path / 'kept'}", "-s", "CONTACT=bot@careers.example", *QUICK)
    assert (live.code, live.err, titles(live)) == (0, "", ["Line Cook", "Pastry Chef"])
    assert live.boards[0]["verdict"] == "complete"
    assert live.boards[0]["requests"] == 4
    assert sorted(paths(site)) == ["/api/jobs", "/app.js", "/careers", "/careers/jobs/1", "/careers/jobs/2", "/robots.txt"]
    assert {agent for _, agent in site.asked} == {"careers-crawler/0.1 (+bot@careers.example)"}
    site.pages.clear()
    again = crawl("-a", f"url={site.url}/careers", "-s", f"REPLAY={tmp_path / 'kept'}", "-s", f"STORE=sqlite:///{tmp_path / 'second.db'}", "-s", "RENDER_BROWSER=/nowhere")
    assert (again.code, titles(again)) == (0, titles(live))


def test_a_page_with_words_of_its_own_is_drawn_only_where_the_list_says_so(browser, crawl, site):
    chrome = "<nav>About us</nav><h1>Careers at Acme Kitchens</h1><p>" + "We cook for the whole town, every day of the year. " * 8 + "</p>"
    serve(site, "/careers", SHELL.replace('<div id="root">', chrome + '<div id="root">'))
    plain = crawl("-a", f"url={site.url}/careers", *QUICK)
    assert (plain.boards[0]["verdict"], "/app.js" in paths(site)) == ("changed_layout", False)
    (plain.folder.parent / "list.csv").write_text(f"url,render\n{site.url}/careers,yes\n")
    drawn = crawl("-a", f"boards={plain.folder.parent / 'list.csv'}", *QUICK)
    assert (drawn.boards[0]["verdict"], titles(drawn)) == ("complete", ["Line Cook", "Pastry Chef"])


def test_postings_drawn_by_script_are_read_too(browser, crawl, site):
    text = "You run our kitchen from the market to the plate. " * 3
    serve(site, "/job.js", f"""
        document.title = "Line Cook"; document.querySelector("#root").innerHTML = "<main><h1>Line Cook</h1><p>Location: Berlin</p><h2>Your tasks</h2><p>{text}</p><h2>Your profile</h2><ul><li>Three years in a kitchen</li></ul><a href='/apply/1'>Apply now</a></main>";
    """, {"Content-Type": "text/javascript"})  # fmt: skip
    serve(site, "/careers/jobs/1", SHELL.replace("/app.js", "/job.js"))
    done = crawl("-a", f"url={site.url}/careers", *QUICK)
    assert (done.boards[0]["verdict"], titles(done)) == ("complete", ["Line Cook", "Pastry Chef"])
    assert text.strip() in next(p["description"] for p in done.postings if p["title"] == "Line Cook")


@pytest.mark.parametrize(
    "script",
    [
        pytest.param("""
            const host = document.createElement("jobs-list"); document.body.append(host);
            host.attachShadow({mode: "open"}).innerHTML = "<h1>Open positions</h1><inner-list></inner-list>";
            host.shadowRoot.querySelector("inner-list").attachShadow({mode: "open"}).innerHTML = "<ul><li><a href='jobs/1'>Line Cook</a></li><li><a href='jobs/2'>Pastry Chef</a></li></ul>";
            history.pushState({}, "", "/careers/open");
        """, id="in shadow roots, with links relative to an address of the script's"),
        pytest.param("""
            document.querySelector("#root").innerHTML = "<h1>Open positions</h1><div style='height: 6000px'></div><ul></ul>";
            addEventListener("scroll", () => setTimeout(() => {
              document.querySelector("ul").innerHTML = "<li><a href='/careers/jobs/1'>Line Cook</a></li><li><a href='/careers/jobs/2'>Pastry Chef</a></li>";
            }, 200), {once: true});
        """, id="when a person scrolls"),
        pytest.param("""
            Array.prototype.toJSON = () => 1; JSON.stringify = null; window.Promise = null; Element.prototype.getAttribute = null;
            document.body.insertAdjacentHTML("beforeend", "<h1>Open positions</h1><ul><li><a href='/careers/jobs/1'>Line Cook</a></li><li><a href='/careers/jobs/2'>Pastry Chef</a></li></ul>");
        """, id="by scripts that change the language itself"),
    ],
)  # fmt: skip
def test_lists_are_read_that_are_drawn(browser, crawl, site, script):
    serve(site, "/app.js", script, {"Content-Type": "text/javascript"})
    done = crawl("-a", f"url={site.url}/careers", *QUICK)
    assert (done.boards[0]["verdict"], titles(done), done.err) == ("complete", ["Line Cook", "Pastry Chef"], "")


def test_a_page_that_leads_elsewhere_by_script_is_followed_as_any_redirect(browser, crawl, site):
    serve(site, "/", SHELL.replace("/app.js", "/away.js"))
    serve(site, "/away.js", "location.href = '/careers'", {"Content-Type": "text/javascript"})
    done = crawl("-a", f"url={site.url}/", *QUICK)
    assert (done.boards[0]["verdict"], titles(done)) == ("complete", ["Line Cook", "Pastry Chef"])
    serve(site, "/robots.txt", "User-agent: *\nDisallow: /careers\n", {"Content-Type": "text/plain"})
    forbidden = crawl("-a", f"url={site.url}/", *QUICK)
    assert forbidden.boards[0]["verdict"] == "robots"
    serve(site, "/robots.txt", "")
    serve(site, "/careers", SHELL.replace("/app.js", "/back.js"))
    serve(site, "/back.js", "location.href = '/'", {"Content-Type": "text/javascript"})
    circle = crawl("-a", f"url={site.url}/", *QUICK)
    assert circle.boards[0]["verdict"] == "refused"


def test_a_page_fetches_its_scripts_and_lists_and_nothing_else(browser, crawl, site):
    more = """<img src="/photo.jpg"><video src="/film.mp4"></video><iframe src="/frame"></iframe><object data="/thing"></object><link rel="prefetch" href="/prefetched"><a ping="/ping" href="/x.pdf" download></a>
        <style>@font-face { font-family: F; src: url(/font.woff2) } body { font-family: F; background: url(/back.png) }</style>"""
    serve(site, "/careers", SHELL.replace("<script", more + "<script"))
    serve(site, "/app.js", LIST + """
        new WebSocket(location.origin.replace("http", "ws") + "/socket"); new EventSource("/events"); navigator.sendBeacon("/beacon", "x"); window.open("/popup");
        fetch("/deleted", {method: "DELETE"}); document.querySelector("a[download]").click(); navigator.serviceWorker?.register("/worker.js"); new Worker("/thread.js");
    """, {"Content-Type": "text/javascript"})  # fmt: skip
    serve(site, "/x.pdf", "x" * 5_000_000, {"Content-Type": "application/pdf"})
    done = crawl("-a", f"url={site.url}/careers", "-s", "RENDER_MAXSIZE=3000000", *QUICK)
    assert (done.code, titles(done), done.err) == (0, ["Line Cook", "Pastry Chef"], "")
    assert set(paths(site)) - {"/thread.js"} == {"/api/jobs", "/app.js", "/careers", "/careers/jobs/1", "/careers/jobs/2", "/robots.txt"}


def test_a_page_reaches_no_other_address_of_this_machine(browser, crawl, site):
    inside = start()
    port = inside.server_address[1]
    site.pages["/hop"] = (302, {"Location": f"{inside.url}/by-redirect"}, b"")
    serve(site, "/app.js", f"""
        fetch("http://127.0.0.1:{port}/plain", {{mode: "no-cors"}}); fetch("http://localhost:{port}/name", {{mode: "no-cors"}}); fetch("http://[::1]:{port}/six", {{mode: "no-cors"}});
        fetch("http://0x7f.1:{port}/hex", {{mode: "no-cors"}}); fetch("/hop", {{mode: "no-cors"}}); fetch("https://127.0.0.1:{port}/tunnel", {{mode: "no-cors"}}); new Worker("data:text/javascript,fetch('http://127.0.0.1:{port}/thread')");
    """ + LIST, {"Content-Type": "text/javascript"})  # fmt: skip
    done = crawl("-a", f"url={site.url}/careers", *QUICK)
    inside.shutdown()
    inside.server_close()
    assert (titles(done), paths(inside)) == (["Line Cook", "Pastry Chef"], [])
    assert "/hop" in paths(site)


def test_what_robots_forbid_is_not_fetched_by_a_page_either(browser, crawl, site):
    serve(site, "/robots.txt", "User-agent: *\nDisallow: /api/\n", {"Content-Type": "text/plain"})
    done = crawl("-a", f"url={site.url}/careers", *QUICK)
    assert (done.code, done.boards[0]["verdict"], "/api/jobs" in paths(site)) == (4, "robots", False)


@pytest.mark.parametrize(
    ("script", "setting", "verdict", "word"),
    [
        ("while (true) {}", "RENDER_TIMEOUT=4", "timed_out", "in time"),
        ("for (let i = 0; i < 50; i++) fetch('/api/jobs?' + i)", "RENDER_MAX_REQUESTS=20", "refused", "RENDER_MAX_REQUESTS"),
        ("fetch('/large').then(r => r.text())", "RENDER_MAXSIZE=100000", "refused", "RENDER_MAXSIZE"),
        ("document.body.textContent = 'x'.repeat(200000)", "RENDER_MAXSIZE=100000", "refused", "RENDER_MAXSIZE"),
        ("const all = []; while (true) all.push(new Uint8Array(1e7).fill(1))", "RENDER_MAX_MEMORY=800000000", "refused", "RENDER_MAX_MEMORY"),
    ],
)
def test_a_page_without_end_costs_its_own_board_and_no_other(browser, crawl, site, script, setting, verdict, word):
    serve(site, "/large", "x" * 1_000_000)
    serve(site, "/endless", SHELL.replace("/app.js", "/endless.js"))
    serve(site, "/endless.js", script, {"Content-Type": "text/javascript"})
    done = crawl("-s", setting, "-s", "RETRY_ENABLED=False", *QUICK, boards=[f"{site.url}/endless", f"{site.url}/careers"])
    verdicts = {b["url"].rsplit("/", 1)[1]: b for b in done.boards}
    assert (verdicts["endless"]["verdict"], verdicts["careers"]["verdict"], done.code) == (verdict, "complete", 3)
    assert word in verdicts["endless"]["why"]
    assert len(done.err.splitlines()) == 1
