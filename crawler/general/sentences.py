"""Where the work is done, from the sentences of a posting that say it of the job itself."""

import re
from collections.abc import Iterable
from itertools import islice
from typing import Final

from crawler.general.chips import is_place_alone, tidy

LINES_MAX: Final = 400
SPEAKING_MAX: Final = 40  # lines that hold a word for a way of working, and are looked at closely
LINE_MAX: Final = 600  # characters

_LI_TAG: Final = re.compile(r"#LI-(remote|hybrid|on-?site)\b", re.IGNORECASE)
_WAYS: Final = r"(fully[ -]remote|100 ?% remote|remote(?:ly)?|hybrid|on-?site|in[ -]person|in[ -]office|vor Ort|hybride?s?|télétravail|full remote|présentiel|remoto|híbrid[oa]|presencial|ibrid[oa])"
_WORKPLACE: Final = re.compile(
    rf"\b(?:this|the|our|it)\b(?: \w+)?(?: is| will be)(?:[ ,-]+\w+){{0,3}}?[ ,-]+{_WAYS}(?=[ ,.;]| (?:position|role|job|opportunity))"
    rf"|\b(?:position|role|job) (?:is|will be)(?: \w+){{0,3}}? {_WAYS}(?![ -](?:team|sensing|control|first|friendly|desktop|possible))"
    rf"|\b{_WAYS}[ -](?:position|role|job|opportunity|work(?:ing)? (?:model|arrangement|environment|policy|setup|mode))\b"
    r"|\b(?P<home>you (?:can|will|may) work (?:fully |completely )?(?:remotely|from anywhere|from home))\b"
    r"|\b(?P<days>(?:[1-4]|one|two|three|four|zwei|drei|deux|trois)(?: (?:to|or|-|bis|à|ou) (?:[1-5]|two|three|four|five|drei|trois))?\s?(?:days?|tage?|jours?)(?: \w+){0,2} "
    r"(?:in the office|in office|on-?site|remote|from home|home ?office|mobil(?:es)? arbeiten|télétravail|de télétravail))\b",
    re.IGNORECASE,
)
_STEMS: Final = ("remot", "hybrid", "site", "person", "office", "home", "vor ort", "travail", "hibrid", "híbrid", "presenc", "mobil", "ibrid", "présen")
# The same in other languages, each phrase speaking of this job's way of working: whole, in part, or none of it elsewhere.
_IN_PART: Final = re.compile(
    r"\bhybrid(?:e[rns]?|es)?(?: [\w-]+){0,4} (?:work model|working model|model|modell?|arbeiten|arbeitsmodell|arbeitsweise|working|schedule|setup|arbejde|arbete|arbeid)\b|\bhybrid (?:working|work)\b|\bhybridn\w+ (?:práce|režim|prác\w+|forma|model)|\bhybryd\w+ (?:tryb|model|prac\w+)|\b(?:tryb\w*|prac\w+|model\w*) hybryd\w+"
    r"|\b(?:modèle|mode|travail|rythme|format|poste) hybride\b|\b(?:modelo|trabajo|formato|esquema|modalidad|modalidade|trabalho|regime|formato)(?: de trabajo| de trabalho)? h[íi]brid[oa]\b|\b(?:lavoro|modalità|modello) ibrid[oa]\b|\bhybride? (?:werken|werk|functie|werkvorm)\b"
    r"|\b(?:lavoro|ruolo|posizione|posto|trabajo|puesto|trabalho|vaga|poste|travail) (?:è|es|é|est) (?:en |in )?(?:ibrid|h[íi]brid|hybrid)[oae]\b|\b(?:teilweise|anteilig|tageweise|zeitweise|teils|partiell) (?:(?:im|mit|von) )?(?:home[ -]?office|remote|mobil\w*|zu hause)|\btélétravail partiel|\btélétravail (?:de |à raison de |jusqu['’]à )?(?:[1-4]|un|deux|trois) (?:j\b|jours?)|\b(?:teletrabajo|teletrabalho|trabajo remoto) (?:parcial|(?:de )?[1-4] d[íi]as)"
    r"|\b(?:smart ?working|telelavoro) (?:parziale|(?:per |di |fino a )?(?:[1-4]|due|tre) giorni)|\bgedeeltelijk (?:thuis|remote)\w*|\bdeels thuis\w*|\b(?:delvist|delvis) (?:hjemme\w*|remote|fjern\w*)|\bczęściow\w+ (?:zdaln\w+|(?:prac\w+ )?zdaln\w+|home office)|\bčástečn\w+ (?:home[ -]?office|práce z domova|ho\b)|\bčiastočn\w+ (?:home[ -]?office|prác\w+ z domu)"
    r"|\b(?:[1-4]|ein|zwei|drei|vier|dos|tres|due|tre|to|twee|drie)(?:\s?[-–]\s?[1-5])? (?:tage|días|dias|giorni|dage|dagen|dny|dni|jours)(?: (?:pro|die|in der|je|a la|por|alla|a|om|per|par|de|týdně|w|i|ugen|week|woche|semana|settimana|semaine|tygodniu|/)){0,4} (?:im |in |en |de |di |da |hjemme|thuis)?(?:home[ -]?office|homeoffice|mobil\w* arbeit\w*|télétravail|teletrabajo|teletrabalho|smart ?working|hjemmearbejde|thuiswerken|hjemmefra|zdalnie|z domova|remote)\b"
    r"|ハイブリッド(?:勤務|ワーク|型)|週[1-4１-４一二三四]日?(?:程度)?(?:は)?(?:の)?(?:在宅|リモート|出社)|部分远程|混合办公",
    re.IGNORECASE,
)
_WHOLE: Final = re.compile(
    r"(?<=, )(?:fully|100 ?%|entirely|completely) remote(?=[,.;]| and\b| position| role)|\b(?:vollständig|komplett|rein|ausschließlich|zu 100 ?%) remote\b|\b100 ?% (?:home[ -]?office|télétravail|teletrabajo|teletrabalho|en remoto|remoto|da remoto|zdaln\w+|thuiswerk\w*|remote|práce na dálku)|\b(?:télétravail (?:total|complet|intégral|à 100)|full télétravail|entièrement (?:en télétravail|à distance)|totalmente (?:en |em )?remot[oa]|(?:completamente|interamente) (?:da|in) remoto|volledig (?:remote|thuis|op afstand)|w pełni zdaln\w+|praca (?:w 100 ?% )?zdalna\b(?! lub| albo| /| oraz|\?)|plně (?:remote|na dálku)|fuldt remote|helt på distans)"
    r"|フルリモート|完全(?:在宅|リモート)|全远程|完全远程",
    re.IGNORECASE,
)
_HERE: Final = re.compile(
    r"\bin[ -]person (?:attendance|work|presence|only)\b|\bmust (?:be able to )?work (?:on[ -]?site|in[ -]person|in the office)\b|\b(?:reine )?präsenz(?:stelle|arbeit|pflicht)\b|\bkein(?:e)? (?:home[ -]?office|remote)\b|\b(?:poste|travail|emploi) (?:en présentiel|sur site)\b|\bpas de télétravail|\b(?:trabajo|puesto|modalidad|jornada|trabalho|vaga|regime|modelo)(?: de trabajo| de trabalho)?:? (?:100 ?% )?presencial\b"
    r"|\b(?:lavoro|posizione|attività) (?:in presenza|in sede)\b|\bpraca (?:stacjonarna|na miejscu)\b|\bfast arbejdssted\b|\bfast arbeidssted\b|出社勤務|リモート(?:ワーク)?(?:不可|なし)|在宅勤務不可",
    re.IGNORECASE,
)
_MORE_STEMS: Final = (
    "hybr", "híbr", "hibr", "ibrid", "home office", "home-office", "homeoffice", "remot", "télétr", "teletra", "telelav", "smart", "thuis", "hjemme", "zdaln", "domov", "z domu", "dálku", "à distance", "på distans", "in person", "in-person", "präsenz", "présentiel", "sur site", "presenc", "presenz",
    "in sede", "stacjon", "na miejscu", "fast ar", "mobiles arb", "mobilem arb", "mobil arb", "zu hause", "work on-site", "work onsite", "work on site", "work in the office", "částeč", "čiastoč", "ハイブリ", "在宅", "リモート", "出社", "远程", "混合",
)  # fmt: skip
_NEGATED: Final = re.compile(r"\b(?:not|no|isn['’]t|cannot|nicht|kein\w*|pas|non)\b[^.]{0,25}$", re.IGNORECASE)

_NAME: Final = r"(?P<place>[A-ZÀ-ÝŁŚŻČŠŽÅÄÖØ][\w'’-]+(?:(?:,? |-)(?:[A-ZÀ-ÝŁŚŻČŠŽÅÄÖØ][\w'’-]+|de|la|am|an der|sur|upon)){0,3})"
_PLACE: Final = re.compile(
    rf"(?:\b(?:position|role|job|opportunity|candidate|you|this is)\b[^.!?\n]{{0,60}}?\b(?:based|located|sited|stationed)(?: \w+)? (?:in|at|out of)"
    rf"|\b(?:work|working)\b[^.!?\n]{{0,40}}? (?:in|at|from|out of) (?:our|the) (?:\w+ )?(?:offices?|headquarters|hq|studio|lab|site|facility|shop|store|clinic|warehouse|team)(?: is)?(?: located)? (?:in|at)"
    rf"|\b(?:in|at|from|to join) our (?:[\w-]+ )?(?:office|headquarters|hq|studio|team|site) (?:in|at)"
    rf"|\b(?:on-?site|in[ -]person|in[ -]office|full[ -]time)\b[^.!?\n]{{0,30}}? (?:in|at) (?:our (?:office|headquarters|hq|facility) in )?"
    rf"|\b(?:[Vv]ollzeit|[Tt]eilzeit|[Mm]inijob|ab sofort|CDI|CDD|temps (?:plein|partiel|complet)|jornada (?:completa|parcial)|tempo (?:pieno|parziale|indeterminato)|[Ff]ulltime|[Pp]arttime)\b[^.!?\n]{{0,40}}?[ ,](?:in|à|en|a|te)"
    rf"|\b(?:am|an unserem|in unserem|für unseren) (?:Standort|Büro|Team|Firmensitz|Hauptsitz)(?: in)?|\bunser(?:e[mnrs]?)? (?:Büro|Team|Standort|Niederlassung|Filiale)s? in|\bArbeitsort(?: ist)?:?"
    rf"|\b(?:[Pp]oste|[Mm]ission|[Tt]ravail)\b[^.!?\n]{{0,40}}?\b(?:basée?|situé?e?|localisée?) (?:à|en)|\b(?:nos|notre) (?:bureaux?|locaux|agence|équipe) (?:de|à)|\b[Pp]résence(?: \w+)? (?:à|sur)"
    rf"|\b(?:nuestr[ao]|la) (?:oficina|sede|equipo)s? (?:de|en)|\b(?:puesto|trabajo)\b[^.!?\n]{{0,30}}? (?:ubicado )?en|\b(?:nostr[ao]|la) (?:sede|ufficio|team|uffici) (?:di|a)"
    rf"|\b(?:ons|het) (?:kantoor|team|hoofdkantoor) in|\b(?:vores|vort|våre?s?|vårt) (?:kontor|team|hovedkontor|kontorer|huvudkontor) i|\bkontor i|\b(?:našej?|naší|w naszym) \w+ (?:v|ve|w)) {_NAME}",
)  # fmt: skip


def workplace_in_text(lines: Iterable[str]) -> str | None:
    """What the text says of the workplace of this job: ``"remote"``, ``"hybrid"``, ``"onsite"``, ``None`` where it says none.

    A recruiter's tag ("#LI-Hybrid") says it surest, then days at home or in the office, then a sentence about the role.

    >>> workplace_in_text(["This is a hybrid role.", "We sell remote controls."]), workplace_in_text(["Not a remote role."])
    ('hybrid', None)
    """
    said: set[str] = set()
    lines = list(islice(lines, LINES_MAX))
    page = "\n".join(lines).lower()  # most pages have few of the stems: those alone are looked for in each line
    stems = [stem for stem in _STEMS if stem in page]
    more = [stem for stem in _MORE_STEMS if stem in page]
    left = SPEAKING_MAX
    for line in lines:
        if "#" in line and (tag := _LI_TAG.search(line)):
            return kind_of_way(tag[1])
        low = line.lower()
        if left and any(stem in low for stem in more):
            left -= 1
            said.update(kind for kind, pattern in (("hybrid", _IN_PART), ("remote", _WHOLE), ("onsite", _HERE)) if affirmed(pattern, line[:LINE_MAX]))
        if not any(stem in low for stem in stems):
            continue
        for match in _WORKPLACE.finditer(line[:LINE_MAX]):
            if _NEGATED.search(line[max(0, match.start() - 30) : match.start()]) or _NEGATED.search(match[0]):
                continue
            way = next((group for group in match.groups() if group), "")
            said.add("hybrid" if match["days"] else "remote" if match["home"] else kind_of_way(way))
    for kind in ("hybrid", "remote", "onsite"):
        if kind in said:
            return kind
    return None


def affirmed(pattern: re.Pattern[str], line: str) -> bool:
    match = pattern.search(line)
    return match is not None and not _NEGATED.search(line[max(0, match.start() - 30) : match.start()])


def kind_of_way(way: str) -> str:
    way = way.lower()
    if "remot" in way or "télétravail" in way:
        return "remote"
    return "hybrid" if way.startswith(("hybr", "híbr", "ibr")) else "onsite"


def place_in_text(lines: Iterable[str]) -> str | None:
    """The one place that the text says the work is done at; ``None`` when it says none, or several.

    >>> place_in_text(["The position is based in Lisbon.", "We have customers in Berlin."])
    'Lisbon'
    """
    found: dict[str, None] = {}
    for number, line in enumerate(lines):
        if number > LINES_MAX:
            break
        for match in _PLACE.finditer(line[:LINE_MAX]):
            place = tidy(match["place"].rstrip(".,"))
            if place and is_place_alone(place):
                found[place] = None
    return next(iter(found)) if len(found) == 1 else None
