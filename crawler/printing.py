"""Words of strangers on a terminal and in a log."""

import re
from typing import Final

_ODD: Final = re.compile("[^ -~\u00a1-\uffff\U00010000-\U0010ffff]|[\xad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\uffff]")


def printable(text: str, lines: bool = False) -> str:
    r"""*text* with what does not print as an escape; line breaks and tabs stay where *lines* is true.

    >>> printable("a\nb\x1b[2J\u202e"), printable("a\nb", lines=True)
    ('a\\nb\\x1b[2J\\u202e', 'a\nb')
    """
    return _ODD.sub(lambda sign: sign[0] if lines and sign[0] in "\n\t" else sign[0].encode("unicode_escape").decode(), text)
