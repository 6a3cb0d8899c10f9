import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.fields.location import Place, country_code, read_workplace, structured_place

COUNTRIES = [
    ("Germany", "DE"),
    ("Deutschland", "DE"),
    ("DE", "DE"),
    ("de", "DE"),
    ("DEU", "DE"),
    ("GER", "DE"),
    (" germany ", "DE"),
    ("Allemagne", "DE"),
    ("Německo", "DE"),
    ("ドイツ", "DE"),
    ("德国", "DE"),
    ("독일", "DE"),
    ("Германия", "DE"),
    ("ألمانيا", "DE"),
    ("USA", "US"),
    ("U.S.A.", "US"),
    ("us", "US"),
    ("United States of America", "US"),
    ("Estados Unidos", "US"),
    ("Vereinigte Staaten", "US"),
    ("UK", "GB"),
    ("United Kingdom", "GB"),
    ("England", "GB"),
    ("Holland", "NL"),
    ("The Netherlands", "NL"),
    ("Türkiye", "TR"),
    ("Turkey", "TR"),
    ("Côte d'Ivoire", "CI"),
    ("Bosnia & Herzegovina", "BA"),
    ("Viet Nam", "VN"),
    ("Korea, Republic of", "KR"),
    ("UAE", "AE"),
    ("KSA", "SA"),
    ("Hong Kong SAR", "HK"),
    ("Kosovo", "XK"),
    ("Georgia", "GE"),
    ("Atlantis", None),
    ("Texas", None),
    ("Europe", None),
    ("EU", None),
    ("Berlin", None),
    ("Remote", None),
    ("", None),
    ("x" * 1000, None),
    (None, None),
    (44, None),
    (["DE"], None),
]

FIELDS = [
    (("Austin", "TX", "US"), "Austin/TX/US"),
    (("Austin", "Texas", "us"), "Austin/TX/US"),
    (("Austin", "Texas", None), "Austin/TX/US"),
    (("Austin", None, "USA"), "Austin/TX/US"),
    (("AUSTIN", "TEXAS", "UNITED STATES"), "Austin/TX/US"),
    (("Austin, TX", None, None), "Austin/TX/US"),
    (("Austin, Texas, United States", "", ""), "Austin/TX/US"),
    (("Richmond", "VA", ""), "Richmond/VA/US"),
    (("Perth", "Western Australia", "AU"), "Perth/WA/AU"),
    (("Recife", "State of Pernambuco", "BR"), "Recife/State of Pernambuco/BR"),
    (("Recife", "Pernambuco", "Brasil"), "Recife/PE/BR"),
    (("Chennai", "TN", "in"), "Chennai/TN/IN"),
    (("Köln", "Nordrhein-Westfalen", "Deutschland"), "Köln/Nordrhein-Westfalen/DE"),
    (("Köln", "Germany", "DE"), "Köln/-/DE"),
    (("Oldtown", None, "Deutschland"), "Oldtown/-/DE"),
    (("Oldtown", None, None), "Oldtown/-/-"),
    (("Oslo", None, None), "Oslo/-/NO"),
    (("Frankfurt (Oder)", None, "DE"), "Frankfurt (Oder)/-/DE"),
    (("Biel/Bienne", None, "CH"), "Biel/Bienne/-/CH"),
    (("Washington D.C.", "Washington D.C.", "US"), "Washington D.C./DC/US"),
    (("東京", None, "JP"), "Tokyo/-/JP"),
    (("UNAVAILABLE", "UNAVAILABLE", "HK"), "-/-/HK"),
    (("N/A", "N/A", "DE"), "-/-/DE"),
    (("Remote", None, "DE"), "-/-/DE"),
    (("Remote", "Oregon", None), "-/OR/US"),
    (("USA - Fully Remote", "North America", "US"), "-/-/US"),
    (("Remote, Norway", None, None), "-/-/NO"),
    (("Remote - Texas", None, None), "-/TX/US"),
    (("Texas", None, "US"), "-/TX/US"),
    (("Oldtown (Remote)", None, "DE"), "Oldtown/-/DE"),
    (("Oldtown, Baden", None, "DE"), "Oldtown/-/DE"),
    (("Oslo or Bergen", None, "NO"), "Oslo/-/NO"),
    (("Brighton & Hove", None, "GB"), "Brighton & Hove/-/GB"),
    (("Springfield", None, "US"), "Springfield/-/US"),
    (("Multiple Locations", None, "NO"), "-/-/NO"),
    (("Germany", None, "DE"), "-/-/DE"),
    (("Germany", None, None), "-/-/DE"),
    ((None, "Oregon", "US"), "-/OR/US"),
    ((None, None, "no"), "-/-/NO"),
]

WORKPLACES = [
    *(
        (word, "remote")
        for word in ("Remote", "REMOTE", "remote", "TELECOMMUTE", "fully", "Fully Remote", "remote_friendly")
    ),
    *(
        (word, "remote")
        for word in (True, "true", "Home office", "Télétravail", "リモート", "WorkFromHome", "Remote-first")
    ),
    *(
        (word, "hybrid")
        for word in ("Hybrid", "HYBRID", "hybride", "Híbrido", "Partially remote", "Hybrid remote", "partial")
    ),
    *(
        (word, "onsite")
        for word in ("On-site", "OnSite", "on_site", "ONSITE", "onsite", "In office", "in_office", "In-person")
    ),
    *((word, "onsite") for word in ("Office based", "presencial", "Vor Ort", "No remote")),
    *(
        (word, None)
        for word in ("", "unspecified", "Not specified", "FULL_TIME", "Oslo", "no", False, None, 1, [], "x" * 500)
    ),
]


def place(text):
    *city, region, country = text.split("/")
    return Place(*(part if part != "-" else None for part in ("/".join(city), region, country)))


@pytest.mark.parametrize(("name", "code"), COUNTRIES)
def test_a_country_is_known_by_its_names_and_letters(name, code):
    assert country_code(name) == code


@pytest.mark.parametrize(("fields", "expected"), FIELDS)
def test_separate_fields_make_one_place(fields, expected):
    assert structured_place(*fields) == place(expected)


@pytest.mark.parametrize(
    "fields",
    [(None, None, None), ("", " ", ""), ("N/A", "UNAVAILABLE", "-"), ("Remote", "", None), (3, ["Oslo"], {"name": "NO"}),
     ("Varies by listing", None, None)],
)  # fmt: skip
def test_fields_that_say_nothing_make_no_place(fields):
    assert structured_place(*fields) is None


@pytest.mark.parametrize(("value", "expected"), WORKPLACES)
def test_a_platforms_own_word_for_the_workplace_is_understood(value, expected):
    assert read_workplace(value) == expected


ANYTHING = st.one_of(
    st.none(), st.booleans(), st.integers(), st.text(max_size=60), st.lists(st.text(max_size=3), max_size=2)
)


@given(ANYTHING, ANYTHING, ANYTHING)
def test_any_fields_are_read_or_declined(city, region, country):
    found = structured_place(city, region, country)
    assert found is None or any(found)
    assert read_workplace(city) in (None, "remote", "hybrid", "onsite")
    assert len(country_code(country) or "XX") == 2
