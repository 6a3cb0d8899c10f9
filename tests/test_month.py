"""Thirty days of boards that add, edit, close, reopen, repost, move, are blocked, come half or empty, lose pages."""

import json
import random
from collections import Counter

from month import DAYS, companies


def test_every_event_of_a_month_is_reported_on_its_day_and_nothing_else(crawl):
    dice, world = random.Random(7), companies()
    wrong, kinds = {}, Counter()
    for day in range(1, DAYS + 1):
        for company in world:
            if day > 1:
                company.live(day, dice)
        answers = [answer for company in world for answer in company.answers(day)]
        done = crawl("-s", "REREAD=0", boards=[company.url for company in world], archive=answers, day=day)
        found = Counter((change["change"], change["url"] if change["id"].startswith("page:") else change["id"]) for change in done.changes)
        expected = Counter(event for company in world for event in company.expected(day))
        kinds.update(change for change, _ in expected)
        if found != expected:
            wrong[day] = {"missing": sorted(expected - found), "too much": sorted(found - expected), "boards": [(b["board"], b["verdict"], b["why"]) for b in done.boards]}
    assert not wrong, json.dumps(wrong, indent=1)
    assert min(kinds[change] for change in ("new", "changed", "closed", "reopened", "reposted")) >= 5, kinds
    still = {url for company in world for url in company.opens}
    assert {p["url"] if p["id"].startswith("page:") else p["id"] for p in done.postings} == still
