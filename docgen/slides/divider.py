"""A divider (中表紙): the start of a section of the first or second level.

>>> import docgen
>>> from docgen.ready import ReadyDivider
>>> record = ReadyDivider(level=2, mark="①", title="設定されている既存指標の分析")
>>> docgen.Deck().add(record).build().placed.slides[0].title
'① 設定されている既存指標の分析'
"""

from __future__ import annotations

from docgen.ready import ReadyDivider
from docgen.slides import Draft, LayoutPack, ReadyPage


def build(page: ReadyPage, record: ReadyDivider, pack: LayoutPack) -> Draft:
    """A slide with the section's title; the second level has a slide layout of its own."""
    title = f"{record.mark} {record.title}" if record.mark else record.title
    kind = page.kind if record.level == 1 else f"{page.kind}_{record.level}"
    subtitle = f"～{record.subtitle}～" if record.subtitle else ""
    return Draft(id=page.id, kind=kind, title=title, texts={"title": title, "subtitle": subtitle})
