"""A page with one picture, as a script adds it: ``deck.add(Picture.from_matplotlib(figure, alt=...))``.

>>> from docgen.ready import ReadyPicture
>>> ReadyPicture(id="map", title="拠点の分布", alt="地図", image=b"", svg=None, width=300, height=200).title
'拠点の分布'
"""

from __future__ import annotations

from docgen.blocks.arrange.stack import Spacer, Stack
from docgen.blocks.figure.picture import PictureBlock
from docgen.ready import ReadyPicture
from docgen.slides import Draft, LayoutPack, ReadyPage, note_blocks, titled_draft


def build(page: ReadyPage, record: ReadyPicture, pack: LayoutPack) -> Draft:
    """The picture over the page, its notes and source under it."""
    picture = PictureBlock(f"{page.id}/picture", record)
    blocks = (picture, *note_blocks(page.id, record.notes, record.sources), Spacer(grow=0.001))
    return titled_draft(page, pack, record.title, Stack(blocks, gap=6))
