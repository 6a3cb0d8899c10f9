"""Keys by which candidates find each other, and which of two leads."""

from hashlib import blake2b

from crawler.duplicates.employer import company_key, on_aggregator, own_board, read_employer, speaks_of_client
from crawler.duplicates.facts import requisition_of, url_keys
from crawler.duplicates.likeness import plain_letters
from crawler.duplicates.names import COMMON
from crawler.duplicates.record import Record, text_of
from crawler.duplicates.titles import read_title, title_key
from crawler.duplicates.whereabouts import place_key, read_places


def content_key(posting: Record) -> str | None:
    """Equal for postings of one company with the same content at another address; ``None`` where company, title or text is missing.

    24 hexadecimal digits of :func:`company_key`, the words of the title, the places and the letters of the text. City, level and
    shift twins differ in one of them. What only :func:`compare` sees (numbers of two openings, teams) is not in it.

    >>> post = {"title": "Press Mechanic (m/f/d)", "company": "Falzwerk GmbH", "location": "Kassel, Germany", "description": "You fold."}
    >>> content_key(post) == content_key({**post, "title": "Press Mechanic", "company": "Falzwerk"})
    True
    >>> content_key(post) == content_key({**post, "location": "Fulda, Germany"})
    False
    """
    company, words = company_key(posting), read_title(text_of(posting, "title")).words
    text = plain_letters(text_of(posting, "description"))
    if not (company and words and text):
        return None
    said = "\0".join((company, " ".join(sorted(words)), place_key(read_places(posting)), text))
    return blake2b(said.encode("utf-8", "replace"), digest_size=12).hexdigest()


def blocks(posting: Record) -> list[str]:
    """The keys under which candidates for *posting* are looked for, sorted: two postings that share none are not compared.

    ``e|employer|title`` for every form of the employer's name, ``p|city|title`` for every city (an agency's copy bears another
    name), ``u|address``, ``r|employer|number``. Titles are reduced to the role, so a block holds one role of one house or one city.
    """
    employer, places, title = read_employer(posting), read_places(posting), text_of(posting, "title")
    labels = {*employer.names, employer.initials, *[word for word in employer.words if word not in COMMON][:3]} - {""}
    found = {f"u|{url}" for url in url_keys(posting)}
    if number := requisition_of(posting):
        found.update(f"r|{label}|{number}" for label in labels)
    if title and (role := title_key(title, places.words, employer.words)):
        found.update(f"e|{label}|{role}" for label in labels)
        found.update(f"p|{city}|{role}" for city in sorted(places.cities | places.around)[:8])
    return sorted(found)


def leader(a: Record, b: Record) -> Record:
    """Which of two that are one leads: the employer's own board before a copy (an agency's, a site's of many employers), then the older.

    Then the longer text, then the smaller id, so that the order never matters.
    """
    return min((a, b), key=_rank)


def _rank(posting: Record) -> tuple[int, str, int, str, str]:
    employer = read_employer(posting)
    agent = employer.agency or speaks_of_client(text_of(posting, "description"))
    dates = [text_of(posting, name)[:10] for name in ("date_posted", "first_seen")]
    return (
        3 if on_aggregator(posting) else 2 if agent else 0 if own_board(posting) else 1, min(filter(None, dates), default="~"),
        -len(text_of(posting, "description")), text_of(posting, "id"), text_of(posting, "url"),
    )  # fmt: skip
