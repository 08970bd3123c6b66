"""Page numbers and links: filled in once every page has its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from docgen.placed import Mark, Paragraph, PlacedSlide, Run, ShapeMark, TableMark, TextBody, TextMark


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
    def number(run: Run) -> Run:
        return _resolved(run, pages)

    if isinstance(mark, (TextMark, ShapeMark)) and mark.body is not None:
        return replace(mark, body=_map_runs(mark.body, number)) if _needs(mark.body) else mark
    if isinstance(mark, TableMark):
        return replace(
            mark,
            rows=tuple(
                replace(
                    row,
                    cells=tuple(
                        replace(cell, body=_map_runs(cell.body, number)) if _needs(cell.body) else cell
                        for cell in row.cells
                    ),
                )
                if any(_needs(cell.body) for cell in row.cells)
                else row
                for row in mark.rows
            ),
        )
    return mark


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


def _map_runs(body: TextBody, change: Callable[[Run], Run]) -> TextBody:
    def paragraph(old: Paragraph) -> Paragraph:
        return replace(old, runs=tuple(change(run) for run in old.runs))

    return replace(body, paragraphs=tuple(paragraph(old) for old in body.paragraphs))
