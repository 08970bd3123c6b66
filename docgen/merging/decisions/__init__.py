"""Whose version the merged deck takes: decided from the deck as built, as edited, and as built anew.

In: the three decks as values. Out: ``Decisions``; nothing is changed here.

- ``decision``: the decisions as values
- ``deck``: which slides there are, and in which order; ``slide``: the shapes and notes of a slide
- ``whole``: the deck as a whole: sections, properties, labels, stamps on the master
- ``shape``, ``table``, ``chart``, ``paragraphs``: what is taken of each
"""
