"""Pages added, dropped, moved and renamed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from docgen.comparison.change import Change, FieldChange, How
from docgen.comparison.words import short
from docgen.placed.summary import DeckSummary, PageSummary


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
    places = {page: at for at, page in enumerate(old)}
    common = [page for page in new if page in places]
    tails: list[int] = []
    chains: list[list[str]] = []
    for page in common:
        at = bisect_left(tails, places[page])
        chain = [*(chains[at - 1] if at else ()), page]
        tails[at : at + 1] = [places[page]]
        chains[at : at + 1] = [chain]
    return set(common) - set(chains[-1] if chains else ())
