"""The sentence around a place in folded text."""

import re
from typing import Final

# A full stop counts behind a word of three letters and more: "B.Sc. in", "approx. 5" go on. Behind it may be glued what
# lost its break.
_END: Final = re.compile(r"[!?\n•;●▪◦·]|(?<=[\w)’'][\w)’'][\w)’'])\.(?=\s|[a-z]{3}|$)")


def sentence_at(text: str, at: int, before: int, after: int) -> tuple[int, int]:
    """Where the sentence begins and ends that holds the place *at* of folded *text*; its marks at the end are not in it.

    A long one is cut *before* and *after* characters from there.

    >>> text = "we sail. you hold a b.sc. in physics! apply"
    >>> start, end = sentence_at(text, text.index("b.sc"), 100, 100)
    >>> text[start:end]
    ' you hold a b.sc. in physics'
    """
    start = max(0, at - before)
    for end in _END.finditer(text, start, at):
        start = end.end()
    found = _END.search(text, at, at + after)
    return start, found.start() if found else min(len(text), at + after)
