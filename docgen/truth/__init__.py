"""What a deck says, checked against itself: the rules on numbers that cannot all be true.

In: the texts of a deck with their places, and the ``Evidence`` that they are judged by. Out: a ``Breach`` for each number
that contradicts another, with both and their places, and a ``Coverage`` that counts what was judged. A rule that cannot be
sure is silent: a number with nothing to judge it by is counted, not found.

- ``judged``: a deck through all rules, and what was covered; read this first
- ``numbers``: a number of a sentence that its table does not bear out; ``named`` tells what it must be, ``meant`` and
  ``either_label`` which facts it means, ``told`` what the sentence says that is computed of them, ``nearly`` and
  ``other_units`` what is a slip, ``misdated`` of what years;
  ``as_bound`` what is only exceeded, ``sentence`` a sentence with its claims, ``context`` the words that a table is known
  by, ``doubted`` words that leave it in doubt
- ``totals``: totals that are not the sum, shares that are not 100 %
- ``outliers``: a cell that is out of the scale of its neighbours
- ``one_value``: one fact with two values in tables, ``stated`` in sentences
- ``per_told``: a rate that is told for another many of something than its table
- ``another_cell``: a number that the table has, but for another row or column
- ``counts``: how many there are of what is listed, or of the rows of a table; ``near``: the tables a sentence may speak of
- ``support``: what a sentence says beyond what the tables and other texts show
- ``time``: when numbers hold, and what can have happened by when
- ``copies``: what a deck says again
- ``naming``: what things are called and how they are numbered
- ``house_terms``: the house list of terms
- ``coverage``: how many numbers were read, borne out, derived
"""
