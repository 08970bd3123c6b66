"""A table with a small chart at the side of each of its rows, in a last column of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from math import fsum

from docgen.blocks.block import Block, Laid
from docgen.blocks.chart.chart import placed_chart
from docgen.blocks.memory import Memory
from docgen.blocks.table.cell import Cell, ColumnSpec
from docgen.blocks.table.table import TableBlock
from docgen.layout.style import Style
from docgen.placed import Box, ChartMark, Mark, TableMark
from docgen.ready import ReadyFigure, ReadyTable
from docgen.value import value

# What a small chart with the numbers at its ends takes at the least, and the room around it, in points.
_LEAST_WIDTH, _LEAST_HEIGHT = 150.0, 18.0
_MARGIN = 3.0


def table_block(identifier: str, table: ReadyTable) -> Block:
    """The block of a ready table, with the small charts at its side where it has some."""
    plain = TableBlock.from_ready(identifier, table)
    return plain if table.sparklines is None else SparklineTable(plain, table.sparklines)


@value(frozen=True, slots=True)
class SparklineTable(Block):
    """``table`` with a column more, headed by the figure's title; ``figure`` has a series for each body row.

    Each small chart has a scale of its own. Total rows have none.
    """

    table: TableBlock
    figure: ReadyFigure
    grow: float = 1

    @property
    def id(self) -> str:
        """The table's id."""
        return self.table.id

    def lay_out(self, width: float, style: Style, memory: Memory) -> Laid:
        """The table, whose rows are no lower than their charts need; it stays whole."""
        table = memory.once(self._with_charts)
        laid, layout = table.laid(width, style, memory), table.layout(width, style, memory)
        rows = layout.heights[-len(self.table.rows) :]
        short = max([max(0.0, _LEAST_HEIGHT + 2 * _MARGIN - height) for height in rows], default=0.0)
        least = layout.height + short * len(self.table.rows)
        return Laid(least, partial(self._draw, laid, least, style), tallest=max(laid.tallest, least))

    def _with_charts(self) -> TableBlock:
        """The table with the column of its charts."""
        column = ColumnSpec(self.figure.title, "center", minimum=_LEAST_WIDTH)
        rows = tuple(replace(row, cells=(*row.cells, Cell())) for row in self.table.rows)
        return replace(self.table, columns=(*self.table.columns, column), rows=rows, stretch=_LEAST_HEIGHT * 2)

    def _draw(self, laid: Laid, least: float, style: Style, box: Box) -> tuple[Mark, ...]:
        """One native table, and a native chart over the last cell of each body row."""
        marks = laid.draw(replace(box, height=max(box.height, least)))
        (table,) = (mark for mark in marks if isinstance(mark, TableMark))
        return (*marks, *self._charts(table, style))

    def _charts(self, table: TableMark, style: Style) -> tuple[ChartMark, ...]:
        x, width = table.box.right - table.columns[-1], table.columns[-1]
        y = table.box.y + fsum(row.height for row in table.rows[: table.header_rows])
        rest = iter(self.figure.series)
        marks: list[ChartMark] = []
        for number, (row, placed) in enumerate(zip(self.table.rows, table.rows[table.header_rows :], strict=True), 1):
            if row.kind != "total":
                series = next(rest)
                figure = replace(self.figure, series=(replace(series, secondary=False),), title=series.name)
                inner = Box(x + _MARGIN, y + _MARGIN, width - 2 * _MARGIN, placed.height - 2 * _MARGIN)
                alt = f"{self.figure.title} {series.name}".strip() if marks else self.figure.alt
                chart = placed_chart(figure, inner, style)
                marks.append(ChartMark(f"{self.id}/sparkline-{number}", inner, chart, alt))
            y += placed.height
        return _aligned(marks)


def _aligned(marks: Sequence[ChartMark]) -> tuple[ChartMark, ...]:
    """The charts with plots that begin and end below each other, whatever numbers stand beside them."""
    plots = [mark.chart.plot for mark in marks if mark.chart.plot is not None]
    left, right = max(plot.x for plot in plots), min(plot.right for plot in plots)
    return tuple(
        replace(mark, chart=replace(mark.chart, plot=Box(left, plot.y, round(right - left, 4), plot.height)))
        for mark, plot in zip(marks, plots, strict=True)
    )
