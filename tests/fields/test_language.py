"""The language of a posting's text, and language tags."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.fields.language import language_tag, read_language

TEXTS = [
    ("en", "We are looking for a boat builder who will join our team at the yard and plan the work with us."),
    ("de", "Für unsere Werft suchen wir eine Person, die mit uns Boote baut und sich nicht vor Holz fürchtet."),
    (
        "de",
        "Deine Aufgaben:\n- Planung der Boote\n- Arbeit mit dem Team auf der Werft\nWir bieten dir eine gute Stelle.",
    ),
    (
        "fr",
        "Vous rejoignez notre équipe au chantier naval et vous construisez avec nous des bateaux pour les pêcheurs.",
    ),
    (
        "es",
        "Buscamos una persona para nuestro astillero que tenga experiencia en la construcción de barcos y ganas de trabajar.",
    ),
    (
        "pt",
        "Procuramos uma pessoa para o nosso estaleiro, com experiência na construção de barcos e vontade de trabalhar em equipe.",
    ),
    (
        "it",
        "Cerchiamo una persona per il nostro cantiere che abbia esperienza nella costruzione di barche e che ami il lavoro di squadra.",
    ),
    ("nl", "Voor onze werf zoeken wij iemand die met ons boten bouwt en die graag met het team aan de planning werkt."),
    ("sv", "Vi söker dig som vill bygga båtar hos oss och som har erfarenhet av att arbeta med trä på ett varv."),
    (
        "no",
        "Vi søker deg som vil bygge båter hos oss, og som har erfaring fra arbeid med tre på et verft. Du må ikke være redd for vann.",
    ),
    (
        "da",
        "Vi søger dig, der vil bygge både hos os, og som har erfaring med at arbejde med træ på et værft. Du bliver en del af vores team.",
    ),
    ("fi", "Haemme telakallemme veneenrakentajaa, jolla on kokemusta puusta ja joka haluaa olla osa meidän tiimiä."),
    (
        "pl",
        "Szukamy do naszej stoczni osoby, która będzie budować z nami łodzie i która ma doświadczenie w pracy z drewnem.",
    ),
    ("cs", "Hledáme do naší loděnice člověka, který bude s námi stavět lodě a který má zkušenosti s prací se dřevem."),
    ("sk", "Hľadáme do našej lodenice človeka, ktorý bude s nami stavať lode a ktorý má skúsenosti s prácou s drevom."),
    ("hu", "Hajóépítőt keresünk csapatunkba, aki szívesen dolgozik fával, és már van tapasztalata egy hajógyárban."),
    (
        "ro",
        "Căutăm pentru șantierul nostru o persoană care să construiască bărci și care are experiență în lucrul cu lemnul.",
    ),
    ("tr", "Tersanemiz için tekne yapımında deneyim sahibi ve ekip ile birlikte çalışmayı seven bir kişi arıyoruz."),
    (
        "ca",
        "Cerquem una persona per a la nostra drassana que tingui experiència amb la fusta i que vulgui treballar amb els companys de l'equip.",
    ),
    (
        "hr",
        "Tražimo osobu za naše brodogradilište koja će s nama graditi brodove i koja ima iskustvo u radu s drvom te voli rad u timu.",
    ),
    (
        "sl",
        "V naši ladjedelnici iščemo osebo, ki bo z nami gradila ladje in ki ima izkušnje pri delu z lesom ter tudi znanje.",
    ),
    (
        "lt",
        "Ieškome žmogaus, kuris su mumis statys laivus ir turi darbo patirties. Siūlome darbą komandoje ir galimybę augti kartu.",
    ),
    (
        "lv",
        "Meklējam cilvēku, kas ar mums būvēs laivas un kam ir darba pieredze. Mēs piedāvājam darbu komandā un iespēju augt kopā ar mūsu meistariem.",
    ),
    (
        "et",
        "Otsime oma meeskonda inimest, kes ehitab koos meiega paate ja kellel on töö kogemus. Meie pakume head tööd ja uusi teadmisi, mis ei lõpe.",
    ),
    (
        "id",
        "Kami mencari orang yang akan membangun perahu dengan tim kami dan memiliki pengalaman kerja dalam bidang ini.",
    ),
    ("vi", "Chúng tôi tìm một người có kinh nghiệm làm việc với gỗ để đóng thuyền cùng với các thợ của công ty."),
    ("ru", "Мы ищем в нашу команду человека, который будет строить с нами лодки и не боится воды."),
    ("uk", "Ми шукаємо в нашу команду людину, яка буде будувати з нами човни і не боїться води. Є досвід із деревом."),
    (
        "bg",
        "Търсим човек за нашия екип, който ще строи лодки с нас и има опит в работата с дърво, за да расте фирмата.",
    ),
    ("el", "Ψάχνουμε για την ομάδα μας έναν άνθρωπο που θα φτιάχνει βάρκες μαζί μας."),
    ("he", "אנחנו מחפשים אדם שיבנה איתנו סירות ויש לו ניסיון בעבודה עם עץ במספנה"),
    ("ar", "نبحث عن شخص يبني معنا القوارب ولديه خبرة في العمل مع الخشب"),
    ("fa", "ما به دنبال فردی هستیم که با ما قایق بسازد و در کار با چوب تجربه داشته باشد"),
    ("th", "เรากำลังมองหาคนที่จะสร้างเรือกับเราและมีประสบการณ์ทำงานกับไม้ในอู่ต่อเรือ"),
    ("hi", "हम अपनी टीम के लिए एक ऐसे व्यक्ति की तलाश में हैं जो हमारे साथ नाव बनाए"),
    ("ja", "私たちの造船所で一緒に船を造ってくれる方を募集しています。木材の経験がある方を歓迎します。"),
    ("ja", "職種：造船技術者。雇用形態：正社員。給与：月給三十万円。社会保険、労災保険完備。経験者歓迎。"),
    ("ja", "TypeScript と React による管理画面の開発、AWS（ECS, Lambda）の運用、設計レビューをお任せします"),
    ("zh", "我们正在为造船厂招聘一名工程师，负责船舶设计与建造，要求有相关工作经验。"),
    ("ko", "저희 조선소에서 함께 배를 만들 분을 찾고 있습니다. 나무를 다룬 경험이 있으면 좋습니다."),
    (None, "Boat builder wanted."),
    (None, "Python, Kubernetes, PostgreSQL, Terraform, Ansible, Grafana, Prometheus, Kafka, Redis, Airflow"),
    (None, "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore"),
    (
        None,
        "We are looking for a builder who will join our team. Wir suchen eine Person, die mit uns Boote baut und plant. "
        "You will work with us at the yard. Du arbeitest mit uns auf der Werft und hast Erfahrung mit Holz.",
    ),
    (
        None,
        "We are looking for a builder who will join our team and plan the work at the yard with us, for the boats of the "
        "fishermen of this coast. 我们正在招聘一名工程师，负责船舶设计与建造，要求有相关工作经验，熟悉木材加工。",
    ),
    (None, "1234567890 " * 20),
    (None, ""),
]


@pytest.mark.parametrize(("expected", "text"), TEXTS)
def test_language_is_told_or_declined(expected, text):
    assert read_language(text) == expected


TAGS = [
    ("en", "en"),
    ("EN", "en"),
    ("en-US", "en-US"),
    ("en_us", "en-US"),
    ("pt-br", "pt-BR"),
    ("de_DE.UTF-8", "de-DE"),
    ("zh-Hans", "zh-Hans"),
    ("zh_hant_tw", "zh-Hant-TW"),
    ("es-419", "es-419"),
    ("eng", "en"),
    ("ger", "de"),
    ("iw", "he"),
    ("English", "en"),
    ("ENGLISH", "en"),
    ("English (US)", "en-US"),
    ("English - UK", "en-GB"),
    ("English (United Kingdom)", "en"),
    ("deutsch", "de"),
    ("Français", "fr"),
    ("Chinese (Simplified)", "zh"),
    ("日本語", "ja"),
    (["fr"], "fr"),
    ({"@type": "Language", "name": "French"}, "fr"),
    ({"code": "nl-BE", "name": "Nederlands"}, "nl-BE"),
    ("xx", None),
    ("x-default", None),
    ("Remote", None),
    ("English, German", None),
    ("", None),
    (None, None),
    (7, None),
    (["en", "de"], None),
    ({}, None),
]


@pytest.mark.parametrize(("value", "expected"), TAGS)
def test_tag_is_bcp_47_or_nothing(value, expected):
    assert language_tag(value) == expected


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_told_or_declined(text):
    assert language_tag(read_language(text)) == read_language(text)
    language_tag(text)


@pytest.mark.parametrize(
    "text",
    ["a" * 1_000_000, "a " * 500_000, "年" * 1_000_000, "é" * 1_000_000, "die und " * 100_000, "\ud800" * 1_000_000],
)
def test_hostile_text_takes_no_time(text):
    start = time.process_time()
    read_language(text)
    language_tag(text)
    assert time.process_time() - start < 0.01
