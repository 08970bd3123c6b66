"""A page that one table fills, or several small ones one below the other.

>>> from docgen.model import Table
>>> TablePage(id="p", title="課題取組一覧", tables=(Table(id="t"),)).kind
'table_page'
"""

from __future__ import annotations

from typing import ClassVar

from docgen.blocks.block import Block
from docgen.blocks.notes import NotesBlock
from docgen.blocks.ready_table import ready_table_block
from docgen.blocks.stack import Stack
from docgen.blocks.text import heading
from docgen.layout.pack import LayoutPack
from docgen.model import Page, Table
from docgen.model.record import Prose
from docgen.ready import ReadyPage, ReadyPageRecord, ReadyTable
from docgen.slides.draft import Draft
from docgen.slides.record import page_draft, record_of


class TablePage(Page):
    """Tables under key messages."""

    kind: ClassVar[str] = "table_page"

    messages: tuple[Prose, ...] = ()
    tables: tuple[Table, ...]


def build(page: ReadyPage, ready: ReadyPageRecord, pack: LayoutPack) -> Draft:
    """The tables with their titles, one below the other."""
    record = record_of(ready, TablePage)
    tables = [ready.tables[table.id] for table in record.tables]
    blocks = tuple(_table(f"{page.id}/{table.id}", table) for table in tables)
    return page_draft(page, ready, pack, record.messages, Stack(blocks))


def _table(identifier: str, table: ReadyTable) -> Block:
    blocks: list[Block] = [heading(f"{identifier}/title", table.title)] if table.title else []
    blocks.append(ready_table_block(identifier, table))
    if table.notes or table.sources:
        blocks.append(NotesBlock(f"{identifier}/notes", table.notes, table.sources))
    return Stack(tuple(blocks), gap=5)
