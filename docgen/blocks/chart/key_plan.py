"""How a key over a chart is laid out: which entries stand in a row, and how many lines the names in it take."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from math import fsum
from typing import NamedTuple

from docgen.blocks.chart.key_entry import KeyItem
from docgen.blocks.chart.texts import text_width
from docgen.layout.style import Style
from docgen.placed import Paragraph, Run
from docgen.value import value

AFTER_SWATCH = 4.0
"""Points from a swatch to its name."""
SPARE = 3.0
"""Points of a name's box beyond its measured width."""
_BETWEEN, _LEAST_BETWEEN = 17.0, 8.0  # points from a name to the next swatch, and where that keeps a key in one row
_PITCH_EM = 1.35
_AFTER_SEVERAL = 3.0  # points after a name of several lines, so that it is seen where the next one begins

_Row = tuple[int, int]
"""The items of a row: the index of the first, and that after the last."""


class KeyRow(NamedTuple):
    """The items of a row, from the index of the first to that after the last, and the lines of the longest name."""

    start: int
    end: int
    lines: int


@value(frozen=True, slots=True)
class KeyPlan:
    """The rows of a key; all lengths in points.

    ``widths`` are those of the items with their names on one line, ``between`` is the space between two of them;
    ``pitch`` is the height of a row of one line, ``line`` that of a line.
    """

    widths: tuple[float, ...]
    rows: tuple[KeyRow, ...]
    between: float
    pitch: float
    line: float

    @property
    def lines(self) -> int:
        """The lines of all rows."""
        return sum([row.lines for row in self.rows])

    @property
    def height(self) -> float:
        """The height of all rows."""
        return self.top(len(self.rows))

    def top(self, row: int) -> float:
        """How far down a row begins."""
        several = [before.lines - 1 for before in self.rows[:row] if before.lines > 1]
        return row * self.pitch + sum(several) * self.line + len(several) * _AFTER_SEVERAL


def key_plan(items: Sequence[KeyItem], width: float, style: Style) -> KeyPlan:
    """The plan of a key over a chart of ``width`` points; a name that is wider has several lines in a row of its own."""
    widths = [item.width + AFTER_SWATCH + text_width(item.name, style) for item in items]
    rows, between = _rows(widths, width)
    planned = [
        KeyRow(start, end, _lines(items[start], width, style) if widths[start] + SPARE > width else 1)
        for start, end in rows
    ]
    return KeyPlan(tuple(widths), tuple(planned), between, key_pitch(style), style.text("chart").pitch)


def key_pitch(style: Style) -> float:
    """From one row of a key to the next, where its names have one line."""
    look = style.text("chart")
    return max(look.pitch, look.size * _PITCH_EM)


def name_lines(name: str, width: float, style: Style) -> int:
    """The lines of a name in ``width`` points."""
    look = style.text("chart")
    if text_width(name, style) <= width:
        return 1
    return style.measure.line_count(Paragraph((Run(name, look.size, look.bold, "ink"),), look.pitch), width)


def _lines(item: KeyItem, width: float, style: Style) -> int:
    return name_lines(item.name, width - item.width - AFTER_SWATCH, style)


def _rows(widths: Sequence[float], width: float) -> tuple[list[_Row], float]:
    """The rows of items of these widths in ``width`` points, and the space between two of them.

    One row where it holds all, if need be nearer to each other; else as few rows as can be, about equally long.
    """
    room, gaps = width - SPARE, max(1, len(widths) - 1)
    between = min(_BETWEEN, (room - fsum(widths)) / gaps)
    if between >= _LEAST_BETWEEN or len(widths) == 1:
        return [(0, len(widths))], between
    fewest = len(_filled(widths, room))
    lengths = {length for start in range(len(widths)) for length in _lengths(widths[start:]) if length <= room}
    even = (rows for length in sorted(lengths) if len(rows := _filled(widths, length)) <= fewest)
    return next(even, _filled(widths, room)), _BETWEEN


def _lengths(widths: Sequence[float]) -> Iterator[float]:
    """How long rows of the first item, of the first two and so on are."""
    return accumulate(widths, lambda length, width: length + _BETWEEN + width)


def _filled(widths: Sequence[float], room: float) -> list[_Row]:
    """Rows as full as ``room`` points allow; an item that is wider has a row of its own."""
    rows: list[_Row] = []
    used = 0.0
    for index, width in enumerate(widths):
        if rows and used + _BETWEEN + width <= room:
            rows[-1] = (rows[-1][0], index + 1)
            used += _BETWEEN + width
        else:
            rows.append((index, index + 1))
            used = width
    return rows
