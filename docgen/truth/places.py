"""Where the shapes of a deck lie."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.breach import Breach
from docgen.opened.opened_deck import OpenedDeck


def inside_the_slide(deck: OpenedDeck) -> Iterator[Breach]:
    """No text, table or chart of a slide reaches over its edge. What lies beside the slide as a whole is not shown."""
    for slide in deck.slides:
        for where in slide.outside:
            yield Breach("outside-slide", where)


PLACE_RULES = (inside_the_slide,)
