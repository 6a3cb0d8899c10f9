"""How a location text becomes places; the way through it, in order:

`stretches` cuts the text at strong separators and finds the brackets; `parts` reads what stands between two commas, with
`scripts` for Chinese, Japanese and Korean; `names` looks one name up (`gazetteer`, and the tables `words`, `cities`,
`regions`); `groups` and `starts` join parts to places; `reach` says which of them remote work is bound to; `choice`
decides which city of the name is meant. `structured` reads platforms' separate fields. Public face: `crawler.fields.location`.
"""
