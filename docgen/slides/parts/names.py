"""What a page prints for ids and trends, and titles that name the analysis item."""

from __future__ import annotations

from docgen.layout.pack import LayoutPack
from docgen.messages import message
from docgen.model.indicator import Trend
from docgen.model.lookup import unknown
from docgen.ready import ReadyPage, ReadyPageRecord


def printed_name(identifier: str, ready: ReadyPageRecord) -> str:
    """The title of the section, or the name of the analysis item or logic element, ``identifier``.

    A record made in a script belongs to no compendium and writes the names themselves. Raises DocgenError
    for an id that the compendium does not have.
    """
    if not ready.names:
        return identifier
    if identifier not in ready.names:
        raise unknown(identifier, ready.names, message("noun-named"), ready.record.id)
    return ready.names[identifier]


def with_item(title: str, page: ReadyPage, pack: LayoutPack) -> str:
    """A page's title with the number of its analysis item, so that no two pages have one title.

    The item's name stands in the page's tag.
    """
    return pack.words["titled_item"].format(title=title, number=page.item.number) if page.item is not None else title


def trend_words(pack: LayoutPack, *, rank: bool) -> dict[str, str]:
    """The word for each trend: 増加, 減少, 停滞, 不明; a rank rises and falls in words of its own (上昇, 低下)."""
    up, down = ("rank_up", "rank_down") if rank else ("up", "down")
    words: dict[Trend, str] = {"up": up, "down": down, "flat": "flat", "unknown": "trend_unknown"}
    return {trend: pack.words[word] for trend, word in words.items()}
