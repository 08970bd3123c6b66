"""A ranking: a long, narrow table in two balanced halves, its total row last and bold.

>>> import docgen
>>> from docgen.slides.ranking import Ranking
>>> columns = [{"heading": "順位"}, {"heading": "機関名"}, {"heading": "人数"}]
>>> rows = [["1", "東京大学", "809"], ["2", "京都大学", "631"], ["", "合計", "1,440"]]
>>> table = {"id": "t", "columns": columns, "rows": rows, "totals": ["合計"]}
>>> record = Ranking(id="p", title="在籍外国人研究者数の順位", table=table)
>>> docgen.Deck().add(record).build().placed.slides[0].kind
'ranking'
"""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from docgen.blocks.table.cell import ShadeRule
from docgen.blocks.table.halves import TableHalves
from docgen.blocks.table.table import TableBlock
from docgen.model import Page, Table
from docgen.model.record import Prose, Record
from docgen.slides import Draft, LayoutPack, ReadyPage, ReadyPageRecord, ReadyTable, page_draft, record_of
from docgen.slides.parts.page import titled_table


class Highlight(Record):
    """Shades the cells of ``column`` (its heading) from the number ``at_least`` on, with ``mark`` in them."""

    column: str
    at_least: float
    mark: str = ""
    fill: str = "pale_amber"


class Ranking(Page):
    """One table under key messages; where it has many rows they stand in two halves."""

    kind: ClassVar[str] = "ranking"

    messages: tuple[Prose, ...] = ()
    table: Table
    highlights: tuple[Highlight, ...] = ()


def build(page: ReadyPage, ready: ReadyPageRecord, pack: LayoutPack) -> Draft:
    """The table's title over both halves, its notes below them."""
    record = record_of(ready, Ranking)
    table = ready.tables[record.table.id]
    identifier = f"{page.id}/{table.id}"
    whole = replace(TableBlock.from_ready(identifier, table), shades=_shades(record, table))
    return page_draft(page, ready, pack, titled_table(identifier, table, TableHalves(whole)), record.messages)


def _shades(record: Ranking, table: ReadyTable) -> tuple[ShadeRule, ...]:
    headings = [column.heading for column in table.columns]
    return tuple(
        ShadeRule(highlight.at_least, highlight.fill, highlight.mark, columns=(headings.index(highlight.column),))
        for highlight in record.highlights
        if highlight.column in headings
    )
