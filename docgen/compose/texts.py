"""The texts of a placed slide, changed one by one: those of text boxes and shapes, and of tables' cells."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from math import fsum
from operator import is_

from docgen.placed import Mark, PlacedSlide, ShapeMark, TableMark, TableRow, TextBody, TextMark
from docgen.typeset.measured_line import Container
from docgen.with_fields import with_fields

TextChange = Callable[[TextBody, float, float, Container], TextBody]
"""Gives back a text of a given width and height (points, insets included) in a shape or a cell, or another one."""


def texts_of(slide: PlacedSlide) -> Iterator[TextBody]:
    """The texts of a slide: of its text boxes and shapes, and of its tables' cells."""
    for mark in slide.marks:
        yield from texts_in(mark)


def texts_in(mark: Mark) -> Iterator[TextBody]:
    """The texts of a mark: of a text box or a shape, or of the cells of a table."""
    if isinstance(mark, (TextMark, ShapeMark)):
        if mark.body is not None:
            yield mark.body
    elif isinstance(mark, TableMark):
        for row in mark.rows:
            for cell in row.cells:
                if not cell.covered:
                    yield cell.body


def with_texts(slide: PlacedSlide, change: TextChange, in_placeholders: TextChange | None = None) -> PlacedSlide:
    """The slide with each text as ``change`` gives it back; the same slide where no text is changed.

    Those ``in_placeholders`` may be changed in another way.
    """
    marks = [
        with_mark_texts(mark, in_placeholders if in_placeholders and _is_placeholder(mark) else change)
        for mark in slide.marks
    ]
    return slide if _are_same(marks, slide.marks) else with_fields(slide, marks=tuple(marks))


def _is_placeholder(mark: Mark) -> bool:
    return isinstance(mark, TextMark) and mark.placeholder is not None


def _are_same(parts: Sequence[object], others: Sequence[object]) -> bool:
    """Whether each part is the same object as the other: to look into each for a difference costs far more."""
    return all(map(is_, parts, others))


def with_mark_texts(mark: Mark, change: TextChange) -> Mark:
    """The mark with each of its texts as ``change`` gives it back; the same mark where none is changed."""
    if isinstance(mark, (TextMark, ShapeMark)):
        if mark.body is None:
            return mark
        body = change(mark.body, mark.box.width, mark.box.height, "shape")
        return mark if body is mark.body else with_fields(mark, body=body)
    if isinstance(mark, TableMark):
        heights = [row.height for row in mark.rows]
        rows = tuple([_row(row, heights[index:], mark.columns, change) for index, row in enumerate(mark.rows)])
        return mark if _are_same(rows, mark.rows) else with_fields(mark, rows=rows)
    return mark


def _row(row: TableRow, heights: Sequence[float], columns: Sequence[float], change: TextChange) -> TableRow:
    """A row with its texts changed; ``heights`` are those of the rows from it on."""
    cells = list(row.cells)
    for index, cell in enumerate(cells):
        if not cell.covered:
            width = fsum(columns[index : index + cell.column_span])
            height = fsum(heights[: cell.row_span])
            body = change(cell.body, width, height, "cell")
            if body is not cell.body:
                cells[index] = with_fields(cell, body=body)
    return row if _are_same(cells, row.cells) else with_fields(row, cells=tuple(cells))
