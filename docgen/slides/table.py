"""A page with one table, as a script adds it: ``deck.add(Table(...))``.

>>> from docgen.ready import ReadyColumn, ReadyTable
>>> ReadyTable("grades", "評価の区分", (ReadyColumn("評価"),), (("A",),)).title
'評価の区分'
"""

from __future__ import annotations

from docgen.blocks.arrange.stack import Stack
from docgen.blocks.figure.sparklines import table_block
from docgen.slides import Draft, LayoutPack, ReadyPage, ReadyTable, note_blocks, titled_draft


def build(page: ReadyPage, record: ReadyTable, pack: LayoutPack) -> Draft:
    """The table over the whole page, notes and sources at its foot."""
    blocks = (table_block(f"{page.id}/table", record), *note_blocks(page.id, record.notes, record.sources))
    return titled_draft(page, pack, record.title, Stack(blocks))
