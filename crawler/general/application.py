"""Where one applies: a link, a button or a form that says so, a link in the sentence about applying, a mail address."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final
from urllib.parse import urljoin, urlsplit

from lxml import etree

from crawler.general.outline import Block
from crawler.general.words import APPLY, GENERIC

TEXT_MAX: Final = 60  # characters of a link or button that says that it is for applying
BUTTONS_MAX: Final = 200  # buttons and forms looked at
AFTER: Final = 6  # lines after the text that may hold the mail address
ELSEWHERE: Final = frozenset(("nav", "footer", "related", "cookie", "newsletter", "comments", "share"))

_VEILED: Final = re.compile(r"/cdn-cgi/l/email-protection#((?:[0-9a-f]{2}){6,400})$", re.IGNORECASE)
_MAIL: Final = re.compile(r"mailto:[^?\s]+@[^?\s]+", re.IGNORECASE)
_GOES_TO: Final = re.compile(r"(?:location(?:\.href)?\s*=|window\.open\()\s*['\"]([^'\"\s]{4,500})['\"]")
# A copy of a posting leads to the first one, where one applies.
_ORIGINAL: Final = re.compile(
    r"\b(?:view|see|read|go to|visit)\b.{0,12}\b(?:original|source|full)\s(?:job |vacancy )?(?:listing|posting|post|ad|advert|vacancy|job)\b|\b(?:zur|zum)\s(?:original(?:anzeige|ausschreibung|stellenanzeige|inserat)|stellenanzeige beim)"
    r"|\b(?:voir l['’](?:annonce|offre) (?:originale|d['’]origine)|ver (?:la )?oferta original|ver (?:a )?vaga original|vedi (?:l['’])?annuncio originale|bekijk (?:de )?originele vacature|zobacz oryginalne ogłoszenie|zobrazit původní (?:inzerát|nabídku)|se det originale opslag)|元の求人",
    re.IGNORECASE,
)
# A sentence about how to apply.
_SEND: Final = re.compile(
    r"\b(?:cv|c\.v\.|resumes?|résumés?|curriculum|currículo|lebenslauf|bewerbungsunterlagen|životopis|życiorys|önéletrajz\w*|cover letter|application form|fill (?:in|out)|apply (?:here|via|through|by|using|on|at|with))\b|\bto apply\b|履歴書|応募フォーム|简历",
    re.IGNORECASE,
)
_BARE: Final = re.compile(r"^\W*(?:(?:this |the |our )?(?:link|form|application form|google form|here|page)|hier|ici|aquí|aqui|qui|tady|zde|tutaj|tu|her|här|formulár|formulář|formularz|formulaire|formulario|formulário|formulier|こちら|フォーム|此处|这里)\W*$", re.IGNORECASE)


def apply_url(root: etree._Element, blocks: Sequence[Block], body: Sequence[Block], last: int, url: str) -> str | None:
    """Where one applies for the posting at *url*; ``None`` when it is on the page itself, or not said.

    *body* is the text of the posting, *last* the number of its last line among *blocks*. The surest first: a link that
    says so, what such a link leads to on the page, a button or a form without fields, the link of a sentence about
    applying, a mail address in the text or right after it.
    """
    inner = None
    original = None
    for element in root.iter("a"):
        href = (element.get("href") or "").strip()
        if not href or len(href) > 2000:
            continue
        text = " ".join("".join(element.itertext()).split())
        if not text or len(text) > TEXT_MAX:
            continue
        if APPLY.search(text) and (APPLY.match(text) or len(text) < 40):
            if href.startswith("#") or href.partition("#")[0] == url:
                inner = inner or href.partition("#")[2]
            elif (found := address(href, url)) is not None:
                return found
        elif original is None and _ORIGINAL.search(text):
            original = address(href, url)
    return original or behind(root, inner, url) or pressed(root, url) or in_sentence(body, url) or mailed(blocks, body, last)


def address(href: str, url: str) -> str | None:
    """*href* as a mail address or an absolute address of the web, ``None`` for everything else."""
    if (mail := unveiled(href)) is not None:
        return mail
    if href.lower().startswith("mailto:"):
        return str(href) if "@" in href else None
    if href.startswith("#"):
        return None
    try:
        full = urljoin(url, href)
        parts = urlsplit(full)
    except ValueError:
        return None
    return full if parts.scheme in ("http", "https") and parts.netloc else None


def behind(root: etree._Element, name: str | None, url: str) -> str | None:
    """The mail address or the one other page that the part *name* of the page leads to: an "Apply" that jumps to it."""
    if not name or len(name) > 100 or any(mark in name for mark in "'\"/!"):
        return None
    target = next(iter(root.xpath("//*[@id=$name]", name=name)), None)
    if target is None:
        return None
    found = [to for link in islice(target.iter("a"), 20) if (to := address((link.get("href") or "").strip(), url)) and to.partition("#")[0] != url]
    mails = [to for to in found if to.startswith("mailto:")]
    return mails[0] if mails else found[0] if len(set(found)) == 1 else None


def pressed(root: etree._Element, url: str) -> str | None:
    """Where a button leads that says so: by its script, its data, or the form around it that asks for nothing."""
    for element in islice(root.iter("button", "form", "input"), BUTTONS_MAX):
        if element.tag == "form":
            action = (element.get("action") or "").strip()
            if action.lower().startswith("mailto:"):
                return address(action, url)
            if not action or (element.get("method") or "get").lower() != "get" or has_entries(element):
                continue
            text = " ".join(said(element))
        else:
            if element.tag == "input" and element.get("type") not in ("button", "submit"):
                continue
            match = _GOES_TO.search(element.get("onclick") or "")
            action = match[1] if match else (element.get("formaction") or element.get("data-href") or element.get("data-url") or "").strip()
            if not action:
                continue
            text = element.get("value") or " ".join("".join(element.itertext()).split())
        if 0 < len(text) <= TEXT_MAX and APPLY.search(text) and (found := address(action, url)) and found.partition("#")[0] != url:
            return found
    return None


def has_entries(form: etree._Element) -> bool:
    return any(True for _ in form.iter("textarea", "select")) or any(
        (field.get("type") or "text").lower() not in ("hidden", "submit", "button", "image") for field in form.iter("input")
    )


def said(form: etree._Element) -> Iterator[str]:
    for node in form.iter("button", "input"):
        text = node.get("value") if node.tag == "input" and node.get("type") in ("submit", "button") else "".join(node.itertext())
        if text and text.strip():
            yield " ".join(text.split())


def in_sentence(body: Sequence[Block], url: str) -> str | None:
    """The link of a sentence about applying: the only one of its line, which says "here", "this form" or the like."""
    for block in reversed(body):
        if len(block.hrefs) == 1 and len(block.text) < 400 and (_SEND.search(block.text) or APPLY.search(block.text)):
            words = [piece for piece in block.pieces if _BARE.match(piece) or GENERIC.fullmatch(piece) or _SEND.search(piece)]
            if (words or _BARE.match(block.text)) and (found := address(block.hrefs[0].strip(), url)) and found.partition("#")[0] != url:
                return found
    return None


def mailed(blocks: Sequence[Block], body: Sequence[Block], last: int) -> str | None:
    """The last mail address that the text links to, else the first one right after it."""
    after = [block for block in blocks[last + 1 : last + 1 + AFTER] if block.part not in ELSEWHERE]
    for block in (*reversed(body), *after):
        for href in block.hrefs:
            if _MAIL.match(href) or (href := unveiled(href) or ""):
                return href
    return None


def unveiled(href: str) -> str | None:
    """The mail address that Cloudflare hides from programs: each byte combined with the first one.

    >>> unveiled("/cdn-cgi/l/email-protection#1b717a5b7a357961")
    'mailto:ja@a.bz'
    """
    match = _VEILED.search(href)
    if match is None:
        return None
    key, *rest = bytes.fromhex(match[1])
    return "mailto:" + bytes(byte ^ key for byte in rest).decode("utf-8", "replace")
