"""The chart part: what each option writes, and what is refused."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.errors import DocgenError
from docgen.placed import Box, ChartAxis, Line, NumberFormat, PlacedChart, PlacedSeries
from docgen.write.chart.chart import chart_xml
from docgen.write.chart.workbook import column_letters
from docgen.write.xml.colour import Colours
from docgen.write.xml.units import number

NS = {
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
}
COLOURS = Colours(
    {
        "ink": '<a:schemeClr val="tx1"/>',
        "paper": '<a:schemeClr val="bg1"/>',
        "blue": '<a:schemeClr val="accent1"/>',
        "pale": '<a:schemeClr val="accent1"><a:lumMod val="20000"/><a:lumOff val="80000"/></a:schemeClr>',
        "red": '<a:srgbClr val="C00000"/>',
    }
)
COLUMN = PlacedSeries("値", (1.0, 2.0, None, 4.0), "blue")
LINE = replace(COLUMN, kind="line", name="線")
PIE = replace(COLUMN, kind="pie")


def drawn(*series: PlacedSeries, **look: Any) -> Any:
    return ElementTree.fromstring(chart_xml(PlacedChart(("一", "二", "三", "四"), series, **look), COLOURS).encode())


def vals(root: Any, path: str) -> list[str]:
    return [str(element.get("val")) for element in root.iterfind(f".//{path}", NS)]


@pytest.mark.parametrize(
    ("series", "look", "tag", "grouping"),
    [
        (COLUMN, {}, "barChart", "clustered"),
        (COLUMN, {"grouping": "standard"}, "barChart", "clustered"),
        (COLUMN, {"grouping": "stacked"}, "barChart", "stacked"),
        (COLUMN, {"grouping": "percent"}, "barChart", "percentStacked"),
        (LINE, {}, "lineChart", "standard"),
        (LINE, {"grouping": "stacked"}, "lineChart", "standard"),
        (PIE, {"grouping": "pie"}, "pieChart", None),
        (PIE, {"grouping": "donut"}, "doughnutChart", None),
    ],
)
def test_each_kind_is_drawn_by_its_own_element(
    series: PlacedSeries, look: dict[str, Any], tag: str, grouping: str | None
) -> None:
    root = drawn(series, **look)
    assert len(root.findall(f".//c:{tag}", NS)) == 1
    assert vals(root, f"c:{tag}/c:grouping") == ([grouping] if grouping else [])


def test_stacks_overlap_wholly_and_clusters_not_at_all() -> None:
    assert vals(drawn(COLUMN, grouping="stacked"), "c:overlap") == ["100"]
    assert vals(drawn(COLUMN, grouping="percent"), "c:overlap") == ["100"]
    assert vals(drawn(COLUMN), "c:overlap") == ["0"]


def test_bars_lie_and_read_from_the_top_with_their_numbers_at_the_foot() -> None:
    for root in (drawn(replace(COLUMN, kind="bar")), drawn(COLUMN, horizontal=True)):
        assert vals(root, "c:barDir") == ["bar"]
        assert vals(root, "c:catAx/c:scaling/c:orientation") == ["maxMin"]
        assert vals(root, "c:valAx/c:crosses") == ["max"]
        assert vals(root, "c:axPos") == ["l", "b"]


def test_a_gap_has_no_point_in_the_cache_and_is_drawn_as_a_gap() -> None:
    root = drawn(LINE)
    assert [p.get("idx") for p in root.iterfind(".//c:val//c:pt", NS)] == ["0", "1", "3"]
    assert vals(root, "c:val//c:ptCount") == ["4"]
    assert vals(root, "c:dispBlanksAs") == ["gap"]


def test_references_name_the_cells_of_the_workbook() -> None:
    root = drawn(COLUMN, LINE)
    assert [f.text for f in root.iterfind(".//c:f", NS)] == [
        *("Sheet1!$B$1", "Sheet1!$A$2:$A$5", "Sheet1!$B$2:$B$5"),
        *("Sheet1!$C$1", "Sheet1!$A$2:$A$5", "Sheet1!$C$2:$C$5"),
    ]


def test_columns_stand_before_lines_but_keep_their_place_in_the_workbook() -> None:
    root = drawn(LINE, COLUMN)
    assert vals(root, "c:barChart/c:ser/c:idx") == ["1"]
    assert vals(root, "c:lineChart/c:ser/c:idx") == ["0"]
    tags = [child.tag.rpartition("}")[2] for child in root.find(".//c:plotArea", NS)]
    assert tags[1:3] == ["barChart", "lineChart"]


def test_a_second_axis_stands_at_the_far_side_and_hides_its_categories() -> None:
    root = drawn(COLUMN, replace(LINE, secondary=True), secondary_axis=ChartAxis(0, 1, 0.5, NumberFormat(percent=True)))
    assert vals(root, "c:catAx/c:delete") == ["0", "1"]
    assert vals(root, "c:valAx/c:crosses") == ["autoZero", "max"]
    assert vals(root, "c:barChart/c:axId") == vals(root, "c:axId")[:2]
    assert vals(root, "c:lineChart/c:axId") != vals(root, "c:barChart/c:axId")
    assert all(int(value) > 0 for value in vals(root, "c:axId"))


def test_series_that_all_name_the_second_axis_stand_on_the_first() -> None:
    assert len(drawn(replace(LINE, secondary=True)).findall(".//c:valAx", NS)) == 1


def test_a_reversed_axis_keeps_the_categories_at_the_foot() -> None:
    root = drawn(LINE, axis=ChartAxis(1, 47, 10, reversed=True))
    assert vals(root, "c:valAx/c:scaling/c:orientation") == ["maxMin"]
    assert vals(root, "c:catAx/c:crosses") == ["max"]
    assert vals(root, "c:catAx/c:tickLblPos") == ["nextTo"]


def test_an_axis_states_range_step_format_and_title() -> None:
    root = drawn(COLUMN, axis=ChartAxis(0, 2.5, 0.5, NumberFormat(1, "<億円>"), "額 & 率"))
    axis = root.find(".//c:valAx", NS)
    assert vals(axis, "c:scaling/c:max") == ["2.5"]
    assert vals(axis, "c:scaling/c:min") == ["0"]
    assert vals(axis, "c:majorUnit") == ["0.5"]
    assert axis.find("c:numFmt", NS).get("formatCode") == '#,##0.0"<億円>"'
    assert axis.findtext(".//a:t", namespaces=NS) == "額 & 率"


@pytest.mark.parametrize(
    ("number_format", "code"),
    [
        (NumberFormat(), "#,##0"),
        (NumberFormat(2), "#,##0.00"),
        (NumberFormat(1, "%"), '#,##0.0"%"'),
        (NumberFormat(unit='"人"'), '#,##0"人"'),
        (NumberFormat(unit="位", minus="△"), '#,##0"位";"△"#,##0"位"'),
        (NumberFormat(percent=True), "0%"),
        (NumberFormat(1, percent=True), "0.0%"),
    ],
)
def test_a_number_format_is_spelled_as_spreadsheets_read_it(number_format: NumberFormat, code: str) -> None:
    assert number_format.code == code


def test_an_axis_that_is_not_visible_is_deleted() -> None:
    assert vals(drawn(COLUMN, axis=ChartAxis(visible=False)), "c:valAx/c:delete") == ["1"]


def test_a_percent_axis_prints_percent() -> None:
    root = drawn(COLUMN, grouping="percent")
    assert root.find(".//c:valAx/c:numFmt", NS).get("formatCode") == "0%"


def test_labels_stand_at_the_points_named_and_at_no_other() -> None:
    series = replace(COLUMN, labels=(0, 2, 3), label_position="outside_end", label_colours={3: "red"})
    labels = drawn(series).find(".//c:dLbls", NS)
    assert vals(labels, "c:dLbl/c:idx") == ["0", "3"]  # point 2 is a gap
    assert vals(labels, "c:dLbl/c:showVal") == ["1", "1"]
    assert labels.find("c:showVal", NS).get("val") == "0"
    assert [len(label.findall(".//a:srgbClr", NS)) for label in labels.iterfind("c:dLbl", NS)] == [0, 1]


def test_a_chart_without_labels_says_nothing_of_them() -> None:
    assert drawn(COLUMN).find(".//c:dLbls", NS) is None


def test_no_line_leads_to_a_label_that_is_moved() -> None:
    root = drawn(replace(LINE, labels=(1, 3), label_positions={3: "above"}, label_shifts={3: (0.02, -0.05)}))
    shown = root.find(".//c:dLbls/c:extLst/c:ext/{http://schemas.microsoft.com/office/drawing/2012/chart}showLeaderLines", NS)
    assert shown is not None
    assert shown.get("val") == "0"
    assert drawn(replace(LINE, labels=(1, 3))).find(".//c:dLbls/c:extLst", NS) is None


def test_a_label_that_is_moved_is_spelled_as_one_that_was_dragged() -> None:
    label = drawn(replace(LINE, labels=(1, 3), label_positions={3: "above"}, label_shifts={3: (0.02, -0.05)}))
    assert vals(label, "c:dLbl/c:layout/c:manualLayout/c:x") == ["0.02"]
    assert vals(label, "c:dLbl/c:layout/c:manualLayout/c:y") == ["-0.05"]
    assert [child.tag.rpartition("}")[2] for child in list(label.iterfind(".//c:dLbl", NS))[-1]][:3] == ["idx", "layout", "numFmt"]


def test_a_name_label_shows_the_series_name_beside_the_value() -> None:
    label = drawn(replace(LINE, labels=(3,), name_labels=(1, 3), label_positions={3: "right"}))
    assert vals(label, "c:dLbl/c:showSerName") == ["1", "1"]
    assert vals(label, "c:dLbl/c:showVal") == ["0", "1"]
    assert vals(label, "c:dLblPos") == ["r"]


@pytest.mark.parametrize(
    ("series", "grouping", "position"),
    [
        (COLUMN, "clustered", ["outEnd"]),
        (COLUMN, "stacked", ["inEnd"]),
        (COLUMN, "percent", ["inEnd"]),
        (LINE, "stacked", ["t"]),
        (PIE, "pie", ["outEnd"]),
        (PIE, "donut", []),
    ],
)
def test_a_label_position_becomes_one_that_powerpoint_takes(
    series: PlacedSeries, grouping: str, position: list[str]
) -> None:
    root = drawn(replace(series, labels=(0,), label_position="outside_end"), grouping=grouping)
    assert vals(root, "c:dLblPos") == position


def test_a_forecast_line_is_dashed_with_hollow_markers() -> None:
    root = drawn(replace(LINE, values=(1, 2, 3, 4), dash_from=2, marker="circle"))
    assert vals(root, "c:dPt/c:idx") == ["2", "3"]
    assert vals(root, "c:dPt/c:spPr/a:ln/a:prstDash") == ["dash", "dash"]
    assert vals(root, "c:dPt/c:marker/c:spPr/a:solidFill/a:schemeClr") == ["bg1", "bg1"]


def test_a_forecast_column_is_a_hatch_of_its_own_hue_with_a_dashed_edge() -> None:
    root = drawn(replace(COLUMN, colour="blue", dash_from=3))
    (own,) = root.iterfind(".//c:ser/c:spPr/a:solidFill/*", NS)
    (hatch,) = root.iterfind(".//c:dPt/c:spPr/a:pattFill", NS)
    assert hatch.get("prst") == "wdDnDiag"
    assert [ink.get("val") for ink in hatch.iterfind("a:fgClr/*", NS)] == [own.get("val")]
    assert vals(root, "c:dPt//a:prstDash") == ["dash"]


def test_a_number_in_the_hatch_of_a_forecast_stands_on_paper() -> None:
    inside = replace(COLUMN, dash_from=3, labels=(0, 3), label_position="center")
    before, after = drawn(inside).iterfind(".//c:dLbl/c:spPr", NS)
    assert before.find("a:solidFill", NS) is None
    assert after.find("a:solidFill", NS) is not None


def test_no_line_leads_over_a_break_of_series() -> None:
    root = drawn(replace(LINE, values=(1, 2, 3, 4), breaks=(2,)))
    assert vals(root, "c:dPt/c:idx") == ["2"]
    assert root.find(".//c:dPt/c:spPr/a:ln/a:noFill", NS) is not None


def test_a_value_between_gaps_gets_a_marker_so_that_it_is_seen() -> None:
    root = drawn(replace(LINE, values=(1, None, 3, 4)))
    assert vals(root, "c:dPt/c:idx") == ["0"]
    assert vals(root, "c:dPt/c:marker/c:symbol") == ["circle"]


def test_highlighted_points_take_their_colour() -> None:
    assert vals(drawn(replace(COLUMN, point_colours={1: "red"})), "c:dPt/c:spPr//a:srgbClr") == ["C00000"]
    marker = drawn(replace(LINE, point_colours={1: "red"})).find(".//c:dPt/c:marker", NS)
    assert set(vals(marker, "a:srgbClr")) == {"C00000"}


def test_no_program_breaks_the_labels_of_a_pie() -> None:
    root = drawn(replace(PIE, labels=(0,), label_parts=("category", "value")), grouping="pie")
    assert [text.get("wrap") for text in root.iterfind(".//c:dLbl/c:txPr/a:bodyPr", NS)] == ["none"]


def test_every_slice_of_a_pie_states_its_colour() -> None:
    root = drawn(replace(PIE, point_colours={0: "red"}), grouping="pie")
    assert vals(root, "c:dPt/c:idx") == ["0", "1", "2", "3"]


def test_a_pattern_is_drawn_in_the_colour_on_paper_with_an_edge() -> None:
    root = drawn(replace(COLUMN, pattern="wdUpDiag"))
    pattern = root.find(".//c:ser/c:spPr/a:pattFill", NS)
    assert pattern.get("prst") == "wdUpDiag"
    assert vals(pattern, "a:schemeClr") == ["accent1", "bg1"]
    assert root.find(".//c:ser/c:spPr/a:ln/a:solidFill", NS) is not None


def test_a_line_of_width_zero_is_not_drawn() -> None:
    root = drawn(replace(LINE, line=Line("blue", 0)))
    assert root.find(".//c:ser/c:spPr/a:ln/a:noFill", NS) is not None


def test_the_legend_leaves_out_series_that_ask_for_it() -> None:
    assert drawn(COLUMN).find(".//c:legend", NS) is None
    # The line comes first in the workbook, but second in the legend.
    root = drawn(replace(LINE, in_legend=False), COLUMN, legend="right")
    assert vals(root, "c:legendPos") == ["r"]
    assert vals(root, "c:legendEntry/c:idx") == ["1"]


def test_a_given_plot_box_becomes_the_inside_of_the_axes() -> None:
    root = drawn(COLUMN, plot=Box(0.1, 0.2, 0.7, 0.6))
    assert vals(root, "c:layoutTarget") == ["inner"]
    assert [vals(root, f"c:manualLayout/c:{side}")[0] for side in "xywh"] == ["0.1", "0.2", "0.7", "0.6"]


def test_category_names_are_stepped_or_left_out() -> None:
    assert vals(drawn(COLUMN, category_label_step=3), "c:tickLblSkip") == ["3"]
    assert vals(drawn(COLUMN, category_labels=False), "c:catAx/c:tickLblPos") == ["none"]


def test_every_text_is_japanese_in_the_theme_fonts() -> None:
    root = drawn(replace(COLUMN, labels=(0,)), legend="top", axis=ChartAxis(title="億円"))
    looks = [*root.iterfind(".//a:defRPr", NS), *root.iterfind(".//a:rPr", NS)]
    assert len(looks) == 7  # axes, title (its paragraph and its run), label, legend, chart
    for look in looks:
        assert look.get("lang") == "ja-JP"
        assert look.find("a:latin", NS).get("typeface") == "+mn-lt"
        assert look.find("a:ea", NS).get("typeface") == "+mn-ea"


def test_a_chart_has_no_frame_no_title_and_square_corners() -> None:
    root = drawn(COLUMN)
    assert vals(root, "c:autoTitleDeleted") == ["1"]
    assert vals(root, "c:roundedCorners") == ["0"]
    assert root.find("c:spPr/a:ln/a:noFill", NS) is not None
    assert root.find("c:spPr/a:noFill", NS) is not None


@pytest.mark.parametrize(
    ("series", "look", "said"),
    [
        (replace(COLUMN, values=(1.0,)), {}, "1 values for 4 categories"),
        (replace(COLUMN, values=(1.0, float("nan"), 2.0, 3.0)), {}, "no finite number"),
        (replace(COLUMN, labels=(4,)), {}, "marks point 4"),
        (replace(COLUMN, point_colours={-1: "red"}), {}, "marks point -1"),
        (replace(LINE, dash_from=-1), {}, "dashed from point -1"),
        (replace(COLUMN, colour="bleu"), {}, "bleu"),
        (replace(COLUMN, pattern="wideUpDiag"), {}, "wideUpDiag"),
        (COLUMN, {"grouping": "pie"}, "drawn as column in a pie chart"),
        (PIE, {}, "drawn as pie in a clustered chart"),
        (LINE, {"horizontal": True}, "line across horizontal bars"),
    ],
)
def test_what_cannot_be_drawn_is_refused_with_its_reason(
    series: PlacedSeries, look: dict[str, Any], said: str
) -> None:
    with pytest.raises(DocgenError, match=said):
        drawn(series, **look)


def test_columns_are_lettered_as_in_a_worksheet() -> None:
    assert [column_letters(at) for at in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_reads_back_as_itself(value: float) -> None:
    assert float(number(value)) == value


@settings(max_examples=60)
@given(st.text(max_size=12), st.lists(st.none() | st.floats(-1e12, 1e12), min_size=1, max_size=6))
def test_any_name_and_any_values_give_sound_xml(name: str, values: list[float | None]) -> None:
    chart = PlacedChart(tuple(name for _ in values), (PlacedSeries(name, tuple(values), "blue", "line"),), legend="top")
    root = ElementTree.fromstring(chart_xml(chart, COLOURS).encode())
    assert [float(v.text or "") for v in root.iterfind(".//c:val//c:v", NS)] == [v for v in values if v is not None]
