"""The shapes that annotations are made of: words, arrows between two ticks, thin lines."""

from __future__ import annotations

from docgen.layout.style import Style
from docgen.placed import (
    Align,
    Box,
    ConnectorMark,
    Glue,
    Line,
    Mark,
    Paragraph,
    Run,
    ShapeMark,
    TextBody,
    TextMark,
)
from docgen.placed.box import Coordinates

INK, SHADE, BAND = "text_grey", "pale_fill", "pale_blue"
TICK = 5.0
"""Points that a tick at an arrow's end is long."""
_ARROW, _TICK_WIDTH, _LINE = 1.0, 1.0, 0.75
# Connection sites of a rectangle.
_TOP, _LEFT, _BOTTOM, _RIGHT = range(4)


def words(identifier: str, box: Box, text: str, style: Style, *, bold: bool = False, align: Align = "center") -> TextMark:
    """A text of one line in the size of the chart's texts."""
    look = style.text("chart")
    paragraph = Paragraph((Run(text, look.size, bold, "ink" if bold else look.colour),), look.pitch, align)
    return TextMark(identifier, box, TextBody((paragraph,), anchor="middle"))


def printed_number(identifier: str, box: Box, text: str, style: Style) -> TextMark:
    """A number as the chart's own labels are."""
    look = style.text("chart_label")
    paragraph = Paragraph((Run(text, look.size, look.bold, "ink"),), look.pitch)
    return TextMark(identifier, box, TextBody((paragraph,), anchor="middle"))


def arrow(identifier: str, start: Coordinates, end: Coordinates) -> list[Mark]:
    """A level or upright arrow between two ticks, to which it is glued: so it moves with them."""
    level = start[1] == end[1]
    ticks = [_tick(f"{identifier}/{name}", at, level) for name, at in (("from", start), ("to", end))]
    if level:
        onwards = start[0] < end[0]
        sites = (_RIGHT, _LEFT) if onwards else (_LEFT, _RIGHT)
    else:
        onwards = start[1] < end[1]
        sites = (_BOTTOM, _TOP) if onwards else (_TOP, _BOTTOM)
    half = _TICK_WIDTH / 2 if onwards else -_TICK_WIDTH / 2
    across, down = (half, 0.0) if level else (0.0, half)
    points = ((start[0] + across, start[1] + down), (end[0] - across, end[1] - down))
    glue = (Glue(ticks[0].id, sites[0]), Glue(ticks[1].id, sites[1]))
    return [*ticks, ConnectorMark(f"{identifier}/arrow", *glue, points, Line(INK, _ARROW), arrow=True)]


def upright(identifier: str, x: float, top: float, bottom: float, least: float = 0.0) -> list[Mark]:
    """A thin line down; none that would be shorter than ``least``."""
    if bottom - top < max(least, 0.1):
        return []
    return [ShapeMark(identifier, Box(x - _LINE / 2, top, _LINE, bottom - top), fill=INK)]


def level_line(identifier: str, left: float, right: float, y: float, least: float = 0.0) -> list[Mark]:
    """A thin line across; none that would be shorter than ``least``."""
    if right - left < max(least, 0.1):
        return []
    return [ShapeMark(identifier, Box(left, y - _LINE / 2, right - left, _LINE), fill=INK)]


def _tick(identifier: str, at: Coordinates, level: bool) -> ShapeMark:
    width, height = (_TICK_WIDTH, TICK) if level else (TICK, _TICK_WIDTH)
    return ShapeMark(identifier, Box(at[0] - width / 2, at[1] - height / 2, width, height), fill=INK)
