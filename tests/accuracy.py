"""Measures what the readers get right, and writes docs/accuracy.md: ``python tests/accuracy.py [--print]``.

Reads the labelled sets and the corpora beside the project (``../shared``, or the folder that ACCURACY_SETS names), which are no part
of it; where they are absent nothing is written. Takes some 20 seconds.
"""

import re
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import agreement
import scoring
from scoring import ROOT, Miss, Share

PAGE = ROOT / "docs" / "accuracy.md"
SHOWN = 12  # misses of one kind
WORDS = 90  # characters of a miss
GROUPS = 24  # currencies

HEAD = """# What the readers get right

Written by `python tests/accuracy.py` on {day}, at commit {commit}; not by hand. The texts are real ones of other people's, kept
beside the project and no part of it; where a miss is shown it is cut short. The word lists grew beside these sets (the
development halves), so the figures flatter: other halves, from other sources, are kept apart.

| | | |
| --- | --- | --- |
{summary}
"""

RIVALS = """## Beside other readers

Measured before our readers were written, on 46 strings (40 with pay, 6 without) that are not in our sets: not the same
texts as above, so compare the size and not the digit.

| pay | full answer | amounts only | silent | wrong | false alarms | per text |
| --- | ---: | ---: | ---: | ---: | ---: | ---: |
| jobseek `parse_salary_text` | 20/40 | 20/40 | 14 | 6 | 0/6 | 218 us |
| python-jobspy 1.4.1, LinkedIn guess | 7/40 | 10/40 | 28 | 5 | 1/6 | 2 us |
| python-jobspy 1.1.82 `extract_salary` | 6/40 | 9/40 | 28 | 6 | 1/6 | 2 us |
| ats-scrapers 0.3.0 `parse_salary_range` | 0/40, gives no currency or period | 23/40 | 1 | 39 | 5/6, not meant for prose | 7 us |

Near-duplicates, 40 made pairs of each kind: career-ops' SimHash joins 40 exact copies, 4 with 3 % of the words changed, 0 agency copies, and flags
39 of 40 openings in another city; JobFunnel's TF-IDF 40, 40, 6 and 40. On the labelled pairs above the best simple rule there (fuzzy company,
title and place with containment of half the text) has F1 0.727, shingle likeness alone 0.730 at best.

JSON-LD in 17 awkward shapes: extruct with a walk 11, jobseek's reader 9. Ours reads every shape named there and more (`tests/test_schema_org.py`).
"""


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    rows = list(rows)
    figures = [bool(rows) and all(re.fullmatch(r"[\d,.]+(?: %)?|-", str(row[at])) for row in rows) for at in range(len(head))]
    lines = [head, ["---:" if figure else "---" for figure in figures], *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)


def short(text: str) -> str:
    """*text* on one line, cut, without what could be a person's address, and safe in a table."""
    text = re.sub(r"\S+@\S+|\+?\d[\d ()-]{9,}\d", "...", " ".join(text.split())).replace("|", "/").replace("`", "'")
    return text if len(text) <= WORDS else f"{text[:WORDS].rstrip()} ..."


def misses(found: Sequence[Miss]) -> str:
    if not found:
        return "No miss.\n"
    rows = [(miss.kind, f"`{short(miss.text)}`", short(miss.wanted), short(miss.got)) for miss in found[:SHOWN]]
    more = f"\n\n{len(found) - SHOWN} more." if len(found) > SHOWN else ""
    return f"{table(('missed', 'text', 'is', 'was read as'), rows)}{more}\n"


def groups(by: dict[str, Share]) -> str:
    shown = list(by.items())[:GROUPS]
    return table(("", "texts", "right"), [(name, share.of, share) for name, share in shown])


def pay_part(pay: scoring.Pay) -> str:
    return f"""## Pay

`read_salary` on {pay.whole.of + pay.false_alarms.of} snippets, fields and JSON objects, {pay.whole.of} of them with pay. Right: minimum, maximum, currency and period, all of them.
By currency:

{groups(pay.by["currency"])}

By period, and by kind of text:

{groups(pay.by["period"] | pay.by["kind"])}

{misses(pay.misses)}
How it is read: [salary.md](salary.md).
"""


def places_part(places: scoring.Places) -> str:
    shares = [(name, getattr(places, name)) for name in ("cities", "countries", "workplace", "scope", "everything")]
    return f"""## Places

`read_location` on {places.cities.of} location texts; right is the exact set.

{table(("", "right"), shares)}

{misses(places.misses)}
How it is read: [location.md](location.md).
"""


def dates_part(dates: scoring.Dates) -> str:
    return f"""## Dates

`read_posted` on {dates.right.of} texts: {dates.right.right} right.

{misses(dates.misses)}"""


def duplicates_part(pairs: scoring.Pairs) -> str:
    rows = [(name, found + missed, found, merged + apart, merged) for name, (found, merged, missed, apart) in pairs.by.items()]
    return f"""## Duplicates

`compare` on {pairs.found + pairs.merged + pairs.missed + pairs.apart} hard pairs: precision {pairs.precision:.3f}, recall {pairs.recall:.3f}, F1 {pairs.f1:.3f}.

{table(("pairs", "are one", "found", "are two", "merged"), rows)}

{misses(pairs.misses)}
How it is judged: [duplicates.md](duplicates.md).
"""


def pages_part(pages: scoring.Row) -> str:
    def figure(value: float | None) -> str:
        return "-" if value is None else f"{value:.3f}"

    rows = [
        (name, figure(one["precision"]), figure(one["recall"]), figure(one["f1"]), one["fp"], one["fn"])
        for name, one in [*pages["fields"].items(), ("addresses of postings", pages["listing"]["urls"]), ("next page", pages["listing"]["next"])]
    ]
    said, listing = pages["description"], pages["listing"]
    return f"""## Saved pages of companies' own sites

`read` on {pages["pages"]} postings and {listing["pages"]} listings of any software or none. Texts: {said["whole"]} of {said["pages"]} whole, {said["clean"]} of them with next to nothing else;
listings read exactly: {listing["perfect"]} of {listing["pages"]}.

{table(("field", "precision", "recall", "F1", "wrong", "missed"), rows)}
"""


def recorded_part(answers: scoring.Answers) -> str:
    rows = [(name, share.of, share.right, postings) for name, (share, postings) in answers.by.items()]
    wrong = "".join(f"- {line}\n" for line in answers.wrong) or "None is read otherwise.\n"
    return f"""## Recorded answers of platforms

`read` on {answers.right.of} files; right: as many postings come out as are in it, the embedded board is found, and a page of something else gives none.

{table(("platform", "files", "right", "postings"), rows)}

{wrong}"""


APART = """By eye, when this page was first written: every pair that lies apart, and the 132 whose ends differ. Of the boards' columns, none of
the 15 was a mistake of ours: 14 are guesses that lack the mark (to the penny, another figure for every copy of one advertisement), one column has
lost its thousands (99 to 124). Where only one end agrees, the text says "up to" and the column has an invented minimum, or the column annualises a day's or an hour's
pay, as we do, at 260 and 2,080. Ranges that only overlap are single middle figures in the column. Of EMSCAD's, columns and texts contradict each other (a column of
30,000 beside "$10 per hour"; frauds of "250,000 to 500,000"); in one the pay of two months in advance is read as a second figure. Pay that texts state
and that was not read was looked for the other way round: 11 headlines whose plus signs were lost ("Up to £85K Bonus") had been missed; most are read since.
The columns without pay in the text belong to teasers that are cut before it, and to platforms that give pay as a field only."""


def agreement_part() -> str:
    board, emscad, levels = agreement.board_pay(), agreement.emscad_pay(), agreement.emscad_education()
    good, places = agreement.places_of_emscad()
    rows = [
        (name, *(one.both[kind] for kind in agreement.KINDS), one.only_column)
        for name, one in (
            ("boards' columns, as stated", board["stated"]),
            ("boards' own guesses", board["guessed"]),
            ("EMSCAD `salary_range`", emscad),
        )
    ]
    apart = [(f"`{column}`", f"`{short(text)}`") for one in (board["stated"], emscad) for column, text in one.apart]
    alike = sum(count for (said, read), count in levels.both.items() if said == read)
    other = [(said, read, count) for (said, read), count in levels.both.most_common() if said != read]
    return f"""## Texts against columns

Nobody labelled these, and a column may be wrong or say something else than the text. "Same": both ends, as stated or as a year's pay, within 1 %.

{table(("pay", "same", "one end", "overlap", "apart", "column, no pay in the text"), rows)}

{APART}

{table(("column", "text that was read"), apart)}

Education: EMSCAD's `required_education` and the level read from the text are the same in {alike} of {levels.both.total()} different postings that have both; {levels.only_column} have a level only in
the column, {levels.only_text} only in the text. Where they differ the text mostly names another level than the column ("high school diploma required" under `Master's Degree`):

{table(("column", "text", "postings"), other)}

Places: {good} of {places} different locations of EMSCAD ("US, TX, Austin") give the country that they begin with.
"""


def whole_part(whole: agreement.Whole) -> str:
    faults = [*whole.raised, *whole.invalid]
    said = "Nothing raises, every line is valid." if not faults else "\n".join(f"- {short(fault)}" for fault in faults)
    return f"""## Whole corpora

{whole.postings:,} postings (EMSCAD in part, its cleaned half, boards) through the whole of `normalise`, without their columns. {said}

{table(("read from the text", "postings"), whole.fields.most_common())}

{table(("flag", "postings"), sorted(whole.flags.items()))}

`pay_conflict` would be raised for {whole.conflicts} of the boards' columns.
"""


def commit() -> str:
    return subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()


def build() -> str:
    pay, places, dates = scoring.pay(), scoring.places(), scoring.dates()
    pairs, pages, answers = scoring.duplicates(), scoring.pages(), scoring.recorded()
    whole = agreement.whole()
    summary = [
        ("pay", f"{pay.whole} of {pay.whole.of} texts", f"{pay.false_alarms.right} false alarms in {pay.false_alarms.of}"),
        ("basis, equity, bonus", ", ".join(map(str, pay.parts.values())), ""),
        ("places", f"cities {places.cities}, countries {places.countries}", f"{places.cities.of} texts"),
        ("workplace, scope", f"{places.workplace}, {places.scope}", ""),
        ("dates", f"{dates.right.right} of {dates.right.of}", ""),
        ("duplicates", f"precision {pairs.precision:.3f}, recall {pairs.recall:.3f}", f"{pairs.merged} merged wrongly"),
        ("saved pages", f"title F1 {pages['fields']['title']['f1']:.3f}, text {pages['fields']['description']['f1']:.3f}", f"{pages['pages']} postings"),
        ("recorded answers", f"{answers.right.right} of {answers.right.of} files", f"{sum(count for _, count in answers.by.values())} postings"),
        ("corpora", f"{whole.postings:,} postings", f"{len(whole.raised)} raised"),
    ]
    head = HEAD.format(day=scoring.today(), commit=commit(), summary="\n".join(f"| {' | '.join(row)} |" for row in summary))
    parts = [
        pay_part(pay), places_part(places), dates_part(dates), duplicates_part(pairs), pages_part(pages), recorded_part(answers),
        agreement_part(), whole_part(whole), RIVALS,
    ]  # fmt: skip
    return "\n".join([head, *parts])


def main(arguments: list[str]) -> str | None:
    if not scoring.present():
        return f"nothing measured: {scoring.ABSENT}"
    page = build()
    if "--print" in arguments:
        print(page)
    else:
        Path(PAGE).write_text(page, encoding="utf-8")
    return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
