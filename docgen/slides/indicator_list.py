"""An indicator list (既存指標の一覧): elements of the logic chart with the indicators that answer to them.

>>> import docgen
>>> from docgen.ready import IndicatorListRow, ReadyIndicatorList
>>> row = IndicatorListRow("研究インテグリティが確保される", ("I-1069",), "reference", "公開メタデータ", ("分野別",))
>>> record = ReadyIndicatorList((row, IndicatorListRow("国際競争力が維持される")))
>>> docgen.Deck().add(record).build().placed.slides[0].kind
'indicator_list'
"""

from __future__ import annotations

from docgen.blocks.table.cell import Cell, ColumnSpec
from docgen.blocks.text.items import texts
from docgen.ready import IndicatorListRow, ReadyIndicatorList
from docgen.slides import Draft, LayoutPack, ReadyPage, bulleted, dash, element_table, titled_draft, with_item
from docgen.slides.parts.indicators import id_and_name, without_ids


def build(page: ReadyPage, record: ReadyIndicatorList, pack: LayoutPack) -> Draft:
    """A table over the whole page."""
    words = pack.words
    title = with_item(words["list_title"], page, pack)
    columns = {
        "element": ColumnSpec(words["list_element"], "left", minimum=120),
        "category": ColumnSpec(words["list_category"], "center"),
        "id": ColumnSpec(words["list_id"], "center"),
        "name": ColumnSpec(words["list_name"], "left", minimum=120),
        "viewpoints": ColumnSpec(words["list_viewpoints"], "left", minimum=110),
    }
    rows = [_cells(row, pack) for row in record.rows]
    table = element_table(page, pack, title, columns, rows, without=without_ids(record.rows))
    return titled_draft(page, pack, title, table)


def _cells(row: IndicatorListRow, pack: LayoutPack) -> tuple[Cell, ...]:
    if not row.name:
        return (Cell(row.element), *[dash(pack)] * 4)
    return (
        Cell(row.element),
        Cell(pack.words[row.category]),
        *id_and_name(row, pack),
        bulleted(texts(row.viewpoints, "・"), pack),
    )
