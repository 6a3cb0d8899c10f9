"""How postings head their sections, folded and without apostrophes.

A heading is told by its words: it holds a kernel, and beside it nothing but fillers. Headings that are sentences
("What you'll be doing") are told by patterns.
"""

import re
from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


KERNELS: Final = {
    "responsibilities": _words(
        "responsibilities responsiblities responsibility duties duty accountabilities accountability tasks deliverables functions day-to-day "
        "aufgaben aufgabe aufgabengebiet aufgabenbereich aufgabenbereiche tatigkeiten tatigkeit tatigkeitsbereich verantwortung "
        "verantwortlichkeiten aufgabenstellung missions taches responsabilites activites "
        "responsabilidades funciones funcions tareas atribuicoes atividades tarefas mansioni responsabilita attivita compiti "
        "taken takenpakket verantwoordelijkheden werkzaamheden hoofdtaken "
        "arbetsuppgifter ansvarsomraden ansvar arbeidsoppgaver ansvarsomrader arbejdsopgaver opgaver hovedopgaver obowiazki zadania "
        "odpowiedzialnosci feladatok feladat tehtavat zodpovednost"
    ),
    "requirements": _words(
        "requirements requirement qualifications qualification skills skillset skill experience education competencies competences competence "
        "profile prerequisites criteria credentials expertise must-haves must-have musthaves nice-to-haves nice-to-have desirables essentials "
        "background attributes abilities knowledge certifications characteristics preferred desirable desired essential "
        "anforderungen anforderung anforderungsprofil profil qualifikation qualifikationen voraussetzungen voraussetzung kenntnisse "
        "kompetenzen erfahrung erfahrungen fahigkeiten "
        "prerequis requisitos requisito perfil conocimientos habilidades competencias qualificacoes conhecimentos experiencia formacion formacao "
        "requisiti requisito requisits profilo competenze esperienza conoscenze formation "
        "eisen functie-eisen functieeisen vereisten profiel vaardigheden kwalificaties ervaring opleiding "
        "kravprofil kvalifikationer kvalifikasjoner kvalifikation erfarenhet krav profilo wymagania oczekiwania kwalifikacje doswiadczenie "
        "pozadavky pozadujeme pozadavek poziadavky pozadujeme ocekavame elvarasok elvaras vaatimukset odotamme"
    ),
    "benefits": _words(
        "benefits benefit perks perk rewards vorteile benefits zusatzleistungen sozialleistungen mehrwert "
        "avantages avantage beneficios beneficio ventajas ofrecemos vantagens oferecemos oferece offriamo vantaggi benefici "
        "arbeidsvoorwaarden secundaire voordelen formaner fordeler goder fordele oferujemy benefity zapewniamy nabizime ponukame vyhody "
        "kinalunk juttatasok tarjoamme edut"
    ),
    "other": _words(
        "summary overview description location locations salary compensation pay remuneration process apply application applying contact diversity "
        "inclusion eeo disclaimer disclosure notice notices privacy clearance itar visa logistics travel department interview statement values culture mission "
        "vision team company employer organization organisation information details schedule hours deadline opportunity "
        "equal accommodation accommodations accessibility sponsorship legal footer notes faq commitment "
        "unternehmen kontakt ansprechpartner bewerbung bewerben stellenbeschreibung einsatzort arbeitsort standort gehalt vergutung uberblick "
        "einleitung bewerbungsprozess "
        "entreprise candidature postuler poste contexte presentation remuneration localisation contrat recrutement descriptif "
        "empresa descripcion salario ubicacion proceso contacto contrato horario descricao localizacao candidatura remuneracao "
        "azienda descrizione retribuzione sede contatti candidatura contratto "
        "bedrijf solliciteren sollicitatie sollicitatieprocedure salaris locatie functieomschrijving organisatie "
        "foretaget ansokan lon bedriften soknad virksomheden ansogning firma firmie aplikuj spolecnost kontaktni mzda plat"
    ),
}  # fmt: skip

FILLERS: Final = _words(
    "a an the and or of for in on at to with this that these our your my its their we you as is are be it the & + / - key main core primary general major "
    "specific required minimum min basic additional other further more technical functional behavioural language professional personal soft hard role position job work candidate ideal "
    "candidates successful employee employees full-time available global us what who how why highly valued bonus points extra plus ideally "
    "important company team include includes including following list related relevant necessary needed expected most some total great amazing "
    "und oder der die das den dem des ein eine ihr ihre ihren dein deine deinen unser unsere unseren wir du sie im in zu fur mit von deines deiner fachliche "
    "personliche zukunftigen neuen "
    "et ou le la les l un une des du de d votre vos notre nos tes ton ta pour principales principale attendues recherche recherchees souhaitees requises "
    "professionnelles techniques cles poste "
    "y o e el los las un una unos de del al tu tus su sus nuestro nuestros nuestra para que te lo principales puesto cargo minimos deseables valorables vaga "
    "os as um uma do da dos das seu sua seus suas nosso nossos nossa desejaveis obrigatorios desejavel tecnicos "
    "il lo gli i di del della dei delle tuo tua tuoi nostro nostra richiesti richieste principali ruolo posizione "
    "het een en je jouw jij wij onze van voor de wat functie jouw "
    "dina din ditt vara vores vore dit dine du vi av om twoje twoj nasze nasz co tve tvoje nase napln prace az".replace("&", "")
)  # fmt: skip

_AUX: Final = (
    r"(?:ll|will|d|would|are|re|can|could|should|may|might|must|get to|will be|ll be|d be|are going to|need to)?"
)
PATTERNS: Final = (
    (
        "benefits",
        r"(?:heres )?what (?:we|they) (?:can |will |ll )?(?:offer|provide|give)\b.*|(?:whats|what is) (?:in it for|on offer|in store).*"
        rf"|(?:heres )?what (?:youll|you {_AUX}) ?(?:get|receive|gain|enjoy|love)\b.*|why (?:youll|you will|you should|you)? ?(?:love|join|apply|work|choose|us)\b.*"
        r"|(?:we|our) offer(?:s|ing)?(?: you)?|(?:our )?offer|how we(?: will|ll)? (?:support|look after|take care of|reward|invest in)\b.*|(?:.{0,40} )?youll enjoy"
        r"|(?:the )?(?:benefits|perks)\b.{0,50}|[a-z ]{0,40}\b(?:benefits|perks|total rewards)|what do (?:we|they) (?:offer|provide).*"
        r"|was (?:wir|dich|sie|ihnen|dir) .*(?:bieten|geboten).*|(?:das )?(?:bieten|wir bieten|bietet)(?: wir)?(?: dir| ihnen)?|(?:das ist )?(?:unser angebot|ihr vorteil|dein vorteil)"
        r"|deine benefits|gute grunde.*|darauf (?:kannst du dich|konnen sie sich) freuen|freu dich auf.*"
        r"|(?:ce que )?nous (?:vous |t )?(?:offrons|proposons|offre).*|(?:ce que )?(?:on|nous) (?:te |vous )?propos\w+.*|pourquoi (?:nous )?rejoin\w+.*|les plus de .*|ce que vous trouverez.*"
        r"|(?:que|lo que) (?:te )?(?:ofrecemos|ofrece).*|por que (?:unirte|trabajar).*|o que (?:nos )?(?:oferecemos|te oferecemos).*|(?:por que|porque) (?:trabalhar|se juntar).*"
        r"|(?:che )?cosa (?:ti )?(?:offriamo|offre).*|perche (?:sceglierci|lavorare).*"
        r"|wat (?:wij|we) (?:jou |je )?bieden.*|wat (?:bieden|krijg) .*|(?:dit )?(?:wij bieden|bieden wij)(?: jou)?|waarom .*|jij krijgt|wat je krijgt"
        r"|vi erbjuder.*|vi tilbyr.*|vi tilbyder.*|co oferujemy.*|co nabizime.*|co (?:ti|vam) .{0,20}nabi\w+.*|.{0,40}kan vi tilbyde|co ponukame.*",
    ),
    (
        "requirements",
        r"(?:about|is this) you|(?:at a minimum )?(?:you )?(?:ll |will )?need to have|youll (?:also )?need(?: to have)?|we (?:require|admire|expect|are looking for someone who.{0,10}|re looking for someone who.{0,10})|were looking for someone who.{0,10}|skills you(?:ll)? (?:bring|need|have)|(?:the )?(?:position|role|job) (?:also )?requires?(?: the following)?|leadership qualities|who (?:are you|you are|you re|youre|we(?:re| are) (?:looking for|seeking)|we want|were after|you might be|youll be)\b.*"
        rf"|(?:heres )?what (?:we|they)(?:re| are|d|ll|ve)? ?(?:really )?(?:looking|look|need|expect|require|seek|want|value|love to see|like to see|search)\b.*"
        rf"|(?:heres )?what (?:youll|youd|youve|you {_AUX}) ?(?:also )?(?:need|bring|have|possess|know|offer|already have|got)\b.*|what (?:makes you|sets you|will set you|it takes|makes a|do you need|you need|were you)\b.*"
        r"|(?:you|candidates) (?:have|are|must(?: be| have)?|maybe|bring|should have|must have|will have|may have|ll have|may be|might be|could be)(?: .{0,30})?|we (?:may|could|might|ll|would)(?: .{0,20})? (?:match|fit).{0,30}"
        r"|you (?:may|might|could|will|ll)(?: .{0,20})? (?:match|fit).{0,30}|(?:strong|ideal|great|successful|best) candidates?\b.{0,50}|(?:our|the) (?:ideal|right|perfect) (?:person|candidate|fit|hire)\b.{0,20}"
        r"|(?:must|nice|good|great) ?(?:to )?haves?(?: .{0,30})?|bonus(?: points| skills)?(?: .{0,30})?|(?:even |its )?(?:better|great|a plus|a bonus|awesome) if.{0,30}|(?:its )?(?:a )?(?:plus|bonus)|extra credit|pluses"
        r"|to (?:be successful|succeed|thrive|qualify|excel|be considered).{0,50}|youll (?:thrive|love|be|succeed|excel|fit).{0,40} if.{0,30}|person specification|wed love (?:to hear|to see|you to|it if).{0,40}"
        r"|(?:required|preferred|desired|essential|minimum|basic|desirable)(?: .{0,20})?|your (?:profile|background|skills|experience|qualifications|expertise|toolkit|toolbox|strengths|skillset|superpowers)\b.{0,30}"
        r"|(?:das |was )?(?:dich auszeichnet|du mitbring\w+|sie mitbring\w+|bringst du mit|bringen sie mit|dich ausmacht|wir (?:erwarten|suchen|uns wunschen)|zeichnet dich aus|du brauchst|du hast|solltest du mitbringen).*"
        r"|(?:so |damit )?(?:uberzeugst du|uberzeugen sie|begeisterst du|punktest du|passt du).*|wen wir suchen.*|du bist|das bringst du.*"
        r"|(?:votre|ton|le|profil) profil(?: .{0,25})?|profil(?: recherche| ideal| souhaite)?|qui (?:etes[- ]vous|es[- ]tu).*|(?:vous|tu) (?:etes|es|avez|as|aimez|aimes|justifiez|justifies)(?: .{0,20})?|ce que nous recherchons.*|ce que nous attendons.*|et vous.*"
        r"|(?:que|lo que) (?:buscamos|necesitas|pedimos|esperamos|valoramos).*|(?:a )?quien buscamos.*|(?:o que|quem) (?:buscamos|procuramos|esperamos|voce precisa|estamos procurando|valorizamos).*|sobre ti|sobre voce|tu perfil"
        r"|(?:che )?cosa (?:cerchiamo|chiediamo|ti serve).*|chi (?:cerchiamo|sei|stiamo cercando).*"
        r"|wat (?:wij|we) (?:zoeken|vragen|verwachten|van jou).*|(?:wie is onze ideale|wie ben|wie zoeken|wat vragen|wat breng|wat heb|dit ben|dit breng|dit vragen|wij vragen|wat neem).*|jij (?:bent|hebt)|over jou|jouw profiel"
        r"|vi soker.*|om dig|vem ar du|din (?:profil|bakgrund|kompetens).*|vi ser.{0,30}|hvem er du|om deg|vi forventer.*|din baggrund|kogo szukamy.*|czego (?:oczekujemy|szukamy).*|koho hledame.*|jak si t[ea] predstavujeme.*|hledame prave te.*|co (?:ocekavame|od tebe|pozadujeme|bys mel).*|koho hladame.*|co od teba.*",
    ),
    (
        "responsibilities",
        rf"(?:heres )?what (?:youll|youd|you {_AUX}|your|the (?:role|job|work)|will you|do you|does (?:the|this)) ?(?:(?:actually|be|get to|be able to|typically) )*(?:do|doing|own|work|working|deliver|build|accomplish|drive|tackle|lead|responsible|achieve|involves?|entails?|look like|looks like|day)\b.*"
        r"|how (?:youll|you will|you can|youd) (?:be )?(?:making |make |have |create |contribut\w+|spend\w*|help\w*|add\w*|drive|shape)(?:an |your |a )?.{0,40}"
        r"|your (?:impact|mission|role|day|days|job|tasks|work(?! ?life)|contribution|challenge|focus|responsibilities|duties)\b(?!.*\bfit\b).{0,30}|(?:in|as part of) (?:this|the|your) (?:role|position|job)(?:,? you(?: will|ll)?(?: be| have the opportunity to)?)?"
        r"|as (?:a|an|our|the) .{3,50} you(?: will|ll)(?: be)?(?: responsible for)?|(?:well|we will) trust you to|(?:within|in)(?: your)?(?: first)? .{3,20} (?:months?|days|year|weeks),? (?:you(?: will|ll)|we expect you to)|objectives of .{0,20}|you(?: will|ll)(?: be)?(?: responsible for| have the opportunity to)?|[a-z]+ (?:responsibilities|duties)|areas of focus|(?:a |your )?(?:typical |sample )?(?:day|week) (?:in the life|to day|at work)\b.{0,40}|day[- ]to[- ]day.{0,30}|the (?:work|job) you.{0,30}"
        r"|(?:responsibilities|duties|tasks)\b.{0,40}|scope of (?:work|the role|responsibilit\w+)|main duties.{0,30}|essential (?:duties|functions).{0,40}"
        r"|(?:das )?(?:deine|ihre|die) (?:aufgaben?|rolle|mission|herausforderung|verantwortung|tatigkeiten)\b.{0,40}|(?:das |was )?(?:du (?:machst|tust|bewegst|bei uns machst)|sie (?:machen|bewegen|tun)|machst du|zu tun ist).*|(?:das )?(?:sind|werden) deine aufgaben.*|dein job.{0,20}|deine rolle.{0,20}|womit du.*|wofur (?:wir|du|sie).*"
        r"|(?:vos|tes|les|votre|la|ta) missions?\b(?! de l).{0,40}|ce que (?:vous ferez|tu feras|vous allez faire).*|votre (?:role|quotidien|journee).{0,30}|a quoi ressemble.{0,40}|le role.{0,20}|au quotidien.{0,20}"
        r"|(?:que|lo que) (?:haras|vas a hacer).*|tu (?:mision|rol|dia a dia).{0,20}|(?:cuales )?(?:seran )?tus (?:funciones|responsabilidades).*|o que (?:voce|vais|ira) (?:vai|ira|fazer|ira fazer).*|seu dia a dia.*|principais (?:atividades|responsabilidades).*|como (?:sera|e) o (?:seu )?dia.*"
        r"|(?:che )?cosa farai.*|di cosa ti occuperai.*|la tua (?:mission|giornata|sfida).*|il tuo ruolo.*"
        r"|wat (?:ga je|je gaat|ga jij|je|jij) (?:doen|doet).*|(?:dit ga je|jouw taken|jouw rol|je rol|jouw functie|jouw werk|wat ga je|wat houdt).*"
        r"|om (?:rollen|tjansten|stillingen)|dina (?:arbetsuppgifter|uppgifter).*|dine (?:oppgaver|opgaver|arbeidsoppgaver|arbejdsopgaver).*|twoje zadania.*|co bedziesz robic.*|zakres obowiazkow.*|co (?:te|vas)? ?(?:u nas )?.{0,40}(?:budes delat|ceka|cekat)\b.{0,20}|co budes delat.*|napln prace.*|co budes robit.*",
    ),
    (
        "other",
        r"about\b.{0,50}|why\b.{0,30}|who (?:we are|are we)\b.*|our (?:mission|values|culture|story|team|company|commitment|vision|people|purpose|hiring|interview|process|stack|tech|ways|way|history|clients|products?)\b.{0,40}"
        r"|how (?:to apply|we (?:work|hire|re different)|were different|you can apply)\b.*|(?:ready|want|interested|how|keen) to apply.*|(?:come )?(?:join|work with) (?:us|our team)\b.{0,30}|(?:apply|learn more|read more|next steps|interested)\b.{0,30}"
        r"|(?:the|this) (?:role|position|job|opportunity|team|company|product|project|mission|challenge|context|process|details|package)|what (?:happens next|we do|we believe|we stand for|to expect|you can expect|success looks like|were building|we are building|is|s)\b.*"
        r"|equal (?:employment )?opportunit.*|.{0,30}\b(?:equal opportunity employer|eeo statement|privacy (?:notice|policy)|accommodations?|e-verify)\b.{0,30}|life at .*|(?:hiring|interview|application|recruitment|selection) (?:process|procedure|steps).{0,20}"
        r"|(?:salary|pay|compensation|base pay)\b.{0,50}|(?:working|work|employment|contract|job|time|reporting) (?:pattern|hours|model|conditions|environment|time|location|schedule|arrangements?|type|line|duration|status|form|title|family|level|group|purpose|area|id|ref\w*)\b.{0,30}|(?:location|locations|hours|type|contract|department|reports to|start date|where youll|where you will)\b.{0,30}|(?:please )?note\b.{0,30}|(?:job |role )?purpose\b.{0,20}|(?:tools|technologies|tech) we use.*|how success (?:is|will be) measured|pre-?employment.{0,30}|physical (?:demands|requirements).{0,20}|whats the team like.*|sounds? like.{0,40}|still interested.*|modalites.{0,20}|additional info.*|security clearance.*|referral.*"
        r"|uber (?:uns|das|die|den)?.*|wer wir sind.*|das sind wir.*|wir sind.{0,40}|(?:dein|ihr|unser) (?:kontakt|ansprechpartner|weg zu uns|team|arbeitgeber|unternehmen).{0,30}|(?:jetzt |haben wir |interess\w+|neugierig).{0,40}|klingt (?:das|gut|nach).*|(?:so )?(?:bewirbst|bewerben).*"
        r"|a propos.*|qui sommes[- ]nous.*|notre (?:entreprise|societe|equipe|mission|histoire).{0,30}|(?:l entreprise|lentreprise|le poste|la societe|l equipe|lequipe|le contexte|l offre)\b.{0,30}|processus .*|(?:comment |pour )?(?:postuler|candidater).*|informations .*|deroulement.*"
        r"|(?:sobre|acerca de) .{0,40}|quienes somos.*|la empresa|nuestr[oa].{0,30}|quem somos.*|a empresa|noss[oa].{0,30}|como (?:aplicar|se candidatar|postular).*|chi siamo.*|la nostra .*|l azienda.*|lazienda.*|come candidarsi.*"
        r"|over (?:ons|de|het)\b.*|wie (?:zijn|wij zijn|we zijn).*|(?:de|het) (?:functie|bedrijf|team|organisatie)|interesse.{0,30}|solliciteer.*|om (?:oss|os|foretaget|virksomheden)|o nas|o firmie|o spolecnosti|o nas|o nasej.*|jak aplikowac.*",
    ),
)  # fmt: skip
COMPILED: Final = tuple((kind, re.compile(pattern)) for kind, pattern in PATTERNS)

# Chinese, Japanese and Korean are not written in words: what a short line holds.
SIGNS: Final = (
    ("requirements", re.compile("応募資格|応募条件|応募要件|必須|歓迎|優遇条件|求める人物|求めるスキル|求める経験|対象となる方|資格要件|スキル要件|経験・スキル|任职要求|任職要求|岗位要求|职位要求|任职资格|자격 ?요건|자격사항|우대 ?사항|지원 ?자격|필수 ?요건|이런 분")),
    ("benefits", re.compile("福利厚生|待遇|福利待遇|员工福利|薪酬福利|복리 ?후생|혜택")),
    ("responsibilities", re.compile("仕事内容|業務内容|職務内容|担当業務|具体的な業務|主な業務|ミッション|岗位职责|职位职责|工作职责|工作内容|职责描述|주요 ?업무|담당 ?업무|하는 일|수행 ?업무")),
    (
        "other",
        re.compile(
            "会社概要|会社について|企業情報|私たちについて|勤務地|勤務時間|給与|年収|休日|休暇|選考|応募方法|雇用形態|試用期間|募集背景|募集職種|職種|社会保険|加入保険|受動喫煙|開発環境|"
            "チーム|組織|使用技術|公司介绍|关于我们|公司简介|工作地点|薪资|联系方式|申请方式|职位描述|근무 ?지|근무 ?조건|회사 ?소개|채용 ?절차|전형 ?절차|고용 ?형태|팀 ?소개|지원 ?방법|기타 ?사항|유의 ?사항"
        ),
    ),
)  # fmt: skip

# A paragraph of this ends a section: pay by law, equal opportunity, what a page prints below.
BOILERPLATE: Final = re.compile(
    r"equal (?:employment )?opportunit|without regard to|reasonable accommodation|e-verify|qualified applicants|we (?:celebrate|value|embrace|encourage) (?:diversity|applic)|regardless of (?:race|age|gender|your)"
    r"|criminal histor|privacy (?:notice|policy|statement)|unsolicited|get in touch|apply (?:now|today|online|here)|send (?:us )?your (?:cv|resume)|click (?:here|apply)|(?:look|looking) forward to (?:hearing|receiving|meeting)|recruitment agenc|applicants? with disabilities|candidate privacy|#li-"
    r"|schwerbehind|chancengleichheit|unabhangig von (?:geschlecht|alter)|datenschutz|egalite des chances|handicap|igualdad de oportunidades|igualdade de oportunidades|pari opportunita"
)
# One of these is in every line that BOILERPLATE finds; notation of `crawler.fields.look`.
ENDS: Final = tuple(
    f"*{words}*"
    for words in (
        "equal opportunit", "equal employment opportunit", "without regard to", "reasonable accommodation", "e-verify", "qualified applicants",
        "we celebrate", "we value", "we embrace", "we encourage", "regardless of", "criminal histor", "privacy notice", "privacy policy",
        "privacy statement", "unsolicited", "get in touch", "apply now", "apply today", "apply online", "apply here", "send your", "send us your",
        "click here", "click apply", "look forward to", "looking forward to", "recruitment agenc", "applicant with", "applicants with",
        "candidate privacy", "#li-", "schwerbehind", "chancengleichheit", "unabhangig von", "datenschutz", "egalite des chances", "handicap",
        "igualdad de oportunidades", "igualdade de oportunidades", "pari opportunita",
    )
)  # fmt: skip
# No end of the benefits, which name sums of their own.
PAY: Final = re.compile(
    r"(?:salary|compensation|pay|base|ote|hiring) (?:range|band|scale|for this)|(?:salary|pay|compensation)[^.]{0,80}[$€£]\s?\d"
    r"|[$€£]\s?\d[\d,.]*k?[^.]{0,60}(?:salary|base|compensation)"
)
# One of these words is in every line that PAY finds, or a sign of a currency.
PAY_ENDS: Final = tuple(
    f"*{word} {what}*" for word in ("salary", "compensation", "pay", "base", "ote", "hiring") for what in ("range", "band", "scale", "for this")
)
PAY_SIGNS: Final = ("$", "€", "£")
