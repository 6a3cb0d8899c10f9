"""Keys by which candidates find each other, and which of two leads."""

from typing import NamedTuple

from crawler.duplicates.employer import on_aggregator, own_board, read_employer, speaks_of_client
from crawler.duplicates.facts import url_keys
from crawler.duplicates.names import COMMON
from crawler.duplicates.record import Record, text_of
from crawler.duplicates.titles import title_key
from crawler.duplicates.whereabouts import Places, read_places

WORDS = 3  # of a name that stand for it
CITIES = 8
LONG = 10**7 - 1  # letters of a text
BANDS = 8  # bytes of a digest: texts that share 0.4 of their pieces meet in 98 of 100 cases, strangers in 16


class Block(NamedTuple):
    """One key under which candidates find each other: *scope* (a house, a city, a site), *key* within it, and the *place* if any.

    Two postings meet in a block of one scope and key whose places are equal, or where one of them has none.
    """

    scope: str
    key: str
    place: str = ""


def blocks_of(posting: Record, text_digest: bytes = b"") -> list[Block]:
    """The blocks of *posting*, sorted and each once: two postings that meet in none are not compared.

    By employer (every form of its name), role and city; by address; and by city, role and a part of the text's
    :func:`crawler.duplicates.digest`, because an agency's copy bears another name. Titles are reduced to the role.

    >>> [*blocks_of({"title": "Press Mechanic (m/f/d)", "company": "Falzwerk GmbH", "location": "Kassel, Germany"})]
    [Block(scope='employer falzwerk', key='mechanic press', place='kassel')]
    """
    employer, places, title = read_employer(posting), read_places(posting), text_of(posting, "title")
    found = {Block(f"url {url.partition('/')[0]}", url) for url in url_keys(posting)}
    if title and (role := title_key(title, places.words, employer.words)):
        labels = {*employer.names, employer.initials, *[word for word in employer.words if word not in COMMON][:WORDS]} - {""}
        cities = sorted(places.cities | places.around)[:CITIES] or [""]
        found.update(Block(f"employer {label}", role, city) for label in labels for city in cities)
        found.update(
            Block(f"text {place}", f"{role} {number} {value}")
            for place in text_places(places)
            for number, value in enumerate(text_digest[4 : 4 + BANDS])
        )
    return sorted(found)


def text_places(places: Places) -> set[str]:
    """Where another advertiser's copy of a posting would be: one name for what :func:`same_place` calls the same."""
    if places.cities:
        return {min(places.cities), *(places.around if len(places.cities) == 1 else ())}
    named = places.regions or places.countries
    return {" ".join(sorted(named))} if named else set()


def leader(a: Record, b: Record) -> Record:
    """Which of two that are one leads: the first by :func:`rank`, then by id and address, so that the order never matters."""
    return min((a, b), key=lambda one: (rank(one), text_of(one, "id"), text_of(one, "url")))


def rank(posting: Record) -> str:
    """The smaller leads: the employer's own board before a copy (an agency's, a site's of many employers), then the older, then the longer.

    A word of one length: a digit, a day, what is left of :data:`LONG` letters.
    """
    employer = read_employer(posting)
    description = text_of(posting, "description")
    agent = employer.agency or speaks_of_client(description)
    days = [text_of(posting, name)[:10] for name in ("date_posted", "first_seen")]
    where = 3 if on_aggregator(posting) else 2 if agent else 0 if own_board(posting) else 1
    return f"{where} {min(filter(None, days), default='~'):10} {LONG - min(len(description), LONG):07}"
