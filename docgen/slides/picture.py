"""A page with one picture, as a script adds it: ``deck.add(Picture.from_matplotlib(figure, alt=...))``.

>>> from docgen.ready import ReadyPicture
>>> ReadyPicture(id="map", title="拠点の分布", alt="地図", png=b"", svg=None, width=300, height=200).title
'拠点の分布'
"""

from __future__ import annotations

from docgen.blocks.arrange.spacer import Spacer
from docgen.blocks.arrange.stack import Stack
from docgen.blocks.block import Block
from docgen.blocks.figure.picture import PictureBlock
from docgen.blocks.text.notes import NotesBlock
from docgen.layout.pack import LayoutPack
from docgen.ready import ReadyPage, ReadyPicture
from docgen.slides.draft import Draft
from docgen.slides.parts.tag import page_texts


def build(page: ReadyPage, record: ReadyPicture, pack: LayoutPack) -> Draft:
    """The picture over the page, its notes and source under it."""
    blocks: list[Block] = [PictureBlock(f"{page.id}/picture", record)]
    if record.notes or record.sources:
        blocks.append(NotesBlock(f"{page.id}/notes", record.notes, record.sources))
    blocks.append(Spacer(grow=0.001))
    texts = page_texts(page, pack, record.title)
    return Draft(page.id, page.kind, record.title, texts, {"body": Stack(tuple(blocks), gap=6)})
