"""How pay is read from a text; the way through it, in order:

`amounts` finds the numbers that may be money (`numbers`, `currencies` with the table `currency_names`) and joins two to a
range (`joins`); `clause` looks at the words around each (`words` before it, `phrases` right at it); `text` decides whether
it is pay, in which currency and for which period (`periods` with the table `period_words`); `order` labels the ranges and
puts the leading one first. `record` is what comes out. `fields` reads platforms' separate fields and JSON, `offers` tells
equity and bonuses, `scan` makes patterns of word lists. Public face: `crawler.fields.salary`.
"""
