"""The draft of a page: by the builder of its kind, or its card."""

from __future__ import annotations

from collections.abc import Mapping

from docgen.errors import DocgenError, nearest
from docgen.layout.pack import LayoutPack
from docgen.ready import ReadyPage
from docgen.slides import status_card
from docgen.slides.draft import Builder, Draft
from docgen.slides.parts.page_notes import with_notes_arranged

# The kind of an indicator's page without data, whose builder draws its card itself.
_NO_DATA = "no_data"


def drafted(page: ReadyPage, pack: LayoutPack, builders: Mapping[str, Builder]) -> Draft:
    """The draft of a page, by the builder of its kind; of one that has a status, its card.

    DocgenError for a kind that none of ``builders`` makes.
    """
    if page.status is not None and page.kind != _NO_DATA:
        return status_card.build(page, page.status, pack)
    builder = builders.get(page.kind)
    if builder is None:
        raise DocgenError(
            "no-builder",
            where=page.id,
            hint=nearest(page.kind, builders),
            kind=page.kind,
            kinds=tuple(sorted(builders)),
        )
    page = with_notes_arranged(page)
    return builder.build(page, page.record, pack)
