"""What bears the numbers of a deck out: its own tables and statements, and what can be computed of them.

In: a text, and the ``Evidence`` that it is judged by. Out: for each number what bears it out, a
``Bearer`` (a cell, a difference, a share, another statement), or not, with the values that it could have had. Like XBRL's
calculations, a number is doubted only where its interval cannot meet that of what should bear it.

- ``ledger``: what bears out one number; read this first
- ``evidence``, ``fact``: what there is: tables of facts, statements, legends, targets, lists, names
- ``cue``, ``mentions``: which facts a number can speak of, by the labels and periods that its sentence names;
  ``shared`` is what labels have in common
- ``times``: whether a fact is of a period, and which periods are stretches
- ``named_tables``: which of many tables a sentence names
- ``bare_years``: labels that are bare years; ``stretches``, ``classes``: the rows that a sentence takes together
- ``base_units``: units as they count; 百万円 is so many 円
- ``heads``: what the heads and words of a table tell: calendars, units
- ``selection``: these facts one by one, in pairs, and as parts of a whole
- ``amounts``, ``ranks``, ``ratios``, ``elsewhere``: what they give; ``computations``: which of it gives a number of
  which kind
- ``bearer``: one such value, and whether it bears a claim
"""
