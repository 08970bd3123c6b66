"""Whether two decks are the same compendium, maybe of different years: their pages have ids in common."""

from __future__ import annotations

from docgen.errors import DocgenError
from docgen.fingerprint.values import Fingerprint
from docgen.placed.deck import DeckSummary

# Cover, contents and dividers are in every compendium; pages come and go from year to year, but not most.
_EVERYWHERE = frozenset({"cover", "contents", "divider"})
_LEAST_SHARE = 0.25


def must_be_related(old: Fingerprint, new: Fingerprint, where: str) -> None:
    """Raise DocgenError, at ``where``, for two decks that have hardly a page in common."""
    before, after = _pages(old), _pages(new)
    fewer = min(len(before), len(after))
    common = len(before & after)
    if not fewer or common >= _LEAST_SHARE * fewer:
        return
    raise DocgenError("another-compendium", where=where, common=common, pages=fewer, title=old.summary.title)


def own_pages(summary: DeckSummary) -> tuple[str, ...]:
    """The pages by which a compendium is known from others."""
    return tuple(page.id for page in summary.pages if page.kind not in _EVERYWHERE)


def _pages(deck: Fingerprint) -> frozenset[str]:
    """The pages of a deck; of a part, those of the whole."""
    return frozenset(own_pages(deck.summary) if deck.part is None else deck.part.pages)
