"""Short, old and local names of cities, and their districts, where the gazetteer lacks them or means another town.

Keys are folded as `crawler.fields.places.gazetteer.key` does.
"""

from crawler.fields.places.gazetteer import key
from crawler.fields.places.words import word_set

# City, country and state, and the names that mean it.
_NAMES = {
    "San Francisco/US/CA": "sf,sfo,san fran,san fransisco,bay area,sf bay area,san francisco bay,sf bay,湾区",
    "San Jose/US/CA": "silicon valley,硅谷",
    "New York/US/NY": "nyc,ny,new york city,manhattan,tri state,纽约",
    "Los Angeles/US/CA": "la",
    "Seattle/US/WA": "sea,西雅图",
    "Chicago/US/IL": "chi,chicagoland",
    "Atlanta/US/GA": "atl",
    "Philadelphia/US/PA": "philly",
    "Washington/US/DC": "dc,washington dc,washington d c,dmv",
    "Dallas/US/TX": "dfw,dallas ft worth,dallas fort worth",
    "Las Vegas/US/NV": "vegas",
    "Salt Lake City/US/UT": "slc",
    "Portland/US/OR": "pdx",
    "Phoenix/US/AZ": "phx",
    "Minneapolis/US/MN": "twin cities",
    "Raleigh/US/NC": "triangle",
    "Toronto/CA/ON": "gta",
    "Dublin/IE": "dub",
    "London/GB": "ldn,the city,city of london,east london,central london,greater london,canary wharf",
    "Berlin/DE": "ber",
    "Munich/DE": "muc",
    "Amsterdam/NL": "ams,randstad,阿姆斯特丹",
    "Mexico City/MX": "cdmx,ciudad de mexico,mexico df,df",
    "Buenos Aires/AR": "caba,capital federal,bsas",
    "Bogotá/CO": "bogota dc",
    "Bengaluru/IN": "blr,bengaluru rural",
    "Delhi/IN": "delhi ncr,ncr delhi,ncr",
    "Visakhapatnam/IN": "vizag",
    "Ho Chi Minh City/VN": "hcmc,hcm",
    "Hong Kong/HK": "hk,kowloon",
    "Singapore/SG": "sg",
    "Kuala Lumpur/MY": "kl,klang valley",
    "Manila/PH": "metro manila,ncr manila",
    "Taguig/PH": "bgc",
    "Jakarta/ID": "jkt",
    "Tel Aviv/IL": "tlv,gush dan",
    "Dubai/AE": "dxb",
    "Paris/FR": "la defense,paris la defense",
    "Sophia Antipolis/FR": "sophia antipolis",
    "Seoul/KR": "gangnam,강남",
    "Seongnam/KR": "pangyo,판교",
    "Tokyo/JP": "tokyo to,東京都内,都内,首都圏",
    "Boston/US/MA": "波士顿",
    "Vancouver/CA/BC": "温哥华",
    "Auckland/NZ": "奥克兰",
    "Frankfurt am Main/DE": "法兰克福",
    "Zurich/CH": "苏黎世",
    "Geneva/CH": "日内瓦",
    "Milan/IT": "米兰",
    "Rome/IT": "罗马",
    "Chiang Mai/TH": "清迈",
    "George Town/MY": "槟城",
    "Denpasar/ID": "巴厘岛",
    "Hanoi/VN": "河内",
    "New Delhi/IN": "新德里",
    "Yongin/KR": "용인",
    "Newcastle upon Tyne/GB": "newcastle",
}  # fmt: skip

# Wards of Tokyo: each goes to its city. The short and the ambiguous ones only with "区" behind them.
_WARDS = word_set("""
    千代田 中央 港 新宿 文京 台東 墨田 江東 品川 目黒 大田 世田谷 渋谷 中野 杉並 豊島 荒川 板橋 練馬 足立 葛飾 江戸川
""")
_LATIN_WARDS = word_set("""
    chiyoda chuo minato shinjuku bunkyo taito sumida shinagawa meguro setagaya shibuya nakano suginami toshima itabashi
    nerima adachi katsushika edogawa
""")


def _cities() -> dict[str, tuple[str, str, str]]:
    found: dict[str, tuple[str, str, str]] = {}
    for place, listed in _NAMES.items():
        name, country, code = (*place.split("/"), "")[:3]
        found |= {key(other): (name, country, code) for other in listed.split(",")}
    tokyo = ("Tokyo", "JP", "")
    found |= dict.fromkeys((ward + "区" for ward in _WARDS), tokyo)
    found |= dict.fromkeys((ward for ward in _WARDS if len(ward) > 1 and ward != "中央"), tokyo)
    for ward in _LATIN_WARDS:
        found |= dict.fromkeys((ward, f"{ward} ku", f"{ward} city"), tokyo)
    return found


CITIES = _cities()
# These stand for a city only as they are written here: in small letters they are words.
SHORTHANDS = word_set("""
    SF SFO NYC NY LA SEA CHI ATL DC DFW SLC PDX PHX GTA DUB LDN BER MUC AMS CDMX CABA BLR NCR HCMC HCM HK SG KL BGC JKT TLV
    DXB DF DMV
""")

# City states and states of one city: their name beside a place is the city, and the place its district.
CITY_STATES = {"SG": "Singapore", "HK": "Hong Kong", "MO": "Macau", "MC": "Monaco", "GI": "Gibraltar", "VA": "Vatican City",
               "SM": "San Marino"}  # fmt: skip
CITY_REGIONS = word_set("""
    hamburg vienna wien seoul busan daegu incheon beijing shanghai tianjin chongqing taipei moscow kyiv prague praha
    budapest bucharest istanbul delhi jakarta bangkok hanoi
""")

# Parts of a city with more people than many a town, which a gazetteer lists as towns.
DISTRICTS = {
    city: frozenset(listed.split(","))
    for city, listed in {
        "london":
            "barking,barnet,bexley,brent,bromley,camden,camden town,chelsea,croydon,ealing,enfield,greenwich,hackney,"
            "hammersmith,haringey,harrow,havering,hillingdon,hounslow,islington,kensington,kingston upon thames,lambeth,"
            "lewisham,merton,newham,redbridge,richmond,richmond upon thames,southwark,stratford,sutton,tower hamlets,"
            "walthamstow,wandsworth,wembley,victoria,waterloo,temple,angel,soho,westminster,wimbledon,woolwich,uxbridge,"
            "romford,ilford,paddington,battersea,fulham,clapham,brixton,tottenham",
        "new york city":
            "brooklyn,queens,bronx,the bronx,staten island,manhattan,harlem,long island city",
        "paris":
            "passy,la defense,montmartre,bercy,la villette,paris 16 passy",
    }.items()
}  # fmt: skip
