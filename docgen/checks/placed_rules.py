"""Rules on a placed slide: inside the page, no collision, no overflow, nothing below its floor."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

from docgen.breach import Breach
from docgen.errors import repeated
from docgen.layout.pack import LayoutPack
from docgen.layout.style import measure_of
from docgen.placed import (
    Box,
    BoxedMark,
    ChartMark,
    ConnectorMark,
    Design,
    Insets,
    Mark,
    PlacedDeck,
    PlacedSlide,
    ShapeMark,
    TableMark,
    TextBody,
    TextMark,
)
from docgen.placed.box import UNSEEN, meets
from docgen.placed.on_chart import lie_together
from docgen.typeset.measured_line import Container

# A connector that runs no further than this inside another mark's box only brushes it. So lines may be crossed.
_BRUSH = Insets(0.5, 0.5, 0.5, 0.5)
# A shape no thicker than this is a line (points).
_THIN = 1.5


def inside_the_page(slide: PlacedSlide, design: Design, pack: LayoutPack) -> Iterator[Breach]:
    """Every mark lies on the page."""
    page = Box(0, 0, design.width, design.height)
    for mark in _boxed(slide):
        if not page.contains(mark.box, UNSEEN):
            yield Breach("outside-page", slide.id, mark=mark.id)


def no_collision(slide: PlacedSlide, design: Design, pack: LayoutPack) -> Iterator[Breach]:
    """No two marks share an area, but for lines, marks inside a shape or an empty cell, parts of a map or of a chart."""
    for (first, its), (second, other) in combinations([(mark, _filled(mark)) for mark in _boxed(slide)], 2):
        if not its.overlaps(other, UNSEEN) or (_is_line(first) and _is_line(second)):
            continue
        if lie_together(first.id, second.id):
            continue
        if not (_frames(first, second) or _frames(second, first) or _of_one_map(first, second)):
            yield Breach("collision", slide.id, first=first.id, second=second.id)


def connectors_clear(slide: PlacedSlide, design: Design, pack: LayoutPack) -> Iterator[Breach]:
    """Every connector ends at two shapes of its slide, and runs through no other mark."""
    connectors = [mark for mark in slide.marks if isinstance(mark, ConnectorMark)]
    marks = {mark.id: mark for mark in _boxed(slide)} if connectors else {}
    insides = {name: mark.box.inside(_BRUSH) for name, mark in marks.items()}
    for mark in connectors:
        ends = {mark.start.shape, mark.end.shape}
        for end in sorted(ends - set(marks)):
            yield Breach("loose-connector", slide.id, connector=mark.id, shape=end)
        for other in marks.values():
            if not any(meets(insides[other.id], *part) for part in pairwise(mark.points)):
                continue
            behind = any(end in marks and other.box.contains(marks[end].box) for end in ends)
            if not (behind or lie_together(mark.id, other.id)):
                yield Breach("crossed-by-connector", slide.id, connector=mark.id, mark=other.id)


def no_overflow(slide: PlacedSlide, design: Design, pack: LayoutPack) -> Iterator[Breach]:
    """The text of every box and cell fits it."""
    measure = measure_of(pack)
    for identifier, body, box, container in _bodies(slide):
        need = measure.height(body, box.width, container)
        if need > box.height + UNSEEN:
            yield Breach("overflow", slide.id, text=identifier, need=need, room=box.height)


def not_below_the_floor(slide: PlacedSlide, design: Design, pack: LayoutPack) -> Iterator[Breach]:
    """No text, in boxes, cells or charts, is smaller than the smallest floor of the pack's roles."""
    floor = min(role.floor for role in pack.roles.values())
    for identifier, size in _sizes(slide):
        if size < floor:
            yield Breach("below-floor", slide.id, text=identifier, size=size, floor=floor)


def ids_unique(slide: PlacedSlide, design: Design, pack: LayoutPack) -> Iterator[Breach]:
    """No two marks of a slide have one id."""
    for mark, _ in repeated(slide.marks, key=lambda mark: mark.id):
        yield Breach("duplicate-id.mark", slide.id, mark=mark.id)


def slides_unique(deck: PlacedDeck) -> Iterator[Breach]:
    """No two slides have one id."""
    for slide, _ in repeated(deck.slides, key=lambda slide: slide.id):
        yield Breach("duplicate-slide", slide.id)


def _filled(mark: BoxedMark) -> Box:
    """The part of a mark's box that it may draw in: a text's is inside its insets."""
    return mark.box.inside(mark.body.insets) if isinstance(mark, TextMark) else mark.box


def _is_line(mark: Mark) -> bool:
    """Whether a shape is as thin as a line; lines may cross."""
    return isinstance(mark, ShapeMark) and min(mark.box.width, mark.box.height) <= _THIN


def _frames(outer: Mark, inner: BoxedMark) -> bool:
    """Whether ``outer`` is a shape that ``inner`` stands in, or a table that has it in an empty cell."""
    if isinstance(outer, TableMark):
        return isinstance(inner, ChartMark) and any(
            box.contains(inner.box, UNSEEN)
            for _, cell, box in outer.cells()
            if not any(run.text for paragraph in cell.body.paragraphs for run in paragraph.runs)
        )
    return isinstance(outer, ShapeMark) and outer.box.contains(inner.box, UNSEEN)


def _of_one_map(first: Mark, second: Mark) -> bool:
    """Whether two marks are parts of one map: free outlines, whose boxes overlap, and labels on them."""
    outlined = any(isinstance(mark, ShapeMark) and mark.outline is not None for mark in (first, second))
    return outlined and first.id.rpartition("/")[0] == second.id.rpartition("/")[0]


def _sizes(slide: PlacedSlide) -> Iterator[tuple[str, float]]:
    """The size of every text with the mark that it stands in."""
    for identifier, body, _, _ in _bodies(slide):
        for paragraph in body.paragraphs:
            yield from ((identifier, run.size) for run in paragraph.runs if not run.superscript)
    for mark in slide.marks:
        if isinstance(mark, ChartMark):
            yield from ((mark.id, text.size) for text in (mark.chart.text, mark.chart.label_text))


def _boxed(slide: PlacedSlide) -> tuple[BoxedMark, ...]:
    return tuple(mark for mark in slide.marks if not isinstance(mark, ConnectorMark))


def _bodies(slide: PlacedSlide) -> Iterator[tuple[str, TextBody, Box, Container]]:
    """Every text with what it is called, the box that it must fit, and what holds it."""
    for mark in slide.marks:
        if isinstance(mark, (TextMark, ShapeMark)) and mark.body is not None:
            yield mark.id, mark.body, mark.box, "shape"
        elif isinstance(mark, TableMark):
            for row, cell, box in mark.cells():
                yield f"{mark.id} row {row + 1}", cell.body, box, "cell"
