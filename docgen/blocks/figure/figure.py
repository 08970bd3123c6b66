"""A figure as it stands on a page: title with its unit, chart, data table where asked for, notes, source."""

from __future__ import annotations

from docgen.blocks.arrange.stack import Stack
from docgen.blocks.block import Block
from docgen.blocks.chart.chart import ChartBlock
from docgen.blocks.figure.data_table import DataTableBlock
from docgen.blocks.text.notes import NotesBlock
from docgen.blocks.text.text import heading
from docgen.ready import ReadyFigure


def figure_block(identifier: str, figure: ReadyFigure, *, heading_shown: bool = True) -> Stack:
    """The blocks of a figure, its chart taking the height that is left.

    Without ``heading_shown`` the title, and the unit with it, stand elsewhere on the page.
    """
    blocks: list[Block] = []
    if figure.title and heading_shown:
        blocks.append(heading(f"{identifier}/title", titled(figure)))
    stated = bool(figure.title) or not heading_shown
    blocks.append(
        ChartBlock(f"{identifier}/chart", figure, unit_stated=stated and figure.unit in titled(figure))
    )
    if figure.data_table == "below" and figure.missing is None:
        blocks.append(DataTableBlock(f"{identifier}/data", figure))
    if figure.notes or figure.sources:
        blocks.append(NotesBlock(f"{identifier}/notes", figure.notes, figure.sources))
    return Stack(tuple(blocks), gap=6)


def titled(figure: ReadyFigure) -> str:
    """The title with the unit behind it, unless it names the unit already."""
    if not figure.unit or figure.missing is not None or figure.title.endswith("）"):
        return figure.title
    return f"{figure.title}（{figure.unit}）"
