"""``scrapy platform``: the files of a new platform, what is wrong with one, the table of all."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import conftest
import pytest
from conftest import ROOT

from crawler.new_platform.check import expect, problems
from crawler.new_platform.steps import enter
from crawler.new_platform.table import Line, document, lines
from crawler.new_platform.template import MARK, TemplateError, board_of, class_name, files_of
from crawler.platforms import GENERAL, PLATFORMS

COMMANDS = [["boardly"], ["kitely", "--html", "--url", "https://acme.kitely.example.com/jobs/12"]]


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> tuple[Path, list[str]]:
    """A project with two platforms made from the template, and what each command printed."""
    root = tmp_path_factory.mktemp("project")
    shutil.copy(ROOT / "scrapy.cfg", root)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(conftest, "ROOT", root)
        outcomes = [conftest.in_a_fork(["scrapy", "platform", *arguments], root) for arguments in COMMANDS]
    assert [(code, err) for code, _, err in outcomes] == [(0, ""), (0, "")]
    return root, [out for _, out, _ in outcomes]


def expected(root: Path, name: str, case: str) -> dict:
    return json.loads((root / "tests" / "pages" / name / case / "expected.json").read_text("utf-8"))


def test_adapter_saved_pages_and_expectations_are_made_together(made):
    root, said = made
    for path in (
        "crawler/platforms/boardly.py",
        *(
            f"tests/pages/boardly/{case}/{file}"
            for case in ("ordinary", "ugly")
            for file in ("page.json", "meta.json", "expected.json")
        ),
    ):
        assert f"made {path}" in said[0]
        assert (root / path).exists()
    assert "Now, in this order:" in said[0]
    assert "made tests/pages/kitely/ugly/page.html" in said[1]


def test_what_is_made_works_from_the_first_moment(made):
    root, _ = made
    ordinary, ugly = expected(root, "boardly", "ordinary"), expected(root, "boardly", "ugly")
    (posting,) = ordinary["postings"]
    assert (ordinary["platform"], ordinary["total"], posting["id"], posting["title"]) == (
        "boardly",
        1,
        "boardly:acme-bells:4101",
        "Bell Founder",
    )
    assert (posting["salary_min"], posting["salary_currency"], posting["workplace"]) == (31000, "GBP", "hybrid")
    assert [len(ugly["postings"]), ugly["total"], ugly["rejected"]] == [2, 4, ["row is no object", "row has no title"]]
    page, listing = expected(root, "kitely", "ordinary"), expected(root, "kitely", "ugly")
    assert (page["platform"], page["postings"][0]["salary_max"]) == ("kitely", 36500)
    assert listing["details"] == ["https://acme-bells.kitely.example.com/jobs/4102?ref=x"]
    assert listing["next"] == ["https://acme-bells.kitely.example.com/?page=2"]


def test_what_is_made_is_clean_python(made):
    root, _ = made
    files = [str(root / "crawler" / "platforms" / f"{name}.py") for name in ("boardly", "kitely")]
    done = subprocess.run(
        [sys.executable, "-m", "ruff", "check", "--no-cache", "--config", str(ROOT / "pyproject.toml"), *files],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_a_new_platform_lacks_nothing_but_what_is_to_be_filled_in(made):
    root, _ = made
    try:
        for name in ("boardly", "kitely"):
            lacks = list(problems(enter(root / "crawler" / "platforms" / f"{name}.py"), root))
            assert len(lacks) > 5
            assert all(line.startswith(f"crawler/platforms/{name}.py line ") and MARK in line for line in lacks)
    finally:
        for name in ("boardly", "kitely"):
            PLATFORMS.pop(name, None)
            sys.modules.pop(f"crawler.platforms.{name}", None)


BOARDS = [
    (None, "boardly.example", "https://{key}.boardly.example/"),
    ("https://acme.boardly.com/jobs/12", "boardly.com", "https://{key}.boardly.com/"),
    ("acme.jobs.boardly.co.uk", "jobs.boardly.co.uk", "https://{key}.jobs.boardly.co.uk/"),
    ("https://jobs.boardly.com/acme/12?x=1", "jobs.boardly.com", "https://jobs.boardly.com/{key}"),
    ("https://www.boardly.com/en/careers/acme", "boardly.com", "https://boardly.com/en/careers/{key}"),
    ("https://boardly.com/", "boardly.com", "https://boardly.com/{key}"),
]


@pytest.mark.parametrize(("address", "host", "url"), BOARDS)
def test_an_address_of_a_board_shows_host_and_key(address, host, url):
    assert board_of("boardly", address)[::2] == (host, url)


REFUSED = [
    ("Board-ly", None, "is no name for a platform"),
    ("class", None, "is no name for a platform"),
    ("lever", None, "is there already"),
    ("boardly", "https://jobs.lever.co/acme", "is served by lever already"),
    ("boardly", "http://127.0.0.1/jobs", "the host of no platform"),
    ("boardly", "https://[broken", "is no address"),
]


@pytest.mark.parametrize(("name", "address", "said"), REFUSED)
def test_what_can_be_no_platform_is_refused(name, address, said):
    with pytest.raises(TemplateError, match=said):
        files_of(name, address, html=False)


def test_a_refusal_is_one_line_and_nothing_is_made(tmp_path):
    code, out, err = conftest.in_a_fork(["scrapy", "platform", "Lever"], tmp_path)
    assert (code, out) == (2, "")
    assert err.splitlines() == [
        'platform: "Lever" is no name for a platform: small letters, digits and _, such as boardly. Did you mean lever?'
    ]


def test_a_name_of_several_words_makes_a_class_of_them():
    assert class_name("job_board2") == "JobBoard2"


# Checking one


@pytest.fixture
def root(tmp_path) -> Path:
    """The saved pages of a platform, in a folder that a test may change."""
    shutil.copytree(ROOT / "tests" / "pages" / "jobscore", tmp_path / "tests" / "pages" / "jobscore")
    return tmp_path


def found(root: Path) -> str:
    return "\n".join(problems(PLATFORMS["jobscore"], root))


def change(root: Path, case: str, change) -> None:
    """Let *change* change the rows of a saved page."""
    page = root / "tests" / "pages" / "jobscore" / case / "page.json"
    answer = json.loads(page.read_text("utf-8"))
    for row in filter(None, answer["jobs"]):
        change(row)
    page.write_text(json.dumps(answer), "utf-8")


def test_nothing_is_said_of_a_platform_that_is_whole(root):
    assert found(root) == ""


def test_a_page_that_is_read_otherwise_is_shown(root):
    change(root, "ordinary", lambda row: row.update(title=f"{row['title']} II"))
    assert '+   "title": "Bell Ringer II"' in found(root)


def test_a_missing_expectation_is_said_and_can_be_made_once(root):
    folder = root / "tests" / "pages" / "jobscore" / "ugly"
    before = (folder / "expected.json").read_bytes()
    (folder / "expected.json").unlink()
    assert (
        found(root)
        == "tests/pages/jobscore/ugly: expected.json is missing: write it, or make it with --expect and read it through"
    )
    assert (expect(folder), expect(folder)) == (True, False)
    assert (folder / "expected.json").read_bytes() == before


def test_too_few_pages_are_said(root):
    shutil.rmtree(root / "tests" / "pages" / "jobscore" / "ugly")
    assert "tests/pages/jobscore: 1 saved pages; 2 are wanted" in found(root)


def test_a_rule_that_finds_nothing_is_said(root):
    change(root, "ordinary", lambda row: row.pop("last_updated_date", None))
    assert "the rule date_modified/jmes/last_updated_date finds nothing in any saved page" in found(root)


def test_addresses_that_lead_to_no_board_are_said(root):
    for meta in root.glob("tests/pages/jobscore/*/meta.json"):
        meta.write_text(json.dumps({"url": "https://www.jobscore.com/feed.json"}), "utf-8")
    assert "no pattern of addresses fits https://www.jobscore.com/feed.json" in found(root)


def test_a_board_whose_address_does_not_lead_back_is_said(root, monkeypatch):
    monkeypatch.setattr(type(PLATFORMS["jobscore"]), "board_url", lambda self, key: f"https://www.jobscore.com/{key}")
    assert (
        "the board's own address https://www.jobscore.com/acmebells does not lead back to the key acmebells"
        in found(root)
    )


def test_a_page_that_another_platform_reads_too_is_said(root, monkeypatch):
    form = PLATFORMS["jobscore"].forms[0]
    monkeypatch.setattr(type(PLATFORMS["lever"]), "forms", (form,))
    assert "tests/pages/jobscore/ordinary: is read by lever, too" in found(root)


# All of them


def test_no_adapter_is_left_half_made():
    assert [
        file.name for file in (ROOT / "crawler" / "platforms").rglob("*.py") if MARK in file.read_text("utf-8")
    ] == []


@pytest.fixture(scope="module")
def table() -> list[Line]:
    return list(lines(ROOT))


def test_the_table_of_platforms_is_up_to_date(table):
    assert (ROOT / "docs" / "platforms.md").read_text("utf-8") == document(table), "run: scrapy platform --docs"


def test_the_table_has_every_platform_and_says_what_is_read_of_it(table):
    rows = {row.name: row for row in table}
    assert rows.keys() == PLATFORMS.keys() - set(GENERAL)
    assert rows["greenhouse"][0:4] == ("Greenhouse", "greenhouse", "greenhouse.io", "API, page")
    assert (rows["greenhouse"].texts, rows["greenhouse"].pay, rows["greenhouse"].total) == ("in the list", "yes", "yes")
    assert (rows["workday"].texts, rows["workday"].pages, rows["workday"].pay) == ("one by one", "yes", "")
    assert all(row.known_by in ("recording", "documentation", "one source") for row in rows.values())
