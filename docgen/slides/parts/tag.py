"""Texts that several kinds of pages share: the analysis item's tag, the running title."""

from __future__ import annotations

from collections.abc import Mapping

from docgen.layout.pack import LayoutPack
from docgen.model import AnalysisItem
from docgen.ready import ReadyPage


def item_tag(item: AnalysisItem | None, pack: LayoutPack) -> str:
    """The tag of an analysis item, as the pack words it; empty without an item."""
    if item is None:
        return ""
    return pack.words["item"].format(number=item.number, name=item.name)


def page_texts(page: ReadyPage, pack: LayoutPack, title: str) -> Mapping[str, str]:
    """The texts of an analysis page's placeholders; the tag leads to the page's overview, where it has one."""
    tag = item_tag(page.item, pack)
    if page.overview is not None:
        tag = "\n".join(f"{{>{page.overview}|{line}}}" for line in tag.split("\n") if line)
    return {"title": title, "tag": tag, "running": page.running}


def with_item(word: str, page: ReadyPage) -> str:
    """A page's title that names its analysis item, so that no two pages have one title."""
    return f"{word} {page.item.name}" if page.item is not None else word
