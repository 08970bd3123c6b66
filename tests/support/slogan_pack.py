"""The pack.py of a bureau: a kind with a record and a block of its own, and a builder of docgen taken further."""

MODULE = '''\
from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from docgen import Page
from docgen.blocks import Block, Box, Laid, Paragraph, ShapeMark, TextBody
from docgen.slides import Builder, cover, page_draft, record_of


class Slogan(Page):
    """One sentence, large."""

    kind: ClassVar[str] = "slogan"
    words: str


@dataclass(frozen=True)
class Ribbon(Block):
    """A block: a band with words."""

    id: str
    words: str

    def lay_out(self, width, style, memory):
        look = style.text("message")
        body = TextBody((Paragraph(look.runs(self.words), look.pitch),))
        height = look.pitch * 3

        def draw(box):
            return (ShapeMark(self.id, Box(box.x, box.y, box.width, height), fill="pale_head", body=body),)

        return Laid(height, draw)


def build(page, ready, pack):
    record = record_of(ready, Slogan)
    return page_draft(page, ready, pack, Ribbon(f"{page.id}/ribbon", record.words))


def own_cover(page, record, pack):
    draft = cover.build(page, record, pack)
    return replace(draft, texts={**draft.texts, "title": "局版 " + draft.texts["title"]})


BUILDERS = (Builder("slogan", build, Slogan),)
OVERRIDES = (Builder("cover", own_cover),)
'''
