"""Where the work is done, from the sentences of a posting that say it of the job itself."""

import re
from collections.abc import Iterable
from typing import Final

from crawler.general.facts import is_place_alone, tidy

LINES_MAX: Final = 400
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
_NEGATED: Final = re.compile(r"\b(?:not|no|isn['’]t|cannot|nicht|kein\w*|pas|non)\b[^.]{0,25}$", re.IGNORECASE)

_NAME: Final = r"(?P<place>[A-ZÀ-ÝŁŚŻČŠŽÅÄÖØ][\w'’-]+(?:(?:,? |-)(?:[A-ZÀ-ÝŁŚŻČŠŽÅÄÖØ][\w'’-]+|de|la|am|an der|sur|upon)){0,3})"
_PLACE: Final = re.compile(
    rf"(?:\b(?:position|role|job|opportunity|candidate|you|this is)\b[^.!?\n]{{0,60}}?\b(?:based|located|sited|stationed)(?: \w+)? (?:in|at|out of)"
    rf"|\b(?:work|working)\b[^.!?\n]{{0,40}}? (?:in|at|from|out of) (?:our|the) (?:\w+ )?(?:offices?|headquarters|hq|studio|lab|site|facility|shop|store|clinic|warehouse|team)(?: is)?(?: located)? (?:in|at)"
    rf"|\b(?:in|at|from|to join) our (?:[\w-]+ )?(?:office|headquarters|hq|studio|team|site) (?:in|at)"
    rf"|\b(?:on-?site|in[ -]person|in[ -]office|full[ -]time)\b[^.!?\n]{{0,30}}? (?:in|at) (?:our (?:office|headquarters|hq|facility) in )?"
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
    for number, line in enumerate(lines):
        if number > LINES_MAX:
            break
        if "#" in line and (tag := _LI_TAG.search(line)):
            return kind_of_way(tag[1])
        low = line.lower()
        if not any(stem in low for stem in _STEMS):
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
