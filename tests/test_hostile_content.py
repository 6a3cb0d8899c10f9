"""Content that strangers make up: what comes of it, for each kind. ``docs/faults.md`` names these tests."""

import csv
import json
import logging
import sys
from pathlib import Path

import pytest
from conftest import ROOT, Recorded, board, job
from hostile import problems

from crawler.exporters import guarded
from crawler.extensions.printable import PrintableFormatter
from crawler.new_platform.saved_pages import NOW
from crawler.reader import read
from crawler.schema import LINE_MAX, line, record

API = "https://boards-api.greenhouse.io/v1/boards/acme/jobs?content=true"
URL = "https://acme.example/jobs/1"
TEXT = "You cook for our guests, from the market to the plate, in a team of five."


def of_api(**changed):
    """The posting that a row of an API gives."""
    body = json.dumps({"jobs": [job(1, **changed)], "meta": {"total": 1}}).encode()
    (posting,) = read(body, API, "application/json", NOW).postings
    assert problems(posting) == []
    return posting


def ld(**changed):
    said = {"@context": "https://schema.org", "@type": "JobPosting", "title": "Cook", "description": TEXT, "datePosted": "2026-09-01"}
    return json.dumps(said | {"hiringOrganization": {"@type": "Organization", "name": "Acme"}} | changed)


def in_page(*scripts, kind="text/html; charset=utf-8", charset="utf-8"):
    """What is read from a page with these JSON-LD scripts."""
    scripts = "".join(f'<script type="application/ld+json">{script}</script>' for script in scripts)
    reading = read(f"<html><head><title>Cook</title>{scripts}</head><body></body></html>".encode(charset, "surrogatepass"), URL, kind, NOW)
    assert [problem for posting in reading.postings for problem in problems(posting)] == []
    return reading


# Numbers, nesting, sizes, types


@pytest.mark.parametrize("figure", ["9" * 1_000_000, "NaN", "Infinity", "-Infinity", "1e400", "500000000000", "-5", "0.01", '"' + "9" * 100_000 + '"'])
def test_a_figure_that_is_nobodys_pay_is_dropped_and_flagged(figure):
    script = ld(baseSalary={"@type": "MonetaryAmount", "currency": "EUR", "value": {"value": "FIGURE", "unitText": "YEAR"}}).replace('"FIGURE"', figure)
    (posting,) = in_page(script).postings
    assert (posting.title, posting.salary_min, posting.salary_max, posting.salaries) == ("Cook", None, None, [])
    assert "pay_out_of_range" in posting.flags


def test_deep_nesting_costs_its_script_and_is_set_aside():
    deep = ld(x=0).replace('"x": 0', f'"x": {"[" * 200_000}{"]" * 200_000}')
    reading = in_page(deep, ld(title="Chef"))
    assert [posting.title for posting in reading.postings] == ["Chef"]
    assert [row.reason for row in in_page(deep).rejected] == ["its JSON-LD cannot be read"]
    assert read(b'{"jobs":' + b"[" * 200_000 + b"]" * 200_000 + b"}", API, "application/json", NOW).postings == []


def test_megabytes_are_cut_and_flagged():
    posting = of_api(content="word " * 1_000_000, title="T" * 5_000_000, location={"name": "Berlin, " * 600_000}, id="x" * 5_000_000)
    assert "cut" in posting.flags
    assert len(line(record(posting))) <= LINE_MAX
    assert (len(posting.title), len(posting.id) < 300) == (500, True)


@pytest.mark.parametrize("value", [None, True, 7, [], {}, ["a"], {"a": [1]}, [[[]]]])
@pytest.mark.parametrize("name", ["absolute_url", "location", "updated_at", "requisition_id", "company_name", "first_published", "content", "departments", "offices", "metadata"])
def test_a_value_of_another_type_costs_no_more_than_itself(name, value):
    assert of_api(**{name: value}).title == "Cook number 1"


# Broken JSON-LD


@pytest.mark.parametrize(
    ("scripts", "titles"),
    [
        ([f"/* ours */ <!-- {ld()[:-1]},}} // end\n -->"], ["Cook"]),
        ([f"//<![CDATA[\n{ld()}\n//]]>"], ["Cook"]),
        ([ld() + ld(title="Chef")], ["Cook", "Chef"]),
        ([f"[{ld()},,,{ld(title='Chef')},]"], ["Cook", "Chef"]),
        ([ld()[:-20], ld(title="Chef")], ["Chef"]),
        ([ld().replace("https://schema.org", "http://127.0.0.1:1/context.jsonld")], ["Cook"]),  # never fetched: read() has no network
    ],
    ids=["comments", "cdata", "two", "commas", "cut", "remote context"],
)
def test_json_ld_is_repaired_or_left_out(scripts, titles):
    assert [posting.title for posting in in_page(*scripts).postings] == titles


def test_json_ld_that_cannot_be_read_is_set_aside_with_its_text():
    (row,) = in_page('{"@type": "JobPosting", "title": Cook').rejected
    assert (row.reason, "JobPosting" in row.row) == ("its JSON-LD cannot be read", True)


# Characters


@pytest.mark.parametrize("charset", ["klingon", "utf-7", "utf-16", "utf-8", "iso-8859-1", "shift_jis", ""])
def test_a_charset_that_is_not_the_pages_own_ends_nothing(charset):
    (posting,) = in_page(ld(), kind=f"text/html; charset={charset}").postings
    assert posting.title == "Cook"


@pytest.mark.parametrize(("text", "flagged"), [("K\ufffdche f\ufffdr G\ufffdste. " * 9, True), (TEXT * 9 + "\ufffd", False), (TEXT, False)])
def test_text_of_another_charset_is_flagged(text, flagged):
    assert ("bad_encoding" in of_api(content=text).flags) == flagged


def test_characters_that_deceive_do_not_come_out():
    nasty = "Co\x00ok \x1b[31mred\x1b[0m \u202egpj.exe\u202c z\u200be\u2028r\u2029o\x85 \ud800 \ufeff"
    posting = of_api(title=nasty, content=nasty, location={"name": f"Berlin{nasty}"}, absolute_url=f"{URL}/\x00\u202e\ud800", requisition_id=nasty)
    assert posting.title == "Cook red gpj.exe ze r o \ufffd"
    assert posting.url == f"{URL}/"
    assert problems(posting) == []


def test_a_line_is_written_for_each_item_whatever_is_in_it(crawl):
    rows = [job(1, title="Cook \ud800"), job(2, title="Cook \u2028\u2029\x85 two"), job(3, title="Cook \x00 three", requisition_id="\udfff")]
    body = json.dumps({"jobs": rows, "meta": {"total": 3}}).encode()
    done = crawl(boards=["https://boards.greenhouse.io/acme"], archive=[Recorded(API + "&pay_transparency=true", body)])
    assert (done.code, len(done.postings), done.boards[0]["written"]) == (0, 3, 3)
    assert len((done.folder / "postings.jsonl").read_text("utf-8").splitlines()) == 3


# Markup, addresses, hidden text


def test_script_stays_out_of_every_field():
    bad = "<script>alert(1)</script><img src=x onerror=alert(2)>"
    posting = of_api(title=f"Cook{bad}", location={"name": f"Berlin{bad}"}, content=f"<p onclick='x()'>{TEXT}{bad}<a href='javascript:x()'>a</a><iframe src='//x'></iframe></p>")
    assert (posting.title, posting.location) == ("Cook", "Berlin")
    assert posting.description_html == f"<p>{TEXT}<a>a</a></p>"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "ftp://a.example/", "http://[", "//", "https://a.example/" + "x" * 5000, " \n"])
def test_an_address_is_of_the_web_or_none(url):
    assert of_api(absolute_url=url).url is None


HIDDEN = (
    "display:none", "visibility:hidden", "position:absolute;left:-9999px", "text-indent:-9999px", "color:#fff;background:#fff", "color: white", "background-color: black; color: #000000",
    "font-size:0", "font-size: 0px !important", "opacity:0", "height:0;overflow:hidden", "clip:rect(0,0,0,0);position:absolute", "DISPLAY : NONE",
)  # fmt: skip


@pytest.mark.parametrize("attribute", [*(f"style='{style}'" for style in HIDDEN), "hidden", "HIDDEN=''", "STYLE='display:none'", "style=display:none"])
def test_text_that_nobody_sees_is_left_out_and_flagged(attribute):
    posting = of_api(content=f"<p>{TEXT}</p><div {attribute}><p>Python Kubernetes rockstar</p></div><p>Apply now.</p>")
    assert "rockstar" not in f"{posting.description}{posting.description_html}"
    assert "Apply now." in posting.description
    assert "hidden_text" in posting.flags


@pytest.mark.parametrize(
    "html",
    [
        f"<p aria-hidden='true'>{TEXT}</p>",
        f"<p style='color:#fff;background:#000'>{TEXT}</p>",
        f"<div style='background-color:#123'><p style='color:#fff'>{TEXT}</p></div>",
        f"<div style='color:#fff'><p>{TEXT}</p></div>",  # all of it: the page behind is dark
        f"<div style='opacity:0'>{TEXT}</div>",  # all of it is faded in
        f"<p style='left:-5px;margin-left:-20px;font-size:0.9em;line-height:0'>{TEXT}</p>",
        f"<p>{TEXT}</p><div style='display:none'> </div>",
        "<p>Hidden talents are welcome, in every colour and style: display: none of them.</p>",
    ],
)
def test_text_that_is_seen_stays(html):
    posting = of_api(content=html)
    assert "hidden_text" not in posting.flags
    assert ("team of five" in posting.description) or ("Hidden talents" in posting.description)


# XML


FEED = "<workzag-jobs><position><id>1</id><name>Cook</name></position><position><id>2</id><name>Chef</name></position></workzag-jobs>"
BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
XXE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
FEED_URL = "https://acme.jobs.personio.de/xml"


@pytest.mark.parametrize("doctype", [BOMB, XXE, '<!DOCTYPE x SYSTEM "http://127.0.0.1:1/x.dtd">', "<!DOCTYPE jobs>"])
@pytest.mark.parametrize("kind", ["text/xml", "application/xml", "text/html", "text/plain"])
def test_xml_with_a_document_type_is_refused(doctype, kind):
    reading = read(f'<?xml version="1.0"?>{doctype}{FEED}'.encode(), FEED_URL, kind, NOW)
    assert (reading.postings, reading.broken.verdict) == ([], "refused")


def test_a_feed_that_is_refused_or_cut_closes_nothing(crawl):
    address = "https://acme.jobs.personio.de"
    feeds = [f'<?xml version="1.0"?>{text}' for text in (FEED, BOMB + FEED, FEED[:80], FEED)]
    seen = []
    for day, feed in enumerate(feeds, 10):
        done = crawl(boards=[address], archive=[Recorded(f"{address}/xml{query}", feed, kind="text/xml") for query in ("", "?language=en")], day=day)
        seen.append((done.boards[0]["verdict"], len(done.postings)))
    assert seen == [("complete", 2), ("refused", 2), ("partial", 2), ("complete", 2)]


# What is not what it says


@pytest.mark.parametrize("kind", ["image/png", "application/octet-stream", "application/pdf", None, "nonsense"])
def test_html_is_read_whatever_it_is_called(kind):
    assert [posting.title for posting in in_page(ld(), kind=kind).postings] == ["Cook"]


@pytest.mark.parametrize("body", [b"%PDF-1.7\n" + bytes(range(256)) * 40, b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, b"", b"\x00" * 9999])
@pytest.mark.parametrize("kind", ["text/html", "application/json", "text/xml", None])
def test_what_is_no_page_is_no_posting(body, kind):
    assert read(body, URL, kind, NOW).postings == []


# What leaves the program


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"])
def test_a_formula_is_text_in_csv(sign):
    assert guarded(f"{sign}cmd") == f"'{sign}cmd"


def test_a_csv_feed_holds_no_formula_and_jsonl_is_exact(crawl, tmp_path):
    rows = [job(1, title='=HYPERLINK("http://a.example")'), job(2, title="@SUM(A1)"), job(3, title="-2+3")]
    done = crawl("-o", str(tmp_path / "feed.csv"), boards=["https://boards.greenhouse.io/acme"], archive=[board("acme", rows)])
    with (tmp_path / "feed.csv").open(newline="", encoding="utf-8") as file:
        titles = {row["title"] for row in csv.DictReader(file)}
    assert titles == {f"'{row['title']}" for row in rows}
    assert {posting["title"] for posting in done.postings} == {row["title"] for row in rows}


@pytest.mark.parametrize("identity", ["../../etc/passwd", "/etc/passwd", "a/../../b", "C:\\x", "x" * 500, "..", "\x00"])
def test_an_id_names_no_file(crawl, tmp_path, identity):
    done = crawl(boards=["https://boards.greenhouse.io/acme"], archive=[board("acme", [job(1, id=identity)])])
    assert (done.code, len(done.postings)) == (0, 1)
    outside = {path.name for path in tmp_path.iterdir()} - {"out", "list.txt", "day15.warc.gz", "stdout", "stderr"}
    assert outside == set()
    assert {path.name for path in (tmp_path / "out").rglob("*.jsonl")} >= {"postings.jsonl", "boards.jsonl"}


def test_a_stranger_forges_no_line_of_the_log():
    told = logging.LogRecord("crawler.spiders.careers", logging.ERROR, "", 0, "Reading %s failed", ("a\n2026 ERROR all is well\x1b[2J\u202e",), None)
    assert PrintableFormatter("%(levelname)s %(message)s").format(told) == "ERROR Reading a\\n2026 ERROR all is well\\x1b[2J\\u202e failed"
    try:
        raise ValueError("\x1b]0;title\x07\r")
    except ValueError:
        told.exc_info = sys.exc_info()
    assert not set("\x1b\x07\r") & set(PrintableFormatter("%(message)s").format(told))


def test_a_run_tells_what_strangers_wrote_as_escapes(crawl):
    done = crawl(boards=["https://acme.example/\x1b[31mjobs"], archive=[])
    assert "\x1b" not in done.out + done.err + (done.folder / "boards.jsonl").read_text("utf-8") if done.code != 2 else "\x1b" not in done.err


@pytest.mark.parametrize("path", sorted((ROOT / "crawler").rglob("*.py")), ids=lambda path: path.name)
def test_nothing_is_unpickled(path: Path):
    text = path.read_text("utf-8")
    assert not any(word in text for word in ("import pickle", "pickle.load", "marshal", "JOBDIR"))
