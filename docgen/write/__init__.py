"""Placed deck to .pptx: every mark spelled as PowerPoint's XML; nothing is decided or measured here.

In: a ``PlacedDeck``, lengths in points. Out: the bytes of a .pptx, the same for the same deck.

- ``deck``: a placed deck to its file, or to a package to be changed; read this first
- ``writer``: a deck slide by slide: each is spelled and packed when it is there
- ``slide``: the marks of a slide: text boxes, shapes, connectors, tables, pictures
- ``chart``: native charts and the workbooks behind them
- ``design``: theme, slide master and slide layouts, made from the design or taken from a template
- ``media``: pictures, charts and workbooks, each part once
- ``document``: the presentation part with its sections, speaker notes, properties
- ``package``: parts, their names, relationships and the zip that holds them
- ``xml``: what all parts share: escaping, units, colours, text, identities, elements
"""

from docgen.write.deck import write

__all__ = ["write"]
