"""Which pages wait for a browser, without one: shells, the gate to the network, what a board says that cannot be drawn."""

import asyncio
import contextlib
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from scrapy.http import HtmlResponse, Request
from test_wire import FAST

from crawler import render
from crawler.general.shell import is_shell
from crawler.guard.lookup import Lookup
from crawler.guard.networks import Networks
from crawler.reader import parse, response_of
from crawler.render.drawing import Drawing
from crawler.render.gate import Gate
from crawler.render.processes import kill, processes_below

pytest_plugins = ["test_wire"]
SCRIPT = '<script src="/static/main.4f2a.js"></script>'
WORDS = "We are a family of cooks, and we look for people who like to be on their feet. "


@pytest.mark.parametrize(
    ("body", "shell"),
    [
        (f'<div id="root"></div>{SCRIPT}', True),
        (f'<div id="__next"></div>{SCRIPT}', True),
        (f'<div id="app"><div class="spinner">Loading …</div></div>{SCRIPT}', True),
        ('<app-root></app-root><script type="module">import "/main.js"</script>', True),
        (f'<noscript>You need to enable JavaScript to run this app.</noscript><div></div>{SCRIPT}', True),
        (f'<noscript>Bitte aktivieren Sie JavaScript.</noscript><div class="x"></div>{SCRIPT}', True),
        (f'<header><a href="/">Acme</a></header><main id="app"></main>{SCRIPT}', True),
        ('<div id="root"></div>', False),  # no script would fill it
        ('<div id="root"></div><script type="application/ld+json">{}</script>', False),
        (f'<div id="root"><h1>Line Cook</h1></div>{SCRIPT}', False),
        (f'<div id="root"><p>{WORDS * 3}</p></div>{SCRIPT}', False),
        (f'<main><p>{WORDS * 3}</p></main><div id="app"></div>{SCRIPT}', False),  # a page of words with a widget
        (f"<nav>{'<a href=/a>A</a>' * 9}</nav><div id=root></div>{SCRIPT}", False),
        (f"<p>Coming soon</p>{SCRIPT}", False),
        (f'<div id="root"></div>{SCRIPT}{WORDS * 3}', False),
        (f'<div id="root"></div>{SCRIPT}<!-- one -->{WORDS * 3}', False),
        (f'<div id="root"></div>{SCRIPT}<template><p>{WORDS * 3}</p></template>', True),
        (f'<div id="root"></div><script>window._cf_chl_opt = {{}}</script>{SCRIPT}', False),  # asks whether a person is there
        ("", False),
    ],
)  # fmt: skip
def test_a_shell_has_scripts_and_an_empty_place_and_nothing_to_read(body, shell):
    html = f"<!DOCTYPE html><html><head><title>Careers at Acme</title></head><body>{body}</body></html>"
    assert is_shell(etree.HTML(html), html) is shell


@given(st.text(alphabet=st.sampled_from('<>/ ="divscriptapprootnoa-#'), max_size=300))
def test_no_page_is_too_odd_to_be_asked(text):
    root = etree.HTML(f"<script>{text}") if text else None
    assert is_shell(root, text) in (True, False)


def test_a_deep_page_is_told_quickly():
    for deep in (400, 40_000):
        html = f"<body>{'<div id=root><div>' * deep}{SCRIPT}"
        root = etree.HTML(html, etree.HTMLParser(huge_tree=True))
        began = time.perf_counter()
        is_shell(root, html)
        assert time.perf_counter() - began < 0.05


@pytest.mark.parametrize(
    ("body", "rendered", "posting", "undrawn"),
    [
        (f'<div id="root"></div>{SCRIPT}', False, False, True),
        (f"<h1>Careers</h1><p>{WORDS * 5}</p>{SCRIPT}", False, False, False),
        (f"<h1>Careers</h1><p>{WORDS * 5}</p>{SCRIPT}", True, False, True),
        ('<h1>Careers</h1><a href="/careers/jobs/line-cook-12345">Line Cook (m/f/d)</a>', False, False, False),
        (f'<script src="https://boards.greenhouse.io/embed/job_board/js?for=acme"></script><div id="root"></div>{SCRIPT}', False, False, False),
    ],
)  # fmt: skip
def test_a_page_is_drawn_when_it_is_a_shell_or_the_list_says_so(body, rendered, posting, undrawn):
    response = response_of(f"<html><body>{body}</body></html>".encode(), "https://acme.example/careers", "text/html")
    assert render.undrawn(response, parse(response), rendered, posting) is undrawn
    drawn = response.replace(headers={render.DRAWN: render.WHOLE})
    assert render.undrawn(drawn, parse(drawn), rendered, posting) is False


def test_what_is_missing_is_named_with_its_remedy(monkeypatch):
    monkeypatch.setattr(render.importlib.util, "find_spec", lambda name: None)
    assert "crawler/requirements-render.txt" in render.missing()
    monkeypatch.setattr(render.importlib.util, "find_spec", lambda name: object())
    assert "apt-get install chromium" in render.missing("/nowhere/chromium")
    assert render.missing(sys.executable) is None


def test_a_board_that_cannot_be_drawn_is_not_proved_and_says_why(crawl, site):
    html = {"Content-Type": "text/html"}
    site.pages["/careers"] = (200, html, f'<html><body><div id="root"></div>{SCRIPT}</body></html>'.encode())
    site.pages["/teaser"] = (200, html, b'<html><body><h1>Careers</h1><a href="/teaser/jobs/line-cook-12345">Line Cook (m/f/d)</a></body></html>')
    listed = crawl(*FAST, "-s", "RENDER_BROWSER=/nowhere", boards=[f"{site.url}/careers"])
    assert (listed.code, listed.boards[0]["verdict"]) == (4, "changed_layout")
    assert "is drawn by script: install " in listed.boards[0]["why"]
    path = listed.folder.parent / "list.csv"
    path.write_text(f"url,render\n{site.url}/teaser,yes\n")
    teaser = crawl("-a", f"boards={path}", *FAST, "-s", "RENDER_BROWSER=/nowhere")
    assert (teaser.code, teaser.boards[0]["verdict"], teaser.postings) == (4, "changed_layout", [])


def gate_to(most, port):
    """The gate of a run that may connect to 127.0.0.1, of which a board names *port*."""
    return Gate(most, Lookup(Networks(["127.0.0.1"]), 5).addresses, lambda host, asked: asked == 80 or (host, asked) == ("127.0.0.1", port))


@contextlib.asynccontextmanager
async def echo():
    async def serve(reader, writer):
        writer.write(await reader.read(1000))
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    yield server.sockets[0].getsockname()[1]
    server.close()


async def through(gate, asked, *more):
    reader, writer = await asyncio.open_connection("127.0.0.1", int(gate.url.rsplit(":", 1)[1]))
    writer.write(asked)
    answer = b""
    for text in more:
        answer += await reader.readuntil(b"\r\n\r\n")
        writer.write(text)
    with contextlib.suppress(OSError):
        answer += await asyncio.wait_for(reader.read(), 5)
    writer.close()
    return answer


def test_the_gate_lets_through_what_is_allowed_and_cuts_what_is_too_much():
    async def run():
        async with echo() as port, gate_to(90, port) as gate:
            plain = await through(gate, b"GET http://127.0.0.1:%d/a?b HTTP/1.1\r\nHost: x\r\nProxy-Connection: keep-alive\r\n\r\n" % port)
            assert plain == b"GET /a?b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
            tunnel = await through(gate, b"CONNECT 127.0.0.1:%d HTTP/1.1\r\n\r\n" % port, b"hello")
            assert tunnel == b"HTTP/1.1 200 Connection established\r\n\r\nhello"
            assert not gate.overrun
            assert await through(gate, b"CONNECT 127.0.0.1:%d HTTP/1.1\r\n\r\n" % port, b"x" * 60) == b"HTTP/1.1 200 Connection established\r\n\r\n"
            assert gate.overrun
            assert await through(gate, b"GET http://127.0.0.1:%d/ HTTP/1.1\r\n\r\n" % port) == b""

    asyncio.run(run())


@pytest.mark.parametrize(
    "asked",
    [
        b"CONNECT 127.0.0.1:82 HTTP/1.1\r\n\r\n", b"CONNECT 127.0.0.2:81 HTTP/1.1\r\n\r\n", b"CONNECT 127.0.0.2:80 HTTP/1.1\r\n\r\n", b"CONNECT [::1]:80 HTTP/1.1\r\n\r\n", b"GET http://0x7f.0.0.2/ HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\n\r\n", b"GET file:///etc/passwd HTTP/1.1\r\n\r\n", b"GET ftp://127.0.0.1/ HTTP/1.1\r\n\r\n", b"\x00\xff\r\n\r\n", b"CONNECT 127.0.0.1:99999 HTTP/1.1\r\n\r\n",
    ],
)  # fmt: skip
def test_the_gate_refuses_the_rest(asked):
    async def run():
        async with gate_to(1000, 81) as gate:
            assert (await through(gate, asked)).startswith(b"HTTP/1.1 403 ")
            assert len(gate.refused) == 1

    asyncio.run(run())


def test_boards_that_a_page_fetches_its_list_from_are_named_in_what_is_kept():
    page = HtmlResponse("https://acme.example/careers", body=b"")
    drawing = Drawing(page, None, 10, 10, 1)
    drawing.boards = {("greenhouse", "acme"): "https://boards-api.greenhouse.io/v1/boards/acme/jobs?x=--><script>"}
    kept = response_of(f"<html><body></body></html>{drawing.remark()}".encode(), page.url, "text/html")
    assert drawing.remark().count("-->") == 1
    assert [(ref.platform, ref.key) for ref in parse(kept).boards] == [("greenhouse", "acme")]


def test_the_page_itself_comes_first_again_where_a_script_leads():
    page = HtmlResponse("https://acme.example/", request=Request("https://acme.example/", meta={"retry_times": 1, "drawn": 2}))
    asked = render.drawing_of(page)
    assert asked.meta == {"draw": page, "drawn": 3, "max_retry_times": 1}


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="processes are known on Linux only")
def test_processes_of_ours_are_found_with_their_memory_and_ended_and_no_others():
    child = subprocess.Popen([sys.executable, "-c", "import subprocess, sys; subprocess.run([sys.executable, '-c', 'import time; time.sleep(60)'])"])
    end = time.monotonic() + 10
    while len(processes_below(child.pid)) < 1 and time.monotonic() < end:
        time.sleep(0.02)
    assert processes_below()[child.pid] > 1_000_000
    grandchild = next(iter(processes_below(child.pid)))
    kill({child.pid, 1})
    assert child.wait(10) == -9
    end = time.monotonic() + 10
    while is_running(grandchild) and time.monotonic() < end:
        time.sleep(0.02)
    assert not is_running(grandchild)


def is_running(process):
    with contextlib.suppress(OSError):
        return "(zombie)" not in Path(f"/proc/{process}/status").read_text()
    return False
