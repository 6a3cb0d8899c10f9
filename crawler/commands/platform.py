"""``scrapy platform``: the platforms that are known; the files of a new one; whether one is whole."""

import argparse
import importlib.util
import sys
from pathlib import Path
from typing import ClassVar

from rich.console import Console
from rich.table import Table
from scrapy.commands import ScrapyCommand

from crawler.lists.address import nearest
from crawler.new_platform.check import cases_of, expect, problems
from crawler.new_platform.table import Line, document, lines
from crawler.new_platform.template import MARK, TemplateError, files_of
from crawler.plan import project_root
from crawler.platforms import GENERAL, PLATFORMS
from crawler.platforms.base import Platform
from crawler.store.files import write_lines

FOUND, REFUSED = 1, 2
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


class Command(ScrapyCommand):
    """Make the files of a new platform, or say what one lacks."""

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        return "[options] [NAME]"

    def short_desc(self) -> str:
        return "List the platforms, make the files of a new one, or check one"

    def long_desc(self) -> str:
        return (
            "Without a name: the platforms that are known. With a name that none has: makes adapter, saved pages and what is expected of them "
            "from a template. With the name of one that is there: says what is wrong with it (exit status 1) or nothing (0)."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--url", help="for a new one: the address of any board of it, which shows host and key")
        parser.add_argument("--html", action="store_true", help="for a new one: its boards are pages, there is no JSON")
        parser.add_argument(
            "--expect", action="store_true", help="write expected.json for the saved pages that have none"
        )
        parser.add_argument("--docs", action="store_true", help="write the table of platforms into docs/platforms.md")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        root = project_root()
        if len(args) > 1:
            self.stop(REFUSED, "name one platform")
        elif opts.docs:
            path = root / "docs" / "platforms.md"
            write_lines(path, [document(list(lines(root))).encode()])
            print(f"wrote {path.relative_to(root)}")
        elif not args:
            tell(list(lines(root)))
        elif args[0] in PLATFORMS and args[0] not in GENERAL:
            self.check(PLATFORMS[args[0]], root, write=opts.expect)
        else:
            self.make(args[0], root, opts)

    def check(self, platform: Platform, root: Path, write: bool) -> None:
        if write:
            for folder in cases_of(root / "tests" / "pages" / platform.name):
                if expect(folder):
                    print(f"wrote {folder.relative_to(root)}/expected.json: read it through")
        found = list(problems(platform, root))
        print("\n".join(found) or f"{platform.name}: nothing is missing")
        self.exitcode = FOUND if found else 0

    def make(self, name: str, root: Path, opts: argparse.Namespace) -> None:
        try:
            files = files_of(name, opts.url, opts.html)
            if there := [path for path in files if (root / path).exists()]:
                raise TemplateError(f"{there[0]} is there already")
        except TemplateError as error:
            near = nearest(name, PLATFORMS) if opts.url is None else None
            self.stop(REFUSED, f"{error}{f'. Did you mean {near}?' if near and near != name else ''}")
            return
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

    def stop(self, status: int, message: str) -> None:
        print(f"platform: {message}", file=sys.stderr)
        self.exitcode = status


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
