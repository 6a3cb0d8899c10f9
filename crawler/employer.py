"""Who the employer is: display name, domain and board key as one company, whatever the platform."""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from crawler.items import Posting

LONGEST = 200  # characters of a name or key that are read



def words_of(*texts: str) -> frozenset[str]:
    """The words of a table that is written as plain text."""
    return frozenset(word for text in texts for word in text.split())


# Forms of company, folded, dots gone. https://en.wikipedia.org/wiki/List_of_legal_entity_types_by_country
LEGAL = words_of(
    "inc incorporated corp corporation co company llc llp lp ltd limited plc pllc pbc cic gmbh mbh ag kg kgaa ohg gbr ug se ev eg"
    " sa sas sasu sarl eurl snc srl spa sl slu sau lda ltda bv nv cv vof bvba srlu ab oy oyj as asa aps ivs hf ehf kft zrt nyrt doo"
    " ooo oao zao pao sro pte pty bhd sdn pvt private kk jsc ojsc tbk pt cvba sprl scrl spzoo sp zoo ead eood ood"
)
_LEGAL_IN_WORDS = ("株式会社", "有限会社", "合同会社", "有限公司", "股份有限公司", "주식회사", "общество с ограниченной ответственностью")
# Words that two companies share by chance; a name that is only such a word in common says nothing.
COMMON = words_of(
    "the a of and for group holding holdings international global national american british european first new general united royal"
    " city county state university college school hospital institute department ministry council services service solutions"
    " technology technologies software systems consulting partners capital digital data health care energy north south east west"
    " great best smart home next open blue red green golden star global world de la le el der die das"
)
# Who recruits for others: words in its name, and the largest names without one.
_AGENCY_WORDS = (
    "recruit", "staffing", "resourcing", "personnel", "personaldienst", "personalvermitt", "talent", "headhunt", "manpower", "executive search", "search partners",
    "employment agency", "zeitarbeit", "interim", "intérim", "temporaire", "trabajo temporal", "outsourcing", "hr consult", "careers consult",
)  # fmt: skip
_AGENCIES = words_of(
    "adecco randstad manpower manpowergroup hays kforce teksystems aerotek allegis kelly reed hackajob jobot cybercoders synergie"
    " gigroup brunel experis roberthalf michaelpage pagegroup pagepersonnel insightglobal robertwalters akkodis proman"
)
_SMALL = words_of("and of for the in de des du la le und fur y e et")
_CLIENT = re.compile(
    r"\b(?:our|my|the) clients?\b|\bon behalf of\b|\bacting as an employment|\bis collaborating with\b|\bunser(?:en|em)? (?:kunde|mandant|auftraggeber)"
    r"|\b(?:notre|nos) clients?\b|\bnuestro cliente\b|\bnostro cliente\b|\bonze opdrachtgever\b|\bnosso cliente\b",
    re.IGNORECASE,
)
# Sites that list postings of many employers; their names as registered, without the suffix.
AGGREGATORS = words_of(
    "linkedin indeed glassdoor adzuna ziprecruiter monster stepstone totaljobs reed cv-library cvlibrary jobserve jooble talent neuvoo careerjet"
    " simplyhired dice builtin wellfound angel hackajob welcometothejungle seek naukri bayt xing infojobs pracuj jobs jobsdb jobstreet"
    " careerbuilder snagajob remoteok weworkremotely remotive himalayas otta efinancialcareers arbeitsagentur jobindex finn nofluffjobs justjoin"
    " jobteaser apec hellowork irishjobs s1jobs cwjobs technojobs jora trovit jobrapido whatjobs jobleads theladders hired ycombinator workatastartup"
)
# Keys and labels that name no company.
_NO_NAME = words_of("careers career jobs job external internal recruiting recruitment apply www boards board global default search en us com hire work join team")


class Employer(NamedTuple):
    """*key*: the name folded to letters; *names*: every such form that stands for the company (name, domain, board).

    *initials* of a name of several words; *words*: the name's words, folded, without legal forms. *shown*: the name as it is
    printed. *agency*: works for others.
    """

    key: str | None
    names: frozenset[str]
    initials: str
    words: tuple[str, ...]
    shown: str | None
    agency: bool


def field_of(posting: Posting | Mapping[str, Any], name: str) -> Any:
    """The value of *name*, ``None`` where the posting or mapping has none."""
    return posting.get(name) if isinstance(posting, Mapping) else getattr(posting, name, None)


def text_of(posting: Posting | Mapping[str, Any], name: str) -> str:
    """The value of *name* where it is a text, else an empty one."""
    value = field_of(posting, name)
    return value if isinstance(value, str) else ""


def fold(text: str) -> str:
    """Small letters without accents.

    >>> fold("Crédit Zürich")
    'credit zurich'
    """
    if text.isascii():
        return text.casefold()
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))


def name_words(name: str) -> tuple[str, ...]:
    """The words of a company's name, folded, without its legal form, place of registration or a leading "The".

    >>> name_words("The Acme Widgets Co., Ltd."), name_words("Müller & Söhne GmbH & Co. KG"), name_words("Acme S.p.A.")
    (('acme', 'widgets'), ('muller', 'sohne'), ('acme',))
    """
    folded = fold(name[:LONGEST])
    for legal in _LEGAL_IN_WORDS:
        folded = folded.replace(legal, " ")
    folded = re.sub(r"\b(?:\w\.){2,}\w?|['’`]", lambda m: m[0].replace(".", "").strip("'’`"), folded)
    words = [w for w in re.findall(r"[^\W_]+", folded) if w not in ("and", "und", "et", "y")]
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    kept = [w for place, w in enumerate(words) if not place or w not in LEGAL]
    return tuple(kept)


def read_employer(posting: Posting | Mapping[str, Any]) -> Employer:
    """The employer of *posting*, from its company, company_url and board; what is missing is left out. Never raises."""
    shown = text_of(posting, "company")[:LONGEST].strip(" .,|-") or None
    words = name_words(shown) if shown else ()
    joined = "".join(words)
    names = {joined} if joined else set()
    initials = "".join(w[0] for w in words if w not in _SMALL) if len(words) > 1 else ""
    domain, board = domain_label(text_of(posting, "company_url")), board_label(posting)
    names.update(label for label in (domain, board) if label)
    agency = False
    if shown:
        folded = fold(shown)
        agency = any(word in folded for word in _AGENCY_WORDS) or bool(words and (words[0] in _AGENCIES or "".join(words[:2]) in _AGENCIES))
    return Employer(joined or domain or board, frozenset(n for n in names if len(n) > 1), initials, words, shown, agency)


def company_key(posting: Posting | Mapping[str, Any]) -> str | None:
    """One folded key per company, the same on every platform: the display name, else the domain, else the board's key.

    ``None`` when the posting names no company at all. Two keys that differ may still be one company under two names:
    :func:`relation` knows more.

    >>> company_key({"company": "Acme Widgets, Inc."}), company_key({"company_url": "https://www.acmewidgets.example.com"})
    ('acmewidgets', 'example')
    >>> company_key({"board": "acmewidgets"}), company_key({"board": "linkedin.com"})
    ('acmewidgets', None)
    """
    return read_employer(posting).key


@lru_cache(maxsize=4096)
def domain_label(url: str) -> str | None:
    """The registered name in *url* without its suffix, ``None`` for none or for a site of many employers.

    >>> domain_label("https://careers.acme.co.uk/jobs"), domain_label("https://uk.linkedin.com/company/acme")
    ('acme', None)
    """
    if not url or len(url) > 2000:
        return None
    label = _registered(url)
    return squeeze(label) if label and label not in AGGREGATORS and label not in _NO_NAME and not label.isdigit() else None


@lru_cache(maxsize=4096)
def _registered(url: str) -> str:
    """The label that was registered: "acme" of "https://jobs.acme.co.uk/"."""
    try:
        found: str = _suffixes()(url).domain.lower()
    except ValueError:
        return ""
    return found


@lru_cache(maxsize=1)
def _suffixes() -> Any:
    import tldextract  # Scrapy's own dependency; the list in the package, never fetched

    return tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)


def host_of(url: str) -> str:
    """The host of *url* without "www.", empty where there is none."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def on_aggregator(posting: Posting | Mapping[str, Any]) -> bool:
    """Whether *posting* was read on a site that lists postings of many employers, by its address or its board.

    >>> on_aggregator({"url": "https://uk.indeed.com/viewjob?jk=1"}), on_aggregator({"board": "LinkedIn"})
    (True, True)
    >>> on_aggregator({"platform": "greenhouse", "board": "indeed", "url": "https://boards.greenhouse.io/indeed/jobs/1"})
    False
    """
    board = text_of(posting, "board")[:LONGEST].casefold()
    own_key = field_of(posting, "platform") and "." not in board
    return any(_registered(host) in AGGREGATORS for host in (host_of(text_of(posting, "url")), "" if own_key else board) if host)


def board_label(posting: Posting | Mapping[str, Any]) -> str | None:
    """The company in the board's key, squeezed; ``None`` where the key names a site of many employers or nobody."""
    key = text_of(posting, "board")[:LONGEST]
    if not key:
        return None
    if re.search(r"\.[a-z]{2,}(?:$|[/:])", key, re.IGNORECASE):
        return domain_label(key)
    first = next((part for part in re.split(r"[/:|@]", fold(key)) if part and part not in _NO_NAME), "")
    first = re.sub(r"(?:[-_ ](?:careers?|jobs?|inc|llc|ltd|gmbh|\d{1,3}))+$", "", first)
    known_site = first in AGGREGATORS and not field_of(posting, "platform")
    return None if known_site or first in _NO_NAME or first.isdigit() else squeeze(first)


def squeeze(text: str) -> str | None:
    return "".join(re.findall(r"[^\W_]+", fold(text))) or None


def relation(a: Employer, b: Employer) -> str | None:
    """How two employers go together: ``same``, ``related`` (one name within the other, brands of a house), ``other``.

    ``None`` when one of them is not named.

    >>> hays, tech, bank = (read_employer({"company": n}) for n in ("Hayward Recruiting Ltd", "Hayward Technology", "City Bank"))
    >>> relation(hays, tech), relation(hays, bank)
    ('related', 'other')
    """
    if a.key is None or b.key is None:
        return None
    if a.key == b.key or a.names & b.names:
        return "same"
    short, long = sorted((a.words, b.words), key=lambda words: (len(words), words))
    if short and long:
        shared = 0
        while shared < len(short) and short[shared] == long[shared]:
            shared += 1
        if any(word not in COMMON and len(word) > 1 for word in short[:shared]):
            return "related"
    if (short and len(short[0]) >= 5 and short[0] not in COMMON and len(short) == 1 and short[0] in long) or a.initials in b.names or b.initials in a.names:
        return "related"  # "The Walt Acme Company" and "Acme"; "Bureau of Acme Research" and "BAR"
    first, second = sorted((a.key, b.key), key=lambda key: (len(key), key))
    return "related" if len(first) >= 5 and first not in COMMON and second.startswith(first) else "other"


def names_other(text: str, employer: Employer) -> bool:
    """Whether *text* names *employer*, written as a name (capital letters count, so that "sage" is not Sage)."""
    if not employer.shown:
        return False
    name = re.split(r"\s[|–—-]\s|[(,]", employer.shown)[0].strip(" .")
    words = name.split()
    while len(words) > 1 and (fold(words[-1]).strip(".") in LEGAL or fold(words[-1]) in ("group", "uk", "plc")):
        words.pop()
    while len(words) > 1 and fold(words[0]) == "the":
        words.pop(0)
    name = " ".join(words)
    if len(name) < 3 or fold(name) in COMMON:
        return False
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text[:20_000]) is not None


def speaks_of_client(text: str) -> bool:
    """Whether *text* is written by somebody who recruits for another ("our client")."""
    return _CLIENT.search(text[:20_000]) is not None
