"""A figure as it stands on a page: title with its unit, chart, notes, source."""

from __future__ import annotations

from docgen.blocks.block import Block
from docgen.blocks.chart import ChartBlock
from docgen.blocks.notes import NotesBlock
from docgen.blocks.stack import Stack
from docgen.blocks.text import heading
from docgen.ready import ReadyFigure


def figure_block(identifier: str, figure: ReadyFigure) -> Stack:
    """The blocks of a figure, its chart taking the height that is left."""
    blocks: list[Block] = []
    if figure.title:
        blocks.append(heading(f"{identifier}/title", titled(figure)))
    blocks.append(ChartBlock(f"{identifier}/chart", figure))
    if figure.notes or figure.sources:
        blocks.append(NotesBlock(f"{identifier}/notes", figure.notes, figure.sources))
    return Stack(tuple(blocks), gap=6)


def titled(figure: ReadyFigure) -> str:
    """The title with the unit behind it, unless it names the unit already."""
    if not figure.unit or figure.missing is not None or figure.title.endswith("）"):
        return figure.title
    return f"{figure.title}（{figure.unit}）"
