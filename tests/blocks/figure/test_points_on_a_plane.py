"""Scatters and dumbbells: points where their numbers say, named without collisions, read back as they were written."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import pytest
from lxml import etree
from support.figure_matrix import figure, series
from support.styles import style_of_size

import docgen
from docgen.blocks.figure.dumbbell import DumbbellBlock
from docgen.blocks.figure.scatter import scatter_chart
from docgen.errors import DocgenError, SlidePosition
from docgen.layout.design import design
from docgen.layout.load import load_pack
from docgen.model import Figure
from docgen.opened.chart import opened_chart
from docgen.placed import Box, ChartMark, PlacedChart, TextMark
from docgen.ready import ReadyFigure
from docgen.write.chart.chart import chart_xml
from docgen.write.design.theme import theme_colours
from docgen.write.xml.colour import colours

PACK = load_pack("cabinet_office")
STYLE = style_of_size(PACK)
BOX = Box(0, 0, 480, 300)
COUNTRIES = ("日本", "米国", "中国", "ドイツ")


def scatter(names: Sequence[str] = COUNTRIES, along: Sequence[float] = (69, 158, 228, 45), **more: object) -> ReadyFigure:
    up = tuple(7 + index * 10 for index in range(len(names)))
    return figure("scatter", names, series("研究者数", along, unit="万人"), series("論文数", up, unit="万件"), **more)


def element(chart: PlacedChart) -> etree._Element:
    look = design(PACK)
    return etree.fromstring(chart_xml(chart, colours(look, theme_colours(look))).encode())


def test_both_axes_of_a_scatter_are_named_with_their_units() -> None:
    chart = scatter_chart(scatter(), BOX, STYLE)
    assert chart.secondary_axis is not None
    assert (chart.secondary_axis.title, chart.axis.title) == ("研究者数（万人）", "論文数（万件）")
    assert [one.values for one in chart.series] == [(69.0, 158.0, 228.0, 45.0), (7.0, 17.0, 27.0, 37.0)]


def test_names_of_points_meet_neither_each_other_nor_other_points() -> None:
    names = tuple(f"国の名称{index}" for index in range(24))
    along = tuple(100 + index % 3 * 0.4 for index in range(24))
    chart = scatter_chart(scatter(names, along), BOX, STYLE)
    points, plot = chart.series[1], chart.plot
    assert plot is not None
    assert chart.secondary_axis is not None
    assert 8 <= len(points.labels) <= 24
    assert all(points.label_texts[point] == names[point] for point in points.labels)
    boxes = []
    for point in points.labels:
        low, high = chart.axis.minimum or 0, chart.axis.maximum or 1
        left, right = chart.secondary_axis.minimum or 0, chart.secondary_axis.maximum or 1
        x = (plot.x + (along[point] - left) / (right - left) * plot.width) * BOX.width
        y = (plot.bottom - ((points.values[point] or 0) - low) / (high - low) * plot.height) * BOX.height
        down = points.label_shifts.get(point, (0, 0))[1] * BOX.height
        side = points.label_positions[point]
        width, height = 40.0, 8.0
        start = {"right": x + 6, "left": x - 6 - width}.get(side, x - width / 2)
        top = {"above": y - 6 - height, "below": y + 6}.get(side, y - height / 2 + down)
        boxes.append(Box(start, top, width, height))
    assert not [pair for pair in combinations(boxes, 2) if pair[0].overlaps(pair[1])]


def test_a_point_that_stands_out_has_the_colour_of_highlights() -> None:
    chart = scatter_chart(scatter(highlights=(0,)), BOX, STYLE)
    assert chart.series[1].point_colours == {0: STYLE.chart.highlight}
    assert chart.series[1].colour == STYLE.chart.muted


def dumbbell(early: Sequence[float] = (70.1, 70.0), late: Sequence[float] = (72.8, 68.0), unit: str = "%", **more: object) -> Figure:
    data = {"項目": ["大学", "企業"], "2019年度": early, "2021年度": late}
    return Figure.model_validate({"id": "f", "title": "割合", "kind": "dumbbell", "unit": unit, "data": data, **more})


def marks(shown: Figure) -> tuple[ChartMark, dict[str, str]]:
    deck = docgen.Deck().add(shown).build()
    texts = {
        mark.id.rpartition("chart/")[2]: "".join(run.text for paragraph in mark.body.paragraphs for run in paragraph.runs)
        for mark in deck.placed.slides[0].marks
        if isinstance(mark, TextMark)
    }
    (chart,) = [mark for mark in deck.placed.slides[0].marks if isinstance(mark, ChartMark)]
    return chart, texts


def test_a_dumbbell_prints_both_numbers_outside_and_the_difference_of_each_row() -> None:
    mark, texts = marks(dumbbell())
    early, late = mark.chart.series
    assert (early.values, late.values) == ((70.1, 70.0), (72.8, 68.0))
    assert (early.label_positions, late.label_positions) == ({0: "left", 1: "right"}, {0: "right", 1: "left"})
    assert early.label_texts == {0: "70.1%", 1: "70.0%"}
    assert (texts["name/1"], texts["difference/1"], texts["difference/2"]) == ("大学", "+2.7ポイント", "-2.0ポイント")


def test_a_dumbbell_of_ranks_has_the_best_at_the_right_and_says_who_rose() -> None:
    mark, texts = marks(dumbbell((16, 38), (20, 30), unit="位", reversed=True))
    assert mark.chart.axis.reversed
    assert mark.chart.series[0].label_positions == {0: "right", 1: "left"}
    assert (texts["difference/1"], texts["difference/2"]) == ("4位低下", "8位上昇")


@pytest.mark.parametrize(
    ("shown", "code"),
    [
        (figure("scatter", COUNTRIES, series("論文数", (1, 2, 3, 4))), "points-of-series"),
        (figure("dumbbell", COUNTRIES[:2], series("2019年", (1, None)), series("2020年", (1, 2))), "point-without-number"),
    ],
)
def test_points_without_a_place_are_refused(shown: ReadyFigure, code: str) -> None:
    with pytest.raises(DocgenError) as caught:
        scatter_chart(shown, BOX, STYLE) if shown.kind == "scatter" else DumbbellBlock("d", shown).laid(480, STYLE).draw(BOX)
    assert caught.value.code == code


def test_charts_of_points_are_read_back_with_their_names_and_numbers() -> None:
    for chart in (scatter_chart(scatter(), BOX, STYLE), marks(dumbbell())[0].chart):
        read = opened_chart(element(chart), SlidePosition("図.pptx", 1))
        assert read.categories == chart.categories
        assert [(one.name, one.values) for one in read.series] == [(one.name, one.values) for one in chart.series]


def test_the_lines_of_a_dumbbell_lie_on_the_cells_of_its_points() -> None:
    lines = [one for one in element(marks(dumbbell())[0].chart).iter("{*}ser") if one.find("{*}tx") is None]
    assert [line.findtext("{*}xVal//{*}f") for line in lines] == ["Sheet1!$B$2:$C$2", "Sheet1!$B$3:$C$3"]
    assert [[each.text for each in line.iterfind("{*}xVal//{*}v")] for line in lines] == [["70.1", "72.8"], ["70", "68"]]
