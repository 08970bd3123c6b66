"""Rules on charts that a reader takes in at a glance: few lines and slices, one axis of values, fills that differ."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from docgen.breach import Breach
from docgen.layout.colours import palette_colour
from docgen.layout.pack import LayoutPack
from docgen.layout.series_colours import LEAST_NEIGHBOUR_DISTANCE, distance
from docgen.placed import ChartMark, Design, PlacedSlide

# What a reader still tells apart: lines of one chart, slices of one circle.
_MOST_LINES, _MOST_SLICES = 7, 5


def lines_told_apart(slide: PlacedSlide, design: Design, pack: LayoutPack) -> Iterator[Breach]:
    """A chart has no more lines than a reader follows, unless some of them stand out from the others."""
    for mark in _charts(slide):
        lines = [series for series in mark.chart.series if series.kind == "line" and series.in_legend]
        stand_out = len({series.colour for series in lines}) < len(lines)
        if len(lines) > _MOST_LINES and not stand_out:
            yield Breach("many-lines", slide.id, level="notice", mark=mark.id, count=len(lines), most=_MOST_LINES)


def slices_told_apart(slide: PlacedSlide, design: Design, pack: LayoutPack) -> Iterator[Breach]:
    """A circle has no more slices than a reader compares."""
    for mark in _charts(slide):
        count = len(mark.chart.categories)
        if mark.chart.grouping in ("pie", "donut") and count > _MOST_SLICES:
            yield Breach("many-slices", slide.id, level="notice", mark=mark.id, count=count, most=_MOST_SLICES)


def one_value_axis(slide: PlacedSlide, design: Design, pack: LayoutPack) -> Iterator[Breach]:
    """A chart has one axis of values: where two cross depends on their scales alone."""
    for mark in _charts(slide):
        if mark.chart.secondary_axis is not None and mark.chart.grouping != "scatter":
            yield Breach("two-value-axes", slide.id, level="notice", mark=mark.id)


def fills_told_apart(slide: PlacedSlide, design: Design, pack: LayoutPack) -> Iterator[Breach]:
    """Solid fills of different series are colours that differ to the eye."""
    for mark in _charts(slide):
        filled = (series for series in mark.chart.series if series.kind in ("column", "bar", "area"))
        solid = [series for series in filled if series.pattern is None]
        for first, second in combinations(solid, 2):
            apart = distance(*(palette_colour(series.colour, pack.colours).rgb for series in (first, second)))
            # Series that are muted beside a highlighted one have one colour on purpose.
            if first.colour != second.colour and apart < LEAST_NEIGHBOUR_DISTANCE:
                yield Breach(
                    "fills-alike", slide.id, level="notice", mark=mark.id, first=first.name, second=second.name, apart=apart
                )


def _charts(slide: PlacedSlide) -> Iterator[ChartMark]:
    return (mark for mark in slide.marks if isinstance(mark, ChartMark))
