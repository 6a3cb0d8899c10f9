"""The years of experience that a posting asks for."""

import re
from typing import Final

from crawler.fields.experiencewords import FIGURES, MONTHS, NONE_NEEDED_OF_SIGNS, YEARS_OF_SIGNS
from crawler.fields.look import Look, look

TEXT_MAX: Final = 20_000  # characters
YEARS_MAX: Final = 20  # more is a firm's own age
_BEFORE: Final = 64  # characters before the word for years in which the number stands
_LOOKS: Final = 80  # words for years behind a number that are looked at
_AFTER: Final = 120  # characters after it in which "experience" stands

_NUMBER: Final = rf"(?:[0-9]{{1,2}}(?:[.,][0-9])?|{'|'.join(FIGURES)})"
_COUNT: Final = re.compile(
    rf"(?<![\d$€£])(?<!\d[.,–—-])(?<!\d[–—-] )(?<!\d [–—-])(?:\b|(?<=[a-z])(?=\d))(?:a )?({_NUMBER})(?: ?\( ?\w+ ?\))? ?(\\?\+|plus|or more)?"
    rf"(?: ?(?:\\?[-–—~/]|to|bis|a|do|az|or|ou|o|tot|till)\s?({_NUMBER})(?: ?\( ?\w+ ?\))? ?\\?\+?)?"
    r"(?: ?(?:or more|and more|plus|full|solid|oder mehr|ou plus|o mas|eller mer))?[\s-]?$"
)
_COUNTING: Final = frozenset((*FIGURES, "more", "plus", "full", "solid", "mehr", "mas", "mer", "a", "an", "ein", "un", "uma"))
_A_YEAR: Final = re.compile(
    r"\b(?:at least|minimum(?: of)?|min\.?|mindestens|au moins|al menos|almeno) (?:a|an|ein|un|uma|un') ?$"
)

_ENDS: Final = re.compile(r"[\n•;!?]|\.(?!\w)")
_YEARS_OF_SIGNS: Final = re.compile("|".join(YEARS_OF_SIGNS))
_COMPOUND: Final = re.compile(
    rf"\b({_NUMBER})-? ?(?:jahrige\w?|letni\w{{1,4}}|leti?\w{{0,2}}|jarige) (?=\w*(?:erfahrung|praxis|doswiadcz|ervaring))"
)
_CJK: Final = re.compile(r"([0-9]{1,2})\s?(?:[-~–〜～至]\s?[0-9]{1,2}\s?)?(?:年|년)\s?(?:間)?(以上|이상|及以上|程度)?")
_CJK_EXPERIENCE: Final = re.compile("経験|经验|經驗|경력|경험|実務")

_EXPERIENCE: Final = re.compile(
    r"\b(?:experiences?|exp\b|\w*erfahrung|berufspraxis|praxis|experiencia|esperienz\w|\w*ervaring|erfarenhet|erfaring|doswiadczeni\w+"
    r"|praxe|prax\b|zkusenost\w*|skusenost\w*|tapasztalat\w*|deneyim\w*|опыт\w*)"
)
_EXPERIENCE_BEFORE: Final = re.compile(
    r"\b(?:experience(?: level| required| needed)?|erfahrung|berufserfahrung|experiencia|esperienza|ervaring|erfarenhet|erfaring|doswiadczenie|praxe"
    r"|prax|zkusenost|опыт работы|опыт)\b"
    r"(?:[\s:(–-]|\b(?:of|de|d'une|d'un|d'au|d|di|da|von|mit|at|least|a|minimum|min|minim\w+|mindestens|mind|au|moins|al|menos|almeno|professionnelle|laboral"
    r"|profesional|lavorativa|significative|similaire|minst|minimaal|od|от|co|najmniej|более|over|more|than|uber|plus|mas)\b\.?){0,9}$"
)
_MARKED: Final = re.compile(r"\b(?:at least|minimum(?: of)?|min\.?|minimally|more than|over)\s?$")
_DOING: Final = re.compile(r"['’]? ?(?:(?:of|in|as|within|with|at|on)\b|(?:[a-z]+ ){0,2}?[a-z]{3,}ing\b)")

_NOT_BEFORE: Final = re.compile(
    r"\b(?:last|past|next|first|previous|every|up to|less than|fewer than|no more than|under|maximum|max\.?|within|letzten|vergangenen|ersten|derniere?s"
    r"|ultim[oi]s?|laatste|afgelopen|senaste|siste|sidste|ostatnich|poslednich|seit|since|for over|bis zu|jusqu'a|hasta|ate|fino a|aged?) (?:the )?(?:about )?$"
)
_NOT_AFTER: Final = re.compile(
    r"['’]?s? ?-?(?:ago\b|olds?|of (?:age|service|history|heritage|growth|innovation|success|excellence|tradition|employment|study|studies|college|university|school"
    r"|education|operation|vacation|leave)|degree|college|university|diploma|program|course|contract|warranty|heritage|history|in (?:business|existence|a row)|anniversary"
    r"|plan\b|term\b|alt\b|jung|leave|holiday|service\b|experience of (?:the )?(?:company|firm)|fixed|visa|period|after|post[- ]grad\w* (?:study|degree))"
)
_FIRM: Final = re.compile(
    r"\b(?:we|we['’]ve|we['’]re|our|us|company|firm|founded|heritage|established|combin\w+|team (?:has|with|of)|clients|group|brings? together|wir|unsere?\w?|nous|notre"
    r"|nuestr\w+|noss[oa]s?|nostr[oaie]|onze|wij|vi|var|vore?s)\b|\bwith (?:over|more than|nearly|almost)\b|\bhas (?:over|more than)\b"
)
_CANDIDATE: Final = re.compile(
    r"\b(?:you|your|you['’]ll|candidates?|applicants?|must|requir\w*|minimum|min|at least|should|need\w*|looking for|seek\w*|ideal\w*|person|someone|hiring|du|dein\w*|sie"
    r"|ihr\w*|mindestens|mind|suchen|vous|votre|justifi\w+|moins|recherch\w+|tienes|buscamos|menos|minim\w+|voce|procuramos|almeno|cerchiamo|jij|je|jouw|minst|sok\w+|requirements?"
    r"|qualifications?|skills?)\b"
)
_TERM: Final = re.compile(r"contract|initial|rolling|duration|extension|length|project")
_YOU: Final = re.compile(r"\b(?:you|your|du|sie|vous|tienes|voce)\b")
_MONTHS_OF: Final = re.compile(
    r"['’]?s?['’]? ?(?:[\w/-]+ ){0,5}?(?:experience|\w*erfahrung|d'experience|experiencia|esperienza|\w*ervaring)\b"
)
_OPTIONAL_AFTER: Final = re.compile(
    r"^[^.,;\n]{0,70}\b(?:preferred|desirable|desired|a plus|favou?rable|advantageous|von vorteil|wunschenswert|un plus|un atout|e un plus|is een pre)\b"
)
_OR_DEGREE: Final = re.compile(
    r"\b(?:degree|diploma|bachelor\S*|master\S*|college|certificat\w+|education|hnc|hnd|ged)\b[^.\n]{0,30}\bor (?:at least |minimum (?:of )?)?$"
)
_OPTIONAL_HEADING: Final = re.compile(
    r"^[^\n]{0,20}\b(?:preferred|nice[- ]to[- ]haves?|desired|desirable|bonus|a plus|wunschenswert|von vorteil|idealerweise|les plus|valorable|deseable|plussen)\b[^\n.]{0,30}$",
    re.MULTILINE,
)
_HEADING: Final = re.compile(r"^(?!- )[^\n.]{3,60}$", re.MULTILINE)
_NONE_NEEDED: Final = re.compile(
    r"\bno (?:prior |previous |work |professional |relevant )*experience (?:is )?(?:required|necessary|needed)\b|\bkeine (?:berufs)?erfahrung (?:erforderlich|notig|notwendig)\b"
    r"|\baucune experience (?:n'est )?(?:requise|necessaire|exigee)\b|\bno se requiere experiencia\b|\bsem necessidade de experiencia\b|未経験(?:者)?(?:可|歓迎|OK|ok)|无需经验|경력 ?무관"
)


def read_experience(text: str) -> float | None:
    """Read the years of experience that *text*, a posting or its requirements, asks for at least.

    Of a range the lower end; months as parts of a year; 0.0 where it says that none is needed. Of several numbers the
    first counts that is neither optional ("preferred", "a plus", under "Nice to have") nor an alternative to a degree:
    postings put the general requirement before the special ones. What a firm says of itself, ages, service, "the last 5
    years", "up to 3 years" and more than ``YEARS_MAX`` years do not count. Looks at the first ``TEXT_MAX`` characters.

    >>> read_experience("8+ years of experience as an engineer, 3 of them in Go"), read_experience("mind. 3 Jahre Berufserfahrung")
    (8.0, 3.0)
    >>> read_experience("We have over 25 years of experience in the market.") is None
    True
    """
    seen = look(text[:TEXT_MAX])
    foreign = seen.foreign * 10 > len(seen.folded)
    if foreign and (found := _of_signs(seen.folded)) is not None:
        return found
    if (found := _first(seen, foreign)) is not None:
        return found
    if (seen.places("none needed") or seen.spelt(NONE_NEEDED_OF_SIGNS)) and _NONE_NEEDED.search(seen.folded):
        return 0.0
    return None


def _first(seen: Look, foreign: bool) -> float | None:
    text = seen.folded
    places = [*seen.folded_places("years")]
    if foreign:
        places += [(match.start(), match[0]) for match in _YEARS_OF_SIGNS.finditer(text)]
    found: list[tuple[int, float]] = []
    looks = 0
    for at, word in sorted(places):
        end = at + len(word)
        if text[at - 1 : at].isalpha() or text[end : end + 1].isalpha() or not _may_count(text[max(0, at - _BEFORE) : at]):
            continue
        if (count := _asked(seen, at, end, word)) is not None:
            found.append((at, count))
            break
        if (looks := looks + 1) > _LOOKS:
            break
    if seen.places("years in one") and (match := _COMPOUND.search(text)):
        found.append((match.start(), _value(match[1])))
    return min(found)[1] if found else None


def _may_count(before: str) -> bool:
    """Say whether *before* may end in a number: most words that may mean years mean something else ("an", "let")."""
    word = (before.split() or [""])[-1]
    return word in _COUNTING if word.isalpha() else True


def _asked(seen: Look, at: int, end: int, word: str) -> float | None:
    """Return the number of years at *at*, if the sentence around it asks for them."""
    text = seen.folded
    before = _without_stops(text[max(0, at - _BEFORE) : at])
    match = _COUNT.search(before)
    if match is None:
        if not (_A_YEAR.search(before) and _EXPERIENCE.search(text, end, end + 40)):
            return None
        count, marked, start = 1.0, True, at - 2
    else:
        count, start = _value(match[1]), at - len(before) + match.start()
        marked = bool(match[2] or match[3])
    ahead = _without_stops(text[max(0, start - 200) : start])
    ahead = ahead[max(map(ahead.rfind, "\n.•;!?")) + 1 :]
    sentence_start = start - len(ahead)
    after = _ENDS.split(_without_stops(text[end : end + _AFTER]), maxsplit=1)[0]
    if count > YEARS_MAX or _NOT_BEFORE.search(ahead) or _NOT_AFTER.match(after):
        return None
    marked = marked or _MARKED.search(ahead) is not None
    named = _EXPERIENCE.search(after) or _EXPERIENCE_BEFORE.search(ahead)
    if not named and not (marked and word in ("years", "yrs") and _DOING.match(after)):
        return None
    if _FIRM.search(ahead) and not (_CANDIDATE.search(ahead) or _YOU.search(after)):
        return None
    if _OPTIONAL_AFTER.search(after) or _OR_DEGREE.search(ahead) or _is_optional(seen, sentence_start):
        return None
    if word in MONTHS:
        return round(count / 12, 2) if _MONTHS_OF.match(after) and not _TERM.search(ahead + after) else None
    return count


def _without_stops(text: str) -> str:
    """*text* where "min." ends no sentence."""
    return text.replace("min. ", "min ").replace("mind. ", "mind ") if ". " in text else text


def _is_optional(seen: Look, at: int) -> bool:
    """Say whether the last heading before *at* is that of what is nice to have."""
    start = max(0, at - 1_500)
    if not any(start <= place < at for place, _ in seen.folded_places("optional")):
        return False
    optional = [match.start() for match in _OPTIONAL_HEADING.finditer(seen.folded, start, at)]
    if not optional:
        return False
    return all(match.start() <= optional[-1] for match in _HEADING.finditer(seen.folded, start, max(start, at - 1)))


def _of_signs(text: str) -> float | None:
    for match in _CJK.finditer(text):
        near = text[max(0, match.start() - 24) : match.end() + 40]
        if (match[2] or "-" in match[0] or "~" in match[0] or "–" in match[0]) and _CJK_EXPERIENCE.search(near):
            count = float(match[1])
            if count <= YEARS_MAX:
                return count
    return None


def _value(figure: str) -> float:
    return float(FIGURES[figure]) if figure in FIGURES else float(figure.replace(",", "."))
