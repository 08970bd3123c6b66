"""The data of a figure as a native table under its chart, or as text for the speaker notes."""

from __future__ import annotations

from docgen.blocks.arrange.stack import Stack
from docgen.blocks.block import Block, Laid
from docgen.blocks.chart.texts import number_text, widest
from docgen.blocks.memory import Memory
from docgen.blocks.table.cell import BodyRow, Cell, ColumnSpec
from docgen.blocks.table.table import TableBlock
from docgen.layout.style import Style
from docgen.model.prose import as_markup
from docgen.placed import NumberFormat
from docgen.ready import ReadyFigure, ReadySeries
from docgen.value import value

_WIDEST_NAME = 0.3  # of the table's width
_GAP = "－"


@value(frozen=True, slots=True)
class DataTableBlock(Block):
    """A row a series and a column a category, in bands of equal length where not all stand side by side."""

    id: str
    figure: ReadyFigure
    grow: float = 0

    def lay_out(self, width: float, style: Style, memory: Memory) -> Laid:
        """A native table a band."""
        bands = self._bands(width, style).laid(width, style, memory)
        return Laid(bands.height, bands.draw)

    def _bands(self, width: float, style: Style) -> Stack:
        figure = self.figure
        names = [_name(series, figure) for series in figure.series]
        inset = 2 * style.table.inset_x + 1
        first = min(widest((*names, figure.x_name), style, "table_body") + inset, width * _WIDEST_NAME)
        count = len(figure.categories)
        cells = [text for series in figure.series for text in _texts(series, 0, count)]
        column = (
            max(widest(cells, style, "table_body"), widest(figure.categories, style, "table_head")) + inset
        )
        room = max(1, int((width - first) / column))
        size = -(-count // max(1, -(-count // room)))
        shares = (first / width, *((1 - first / width) / size for _ in range(size)))
        starts = range(0, count, size)
        tables = tuple(_band(f"{self.id}-{number}", figure, start, shares) for number, start in enumerate(starts, 1))
        return Stack(tables, gap=4, share=0)


def data_text(figure: ReadyFigure) -> str:
    """The figure's data as lines of text: the title, the categories, then a line a series."""
    unit = f"（{figure.unit}）" if figure.unit else ""
    lines = [f"{figure.title}{unit}", "\t".join((figure.x_name, *figure.categories))]
    lines += ["\t".join((series.name, *_texts(series, 0, len(figure.categories)))) for series in figure.series]
    return "\n".join(lines)


def _band(identifier: str, figure: ReadyFigure, start: int, shares: tuple[float, ...]) -> TableBlock:
    """The categories from ``start`` on; a last band that is shorter keeps the columns of the others."""
    size = len(shares) - 1
    # Names of charts are plain text, those of tables are markup.
    names = tuple(map(as_markup, figure.categories[start : start + size]))
    empty = ("",) * (size - len(names))
    columns = (ColumnSpec(as_markup(figure.x_name), "left"), *(ColumnSpec(name, "decimal") for name in (*names, *empty)))
    rows = tuple(
        BodyRow((Cell(as_markup(_name(series, figure))), *map(Cell, (*_texts(series, start, start + size), *empty))))
        for series in figure.series
    )
    return TableBlock(
        identifier, columns, rows, alt=f"{figure.title}のデータ", shares=shares, stretch=0, grow=0
    )


def _name(series: ReadySeries, figure: ReadyFigure) -> str:
    apart = series.unit and series.unit != figure.unit
    return f"{series.name}（{series.unit}）" if apart else series.name


def _texts(series: ReadySeries, start: int, end: int) -> tuple[str, ...]:
    number_format = NumberFormat(series.decimals)
    return tuple(
        _GAP if value is None else number_text(float(value), number_format) for value in series.values[start:end]
    )
