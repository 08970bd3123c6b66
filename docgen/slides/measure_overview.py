"""The state of measures (施策の概況): what was found of each measure group, by logic element.

>>> import docgen
>>> from docgen.slides.measure_overview import MeasureOverview
>>> group = {"name": "次期SIPの推進", "statements": ["全14課題で開始された。"]}
>>> elements = [{"element": "研究開発が進む", "groups": [group]}, {"element": "社会実装が進む"}]
>>> record = MeasureOverview(id="measures", title="施策の概況", elements=elements)
>>> docgen.Deck().add(record).build().placed.slides[0].kind
'measure_overview'
"""

from __future__ import annotations

from typing import ClassVar

from docgen.blocks.table.cell import Cell, ColumnSpec
from docgen.model import Page
from docgen.model.page import Statement
from docgen.model.record import Identifier, Prose, Record
from docgen.slides import Draft, LayoutPack, ReadyPage, ReadyPageRecord, bullets, dash, page_draft, record_of
from docgen.slides.parts.names import printed_name, with_item
from docgen.slides.parts.tables import element_table


class OverviewGroup(Record):
    """A measure group (施策群) with what was found of it; ``rests_on`` as in its statements."""

    name: Prose
    statements: tuple[Statement, ...] = ()
    rests_on: tuple[Identifier, ...] = ()


class OverviewElement(Record):
    """A logic element with its measure groups, none where no measure answers to it."""

    element: str
    groups: tuple[OverviewGroup, ...] = ()


class MeasureOverview(Page):
    """Logic elements of an analysis item in their order."""

    kind: ClassVar[str] = "measure_overview"

    elements: tuple[OverviewElement, ...]


def build(page: ReadyPage, ready: ReadyPageRecord, pack: LayoutPack) -> Draft:
    """A table over the page; an element stands once over its groups."""
    record = record_of(ready, MeasureOverview)
    words, title = pack.words, with_item(record.title, page, pack)
    columns = {
        "element": ColumnSpec(words["list_element"], "left", minimum=76, maximum=150),
        "group": ColumnSpec(words["overview_measures"], "left", minimum=86, maximum=150),
        "points": ColumnSpec(words["overview_measure_points"], "left", minimum=300),
    }
    rows = [
        (Cell(printed_name(element.element, ready)), *_cells(group, pack))
        for element in record.elements
        for group in element.groups or (None,)
    ]
    return page_draft(page, ready, pack, element_table(page, pack, title, columns, rows), title=title)


def _cells(group: OverviewGroup | None, pack: LayoutPack) -> tuple[Cell, ...]:
    """Name and findings of a group; dashes where an element has no group."""
    return (dash(pack), dash(pack)) if group is None else (Cell(group.name), Cell(items=bullets(group.statements)))
