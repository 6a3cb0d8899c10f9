"""What a posting wishes for and what it needs: the words of the one and of the other, folded."""

import re
from typing import Final

_HEADING_NEAR: Final = 1_500  # characters before a line in which its heading stands

WISHED: Final = re.compile(
    r"(?<!\ba )(?<!\bthe )(?:preferred(?! (?:qualific|skills|requirem|experience:))|preferable|prefered|desirable|desired|an (?:\w+ )?advantage|beneficial)|(?<!\w)(?:an? (?:big |huge |strong |definite |distinct |real |nice )?(?:plus|bonus|asset)|advantageous|nice to have"
    r"|optional|favou?rable|appreciated|helpful|(?:is |are )?welcome[d]?|would be (?:good|great|nice|ideal|useful|an?)|considered an?|not (?:strictly )?(?:required|necessary|essential|mandatory|needed)"
    r"|von vorteil|wunschenswert|wunschbar|vorteilhaft|gern gesehen|un plus|un atout|souhaite\w*|apprecie\w*|valorable|deseable|se valora\w*|plus apprecie|sera valorado"
    r"|(?:is )?een pre|pluspunt|wenselijk|gewenst|mile widziane|vyhodou|meritierende|en fordel|un punto a favore|gradit[oa]|preferibile|diferencial|desejavel|elony)(?!\w)"
)
NEEDED: Final = re.compile(
    r"(?:required|erforderlich)(?! (?:qualific|skills))|(?<!\w)(?:is a must|mandatory|essential|necessary|needed|minimum|zwingend|voraussetzung|vorausgesetzt|exige\w*|requis\w*|obligatoire|imprescindible|requerid[oa]"
    r"|obligatori[oa]|vereist|noodzakelijk|wymagan\w*|nutn\w*|richiest[oa])(?!\w)"
)
HOPED_FOR: Final = re.compile(
    r"(?:preferred|desired|desirable)(?!\w)(?! candidates?\b)[^.;]{0,60}$|(?<!\w)(?:ideal(?:ly|erweise)?|preferably|nice to have|bonus(?: points)?|a plus|optional|vorzugsweise|idealerweise|wunschenswert|de preference|idealement"
    r"|preferiblemente|idealmente|bij voorkeur|liefst|gerne|najlepiej|idealne|would (?:love|prefer)|helpful|advantageous|not essential\)?|would be)(?!\w)(?! candidates?\b)[^.;]{0,60}$"
)
_WISHES: Final = re.compile(
    r"^[^\n]{0,20}\b(?:preferred|nice[- ]to[- ]haves?|desired|desirable|bonus|a plus|good to have|wunschenswert|von vorteil|idealerweise|das ware toll|les plus|valorable|deseable"
    r"|plussen|pre's|nice extras?|what will set you apart|stand out|optional)\b[^\n.]{0,30}$",
    re.MULTILINE,
)
_HEADING: Final = re.compile(r"^(?!- )[^\n.]{3,60}$", re.MULTILINE)


def is_wished(text: str, at: int) -> bool:
    r"""Whether the last heading before *at* in folded *text* is that of what is nice to have.

    >>> text = "nice to have\n- a boat\n- a degree"
    >>> is_wished(text, text.index("a degree")), is_wished(text, 0)
    (True, False)
    """
    start = max(0, at - _HEADING_NEAR)
    wishes = [match.start() for match in _WISHES.finditer(text, start, at)]
    if not wishes:
        return False
    return all(match.start() <= wishes[-1] for match in _HEADING.finditer(text, start, max(start, at - 1)))
