"""When a deck was published, as its cover tells it."""

from __future__ import annotations

from docgen.model.period import Period
from docgen.opened.opened_deck import OpenedDeck
from docgen.sentences.claims import claims

_DATES = frozenset({"month", "day"})
_LONGEST = 30  # characters: a line that is little more than a date


def publication(deck: OpenedDeck) -> Period | None:
    """The month or day that the first slide gives in a line of little else: 令和5年12月; None for none, or several."""
    cover = deck.slides[0].texts if deck.slides else ()
    dates = {
        claim.period
        for text in cover
        if len(text.text.strip()) <= _LONGEST
        for claim in claims(text.text)
        if claim.kind == "period" and claim.period is not None and claim.period.kind in _DATES
    }
    return dates.pop() if len(dates) == 1 else None
