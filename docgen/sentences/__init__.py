"""Japanese sentences, read for what they claim.

In: a text, such as 「2022年に2,610人と、前年から1.0％減。」. Out: a ``Claim`` for every number, period and name with digits
in it: the interval that the number leaves open, its base unit, its kind, and when it holds. No data is looked up here.

- ``claims``: reading a text; read this first
- ``claim``: a claim as a value, and its kinds
- ``numbers``: numbers with sign, unit, bound and direction; ``numerals``, ``units`` and ``bounds`` are their parts
- ``periods``: periods by name, and those counted from another (翌年度); ``when``: which number holds when
- ``identifiers``: digits that name something (I-1065, 第6期, 図3)
- ``beginnings``: patterns of many words, tried only where one of the words may begin
- ``plain``: full-width letters as half-width ones
"""
