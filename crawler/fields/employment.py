"""Types of employment and seniority, in schema.org's words and ours.

Terms: https://schema.org/employmentType, https://developers.google.com/search/docs/appearance/structured-data/job-posting
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from crawler.fields.employmentwords import (
    BESIDE,
    BOTH,
    KEYS,
    KEYS_OF_SIGNS,
    NO_CONTRACTOR,
    NO_INTERN,
    PATTERNS,
    TYPES,
    WHOLE,
)
from crawler.fields.folding import fold
from crawler.fields.look import Look, look
from crawler.fields.seniority import read_seniority

__all__ = ["employment_type_of_text", "read_employment_type", "read_seniority"]

VALUE_MAX: Final = 200  # characters of a field; what is longer is prose
TEXT_MAX: Final = 12_000  # characters of a posting that are looked at
_LINE_MAX: Final = 60  # characters of a line that may name a type and nothing else
_LINES_MAX: Final = 60
_SENTENCE_MAX: Final = 1_000
_FULL_WEEK: Final = range(35, 46)  # hours

_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")


def read_employment_type(value: object) -> list[str]:
    """Read the types that the field of a platform names: a text, a list of texts, or an object with a label.

    Returns schema.org's words in the order of ``TYPES``, ``[]`` where the words say nothing of it ("Permanent").
    An internship is not also temporary; an apprenticeship is ``OTHER``, as schema.org has no word for it.

    >>> read_employment_type("Full-time / Part-time"), read_employment_type("fulltime_permanent")
    (['FULL_TIME', 'PART_TIME'], ['FULL_TIME'])
    >>> read_employment_type({"id": "permanent", "label": "Vollzeit"}), read_employment_type("Permanent contract")
    (['FULL_TIME'], [])
    """
    if isinstance(value, str):
        return list(_types(value)) if len(value) <= VALUE_MAX else []
    if isinstance(value, Mapping):
        value = [value.get(key) for key in ("label", "name", "value", "id", "code")]
    if isinstance(value, list | tuple):
        found = {kind for one in value[:20] if isinstance(one, str | Mapping) for kind in read_employment_type(one)}
        return [kind for kind in TYPES if kind in found]
    return []


def employment_type_of_text(text: str) -> list[str]:
    r"""Read the types from a posting's own words: its title in the first line, then its text.

    What counts: a line "Employment type: ..." in any of the languages, a line that is nothing but a type, the title, a
    sentence about "this full-time position", a week of 35 hours and more. What does not: a full-time employee's
    benefits, former full-time jobs. ``[]`` when nothing of this is found. Looks at the first ``TEXT_MAX`` characters.

    >>> employment_type_of_text("Boat builder\nThe range for this full-time position is wide.")
    ['FULL_TIME']
    >>> employment_type_of_text("Boat builder\nFull-time employees receive a boat.")
    []
    """
    title, _, body = text[:TEXT_MAX].partition("\n")
    found = _of_title(title)
    lines = _lines_of_interest(look(body))
    for read in (_of_label, _of_whole_line, _of_sentence):
        for line in lines:
            if kinds := read(line):
                return _settled({*kinds, *found})
    return found


@lru_cache(maxsize=2048)  # a board names the same few types again and again
def _types(text: str) -> tuple[str, ...]:
    return _folded_types(fold(_CAMEL.sub(" ", text).replace("_", " ")))


@lru_cache(maxsize=4096)
def _folded_types(text: str) -> tuple[str, ...]:
    found = {kind for kind, pattern in PATTERNS.items() if pattern.search(text)} | share_of_week(text)
    found.update(WHOLE.get(text.strip(" .:"), ()))
    if BOTH.search(text):
        found |= {"FULL_TIME", "PART_TIME"}
    if (
        "CONTRACTOR" in found
        and NO_CONTRACTOR.search(text)
        and not PATTERNS["CONTRACTOR"].search(NO_CONTRACTOR.sub(" ", text))
    ):
        found.discard("CONTRACTOR")
    if "INTERN" in found and NO_INTERN.search(text):
        found.discard("INTERN")
    return tuple(_settled(found))


_SHARE: Final = re.compile(r"(?:pensum|workload|anstellungsgrad|arbeitspensum|beschaftigungsgrad|taux d'activite)?:? ?(\d{2,3}) ?%?(?: ?(?:[-–/]|bis|a|to|oder|ou) ?(\d{2,3}))? ?%")
_WEEK: Final = re.compile(
    r"(\d\d)(?:[.,]\d{1,2})? ?(?:h|std\.?|stunden|hours|hrs|uur|uren|heures|horas|ore)?(?: ?(?:[-–/]|bis|a|to|tot) ?(\d\d)(?:[.,]\d{1,2})?)?"
    r" ?(?:h|std\.?|stunden|hours|hrs|uur|uren|heures|horas|ore)(?P<week> ?(?:/|per|pro|a|p\.?|par|por|alla|je) ?(?:w|wk|week|woche|wo|semaine|semana|settimana)\.?)?"
)


def share_of_week(text: str) -> set[str]:
    """The types that a folded *text*, which holds nothing else, says by the share of a full week or by its hours.

    >>> sorted(share_of_week("80-100%")), share_of_week("32 uur"), share_of_week("38-40 Stunden".lower()), share_of_week("24 h")
    (['FULL_TIME', 'PART_TIME'], {'PART_TIME'}, {'FULL_TIME'}, set())
    """
    text = text.strip(" .()")
    if match := _SHARE.fullmatch(text):
        full, least = 100, 10
    elif match := _WEEK.fullmatch(text):
        full, least = _FULL_WEEK.start, 8
    else:
        return set()
    ends = [int(group) for group in match.groups()[:2] if group]
    if full != 100 and not match["week"] and len(ends) < 2 and (ends == [24] or "uur" not in text):
        return set()  # of a shift, of a service
    if not all(least <= end <= (100 if full == 100 else _FULL_WEEK.stop) for end in ends):
        return set()
    return {"FULL_TIME" if end >= full else "PART_TIME" for end in ends}


def _settled(found: set[str]) -> list[str]:
    if "INTERN" in found:
        found = found - {"TEMPORARY", "CONTRACTOR"}
    if len(found) > 1:
        found = found - {"OTHER"}
    return [kind for kind in TYPES if kind in found]


class _Line(NamedTuple):
    """A line that names a type, and the line before it."""

    text: str
    before: str


def _lines_of_interest(seen: Look) -> list[_Line]:
    """Return the folded lines that hold a word of a type; most texts hold none."""
    body = seen.folded
    words = dict.fromkeys([word for _, word in seen.folded_places("employment")])
    present = [key for word in words for key in KEYS[word]]
    if seen.foreign * 10 > len(body):
        present += seen.spelt(KEYS_OF_SIGNS)
    starts: dict[int, int] = {}
    for key in present:
        at = body.find(key)
        while at >= 0 and len(starts) < _LINES_MAX:
            start, end = body.rfind("\n", 0, at) + 1, body.find("\n", at)
            starts[start] = end if end >= 0 else len(body)
            at = body.find(key, starts[start])
    return [
        _Line(body[start:end], body[body.rfind("\n", 0, max(start - 1, 0)) + 1 : max(start - 1, 0)])
        for start, end in sorted(starts.items())
    ]


_LABELS: Final = (
    r"(?:type|form|nature|kind) of (?:employment|job|contract|position|work)"
    r"|(?:employment|job|position|contract|work|time|engagement|worker|role|commitment) ?(?:type|status|form|basis)|position|commitment"
    r"|employment|contract|job schedule|anstellungsart|beschaftigungs(?:art|verhaltnis|umfang|grad)|arbeitszeit(?:modell)?"
    r"|vertragsart|art der (?:anstellung|beschaftigung)|umfang|pensum|(?:type|nature) (?:de|du) contrat|contrat"
    r"|temps de travail|type d'emploi|duree du travail|tipo de (?:contrato|empleo|jornada|vaga|contratacion)|jornada|contrato"
    r"|tipo di contratto|contratto|orario(?: di lavoro)?|tipus de contracte|dienstverband|type dienstverband|contractvorm|uren"
    r"|anstallningsform|omfattning|stillingstype|ansettelsesform|stillingsbrok|ansaettelsesform|arbejdstid"
    r"|(?:rodzaj|forma) (?:umowy|zatrudnienia)|wymiar (?:pracy|etatu)|(?:typ|druh) (?:uvazku|pracovniho pomeru|pracovneho pomeru)"
    r"|forma|foglalkoztatas (?:jellege|tipusa)|tyosuhteen (?:tyyppi|luonne|muoto)|calisma sekli|тип занятости|занятость|график работы"
    r"|雇用形態|雇用区分|契約形態|职位类型|工作性质|工作类型|职位性质|是否全职|고용 ?형태|근무 ?형태"
)
_LABELLED: Final = re.compile(rf"[-*•\s]{{0,6}}(?:{_LABELS}) ?[:：\t|=-]\s{{0,3}}(.{{1,90}})")
_LABEL_ALONE: Final = re.compile(rf"[-*•\s]{{0,6}}(?:{_LABELS}) ?[:：]?\s*")


def _of_label(line: _Line) -> tuple[str, ...]:
    if match := _LABELLED.match(line.text):
        return _folded_types(match[1])
    return (
        _folded_types(line.text[:VALUE_MAX])
        if len(line.text) <= _LINE_MAX and _LABEL_ALONE.fullmatch(line.before)
        else ()
    )


def _of_whole_line(line: _Line) -> tuple[str, ...]:
    """Read a line that is nothing but types, or has such a part between signs."""
    text = line.text.rstrip()
    if len(text) > _LINE_MAX or text.endswith(".") or _LABEL_ALONE.fullmatch(text):
        return ()
    return tuple(kind for part in _PARTS.split(text) for kind in _pure_types(part))


_PARTS: Final = re.compile(r"[|·•;()\[\]\t💼📍💰✦–—]|, | - ")


def _pure_types(part: str) -> tuple[str, ...]:
    """Return the types in *part* if next to nothing else is in it."""
    kinds = _folded_types(part)
    if not kinds or kinds == ("OTHER",):
        return ()
    rest = BOTH.sub(" ", part)
    for kind in kinds:
        rest = PATTERNS[kind].sub(" ", rest)
    strange = [word for word in _WORDS.findall(rest) if word not in BESIDE]
    return kinds if not strange else ()


_WORDS: Final = re.compile(r"[^\W\d_]{2,}")

_HOURS: Final = re.compile(
    r"(?<![\d–-])(?<!\d )(\d\d)(?:[.,]\d)? ?(?:-?hours?|h|std\.?|stunden|uur|heures|horas|ore|timmar|timer|godzin|hodin)"
    r" ?(?:per|a|pro|p\.|par|por|pr\.?|/|alla|i|w|na|work)? ?(?:week|woche|wk|semaine|semana|settimana|vecka\w*|uke\w*|uge\w*|tydzien|tydne|tyden|sem)"
)
_NAMED: Final = re.compile(
    r"\b(?:full[ -]?time|part[ -]?time|temporary|seasonal|fixed[ -]term|freelance|per[ -]diem|contract|internship|intern|volunteer)\b"
    r"(?:[ ,/-]{1,3}(?:or |and |/ ?)?(?:full[ -]?time|part[ -]?time|temporary|seasonal|contract|internship)\b)?"
)
_NOUN: Final = r"(?:position|role|job|opportunity|post|vacancy|assignment|appointment|engagement|internship|placement|contract)s?\b"
_NOUN_AFTER: Final = re.compile(rf"(?:[ ,]+[\w/-]+){{0,3}}?[ ,]+{_NOUN}")
_THIS_BEFORE: Final = re.compile(r"\b(?:this|our|the|an?)(?: [\w,/-]+){0,4} $")
_IS_BEFORE: Final = re.compile(
    rf"\b(?:{_NOUN}|this|it) (?:is|will be|can be)(?: [\w,/-]+){{0,4}} $"
    r"|\b(?:looking for|hiring|seeking|recruiting|opportunity for)(?: [\w,/-]+){0,3} $|\bjoin (?:us|our team|the team)(?: [\w,/-]+){0,3} $"
)
_OTHER_TONGUES: Final = re.compile(
    r"\b((?:in|als|auf) (?:vollzeit|teilzeit|voll- ?(?:oder|und|/|bzw\.) ?teilzeit))\b"
    r"|\b(?:poste|contrat|emploi|mission|mois|cdi|cdd|renouvelable)[^.\n]{0,40}? ((?:a )?temps (?:plein|complet|partiel))\b"
    r"|\b(en cdd\b|(?:cdd|stage) (?:de|d'une duree de) )\d?|\b(?:poste|mission|ouverte?s?)[^.\n]{0,40}? (?:pour|a|aux?) (?:une? |des )?(independant\w*|free-?lances?)\b|\b(en (?:free-?lance|independant\w*))\b"
    r"|\b((?:als|auf) (?:free-?lancer\w*|freiberufl\w+|freie\w? mitarbeiter\w*|minijob\w*))|\b((?:full|part)[ -]?time (?:baan|functie|dienstverband|aanstelling))\b"
    r"|\b(a tempo (?:pieno|parziale|determinato))\b|\b(?:contrato|puesto|jornada|vaga|contratto)[^.\n]{0,30}? ((?:a |en )?(?:tiempo (?:completo|parcial)|jornada completa|media jornada|tempo (?:integral|parcial|inteiro)))\b"
    r"|\b((?:praca|prace) na (?:plny|zkraceny|castecny|skrateny|ciastocny) uvaz[eo]k)"
    r"|\b(na (?:pelny|niepelny) etat)\b"
    r"|\b(?:pozici\w|pracovat|praci|pracu)[^.\n]{0,30}? (na (?:plny|zkraceny|castecny|skrateny|ciastocny) uvaz[eo]k)\b"
)
_ELSEWHERE: Final = re.compile(
    r"experience|previous|prior|former|convert|transition|migrate|lead to|leading to|potential|another|other than|studies|student"
    r"|degree|not an?\b|years? in|benefits|eligible|employees|all our|most of our|subject to|possibility|equivalent"
)


def _of_sentence(line: _Line) -> tuple[str, ...]:
    text = line.text[:_SENTENCE_MAX]
    for match in _NAMED.finditer(text):
        start = max(text.rfind(".", 0, match.start()) + 1, match.start() - 80, 0)
        before, after = text[start : match.start()], text[match.end() : match.end() + 60]
        noun = _NOUN_AFTER.match(after)
        about_this: object = (noun and (not before.strip(" -*•") or _THIS_BEFORE.search(before))) or _IS_BEFORE.search(
            before
        )
        about_this = about_this or (before.endswith("on a ") and after.startswith(" basis"))
        if about_this and not _ELSEWHERE.search(before + (noun[0] if noun else "")):
            return _folded_types(match[0] + (noun[0] if noun else ""))
    if kinds := [kind for match in _OTHER_TONGUES.finditer(text) for kind in _folded_types(match[match.lastindex or 0])]:
        return tuple(dict.fromkeys(kinds))
    return ("FULL_TIME",) if any(int(match[1]) in _FULL_WEEK for match in _HOURS.finditer(text)) else ()


_NOT_ONESELF: Final = re.compile(
    r"\b(?:coordinator|manager|program\w*|recruit\w*|specialist|advisor|director|lead|administrator|koordinator\w*|betreuer\w*|leiter\w*)\b"
)


def _of_title(title: str) -> list[str]:
    folded = fold(title[:VALUE_MAX])
    found: set[str] = set()
    for part in _PARTS.split(folded):
        found.update(_pure_types(part))
    for kind in ("FULL_TIME", "PART_TIME"):
        if PATTERNS[kind].search(folded):
            found.add(kind)
    if "%" in folded and (match := _SHARE_AT_END.search(folded)):
        found |= share_of_week(match[0])
    if _INTERN_TITLE.search(folded) and not _NOT_ONESELF.search(folded):
        found.add("INTERN")
    return _settled(found)


_SHARE_AT_END: Final = re.compile(r"\(?\d{2,3} ?%? ?(?:-|–|bis|a|to) ?\d{2,3} ?%\)?|\(?\b\d{2,3} ?%\)?(?= ?(?:$|\())")
_INTERN_TITLE: Final = re.compile(
    r"\b(?:intern|internship|praktik(?:um|ant|antin)|stagiaire|stagiair|becari[oa]|estagio|estagiari[oa]|tirocinio|stagista|stazyst\w*|stajyer)\b"
    r"|^stage\b|インターン|实习|實習|인턴"
)
