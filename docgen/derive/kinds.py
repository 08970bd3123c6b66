"""The page kinds of the deck plan: for each, how an entry of the plan becomes ready pages.

A builder or a layout pack adds a kind by giving ``derive`` a mapping with one more entry:
``derive(compendium, kinds={**KINDS, "kpi_table": PageKind(kpi_pages)})``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from docgen.derive.desk import Desk
from docgen.derive.plan import shown_pages
from docgen.errors import FieldPath
from docgen.model import AnalysisItem, Compendium, Indicator, IndicatorPage, PageEntry, Section
from docgen.ready import ReadyPage


@dataclass(frozen=True, slots=True)
class Place:
    """An entry's place in the deck plan: the section, its level (1 or 2), the path of the entry.

    ``running`` and ``footer`` are the section's own, or those of the section around it. ``first_pages``
    are the ids of the pages that sections begin with, known to the kinds that come after all others.
    """

    section: Section
    level: int
    path: FieldPath
    running: str = ""
    footer: str = ""
    first_pages: Mapping[str, str] = field(default_factory=dict)

    def page(
        self,
        identifier: str,
        kind: str,
        record: object,
        *,
        item: AnalysisItem | None = None,
        path: FieldPath | None = None,
        used: Desk | None = None,
        rests_on: tuple[str, ...] = (),
    ) -> ReadyPage:
        """A ready page at this place; ``path`` is the record's where it is not the entry's.

        ``used`` is the desk that the page was made at, with what was read and cited there.
        """
        return ReadyPage(
            id=identifier,
            kind=kind,
            record=record,
            section=self.section.id,
            running=self.running,
            footer=self.footer,
            item=item,
            path=path if path is not None else self.path,
            traces=tuple(used.traces) if used is not None else (),
            sources=used.sources_used() if used is not None else (),
            rests_on=rests_on,
        )


DerivePages = Callable[[PageEntry, Place, Desk], tuple[ReadyPage, ...]]


@dataclass(frozen=True, slots=True)
class PageKind:
    """How the entries of one kind (or run) are derived; ``last`` where they need all other pages."""

    pages: DerivePages
    last: bool = False


def item_of(entry: PageEntry, compendium: Compendium) -> AnalysisItem | None:
    """The analysis item that an entry is narrowed to."""
    return compendium.analysis_items[entry.item] if entry.item is not None else None


def planned_slide(
    indicator: Indicator, pages: tuple[IndicatorPage, ...], compendium: Compendium
) -> str | None:
    """The id of the first of an indicator's pages that the deck plan shows; None where it shows none."""
    shown = shown_pages(compendium)
    for page in pages:
        if (indicator.id, page.id) in shown:
            return page_id(indicator, page)
    return None


def page_id(indicator: Indicator, page: IndicatorPage) -> str:
    """The stable id of an indicator's page."""
    return f"{indicator.id}/{page.id}"
