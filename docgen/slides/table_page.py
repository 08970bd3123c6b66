"""A page that one table fills, or several small ones in rows.

>>> import docgen
>>> from docgen.slides.table_page import TablePage
>>> table = {"id": "t", "columns": [{"heading": "No"}, {"heading": "課題名"}], "rows": [["1", "フードチェーンの構築"]]}
>>> record = TablePage(id="p", title="課題取組一覧", tables=[table])
>>> docgen.Deck().add(record).build().placed.slides[0].kind
'table_page'
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import ClassVar

from docgen.blocks.arrange.columns import Columns
from docgen.blocks.arrange.stack import Stack
from docgen.blocks.block import Block
from docgen.errors import DocgenError
from docgen.model import Page, Table
from docgen.ready import ReadyTable
from docgen.slides import Draft, LayoutPack, Prose, ReadyPage, ReadyPageRecord, page_draft, record_of
from docgen.slides.parts.page import titled_table


class TablePage(Page):
    """Tables under key messages.

    ``rows`` says how many tables stand side by side in each row (none: one below the other). Rows of the
    tables whose first cell is among ``highlighted`` are set off.
    """

    kind: ClassVar[str] = "table_page"

    messages: tuple[Prose, ...] = ()
    tables: tuple[Table, ...]
    rows: tuple[int, ...] = ()
    highlighted: tuple[str, ...] = ()


def build(page: ReadyPage, ready: ReadyPageRecord, pack: LayoutPack) -> Draft:
    """The tables with their titles, row by row."""
    record = record_of(ready, TablePage)
    tables = [_set_off(ready.tables[table.id], record.highlighted) for table in record.tables]
    blocks = [titled_table(f"{page.id}/{table.id}", table) for table in tables]
    return page_draft(page, ready, pack, Stack(tuple(_in_rows(blocks, record, page.id))), record.messages)


def _in_rows(blocks: Sequence[Block], record: TablePage, page: str) -> Iterator[Block]:
    """The blocks of each row side by side."""
    counts = record.rows or (1,) * len(blocks)
    if sum(counts) != len(blocks) or min(counts, default=1) < 1:
        raise DocgenError("rows-unlike-tables", where=page, tables=len(blocks), count=sum(counts))
    first = 0
    for count in counts:
        row = tuple(blocks[first : first + count])
        yield row[0] if count == 1 else Columns(row, gap=24)
        first += count


def _set_off(table: ReadyTable, names: Sequence[str]) -> ReadyTable:
    """The table with the named rows bold on a ground, as total rows are."""
    rows = tuple(index for index, row in enumerate(table.rows) if row and row[0] in names)
    return replace(table, totals=tuple(sorted({*table.totals, *rows}))) if rows else table
