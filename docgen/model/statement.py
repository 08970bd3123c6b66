"""Statements (分析結果, 明らかになった点): sentences of a page that name what they rest on."""

from __future__ import annotations

from docgen.model.precedent import Point
from docgen.model.record import Identifier


class Statement(Point):
    """A bullet of a summary, an overview or an analysis.

    ``rests_on`` names what it sums up: pages, findings, indicators, candidates, measure charts, datasets, or
    statements of other pages as ``page/statement``. ``id`` is its own name within its page.

        {id: deaths, text: 死者数は減少した。, rests_on: [I-1065, factors/deaths]}
    """

    id: Identifier | None = None
    rests_on: tuple[Identifier, ...] = ()
