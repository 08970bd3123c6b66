"""Counts: how many there are of what the deck lists, or of the rows of a table that meet a condition.

- ``count_rules``: the rules; read this first
- ``enumerated``: a count beside the names that it counts (青嶺、白砂及び風見の四地区), or above the lines that it announces
- ``listed``: a count of the items of a list that the deck has (A-1からA-3までの三件)
- ``parts``: the chapters, numbered items or steps of a legend that a count counts (全6章, 四つの柱, 4段階)
- ``rows``: a count of rows by their words (水田が3地区), by a threshold (100人以上の月は2か月), or of what remains
- ``marks``: the marks of a list within a sentence (①…、②…)
- ``names``: the names that a sentence joins by 、 and 及び; ``exact`` is a number that counts
- ``miscount``: what is told of a count that is off
"""
