"""Where on a slide a breach stands: the corner of the shape, or of the cell, that it is about."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docgen.breach import Breach
from docgen.errors import SlidePosition
from docgen.opened.parts import A, P, Parts
from docgen.opened.shape import Box, Shape, layout_boxes, shapes_of
from docgen.review.excerpt import excerpt
from docgen.value import value

_CORNER = 91_440  # EMU: a tenth of an inch from the corner of the slide


@value(frozen=True, slots=True)
class Anchor:
    """A place on a slide, in EMU from its upper left corner."""

    x: int
    y: int


def anchor_of(breach: Breach, slide: Any, part: str, parts: Parts) -> Anchor:
    """The corner of what a breach is about; the slide's own where it is about none of its shapes.

    That is the shape that the breach names, else one that says the sentence, else one that has the words that are amiss.
    """
    shapes = list(shapes_of(slide.find(f"{P}cSld/{P}spTree")))
    shape = next(_meant(breach, shapes), None)
    if shape is None:
        return Anchor(_CORNER, _CORNER)
    box = shape.box(layout_boxes(parts.target(part, "slideLayout"), parts))
    if box is None:
        return Anchor(_CORNER, _CORNER)
    place = breach.where if isinstance(breach.where, SlidePosition) else None
    cell = _cell(shape, box, place.row, place.column) if place is not None and place.row else Anchor(box.left, box.top)
    return _outside_of_groups(shape, cell)


def _meant(breach: Breach, shapes: list[Shape]) -> Iterator[Shape]:
    names = {breach.where.shape} if isinstance(breach.where, SlidePosition) else set()
    names |= {value for _, value in breach.message.values if isinstance(value, str)}
    names.discard("")
    yield from (shape for shape in shapes if shape.name in names)
    if breach.spot is not None:
        sentence = excerpt(breach.spot).text.strip("…")
        yield from (shape for shape in shapes if sentence in shape.text)
        yield from (shape for shape in shapes if breach.spot.words in shape.text)


def _cell(shape: Shape, box: Box, row: int, column: int) -> Anchor:
    """The corner of a cell, by the widths and heights of those before it; of the shape where it holds no table."""
    table = shape.element.find(f"{A}graphic/{A}graphicData/{A}tbl")
    if table is None:
        return Anchor(box.left, box.top)
    widths = [int(one.get("w", 0)) for one in table.iterfind(f"{A}tblGrid/{A}gridCol")]
    heights = [int(one.get("h", 0)) for one in table.iterfind(f"{A}tr")]
    return Anchor(box.left + sum(widths[: column - 1]), box.top + sum(heights[: row - 1]))


def _outside_of_groups(shape: Shape, place: Anchor) -> Anchor:
    """A place in the coordinates of a shape's groups, as one of the slide."""
    for group in shape.element.iterancestors(f"{P}grpSp"):
        frame = group.find(f"{P}grpSpPr/{A}xfrm")
        names = ("off", "ext", "chOff", "chExt")
        parts = [part for name in names if frame is not None and (part := frame.find(f"{A}{name}")) is not None]
        if len(parts) < len(names):
            continue
        across = (int(part.get(key)) for part, key in zip(parts, ("x", "cx", "x", "cx"), strict=True))
        down = (int(part.get(key)) for part, key in zip(parts, ("y", "cy", "y", "cy"), strict=True))
        place = Anchor(_moved(place.x, *across), _moved(place.y, *down))
    return place


def _moved(length: int, offset: int, extent: int, inner: int, inner_extent: int) -> int:
    """A length in a group's own coordinates as one of what is around the group."""
    return offset + (length - inner) * extent // inner_extent if inner_extent else offset
