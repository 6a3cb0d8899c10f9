"""What stands between the two ends of a range."""

import re

from crawler.fields.pay.scan import listed, pattern

_JOIN = """
    to, bis, bis zu, à, a, al, até, a até, tot, tot en met, till, til, do, až, až do, do max, до, по, la, până la,
    hasta, jusqu'à, fino a, upp till, op til, opp til, đến, tới, hingga, rising to, through, up to, and up to, max,
    maximum, maximal, *至, *到, *から, *에서, *부터, kuni, iki, sampai, thru
"""
# Joins only behind a "between".
_AND = "and, und, et, y, e, i, och, og, a, és, și, si, и, ve, en, ja, та, va, & , to, oraz, ir, un"
_BETWEEN = """
    between, *zwischen, entre, tra, fra, mellan, mellem, mellom, między, pomiędzy, mezi, medzi, között, între, intre,
    между, між, arasında, tussen, range, ranges, ranging, välillä, from, *ranging from
"""
_TAIL = (
    r"(?:[.,]\s?-{1,2})?\s?(?:/\s?\w{1,7}\.?|per \w{2,6}|an? (?:hour|day|week|month|year)|p\.a\.|brutto|gross|bruto?)?"
)
JOIN = re.compile(
    rf"{_TAIL}[\s.,(]*(?:-{{1,2}}|~|>|→|{pattern(listed(_JOIN))})[\s:.*]*(?:brutto |gross |about |approx\.? |ca\.? )?"
)
JOIN_AND = re.compile(rf"{_TAIL}\s?(?:&|{pattern(listed(_AND))})\s?(?:\w{{2,6}}\s)?")
BETWEEN = re.compile(pattern(listed(_BETWEEN)))
