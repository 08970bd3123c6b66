"""A page that one table fills, or several small ones one below the other.

>>> from docgen.model import Table
>>> TablePage(id="p", title="課題取組一覧", tables=(Table(id="t"),)).kind
'table_page'
"""

from __future__ import annotations

from typing import ClassVar

from docgen.blocks.stack import Stack
from docgen.layout.pack import LayoutPack
from docgen.model import Page, Table
from docgen.model.record import Prose
from docgen.ready import ReadyPage, ReadyPageRecord
from docgen.slides.draft import Draft
from docgen.slides.record import page_draft, record_of, titled_table


class TablePage(Page):
    """Tables under key messages."""

    kind: ClassVar[str] = "table_page"

    messages: tuple[Prose, ...] = ()
    tables: tuple[Table, ...]


def build(page: ReadyPage, ready: ReadyPageRecord, pack: LayoutPack) -> Draft:
    """The tables with their titles, one below the other."""
    record = record_of(ready, TablePage)
    tables = [ready.tables[table.id] for table in record.tables]
    blocks = tuple(titled_table(f"{page.id}/{table.id}", table) for table in tables)
    return page_draft(page, ready, pack, record.messages, Stack(blocks))
