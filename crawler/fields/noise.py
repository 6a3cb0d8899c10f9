"""What is no text in a text: controls, invisible signs, other systems' line ends."""

import re
from typing import Final

from crawler.fields.layout import SURROGATE

_LINE_ENDS: Final = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# Controls, soft hyphen, zero width, bidi controls, tags. A joiner stays where a script or an emoji is spelt with it.
_NOISE: Final = re.compile(
    "\x1b\\[[0-9;?]{0,20}[@-~]"  # what colours a terminal
    "|[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e007f]"
    "|(?<![\u0600-\u0dff\U0001f000-\U0001faff\u2600-\u27bf\ufe0f])[\u200c\u200d]"
    "|[\u200c\u200d](?![\u0600-\u0dff\U0001f000-\U0001faff\u2600-\u27bf])"
)
_PRINTABLE: Final = bytes(code for code in range(127) if code >= 32 or code == 10)


def without_noise(text: str) -> str:
    r"""Return *text* without controls, bidi and zero-width characters; every line end becomes a newline.

    >>> without_noise("Sea\u200b\r\n\u2028land\x07")
    'Sea\n\nland'
    """
    rare = text.encode("utf-8", "surrogatepass").translate(None, _PRINTABLE)
    if not rare or rare.decode("utf-8", "surrogatepass").isprintable():
        return text
    return _NOISE.sub("", SURROGATE.sub("\ufffd", _LINE_ENDS.sub("\n", text)))
