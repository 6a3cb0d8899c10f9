"""The text of a posting among the lines of its page: where it begins, where it ends, which of the lines are its own.

The text runs from the first sentence about the job or the employer to the last one about the job, its benefits or how
to apply. Lines are weighed by what they look like, and the text is the heaviest run of lines below the title.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from html import escape
from itertools import pairwise
from typing import Final

from lxml import etree

from crawler.general.labels import label_kind
from crawler.general.outline import Block
from crawler.general.words import APPLY, MACHINERY, NOT_BODY, OTHERS, SECTIONS

PART_WEIGHT: Final = {"nav": -25.0, "footer": -90.0, "related": -120.0, "cookie": 0.0, "dialog": 0.0, "share": -2.0, "entry": -14.0,
                      "form": -2.0, "button": 0.0, "aside": -6.0, "newsletter": -30.0, "comments": -120.0}  # fmt: skip
MACHINE: Final = -1.0  # weight of a line of the page's machinery: left out, and no reason to end a text
PROSE: Final = 50  # characters from which a line counts as a sentence
MOST: Final = 0.75  # share of the weight that the element holds which is taken for the text's own
CELLS: Final = frozenset(("th", "td", "dt", "dd"))
FRAMED: Final = frozenset(("li", "ul", "ol", "tr", "tbody", "thead", "dl", "td", "th"))
COOKIES: Final = re.compile(r"\bcookies?\b", re.IGNORECASE)
END: Final = re.compile(r"[.!?。！？…:;][\"”»)\s]*$")
CODE: Final = re.compile(r"\bfunction\s?\w*\(|^[\w.$]{1,40}\([^)]{0,200}\);|^\s*(?:var|let|const|window|document)\b[. ].*[=(]|^[.#@][\w.# -]+\{")  # of a script or style that a broken page shows
WIDE: Final = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")  # letters that say as much as two or three
UPDATED: Final = re.compile(
    r"^\W*(?:last (?:updated?|modified)|updated|posted|published|page \d|zuletzt|aktualisiert|veröffentlicht|mis à jour|publié|actualizado|aktualizováno|更新)\b.{0,60}$",
    re.IGNORECASE,
)


def weight(block: Block) -> float:
    """How much *block* looks like text of a posting (above 0), or like what stands around it."""
    if block.part is not None:
        return PART_WEIGHT.get(block.part, -10.0)
    text, size = block.text, len(block.text)
    if size < 120 and (block.level or size < 60) and OTHERS.match(text) and not SECTIONS.fullmatch(text):
        return -300.0 if block.level else -30.0
    if size < 70 and MACHINERY.match(text):
        return MACHINE
    if (size < 300 and NOT_BODY.match(text)) or COOKIES.search(text):
        return -40.0
    if ("{" in text or ");" in text) and CODE.search(text):
        return -400.0
    if block.links > 0.7 * size and size < 200:
        return -10.0 if block.level else -7.0
    if block.level:
        return 40.0 if size < 90 and SECTIONS.search(text) else 6.0
    if size < 90 and SECTIONS.match(text):
        return 40.0
    if size >= PROSE or END.search(text):
        return min(size, 300) + 0.0
    if block.tag == "li" or block.tag in CELLS:
        return 4.0 + 0.4 * size
    return -3.0 if size < 25 else 1.0


def body_of(blocks: Sequence[Block], start: int, facts: Collection[int] = ()) -> list[Block]:
    """The lines of the posting's text, from line *start* on; [] if there is none.

    *facts* are the numbers of lines that say a fact with its label: they begin no text, but may be all of it.
    """
    weights = [weight(block) for block in blocks]
    first, last = heaviest(weights, start)
    if first == last:
        return []
    first, last = own_element(blocks, weights, first, last)
    first, last = trimmed(blocks, weights, first, last, facts)
    return [block for block, w in zip(blocks[first:last], weights[first:last], strict=True) if block.part is None and w > -30 and w != MACHINE]


def heaviest(weights: Sequence[float], start: int) -> tuple[int, int]:
    """The run of *weights* from *start* on that has the greatest sum, as a half-open range."""
    best, best_run = 0.0, (start, start)
    total, begin = 0.0, start
    for at in range(start, len(weights)):
        total += weights[at]
        if total <= 0:
            total, begin = 0.0, at + 1
        elif total > best:
            best, best_run = total, (begin, at + 1)
    return best_run


def own_element(blocks: Sequence[Block], weights: Sequence[float], first: int, last: int) -> tuple[int, int]:
    """The part of the run that the deepest element with most of its weight holds, with what goes on beside it."""
    held: dict[etree._Element, float] = defaultdict(float)
    total = 0.0
    for at in range(first, last):
        if weights[at] > 0:
            total += weights[at]
            for depth, element in enumerate(blocks[at].parent.iterancestors()):
                held[element] += weights[at]
                if depth > 40:
                    break
    own, smallest = None, 0.0
    for element, sum_held in held.items():
        if sum_held >= MOST * total and (own is None or sum_held < smallest or (sum_held == smallest and is_inside(element, own))):
            own, smallest = element, sum_held
    if own is None:
        return first, last
    inside = [at for at in range(first, last) if is_inside(blocks[at].parent, own)]
    if not inside:
        return first, last
    begin, end = inside[0], inside[-1] + 1
    while begin > first and goes_on(blocks[begin - 1]):
        begin -= 1
    # A button between the opening paragraph and the first section parts no text.
    above = begin
    while above > first and weights[above - 1] == MACHINE:
        above -= 1
    while first < above < begin and blocks[above - 1].part is None and extent(blocks[above - 1].text) >= PROSE:
        begin = above = above - 1
    end = end_beside(blocks, end, last)
    # Short lines right after the last sentence (facts, short items) weigh nothing, and belong to it within its element.
    frame = frame_of(blocks[end - 1])
    while end < len(blocks) and weights[end] > -5.0 and is_inside(blocks[end].parent, frame):
        end += 1
    return begin, end


def frame_of(block: Block) -> etree._Element:
    """What holds *block* and its like: of a cell its table, of an item what its list stands in."""
    up = block.parent.getparent()
    while up is not None and up.getparent() is not None and up.tag in FRAMED:
        up = up.getparent()
    return up if up is not None else block.parent


def end_beside(blocks: Sequence[Block], end: int, last: int) -> int:
    """Where the text ends that goes on outside of its main element: section by section while they are of a posting."""
    while end < last:
        upto = end + 1
        while upto < last and not (blocks[upto].level and blocks[upto].part is None):
            upto += 1
        section = [block for block in blocks[end:upto] if block.part is None]
        if section and not of_posting(section):
            break
        end = upto
    return end


def of_posting(section: Sequence[Block]) -> bool:
    head = section[0]
    if head.level:
        return len(head.text) < 90 and bool(SECTIONS.search(head.text) or APPLY.search(head.text) or label_kind(head.text))
    return any(extent(block.text) >= PROSE or block.tag == "li" for block in section)


def extent(text: str) -> int:
    """How long *text* is, in letters of an alphabet.

    >>> extent("raft"), extent("筏を作る")
    (4, 8)
    """
    return len(text) if text.isascii() else len(text) + len(WIDE.findall(text))


def goes_on(block: Block) -> bool:
    """Whether a line before the element of most of the text is text of the posting, too."""
    if block.part is not None:
        return block.part in ("cookie", "dialog", "button", "share", "form")
    if len(block.text) < 90 and SECTIONS.search(block.text):
        return True
    return len(block.text) >= PROSE or block.tag == "li"


def is_inside(element: etree._Element, around: etree._Element) -> bool:
    return element is around or any(up is around for up in element.iterancestors())


def trimmed(blocks: Sequence[Block], weights: Sequence[float], first: int, last: int, facts: Collection[int]) -> tuple[int, int]:
    """The run without the facts, buttons and links at its ends."""
    begin, end = first, last
    cells = sum(1 for block in blocks[first:last] if block.tag in CELLS)
    facts = () if 2 * cells >= last - first else facts  # a table of facts is the text
    while begin < end and ((weights[begin] <= 1.0 and blocks[begin].tag not in CELLS) or begin in facts or blocks[begin].part is not None):
        begin += 1
    if begin == end:
        begin = first
    while end > begin and (blocks[end - 1].part is not None or (end - 1 not in facts and ends_nothing(blocks[end - 1], weights[end - 1]))):
        end -= 1
    return (begin, end) if end > begin else (first, last)


def ends_nothing(block: Block, weight: float) -> bool:
    """Whether *block* as the last line is a link, a heading over nothing, a call to press a button, or a date of the page."""
    text = block.text
    if weight < -3.0 or weight == MACHINE or (block.level and not END.search(text)):
        return True
    return (len(text) < 100 and bool(UPDATED.match(text))) or (len(text) < 40 and bool(APPLY.fullmatch(text.rstrip("!: "))))


def html_of(body: Sequence[Block]) -> str:
    """The lines of a text as HTML: headings, paragraphs, lists.

    A paragraph that the page broke into lines keeps its breaks.
    """
    out: list[str] = []
    in_list = False
    for before, block in pairwise((None, *body)):
        assert block is not None
        item = block.tag == "li" or (before is not None and in_list and block.tag == "p" and inside_item(block))
        if in_list and not item:
            out.append("</ul>")
        if item and not in_list:
            out.append("<ul>")
        in_list = item
        text = escape(block.text, quote=False)
        if item:
            out.append(f"<li>{text}</li>")
        elif block.level:
            out.append(f"<h3>{text}</h3>")
        elif block.continued and out and out[-1].endswith("</p>") and before is not None and before.parent is block.parent:
            out[-1] = f"{out[-1][:-4]}<br>{text}</p>"
        else:
            out.append(f"<p>{text}</p>")
    if in_list:
        out.append("</ul>")
    return "\n".join(out)


def inside_item(block: Block) -> bool:
    up = block.parent.getparent()
    return up is not None and up.tag == "li"
