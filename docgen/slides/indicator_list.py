"""An indicator list (既存指標の一覧): elements of the logic chart with the indicators that answer to them.

>>> import docgen
>>> from docgen.ready import IndicatorListRow, ReadyIndicatorList
>>> row = IndicatorListRow("研究インテグリティが確保される", ("I-1069",), "reference", "公開メタデータ", ("分野別",))
>>> record = ReadyIndicatorList((row, IndicatorListRow("国際競争力が維持される")))
>>> docgen.Deck().add(record).build().placed.slides[0].kind
'indicator_list'
"""

from __future__ import annotations

from docgen.blocks.table.cell import BodyRow, Cell, ColumnSpec
from docgen.blocks.table.table import TableBlock
from docgen.blocks.text.items import texts
from docgen.layout.pack import LayoutPack
from docgen.ready import IndicatorListRow, ReadyIndicatorList, ReadyPage
from docgen.slides.draft import Draft
from docgen.slides.parts.elements import element_cells
from docgen.slides.parts.indicator_changes import listed_name
from docgen.slides.parts.shown_columns import shown_columns
from docgen.slides.parts.tag import page_texts, with_item

# What a layout pack may hide; the elements stay.
_COLUMNS = ("category", "id", "name", "viewpoints")


def build(page: ReadyPage, record: ReadyIndicatorList, pack: LayoutPack) -> Draft:
    """A table over the whole page, its element cells merged downwards."""
    words = pack.words
    title = with_item(words["list_title"], page)
    shown = shown_columns(pack, "indicator_list", _COLUMNS)
    columns = (
        ColumnSpec(words["list_category"], "center"),
        ColumnSpec(words["list_id"], "center"),
        ColumnSpec(words["list_name"], "left", minimum=120),
        ColumnSpec(words["list_viewpoints"], "left", minimum=110),
    )
    element = ColumnSpec(words["list_element"], "left", minimum=120)
    elements = element_cells([row.element for row in record.rows])
    rows = tuple(
        BodyRow((*first, *shown.pick(_cells(row, pack)))) for first, row in zip(elements, record.rows, strict=True)
    )
    table = TableBlock(f"{page.id}/table", (element, *shown.pick(columns)), rows, alt=title)
    return Draft(page.id, page.kind, title, page_texts(page, pack, title), {"body": table})


def _cells(row: IndicatorListRow, pack: LayoutPack) -> tuple[Cell, ...]:
    none = pack.words["none"]
    if not row.ids:
        return tuple(Cell(none, align="center") for _ in range(4))
    viewpoints = Cell(items=texts(row.viewpoints, "・")) if row.viewpoints else Cell(none, align="center")
    return (
        Cell(pack.words[row.category]),
        Cell("\n".join(row.ids), link=row.slide),
        Cell(listed_name(row.name, row.change, pack)),
        viewpoints,
    )
