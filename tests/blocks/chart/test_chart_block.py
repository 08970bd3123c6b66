"""From figures to placed charts: series, labels, forecasts, targets, and what cannot be drawn."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import combinations

import pytest
from support.drawn_marks import drawn_marks
from support.every_case import every_case
from support.figure_matrix import DEATHS, YEARS, every_figure, figure, placed_texts, series, target
from support.styles import style_of_size

from docgen.blocks.chart.categories import bar_name_lines, bar_name_room, broken_bar_names
from docgen.blocks.chart.chart import ChartBlock, placed_chart
from docgen.blocks.chart.texts import number_text, text_width
from docgen.derive import derive_record
from docgen.errors import DocgenError
from docgen.layout.colours import palette_colour
from docgen.layout.load import load_pack
from docgen.layout.rgb import contrast
from docgen.layout.style import Style
from docgen.model import Figure
from docgen.placed import Box, ChartMark, NumberFormat, PlacedChart, PlacedSeries, TextMark
from docgen.ready import ReadyFigure

BOX = Box(30, 80, 348, 190)
LINE = figure("line", YEARS, series("死者数", DEATHS, unit="人"), unit="人")
MATRIX = every_figure()
LABELLED = [name for name, shown in MATRIX.items() if shown.missing is None and shown.kind != "small_multiples"]


@pytest.fixture(scope="module")
def style() -> Style:
    return style_of_size(load_pack("cabinet_office"))


def named(drawn: tuple[PlacedSeries, ...], name: str) -> PlacedSeries:
    return next(placed for placed in drawn if placed.name == name)


def naming(chart: PlacedChart) -> tuple[str, int]:
    """Where the legend stands, and how many series are named at the ends of their lines."""
    return chart.legend, sum(1 for placed in chart.series if placed.name_labels and placed.in_legend)


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (2610.0, NumberFormat(), "2,610"),
        (47.95, NumberFormat(1, "%"), "48.0%"),
        (-80.0, NumberFormat(minus="△"), "△80"),
        (25.0, NumberFormat(unit="位"), "25位"),
        (0.5, NumberFormat(), "1"),
        (0.245, NumberFormat(percent=True), "25%"),
    ],
)
def test_numbers_print_as_their_format_says(value: float, number_format: NumberFormat, text: str) -> None:
    assert number_text(value, number_format) == text


def test_the_ends_of_a_line_are_labelled(style: Style) -> None:
    assert placed_chart(LINE, BOX, style).series[0].labels == (0, 9)


@pytest.mark.parametrize(("labels", "points"), [("none", ()), ("last", (9,)), ("all", tuple(range(10)))])
def test_labels_stand_where_the_figure_asks(labels: str, points: tuple[int, ...], style: Style) -> None:
    wide = Box(30, 80, 700, 300)
    assert placed_chart(replace(LINE, labels=labels), wide, style).series[0].labels == points


def test_a_forecast_is_a_dashed_part_that_begins_at_the_last_point_before_it(style: Style) -> None:
    actual, forecast = placed_chart(replace(LINE, forecast_from=8), BOX, style).series
    assert actual.values == (*map(float, DEATHS[:8]), None, None)
    assert forecast.values == (None,) * 7 + (2839.0, 2636.0, 2610.0)
    assert forecast.line is not None
    assert forecast.line.dash == "dash"
    assert forecast.name == "死者数（予測）"
    assert not forecast.in_legend
    assert actual.labels == (0,)
    assert forecast.labels == (9,)


def test_forecast_categories_say_so_where_there_is_room(style: Style) -> None:
    chart = placed_chart(replace(LINE, forecast_from=8), Box(0, 0, 700, 200), style)
    assert chart.categories[7:] == ("2020", "2021\n（予測）", "2022\n（予測）")


def test_a_forecast_without_room_in_the_categories_is_explained_over_the_chart(style: Style) -> None:
    marks = drawn_marks(ChartBlock("c", MATRIX["line, forecast, many categories"]), BOX, style)
    texts = [mark.body.paragraphs[0].runs[0].text for mark in marks if isinstance(mark, TextMark)]
    assert texts == ["破線は予測"]


def test_a_column_forecast_is_hatched_from_its_first_category(style: Style) -> None:
    assert placed_chart(MATRIX["column, forecast"], BOX, style).series[0].dash_from == 4


def test_no_line_leads_over_a_break(style: Style) -> None:
    first, second = placed_chart(replace(LINE, breaks=(4,)), BOX, style).series
    assert [point for point, value in enumerate(first.values) if value is not None] == [0, 1, 2, 3]
    assert [point for point, value in enumerate(second.values) if value is not None] == [4, 5, 6, 7, 8, 9]


def test_gaps_stay_gaps(style: Style) -> None:
    values = placed_chart(MATRIX["line, gaps"], BOX, style).series[0].values
    assert values == (10, None, 14, 15, None, None, 13, None, 18, 20)


def test_a_target_across_is_a_dashed_line_with_its_name_and_value(style: Style) -> None:
    chart = placed_chart(replace(LINE, targets=(target(2000),)), BOX, style)
    mark = named(chart.series, "目標")
    assert mark.values == (2000.0,) * 10
    assert mark.line is not None
    assert mark.line.dash == "dash"
    assert mark.labels == mark.name_labels
    assert len(mark.labels) == 1


def test_a_target_point_names_its_year(style: Style) -> None:
    chart = placed_chart(MATRIX["line, target point"], BOX, style)
    mark = named(chart.series, "目標（2030年度）")
    assert mark.values == (None,) * 5 + (45.0,)
    assert mark.marker == "diamond"
    assert mark.labels == mark.name_labels == (5,)


def test_a_target_of_a_ranking_stands_among_its_bars(style: Style) -> None:
    chart = placed_chart(MATRIX["bar, target"], BOX, style)
    assert chart.categories[-1] == "平均"
    assert chart.series[0].values[-1] == 237.4
    assert chart.series[0].point_colours == {6: "amber"}


def test_totals_stand_over_whole_stacks_only(style: Style) -> None:
    whole = named(placed_chart(MATRIX["stacked"], BOX, style).series, "合計")
    assert whole.values == (780, 730, 830, 1100, 1250, 1774)
    assert whole.labels == (0, 1, 2, 3, 4, 5)
    names = [placed.name for placed in placed_chart(MATRIX["stacked, levels of driving"], BOX, style).series]
    assert "合計" not in names


def test_a_segment_too_low_for_its_number_has_none(style: Style) -> None:
    funds = named(placed_chart(MATRIX["stacked"], BOX, style).series, "基金")
    assert 2 not in funds.labels
    assert 5 in funds.labels


def test_a_ranking_is_labelled_at_every_bar_and_needs_no_axis(style: Style) -> None:
    chart = placed_chart(MATRIX["bar"], BOX, style)
    assert chart.series[0].labels == tuple(range(8))
    assert not chart.axis.visible
    assert chart.horizontal


def test_highlighted_points_stand_out_of_muted_ones(style: Style) -> None:
    bars = placed_chart(MATRIX["bar, highlighted point"], BOX, style).series[0]
    assert bars.colour == "grey"
    assert bars.point_colours == {4: "navy"}


def test_lines_are_named_at_their_ends_also_where_these_are_near_each_other(style: Style) -> None:
    assert naming(placed_chart(MATRIX["lines, names at the ends"], BOX, style)) == ("none", 3)
    assert naming(placed_chart(MATRIX["lines, near each other"], BOX, style)) == ("none", 2)
    assert naming(placed_chart(LINE, BOX, style)) == ("none", 0)


def test_a_unit_that_every_bar_carries_is_not_said_over_the_chart_again(style: Style) -> None:
    share = replace(MATRIX["bar"], unit="%", series=(replace(MATRIX["bar"].series[0], unit="%"),))
    for shown, texts in ((share, []), (replace(share, labels="none"), ["（%）"]), (MATRIX["bar"], ["（万円）"])):
        marks = drawn_marks(ChartBlock("c", shown, unit_stated=False), BOX, style)
        assert placed_texts(marks) == texts


def test_lines_are_named_at_their_last_points_where_only_the_year_of_a_target_follows(style: Style) -> None:
    wide = Box(30, 80, 700, 300)
    chart = placed_chart(MATRIX["lines, two target points"], wide, style)
    assert chart.legend == "none"
    lines = [placed for placed in chart.series if placed.name in ("食料自給率", "生産額ベース")]
    assert [placed.name_labels for placed in lines] == [(4,), (4,)]
    assert [placed.label_positions[4] for placed in lines] == ["right", "right"]


def test_the_second_axis_carries_its_unit_over_the_chart(style: Style) -> None:
    marks = drawn_marks(ChartBlock("c", MATRIX["column and line"]), BOX, style)
    texts = [mark.body.paragraphs[0].runs[0].text for mark in marks if isinstance(mark, TextMark)]
    assert texts == ["（億円）", "（%）", "当初予算", "執行率"]
    chart = next(mark.chart for mark in marks if isinstance(mark, ChartMark))
    assert chart.secondary_axis is not None
    assert [placed.kind for placed in chart.series] == ["column", "line"]
    assert chart.series[1].number_format == NumberFormat(1, "%")


def test_circles_of_one_width_are_alike_whatever_their_names(style: Style) -> None:
    short = figure("donut", ("有", "無"), series("割合", (75, 25), unit="%"), unit="%", labels="all")
    long = replace(short, categories=("既存事業向け", "新規事業向け"))
    first, second = (placed_chart(donut, Box(0, 0, 340, 300), style).plot for donut in (short, long))
    assert first is not None
    assert second is not None
    assert (first.width, first.height) == (second.width, second.height)


@pytest.mark.parametrize(("count", "height"), [(1, 300), (2, 400), (4, 260), (8, 420), (12, 200)])
def test_bars_are_never_thicker_than_24_points(count: int, height: float, style: Style) -> None:
    names = tuple("甲乙丙丁戊己庚辛壬癸子丑"[:count])
    bars = placed_chart(figure("bar", names, series("値", range(1, count + 1))), Box(0, 0, 720, height), style)
    assert bars.plot is not None
    assert bars.plot.height * height / count / (1 + bars.gap_width / 100) <= 24.1


@pytest.mark.parametrize("name", ["column, two categories", "column, one category", "clustered", "bar, three categories"])
def test_few_categories_do_not_make_columns_enormous(name: str, style: Style) -> None:
    page = Box(30, 80, 720, 400)
    chart = placed_chart(MATRIX[name], page, style)
    assert chart.plot is not None
    columns = sum(1 for placed in chart.series if placed.kind != "line")
    length = chart.plot.height * page.height if chart.horizontal else chart.plot.width * page.width
    width = length / len(chart.categories) / (columns + chart.gap_width / 100)
    assert width <= 70 or chart.gap_width == 500


def test_years_are_thinned_evenly_and_end_on_the_last_where_they_can(style: Style) -> None:
    assert placed_chart(LINE, Box(0, 0, 200, 150), style).category_label_step == 3
    chart = placed_chart(MATRIX["lines, 58 years"], BOX, style)
    assert chart.category_label_step == 10
    assert len(chart.categories) == 58


def test_small_multiples_share_one_scale_and_one_frame(style: Style) -> None:
    marks = drawn_marks(ChartBlock("c", MATRIX["small multiples"]), Box(30, 80, 720, 380), style)
    charts = [mark.chart for mark in marks if isinstance(mark, ChartMark)]
    assert len(charts) == 8
    assert len({(chart.axis.minimum, chart.axis.maximum, chart.axis.step) for chart in charts}) == 1
    assert charts[0].plot == charts[-1].plot


def test_a_sparkline_shows_its_line_alone(style: Style) -> None:
    chart = placed_chart(MATRIX["sparkline"], Box(0, 0, 120, 24), style)
    assert not chart.axis.visible
    assert not chart.category_labels
    assert chart.gridline is None
    assert chart.series[0].point_colours == {9: "blue"}


@every_case("name", LABELLED)
def test_labels_on_fills_can_be_read(name: str, style: Style) -> None:
    colours = style.pack.colours
    chart = placed_chart(MATRIX[name], BOX, style)
    for placed in chart.series:
        if placed.kind == "line" or placed.label_position != "center":
            continue
        for point in placed.labels:
            if placed.dash_from is not None and point >= placed.dash_from:
                continue
            ink = placed.label_colours.get(point, placed.label_colour)
            fill = placed.point_colours.get(point, placed.colour)
            assert contrast(palette_colour(ink, colours).rgb, palette_colour(fill, colours).rgb) >= 4.5


@every_case("name", LABELLED)
def test_a_chart_holds_the_numbers_of_its_figure(name: str, style: Style) -> None:
    shown = MATRIX[name]
    chart = placed_chart(shown, BOX, style)
    for own in shown.series:
        parts = [part for part in chart.series if part.name == own.name or part.name.startswith(f"{own.name}（")]
        for point, value in enumerate(own.values):
            drawn = {part.values[point] for part in parts if part.values[point] is not None}
            assert drawn == (set() if value is None else {float(value)})


def test_a_script_names_the_categories_to_highlight() -> None:
    data = {"国": ("米国", "日本", "英国"), "値": (5, 3, 2)}
    ranking = Figure(id="f", kind="bar", data=data, x="国", highlights=("日本",), title="順位")
    (page,) = derive_record(ranking)
    assert isinstance(page.record, ReadyFigure)
    assert page.record.highlights == (1,)


def test_a_figure_without_numbers_is_an_error(style: Style) -> None:
    with pytest.raises(DocgenError, match="no number to draw"):
        placed_chart(figure("line", YEARS, series("値", (None,) * 10)), BOX, style)


def test_a_negative_part_of_a_whole_is_an_error(style: Style) -> None:
    for kind in ("pie", "donut", "percent_column"):
        with pytest.raises(DocgenError, match="-3 is negative"):
            placed_chart(figure(kind, ("甲", "乙"), series("値", (5, -3))), BOX, style)


def test_forty_series_in_one_chart_are_an_error_that_proposes_small_multiples(style: Style) -> None:
    many = figure("line", YEARS, *(series(f"系列{number}", DEATHS) for number in range(40)))
    with pytest.raises(DocgenError, match="40 series") as raised:
        placed_chart(many, BOX, style)
    assert "small_multiples" in str(raised.value.hint)


def test_two_hundred_names_under_columns_are_an_error_and_two_hundred_years_are_thinned(style: Style) -> None:
    names, numbers = tuple(f"品目{number}" for number in range(200)), series("値", tuple(range(1, 201)))
    with pytest.raises(DocgenError, match="200 categories"):
        placed_chart(figure("column", names, numbers), BOX, style)
    years = placed_chart(figure("column", tuple(str(1824 + number) for number in range(200)), numbers), BOX, style)
    assert years.category_label_step > 10


def test_forty_small_multiples_ask_for_the_height_that_they_need(style: Style) -> None:
    many = figure("small_multiples", YEARS, *(series(f"系列{number}", DEATHS) for number in range(40)))
    assert ChartBlock("c", many).laid(720, style).height > 380


def test_two_hundred_bars_ask_for_the_height_that_they_need(style: Style) -> None:
    many = figure("bar", tuple(f"項目{number}" for number in range(200)), series("値", tuple(range(200))))
    assert ChartBlock("c", many).laid(720, style).height > 2000


def test_an_unknown_colour_is_an_error_with_a_hint(style: Style) -> None:
    with pytest.raises(DocgenError) as raised:
        placed_chart(figure("line", YEARS, series("値", DEATHS, colour="blu")), BOX, style)
    assert raised.value.hint == "did you mean 'blue'?"


def test_a_slope_of_three_points_and_a_pie_of_two_series_are_errors(style: Style) -> None:
    with pytest.raises(DocgenError, match="slope of 3 points"):
        placed_chart(figure("slope", ("1", "2", "3"), series("値", (1, 2, 3))), BOX, style)
    with pytest.raises(DocgenError, match="pie of 2 series"):
        placed_chart(figure("pie", ("1",), series("甲", (1,)), series("乙", (2,))), BOX, style)


def test_labels_of_two_near_lines_lie_on_different_sides(style: Style) -> None:
    near: ReadyFigure = replace(MATRIX["lines, near each other"], series_labels="legend")
    first, second = placed_chart(near, BOX, style).series
    assert 9 in first.labels
    assert 9 in second.labels
    assert first.label_positions[9] != second.label_positions[9]


def drawn_labels(name: str, box: Box, style: Style) -> list[tuple[PlacedSeries, int, Box]]:
    """Every label of a line chart with its box, counted from the chart's top left."""
    chart = placed_chart(MATRIX[name], box, style)
    assert chart.plot is not None
    labels = []
    for placed in chart.series:
        for point in placed.labels:
            x = (chart.plot.x + chart.plot.width * (point + 0.5) / len(chart.categories)) * box.width
            low, high = chart.axis.minimum or 0.0, chart.axis.maximum or 1.0
            share = ((placed.values[point] or 0.0) - low) / (high - low)
            y = (chart.plot.bottom - chart.plot.height * (1 - share if chart.axis.reversed else share)) * box.height
            width = text_width(number_text(placed.values[point] or 0.0, placed.number_format), style, "chart_label")
            height = style.text("chart_label").size
            left, top = {"above": (x - width / 2, y - 4 - height), "below": (x - width / 2, y + 4)}.get(
                placed.label_positions[point], (x + 5, y - height / 2)
            )
            across, down = placed.label_shifts.get(point, (0.0, 0.0))
            labels.append((placed, point, Box(left + across * box.width, top + down * box.height, width, height)))
    return labels


@pytest.mark.parametrize("name", ["line, rank", "lines, 58 years", "line, forecast, many categories"])
def test_the_first_label_of_a_dense_line_stands_beside_the_numbers_of_the_axis(name: str, style: Style) -> None:
    chart = placed_chart(MATRIX[name], BOX, style)
    assert chart.plot is not None
    first = [box for _, point, box in drawn_labels(name, BOX, style) if point == 0]
    assert first
    assert all(box.x >= chart.plot.x * BOX.width - 4 for box in first)


def test_a_target_that_lies_on_a_gridline_is_labelled_off_it(style: Style) -> None:
    years = tuple(f"{year}年末" for year in (*range(2018, 2023), 2025))
    staff = figure("line", years, series("総数", (882, 912, 918, 956, 961, None)), unit="名", minimum=Decimal(800))
    chart = placed_chart(replace(staff, targets=(target(1000, category=5),)), BOX, style)
    goal = chart.series[-1]
    assert chart.axis.maximum == 1000
    assert goal.label_positions[5] in ("above", "below")
    assert goal.label_shifts[5][0] < 0


def test_years_with_an_ending_take_two_lines_where_only_so_all_of_them_are_printed(style: Style) -> None:
    years = tuple(f"{year}年度" for year in range(2013, 2023))
    chart = placed_chart(replace(LINE, categories=years), BOX, style)
    assert chart.category_label_step == 1
    assert chart.categories[0] == "2013\n年度"
    assert placed_chart(replace(LINE, categories=years), replace(BOX, width=720), style).categories == years


def test_era_years_are_broken_after_the_era_where_only_so_all_of_them_are_printed(style: Style) -> None:
    years = (*(f"平成{year}" for year in range(20, 31)), "令和元", "令和2", "令和3", "令和4")
    few = figure("column", years, series("値", tuple(range(1, 16))))
    chart = placed_chart(few, replace(BOX, width=420), style)
    assert chart.category_label_step == 1
    assert (chart.categories[0], chart.categories[11]) == ("平成\n20", "令和\n元")


def test_the_worst_rank_has_room_for_its_number_above_the_foot(style: Style) -> None:
    ranks = figure("line", YEARS, series("順位", (15, 11, 12, 20, 26, 30, 55, 48, 51, 47)), unit="位", reversed=True, labels="all")
    low = Box(30, 80, 320, 150)
    axis = placed_chart(ranks, low, style).axis
    assert axis.maximum is not None
    assert (axis.maximum - 55) / axis.maximum * low.height > style.text("chart_label").size
    assert placed_chart(replace(ranks, labels="none"), low, style).axis.maximum != axis.maximum


def test_names_beside_bars_take_as_few_lines_as_can_be_and_fill_them_evenly(style: Style) -> None:
    names = ("自社の技術が流出する恐れがある", "連携のための調整や契約に要する時間や手間が多い")
    room = bar_name_room(names, 280, style)
    assert bar_name_lines(names, 280, style) == 2
    assert text_width(names[1], style) / 2 < room < 280 * 0.46
    assert bar_name_room(("日本", "中国"), 280, style) < 40


def test_names_beside_bars_part_between_phrases(style: Style) -> None:
    names = ("自社の技術が流出する恐れがある", "連携のための調整や契約に要する時間や手間が多い", "その他")
    assert broken_bar_names(names, 280, style) == ("自社の技術が流出する\n恐れがある", "連携のための調整や契約に\n要する時間や手間が多い", "その他")
    assert broken_bar_names(names, 800, style) == names
    assert broken_bar_names(("バイオテクノロジープラットフォーム",), 240, style) == ("バイオテクノロジー\nプラットフォーム",)


def test_a_name_beside_bars_that_no_phrase_parts_stays_as_it_is(style: Style) -> None:
    assert broken_bar_names(("Interoperability-of-everything",), 120, style) == ("Interoperability-of-everything",)


def test_the_longest_bar_takes_the_width_where_numbers_stand_at_the_bars(style: Style) -> None:
    chart = placed_chart(MATRIX["bar"], BOX, style)
    assert not chart.axis.visible
    assert chart.axis.maximum == 54.4
    assert placed_chart(MATRIX["bar, no labels"], BOX, style).axis.maximum == 60


def test_colours_of_lines_differ_and_stand_out_from_paper(style: Style) -> None:
    chart = placed_chart(MATRIX["lines, seven"], Box(0, 0, 700, 380), style)
    colours = style.pack.colours
    assert all(contrast(palette_colour(placed.colour, colours).rgb, "FFFFFF") >= 3 for placed in chart.series)
    looks = [(placed.colour, placed.marker) for placed in chart.series]
    assert all(first != second for first, second in combinations(looks, 2))


def test_decimal_values_reach_the_chart_unrounded(style: Style) -> None:
    column = figure("column", ("甲",), series("値", ("25173.873",)), labels="all")
    assert placed_chart(column, BOX, style).series[0].values == (25173.873,)
