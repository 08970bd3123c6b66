"""Links of whole shapes: where all text of a filled shape leads to one place, the shape does.

A program may draw linked text in the theme's colour for links, whatever colour the text has, and on a fill that
colour may not be read. A link of a shape leaves the text as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from docgen.compose.texts import texts_of, with_texts
from docgen.placed import Mark, PlacedSlide, ShapeMark, TextBody, TextMark


def link_of_all(body: TextBody) -> str | None:
    """The link of all runs of a text; None where they have several, or one has none."""
    links = {run.link for paragraph in body.paragraphs for run in paragraph.runs if run.text}
    return links.pop() if len(links) == 1 else None


def linked_as_shapes(slide: PlacedSlide) -> PlacedSlide:
    """The slide with each filled shape leading where all of its text leads."""
    marks = tuple([_as_shape(mark) for mark in slide.marks])
    return slide if marks == slide.marks else replace(slide, marks=marks)


def _as_shape(mark: Mark) -> Mark:
    if not isinstance(mark, ShapeMark) or mark.fill is None or mark.body is None or mark.link is not None:
        return mark
    link = link_of_all(mark.body)
    return mark if link is None else replace(mark, link=link, body=unlinked(mark.body))


def shape_links(slide: PlacedSlide) -> list[str]:
    """Where a slide's shapes lead as a whole."""
    return [mark.link for mark in slide.marks if isinstance(mark, (TextMark, ShapeMark)) and mark.link is not None]


def links_of(slide: PlacedSlide) -> Iterator[str]:
    """Where a slide's shapes and texts lead: ids of slides, and addresses."""
    yield from shape_links(slide)
    for body in texts_of(slide):
        yield from (run.link for paragraph in body.paragraphs for run in paragraph.runs if run.link is not None)


def with_links(slide: PlacedSlide, kept: Callable[[str], bool]) -> PlacedSlide:
    """The slide without the links, of shapes and of texts, that are not ``kept``; the same slide where all are."""
    if all(map(kept, links_of(slide))):
        return slide
    marks = tuple(
        [
            replace(mark, link=None)
            if isinstance(mark, TextMark | ShapeMark) and mark.link is not None and not kept(mark.link)
            else mark
            for mark in slide.marks
        ]
    )
    return with_texts(replace(slide, marks=marks), lambda body, *_: unlinked(body, kept))


def unlinked(body: TextBody, kept: Callable[[str], bool] = lambda link: False) -> TextBody:
    """A text without the links that are not ``kept``; the same text where none is taken."""
    gone = {run.link for paragraph in body.paragraphs for run in paragraph.runs if run.link and not kept(run.link)}
    if not gone:
        return body
    paragraphs = [
        replace(
            paragraph,
            runs=tuple([replace(run, link=None) if run.link in gone else run for run in paragraph.runs]),
        )
        for paragraph in body.paragraphs
    ]
    return replace(body, paragraphs=tuple(paragraphs))
