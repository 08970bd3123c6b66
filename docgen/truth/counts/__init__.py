"""Counts: how many there are of what the deck lists, or of the rows of a table that meet a condition.

- ``count_rules``: the rules; read this first
- ``enumerated``: a count beside the names that it counts (青嶺、白砂及び風見の四地区), or above the lines that it announces
- ``listed``: a count of the items of a list that the deck has (A-1からA-3までの三件)
- ``parts``: the chapters, numbered items or steps of a legend that a count counts (全6章, 四つの柱, 4段階)
- ``items``: a count of the items from one to another, of all where some are named (など), or of those that are left
- ``rows``: a count of rows by their words (水田が3地区), of all, or of what remains
- ``by_thresholds``: a count of the rows, columns or years above or below a threshold (100人以上の月は2か月)
- ``members``: rows, columns or years that are listed as those that meet a condition; ``listings`` are such lists
- ``conditions``: what a part of a sentence asks of members: the words of their ``cells``, ``thresholds`` for values
- ``lines``: the facts of a table that differ in their row, column or period alone
- ``marks``: the marks of a list within a sentence (①…、②…)
- ``names``: the names that a sentence joins by 、 and 及び; ``exact`` is a number that counts
- ``miscount``: what is told of a count that is off
"""
