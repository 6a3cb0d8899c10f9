"""Text without case and accents: how the word tables of the readers are written."""

import re
import unicodedata
from typing import Final

_MARKED: Final = re.compile("[\u00c0-\u024f\u0300-\u036f\u1e00-\u1effйёїў]+")


def fold(text: str) -> str:
    """Return *text* in lower case, Latin and Cyrillic letters without accents; other scripts as they are.

    A text of ASCII and typographic signs, as most are, costs one look at each character.

    >>> fold("Août"), fold("Kasım"), fold("Październik"), fold("Straße"), fold("Søknad")
    ('aout', 'kasim', 'pazdziernik', 'strasse', 'søknad')
    """
    text = text.lower()
    return text if text.isascii() else _MARKED.sub(_bare, text)


def _bare(match: re.Match[str]) -> str:
    decomposed = unicodedata.normalize("NFKD", match[0].replace("ß", "ss").replace("ı", "i").replace("ł", "l"))
    return "".join([sign for sign in decomposed if not unicodedata.combining(sign)])
