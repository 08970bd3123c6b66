"""The least height of each row, as if it had the whole width for itself: no widths of columns make a table lower.

Where one set of widths gives every row its least height, nothing is left to search for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil, fsum, inf
from typing import NamedTuple

from docgen.blocks.table.cell_profile import CellProfile
from docgen.blocks.table.cell_text import CellLook
from docgen.blocks.table.column import ColumnTexts
from docgen.blocks.table.grid import Grid, Kind
from docgen.blocks.table.searched_text import SearchedText

# What may stand beyond the end of a line, in em: hanging punctuation, and the gap that a break leaves out.
_BEYOND_LINE = 1.25
# What rounding may add to a number of lines.
_BEYOND = 1e-6


class RowPart(NamedTuple):
    """The cells of a row that look alike: how many, how long their texts are together, but for those with tabs (em),
    and how many items and explicit lines they have."""

    kind: Kind
    cells: int
    length: float
    sizes: frozenset[tuple[int, int]]

    @classmethod
    def of(cls, kind: Kind, cells: Sequence[CellProfile]) -> RowPart:
        """That of cells of a kind."""
        length = fsum([cell.length for cell in cells if not cell.tabs])
        return cls(kind, len(cells), length, frozenset([(len(cell.items), cell.lines) for cell in cells]))


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


def row_parts(grid: Grid, profiles: Sequence[CellProfile]) -> Sequence[Sequence[RowPart]]:
    """The parts of each row that are not merged with other rows or over columns; ``profiles`` are those of the grid's
    distinct cells."""
    rows: list[dict[Kind, list[CellProfile]]] = [{} for _ in range(grid.rows)]
    for row, _, row_span, column_span, column_cell in grid.areas:
        if row_span == column_span == 1:
            index = grid.column_cells[column_cell].cell
            rows[row].setdefault(grid.cells[index].kind, []).append(profiles[index])
    return [[RowPart.of(kind, cells) for kind, cells in row.items()] for row in rows if row]


def never_below(rows: Sequence[Sequence[RowPart]], looks: Mapping[Kind, CellLook], width: float) -> float:
    """The height that a table is never below, by its rows alone; ``looks`` are those of its cells."""
    return fsum([_never_below(row, looks, width) for row in rows])


def _never_below(row: Sequence[RowPart], looks: Mapping[Kind, CellLook], width: float) -> float:
    """The height of a row if every line is full, and goes as far beyond its room as it may."""
    area, around, room, unbroken = 0.0, inf, width, 0.0
    first = looks[row[0].kind].pitch
    for kind, cells, length, sizes in row:
        look = looks[kind]
        area += length * look.em * look.pitch
        room -= cells * (look.inset_width - _BEYOND_LINE * look.em)
        for items, lines in sizes:
            beside = look.inset_height + look.after * (items - 1)
            around, unbroken = min(around, beside), max(unbroken, beside + lines * look.pitch)
    full = area / (room * first) if room > 0 else 0.0
    if all(looks[part.kind].pitch == first for part in row):
        full = ceil(full - _BEYOND)
    return max(around + full * first, unbroken)


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
