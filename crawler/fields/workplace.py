"""The words for remote, hybrid and on-site work, in the languages that postings use."""

import re

REMOTE, HYBRID, ONSITE, ANYWHERE, SPREAD = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004"
CHOICE = "\ue005"  # remote beside hybrid or on-site, as one of several ways
MARKS = REMOTE + HYBRID + ONSITE + ANYWHERE + SPREAD + CHOICE

_COUNT = r"[1-4] ?(?:-|–|to|or)? ?\d? ?(?:days?|x)(?: ?(?:a|per|/|each)? ?(?:week|wk|month))?,? ?"
_HYBRID = (
    # Some days of each: the words for remote or on-site inside are no offer of their own.
    _COUNT + r"(?:remote|from home|wfh|at home|in[- ](?:the )?office|in[- ]person|on[- ]?site|office|in\b)",
    r"(?:partial(?:ly)?|partly|part|semi|mostly|occasional(?:ly)?|some|teilweise|tlw\.?)[- ]?(?:remote|wfh|home[- ]?office)(?:[- ]work)?",
    r"teilremote", r"télétravail (?:partiel|occasionnel|hybride)", r"teletrabajo parcial", r"zdalna częściowo",
    r"hybrid(?:es?|as?|os?|en?|t|ní|ný|n[aíyý]|work(?:ing)?)?\b(?:[- ](?:remote|work(?:ing|place)?|model|role|job|schedule))*",
    r"h[íi]brid[oa]s?\b", r"hibrid[aeiou]?\b", r"hybrydow\w+", r"ibrid[oa]\b", r"hibrit", r"гибрид\w*", r"гібрид\w*", "混合办公",
    "混合辦公", "混合", "ハイブリッド", "하이브리드", "هجين", "היברידי",
)  # fmt: skip
_ONSITE = (
    r"(?:5|five) days(?: (?:a|per) week)?,? (?:in|on)[- ](?:the )?(?:office|person|site)",
    r"(?:non|not?)[- ]remote", r"remote (?:is )?not (?:available|possible|offered)", r"no (?:wfh|work from home)",
    r"(?:100% )?on[- ]?site\b(?:[- ](?:only|work|role|job))*", r"in[- ]the[- ]office", r"in[- ]?office\b", r"in[- ]?person\b",
    r"(?<![\w-])office[- ]based", r"presencial", r"presenziale", r"in presenza", r"sur site", r"en présentiel", r"présentiel", r"vor ort\b",
    r"stacjonarn\w+", r"na miejscu", r"in sede", r"på plats\b", r"op locatie", r"на месте", r"в офисе", "坐班", "现场办公", "現場",
    "到岗", "出社", "常駐", "상주", "출근",
)  # fmt: skip
_ANYWHERE = (
    r"(?:work(?:ing)? )?(?:from )?anywhere(?: in the world)?", r"ortsunabhängig", r"desde cualquier lugar", r"de qualquer lugar",
)  # fmt: skip
_REMOTE = (
    r"(?:(?:100 ?%|fully|full|completely|entirely|all|permanent(?:ly)?|primarily|temporarily)[- ]*)?remot(?:e|ely)\b"
    r"(?:[- ](?:friendly|first|ok|okay|possible|optional|option|options|eligible|only|work|working|job|jobs|position|positions|role|roles|"
    r"allowed|available|considered|preferred|based|opportunity|worker|workers|office|team|employee|employees|location|locations)\b)*",
    r"work(?:ing)?[- ](?:from|at)[- ]home", r"\bwfh\b", r"home[- ]?based", r"home[- ]?office", r"tele[- ]?(?:commut|work)\w*", r"\bvirtual\b(?: office)?",
    r"télé-?travail(?: (?:total|complet|possible|100 ?%))?", r"teletrabajo", r"teletrabalho", r"(?:à|a|en) distan(?:ce|cia|za)",
    r"(?:trabajo |trabalho |lavoro |100% )?(?:en )?remot[oa]s?\b", r"da remoto", r"desde casa", r"smart ?working", r"(?:praca )?zdaln\w+",
    r"na dálku", r"z domova", r"távmunka", r"(?:på )?distans(?:arbete)?\b", r"hjemmekontor", r"hjemmefra", r"etätyö", r"etänä",
    r"thuiswerk\w*", r"op afstand", r"fernarbeit", r"mobiles arbeiten", r"uzaktan", r"evden", r"(?:полностью )?удал[её]нн?\w*",
    r"дистанционн\w+", r"віддален\w+", r"дистанційн\w+", "可?(?:远程|遠程|遠端)(?:办公|工作|辦公)?", "居家(?:办公)?", "在家办公",
    "(?:フル|完全)?(?:リモート|リーモト)(?:ワーク|勤務|可)*", "(?:完全)?在宅(?:勤務|ワーク)?", "テレワーク", "재택(?:근무)?", "원격(?:근무)?", "عن بعد", "מרחוק",
)  # fmt: skip
_SPREAD = (r"\bdistributed\b(?: team)?", r"\bdecentrali[sz]ed\b")
_KINDS = ((HYBRID, _HYBRID), (ONSITE, _ONSITE), (ANYWHERE, _ANYWHERE), (REMOTE, _REMOTE), (SPREAD, _SPREAD))
_WORDS = re.compile(
    "(?<![A-Za-zÀ-ɏ])(?:" + "|".join(f"({'|'.join(words)})" for _, words in _KINDS) + ")", re.IGNORECASE
)
# What every one of the patterns above holds; the big one is tried only where one of these is.
_STEMS = [
    "remot",
    "days",
    "brid",
    "ybryd",
    "hibri",
    "office",
    "site",
    "person",
    "home",
    "wfh",
    "work",
    "tele",
    "télé",
    "virtu",
    "dist",
    "zdaln",
    "presen",
    "présen",
    "plats",
    "plaats",
    "vor",
    "ort",
    "anywhere",
    "stacj",
    "miejs",
    "sede",
    "locatie",
    "unabhäng",
    "lugar",
    "casa",
    "dálku",
    "domova",
    "távm",
    "hjem",
    "etä",
    "thuis",
    "afstand",
    "fernar",
    "mobiles",
    "uzak",
    "evden",
    "удал",
    "дистан",
    "віддал",
    "офис",
    "мест",
    "гибр",
    "гібр",
    "远程",
    "遠程",
    "遠端",
    "居家",
    "在家",
    "混合",
    "坐班",
    "现场",
    "現場",
    "到岗",
    "リモート",
    "リーモト",
    "在宅",
    "テレ",
    "ハイブ",
    "出社",
    "常駐",
    "재택",
    "원격",
    "하이브",
    "상주",
    "출근",
    "decentral",
    "بعد",
    "هجين",
    "מרחוק",
    "היבריד",
    "day",
]
_JOINED = r"\s*(?:[/,+&|]|or|and|oder|und|ou|et|o|y|e|または|或)\s*"
_CHOICE = re.compile(f"[{MARKS}](?:{_JOINED}[{MARKS}])+")


def mark_workplace(text: str) -> str:
    """Put one mark (a private character, see `MARKS`) in the place of every word for remote, hybrid or on-site work.

    Remote beside another way ("Hybrid or Remote") becomes one `CHOICE`.

    >>> mark_workplace("Remote - Norway") == REMOTE + " - Norway"
    True
    """
    folded = text.casefold()
    if not any(stem in folded for stem in _STEMS):
        return text
    marked = _WORDS.sub(lambda m: _KINDS[(m.lastindex or 1) - 1][0], text)
    return _CHOICE.sub(_choice, marked)


def _choice(found: re.Match[str]) -> str:
    marks = {c for c in found[0] if c in MARKS}
    if len(marks) == 1:
        return marks.pop()
    if marks & {REMOTE, ANYWHERE}:
        return CHOICE if marks & {HYBRID, ONSITE} else REMOTE
    return HYBRID if HYBRID in marks else found[0]


def workplace_of(marked: str) -> str | None:
    """Decide what the marks in one stretch of text say together; ``None`` for none.

    Remote and hybrid in one breath ("Hybrid remote", "Remote (Hybrid)") is hybrid; offered beside each other (`CHOICE`,
    or in two stretches, which the caller joins) it is remote.
    """
    if CHOICE in marked:
        return "remote"
    if HYBRID in marked:
        return "hybrid"
    if REMOTE in marked or ANYWHERE in marked:
        return "remote"
    if ONSITE in marked:
        return "onsite"
    return "remote" if SPREAD in marked else None


_VALUES = {
    "true": "remote", "yes": "remote", "1": "remote", "fully": "remote", "full": "remote", "full_remote": "remote",
    "telecommute": "remote", "remote": "remote", "wfh": "remote", "optional": "hybrid", "partial": "hybrid", "hybrid": "hybrid",
    "temporary": "remote", "none": None, "punctual": "hybrid", "unspecified": None, "unknown": None, "office": "onsite",
    "in office": "onsite", "on site": "onsite", "onsite": "onsite", "no": None, "false": None, "0": None, "": None,
    "flexible": "hybrid", "distributed": "remote", "in person": "onsite", "physical": "onsite", "no_remote": "onsite",
}  # fmt: skip
_SPLIT = re.compile(r"[\s_-]+|(?<=[a-z])(?=[A-Z])")


def read_workplace(text: object) -> str | None:
    """Read what a platform's own field says of the workplace: ``"remote"``, ``"hybrid"``, ``"onsite"`` or ``None``.

    Takes the platforms' values (``"ON_SITE"``, ``"OnSite"``, ``"TELECOMMUTE"``, ``"in_office"``, ``True``) and short
    text in any of our languages. ``False``, ``"unspecified"`` and what is not understood are ``None``. Never raises.

    >>> read_workplace("OnSite"), read_workplace("TELECOMMUTE"), read_workplace(True), read_workplace("unspecified")
    ('onsite', 'remote', 'remote', None)
    """
    if text is True:
        return "remote"
    if not isinstance(text, str) or len(text) > 200:
        return None
    words = " ".join(_SPLIT.split(text.strip()))
    folded = words.casefold()
    if folded in _VALUES:
        return _VALUES[folded]
    if folded.replace(" ", "_") in _VALUES:
        return _VALUES[folded.replace(" ", "_")]
    return workplace_of(mark_workplace(words))
