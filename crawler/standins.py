"""Pages with status 200 that stand in for the one that was asked for: they hold no posting, and prove nothing.

They are looked for only where a page has no posting, no link to one, and does not say that there is none.
Languages of the words: English, German, French, Spanish, Portuguese, Dutch, Italian, Japanese.
"""

import re
from typing import Final
from urllib.parse import urlsplit

from scrapy.http import Response, TextResponse

from crawler.general.notices import says_closed
from crawler.general.outline import outline_of
from crawler.general.shell import CHALLENGES
from crawler.lists.address import folded
from crawler.verdicts import Failure

SOURCE_MAX: Final = 500_000  # characters of a page's source that are looked at
TEXT_MAX: Final = 3_000  # characters that a person sees on such a page
HEAD_MAX: Final = 12  # lines at its beginning that can say what it is

CHALLENGE_MARKS: Final = (*CHALLENGES, "captcha-delivery.com", "/_incapsula_resource", "g-recaptcha-response", "hcaptcha.com/1/api.js", "perimeterx", "distil_r_captcha")
CHALLENGE: Final = re.compile(
    r"^just a moment|attention required!? \| cloudflare|pardon our interruption|verify(?:ing)? (?:that )?you are (?:a )?human|are you (?:a )?(?:robot|human)|robot check"
    r"|^access (?:to this page has been )?denied|checking your browser|unusual traffic|enable (?:javascript and )?cookies to continue|request unsuccessful\. incapsula|ddos-guard"
    r"|bestätigen sie, dass sie (?:ein mensch|kein roboter)|vérifiez que vous êtes (?:un )?humain|verifi(?:ca|que) que (?:eres|é|es) (?:un )?human|controleer of u een mens|verifica di essere umano"
    r"|ロボットではない|人間であることを確認",
    re.IGNORECASE,
)
LOGIN: Final = re.compile(
    r"^(?:please )?(?:sign|log)[ -]?in\b|^login\b|you (?:must|need to) (?:be logged|log|sign) in|session (?:has )?expired|^anmeld(?:en|ung)\b|bitte melden sie sich an|^(?:se )?connecter|^connexion|identifiez-vous"
    r"|^inici(?:ar|a) sesi[óo]n|^acceder$|^iniciar sess[ãa]o|^entrar$|fa[çc]a (?:o )?login|^inloggen|^acced[io]|effettua (?:il )?login|ログイン",
    re.IGNORECASE,
)
PARKED: Final = re.compile(
    r"(?:this |the )?domain (?:name )?(?:\S+ )?(?:is |may be )?(?:for sale|parked)|buy this domain|parked (?:free|domain)|domain parking|make (?:an )?offer on this domain|this domain has expired"
    r"|diese domain (?:\S+ )?(?:steht zum verkauf|kann gekauft|ist geparkt)|domain (?:\S+ )?(?:zu verkaufen|kaufen)|(?:nom de )?domaine (?:\S+ )?est (?:à vendre|en vente|réservé)"
    r"|dominio (?:\S+ )?(?:está (?:en venta|a la venta)|è in vendita|in vendita|aparcado)|dom[ií]nio (?:\S+ )?(?:está )?à venda|domein(?:naam)? (?:\S+ )?(?:is )?te koop|ドメイン(?:名)?は(?:販売|売り出し|お売り)",
    re.IGNORECASE,
)
PARKED_MARKS: Final = ("sedoparking.com", "parkingcrew.net", "bodis.com", "hugedomains.com", "afternic.com/forsale", "dan.com/buy-domain", "parklogic.com", "above.com/marketplace", "window.park =")
MISSING: Final = re.compile(
    r"^(?:error |fehler |erreur )?404\b|page (?:you requested )?(?:was |could )?(?:not (?:be )?found|does(?:n['’]t| not) exist|no longer exists)|^(?:page )?not found|seite (?:wurde )?nicht gefunden|seite existiert nicht"
    r"|page (?:introuvable|non trouvée)|p[áa]gina no (?:encontrada|existe)|página não (?:encontrada|existe)|pagina (?:non trovata|inesistente|niet gevonden)|(?:ページ|お探しの?ページ)(?:が|は)?見つかりません",
    re.IGNORECASE,
)
OUT_OF_ORDER: Final = re.compile(
    r"under maintenance|scheduled maintenance|temporarily (?:unavailable|down)|(?:we['’]ll|will) be (?:right )?back|service unavailable|internal server error|something went wrong|wartungsarbeiten|wegen wartung|vorübergehend nicht"
    r"|en maintenance|momentanément indisponible|en mantenimiento|temporalmente (?:no disponible|fuera)|em manutenção|temporariamente indispon|in manutenzione|temporaneamente non disponibile|in onderhoud|tijdelijk niet (?:beschikbaar|bereikbaar)|メンテナンス中",
    re.IGNORECASE,
)  # fmt: skip


def stand_in(response: Response) -> Failure | None:
    """What the page of *response*, which has no posting, is instead; ``None`` when it may be what it was asked for to be.

    >>> from scrapy.http import HtmlResponse
    >>> page = b"<title>acme.example</title><h1>The domain acme.example is for sale</h1>"
    >>> stand_in(HtmlResponse("https://acme.example/careers", body=page))
    Failure(verdict='gone', why='https://acme.example/careers is a parked domain')
    >>> stand_in(HtmlResponse("https://acme.example/careers", body=b"<h1>Careers</h1><p>Our values</p>"))
    """
    if not isinstance(response, TextResponse):
        return None
    source = response.text[:SOURCE_MAX].lower()
    if source.lstrip()[:1] in ("{", "["):
        return Failure("blocked", f"{response.url} asks whether a person is there") if "captcha-delivery.com" in source else None
    root = response.selector.root if response.selector.type in ("html", "xml") else None
    if root is None:
        return None
    outline = outline_of(root)
    lines = [line.text for line in outline.blocks]
    if sum(map(len, lines)) > TEXT_MAX:
        return None  # a page of its own, whatever words it has
    head = [text for text in (outline.title, *lines[:HEAD_MAX]) if text]
    said = [text for text in (outline.title, *lines) if text]
    if any(mark in source for mark in CHALLENGE_MARKS) or any(map(CHALLENGE.search, head)):
        return Failure("blocked", f"{response.url} asks whether a person is there")
    if any(mark in source for mark in PARKED_MARKS) or any(map(PARKED.search, said)):
        return Failure("gone", f"{response.url} is a parked domain")
    if response.xpath("//input[@type='password']") and (any(map(LOGIN.search, said)) or not lines):
        return Failure("blocked", f"{response.url} asks for a log-in")
    if any(map(MISSING.search, head)):
        return Failure("gone", f"{response.url} says that there is no such page")
    if any(map(OUT_OF_ORDER.search, head)):
        return Failure("error", f"{response.url} says that it is out of order")
    if says_closed(outline.blocks):
        return Failure("gone", f"{response.url} says that the posting is over")
    return None


def led_away(asked: str, got: str, listings: set[str]) -> bool:
    """Whether the address of a posting led to one of the *listings*, or to the site's front page, instead.

    >>> led_away("https://acme.example/jobs/7", "https://acme.example/jobs/", {"https://acme.example/jobs"})
    True
    >>> led_away("https://acme.example/jobs/7", "https://acme.example/jobs/7-cook", {"https://acme.example/jobs"})
    False
    """
    there = folded(got)
    if there == folded(asked):
        return False
    lists = {folded(url) for url in listings}
    path = folded(got.partition("?")[0].partition("#")[0])  # /jobs?error=true is the list, too
    return there in lists or not urlsplit(got).path.strip("/") or (path in lists and path != folded(asked.partition("?")[0]))
