"""Pictures of a deck: PDF through LibreOffice, one PNG a page, a contact sheet."""

from docgen.render.render import Rendering, render

__all__ = ["Rendering", "render"]
