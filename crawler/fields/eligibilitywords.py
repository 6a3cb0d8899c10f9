"""Words of which one is in every sentence about a visa, and about a security clearance; folded."""

from typing import Final

VISA_KEYS: Final = ("sponsor", "visum", "visa", "patrocin", "parrain", "arbeitserlaubnis")
CLEARANCE_KEYS: Final = (
    "clearance",
    " cleared",
    "sicherheitsuberprufung",
    "habilitation",
    "habilitacion de seguridad",
    "veiligheidsonderzoek",
    "screening niveau",
)
