"""Slides of a placed deck as a deck of their own, in which they look as they do there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from docgen.compose.shape_links import with_links
from docgen.compose.texts import with_texts
from docgen.placed import (
    DeckSummary,
    Mark,
    PlacedDeck,
    PlacedSlide,
    PlaceholderForm,
    ShapeMark,
    TextBody,
    TextMark,
)


def alone(deck: PlacedDeck, *slides: PlacedSlide) -> PlacedDeck:
    """The deck of some slides, for drawing: without links and notes.

    Texts in placeholders are text boxes in it. So a page number is not counted anew, and nothing depends on what an
    engine takes over from a slide layout.
    """
    layouts = {layout.name: {form.name: form for form in layout.placeholders} for layout in deck.design.layouts}
    drawn = tuple(_drawn(slide, layouts.get(slide.layout, {})) for slide in slides)
    return replace(deck, slides=drawn, sections=(), summary=DeckSummary())


def _drawn(slide: PlacedSlide, forms: Mapping[str, PlaceholderForm]) -> PlacedSlide:
    still = with_texts(with_links(slide, lambda link: False), lambda body, *_: _without_numbers(body))
    marks = tuple(drawn for mark in still.marks for drawn in _in_boxes(mark, forms))
    return replace(still, marks=marks, notes="")


def _in_boxes(mark: Mark, forms: Mapping[str, PlaceholderForm]) -> Iterator[Mark]:
    """A text in a placeholder as a text box, on the ground that the placeholder has."""
    if not isinstance(mark, TextMark) or mark.placeholder is None:
        yield mark
        return
    form = forms.get(mark.placeholder)
    if form is not None and form.fill:
        yield ShapeMark(f"{mark.id}/ground", mark.box, fill=form.fill)
    yield replace(mark, placeholder=None)


def _without_numbers(body: TextBody) -> TextBody:
    if not any(run.page_of for paragraph in body.paragraphs for run in paragraph.runs):
        return body
    paragraphs = tuple(
        replace(paragraph, runs=tuple(replace(run, page_of=None) for run in paragraph.runs))
        for paragraph in body.paragraphs
    )
    return replace(body, paragraphs=paragraphs)

