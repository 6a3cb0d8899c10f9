"""A posting that is nothing but text: lines at its head that are facts, a title among them, then the text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from crawler.general.chips import kind_of, tidy
from crawler.general.facts import Fact, accepts
from crawler.general.labels import LABEL_MAX, label_kind
from crawler.general.roles import is_title, names_role
from crawler.general.words import MACHINERY, NOT_BODY

TEXT_MAX: Final = 400_000  # characters
HEAD_LINES: Final = 14  # lines that can be facts before the text begins
LONG: Final = 140  # characters of a line that is text
TEXT_MIN: Final = 120  # characters of a posting's text

_COLON: Final = re.compile(r"\s*[:：]\s*")
# What a form leaves behind when its page is saved as text: labels of fields and words of buttons, one after the other.
FORM: Final = re.compile(
    r"(?:(?:confirm |repeat |your |enter |e-?mail ?|first |last |full |phone |name|password|address|upload |attach |choose |browse|select |submit|send |resume|cv|cover letter|captcha|subscribe|sign up|log ?in|"
    r"bestätigen |ihre |deine |vorname|nachname|absenden|senden|hochladen|prénom|nom|envoyer|confirmer |correo|nombre|apellidos?|enviar|confirmar |conferma |invia|cognome|bevestig |verzend(?:en)?|verstuur)\b[\s:*_-]*)+",
    re.IGNORECASE,
)
_WORDS: Final = re.compile(r"[^\W\d_]+")
_TERMINAL: Final = re.compile(r"[.!?。！？]\s*$")


@dataclass(slots=True)
class PlainPosting:
    title: str
    text: str
    facts: dict[str, list[str]] = field(default_factory=dict)


def posting_in_text(text: str) -> PlainPosting | None:
    r"""The posting that *text* is; ``None`` when its head names no role.

    The lines of the head stand in any order and are told by what they look like. What a form left at the end is left
    out.

    >>> found = posting_in_text("Lisbon, Portugal\nHarbour Engineer\n3 days ago\n" + "We build harbours for small boats. " * 5)
    >>> found.title, found.facts
    ('Harbour Engineer', {'location': ['Lisbon, Portugal'], 'date_posted': ['3 days ago']})
    """
    lines = [line.strip() for line in text[:TEXT_MAX].replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    facts, titles, begin = head_of(lines)
    title = next((line for line in titles if is_title(line)), None) or next((line for line in titles if names_role(line) and len(line) < 120), None)
    stated = next((fact.value for fact in facts if fact.kind == "title"), None)
    if stated or title is None:
        title = stated or title
    if title is None:
        return None
    # What of the head is neither title nor fact belongs to the text.
    rest = [line for line in titles if line != title and len(line) > 40]
    body = without_form([*rest, *lines[begin:]])
    if len(body) < TEXT_MIN:
        return None
    found = PlainPosting(title, body)
    for fact in facts:
        if fact.kind != "title":
            found.facts.setdefault(fact.kind, []).append(fact.value)
    return found


def head_of(lines: Sequence[str]) -> tuple[list[Fact], list[str], int]:
    """The facts of the head, its other short lines, and the number of the line with which the text begins."""
    facts: list[Fact] = []
    others: list[str] = []
    looked = 0
    for at, line in enumerate(lines):
        if not line:
            continue
        if len(line) > LONG or looked >= HEAD_LINES or (_TERMINAL.search(line) and len(line) > 60):
            return facts, others, at
        looked += 1
        fact = stated(line, at)
        if fact is not None:
            facts.append(fact)
        elif (kind := kind_of(line)) is not None and not any(fact.kind == kind and kind != "location" for fact in facts):
            facts.append(Fact(kind, tidy(line), at, at))
        elif line.startswith(("-", "*", "•")) or (others and any(is_title(other) for other in others) and not names_role(line) and line.endswith(":")):
            return facts, others, at
        else:
            others.append(line)
    return facts, others, len(lines)


def stated(line: str, at: int) -> Fact | None:
    match = _COLON.search(line, 0, LABEL_MAX)
    if match is None:
        return None
    kind, value = label_kind(line[: match.start()]), tidy(line[match.end() :])
    return Fact(kind, value, at, at) if kind and value and accepts(kind, value) else None


def without_form(lines: Sequence[str]) -> str:
    """The text of *lines* without what a form or the page's machinery left at its end."""
    end = len(lines)
    while end and (not lines[end - 1] or is_debris(lines[end - 1])):
        end -= 1
    return "\n".join(lines[:end]).strip()


def is_debris(line: str) -> bool:
    """Whether *line* is labels and buttons of a form, and no sentence.

    >>> is_debris("Confirm your E-mail: Send Email"), is_debris("Send your CV to our team, we answer all.")
    (True, False)
    """
    if len(line) > 120 or _TERMINAL.search(line):
        return False
    if MACHINERY.match(line) or NOT_BODY.match(line):
        return True
    left = FORM.sub(" ", line)
    return len(line) < 90 and len(_WORDS.findall(left)) <= 0.25 * len(_WORDS.findall(line))
