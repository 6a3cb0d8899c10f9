"""Text in small letters, and without accents: how the word tables of the readers are written.

A text of ASCII, or of ASCII and some typographic signs, costs microseconds: what is done to letters is done to the few
different ones that are in it, and not at every place.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final

_MARKED: Final = re.compile("[\u00c0-\u024f\u0300-\u036f\u1e00-\u1effйёїў]+")
_ASCII: Final = bytes(range(128))
_FOREIGN: Final = re.compile("[^\x00-\x7f]+")
_SCARCE: Final = 5  # one sign in so many: from here on the text is better gone through as a whole
_SIGMA: Final = "Σ"  # its small letter depends on where it stands


def fold(text: str) -> str:
    """Return *text* in lower case, Latin and Cyrillic letters without accents; other scripts as they are.

    >>> fold("Août"), fold("Kasım"), fold("Październik"), fold("Straße"), fold("Søknad")
    ('aout', 'kasim', 'pazdziernik', 'strasse', 'søknad')
    """
    if text.isascii():
        return text.lower()
    signs = signs_of(text)
    if len(signs) * _SCARCE > len(text) or _SIGMA in signs:
        return _MARKED.sub(_bare, text.lower())
    text = _ascii_lower(text)
    for sign in set(signs):
        if (plain := folded_sign(sign)) != sign:
            text = text.replace(sign, plain)
    return text


def lower(text: str) -> str:
    """Return *text* in small letters, its length kept (one capital has two small letters: İ).

    >>> lower("ÄRZTE – İZMİR")
    'ärzte – İzmİr'
    """
    if text.isascii():
        return text.lower()
    signs = signs_of(text)
    if len(signs) * _SCARCE > len(text) or _SIGMA in signs:
        low = text.lower()
        return low if len(low) == len(text) else "".join(map(small_sign, text))
    text = _ascii_lower(text)
    for sign in set(signs):
        if (small := small_sign(sign)) != sign:
            text = text.replace(sign, small)
    return text


def small_sign(sign: str) -> str:
    """:func:`lower` of one sign."""
    small = sign.lower()
    return small if len(small) == 1 else sign


def signs_of(text: str) -> str:
    """The signs of *text* that are no ASCII, in their order.

    >>> signs_of("Août – dès 5 €")
    'û–è€'
    """
    if text.isascii():
        return ""
    try:
        return text.encode().translate(None, _ASCII).decode()
    except UnicodeEncodeError:  # a half of a surrogate pair
        return "".join(_FOREIGN.findall(text))


def _ascii_lower(text: str) -> str:
    """*text* with the letters of ASCII small: bytes do it four times faster than a text that holds other signs."""
    return text.encode("utf-8", "surrogatepass").lower().decode("utf-8", "surrogatepass")


@lru_cache(maxsize=4096)
def folded_sign(sign: str) -> str:
    """:func:`fold` of one sign."""
    return _MARKED.sub(_bare, sign.lower())


def _bare(match: re.Match[str]) -> str:
    decomposed = unicodedata.normalize("NFKD", match[0].replace("ß", "ss").replace("ı", "i").replace("ł", "l"))
    return "".join([sign for sign in decomposed if not unicodedata.combining(sign)])
