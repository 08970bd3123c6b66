"""The shapes of a chart's annotations: shades behind the chart, arrows, notes and their lines over it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from docgen.blocks.chart.annotations.bands import bands
from docgen.blocks.chart.annotations.beside import parts_beside
from docgen.blocks.chart.annotations.lanes import LaneText, lanes_over, note_paragraph
from docgen.blocks.chart.annotations.leaders import leader_end
from docgen.blocks.chart.annotations.shapes import SHADE, TICK, arrow, upright, words
from docgen.blocks.chart.frame import Plot
from docgen.layout.style import Style
from docgen.placed import Box, Mark, ShapeMark, TextBody, TextMark
from docgen.placed.on_chart import ground_of, on_chart

_LEAST_LEADER, _UNDER_NOTE = 3.0, 1.0
_GAP = 0.5  # points that a shade leaves free at its sides, so that neighbours are told apart

Part = Sequence[Mark]
"""The marks of one annotation, its words first."""


def annotation_marks(identifier: str, plot: Plot, box: Box, foot: float, style: Style) -> tuple[list[Mark], list[Mark]]:
    """What lies behind the chart of a plot in ``box``, and what lies over it.

    ``foot`` is where the lanes over the plot begin, in points from the chart's top.
    """
    grounds = list(_shades(identifier, plot, box, foot, style))
    grounds += bands(identifier, plot, box, len(grounds) + 1)
    if plot.frame.horizontal:
        parts = list(parts_beside(identifier, plot, box, style))
    elif plot.figure.annotations:
        parts = list(_parts_over(identifier, plot, box, foot, style))
    else:
        parts = []
    # A screen reader takes them as they stand: from the top, and from the left.
    parts.sort(key=_reading_order)
    return grounds, [mark for part in parts for mark in part]


def _reading_order(part: Part) -> tuple[float, float]:
    words_of = part[0]
    if not isinstance(words_of, TextMark):
        return 0.0, 0.0
    return round(words_of.box.y + words_of.box.height / 2), words_of.box.x


def _shades(identifier: str, plot: Plot, box: Box, foot: float, style: Style) -> Iterator[Mark]:
    """Rectangles from the foot of the plot up to the names of the periods; behind bars over their rows."""
    frame = plot.frame
    texts = () if frame.horizontal else lanes_over(plot.figure, _along(plot), frame.width, style).shades
    top = min((_text_box(text, box, foot).y for text in texts), default=0.0)
    for number, shade in enumerate(plot.figure.annotations.shades, 1):
        first, last = frame.along(shade.first, 0) + _GAP, frame.along(shade.last, 1) - _GAP
        ground = Box(box.x + first, top, last - first, box.y + frame.plot.bottom - top)
        if frame.horizontal:
            ground = Box(box.x, box.y + first, frame.width, last - first)
        yield ShapeMark(ground_of(identifier, number), ground, fill=SHADE)


def _parts_over(identifier: str, plot: Plot, box: Box, foot: float, style: Style) -> Iterator[Part]:
    """The names of shaded periods, the changes over their arrows, the notes with their lines."""
    drawn, frame = plot.figure.annotations, plot.frame
    lanes = lanes_over(plot.figure, _along(plot), frame.width, style)
    for number, (shade, text) in enumerate(zip(drawn.shades, lanes.shades, strict=True), 1):
        yield [words(on_chart(identifier, f"period/{number}"), _text_box(text, box, foot), shade.name, style)]
    for number, (change, text) in enumerate(zip(drawn.changes, lanes.changes, strict=True), 1):
        name, whole = on_chart(identifier, f"change/{number}"), _text_box(text, box, foot)
        first, last = (box.x + frame.along(category) for category in (change.first, change.last))
        y = whole.bottom - TICK / 2
        over = Box(whole.x, whole.y, whole.width, style.text("chart").pitch)
        yield [words(name, over, change.text, style, bold=True), *arrow(name, (first, y), (last, y))]
    for number, (remark, text) in enumerate(zip(drawn.remarks, lanes.remarks, strict=True), 1):
        name, whole = on_chart(identifier, f"note/{number}"), _text_box(text, box, foot)
        x, end = leader_end(plot, remark, style)
        note = TextMark(name, whole, TextBody((note_paragraph(remark.text, style),), anchor="bottom"))
        top = whole.bottom + _UNDER_NOTE
        yield [note, *upright(f"{name}/line", box.x + x, top, box.y + end, _LEAST_LEADER)]


def _along(plot: Plot) -> Callable[[float], float]:
    """Where a fraction of a category lies along the axis."""
    return lambda at: plot.frame.along(0, at + 0.5)


def _text_box(text: LaneText, box: Box, foot: float) -> Box:
    """The box of a lane's text, with its arrow, on the page."""
    bottom = box.y + foot - text.foot
    return Box(box.x + text.left, bottom - text.height, text.width, text.height)
