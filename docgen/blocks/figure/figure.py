"""A figure as it stands on a page: title with its unit, chart, data table where asked for, notes, source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from docgen.blocks.arrange.columns import EqualHeight
from docgen.blocks.arrange.stack import Spacer, Stack
from docgen.blocks.block import Block
from docgen.blocks.chart.chart import ChartBlock
from docgen.blocks.chart.row import row_of
from docgen.blocks.figure.data_table import DataTableBlock
from docgen.blocks.figure.drawn import drawn_figure
from docgen.blocks.text.notes import NotesBlock
from docgen.blocks.text.text import heading
from docgen.ready import ReadyFigure

_GAP = 6  # points between a figure's parts


def figure_block(identifier: str, figure: ReadyFigure, *, heading_shown: bool = True) -> Stack:
    """The blocks of a figure, its chart taking the height that is left.

    Without ``heading_shown`` the title, and the unit with it, stand elsewhere on the page.
    """
    title = _title(identifier, figure) if heading_shown else None
    parts = (title, _chart(identifier, figure, heading_shown=heading_shown), *_foot(identifier, figure))
    return Stack(tuple(part for part in parts if part is not None), gap=_GAP)


def figure_row(page: str, figures: Sequence[ReadyFigure]) -> list[Stack]:
    """The blocks of figures side by side on a page: their titles, charts and notes stand on the same lines."""
    names = [f"{page}/{figure.id}" for figure in figures]
    row = row_of(figures)
    if not row:
        return [figure_block(name, figure) for name, figure in zip(names, figures, strict=True)]
    titles = [_title(name, figure) or Spacer() for name, figure in zip(names, figures, strict=True)]
    feet: list[Block] = [Stack(_foot(name, figure), gap=_GAP) for name, figure in zip(names, figures, strict=True)]
    charts = [_chart(name, figure) for name, figure in zip(names, figures, strict=True)]
    units = any(isinstance(chart, ChartBlock) and chart.has_units_over for chart in charts)
    return [
        Stack(
            (
                EqualHeight(tuple(titles), index),
                replace(chart, row=row, units_in_row=units) if isinstance(chart, ChartBlock) else chart,
                EqualHeight(tuple(feet), index),
            ),
            gap=_GAP,
        )
        for index, chart in enumerate(charts)
    ]


def _title(identifier: str, figure: ReadyFigure) -> Block | None:
    return heading(f"{identifier}/title", titled(figure)) if figure.title else None


def _chart(identifier: str, figure: ReadyFigure, *, heading_shown: bool = True) -> Block:
    stated = (bool(figure.title) or not heading_shown) and figure.unit in titled(figure)
    return drawn_figure(f"{identifier}/chart", figure, unit_stated=stated)


def _foot(identifier: str, figure: ReadyFigure) -> tuple[Block, ...]:
    """What stands below a chart: its data table where asked for, its notes and its source."""
    blocks: list[Block] = []
    if figure.data_table == "below" and figure.missing is None:
        blocks.append(DataTableBlock(f"{identifier}/data", figure))
    if figure.notes or figure.sources:
        blocks.append(NotesBlock(f"{identifier}/notes", figure.notes, figure.sources, first=figure.first_note))
    return tuple(blocks)


def titled(figure: ReadyFigure) -> str:
    """The title with the unit behind it, unless it names the unit already."""
    if not figure.unit or figure.missing is not None or figure.title.endswith("）"):
        return figure.title
    return f"{figure.title}（{figure.unit}）"
