"""Draws layouts/digital/template.pptx: python tests/make_template.py

The template has a theme, a master and slide layouts with a logo, and no slides, as a bureau would hand it in.
"""

from __future__ import annotations

from pathlib import Path

from docgen.layout.design import design
from docgen.layout.load import load_pack
from docgen.placed import DeckProperties, PlacedDeck
from docgen.write import write

_HERE = Path(__file__).resolve().parent.parent
TEMPLATE = _HERE.parent / "layouts" / "digital" / "template.pptx"


def template() -> bytes:
    """The bytes of the template."""
    pack = load_pack(_HERE / "template_source")
    return write(PlacedDeck(design(pack), (), properties=DeckProperties(title=pack.label)))


if __name__ == "__main__":
    TEMPLATE.write_bytes(template())
