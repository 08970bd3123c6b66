"""Opening a deck: its slides with their titles, texts, tables and charts."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path

from docgen.errors import DocgenError
from docgen.opened.opened_deck import OpenedDeck


def opened(path: str | Path) -> OpenedDeck:
    """What the deck in a .pptx file says. DocgenError where there is no such file, or it is damaged."""
    from docgen.opened.outside import slide_size
    from docgen.opened.parts import opened_parts, slide_parts
    from docgen.opened.slide import SlideReader

    deck = Path(path)
    if not deck.is_file():
        raise DocgenError("no-such-deck", where=str(deck))
    try:
        with opened_parts(deck) as parts:
            read = SlideReader(parts, deck.name, slide_size(parts))
            slides = tuple(read.slide(part, number) for number, part in enumerate(slide_parts(parts), start=1))
            return OpenedDeck(deck.name, slides)
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise DocgenError("not-a-deck", where=str(deck)) from error
    except (KeyError, ValueError, AttributeError, IndexError, TypeError, OSError, RuntimeError) as error:
        # The parts of a package are taken to be whole; reading fails so where one is not.
        raise DocgenError("package-damaged", where=str(deck)) from error
