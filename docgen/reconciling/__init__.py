"""What a deck says beside what the content prints: numbers, directions and names that are others, with both places.

In: a deck that was opened, and a ``Source``: a compendium, its text fields and the deck that it prints. Out: a ``Breach``
for each difference, whoever edited or made the deck.

- ``against``: a deck against a content; read this first
- ``source``: the content's side: what it prints, and where that is written; ``fields``: its texts, ``printed``: its slides
- ``pairs``: which slide and text of the deck is which printed one; ``cells``: tables and charts, value by value
- ``wording``: two texts that say nearly the same, and where they do not
"""
