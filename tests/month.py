"""A month of boards of our own making: what each answers on each day, and what a run of that day has to report."""

import json
import random
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from conftest import Recorded, board, job

DAYS = 30
PER_PAGE = 5
PLACE = "Berlin, Germany"


@dataclass
class Company:
    """One company: its postings by id, on a platform, and what goes wrong on which day."""

    name: str
    kind: str  # greenhouse, own (one page, no total), paged (an own list of several pages)
    trouble: dict[int, str] = field(default_factory=dict)
    moves: int = 99  # the day on which its page leads from Greenhouse to Lever
    closes_down: int = 99  # the day from which it has no posting
    opens: dict[str, tuple[str, str]] = field(default_factory=dict)  # id -> title, text
    reported: dict[str, tuple[str, str]] = field(default_factory=dict)  # what the files said last
    closed: dict[str, str] = field(default_factory=dict)  # id -> title, of those that were reported closed
    made: int = 0

    @property
    def url(self) -> str:
        return f"https://boards.greenhouse.io/{self.name}" if self.kind == "greenhouse" and self.moves == 99 else f"https://{self.name}.example/careers"

    def id_of(self, number: int) -> str:
        if self.kind != "greenhouse":
            return f"https://{self.name}.example/jobs/{number}"
        return f"{'lever' if self.moved else 'greenhouse'}:{self.name}:{number}"

    moved: bool = False

    def add(self, title: str | None = None, text: str | None = None) -> None:
        self.made += 1
        title = title or f"Cook of {self.name}, shift {self.made}"
        self.opens[self.id_of(self.made)] = (title, text or f"You cook dish {self.made} of our menu, from the market to the plate.")

    def live(self, day: int, dice: random.Random) -> None:
        """What happens to the postings from the day before to *day*."""
        if day == self.closes_down:
            self.opens.clear()
        if day >= self.closes_down:
            return
        if day == self.moves:
            before, self.opens, self.moved = self.opens, {}, True
            for title, text in before.values():
                self.add(title, text)
            return
        if dice.random() < 0.4:
            self.add()
        for action, chance in (("edit", 0.3), ("close", 0.3), ("repost", 0.15)):
            if len(self.opens) > 8 and dice.random() < chance:
                id_ = dice.choice(sorted(self.opens))
                title, text = self.opens[id_]
                if action == "edit":
                    self.opens[id_] = (title, f"{text} Since day {day} with a knife of your own.")
                elif id_ in self.reported:
                    del self.opens[id_]
                    if action == "repost":
                        self.add(title, text)
        titles = {title for title, _ in self.opens.values()} | {title for title, _ in self.reported.values()}
        back = sorted(id_ for id_, title in self.closed.items() if title not in titles and id_.startswith("lever") == self.moved)
        if back and dice.random() < 0.2:
            id_ = dice.choice(back)
            self.opens[id_] = (self.closed[id_], f"You cook again, since day {day}.")

    def expected(self, day: int) -> set[tuple[str, str]]:
        """What a run of *day* has to report, as (change, id)."""
        if day in self.trouble or day == self.closes_down:
            return set()  # a board that became empty is not believed on its first word
        gone = {id_: self.reported[id_][0] for id_ in self.reported if id_ not in self.opens}
        found = {("closed", id_) for id_ in gone}
        before = {title for title, id_ in ((title, id_) for id_, title in gone.items())}
        for id_, (title, text) in self.opens.items():
            if id_ in self.reported:
                found |= {("changed", id_)} if self.reported[id_][1] != text else set()
            elif id_ in self.closed:
                found.add(("reopened", id_))
            else:
                found.add(("reposted" if title in before else "new", id_))
        self.closed = {id_: title for id_, title in (self.closed | gone).items() if id_ not in self.opens}
        self.reported = dict(self.opens)
        return found

    def answers(self, day: int) -> list[Recorded]:
        """What its server says on *day*."""
        trouble = self.trouble.get(day)
        return getattr(self, f"{self.kind}_answers")(trouble)

    def greenhouse_answers(self, trouble: str | None) -> list[Recorded]:
        rows = [(int(id_.rpartition(":")[2]), title, text) for id_, (title, text) in self.opens.items()]
        if self.moved:
            lever = [{"id": str(n), "text": title, "hostedUrl": f"https://jobs.lever.co/{self.name}/{n}", "description": f"<p>{text}</p>", "categories": {"location": PLACE}} for n, title, text in rows]
            answer = Recorded(f"https://api.lever.co/v0/postings/{self.name}?mode=json", json.dumps(lever))
            leads = Recorded(self.url, f'<h1>Careers</h1><a href="https://jobs.lever.co/{self.name}">Open positions</a>', kind="text/html")
        else:
            said = {"half": rows[: len(rows) // 2], "empty": []}.get(trouble or "", rows)
            jobs = [job(n, title=title, content=f"&lt;p&gt;{text}&lt;/p&gt;", company_name=self.name, requisition_id=None, location={"name": PLACE}) for n, title, text in said]
            answer = board(self.name, jobs, total=len(rows) if trouble == "half" else None)
            leads = Recorded(self.url, f'<h1>Careers</h1><script src="https://boards.greenhouse.io/embed/job_board/js?for={self.name}"></script>', kind="text/html")
        if trouble and trouble.isdigit():
            answer.status, answer.body = int(trouble), "no"
        return [answer, *([leads] if self.moves != 99 else [])]

    def own_answers(self, trouble: str | None) -> list[Recorded]:
        rows = list(self.opens.items())
        if trouble == "challenge":
            return [Recorded(self.url, "<title>Just a moment...</title><p>Verifying you are human.</p>", kind="text/html")]
        if trouble == "redesign":
            return [Recorded(self.url, "<title>Acme</title><h1>Life in our kitchen</h1><p>Our values.</p>", kind="text/html")]
        return [structured(self.url, rows[: len(rows) // 3] if trouble == "half" else rows)]

    def paged_answers(self, trouble: str | None) -> list[Recorded]:
        rows = list(self.opens.items())
        pages = [rows[at : at + PER_PAGE] for at in range(0, len(rows), PER_PAGE)]
        if trouble == "one page":
            pages = pages[:1]
        urls = [self.url, *(f"{self.url}?page={n}" for n in range(2, len(pages) + 1))]
        answers = []
        for url, part, following in zip(urls, pages, [*urls[1:], None], strict=True):
            links = "".join(f'<li><a href="{id_}">{title}</a></li>' for id_, (title, _) in part)
            more = f'<a rel="next" href="{following}">Next</a>' if following else ""
            answers.append(Recorded(url, f"<html><body><h1>Open positions</h1><ul>{links}</ul>{more}</body></html>", kind="text/html"))
        if trouble == "page 2":
            answers[1].status, answers[1].body = 500, "no"
        return answers + [structured(id_, [(id_, said)]) for id_, said in rows]


def structured(url: str, rows: list[tuple[str, tuple[str, str]]]) -> Recorded:
    """A page with its postings in structured data."""
    said = [
        {"@context": "https://schema.org", "@type": "JobPosting", "title": title, "url": id_, "datePosted": "2026-08-01", "hiringOrganization": {"name": urlsplit(url).hostname},
         "description": text, "jobLocation": {"address": {"addressLocality": "Berlin", "addressCountry": "DE"}}}
        for id_, (title, text) in rows
    ]  # fmt: skip
    return Recorded(url, f'<html><body><script type="application/ld+json">{json.dumps(said)}</script></body></html>', kind="text/html")


def companies() -> list[Company]:
    made = [
        Company("acme", "greenhouse"),
        Company("bistro", "greenhouse", {5: "403", 6: "403", 7: "403", 20: "429", 26: "500"}),
        Company("cafe", "greenhouse", {9: "half", 10: "half", 21: "empty"}),
        Company("diner", "greenhouse", closes_down=24),
        Company("eatery", "greenhouse", {15: "404"}, moves=12),
        Company("fryer", "own", {8: "half", 14: "challenge", 22: "redesign"}),
        Company("grill", "paged", {11: "page 2", 17: "one page", 28: "page 2"}),
        Company("hotel", "own", {4: "challenge", 25: "half"}),
    ]
    for company in made:
        for _ in range(12):
            company.add()
    return made
