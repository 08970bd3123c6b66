"""Texts that were changed by hand: what was built, and what stands there now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docgen.fingerprint.values import SLIDE_NUMBER, DeckShape, Fingerprint, TextParagraph
from docgen.merging.edited.deck import EditedDeck
from docgen.merging.edited.matching import match_shapes, match_slides
from docgen.merging.edited.value_comparison import same_shape_of_grid


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
    places = match_slides(built.slides, edited.slides)
    for at, place in sorted(places.items(), key=lambda pair: pair[1]):
        slide = built.slides[place]
        there = match_shapes(slide, edited.slides[at])
        for shape in slide.shapes:
            now = there.get(shape.name)
            for before, after in _pairs(shape, now.shape) if now is not None else ():
                if before != after and before.strip() and SLIDE_NUMBER not in before:
                    yield TextChange(slide.record, slide.id, shape.name, before, after)


def _pairs(built: DeckShape, now: DeckShape) -> Iterator[tuple[str, str]]:
    yield from _texts(built.paragraphs or (), now.paragraphs or ())
    if built.grid is not None and now.grid is not None and same_shape_of_grid(built.grid, now.grid):
        for rows in zip(built.grid.rows, now.grid.rows, strict=True):
            for one, other in zip(*rows, strict=True):
                yield from _texts(one.paragraphs, other.paragraphs)


def _texts(built: Sequence[TextParagraph], now: Sequence[TextParagraph]) -> Iterator[tuple[str, str]]:
    if len(built) == len(now):
        yield from ((_line(one), _line(other)) for one, other in zip(built, now, strict=True))


def _line(paragraph: TextParagraph) -> str:
    return paragraph.text.replace("\n", "")
