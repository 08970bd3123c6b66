"""Which slides of a deck show what a breach is about, and whose it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from docgen.breach import Breach
from docgen.errors import FieldPath, Position, SlidePosition
from docgen.review.review import Finder, Shown

if TYPE_CHECKING:
    from docgen.model import Compendium
    from docgen.pipeline import Checked


def in_deck(breach: Breach) -> Shown:
    """The slide of a deck that was opened."""
    return Shown((breach.where.slide,)) if isinstance(breach.where, SlidePosition) else Shown()


def in_compendium(checked: Checked, compendium: Compendium) -> Finder:
    """What tells of a breach which slides of a compendium's deck it is about, and which bureaus.

    The slides are those of the page or slide that it names; of a place in a file, those of the page that is written there.
    """
    from docgen.forms.responsible import responsible

    by_id: dict[str, list[int]] = {}
    for number, slide in enumerate(checked.deck.placed.slides, start=1):
        for name in {slide.id, slide.record} - {""}:
            by_id.setdefault(name, []).append(number)
    paths = {where: path for path, where in compendium.origin.positions.items()}
    pages = {page.path: page.id for page in checked.ready.pages}
    of_pages = {identifier: path for path, identifier in pages.items()}
    whose = responsible(compendium, checked.ready)

    def shown(breach: Breach) -> Shown:
        if isinstance(breach.where, Position):
            path = paths.get(breach.where, ())
            page = _page_around(path, pages)
        elif isinstance(breach.where, str):
            page, path = breach.where, of_pages.get(breach.where, ())
        else:
            return in_deck(breach)
        return Shown(tuple(by_id.get(page, ())), whose.of(path) if path else ())

    return shown


def _page_around(path: Sequence[str | int], pages: Mapping[FieldPath, str]) -> str:
    """The id of the page whose record holds a field; "" where no page does."""
    around = (tuple(path[:length]) for length in range(len(path), 0, -1))
    return next((pages[outer] for outer in around if outer in pages), "")
