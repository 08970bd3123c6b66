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

from docgen.blocks.arrange.columns import Columns
from docgen.blocks.arrange.stack import Stack
from docgen.blocks.block import Block
from docgen.blocks.figure.figure import figure_block
from docgen.blocks.text.missing import missing_line
from docgen.blocks.text.text import heading
from docgen.layout.pack import LayoutPack
from docgen.model import Figure, Page, Table
from docgen.model.record import Prose
from docgen.ready import ReadyFigure, ReadyPage, ReadyPageRecord
from docgen.slides.draft import Draft
from docgen.slides.parts.number_cards import NumberCard, number_cards
from docgen.slides.parts.page import page_draft, record_of, titled_table


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
    figures = [ready.figures[figure.id] for figure in record.figures if figure.id in ready.figures]
    drawn = [figure for figure in figures if figure.missing is None]
    missing = [figure for figure in figures if figure.missing is not None]
    parts: list[Block] = [figure_block(f"{page.id}/{figure.id}", figure) for figure in drawn]
    parts += [
        titled_table(f"{page.id}/{table.id}", ready.tables[table.id])
        for table in record.tables
        if table.id in ready.tables
    ]
    return page_draft(page, ready, pack, record.messages, _body(page.id, record, parts, missing))


def _body(page: str, record: ChartPage, parts: list[Block], missing: Sequence[ReadyFigure]) -> Block:
    if not parts:
        frames: list[Block] = [figure_block(f"{page}/{figure.id}", figure) for figure in missing]
        if not record.numbers:
            return _side_by_side(frames, record.weights)
        cards = number_cards(f"{page}/numbers", record.numbers, down=True)
        return Columns((cards, _side_by_side(frames, record.weights)), weights=(1, 2), gap=24)
    rows: list[Block] = [number_cards(f"{page}/numbers", record.numbers)] if record.numbers else []
    rows.append(_side_by_side(parts, record.weights))
    rows += [_missing(f"{page}/{figure.id}", figure) for figure in missing]
    return Stack(tuple(rows))


def _side_by_side(parts: Sequence[Block], weights: tuple[float, ...]) -> Block:
    if len(parts) == 1:
        return Stack(tuple(parts))
    return Columns(tuple(parts), weights=weights if len(weights) == len(parts) else (), gap=24)


def _missing(identifier: str, figure: ReadyFigure) -> Block:
    line = missing_line(identifier, figure.missing or "")
    return Stack((heading(f"{identifier}/title", figure.title), line), gap=5) if figure.title else line
