"""What draws the data of a figure: a native chart, or for some kinds a block of their own."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from docgen.blocks.block import Block
from docgen.blocks.chart.chart import ChartBlock
from docgen.blocks.figure.dumbbell import DumbbellBlock
from docgen.blocks.figure.heat_table import HeatTable
from docgen.blocks.figure.numbers import NumbersBlock
from docgen.blocks.figure.scatter import ScatterBlock
from docgen.blocks.figure.share_bar import ShareBarBlock
from docgen.model import ChartKind
from docgen.ready import ReadyFigure

_OWN: Mapping[ChartKind, Callable[[str, ReadyFigure], Block]] = {
    ChartKind.NUMBERS: NumbersBlock,
    ChartKind.SHARE_BAR: ShareBarBlock,
    ChartKind.HEAT_TABLE: HeatTable,
    ChartKind.SCATTER: ScatterBlock,
    ChartKind.DUMBBELL: DumbbellBlock,
}
"""The kinds that have a block of their own, which is made of an id and a figure."""


def drawn_figure(identifier: str, figure: ReadyFigure, *, unit_stated: bool) -> Block:
    """The block of a figure's data; ``unit_stated`` says that the unit stands in the figure's title."""
    own = _OWN.get(figure.kind) if figure.missing is None else None
    return own(identifier, figure) if own is not None else ChartBlock(identifier, figure, unit_stated=unit_stated)
