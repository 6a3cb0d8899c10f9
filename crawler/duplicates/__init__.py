"""When two postings are one, and by which rule.

The same opening: one employer (or an agency that recruits for it), one role and level, one place. A board, a date, an edit, a cut or
another writing of company and place make no difference; another city, level, shift or team does. Rules: ``docs/duplicates.md``.

>>> text = "You keep the presses of our bindery running, find faults early and train two apprentices. " * 3
>>> post = {"title": "Press Mechanic", "company": "Falzwerk GmbH", "location": "Kassel, Germany", "description": text}
>>> compare(post, {**post, "company": "Falzwerk", "location": "Kassel"})
Match(rule='same_content', score=1.0)
>>> compare(post, {**post, "location": "Fulda, Germany"})
"""

from crawler.duplicates.employer import company_key
from crawler.duplicates.facts import Facts
from crawler.duplicates.keys import Block, blocks_of, leader, rank
from crawler.duplicates.likeness import DIGEST_VERSION, digest, may_be_alike, similarity
from crawler.duplicates.rules import Match, compare, match

__all__ = [
    "DIGEST_VERSION", "Block", "Facts", "Match", "blocks_of", "company_key", "compare", "digest", "leader", "match", "may_be_alike", "rank", "similarity",
]  # fmt: skip
