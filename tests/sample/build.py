"""Write the bundled sample, ``crawler/sample``, from the tables beside this file: ``python tests/sample/build.py [FOLDER]``.

The same tables give the same bytes: dates and record ids are fixed, and the names in it are invented.
"""

import csv
import io
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import apis
import feeds
import sites
from apis import Exchange
from texts import HERE, Row, table, uuid
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

SAMPLE = HERE.parents[1] / "crawler" / "sample"
DATE = "2026-09-15T08:00:00Z"
SHAPES: dict[str, Callable[[Row], Iterator[Exchange]]] = {
    "greenhouse": apis.greenhouse, "lever": apis.lever, "ashby": apis.ashby, "workday": apis.workday, "smartrecruiters": feeds.smartrecruiters,
    "workable": feeds.workable, "recruitee": feeds.recruitee, "personio": feeds.personio,
    "json_ld": sites.json_ld, "plain_html": sites.plain_html, "greenhouse_embedded": sites.greenhouse_embedded,
}  # fmt: skip


def companies() -> list[Row]:
    return [table(f"companies/{path.name}") for path in sorted((HERE / "companies").glob("*.yaml"))]


def board_list() -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["url", "company", "note"])
    writer.writerows([company["url"], company.get("list_as"), company.get("note")] for company in companies())
    return out.getvalue().encode()


def archive() -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    about = b"software: tests/sample/build.py\r\nformat: WARC File Format 1.0\r\ndescription: career pages of invented companies\r\n"
    headers = {"WARC-Record-ID": f"<urn:uuid:{uuid('warcinfo')}>", "WARC-Date": DATE}
    writer.write_record(writer.create_warc_record("", "warcinfo", io.BytesIO(about), len(about), "application/warc-fields", headers))
    for company in companies():
        for exchange in SHAPES[company["platform"]](company):
            write(writer, exchange)
    return out.getvalue()


def write(writer: WARCWriter, exchange: Exchange) -> None:
    url, answer = urlsplit(exchange.url), exchange.answer.encode()
    line = f"{exchange.method} {url.path or '/'}{'?' + url.query if url.query else ''} HTTP/1.1"
    asked = [("Host", url.netloc)] + ([("Content-Type", "application/json")] if exchange.asked else [])
    sent = [("Content-Type", exchange.kind), ("Content-Length", str(len(answer)))]

    def record(kind: str, payload: bytes, headers: StatusAndHeaders) -> object:
        id_ = uuid(kind, exchange.method, exchange.url, exchange.asked.decode())
        dated = {"WARC-Record-ID": f"<urn:uuid:{id_}>", "WARC-Date": DATE}
        return writer.create_warc_record(exchange.url, kind, io.BytesIO(payload), len(payload), warc_headers_dict=dated, http_headers=headers)

    response = record("response", answer, StatusAndHeaders("200 OK", sent, protocol="HTTP/1.1"))
    request = record("request", exchange.asked, StatusAndHeaders(line, asked, is_http_request=True))
    writer.write_request_response_pair(request, response)


def main(folder: Path = SAMPLE) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "boards.csv").write_bytes(board_list())
    (folder / "careers.warc.gz").write_bytes(archive())


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
