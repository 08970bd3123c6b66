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

from docgen.blocks.table.cell import BodyRow, Cell, ColumnSpec
from docgen.blocks.table.table import TableBlock
from docgen.layout.pack import LayoutPack
from docgen.model import Page
from docgen.model.record import Identifier, Prose, Record
from docgen.model.statement import Statement
from docgen.ready import ReadyPage, ReadyPageRecord
from docgen.slides.draft import Draft
from docgen.slides.parts.elements import element_cells
from docgen.slides.parts.names import printed_name, titled_by_item
from docgen.slides.parts.page import page_draft, record_of
from docgen.slides.parts.points import bullets
from docgen.slides.parts.shown_columns import shown_columns


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


# What a layout pack may hide; the elements stay.
_COLUMNS = ("group", "points")


def build(page: ReadyPage, ready: ReadyPageRecord, pack: LayoutPack) -> Draft:
    """A table over the page; an element stands once over its groups."""
    record = record_of(ready, MeasureOverview)
    words = pack.words
    shown = shown_columns(pack, "measure_overview", _COLUMNS)
    columns = (
        ColumnSpec(words["overview_measures"], "left", minimum=86, maximum=150),
        ColumnSpec(words["overview_measure_points"], "left", minimum=300),
    )
    element = ColumnSpec(words["list_element"], "left", minimum=76, maximum=150)
    pairs = [
        (printed_name(each.element, ready), group) for each in record.elements for group in each.groups or (None,)
    ]
    elements = element_cells([name for name, _ in pairs])
    rows = tuple(
        BodyRow((*first, *shown.pick(_cells(group, pack)))) for first, (_, group) in zip(elements, pairs, strict=True)
    )
    titled = titled_by_item(page, ready)
    table = TableBlock(f"{page.id}/table", (element, *shown.pick(columns)), rows, alt=titled.record.title)
    return page_draft(page, titled, pack, (), table)


def _cells(group: OverviewGroup | None, pack: LayoutPack) -> tuple[Cell, ...]:
    """Name and findings of a group; dashes where an element has no group."""
    if group is None:
        return (Cell(pack.words["none"], align="center"),) * 2
    return Cell(group.name), Cell(items=bullets(group.statements))
