"""Where the inside of a chart's axes lies, and where on it a value stands: all in points.

The plot is fixed here and not left to the program that draws it, so that labels can be placed where
they are known to fit, and charts side by side share one frame.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from docgen.layout.style import Style
from docgen.placed import Box, ChartAxis, PlacedSeries, Run


@dataclass(frozen=True, slots=True)
class Room:
    """The space around a plot: what stands left, above, right and below of it, in points."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Frame:
    """The plot of a chart of ``width`` × ``height`` points; ``plot`` counts from the chart's top left."""

    width: float
    height: float
    plot: Box
    count: int
    horizontal: bool = False

    @property
    def slot(self) -> float:
        """What one category takes along its axis, in points."""
        return (self.plot.height if self.horizontal else self.plot.width) / max(1, self.count)

    def along(self, index: int, share: float = 0.5) -> float:
        """Where a category stands along its axis: ``share`` 0 is its begin, 1 its end."""
        start = self.plot.y if self.horizontal else self.plot.x
        return start + (index + share) * self.slot

    def across(self, value: float, axis: ChartAxis) -> float:
        """Where a value stands on its axis: x in a horizontal chart, else y."""
        low = axis.minimum or 0.0
        span = (axis.maximum if axis.maximum is not None else 1.0) - low or 1.0
        share = min(1.0, max(0.0, (value - low) / span))
        if axis.reversed:
            share = 1 - share
        if self.horizontal:
            return self.plot.x + share * self.plot.width
        return self.plot.bottom - share * self.plot.height

    def fractions(self) -> Box:
        """The plot as fractions of the chart's box."""
        plot = self.plot
        return Box(
            round(plot.x / self.width, 4),
            round(plot.y / self.height, 4),
            round(plot.width / self.width, 4),
            round(plot.height / self.height, 4),
        )


def framed(box: Box, room: Room, count: int, *, horizontal: bool = False) -> Frame:
    """The frame of a chart in ``box``; the plot keeps at least a fifth of each side."""
    width = max(box.width * 0.2, box.width - room.left - room.right)
    height = max(box.height * 0.2, box.height - room.top - room.bottom)
    left = min(room.left, box.width - width)
    top = min(room.top, box.height - height)
    return Frame(box.width, box.height, Box(left, top, width, height), count, horizontal)


def text_width(text: str, style: Style, role: str = "chart") -> float:
    """The width of a text's longest line in a role's size and weight, in points."""
    if not text:
        return 0.0
    look = style.text(role)
    return style.measure.runs_width((Run(text, look.size, look.bold),))


def widest(texts: Iterable[str], style: Style, role: str = "chart") -> float:
    """The width of the widest text, 0 where there is none."""
    return max((text_width(text, style, role) for text in texts), default=0.0)


def known_values(series: Iterable[PlacedSeries]) -> list[float]:
    """All numbers of the series, gaps left out."""
    return [value for one in series for value in one.values if value is not None]
