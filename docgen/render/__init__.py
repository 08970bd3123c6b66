"""Pictures of a deck, drawn by LibreOffice.

In: a .pptx. Out: a PDF, a PNG for each page, and a contact sheet.

- ``pages``: the PDF and the pages
- ``contact_sheet``: pages side by side in one picture
"""

from docgen.render.pages import Rendering, render

__all__ = ["Rendering", "render"]
