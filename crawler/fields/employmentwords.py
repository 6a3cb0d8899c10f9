"""How pages and platforms name the types of employment; folded, as regular expressions.

"Permanent", "regular", "CDI", "Festanstellung", "indefinido" say for how long, not how many hours: they are in no row.
"""

import re
from typing import Final

# Of several, in this order.
TYPES: Final = ("FULL_TIME", "PART_TIME", "CONTRACTOR", "TEMPORARY", "INTERN", "VOLUNTEER", "PER_DIEM", "OTHER")

_BOTH: Final = (
    r"full\s?(?:[/&,-]+|or|and|to)\s?part\b|full\s?-?\s?(?:time)?\s?(?:or|/|-)\s?-?\s?part\s?-?\s?time"
    r"|voll\s?-?\s?(?:/|oder|und|o\.|bzw\.?)\s?teil\s?zeit|full ?or ?part ?time"
)
_LATIN: Final = {
    "FULL_TIME": (
        r"full\s?-?\s?time|fulltime|f/t|ft|vollzeit|temps\s?-?\s?(?:plein|complet)|plein temps|tiempo completo"
        r"|jornada completa|tempo (?:integral|inteiro|pieno)|periodo integral|voltijds?|fuldtid|heltid|pelny (?:etat|wymiar)"
        r"|pelnym wymiarze|pelen etat|plny (?:pracovni |pracovny )?(?:uvazek|uvazok)|teljes munkaido\w*|kokoaikai\w+|kokopaiva\w*"
        r"|tam zamanli|полная занятость|полныи (?:рабочии )?день|повна заинятість|norma intreaga"
    ),
    "PART_TIME": (
        r"part\s?-?\s?time|parttime|p/t|pt|teilzeit|temps\s?-?\s?partiel|temps parcial|tiempo parcial|medio tiempo"
        r"|media jornada|jornada parcial|tempo parcial(?:e)?|meio periodo|deeltijds?|deltid|niepelny (?:etat|wymiar)"
        r"|niepelnym wymiarze|czesc etatu|1/2 etatu|(?:zkraceny|castecny) (?:pracovni )?uvazek"
        r"|(?:skrateny|ciastocny) (?:pracovny )?uvazok|reszmunkaido\w*|osa-?aikai\w+|yari zamanli|частичная занятость"
        r"|неполныи (?:рабочии )?день|неполная занятость|mini\s?-?\s?job\w*|geringfugig\w*|werkstudent\w*|working student"
    ),
    "CONTRACTOR": (
        r"contract(?:or|ors|ing)?|free\s?-?\s?lanc\w+|self\s?-?\s?employed|1099|c2c|corp\s?-?\s?to\s?-?\s?corp"
        r"|freie\w? mitarbeit\w*|freiberuflich\w*|selbststandig\w*|independant\w*|prestataire|autonomo|prestador\w*"
        r"|pessoa juridica|pj|partita iva|zzp(?:er)?|b2b|zivnost\w*|ico|vallalkozo\w*|oneri|самозанят\w+"
    ),
    "TEMPORARY": (
        r"temporary|temp|fixed\s?-?\s?term|limited\s?-?\s?term|ftc|seasonal|befristet\w*|zeitarbeit\w*|leiharbeit\w*"
        r"|aushilfe\w*|saison\w*|cdd|duree determinee|interim(?:aire)?|saisonnier\w*|temporal|eventual|por obra"
        r"|tiempo determinado|plazo fijo|temporari[oa]|prazo determinado|determinato|stagionale|tijdelijk\w*|bepaalde tijd"
        r"|vikariat\w*|visstid\w*|tidsbegran\w+|midlertidig\w*|tidsbegraenset|okreslony|urcitou|hatarozott ideju"
        r"|maaraaikai\w+|gecici|временная|срочныи|maternity cover|parental leave cover|temporar\w*"
    ),
    "INTERN": (
        r"intern|interns|internship|internships|co-?op|traineeship|praktik(?:um|ant|antin|a|plads|ant/in)|pflichtpraktikum"
        r"|stage|stages|stagiair\w*|becari[oa]|practicas|pasant\w+|estagio|estagiari[oa]|tirocinio|stagista|staz|stazyst\w*"
        r"|praktyki|stazista|gyakornok\w*|harjoittelu\w*|staj|stajyer|стажировка|стажер|intermittent internship|summer student"
        r"|industrial placement|estudiant en practiques|practiques"
    ),
    "VOLUNTEER": (
        r"volunteer\w*|ehrenamt\w*|benevol\w*|voluntari[oa]d?o?|volontari[oa]|volontariato|vrijwillig\w*|frivillig\w*"
        r"|wolontari\w*|dobrovoln\w*|onkentes\w*|gonullu"
    ),
    "PER_DIEM": r"per\s?-?\s?diem|prn|on\s?-?\s?call|as needed|zero\s?-?\s?hours?",
    "OTHER": (
        r"other|andere|sonstige\w*|autre|otr[oa]|altro|outr[oa]|anders|annat|inne|jine|apprentice(?:ship)?|ausbildung|azubi"
        r"|lehre|alternance|apprentissage|aprendiz\w*|apprendistato|larling|scholarship"
    ),
}
_SIGNS: Final = {
    "FULL_TIME": "正社員|フルタイム|全职|全職|정규직|풀타임|전일제",
    "PART_TIME": "パート|アルバイト|兼职|兼職|파트타임|아르바이트|시간제",
    "CONTRACTOR": "業務委託|フリーランス|프리랜서|外包",
    "TEMPORARY": "契約社員|派遣|臨時|临时|임시|계약직|기간제",
    "INTERN": "インターン|实习|實習|인턴",
    "VOLUNTEER": "ホランティア|志愿者|志願者|자원봉사",
}
_NOT_BEFORE: Final = r"(?<![\w-])"
_NOT_AFTER: Final = r"(?![\w]|-(?:based|level))"

# "Permanent contract", "fixed-term contract": the word names no contractor there.
NO_CONTRACTOR: Final = re.compile(
    r"\b(?:permanent|open-?ended|indefinite|unlimited|employment|fixed\s?-?\s?term|temporary|zero\s?-?\s?hours?|annual"
    r"|apprenticeship|internship|labou?r|work) contract|contract (?:type|duration|length|of employment)"
)
# "Early stage", "stage manager": no French intern.
NO_INTERN: Final = re.compile(
    r"\b(?:early|late|later|growth|seed|next|every|each|final|first|any|this|centre|center|main)[ -]stage|stage (?:manager|tech\w*|hand|crew)|\d ?stages?\b|stages?,"
)
BOTH: Final = re.compile(_BOTH)
PATTERNS: Final = {
    kind: re.compile(
        rf"{_NOT_BEFORE}(?:{_LATIN[kind]}){_NOT_AFTER}" + (f"|{_SIGNS[kind]}" if kind in _SIGNS else "")
    )
    for kind in TYPES
}  # fmt: skip

# What says a type only where it is the whole value, behind a label.
WHOLE: Final = {
    **dict.fromkeys(("completa", "plein", "complet", "integral", "pieno", "voll", "full", "plny", "pelny", "heltid"), ("FULL_TIME",)),
    **dict.fromkeys(("parcial", "media", "partiel", "parziale", "part", "teil"), ("PART_TIME",)),
}
# Words that stand beside a type and say nothing of it.
_BESIDE: Final = (
    "permanent regular employee employment contract position role job type unbefristet festanstellung cdi indefinido "
    "indefinit indeterminato or and oder und ou et o y e en in zu a remote hybrid onsite on site work hours week per "
    "hourly salary salaried exempt non eligible the h std uur praca prace na zkraceny plny onbepaalde vast"
)
BESIDE: Final = frozenset(_BESIDE.split())

# One of these is in every line that says anything of it.
_KEYS: Final = (
    "full time|full-time|fulltime|full or part|part time|part-time|parttime|temporary|contract|contractor|freelance|freelancer"
    "|seasonal|fixed-term|fixed term|intern|internship|volunteer|per diem|per-diem|vollzeit|voll-|teilzeit|befristet|werkstudent"
    "|praktikum|praktikant|praktikantin|temps plein|temps complet|temps partiel|cdd|independant|independante|freiberuflich|freie mitarbeit|minijob|tempo parziale|tempo determinato|tempo inteiro|media jornada|stage|alternance|tiempo completo|tiempo parcial"
    "|jornada|tempo integral|tempo inteiro|tempo parcial|tempo pieno|temps parcial|estagio|tirocinio|voltijd|voltijds|deeltijd"
    "|heltid|fuldtid|deltid|etat|wymiar|uvazek|uvazok|teljes munka|reszmunkaido|kokoaikainen|osa-aikainen|tam zamanli|yari zamanli"
    "|hours|stunden|uur|heures|horas|timmar|timer|godzin|hodin|std"
)
_KEYS_OF_SIGNS: Final = (
    "занятост|рабочи|正社員|契約社員|パート|アルバイト|業務委託|インターン|全职|全職|兼职|实习|정규직|계약직|인턴"
)


def _by_words(keys: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for key in keys.split("|"):
        words = key.replace("-", " ").split()
        word = words[0] if len(words) == 1 else f"{' '.join(words)}*"
        found[word] = (*found.get(word, ()), key)
    return found


KEYS: Final = _by_words(_KEYS)  # by how `crawler.fields.look` finds them: "full time*" for both "full time" and "full-time"
KEYS_OF_SIGNS: Final = tuple(_KEYS_OF_SIGNS.split("|"))
