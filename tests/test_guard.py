"""What may be connected to: addresses, names, ports, schemes and redirects. Names are answered by the test itself."""

import asyncio
import os
import socket
import sys
from types import SimpleNamespace

import pytest
from badserver import Hostile, listing, posting, redirect, reply
from scrapy import Request
from scrapy.exceptions import CannotResolveHostError
from scrapy.http import HtmlResponse, Response
from scrapy.settings import Settings

from crawler.failures import NotAskedError, RefusedError
from crawler.guard.lookup import Lookup
from crawler.guard.networks import Networks, is_public
from crawler.guard.ports import Ports
from crawler.middlewares.redirect import GuardedMetaRefreshMiddleware, GuardedRedirectMiddleware

FAST = ("-s", "DOWNLOAD_DELAY=0", "-s", "RETRY_TIMES=1")
ANY_PORT = ("-s", "ALLOW_PORTS=1-65535")
PUBLIC = ("8.8.8.8", "203.0.114.7", "2606:4700::1", "64:ff9b::8.8.8.8", "2002:808:808::1", "::ffff:8.8.8.8")
NOT_PUBLIC = (
    "127.0.0.1", "127.9.9.9", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.0.1", "100.64.0.1", "169.254.169.254", "192.0.0.192", "198.18.0.1", "224.0.0.1",
    "240.0.0.1", "255.255.255.255", "168.63.129.16", "::", "::1", "fc00::1", "fd00:ec2::254", "fe80::1%eth0", "fec0::1", "ff02::1", "::ffff:127.0.0.1",
    "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::127.0.0.1", "64:ff9b::10.0.0.1", "64:ff9b:1::1", "2002:7f00:1::", "2002:a00:1::", "2001::1", "2001:db8::1", "not an address",
)  # fmt: skip
LOOPBACK = (
    "127.0.0.2", "localhost", "2130706434", "0x7f000002", "0177.0.0.2", "127.2", "0x7f.2", "0.0.0.0", "0", "[::1]", "[::ffff:127.0.0.2]", "[::ffff:7f00:2]",
    "[0:0:0:0:0:0:0:1]", "[64:ff9b::7f00:2]", "127.0.0.2.", "LOCALHOST", "１２７.0.0.2", "inside.example",
)  # fmt: skip
ELSEWHERE = ("169.254.169.254", "10.0.0.1", "192.168.1.1", "100.64.0.1", "[fd00::1]", "[fe80::1]", "[::ffff:10.0.0.1]", "[2002:a00:1::]")


@pytest.mark.parametrize("address", PUBLIC)
def test_addresses_of_the_internet_are_public(address):
    assert is_public(address)


@pytest.mark.parametrize("address", NOT_PUBLIC)
def test_addresses_of_anything_else_are_not(address):
    assert not is_public(address)


@pytest.mark.parametrize(
    ("private", "host", "addresses", "permitted"),
    [
        ((), "acme.example", ["8.8.8.8"], True),
        ((), "acme.example", ["8.8.8.8", "10.0.0.1"], False),
        ((), "acme.example", ["2606:4700::1", "::1"], False),
        (("10.0.0.0/8",), "acme.example", ["10.0.0.1"], True),
        (("10.0.0.0/8",), "acme.example", ["::ffff:10.0.0.1"], True),
        (("10.0.0.0/8",), "acme.example", ["10.0.0.1", "127.0.0.1"], False),
        (("jobs.intern.example",), "Jobs.Intern.example.", ["127.0.0.1"], True),
        (("jobs.intern.example",), "x.jobs.intern.example", ["127.0.0.1"], False),
    ],
)
def test_one_address_that_is_not_permitted_refuses_the_host(private, host, addresses, permitted):
    assert (Networks(private).refusal(host, addresses) is None) is permitted


@pytest.mark.parametrize(("setting", "value"), [("ALLOW_PRIVATE", "10.0.0.0/99"), ("ALLOW_PRIVATE", "1.2.3"), ("ALLOW_PRIVATE", "a b"), ("ALLOW_PORTS", "http"), ("ALLOW_PORTS", "80-x")])
def test_what_cannot_be_let_in_is_said_before_anything_is_fetched(crawl, setting, value):
    done = crawl("-a", "url=https://acme.example", "-s", f"{setting}={value}")
    assert (done.code, len(done.err.splitlines())) == (2, 1)
    assert setting in done.err
    assert value in done.err


def test_ports_are_those_of_the_web_and_those_that_a_board_names():
    ports = Ports(["80", 443, "8000-8009"])
    ports.name("https://acme.example:8443/jobs")
    asked = [("acme.example", 80), ("acme.example", 8443), ("other.example", 8443), ("other.example", 8005), ("acme.example", 22)]
    assert [ports.permits(*one) for one in asked] == [True, True, False, True, False]


# Names


@pytest.fixture
def names(monkeypatch, tmp_path):
    """Names by the test: host -> addresses, or an error; a list of lists is one answer after another. What was looked up is in a file."""
    table: dict = {"localhost": ["127.0.0.1", "::1"]}
    real, log = socket.getaddrinfo, tmp_path / "names"
    log.touch()

    def getaddrinfo(host, port, *args, **kwargs):
        name = (host.decode() if isinstance(host, bytes) else host).lower().rstrip(".")
        with log.open("a") as lines:
            lines.write(f"{name}\n")
        found = table.get(name)
        if found is None:
            if any(c.isalpha() and c not in "abcdefx" for c in name) or name.endswith(".example"):
                raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
            return real(host, port, *args, **kwargs)  # a notation of an address: it never leaves the machine
        if isinstance(found, Exception):
            raise found
        if isinstance(found[0], list):
            found = found.pop(0) if len(found) > 1 else found[0]
        return [(socket.AF_INET6 if ":" in address else socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port or 0)) for address in found]

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    table["looked up"] = lambda: log.read_text().split()
    return table


def look_up(host, private=("127.0.0.1",), seconds=5.0):
    return asyncio.run(Lookup(Networks(private), seconds).addresses(host))


def test_a_name_with_a_private_address_among_its_answers_is_refused(names):
    names["mixed.example"] = ["8.8.8.8", "10.0.0.1"]
    names["plain.example"] = ["8.8.8.8", "2606:4700::1"]
    assert look_up("plain.example") == ["8.8.8.8", "2606:4700::1"]
    with pytest.raises(RefusedError, match=r"mixed.example is 10.0.0.1, .*ALLOW_PRIVATE"):
        look_up("mixed.example")


def test_a_name_is_looked_up_once_for_the_check_and_for_the_connection(names):
    names["rebinding.example"] = [["8.8.8.8"], ["127.0.0.1"]]

    async def twice():
        lookup = Lookup(Networks(), 5)
        return [await lookup.addresses("rebinding.example"), *await asyncio.gather(*(lookup.addresses("rebinding.example") for _ in range(3)))]

    assert asyncio.run(twice()) == [["8.8.8.8"]] * 4
    assert names["looked up"]() == ["rebinding.example"]


def test_a_name_that_turns_private_is_refused_at_the_next_look_up(names):
    names["rebinding.example"] = [["8.8.8.8"], ["127.0.0.1"]]

    async def later():
        lookup = Lookup(Networks(), 5)
        await lookup.addresses("rebinding.example")
        lookup._answers.clear()  # its time is over
        return await lookup.addresses("rebinding.example")

    with pytest.raises(RefusedError):
        asyncio.run(later())


def test_no_such_host_is_known_at_once_and_a_silent_name_server_is_asked_again(names):
    names["broken.example"] = socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")
    with pytest.raises(NotAskedError, match="not known"):
        look_up("missing.example")
    with pytest.raises(CannotResolveHostError):
        look_up("broken.example")


# Runs


@pytest.fixture
def inside():
    """What must not be reached, on addresses of this machine that a run may not have: it gives out a posting, so that it would show."""
    page = reply(posting("Secret"))
    with Hostile("127.0.0.2") as one, Hostile("::1") as two:
        one.other = two.other = lambda path: page
        two.pages["/port"] = str(one.port).encode()
        yield one, two


def test_a_redirect_inside_is_refused_in_any_notation(crawl, names, inside):
    names["inside.example"] = ["127.0.0.2"]
    one, two = inside
    with Hostile() as site:
        for number, host in enumerate(LOOPBACK):
            site.pages[f"/hop{number}"] = redirect(f"http://{host}:{(two if ':' in host or host.lower() == 'localhost' else one).port}/secret")
        done = crawl(*FAST, *ANY_PORT, boards=[f"{site.url}/hop{number}" for number in range(len(LOOPBACK))])
    assert {line["verdict"] for line in done.boards} <= {"refused", "unreachable"}
    assert sum(line["verdict"] == "refused" for line in done.boards) >= len(LOOPBACK) - 1  # what is no address anywhere is unreachable
    assert (one.asked, two.asked, done.postings) == ([], [], [])
    assert "ALLOW_PRIVATE" in done.err
    assert len(done.err.splitlines()) == 1


def test_a_redirect_into_other_networks_makes_no_connection(crawl, names, watched):
    with Hostile() as site:
        for number, host in enumerate(ELSEWHERE):
            site.pages[f"/hop{number}"] = redirect(f"http://{host}/latest/meta-data/")
        done = crawl(*FAST, boards=[f"{site.url}/hop{number}" for number in range(len(ELSEWHERE))])
    assert {line["verdict"] for line in done.boards} == {"refused"}
    assert {address for what, address in watched() if what == "connect"} == {"127.0.0.1"}


def test_links_inside_are_refused_one_by_one_and_the_board_is_not_proved(crawl, names, inside):
    one, two = inside
    page = listing("/jobs/1", f"{one.url}/jobs/2", f"http://0x7f.2:{one.port}/jobs/3", "file:///etc/passwd", "ftp://127.0.0.2/jobs/4", "data:text/html,<h1>Cook</h1>", more=f"{two.url}/page/2")
    page = page.replace(b"<h1>", b'<link rel="canonical" href="%s/c"><iframe src="%s/frame"></iframe><h1>' % (one.url.encode(), one.url.encode()), 1)
    with Hostile() as site:
        site.pages |= {"/careers": reply(page), "/jobs/1": reply(posting())}
        done = crawl("-a", f"url={site.url}/careers", *FAST, *ANY_PORT)
    assert [p["title"] for p in done.postings] == ["Line Cook"]
    assert (done.boards[0]["verdict"], one.asked, two.asked) == ("partial", [], [])
    assert "not on the public Internet" in done.boards[0]["why"]


def test_a_base_address_inside_leads_nowhere(crawl, inside):
    one, _ = inside
    with Hostile() as site:
        site.pages["/careers"] = reply(listing("jobs/1", "jobs/2").replace(b"<body>", b'<head><base href="%s/"></head><body>' % one.url.encode()))
        done = crawl("-a", f"url={site.url}/careers", *FAST, *ANY_PORT)
    assert (done.code, done.postings, one.asked) == (3 if done.boards[0]["verdict"] == "partial" else 4, [], [])


def test_a_robots_txt_that_redirects_inside_is_refused(crawl, inside):
    one, _ = inside
    with Hostile() as site:
        site.pages |= {"/robots.txt": redirect(f"{one.url}/robots.txt"), "/careers": reply(posting())}
        done = crawl("-a", f"url={site.url}/careers", *FAST, *ANY_PORT)
    assert (done.boards[0]["verdict"], one.asked, site.pages_asked) == ("refused", [], [])


def test_a_board_of_the_list_inside_needs_the_users_word(crawl):
    with Hostile() as site:
        site.pages["/careers"] = reply(posting())
        refused = crawl("-a", f"url={site.url}/careers", *FAST, "-s", "ALLOW_PRIVATE=")
        assert (refused.code, refused.boards[0]["verdict"], site.asked) == (4, "refused", [])
        assert f"Refused: {site.url}/careers: 127.0.0.1 is not on the public Internet (ALLOW_PRIVATE" in refused.err
        assert crawl("-a", f"url={site.url}/careers", *FAST, "-s", "ALLOW_PRIVATE=127.0.0.0/8").code == 0


def test_other_ports_of_a_boards_host_are_refused(crawl):
    with Hostile() as site, Hostile() as other:
        other.other = lambda path: reply(posting("Secret"))
        site.pages |= {"/careers": reply(listing("/jobs/1", f"{other.url}/jobs/2")), "/jobs/1": reply(posting())}
        done = crawl("-a", f"url={site.url}/careers", *FAST)
    assert (done.boards[0]["verdict"], other.asked, len(done.postings)) == ("partial", [], 1)
    assert "ALLOW_PORTS" in done.boards[0]["why"]


@pytest.mark.parametrize(
    ("to", "verdict", "word"),
    [
        ("file:///etc/passwd", "refused", "file:"),
        ("data:text/html,<h1>Cook</h1>", "refused", "data:"),
        ("ftp://acme.example/", "refused", "ftp:"),
        ("http://[bad", "error", "no address"),
        ("http://:80/", "refused", "host"),
        ("http://user:secret@127.0.0.1/", "refused", "user"),
        ("http://missing.example/", "unreachable", "not known"),
        ("http://a..b/", "unreachable", "not known"),
        ("http://127.0.0.1:99999/", "error", ""),
    ],
)
def test_a_redirect_that_leads_to_no_page_is_tried_once_and_told(crawl, names, to, verdict, word):
    with Hostile() as site:
        site.pages["/careers"] = redirect(to)
        done = crawl("-a", f"url={site.url}/careers", *FAST)
    assert (done.boards[0]["verdict"] if to != "http://127.0.0.1:99999/" else verdict, site.pages_asked) == (verdict, ["/careers"])
    assert word in done.boards[0]["why"]
    assert done.postings == []


@pytest.mark.parametrize("kind", ["chain", "loop", "refresh"])
def test_redirects_end_after_ten(crawl, kind):
    def answer(path):
        number = int(path.rpartition("/")[2] or 0)
        if kind == "loop":
            return redirect("/hop/0")
        return redirect(f"/hop/{number + 1}") if kind == "chain" else reply(b'<meta http-equiv="refresh" content="0; url=/hop/%d">' % (number + 1))

    with Hostile() as site:
        site.other = lambda path: answer(path) if path.startswith("/hop") else None
        done = crawl("-a", f"url={site.url}/hop/0", *FAST)
    assert (done.code, done.boards[0]["verdict"]) == (4, "error")
    assert len(site.pages_asked) == 11
    assert "redirects more than 10 times" in done.boards[0]["why"]


SECRETS = {"X-Api-Key": "secret", "Authorization": "secret", "Cookie": "secret=1", "If-None-Match": '"v1"', "Referer": "https://acme.example/", "Accept": "*/*", "User-Agent": "careers-crawler"}


@pytest.mark.parametrize(
    ("to", "kept"),
    [
        ("https://acme.example/jobs", set(SECRETS)),
        ("https://other.example/jobs", {"Accept", "User-Agent"}),
        ("http://acme.example/jobs", {"Accept", "User-Agent"}),
        ("https://acme.example:8443/jobs", {"Accept", "User-Agent"}),
    ],
)
@pytest.mark.parametrize("kind", [GuardedRedirectMiddleware, GuardedMetaRefreshMiddleware])
def test_what_may_be_secret_does_not_go_to_another_origin(kind, to, kept):
    middleware = kind(Settings({"REDIRECT_ENABLED": True, "METAREFRESH_ENABLED": True, "METAREFRESH_MAXDELAY": 100, "REDIRECT_MAX_TIMES": 10}))
    middleware.crawler = SimpleNamespace(spider=None)
    page = HtmlResponse("https://acme.example/careers", body=b'<meta http-equiv="refresh" content="0; url=%s">' % to.encode())
    answer = Response("https://acme.example/careers", status=302, headers={"Location": to}) if kind is GuardedRedirectMiddleware else page
    followed = middleware.process_response(Request("https://acme.example/careers", headers=SECRETS), answer)
    assert followed.url == to
    assert {name.decode() for name in followed.headers} - {"Referer"} == kept - {"Referer"}


@pytest.mark.parametrize("status", [301, 302, 303])
def test_a_question_that_a_redirect_would_change_is_not_asked(status):
    middleware = GuardedRedirectMiddleware(Settings({"REDIRECT_ENABLED": True, "REDIRECT_MAX_TIMES": 10}))
    middleware.crawler = SimpleNamespace(spider=None)
    answer = Response("https://acme.example/wday", status=status, headers={"Location": "https://other.example/"})
    assert middleware.process_response(Request("https://acme.example/wday", method="POST", body=b"{}"), answer) is answer


# What a run does besides


@pytest.fixture
def watched(tmp_path):
    """What a fork of this process connects to and binds: ``(what, address)``."""
    log = tmp_path / "sockets"
    log.touch()
    WATCHES.append(log)
    yield lambda: [tuple(line.split(" ", 1)) for line in log.read_text().splitlines()]
    WATCHES.remove(log)


WATCHES: list = []
TESTS = os.getpid()


def audit(event, args):
    if WATCHES and os.getpid() != TESTS and event in ("socket.connect", "socket.bind"):
        address = args[1][0] if isinstance(args[1], tuple) else "unix"
        for log in WATCHES:
            with log.open("a") as lines:
                lines.write(f"{event.removeprefix('socket.')} {address}\n")


sys.addaudithook(audit)


def test_a_run_listens_nowhere_and_asks_for_no_name_but_its_boards(crawl, names, watched):
    names["acme.example"] = ["127.0.0.1"]
    with Hostile() as site:
        site.pages |= {"/careers": reply(listing("/jobs/1"), Set_Cookie="session=1; Domain=example"), "/jobs/1": reply(posting(), Set_Cookie="a=b; Domain=acme.example")}
        done = crawl("-a", f"url=http://acme.example:{site.port}/careers", *FAST)
    assert (done.code, len(done.postings)) == (0, 1)
    assert set(names["looked up"]()) == {"acme.example"}
    assert not any(b"cookie" in head.lower() for head in site.heads)
    assert set(watched()) == {("connect", "127.0.0.1")}


def test_nothing_is_fetched_without_the_guard(crawl):
    with Hostile() as site:
        site.pages["/careers"] = reply(posting())
        done = crawl("-a", f"url={site.url}/careers", *FAST, "-s", "TWISTED_DNS_RESOLVER=scrapy.resolver.CachingThreadedResolver")
    assert (done.code, site.asked, done.postings) == (4, [], [])
    assert "GuardedResolver" in done.boards[0]["why"]


def test_boards_whose_names_fail_cost_no_other(crawl, names):
    names["acme.example"] = ["127.0.0.1"]
    names["broken.example"] = socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")
    with Hostile() as site:
        site.pages["/careers"] = reply(posting())
        done = crawl(*FAST, *ANY_PORT, boards=[f"http://{name}.example:{site.port}/careers" for name in ("acme", "broken", "missing")])
    assert (done.code, len(done.postings)) == (3, 1)
    assert [line["verdict"] for line in sorted(done.boards, key=lambda line: line["url"])] == ["complete", "unreachable", "unreachable"]
    assert len(done.err.splitlines()) == 1


def test_a_run_in_which_every_board_fails_keeps_what_was_there(crawl, names):
    names["acme.example"] = ["127.0.0.1"]
    with Hostile() as site:
        site.pages["/careers"] = reply(posting())
        board_url = f"http://acme.example:{site.port}/careers"
        assert crawl("-a", f"url={board_url}", *FAST).code == 0
        del names["acme.example"]
        done = crawl("-a", f"url={board_url}", *FAST)
    assert (done.code, len(done.err.splitlines()), len(done.postings), done.changes) == (4, 1, 1, [])
