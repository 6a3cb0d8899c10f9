"""Frequent words and letters by which a text's language is told, and the names of languages.

The words of grammar that a page of each language is full of, and a few of career pages. Languages that look alike
(Danish and Norwegian, Czech and Slovak, Spanish, Catalan and Galician, Croatian and Slovenian) hold what sets them
apart. A word in several lists counts for each of them, by its share.
"""

from typing import Final

WORDS: Final = {
    "en": "the and of to in a is for with you your we our are as on be will that this from or at by an have has who what it their they can all more about work team experience not if into across including both should must new role skills job company business which us were was its how when",
    "de": "und der die das den dem des ein eine einen einer eines einem ist sind mit für von zu zur zum im in auf bei als auch sich wir sie du dein deine deinen deiner unser unsere unseren unserem ihr ihre ihren ihrer nicht oder an am aus nach über durch werden wird hast haben kannst sowie dich dir uns um bis wie einem bist was mehr sehr gute team arbeit aufgaben erfahrung stelle",
    "fr": "le la les des du de et un une est sont en pour avec dans sur par au aux que qui nous vous votre vos nos notre ce cette ces il elle son sa ses ou plus être avez avoir ont sera serez vos ainsi leur leurs ne pas se tout tous afin chez sein auprès dont mais travail poste équipe expérience entreprise mission missions",
    "es": "el la los las de del y un una en para con por que se es son su sus al lo como más o nuestro nuestra nuestros nuestras tu tus tú te eres si no sobre entre este esta estos estas ser estar tiene tener nos hacia desde también muy trabajo equipo experiencia empresa puesto funciones años requisitos conocimientos buscamos ofrecemos",
    "pt": "o a os as de do da dos das e um uma em no na nos nas para com por que se é são seu sua seus suas ao à mais ou nosso nossa nossos nossas você não como também ser ter sobre entre este esta pelo pela pelos pelas muito temos está trabalho equipe equipa experiência empresa vaga anos conhecimento conhecimentos requisitos",
    "it": "il lo la i gli le di del della dei delle dello degli e ed un una uno è sono in nel nella nei nelle per con su sul sulla da dal dalla che si non come più o nostro nostra nostri nostre tuo tua tuoi tue ti al alla alle ai anche essere ha abbiamo sei sarà questa questo lavoro esperienza azienda ricerca attività presso",
    "nl": "de het een en van in is op te voor met je jij jouw we wij ons onze bij aan als om zijn dat die er ook naar uit door niet of meer over worden wordt heb hebt heeft ben bent kunt wat hoe binnen zoals zich deze dit tot jou werk werken functie ervaring bedrijf samen goed",
    "sv": "och att det som en ett i på för med av är vi du dig din ditt dina vår vårt våra till från har kan ska om eller inte även oss hos den de vara blir där när samt inom söker arbete jobba erfarenhet tjänsten arbetar företag arbeta många utan mycket",
    "no": "og å det som en et i på for med av er vi du deg din ditt dine vår vårt våre til fra har kan skal om eller ikke også oss hos den de være blir der når samt innen søker arbeid jobbe erfaring stillingen arbeider bedrift hva noe etter mot jobb bli hver mange gjennom seg meg noen mye også både kunne oppgaver derfor uten hvor",
    "da": "og at det som en et i på for med af er vi du dig din dit dine vores til fra har kan skal om eller ikke også os hos den de være bliver der når samt inden søger arbejde erfaring stillingen arbejder virksomhed hvor mod efter bliv hver mange gennem både blive dit jobbet kollegaer sig mig noget nogle meget hvad lige jer kunne opgaver derfor uden",
    "fi": "ja on ei se että sekä tai kun mutta myös joka ovat ole olet meidän meillä sinun sinulla sinulta voit työ työtä tehtävä tehtävään tehtävässä haemme etsimme tarjoamme osaaminen kokemusta kanssa mukaan sinä olemme hyvä hyvät jotka ovat sen kuin niin mitä kaikki uusi työn asiakkaiden",
    "pl": "i w z na do się nie jest oraz że dla od po przez za o jak co są lub ze jako nas naszych naszym nasze twoje twój ciebie jesteś będzie możliwość pracy praca zespołu zespole doświadczenie doświadczenia umiejętność znajomość oferujemy firmy roku szukamy stanowisku wymagania bardzo także być",
    "cs": "a v na se je s z do pro že ve si o k u za jsou jako nebo i od po až jsme bude který která které nás náš naše našeho vás vám váš vaše tě ti tvé tvůj být při máš umíš práce práci praxe zkušenosti znalost nabízíme hledáme požadujeme firmy týmu pozici také není co jak ale budeš můžeš již kde",
    "sk": "a v na sa je s z do pre že vo si o k u za sú ako alebo aj od po až sme bude ktorý ktorá ktoré nás náš naše nášho vás vám váš vaše ťa ti tvoje tvoj byť pri máš práce prácu práca praxe skúsenosti znalosť ponúkame hľadáme požadujeme firmy tímu pozíciu tiež nie čo ale budeš môžeš už kde spoločnosť zamestnanie",
    "hu": "a az és hogy nem egy is van meg el de ha vagy mint csak már még ez ezt azt volt lesz kell ami aki amely saját számára által között valamint illetve munka munkát csapat csapatunk tapasztalat cég feladatok elvárások keresünk kínálunk ismerete legalább jó önálló",
    "ro": "și în de la cu pe pentru din este sunt a al ale care că nu se sau un o mai să ai ca către prin între după fi vei noastră nostru noastre tău ta tale experiență echipa echipei munca lucru companie oferim căutăm cunoștințe abilități responsabilități cerințe ani poziția",
    "tr": "ve bir bu için ile de da olan olarak en daha çok gibi veya her ya olan sahip ekip ekibimize deneyim deneyimi iş çalışma bilgi bilgisi üzerinde konusunda tercihen yıl arıyoruz iyi sahibi olmak şekilde kadar göre sonra ise değil yeni aranan nitelikler tanımı üniversitelerin",
    "ca": "el la els les de del dels i un una en per amb que és són al als com més o nostre nostra nostres teu teva no ens et si ser sobre entre aquest aquesta també molt treball equip experiència empresa lloc feina persones cerca anys tasques requisits oferim cal d'una hem",
    "gl": "o a os as de do da dos das e un unha en no na nos nas para con por que se é son seu súa ao á máis ou noso nosa non como tamén ser ter traballo equipo experiencia empresa posto anos",
    "hr": "i u na je se da za s od su o koji koja koje kao ili po iz do ne biti će smo našem naš naša vaš vaše te što uz rad rada posao tim timu tima iskustvo iskustva znanje nudimo tražimo tvrtka tvrtke poslova uvjeti radno mjesto kako više sve jer",
    "sl": "in v na je se da za z s od so o ki kot ali po iz do ne biti bo smo našem naš naša vaš vaše ter kaj pri delo dela delovno mesto izkušnje znanje nudimo iščemo podjetje podjetju tudi več vse bomo boste lahko imate pogoji ekipe",
    "lt": "ir į su kad yra ne iš kaip arba už apie bei tai jūs mūsų jūsų būti mes darbo darbas patirtis patirties komanda komandos įmonė siūlome ieškome reikalavimai gebėjimas žinios dirbti kartu tik daugiau galimybė pagal",
    "lv": "un ir ar no uz par kas lai kā vai tas mūsu jūsu jums mēs būt darba darbs pieredze pieredzi komanda komandā uzņēmums piedāvājam meklējam prasības zināšanas prasmes strādāt kopā tikai vairāk iespēja pēc gan",
    "et": "ja on ei et see kui ka või meie sinu sa oma mis kes ning olema oled töö tööd kogemus kogemust meeskond meeskonna ettevõte pakume otsime ootame nõudmised oskus teadmised koos ainult rohkem võimalus kuidas sulle",
    "id": "dan yang di untuk dengan dalam dari pada ini itu atau kami anda adalah akan tidak dapat sebagai oleh ke serta memiliki kerja pengalaman kemampuan perusahaan tim minimal tahun pekerjaan mampu bekerja baik lebih secara kualifikasi",
    "vi": "và của các là có cho trong với được không những một để người công việc kinh nghiệm làm bạn chúng tôi tại từ hoặc về theo năm yêu cầu nhân viên ty lương đến khi này",
    "is": "og að í á er við sem til um með fyrir af þú hjá eða ekki það hefur vera starf starfið reynsla þekking vinna menntun okkar hæfni umsókn",
    "eu": "eta da ez bat du dira edo baina izan den ere egin hau bere dute zen lan lana esperientzia gure",
    "sq": "dhe në të për me një është që nga si ose ne ju tuaj punë përvojë kompania jemi janë kjo ky",
    "tl": "ang ng mga sa na at ay para kung may hindi ito ikaw namin iyong trabaho karanasan",
    "af": "die en van is in te vir met jy ons op nie wat sal om aan dit hulle werk ervaring word",
}

# Letters that mostly one language has.
LETTERS: Final = {
    "ß": "de", "ñ": "es", "¿": "es", "ã": "pt", "õ": "pt et", "ò": "it ca", "ł": "pl", "ą": "pl lt", "ę": "pl lt", "ś": "pl", "ż": "pl",
    "ź": "pl", "ć": "pl hr", "ń": "pl", "ř": "cs", "ů": "cs", "ě": "cs", "ľ": "sk", "ĺ": "sk", "ŕ": "sk", "ô": "sk fr", "ő": "hu",
    "ű": "hu", "ş": "tr", "ğ": "tr", "ı": "tr", "ș": "ro", "ț": "ro", "ţ": "ro", "ă": "ro vi", "ø": "no da", "æ": "no da is", "å": "sv no da",
    "ä": "de sv fi et", "ö": "de sv fi hu tr et", "đ": "hr vi", "ė": "lt", "ų": "lt", "į": "lt", "ū": "lt lv", "ļ": "lv", "ķ": "lv", "ņ": "lv",
    "ģ": "lv", "ā": "lv", "ē": "lv", "ī": "lv", "þ": "is", "ð": "is", "ơ": "vi", "ư": "vi", "ạ": "vi", "ế": "vi", "ộ": "vi", "œ": "fr", "è": "fr it ca",
    "ë": "sq", "ê": "fr pt vi", "ç": "fr pt tr ca", "à": "fr it ca pt vi",
}  # fmt: skip

# Scripts of one language, and the letters by which the languages of one script are told apart.
CYRILLIC: Final = {"uk": "іїєґ", "be": "ў", "sr": "ђјљњћџ", "mk": "ѓќѕ", "kk": "әғқңөұүһ", "ru": "ыэё", "bg": "ъщ"}
HAN: Final = {
    "zh": "们这为业经发团务资历责术岗请说时对应该还进个們這為該還",
    "ja": "働労険験円駅検総続読楽権県込児実変売図歳",
}
ARABIC: Final = {"ur": "ٹڈڑںے", "fa": "پچژگک"}

# English and native names, as platforms print them.
NAMES: Final = {
    "af": "afrikaans", "ar": "arabic العربية", "be": "belarusian", "bg": "bulgarian български", "bn": "bengali bangla", "bs": "bosnian bosanski",
    "ca": "catalan català", "cs": "czech čeština česky", "cy": "welsh", "da": "danish dansk", "de": "german deutsch allemand alemán tedesco duits",
    "el": "greek ελληνικά", "en": "english anglais englisch inglés inglese engels engelska inglês 英語 英语", "es": "spanish español castellano espagnol spanisch castilian",
    "et": "estonian eesti", "eu": "basque euskara", "fa": "persian farsi فارسی", "fi": "finnish suomi", "fil": "filipino", "fr": "french français französisch francés francese frans",
    "ga": "irish", "gl": "galician galego", "gu": "gujarati", "he": "hebrew עברית", "hi": "hindi हिन्दी", "hr": "croatian hrvatski", "hu": "hungarian magyar",
    "hy": "armenian", "id": "indonesian bahasa", "is": "icelandic íslenska", "it": "italian italiano italienisch italien", "ja": "japanese 日本語", "ka": "georgian",
    "kk": "kazakh", "km": "khmer", "kn": "kannada", "ko": "korean 한국어", "lb": "luxembourgish", "lt": "lithuanian lietuvių", "lv": "latvian latviešu", "mk": "macedonian",
    "ml": "malayalam", "mr": "marathi", "ms": "malay melayu", "mt": "maltese", "my": "burmese", "nb": "bokmål", "ne": "nepali", "nl": "dutch nederlands niederländisch flemish vlaams",
    "nn": "nynorsk", "no": "norwegian norsk", "pa": "punjabi", "pl": "polish polski polnisch", "pt": "portuguese português portugiesisch", "ro": "romanian română",
    "ru": "russian русский russisch", "sk": "slovak slovenčina", "sl": "slovenian slovenščina slovene", "sq": "albanian shqip", "sr": "serbian srpski српски", "sv": "swedish svenska",
    "sw": "swahili", "ta": "tamil", "te": "telugu", "th": "thai ไทย", "tl": "tagalog", "tr": "turkish türkçe", "uk": "ukrainian українська", "ur": "urdu", "uz": "uzbek",
    "vi": "vietnamese việt", "zh": "chinese mandarin 中文 汉语 漢語 简体中文 繁體中文", "zu": "zulu",
}  # fmt: skip

# ISO 639-2 and 639-3 of the languages above that platforms use, as the shortest code (RFC 5646, 2.2.1).
THREE_LETTERS: Final = {
    "ara": "ar", "bul": "bg", "cat": "ca", "ces": "cs", "cze": "cs", "dan": "da", "deu": "de", "ger": "de", "ell": "el", "gre": "el", "eng": "en", "spa": "es",
    "est": "et", "fas": "fa", "per": "fa", "fin": "fi", "fra": "fr", "fre": "fr", "heb": "he", "hin": "hi", "hrv": "hr", "hun": "hu", "ind": "id", "isl": "is",
    "ita": "it", "jpn": "ja", "kor": "ko", "lit": "lt", "lav": "lv", "nld": "nl", "dut": "nl", "nor": "no", "nob": "nb", "nno": "nn", "pol": "pl", "por": "pt",
    "ron": "ro", "rum": "ro", "rus": "ru", "slk": "sk", "slo": "sk", "slv": "sl", "srp": "sr", "swe": "sv", "tha": "th", "tur": "tr", "ukr": "uk", "vie": "vi",
    "zho": "zh", "chi": "zh",
}  # fmt: skip
OLD: Final = {"iw": "he", "in": "id", "ji": "yi"}  # codes that ISO 639 withdrew and Java still writes
