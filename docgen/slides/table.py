"""A page with one table, as a script adds it: ``deck.add(Table(...))``.

>>> from docgen.ready import ReadyColumn, ReadyTable
>>> ReadyTable("grades", "評価の区分", (ReadyColumn("評価"),), (("A",),)).title
'評価の区分'
"""

from __future__ import annotations

from docgen.blocks.arrange.stack import Stack
from docgen.blocks.block import Block
from docgen.blocks.figure.sparklines import table_block
from docgen.blocks.text.notes import NotesBlock
from docgen.layout.pack import LayoutPack
from docgen.ready import ReadyPage, ReadyTable
from docgen.slides.draft import Draft
from docgen.slides.parts.tag import page_texts


def build(page: ReadyPage, record: ReadyTable, pack: LayoutPack) -> Draft:
    """The table over the whole page, notes and sources at its foot."""
    blocks: list[Block] = [table_block(f"{page.id}/table", record)]
    if record.notes or record.sources:
        blocks.append(NotesBlock(f"{page.id}/notes", record.notes, record.sources))
    texts = page_texts(page, pack, record.title)
    return Draft(page.id, page.kind, record.title, texts, {"body": Stack(tuple(blocks))})
