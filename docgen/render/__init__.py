"""Pictures of a deck, by one of three engines.

LibreOffice draws a .pptx as it is, and as a PDF. BetterOffice, where it is installed, draws one in this process within
tenths of a second. Where neither is there, the placed deck is drawn as plain SVG from docgen's own measures.

In: a .pptx, or a placed deck. Out: a picture a page, and where the engine makes them a PDF and a contact sheet.

- ``pages``: the files that ``docgen render`` makes; read this first
- ``engine``: which engines there are on a machine, and which one is taken
- ``libreoffice``: its program; ``betteroffice``: pages as PNG, with the fonts of this machine
- ``svg``: a placed slide as SVG, its marks; ``svg_text``: its texts, line by line; ``svg_table``: its tables
- ``alone``: placed slides as a deck of their own, in which they look as they do there
- ``offline``: the deck without what would be fetched from elsewhere
"""

from docgen.render.pages import Rendering, render

__all__ = ["Rendering", "render"]
