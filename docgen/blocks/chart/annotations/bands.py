"""The bands around lines: free outlines behind the chart, through the ends of each point's interval."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.blocks.chart.annotations.shapes import BAND
from docgen.blocks.chart.frame import Plot
from docgen.placed import Box, Line, Mark, PlacedSeries, ShapeMark
from docgen.placed.box import Coordinates
from docgen.placed.on_chart import ground_of
from docgen.ready import ReadyFigure

_Reach = tuple[float, float, float]
"""A point of a band: x, and y of its upper and its lower end."""


def band_ends(figure: ReadyFigure) -> tuple[PlacedSeries, ...]:
    """The ends of all bands as series that are not drawn: the value axis has to hold them."""
    return tuple(
        PlacedSeries(
            series.name,
            tuple(None if reach is None else float(reach[end]) for reach in series.band),
            "ink",
            "line",
            secondary=series.secondary,
        )
        for series in figure.series
        for end in ((0, 1) if series.band else ())
    )


def bands(identifier: str, plot: Plot, box: Box, first: int) -> Iterator[Mark]:
    """An outline for each stretch of a band without a gap; ``first`` is the number of the first of them."""
    number = first
    for index, series in enumerate(plot.figure.series):
        axis = plot.axis_of(plot.series[index])
        reaches: list[_Reach | None] = [
            None
            if reach is None
            else (plot.frame.along(at), plot.frame.across(float(reach[1]), axis), plot.frame.across(float(reach[0]), axis))
            for at, reach in enumerate(series.band)
        ]
        for stretch in _stretches(reaches, spans=plot.figure.time_axis is not None):
            yield _outline(ground_of(identifier, number), stretch, box)
            number += 1


def _stretches(reaches: Sequence[_Reach | None], *, spans: bool) -> Iterator[list[_Reach]]:
    """The points of a band from gap to gap; with ``spans`` it goes on over places without a value."""
    stretch: list[_Reach] = []
    for reach in (*reaches, None):
        if reach is not None:
            stretch.append(reach)
        elif not spans:
            if len(stretch) > 1:
                yield stretch
            stretch = []
    if len(stretch) > 1:
        yield stretch


def _outline(identifier: str, stretch: Sequence[_Reach], box: Box) -> ShapeMark:
    ring: list[Coordinates] = [(x, high) for x, high, _ in stretch]
    ring += [(x, low) for x, _, low in reversed(stretch)]
    left, top = min(x for x, _ in ring), min(y for _, y in ring)
    width, height = max(x for x, _ in ring) - left, max(y for _, y in ring) - top
    around = Box(box.x + left, box.y + top, width, height)
    moved = tuple((x - left, y - top) for x, y in ring)
    return ShapeMark(identifier, around, fill=BAND, line=Line(BAND, 0.5), outline=(moved,))
