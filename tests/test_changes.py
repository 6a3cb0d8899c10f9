"""What is a change of a posting, and what is only noise; postings that are put up again and again."""

import pytest
from conftest import board, job

from crawler.changes import changed_fields, is_evergreen, redated
from crawler.store import Known

ACME = "https://boards.greenhouse.io/acme"
OLD = {
    "title": "Cook", "location": "Berlin; Hamburg", "locations": [{"city": "Berlin", "country": "DE"}, {"city": "Hamburg", "country": "DE"}], "employment_type": ["FULL_TIME", "PART_TIME"],
    "description": "You cook for us.\n\nApply at https://acme.example/apply?job=7&utm_source=x today. 12 views", "attributes": [{"name": "Views", "value": "12"}, {"name": "Shift", "value": "Night"}],
    "valid_through": "2026-10-15", "salary_min": 40000.0,
}  # fmt: skip


@pytest.mark.parametrize(
    "moved",
    [
        {"description": OLD["description"].replace("utm_source=x", "utm_source=news&gh_src=1")},
        {"description": OLD["description"].replace("12 views", "1,309 views")},
        {"description": f"  {OLD['description'].replace(' ', '  ')}\n"},
        {"locations": OLD["locations"][::-1], "employment_type": ["PART_TIME", "FULL_TIME"]},
        {"attributes": [{"name": "Shift", "value": "Night"}, {"name": "Views", "value": "99"}]},
        {"valid_through": "2026-10-16"},
    ],
)
def test_noise_is_no_change(moved):
    assert changed_fields(OLD, OLD | moved, days=1) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Posted 3 days ago", "Posted 30+ days ago"), ("Vor 3 Tagen veröffentlicht", "Vor 2 Wochen veröffentlicht"), ("Publiée il y a 2 jours", "Publiée il y a 1 mois"),
        ("Hace 2 días", "Hace 5 horas"), ("Há 2 dias", "Há 3 semanas"), ("2 giorni fa", "3 settimane fa"), ("2 dagen geleden", "1 week geleden"), ("3日前", "2週間前"),
        ("45 applicants", "1.204 applicants"), ("Bewerbungen: 3", "Bewerbungen: 12"), ("17 candidatures", "18 candidatures"), ("閲覧数：120", "閲覧数：121"),
    ],
)  # fmt: skip
def test_what_counts_on_in_a_text_is_no_change(one, other):
    assert changed_fields({"description": f"Cook. {one}"}, {"description": f"Cook. {other}"}) == []


@pytest.mark.parametrize(
    "moved",
    [
        {"title": "Chef"}, {"salary_min": 41000.0}, {"description": OLD["description"].replace("job=7", "job=8")}, {"valid_through": "2026-11-15"}, {"valid_through": None},
        {"locations": OLD["locations"][:1]}, {"attributes": [{"name": "Views", "value": "12"}, {"name": "Shift", "value": "Day"}]}, {"description": "You cook for 12 guests."},
    ],
)  # fmt: skip
def test_a_change_is_named(moved):
    assert [entry["field"] for entry in changed_fields(OLD, OLD | moved, days=1)] == list(moved)


def known(posted: str | None, last_seen: str = "2026-09-14T08:00:00Z") -> Known:
    return Known(**dict.fromkeys(Known._fields))._replace(posted=posted, last_seen=last_seen)


@pytest.mark.parametrize(
    ("was", "now", "seen", "anew"),
    [
        ("2026-08-01", "2026-09-14", "2026-09-14", True),
        ("2026-09-14", "2026-09-15", "2026-09-14", False),  # it rolls with the calendar
        ("2026-09-01", "2026-09-08", "2026-09-08", False),
        ("2026-09-10", "2026-09-11", "2026-09-14", False),  # a time zone
        ("2026-09-10", "2026-09-01", "2026-09-14", False),
        (None, "2026-09-15", "2026-09-14", False),
        ("2026-09-10", None, "2026-09-14", False),
    ],
)
def test_a_posting_is_dated_anew_when_its_date_moves_by_more_than_the_calendar(was, now, seen, anew):
    assert redated(known(was, f"{seen}T08:00:00Z"), now, "2026-09-15T08:00:00Z") is anew


@pytest.mark.parametrize(("renewals", "first_seen", "posted", "is_one"), [(2, "2026-09-01", None, False), (3, "2026-09-01", None, True), (0, "2025-09-01", None, True), (0, "2026-09-01", "2025-06-01", True)])
def test_evergreen_is_put_up_three_times_or_open_for_a_year(renewals, first_seen, posted, is_one):
    assert is_evergreen(renewals, f"{first_seen}T08:00:00Z", posted, "2026-09-15T08:00:00Z") is is_one


def test_a_posting_that_is_put_up_again_and_again_is_flagged(crawl):
    for day in range(4):
        jobs = [job(day, title="Cook", requisition_id=None, first_published=f"2026-08-{day + 1:02}T10:00:00Z")]
        done = crawl(boards=[ACME], archive=[board("acme", jobs)], day=10 + day)
        assert ("evergreen" in done.postings[0]["flags"]) is (day == 3)
    again = crawl(boards=[ACME], archive=[board("acme", [jobs[0] | {"title": "COOK"}])], day=15)
    assert "evergreen" in again.postings[0]["flags"]
    assert again.postings[0]["first_seen"] == "2026-09-10T08:00:00Z"


def test_noise_on_a_board_reports_nothing_and_keeps_the_moment_of_the_last_change(crawl):
    text = "&lt;p&gt;You cook for us and plan the menu with the team.&lt;/p&gt;&lt;p&gt;{} views&lt;/p&gt;"
    crawl(boards=[ACME], archive=[board("acme", [job(1, content=text.format(7))])])
    done = crawl(boards=[ACME], archive=[board("acme", [job(1, content=text.format(1309))])], day=16)
    assert (done.changes, done.boards[0]["changed"], done.postings[0]["changed_at"]) == ([], 0, None)
    assert "1309 views" in done.postings[0]["description"]
