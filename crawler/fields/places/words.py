"""Words about places that no gazetteer holds: letters of states, names of countries and of larger regions, empty words.

Keys are folded as `crawler.fields.places.gazetteer.key` does.
"""

from collections.abc import Mapping

from crawler.fields.places.gazetteer import key


def word_set(text: str) -> frozenset[str]:
    return frozenset(text.split())


def inverted(names: Mapping[str, str]) -> dict[str, str]:
    """``{"US": "usa,america"}`` to ``{"usa": "US", "america": "US"}``, the names folded."""
    return {key(name): value for value, listed in names.items() for name in listed.split(",")}


# Letters of states and provinces, by country, as postings write them: ISO 3166-2 and usage.
STATES: dict[str, dict[str, str]] = {
    country: {letters: {"PQ": "QC", "PEI": "PE"}.get(letters, letters) for letters in listed.split()}
    for country, listed in {
        "US": "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH "
              "OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY PR",
        "CA": "AB BC MB NB NL NS ON PE PEI QC PQ SK YT NT NU",
        "AU": "ACT NSW NT QLD SA TAS VIC WA",
        "BR": "AC AL AP AM BA CE DF ES GO MA MT MS MG PA PB PR PE PI RJ RN RS RO RR SC SP SE TO",
        "IN": "AP AR AS BR CG CT CH DL DN GA GJ HR HP JK JH KA KL LA MP MH MN ML MZ NL OD OR PB PY RJ SK TN TG TS TR UP UT WB",
    }.items()
}  # fmt: skip
LETTERED = frozenset({"US", "CA", "AU", "BR"})  # their regions are written as letters
# Letters and a name that are a country's as readily as a state's; alone they are neither.
UNCLEAR = word_set("CA DE IN IL CO AR ID Georgia")

# Names of countries beside those of the gazetteer.
COUNTRIES: dict[str, str] = inverted({
    "US": "usa,us,united states of america,unites states,united state,america,estados unidos da america,eeuu,"
        "ee uu,eua,美國,米国,アメリカ,미국,сша,the united states,the us,the usa",
    "GB": "uk,great britain,britain,england,scotland,wales,northern ireland,"
        "grossbritannien,英國,the uk",
    "AE": "uae,emirates,оаэ,الامارات,الإمارات,the uae",
    "SA": "ksa,saudi,kingdom of saudi arabia,السعودية",
    "CN": "prc,pr china,mainland china,peoples republic of china,中国大陆,中国内地",
    "KR": "korea,south korea,republic of korea,korea republic of,rok,韓國,한국",
    "DE": "ger,brd,deutschlandweit,bundesweit,bundesrepublik deutschland,德國",
    "NL": "holland,the netherlands,nederland",
    "CZ": "czech republic,ceska republika",
    "IE": "republic of ireland",
    "SK": "slovak republic",
    "MK": "macedonia",
    "RU": "russian federation,россия,рф",
    "VN": "viet nam",
    "TR": "turkey,turkiye",
    "CI": "ivory coast",
    "MM": "burma",
    "SZ": "swaziland",
    "CV": "cape verde",
    "HK": "hong kong sar,hong kong sar china,hong kong s a r,hongkong,中国香港,香港",
    "MO": "macau,macau sar,中国澳门,澳门",
    "TW": "taiwan,taiwan roc,taiwan province of china,中国台湾,台湾,臺灣",
    "TZ": "united republic of tanzania",
    "CD": "dr congo,congo drc",
    "PS": "palestine",
    "BA": "bosnia",
    "PH": "the philippines",
    "GM": "the gambia",
    "BS": "bahamas,the bahamas",
    "CH": "schweiz,schweiz suisse,schweizweit",
    "AT": "osterreichweit",
    "FR": "republique francaise",
    "DO": "republica dominicana",
    "MY": "马来,大馬",
    "QA": "قطر",
    "EG": "مصر",
    "ES": "espana",
})  # fmt: skip
NATIONS = frozenset({"england", "scotland", "wales", "northern ireland"})  # regions of GB in a list of places

# Letters that stand for a country beside a name that we do not know ("Oldtown, DE"); other ones need a known city.
COMMON_CODES = word_set("""
    AE AR AT AU BD BE BG BR CA CH CL CN CO CR CY CZ DE DK EE EG ES FI FR GB GR HK HR HU ID IE IL IN IT JP KE KR LK
    LT LU LV MA MT MX MY NG NL NO NZ PE PH PK PL PT QA RO RS SA SE SG SI SK TH TR TW UA UK US UY VN ZA
""")

# Words, time zones or names of cities before they are letters of a country.
NO_CODES = word_set("""
    AM AND ARE AS AT ATA BE BY COM CST CT DO EST ET GO IN IOT IS IT ME MST MT MY NO PAN PER PM PST PT SJM SO TO TON
    TV UMI
""")

# Regions larger than a country, under the name that we write for each.
AREAS: dict[str, str] = inverted({
    "EMEA": "emea,europe middle east and africa,europe middle east africa",
    "EU": "eu,european union,eu eea",
    "EEA": "european economic area,eea",
    "Europe": "europe,european,europa,欧洲,歐洲,ヨーロッパ,유럽,европа",
    "Western Europe": "western europe",
    "Eastern Europe": "eastern europe",
    "Central Europe": "central europe",
    "Northern Europe": "northern europe",
    "Southern Europe": "southern europe",
    "CEE": "central and eastern europe,cee",
    "DACH": "dach,dach region",
    "Benelux": "benelux",
    "Nordics": "nordics,nordic",
    "Scandinavia": "scandinavia",
    "Baltics": "baltics",
    "Balkans": "balkans",
    "Iberia": "iberia",
    "UKI": "uki",
    "APAC": "apac,asia pacific,asia pac,亚太",
    "APJ": "apj",
    "Asia": "asia,亚洲,亞洲,アジア,아시아",
    "Southeast Asia": "southeast asia,south east asia,东南亚,東南亞",
    "ANZ": "anz",
    "Oceania": "oceania",
    "LATAM": "latam,latin america,america latina,latinoamerica,拉美",
    "South America": "south america,南美",
    "Central America": "central america",
    "Caribbean": "caribbean",
    "AMER": "amer,amers",
    "Americas": "americas,the americas",
    "North America": "north america,northern america,norteamerica,noram,namer,北美",
    "Africa": "africa,非洲",
    "Middle East": "middle east,中东",
    "MENA": "mena",
    "GCC": "gcc",
    "CIS": "cis",
    "Worldwide": "earth,planet earth,worldwide,world,global,globally,global remote,weltweit,mondial,monde entier,todo el mundo,全球,世界中,"
        "весь мир",
})  # fmt: skip

# Words that join places and are none, whatever a gazetteer says.
JOINING = word_set("""
    and at based de e el et for from in la le near o oder of or ou our the to und we with y you
""")

# Names that are words first: no place unless a region or country stands beside them.
WORDS = word_set("""
    airport all alliance along any avalon band bank bare base battle bear best billings branch breakers bright
    casino celebration center central centre champion change chief city clinic college come commerce country
    countryside county date deal default dent director downtown east eastern economy engineer enter enterprise
    federal field fleet flex friendly fully gateway general globe goes grants gray green greenfield hard hays
    headquarters high holiday home homeland hope hospital house humble hybrid independence industrial intern junior
    justice king lakes landing lead leader legacy lend line long lower made mall manage manager media mentor middle
    midstream mile mine mission most much naval new nine none normal north northeast northern northwest office old
    olds onsite open opportunity oral other outlet pace page paper para park peer perseverance plant police post
    price progress prospect province punch race rail real remote reserve reservoir rich sale sales same save school
    select semi send senior shaping side snowflake south southeast southern southwest square star state stone store
    street success superior surprise talent tank tapping team terrace test than the time tune union university upper
    various vice virtual welcome wells west western worth yoga young
""")

# The last word of no town: "SSC Northern".
DIRECTIONS = word_set("""
    central east eastern north northeast northern northwest south southeast southern southwest west western
""")

# A part that holds one of these says nothing about a place, or is a job and no place.
EMPTY = word_set("""
    accounting all any backend blank choose clinic confidential contract data default designer designers developer
    developers devops engineer engineering engineers equity field finance flexible founding frontend full-time
    fullstack fulltime hours intern interns internship jornada junior legal listing listings locations manager
    managers marketing modalidad modalidade modelo multiple n/a na nationwide negotiable none not other part-time
    placeholder please position positions product province regime relocation required role roles salary sales
    schools select selected senior several software specified sponsorship state statewide support tba tbd team teams
    timezone timezones trabajo trabalho travel travel-required unavailable unknown unspecified varies various vary
    visa wic work working
""")

TIME_ZONES = word_set("aest bst cdt cest cet cst ct edt eet est et gmt ist jst mdt mst mt pdt pst pt utc west")
