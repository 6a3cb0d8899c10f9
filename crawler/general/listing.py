"""Which links of a page lead to postings, and which to their list."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import lru_cache
from typing import Final
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from crawler.general.links import Link, read_card
from crawler.general.outline import Outline
from crawler.general.paging import is_paged
from crawler.general.roles import GENDER, SENTENCE, is_title, names_role
from crawler.general.site import site_of
from crawler.general.words import CAREERS, GENERIC, NOT_POSTING, PATH_WORDS, TO_LISTING

POSTINGS_MAX: Final = 3_000  # links of a page that are taken for postings
SURE: Final = 5.0  # a link is a posting's by itself
NEARLY: Final = 4.0  # it is one beside a sure one of the same list
LIKELY: Final = 2.5  # it is one beside two

DOCUMENTS: Final = (".pdf", ".doc", ".docx", ".odt", ".rtf")
FILES: Final = (".jpg", ".jpeg", ".png", ".gif", ".svg", ".webp", ".zip", ".css", ".js", ".xml", ".rss", ".ics", ".mp4", ".mp3", ".xls", ".xlsx", ".ppt", ".pptx", ".vcf", ".ico")
# Sections of a site whose pages may well speak of roles, and are no postings.
ELSEWHERE: Final = frozenset(
    ["blog", "blogs", "news", "newsroom", "press", "presse", "article", "articles", "actualites", "actualite", "aktuelles", "noticias", "noticia", "notizie", "nieuws", "nyheder", "nyheter", "insights", "insight", "stories", "story", "events", "event", "webinar", "webinars", "podcast", "podcasts", "docs", "documentation", "product", "products", "produkte", "produits", "productos", "solutions", "services", "service", "leistungen", "customers", "case-studies", "case-study", "resources", "resource", "wiki", "help", "support", "forum", "people", "team", "teams", "author", "authors", "category", "categories", "tag", "tags", "courses", "course", "training", "trainings", "guide", "guides", "glossary", "profile", "profiles", "user", "users", "member", "members", "review", "reviews", "salaries", "salary", "interview", "interviews", "legal", "privacy", "policies"]
)
QUERY_IDS: Final = frozenset("id jobid job_id job jid gh_jid vacancy vacancyid position positionid posting postingid offer offerid offre req reqid requisitionid career careerid ref p pid jobdetail lever-via ashby_jid vacature stelle stellenid anzeige nid item itemid no idx seq".split())
_FILTER: Final = re.compile(r"categor|^cat$|depart|team|locati|city|country|region|filter|sort|order|^(?:search|q|query|type|tag|d|field)$|keyword|level|contract|industry|function", re.IGNORECASE)
_SLUG: Final = re.compile(r"\d{3,}|[0-9a-f]{8}-[0-9a-f]{4}|(?:[^\W_]+[-_+]){2,}[^\W_]+", re.IGNORECASE)
_NUMBER: Final = re.compile(r"\d{4,}")
_INDEX: Final = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?)$", re.IGNORECASE)
_SOCIAL: Final = re.compile(r"(?:^|\.)(?:facebook|twitter|x|linkedin|instagram|youtube|youtu|xing|tiktok|glassdoor|kununu|pinterest|t|wa|whatsapp|telegram|medium|github|google|maps|apple|vimeo|reddit|goo|bit)\.(?:com|be|me|ly|gl|co|de|org)$")


def segments(parts: SplitResult) -> tuple[str, ...]:
    return segments_of(parts.path)


@lru_cache(maxsize=8192)
def segments_of(path: str) -> tuple[str, ...]:
    return tuple(unquote(s).lower() for s in _INDEX.sub("/", path).split("/") if s)


@lru_cache(maxsize=8192)
def is_job_word(segment: str) -> bool:
    bare = segment.rsplit(".", 1)[0] if segment.endswith((".html", ".htm", ".php", ".aspx")) else segment
    if bare in PATH_WORDS:
        return True
    words = re.split(r"[-_]", bare)
    return len(words) <= 4 and any(word in CORE_WORDS for word in words)


CORE_WORDS: Final = frozenset("job jobs career careers vacancy vacancies vacature vacatures karriere stellen stellenangebote jobangebote emploi emplois recrutement empleo empleos vagas vaga lavoro kariera kariéra praca stillinger rekrutacja openings hiring recruit recruitment".split())


def is_careers_page(outline: Outline, url: str) -> bool:
    """Whether a page presents itself as one about work at its house: by its address, title or first headings."""
    if any(is_job_word(segment) for segment in segments(urlsplit(url))):
        return True
    heads = [outline.title, outline.metas.get("og:title", "")]
    heads += [block.text for block in outline.blocks if block.level in (1, 2) and block.part != "footer"][:6]
    return any(len(head) < 160 and CAREERS.search(head) for head in heads)


def posting_links(links: Sequence[Link], outline: Outline, url: str) -> list[Link]:
    """The links that lead to postings, each address once.

    Judged by the shape of the address, by what a person reads on the link or its card, and by the company it keeps: a
    link that looks like nothing by itself is one when its neighbours of the same list are.
    """
    careers = is_careers_page(outline, url)
    here = urlsplit(url)
    own = segments(here)
    best: dict[str, tuple[float, Link]] = {}
    for link in links:
        judged = judge(link, here, own, careers)
        if judged is not None and (link.url not in best or judged > best[link.url][0]):
            best[link.url] = (judged, link)
    # What names no role is a posting only beside what does.
    sure = {address for address, (score, link) in best.items() if score >= SURE and said(link)[0] is not None}
    if careers:
        # Beside the careers pages of a site nothing but the titles tells its postings: several in one list.
        titled: dict[tuple[object, ...], list[str]] = defaultdict(list)
        for address, (score, link) in best.items():
            if score >= LIKELY and address not in sure and len(link.text) <= 70 and is_title(link.text):
                titled[list_of(link)].append(address)
        sure.update(address for addresses in titled.values() if len(addresses) > 1 for address in addresses)
    lists: Counter[tuple[object, ...]] = Counter()
    for address in sure:
        link = best[address][1]
        lists[list_of(link)] += 1
    chosen = []
    for address, (score, link) in best.items():
        beside = lists[list_of(link)]
        if address in sure or (score >= LIKELY and beside >= 2) or (score >= NEARLY and beside) or (careers and score >= 0 and beside >= 3):
            chosen.append(link)
    return chosen[:POSTINGS_MAX]


def list_of(link: Link) -> tuple[object, ...]:
    return (link.parts.netloc, directory(link.parts), link.place)


def directory(parts: SplitResult) -> tuple[str, ...]:
    return segments(parts)[:-1]


def judge(link: Link, here: SplitResult, own: tuple[str, ...], careers: bool) -> float | None:
    """How surely *link* leads to a posting; ``None``: it does not."""
    parts = link.parts
    path = parts.path.lower()
    if same_page(parts, here) or path.endswith(FILES) or _SOCIAL.search(parts.hostname or "") or link.part in ("cookie", "newsletter", "comments"):
        return None
    document = path.endswith(DOCUMENTS)
    way = segments(parts)
    if not way and not parts.query:
        return None
    last = way[-1] if way else ""
    if is_paged(parts):
        return None
    title, generic = said(link)
    role = title is not None
    gendered = role and bool(GENDER.search(title or ""))
    same_site = site_of(parts.hostname or "") == site_of(here.hostname or "")
    in_jobs = any(is_job_word(segment) for segment in way[:-1]) or bool(id_in_query(parts) and any(is_job_word(segment) for segment in way))
    score = 0.0
    if role:
        score += 3 + gendered
    if in_jobs:
        score += 3
    below = careers and bool(own) and len(way) > len(own) and way[: len(own)] == own
    if below:
        score += 1.5
    if careers and role and same_site:
        score += 1
    if not in_jobs and not gendered and not below:
        score -= 1.5
    if filters(parts):
        score -= 4
    if _SLUG.search(last) or id_in_query(parts):
        score += 1
    if link.headed:
        score += 0.5
    if any(segment in ELSEWHERE for segment in way[:-1]):
        score -= 5
    slug = last.rsplit(".", 1)[0]
    if NOT_POSTING.fullmatch(slug) or (not role and NOT_POSTING.search(slug) and len(slug) < 30 and not _NUMBER.search(slug)):
        score -= 6
    if not role and len(way) >= 1 and is_job_word(last) and not id_in_query(parts):
        score -= 5
    if not same_site and not (in_jobs and role):
        score -= 4
    if not role and not generic and link.text and not in_jobs:
        score -= 2
    if not link.text and not role:
        score -= 0.5
    if link.part in ("nav", "footer"):
        score -= 4
    elif link.part in ("related", "aside", "dialog", "share"):
        score -= 0.5 if in_jobs else 1.5
    if document:
        score = 5.5 if careers and same_site and role and link.part is None else LIKELY if careers and same_site and link.part is None and (generic or in_jobs) else -1.0
    return score


def said(link: Link) -> tuple[str | None, bool]:
    """The title that a link or its card says, and whether the link's own text says nothing of where it leads."""
    generic = not link.text or bool(GENERIC.fullmatch(link.text)) or len(link.text) < 3
    if not generic and (is_title(link.text) or (len(link.text) <= 120 and link.text[-1] not in ".!?" and names_role(link.text) and not SENTENCE.search(link.text))):
        read_card(link)
        return link.text, False
    if link.part in ("nav", "footer"):
        return None, generic
    for line in read_card(link)[:6]:
        if is_title(line) and not GENERIC.fullmatch(line):
            return line, generic
    return None, generic


def same_page(parts: SplitResult, here: SplitResult) -> bool:
    return (
        parts.netloc.removeprefix("www.") == here.netloc.removeprefix("www.")
        and _INDEX.sub("/", parts.path).rstrip("/") == _INDEX.sub("/", here.path).rstrip("/")
        and (parts.query == here.query or not parts.query)
        and not parts.fragment
    )


def id_in_query(parts: SplitResult) -> bool:
    return any(name.lower() in QUERY_IDS and any(c.isdigit() for c in value) for name, value in parse_qsl(parts.query)) if parts.query else False


def filters(parts: SplitResult) -> bool:
    """Whether an address is a listing narrowed down: ``?category=11``, ``?careerLevel=graduates``."""
    return bool(parts.query) and any(_FILTER.search(name) for name, _ in parse_qsl(parts.query, keep_blank_values=True)) and not id_in_query(parts)


def to_listing(links: Sequence[Link], url: str) -> list[str]:
    """The list of vacancies that a page about working there leads to; of this site, and below its careers pages."""
    here = urlsplit(url)
    for link in links:
        way = segments(link.parts)
        if (
            way and link.part not in ("footer", "cookie") and 3 < len(link.text) < 60 and TO_LISTING.search(link.text) and any(is_job_word(segment) for segment in way)
            and site_of(link.parts.hostname or "") == site_of(here.hostname or "") and not same_page(link.parts, here) and not link.parts.path.lower().endswith(DOCUMENTS + FILES)
            and not NOT_POSTING.fullmatch(way[-1])
        ):  # fmt: skip
            return [link.url]
    return []
