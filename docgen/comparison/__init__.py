"""What changed between two compendia, in the document's own terms: values, measures, budgets, pages, texts.

In: two content folders, decks or fingerprints. Out: a ``Comparison``, which holds each change once.

- ``source``: what can be compared, and the fingerprint of each; ``compare``: all changes in their order
- ``records``, ``pages``, ``bodies``, ``tables``: the changes of records, pages, texts and charts, tables
- ``change``: a change as a value; ``pairs``, ``words``: sentences paired, and words as they are printed
- ``report``, ``slide``: a comparison as text, as JSON, and as a page of a deck
"""

from docgen.comparison.change import Change, Comparison, FieldChange

__all__ = ["Change", "Comparison", "FieldChange"]
