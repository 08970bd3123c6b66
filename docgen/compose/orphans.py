"""No lonely end of a paragraph: a last line of a character or two is drawn in by setting the text closer.

The heights stay as they were measured, so nothing can overflow where the text is not drawn in after all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from docgen.placed import Mark, Paragraph, PlacedSlide, ShapeMark, TableMark, TableRow, TextBody, TextMark
from docgen.typeset.fonts import Fonts
from docgen.typeset.measure import natural_width, paragraph_lines
from docgen.typeset.setting import Where

# A last line of so many characters or fewer is lonely; the full stop counts.
_LONELY = 3
# How much closer text may be set, in em a character: less than the eye notices.
_CLOSER = (0.008, 0.016, 0.024, 0.03)
# What is set closer than computed, since programs round the advance of each character.
_MARGIN = 1.25


def draw_in_orphans(slides: Sequence[PlacedSlide], fonts: Fonts) -> tuple[PlacedSlide, ...]:
    """The slides with lonely last lines drawn in where that takes no more than 0.03 em a character."""
    return tuple(
        replace(slide, marks=tuple(_mark(mark, fonts) for mark in slide.marks)) for slide in slides
    )


def _mark(mark: Mark, fonts: Fonts) -> Mark:
    if isinstance(mark, (TextMark, ShapeMark)):
        if mark.body is None or (isinstance(mark, TextMark) and mark.placeholder is not None):
            return mark
        body = _body(mark.body, mark.box.width, fonts, "shape")
        return mark if body is mark.body else replace(mark, body=body)
    if isinstance(mark, TableMark):
        rows = tuple(_row(row, mark.columns, fonts) for row in mark.rows)
        return replace(mark, rows=rows) if any(new is not old for new, old in zip(rows, mark.rows, strict=True)) else mark
    return mark


def _row(row: TableRow, columns: Sequence[float], fonts: Fonts) -> TableRow:
    cells = list(row.cells)
    changed = False
    for index, cell in enumerate(cells):
        if not cell.covered:
            body = _body(cell.body, sum(columns[index : index + cell.column_span]), fonts, "cell")
            if body is not cell.body:
                cells[index] = replace(cell, body=body)
                changed = True
    return replace(row, cells=tuple(cells)) if changed else row


def _body(body: TextBody, width: float, fonts: Fonts, where: Where) -> TextBody:
    inner = width - body.insets.left - body.insets.right
    paragraphs = tuple(_paragraph(paragraph, inner, fonts, where) for paragraph in body.paragraphs)
    if all(new is old for new, old in zip(paragraphs, body.paragraphs, strict=True)):
        return body
    return replace(body, paragraphs=paragraphs)


def _paragraph(paragraph: Paragraph, width: float, fonts: Fonts, where: Where) -> Paragraph:
    if any(run.link or run.page_of or "\t" in run.text or "\n" in run.text for run in paragraph.runs):
        return paragraph
    if natural_width(paragraph, fonts, where) <= width:
        return paragraph
    lines = paragraph_lines(paragraph, width, fonts, where)
    if len(lines) < 2 or len(lines[-1].strip()) > _LONELY:
        return paragraph
    size = max(run.size for run in paragraph.runs)
    room = width - paragraph.indent
    for closer in _CLOSER:
        # Set closer by this much, at least width ÷ size characters a line gain that much room.
        if len(paragraph_lines(paragraph, width + room * closer, fonts, where)) < len(lines):
            spacing = -closer * size * _MARGIN
            return replace(
                paragraph, runs=tuple(replace(run, spacing=round(spacing, 2)) for run in paragraph.runs)
            )
    return paragraph
