"""Whether an adapter is whole: its saved pages, its addresses, its rules, what was left to fill in."""

import difflib
import inspect
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from crawler.new_platform.saved_pages import case, outcome, rules
from crawler.new_platform.template import MARK
from crawler.platforms import GENERAL, PLATFORMS, platform_by_address, serves
from crawler.platforms.base import Page, Platform
from crawler.reader import response_of

ENOUGH = 2  # saved pages: an ordinary one and an ugly one


def cases_of(pages: Path) -> list[Path]:
    """The folders of a platform's saved pages, *pages* being ``tests/pages/<platform>``."""
    return sorted(meta.parent for meta in pages.glob("*/meta.json") if any(meta.parent.glob("page.*")))


def as_text(found: dict[str, Any], sort: bool = False) -> str:
    return json.dumps(found, indent=1, ensure_ascii=False, sort_keys=sort) + "\n"


def problems(platform: Platform, root: Path) -> Iterator[str]:
    """What is wrong with the adapter of *platform* in the project's folder *root*, a line or more each."""
    yield from marks(platform, root)
    folders = cases_of(root / "tests" / "pages" / platform.name)
    if len(folders) < ENOUGH:
        yield f"tests/pages/{platform.name}: {len(folders)} saved pages; {ENOUGH} are wanted, an ordinary one and an ugly one"
    yield from problems_of_addresses(platform, [case(folder).url for folder in folders])
    for folder in folders:
        yield from problems_of_case(platform, folder, str(folder.relative_to(root)))
    for rule, times in rules(platform, folders):
        if not times:
            yield f"the rule {rule} finds nothing in any saved page: show it, or take it out"


def marks(platform: Platform, root: Path) -> Iterator[str]:
    """What of the template was not filled in."""
    module = Path(inspect.getsourcefile(type(platform)) or "")
    for file in sorted(module.parent.glob("*.py")) if module.name == "__init__.py" else [module]:
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
            if MARK in line:
                yield f"{file.relative_to(root) if file.is_relative_to(root) else file.name} line {number}: {line.strip()}"


def problems_of_addresses(platform: Platform, urls: list[str]) -> Iterator[str]:
    """Where saved pages stand on the platform's own hosts, one of them at least belongs to a board, and each board leads back."""
    own = [url for url in urls if serves(urlsplit(url).hostname or "") is platform]
    keys = dict.fromkeys(match[1] for url in own if (match := platform_by_address(url)) is not None)
    if own and not keys:
        yield f"no pattern of addresses fits {own[0]}"
    for key in keys:
        board = platform.board_url(key)
        if platform_by_address(board) != (platform, key):
            yield f"the board's own address {board} does not lead back to the key {key}"


def problems_of_case(platform: Platform, folder: Path, name: str) -> Iterator[str]:
    body, url, kind, ask = case(folder)
    page = Page(response_of(body, url, kind), None, ask)
    others = [
        other.name
        for other in PLATFORMS.values()
        if other.name not in (*GENERAL, platform.name) and other.form_of(page) is not None
    ]
    if others:
        yield f"{name}: is read by {', '.join(others)}, too: tell the forms apart by what only this platform has"
    expected = folder / "expected.json"
    if not expected.exists():
        yield f"{name}: expected.json is missing: write it, or make it with --expect and read it through"
        return
    want, got = json.loads(expected.read_text("utf-8")), outcome(folder)
    if want != got:
        before, after = as_text(want, sort=True).splitlines(), as_text(got, sort=True).splitlines()
        yield "\n".join(difflib.unified_diff(before, after, f"{name}/expected.json", "what is read", lineterm="", n=0))


def expect(folder: Path) -> bool:
    """Write what is read from the page of *folder* into its ``expected.json`` when it has none; whether that was so."""
    path = folder / "expected.json"
    if path.exists():
        return False
    path.write_text(as_text(outcome(folder)), "utf-8")
    return True
