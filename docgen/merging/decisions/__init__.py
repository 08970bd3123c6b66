"""Whose version the merged deck takes: decided three ways, from the deck as built, as edited, and as built anew.

In: the three decks as values. Out: ``Decisions``; nothing is changed here.

- ``decision``: the values that are decided on
- ``deck``: which slides there are, and in which order
- ``slide``, ``shape``, ``table``, ``chart``, ``paragraphs``: what of each is taken
- ``order``: two orders woven into one
"""
