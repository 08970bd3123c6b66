"""A page shown again (再掲): another page's content under a title of its own, with the mark that says so.

The record is :class:`docgen.model.RepeatedPage`, which names the page; the builder of that page's kind
draws it.

>>> from docgen.model import RepeatedPage
>>> RepeatedPage(id="p2", title="（1）課題取組一覧", repeats="p1").kind
'repeated'
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from docgen.layout.pack import LayoutPack
from docgen.model import RepeatedPage
from docgen.ready import ReadyPage, ReadyRepeat
from docgen.slides.draft import Builder, Draft
from docgen.slides.drafted import drafted


def repeated_builder(builders: Mapping[str, Builder]) -> Builder:
    """The builder of repeated pages, which draws each with the builder of its kind among ``builders``."""

    def build(page: ReadyPage, repeat: ReadyRepeat, pack: LayoutPack) -> Draft:
        """The page that is repeated, under this page's id, title and analysis item."""
        original = replace(page, kind=repeat.page.kind, record=repeat.page.record, status=repeat.page.status)
        draft = drafted(original, pack, builders)
        texts = {**draft.texts, "title": repeat.title, "badge": pack.words["repeated"]}
        return replace(draft, title=repeat.title, texts=texts)

    return Builder(RepeatedPage.kind, build, RepeatedPage)
