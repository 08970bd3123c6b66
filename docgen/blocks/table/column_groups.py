"""Which columns of a table stand on a page together where not all of them have room side by side.

Those at the left that name the rows stand on every page; the others follow in their order, those under one merged head
together where a page holds them, the pages about equally full.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from math import fsum

from docgen.blocks.table.cell import Cell
from docgen.blocks.table.grid import TableContent, place_cells
from docgen.errors import WrongValue
from docgen.model.cells.number import read_number
from docgen.placed.box import fits
from docgen.prose.markup import plain

# So many columns name the rows at the most, and of the width they take no more than this.
_MOST_LABELS, _WIDEST_LABELS = 4, 0.5


def may_be_parted(content: TableContent) -> bool:
    """Whether a table has columns that may stand on different pages: two beside those that name its rows."""
    return len(content.columns) - label_columns(content) > 1


def label_columns(content: TableContent) -> int:
    """How many columns at the left name the rows: the first, and those of words up to the first that holds numbers.

    Where none does, those whose cells are merged downwards, and the one that they lead to.
    """
    grid = place_cells([row.cells for row in content.rows], len(content.columns), content.id)
    columns: list[list[Cell]] = [[] for _ in content.columns]
    for _, column, cell in grid:
        if cell.column_span == 1:
            columns[column].append(cell)
    numbers = range(1, min(_MOST_LABELS + 1, len(columns)))
    first = next((column for column in numbers if _holds_numbers(content, column, columns[column])), None)
    if first is not None:
        return first
    merged = 0
    while merged < min(_MOST_LABELS, len(columns)) - 1 and any(cell.row_span > 1 for cell in columns[merged]):
        merged += 1
    return merged + 1


def _holds_numbers(content: TableContent, column: int, cells: Iterable[Cell]) -> bool:
    """Whether a column holds numbers rather than words."""
    if content.columns[column].align == "decimal":
        return True
    numbers, words = 0, 0
    for cell in cells:
        try:
            numbers += not cell.items and read_number(plain(cell.text)) is not None
        except WrongValue:
            words += 1
    return numbers >= words


def column_groups(content: TableContent, least: Sequence[float], width: float) -> tuple[tuple[int, ...], ...]:
    """The columns on each page that is ``width`` points wide, where columns need their ``least`` widths."""
    labels = label_columns(content)
    while labels > 1 and fsum(least[:labels]) > width * _WIDEST_LABELS:
        labels -= 1
    room = width - min(fsum(least[:labels]), width * _WIDEST_LABELS)
    heads = list(_under_heads(content, range(labels, len(content.columns)), least, room))
    needs = [fsum([least[column] for column in columns]) for columns in heads]
    sums = sorted({fsum(needs[begin:end]) for end in range(1, len(needs) + 1) for begin in range(end)})
    fewest = len(_filled(needs, room))
    evenest = sums[bisect_left(sums, True, key=lambda limit: len(_filled(needs, limit)) <= fewest)]
    return tuple([
        (*range(labels), *range(heads[begin].start, heads[end - 1].stop)) for begin, end in _filled(needs, evenest)
    ])


def _filled(needs: Sequence[float], room: float) -> list[tuple[int, int]]:
    """Pages as full as ``room`` allows: the first of the needs on each, and that after its last."""
    pages: list[tuple[int, int]] = []
    used = 0.0
    for index, need in enumerate(needs):
        if pages and fits(used + need, room):
            pages[-1] = (pages[-1][0], index + 1)
            used += need
        else:
            pages.append((index, index + 1))
            used = need
    return pages


def _under_heads(
    content: TableContent, columns: range, least: Sequence[float], room: float, level: int = 0
) -> Iterator[range]:
    """The columns that stay together: those under a head of this header row, or of the next where a page does not hold
    them; else each alone."""
    if level == len(content.header):
        yield from (range(column, column + 1) for column in columns)
        return
    for _, start, cell in place_cells(content.header, len(content.columns), content.id):
        if _ != level:
            continue
        group = range(max(start, columns.start), min(start + cell.column_span, columns.stop))
        if len(group) == 0:
            continue
        if fits(fsum([least[column] for column in group]), room):
            yield group
        else:
            yield from _under_heads(content, group, least, room, level + 1)


def chosen_columns(content: TableContent, columns: Sequence[int]) -> TableContent:
    """The table with these of its columns alone; a cell that is merged over more of them stands over those."""
    places = {column: place for place, column in enumerate(columns)}
    count = len(content.columns)
    header = _chosen(content.header, count, content.id, places)
    rows = _chosen([row.cells for row in content.rows], count, content.id, places)
    shades = [
        replace(rule, columns=tuple([places[column] for column in rule.columns if column in places]))
        for rule in content.shades
        if not rule.columns or not places.keys().isdisjoint(rule.columns)
    ]
    return replace(
        content,
        columns=tuple([content.columns[column] for column in columns]),
        header=tuple(header),
        rows=tuple([replace(row, cells=cells) for row, cells in zip(content.rows, rows, strict=True)]),
        shades=tuple(shades),
        shares=(),
        settled=False,
    )


def _chosen(
    rows: Sequence[Sequence[Cell]], count: int, table: str, places: dict[int, int]
) -> list[tuple[Cell, ...]]:
    """The cells of each row in the columns that have a place."""
    chosen: list[list[Cell]] = [[] for _ in rows]
    for row, column, cell in place_cells(rows, count, table):
        span = sum([over in places for over in range(column, column + cell.column_span)])
        if span:
            chosen[row].append(cell if span == cell.column_span else replace(cell, column_span=span))
    return [tuple(cells) for cells in chosen]
