"""A divider (中表紙): the start of a section of the first or second level.

>>> import docgen
>>> from docgen.ready import ReadyDivider
>>> record = ReadyDivider(level=2, mark="①", title="設定されている既存指標の分析")
>>> docgen.Deck().add(record).build().placed.slides[0].title
'① 設定されている既存指標の分析'
"""

from __future__ import annotations

from docgen.blocks.block import Block
from docgen.ready import ReadyDivider
from docgen.slides import Draft, LayoutPack, ReadyPage
from docgen.slides.parts.page_list import PageList


def build(page: ReadyPage, record: ReadyDivider, pack: LayoutPack) -> Draft:
    """A slide with the section's title; the second level has a slide layout of its own, with the list of its pages where
    that has room for it."""
    title = f"{record.mark} {record.title}" if record.mark else record.title
    kind = page.kind if record.level == 1 else f"{page.kind}_{record.level}"
    subtitle = f"～{record.subtitle}～" if record.subtitle else ""
    slots: dict[str, Block] = {}
    if record.pages and "body" in pack.slide_layouts[pack.kinds[kind]].slots:
        slots["body"] = PageList(f"{page.id}/pages", record.pages, "divider_subtitle", title)
    return Draft(page.id, kind, title, {"title": title, "subtitle": subtitle}, slots)
