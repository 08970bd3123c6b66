"""The data of a figure as a native table under its chart, or as text for the speaker notes."""

from __future__ import annotations

from docgen.blocks.chart_number import number_format, shown
from docgen.blocks.stack import Stack
from docgen.blocks.table import TableBlock
from docgen.blocks.table_cell import BodyRow, Cell, ColumnSpec
from docgen.ready import ReadyFigure, ReadySeries

# As many categories stand side by side as can be read; more go on in a further band.
_MOST_IN_A_BAND = 12


def data_table(identifier: str, figure: ReadyFigure) -> Stack:
    """A table with a row a series and a column a category, in bands of equal length where there are many."""
    count = len(figure.categories)
    bands = max(1, -(-count // _MOST_IN_A_BAND))
    size = max(1, -(-count // bands))
    starts = range(0, max(count, 1), size)
    tables = tuple(_band(f"{identifier}-{at + 1}", figure, start, size) for at, start in enumerate(starts))
    return Stack(tables, gap=4, share=0)


def data_text(figure: ReadyFigure) -> str:
    """The figure's data as lines of text: the title, the categories, then a line a series."""
    unit = f"（{figure.unit}）" if figure.unit else ""
    lines = [f"{figure.title}{unit}", "\t".join((figure.x_name, *figure.categories))]
    lines += ["\t".join((one.name, *_texts(one, 0, len(figure.categories)))) for one in figure.series]
    return "\n".join(lines)


def _band(identifier: str, figure: ReadyFigure, start: int, size: int) -> TableBlock:
    names = figure.categories[start : start + size]
    # A last band that is shorter keeps the columns of the others.
    empty = ("",) * (size - len(names))
    columns = (
        ColumnSpec(figure.x_name, "left"),
        *(ColumnSpec(name, "right") for name in (*names, *empty)),
    )
    rows = tuple(
        BodyRow(tuple(Cell(text) for text in (_name(one, figure), *_texts(one, start, start + size), *empty)))
        for one in figure.series
    )
    return TableBlock(identifier, columns, rows, alt=f"{figure.title}のデータ", stretch=0, grow=0)


def _name(series: ReadySeries, figure: ReadyFigure) -> str:
    apart = series.unit and series.unit != figure.unit
    return f"{series.name}（{series.unit}）" if apart else series.name


def _texts(series: ReadySeries, start: int, end: int) -> tuple[str, ...]:
    code = number_format(series.decimals)
    return tuple("－" if value is None else shown(float(value), code) for value in series.values[start:end])
