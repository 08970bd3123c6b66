"""Pages added, dropped, moved and renamed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from docgen.comparison.change import Change, FieldChange, How
from docgen.comparison.texts import short
from docgen.placed.deck import DeckSummary, PageSummary


def page_changes(old: DeckSummary, new: DeckSummary) -> Iterator[Change]:
    """Every page that is not where, or not called what, it was; in the new deck's order, dropped ones last."""
    before = {page.id: page for page in old.pages}
    after = {page.id: page for page in new.pages}
    moved = _moved([page.id for page in old.pages], [page.id for page in new.pages])
    for page in new.pages:
        known = before.get(page.id)
        if known is None:
            yield _change("added", page)
            continue
        renamed = () if known.title == page.title else (FieldChange("title", known.title, page.title),)
        if renamed:
            yield Change("page", "changed", page.id, page.number, short(known.title), renamed)
        if page.id in moved:
            place = FieldChange("", f"p. {known.number}", f"p. {page.number}")
            yield Change("page", "moved", page.id, page.number, short(page.title), (place,))
    for page in old.pages:
        if page.id not in after:
            yield _change("dropped", page)


def _change(how: How, page: PageSummary) -> Change:
    return Change("page", how, page.id, page.number, short(page.title))


def _moved(old: Sequence[str], new: Sequence[str]) -> set[str]:
    """The pages that left their order: all but the longest run of pages that keeps it."""
    places = {page: place for place, page in enumerate(old)}
    common = [page for page in new if page in places]
    # Of the runs of each length so far that keep the order, the one that ends earliest in the old deck.
    ends: list[int] = []
    runs: list[list[str]] = []
    for page in common:
        length = bisect_left(ends, places[page])
        run = [*(runs[length - 1] if length else ()), page]
        ends[length : length + 1] = [places[page]]
        runs[length : length + 1] = [run]
    return set(common) - set(runs[-1] if runs else ())
