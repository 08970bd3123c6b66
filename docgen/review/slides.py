"""Which slides of a deck show what a breach is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from docgen.breach import Breach
from docgen.errors import FieldPath, Position, SlidePosition
from docgen.pipeline import Checked
from docgen.review.review import Numbering


def slide_of(breach: Breach) -> tuple[int, ...]:
    """The slide of a deck that was opened."""
    return (breach.where.slide,) if isinstance(breach.where, SlidePosition) else ()


def numbering(checked: Checked, positions: Mapping[FieldPath, Position]) -> Numbering:
    """The slides of a compendium's deck that a breach is about.

    Those of the page or slide that it names; of a place in a file, those of the page that is written there.
    """
    by_id: dict[str, list[int]] = {}
    for number, slide in enumerate(checked.deck.placed.slides, start=1):
        for name in {slide.id, slide.record} - {""}:
            by_id.setdefault(name, []).append(number)
    paths = {where: path for path, where in positions.items()}
    pages = {page.path: page.id for page in checked.ready.pages}

    def numbers(breach: Breach) -> tuple[int, ...]:
        if isinstance(breach.where, Position):
            page = _page_around(paths.get(breach.where, ()), pages)
            return tuple(by_id.get(page, ()))
        return tuple(by_id.get(breach.where, ())) if isinstance(breach.where, str) else slide_of(breach)

    return numbers


def _page_around(path: Sequence[str | int], pages: Mapping[FieldPath, str]) -> str:
    """The id of the page whose record holds a field; "" where no page does."""
    around = (tuple(path[:length]) for length in range(len(path), 0, -1))
    return next((pages[outer] for outer in around if outer in pages), "")
