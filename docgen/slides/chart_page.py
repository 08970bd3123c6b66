"""A data page with charts: one to three key messages, figures and tables, notes and sources.

>>> import docgen
>>> from docgen.slides.chart_page import ChartPage
>>> papers = {"year": [2019, 2020, 2021], "papers": [120, 131, 128]}
>>> figure = {"id": "papers", "title": "論文数の推移", "kind": "line", "data": papers, "x": "year", "unit": "件"}
>>> record = ChartPage(id="p", title="論文・特許数の推移｜論文数", messages=["論文数は横ばい。"], figures=[figure])
>>> docgen.Deck().add(record).build().placed.slides[0].kind
'chart_page'
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from docgen.blocks.arrange.stack import Stack
from docgen.blocks.block import Block
from docgen.model import Figure, Page, Table
from docgen.ready import ReadyFigure
from docgen.slides import Draft, LayoutPack, Prose, ReadyPage, ReadyPageRecord, page_draft, record_of
from docgen.slides.parts.figures import (
    NumberCard,
    figure_blocks,
    missing_block,
    number_blocks,
    ready_figures,
    side_by_side,
    table_blocks,
)


class ChartPage(Page):
    """Figures, then tables, side by side under key messages; the title is "topic｜sub-topic".

    ``numbers`` stand large over the figures, or beside them where no figure has data. A figure without
    data is a line below those that have some. ``weights`` share out the width.
    """

    kind: ClassVar[str] = "chart_page"

    messages: tuple[Prose, ...] = ()
    numbers: tuple[NumberCard, ...] = ()
    figures: tuple[Figure, ...] = ()
    tables: tuple[Table, ...] = ()
    weights: tuple[float, ...] = ()


def build(page: ReadyPage, ready: ReadyPageRecord, pack: LayoutPack) -> Draft:
    """What there is side by side below the messages, what is missing said below it."""
    record = record_of(ready, ChartPage)
    figures = ready_figures(record.figures, ready)
    drawn = figure_blocks(page.id, [figure for figure in figures if figure.missing is None])
    missing = [figure for figure in figures if figure.missing is not None]
    blocks = [*drawn, *table_blocks(page.id, record.tables, ready)]
    body = _body(page.id, record, blocks, missing) if blocks else _all_missing(page.id, record, missing)
    return page_draft(page, ready, pack, body, record.messages)


def _body(page: str, record: ChartPage, blocks: Sequence[Block], missing: Sequence[ReadyFigure]) -> Block:
    """The numbers, the blocks side by side below them, and a line for each figure without data."""
    lines = (missing_block(f"{page}/{figure.id}", figure.title, figure.missing or "") for figure in missing)
    return Stack((*number_blocks(page, record.numbers), side_by_side(blocks, record.weights), *lines))


def _all_missing(page: str, record: ChartPage, missing: Sequence[ReadyFigure]) -> Block:
    """The frames of figures without data, the numbers beside them; the numbers in a row where there are no frames."""
    if not missing:
        return Stack(number_blocks(page, record.numbers))
    frames = side_by_side(figure_blocks(page, missing), record.weights)
    return side_by_side([*number_blocks(page, record.numbers, down=True), frames], (1, 2))
