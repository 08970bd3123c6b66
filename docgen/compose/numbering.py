"""Page numbers and links: filled in once every page has its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from docgen.compose.texts import with_texts
from docgen.placed import PlacedSlide, Run, TextBody
from docgen.placed.address import leads_out


def number_pages(slides: Sequence[PlacedSlide]) -> tuple[PlacedSlide, ...]:
    """The slides with page numbers as texts, and without links to pages that the deck does not hold."""
    pages = {slide.id: number for number, slide in enumerate(slides, start=1)}
    return tuple([_numbered(slide, pages) for slide in slides])


def renumber_pages(slides: Sequence[PlacedSlide], pages: Mapping[str, int]) -> tuple[PlacedSlide, ...]:
    """Numbered slides with other page numbers where they name other pages: in the contents, in lists.

    ``pages`` gives the number of each slide of a deck that slides were added to, taken from or moved in; a
    page that it does not have loses its number and its links. A slide's own number is a field, which follows.
    """
    return tuple(
        [_numbered(slide, {**pages, slide.id: number}) for number, slide in enumerate(slides, start=1)]
    )


def _numbered(slide: PlacedSlide, pages: Mapping[str, int]) -> PlacedSlide:
    return with_texts(slide, lambda body, *_: _resolved(body, pages) if _names_pages(body) else body)


def _names_pages(body: TextBody) -> bool:
    for paragraph in body.paragraphs:
        for run in paragraph.runs:
            if run.page_of or run.link:
                return True
    return False


def _resolved(body: TextBody, pages: Mapping[str, int]) -> TextBody:
    paragraphs = [
        replace(paragraph, runs=tuple([_resolved_run(run, pages) for run in paragraph.runs]))
        for paragraph in body.paragraphs
    ]
    return replace(body, paragraphs=tuple(paragraphs))


def _resolved_run(run: Run, pages: Mapping[str, int]) -> Run:
    if run.page_of is not None:
        run = replace(run, text=str(pages.get(run.page_of, "")))
    if run.link is not None and not leads_out(run.link) and run.link not in pages:
        run = replace(run, link=None)
    return run
