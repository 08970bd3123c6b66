"""The placed deck: its slides, sections and properties."""

from __future__ import annotations

from docgen.placed.design import Design
from docgen.placed.mark import Mark
from docgen.placed.summary import DeckSummary
from docgen.value import value


@value(frozen=True, slots=True)
class PlacedSlide:
    """One page. ``id`` comes from its record and stays the same every year.

    ``layout`` names the slide layout of the design; ``notes`` is the text of the speaker notes. Where a page
    goes on over several slides, ``title`` ends in the slide's part（1/2）; ``page_title`` is the page's own.
    """

    id: str
    kind: str
    layout: str
    title: str
    marks: tuple[Mark, ...]
    section: str = ""
    notes: str = ""
    record: str = ""
    page_title: str = ""


@value(frozen=True, slots=True)
class DeckProperties:
    """The document's properties. ``created`` is fixed by the content (ISO 8601), never the clock."""

    title: str = ""
    subject: str = ""
    author: str = ""
    keywords: str = ""
    created: str = "2000-01-01T00:00:00Z"


@value(frozen=True, slots=True)
class DeckSection:
    """A run of slides under one heading in PowerPoint's slide list."""

    name: str
    slides: tuple[str, ...]


@value(frozen=True, slots=True)
class PlacedDeck:
    """The whole deck, measured and placed."""

    design: Design
    slides: tuple[PlacedSlide, ...]
    sections: tuple[DeckSection, ...] = ()
    properties: DeckProperties = DeckProperties()
    summary: DeckSummary = DeckSummary()
