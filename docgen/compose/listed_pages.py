"""The divider of a section within a section carries the list of its pages: their titles, with numbers and links."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from docgen.errors import DocgenError
from docgen.layout.pack import LayoutPack
from docgen.ready import ContentsEntry, ReadyDivider, ReadyPage
from docgen.slides.draft import Builder
from docgen.slides.drafted import drafted

# Dividers of the first level stand alone: the contents list what follows them.
_LISTED_LEVEL = 2


def with_page_list(
    page: ReadyPage, pages: Sequence[ReadyPage], builders: Mapping[str, Builder], pack: LayoutPack
) -> ReadyPage:
    """The page, a divider of the second level with the list of the pages up to the next divider.

    ``pages`` are the deck's; the page is given back as it is where it is none of them.
    """
    record = page.record
    if not isinstance(record, ReadyDivider) or record.level != _LISTED_LEVEL:
        return page
    place = next((number for number, other in enumerate(pages) if other.id == page.id), len(pages))
    entries = tuple(_entries(pages[place + 1 :], builders, pack))
    return replace(page, record=replace(record, pages=entries)) if entries else page


def _entries(
    pages: Sequence[ReadyPage], builders: Mapping[str, Builder], pack: LayoutPack
) -> Iterator[ContentsEntry]:
    for page in pages:
        if isinstance(page.record, ReadyDivider):
            return
        try:
            title = drafted(page, pack, builders).title
        except DocgenError:
            # It is said of the page itself, when its turn comes.
            continue
        yield ContentsEntry(_LISTED_LEVEL, title, page.id)
