"""Boards that come in parts, read whole by the command: from recorded parts to a proved listing."""

import json

from conftest import Recorded

WORKDAY = "https://northmoor.wd3.myworkdayjobs.com/wday/cxs/northmoor/Site/jobs"
CUT = "https://southmoor.wd3.myworkdayjobs.com/wday/cxs/southmoor/Site/jobs"
PERSONIO = "https://glocken-hell.jobs.personio.de/xml?language="


def workday(url, numbers, total, facets=(), offset=0, applied=None):
    rows = [{"title": f"Cutter {n}", "externalPath": f"/job/Leeds/Cutter_R{n}", "locationsText": "Leeds", "postedOn": "Posted Today", "bulletFields": [f"R{n}"]} for n in numbers]
    asked = json.dumps({"appliedFacets": applied or {}, "limit": 20, "offset": offset, "searchText": ""})
    body = json.dumps({"total": total, "jobPostings": rows, "facets": list(facets)})
    return Recorded(url, body, method="POST", asked=asked.encode())


def detail(url, number):
    info = {"title": f"Cutter {number}", "jobDescription": "<p>Cut peat by hand, and stack it to dry.</p>", "location": "Leeds, United Kingdom", "startDate": "2026-09-01", "jobReqId": f"R{number}", "jobPostingId": f"Cutter_R{number}"}
    return Recorded(f"{url.removesuffix('/jobs')}/job/Leeds/Cutter_R{number}", json.dumps({"jobPostingInfo": info}))


def facet(name, **counts):
    return {"facetParameter": name, "values": [{"id": value, "count": count} for value, count in counts.items()]}


def position(number, text):
    section = f"<jobDescription><name>Aufgaben</name><value><![CDATA[<p>{text}</p>]]></value></jobDescription>" if text else ""
    return f"<position><id>{number}</id><office>Linz</office><name>Founder {number}</name><jobDescriptions>{section}</jobDescriptions></position>"


def feed(language, *positions):
    return Recorded(PERSONIO + language, f'<?xml version="1.0"?><workzag-jobs>{"".join(positions)}</workzag-jobs>', kind="text/xml")


def test_boards_in_parts_are_read_whole_and_a_cut_one_is_not_called_complete(crawl):
    numbers = range(1, 24)
    facets = [facet("timeType", full=2100, part=20), facet("workerSubType", fixed=2120)]
    archive = [
        workday(WORKDAY, numbers[:20], 23), workday(WORKDAY, numbers[20:], 0, offset=20), *(detail(WORKDAY, n) for n in numbers),
        workday(CUT, [1], 2000, facets), workday(CUT, [1], 2000, [facet("timeType", full=2100)], applied={"timeType": ["full"]}),
        workday(CUT, [2], 20, applied={"timeType": ["part"]}), detail(CUT, 1), detail(CUT, 2),
        feed("en", position(1, "Cast bells."), position(2, "")), feed("de", position(1, "Glocken gießen."), position(2, "Glocken stimmen.")),
    ]  # fmt: skip
    boards = ["https://northmoor.wd3.myworkdayjobs.com/Site", "https://southmoor.wd3.myworkdayjobs.com/en-US/Site", "https://glocken-hell.jobs.personio.com/"]
    done = crawl(boards=boards, archive=archive)
    verdicts = {row["board"]: row["verdict"] for row in done.boards}
    assert verdicts == {"workday:northmoor.wd3/Site": "complete", "workday:southmoor.wd3/Site": "partial", "personio:glocken-hell": "complete"}
    assert sum(row["platform"] == "workday" and row["board"].startswith("northmoor") for row in done.postings) == 23
    texts = {row["id"]: row["description"] for row in done.postings if row["platform"] == "personio"}
    assert texts == {"personio:glocken-hell:1": "Aufgaben\n\nCast bells.", "personio:glocken-hell:2": "Aufgaben\n\nGlocken stimmen."}
    assert all(row["date_posted"] == "2026-09-01" for row in done.postings if row["platform"] == "workday")
