"""Words of direction and extent in a sentence, and the series of a table that they speak of.

In: a sentence with its claims, and a table of facts. Out: the ``Series`` that a word of the sentence speaks of, and the
``Window`` of periods that it may mean; nothing where the sentence leaves doubt.

- ``subject``: which series a word at some place speaks of; read this first
- ``series``: a series as a value, and those of a table; ``every_series``: those of all tables
- ``windows``: between which periods of a series the sentence compares
- ``parts``: the part of a sentence that belongs to a word
- ``stated``: whether a word is said of what is, and not denied, planned or feared
- ``vocabulary``: the words themselves, each with its meaning; ``good``: which way a value goes by them
- ``trend``, ``from_to``: what something does over time; ``comparison``: with what it is compared; ``extreme``: 最も, 最大
- ``every``, ``members``, ``scope``: what is said of all, of none, of some alone, and for which cells it holds
- ``aim``: a value and its target, ``goals_named`` which target
- ``marks``, ``meaning``: a legend's marks in a sentence, and what they ask of a value;
  ``marked``, ``changes``: the mark that cells give a row, and the change that a mark judges; ``consequences``: what follows
- ``judging``: what a mark judges, of the rows that are its ``owners``, and against which column (``bases``)
"""
