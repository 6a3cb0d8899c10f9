"""Copies in the store: found among what is there, led by one of them, whatever the order; released, explained, published."""

import json
import random
from datetime import UTC, datetime
from typing import Any

import orjson
import pytest
from conftest import board, job
from sqlalchemy import select
from test_duplicates import (
    AGAIN,
    AGENCY,
    AGENCYS,
    BASE,
    ELSEWHERE,
    INTRO,
    LAW,
    OFFER,
    ON_A_SITE,
    OTHER_ROLE,
    ROLE,
    TWO,
    edited,
    made_pairs,
    pair,
    post,
)

from crawler.duplicates import compare, rank
from crawler.items import Posting
from crawler.schema import record
from crawler.store import Run, Saved, Store
from crawler.store.copies import compare_some
from crawler.store.lines import open_lines
from crawler.store.sketches import release
from crawler.store.store import LIFE
from crawler.store.tables import blocks, postings, sketches, uncompared

NOW = datetime(2026, 9, 15, 8, tzinfo=UTC)
AT = "2026-09-15T08:00:00Z"


class Kept:
    """A store, and what is to be in it, by id."""

    def __init__(self, url: str) -> None:
        self.store = Store(url)
        self.run: Run = self.store.begin_run(NOW)
        self.open: dict[str, dict[str, Any]] = {}
        self.closed: set[str] = set()

    def save(self, *found: dict[str, Any]) -> None:
        """Save each of *found*: new, changed or open again."""
        batch = []
        for one in found:
            said = record(Posting(**one))
            life = {name: said.pop(name) for name in LIFE} | {"status": "open", "first_seen": one.get("first_seen", AT), "last_seen": AT, "content_hash": "x"}
            row = life | {"id": one["id"], "board": "b", "seen_run": self.run.id, "renewals": 0, "record": orjson.dumps(said)}
            change = "reopened" if one["id"] in self.closed else "changed" if one["id"] in self.open else "new"
            batch.append(Saved({column.name: row.get(column.name) for column in postings.c}, change))
            self.open[one["id"]] = one
            self.closed.discard(one["id"])
        self.store.save(self.run.id, batch)

    def close(self, *ids: str) -> None:
        with self.store.engine.begin() as connection:
            connection.execute(postings.update().where(postings.c.id.in_(ids)).values(status="closed", duplicate_of=None, duplicate_rule=None))
            release(connection, ids)
        for id_ in ids:
            del self.open[id_]
            self.closed.add(id_)

    def led(self) -> dict[str, str]:
        """Copy -> who leads it, once all is compared."""
        self.store.mark_duplicates()
        with self.store.engine.connect() as connection:
            rows = connection.execute(select(postings.c.id, postings.c.duplicate_of, postings.c.duplicate_rule, postings.c.status)).all()
            assert connection.execute(select(uncompared.c.id)).all() == []
            assert set(connection.execute(select(sketches.c.id)).scalars()) == set(self.open)
            assert set(connection.execute(select(blocks.c.id)).scalars()) <= set(self.open)
        assert all((row.duplicate_of is None) == (row.duplicate_rule is None) and (row.status == "open" or row.duplicate_of is None) for row in rows)
        return {row.id: row.duplicate_of for row in rows if row.duplicate_of}


def wanted(found: dict[str, dict[str, Any]]) -> dict[str, str]:
    """The same by comparing every posting with every other."""
    order = sorted(found.values(), key=lambda one: (rank({"first_seen": AT} | one), one["id"]))
    leading: list[dict[str, Any]] = []
    led = {}
    for one in order:
        leader = next((other for other in leading if compare(other, one)), None)
        if leader is None:
            leading.append(one)
        else:
            led[one["id"]] = leader["id"]
    return led


@pytest.fixture
def kept(tmp_path):
    kept = Kept(f"sqlite:///{tmp_path / 'careers.db'}")
    yield kept
    kept.store.close()


@pytest.mark.parametrize(("kind", "least", "most"), [("copy", 40, 40), ("edit", 40, 40), ("agency", 36, 40), ("city", 0, 0), ("level", 0, 0), ("role", 0, 0), ("opening", 0, 0), ("unrelated", 0, 0)])
def test_made_pairs_in_one_store(kept, kind, least, most):
    pairs = made_pairs(kind)
    kept.save(*[a for a, _ in pairs])
    assert kept.led() == {}
    kept.save(*[b for _, b in pairs])
    led = kept.led()
    assert least <= len(led) <= most
    assert all({id_, leader} in [{a["id"], b["id"]} for a, b in pairs] for id_, leader in led.items())


@pytest.mark.parametrize("name", TWO)
def test_twins_stay_two(kept, name):
    a, b = pair(TWO[name])
    kept.save(a, b)
    assert kept.led() == {}


def of_a_city(city: str, number: int) -> list[dict[str, Any]]:
    """Postings of one role in *city*: two openings, their copies on other boards, an agency's, an aggregator's, another role."""
    text = f"{INTRO}{edited(ROLE, 0.05, number)}{OFFER}"
    here = {"location": f"{city}, Germany", "description": text}

    def named(form: dict[str, Any], **fields: Any) -> dict[str, Any]:
        made = post(**form, **fields) if not set(form) & set(fields) else post(**(form | fields))
        tail = f"{number}{len(rows)}"
        return made | {"id": f"{made['id']}-{tail}", "url": f"{made['url']}{tail}"}

    rows: list[dict[str, Any]] = []
    rows.append(named(here))
    rows.append(named(here | ELSEWHERE, date_posted="2026-05-06"))
    rows.append(named(here | ON_A_SITE, date_posted="2026-04-01", description=text[: len(text) * 2 // 3]))
    rows.append(named(here | AGENCYS, description=AGENCY + edited(ROLE, 0.05, number), date_posted="2026-03-01"))
    rows.append(named(here | AGAIN, description=edited(text, 0.02), date_posted="2026-05-01"))
    rows.append(named(here | ELSEWHERE, location="Germany", date_posted="2026-06-01"))
    rows.append(named(here | AGAIN, title="Accountant", description=INTRO + OTHER_ROLE + OFFER))
    rows.append(named(here | ELSEWHERE, title="Senior Service Engineer Pumps"))
    rows.append(named(here | ELSEWHERE, description=LAW + text, date_posted="2026-05-06"))
    return rows


ALL = [one for number, city in enumerate(("Leipzig", "Dresden", "Bremen")) for one in of_a_city(city, number)]


@pytest.mark.parametrize("seed", range(6))
def test_who_leads_is_told_by_what_is_open_whatever_came_first(kept, seed):
    draw = random.Random(seed)
    todo = draw.sample(ALL, len(ALL))
    while todo:
        count = draw.randint(1, 9)
        some, todo = todo[:count], todo[count:]
        kept.save(*some)
        if draw.random() < 0.7:
            assert kept.led() == wanted(kept.open)
        if draw.random() < 0.6:
            kept.close(*draw.sample(sorted(kept.open), min(3, len(kept.open))))
        if kept.open and draw.random() < 0.6:
            changed = kept.open[draw.choice(sorted(kept.open))]
            kept.save(changed | {"description": draw.choice([edited(changed["description"], 0.02, seed), INTRO + OTHER_ROLE])})
    led = kept.led()
    assert led == wanted(kept.open)
    kept.save(*[one for one in ALL if one["id"] in kept.closed])
    assert len(kept.led()) > 5
    assert kept.led() == wanted(kept.open)


def test_what_was_cut_off_is_compared_by_the_next_run(kept, tmp_path):
    kept.save(*ALL[:5])
    again = Store(kept.store.url)
    with again.engine.begin() as connection:
        assert compare_some(connection)
    again.close()
    kept.save(*ALL[5:])
    assert kept.led() == wanted(kept.open)


def test_nothing_is_compared_twice_when_nothing_is_new(kept):
    kept.save(*ALL)
    kept.led()
    with kept.store.engine.begin() as connection:
        assert not compare_some(connection)


def test_a_house_with_many_openings_of_one_role_is_compared_in_bounded_work(kept, monkeypatch):
    """Five hundred openings with one text and numbers of their own."""
    met = []
    monkeypatch.setattr("crawler.store.copies.match", lambda a, b: met.append((a.id, b.id)))
    text = INTRO + ROLE + OFFER
    kept.save(*[post(id=f"lever:brunnenhof:{n}", url=f"https://jobs.lever.co/brunnenhof/{n}", requisition_id=f"R-{n}", description=text) for n in range(500)])
    kept.led()
    assert len(met) <= 500 * 50


# What is published


def lines(store: Store, **asked: Any) -> list[dict[str, Any]]:
    return [json.loads(line) for line in open_lines(store, **asked)]


def test_gaps_of_the_leader_are_filled_from_its_copies_and_empty_again_when_they_close(kept):
    pay = {"salary_min": 50_000.0, "salary_max": 60_000.0, "salary_currency": "EUR", "salary_period": "YEAR"}
    copy = post(**ON_A_SITE) | pay | {"employment_type": ["FULL_TIME"], "valid_through": "2026-12-01", "sources": {"salary_min": "html"}}
    kept.save(post(department="Service", sources={"department": "api"}), copy, post(**ELSEWHERE, salary_min=55_000.0, salary_currency="EUR", date_posted="2026-06-01"))
    assert kept.led() == {ON_A_SITE["id"]: BASE["id"], ELSEWHERE["id"]: BASE["id"]}
    (line,) = lines(kept.store)
    assert (line["salary_min"], line["salary_max"], line["employment_type"]) == (55_000.0, None, ["FULL_TIME"])  # an own board's pay before a site's, all of it
    assert [line["sources"][name] for name in ("salary_min", "salary_max", "employment_type", "department")] == ["copy", None, "copy", "api"]
    assert (line["valid_through"], line["url"]) == (None, BASE["url"])
    kept.close(ELSEWHERE["id"])
    kept.led()
    assert lines(kept.store)[0]["salary_max"] == 60_000.0
    kept.close(ON_A_SITE["id"])
    kept.led()
    assert (lines(kept.store)[0]["salary_min"], lines(kept.store)[0]["sources"]["salary_min"]) == (None, None)


def test_an_agency_fills_nothing(kept):
    kept.save(post(department=None), post(**AGENCYS, description=AGENCY + ROLE, department="Sales", salary_min=1.0))
    assert list(kept.led().values()) == [BASE["id"]]
    assert (lines(kept.store)[0]["department"], lines(kept.store)[0]["salary_min"]) == (None, None)


def test_copies_are_published_when_they_are_asked_for(crawl):
    text = "You cook for two hundred guests a day, plan the menu with the team and buy from farms nearby. " * 3
    same = {"title": "Cook", "content": text, "requisition_id": "R7", "internal_job_id": 7}
    archive = [board("acme", [job(1, **same), job(2, **same)])]
    acme = "https://boards.greenhouse.io/acme"
    done = crawl("-s", "DUPLICATES=1", boards=[acme], archive=archive)
    assert [(p["id"], p["duplicate_of"], bool(p["duplicate_rule"])) for p in done.postings] == [("greenhouse:acme:1", None, False), ("greenhouse:acme:2", "greenhouse:acme:1", True)]
    assert len(crawl(boards=[acme], archive=archive, day=16).postings) == 1
    wrong = crawl("-s", "DUPLICATES=often", boards=[acme], archive=archive, day=17)
    assert (wrong.code, len(wrong.err.splitlines())) == (2, 1)
    assert "DUPLICATES" in wrong.err
