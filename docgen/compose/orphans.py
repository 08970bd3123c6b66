"""No lonely end of a paragraph: a last line of a character or two is drawn in by setting the text closer.

The heights stay as they were measured, so nothing can overflow where the text is not drawn in after all.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from docgen.compose.same import same
from docgen.placed import Mark, Paragraph, PlacedSlide, ShapeMark, TableMark, TableRow, TextBody, TextMark
from docgen.typeset.measured_line import Container
from docgen.typeset.text_measure import TextMeasure

# A last line of so many characters or fewer is lonely; the full stop counts.
_LONELY = 3
# How much closer text may be set, in em a character: less than the eye notices.
_CLOSER = (0.008, 0.016, 0.024, 0.03)
# What is set closer than computed, since programs round the advance of each character.
_MARGIN = 1.25
# Two lines are no lower than so many times the pitch, less what is lost where lines are placed on the grid.
_TWO_LINES = 1.9


def draw_in_orphans(slides: Sequence[PlacedSlide], measure: TextMeasure) -> tuple[PlacedSlide, ...]:
    """The slides with lonely last lines drawn in where that takes no more than 0.03 em a character."""
    return tuple([_slide(slide, measure) for slide in slides])


def _slide(slide: PlacedSlide, measure: TextMeasure) -> PlacedSlide:
    marks = tuple([_mark(mark, measure) for mark in slide.marks])
    return slide if same(marks, slide.marks) else replace(slide, marks=marks)


def _mark(mark: Mark, measure: TextMeasure) -> Mark:
    if isinstance(mark, (TextMark, ShapeMark)):
        if mark.body is None or (isinstance(mark, TextMark) and mark.placeholder is not None):
            return mark
        body = _body(mark.body, mark.box.width, mark.box.height, measure, "shape")
        return mark if body is mark.body else replace(mark, body=body)
    if isinstance(mark, TableMark):
        rows = tuple([_row(row, mark.columns, measure) for row in mark.rows])
        return mark if same(rows, mark.rows) else replace(mark, rows=rows)
    return mark


def _row(row: TableRow, columns: Sequence[float], measure: TextMeasure) -> TableRow:
    cells = list(row.cells)
    for index, cell in enumerate(cells):
        if not cell.covered:
            span = cell.column_span
            width = columns[index] if span == 1 else sum(columns[index : index + span])
            # What is merged over several rows is higher than its first.
            height = row.height if cell.row_span == 1 else math.inf
            body = _body(cell.body, width, height, measure, "cell")
            if body is not cell.body:
                cells[index] = replace(cell, body=body)
    return row if same(cells, row.cells) else replace(row, cells=tuple(cells))


def _body(body: TextBody, width: float, height: float, measure: TextMeasure, container: Container) -> TextBody:
    insets = body.insets
    if len(body.paragraphs) == 1 and height - insets.top - insets.bottom < _TWO_LINES * body.paragraphs[0].pitch:
        # There is no room for a second line, so there is none.
        return body
    inner = width - insets.left - insets.right
    paragraphs = [_paragraph(paragraph, inner, measure, container) for paragraph in body.paragraphs]
    return body if same(paragraphs, body.paragraphs) else replace(body, paragraphs=tuple(paragraphs))


def _paragraph(paragraph: Paragraph, width: float, measure: TextMeasure, container: Container) -> Paragraph:
    if measure.surely_ends_long(paragraph, width, _LONELY, container):
        return paragraph
    if any(run.link or run.page_of or "\t" in run.text or "\n" in run.text for run in paragraph.runs):
        return paragraph
    lines = measure.lines(paragraph, width, container)
    if len(lines) < 2 or len(lines[-1].strip()) > _LONELY:
        return paragraph
    size = max(run.size for run in paragraph.runs)
    room = width - paragraph.indent
    for closer in _CLOSER:
        # Set closer by this much, at least width ÷ size characters a line gain that much room.
        if len(measure.lines(paragraph, width + room * closer, container)) < len(lines):
            spacing = -closer * size * _MARGIN
            return replace(
                paragraph, runs=tuple(replace(run, spacing=round(spacing, 2)) for run in paragraph.runs)
            )
    return paragraph
