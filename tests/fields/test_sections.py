"""A posting's text taken apart at its headings."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.fields.sections import Sections, split_sections

WORK, NEED, GAIN = "- Saw oak and plane it", "- Three years at a yard", "- A boat of your own"

HEADINGS = {
    "responsibilities": [
        "Responsibilities", "RESPONSIBILITIES:", "**Key Responsibilities**", "## Duties and responsibilities", "What You'll Be Doing", "What you’ll do",
        "What you will do at Hull & Sons:", "🔧 What you'll do", "How you'll make an impact", "In this role, you will:", "As our Boat Builder, you will:",
        "Your day-to-day", "Role responsibilities", "Your mission", "Job duties", "What will you be doing?",
        "Ihre Aufgaben", "Deine Aufgaben:", "Aufgabengebiet", "Was du bei uns machst", "Dein Job",
        "Vos missions", "Missions :", "Tes missions", "Ce que vous ferez", "Votre rôle", "Responsabilités",
        "Responsabilidades", "Funciones", "Qué harás", "Tus funciones",
        "Principais atividades", "O que você vai fazer", "Responsabilidades e atribuições",
        "Wat ga je doen?", "Jouw taken", "Taken en verantwoordelijkheden",
        "Cosa farai", "Mansioni", "Di cosa ti occuperai",
        "仕事内容", "【業務内容】", "■職務内容", "岗位职责", "담당 업무", "Arbetsuppgifter", "Dine opgaver:", "Obowiązki:", "Náplň práce", "Feladatok",
    ],
    "requirements": [
        "Requirements", "Qualifications:", "Minimum Qualifications", "**Preferred qualifications**", "What you should have", "What you'll need", "What we're looking for",
        "Who you are", "About you", "You have:", "Nice to have", "Nice‑to‑haves", "Must-haves", "Bonus points if you have", "Skills & experience", "Your profile",
        "Ideal candidate", "Person specification", "You may be a good fit if you have", "To be successful in this role you will need:", "Essential criteria", "Education and Experience",
        "Dein Profil", "Ihr Profil", "Anforderungen", "Das bringst du mit", "Was du mitbringst", "Voraussetzungen", "Damit überzeugst du uns", "Wen wir suchen",
        "Votre profil", "Profil recherché", "Compétences requises", "Ce que nous recherchons", "Qui êtes-vous ?",
        "Requisitos", "Tu perfil", "Qué buscamos", "Requisitos mínimos",
        "O que procuramos", "Requisitos e qualificações", "Quem procuramos",
        "Wat vragen wij?", "Jouw profiel", "Functie-eisen", "Wie ben jij?",
        "Requisiti", "Cosa cerchiamo", "Il tuo profilo",
        "応募資格", "【必須スキル】", "求める人物像", "■歓迎条件", "任职要求", "자격 요건", "Din profil", "Wymagania:", "Požadujeme", "Elvárások",
    ],
    "benefits": [
        "Benefits", "Perks & benefits", "**What we offer**", "What's in it for you?", "Why join us?", "We offer:", "What you'll get", "Our benefits", "Compensation & Benefits",
        "Was wir bieten", "Wir bieten Ihnen:", "Deine Benefits", "Das bieten wir dir", "Unser Angebot",
        "Avantages", "Ce que nous offrons", "Nous vous proposons", "Qué ofrecemos", "Beneficios", "O que oferecemos", "Benefícios", "Wat bieden wij?", "Arbeidsvoorwaarden",
        "Cosa offriamo", "Benefit", "福利厚生", "待遇・福利厚生", "福利待遇", "복리후생", "Vi erbjuder", "Oferujemy:", "Nabízíme", "Kínálunk",
    ],
    "other": [
        "About us", "About Hull & Sons", "Who we are", "The team", "How to apply", "Equal Opportunity Employer", "Our values", "Interview process", "Salary", "Location:",
        "Additional information", "Travel requirements", "Über uns", "Dein Kontakt", "Qui sommes-nous ?", "Le poste", "Sobre nosotros", "Quem somos", "Over ons", "Chi siamo", "会社概要", "勤務地", "选公司介绍", "회사 소개",
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "heading"), [(kind, heading) for kind, headings in HEADINGS.items() for heading in headings]
)
def test_heading_opens_its_section_and_ends_the_one_before(kind, heading):
    before = "benefits" if kind != "benefits" else "requirements"
    opened = {"benefits": "Benefits", "requirements": "Requirements"}[before]
    text = f"We build boats.\n\n{opened}\n\n{GAIN}\n\n{heading}\n\n{WORK}\n"
    expected = {before: GAIN} | ({kind: WORK} if kind != "other" else {})
    assert split_sections(text) == Sections(**expected)


TEXTS = [
    (
        "A yard in Kiel.\nYour hands matter.\n\nWhat You'll Be Doing\n\nBuild boats and mend them. Talk to crews.\n\nWhat you should have\n\n"
        "8+ years of experience with oak.\n\n\nFor this job we pay a base salary between $70,000 and $90,000.\n\nMail this page to a friend",
        ("Build boats and mend them. Talk to crews.", "8+ years of experience with oak.", None),
    ),
    (
        f"Requirements\n{NEED}\nNice to have\n- A cat\n\nBenefits\n{GAIN}\n\nWe are an equal opportunity employer and welcome everyone.",
        (None, f"{NEED}\nNice to have\n- A cat", GAIN),
    ),
    (
        f"Responsibilities\n{WORK}\n\nHull & Sons has built boats for crews on every coast of this country since the days of the first steam ship, and it still does so.\n\nRequirements\n{NEED}",
        (WORK, NEED, None),
    ),
    (
        f"Responsibilities\n{WORK}\n\nThe Yard In Spring\n\nIn spring the yard is full of boats that want paint, and all of us are outside, with a brush in one hand and a bun in the other.",
        (WORK, None, None),
    ),
    (
        "Benefits\nLeave: 30 days, and a base of $2,000 per year for a boat of your own",
        (None, None, "Leave: 30 days, and a base of $2,000 per year for a boat of your own"),
    ),
    (f"Responsibilities\nWood:\n{WORK}\nSteel:\n- Weld it", (f"Wood:\n{WORK}\nSteel:\n- Weld it", None, None)),
    (
        f"What you'll do\nYou keep the yard going.\n\nResponsibilities\n\n{WORK}",
        (f"You keep the yard going.\n\nResponsibilities\n\n{WORK}", None, None),
    ),
    (
        "Responsibilities: Saw oak and plane it every day.\nRequirements: Three years at a yard or on a ship.\n",
        ("Saw oak and plane it every day.", "Three years at a yard or on a ship.", None),
    ),
    (
        "仕事内容\t木造船の建造と修理をお願いします\n応募資格\t造船所での経験が三年以上ある方\n給与\t月給三十万円\n福利厚生\t社会保険完備、通勤手当支給",
        ("木造船の建造と修理をお願いします", "造船所での経験が三年以上ある方", "社会保険完備、通勤手当支給"),
    ),
    (f"Responsibilities and requirements\n{WORK}\n", (None, None, None)),
    ("- Strong communication skills\n- Experience with:\n- Oak and steel", (None, None, None)),
    (f"We build boats.\nRequirements gathering is part of it.\n{WORK}", (None, None, None)),
    ("About the role\nYou will have to write requirements for boats.\n", (None, None, None)),
    ("Responsibilities", (None, None, None)),
    ("Responsibilities\n\nBenefits\n", (None, None, None)),
    ("Requirements: none", (None, None, None)),
    (f"Das erwartet dich\n{WORK}\n", (None, None, None)),  # the work or the gifts
    ("", (None, None, None)),
]


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_sections_are_kept_apart(text, expected):
    assert split_sections(text) == expected


LINES = [
    "Responsibilities",
    "**Requirements:**",
    "Benefits",
    "About us",
    WORK,
    NEED,
    "",
    "  - deeper",
    "- Requirements:",
    "仕事内容\tx",
    "A: b",
    "**",
    ":",
    "Equal opportunity employer, we are",
    "x" * 200,
]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(LINES), st.text(max_size=12)), max_size=20).map("\n".join))
def test_any_text_gives_parts_of_itself(text):
    for section in split_sections(text):
        assert section is None or (
            section == section.strip() and all(line.strip() in text for line in section.split("\n"))
        )


@pytest.mark.parametrize(
    "text",
    [
        "\n" * 1_000_000,
        "Responsibilities\n" * 60_000,
        "a:\n" * 300_000,
        "what you " * 100_000 + "\n",
        ("** " * 25 + "\n") * 10_000,
        "Requirements\n" + "pay " * 20_000 + "\n",
        "- \t\n" * 200_000,
    ],
)
def test_hostile_text_takes_milliseconds(text):
    start = time.process_time()
    split_sections(text)
    assert time.process_time() - start < 0.15
