"""What ``scrapy platform`` does: list the platforms, make the files of a new one, say whether one is whole."""

import argparse
import importlib.util
import sys
from pathlib import Path

from rich.console import Console
from rich.table import Table

from crawler.exits import Exit
from crawler.lists.address import nearest
from crawler.locks import project_root
from crawler.new_platform.check import cases_of, expect, problems
from crawler.new_platform.table import Line, document, lines
from crawler.new_platform.template import MARK, TemplateError, files_of
from crawler.platforms import GENERAL, PLATFORMS
from crawler.platforms.base import Platform
from crawler.store.files import write_lines

FOUND = 1
NEXT = """
Now, in this order:
 1. {adapter}: replace what bears the words {mark}: hosts and addresses, where the list of a board is, what the answer holds.
 2. tests/pages/{name}/*/page.{kind}: an answer as the platform gives it, of an invented company; meta.json: the address that it answers.
    The ugly one shows what goes wrong: no pay, two places, a null row, a row without a title.
 3. Delete the two expected.json, then: scrapy platform {name} --expect. Read each of them through: that is the test.
 4. tests/test_platform_for.py: addresses of a board (page, embed, API, single posting), and one of the platform's own that is none.
 5. scrapy platform {name}: says what is missing, until nothing is.
 6. scrapy platform --docs: the table in docs/platforms.md.
docs/adding-a-platform.md has the rest."""


def steps(args: list[str], opts: argparse.Namespace) -> int:
    """Do what *args* and *opts* of the command ask for; the exit status."""
    root = project_root()
    if len(args) > 1:
        return refuse("name one platform")
    if opts.docs:
        path = root / "docs" / "platforms.md"
        write_lines(path, [document(list(lines(root))).encode()])
        print(f"wrote {path.relative_to(root)}")
        return 0
    if not args:
        tell(list(lines(root)))
        return 0
    if args[0] in PLATFORMS and args[0] not in GENERAL:
        return check(PLATFORMS[args[0]], root, write=opts.expect)
    return make(args[0], root, opts)


def check(platform: Platform, root: Path, write: bool) -> int:
    if write:
        for folder in cases_of(root / "tests" / "pages" / platform.name):
            if expect(folder):
                print(f"wrote {folder.relative_to(root)}/expected.json: read it through")
    found = list(problems(platform, root))
    print("\n".join(found) or f"{platform.name}: nothing is missing")
    return FOUND if found else 0


def make(name: str, root: Path, opts: argparse.Namespace) -> int:
    try:
        files = files_of(name, opts.url, opts.html)
        if there := [path for path in files if (root / path).exists()]:
            raise TemplateError(f"{there[0]} is there already")
    except TemplateError as error:
        near = nearest(name, PLATFORMS) if opts.url is None else None
        return refuse(f"{error}{f'. Did you mean {near}?' if near and near != name else ''}")
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    enter(root / next(iter(files)))
    folders = cases_of(root / "tests" / "pages" / name)
    for folder in folders:
        expect(folder)
    for path in [*files, *(str((folder / "expected.json").relative_to(root)) for folder in folders)]:
        print(f"made {path}")
    print(NEXT.format(adapter=next(iter(files)), name=name, mark=MARK, kind="html" if opts.html else "json"))
    return 0


def refuse(message: str) -> int:
    print(f"platform: {message}", file=sys.stderr)
    return Exit.REFUSED


def enter(file: Path) -> Platform:
    """Enter the platform whose adapter is *file*, made just now, among those that are known; the next start does it by itself."""
    spec = importlib.util.spec_from_file_location(f"crawler.platforms.{file.stem}", file)
    assert spec is not None
    assert spec.loader is not None
    sys.modules[spec.name] = module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    made = next(
        value
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, Platform) and getattr(value, "name", "") == file.stem
    )
    PLATFORMS[file.stem] = platform = made()
    return platform


def tell(rows: list[Line]) -> None:
    """A table for a person, tab-separated text for a program."""
    if not sys.stdout.isatty():
        print("\t".join(Line._fields))
        print("\n".join("\t".join(row) for row in rows))
        return
    table = Table(*(name.replace("_", " ") for name in Line._fields), box=None, pad_edge=False)
    for row in rows:
        table.add_row(*row)
    Console(highlight=False).print(table)
