"""Page numbers and links: filled in once every page has its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from docgen.compose.same import same
from docgen.placed import (
    Mark,
    Paragraph,
    PlacedSlide,
    Run,
    ShapeMark,
    TableMark,
    TableRow,
    TextBody,
    TextMark,
)


def renumber_pages(slides: Sequence[PlacedSlide], pages: Mapping[str, int]) -> tuple[PlacedSlide, ...]:
    """Numbered slides with other page numbers where they name other pages: in the contents, in lists.

    ``pages`` gives the number of each slide of a deck that slides were added to, taken from or moved in; a
    page that it does not have loses its number and its links. A slide's own number is a field, which follows.
    """
    return tuple(
        replace(
            slide,
            marks=tuple(_numbered(mark, {**pages, slide.id: number}) for mark in slide.marks),
        )
        for number, slide in enumerate(slides, start=1)
    )


def number_pages(slides: Sequence[PlacedSlide]) -> tuple[PlacedSlide, ...]:
    """The slides with page numbers as texts, and without links to pages that the deck does not hold."""
    pages = {slide.id: number for number, slide in enumerate(slides, start=1)}
    return tuple(replace(slide, marks=tuple([_numbered(mark, pages) for mark in slide.marks])) for slide in slides)


def _numbered(mark: Mark, pages: Mapping[str, int]) -> Mark:
    if isinstance(mark, (TextMark, ShapeMark)):
        body = mark.body
        return mark if body is None or not _needs(body) else replace(mark, body=_body(body, pages))
    if isinstance(mark, TableMark):
        rows = tuple([_row(row, pages) for row in mark.rows])
        return mark if same(rows, mark.rows) else replace(mark, rows=rows)
    return mark


def _row(row: TableRow, pages: Mapping[str, int]) -> TableRow:
    cells = [
        replace(cell, body=_body(cell.body, pages)) if _needs(cell.body) else cell for cell in row.cells
    ]
    return row if same(cells, row.cells) else replace(row, cells=tuple(cells))


def _body(body: TextBody, pages: Mapping[str, int]) -> TextBody:
    return replace(body, paragraphs=tuple([_paragraph(paragraph, pages) for paragraph in body.paragraphs]))


def _paragraph(paragraph: Paragraph, pages: Mapping[str, int]) -> Paragraph:
    runs = tuple([_resolved(run, pages) for run in paragraph.runs])
    return paragraph if same(runs, paragraph.runs) else replace(paragraph, runs=runs)


def _resolved(run: Run, pages: Mapping[str, int]) -> Run:
    if run.page_of is not None:
        run = replace(run, text=str(pages.get(run.page_of, "")))
    if run.link is not None and "://" not in run.link and run.link not in pages:
        run = replace(run, link=None)
    return run


def _needs(body: TextBody) -> bool:
    for paragraph in body.paragraphs:
        for run in paragraph.runs:
            if run.page_of or run.link:
                return True
    return False
