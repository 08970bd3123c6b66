"""Pages with a record of their own, which every slide kind's record extends, and the deck plan that orders all pages.

A kind declares its record as a subclass, beside its builder. In the content folder the records stand in
``pages/``, each with its ``kind``; the deck plan names them by id. No page number is written anywhere.
"""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import model_validator

from docgen.errors import WrongValue
from docgen.model.data import Note
from docgen.model.precedent import Point
from docgen.model.record import Identifier, Prose, Record


class Page(Record):
    """A page of its own. ``kind`` is the slide kind that makes it; ``item`` is the analysis item of its tag.

    ``serves`` names the candidate data that the page answers to; ``rests_on`` the pages or records that
    its statements rest on; ``responsible`` the bureau that provides it, by default that of its section.
    """

    kind: ClassVar[str] = ""

    id: Identifier
    title: Prose
    item: Identifier | None = None
    serves: Identifier | None = None
    notes: tuple[Note, ...] = ()
    sources: tuple[Identifier, ...] = ()
    rests_on: tuple[Identifier, ...] = ()
    responsible: str | None = None


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


class PageEntry(Record):
    """One page by its ``kind``, one with a record of its own (``page``), or a ``run`` of pages made from records.

    ``item`` narrows a page or a run to an analysis item; ``record`` names the one record of a page.

        {run: indicators, item: strategy}
    """

    kind: str | None = None
    page: Identifier | None = None
    run: Literal["indicators", "measure_charts", "precedents", "candidates"] | None = None
    item: Identifier | None = None
    record: Identifier | None = None

    @model_validator(mode="after")
    def _kind_or_run(self) -> PageEntry:
        if sum(name is not None for name in (self.kind, self.page, self.run)) != 1:
            raise WrongValue("page-entry-not-one")
        return self


class Section(Record):
    """A section: ``title`` and ``subtitle`` on its divider and in the contents, ``running`` on its pages.

    ``running`` is the running title of analysis pages, ``footer`` the short name at the foot. ``responsible`` is
    the bureau that provides the section's pages, and those of its sections, where these name no other.

        {id: a1, title: 指標の分析, footer: A-1, pages: [{kind: divider}, {run: indicators, item: strategy}]}
    """

    id: Identifier
    title: str = ""
    subtitle: str = ""
    mark: str = ""
    running: str = ""
    footer: str = ""
    responsible: str | None = None
    pages: tuple[PageEntry, ...] = ()
    sections: tuple[Section, ...] = ()
