"""What a posting says of who may do the work at all: sponsorship of a visa, a security clearance."""

import re
from collections.abc import Iterator
from typing import Final

from crawler.fields.eligibilitywords import CLEARANCE_KEYS, VISA_KEYS
from crawler.fields.folding import fold
from crawler.fields.look import look
from crawler.fields.sentence import sentence_at
from crawler.fields.wishes import HOPED_FOR, WISHED, is_wished

FLAGS: Final = ("visa_sponsorship", "no_visa_sponsorship", "clearance_required")
TEXT_MAX: Final = 30_000  # characters: these notes stand at the end
_MENTIONS_MAX: Final = 12  # of a word
_NEAR: Final = 40  # characters before a denial that make it a question
_BEFORE: Final = 140  # characters of a sentence
_AFTER: Final = 140

_NOT: Final = r"cannot|can ?not|can'?t|could not|unable|not|don't|doesn't|won't|isn't|aren't|wouldn't|no|non|without|nor|never|neither|ineligible|zero"
_SPONSOR: Final = r"(?:sponsorship|(?:sponsor(?:ing|s)?|(?<=be )sponsored)\b)"
_GIVEN: Final = r"available|offered|provided|possible|considered|supported|given|an option|eligible|included|granted|applicable|on offer"
_NOT_GIVEN: Final = re.compile(
    rf"\b(?:{_NOT})(?:[ /,(]+(?!(?:but|only|every|all|if|whether|unless|just|solely|necessarily|guarantee\w*|mean|affect|imply)\b)[\w'’/-]+){{0,8}}?[ /(-]+(?:visa[ -])?{_SPONSOR}"
    rf"|\bsponsor(?:ship|ing)s?\b(?: [\w'’/,()-]+){{0,6}}? ?(?:\b(?:not|cannot|can't|isn't|aren't|won't)\b(?: [\w-]+){{0,2}} (?:{_GIVEN})|unavailable)"
    r"|no sponsorship (?:is )?(?:available|offered|provided)|\bsponsor(?:ship|ing) ?(?:available|offered|provided|eligible)? ?[:?–—-] ?(?:no\b|not\b|none\b|n/a|unavailable)"
    r"|\bkein\w* (?:\w+ )?vis(?:a|um)s?[- ]?(?:sponsoring|sponsorship|unterstutzung)|\bvis(?:a|um)s?[- ]?(?:sponsoring|sponsorship)(?: \w+){0,4} nicht\b"
    r"|\bkein(?:e|en)? vis(?:um|a) (?:\w+ ){0,2}(?:sponsern|sponsoren)|\b(?:ne |n['’])\w+ (?:\w+ )?pas (?:[\w'’-]+ ){0,5}(?:sponsor\w*|parrain\w*)"
    r"|\b(?:pas|sans|aucun\w*) (?:de )?(?:sponsor\w*|parrainage)(?: de| du)? visa|\bno (?:se )?(?:ofrece\w*|podemos (?:ofrecer|patrocinar)|patrocina\w*|proporciona\w*)"
    r" (?:\w+ ){0,4}(?:patrocinio|visad?os?)|\bsin patrocinio|\bgeen (?:\w+ )?vis(?:um|a)[- ]?sponsor\w*|\bvis(?:um|a)[- ]?sponsor\w* (?:\w+ ){0,3}niet\b"
)
_MIGRATION: Final = r"visas?|visum\w*|visad?os?|work(?:ing)? permits?|work pass(?:es)?|immigration|h-?1-?b|green cards?|skilled worker|tier 2|employment authori[sz]ation|work authori[sz]ation"
_HAS_MIGRATION: Final = re.compile(
    rf"\b(?:{_MIGRATION}|rights? to (?:live and )?work|(?:authori[sz]ed|eligib\w+|permission|entitled|able) to (?:live and )?work|relocation|working rights|applicants?|candidates?"
    r"|certificate of sponsorship|individuals|citizen\w*|(?:for|sponsor) (?:this|the) (?:role|position|job|vacancy|opportunity|post))\b"
)
_PLAIN: Final = re.compile(
    rf"\b(?:no|offer|offers|offering|provide|provides|providing|without(?: the need (?:for|of)| requiring| needing)?|require|need)(?: any| a| employer| company| future)? {_SPONSOR}"
    rf"|\bsponsorship (?:[\w'’]+ ){{0,4}}(?:{_GIVEN}|unavailable)"
)
_OTHER_SPONSOR: Final = re.compile(
    r"\b(?:event|corporate|brand|sports?|executive|stakeholder|clearance|title|media|project|commercial|senior|change|charity|club|team|conference|stadium|music|exam|degree|university"
    r"|tuition|clinical|study|company|employer|government|state) (?:\w+ )?sponsor|sponsor\w* (?:sales|deals?|revenue|packages?|opportunit\w+|experience|activation\w*|agreements?|income"
    r"|fund\w*|alignment|buy-?in|portfolio|strateg\w+|events?|partners?|brands?|oversight|meeting|contract|affinity)"
)
_OPEN: Final = re.compile(
    r"\b(?:may|might|could|whether|unless|discretion|case[- ]by[- ]case|depend\w*|some (?:roles|positions|candidates|of)|certain|where (?:possible|applicable|appropriate)|if (?:you|the|we|it|this)"
    r"|do you|will you|are you (?!aware)|please (?:indicate|state|confirm|note if)|potential(?:ly)?|sometimes|limited|exceptional|possibly)\b"
)
_HANGING: Final = re.compile(rf"\b(?:{_NOT})\W{{0,6}}$")  # a sentence that goes on in the next line
_FOR_SOME: Final = re.compile(r"\bfor (?:every|all|each)\b")
_GIVES: Final = re.compile(
    rf"\b(?:{_MIGRATION})(?: \w+)?[ -](?:sponsorship|sponsoring)(?:[ ,&/](?:[\w&/-]+ ){{0,5}}?(?:{_GIVEN})\b| ?[:?–—-] ?(?:yes|available|offered|provided)\b)"
    rf"|\b(?:offer|offers|offering|provide|provides|include|includes|including|support|supports|get|receive|with)\b(?: [\w,'’&/-]+){{0,5}}? (?:{_MIGRATION})(?: \w+)?[ -](?:sponsorship|sponsoring)\b"
    rf"|\b(?:we|do|can|will|to|happily|also|gladly) sponsor (?:[\w/'’-]+ ){{0,4}}?(?:{_MIGRATION})\b|\b(?:are|is) (?:able to |happy to |willing to |open to )?sponsoring (?:[\w/'’-]+ ){{0,3}}?(?:{_MIGRATION})\b"
    rf"|\b(?:able|happy|willing|open|ready) to sponsor(?:ing)? (?:[\w/'’-]+ ){{0,4}}?(?:{_MIGRATION}|candidates|applicants)\b"
    r"|\bunterstutz\w+ (?:[\w:*]+ ){0,4}(?:bei|mit) (?:[\w:*]+ ){0,5}(?:visum\w*|visa\w*|arbeitserlaubnis)|\b(?:bieten|inklusive|moglich)\b(?: [\w-]+){0,3} vis(?:a|um)s?[- ]?(?:sponsoring|sponsorship|unterstutzung)"
    r"|\bvis(?:a|um)s?[- ]?(?:sponsoring|sponsorship|unterstutzung) (?:\w+ ){0,3}(?:moglich|inklusive|angeboten)"
    r"|\b(?:prise en charge|accompagnement|parrainage|sponsoring|sponsorisation)(?: [\w'’]+){0,4} visa\b|\b(?:ofrecemos|patrocinamos|tramitamos|apoyo con|ayuda con) (?:\w+ ){0,4}(?:visad?os?|permiso de trabajo)"
    r"|\b(?:wij|we) (?:sponsoren|regelen|verzorgen|bieden) (?:\w+ ){0,4}(?:vis(?:um|a)\w*|werkvergunning|kennismigrant\w*)"
)
_IN_A_LIST: Final = re.compile(
    r"(?:[-*•+✓✔✅] ?)+(?:full |uk |us |eu |h-?1b )?visa (?:sponsorship|support|assistance)(?: ?(?:and|&|\+|/|,) ?relocation[\w ]{0,30})?(?: available| offered| provided)?[ .!*)]*"
)

_KIND: Final = r"(?:security|national security|sc|dv|edv|e-dv|ctc|bpss|nv-?[12]|nato|secret|top secret|ts|ts/sci|sci|public trust|government|mod|dod|doe|l|q|baseline|developed vet\w+|security check|secure)"
_CLEARANCE: Final = re.compile(
    rf"\b{_KIND}(?: (?:\w+|\([\w/ ]+\)|/))?[ -](?:security )?(?:clearance|cleared)|\bsecurity clearance|\bclearances? ?[:–-] ?\W{{0,4}}{_KIND}\b|\bactive clearance|(?<!customs )(?<!site )(?<!police )(?<!medical )(?<!dbs )(?<!record )(?<!check )(?<!health )clearance (?:is )?(?:required|mandatory)"
    r"|\bsicherheitsuberprufung\b(?: nach| \(?u[e2-3]| gemass)?|\bhabilitation (?:secret|confidentiel|de securite|defense|securite)|\bhabilitacion de seguridad|\bveiligheidsonderzoek"
)
_CLEARANCE_NEEDED: Final = re.compile(
    r"\b(?:must|require[sd]?|requirement|need(?:s|ed)?|necessary|mandatory|essential|subject to|able to|ability to|eligible|eligibility|willing(?:ness)? to|hold(?:s|ing)?|possess\w*|current(?:ly)?"
    r"|active|valid|existing|obtain|achieve|maintain|attain|undergo|pass|gain|level|to start|in place|clearance ?[:–-]|contingent|dependent|conditional|voraussetzung|erforderlich|bereitschaft|notwendig"
    r"|exige\w*|obligatoire|requis\w*|necessaire|requerid\w+|imprescindible|vereist|verplicht)\b"
)
_MUST: Final = re.compile(r"\b(?:must|required|mandatory|essential)\b")
_NO_CLEARANCE: Final = re.compile(
    r"\b(?:no|not|without|n't|none|isn't|never)\b(?: [\w/()-]+){0,5} (?:clearance|cleared)|clearance\w*\b(?: [\w()/-]+){0,4} (?:not|n't|isn't|unnecessary)\b|clearance ?[:–-] ?(?:none|no\b|n/a|not)"
)
_CLEARANCE_OPEN: Final = re.compile(
    r"\b(?:may|might|could|where (?:required|applicable|necessary)|if (?:required|necessary|you|applicable|the)|some (?:of|roles|positions|may)|many of|certain|depend\w*|opportunity to|we(?:'ll| will) sponsor"
    r"|clearance sponsorship|sponsor(?:ed)? for|potential\w*|experience (?:of|in|with)|process(?:es)?(?: of| for)|applications?|levels? - gov|guidance|further (?:details|information)|more (?:details|information)|refer to|reasonable|beneficial|advantage\w*|would be|bonus|all (?:our )?clearances)\b"
)


def read_eligibility(text: str) -> list[str]:
    """Read which of :data:`FLAGS` a posting's own words state, its title in the first line, then its text; most state none.

    ``visa_sponsorship`` and ``no_visa_sponsorship``: the employer says that it sponsors visas (work permits), or that it does
    not. That the right to work is needed says neither; a "may be available" says neither; a text that says both, neither.
    ``clearance_required``: a security clearance is to be held or obtained for this role; not where it is only a plus, where
    "some roles" need one, nor for criminal records and the like. Looks at the first ``TEXT_MAX`` characters.

    >>> read_eligibility("We are unable to offer visa sponsorship. You must be eligible for SC clearance.")
    ['no_visa_sponsorship', 'clearance_required']
    >>> read_eligibility("We can sponsor visas."), read_eligibility("You need the right to work in the UK. Security clearance is a plus.")
    (['visa_sponsorship'], [])
    """
    title, _, body = text[:TEXT_MAX].partition("\n")
    title, seen = fold(title), look(body)
    if not (seen.folded_places("eligibility") or any(key in title for key in (*VISA_KEYS, *CLEARANCE_KEYS))):
        return []
    text = f"{title}\n{seen.folded}"
    visas = {said for start, end in _sentences(text, VISA_KEYS) if (said := _visa(text, start, end)) is not None}
    found = [] if len(visas) != 1 else ["visa_sponsorship" if visas.pop() else "no_visa_sponsorship"]
    if any(_clearance(text, start, end) for start, end in _sentences(text, CLEARANCE_KEYS)):
        found.append("clearance_required")
    return found


def _sentences(text: str, keys: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    done: list[tuple[int, int]] = []
    for key in keys:
        at, looks = text.find(key), 0
        while at >= 0 and looks < _MENTIONS_MAX:
            looks += 1
            span = sentence_at(text, at, _BEFORE, _AFTER)
            if span not in done:
                done.append(span)
                yield span
            at = text.find(key, at + len(key))


def _visa(text: str, start: int, end: int) -> bool | None:
    """Whether the sentence says that visas are sponsored, ``False`` that they are not, ``None`` for neither."""
    sentence = text[start:end].replace("’", "'")
    if match := _NOT_GIVEN.search(sentence):
        if _OPEN.search(sentence, max(0, match.start() - _NEAR), match.end()):
            return None
        if _FOR_SOME.search(sentence, match.end()) or _OTHER_SPONSOR.search(sentence):
            return None
        return False if _HAS_MIGRATION.search(sentence) or _PLAIN.search(sentence) else None
    if not _OPEN.search(sentence) and (_GIVES.search(sentence) or _IN_A_LIST.fullmatch(sentence.strip())):
        return None if _HANGING.search(text, max(0, start - 20), start) else True
    return None


def _clearance(text: str, start: int, end: int) -> bool:
    """Whether the sentence asks for a security clearance."""
    sentence = text[start:end]
    match = _CLEARANCE.search(sentence)
    if match is None or _NO_CLEARANCE.search(sentence) or _CLEARANCE_OPEN.search(sentence):
        return False
    if WISHED.search(sentence, match.end()) or HOPED_FOR.search(sentence[: match.start()]):
        return False
    if is_wished(text, start) and not _MUST.search(sentence):
        return False
    return "cleared" in match[0] or _CLEARANCE_NEEDED.search(sentence) is not None
