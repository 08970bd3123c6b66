"""Column widths from the content: the least height of the table within each column's limits.

The search starts from the widths that keep every short text whole. It works on estimates of lines; the
heights that are written are measured afterwards.
"""

from __future__ import annotations

from collections.abc import Sequence

from docgen.blocks.arrange.stack import grown
from docgen.blocks.table.cell import ColumnSpec
from docgen.blocks.table.cell_text import CellText
from docgen.blocks.table.column import ColumnLimits, searched_column
from docgen.blocks.table.grid import Grid
from docgen.blocks.table.width_search import widened


def column_widths(
    specs: Sequence[ColumnSpec], grid: Grid, texts: Sequence[CellText], width: float
) -> tuple[float, ...]:
    """The widths of the columns in points; their sum is ``width`` unless every column has a lower maximum.

    ``texts`` are those of the cells that are alike in the grid.
    """
    limits = _limits(specs, grid, texts)
    start = _start(limits, width)
    widths = _unbroken(grid, texts, start)
    if sum(widths) > width or any(each > limit.most for each, limit in zip(widths, limits, strict=True)):
        columns = [
            searched_column([(texts[index], rows) for index, rows in places.items()], grid.rows, limit, first)
            for places, limit, first in zip(grid.by_column, limits, start, strict=True)
        ]
        widths = widened(columns, width)
    return tuple(grown(widths, [limit.most for limit in limits], widths, width - sum(widths)))


def _unbroken(grid: Grid, texts: Sequence[CellText], start: Sequence[float]) -> list[float]:
    """The widths, no smaller than at the ``start``, at which no text that stands in one column needs to break."""
    return [
        max([first, *[texts[index].unbroken for index in places]])
        for places, first in zip(grid.by_column, start, strict=True)
    ]


def _limits(specs: Sequence[ColumnSpec], grid: Grid, texts: Sequence[CellText]) -> list[ColumnLimits]:
    least = [spec.minimum for spec in specs]
    wanted = [spec.minimum for spec in specs]
    merged = []
    for spot in grid.spots:
        alike, column, span = spot
        if span > 1:
            merged.append(spot)
        elif specs[column].width is None:
            text = texts[alike]
            if text.least > least[column]:
                least[column] = text.least
            if text.wanted > wanted[column]:
                wanted[column] = text.wanted
    for alike, column, span in sorted(merged, key=lambda spot: spot.column_span):
        inside = range(column, column + span)
        open_columns = [index for index in inside if specs[index].width is None]
        for widths, need in ((least, texts[alike].least), (wanted, texts[alike].wanted)):
            lack = need - sum([widths[index] for index in inside])
            if lack > 0:
                for index in open_columns:
                    widths[index] += lack / len(open_columns)
    limits = []
    for spec, low, high in zip(specs, least, wanted, strict=True):
        most = float("inf") if spec.maximum is None else max(spec.maximum, spec.minimum)
        if spec.width is not None:
            low = high = most = spec.width
        limits.append(ColumnLimits(min(low, most), min(max(low, high), most), most))
    return limits


def _start(limits: Sequence[ColumnLimits], width: float) -> list[float]:
    """The wanted widths where there is room, else between least and wanted, else the least made narrower."""
    least = sum(limit.least for limit in limits)
    wanted = sum(limit.wanted for limit in limits)
    if wanted <= width:
        return [limit.wanted for limit in limits]
    if least > width:
        return [limit.least * width / least for limit in limits]
    share = (width - least) / (wanted - least)
    return [limit.least + share * (limit.wanted - limit.least) for limit in limits]
