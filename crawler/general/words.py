"""The words by which a careers page is told, in the languages that we read. Patterns are for lines, not for whole texts.

Languages, in this order: English, German, French, Spanish, Portuguese, Catalan, Italian, Dutch, Danish, Norwegian,
Swedish, Finnish, Polish, Czech, Slovak, Hungarian, Romanian, Turkish, Russian, Japanese, Chinese, Korean, Persian.
"""

import re
from typing import Final


def any_of(*phrases: str, start: bool = False, end: bool = False) -> re.Pattern[str]:
    """A pattern for any of *phrases* as whole words (where the script has words), at the start or end where asked."""
    spaced = [p for p in phrases if p[0].isascii() or p[0].lower() != p[0].upper()]
    joined = [p for p in phrases if p not in spaced]
    whole = [rf"(?<!\w)(?:{'|'.join(spaced)})(?!\w)"] if spaced else []
    text = "|".join(whole + joined)
    return re.compile(rf"{'^[^0-9A-Za-z]{0,4}' if start else ''}(?:{text}){'[^0-9A-Za-z]{0,4}$' if end else ''}", re.IGNORECASE)


# Segments of addresses under which postings lie, or the word for the section.
PATH_WORDS: Final = frozenset(
    ["job", "jobs", "career", "careers", "vacancy", "vacancies", "opening", "openings", "position", "positions", "opportunity", "opportunities", "posting", "postings", "hiring", "employment", "recruit", "recruiting", "recruitment", "recruitments", "join-us", "joinus", "join", "work-with-us", "work-for-us", "workwithus", "current-openings", "open-positions", "open-roles", "roles", "role", "jobdetail", "jobdetails", "job-detail", "jobposting", "job-posting", "job-openings", "job-offers", "joblist", "jobboard", "job-board", "karriere", "stelle", "stellen", "stellenangebote", "stellenangebot", "stellenanzeige", "stellenanzeigen", "jobangebot", "jobangebote", "jobboerse", "ausschreibung", "ausschreibungen", "offene-stellen", "arbeiten-bei-uns", "mitarbeiten", "ausbildung", "emploi", "emplois", "offre", "offres", "offres-emploi", "offre-emploi", "offres-d-emploi", "offre-d-emploi", "carriere", "carrieres", "recrutement", "recrutements", "nous-rejoindre", "rejoignez-nous", "rejoindre", "poste", "postes", "empleo", "empleos", "trabaja", "trabaja-con-nosotros", "trabajo", "trabajos", "oferta", "ofertas", "ofertas-empleo", "vacante", "vacantes", "unete", "vaga", "vagas", "emprego", "empregos", "carreira", "carreiras", "trabalhe-conosco", "oportunidades", "oportunidade", "feina", "ofertes", "ofertes-feina", "lavora", "lavora-con-noi", "lavoro", "offerte", "offerta", "posizioni", "posizioni-aperte", "posizione", "opportunita", "candidature", "carriera", "vacature", "vacatures", "werken-bij", "werkenbij", "werken", "banen", "baan", "werk", "karriere", "ledige-stillinger", "stillinger", "stilling", "ledig-stilling", "ledige-jobs", "ledigstilling", "jobopslag", "jobb", "jobba", "karriar", "lediga-jobb", "lediga-tjanster", "tyopaikat", "avoimet-tyopaikat", "rekry", "ura", "ura-meilla", "praca", "kariera", "oferty", "oferta", "oferty-pracy", "oferta-pracy", "rekrutacja", "kariera", "volna-mista", "volne-pozice", "pozice", "prace", "zamestnani", "pracuj", "pracovne-ponuky", "ponuky", "pozicie", "volne-pozicie", "karijera", "allas", "allasok", "karrier", "cariere", "posturi", "locuri-de-munca", "is-ilanlari", "kariyer", "ilan", "vakansii", "vakansiya", "vakansiia", "rabota", "saiyo", "boshu", "requirements", "shokushu", "chuto", "shinsotsu", "zhaopin", "rczp", "chaeyong", "o", "jof", "rpd", "求人", "採用", "採用情報", "募集要項", "キャリア", "招聘", "招贤纳士", "加入我们", "채용", "jobad", "job-ad", "jobads", "advert", "adverts", "jobdescription", "job-description", "gh_jid", "jobid", "vacancydetail", "vacancy-detail", "requisition", "requisitions", "req"]
)  # fmt: skip

# "Careers", "Open positions", … as a heading or title.
CAREERS: Final = any_of(
    r"careers?", r"jobs?", r"vacanc(?:y|ies)", r"positions", r"(?:open|current|job|available|our)\s(?:positions?|openings?|roles?|opportunities|vacancies)",
    r"openings?", r"join (?:us|our team|the team)", r"work (?:with|for|at) \w+", r"we(?:'|’)?\s?a?re hiring", r"hiring", r"employment", r"recruit(?:ment|ing)?",
    r"opportunities", "karriere", "stellen(?:angebote?|anzeigen?|ausschreibung(?:en)?|markt)?", "jobangebote?", "offene (?:stellen|positionen)", "ausbildung",
    r"arbeiten bei", r"wir suchen", "emplois?", "carrières?", r"recrutements?", r"nous rejoindre", r"rejoign\w+", r"offres? d['’ ]emploi", r"nous recrutons", r"postes?",
    "empleos?", r"trabaja(?:r)? (?:con|en) \w+", r"ofertas? de (?:empleo|trabajo)", "vacantes?", "vagas?", "emprego", "carreiras?", "trabalhe conosco", "oportunidades",
    r"ofertes?", r"lavora con noi", r"posizioni aperte", "carriere?", r"offerte di lavoro", "vacatures?", r"werken bij", "ledige (?:stillinger|jobs)", "stillinger",
    r"lediga (?:jobb|tjänster)", "karriär", "jobba", "avoimet työpaikat", "työpaikat", "kariera", "praca", r"oferty pracy", "rekrutacja", "kariéra", r"volná místa", r"volné pozice",
    r"nabídk[ay] práce", r"pracovn[éí] ponuky", "karrier", "állás(?:ok|ajánlatok)?", "cariere", "iş ilanları", "kariyer", "вакансии", "карьера", "работа",
    "採用", "求人", "募集", "キャリア", "招聘", "招贤", "职位", "加入我们", "채용", "استخدام", "فرصت", "شغل",
)  # fmt: skip

# A link to the list of vacancies, on a page that tells about working there.
TO_LISTING: Final = any_of(
    r"(?:(?:view|see|browse|explore|search|check out|show|find|discover)\s)?(?:all\s|our\s|the\s)*(?:(?:open|current|available|job)\s)(?:positions?|openings?|roles?|jobs?|opportunities|vacancies|listings?)", r"(?:view|see|browse|search|all) (?:all |our |the )*(?:jobs?|openings?|vacancies|positions|roles)", r"vacancies", r"job board",
    r"(?:zu (?:den|unseren)|alle|unsere|aktuelle|offene)\s(?:offenen\s|aktuellen\s)?(?:stellen\w*|jobs?|jobangebote\w*|positionen|vakanzen)", r"stellenangebote", r"stellenmarkt", r"jobbörse", r"(?:voir |toutes |consulter |découvrir )?(?:toutes )?(?:nos|les) (?:offres|postes)(?: d['’]emploi)?", r"offres d['’]emploi",
    r"(?:ver |todas )?(?:las |nuestras )?(?:ofertas(?: de empleo)?|vacantes)", r"(?:ver |todas (?:as )?)?(?:as |nossas )?vagas(?: abertas)?", r"(?:vedi |scopri )?(?:tutte )?(?:le |nostre )*(?:posizioni aperte|offerte di lavoro)", r"(?:bekijk |alle |onze )*vacatures", r"(?:se )?(?:alle )?ledige (?:stillinger|jobs)", r"(?:se )?lediga (?:jobb|tjänster)", r"avoimet (?:työ)?paikat",
    r"(?:zobacz )?(?:aktualne )?oferty pracy", r"(?:aktuální |volná |volné )(?:nabídky|místa|pozice)(?: práce)?", r"voľné (?:pozície|miesta)", r"pracovné ponuky", "募集職種(?:一覧)?", "求人一覧", "募集要項", "职位列表", "招聘职位", "채용공고",
)  # fmt: skip

# Headings of a posting's sections.
SECTIONS: Final = any_of(
    r"responsibilit\w+", r"requirements?", r"qualifications?", r"what you(?:'|’)?ll", r"what you will", r"what we(?:'|’)?(?:re looking| offer| are looking)", r"who you are",
    r"about (?:you|the (?:role|job|position|opportunity|team))", r"the (?:role|position|job|opportunity)", r"your (?:role|profile|tasks?|mission|responsibilities|day)", r"you(?:'|’)ll (?:do|be|have|bring|need)",
    r"benefits?", "perks", r"nice[ -]to[ -]haves?", r"must[ -]haves?", r"skills?", r"duties", r"job (?:description|summary|purpose|details|overview)", r"role overview", r"how to apply", r"we(?:'|’)re looking for",
    r"experience", r"compensation", r"minimum", r"preferred", r"what you (?:should|need|bring|get|have)", r"why (?:join|work|us|you)", r"key (?:tasks|accountabilities)", r"education", r"eligibility", r"person specification",
    r"(?:deine?|ihre?|eure?)\s(?:aufgaben?|profil|mission|benefits|vorteile|qualifikation\w*|rolle|verantwortung)", r"aufgaben(?:gebiet|bereich)?", r"anforderung\w*", r"profil", r"wir bieten\w*", r"was (?:wir|dich|sie|du|dir)\b.*", r"das (?:bieten|erwartet|bringst|bringen|zeichnet)\b.*",
    r"wer (?:wir|du)\b.*", r"wen wir suchen", r"was du\b.*", r"warum\b.*", r"deine?\b.{0,25}", r"ihre?\b.{0,25}", r"vorteile", r"konditionen", r"über den job", r"qualifikation\w*", r"über (?:uns|die (?:stelle|position|rolle))", r"stellenbeschreibung", r"unser angebot", r"voraussetzung\w*", r"tätigkeit\w*", r"darauf (?:kannst|dürfen|kommt)\b.*", r"kontakt", r"bewerbung",
    r"(?:vos |votre |les |tes |ton |le )?(?:missions?|profil|poste|responsabilités|avantages|compétences\b.*|activités)", r"l['’]entreprise", r"(?:vos|votre|tes|ton)\b.{0,25}", r"expérience", r"rejoindre\b.*", r"le profil", r"descriptif\b.*", r"conditions?", r"profil recherché", r"compétences\b.*", r"qui sommes[ -]nous\b.*", r"ce que (?:nous|vous)\b.*", r"description du poste", r"modalités", r"pourquoi\b.*", r"candidater", r"processus de recrutement", r"formation", r"prérequis",
    r"requisitos", r"habilidades\b.*", r"cualidades", r"aptitudes", r"experiencia", r"sobre (?:el puesto|el rol|ti|nosotros)", r"acerca (?:de|del)\b.*", r"formación", r"competencias", r"funciones", r"responsabilidades", r"ofrecemos", r"qué (?:ofrecemos|buscamos)\b.*", r"perfil", r"beneficios", r"descripción", r"tareas", r"se ofrece", r"conocimientos", r"tu (?:rol|misión|perfil)",
    r"sobre (?:a vaga|nós|a empresa|você)", r"requisitos e qualificações", r"experiência", r"habilidades", r"atividades", r"atribuições", r"benefícios", r"descrição", r"o que (?:oferecemos|esperamos|buscamos|você)\b.*", r"diferenciais", r"qualificações", r"funcions", r"requisits", r"oferim", r"competències",
    r"esperienza", r"formazione", r"il candidato\b.*", r"la posizione", r"cosa\b.*", r"requisiti\b.*", r"responsabilità", r"mansioni", r"competenze\b.*", r"cosa (?:offriamo|cerchiamo|farai|ti)\b.*", r"offriamo", r"chi (?:siamo|cerchiamo)", r"attività", r"il ruolo", r"profilo", r"come candidarsi", r"si offre", r"di cosa\b.*",
    r"wie zoeken wij\b.*", r"dit ga je\b.*", r"dit (?:breng|krijg|bieden)\b.*", r"profiel", r"ervaring", r"functie[- ]?eisen", r"functie(?:omschrijving)?", r"wat (?:ga je doen|bieden wij|wij bieden|je|jij|we|vragen)\b.*", r"wij bieden", r"jouw (?:profiel|taken|rol|functie)", r"taken", r"eisen", r"over (?:ons|jou|de functie)", r"vaardigheden", r"wie ben j\w+", r"solliciteren", r"arbeidsvoorwaarden",
    r"hvem er du\b.*", r"vi kan tilbyde", r"hvad (?:kan|vi|du)\b.*", r"hvem (?:er|er vi|søger)\b.*", r"jobbet", r"arbejdsopgaver", r"dine? (?:opgaver|profil|kvalifikationer)", r"vi tilbyder", r"kvalifikation\w*", r"om (?:dig|jobbet|stillingen|deg|rollen|tjänsten|dig)", r"ansøgning", r"vi tilbyr", r"arbeidsoppgaver", r"kvalifikasjoner", r"arbetsuppgifter", r"vi erbjuder", r"kvalifikationer", r"din profil", r"vi (?:forventer|söker|søger|søker)\b.*",
    r"om oss", r"vem är du\b.*", r"vad (?:kan|du|vi)\b.*", r"hva (?:kan|vi|du)\b.*", r"tehtävät?", r"edellytämme", r"odotamme", r"tarjoamme", r"twoja rola", r"kogo szukamy", r"czego oczekujemy", r"o (?:nas|firmie|stanowisku)", r"kwalifikacje", r"doświadczenie", r"obowiązki", r"wymagania", r"oferujemy", r"zakres obowiązków", r"opis stanowiska", r"oczekujemy", r"mile widziane", r"twoje (?:zadania|obowiązki)", r"co oferujemy", r"nasze wymagania",
    r"o (?:nás|společnosti|firmě|spoločnosti|firme)", r"jaká bude\b.*", r"kdo jsme", r"zkušenosti", r"znalosti", r"popis (?:pozice|práce|pozície)", r"požadujeme", r"nabízíme", r"náplň práce", r"požadavky", r"co (?:u nás|vás|tě|ti|nabízíme|budete|budeš|od)\b.*", r"benefity", r"koho hledáme", r"pracovní náplň", r"pracovná náplň", r"požiadavky", r"ponúkame", r"čo (?:ponúkame|budete|očakávame)\b.*", r"náplň práce", r"ďalší postup", r"o pozici",
    r"feladatok", r"elvárások", r"amit kínálunk", r"cerințe", r"responsabilități", r"beneficii", r"aranan nitelikler", r"iş tanımı", r"обязанности", r"требования", r"условия", r"мы предлагаем", r"вимоги", r"обов'язки",
    "職務内容", "仕事内容", "業務内容", "応募資格", "必須", "歓迎", "求める", "待遇", "福利厚生", "勤務地", "雇用形態", "給与", "募集職種", "職種", "応募方法", "選考", "勤務時間", "就業時間", "社会保険",
    "职责", "要求", "任职", "岗位", "职位描述", "福利", "薪资", "加分", "我们提供", "職責", "담당 ?업무", "자격 ?요건", "지원 ?자격", "우대", "주요 ?업무", "업무 내용", "이런 일을", "채용 절차", "전형", "복리후생", "복지", "지원방법", "근무", "شرح", "مهارت",
)  # fmt: skip

# "Apply", on a button or in a sentence.
APPLY: Final = any_of(
    r"apply(?: now| here| online| today| for this (?:job|role|position))?", r"how to apply", r"application", r"send (?:us )?(?:your|a) (?:cv|resume|résumé)", r"submit (?:your|an) (?:application|cv|resume)", r"i(?:'|’)?m interested",
    r"(?:jetzt |online |hier )?bewerben", r"bewerbung", r"bewirb dich", r"postuler?\b.*", r"je postule", r"candidat(?:er|ure)", r"aplicar", r"inscr[ií]b\w+", r"solicitar", r"candidat(?:ar-se|e-se|ura)", r"candidati(?:ti)?", r"candidatura", r"invia(?:re)? (?:il )?(?:tuo )?(?:cv|curriculum)",
    r"sollicite(?:er|ren)", r"ansøg(?:ning)?", r"søk(?:nad)?", r"ansök(?:an)?", r"hae (?:paikkaa|tätä)", r"aplikuj", r"odpovědět", r"přihlásit se", r"reagovat", r"odpovedať", r"jelentkezés", r"aplică", r"başvur\w*", r"откликнуться", r"отправить резюме",
    "応募", "エントリー", "申请", "投递", "申請", "지원하기", "ارسال رزومه",
)  # fmt: skip

# A heading under which other vacancies, or nothing of the posting, follow.
OTHERS: Final = any_of(
    r"(?:other|more|similar|related|recommended|latest|further|additional|all|see|view|explore|browse|check out)\b.{0,25}\b(?:jobs?|positions?|openings?|roles?|vacancies|opportunities|careers?|articles|posts|news)", r"you (?:may|might) (?:also )?(?:like|be interested)\b.*", r"people also viewed",
    r"weitere\b.{0,25}\b(?:stellen\w*|jobs?|positionen|angebote|vakanzen|artikel)", r"ähnliche\b.{0,25}", r"(?:autres|nos autres)\b.{0,25}\b(?:offres?|postes?|emplois?|annonces)\b.*", r"offres similaires", r"(?:otras|más|outras|mais)\b.{0,25}\b(?:ofertas|vacantes|vagas|oportunidades|empleos)\b.*", r"(?:altre|altri)\b.{0,25}\b(?:offerte|posizioni|annunci|opportunità)\b.*",
    r"(?:andere|meer|overige|vergelijkbare)\b.{0,25}\b(?:vacatures|functies|banen)\b.*", r"(?:andre|flere|øvrige)\b.{0,25}\b(?:stillinger|jobs?|jobb)\b.*", r"(?:fler|andra|liknande)\b.{0,25}\b(?:jobb|tjänster)\b.*", r"(?:inne|podobne|pozostałe)\b.{0,25}\b(?:oferty|ogłoszenia)\b.*", r"(?:další|podobné|ďalšie|podobné)\b.{0,25}\b(?:pozice|nabídky|ponuky|pozície)\b.*",
    r"related", r"read (?:more|next|also)", r"about the author", r"leave a (?:reply|comment)", r"comments?", r"share(?: this)?(?: job| page| post| article)?", r"teilen", r"partager", r"compartir", r"condividi", r"delen", "関連", "その他の", "他の", "相关", "其他职位", "다른 공고",
    start=True,
)  # fmt: skip

# Lines that belong to the page's machinery and to no text.
MACHINERY: Final = any_of(
    r"share(?: this| on| via| job| page|:)?\b.{0,40}", r"tweet", r"print(?: this)?(?: job| page)?", r"copy link", r"save(?: this)? (?:job|for later)", r"(?:←|<|«|‹)?\s?(?:go )?back(?: to)?\b.{0,40}", r"return to\b.{0,40}", r"view (?:all|more|other|original)\b.{0,40}", r"see (?:all|more)\b.{0,40}", r"(?:all|other) (?:jobs|openings|positions|vacancies)\b.{0,20}", r"apply(?: now| here| online| today| for this (?:job|role|position)| on \w+)?", r"apply", r"submit(?: application)?", r"send(?: email)?",
    r"read more", r"learn more", r"skip to\b.*", r"menu", r"close", r"search", r"log ?in", r"sign (?:in|up)", r"subscribe\b.{0,30}", r"home", r"contact us", r"privacy policy", r"cookie\b.{0,40}", r"accept(?: all)?(?: cookies)?", r"refer a friend", r"email (?:this|me)\b.{0,30}", r"report(?: this)? job", r"powered by\b.*", r"toggle navigation", r"follow us\b.*", r"i(?:'|’)?m interested", r"join (?:us|now|our team)",
    r"(?:jetzt |online |hier )?bewerben", r"jetzt bewerben!?", r"zurück\b.{0,40}", r"drucken", r"teilen\b.{0,30}", r"merken", r"mehr (?:erfahren|lesen)", r"alle (?:jobs|stellen\w*)\b.{0,20}", r"(?:je )?postule\w*(?: maintenant| en ligne| à cette offre)?", r"retour\b.{0,40}", r"partager\b.{0,30}", r"imprimer", r"en savoir plus", r"voir (?:tou\w+|plus)\b.{0,30}", r"candidat\w+(?: maintenant)?",
    r"volver\b.{0,40}", r"compartir\b.{0,30}", r"imprimir", r"aplicar(?: ahora)?", r"inscribirse?(?: en esta oferta)?", r"ver (?:más|todas)\b.{0,30}", r"voltar\b.{0,40}", r"compartilhar\b.{0,30}", r"candidat(?:ar-se|e-se|ar)\b.{0,15}", r"condividi\b.{0,30}", r"torna\b.{0,40}", r"candidati(?: ora| subito)?", r"invia(?: candidatura)?", r"stampa", r"terug\b.{0,40}", r"delen\b.{0,30}", r"sollicite\w+(?: direct| nu| op deze vacature)?", r"(?:direct|nu) solliciteren",
    r"tilbage\b.{0,40}", r"del(?: på)?\b.{0,20}", r"ansøg(?: nu| her)?", r"søk(?: nå| på stillingen)?", r"tillbaka\b.{0,40}", r"ansök(?: nu| här)?", r"aplikuj(?: teraz)?", r"wróć\b.{0,40}", r"udostępnij\b.{0,30}", r"drukuj", r"odpovědět", r"zpět\b.{0,40}", r"sdílet\b.{0,40}", r"vytisknout", r"poslat\b.{0,40}", r"další možnosti", r"späť\b.{0,40}", r"zdieľať\b.{0,30}", r"reagovat(?: na nabídku)?", r"başvur", r"откликнуться", r"назад\b.{0,40}",
    "応募する", "この求人に応募.*", "エントリー(?:する|はこちら).*", "戻る", "一覧.{0,8}", "シェア", "返回.{0,20}", "分享.{0,20}", "申请职位", "立即申请", "지원하기", "목록.*", "공유.*", "بازگشت.*",
    start=True, end=True,
)  # fmt: skip

# A text of the law or of the house rules of a site, not of a posting.
NOT_BODY: Final = any_of(
    r"(?:we|this (?:web)?site|diese (?:web)?seite|ce site|este sitio|questo sito|deze (?:web)?site|tento web)\s.{0,30}\bcookies?\b.*", r"uses? cookies\b.*", r"all rights reserved\b.*", r"alle rechte vorbehalten", r"tous droits réservés", r"todos los derechos reservados", r"todos os direitos reservados", r"tutti i diritti riservati", r"alle rechten voorbehouden", r"všechna práva vyhrazena", r"wszelkie prawa zastrzeżone",
    r"copyright\b.*", "©.*", r"p\.?\s?iva\b.*", r"impressum", r"subscribe to (?:our|the)\b.*", r"sign up for (?:our|the)\b.*newsletter.*", r"your browser\b.*", r"javascript\b.{0,30}(?:enable|disabled|required|activ)\w*.*", r"please enable javascript\b.*", r"this field is required\b.*", r"required fields?\b.*", r"confirm your e-?mail\b.*", r"drop (?:your )?files? here\b.*", r"max(?:imum)? file size\b.*", r"accepted file types\b.*", r"by (?:submitting|clicking|sending)\b.*", r"mit (?:dem )?(?:absenden|klick)\b.*", r"i (?:agree|accept|have read)\b.*", r"ich (?:habe|stimme)\b.*(?:datenschutz|zu)\b.*", r"j['’]accepte\b.*", r"acepto\b.*", r"accetto\b.*", r"aceito\b.*",
    start=True,
)  # fmt: skip

# The board has no posting at all.
EMPTY: Final = re.compile(
    r"(?:no|not any|aren['’]?t any|are not any|without any|don['’]?t (?:currently )?have any|do not (?:currently )?have any|not (?:currently )?(?:recruiting|hiring) (?:for )?any)\s(?:current(?:ly)?\s|new\s|suitable\s)?(?:(?:open|vacant|available|job|current|active|live|advertised)\s)*(?:positions?|openings?|vacanc(?:y|ies)|jobs?|roles?|opportunities|postings?)\b"
    r"(?!\s+(?:(?:match|found for|meet|fit|for your|for you|below|that\b)))|(?:we(?:['’]re| are) )?(?:currently )?not (?:currently )?(?:hiring|recruiting)\b(?: at (?:the|this) (?:moment|time)| right now| currently|\.|!|$)|there (?:are|is) (?:currently |presently )?(?:no|nothing) (?:vacanc|open|available)"
    r"|(?:derzeit|aktuell|momentan|zurzeit|zur zeit|im moment)\b.{0,40}\bkeine\b.{0,30}(?:stellen|jobs?|positionen|vakanzen|angebote|ausschreibungen)|keine (?:offenen|freien|aktuellen|vakanten) (?:stellen|jobs|positionen|angebote)\w*"
    r"|(?:aucun(?:e)?|pas d['’e]) ?(?:offre|poste|emploi|recrutement|annonce|opportunité)s?\b.{0,60}(?:actuel|moment|disponible|ouvert|pourvoir|cours|instant)|(?:nous n['’]avons|il n['’]y a|n['’]a) (?:actuellement |plus |pas |donc )*(?:pas|aucun(?:e)?) (?:d['’]|de )?(?:offre|poste|recrutement)\w*|aucun recrutement"
    r"|(?:no (?:hay|tenemos|existen|disponemos)|sin)\b.{0,30}(?:vacantes?|ofertas?|puestos?|posiciones)\b|(?:não (?:há|temos|existem|possuímos))\b.{0,30}(?:vagas?|oportunidades)\b|nenhuma vaga"
    r"|(?:non (?:ci sono|abbiamo|sono presenti)|nessuna)\b.{0,40}(?:posizion\w|offert\w|opportunità|ricerch\w)|(?:geen|momenteel geen)\b.{0,30}(?:vacatures?|openstaande)|(?:ingen|inga)\b.{0,30}(?:stillinger|jobs?|jobb|tjänster)\b.{0,40}|ei (?:avoimia|tällä hetkellä)\b.{0,30}(?:paikkoja|työpaikkoja)?"
    r"|(?:brak|nie (?:mamy|prowadzimy|ma))\b.{0,30}(?:ofert|rekrutacji|wakatów|stanowisk)|(?:žádn(?:é|á|ou)|nemáme|nehledáme)\b.{0,40}(?:pozic\w|míst\w|nabíd\w+)|(?:žiadne|nemáme)\b.{0,40}(?:pozíci\w|ponuk\w|miest\w)"
    r"|nincs\b.{0,30}(?:nyitott|állás)|(?:açık|uygun) pozisyon\w* (?:yok|bulunma)|нет (?:открытых )?вакансий|(?:現在|ただいま|只今).{0,20}(?:募集(?:は|を|して)?.{0,12}(?:ありません|おりません|いません|停止|ございません)|求人は.{0,6}ありません)|(?:暂无|目前没有|沒有|没有).{0,8}(?:职位|岗位|招聘|職缺)|(?:채용|모집).{0,12}(?:없습니다|않습니다|않고 있)",
    re.IGNORECASE,
)  # fmt: skip

# The posting is over.
CLOSED: Final = re.compile(
    r"\b(?:this|the) (?:position|role|job|vacancy|opening|posting|offer|opportunity|advert(?:isement)?)(?: \w+)? (?:has (?:now |already |since )?(?:been )?(?:filled|closed|expired|removed|ended)|(?:is|are) (?:now )?(?:closed|filled|expired|no longer (?:available|active|open|accepting|being|advertised|valid|posted|current|live))|has been (?:filled|closed|withdrawn))"
    r"|no longer accepting applications|applications? (?:are|is|have|has)(?: now| been)? closed|(?:job|position|vacancy) (?:expired|closed|not found)\b|this job (?:is|has) expired|sorry,? (?:but )?(?:this|the) (?:job|position|vacancy|posting|opening)\b.{0,40}(?:closed|filled|no longer|expired|not available)|opening is (?:currently )?closed"
    r"|(?:stelle|position|stellenanzeige|stellenangebot|ausschreibung|job|vakanz)\b.{0,30}(?:bereits besetzt|nicht mehr (?:verfügbar|aktuell|aktiv|online|ausgeschrieben|vakant)|abgelaufen|wurde besetzt|ist besetzt|geschlossen)"
    r"|(?:poste|offre|annonce)\b.{0,30}(?:pourvue?|n['’]est plus (?:disponible|d['’]actualité|active|en ligne|valable)|expirée?|clôturée?|fermée?)|(?:n['’]acceptons|ne prenons) plus (?:de |aucune )?(?:nouvelles? )?candidatures?|candidatures? (?:sont |est )?(?:closes?|clôturées?)"
    r"|(?:oferta|vacante|puesto|posición|convocatoria)\b.{0,30}(?:cerrad[ao]|cubiert[ao]|caducad[ao]|finalizad[ao]|ya no (?:está|se encuentra) (?:disponible|activ[ao]))|(?:vaga|oportunidade)\b.{0,30}(?:encerrad[ao]|preenchid[ao]|expirad[ao]|não está mais (?:disponível|ativa))"
    r"|(?:posizione|offerta|annuncio|candidatur[ae])\b.{0,30}(?:chius[ae]|copert[ao]|scadut[ao]|non (?:è|sono) più (?:disponibil\w|attiv\w|apert\w))|(?:vacature|functie)\b.{0,30}(?:vervuld|gesloten|verlopen|niet (?:meer|langer) (?:beschikbaar|actief|open))|reageren is niet meer mogelijk"
    r"|(?:stillingen?|jobbet|annoncen?|tjänsten|annonsen)\b.{0,30}(?:besat|udløbet|lukket|besatt|utløpt|tillsatt|stängd|inte längre)|ansøgningsfristen er (?:udløbet|overskredet)"
    r"|(?:oferta|ogłoszenie|rekrutacja)\b.{0,30}(?:nieaktualn\w+|wygasł[ao]|zakończon[ao]|zamknięt[ao]|archiwaln\w+)|(?:nabídka|pozice|inzerát|místo)\b.{0,40}(?:již není|už není|byla? (?:obsazen|ukončen|stažen)\w*|není (?:již )?aktuální|neaktuální|vypršel\w*)|(?:ponuka|pozícia)\b.{0,40}(?:už nie je|nie je (?:už )?aktuálna|neaktuálna|obsaden\w|ukončen\w)"
    r"|募集(?:は|を)?(?:すでに|既に)?(?:終了|締め?切)|受付は?終了|この求人は.{0,12}(?:終了|掲載)|(?:职位|招聘|岗位)已(?:关闭|结束|下线|过期|招满|停止)|채용이? ?(?:마감|종료)|вакансия (?:закрыта|неактуальна|в архиве)",
    re.IGNORECASE,
)  # fmt: skip

# "Acme recrute", "Acme is hiring".
SEEKS: Final = re.compile(r"\b(?:recrute|recherche|cherche|recrutons|recherchons|cherchons|sucht|suchen|zoekt|zoeken|søger|söker|busca|buscamos|cerca|cerchiamo|procura|procuramos|hledá|hledáme|hľadá|hľadáme|szuka|szukamy|poszukuje|poszukujemy|(?:is|are|['’]re) (?:hiring|seeking|looking for))\b|招聘|募集", re.IGNORECASE)

NEXT: Final = re.compile(
    r"^[\s(]*(?:"
    # before the word: "go to the", "to the", "load"
    r"(?:(?:go to|to|load|show|view|see|get|fetch)(?: the)? |(?:zur|lade|zeige?) |(?:aller à la|vers la|afficher la|voir la|à la) |(?:ir a la|ver la|ir para a|ir à|para a) |(?:vai alla|alla) |naar (?:de )?|(?:gå til|til|gå till|till) |siirry |(?:przejdź do|do) |(?:přejít na|na|prejsť na) )?"
    r"(?:next(?: page| \d+| jobs| results| posts)?(?: of results)?|older(?: posts| jobs| entries)?|(?:load|show|view|see) more(?: \w+)?(?: jobs| results| openings| positions| roles| vacancies)?|more (?:jobs|results|openings|positions|vacancies)"
    r"|weiter|nächsten?(?: (?:seite|stellen|jobs|\d+))?|vor|(?:mehr|weitere)(?: (?:stellen\w*|jobs|ergebnisse|angebote))? (?:laden|anzeigen)|suivant(?:e|s|es)?|page suivante|(?:charger|afficher|voir) plus(?: d['’](?:offres|annonces|emplois))?"
    r"|(?:página )?siguientes?(?: página)?|(?:cargar|mostrar|ver) más(?: (?:ofertas|vacantes|empleos))?|(?:página )?próxim[ao](?: página)?|(?:página )?seguinte|(?:carregar|mostrar|ver) mais(?: vagas)?|(?:pàgina )?següent|(?:pagina )?successiv[oai]|avanti|(?:carica|mostra) (?:altri|altro|altre|di più)(?: \w+)?"
    r"|volgende(?: pagina)?|(?:meer|toon meer)(?: vacatures)? ?(?:laden|tonen)?|toon meer|næste(?: side)?|neste(?: side)?|nästa(?: sida)?|(?:vis|indlæs) flere(?: \w+)?|(?:visa|ladda) fler(?: \w+)?|seuraava(?: sivu)?|seuraavalle sivulle|näytä lisää"
    r"|następn(?:a|y|ej)(?: stron[ay])?|dalej|(?:pokaż|załaduj|wczytaj) więcej(?: ofert)?|následující(?: (?:stránk[au]|strana))?|nasledujúc(?:a|i|e|u)(?: (?:stránk[au]|strana))?|další(?: (?:stránk[au]|strana|nabídky))?|(?:načíst|zobrazit) další(?: \w+)?|ďalš(?:ia|ie|iu|í)(?: (?:strana|stránk[au]|ponuky))?|(?:načítať|zobraziť) (?:ďalšie|viac)(?: \w+)?"
    r"|következő(?: oldal)?|(?:pagina )?următoarea|(?:înainte)|sonraki(?: sayfa)?|daha fazla|(?:следующая|следующие)(?: страница)?|далее|вперед|показать ещё|показать еще|次(?:へ|の(?:ページ|\d+件)?(?:へ)?|ページ)?|次ページへ|もっと見る|さらに(?:表示|読み込む)|下一[页頁]|加载更多|查看更多|다음(?: 페이지)?|더 ?보기|بعدی|صفحه بعد)"
    r")?[\s)]*(?:[»›→>⟩❯]{1,2}|&raquo;)?[\s)]*$",
    re.IGNORECASE,
)
NEXT_WORDS: Final = frozenset("next weiter suivant suivante siguiente proxima próxima seguinte avanti successiva volgende naeste neste nasta dalej dalsi dalsia".split())

# Link texts that say nothing of what they lead to.
GENERIC: Final = any_of(
    r"(?:read|learn|find out|see|view|show|more|get|full|job|position|role|vacancy)(?: (?:more|details?|job|role|position|vacancy|info(?:rmation)?|description|posting|opening|full|the|this|about|out|now|offer|all))*", r"details?", r"apply(?: now| here| online| today)?", r"click here", r"here", r"open", r"view", r"→|»|›|>", r"download(?: pdf)?",
    r"mehr(?: (?:erfahren|infos?|lesen|dazu|details))?", r"weiterlesen", r"zur (?:stelle\w*|stellenanzeige|ausschreibung)", r"zum (?:job|stellenangebot)", r"details ansehen", r"jetzt bewerben", r"bewerben", r"(?:en )?(?:savoir|lire) (?:plus|la suite)", r"voir(?: (?:l['’]offre|le poste|l['’]annonce|plus|le détail|détails?))?", r"postuler", r"télécharger", r"découvrir(?: l['’]offre)?", r"je postule",
    r"(?:ver|leer|saber|conoce|más|descubre)(?: (?:más|oferta|vacante|detalles?|info(?:rmación)?|la oferta|puesto))*", r"(?:saiba|ver|leia|mais)(?: (?:mais|vaga|detalhes?))*", r"candidat(?:e-se|ar-se)", r"descarregar", r"scopri(?: di più)?", r"leggi(?: (?:di più|tutto))?", r"dettagli", r"candidati", r"scarica", r"(?:lees|bekijk|meer)(?: (?:meer|verder|vacature|deze vacature|info(?:rmatie)?|de vacature))*", r"solliciteer",
    r"(?:læs|se|les|läs)(?: (?:mere|mer|stillingen|jobbet|opslag|annonsen?))*", r"lue lisää", r"(?:czytaj|zobacz|dowiedz się)(?: (?:więcej|ofertę|szczegóły))*", r"więcej", r"szczegóły", r"(?:více|viac)(?: (?:informací|info|informácií|o pozici))*", r"zobrazit(?: (?:detail|více|nabídku))*", r"detail(?: (?:pozice|nabídky|ponuky))?", r"podrobnosti", r"(?:zobraziť|čítať)(?: viac)?", "detaylar", "подробнее", "詳細.{0,8}", "もっと見る", "詳しく.{0,8}", "続きを読む", "查看.{0,6}", "了解更多", "详情", "更多", "자세히.*", "상세보기", "더보기", "بیشتر.*", "مشاهده.*",
    start=True, end=True,
)  # fmt: skip

# Pages beside postings under the same address: never a posting.
NOT_POSTING: Final = re.compile(
    r"(?<![^\W_])(?:faqs?|culture|values?|benefits?|perks?|life|teams?|people|about|about-us|contact|students?|interns(?:hips?-program)?|early-careers?|diversity|inclusion|dei|process|hiring-process|how-we-hire|interview(?:s|ing)?|locations?|offices?|"
    r"departments?|categor(?:y|ies)|tags?|feed|rss|login|signin|register|sign-?up|account|privacy|terms|cookies?|legal|imprint|impressum|datenschutz|alerts?|job-?alerts?|search|saved|favou?rites|stories|blog|news|press|events?|awards?|testimonials?|"
    r"benefity|kultur|vorteile|unternehmen|uber-uns|ueber-uns|team|kontakt|bewerbungsprozess|schueler|studenten|ausbildung|berufserfahrene|avantages|valeurs|equipes?|processus|candidature-spontanee|spontaneous|speculative|initiativbewerbung|cultura|valores|beneficios|equipo|proceso|contacto|mentions-legales|"
    r"cultura-aziendale|chi-siamo|valori|cultuur|waarden|over-ons|sollicitatieprocedure|page|pages|author|archive|print|share|apply|application|entry(?:form)?|form|bewerbung|bewerben|candidatura|candidature|solliciteren|statii|artikel|articles?|tips|talent-?(?:community|network|pool)|graduates?|pourvues?|closed|expired|archived?)(?![^\W_])",
    re.IGNORECASE,
)  # fmt: skip
