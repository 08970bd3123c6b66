"""Copies are equal: what a deck says again, in a summary, as 再掲 or as a quotation, is what it said first.

In: sentences, and the statements and tables of the evidence. Out: a ``Breach`` for each number, period or word that the
copy has otherwise.

- ``copies_rules``: the rules; read this first
- ``changes_again``: a change of which the original tells the two values; ``contrasts``: words that are told apart
- ``periods_again``: when it says that something is done
- ``alike``: which statements a sentence is a copy of
- ``numbers_again``: its numbers and their periods; ``durations_again``: how long it says that a change took;
  ``clauses_again``: in which clause they stand
- ``words_again``: its words; ``quotes_again``: what it quotes, and its bounds; ``subjects_again``: what its
  numbers are of; ``lines_again``: lines of a table
"""
