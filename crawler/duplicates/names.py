"""Words in the names of companies: legal forms, common words, agencies, sites of many employers."""

import re


def words_of(*texts: str) -> frozenset[str]:
    """The words of a table that is written as plain text."""
    return frozenset(word for text in texts for word in text.split())


# Forms of company, folded, dots gone. https://en.wikipedia.org/wiki/List_of_legal_entity_types_by_country
LEGAL = words_of(
    "inc incorporated corp corporation co company llc llp lp ltd limited plc pllc pbc cic gmbh mbh ag kg kgaa ohg gbr ug se ev eg"
    " sa sas sasu sarl eurl snc srl spa sl slu sau lda ltda bv nv cv vof bvba srlu ab oy oyj as asa aps ivs hf ehf kft zrt nyrt doo"
    " ooo oao zao pao sro pte pty bhd sdn pvt private kk jsc ojsc tbk pt cvba sprl scrl spzoo sp zoo ead eood ood"
)
LEGAL_PHRASES = (
    "株式会社",
    "有限会社",
    "合同会社",
    "有限公司",
    "股份有限公司",
    "주식회사",
    "общество с ограниченной ответственностью",
)
# Words that two companies share by chance; a name that is only such a word in common says nothing.
COMMON = words_of(
    "the a of and for in at group holding holdings company international global national american british european world first new general",
    "united royal city county town state university college school academy hospital hospitals clinic dental medical health healthcare care",
    "nursing home homes hotel hotels restaurant bank insurance trust nhs council department ministry office institute foundation society",
    "association church community center centre family service services solutions technology technologies software systems consulting",
    "partners capital digital data energy media law retail logistics north south east west great best smart next open blue red green golden",
    "black white star st saint san los las santa de la le el der die das",
)
# Who recruits for others: words in its name, and the largest names without one.
AGENCY_WORDS = (
    "recruit", "staffing", "resourcing", "personnel", "personaldienst", "personalvermitt", "talent", "headhunt", "manpower", "executive search", "search partners",
    "employment agency", "zeitarbeit", "interim", "intérim", "temporaire", "trabajo temporal", "outsourcing", "hr consult", "careers consult",
)  # fmt: skip
AGENCIES = words_of(
    "adecco randstad manpower manpowergroup hays kforce teksystems aerotek allegis kelly reed hackajob jobot cybercoders synergie"
    " gigroup brunel experis roberthalf michaelpage pagegroup pagepersonnel insightglobal robertwalters akkodis proman"
)
SMALL = words_of("and of for the in de des du la le und fur y e et")
CLIENT = re.compile(
    r"\b(?:our|my|the) clients?\b|\bon behalf of\b|\bacting as an employment|\bis collaborating with\b|\bunser(?:en|em)? (?:kunde|mandant|auftraggeber)"
    r"|\b(?:notre|nos) clients?\b|\bnuestro cliente\b|\bnostro cliente\b|\bonze opdrachtgever\b|\bnosso cliente\b",
    re.IGNORECASE,
)
# One of them is in whatever CLIENT finds; they are looked for in no time.
CLIENT_WORDS = ("client", "behalf", "acting as", "collaborating", "kunde", "mandant", "auftraggeber", "opdrachtgever")
# Sites that list postings of many employers; their names as registered, without the suffix.
AGGREGATORS = words_of(
    "linkedin indeed glassdoor adzuna ziprecruiter monster stepstone totaljobs reed cv-library cvlibrary jobserve jooble talent neuvoo careerjet"
    " simplyhired dice builtin wellfound angel hackajob welcometothejungle seek naukri bayt xing infojobs pracuj jobs jobsdb jobstreet"
    " careerbuilder snagajob remoteok weworkremotely remotive himalayas otta efinancialcareers arbeitsagentur jobindex finn nofluffjobs justjoin"
    " jobteaser apec hellowork irishjobs s1jobs cwjobs technojobs jora trovit jobrapido whatjobs jobleads theladders hired ycombinator workatastartup"
)
# Keys and labels that name no company.
NO_NAME = words_of(
    "careers career jobs job external internal recruiting recruitment apply www boards board global default search en us com hire work join team"
)
