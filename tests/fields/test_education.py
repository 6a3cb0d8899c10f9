"""Levels of education."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.fields.education import LEVELS, education_of_text, read_education

TEXTS = [
    ("You hold a Bachelor's degree in naval architecture.", "BACHELOR"),
    ("Bachelor’s or Master’s in boat design, or equivalent experience", "BACHELOR"),
    ("- BS or MS in Oceanography", "BACHELOR"),
    ("BS/MS degree in rigging science", "BACHELOR"),
    ("B.S., or M.S. in marine biology", "BACHELOR"),
    ("BSc in Marine Engineering, MSc preferred", "BACHELOR"),
    ("A BA in English and 5 years at sea", "BACHELOR"),
    ("University degree required.", "BACHELOR"),
    ("Educated to degree level", "BACHELOR"),
    ("A degree in shipbuilding or a related field", "BACHELOR"),
    ("Degree (or equivalent) in electrical engineering", "BACHELOR"),
    ("Four-year college degree", "BACHELOR"),
    ("Minimum 2:1 degree from a good university", "BACHELOR"),
    ("Bachelor's degree, preferably in engineering", "BACHELOR"),
    ("A university degree in a technical subject, preferably oceanography", "BACHELOR"),
    ("Bachelor's degree required, Master's degree preferred.", "BACHELOR"),
    ("Bachelor's degree in accounting (CPA strongly preferred)", "BACHELOR"),
    ("Bachelor's degree (Master's is preferable) and 5 years in a yard", "BACHELOR"),
    ("Master's degree with 2 years, or a bachelor's degree with 5 years", "BACHELOR"),
    ("Baccalaureate degree required", "BACHELOR"),
    ("About the yardRequirementsBachelor's degree in sailing", "BACHELOR"),
    ("Who you areDegree in sailing, rigging or similar", "BACHELOR"),
    ("Pursuing or holding a Master's or PhD in hydrodynamics", "MASTER"),
    ("MSc or PhD in hydrodynamics", "MASTER"),
    ("An MBA or other advanced degree", "MASTER"),
    ("Master of Science in engineering", "MASTER"),
    ("You must have a Ph.D. in marine biology.", "DOCTORATE"),
    ("All applicants must have a doctorate in psychology", "DOCTORATE"),
    ("Associate's degree or proven experience", "ASSOCIATE"),
    ("Associates or Bachelor's degree in accounting", "ASSOCIATE"),
    ("Degree, HNC/HND or equivalent in materials", "ASSOCIATE"),
    ("High school diploma or equivalent (GED) required", "HIGH_SCHOOL"),
    ("GED/high school diploma required", "HIGH_SCHOOL"),
    ("HS diploma or greater", "HIGH_SCHOOL"),
    ("High school diploma required; bachelor's degree preferred", "HIGH_SCHOOL"),
    ("Lifting with or without accommodationsHigh School Diploma or equivalent requiredPreferred Qualifications:none", "HIGH_SCHOOL"),
    ("GCSEs in maths and English", "HIGH_SCHOOL"),
    ("A-levels in physics. A degree in boat building.", "BACHELOR"),
    ("Completed apprenticeship or NVQ level 3 as a boat builder", "VOCATIONAL"),
    ("Time-served engineer with yard experience", "VOCATIONAL"),
    # other languages
    ("Abgeschlossenes Studium der Schiffstechnik", "BACHELOR"),
    ("Abgeschlossenes Hochschulstudium (Bachelor/Master)", "BACHELOR"),
    ("Du hast einen Bachelorabschluss oder eine Ausbildung als Bootsbauer", "VOCATIONAL"),
    ("Erfolgreich abgeschlossene Berufsausbildung zum Bootsbauer", "VOCATIONAL"),
    ("Abgeschlossene kaufmännische Ausbildung oder Studium im Bereich Wirtschaft", "VOCATIONAL"),
    ("Promotion in Physik oder Chemie", "DOCTORATE"),
    ("Abitur oder Fachhochschulreife", "HIGH_SCHOOL"),
    ("De formation Bac+5 en construction navale", "MASTER"),
    ("Vous avez un Bac +2/3, BTS ou DUT maintenance", "ASSOCIATE"),
    ("Diplôme d'ingénieur ou équivalent", "MASTER"),
    ("Titulado con grado en ingeniería naval", "BACHELOR"),
    ("Licenciatura en biología marina", "BACHELOR"),
    ("Formación profesional de grado superior", "VOCATIONAL"),
    ("HBO werk- en denkniveau", "BACHELOR"),
    ("Een afgeronde hbo- of wo-opleiding scheepsbouw", "BACHELOR"),
    ("Afgeronde mbo-opleiding techniek (niveau 4)", "VOCATIONAL"),
    ("Vysokoškolské vzdělání technického směru", "BACHELOR"),
    ("Wykształcenie wyższe kierunkowe", "BACHELOR"),
    ("大卒以上", "BACHELOR"),
    ("本科及以上学历，船舶专业", "BACHELOR"),
    # only wished for, or of something else
    ("Master's degree is a plus.", None),
    ("A degree in a STEM field is beneficial but not required.", None),
    ("Ideally you have a bachelor's degree.", None),
    ("Preferred qualifications: Bachelor's degree", None),
    ("Nice to have\n- Bachelor's degree from a maritime school", None),
    ("Requirements\n- 2 years at sea\n\nNice to have\n- a sail\n- Master's degree in sailing", None),
    ("No degree required.", None),
    ("A degree is not required for this role.", None),
    ("Work experience in lieu of a bachelor's degree is fine", None),
    ("It doesn't matter if you have a Bachelor's degree or none", None),
    ("You need a high degree of care and a certain degree of humour.", None),
    ("Rooms of up to 90 degrees, 360 degree feedback", None),
    ("A level playing field for all", None),
    ("Currently pursuing a Bachelor's degree in sailing", None),
    ("You are enrolled in a master's programme", None),
    ("We reimburse tuition for a bachelor's degree", None),
    ("Our team of PhDs builds boats.", None),
    ("PhD students are welcome", None),
    ("Scrum master wanted. Master data too. MS Office skills.", None),
    ("Certified to BS EN ISO 9001 in our yard", None),
    ("Managed and engaged staff", None),
    ("Du studierst aktuell im Bachelor oder Master", None),
    ("Ein Studium ist von Vorteil", None),
    ("", None),
]
WEAK = {
    "High school diploma, with an accounting or business degree preferred": "the wish is for the second, but the 'or' joins them",
}
FIELDS = [
    ("bachelor_degree", "BACHELOR"),
    ("Bachelor's Degree", "BACHELOR"),
    ("Master's Degree", "MASTER"),
    ("postgraduate degree", "MASTER"),
    ("High School or equivalent", "HIGH_SCHOOL"),
    ("Vocational - HS Diploma", "VOCATIONAL"),
    ("Vocational - Degree", "VOCATIONAL"),
    ("Doctorate", "DOCTORATE"),
    ("Associate Degree", "ASSOCIATE"),
    (["bachelor degree", "high school"], "HIGH_SCHOOL"),
    ({"@type": "EducationalOccupationalCredential", "credentialCategory": "bachelor degree"}, "BACHELOR"),
    ({"id": 3, "name": "Master"}, "MASTER"),
    ("Some College Coursework Completed", None),
    ("Some High School Coursework", None),
    ("less_than_high_school", None),
    ("no requirements", None),
    ("Unspecified", None),
    ("Certification", None),
    ("professional certificate", None),
    ("education_required", None),
    ("", None),
    (7, None),
    (None, None),
    ([None, {}], None),
]


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_the_level_that_a_text_asks_for(text, expected):
    assert education_of_text(text) == expected


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize("text", WEAK)
def test_known_weaknesses(text):
    assert education_of_text(text) == "HIGH_SCHOOL"


@pytest.mark.parametrize(("value", "expected"), FIELDS)
def test_the_level_that_a_field_names(value, expected):
    assert read_education(value) == expected


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(["degree", "Bachelor's", " or ", "PhD", "preferred", "\n", ".", "’", "Ausbildung", "B.S.", "学士", " the "]) | st.text()))
def test_any_text_is_read_or_declined(parts):
    for text in (" ".join(parts), "".join(parts)):
        assert education_of_text(text) in (None, *LEVELS)
        assert read_education(text) in (None, *LEVELS)


@pytest.mark.parametrize(
    "unit", ["degree ", "bachelor's or ", "b.s.", "degree in a\n", "abgeschlossene ", "a" * 50, "high school (", "preferred ", "master, ", "ä. degree", "phd " + "x" * 90 + " "]
)
def test_a_hostile_megabyte_takes_no_time(unit):
    text = unit * (1_000_000 // len(unit))
    best = min(_spent(text) for _ in range(3))
    assert best < 0.02  # seconds; 5 ms on an idle machine


def _spent(text: str) -> float:
    start = time.process_time()
    education_of_text(text)
    return time.process_time() - start
