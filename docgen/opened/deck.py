"""Opening a deck: its slides with their titles, texts, tables and charts."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path

from docgen.errors import DocgenError
from docgen.opened.opened_deck import OpenedDeck
from docgen.opened.slide import opened_slide


def opened(path: str | Path) -> OpenedDeck:
    """What the deck in a .pptx file says. DocgenError where there is no such file, or it is damaged."""
    from lxml.etree import XMLSyntaxError
    from pptx import Presentation
    from pptx.exc import PythonPptxError


    deck = Path(path)
    if not deck.is_file():
        raise DocgenError("no-such-deck", where=str(deck))
    try:
        slides = Presentation(str(deck)).slides
        return OpenedDeck(
            deck.name, tuple(opened_slide(slide, number, deck.name) for number, slide in enumerate(slides, start=1))
        )
    except (zipfile.BadZipFile, zlib.error, PythonPptxError, XMLSyntaxError, EOFError) as error:
        raise DocgenError("not-a-deck", where=str(deck)) from error
    except (KeyError, ValueError, AttributeError, IndexError, TypeError, OSError) as error:
        # python-pptx trusts the parts of a package to be whole; it fails so where one is not.
        raise DocgenError("package-damaged", where=str(deck)) from error
