import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.fields.location import Location, Place, read_location


def place(text: str) -> Place:
    return Place(*(part if part != "-" else None for part in text.split("/")))


def places(text: str) -> set[Place]:
    return {place(part) for part in text.split("; ")} if text else set()


ONE_PLACE = [
    ("Denver, CO", "Denver/CO/US"),
    ("Denver CO", "Denver/CO/US"),
    ("Denver, Colorado", "Denver/CO/US"),
    ("Denver, Colorado, United States", "Denver/CO/US"),
    ("DENVER, CO", "Denver/CO/US"),
    ("Denver, CO USA 80202", "Denver/CO/US"),
    ("Denver,CO", "Denver/CO/US"),
    ("USA - Denver, CO", "Denver/CO/US"),
    ("USA CO Denver", "Denver/CO/US"),
    ("US-CO-Denver", "Denver/CO/US"),
    ("US-CO-Fort Collins (0417)", "Fort Collins/CO/US"),
    ("US, CO, Boulder", "Boulder/CO/US"),
    ("United States, Colorado, Boulder", "Boulder/CO/US"),
    ("CO - Boulder", "Boulder/CO/US"),
    ("Colorado - Boulder", "Boulder/CO/US"),
    ("Boulder, CO (HQ)", "Boulder/CO/US"),
    ("Boulder office", "Boulder/CO/US"),
    ("Greater Chicago Area", "Chicago/IL/US"),
    ("Raleigh-Durham Area", "Raleigh/NC/US"),
    ("Frankfurt Rhine-Main Area", "Frankfurt/-/DE"),
    ("GBR-London-Quayside Wharf", "London/-/GB"),
    ("Phoenix Metropolitan Area", "Phoenix/AZ/US"),
    ("1200 Larch Street, Suite 9, Eugene, OR 97401", "Eugene/OR/US"),
    ("77 Alder Ave, 3rd Floor Boston, MA 02110", "Boston/MA/US"),
    ("Lindenstraße 12, 50674 Köln", "Köln/-/DE"),
    ("50674 Köln", "Köln/-/DE"),
    ("8 Quay Road, Leeds LS1 4AP, United Kingdom", "Leeds/-/GB"),
    ("Rua das Flores 40, Curitiba - PR, 80010-000, Brasil", "Curitiba/PR/BR"),
    ("Hamburg, Germany", "Hamburg/-/DE"),
    ("Hamburg (Germany)", "Hamburg/-/DE"),
    ("Dresden Neuland, Germany", "Dresden/-/DE"),
    ("Germany, Hamburg", "Hamburg/-/DE"),
    ("Germany - Hamburg", "Hamburg/-/DE"),
    ("DEU-Hamburg", "Hamburg/-/DE"),
    ("DE - Germany", "-/-/DE"),
    ("Nürnberg, Bayern, Deutschland", "Nürnberg/Bayern/DE"),
    ("Nürnberg, BY, DE", "Nürnberg/BY/DE"),
    ("Muenster", "Muenster/-/DE"),
    ("Little Snoring, Norfolk, UK", "Little Snoring/Norfolk/GB"),
    ("Nether Wallop, England", "Nether Wallop/England/GB"),
    ("Hackney, London", "London/-/GB"),
    ("London - Hoxton", "London/-/GB"),
    ("South East London", "London/-/GB"),
    ("Lille (59)", "Lille/-/FR"),
    ("Lyon 7e", "Lyon/-/FR"),
    ("Toulouse, Occitanie, France", "Toulouse/Occitanie/FR"),
    ("Recife - PE", "Recife/PE/BR"),
    ("Recife/PE", "Recife/PE/BR"),
    ("Belém, Pará, Brasil", "Belém/PA/BR"),
    ("Brisbane QLD", "Brisbane/QLD/AU"),
    ("Fortitude Valley, Brisbane QLD", "Brisbane/QLD/AU"),
    ("Hobart, Tasmania, Australia", "Hobart/TAS/AU"),
    ("Halifax, Nova Scotia", "Halifax/NS/CA"),
    ("CA, NS, Halifax", "Halifax/NS/CA"),
    ("Pune, Maharashtra, India", "Pune/Maharashtra/IN"),
    ("Pune, MH", "Pune/MH/IN"),
    ("Bengaluru/Bangalore", "Bengaluru/-/IN"),
    ("Chennai (All Areas)", "Chennai/-/IN"),
    ("Delhi / NCR", "Delhi/-/IN"),
    ("Jeddah, KSA", "Jeddah/-/SA"),
    ("CDMX, México", "Mexico City/-/MX"),
    ("Cairo, Cairo, Egypt", "Cairo/Cairo/EG"),
    ("Singapore, Singapore", "Singapore/-/SG"),
    ("Luxembourg, Luxembourg", "Luxembourg/-/LU"),
    ("Guadalajara. Mexico", "Guadalajara/-/MX"),
    ("porto, , portugal", "Porto/-/PT"),
    ("Spain", "-/-/ES"),
    ("Pirkanmaa, Finland", "-/Pirkanmaa/FI"),
    ("Texas", "-/TX/US"),
    ("Texas, USA", "-/TX/US"),
    ("Orange County, CA", "-/CA/US"),
    ("EG, C,", "-/C/EG"),
    ("NZ, ,", "-/-/NZ"),
    ("US-Massachusetts-Wilmington", "Wilmington/MA/US"),
    ("IN-Karnataka-Bangalore", "Bangalore/Karnataka/IN"),
    ("DE-Bayern-München", "München/Bayern/DE"),
    ("US-CA-San Diego", "San Diego/CA/US"),
    ("US-Nonsuch-Nowhere", "Nonsuch-Nowhere/-/US"),
    ("National, US", "-/-/US"),
    ("National City, CA", "National City/CA/US"),
    ("SF", "San Francisco/CA/US"),
    ("NYC", "New York/NY/US"),
    ("Washington, D.C.", "Washington/DC/US"),
]

WHICH = [
    ("Wilmington, DE", "Wilmington/DE/US"),
    ("Bochum, DE", "Bochum/-/DE"),
    ("Gary, IN", "Gary/IN/US"),
    ("Kochi, IN", "Kochi/-/IN"),
    ("Haifa, IL", "Haifa/-/IL"),
    ("Peoria, IL", "Peoria/IL/US"),
    ("Ottawa, CA", "Ottawa/ON/CA"),
    ("Oakland, CA", "Oakland/CA/US"),
    ("Atlanta, Georgia", "Atlanta/GA/US"),
    ("Batumi, Georgia", "Batumi/-/GE"),
    ("Lebanon, NH", "Lebanon/NH/US"),
    ("Paris, Texas", "Paris/TX/US"),
    ("Paris", "Paris/-/FR"),
    ("Milan, MI, IT", "Milan/MI/IT"),
    ("Madrid, MD, ES", "Madrid/MD/ES"),
    ("Monterrey, NL", "Monterrey/NL/MX"),
    ("London, Ontario", "London/ON/CA"),
    ("London", "London/-/GB"),
    ("Ontario, Canada", "-/ON/CA"),
    ("Albany, New York", "Albany/NY/US"),
    ("New York, New York", "New York/NY/US"),
    ("Old Quarter, New York, New York", "New York/NY/US"),
    ("Kansas City, Kansas", "Kansas City/KS/US"),
    ("Newcastle, UK", "Newcastle upon Tyne/-/GB"),
    ("Newcastle NSW", "Newcastle/NSW/AU"),
    ("Birmingham, AL", "Birmingham/AL/US"),
    ("Valencia", "Valencia/-/ES"),
    ("Valencia, Venezuela", "Valencia/-/VE"),
    ("Córdoba, Spain", "Córdoba/-/ES"),
    ("Hyderabad, Pakistan", "Hyderabad/-/PK"),
    ("CH - Shenzhen, China", "Shenzhen/-/CN"),
    ("Athens", "Athens/-/GR"),
    ("Athens, GA", "Athens/GA/US"),
    ("Vancouver, WA", "Vancouver/WA/US"),
    ("NL", "-/-/NL"),
]

SCRIPTS = [
    ("東京都渋谷区", "Tokyo/-/JP"),
    ("神奈川県横浜市西区", "Yokohama/神奈川県/JP"),
    ("埼玉県", "-/埼玉県/JP"),
    ("札幌支店", "Sapporo/-/JP"),
    ("北京市朝阳区", "Beijing/-/CN"),
    ("广州·天河", "Guangzhou/-/CN"),
    ("浙江杭州", "Hangzhou/浙江/CN"),
    ("中国香港", "Hong Kong/-/HK"),
    ("南京 / 苏州", "Nanjing/-/CN; Suzhou/-/CN"),
    ("德国-慕尼黑", "Munich/-/DE"),
    ("서울 마포구", "Seoul/-/KR"),
    ("경기 수원시", "Suwon/경기/KR"),
    ("Новосибирск", "Novosibirsk/-/RU"),
    ("Київ, Україна", "Kyiv/-/UA"),
    ("جدة، السعودية", "Jeddah/-/SA"),
    ("Θεσσαλονίκη", "Thessaloníki/-/GR"),
    ("חיפה", "Haifa/-/IL"),
    ("（大阪）", "Osaka/-/JP"),
]

SEVERAL = [
    ("Denver, CO; Reno, NV", "Denver/CO/US; Reno/NV/US"),
    ("Denver, CO | Reno, NV", "Denver/CO/US; Reno/NV/US"),
    ("Denver, CO / Reno, NV", "Denver/CO/US; Reno/NV/US"),
    ("Denver, CO\nReno, NV", "Denver/CO/US; Reno/NV/US"),
    ("Denver, CO • Reno, NV", "Denver/CO/US; Reno/NV/US"),
    ("Denver, CO, Reno, NV", "Denver/CO/US; Reno/NV/US"),
    ("Denver, CO Reno, NV", "Denver/CO/US; Reno/NV/US"),
    ("Denver, CO or Reno, NV", "Denver/CO/US; Reno/NV/US"),
    ("Denver, Boston, and Austin", "Denver/CO/US; Boston/MA/US; Austin/TX/US"),
    ("US-Denver, US-Boston", "Denver/CO/US; Boston/MA/US"),
    ("Denver, London, India", "Denver/CO/US; London/-/GB; -/-/IN"),
    ("Kochi, Trivandrum", "Kochi/-/IN; Trivandrum/-/IN"),
    ("Santiago, Lima", "Santiago/-/CL; Lima/-/PE"),
    ("Portland, ME or Portland, OR", "Portland/ME/US; Portland/OR/US"),
    ("USA (NY, CA)", "New York/NY/US; -/CA/US"),
    ("US, CA, UK", "-/-/US; -/-/CA; -/-/GB"),
    ("Lima, Peru, Quito, Ecuador", "Lima/-/PE; Quito/-/EC"),
    ("Poland, Warsaw, Gdańsk", "Warsaw/-/PL; Gdańsk/-/PL"),
    ("US, OR, Salem or Eugene", "Salem/OR/US; Eugene/OR/US"),
    ("Bristol/Cardiff, UK", "Bristol/-/GB; Cardiff/-/GB"),
    ("Oslo eller Bergen", "Oslo/-/NO; Bergen/-/NO"),
    ("Nantes et Rennes", "Nantes/-/FR; Rennes/-/FR"),
    ("Austria | Hungary", "-/-/AT; -/-/HU"),
    ("Chile; Santiago; Valparaíso", "Santiago/-/CL; Valparaíso/-/CL"),
    ("Ohio, Indiana, Washington", "-/OH/US; -/IN/US; -/WA/US"),
    ("LA, SF, NYC", "Los Angeles/CA/US; San Francisco/CA/US; New York/NY/US"),
    ("CO / MD / VA", "-/CO/US; -/MD/US; -/VA/US"),
    ("Spain; Madrid, Spain", "Madrid/-/ES"),
    ("Trinidad and Tobago", "-/-/TT"),
]

NO_PLACE = [
    "",
    "3 Locations",
    "Multiple Locations",
    "TBD",
    "N/A",
    "(Select one)",
    "Various",
    "Default",
    "Central",
    "High School",
    "Designers, Engineers, PM",
    "Senior Engineers (Backend, Data)",
    "Sales, IT",
    "Marketing",
    "4411-B",
    "Oldtown Mall",
    "全国",
    "职位描述：",
    "NA",
    "Headquarters",
    "17 Larch Street",
]

REMOTE = [
    # text, places, scope
    ("Remote", "", []),
    ("Fully remote", "", []),
    ("Work from home", "", []),
    ("Remote - Norway", "", ["NO"]),
    ("Remote, Norway", "", ["NO"]),
    ("Norway (Remote)", "", ["NO"]),
    ("Norway - Remote", "", ["NO"]),
    ("Remote Norway", "", ["NO"]),
    ("Remote-NOR", "", ["NO"]),
    ("Remote in Norway", "", ["NO"]),
    ("Norway | Remote", "", ["NO"]),
    ("Home based - Norway", "", ["NO"]),
    ("Remote (U.S.)", "", ["US"]),
    ("US-Remote", "", ["US"]),
    ("Remote US only", "", ["US"]),
    ("Remote, anywhere in the US", "", ["US"]),
    ("Remote - USA: all offices", "", ["US"]),
    ("Remote - US East", "", ["US"]),
    ("Remote - US time zones", "", ["US"]),
    ("Remote, PT preferred", "", []),
    ("Remote (ET/CT)", "", []),
    ("Remote (CET +/- 3h)", "", []),
    ("Remote - Oregon", "", ["US-OR"]),
    ("Remote - OR", "", ["US-OR"]),
    ("Oregon, USA (Remote)", "", ["US-OR"]),
    ("Remote (OR, WA, NY)", "", ["US-OR", "US-WA", "US-NY"]),
    ("New York, USA, Remote; Oregon, USA, Remote", "", ["US-NY", "US-OR"]),
    ("Remote - Alberta, Canada", "", ["CA-AB"]),
    ("Remote (US; CA)", "", ["US", "CA"]),
    ("Remote (US, CA, UK)", "", ["US", "CA", "GB"]),
    ("Remote (SG)", "", ["SG"]),
    ("Porto, PT / Remote (PT)", "Porto/-/PT", ["PT"]),
    ("Remote (no US)", "", []),
    ("Remote (MX; CO; AR)", "", ["MX", "CO", "AR"]),
    ("Remote - US or Canada", "", ["US", "CA"]),
    ("Remote in USA & Canada", "", ["US", "CA"]),
    ("US/Canada (Remote)", "", ["US", "CA"]),
    ("Remote - Peru; Chile; Ecuador", "", ["PE", "CL", "EC"]),
    ("Remote; US, UK", "", ["US", "GB"]),
    ("Remote, Spain; Remote, Italy", "", ["ES", "IT"]),
    ("Remote (EMEA)", "", ["EMEA"]),
    ("Remote - NA, EMEA", "", ["North America", "EMEA"]),
    ("Remote (EU)", "", ["EU"]),
    ("Remote - América Latina", "", ["LATAM"]),
    ("Remote (worldwide)", "", ["Worldwide"]),
    ("Anywhere", "", ["Worldwide"]),
    ("Remote, Worldwide excluding Japan", "", ["Worldwide"]),
    ("Remote (US, except CA and NY)", "", ["US"]),
    ("Remote - Denver, CO", "Denver/CO/US", ["US"]),
    ("Denver, CO (Remote)", "Denver/CO/US", ["US"]),
    ("Remote (Rosario, Argentina)", "Rosario/-/AR", ["AR"]),
    ("Denver, CO or Remote", "Denver/CO/US", []),
    ("Denver; Remote", "Denver/CO/US", []),
    ("Denver, CO (or Remote U.S.)", "Denver/CO/US", ["US"]),
    ("San Francisco, CA (or Remote U.S.)", "San Francisco/CA/US", ["US"]),
    ("Lisbon, Portugal; Remote - Portugal", "Lisbon/-/PT", ["PT"]),
    ("Lisbon; Remote - Spain; Oslo, Norway", "Lisbon/-/PT; Oslo/-/NO", ["ES"]),
    ("SF, NYC, Remote-US", "San Francisco/CA/US; New York/NY/US", ["US"]),
    ("Denver, Boston, REMOTE (US)", "Denver/CO/US; Boston/MA/US", ["US"]),
    ("Hybrid (Reno, NV) or Remote (US)", "Reno/NV/US", ["US"]),
    ("Remote - Mexico (Monterrey ONLY)", "Monterrey/-/MX", ["MX"]),
    ("Remote US (office in Denver or SF)", "Denver/CO/US; San Francisco/CA/US", ["US"]),
    ("Portugal / Europe / Remote", "-/-/PT", ["Europe"]),
    ("Hybrid or Remote", "", []),
    ("On-site or remote, Vienna", "Vienna/-/AT", []),
    ("Distributed", "", []),
    ("Télétravail - France", "", ["FR"]),
    ("Remoto - Brasil", "", ["BR"]),
    ("Zdalnie / Poznań", "Poznań/-/PL", []),
    ("远程", "", []),
    ("深圳/远程", "Shenzhen/-/CN", []),
    ("中国（远程）", "", ["CN"]),
    ("フルリモート", "", []),
    ("リモート（日本）", "", ["JP"]),
    ("재택근무", "", []),
    ("Москва, удалённо", "Moscow/-/RU", ["RU"]),
]

OTHER_WORKPLACES = [
    ("Hybrid", "", "hybrid"),
    ("Denver, CO (Hybrid)", "Denver/CO/US", "hybrid"),
    ("Hybrid - Denver, Boston", "Denver/CO/US; Boston/MA/US", "hybrid"),
    ("Hybrid in Oslo", "Oslo/-/NO", "hybrid"),
    ("Brazil (Recife - Hybrid)", "Recife/PE/BR", "hybrid"),
    ("Hybrid (2 days remote, 3 days in Boston)", "Boston/MA/US", "hybrid"),
    ("Oslo (3 days in office)", "Oslo/-/NO", "hybrid"),
    ("Onsite Oslo, hybrid", "Oslo/-/NO", "hybrid"),
    ("Oslo - In-Office Hybrid", "Oslo/-/NO", "hybrid"),
    ("Hybrid; In the office", "", "hybrid"),
    ("Hybrid | Distributed", "", "hybrid"),
    ("Recife (Híbrido)", "Recife/PE/BR", "hybrid"),
    ("Nantes (télétravail partiel)", "Nantes/-/FR", "hybrid"),
    ("Oslo, on-site", "Oslo/-/NO", "onsite"),
    ("ONSITE (Boulder, CO)", "Boulder/CO/US", "onsite"),
    ("In-person, Boulder CO", "Boulder/CO/US", "onsite"),
    ("Norway - Office", "-/-/NO", "onsite"),
    ("Not remote, Oslo", "Oslo/-/NO", "onsite"),
    ("Sevilla (presencial)", "Sevilla/-/ES", "onsite"),
    ("Berlin office", "Berlin/-/DE", None),
    ("Dublin (Harbour Office)", "Dublin/-/IE", None),
]

AREAS = [
    ("EMEA", ["EMEA"]),
    ("Europe", ["Europe"]),
    ("DACH", ["DACH"]),
    ("北美", ["North America"]),
    ("Global", ["Worldwide"]),
]

WEAK = [
    ("Remote - Georgia", "", "remote", ["US-GA"]),  # the state or the country: unknown
    ("Berlin, Hamburg (Hybrid) and Kassel", "Berlin/-/DE; Hamburg/-/DE; Kassel/-/DE", "hybrid", ["DE"]),
    ("Remote, Singapore", "", "remote", ["SG"]),  # a city state is read as its city
    ("Palo Alto, Berlin", "Palo Alto/CA/US; Berlin/-/DE", None, []),  # taken for a district of the second
    ("Chelmsford; Remote - Massachusetts", "Chelmsford/MA/US", "remote", ["US-MA"]),  # the larger one is in England
    ("Hybrid, Boston, MA, Remote", "Boston/MA/US", "remote", ["US"]),  # both words in one breath
]


@pytest.mark.parametrize(("text", "expected"), ONE_PLACE)
def test_a_place_is_read_with_its_region_and_country(text, expected):
    assert read_location(text).places == [place(expected)]


@pytest.mark.parametrize(("text", "expected"), WHICH)
def test_a_shared_name_is_the_place_that_its_neighbours_fit_or_the_largest(text, expected):
    assert read_location(text).places == [place(expected)]


@pytest.mark.parametrize(("text", "expected"), SCRIPTS)
def test_names_in_other_scripts_are_read_in_english(text, expected):
    assert set(read_location(text).places) == places(expected)


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_several_places_are_told_apart(text, expected):
    read = read_location(text)
    assert (set(read.places), read.workplace, read.remote_scope) == (places(expected), None, [])


@pytest.mark.parametrize("text", NO_PLACE)
def test_what_is_no_place_gives_none(text):
    assert read_location(text) == Location([], None, [])


@pytest.mark.parametrize(("text", "expected", "scope"), REMOTE)
def test_remote_says_where_one_may_live(text, expected, scope):
    read = read_location(text)
    assert (set(read.places), read.workplace, read.remote_scope) == (places(expected), "remote", scope)


@pytest.mark.parametrize(("text", "expected", "workplace"), OTHER_WORKPLACES)
def test_hybrid_and_on_site_are_no_remote_offer(text, expected, workplace):
    read = read_location(text)
    assert (set(read.places), read.workplace, read.remote_scope) == (places(expected), workplace, [])


@pytest.mark.parametrize(("text", "scope"), AREAS)
def test_a_region_larger_than_a_country_is_scope_and_no_place(text, scope):
    assert read_location(text) == Location([], None, scope)


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize(("text", "expected", "workplace", "scope"), WEAK)
def test_known_weaknesses(text, expected, workplace, scope):
    read = read_location(text)
    assert (set(read.places), read.workplace, read.remote_scope) == (places(expected), workplace, scope)


def test_a_small_town_alone_has_no_country():
    assert read_location("Mumford, NY").places == [Place("Mumford", "NY", "US")]
    assert [p.country for p in read_location("Currie").places] in ([], [None])


def test_what_one_caller_does_to_the_lists_no_other_sees():
    read_location("Denver, CO").places.clear()
    assert read_location("Denver, CO").places == [Place("Denver", "CO", "US")]


def test_something_other_than_text_gives_nothing():
    assert read_location(None) == Location([], None, [])  # type: ignore[arg-type]


WORDS = st.sampled_from(
    [
        "Remote",
        "Hybrid",
        "Onsite",
        "US",
        "CA",
        "DE",
        "Georgia",
        "NY",
        "London",
        "Paris",
        "Springfield",
        "Texas",
        "Ontario",
        "EMEA",
        "東京",
        "深圳",
        "서울",
        "(",
        ")",
        "[",
        "]",
        ",",
        ";",
        "/",
        "|",
        "-",
        "–",
        "&",
        "or",
        "and",
        ":",
        "@",
        ".",
        "10115",
        "HQ",
        "Office",
        "only",
        "excluding",
        "Foo",
        "bar-Baz",
        "US-CA-Oldtown",
        "\n",
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=20).map(" ".join)))
def test_any_text_is_read_or_declined(text):
    read = read_location(text)
    assert read.workplace in (None, "remote", "hybrid", "onsite")
    for found in read.places:
        assert found.city or found.region or found.country
        assert found.country is None or (len(found.country) == 2 and found.country.isupper())
    assert len(set(read.places)) == len(read.places)
    assert all(read.remote_scope)


@pytest.mark.parametrize(
    "piece", ["(", "a, ", "New York, ", "Remote ", "- ", "a/", "深圳", "US-", "12 Main St, ", " or ", "\u0301"]
)
def test_a_megabyte_costs_milliseconds(piece):
    text = piece * (1_000_000 // len(piece))
    spent = []
    for mark in "!?*":
        start = time.process_time()
        read_location(mark + text)
        spent.append(time.process_time() - start)
    assert min(spent) < 0.01
