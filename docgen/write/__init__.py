"""Placed deck to .pptx: every mark spelled as PowerPoint's XML; nothing is decided or measured here."""

from docgen.write.deck import write

__all__ = ["write"]
