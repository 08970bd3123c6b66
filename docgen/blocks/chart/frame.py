"""What a chart with axes shows, and where it lies: the inside of its axes, and a value on it, in points.

The plot is fixed here and not left to the program that draws it, so that labels can be placed where
they are known to fit, and charts side by side share one frame.
"""

from __future__ import annotations

from docgen.placed import Box, ChartAxis, Insets, PlacedSeries
from docgen.ready import ReadyFigure
from docgen.value import value

# Of each side of a chart, what its plot takes at the least.
LEAST_PLOT = 0.2


@value(frozen=True, slots=True)
class Frame:
    """The plot of a chart of ``width`` × ``height`` points with ``count`` categories.

    ``plot`` counts from the chart's top left.
    """

    width: float
    height: float
    plot: Box
    count: int
    horizontal: bool = False

    @property
    def slot(self) -> float:
        """The length of one category along its axis, in points."""
        return (self.plot.height if self.horizontal else self.plot.width) / max(1, self.count)

    def along(self, index: int, share: float = 0.5) -> float:
        """Where a category lies along its axis: its middle, or its begin with ``share`` 0, its end with 1."""
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


@value(frozen=True, slots=True)
class Content:
    """What a chart with axes shows: a figure, its series (data, totals and targets), and their value axes."""

    figure: ReadyFigure
    series: tuple[PlacedSeries, ...]
    first_axis: ChartAxis
    second_axis: ChartAxis | None

    @property
    def columns(self) -> list[PlacedSeries]:
        """The series that are columns or bars."""
        return [series for series in self.series if series.kind != "line"]

    @property
    def named(self) -> list[PlacedSeries]:
        """The series that have a name in a legend, or at the ends of their lines."""
        return [series for series in self.series if series.in_legend]

    @property
    def named_lines(self) -> list[PlacedSeries]:
        """Those that are lines."""
        return [series for series in self.named if series.kind == "line"]

    def axis_of(self, series: PlacedSeries) -> ChartAxis:
        """The axis that a series is drawn on."""
        return self.second_axis if series.secondary and self.second_axis else self.first_axis


@value(frozen=True, slots=True)
class Plot(Content):
    """The content of a chart in its frame; ``gap_width`` is the gap between columns in % of a column."""

    frame: Frame
    gap_width: int


def framed(figure: ReadyFigure, room: Insets, box: Box) -> Frame:
    """The frame of a figure's chart in ``box``, with ``room`` around its plot as far as that leaves a plot."""
    width = max(box.width * LEAST_PLOT, box.width - room.left - room.right)
    height = max(box.height * LEAST_PLOT, box.height - room.top - room.bottom)
    left = min(room.left, box.width - width)
    top = min(room.top, box.height - height)
    plot = Box(left, top, width, height)
    return Frame(box.width, box.height, plot, len(figure.categories), figure.kind.is_horizontal)


def fractions(plot: Box, width: float, height: float) -> Box:
    """A plot in points as fractions of its chart of ``width`` × ``height`` points."""
    return Box(
        round(plot.x / width, 4),
        round(plot.y / height, 4),
        round(plot.width / width, 4),
        round(plot.height / height, 4),
    )
