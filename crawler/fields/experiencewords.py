"""The words by which postings speak of years; folded."""

from typing import Final

FIGURES: Final = {
    word: value
    for value, row in enumerate(
        (
            "one un une ein eine einem uno una um uma een jeden jeden",
            "two zwei deux dos dois duas due twee tva dwa dva ket",
            "three drei trois tres tre drie trzy tri harom",
            "four vier quatre cuatro quatro quattro fyra cztery ctyri negy",
            "five funf cinq cinco cinque vijf fem piec pet",
            "six sechs seis sei zes sex szesc sest hat",
            "seven sieben siete sete sette zeven sju",
            "eight acht huit ocho oito otto",
            "nine neun neuf nueve nove negen",
            "ten zehn dix diez dez dieci tien tio",
            "eleven",
            "twelve zwolf douze doce doze dodici twaalf",
        ),
        1,
    )
    for word in row.split()
} | {"fifteen": 15, "twenty": 20}
# Words of these stand beside every number of years; notation of `crawler.fields.look`.
YEARS: Final = tuple(
    (
        "years year yrs yr jahre jahren jahr ans annees an anos ano anni anno jaar jaren ar ars lata lat roku rok roky let rokov ev "
        "eves yil months month monate mois meses mesi maanden"
    ).split()
)
YEARS_OF_SIGNS: Final = ("лет", "года", "год")
MONTHS: Final = frozenset(("months", "month", "monate", "mois", "meses", "mesi", "maanden"))
COMPOUNDS: Final = ("*jahrig*", "*letni*", "*jarige*")  # "3-jährige Erfahrung"
NONE_NEEDED: Final = (
    "*experience required*", "*experience is required*", "*experience necessary*", "*experience is necessary*", "*experience needed*",
    "*experience is needed*", "*erfahrung erforderlich*", "*erfahrung notig*", "*erfahrung notwendig*", "*aucune experience*",
    "*requiere experiencia*", "*necessidade de experiencia*",
)  # fmt: skip
NONE_NEEDED_OF_SIGNS: Final = ("未経験", "无需经验", "무관")
# One of these stands in every heading of what is only hoped for.
OPTIONAL: Final = (
    "preferred", "nice to have", "nice to haves", "desired", "desirable", "bonus", "a plus", "wunschenswert", "von vorteil", "idealerweise", "les plus",
    "valorable", "deseable", "plussen",
)  # fmt: skip
