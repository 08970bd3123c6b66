"""A donut without a legend of its own, and the table that is its legend."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from docgen.blocks.block import Block, Laid
from docgen.blocks.chart.colours import slice_inks
from docgen.blocks.chart.pie import round_chart
from docgen.blocks.memory import Memory
from docgen.blocks.table.cell import BodyRow, Cell, ColumnSpec
from docgen.blocks.table.table import TableBlock
from docgen.layout.pack import LayoutPack
from docgen.layout.style import Style
from docgen.model import Quantity
from docgen.placed import Box, ChartMark, Mark
from docgen.ready import ReadyFigure
from docgen.value import value

# The circle's room at the least, in points, and what is kept free around it.
_LEAST = 96.0
_AROUND = 3.0
_SWATCH = 16.0


@value(frozen=True, slots=True)
class DonutBlock(Block):
    """The donut of a figure of one series, as large as the room allows."""

    id: str
    figure: ReadyFigure
    grow: float = 1

    def lay_out(self, width: float, style: Style, memory: Memory) -> Laid:
        """At least so high that the slices can be told apart."""
        return Laid(_LEAST, partial(self._draw, style))

    def _draw(self, style: Style, box: Box) -> tuple[Mark, ...]:
        """A native chart in a square in the middle of ``box``."""
        side = min(box.width, box.height)
        square = Box(box.x + (box.width - side) / 2, box.y + (box.height - side) / 2, side, side)
        edge = _AROUND / side
        plot = Box(edge, edge, 1 - 2 * edge, 1 - 2 * edge)
        chart = replace(round_chart(self.figure, square, style), legend="none", plot=plot)
        return (ChartMark(self.id, square, chart, self.figure.alt),)


@value(frozen=True, slots=True)
class DonutLegend(Block):
    """The categories of a donut with their colours and values, one below the other under ``headings``.

    ``total`` is the name and the value of the whole, which stand in a total row; none without it.
    """

    id: str
    figure: ReadyFigure
    headings: tuple[str, str]
    total: tuple[str, str] | None = None
    grow: float = 0

    def lay_out(self, width: float, style: Style, memory: Memory) -> Laid:
        """A native table."""
        table = memory.once(self._table, style.pack).laid(width, style, memory)
        return Laid(table.height, table.draw)

    def _table(self, pack: LayoutPack) -> TableBlock:
        series = self.figure.series[0]
        inks = slice_inks(len(series.values), pack)
        rows = tuple(
            BodyRow((Cell(fill=inks[index]), Cell(name), Cell(_printed(self.figure, index))))
            for index, name in enumerate(self.figure.categories)
        )
        if self.total is not None:
            rows += (BodyRow((Cell(self.total[0], column_span=2, align="left"), Cell(self.total[1])), "total"),)
        columns = (
            ColumnSpec(width=_SWATCH),
            ColumnSpec(self.headings[0], "left"),
            ColumnSpec(self.headings[1], "right", minimum=60),
        )
        header = ((Cell(self.headings[0], column_span=2), Cell(self.headings[1])),)
        return TableBlock(self.id, columns, rows, header, alt=self.figure.title or self.figure.alt, stretch=0)


def _printed(figure: ReadyFigure, index: int) -> str:
    series = figure.series[0]
    value = series.values[index]
    return "－" if value is None else str(Quantity(value, figure.unit_of(series), series.decimals))
