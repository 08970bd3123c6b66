"""The texts of a placed slide, changed one by one: those of text boxes and shapes, and of tables' cells."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from docgen.placed import Mark, PlacedSlide, ShapeMark, TableCell, TableMark, TableRow, TextBody, TextMark
from docgen.typeset.measured_line import Container


class TextRoom(NamedTuple):
    """The room of a text: its width and height in points, insets included, and what holds it.

    The height of a cell that is merged over rows is infinite: it is told by none of its rows.
    """

    width: float
    height: float
    container: Container
    placeholder: bool = False


TextChange = Callable[[TextBody, TextRoom], TextBody]


def with_texts(slide: PlacedSlide, change: TextChange) -> PlacedSlide:
    """The slide with each text as ``change`` gives it back; the same slide where no text is changed."""
    marks = tuple([_mark(mark, change) for mark in slide.marks])
    return slide if marks == slide.marks else replace(slide, marks=marks)


def _mark(mark: Mark, change: TextChange) -> Mark:
    if isinstance(mark, TableMark):
        rows = tuple([_row(row, mark.columns, change) for row in mark.rows])
        return mark if rows == mark.rows else replace(mark, rows=rows)
    if not isinstance(mark, (TextMark, ShapeMark)) or mark.body is None:
        return mark
    placeholder = isinstance(mark, TextMark) and mark.placeholder is not None
    body = change(mark.body, TextRoom(mark.box.width, mark.box.height, "shape", placeholder))
    return mark if body is mark.body else replace(mark, body=body)


def _row(row: TableRow, columns: Sequence[float], change: TextChange) -> TableRow:
    cells = tuple([_cell(cell, row, columns[index:], change) for index, cell in enumerate(row.cells)])
    return row if cells == row.cells else replace(row, cells=cells)


def _cell(cell: TableCell, row: TableRow, columns: Sequence[float], change: TextChange) -> TableCell:
    """A cell; ``columns`` are the widths of the columns from its own on."""
    if cell.covered:
        return cell
    height = row.height if cell.row_span == 1 else math.inf
    body = change(cell.body, TextRoom(sum(columns[: cell.column_span]), height, "cell"))
    return cell if body is cell.body else replace(cell, body=body)
