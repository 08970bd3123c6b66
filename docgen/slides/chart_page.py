"""A data page with charts: one to three key messages, one or two figures, notes and sources.

>>> from docgen.model import Figure
>>> ChartPage(id="p", title="論文・特許数の推移", figures=(Figure(id="f"),)).kind
'chart_page'
"""

from __future__ import annotations

from typing import ClassVar

from docgen.blocks.block import Block
from docgen.blocks.columns import Columns
from docgen.blocks.figure import figure_block
from docgen.blocks.stack import Stack
from docgen.layout.pack import LayoutPack
from docgen.model import Figure, Page
from docgen.model.record import Prose
from docgen.ready import ReadyPage, ReadyPageRecord
from docgen.slides.draft import Draft
from docgen.slides.record import page_draft, record_of


class ChartPage(Page):
    """Figures under key messages; the title is "topic｜sub-topic"."""

    kind: ClassVar[str] = "chart_page"

    messages: tuple[Prose, ...] = ()
    figures: tuple[Figure, ...]


def build(page: ReadyPage, ready: ReadyPageRecord, pack: LayoutPack) -> Draft:
    """The figures side by side below the messages."""
    record = record_of(ready, ChartPage)
    figures = [ready.figures[figure.id] for figure in record.figures if figure.id in ready.figures]
    blocks = tuple(figure_block(f"{page.id}/{figure.id}", figure) for figure in figures)
    body: Block = blocks[0] if len(blocks) == 1 else Columns(blocks, gap=24)
    return page_draft(page, ready, pack, record.messages, Stack((body,)))
