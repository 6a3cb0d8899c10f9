"""Messy lists of companies: which boards and names are taken, and what is said of the rest."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.boards import ListError
from crawler.lists.gather import gather, gather_table, gather_urls
from crawler.lists.messy import table_of
from crawler.lists.search import addresses_in, is_home, no_board, tidy

ADDRESSES = [
    ("https://acme.example/jobs", ["https://acme.example/jobs"]),
    ("HTTPS://Acme.Example/Jobs", ["https://acme.example/Jobs"]),
    ("see (https://acme.example/jobs), or https://b.example/a_(b).", ["https://acme.example/jobs", "https://b.example/a_(b)"]),
    ("https://acme.example/a,https://b.example/c;https://d.example", ["https://acme.example/a", "https://b.example/c", "https://d.example"]),
    ("https://acme.example/ahttps://b.example/c", ["https://acme.example/a", "https://b.example/c"]),
    ("https://acme.example/a\nhttps://b.example/c", ["https://acme.example/a", "https://b.example/c"]),
    ("https://acme.example/site,MTE0;MTE1", ["https://acme.example/site,MTE0;MTE1"]),
    ("https://acme.example/?next=https://b.example/x", ["https://acme.example/?next=https://b.example/x"]),
    ("<a href=\"https://acme.example/jobs\">Jobs</a>", ["https://acme.example/jobs"]),
    ("[Acme](https://acme.example/jobs)", ["https://acme.example/jobs"]),
    ("http:/acme.example/jobs https//b.example https:c.example", ["http://acme.example/jobs", "https://b.example", "https://c.example"]),
    ("acme.com/jobs, www.kites.com", ["https://acme.com/jobs", "https://www.kites.com"]),
    ("acme.com", ["https://acme.com"]),
    ("acme.com | kites.co.uk", ["https://acme.com", "https://kites.co.uk"]),
    ("acme.com:8080/jobs", ["https://acme.com:8080/jobs"]),
    ("we like acme.com", []),
    ("Fa. Muster & Co.KG", []),
    ("cook@acme.com", []),
    ("mailto:cook@acme.com/jobs", []),
    ("Node.js", []),
    ("12.10.2026, 1.2.3.4, 3.5%", []),
    ("Dr. Oak, St. Elm. And so on...", []),
    ("n/a", []),
    ("", []),
    ("https://acme.example/jobs?utm_source=x&gh_src=1&b=2&trk=q#apply", ["https://acme.example/jobs?b=2"]),
    ("https://acme.example/#/jobs?utm_source=x", ["https://acme.example/#/jobs?utm_source=x"]),
    ("https://acme.example/jobs?source=kites", ["https://acme.example/jobs?source=kites"]),  # may be what selects the board
    ("https://acme.example/größe", ["https://acme.example/gr%C3%B6%C3%9Fe"]),
    ("https://acme.example/a%20b", ["https://acme.example/a%20b"]),
    ("https://www.google.com/url?sa=D&q=https%3A%2F%2Facme.example%2Fjobs%3Fa%3D1&ust=3", ["https://acme.example/jobs?a=1"]),
    ("https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Facme.example%2Fjobs&data=05", ["https://acme.example/jobs"]),
    ("https://l.facebook.com/l.php?u=https%3A%2F%2Facme.example%2Fjobs&h=A", ["https://acme.example/jobs"]),
    ("https://web.archive.org/web/20250101000000/https://acme.example/jobs", ["https://acme.example/jobs"]),
    ("https://cook:secret@acme.example/jobs", []),
    ("https://", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ADDRESSES)
def test_addresses_are_found_in_what_people_write(text, expected):
    assert [found.url for found in addresses_in(text)] == expected


@pytest.mark.parametrize(("text", "expected"), ADDRESSES)
def test_an_address_in_one_spelling_stays_as_it_is(text, expected):
    assert [tidy(url) for url in expected] == expected


NO_BOARDS = [
    ("https://www.linkedin.com/company/acme/jobs", True),
    ("https://de.linkedin.com/jobs", True),
    ("https://x.com/acme", True),
    ("https://acme-x.com/jobs", False),
    ("https://www.facebook.com/acme-careers", True),
    ("https://www.crunchbase.com/organization/acme", True),
    ("https://www.glassdoor.co.uk/Overview/acme", True),
    ("https://uk.indeed.com/cmp/acme", True),
    ("https://www.indeed.jobs/", False),
    ("https://careers.google.com/jobs", False),
    ("https://www.google.com/about/careers/applications", False),
    ("https://jobs.apple.com/en-us/search", False),
    ("https://github.com/acme", True),
    ("https://acme.example/logo.png", True),
    ("https://acme.example/jobs.html", False),
    ("https://acme.example/", False),
]


@pytest.mark.parametrize(("url", "expected"), NO_BOARDS)
def test_sites_of_many_companies_and_files_are_no_boards(url, expected):
    assert (no_board(url) is not None) == expected


HOMES = [
    ("https://acme.example", True),
    ("https://www.acme.example/en-GB/", True),
    ("https://acme.example/index.html", True),
    ("https://careers.acme.example/", False),
    ("https://acme-jobs.example/", False),
    ("https://jobs.lever.co/acme", False),
    ("https://acme.bamboohr.com/", False),
    ("https://acme.example/?page=jobs", False),
    ("https://acme.example/jobs", False),
]


@pytest.mark.parametrize(("url", "expected"), HOMES)
def test_a_front_page_is_told_from_a_careers_page_by_its_address(url, expected):
    assert is_home(url) == expected


@settings(max_examples=200, deadline=None)
@given(
    st.text(max_size=500)
    | st.lists(
        st.sampled_from(["https://", "a.com", "/", ".", "@", ",", "(", ")", "www.", "http:", "?", "#", "x"]),
        max_size=60,
    ).map("".join)
)
def test_any_text_may_hold_addresses(text):
    for address in addresses_in(text):
        assert address.url.startswith(("http://", "https://"))
        assert text[address.begin :].startswith(address.written)
        no_board(address.url)
        is_home(address.url)
    gather_table(table_of(text), "x")


@pytest.mark.parametrize(
    "text", ["a.b." * 300_000, "https://" * 100_000, "www." * 200_000, "a" * 1_000_000 + ".com", "1.2.3.4.5." * 100_000]
)
def test_a_hostile_cell_costs_little(text):
    list(addresses_in("https://warm.example a.com"))
    began = time.process_time()
    list(addresses_in(text))
    assert time.process_time() - began < 0.05


# Tables

ACME, KITES = "https://acme.example/jobs", "https://kites.example/jobs"
TABLES = [
    # names of columns, in any order and language
    (f"Company,URL\nAcme,{ACME}\nKites,{KITES}\n", [(2, ACME, "Acme"), (3, KITES, "Kites")]),
    (f"Stadt;Karriereseite;Firma\nUlm;{ACME};Acme\nBonn;{KITES};Kites\n", [(2, ACME, "Acme"), (3, KITES, "Kites")]),
    (f"Id\tCareers Page\tCompany Name (legal)\n1\t{ACME}\tAcme\n2\t{KITES}\t\n", [(2, ACME, "Acme"), (3, KITES, None)]),
    (f"Name,Contact,Link\nAcme,cook@acme.example,{ACME}\n", [(2, ACME, "Acme")]),
    (f"会社名,採用ページ\nアクメ,{ACME}\n", [(2, ACME, "アクメ")]),
    (f"sep=;\nFirma;Link\nAcme;{ACME}\n", [(3, ACME, "Acme")]),
    (f"| Company | Careers |\n|---|---|\n| Acme | {ACME} |\n", [(3, ACME, "Acme")]),
    # no names of columns: a company's name only where nothing else can be it
    (f"Acme,{ACME}\nKites,{KITES}\n", [(1, ACME, "Acme"), (2, KITES, "Kites")]),
    (f"{ACME};17;Acme\n{KITES};18;Kites\n", [(1, ACME, "Acme"), (2, KITES, "Kites")]),
    (f"Acme,Berlin,{ACME}\nKites,London,{KITES}\n", [(1, ACME, None), (2, KITES, None)]),
    # several addresses in a cell or a row
    (f'Company,Links\nAcme,"{ACME}\n{KITES}"\nOak,https://oak.example/jobs\n', [(2, ACME, "Acme"), (2, KITES, "Acme"), (4, "https://oak.example/jobs", "Oak")]),
    (f"Company,Site,LinkedIn,Careers\nAcme,acme.example,https://www.linkedin.com/company/acme,{ACME}\n", [(2, ACME, "Acme")]),
    ("Company,Site,Careers\nAcme,https://www.acme.example,\n", [(2, "https://www.acme.example", "Acme")]),
    (f"Company,Careers\nBooking.com,{ACME}\n", [(2, ACME, "Booking.com")]),
    # one board, once
    ("https://boards.greenhouse.io/acme\nhttps://job-boards.greenhouse.io/Acme/jobs/1\n", [(1, "https://boards.greenhouse.io/acme", None)]),
    (f"url,company\n{ACME}?utm_source=x,\nhttp://acme.example/jobs/#top,Acme\n", [(2, ACME, "Acme")]),
    # text
    (f"# ours\n{ACME}\n  {KITES}  # a note\n\n", [(2, ACME, None), (3, KITES, None)]),
    (f"Acme: {ACME}\nKites - {KITES}\n", [(1, ACME, "Acme"), (2, KITES, "Kites")]),
    (f"- [Acme]({ACME})\n- [Kites Ltd.]({KITES})\n", [(1, ACME, "Acme"), (2, KITES, "Kites Ltd.")]),
    (f"Careers page: {ACME}\nsee also {KITES}\n", [(1, ACME, None), (2, KITES, None)]),
    (f"#acme,{ACME}\n#kites,{KITES}\n", [(1, ACME, "#acme"), (2, KITES, "#kites")]),
    # a quote that is never closed
    (f'Company,URL\n"Acme,{ACME}\nKites,{KITES}\n', [(2, ACME, "Acme"), (3, KITES, "Kites")]),
    (f'Company;URL\n"Acme;{ACME}\n"Kites ""K""";{KITES}\nOak;https://oak.example/jobs\n', [(2, ACME, "Acme"), (3, KITES, 'Kites ""K'), (4, "https://oak.example/jobs", "Oak")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TABLES)
def test_boards_and_names_are_taken_from_a_table(text, expected):
    found = gather_table(table_of(text), "list.csv")
    assert [(board.line, board.url, board.company) for board in found.boards] == expected


def test_what_is_not_taken_is_said_with_its_line(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text(
        f"Company,Site,Careers\nAcme,https://acme.example,{ACME}\nKites,,n/a\n,,\nAcme,,{ACME}/\nOak,,https://uk.indeed.com/cmp/oak\n",
        "utf-8",
    )
    assert [tuple(one) for one in gather(path).left_out] == [
        (2, "https://acme.example", "the front page, beside a careers page"),
        (3, "Kites", "no address"),
        (5, f"{ACME}/", "the board of line 2 again"),
        (6, "https://uk.indeed.com/cmp/oak", "a page on a site of many companies"),
    ]


def test_spellings_that_differ_in_case_are_one_board_where_the_platform_says_so(tmp_path):
    path = tmp_path / "list.txt"
    urls = ["https://jobs.ashbyhq.com/KiteWorks", "https://jobs.ashbyhq.com/kiteworks/", "https://jobs.lever.co/Kites", "https://jobs.lever.co/kites"]
    path.write_text("\n".join(urls), "utf-8")
    assert [board.url for board in gather(path).boards] == [urls[0], *urls[2:]]


def test_the_columns_of_a_boards_file_are_kept(tmp_path):
    path = tmp_path / "boards.csv"
    path.write_text(f"url,company,render,interval,note\n{ACME},Acme,yes,12h,mine\n{KITES},Kites,perhaps,,\n", "utf-8")
    found = gather(path)
    assert [(board.url, board.render, board.note) for board in found.boards] == [
        (ACME, True, "mine"),
        (KITES, False, None),
    ]
    assert [(one.line, one.what) for one in found.left_out] == [(3, "render perhaps")]


def test_a_yaml_list_is_a_list_too(tmp_path):
    path = tmp_path / "boards.yaml"
    path.write_text(f"- {ACME}?utm_source=x\n- url: {KITES}\n  company: Kites\n", "utf-8")
    assert [(board.line, board.url, board.company) for board in gather(path).boards] == [
        (1, ACME, None),
        (2, KITES, "Kites"),
    ]


CHARSETS = [("utf-8", False), ("utf-8-sig", False), ("utf-16", False), ("cp1252", True)]


@pytest.mark.parametrize(("charset", "guessed"), CHARSETS)
def test_the_letters_of_spreadsheets_are_read(tmp_path, charset, guessed):
    path = tmp_path / "list.csv"
    path.write_bytes(f"Firma;Link\r\nMüßig;{ACME}\r\n".encode(charset))
    found = gather(path)
    assert [board.company for board in found.boards] == ["Müßig"]
    assert ("Windows-1252" in {one.what for one in found.left_out}) == guessed


UNREADABLE = [
    ("list.xlsx", b"PK\x03\x04", "is a spreadsheet: save it as CSV"),
    ("list.csv", b"PK\x03\x04\x00\x00", "is no text: save the list as CSV"),
    ("list.csv", b"Company,URL\nAcme,soon\n", "has no address of a board in it"),
    ("list.csv", b"", "has no address of a board in it"),
    ("list.yaml", b"- [", "is no YAML"),
]


@pytest.mark.parametrize(("name", "content", "said"), UNREADABLE)
def test_a_file_without_a_list_is_refused_with_the_remedy(tmp_path, name, content, said):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(ListError) as caught:
        gather(tmp_path / name)
    assert str(caught.value).startswith(f"{tmp_path / name}")
    assert said in str(caught.value)


def test_a_file_that_is_not_there_gets_the_nearest(tmp_path):
    (tmp_path / "boards.csv").touch()
    with pytest.raises(ListError, match=r"Did you mean .*boards\.csv"):
        gather(tmp_path / "board.csv")


def test_addresses_can_be_given_one_by_one(tmp_path):
    saved = tmp_path / "page.html"
    saved.touch()
    found = gather_urls(["acme.com/jobs", ACME, f"{ACME}#top", saved.as_uri()], "the command line")
    assert [board.url for board in found.boards] == ["https://acme.com/jobs", ACME, saved.as_uri()]
    with pytest.raises(ListError, match="is no address"):
        gather_urls(["acme"], "the command line")
    assert Path(saved).exists()
