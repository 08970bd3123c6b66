"""Pages with a record of their own, which every slide kind's record extends, and the statements on them.

A kind declares its record as a subclass, beside its builder. In the content folder the records stand in
``pages/``, each with its ``kind``; the deck plan names them by id.
"""

from __future__ import annotations

from typing import ClassVar

from docgen.model.precedent import Point
from docgen.model.record import Identifier, Prose, Record
from docgen.model.source import Note


class Page(Record):
    """A page of its own. ``kind`` is the slide kind that makes it; ``item`` is the analysis item of its tag.

    ``serves`` names the candidate data that the page answers to; ``rests_on`` the pages or records that
    its statements rest on.
    """

    kind: ClassVar[str] = ""

    id: Identifier
    title: Prose
    item: Identifier | None = None
    serves: Identifier | None = None
    notes: tuple[Note, ...] = ()
    sources: tuple[Identifier, ...] = ()
    rests_on: tuple[Identifier, ...] = ()


class RepeatedPage(Page):
    """A page that shows another again (再掲), under a title of its own; ``repeats`` is the other's id."""

    kind: ClassVar[str] = "repeated"

    repeats: Identifier


class Statement(Point):
    """A bullet of a summary, an overview or an analysis.

    ``rests_on`` names what it sums up: pages, findings, indicators, candidates, measure charts, datasets, or
    statements of other pages as ``page/statement``. ``id`` is its own name within its page.

        {id: deaths, text: 死者数は減少した。, rests_on: [I-1065, factors/deaths]}
    """

    id: Identifier | None = None
    rests_on: tuple[Identifier, ...] = ()
