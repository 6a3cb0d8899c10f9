"""Pages of no known platform: what they are, which lines are a posting's, which links lead to one."""

import time
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from scrapy.http import HtmlResponse

from crawler.general.application import apply_url
from crawler.general.article import body_of, html_of
from crawler.general.chips import is_place_alone, kind_of
from crawler.general.employer import employer_of
from crawler.general.facts import labelled_facts
from crawler.general.headline import headline_of
from crawler.general.links import links_of
from crawler.general.listing import posting_links, to_listing
from crawler.general.notices import says_closed, says_none
from crawler.general.outline import outline_of
from crawler.general.paging import next_pages, page_number
from crawler.general.plain import is_debris, posting_in_text
from crawler.general.posting import number_in
from crawler.general.roles import is_title, names_role
from crawler.general.sections import sections_of
from crawler.general.sentences import place_in_text, workplace_in_text
from crawler.ids import page_id, page_ids
from crawler.loaders import Draft
from crawler.reader import parse, read

NOW = datetime(2026, 9, 15, 12, tzinfo=UTC)
URL = "https://acme.example/careers/"
BODY = "<p>We build rafts for lakes and small seas, and we have done so for thirty years.</p>"


def outline(html):
    return outline_of(etree.HTML(html))


def links(html, url=URL):
    root = etree.HTML(html)
    seen = outline_of(root)
    return root, seen, links_of(root, seen, url)


def postings(html, url=URL):
    _, seen, found = links(html, url)
    return [link.url for link in posting_links(found, seen, url)]


# -- roles and titles

TITLES = [
    ("Senior Software Engineer", True), ("Head of Payments", True), ("Sachbearbeiter Einkauf (m/w/d)", True), ("Kundenberater:in", True), ("Ingénieur·e d'études H/F", True),
    ("Auxiliaires de vie", True), ("Boulanger de nuit", True), ("Panadero/a", True), ("Saldatore", True), ("電気工事士", True), ("Desarrollador/a Web", True), ("Técnico de Manutenção", True), ("Addetto al magazzino", True), ("Winkelmedewerker", True), ("Softwareudvikler", True), ("Systemutvecklare", True),
    ("Specjalista ds. sprzedaży", True), ("Vývojář", True), ("Predavačka", True), ("薬剤師", True), ("営業スタッフ", True), ("前端工程师", True), ("백엔드 개발자", True), ("Product (all genders)", True),
    ("Our culture", False), ("Benefits", False), ("Partner", False), ("About us", False), ("We are looking for an engineer who likes water.", False), ("How our engineers work", False), ("Rafts", False), ("", False),
    pytest.param("Bowling Alley Wizard", True, marks=pytest.mark.xfail(reason="no noun that we know")),
    pytest.param("Partner Portal for Drivers", False, marks=pytest.mark.xfail(reason="a noun of a role in another sense")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TITLES)
def test_a_job_title_is_told_in_any_language(text, expected):
    assert is_title(text) is expected


HEADS = [
    ("<title>Raft Tester | Acme</title><h1>Acme</h1><h2>Raft Tester</h2>", "Raft Tester"),
    ("<title>Acme</title><nav><h1>Menu</h1></nav><h1>Raft Tester</h1><h2>Requirements</h2>", "Raft Tester"),
    ("<title>Raft Tester - Acme</title><h1>RAFT TESTER</h1>", "Raft Tester"),
    ("<title>Careers - Raft Tester [ Acme ]</title><p>Hello</p>", "Raft Tester"),
    ("<title>Jobs</title><h1>Open position: Raft Tester</h1>", "Raft Tester"),
    ("<title>Jobs</title><h1>Acme is hiring a Raft Tester!</h1>", "Raft Tester"),
    ("<title>Stellen</title><h1>Wir suchen eine Sachbearbeiterin Einkauf (m/w/d)</h1>", "Sachbearbeiterin Einkauf (m/w/d)"),
    ("<title>Emploi</title><h1>Acme recrute un Technicien de maintenance</h1>", "Technicien de maintenance"),
    ("<title>Acme</title><h1>Raft <br>Tester</h1>", "Raft Tester"),
    ("<title>x</title><h1><div>Acme</div><span>Raft Tester</span> <span>Faro</span></h1>", "Raft Tester"),
    ("<div>Raft Tester</div><p>You sleep on rafts all night long.</p><p>You tell us about it in the morning.</p><p>You never fall into the water.</p>", "Raft Tester"),
]  # fmt: skip


@pytest.mark.parametrize(("html", "expected"), HEADS)
def test_the_title_of_a_page_is_the_heading_that_is_one(html, expected):
    assert headline_of(outline(html), "acme").text == expected


@pytest.mark.parametrize("html", ["<title>Acme</title><h1>Acme</h1>", "<h1>Benefits</h1><h2>Apply now</h2>", "<p>Raft</p>"])
def test_a_page_without_a_title_has_none(html):
    assert headline_of(outline(html), "acme") is None


# -- facts

FACTS = [
    ("<p>Location: Faro, Portugal</p>", {"location": "Faro, Portugal"}),
    ("<p><strong>Standort</strong> Kiel</p>", {"location": "Kiel"}),
    ("<dl><dt>Lieu</dt><dd>Annecy</dd><dt>Contrat</dt><dd>Temps plein</dd></dl>", {"location": "Annecy", "employment_type": "Temps plein"}),
    ("<table><tr><th>勤務地</th><td>東京都</td></tr><tr><th>雇用形態</th><td>正社員</td></tr></table>", {"location": "東京都", "employment_type": "正社員"}),
    ("<div><span>Ubicación</span><span>Cádiz</span></div>", {"location": "Cádiz"}),
    ("<p>📍 Luogo: Bologna</p><p>Orario: Part-time</p>", {"location": "Bologna", "employment_type": "Part-time"}),
    ("<p>Standplaats: Utrecht | Dienstverband: Fulltime</p>", {"location": "Utrecht", "employment_type": "Fulltime"}),
    ("<h4>Plat:</h4><h4>30 000 - 40 000 Kč</h4>", {"salary_text": "30 000 - 40 000 Kč"}),
    ("<li>Miejsce pracy: Kraków</li><li>Numer referencyjny: T/17</li>", {"location": "Kraków", "requisition_id": "T/17"}),
    ("<p>Ansøgningsfrist: 1. oktober 2026</p>", {"valid_through": "1. oktober 2026"}),
    ('<i class="fa fa-map-marker"></i> Faro, Portugal', {"location": "Faro, Portugal"}),
    ('<p class="job-location">Faro, Portugal</p>', {"location": "Faro, Portugal"}),
    ("<p>Salary: Competitive</p><p>Company: we are a team.</p><p>ID: about us</p>", {}),
    ('<p class="location">Our story is long.</p><nav><p>Location: Faro</p></nav>', {}),
    ("<h3>Location</h3><h3>Benefits</h3>", {}),
]  # fmt: skip


@pytest.mark.parametrize(("html", "expected"), FACTS)
def test_a_label_and_its_value_are_a_fact(html, expected):
    assert {fact.kind: fact.value for fact in labelled_facts(outline(html).blocks)} == expected


LINES = [
    ("Faro, Portugal", "location"), ("San Francisco, CA (or Remote U.S.)", "location"), ("Remote", "location"), ("Berlin oder München", "location"), ("West Dunmore, NJ, US", "location"),
    ("Lindenweg 7, Berlin", "location"), ("Full-time", "employment_type"), ("Teilzeit", "employment_type"), ("2 days ago", "date_posted"), ("vor 3 Tagen", "date_posted"), ("2026-09-01", "date_posted"),
    ("€40k - €50k", "salary_text"), ("Marketing, Sales", None), ("IT, HR", None), ("Nice", None), ("Product, UK", None), ("Read on", None), ("About us", None), ("We are in Berlin.", None), ("ARM/DSP/GPU", None),
    pytest.param("Mobile, Alabama", "location"), pytest.param("Plzeňský kraj", "location", marks=pytest.mark.xfail(reason="a region's adjective")),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), LINES)
def test_a_line_without_a_label_is_what_it_looks_like(line, expected):
    assert kind_of(line) == expected


WAYS = [
    ("Du arbeitest bei uns in einem hybriden Arbeitsmodell.", "hybrid"), ("Zwei Tage pro Woche Homeoffice sind möglich.", "hybrid"), ("Deux jours de télétravail par semaine.", "hybrid"), ("Poste en présentiel à Annecy.", "onsite"),
    ("Télétravail partiel après la période d'essai", "hybrid"), ("Modalidad híbrida: dos días en la yarda.", "hybrid"), ("Trabajo presencial", "onsite"), ("Trabalho híbrido em Faro", "hybrid"), ("Lavoro in presenza", "onsite"),
    ("Volledig thuis werken kan.", "remote"), ("Je werkt gedeeltelijk thuis.", "hybrid"), ("Tryb pracy: hybrydowy, praca hybrydowa", "hybrid"), ("Praca zdalna", "remote"), ("Možnost částečného Home office", "hybrid"),
    ("Fast arbejdssted på værftet i Odense", "onsite"), ("フルリモート勤務です。", "remote"), ("週2日在宅勤務", "hybrid"), ("In-person attendance is required.", "onsite"), ("Hybrid on-site and remote model.", "hybrid"),
    ("Wir bauen Hybridmotoren.", None), ("Kein hybrides Arbeitsmodell.", None), ("Praca zdalna lub stacjonarna?", None), ("Le télétravail change le monde.", None), ("Nous avons un modèle de bateau.", None),
    pytest.param("Homeoffice ist möglich.", "hybrid", marks=pytest.mark.xfail(reason="how much of it is not said")),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), WAYS)
def test_the_way_of_working_is_read_in_many_languages(line, expected):
    assert workplace_in_text([line]) == expected


SENTENCES = [
    ("The position is based in Lisbon, Portugal.", "Lisbon, Portugal", None),
    ("You will work from our office in Berlin.", "Berlin", None),
    ("This is a hybrid role.", None, "hybrid"),
    ("This position is full-time onsite at our yard.", None, "onsite"),
    ("You can work fully remotely.", None, "remote"),
    ("Two days a week in the office.", None, "hybrid"),
    ("#LI-Remote", None, "remote"),
    ("This is not a remote position.", None, None),
    ("We sell remote controls to offices in Berlin.", None, None),
    ("Our customers are in Berlin and Paris.", None, None),
    pytest.param("Dein Arbeitsplatz ist in Kiel.", "Kiel", None, marks=pytest.mark.xfail(reason="one of many ways to say it")),
]  # fmt: skip


@pytest.mark.parametrize(("line", "place", "workplace"), SENTENCES)
def test_a_sentence_about_the_job_says_where_it_is_done(line, place, workplace):
    assert (place_in_text([line]), workplace_in_text([line])) == (place, workplace)


def test_two_places_in_the_sentences_are_none():
    assert place_in_text(["The role is based in Lisbon.", "The role is based in Berlin."]) is None


# -- the text of a posting


def text_of(html, start=1):
    return [block.text for block in body_of(outline(html).blocks, start)]


def test_a_text_begins_with_its_first_sentence_and_ends_with_its_last():
    html = f"<h1>Cook</h1><ul><li>Faro</li></ul><a href=/>Back to all jobs</a><div>{BODY}<h2>Requirements</h2><ul><li>Knives</li><li>Fire</li></ul></div><a href=/apply>Apply now</a><p>© Acme</p>"
    assert text_of(html)[-4:] == [BODY[3:-4], "Requirements", "Knives", "Fire"]


@pytest.mark.parametrize(
    "noise",
    [
        '<div class="cookie-consent"><p>We use cookies to make this a better place for everybody.</p></div>',
        "<nav><a href=/a>We build rafts for lakes and seas of any size</a></nav>",
        '<section class="related"><h3>Dog Sitter</h3><p>You walk the dog that keeps us company on the lake.</p></section>',
        "<h2>Other open positions</h2><p>Dog Sitter, walks the dog that keeps us company on the lake.</p>",
        '<form action=/x><p>Please fill in all of these fields before you send it.</p><input name=a><input type=email name=b></form>',
        "<footer><p>Acme Rafts is a company that is registered in the town of Faro.</p></footer>",
        '<div role="dialog"><p>Send this posting to a friend who likes water, too.</p></div>',
        '<div hidden><p>This text is for nobody to see, and nobody does.</p></div>',
    ],
)  # fmt: skip
def test_what_stands_around_a_text_is_left_out(noise):
    html = f"<h1>Cook</h1><main>{BODY}<h2>Your tasks</h2><ul><li>Boil water in the morning and in the evening.</li></ul></main>{noise}"
    assert text_of(html) == [BODY[3:-4], "Your tasks", "Boil water in the morning and in the evening."]


def test_a_class_that_names_most_of_the_page_names_no_part_of_it():
    assert text_of(f'<h1>Cook</h1><div class="sidebar">{BODY * 3}</div>') == [BODY[3:-4]] * 3


def test_a_table_of_facts_is_the_text():
    rows = "".join(f"<tr><th>{label}</th><td>{value}</td></tr>" for label, value in (("職種", "設計エンジニア"), ("仕事内容", "いかだの設計をお任せします。"), ("給与", "月給 280,000円")))
    assert text_of(f"<h1>x</h1><table>{rows}</table>")[0] == "職種"


def test_a_text_becomes_html_of_headings_paragraphs_and_lists():
    html = f"<h1>Cook</h1><div>{BODY}<h2>Your tasks</h2><ul><li>Fire &amp; water</li><li><p>Knives</p></li></ul><p>One line<br>and another one of it.</p></div>"
    assert html_of(body_of(outline(html).blocks, 1)) == (
        f"{BODY}\n<h3>Your tasks</h3>\n<ul>\n<li>Fire &amp; water</li>\n<li>Knives</li>\n</ul>\n<p>One line<br>and another one of it.</p>"
    )


# -- the employer

HOUSES = [
    ("https://www.acme-rafts.example/jobs/1", '<meta property="og:site_name" content="Acme Rafts">', "Acme Rafts"),
    ("https://acmerafts.example/jobs/1", "<title>Cook | Acme Rafts</title>", "Acme Rafts"),
    ("https://acmerafts.example/jobs/1", "<title>Cook - Careers at Acme Rafts</title>", "Acme Rafts"),
    ("https://x.example/jobs/1", "<p>© 2024-2026 Acme Rafts. All rights reserved.</p><title>Cook | Acme Rafts</title>", "Acme Rafts"),
    ("https://board.example/jobs/1", '<title>Cook at Acme Rafts</title><meta property="og:site_name" content="Board">', "Acme Rafts"),
    ("https://board.example/jobs/1", '<meta property="og:site_name" content="Job Board"><p>Join Acme Rafts today. Acme Rafts is a builder of rafts.</p>', "Acme Rafts"),
    ("https://x.example/jobs/1", "<title>Cook</title>", None),
    ("https://x.example/jobs/1", "<title>Cook | Home</title>", None),
]  # fmt: skip


@pytest.mark.parametrize(("url", "html", "expected"), HOUSES)
def test_the_employer_is_whom_head_footer_and_address_agree_on(url, html, expected):
    seen = outline(f"{html}<h1>Cook</h1>")
    assert employer_of(seen, url, "Cook", seen.blocks) == expected


NAMED_IN_TITLE = [
    ("https://x.example/jobs/1", "<title>Acme Rafts Ltd. / Cook</title>", "Cook", "Acme Rafts Ltd."),
    ("https://acmerafts7.example/news", "<h1>Acme Rafts recrute deux cuisiniers pour la saison</h1>", "Acme Rafts recrute deux cuisiniers pour la saison", "Acme Rafts"),
]  # fmt: skip


@pytest.mark.parametrize(("url", "html", "title", "expected"), NAMED_IN_TITLE)
def test_the_employer_is_named_beside_or_in_the_title(url, html, title, expected):
    seen = outline(html)
    assert employer_of(seen, url, title, seen.blocks) == expected


# -- where to apply

APPLICATIONS = [
    ('<a href="/apply/7">Jetzt bewerben</a>', "https://acme.example/apply/7"),
    ('<a href="mailto:yard@acme.example">Solliciteer</a>', "mailto:yard@acme.example"),
    ('<a href="#how">Apply</a><div id="how"><p>Write to us.</p><a href="mailto:yard@acme.example">yard@acme.example</a></div>', "mailto:yard@acme.example"),
    ('<p>Send your CV through this <a href="https://forms.example/7">form</a>.</p>', "https://forms.example/7"),
    ('<p>Pošlite nám životopis cez tento <a href="https://forms.example/7">link</a></p>', "https://forms.example/7"),
    ('<p>応募は<a href="https://forms.example/7">こちら</a>から</p>', "https://forms.example/7"),
    ('<form action="/apply/7"><input type="hidden" name="a"><button>Candidati</button></form>', "https://acme.example/apply/7"),
    ("<button onclick=\"location.href='/apply/7'\">Postuler</button>", "https://acme.example/apply/7"),
    ('<a href="https://board.example/7">View original listing</a>', "https://board.example/7"),
    ('<p>More about our <a href="https://forms.example/7">rafts</a> here.</p>', None),
    ('<form action="/send" method="post"><input type="email"><button>Apply</button></form>', None),
    ('<a href="#form">Apply</a><form id="form" action="/send" method="post"><input type="file"></form>', None),
    ('<a href="javascript:apply()">Apply</a><footer><a href="mailto:press@acme.example">Press</a></footer>', None),
]  # fmt: skip


@pytest.mark.parametrize(("html", "expected"), APPLICATIONS)
def test_one_applies_where_the_page_says_it(html, expected):
    root = etree.HTML(f"<h1>Cook</h1>{BODY}{html}")
    blocks = outline_of(root).blocks
    body = [block for block in blocks[1:] if block.part is None]
    assert apply_url(root, blocks, body, len(blocks), URL) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [("Cook (R-10657)", "R-10657"), ("Cook [Ref. 4711]", "4711"), ("Koch (Kennziffer 12345)", "12345"), ("4711 - Cook", "4711"), ("Cook | Ref: AB/12", "AB/12"), ("Cook (2026/27)", None), ("Cook (m/w/d)", None), ("Cook 100%", None), ("2026 - Cook", None), ("Cook (24/7)", None)],
)  # fmt: skip
def test_a_number_in_the_title_is_the_employers(title, expected):
    assert number_in(title) == expected


# -- vacancies that are sections

TEXT = "<p>We are looking for somebody who builds rafts for lakes and small seas, and who does not mind the water in the morning.</p><p>Apply by mail to our yard, with drawings of what you have built so far.</p>"
SECTIONED = [
    (f"<h3>Cook</h3><h4>Your tasks</h4>{TEXT}<h3>Baker</h3><h4>Your tasks</h4>{TEXT}", ["Cook", "Baker"]),
    (f'<h3><span>Cook</span> <a href="#a">Apply now</a></h3><h4>Requirements</h4>{TEXT}<h3><span>Baker</span> <a href="#b">Apply now</a></h3><h4>Requirements</h4>{TEXT}', ["Cook", "Baker"]),
    (f"<p><b>Profile A: Cook</b></p><p>Location: Faro.</p>{TEXT}<p><b>Profile B: Baker</b></p><p>Location: Faro.</p>{TEXT}", ["Cook", "Baker"]),
    (f'<div role="dialog"><h4>Cook</h4><h5>Requirements</h5>{TEXT}</div><div role="dialog"><h4>Baker</h4><h5>Requirements</h5>{TEXT}</div>', ["Cook", "Baker"]),
    (f"<h3>Cook</h3><h4>Your tasks</h4>{TEXT}", []),
    (f"<h3>Cook</h3>{BODY * 3}<h3>Baker</h3>{BODY * 3}", []),
    (f"<h3>Cook</h3><p>Location: Faro</p>{TEXT}<h3>Our rafts</h3><h3>Our lakes</h3><h3>Our seas</h3><h3>Our dog</h3><h3>Baker</h3><p>Location: Faro</p>{TEXT}", []),
    (f'<h3><a href="/jobs/1">Cook</a></h3><h4>Your tasks</h4>{TEXT}<h3><a href="/jobs/2">Baker</a></h3><h4>Your tasks</h4>{TEXT}', []),
]  # fmt: skip


@pytest.mark.parametrize(("html", "expected"), SECTIONED)
def test_sections_are_vacancies_where_it_is_sure(html, expected):
    assert [section.title for section in sections_of(outline(f"<h1>Careers</h1>{html}").blocks)] == expected


# -- links


def items(*pairs, tag="li"):
    return "".join(f'<{tag}><a href="{href}">{text}</a></{tag}>' for href, text in pairs)


def test_titles_below_a_careers_page_are_postings():
    html = f"<h1>Careers</h1><ul>{items(('/careers/cook', 'Cook'), ('/careers/baker', 'Baker'), ('/careers/benefits', 'Benefits'), ('/about', 'About us'))}</ul>"
    assert postings(html) == ["https://acme.example/careers/cook", "https://acme.example/careers/baker"]


def test_a_link_that_says_nothing_is_told_by_its_card():
    cards = "".join(f'<div class="card"><h3>{title}</h3><p>Faro</p><a href="/jobs/{n}">Read more</a></div>' for n, title in enumerate(("Cook", "Baker", "Raft Tester"), 1))
    assert postings(f"<h1>Jobs</h1>{cards}") == [f"https://acme.example/jobs/{n}" for n in (1, 2, 3)]


def test_a_link_without_text_is_told_by_its_card():
    cards = "".join(f'<article><h2>{title}</h2><a href="/jobs/{n}"></a></article>' for n, title in enumerate(("Cook", "Baker"), 1))
    assert postings(f"<h1>Jobs</h1>{cards}") == ["https://acme.example/jobs/1", "https://acme.example/jobs/2"]


def test_a_title_that_nobody_knows_is_a_posting_beside_others():
    html = f"<h1>Jobs</h1><ul>{items(('/jobs/cook', 'Cook'), ('/jobs/baker', 'Baker'), ('/jobs/alley-wizard', 'Alley Wizard'))}</ul>"
    assert "https://acme.example/jobs/alley-wizard" in postings(html)


def test_documents_are_postings_on_a_careers_page():
    html = f"<h1>Vacancies</h1>{items(('/files/cook.pdf', 'Cook'), ('/files/baker.docx', 'Baker'), ('/files/brochure.pdf', 'Our brochure'))}"
    assert postings(html) == ["https://acme.example/files/cook.pdf", "https://acme.example/files/baker.docx"]


NOT_POSTINGS = [
    f"<h1>Careers</h1><nav>{items(('/careers/cook', 'Cook'))}</nav>",
    f"<h1>Careers</h1>{items(('/careers/benefits', 'Benefits'), ('/careers/our-culture-and-values', 'Our culture'), ('/careers/how-we-hire', 'How we hire'))}",
    f"<h1>Careers</h1>{items(('/blog/how-our-engineers-work', 'How our engineers work'), ('/blog/the-engineer-of-the-year', 'The engineer of the year'))}",
    f"<h1>Careers</h1>{items(('/careers/?category=7', 'Engineers'), ('/careers/?location=faro', 'Drivers'))}",
    f"<h1>Careers</h1>{items(('/careers/?page=2', '2'), ('/careers/page/3/', '3'), ('#cook', 'Cook'), ('mailto:cook@acme.example', 'Cook'), ('javascript:cook()', 'Cook'))}",
    f"<h1>Careers</h1>{items(('https://www.linkedin.com/company/acme', 'Engineer'), ('https://twitter.com/acme', 'Driver'))}",
    f"<h1>Rafts</h1>{items(('/rafts/pilot', 'The Pilot'), ('/rafts/captain', 'The Captain'))}",
    "<p>No links at all</p>",
]  # fmt: skip


@pytest.mark.parametrize("html", NOT_POSTINGS, ids=range(len(NOT_POSTINGS)))
def test_other_links_are_no_postings(html):
    assert postings(html, "https://acme.example/careers/" if "Careers" in html else "https://acme.example/") == []


NEXT = [
    ('<a rel="next" href="?page=2">more</a>', "https://acme.example/careers/?page=2"),
    ('<link rel="next" href="/careers/page/2/">', "https://acme.example/careers/page/2/"),
    ('<a href="/careers/page/2/">Weiter »</a>', "https://acme.example/careers/page/2/"),
    ('<a href="?p=2">次へ</a>', "https://acme.example/careers/?p=2"),
    ('<a href="?page=2">2</a><a href="?page=3">3</a>', "https://acme.example/careers/?page=2"),
    ('<a class="pagination__next" href="?page=2"><svg/></a>', "https://acme.example/careers/?page=2"),
    ('<a href="?seite=2">Zur nächsten Seite</a>', "https://acme.example/careers/?seite=2"),
    ('<a href="?page=2" aria-label="Aller à la page suivante"><i></i></a>', "https://acme.example/careers/?page=2"),
    ('<a href="/careers/page/2/">Następna strona</a>', "https://acme.example/careers/page/2/"),
    ('<a href="?strana=2">Následující</a>', "https://acme.example/careers/?strana=2"),
    ('<a href="?start=20">Página siguiente ›</a>', "https://acme.example/careers/?start=20"),
    ('<a href="?e-page-3f=2">2</a>', "https://acme.example/careers/?e-page-3f=2"),
    ('<a href="?tx_jobs%5BcurrentPage%5D=2">Volgende</a>', "https://acme.example/careers/?tx_jobs%5BcurrentPage%5D=2"),
    ('<a href="/careers/2/">Next</a>', "https://acme.example/careers/2/"),
    ('<a href="?page=2" aria-label="Pagina 2">Pagina 2</a>', "https://acme.example/careers/?page=2"),
    ('<ul><li><a href="?page=1">1</a></li><li class="active"><span>2</span></li><li><a href="?page=3">3</a></li></ul>', "https://acme.example/careers/?page=3"),
    ('<button hx-get="?page=2" hx-target="#list">Mehr laden</button>', "https://acme.example/careers/?page=2"),
    ('<div class="infinite" data-next-url="/careers/?page=2"></div>', "https://acme.example/careers/?page=2"),
    ('<script>window.state={"meta":{"next_page_url":"https:\\/\\/acme.example\\/careers?page=2"}}</script>', "https://acme.example/careers?page=2"),
    ('<div id="app" data-page=\'{"jobs":{"next_page_url":"/careers/?page=2"}}\'></div>', "https://acme.example/careers/?page=2"),
    ('<link rel="next" href="https://other.example/careers/page/2/">', None),
    ('<script>{"next":"/api/jobs?page=2","nextPage":"/blog?page=2"}</script><button data-url="/careers/?page=2">Filter</button>', None),
    ('<a href="/careers/?per_page=50">50</a><a href="/careers/cook-2">Next</a>', None),
    ('<a href="/blog">Next</a><a href="#">»</a><a rel=next>Next</a>', None),
    ("<p>2</p>", None),
]  # fmt: skip


@pytest.mark.parametrize(("html", "expected"), NEXT)
def test_the_next_page_is_named_by_relation_word_or_number(html, expected):
    root, _, found = links(html)
    assert next(iter(next_pages(root, found, URL)), None) == expected


def next_of(html, url=URL):
    root, _, found = links(html, url)
    return next_pages(root, found, url)


def test_an_address_that_says_its_page_goes_before_what_the_page_marks():
    html = '<a href="?page=2">2</a><b class="current">4</b><a href="?page=3">3</a><a href="?page=5">5</a><a class="next" href="?page=5">Next</a>'
    assert next_of(html, "https://acme.example/careers/?page=2") == ["https://acme.example/careers/?page=3"]
    assert next_of(html) == ["https://acme.example/careers/?page=5"]


def test_the_last_page_has_no_next():
    url = "https://acme.example/careers/?page=5"
    root, _, found = links('<a href="?page=4">« Previous</a><a href="?page=4">4</a>', url)
    assert (page_number(found[0].parts), next_pages(root, found, url)) == (4, [])


def test_a_careers_page_leads_to_its_list():
    _, _, found = links('<a href="/">Home</a><a href="/careers/jobs">See all open positions</a><a href="https://other.example/jobs">Open positions</a>')
    assert to_listing(found, URL) == ["https://acme.example/careers/jobs"]


# -- notices

CLOSED = [
    ("This position has been filled.", True), ("We are no longer accepting applications.", True), ("Diese Stelle ist bereits besetzt.", True), ("Ce poste a été pourvu.", True),
    ("Esta oferta ya no está disponible.", True), ("Esta vaga foi encerrada.", True), ("La posizione è stata chiusa.", True), ("Deze vacature is vervuld.", True), ("募集は終了しました", True),
    ("Nabídka již není aktuální.", True), ("Stillingen er besat.", True), ("Ponuka už nie je aktuálna.", True), ("Ta oferta jest nieaktualna.", True),
    ("This position is open until it is filled.", False), ("You have filled positions before.", False), ("Wir besetzen Stellen.", False), ("", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CLOSED)
def test_a_closed_posting_says_so(text, expected):
    assert says_closed(outline(f"<p>{text}</p>").blocks) is expected


EMPTY = [
    ("There are currently no open positions.", True), ("We don't have any vacancies right now.", True), ("We are not hiring at the moment.", True), ("Derzeit haben wir leider keine offenen Stellen.", True), ("Aucune offre n'est disponible actuellement.", True),
    ("No hay vacantes en este momento.", True), ("Não há vagas abertas.", True), ("Al momento non ci sono posizioni aperte.", True), ("Momenteel zijn er geen vacatures.", True), ("現在募集しておりません。", True), ("V současnosti nemáme žádné volné pozice.", True), ("Aktualnie nie prowadzimy rekrutacji.", True),
    ("No open positions match your search.", False), ("There is no position that we are prouder of.", False), ("We have no vacancies to hide.", True), ("12 open positions", False), ("", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), EMPTY)
def test_an_empty_board_says_so(text, expected):
    assert says_none(outline(f"<p>{text}</p>").blocks) is expected


# -- plain text

PLAIN = "\n".join(["We make lakes safe for people who sleep on rafts, and have done so for thirty years now.", "", "What you will do", "", "Plan moorings for lakes of any depth, and test them in the water with us.", ""])


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_the_head_of_a_text_is_told_by_its_looks_in_any_order(order):
    head = ["Faro, Portugal (or Remote)", "5 days ago", "Senior Harbour Engineer"]
    text = "\n".join([*(head[n] for n in order), PLAIN, "Confirm your E-mail: Send Email"])
    (posting,) = read(text.encode(), "file:///posting.txt", "text/plain", NOW).postings
    assert (posting.title, posting.location, posting.date_posted, posting.workplace) == ("Senior Harbour Engineer", "Faro, Portugal (or Remote)", "2026-09-10", "remote")
    assert posting.description.endswith("with us.")
    assert "Senior" not in posting.description


def test_a_text_with_labels_is_read_by_them():
    found = posting_in_text("Position: Harbour Engineer\nCompany: Acme Rafts\nLocation: Faro\n\n" + PLAIN)
    assert (found.title, found.facts) == ("Harbour Engineer", {"company": ["Acme Rafts"], "location": ["Faro"]})


@pytest.mark.parametrize("text", ["", "Hello\n\n" + PLAIN, "Harbour Engineer\nshort", "a: b\n" * 50])
def test_a_text_that_is_no_posting_gives_none(text):
    assert posting_in_text(text) is None


DEBRIS = [
    ("Confirm your E-mail: Send Email", True), ("First name * Last name *", True), ("Submit", True), ("Jetzt bewerben", True), ("Vorname Nachname Absenden", True), ("© 2026 Acme", True),
    ("Send your CV to our yard.", False), ("Knives", False), ("5 years of experience", False), ("Fluent Portuguese", False),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), DEBRIS)
def test_what_a_form_leaves_is_no_text(line, expected):
    assert is_debris(line) is expected


# -- pages as a whole


def test_a_listing_gives_its_postings_and_its_next_page():
    html = f'<title>Careers</title><h1>Open positions</h1><ul>{items(("/careers/cook", "Cook"), ("/careers/baker", "Baker"))}</ul><a href="?page=2">Next</a>'
    reading = read(html.encode(), URL, "text/html", NOW)
    assert reading.posting_urls == ["https://acme.example/careers/cook", "https://acme.example/careers/baker"]
    assert (reading.postings, reading.next_urls) == ([], ["https://acme.example/careers/?page=2"])


def test_a_posting_with_others_beside_it_is_one_posting():
    others = items(("/careers/baker", "Baker"), ("/careers/raft-tester", "Raft Tester"), ("/careers/dog-sitter", "Dog Sitter"))
    html = f"<title>Cook | Acme</title><aside><h3>More jobs</h3><ul>{others}</ul></aside><h1>Cook</h1>{BODY * 3}<h2>Requirements</h2><ul><li>You can boil water.</li></ul><a href=/apply>Apply now</a>"
    reading = read(html.encode(), "https://acme.example/careers/cook", "text/html", NOW)
    assert ([posting.title for posting in reading.postings], reading.posting_urls) == (["Cook"], [])


def test_structured_data_leads_and_the_page_fills_its_gaps():
    html = f'<script type="application/ld+json">{{"@type": "JobPosting", "title": "Cook", "datePosted": "2026-09-01"}}</script><h1>Cook (m/f/d)</h1><p>Location: Faro</p>{BODY * 3}<h2>Requirements</h2><p>You can boil water, and you like it.</p>'
    (posting,) = read(html.encode(), "https://acme.example/jobs/cook", "text/html", NOW).postings
    assert (posting.title, posting.date_posted, posting.location) == ("Cook", "2026-09-01", "Faro")
    assert (posting.sources["title"], posting.sources["location"], posting.sources["description_html"]) == ("json-ld", "html", "html")
    assert posting.description.startswith("We build rafts")


def test_a_page_whose_structured_data_has_no_title_is_read_from_the_page():
    html = f'<script type="application/ld+json">{{"@type": "JobPosting", "headline": "x"}}</script><title>Cook</title><h1>Cook</h1>{BODY * 3}<h2>Requirements</h2><p>You can boil water, and you like it.</p><a href=/apply>Apply now</a>'
    parsed = parse(HtmlResponse("https://acme.example/jobs/cook", body=html.encode(), encoding="utf-8"))
    assert ([item.draft.title for item in parsed.found], parsed.rejected) == (["Cook"], [])


def test_a_teaser_in_the_structured_data_gives_way_to_the_whole_text():
    text = BODY * 4 + "<h2>Requirements</h2><p>You can boil water, and you like it.</p>"
    html = f'<script type="application/ld+json">{{"@type": "JobPosting", "title": "Cook", "description": "{BODY[3:-4]}"}}</script><h1>Cook (m/f/d)</h1>{text}<a href=/apply>Apply now</a>'
    (posting,) = read(html.encode(), "https://acme.example/jobs/cook", "text/html", NOW).postings
    assert posting.description.endswith("You can boil water, and you like it.")
    assert posting.sources["description_html"] == "html"


def test_a_head_that_was_copied_from_another_page_names_no_title():
    head = '<meta property="og:url" content="https://acme.example/jobs/baker"><meta property="og:title" content="Baker | Acme"><title>Cook | Acme</title>'
    html = f"{head}<h2>About the job</h2>{BODY * 3}<h2>Requirements</h2><p>You can boil water, and you like it.</p><a href=/apply>Apply now</a>"
    (posting,) = read(html.encode(), "https://acme.example/jobs/cook", "text/html", NOW).postings
    assert posting.title == "Cook"


def test_a_script_that_a_broken_page_shows_is_no_text():
    html = f"<h1>Cook</h1>{BODY}<h2>Your tasks</h2><ul><li>Boil water (in a pot);</li></ul><div>(function(a,b){{a[b]=a[b]||[];}})(window,'q'); ga('send', 'pageview');</div>"
    assert text_of(html) == [BODY[3:-4], "Your tasks", "Boil water (in a pot);"]


def test_postings_that_share_an_address_have_ids_of_their_own():
    rows = [Draft(title="Cook", location="Faro"), Draft(title="Cook", location="Kiel"), Draft(title="Baker"), Draft(title="Baker", url="https://acme.example/7")]
    ids = page_ids(rows, URL)
    assert len(set(ids)) == 4
    assert ids[3] == page_id("https://acme.example/7")
    assert page_ids(rows[2:3], URL) == [page_id(URL)]


HOSTILE = {
    "siblings": "<h1>Cook</h1>" + "<div>x</div>" * 60_000,
    "nested": "<div>" * 60_000 + "Cook",
    "links": "<h1>Careers</h1>" + "".join(f'<a href="/jobs/{n}">Cook {n}</a>' for n in range(12_000)),
    "headings": "<h1>Cook</h1>" * 12_000,
    "one long line": "<h1>Cook</h1><p>" + "we work at our office in " * 8_000,
    "labels": "<h1>Cook</h1><dl>" + "<dt>Location</dt><dd>Faro</dd>" * 6_000,
    "colons": "<h1>Cook</h1><p>" + "Location: " * 20_000,
    "spaces": "<h1>Cook</h1><p>" + " " * 200_000 + "x",
    "copyright": "<h1>Cook</h1>" + "<p>© © © 2020 - 2020 - </p>" * 4_000,
    "classes": '<div class="' + "location " * 20_000 + '">x</div>',
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_is_read_in_time(name):
    start = time.process_time()
    read(HOSTILE[name].encode(), URL, "text/html", NOW)
    assert time.process_time() - start < 1


TAGS = st.sampled_from(["<h1>", "</h1>", "<p>", "</p>", "<li>", "<a href='/jobs/1'>", "</a>", "<dl><dt>", "</dt><dd>", "<br>", "<nav>", "</nav>", "<form><input>", "<b>", "Cook", "Location:", " Faro ", "Requirements", "©", "\x00", "<!--", "<title>", "Apply now", "職種", "2026-09-01"])


@settings(deadline=None, max_examples=60)
@given(st.lists(TAGS | st.text(max_size=12), max_size=25))
def test_no_page_raises(pieces):
    text = "".join(pieces)
    read(text.encode("utf-8", "replace"), URL, "text/html", NOW)
    posting_in_text(text)


@given(st.text(max_size=120))
def test_no_line_raises(text):
    for judge in (names_role, is_title, kind_of, is_place_alone, is_debris):
        judge(text)
    place_in_text([text])
    workplace_in_text([text])
