"""How postings name levels of education; folded, as regular expressions.

What is between two levels counts as the lower one: a Dutch "hbo" or a "degree" is at least a bachelor's, a "Bac+4" is
counted as the master's that it is halfway to, an HND and a BTS are short-cycle tertiary education as an associate degree
is (ISCED 5).
"""

import re
from typing import Final

# From the bottom to the top.
LEVELS: Final = ("HIGH_SCHOOL", "VOCATIONAL", "ASSOCIATE", "BACHELOR", "MASTER", "DOCTORATE")

# A subject or a kind of school before "degree"; "a high degree of" has none of them.
_SUBJECT: Final = (
    r"university(?:'s)?|college|undergraduate|(?:four|4)[ -]year(?: college| university)?|honou?rs?|first|relevant|related|technical|technology"
    r"|engineering|science|sciences|computing|software|stem|numerate|numerical|quantitative|analytical|mathematical|maths?|mathematics"
    r"|statistics|economics|physics|chemistry|biology|business|management|administration|finance|accounting|accountancy|marketing"
    r"|communications?|journalism|design|psychology|education|teaching|geography|geology|nursing|social work|hospitality|agriculture"
    r"|architecture|nutrition|linguistics|humanities|arts|it|cs|2[:.]1|2[:.]2|first[ -]class|academic|bachelor-level|tertiary"
)
_BEFORE_OR: Final = r"(?: degree)?(?:,? ?(?:/|,|or|and|&|oder|und|ou|et|o|y|of|en|bzw\.?) ?)(?:an? |een |une? )?"
_SHORT_BACHELOR: Final = r"b\.? ?(?:s\.?|a\.?|sc\.?|eng\.?|tech\.?)|bba|bcom|b\.com|b\.? ?e\.|llb"
_AFTER_SHORT: Final = (  # what makes two letters a degree
    r"(?='?s? ?(?:\(hons?\)|hons?\b|degree|/ ?(?:b|m)\.? ?(?:s|a|tech|eng)\b|/ ?(?:bachelor|master|ph)"
    r"|(?:,? (?:or|and|&)|,) (?:an? )?(?:b\.?a|b\.?s|m\.?s|m\.?a|ph\.?d|master|higher|equivalent|mba)|,? in [a-z]|/? in [a-z]|with |from an? ))"
)
_DOUBLE: Final = r"b\.?s\.?c?\.?/ ?(?:b\.?a|m\.?s)|b\.?a\.?/ ?(?:b\.?s|m\.?[as]|undergrad)"

_LATIN: Final = {
    "HIGH_SCHOOL": (
        r"high ?-?school(?:'s)? (?:diploma|degree|graduat\w+|education|certificate|level|leaver|equivalen\w+|or (?:equivalent|ged|higher|above))"
        r"|high ?-?school/ ?ged|(?:completed?|completion of|finished|graduated(?: from)?|minimum(?: of)?(?: an?)?) high ?-?school|h\.?s\.? (?:diploma|degree|graduate)|g\.?e\.?d\.?(?=[ ),./]|$)"
        r"|(?:upper )?secondary(?: school)? (?:education|diploma|certificate|qualification|leaving)|(?:fach)?abitur|(?:fach)?hochschulreife|mittlere reife"
        r"|(?:real|haupt)?schulabschluss|niveau bac(?: ?(?!\+)(?![a-z]))|baccalaureat(?!e)(?! ?\+)|bachillerato|educacion secundaria|ensino medio"
        r"|diploma di (?:maturita|scuola superiore)|diploma superiore|vmbo|havo|studentereksamen|(?:uplne )?(?:stredni|stredoskolske) (?:odborne )?vzdelani\w*"
        r"|(?:uplne )?stredoskolske vzdelanie|ss s maturitou|wyksztalcenie (?:min(?:imum|\.)? )?srednie|erettsegi|среднее образование"
    ),
    "VOCATIONAL": (
        r"(?:vocational|trade)(?: school)? (?:qualifications?|certificates?|diploma|degree|education|training)|technical school(?: diploma| certificate)?|trade school|time[ -]served (?=in |apprentic|\w*(?:er|ian|ist|or|person)\b)"
        r"|completed (?:an |a recognised )?apprenticeship|nvq(?: level)?|city (?:&|and) guilds"
        r"|(?:abgeschlossene\w* |fundierte |erfolgreich abgeschlossene\w* )(?:[\w/-]+ ){0,3}?(?:\w*ausbildung|lehre|berufslehre)\b|(?:kaufmannische|technische|handwerkliche|gewerbliche)"
        r" (?:berufs)?ausbildung|berufsausbildung|ausbildung (?:als|zum|zur)\b|eidg\w*\.? fahigkeitszeugnis|\befz\b|niveau (?:cap|bep)|\bcap/bep\b|diplome (?:de )?(?:cap|bep)"
        r"|bac pro\w*|formacion profesional|ciclo formativo|\bcfg[sm]\b|\bmbo\b(?:[ -]?(?:niveau|[34]))?|vyuceni|vyucni list|wyksztalcenie zawodowe|istituto tecnico"
    ),
    "ASSOCIATE": (
        r"associate'?s?'?(?:/bachelor'?s?)? degree|associate'?s?'?(?=(?: or |/|, )bachelor)|associate of (?:arts|science|applied)|a\.?a\.?s?\.? degree|(?:two|2)[ -]year(?: college| technical)? (?:degree|diploma)"
        r"|foundation degree|\bhn[cd]\b|\bhnc/hnd\b|btec(?: higher)?|higher national|bac ?\+ ?2|\bb\.?t\.?s\.?\b(?= ou| /|/|,| en | dans|\))|niveau bts|\bdut\b|technicien superieur"
    ),
    "BACHELOR": (
        rf"bachelor(?!ette)s?'?s?'?|baccalaureate degree|(?:{_SHORT_BACHELOR}){_AFTER_SHORT}|{_DOUBLE}|b\.? ?sc\b\.?|b\.? ?eng\b|b\.? ?tech\b|bsn\b"
        rf"|(?:{_SUBJECT})(?:[ /-](?:{_SUBJECT}))?,? degree|degree[ -](?:level|educated|qualified|qualification|calibre)|degree in (?!which)(?=[a-z])"
        r"|degree (?:or (?=equivalent|higher|above|similar|hn[cd]|comparable|relevant|related|professional)|from (?=(?:an? |the )?[a-z])|(?=required|is required|\(or equivalent|/ ?hn|/ ?equivalent|with a focus|with an? emphasis))"
        r"|(?:university|college) graduate|graduate(?: level)? qualification|tertiary qualification|(?:abgeschlossene\w* |erfolgreich abgeschlossene\w* )(?:[\w/-]+ ){0,3}?\w*studium"
        r"|studium (?:der|im|in|des) |\w*(?:hochschul|universitats|studien|fh-)(?:abschluss|studium|ausbildung)\w*|akademische\w* (?:abschluss|ausbildung|hintergrund)"
        r"|(?:universitare|akademische) ausbildung|(?:universitair|academisch)e? (?:opleiding|diploma|niveau|graad|werk)|\bhbo\b|\bwo\b(?= ?(?:/|of|werk|-|niveau|opleiding|diploma))"
        r"|bac ?\+ ?3|licence (?:professionnelle|pro\b|en |ou )|diplome (?:universitaire|de l'enseignement superieur)|titulacion universitaria|titulo universitario"
        r"|estudios universitarios|formacion universitaria|(?:grado|licenciatura) (?:universitari[oa]|en )|licenciad[oa] en|diplomatura|ensino superior|curso superior|licenciatura"
        r"|graduacao (?:em|completa)|superior completo|laurea (?:triennale|in )|laureat[oaie]\b|(?:vysokoskolske|vs) vzdelani\w*|wyksztalcenie wyzsze|studia wyzsze|kandidatexamen"
        r"|hogskoleutbildning|hoyere utdanning|bachelorgrad|hoiskole|felsofoku (?:vegzettseg|diploma)|высшее образование"
    ),
    "MASTER": (
        rf"master'?s?'?(?:[ -]level)? (?:degree|diploma|qualification|of (?:science|arts|engineering|business|public|laws?|education|fine|research|commerce|finance))"
        rf"|master(?:'s|s')(?! (?:tournament|of the))|masters? in (?!its|the|our|your|this)[a-z]|masters?(?={_BEFORE_OR}(?:ph\.? ?d|doctor|promotion))"
        rf"|(?<=bachelor )masters?|master ?-?(?:abschluss|studium|grad|studiengang|niveau|opleiding|diplom)|m\.? ?sc\b\.?|m\.? ?eng\b|m\.? ?tech\b|\bmba\b|m\.b\.a\.?"
        r"|\bm\.?s\.?(?= degree|,? in [a-z]{3}(?!rosoft)|/ ?ph| or (?:an? )?(?:ph|mba|higher)|, ph)|(?:advanced|graduate|post-?graduate)(?: university)? (?:degree|qualification|diploma)(?!s)"
        r"|bac ?\+ ?[45](?:/5)?|ecole d'ingenieur\w*|diplome d'ingenieur|ecole de commerce|laurea magistrale|ingenieurabschluss|\bmgr\b(?= inz)|magister"
    ),
    "DOCTORATE": (
        r"ph\.? ?d\.?+(?!'?s?'? (?:students?|candidates?|interns?|researchers?|experience|programs?|programmes?|thesis))|\bdoctorate|doctoral degree|d\.?phil\b|doctorat\b|doctorado|dottorato|doutorado"
        r"|doktor(?:grad|titel|at)\b|abgeschlossene promotion|promotion (?:in|im) (?:der |den )?(?:\w+ ){0,2}?(?:informatik|physik|chemie|biologie|mathematik|\w+wissenschaft\w*)|promovier\w+"
    ),
}  # fmt: skip
# A master's named without a word for a degree is one only beside another level.
_JOINED: Final = rf"(?:bachelor'?s?|{_SHORT_BACHELOR}|undergraduate|ph\.? ?d){_BEFORE_OR}(?P<joined>masters?'?|m\.?s\.?)\b"
_SIGNS: Final = {
    "HIGH_SCHOOL": "高卒|高中|고졸",
    "ASSOCIATE": "大专|大專|专科|短大|専門卒|전문대",
    "BACHELOR": "大卒|本科|学士|學士|학사|대졸",
    "MASTER": "修士|硕士|碩士|석사",
    "DOCTORATE": "博士|박사",
}

# Lines that lost their break: "About youDegree in", "requirementsBachelor's".
GLUED: Final = re.compile(r"(?<=[a-z])(?=bachelor|high ?school|degree (?:in|or|from|level)|master's|masters degree|university degree|undergraduate degree)")
PATTERNS: Final = {
    level: re.compile(rf"(?<![\w-])(?:{_LATIN[level]})" + (f"|{_SIGNS[level]}" if level in _SIGNS else "")) for level in LEVELS
}
JOINED_MASTER: Final = re.compile(rf"(?<![\w-]){_JOINED}")

# One of these is in every name of a level: without it the pattern need not be tried.
HINTS: Final = {
    "HIGH_SCHOOL": (
        "high", "hs ", "h.s", "ged", "g.e.d", "secondary", "abitur", "reife", "schulabschluss", "niveau bac", "baccalaureat", "bachillerato", "secundaria", "medio", "superiore", "maturit",
        "vmbo", "havo", "studentereks", "vzdelani", "srednie", "erettsegi", "среднее", "高", "고졸",
    ),
    "VOCATIONAL": (
        "vocation", "trade", "technical school", "time", "apprentice", "nvq", "guilds", "ausbildung", "lehre", "efz", "eidg", "cap", "bep", "bac pro", "diplome", "profesional",
        "ciclo", "cfg", "mbo", "vyuc", "zawodowe", "tecnico",
    ),
    "ASSOCIATE": ("associate", "a.a", "aa", "a.s", "year", "foundation", "hn", "btec", "higher national", "bac", "bts", "b.t.s", "dut", "technicien", "大", "专", "短", "専", "전"),
    "BACHELOR": (
        "bachelor", "degree", "baccalaureate", "b.", "bs", "ba", "bb", "bc", "be", "bt", "llb", "b s", "b a", "graduate", "qualification", "studium", "abschluss", "ausbildung", "academisch",
        "akademisch", "universit", "hbo", "wo", "licen", "diplom", "titul", "estudios", "grado", "superior", "graduacao", "laurea", "vzdelani", "wyzsze", "kandidat", "utbildning",
        "utdanning", "hoiskole", "felsofoku", "образование", "大", "本", "学", "學", "학", "대",
    ),
    "MASTER": ("master", "m.", "ms", "mba", "meng", "mt", "m s", "graduate", "advanced", "bac", "ecole", "ingenieur", "magistrale", "mgr", "magister", "修", "硕", "碩", "석"),
    "DOCTORATE": ("ph", "doc", "dphil", "d.phil", "dottor", "doutor", "doktor", "promo", "博", "박"),
}  # fmt: skip

# One of these words is in every text that names a level; of some, what has to stand there.
_ENGLISH: Final = (
    "master masters bsc msc beng meng btech mtech bba bsn bcom llb mba phd doctorate doctoral dphil ged secondary hnd hnc btec nvq"
    " vocational apprenticeship guilds gcse gcses level levels matric baccalaureate highers"
)
_ELSEWHERE: Final = (
    "diplom studium abschluss ausbildung berufsausbildung berufslehre lehre abitur fachabitur hochschulreife reife schulabschluss hochschulabschluss hochschulstudium universitatsabschluss"
    " masterstudium bachelorstudium bachelorabschluss masterabschluss studienabschluss studiengang doktor doktorgrad promotion promoviert promovierte efz fahigkeitszeugnis bac bts dut niveau"
    " licence diplome ecole ingenieur baccalaureat doctorat superieur cap bachillerato educacion formacion ciclo grado licenciatura licenciado licenciada titulacion titulo estudios universitaria"
    " diplomatura doctorado medio graduacao superior doutorado laurea laureato laureata laureati maturita dottorato tecnico hbo mbo wo havo vmbo universitair academisch academische vzdelani"
    " vzdelanie maturitou vyuceni vyucni wyksztalcenie studia mgr magister hogskoleutbildning utdanning bachelorgrad hoiskole kandidatexamen studentereksamen vegzettseg erettsegi"
)
_OF_WORDS: Final = {
    "school": ("high school", "high-school", "trade school", "technical school"), "graduate": ("university graduate", "college graduate"), "served": ("time served", "time-served"),
    "leaving": ("leaving cert",), "ph": ("ph.d", "ph. d"), "qualification": ("tertiary qual", "graduate qual", "graduate level qual"), "b": ("b.s", "b.a", "b.e", "b.t", "b. s", "b.c"),
    "m": ("m.s", "m.b.a", "m. s"), "bs": ("bs in", "bs or", "bs/", "bs /", "bs degree", "bs with", "bs,"), "ba": ("ba in", "ba or", "ba/", "ba /", "ba degree", "ba,"),
    "ms": ("ms in", "ms or", "ms/", "ms degree", "ms,"),
}  # fmt: skip
# Parts of longer words, and what a lost line break glues to others; in all texts, in those that are not English.
_STEMS: Final = ("degree", "bachelor", "diploma", "high school", "highschool")
_STEMS_ELSEWHERE: Final = ("abschluss", "studium", "ausbildung", "hochschul", "promovier")
# By how `crawler.fields.look` finds them.
KEYS: Final = {word: (word,) for word in _ENGLISH.split()} | _OF_WORDS | {f"*{stem}*": (stem,) for stem in _STEMS}
KEYS_ELSEWHERE: Final = {word: (word,) for word in _ELSEWHERE.split()} | {f"*{stem}*": (stem,) for stem in _STEMS_ELSEWHERE}
SIGNS: Final = ("образование", "大卒", "高卒", "本科", "学士", "修士", "硕士", "博士", "大专", "高中", "학사", "석사", "박사", "고졸", "대졸")

APOSTROPHES: Final = ("’", "´", "€™")  # the last: UTF-8 read as Windows-1252
OR: Final = re.compile(r"(?:\b(?:or|oder|ou|o|u|of|bzw|eller|nebo|lub|alebo|vagy)\b|/|、|或|または|및)")
# One after the other without "or": a list, unless the one before is complete ("high school diploma, bachelor's degree preferred").
AND_OR: Final = re.compile(r"[\s,/&-]*(?:(?:and|und|et|y|en|e|degree|level|or|a|an)\b[\s,/&-]*){0,3}")
