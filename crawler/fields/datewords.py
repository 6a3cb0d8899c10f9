"""The words of dates in the languages of career pages, folded: lower case, without accents.

A word that two languages use for different things is left out, or named in :mod:`crawler.fields.dates`.
"""

import re
from typing import Final

from crawler.fields.folding import fold

TOKEN: Final = re.compile(r"[0-9]+|[^\W\d_]+(?:['-][^\W\d_]+)*|[+>/.,-]")  # a figure, a word, a sign
MERE_END: Final = re.compile(r"\bmere end\b", re.IGNORECASE)  # Danish for "more than"


def _numbered(rows: str, start: int = 1) -> dict[str, int]:
    return {word: number for number, row in enumerate(rows.strip().split("\n"), start) for word in fold(row).split()}


MONTHS: Final = _numbered("""
jan january januar jänner jaenner janvier janv enero ene janeiro gennaio gen januari styczeń stycznia sty leden ledna január januára januar tammikuu tammikuuta ocak oca январь января янв січень січня січ ianuarie ian gener
feb february februar februari fevrier févr fev febrero fevereiro febbraio luty lutego lut únor února február februára helmikuu helmikuuta şubat sub февраль февраля фев февр лютий лютого лют februarie februarius febrer
mar march märz maerz mrz mars marzo março maart mrt marzec marca březen března márc március maaliskuu maaliskuuta mart март марта мар березень березня бер martie març marts
apr april avril avr abril abr aprile kwiecień kwietnia kwi duben dubna apríl apríla április ápr huhtikuu huhtikuuta nisan апрель апреля апр квітень квітня кві aprilie
may mai mayo maio maggio mag mei maj maja květen května máj mája május toukokuu toukokuuta mayıs май мая травень травня тра maig
jun june juni juin junio junho giugno giu czerwiec czerwca cze červen června jún júna június kesäkuu kesäkuuta haziran haz июнь июня июн червень червня чер iunie juny
jul july juli juillet juil julio julho luglio lug lipiec lipca lip červenec července júl júla július heinäkuu heinäkuuta temmuz июль июля июл липень липня лип iulie juliol
aug august août agosto ago augustus augusti sierpień sierpnia sie srpen srpna augusta augusztus elokuu elokuuta ağustos ağu август августа авг серпень серпня сер agost
sep sept september septembre septiembre setiembre setembro set settembre wrzesień września wrz září syyskuu syyskuuta eylül eyl сентябрь сентября сен сент вересень вересня вер septembrie szeptember szept setembre
oct october oktober okt octobre octubre outubro out ottobre ott październik października paź říjen října október októbra október lokakuu lokakuuta ekim октябрь октября окт жовтень жовтня жов octombrie
nov november novembre noviembre novembro listopad listopada lis listopadu novembra marraskuu marraskuuta kasım ноябрь ноября ноя нояб листопада noiembrie
dec december dezember dez décembre diciembre dic dezembro dicembre grudzień grudnia gru prosinec prosince decembra joulukuu joulukuuta aralık декабрь декабря дек грудень грудня гру decembrie desember des desembre
""")

HOURS: Final = {
    "second": 0.0,
    "minute": 1 / 60,
    "hour": 1.0,
    "day": 24.0,
    "week": 168.0,
    "month": 730.0,
    "year": 8766.0,
}


def _units(**words: str) -> dict[str, str]:
    return {word: unit for unit, row in words.items() for word in fold(row).split()}


UNITS: Final = _units(
    second="second seconds sec secs sekunde sekunden seconde secondes segundo segundos secondi seconden sekund sekunder sekundy sekundami saniye секунд секунды секунду sekuntia",
    minute="minute minutes min mins minuten minuto minutos minuti minuut minut minuter minutter minuty minutami minuta minutę dakika минут минуты минуту минута minuuttia minuutti perce perccel хвилин",
    hour="hour hours hr hrs h std stunde stunden heure heures hora horas ora ore uur uren timme timmar tim timer time godzin godziny godzinę godzina godz hodin hodiny hodinou hodinami hodinu saat час часа часов tuntia tunti tuntti órája órával год години ώρα ώρες ore",
    day="day days d j tag tage tagen jour jours día días dia dias giorno giorni gg dag dagen dagar dager dage dzień dni dnia den dny dní dnem dňami dňom gün день дня дней дні днів päivä päivää napja nappal zile zi μέρες ημέρες hari ngày",
    week="week weeks wk wks w woche wochen semaine semaines sem semana semanas settimana settimane weken vecka veckor uke uker uge uger tydzień tygodni tygodnie tygodnia týden týdny týdnů týdnem týždňom týždňami hafta неделю недели недель неделя тиждень тижні тижнів viikko viikkoa hete héttel săptămâni săptămână minggu tuần setmana setmanes",
    month="month months mo mos monat monate monaten mois mes meses mês mese mesi maand maanden månad månader måned måneder miesiąc miesiące miesięcy miesiąca měsíc měsíce měsíců měsícem měsíci mesiacom mesiacmi ay месяц месяца месяцев місяць місяці місяців kuukausi kuukautta hónapja hónappal luni lună bulan tháng mesos",
    year="year years yr yrs y jahr jahre jahren an ans année années año años ano anos anno anni jaar jaren år rok roku lat lata rokem lety yıl года лет рік роки років vuosi vuotta éve évvel ani tahun năm any anys",
)
SHORT_UNITS: Final = frozenset(("d", "h", "w", "y", "wk", "wks", "mo", "mos", "hr", "hrs", "yr", "yrs", "min", "mins"))
UNITS_AGO: Final = frozenset(
    fold("napja nappal hete héttel órája órával hónapja hónappal éve évvel perce perccel").split()
)
# "a month ago" in languages without an article
UNITS_OF_ONE: Final = frozenset(
    fold(
        "godzinę minutę tydzień miesiąc dzień rok hodinou dnem týdnem měsícem rokem dňom týždňom mesiacom час минуту "
        "день неделю месяц viikko päivä kuukausi tunti napja hete órája hónapja"
    ).split()
)

_ONES: Final = "one two three four five six seven eight nine"
_COMPOUNDS: Final = {
    f"{tens}-{ones}": ten + one
    for tens, ten in (("twenty", 20), ("thirty", 30), ("forty", 40), ("fifty", 50))
    for one, ones in enumerate(_ONES.split(), 1)
}
NUMBERS: Final = _numbered("""
one a an ein eine einem einer eines un une una uno um uma een één en ett et jeden jedna jedną jedno jednu jedním bir один одну одна egy yksi
two couple zwei deux dos dois duas due twee två to dwa dwie dvěma dva dvě iki два две kettő két kaksi
three drei trois tres três tre drie trzy tři třemi üç три három kolme
four vier quatre cuatro quatro quattro fyra fire cztery čtyři čtyřmi dört четыре négy neljä
five fünf cinq cinco cinque vijf fem pięć pět pěti beş пять öt viisi
six sechs seis sei zes sex seks sześć šest šesti altı шесть hat kuusi
seven sieben sept siete sete sette zeven sju syv siedem sedm sedmi yedi семь hét seitsemän
eight acht huit ocho oito otto åtta åtte otte osiem osm osmi sekiz восемь nyolc kahdeksan
nine neun neuf nueve nove negen nio ni ni dziewięć devět devíti dokuz девять kilenc yhdeksän
ten zehn dix diez dez dieci tien tio ti dziesięć deset deseti on десять tíz kymmenen
eleven elf onze once undici elva elleve
twelve zwölf douze doce doze dodici twaalf tolv dwanaście dvanáct
thirteen
fourteen vierzehn quatorze catorce quattordici fjorton
fifteen fünfzehn quinze quince quindici femton femten
sixteen
seventeen
eighteen
nineteen
twenty zwanzig vingt veinte vinte venti twintig tjugo tyve
""") | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90, "dreissig": 30, "trente": 30, "treinta": 30, "trinta": 30, "trenta": 30, "dertig": 30, "trettio": 30, "tretti": 30} | _COMPOUNDS  # fmt: skip

FEW: Final = frozenset(
    fold(
        "few several some mehrere mehreren einige einigen paar quelques plusieurs unos unas algunos algunas varios "
        "varias alguns algumas alcuni alcune qualche enkele några noen nogle par kilka několika pár birkaç несколько"
    ).split()
)

AGO: Final = frozenset(
    fold(
        "ago vor hace geleden sedan siden temu před pred önce назад тому sitten atrás acum πριν منذ قبل پیش lalu trước "
        "ezelőtt"
    ).split()
)
AFTER_UNIT: Final = frozenset(("fa",))  # Italian and Catalan "3 giorni fa"; elsewhere a word of its own
AGO_PHRASES: Final = ("il y a", "ca fait")
PORTUGUESE_UNITS: Final = frozenset(
    fold("minuto minutos hora horas dia dias semana semanas mês meses ano anos").split()
)

MORE: Final = frozenset(
    fold(
        "plus over more least mehr über ueber mindestens länger más mais oltre più meer mer mere ponad więcej více "
        "viac yli több fazla более больше свыше понад older"
    ).split()
)
LESS: Final = frozenset(
    fold("less under within fewer weniger menos meno minder mindre mniej méně менее меньше last past").split()
)

DAY_WORDS: Final = {
    **dict.fromkeys(
        fold(
            "today tonight heute aujourd'hui hoy hoje oggi vandaag idag dziś dzisiaj dnes tänään bugün сегодня сьогодні "
            "azi avui اليوم امروز σήμερα"
        ).split(),
        0,
    ),
    **dict.fromkeys(
        fold(
            "yesterday gestern ayer ontem ieri gisteren igår wczoraj včera tegnap eilen вчера вчора ahir kemarin أمس "
            "دیروز χθες"
        ).split(),
        1,
    ),
    **dict.fromkeys(
        fold(
            "vorgestern avant-hier anteayer antier anteontem altroieri eergisteren förrgår forgårs przedwczoraj "
            "předevčírem predvčerom tegnapelőtt toissapäivänä позавчера"
        ).split(),
        2,
    ),
}
SHORT_DAY_WORDS: Final = {"hier": 1, "ma": 0, "dun": 1}  # French, Hungarian, Turkish; common words elsewhere
DAY_PHRASES: Final = {
    fold(phrase): days
    for days, phrases in (
        (0, "just now|just posted|moments ago|a moment ago|gerade eben|soeben|à l'instant|ahora mismo|justo ahora|agora mesmo|proprio ora|zojuist|just nu|akkurat nå|lige nu|przed chwilą|právě teď|az önce|только что|i dag|hari ini|this morning|instantes atrás"),
        (1, "i går|hôm qua"),
        (2, "day before yesterday|antes de ayer|l'altro ieri|i forrgår|i förrgår|i forgårs|i forgars|evvelsi gün"),
    )
    for phrase in phrases.split("|")
}  # fmt: skip

# What a date is the date of. English first; a label of the second kind also says that the day is written first.
POSTED: Final = frozenset(
    ("posted", "published", "listed", "added", "online", "reposted", "advertised", "opened", "created")
)
POSTED_DAY_FIRST: Final = frozenset(
    fold(
        "veröffentlicht veröffentlichung eingestellt erschienen ausgeschrieben inseriert publié publiée publication "
        "parue paru ligne publicado publicada publicación publicação pubblicato pubblicata pubblicazione inserito "
        "geplaatst gepubliceerd plaatsingsdatum publicerad publicerades publicerat publisert offentliggjort opslået "
        "oprettet indrykket lagt opublikowano opublikowana dodano zveřejněno zverejnené vloženo pridané yayınlanma "
        "yayınlandı julkaistu julkaistiin publikálva közzétéve feladva опубликовано опубликована размещено "
        "опубліковано publicat publicada"
    ).split()
)
UPDATED: Final = frozenset(("updated", "modified", "refreshed", "changed"))
UPDATED_DAY_FIRST: Final = frozenset(
    fold(
        "aktualisiert geändert mise actualizado actualizada atualizado atualizada aggiornato aggiornata bijgewerkt "
        "uppdaterad uppdaterades endret oppdatert opdateret zaktualizowano aktualizováno aktualizované güncellendi "
        "päivitetty frissítve обновлено"
    ).split()
)
OTHER: Final = frozenset(
    fold(
        # the end of it
        "expires expire expired expiring expiry deadline close closes closing closed end ends ending until till through "
        "due valid apply applications application applied bewerbungsfrist bewerbungsschluss bewerbung bewerben frist bis "
        "gültig endet ablauf läuft einsendeschluss limite clôture expiration jusqu'au jusqu'à jusque avant candidater límite cierre "
        "cierra vence vencimiento caduca hasta plazo vigencia vigente finaliza prazo encerra encerramento encerrado até "
        "validade termina vencimento scadenza scade entro termine chiusura candidature sluit sluiting sluitingsdatum "
        "uiterlijk verloopt vervalt reageer solliciteer tot ansökningsdag ansök senast sista stänger søknadsfrist "
        "søk senest snarest utløper ansøgningsfrist udløber termin ważna ważne ważność wygasa kończy aplikuj uzávěrka "
        "platí platnosť platnost končí termín határidő lejár jelentkezési päättyy hakuaika haku viimeinen bitiş "
        "başvuru kadar до срок истекает окончание termen expiră "
        # the start of the work
        "start starts starting started begin begins beginning available startdatum eintritt eintrittsdatum eintrittstermin "
        "beginn ab début partir prise inicio incorporación início inizio decorrenza begindatum ingangsdatum aanvang "
        "tillträde oppstart tiltredelse tiltrædelse rozpoczęcie nástup kezdés alkaa başlangıç начало "
        # of something else
        "founded established since gegründet gründung fondée fundada fondata copyright born birth viewed visited saved "
        "seen active interview event hired age aged old"
    ).split()
)
BY: Final = frozenset(("by", "before", "do", "av"))  # a deadline when a figure or a month follows

WEEKDAYS: Final = frozenset(
    fold(
        "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun montag "
        "dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so lundi mardi mercredi jeudi "
        "vendredi samedi dimanche lun mer jeu ven sam dim lunes martes miércoles jueves viernes sábado domingo mié jue vie "
        "sáb dom segunda terça quarta quinta sexta feira lunedì martedì mercoledì giovedì venerdì sabato domenica gio "
        "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag måndag tisdag onsdag torsdag fredag lördag söndag "
        "mandag tirsdag lørdag søndag poniedziałek wtorek środa czwartek piątek sobota niedziela pondělí úterý středa "
        "čtvrtek pátek neděle hétfő kedd szerda csütörtök péntek szombat vasárnap понедельник вторник среда четверг "
        "пятница суббота воскресенье pazartesi salı çarşamba perşembe cuma cumartesi pazar"
    ).split()
)
FILLERS: Final = frozenset(
    fold(
        "date of the on at de del di da le el la il den dem dne der am um uhr kl klo à a h o godz om dei d l às ás alle ore "
        "st nd rd th er º ª го г ago about around ca circa etwa rund environ approximately approx almost nearly kb cca "
        "или and than als que di dan enn än niz nez niż než od från fra from en på ons time times in pm am t z utc gmt full"
    ).split()
)

# Offsets in minutes of the zone names that mean one thing only (not CST, IST, BST).
ZONES: Final = {"z": 0, "utc": 0, "gmt": 0, "est": -300, "edt": -240, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420, "cet": 60, "cest": 120, "eet": 120, "eest": 180, "jst": 540, "kst": 540, "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780}  # fmt: skip


def label(word: str, following: str = "") -> str:
    """Return what folded *word* says a date is the date of: ``posted``, ``updated``, ``other`` or ``""``.

    >>> label("posted"), label("bewerbungsfrist"), label("by", "30"), label("by", "the")
    ('posted', 'other', 'other', '')
    """
    if word in POSTED or word in POSTED_DAY_FIRST:
        return "posted"
    if word in UPDATED or word in UPDATED_DAY_FIRST:
        return "updated"
    if word in BY and (following.isdigit() or following in MONTHS):
        return "other"
    if word in OTHER and not (word == "due" and following in UNITS):  # Italian "due giorni"
        return "other"
    return "other" if word == "gar" and following == "ut" else ""  # Swedish "går ut"


def is_known(word: str) -> bool:
    """Say whether folded *word* can be part of a text about a date."""
    return word.isdigit() or word in _ANY


_ANY: Final = frozenset().union(
    MONTHS, UNITS, NUMBERS, FILLERS, WEEKDAYS, AGO, MORE, FEW, LESS, DAY_WORDS, SHORT_DAY_WORDS, POSTED, POSTED_DAY_FIRST,
    UPDATED, UPDATED_DAY_FIRST, ZONES, AFTER_UNIT, "+>/.,-",
)  # fmt: skip
