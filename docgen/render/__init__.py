"""Pictures of a deck, drawn by LibreOffice.

In: a .pptx. Out: a PDF, a PNG for each page, and a contact sheet; all of it in ``pages``. ``offline`` is the deck without
what would be fetched from elsewhere.
"""

from docgen.render.pages import Rendering, render

__all__ = ["Rendering", "render"]
