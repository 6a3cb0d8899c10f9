"""What a job title looks like, in many languages: nouns of roles, endings that make such nouns, marks of gender."""

import re
from functools import lru_cache
from typing import Final

TITLE_MAX: Final = 160  # characters

# Nouns as they stand in titles, without inflection that an ending below covers.
NOUNS: Final = frozenset(
    # English
    "engineer engineers developer developers programmer designer manager analyst architect scientist researcher consultant "
    "specialist director lead head officer executive associate assistant administrator coordinator technician operator intern "
    "internship trainee apprentice apprenticeship accountant auditor bookkeeper controller buyer planner recruiter representative "
    "advisor adviser advocate ambassador agent broker trader banker underwriter actuary attorney lawyer paralegal counsel clerk "
    "cashier receptionist secretary teacher tutor lecturer professor postdoc postdoctoral fellow fellowship instructor trainer coach "
    "nurse doctor physician surgeon dentist pharmacist therapist psychologist caregiver carer midwife paramedic veterinarian "
    "driver courier warehouse picker packer mechanic electrician plumber welder carpenter machinist fitter painter mason cleaner "
    "janitor housekeeper chef cook baker barista bartender waiter waitress hostess guard steward pilot captain "
    "editor writer copywriter author journalist producer photographer videographer animator artist illustrator translator "
    "marketer strategist owner partner president chief ceo cto cfo coo vp evp svp supervisor foreman superintendent inspector "
    "surveyor estimator draftsman draughtsman tester sre devops sysadmin principal student graduate volunteer seamstress tailor "
    "butcher gardener landscaper farmer labourer laborer worker handler loader installer assembler generalist expert evangelist "
    "biologist chemist physicist geologist statistician economist librarian curator archivist salesperson merchandiser stylist "
    "hairdresser beautician dispatcher expeditor processor promoter mentor chaplain counselor counsellor faculty dean registrar "
    "phd detailer detailers leader leaders ordinator transporter member superviser modeler modeller integrator maintainer machinists staff crew valet concierge butler nanny "
    # German
    "entwickler entwicklerin ingenieur ingenieurin techniker leiter leiterin leitung berater beraterin referent referentin "
    "mitarbeiter mitarbeiterin sachbearbeiter sachbearbeiterin kaufmann kauffrau kaufleute verkäufer fahrer pfleger pflegekraft "
    "pflegefachkraft erzieher lehrer arzt ärztin praktikum praktikant praktikantin werkstudent werkstudentin werkstudierende "
    "auszubildende auszubildender azubi volontariat volontär aushilfe assistenz sekretär sekretärin buchhalter "
    "elektriker elektroniker mechaniker mechatroniker schlosser schweißer monteur maler tischler zimmerer dachdecker koch köchin "
    "kellner servicekraft reinigungskraft küchenhilfe fachkraft hilfskraft spezialist spezialistin experte expertin architekt "
    "architektin jurist rechtsanwalt steuerfachangestellte angestellte fachangestellte vorstand geschäftsführer teamleiter "
    "projektleiter bauleiter trainee doktorand abschlussarbeit masterarbeit bachelorarbeit redakteur gestalter "
    "einkäufer disponent disponentin lagerist konstrukteur geologe geowissenschaftler wissenschaftler informatiker"
    "bäcker bäckerin konditor konditorin metzger fleischer friseur friseurin gärtner gärtnerin maurer augenoptiker augenoptikerin optiker "
    "hausmeister kassierer kassiererin empfangskraft rezeptionist rezeptionistin apotheker apothekerin zahnarzthelferin logopäde hebamme schreiner klempner "
    "installateur spengler fliesenleger landwirt landwirtin florist floristin winzer kraftfahrer berufskraftfahrer staplerfahrer zerspanungsmechaniker "
    # French
    "ingénieur ingénieure développeur développeuse développeureuse technicien technicienne chargé chargée responsable chef cheffe "
    "directeur directrice assistant assistante comptable gestionnaire conseiller conseillère commercial commerciale vendeur vendeuse "
    "stagiaire stage alternance alternant alternante apprenti apprentie infirmier infirmière aide-soignant aide-soignante médecin "
    "enseignant enseignante éducateur éducatrice animateur animatrice auxiliaire agent opérateur opératrice conducteur conductrice "
    "chauffeur mécanicien électricien plombier maçon cuisinier cuisinière serveur serveuse rédacteur rédactrice graphiste "
    "consultant consultante analyste architecte juriste avocat acheteur acheteuse secrétaire coordinateur coordinatrice chercheur "
    "chercheuse doctorant doctorante formateur formatrice préparateur livreur magasinier référent référente bénévole concepteur "
    "boulanger boulangère pâtissier pâtissière boucher bouchère charcutier menuisier charpentier couvreur peintre soudeur tourneur usineur "
    "ouvrier ouvrière manœuvre cariste caissier caissière coiffeur coiffeuse jardinier jardinière paysagiste agriculteur barman barmaid "
    "plongeur femme-de-chambre réceptionniste hôte hôtesse gardien gardienne aide-cuisinier commis chaudronnier métallier ébéniste "
    "verrier couturier couturière traducteur traductrice journaliste bibliothécaire pharmacien pharmacienne kinésithérapeute psychologue sage-femme "
    # Spanish, Portuguese, Catalan
    "ingeniero ingeniera desarrollador desarrolladora programador programadora técnico técnica responsable director directora gerente "
    "jefe jefa encargado encargada analista consultor consultora asesor asesora comercial vendedor vendedora dependiente becario "
    "becaria prácticas auxiliar administrativo administrativa contable abogado abogada enfermero enfermera médico profesor profesora "
    "docente conductor conductora operario operaria mozo camarero camarera cocinero cocinera electricista mecánico fontanero "
    "soldador limpiador diseñador diseñadora arquitecto arquitecta científico científica especialista coordinador coordinadora "
    "asistente monitor monitora repartidor recepcionista engenheiro engenheira desenvolvedor desenvolvedora gestor gestora "
    "estagiário estagiária estágio coordenador coordenadora supervisor supervisora atendente porteiro zelador motorista operador "
    "operadora vendedor promotor promotora enfermagem cozinheiro garçom contador contadora advogado enfermeiro professor pedreiro "
    "eletricista pintor ajudante faxineiro faxineira repositor designer enginyer enginyera tècnic tècnica mestre cuiner cambrer "
    # Italian
    "sviluppatore sviluppatrice ingegnere tecnico tecnica responsabile direttore direttrice impiegato impiegata addetto addetta "
    "operaio operaia commessa commesso venditore magazziniere autista contabile ragioniere segretario segretaria infermiere "
    "infermiera medico insegnante cuoco cuoca cameriere cameriera elettricista idraulico meccanico saldatore manutentore progettista "
    "disegnatore consulente analista tirocinio tirocinante stagista apprendista specialista coordinatore coordinatrice "
    "panadero panadera pastelero carnicero carpintero albañil pintor peluquero peluquera jardinero jardinera cajero cajera repartidor repartidora "
    "recepcionista rececionista socorrista cuidador cuidadora niñera costurera costureiro marceneiro pedreiro padeiro açougueiro cozinheiro cozinheira "
    "faxineira garçom garçonete motorista estoquista porteiro zelador eletricista encanador soldador torneiro "
    "panettiere pasticcere macellaio falegname saldatore saldatrice muratore imbianchino parrucchiere parrucchiera giardiniere cassiere cassiera "
    "magazziniere barista facchino fornaio tornitore fresatore carrellista receptionist educatore educatrice farmacista fisioterapista "
    # Dutch
    "medewerker medewerkster ontwikkelaar ingenieur beheerder adviseur consultant leider leidster monteur chauffeur bestuurder "
    "verkoper verkoopster winkelmedewerker verpleegkundige verzorgende arts leraar docent begeleider stagiair stage "
    "onderhoudsmonteur elektricien timmerman schilder metselaar grondwerker machinist kok ober schoonmaker receptionist boekhouder "
    "controleur planner werkvoorbereider uitvoerder projectleider teamleider vormgever redacteur onderzoeker promovendus specialist "
    "bakker slager kapper kapster tuinman hovenier stukadoor dakdekker lasser heftruckchauffeur magazijnmedewerker caissière bezorger postbezorger beveiliger "
    "apotheker fysiotherapeut logopedist tandarts huisarts verloskundige kraamverzorgende pedagoog "
    # Nordic
    "udvikler medarbejder konsulent leder chef ingeniør assistent sælger pædagog sygeplejerske lærer elev praktikant kok tjener "
    "chauffør tekniker projektleder utvecklare ingenjör säljare sjuksköterska lärare projektledare handläggare ekonom tekniker "
    "utvikler rådgiver selger sykepleier lærling prosjektleder kehittäjä insinööri asiantuntija myyjä hoitaja opettaja harjoittelija "
    "päällikkö suunnittelija johtaja työntekijä asentaja "
    # Polish, Czech, Slovak
    "programista programistka inżynier specjalista specjalistka kierownik kierowniczka dyrektor asystent asystentka analityk "
    "konsultant konsultantka doradca przedstawiciel sprzedawca kasjer magazynier kierowca operator mechanik elektryk hydraulik "
    "spawacz murarz kucharz kelner kelnerka pielęgniarka lekarz nauczyciel nauczycielka księgowa księgowy sekretarka stażysta "
    "stażystka staż praktykant pracownik opiekun opiekunka technik projektant grafik tester młodszy starszy "
    "programátor programátorka vývojář vývojářka inženýr specialista specialistka vedoucí ředitel ředitelka asistent asistentka "
    "analytik konzultant poradce prodavač prodavačka pokladní skladník řidič řidička operátor operátorka mechanik elektrikář "
    "instalatér svářeč zedník kuchař kuchařka číšník servírka sestra lékař učitel učitelka účetní dělník dělnice technik technička "
    "konstruktér stážista brigádník pracovník pracovnice obchodník obchodní manažer manažerka manažér manažérka vývojár vývojárka "
    "vodič predavač predavačka skladník robotník technik účtovník účtovníčka špecialista riaditeľ asistentka učiteľ učiteľka "
    # Hungarian, Romanian, Turkish, Croatian, Slovenian, Lithuanian, Estonian, Latvian (the commonest only)
    "fejlesztő mérnök munkatárs vezető szakértő asszisztens értékesítő gyakornok inginer programator specialist dezvoltator contabil "
    "vânzător șofer asistent mühendis mühendisi geliştirici uzmanı müdürü yöneticisi danışman stajyer asistanı inženjer suradnik "
    "voditelj prodavač razvijalec inženir sodelavec inžinierius programuotojas vadybininkas arendaja insener spetsialist juht "
    # Greek, Cyrillic
    "μηχανικός προγραμματιστής υπεύθυνος σύμβουλος инженер разработчик программист менеджер аналитик специалист администратор "
    "дизайнер тестировщик руководитель директор бухгалтер консультант водитель продавец стажёр стажер оператор розробник інженер "
    "фахівець керівник"
    .split()
)  # fmt: skip

# Alone these name a page, a part of one or a thing; beside another word they name a role.
WEAK: Final = frozenset(
    ["partner", "member", "student", "stage", "owner", "author", "agent", "staff", "lead", "head", "fellow", "president", "volunteer", "graduate", "associate", "executive", "trainee", "internship", "apprenticeship", "praktikum", "stage", "estágio", "prácticas", "expert", "crew", "chief", "editor", "guest", "fellowship", "alternance", "commercial", "comercial", "team", "principal", "counsel", "captain", "handler", "loader", "driver", "broker", "processor", "integrator", "tester", "maintainer", "commerciale", "bénévole", "monitor", "monitora", "operator", "designer", "manager"]
)  # fmt: skip

# Compounding languages glue the role to what it is about.
ENDINGS: Final = (
    "entwickler", "entwicklerin", "ingenieur", "ingenieurin", "techniker", "technikerin", "leiter", "leiterin", "leitung", "berater",
    "beraterin", "mitarbeiter", "mitarbeiterin", "bearbeiter", "kaufmann", "kauffrau", "verkäufer", "fahrer", "pfleger", "kraft",
    "arzt", "ärztin", "lehrer", "student", "studentin", "praktikum", "praktikant", "assistenz", "assistent", "assistentin", "meister",
    "mechaniker", "elektroniker", "bauer", "führer", "helfer", "manager", "managerin", "spezialist", "experte", "architekt",
    "wissenschaftler", "angestellte", "angestellter", "betreuer", "planer", "monteur", "medewerker", "medewerkster", "ontwikkelaar",
    "beheerder", "adviseur", "leider", "begeleider", "bestuurder", "werker", "verkoper", "kundige", "udvikler", "medarbejder",
    "konsulent", "leder", "ingeniør", "sælger", "hjælper", "assistent", "utvecklare", "ingenjör", "säljare", "sköterska", "ledare",
    "chef", "utvikler", "rådgiver", "selger", "kehittäjä", "insinööri", "asiantuntija", "myyjä", "päällikkö", "suunnittelija",
    "hoitaja", "johtaja", "asentaja", "munkatárs", "mérnök", "vezető",
)  # fmt: skip

# Scripts without spaces between words: what a title contains.
GLUED: Final = (
    "エンジニア", "デザイナー", "マネージャー", "マネージャ", "ディレクター", "プログラマー", "プログラマ", "プランナー", "アナリスト",
    "コンサルタント", "スタッフ", "アシスタント", "オペレーター", "リーダー", "営業", "事務", "薬剤師", "看護師", "栄養士", "介護",
    "保育士", "講師", "教師", "技術職", "総合職", "一般職", "販売", "経理", "人事", "総務", "広報", "企画", "開発職", "研究職", "ドライバー",
    "工事士", "整備士", "建築士", "溶接", "大工", "警備員", "清掃", "作業員", "配達員", "販売員", "運転手", "受付", "美容師", "理容師", "調理師", "歯科", "療法士", "技師", "施工管理", "職人", "社労士", "税理士", "会計士", "司書", "通訳", "記者", "秘書",
    "調理", "店長", "社員募集", "アルバイト", "インターン", "工程师", "工程師", "设计师", "設計師", "经理", "經理", "主管", "总监", "總監",
    "专员", "專員", "助理", "顾问", "顧問", "分析师", "分析師", "研究员", "研究員", "实习生", "實習生", "架构师", "架構師", "销售", "銷售",
    "会计", "會計", "运营", "開發", "开发", "产品经理", "개발자", "프로그래머", "엔지니어", "마스터", "퍼블리셔", "스페셜리스트", "에디터", "리더", "신입", "경력", "디자이너", "매니저", "기획자", "마케터", "연구원", "인턴",
    "담당자", "컨설턴트", "분석가", "영업", "برنامه‌نویس", "مهندس", "طراح", "مدیر", "توسعه‌دهنده", "کارشناس", "مطور", "مصمم", "محاسب",
    "מפתח", "מהנדס", "מנהל", "מעצב",
)  # fmt: skip

# "(m/w/d)", "(f/m/x)", "H/F", "(m/ž)", "m/f/d", "(all genders)", "(gn)", "m/k".
GENDER: Final = re.compile(
    r"[(\[]\s*(?:[mwfdxhkiž]|div|gn)\s*[/|,*]\s*(?:[mwfdxhkiž]|div|gn|\*)(?:\s*[/|,*]\s*(?:[mwfdxhkigž]|div|gn|a|\*))*\s*[)\]]"
    r"|(?<!\w)(?:[mwf]\s?/\s?[mwf]\s?/\s?[dx]|[hf]\s?/\s?[fh]|m/ž/?o?|k/m|m/k|ž/m|m/f)(?!\w)"
    r"|\(?\ball genders?\b\)?|\(gn\*?\)|\(m\*?f\*?d\)|\((?:mfd|mwd|wmd|mfx|fmd|wmx|mwx)\)",
    re.IGNORECASE,
)
_TOKEN: Final = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_SPLIT: Final = re.compile(r"[’'-]")
_INCLUSIVE: Final = re.compile(r"(?<=\w)(?:\*|:|·|\.|_|/-|/)(?:in|innen|euse|euses|e|rice|trice|ne|re|se|ère|ka|a|ová)\b(?:\.s)?", re.IGNORECASE)
_GLUED: Final = re.compile("|".join(map(re.escape, GLUED)))
_UNSPACED: Final = re.compile(r"[\u0600-\u06ff\u0590-\u05ff\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")


@lru_cache(maxsize=8192)
def names_role(text: str) -> bool:
    """Say whether *text*, one line, names a role: a noun of one in any language, or a mark of gender.

    >>> names_role("Head of Payments"), names_role("Kundenberater:in"), names_role("Our culture"), names_role("薬剤師")
    (True, True, False, True)
    """
    text = text[:300]
    if GENDER.search(text):
        return True
    if _UNSPACED.search(text) and _GLUED.search(text):
        return True
    tokens = _TOKEN.findall(_INCLUSIVE.sub("", text.lower()))
    if len(tokens) == 1 and tokens[0] in WEAK:
        return False
    for token in tokens:
        if token in NOUNS or token.endswith(ENDINGS) or (token.endswith("s") and token[:-1] in NOUNS):
            return True
        if ("-" in token or "’" in token or "'" in token) and any(part in NOUNS or part.endswith(ENDINGS) for part in _SPLIT.split(token)):
            return True
    return False


@lru_cache(maxsize=8192)
def is_title(text: str) -> bool:
    """Say whether *text* reads as a job title: it names a role, and is no sentence.

    >>> is_title("Senior Accountant (m/w/d)"), is_title("We are looking for an engineer to build our bridges.")
    (True, False)
    """
    text = text.strip()
    if not 2 < len(text) <= TITLE_MAX or (text[-1] in ".!?;:。！？" and not text.endswith(("Inc.", "Sr.", "Jr.", "etc."))):
        return False
    return names_role(text) and not SENTENCE.search(text)


# Words that sentences have and titles do not.
SENTENCE: Final = re.compile(
    r"\b(?:we|you|our|your|is|are|was|were|will|have|has|how|why|what|who|wir|sie|ihr|unser|unsere|ist|sind|wie|nous|vous|notre|nos|"
    r"votre|est|sont|comment|somos|nuestro|nuestra|es|son|cómo|nosso|nossa|são|como|noi|nostro|nostra|è|sono|onze|ons|wij|zijn|hoe|"
    r"vores|vi|vår|vårt|jsme|naše|sme|jesteśmy|nasz|nasze)\b",
    re.IGNORECASE,
)
