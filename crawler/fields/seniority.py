"""The seniority that a title names."""

import re
from functools import lru_cache
from typing import Final

from crawler.fields.folding import fold

TITLE_MAX: Final = 200  # characters

# From the bottom to the top: of several words that are stacked ("Senior Staff Engineer") the highest counts.
LEVELS: Final = ("INTERN", "ENTRY", "MID", "SENIOR", "LEAD", "MANAGER", "DIRECTOR", "EXECUTIVE")

_TRADE: Final = (
    r"(?:[\w./+&#-]+ ){0,4}?(?:engineer\w*|developer|scientist|designer|architect|researcher|programmer|sre|technologist|consultant"
    r"|product manager|program manager|tpm|analyst|writer|strategist|artist|security|software|data|devops|machine learning)"
)
_MANAGED: Final = (  # what is managed there are people
    r"engineering|general|store|shop|restaurant|regional|area|district|branch|plant|factory|warehouse|shift|department|team"
    r"|duty|kitchen|bar|hotel|club|division|unit|senior|sr\.?|assistant"
)
_WORDS: Final = {
    "INTERN": (
        r"intern|interns|internship|traineeships?|^stage (?=-|–|en\b|:)|co-?op|praktik(?:um|ant|antin|a|plads)|pflichtpraktikum|werkstudent\w*|working student"
        r"|student worker|stagiaire|stagiair|becari[oa]|practicas|pasante|estagio|estagiari[oa]|tirocinio|tirocinante|stagista"
        r"|stazyst\w*|stazista|stazistka|gyakornok|harjoittelija|stajyer|стажер"
    ),
    "ENTRY": (
        r"junior|jr|jnr|entry[ -]level|graduate|new grad|trainee|apprentice(?:ship)?|berufseinsteiger\w*|absolvent\w*|auszubildende\w*|azubi"
        r"|debutant|alternant|alternance|apprenti|recien graduad\w*|mlodszy|mlodsza|младшии|campus hire|early career"
        rf"|(?:^|(?<=, ))associate(?= {_TRADE})"
    ),
    "MID": rf"mid(?= {_TRADE})|mid(?= \)|$)|mid[ -]level|mid[ -]career|intermediate|medior|pleno|confirme",
    "SENIOR": r"senior|sr|snr|starszy|starsza|старшии|experte|kidemli",
    "LEAD": (
        r"lead|team ?lead(?:er)?|tech(?:nical)? lead|teamleiter\w*|teamleitung|chef d'equipe|lider|staff(?= "
        + _TRADE
        + r")"
        r"|principal|distinguished|ведущии"
    ),
    "MANAGER": (
        rf"(?:{_MANAGED}) manager|(?:^|(?<=, )|(?<=- ))manager(?:(?=[,:])| (?=of\b|-|–))|abteilungsleiter\w*|filialleiter\w*|leiter(?:in)?|leitung"
        r"|gerente|jefe de|jefa de|kierownik|kierowniczka|vedouci|veduci|руководитель|supervisor"
    ),
    "DIRECTOR": (
        r"director|head(?= of\b|,| -|:)|bereichsleiter\w*|direktor\w*|directeur|directrice|diretor[a]?|direttore|direttrice|dyrektor|reditel\w*"
        r"|riaditel\w*|директор"
    ),
    "EXECUTIVE": (
        r"chief [\w& ]{0,30}officer|c[efotmipr]o|ciso|cpto|cxo|vp|svp|evp|vice[ -]president|president|managing director|geschaftsfuhrer\w*"
        r"|vorstand"
    ),
}
_SIGNS: Final = {
    "INTERN": "インターン|实习|實習|인턴",
    "ENTRY": "新卒|ジュニア|初级|初級|신입|주니어|应届",
    "SENIOR": "シニア|高级|高級|资深|資深|시니어",
    "LEAD": "リータ|テックリート|组长|主管|팀장|리드",  # folded: リーダ, テックリード
    "MANAGER": "課長",
    "DIRECTOR": "部長|总监|總監|본부장",
    "EXECUTIVE": "取締役|総裁|总裁|副总裁",
}
_PATTERNS: Final = {
    level: re.compile(rf"(?<![\w'])(?:{words})(?!\w)" + (f"|{_SIGNS[level]}" if level in _SIGNS else ""))
    for level, words in _WORDS.items()
}
# Words of a level that name a trade, or someone else's level.
_OTHERS: Final = re.compile(
    r"(?:assistant|associate) vice[ -]president|avp|lead(?:s)?[ -](?:gen\w*|management|nurtur\w*|qualif\w*|acquisition|free)|lead to|lead[ -]based|(?:assistant|deputy|vice|school) principal"
    r"|principal$|chief of staff|(?:executive|personal) assistant[^,]*|assistant to [^,]*|(?:art|funeral|casting|music|film) director"
    r"|director of photography|to the [\w ]*(?:director|ceo|cfo|cto|president|vp|board)|office of the [\w ]*|account director"
    r"|(?:pre)?-?k? ?senior (?:living|care|citizens?|home|center|centre|services|housing|community|high)|graduate (?:school|program\w* (?:manager|coordinator|director|recruiter)|studies|admissions|degree|education|medical)"
    r"|(?:undergraduate|post-?graduate)|junior (?:high|school|college|achievement)|head (?:chef|coach|nurse|teacher|cook|waiter|gardener)"
    r"|intern(?:ship)? (?:coordinator|program\w*|manager|recruit\w*)|(?:leadership|graduate|management) (?:academy|council)|mid[ -](?:market|atlantic|west|size\w*|cap|day|shift|town|office)"
    r"|(?:sales|team|shift|store|crew) associate|head office|president's|intermediate (?:school|care)|manager[,:] ?(?:customer|account|product|program|project)\w* success"
)
# In banks a rank: "Software Engineer, Vice President" heads nothing.
_RANK: Final = re.compile(r"\b(?:senior |executive )?(?:vice[ -]president|svp|vp)\b")
_ENGINEER: Final = re.compile(r"\b(?:engineer|developer|scientist|analyst|programmer|architect|researcher)\b")
_RANGE: Final = re.compile(
    r"\b(?:entry|junior|jr|mid|middle|intermediate|senior|sr|staff|principal|lead)[ -]?(?:level)? ?(?:/|\bto\b|\bor\b|\boder\b|-|–|~|&|\band\b) ?(?:entry|junior|jr|mid|middle|intermediate|senior|sr|staff|principal|lead)\b"
)


@lru_cache(maxsize=2048)
def read_seniority(title: str) -> str | None:
    """Read the level that the words of a *title* name: one of ``LEVELS``, or ``None``.

    "Staff" is a level before a trade of engineering only ("Staff Accountant" is not), "Manager" where it manages people
    for certain ("Product Manager" is not), "Head of" and "Director" are ``DIRECTOR``. A title of two levels to choose from
    ("Junior/Senior") has none.

    >>> [read_seniority(t) for t in ("Senior Staff Engineer", "Sr. Product Manager", "VP, Sales", "Staff Accountant", "Boat Builder")]
    ['LEAD', 'SENIOR', 'EXECUTIVE', None, None]
    """
    text = " ".join(fold(title[:TITLE_MAX]).replace("(", " ( ").replace(")", " ) ").split())
    if _RANGE.search(text):
        return None
    text = _OTHERS.sub(" ", text)
    if _RANK.search(text) and _ENGINEER.search(text):
        text = _RANK.sub(" ", text)
    found = [level for level in LEVELS if _PATTERNS[level].search(text)]
    if not found:
        return None
    if found[0] == "INTERN":
        return "INTERN"
    return found[-1]
