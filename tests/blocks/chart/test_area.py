"""Areas: filled from zero, one behind no other, their numbers over their edge."""

from __future__ import annotations

import pytest
from lxml import etree
from support.figure_matrix import YEARS, figure, series
from support.styles import style_of_size

from docgen.blocks.chart.chart import placed_chart
from docgen.errors import DocgenError
from docgen.layout.design import design
from docgen.layout.load import load_pack
from docgen.placed import Box, PlacedChart
from docgen.ready import ReadyFigure
from docgen.write.chart.chart import chart_xml
from docgen.write.design.theme import theme_colours
from docgen.write.xml.colour import colours

PACK = load_pack("cabinet_office")
STYLE = style_of_size(PACK)
BOX = Box(0, 0, 480, 240)
FARM = (100, 120, 130, 125, 140, 160, 170, 165, 180, 200)
WOOD = (20, 22, 23, 21, 25, 26, 30, 31, 33, 35)


def drawn(shown: ReadyFigure) -> PlacedChart:
    return placed_chart(shown, BOX, STYLE)


def stacked(**more: object) -> ReadyFigure:
    return figure("stacked_area", YEARS, series("農産物", FARM), series("林産物", WOOD), unit="億円", **more)


def test_areas_are_filled_from_zero_on_each_other_and_print_their_totals_at_the_ends() -> None:
    chart = drawn(stacked())
    farm, wood, total = chart.series
    assert [farm.kind, wood.kind, total.kind] == ["area", "area", "line"]
    assert chart.grouping == "stacked"
    assert chart.axis.minimum == 0
    assert [total.values[point] for point in total.labels] == [120.0, 235.0]
    assert farm.labels == wood.labels == ()
    assert farm.colour != wood.colour


def test_one_area_prints_its_own_numbers() -> None:
    chart = drawn(figure("area", YEARS, series("輸出額", FARM), labels="last"))
    assert [chart.series[1].values[point] for point in chart.series[1].labels] == [200.0]
    assert drawn(figure("area", YEARS, series("輸出額", FARM), labels="none")).series[0].kind == "area"


def test_a_number_stands_over_the_edge_that_rises_beside_it() -> None:
    steep = drawn(figure("area", YEARS[:3], series("値", (10, 200, 210))))
    flat = drawn(figure("area", YEARS[:3], series("値", (200, 200, 210))))
    assert steep.series[1].label_shifts[0][1] < 0 == len(flat.series[1].label_shifts)


@pytest.mark.parametrize(
    ("shown", "code"),
    [
        (figure("area", YEARS, series("農産物", FARM), series("林産物", WOOD)), "areas-behind-each-other"),
        (figure("area", YEARS[:3], series("値", (1, None, 3))), "area-with-gap"),
        (figure("stacked_area", YEARS[:3], series("値", (1, -2, 3))), "area-with-gap"),
    ],
)
def test_what_an_area_would_show_falsely_is_refused(shown: ReadyFigure, code: str) -> None:
    with pytest.raises(DocgenError) as caught:
        drawn(shown)
    assert caught.value.message.code == code


def test_an_area_is_written_as_an_area_chart_below_its_lines() -> None:
    look = design(PACK)
    root = etree.fromstring(chart_xml(drawn(stacked()), colours(look, theme_colours(look))).encode())
    plot = root.find(".//{*}plotArea")
    groups = [etree.QName(child).localname for child in plot if etree.QName(child).localname.endswith("Chart")]
    assert groups == ["areaChart", "lineChart"]
    area = plot.find("{*}areaChart")
    assert area.find("{*}grouping").get("val") == "stacked"
    assert [len(one.findall("{*}val//{*}pt")) for one in area.findall("{*}ser")] == [10, 10]
    assert area.findall(".//{*}dLbls") == []
