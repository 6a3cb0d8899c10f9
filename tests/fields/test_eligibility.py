"""Who may do the work: visas and clearances."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.fields.eligibility import FLAGS, read_eligibility

YES, NO, CLEARANCE = ["visa_sponsorship"], ["no_visa_sponsorship"], ["clearance_required"]
TEXTS = [
    ("Visa sponsorship is available for this position.", YES),
    ("Visa sponsorship: yes", YES),
    ("We do sponsor visas!", YES),
    ("We can sponsor a Skilled Worker visa for the right boat builder.", YES),
    ("The yard will sponsor work permits.", YES),
    ("Perks\n- Free sails\n- Visa sponsorship and relocation\n- Lunch", YES),
    ("We offer relocation and visa sponsorship.", YES),
    ("We are happy to sponsor candidates from abroad.", YES),
    ("Wir unterstützen dich bei Visum und Umzug.", YES),
    ("Visasponsoring möglich", YES),
    ("Prise en charge de votre visa de travail", YES),
    ("Ofrecemos patrocinio de visado.", YES),
    ("Wij regelen je visum en werkvergunning.", YES),
    ("We are unable to offer visa sponsorship.", NO),
    ("Unfortunately, we cannot sponsor visas for this role.", NO),
    ("The yard can't provide sponsorship at this time.", NO),
    ("My client doesn’t offer sponsorship", NO),
    ("No sponsorship available", NO),
    ("Salary up to 50kNo sponsorship offered now or later", NO),
    ("Please note that visa sponsorship is not available.", NO),
    ("Sponsorship cannot be offered for this role", NO),
    ("Sponsorship is not currently offered", NO),
    ("Visa sponsorship: no", NO),
    ("You have the right to work in the UK without requiring sponsorship.", NO),
    ("Authorized to work in the US without current or future sponsorship", NO),
    ("Applicants must not require visa sponsorship now or in the future.", NO),
    ("The yard will not sponsor individuals for employment visas.", NO),
    ("We don't do visa sponsorship", NO),
    ("Wir bieten leider kein Visa-Sponsoring an.", NO),
    ("Nous ne pouvons pas sponsoriser de visa pour ce poste.", NO),
    ("No ofrecemos patrocinio de visado.", NO),
    ("Geen visumsponsoring mogelijk", NO),
    # neither
    ("You must have the right to work in the UK.", []),
    ("We may consider sponsorship at our discretion.", []),
    ("Visa sponsorship may be available.", []),
    ("Please indicate whether you require visa sponsorship.", []),
    ("Will you now or in the future require visa sponsorship?", []),
    ("If you need visa sponsorship, tell us.", []),
    ("We aren't able to sponsor visas for every role.", []),
    ("An interview does not guarantee you are eligible for visa sponsorship.", []),
    ("This role does not\noffer visa sponsorship", []),
    ("We sponsor visas.\nWe cannot offer visa sponsorship.", []),
    ("We sponsor regattas, meetups and boat races.", []),
    ("You sell event sponsorship; no corporate sponsorship experience needed.", []),
    ("Work with executive sponsors, not only with candidates.", []),
    ("You handle Visa and Mastercard payments and visa applications of sailors.", []),
    ("Company-sponsored outings for candidates", []),
    ("It is advisable to apply early.", []),
    # clearance
    ("You must hold an active SC clearance.", CLEARANCE),
    ("Active TS/SCI clearance required", CLEARANCE),
    ("Eligible to obtain UK security clearance", CLEARANCE),
    ("The candidate must be able to achieve Security Check (SC) clearance", CLEARANCE),
    ("Security clearance: SC to start", CLEARANCE),
    ("Clearance: BPSS required", CLEARANCE),
    ("Security Clearances required", CLEARANCE),
    ("SC Cleared Boat Builder\nBuild boats.", CLEARANCE),
    ("Be willing to undergo security clearance for this role", CLEARANCE),
    ("Ability to obtain a Secret clearance", CLEARANCE),
    ("Current NATO Secret clearance is essential.", CLEARANCE),
    ("Bereitschaft zur Sicherheitsüberprüfung nach Ü2 erforderlich", CLEARANCE),
    ("Habilitation secret défense requise, obligatoire", CLEARANCE),
    ("SC clearance is desirable", []),
    ("Ideally you hold active SC clearance.", []),
    ("Active security clearance is beneficial but not necessary.", []),
    ("Security clearance: none", []),
    ("Clearance is not required.", []),
    ("No security clearance needed", []),
    ("This role may require security clearance.", []),
    ("Some roles need a security clearance.", []),
    ("Opportunity to gain security clearance", []),
    ("Nice to have\n- Active SC clearance", []),
    ("You handle customs clearance, all papers are required.", []),
    ("Customs clearance required for each boat", []),
    ("Police clearance required", []),
    ("Clearance sale: everything must go", []),
    ("This post is subject to the Rehabilitation of Offenders Act.", []),
    ("Both\nWe cannot sponsor visas.\nSC clearance required.", NO + CLEARANCE),
    ("", []),
]
WEAK = {
    "We cannot consider anyone, however good, who now or at a later time in life would come to require visa sponsorship": NO,
    "Sponsorship - available": YES,
}


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_what_a_text_states_of_visas_and_clearances(text, expected):
    assert read_eligibility(text) == expected


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize(("text", "expected"), WEAK.items())
def test_known_weaknesses(text, expected):
    assert read_eligibility(text) == expected


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(["visa", "sponsorship", " not ", "no", "security clearance", "must", "\n", ".", "’", "Visum", "SC"]) | st.text()))
def test_any_text_is_read_or_declined(parts):
    for text in (" ".join(parts), "".join(parts)):
        found = read_eligibility(text)
        assert set(found) <= set(FLAGS)
        assert not {"visa_sponsorship", "no_visa_sponsorship"} <= set(found)


@pytest.mark.parametrize("unit", ["sponsor ", "no ", "no sponsor ", "visa sponsorship ", "not a b c ", "security clearance ", "sc ", "clearance", "a", "habilitation ", "cannot we "])
def test_a_hostile_megabyte_takes_no_time(unit):
    text = unit * (1_000_000 // len(unit))
    assert min(_spent(text) for _ in range(3)) < 0.02  # seconds; 5 ms on an idle machine


def _spent(text: str) -> float:
    start = time.process_time()
    read_eligibility(text)
    return time.process_time() - start
