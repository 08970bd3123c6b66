"""How a sentence tells what its number is computed of: each way a function, which gives what the number must be.

In: a sentence and the ``Cue`` of one of its numbers in one table. Out: the ``Bearer``s that the number must be, () where
the sentence does not tell it so. ``tellings`` lists the ways in the order in which they are asked: a new one goes there.

- of two values or times: ``from_to``, ``stretch_told``, ``changes_compared``, ``yearly``, ``index_told``,
  ``level_of_another``, ``part_of_another_year``, ``periods_joined``, ``at_another``; ``compared`` tells which facts a
  change is between, by ``ends``, ``years_lasting`` and ``against_column``
- of two labels: ``exceeding_told``, by the words of ``distance``; ``less_told``, ``gap_named``, ``range_told``,
  ``balance_told``
- of several added up, or all but some: ``sum_told``, ``joint``, ``kind_told``, ``leading_told``, ``without_told``,
  ``every_told``
- of a part and its whole: ``rate_behind``, ``rate_told``, ``share_named``, ``share_of_named``, ``part_told``, ``crossed``
- of what stands beside: ``as_beside``, ``each_told``, ``from_said``
- by the title of its table: ``surveyed``
- by the words around it alone: ``announced``
"""
