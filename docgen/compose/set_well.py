"""A slide as it is set once it has its places: links on shapes, lonely ends drawn in, lines broken well."""

from __future__ import annotations

from functools import partial

from docgen.compose.line_breaks import broken_well
from docgen.compose.orphans import drawn_in
from docgen.compose.shape_links import linked_as_shapes
from docgen.compose.texts import with_texts
from docgen.placed import PlacedSlide, TextBody
from docgen.typeset.measured_line import Container
from docgen.typeset.text_measure import TextMeasure


def set_well(slide: PlacedSlide, measure: TextMeasure) -> PlacedSlide:
    """The slide with its texts as they are set; heights stay as they are.

    Placeholders' texts are set without lonely lines as they are.
    """
    return with_texts(linked_as_shapes(slide), partial(_set_well, measure), in_placeholders=partial(broken_well, measure))


def _set_well(measure: TextMeasure, body: TextBody, width: float, height: float, container: Container) -> TextBody:
    told = measure.body_told(body, width, container)
    if all(each.most == 1 for each in told):
        return body
    drawn = drawn_in(measure, body, width, height, container, told)
    return broken_well(measure, drawn, width, height, container, told if drawn is body else None)
