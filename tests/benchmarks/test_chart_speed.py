"""A native chart with its workbook costs at most half of python-pptx's plain chart."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Pt

from docgen.placed import ChartAxis, Line, PlacedChart, PlacedSeries
from docgen.write.chart.chart import chart_xml
from docgen.write.chart.workbook import workbook_bytes
from docgen.write.xml.colour import Colours

pytestmark = pytest.mark.benchmark

COLOURS = Colours({name: f'<a:schemeClr val="{slot}"/>' for name, slot in (("ink", "tx1"), ("blue", "accent1"))})
YEARS = tuple(f"{year}年" for year in range(2010, 2024))
SERIES = tuple((f"系列{at}", tuple(100.5 * at + year for year in range(14))) for at in range(1, 4))
ROUNDS = 7
CHARTS = 10


def native() -> None:
    """Three series with labels, gridlines, a legend and an axis: more than the plain chart has."""
    series = tuple(
        PlacedSeries(name, values, "blue", labels=(0, 13), label_position="outside_end") for name, values in SERIES
    )
    chart = PlacedChart(
        YEARS, series, legend="bottom", gridline=Line("ink"), axis=ChartAxis(0, 400, 100, title="億円")
    )
    chart_xml(chart, COLOURS)
    workbook_bytes(chart)


def plain() -> Callable[[], None]:
    """The same numbers through python-pptx, on a slide of a deck."""
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])

    def draw() -> None:
        data = CategoryChartData()  # type: ignore[no-untyped-call]
        data.categories = YEARS
        for name, values in SERIES:
            data.add_series(name, values)  # type: ignore[no-untyped-call]
        slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, 0, 0, Pt(240), Pt(200), data)

    return draw


def seconds(draw: Callable[[], None]) -> float:
    start = time.process_time()
    for _ in range(CHARTS):
        draw()
    return (time.process_time() - start) / CHARTS


def test_a_native_chart_costs_at_most_half_of_a_plain_one() -> None:
    # The deck of each round is a new one: python-pptx slows down with every chart of a deck. The least of
    # the rounds is what the work costs when nothing else runs.
    ours = min(seconds(native) for _ in range(ROUNDS))
    theirs = min(seconds(plain()) for _ in range(ROUNDS))
    print(f"native {ours * 1000:.2f} ms, python-pptx {theirs * 1000:.2f} ms, ratio {ours / theirs:.2f}")
    assert ours <= theirs / 2
