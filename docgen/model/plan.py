"""The deck plan: sections and the order of pages. No page number is written anywhere."""

from __future__ import annotations

from typing import Literal

from pydantic import model_validator

from docgen.model.record import Identifier, Record


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
            raise ValueError("a page entry has one of kind, page and run")
        return self


class Section(Record):
    """A section: ``title`` and ``subtitle`` on its divider and in the contents, ``running`` on its pages.

    ``running`` is the running title of analysis pages, ``footer`` the short name at the foot.

        {id: a1, title: 指標の分析, footer: A-1, pages: [{kind: divider}, {run: indicators, item: strategy}]}
    """

    id: Identifier
    title: str = ""
    subtitle: str = ""
    mark: str = ""
    running: str = ""
    footer: str = ""
    pages: tuple[PageEntry, ...] = ()
    sections: tuple[Section, ...] = ()
