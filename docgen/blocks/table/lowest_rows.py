"""The least height of each row, as if it had the whole width for itself: no widths of columns make a table lower.

Where one set of widths gives every row its least height, nothing is left to search for.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum

from docgen.blocks.table.cell_text import CellText
from docgen.blocks.table.column import ColumnTexts
from docgen.blocks.table.grid import Grid
from docgen.blocks.table.searched_text import SearchedText

# What may stand beyond the end of a line, in em: hanging punctuation, and the gap that a break leaves out.
_BEYOND_LINE = 1.25

_RowTexts = Sequence[tuple[int, SearchedText]]
"""The texts of a row that gain by width, each with the index of its column."""


def widths_of_lowest_rows(
    columns: Sequence[ColumnTexts], start: Sequence[float], most: Sequence[float], width: float
) -> list[float] | None:
    """The least widths of the columns at which every row is as low as it can be; None where there are none.

    They are no smaller than at the ``start`` and no larger than the ``most``, together no more than ``width``.
    """
    rows: list[list[tuple[int, SearchedText]]] = [[] for _ in columns[0].heights]
    for index, column in enumerate(columns):
        for text in column.gaining:
            for first, span in text.rows:
                if span == 1:
                    rows[first].append((index, text))
    fixed = [max(heights) for heights in zip(*[column.heights for column in columns], strict=True)]
    heights = [_least_height(texts, least, start, width) for texts, least in zip(rows, fixed, strict=True)]
    widths = list(start)
    for index, column in enumerate(columns):
        for text in column.gaining:
            for first, span in text.rows:
                height = heights[first] if span == 1 else fsum(heights[first : first + span])
                widths[index] = max(widths[index], text.least_width(height))
    held = all(own <= limit for own, limit in zip(widths, most, strict=True))
    return widths if held and fsum(widths) <= width else None


def never_below(grid: Grid, texts: Sequence[CellText], width: float) -> float:
    """The height that a table is never below, by its rows alone; ``texts`` are those of the grid's distinct cells."""
    narrowest = {index: _narrowest(texts[index]) for column in grid.by_column for index in column}
    rows: list[list[tuple[int, SearchedText]]] = [[] for _ in range(grid.rows)]
    heights = [0.0] * grid.rows
    for row, column, row_span, column_span, column_cell in grid.areas:
        if row_span == column_span == 1:
            cell = grid.column_cells[column_cell].cell
            heights[row] = max(heights[row], texts[cell].unbroken_height)
            if not texts[cell].profile.tabs:
                rows[row].append((column, narrowest[cell]))
    start = [0.0] * len(grid.by_column)
    return fsum([_least_height(own, least, start, width) for own, least in zip(rows, heights, strict=True)])


def _narrowest(text: CellText) -> SearchedText:
    """A text as it takes the least width: all its lines as one, each of which goes as far beyond its room as it may."""
    em, pitch = text.look.em, text.look.pitch
    natural = fsum([width for item in text.profile.items for width in item.widths]) * em
    around = text.unbroken_height - text.profile.lines * pitch
    return SearchedText((), around, [(natural, text.look.inset_width - _BEYOND_LINE * em, em, pitch)])


def _least_height(texts: _RowTexts, least: float, start: Sequence[float], width: float) -> float:
    """The least height of a row with these texts in the whole width; it is at least ``least``."""
    height = max([least, *[text.around + len(text.lines) * text.lines[0][3] for _, text in texts]])
    at_start = max([text.measured(start[index])[0] for index, text in texts], default=height)
    spare = width - fsum(start)
    if height < at_start:
        height = max(height, _least_by_area(texts, spare + fsum([start[index] for index, _ in texts])))
    while height < at_start and fsum([max(0.0, text.least_width(height) - start[index]) for index, text in texts]) > spare:
        height = min([text.next_height(height) for _, text in texts])
    return height


def _least_by_area(texts: _RowTexts, width: float) -> float:
    """The height at which the texts take the whole ``width`` if every line is full: no row is lower."""
    room = width - fsum([text.lines[0][1] for _, text in texts])
    area = fsum([natural * pitch for _, text in texts for natural, _, _, pitch in text.lines])
    return min([text.around for _, text in texts]) + area / room if room > 0 else 0.0
