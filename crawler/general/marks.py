"""What tags, roles and classes say of an element: a part of the page, or what the value inside is."""

import re
from functools import lru_cache
from typing import Final

PARTS: Final = {"nav": "nav", "footer": "footer", "aside": "aside", "button": "button", "select": "form", "option": "form",
                "textarea": "form", "dialog": "dialog"}  # fmt: skip
ROLES: Final = {"navigation": "nav", "contentinfo": "footer", "search": "form", "dialog": "dialog", "alertdialog": "dialog",
                "menu": "nav", "menubar": "nav", "complementary": "aside", "tooltip": "dialog", "alert": "dialog", "tablist": "nav"}  # fmt: skip

# Words in class and id that say what part of a page an element is.
_WORD: Final = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_PART_WORDS: Final = {
    **dict.fromkeys("nav navbar navigation menu submenu megamenu breadcrumb breadcrumbs crumbs pagination pager skiplink offcanvas topbar toolbar tabs".split(), "nav"),
    **dict.fromkeys(["footer", "copyright", "colophon"], "footer"),
    **dict.fromkeys("cookie cookies consent gdpr ccpa onetrust cookiebot".split(), "cookie"),
    **dict.fromkeys("modal popup lightbox tooltip dropdown toast snackbar".split(), "dialog"),
    **dict.fromkeys("share sharing social socials addthis sharethis".split(), "share"),
    **dict.fromkeys(["newsletter", "subscribe", "subscription"], "newsletter"),
    **dict.fromkeys(["related", "similar", "recommended", "recommendations"], "related"),
    **dict.fromkeys(["sidebar"], "aside"),
    **dict.fromkeys(["comments", "disqus"], "comments"),
    **dict.fromkeys(["actions", "buttons", "btn"], "button"),
    **dict.fromkeys(["alert", "notification"], "dialog"),
}  # fmt: skip
# Such a word beside another does not name the part: "no-sidebar", "has-menu", "menu-open", "footer-space".
MAIN: Final = frozenset(("main", "content", "main-content", "page-content", "site-content", "primary"))
_STATES: Final = frozenset("no has with without open opened closed is not hide show fixed sticky type layout template page home single left right both left full wrap main content none divider vertical horizontal".split())
# What a class says of the value inside.
_FACT_WORDS: Final = {
    **dict.fromkeys("location locations city standort einsatzort arbeitsort lieu ubicacion sede locatie plaats lokalizacja miejsce place marker pin".split(), "location"),
    **dict.fromkeys("salary salaries pay compensation gehalt salaire salario plat wynagrodzenie remuneration wage".split(), "salary"),
    **dict.fromkeys(["department", "departments", "abteilung", "dept"], "department"),
    **dict.fromkeys("company employer hiringorganization unternehmen arbeitgeber entreprise empresa".split(), "company"),
    **dict.fromkeys(["posted", "published", "pubdate", "dateposted"], "date_posted"),
    **dict.fromkeys("employment contract jobtype worktype vertragsart arbeitszeit schedule briefcase".split(), "employment_type"),
    **dict.fromkeys(["workplace", "remote"], "workplace"),
    **dict.fromkeys(["requisition", "jobid", "refid"], "requisition_id"),
    **dict.fromkeys(["deadline", "closing", "expires"], "valid_through"),
}  # fmt: skip


@lru_cache(maxsize=8192)
def words_of(name: str) -> tuple[str, ...]:
    """The words of a class or id.

    >>> words_of("JobDetail__location-list navBar")
    ('job', 'detail', 'location', 'list', 'nav', 'bar')
    """
    return tuple(word.lower() for word in _WORD.findall(name[:300]))


@lru_cache(maxsize=8192)
def part_of(name: str) -> str | None:
    tokens = name[:300].split()
    if not MAIN.isdisjoint(tokens):
        return None
    for token in tokens:
        words = words_of(token)
        if len(words) <= 4 and (words and not _STATES.intersection(words)):
            for word in (words[0], words[-1], "".join(words)):
                if word in _PART_WORDS:
                    return _PART_WORDS[word]
    return None


@lru_cache(maxsize=8192)
def fact_of(name: str) -> str | None:
    for token in name[:300].split():
        words = words_of(token)
        if len(words) <= 5:
            for word in (*words, "".join(words[-2:])):
                if word in _FACT_WORDS:
                    return _FACT_WORDS[word]
    return None
