"""A table whose cells are shaded by their numbers, from pale to dark, each number in ink that can be read there."""

from __future__ import annotations

from decimal import Decimal

from docgen.blocks.arrange.stack import Stack
from docgen.blocks.block import Block, Laid
from docgen.blocks.chart.texts import chart_word, number_text, short_unit
from docgen.blocks.memory import Memory
from docgen.blocks.table.cell import BodyRow, Cell, ColumnSpec
from docgen.blocks.table.table import TableBlock
from docgen.blocks.text.items import TextItem
from docgen.blocks.text.text import TextBlock
from docgen.layout.colours import readable_on
from docgen.layout.style import Style
from docgen.model.prose import as_markup
from docgen.placed import NumberFormat
from docgen.ready import ReadyFigure, ReadySeries
from docgen.ready.figure_rules import check_figure
from docgen.value import value

_RAMP = ("pale_fill", "pale_blue", "light_blue", "blue", "navy")
_GAP = "－"


@value(frozen=True, slots=True)
class HeatTable(Block):
    """A row a category and a column a series; numbers of one unit are shaded on one scale, of several each on its own."""

    id: str
    figure: ReadyFigure
    grow: float = 1

    def lay_out(self, width: float, style: Style, memory: Memory) -> Laid:
        """A native table that stays whole, and what its shades mean."""
        return memory.once(self._block, style).laid(width, style, memory)

    def _block(self, style: Style) -> Block:
        check_figure(self.figure)
        figure = self.figure
        shades = [self._shades(series) for series in figure.series]
        columns = (ColumnSpec(as_markup(figure.x_name), "left"), *(_column(series, figure) for series in figure.series))
        rows = tuple(
            BodyRow((
                Cell(as_markup(category)),
                *(
                    _cell(series, row, shade[row], max(one.decimals for one in self._alike(series)), style)
                    for series, shade in zip(figure.series, shades, strict=True)
                ),
            ))
            for row, category in enumerate(figure.categories)
        )
        table = TableBlock(self.id, columns, rows, alt=figure.alt)
        words = chart_word("shades_ranks" if figure.reversed else "shades", style)
        return Stack((table, TextBlock(f"{self.id}/shades", (TextItem(words),), "note")), gap=4)

    def _alike(self, series: ReadySeries) -> list[ReadySeries]:
        """The series of one unit with it."""
        return [each for each in self.figure.series if each.unit == series.unit]

    def _shades(self, series: ReadySeries) -> tuple[str | None, ...]:
        """The shade of each number: its place between the least and the greatest, in classes of equal length."""
        known = [value for each in self._alike(series) for value in each.values if value is not None]
        low, high = min(known), max(known)
        return tuple(None if value is None else _shade(value, low, high, self.figure.reversed) for value in series.values)


def _shade(value: Decimal, low: Decimal, high: Decimal, is_rank: bool) -> str:
    if low == high:
        return _RAMP[0]
    place = min(len(_RAMP) - 1, int((value - low) / (high - low) * len(_RAMP)))
    return _RAMP[-1 - place] if is_rank else _RAMP[place]


def _column(series: ReadySeries, figure: ReadyFigure) -> ColumnSpec:
    apart = series.unit and series.unit != figure.unit
    return ColumnSpec(as_markup(f"{series.name}（{series.unit}）" if apart else series.name), "decimal")


def _cell(series: ReadySeries, row: int, shade: str | None, decimals: int, style: Style) -> Cell:
    value = series.values[row]
    if value is None or shade is None:
        return Cell(_GAP, align="center")
    form = NumberFormat(decimals, short_unit(series.unit), style.pack.minus)
    ink = readable_on(shade, ("ink", "paper"), style.pack.colours)
    return Cell(number_text(float(value), form), fill=shade, ink=None if ink == "ink" else ink, value=float(value))

