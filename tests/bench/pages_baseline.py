"""What extruct and trafilatura make of labelled career pages: the figures that ours are compared with.

    python tests/bench/pages_baseline.py FOLDER SCORER [PREDICTIONS]

FOLDER holds ``labels.jsonl`` and the pages that it names, SCORER is a script that takes predictions and labels and prints
a table. The predictions are written to PREDICTIONS, if given. extruct and trafilatura are no requirements of the
project: ``pip install extruct trafilatura`` first.

The mapping is what a user of the two writes on a first day: JobPosting from JSON-LD, else microdata, else RDFa; title from
structured data, else as trafilatura names the page; the text from structured data where it is longer than trafilatura's.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from lxml import etree

try:
    import extruct
    import trafilatura
except ImportError as missing:
    if __name__ == "__main__":
        sys.exit(f"{missing.name} is not installed: pip install extruct trafilatura")
    raise

SYNTAXES = ("json-ld", "microdata", "rdfa")
PERIODS = {"HOUR", "DAY", "WEEK", "MONTH", "YEAR"}


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Every object in *value*, at any depth."""
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from nodes(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from nodes(inner)


def first(value: Any) -> Any:
    return first(value[0]) if isinstance(value, list) and value else None if isinstance(value, list) else value


def name(value: Any) -> str | None:
    value = first(value)
    found = first(value.get("name") or value.get("value")) if isinstance(value, dict) else value
    return str(found) if found else None


def place(value: Any) -> str | None:
    value = first(value.get("address")) if isinstance(value, dict) and value.get("address") else value
    if not isinstance(value, dict):
        return name(value)
    parts = (name(value.get(key)) for key in ("addressLocality", "addressRegion", "addressCountry"))
    return ", ".join(part for part in parts if part) or name(value)


def salary(value: Any, currency: Any) -> dict[str, Any] | None:
    value = first(value)
    if not isinstance(value, dict):
        return None
    amount = first(value.get("value"))
    inner = amount if isinstance(amount, dict) else {"value": amount}
    low, high = inner.get("minValue", inner.get("value")), inner.get("maxValue", inner.get("value"))
    period = str(inner.get("unitText") or value.get("unitText") or "").upper()
    return {"min": low, "max": high, "currency": value.get("currency") or currency, "period": period if period in PERIODS else None}


def structured(html: str, url: str) -> dict[str, Any] | None:
    """The first JobPosting of the page, its names without prefixes."""
    found = extruct.extract(html, base_url=url, syntaxes=list(SYNTAXES), uniform=True, errors="ignore")
    for syntax in SYNTAXES:
        for node in nodes(found.get(syntax) or []):
            if "JobPosting" in str(node.get("@type")):
                return {key.rsplit("/", 1)[-1]: value for key, value in node.items()}
    return None


def predict(html: str, url: str, listing: bool) -> dict[str, Any]:
    if listing:
        return {"posting_urls": [], "next_page": following(html, url)}
    posting = structured(html, url) or {}
    whole = trafilatura.bare_extraction(html, url=url, with_metadata=True)
    page: dict[str, Any] = whole.as_dict() if whole is not None else {}
    given, text = str(posting.get("description") or ""), str(page.get("text") or "")
    locations: Iterable[Any] = posting["jobLocation"] if isinstance(posting.get("jobLocation"), list) else [posting.get("jobLocation")]
    return {
        "title": name(posting.get("title")) or page.get("title"),
        "company": name(posting.get("hiringOrganization")) or page.get("sitename"),
        "locations": [found for one in locations if (found := place(one))],
        "remote": "remote" if "TELECOMMUTE" in str(posting.get("jobLocationType")) else None,
        "employment_type": posting.get("employmentType"),
        "posted": posting.get("datePosted") or page.get("date"),
        "valid_through": posting.get("validThrough"),
        "salary": salary(posting.get("baseSalary"), posting.get("salaryCurrency")),
        "description": given if len(given) > len(text) else text,
        "requisition_id": name(posting.get("identifier")),
        "apply_url": None,
    }  # fmt: skip


def following(html: str, url: str) -> str | None:
    """Neither of the two knows a listing: what is left is the relation that a page states."""
    root = etree.HTML(html)
    hrefs = root.xpath("//*[(self::link or self::a) and contains(concat(' ', @rel, ' '), ' next ')]/@href") if root is not None else []
    return urljoin(url, hrefs[0]) if hrefs else None


def main(folder: Path, scorer: Path, out: Path | None = None) -> int:
    found, spent, size = [], 0.0, 0
    with open(folder / "labels.jsonl", encoding="utf-8") as lines:
        labels = [json.loads(line) for line in lines if line.strip()]
    for label in labels:
        html = (folder / label["file"]).read_bytes().decode("utf-8", "replace")
        size += len(html)
        start = time.process_time()
        found.append({"file": label["file"], **predict(html, label["url"], label["type"] == "listing")})
        spent += time.process_time() - start
    print(f"extruct {version('extruct')}, trafilatura {version('trafilatura')}: {spent * 1e8 / size:.1f} ms CPU a 100 KB", flush=True)
    with tempfile.TemporaryDirectory() as aside:
        path = out or Path(aside, "predictions.jsonl")
        path.write_text("".join(json.dumps(one, ensure_ascii=False, default=str) + "\n" for one in found), "utf-8")
        return subprocess.call([sys.executable, str(scorer), str(path), str(folder / "labels.jsonl")])


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    sys.exit(main(*map(Path, sys.argv[1:])))
