"""Texts that were changed by hand: what was built, and what stands there now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docgen.fingerprint.values import SLIDE_NUMBER, DeckShape, Fingerprint, TextParagraph
from docgen.merging.edited.deck import EditedDeck
from docgen.merging.edited.matching import match_shapes, match_slides
from docgen.merging.edited.value_comparison import same_grid_form


@dataclass(frozen=True, slots=True)
class TextChange:
    """A paragraph changed by hand on a slide of the page ``record``; line breaks are left out.

    Where a title breaks its lines is the composition's matter.
    """

    record: str
    slide: str
    shape: str
    before: str
    after: str


def text_changes(built: Fingerprint, edited: EditedDeck) -> Iterator[TextChange]:
    """Every paragraph, in shapes and cells, whose text was changed by hand.

    Where paragraphs came or went, those around them do not tell which one changed; they are left out.
    """
    matches = match_slides(built.slides, edited.slides)
    for index, place in sorted(matches.items(), key=lambda match: match[1]):
        slide = built.slides[place]
        by_name = match_shapes(slide, edited.slides[index])
        for shape in slide.shapes:
            now = by_name.get(shape.name)
            for before, after in _pairs(shape, now.shape) if now is not None else ():
                if before != after and before.strip() and SLIDE_NUMBER not in before:
                    yield TextChange(slide.record, slide.id, shape.name, before, after)


def _pairs(built: DeckShape, edited: DeckShape) -> Iterator[tuple[str, str]]:
    """The built and the edited text of each paragraph of a shape and of its cells."""
    yield from _lines(built.paragraphs or (), edited.paragraphs or ())
    if built.grid is not None and edited.grid is not None and same_grid_form(built.grid, edited.grid):
        for rows in zip(built.grid.rows, edited.grid.rows, strict=True):
            for one, other in zip(*rows, strict=True):
                yield from _lines(one.paragraphs, other.paragraphs)


def _lines(built: Sequence[TextParagraph], edited: Sequence[TextParagraph]) -> Iterator[tuple[str, str]]:
    if len(built) == len(edited):
        for one, other in zip(built, edited, strict=True):
            yield one.text.replace("\n", ""), other.text.replace("\n", "")
