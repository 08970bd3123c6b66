"""One slide as XML.

In: a ``PlacedSlide``. Out: a ``SpelledSlide``: the XML of its part, and the digest of each mark's XML.

- ``slide``: the slide and its marks in reading order; read this first
- ``shape``: text boxes, placeholders, native shapes and free outlines
- ``connector``: connectors, and the preset that draws a path
- ``table``: tables; ``table_grid``: which cell fills each place, and which stroke lies on each edge
- ``links``: jumps to slides and web addresses
"""
