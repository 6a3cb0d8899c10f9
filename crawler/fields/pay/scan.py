"""Lists of words made into one pattern that costs little however long the lists are."""

import re
from collections.abc import Iterable, Mapping


def listed(words: str) -> list[str]:
    """The words and phrases of a comma-separated list.

    >>> listed("salary, day rate")
    ['salary', 'day rate']
    """
    return [word for part in words.split(",") if (word := " ".join(part.split()))]


def pattern(words: Iterable[str]) -> str:
    """Source of a pattern that finds any of *words* in lower-case text, the longest first.

    ``*`` at an end of a word lets it go on there: ``*gehalt*`` is found in "jahresgehaltsrahmen", ``pay`` not in
    "payment". A blank stands for a blank or a hyphen. Scripts without blanks between words need ``*`` at both ends.

    >>> bool(re.search(pattern(["*gehalt*", "pay", "sign on"]), "monatsgehalts")), re.search(pattern(["pay"]), "payment")
    (True, None)
    """
    whole: dict[bool, list[str]] = {True: [], False: []}
    for word in words:
        whole[not word.startswith("*")].append(word.lstrip("*"))
    parts = [rf"(?<![^\W\d_]){_tree(whole[True])}"] if whole[True] else []
    parts += [_tree(whole[False])] if whole[False] else []
    return f"(?:{'|'.join(parts)})"


def _tree(words: Iterable[str]) -> str:
    """Alternatives by their first letters, so that a letter is compared once and not once a word."""
    tree: dict[str, dict] = {}  # type: ignore[type-arg]
    for word in words:
        node = tree
        for letter in word.rstrip("*"):
            node = node.setdefault(letter, {})
        node[r"\b" if word[-1].isalnum() else ""] = {}  # after "p.a." and "*" anything may come
    return _branches(tree)


def _branches(tree: Mapping[str, Mapping]) -> str:  # type: ignore[type-arg]
    ends = [end for end in (r"\b", "") if end in tree]
    letters = [letter for letter in tree if letter not in ("", r"\b")]
    options = [("[ -]" if letter == " " else re.escape(letter)) + _branches(tree[letter]) for letter in letters] + ends
    return options[0] if len(options) == 1 else f"(?:{'|'.join(options)})"


class Scanner:
    """Finds words of several kinds; where two begin at one place, the longer one."""

    def __init__(self, kinds: Mapping[str, str | Iterable[str]]):
        self.kinds: dict[str, str] = {}
        for kind, words in kinds.items():
            for word in listed(words) if isinstance(words, str) else words:
                self.kinds.setdefault(word.strip("*").replace("-", " "), kind)
        every = [
            word.replace("-", " ")
            for words in kinds.values()
            for word in (listed(words) if isinstance(words, str) else words)
        ]
        self.finditer = re.compile(pattern(every)).finditer

    def last(self, low: str, start: int, end: int) -> dict[str, int]:
        """Where the last word of each kind in low[start:end] ends."""
        found: dict[str, int] = {}
        for match in self.finditer(low, start, end):
            found[self.kinds[match[0].replace("-", " ")]] = match.end()
        return found
