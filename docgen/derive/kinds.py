"""The page kinds of the deck plan: for each, how an entry of the plan becomes ready pages.

A builder or a layout pack adds a kind by giving ``derive`` a mapping with one more entry:
``derive(compendium, kinds={**KINDS, "kpi_table": PageKind(kpi_pages)})``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field

from docgen.derive.desk import Desk
from docgen.errors import FieldPath
from docgen.model import AnalysisItem, Compendium, PageEntry, Section
from docgen.ready import ReadyPage
from docgen.value import value


@value(frozen=True, slots=True)
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
        desk: Desk | None = None,
        rests_on: tuple[str, ...] = (),
    ) -> ReadyPage:
        """A ready page at this place; ``path`` is the record's where it is not the entry's.

        ``desk`` is the one that the page was made at, with what was read and cited there.
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
            traces=tuple(desk.reader.traces) if desk is not None else (),
            sources=desk.sources_used() if desk is not None else (),
            rests_on=rests_on,
        )


DerivePages = Callable[[PageEntry, Place, Desk], tuple[ReadyPage, ...]]


@value(frozen=True, slots=True)
class PageKind:
    """How the entries of one kind (or run) are derived; ``last`` where they need all other pages."""

    pages: DerivePages
    last: bool = False


def item_of(entry: PageEntry, compendium: Compendium) -> AnalysisItem | None:
    """The analysis item that an entry is narrowed to."""
    return compendium.analysis_items[entry.item] if entry.item is not None else None
