"""The language that a posting is written in."""

import re
from collections import Counter
from collections.abc import Mapping
from typing import Final

from crawler.fields.folding import signs_of
from crawler.fields.languagewords import ARABIC, CYRILLIC, HAN, LETTERS, NAMES, OLD, THREE_LETTERS, WORDS
from crawler.fields.look import look

TEXT_MAX: Final = 1_500  # characters that are looked at
LETTERS_MIN: Final = 40  # a shorter text does not say
_LETTER_WEIGHT: Final = 0.4  # of a telling letter, against a telling word
_SHARE_MIN: Final = 0.12  # telling words among all words; a page of any listed language has 0.25 and more
_TELLING_MIN: Final = 3  # telling words
_OWN_MIN: Final = 0.65  # of the telling words, in the first language; a text of two languages has about half
_LEAD: Final = 1.5  # words by which the first language must lead the second,
_LEAD_SHARE: Final = 0.05  # and of the telling words
_PROSE: Final = 0.3  # telling words beside another script: sentences, not names
_SIGN_IS: Final = 3  # letters that a sign of Chinese, Japanese or Korean is worth
_CJK_MIN: Final = 0.25  # of all letters, so weighed: they are full of Latin names

_LETTERS: Final = bytes(code if code >= 128 or chr(code).isalpha() else 32 for code in range(256))
_FOREIGN: Final = re.compile("[^\x00-\u024f\u1e00-\u1eff\u2000-\u206f\u20a0-\u20bf\u2100-\u2bff]")


def _homes() -> dict[str, tuple[str, ...]]:
    homes: dict[str, list[str]] = {}
    for language, words in WORDS.items():
        for word in set(words.split()):
            homes.setdefault(word, []).append(language)
    return {word: tuple(languages) for word, languages in homes.items()}


_HOMES: Final = _homes()
_TELLING: Final = {letter: languages.split() for letter, languages in LETTERS.items()}


def read_language(text: str) -> str | None:
    """Tell the language of *text*, running prose of some length, as a BCP 47 code (``no`` for any Norwegian).

    Looks at the first ``TEXT_MAX`` characters. By script where that decides it, else by the words of grammar in it.
    ``None`` for less than ``LETTERS_MIN`` letters, for a language that is in no list, and where two are near each
    other, as in a posting of two languages.

    >>> read_language("Wir suchen für unsere Werft eine Person, die mit uns Boote baut und die Planung übernimmt.")
    'de'
    >>> read_language("Python, Kubernetes, PostgreSQL, Terraform, Ansible, Grafana, Prometheus") is None
    True
    """
    text = look(text).low[:TEXT_MAX]
    signs = signs_of(text)
    foreign = _FOREIGN.findall(signs)
    by_script = _by_script(text, foreign) if len(foreign) * _SIGN_IS >= LETTERS_MIN else None
    by_words = _by_words(text, signs)
    if by_script and by_words and by_words[1] >= _PROSE:
        return None  # two languages, each in sentences
    return by_script or (by_words[0] if by_words else None)


def _by_words(text: str, signs: str) -> tuple[str, float] | None:
    """Tell the language by its words: the language, and the share of telling words among all."""
    words = _words(text, signs)
    if len("".join(words)) < LETTERS_MIN:
        return None
    times = Counter(words)
    scores: dict[str, float] = {}
    telling = 0
    for word in times.keys() & _HOMES.keys():
        count = times[word]
        telling += count
        for language in _HOMES[word]:
            scores[language] = scores.get(language, 0) + count
    if telling < max(_TELLING_MIN, _SHARE_MIN * len(words)):
        return None
    for letter in _TELLING.keys() & set(signs):
        for language in _TELLING[letter]:
            scores[language] = scores.get(language, 0) + _LETTER_WEIGHT * min(signs.count(letter), 10)
    first, second = sorted((*scores.items(), ("", 0.0)), key=lambda item: -item[1])[:2]
    if first[1] < _OWN_MIN * telling or first[1] - second[1] < max(_LEAD, _LEAD_SHARE * telling):
        return None
    return first[0], telling / len(words)


def _words(text: str, signs: str) -> list[str]:
    """The runs of letters in *text*; *signs*: what of it is no ASCII."""
    for sign in set(signs):
        if not sign.isalnum() or sign.isdecimal():
            text = text.replace(sign, " ")
    return text.encode("utf-8", "surrogatepass").translate(_LETTERS).decode("utf-8", "surrogatepass").split()


def language_tag(value: object) -> str | None:
    """Return what a platform gives as a BCP 47 tag: a code in any case, a name, or schema.org's ``Language`` object.

    >>> language_tag("de_DE"), language_tag("English (US)"), language_tag("deutsch"), language_tag("zh-hans-cn")
    ('de-DE', 'en-US', 'de', 'zh-Hans-CN')
    >>> language_tag({"name": "French", "alternateName": "fr"}), language_tag("Remote"), language_tag("xx")
    ('fr', None, None)
    """
    if isinstance(value, Mapping):
        found = (language_tag(value.get(key)) for key in ("alternateName", "code", "id", "name", "label"))
        return next((tag for tag in found if tag), None)
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if not isinstance(value, str) or not 2 <= len(value) <= 40:
        return None
    match = _TAG.fullmatch(value.strip())
    if match and (language := _code(match[1].lower())):
        script, region = match[2], match[3]
        return "-".join(filter(None, (language, script and script.title(), region and _region(region))))
    match = _NAME.fullmatch(value.strip().lower())
    language = _BY_NAME.get(match[1].split(" ")[0]) if match else None
    return f"{language}-{_region(match[2])}" if match and language and match[2] else language


_TAG: Final = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|[0-9]{3}))?(?:[.@].{0,12})?")
_NAME: Final = re.compile(r"([^\W\d_]{2,20}(?: [^\W\d_]{4,12})?)(?:\s?[(\[-]\s?(?:([a-z]{2})|[^()]{3,25})\)?\]?)?")
_BY_NAME: Final = {name: language for language, names in NAMES.items() for name in names.split()}


def _region(code: str) -> str:
    return "GB" if code.upper() == "UK" else code.upper()


def _code(code: str) -> str | None:
    code = THREE_LETTERS.get(code, OLD.get(code, code))
    return code if code in NAMES else None


_SCRIPTS: Final = (
    ("ko", re.compile("[\uac00-\ud7af\u1100-\u11ff]")),
    ("kana", re.compile("[\u3041-\u30ff]")),
    ("han", re.compile("[\u3400-\u9fff]")),
    ("cyrillic", re.compile("[\u0400-\u04ff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("arabic", re.compile("[\u0600-\u06ff]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("bn", re.compile("[\u0980-\u09ff]")),
    ("ta", re.compile("[\u0b80-\u0bff]")),
    ("te", re.compile("[\u0c00-\u0c7f]")),
    ("ka", re.compile("[\u10a0-\u10ff]")),
    ("hy", re.compile("[\u0530-\u058f]")),
)


def _by_script(text: str, foreign: list[str]) -> str | None:
    """Tell the language by the script that most of *text* is in, ``None`` if that is Latin after all."""
    signs = "".join(foreign)
    counts = {name: len(pattern.findall(signs)) for name, pattern in _SCRIPTS}
    latin = sum(letter.isalpha() for letter in text) - sum(counts.values())
    cjk = counts["ko"] + counts["kana"] + counts["han"]
    if cjk * _SIGN_IS >= _CJK_MIN * (latin + cjk * _SIGN_IS) and cjk:
        if counts["ko"] > counts["han"] + counts["kana"]:
            return "ko"
        return "ja" if counts["kana"] * 50 > counts["han"] or _marked(signs, HAN, "zh") == "ja" else "zh"
    name = max(counts, key=lambda key: counts[key])
    if counts[name] < latin or name in ("ko", "kana", "han"):
        return None
    if name == "cyrillic":
        return _marked(signs, CYRILLIC, "ru")
    return _marked(signs, ARABIC, "ar") if name == "arabic" else name


def _marked(signs: str, marks: dict[str, str], default: str) -> str:
    """Return the first language whose own letters make up a hundredth of *signs*."""
    for language, letters in marks.items():
        if sum(map(signs.count, letters)) * 100 >= len(signs):
            return language
    return default
