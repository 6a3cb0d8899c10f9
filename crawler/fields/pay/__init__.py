"""How pay is read from a text; the way through it, in order:

`amounts` finds the numbers that may be money (`numbers`, `currencies`, `currency_names`) and joins two to a range (`joins`); `clause` looks
at the words around each (`words` before it, `phrases` right at it, `periods`); `text` decides whether it is pay, in which
currency and for which period; `order` labels the ranges and puts the leading one first. `fields` reads platforms' separate
fields and JSON, `offers` tells equity and bonuses, `scan` makes patterns of word lists. Public face: `crawler.fields.salary`.
"""
