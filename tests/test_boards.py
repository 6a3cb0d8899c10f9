"""Lists of boards: what is read, and what is said of what cannot be."""

import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crawler.boards import BoardEntry, ListError, board_of_url, default_boards, load_boards, nearest

ACME = "https://acme.example/careers"


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def problems_of(path: Path) -> list[str]:
    with pytest.raises(ListError) as caught:
        load_boards(path)
    lines = str(caught.value).split("\n")
    assert all(line.startswith(str(path)) for line in lines)
    return [line.removeprefix(str(path)).lstrip(" :") for line in lines]


LISTS = [
    ("boards.txt", ACME, [(ACME, None, 1)]),
    ("boards.txt", f"# mine\n\n{ACME}  # the cooks\n   https://b.example/#/jobs\n", [(ACME, None, 3), ("https://b.example/#/jobs", None, 4)]),
    ("boards.txt", b"\xef\xbb\xbfhttps://acme.example/careers\r\nhttps://b.example\r\n", [(ACME, None, 1), ("https://b.example", None, 2)]),
    ("boards.txt", f"{ACME}\rhttps://b.example\r", [(ACME, None, 1), ("https://b.example", None, 2)]),
    ("boards.txt", "http://127.0.0.1:8080/jobs\nhttp://[::1]/", [("http://127.0.0.1:8080/jobs", None, 1), ("http://[::1]/", None, 2)]),
    ("boards.csv", f"url,company\n{ACME},Acme\n", [(ACME, "Acme", 2)]),
    ("boards.csv", f"Company;URL\nAcme, Sons;{ACME}\n", [(ACME, "Acme, Sons", 2)]),
    ("boards.csv", f"note\turl\n\t{ACME}\n", [(ACME, None, 2)]),
    ("boards.csv", f'\ufeff"url","company"\r\n"{ACME}","Acme,\r\n Sons"\r\nhttps://b.example,"B ""x"""\r\n', [(ACME, "Acme, Sons", 2), ("https://b.example", 'B "x"', 4)]),
    ("boards.csv", f"url,company\n# later,\n,\n\n{ACME}\nhttps://b.example,,,,\n", [(ACME, None, 5), ("https://b.example", None, 6)]),
    ("boards.yaml", f"- {ACME}\n- url: https://b.example\n  company: Yes\n", [(ACME, None, 1), ("https://b.example", "Yes", 2)]),
    ("boards.yml", f"# mine\n- {{url: {ACME}, company: 7}}\n- {{url: 'https://b.example', company: ~}}\n", [(ACME, "7", 2), ("https://b.example", None, 3)]),
    ("BOARDS.CSV", f"url\n{ACME}\n", [(ACME, None, 2)]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content", "expected"), LISTS)
def test_a_list_is_read(tmp_path: Path, name: str, content: str, expected: list[tuple[str, str | None, int]]):
    path = write(tmp_path, name, content)
    assert [(board.url, board.company, board.line) for board in load_boards(path)] == expected
    assert all(board.source == str(path) for board in load_boards(path))


def test_the_optional_columns_are_read(tmp_path: Path):
    path = write(tmp_path, "boards.csv", f"url,company,render,interval,note\n{ACME},Acme,yes,7d,ask Sam's team\nhttps://b.example,,no,,\n")
    assert load_boards(path) == [
        BoardEntry(ACME, "Acme", True, timedelta(days=7), "ask Sam's team", 2, str(path)),
        BoardEntry("https://b.example", line=3, source=str(path)),
    ]


@pytest.mark.parametrize(("text", "hours"), [("6h", 6), ("1.5D", 36), ("2 w", 336)])
def test_an_interval_is_a_number_and_a_unit(tmp_path: Path, text: str, hours: float):
    path = write(tmp_path, "boards.yaml", f"- url: {ACME}\n  interval: {text}\n")
    assert load_boards(path)[0].interval == timedelta(hours=hours)


ADDRESSES = [
    ("acme.example/careers", '"acme.example/careers" is no full address: write https://acme.example/careers'),
    ("//acme.example/jobs", '"//acme.example/jobs" is no full address: write https://acme.example/jobs'),
    ("https:/acme.example", '"https:/acme.example" is no full address: write https://acme.example'),
    ("https:acme.example", '"https:acme.example" is no full address: write https://acme.example'),
    ("http//acme.example", '"http//acme.example" is no full address: write http://acme.example'),
    ("Acme", '"Acme" is no address: write one such as https://acme.example/careers'),
    ("localhost:8000/jobs", '"localhost:8000/jobs" is no address: write one such as https://acme.example/careers'),
    ("htps://acme.example", '"htps://acme.example": htps: is not read. Did you mean https://?'),
    ("ftp://acme.example/jobs", '"ftp://acme.example/jobs": ftp: is not read. Only http, https and file are'),
    ("javascript:alert(1)", '"javascript:alert(1)": javascript: is not read. Only http, https and file are'),
    ("mailto:jobs@acme.example", '"mailto:jobs@acme.example": mailto: is not read. Only http, https and file are'),
    ("https://acme.example/our jobs", '"https://acme.example/our jobs" has a space in it: write %20 for it, or take it out'),
    ("https://{tenant}.example/", '"https://{tenant}.example/" has "{" in it: write %7B for it, or take it out'),
    ("https://acme.example/\u200bjobs", '"https://acme.example/\\u200bjobs" has "\\u200b" in it: write %E2%80%8B for it, or take it out'),
    ("https:///careers", '"https:///careers" names no host: write one such as https://acme.example/careers'),
    ("https://acme.example:port/", "\"https://acme.example:port/\" is no address (Port could not be cast to integer value as 'port'): write one such as https://acme.example/careers"),
    ("https://[::1/", '"https://[::1/" is no address (Invalid IPv6 URL): write one such as https://acme.example/careers'),
    ("https://me:secret@acme.example/", "an address with a user name in it would be printed with every posting: take out what stands before the @"),
    ("https://acme.example/" + "x" * 5000, f'"https://acme.example/{"x" * 79}..." has 5021 characters: an address has at most 4096'),
    ("file:jobs.html", '"file:jobs.html": file: is not read. Only http, https and file are'),
    ("file:/no/such.html", '"file:/no/such.html" is no full address: write file:///no/such.html'),
    ("file:///no/such/page.html", '"file:///no/such/page.html": there is no such file: check the path'),
    ("file://page.html", '"file://page.html" is no full path: write file:///, then the path from the root on'),
    ("file:///", '"file:///" is a folder: name a file in it'),
]  # fmt: skip


@pytest.mark.parametrize(("url", "problem"), ADDRESSES, ids=[url[:30] for url, _ in ADDRESSES])
def test_a_bad_address_is_named_with_its_remedy(tmp_path: Path, url: str, problem: str):
    assert problems_of(write(tmp_path, "boards.txt", f"{ACME}\n{url}\n")) == [f"line 2: {problem}"]
    with pytest.raises(ListError) as caught:
        board_of_url(url)
    assert str(caught.value) == f"-a url=: {problem}"


def test_an_empty_address_is_named_with_its_remedy():
    with pytest.raises(ListError, match=r"^-a url=: the address is empty: write one such as https://acme\.example/careers$"):
        board_of_url("  ")


@pytest.mark.parametrize("url", [ACME, "HTTPS://Acme.example", "http://localhost:6800/x", "https://münchen.example/jobs?a=b|c", "https://acme.example/#/open"])
def test_a_good_address_is_a_board_as_it_stands(url: str):
    assert board_of_url(f" {url}\n") == BoardEntry(url, source="-a url=")


def test_a_file_is_read_by_its_full_address_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    page = write(tmp_path, "a page.html", "<h1>Cook</h1>")
    monkeypatch.chdir(tmp_path)
    assert board_of_url(page.as_uri()).url == page.as_uri()
    for wrong in ("a page.html", str(page)):
        with pytest.raises(ListError, match=f"is a file: write {page.as_uri()} to read a saved page"):
            board_of_url(wrong)
    with pytest.raises(ListError, match=f"is no full path: write {page.as_uri()}"):
        board_of_url("file://a%20page.html")


def test_a_list_given_as_an_address_is_told_apart(tmp_path: Path):
    path = write(tmp_path, "mine.csv", "url\n")
    with pytest.raises(ListError, match=f"is a file: read the list with -a boards={path}"):
        board_of_url(str(path))


def test_an_address_given_as_a_list_is_told_apart():
    with pytest.raises(ListError, match="is an address and no file: use -a url="):
        load_boards(Path("https://acme.example/jobs"))


FILES = [
    ("boards.csv", "link,company\nx,y\n", ['line 1: unknown column "link". Did you mean url?']),
    ("boards.csv", "url,Compny,salary\nx,y,z\n", ['line 1: unknown column "compny". Did you mean company?', 'line 1: unknown column "salary". There are: url, company, render, interval, note']),
    ("boards.csv", "company\nAcme\n", ["line 1: has no column url: add one with the addresses"]),
    ("boards.csv", f"url,url\n{ACME},{ACME}\n", ['line 1: column "url" is there twice: remove one']),
    ("boards.csv", f"{ACME},Acme\n", ["line 1: the header is missing: the first line names the columns, such as url,company"]),
    ("boards.csv", f"\nurl,company\n{ACME},Acme, Sons\n", ['line 3: has 3 values for 2 columns: put a value with "," in it into quotes']),
    ("boards.csv", "url,company\n,Acme\n", ["line 2: the address is empty: write one such as https://acme.example/careers"]),
    ("boards.csv", f"company,url\nA,{ACME}\nB\n", ["line 3: has no url: add one"]),
    ("boards.csv", f'url,company\n{ACME},"Acme\nhttps://b.example,B\n', ["line 2: is no CSV (unexpected end of data): put the value into quotes, and close them"]),
    ("boards.csv", f"url,render\n{ACME},perhaps\n", ['line 2: render "perhaps": write yes or no']),
    ("boards.csv", f"url,interval\n{ACME},daily\nhttps://b.example,0h\n", ['line 2: interval "daily": write a number and h, d or w, such as 12h or 7d', 'line 3: interval "0h": write a number and h, d or w, such as 12h or 7d']),
    ("boards.csv", "url,company\n", ["lists no board: write an address such as https://acme.example/careers into it"]),
    ("boards.csv", "", ["lists no board: write an address such as https://acme.example/careers into it"]),
    ("boards.txt", "# none yet\n", ["lists no board: write an address such as https://acme.example/careers into it"]),
    ("boards.yaml", "", ["lists no board: write an address such as https://acme.example/careers into it"]),
    ("boards.yaml", "[]", ["lists no board: write an address such as https://acme.example/careers into it"]),
    ("boards.yaml", f"url: {ACME}\n", ["line 1: is no list: put '- ' before every address, or before every 'url:'"]),
    ("boards.yaml", f"\n- [{ACME}]\n", ["line 2: is a list in the list: write an address, or a mapping with a url"]),
    ("boards.yaml", f"- url: {ACME}\n  careers: yes\n", ['line 2: unknown key "careers". Did you mean url?']),
    ("boards.yaml", "- company: Acme\n", ["line 1: has no url: add one"]),
    ("boards.yaml", f"- url: {ACME}\n  url: {ACME}\n", ['line 2: key "url" is there twice: remove one']),
    ("boards.yaml", "- url: [a, b]\n", ["line 1: url is no single value: write it on one line"]),
    ("boards.yaml", f"- {ACME}\n- url: https://b.example\n   company: B\n", ["line 3: is no YAML (mapping values are not allowed here): check the indent, and quote values with ': ' or '#'"]),
    ("boards.yaml", f"- {ACME}\n- \x01\n", ["line 2: is no YAML (a control character): take it out"]),
    ("boards.txt", b"https://a.example\r\n# caf\xe9\r\n", ["line 2: is not UTF-8 (byte 0xe9): save the file as UTF-8 (in a spreadsheet: CSV UTF-8)"]),
    ("boards.csv", b"\xef\xbb\xbfurl\n\n\xff", ["line 3: is not UTF-8 (byte 0xff): save the file as UTF-8 (in a spreadsheet: CSV UTF-8)"]),
    ("boards.csv", "url\n".encode("utf-16"), ["line 1: is UTF-16 text: save it as UTF-8 (in a spreadsheet: CSV UTF-8)"]),
    ("boards.xlsx", "", [".xlsx is no kind of list: save the sheet as CSV (.csv)"]),
    ("boards.cvs", "", [".cvs is no kind of list: did you mean .csv?"]),
    ("boards", "", ["a name without a suffix is no kind of list: name it .txt (an address a line), .csv (with a column url) or .yaml"]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content", "expected"), FILES)
def test_a_bad_list_is_named_by_line_with_the_remedy(tmp_path: Path, name: str, content: str | bytes, expected: list[str]):
    assert problems_of(write(tmp_path, name, content)) == expected


def test_yaml_that_is_nested_too_deep_is_a_problem_and_no_crash(tmp_path: Path):
    assert problems_of(write(tmp_path, "boards.yaml", "[" * 1500)) == ["is nested too deep: a list of addresses, or of mappings with a url"]


def test_a_missing_file_is_named_with_the_one_that_was_meant(tmp_path: Path):
    assert problems_of(tmp_path / "bords.csv") == ["no such file. Check the path"]
    there = write(tmp_path, "boards.csv", "url\n")
    assert problems_of(tmp_path / "bords.csv") == [f"no such file. Did you mean {there}?"]


def test_a_folder_is_no_list(tmp_path: Path):
    (tmp_path / "boards.txt").mkdir()
    assert problems_of(tmp_path / "boards.txt") == ["is a folder: name a file in it"]


SAME = [
    "https://acme.example/careers/",
    "http://acme.example/careers",
    "https://ACME.example./careers",
    "https://acme.example:443/careers",
    "https://acme.example/careers?utm_source=x&gh_src=abc",
    "https://acme.example/careers#open-roles",
]
OTHER = [
    "https://acme.example/Careers",
    "https://acme.example:8443/careers",
    "https://acme.example/careers?team=2",
    "https://acme.example/careers#/sales",
    "https://www.acme.example/careers",
]


@pytest.mark.parametrize("url", SAME)
def test_the_same_board_in_another_spelling_is_named_with_both_lines(tmp_path: Path, url: str):
    assert problems_of(write(tmp_path, "boards.txt", f"{ACME}\n\n{url}\n")) == [f'line 3: "{url}" is the board of line 1 ({ACME}) in another spelling: remove one']


def test_the_same_board_twice_is_named_with_both_lines(tmp_path: Path):
    assert problems_of(write(tmp_path, "boards.txt", f"{ACME}\n{ACME}\n{ACME}\n")) == [
        f'line 2: "{ACME}" is the board of line 1 again: remove one',
        f'line 3: "{ACME}" is the board of line 1 again: remove one',
    ]


@pytest.mark.parametrize("url", OTHER)
def test_what_only_looks_alike_is_another_board(tmp_path: Path, url: str):
    assert len(load_boards(write(tmp_path, "boards.txt", f"{ACME}\n{url}\n"))) == 2


def test_all_problems_are_said_at_once_the_first_five_in_full(tmp_path: Path):
    lines = [f"b{number}.example" for number in range(8)]
    said = problems_of(write(tmp_path, "boards.csv", "url,company\n" + "\n".join(lines) + f"\n{ACME},A,B\n"))
    assert [line.split(":")[0] for line in said] == ["line 2", "line 3", "line 4", "line 5", "line 6", "and 4 more"]


def test_the_projects_own_list_is_found(tmp_path: Path):
    assert default_boards(tmp_path) is None
    (tmp_path / "boards.csv").mkdir()
    assert default_boards(tmp_path) is None
    own = write(tmp_path, "boards.yml", "")
    assert default_boards(tmp_path) == own


def test_two_own_lists_are_an_error(tmp_path: Path):
    write(tmp_path, "boards.csv", "")
    write(tmp_path, "boards.txt", "")
    with pytest.raises(ListError, match=r"^boards\.txt and boards\.csv: are both in .+: keep one, or name one with -a boards=FILE$"):
        default_boards(tmp_path)


@pytest.mark.parametrize(("word", "choice"), [("bords", "boards"), ("URLS", "url"), ("colour", None), ("", None), ("x" * 10_000, None)])
def test_the_nearest_word_is_found(word: str, choice: str | None):
    assert nearest(word, ["url", "boards"]) == choice


def test_lists_are_read_without_scrapy():
    code = "import sys, crawler.boards; sys.exit(any(name.split('.')[0] in ('scrapy', 'twisted') for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.text(), st.binary(), st.from_regex(r"(?s)url[,;]company\n.{0,60}", fullmatch=True), st.from_regex(r"- (url|a): .{0,40}\n", fullmatch=True)), st.sampled_from([".txt", ".csv", ".yaml"]))
def test_any_file_is_a_list_or_an_error_of_a_few_printable_lines(tmp_path: Path, content: str | bytes, suffix: str):
    path = tmp_path / f"any{suffix}"
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "replace"))
    try:
        boards = load_boards(path)
    except ListError as error:
        lines = str(error).split("\n")
        assert len(lines) <= 6
        assert all(line.isprintable() for line in lines)
    else:
        assert boards
        assert all(board.url.startswith(("http", "HTTP", "file")) or "://" in board.url for board in boards)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(), st.from_regex(r"https?:[/\\]{0,3}.{0,30}", fullmatch=True)))
def test_any_text_is_a_board_or_an_error_of_one_printable_line(text: str):
    try:
        said = board_of_url(text).url
    except ListError as error:
        said = f"{error} ://"
    assert "://" in said
    assert said.isprintable()
