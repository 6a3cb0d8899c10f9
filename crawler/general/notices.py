"""What a page says of itself in so many words: that a posting is closed, that a board has none."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from crawler.general.outline import Block
from crawler.general.words import CLOSED, EMPTY

LINE_MAX: Final = 400  # characters of a line that can be such a notice
ELSEWHERE: Final = frozenset(("nav", "footer", "related", "cookie"))  # where a page does not speak of itself
# What each pattern needs; looked for first, because the patterns are long.
_CLOSED_STEMS: Final = (
    "closed", "filled", "expired", "longer", "not found", "removed", "withdrawn", "ended", "besetzt", "nicht mehr", "abgelaufen", "geschlossen", "pourvu",
    "plus", "expiré", "clos", "clôtur", "fermé", "cerrad", "cubiert", "caducad", "finalizad", "ya no", "encerrad", "preenchid", "expirad", "está mais",
    "chius", "copert", "scadut", "non è più", "non sono più", "vervuld", "gesloten", "verlopen", "niet meer", "niet langer", "besat", "udløbet", "lukket",
    "utløpt", "tillsatt", "stängd", "inte längre", "overskredet", "nieaktualn", "wygas", "zakończon", "zamknięt", "archiwaln", "není", "obsazen", "ukončen",
    "stažen", "neaktuáln", "vypršel", "nie je", "obsaden", "終了", "締切", "締め切", "関閉", "关闭", "结束", "下线", "过期", "招满", "停止", "마감", "종료", "закрыта",
    "неактуальна", "архив",
)  # fmt: skip
_EMPTY_STEMS: Final = (
    "no ", "not ", "n't", "n’t", "without any", "nothing", "keine", "aucun", "pas d", "n'a", "n’a", "sin ", "não ", "nenhuma", "non ci", "non abbiamo", "non sono",
    "nessuna", "geen", "ingen", "inga", "ei ", "brak", "nie ", "žádn", "žiadn", "nemáme", "nehledáme", "nincs", "yok", "bulunma", "нет", "ありません", "おりません",
    "いません", "停止", "ございません", "暂无", "没有", "沒有", "없습니다", "않",
)  # fmt: skip


def says_closed(blocks: Iterable[Block]) -> bool:
    """Whether a line says that the posting of this page is over.

    >>> from lxml import etree
    >>> from crawler.general.outline import outline_of
    >>> says_closed(outline_of(etree.HTML("<p>Diese Stelle ist leider bereits besetzt.</p>")).blocks)
    True
    """
    return says(blocks, _CLOSED_STEMS, CLOSED)


def says_none(blocks: Iterable[Block]) -> bool:
    """Whether a line says that there is no vacancy at all."""
    return says(blocks, _EMPTY_STEMS, EMPTY)


def says(blocks: Iterable[Block], stems: Sequence[str], pattern: re.Pattern[str]) -> bool:
    lines = [block.text for block in blocks if len(block.text) <= LINE_MAX and block.part not in ELSEWHERE]
    page = "\n".join(lines).lower()
    there = [stem for stem in stems if stem in page]
    if not there:
        return False
    for line in lines:
        low = line.lower()
        for stem in there:
            if stem in low:
                if pattern.search(line):
                    return True
                break
    return False
