"""Where on a slide a point lies: in which mark, and on which of its texts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from docgen.placed import Box, ConnectorMark, Mark, PlacedSlide, ShapeMark, TableMark, TextBody, TextMark
from docgen.typeset.measured_line import Container
from docgen.typeset.text_measure import TextMeasure


class TextSpot(NamedTuple):
    """A paragraph of a mark: its text, and the box of its lines."""

    mark: str
    text: str
    box: Box


def mark_at(slide: PlacedSlide, x: float, y: float) -> Mark | None:
    """The mark under a point, the uppermost; of marks that lie on each other the smallest. None where none is."""
    point = Box(x, y, 0, 0)
    under = [mark for mark in slide.marks if not isinstance(mark, ConnectorMark) and mark.box.contains(point)]
    return min(reversed(under), key=lambda mark: mark.box.width * mark.box.height, default=None)


def texts_of(mark: Mark, measure: TextMeasure) -> Iterator[TextSpot]:
    """The paragraphs of a mark, those of a table cell by cell."""
    if isinstance(mark, TableMark):
        for _, cell, box in mark.cells():
            yield from _paragraphs(mark.id, cell.body, box, measure, "cell")
    elif isinstance(mark, TextMark | ShapeMark) and mark.body is not None:
        yield from _paragraphs(mark.id, mark.body, mark.box, measure, "shape")


def text_at(mark: Mark, x: float, y: float, measure: TextMeasure) -> TextSpot | None:
    """The paragraph of a mark that a point lies on; None beside all of them."""
    point = Box(x, y, 0, 0)
    return next((spot for spot in texts_of(mark, measure) if spot.box.contains(point)), None)


def _paragraphs(
    mark: str, body: TextBody, box: Box, measure: TextMeasure, container: Container
) -> Iterator[TextSpot]:
    inner = box.inside(body.insets)
    spare = box.height - measure.height(body, box.width, container)
    top = inner.y + {"top": 0.0, "middle": spare / 2, "bottom": spare}[body.anchor]
    for index, paragraph in enumerate(body.paragraphs):
        top += paragraph.before if index else 0
        height = measure.line_count(paragraph, inner.width, container) * paragraph.pitch
        text = "".join(run.text for run in paragraph.runs)
        yield TextSpot(mark, text, Box(inner.x, top, inner.width, height))
        top += height + paragraph.after
