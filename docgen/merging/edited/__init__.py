"""The edited deck, read into the values of ``docgen.fingerprint``.

In: a .pptx. Out: an ``EditedDeck`` of slides and shapes with their XML, and what of it is what was built.

- ``package``: the parts of a .pptx in memory; ``usable``: whether PowerPoint would open them as they are
- ``deck``, ``shape``, ``text``, ``colours``: slides, shapes, paragraphs and RGB read from XML
- ``shape_features``: what docgen hardly ever writes of a shape: effects, equations, ink;
  ``respelled``: what of it says something where LibreOffice saved the deck
- ``whole``: sections, properties, labels, custom XML, what the design shows
- ``table_styles``: the fills that table styles give to cells
- ``matching``: which slide or shape of the edited deck is which of the deck as built
- ``value_comparison``: whether two values are the same, within what programs round
- ``xml_comparison``: whether two shapes are spelled the same
"""
