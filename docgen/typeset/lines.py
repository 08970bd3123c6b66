"""Breaking and measuring a text of one look."""

from __future__ import annotations

import math

from docgen.errors import DocgenError
from docgen.typeset.breaking import DEFAULT_TAB, Tabs, line_ends
from docgen.typeset.fonts import FontMetrics, load_metrics
from docgen.typeset.setting import DOTS, Container, setting


def break_lines(
    text: str,
    *,
    font: str | FontMetrics = "BIZ UDPGothic",
    size: float,
    width: float,
    bold: bool = False,
    where: Container = "shape",
) -> list[str]:
    """The lines into which a text breaks at ``size`` in ``width`` (points, inside the insets).

    ``\\n`` breaks a line and is not in the result; every other character is, in order. A line takes at least
    one character, however narrow the width. DocgenError where size or width is not a number of points.
    """
    metrics = load_metrics(font) if isinstance(font, str) else font
    room = _room(width)
    lines: list[str] = []
    for part in text.split("\n"):
        begin = 0
        for end in line_ends(setting(part, metrics, size, bold, where), room, None, _tabs(part)):
            lines.append(part[begin:end])
            begin = end
    return lines


def text_height(
    text: str,
    *,
    font: str | FontMetrics = "BIZ UDPGothic",
    size: float,
    width: float,
    pitch: float,
    bold: bool = False,
    where: Container = "shape",
) -> float:
    """The height of a text's lines, in points: their number times ``pitch``."""
    metrics = load_metrics(font) if isinstance(font, str) else font
    return pitch * line_count(text, metrics, size=size, width=width, bold=bold, where=where)


def line_count(text: str, font: FontMetrics, *, size: float, width: float, bold: bool, where: Container) -> int:
    """The number of lines of a text of one look."""
    room = _room(width)
    return sum(
        len(line_ends(setting(part, font, size, bold, where), room, None, _tabs(part)))
        for part in text.split("\n")
    )


def _tabs(text: str) -> Tabs | None:
    return Tabs((), DEFAULT_TAB * DOTS) if "\t" in text else None


def _room(width: float) -> float:
    """The width in dots."""
    if math.isnan(width):
        raise DocgenError("a text needs a width that is a number", expected="a width in points")
    return max(0.0, width) * DOTS
