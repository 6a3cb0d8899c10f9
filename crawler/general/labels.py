"""Labels of facts on posting pages: what stands before the colon, in the table's head, in the dt."""

import re
from typing import Final

LABEL_MAX: Final = 48  # characters

_LABELS: Final = {
    "title": "job title|position title|open position|offene stelle|posizione aperta|poste à pourvoir|puesto vacante|vaga aberta|position|role|title|vacancy|job|stelle|stellenbezeichnung|position|jobtitel|intitulé du poste|poste|intitulé|puesto|cargo|vacante|vaga|posizione|posizione ricercata|ruolo|figura ricercata|functie|functietitel|vacature|stilling|stillingsbetegnelse|"
    "tjänst|titel|stanowisko|pozice|pozícia|název pozice|název pozície|munkakör|pozisyon|должность|職種|募集職種|職位|募集ポジション|ポジション|职位|职位名称|岗位|岗位名称|직무|모집분야|عنوان شغلی",
    "company": "company|company name|employer|organisation|organization|hiring organization|hiring company|client|institution|unternehmen|arbeitgeber|firma|organisation|entreprise|employeur|société|organisme|structure|empresa|empleador|entidad|organización|azienda|datore di lavoro|società|bedrijf|werkgever|organisatie|opdrachtgever|"
    "virksomhed|arbejdsgiver|arbeidsgiver|bedrift|företag|arbetsgivare|yritys|työnantaja|pracodawca|firma|společnost|zaměstnavatel|spoločnosť|zamestnávateľ|cég|munkáltató|companie|angajator|şirket|компания|работодатель|会社名|企業名|社名|公司|公司名称|企业|회사|회사명|شرکت|empresa contratante|company / employer",
    "location": "où|where you'll work|dienstsitz|tätigkeitsort|lugar de la vacante|plaats van tewerkstelling|arbeidsplaats|luogo di impiego|miejsce wykonywania pracy|location|locations|job location|job locations|work location|primary location|place of work|workplace|place|city|where|based in|office|office location|duty station|job site|region|standort|standorte|arbeitsort|einsatzort|dienstort|ort|einsatzgebiet|arbeitsplatz|lieu|lieux|lieu de travail|localisation|localité|ville|lieu du poste|"
    "lieu de mission|site|ubicación|lugar|lugar de trabajo|localidad|ciudad|localización|provincia|población|local|localização|local de trabalho|cidade|localidade|ubicació|lloc|lloc de treball|població|sede|sede di lavoro|luogo|luogo di lavoro|località|città|zona di lavoro|zona|locatie|standplaats|plaats|werklocatie|werkplek|vestiging|regio|sted|arbejdssted|lokation|by|"
    "arbeidssted|lokasjon|plats|ort|arbetsort|placeringsort|paikkakunta|sijainti|työpaikka|työn sijainti|lokalizacja|miejsce pracy|miasto|miejsce|miejscowość|místo|místo práce|místo výkonu práce|lokalita|pracoviště|město|miesto|miesto práce|miesto výkonu práce|lokalita|pracovisko|mesto|munkavégzés helye|helyszín|hely|locație|loc de muncă|oraș|konum|çalışma yeri|şehir|"
    "место работы|город|локация|місце роботи|місто|lokacija|mjesto rada|kraj dela|勤務地|勤務場所|就業場所|勤務先|所在地|地点|工作地点|工作地點|城市|办公地点|근무지|근무지역|위치|محل کار|موقعیت|شهر",
    "date_posted": "posted date|annonce publiée le|fecha de publicación de la oferta|posted|posted on|date posted|posting date|published|published on|publication date|publish date|date published|date|opened|posted date|listed|veröffentlicht|veröffentlicht am|veröffentlichungsdatum|online seit|eingestellt am|publié|publié le|publiée le|date de publication|date|mise en ligne|mis en ligne le|publicado|publicado el|fecha de publicación|fecha|"
    "publicada|publicado em|data de publicação|data|publicat|data de publicació|pubblicato|pubblicato il|data di pubblicazione|data|geplaatst|geplaatst op|publicatiedatum|plaatsingsdatum|datum|oprettet|offentliggjort|indrykket|publisert|publicerad|publiceringsdatum|julkaistu|opublikowano|data publikacji|data dodania|dodano|zveřejněno|datum zveřejnění|přidáno|vloženo|"
    "zverejnené|dátum zverejnenia|dátum pridania|dátum pridania ponuky|pridané|közzétéve|publicat la|yayın tarihi|опубликовано|дата публикации|掲載日|公開日|更新日|发布日期|发布时间|發布日期|등록일|게시일|تاریخ انتشار|تاریخ",
    "valid_through": "candidatures jusqu'au|candidature avant le|bewerbungsende|einsendeschluss|fecha límite de inscripción|inscripción hasta|candidaturas até|candidarsi entro|deadline|application deadline|closing date|apply by|apply before|applications close|closes|closes on|close date|expires|expiry date|valid through|valid until|end date|bewerbungsfrist|bewerbungsschluss|bewerben bis|frist|gültig bis|date limite|date limite de candidature|date de clôture|clôture des candidatures|fecha límite|fecha de cierre|plazo|"
    "cierre|prazo|data limite|inscrições até|data limit|scadenza|data di scadenza|scadenza candidature|sluitingsdatum|reageren voor|solliciteren voor|deadline|ansøgningsfrist|søknadsfrist|sista ansökningsdag|ansök senast|hakuaika päättyy|viimeinen hakupäivä|termin składania|ważne do|data ważności|uzávěrka|termín|platnost do|uzávierka|platnosť do|határidő|jelentkezési határidő|"
    "termen limită|son başvuru tarihi|срок подачи|応募締切|締切|締切日|募集期間|掲載期限|截止日期|申请截止|마감일|접수마감",
    "employment_type": "statut|statut d'emploi|horaire|horaire de travail|anstellungsgrad|arbeitspensum|beschäftigungsgrad|stellenprozent|horario|horário|rapporto di lavoro|orario settimanale|dienstverband en uren|zatrudnienie|tipo de jornada laboral|employment type|employment|job type|type|contract|contract type|type of contract|type of employment|work type|working hours|schedule|hours|position type|commitment|employment status|time type|term|anstellungsart|beschäftigungsart|vertragsart|arbeitszeit|arbeitszeitmodell|anstellung|beschäftigung|art der anstellung|umfang|stellenumfang|pensum|"
    "vertrag|type de contrat|contrat|type d'emploi|type de poste|temps de travail|durée|tipo de contrato|contrato|tipo de empleo|jornada|jornada laboral|tipo de jornada|tipo de vaga|regime|tipo de contratação|carga horária|tipus de contracte|contracte|jornada|contratto|tipo di contratto|tipologia contrattuale|orario|orario di lavoro|tipologia|contract|dienstverband|"
    "soort dienstverband|type contract|uren|werkuren|uren per week|contractvorm|ansættelsesform|ansættelsestype|arbejdstid|jobtype|ansettelsesform|stillingstype|omfang|anställningsform|anställningstyp|omfattning|työsuhde|työaika|työsuhteen tyyppi|forma zatrudnienia|rodzaj umowy|typ umowy|umowa|wymiar pracy|wymiar etatu|etat|rodzaj pracy|"
    "typ úvazku|úvazek|pracovní poměr|typ pracovního poměru|druh úvazku|forma spolupráce|forma|druh pracovného pomeru|úväzok|typ úväzku|pracovný pomer|foglalkoztatás|munkaidő|tip contract|tip job|çalışma şekli|занятость|тип занятости|雇用形態|勤務形態|契約形態|就業形態|雇用区分|工作类型|雇佣类型|工作性质|职位类型|고용형태|근무형태|نوع همکاری|employment form|work schedule|job schedule|full/part time",
    "workplace": "workplace type|modalitat de treball|modalitat|work model|remote|work arrangement|remote work|work mode|working model|location type|arbeitsmodell|homeoffice|home office|remote-anteil|télétravail|mode de travail|teletrabajo|modalidad|modalidad de trabajo|modalidade|modelo de trabalho|modalità di lavoro|smart working|thuiswerken|werkvorm|arbejdsform|tryb pracy|praca zdalna|práce z domova|práca z domu|远程|リモート|リモートワーク|在宅勤務",
    "salary_text": "salary & benefits|taux horaire|salaire horaire|salaire mensuel|salaire annuel|traitement|indemnité|stundenlohn|monatslohn|monatsgehalt|bruttogehalt|ausbildungsvergütung|stagevergoeding|uurloon|maandsalaris|bruto maandsalaris|vencimento|ordenado|sueldo bruto|salario bruto|retribución bruta|stipendio lordo|retribuzione lorda|rimborso spese|månadslön|timlön|wynagrodzenie brutto|salary|pay|pay range|salary range|compensation|wage|wages|rate|hourly rate|pay rate|base salary|annual salary|remuneration|base pay|stipend|day rate|salary/rate|gehalt|gehaltsspanne|vergütung|lohn|entgelt|jahresgehalt|bezahlung|entgeltgruppe|salaire|rémunération|gratification|salaire brut|fourchette de salaire|salario|sueldo|retribución|remuneración|banda salarial|"
    "salário|remuneração|faixa salarial|bolsa|salari|retribució|retribuzione|stipendio|compenso|ral|salaris|salarisindicatie|loon|bruto salaris|løn|lønn|lön|palkka|wynagrodzenie|pensja|stawka|zarobki|płaca|mzda|plat|platové ohodnocení|odměna|finanční ohodnocení|mzdové podmienky|fizetés|bérezés|salariu|maaş|ücret|зарплата|заработная плата|оплата|зарплатня|"
    "給与|給料|年収|月給|時給|想定年収|賃金|初任給|报酬|薪资|薪酬|薪水|工资|月薪|待遇薪资|급여|연봉|حقوق",
    "requisition_id": "requisition id|requisition number|requisition|req id|req #|req. id|job id|job number|job ref|job reference|reference|reference number|reference no|ref|ref.|ref no|ref. no|ref no.|ref number|vacancy reference|vacancy number|vacancy id|posting id|posting number|position number|position id|job code|job #|id|kennziffer|referenznummer|referenz|stellennummer|"
    "job-id|stellen-id|kennzahl|referenzcode|ausschreibungsnummer|chiffre|référence|réf|réf.|référence de l'offre|numéro de l'offre|n° de l'offre|numéro d'offre|referencia|ref oferta|código|código de la vaga|id da vaga|número de referencia|nº de referencia|referència|riferimento|rif|rif.|codice|codice annuncio|codice offerta|referentie|referentienummer|vacaturenummer|vacature-id|"
    "jobnummer|referencenummer|stillings-id|referensnummer|viite|numer referencyjny|nr ref|nr referencyjny|nr ref.|numer oferty|číslo pozice|id pozice|číslo nabídky|kód pozice|referenčné číslo|求人番号|求人id|职位编号|공고번호",
    "department": "department|departments|team|business unit|division|function|category|job category|job family|field|area|abteilung|bereich|fachbereich|team|kategorie|tätigkeitsbereich|département|service|direction|équipe|pôle|métier|departamento|área|equipo|equipe|departament|dipartimento|reparto|area|area funzionale|afdeling|vakgebied|team|afdeling|avdeling|avdelning|osasto|dział|"
    "oddělení|úsek|oddelenie|osztály|departament|departman|отдел|部署|配属|配属先|部門|部门|所属部门|부서|دپارتمان",
    "start": "start date|start|starting date|beginn|eintrittsdatum|startdatum|ab|date de début|prise de poste|début|fecha de inicio|início|inizio|ingangsdatum|opstart|tiltrædelse|tillträde|nástup|termín nástupu|dátum nástupu|data rozpoczęcia|start:|eintritt|入社日|入职时间",
}  # fmt: skip

# Kinds that other words than these say, too, and that would hide what is meant ("Date" of an event, "Type" of a form).
LABELS: Final = {label.casefold(): kind for kind, labels in _LABELS.items() for label in labels.split("|")}
_TRIM: Final = re.compile(r"^[^\w#]+|[^\w#.)]+$")
_STAR: Final = re.compile(r"\((?:s|en|n|e)\)$")


def label_kind(text: str) -> str | None:
    """What the label *text* is the label of; ``None`` when it is no label.

    >>> label_kind("Job location(s):"), label_kind("📍 Luogo"), label_kind("Our offices are fine")
    ('location', 'location', None)
    """
    if len(text) > LABEL_MAX + 8:
        return None
    bare = _TRIM.sub("", text).casefold()
    if bare in LABELS:
        return LABELS[bare]
    bare = _STAR.sub("", bare).rstrip(" .")
    return LABELS.get(bare) or (LABELS.get(bare[:-1]) if bare.endswith("s") else None)
