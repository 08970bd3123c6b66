"""Annotations lie where the native chart's own axes are, on no number and no name, in every pack."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

import pytest
from support.figure_matrix import YEARS, every_figure, figure, series
from support.styles import style_of_size

from docgen.blocks.chart.chart import ChartBlock
from docgen.blocks.memory import Memory
from docgen.errors import DocgenError
from docgen.layout.load import load_pack
from docgen.layout.style import Style
from docgen.placed import Box, ChartMark, ConnectorMark, Mark, ShapeMark, TextMark
from docgen.placed.on_chart import lie_together
from docgen.ready import ReadyFigure, ReadyTargetMark, TimeAxis
from docgen.ready.annotation import ReadyAnnotations, ReadyChange, ReadyRemark, ReadyShade

BOX = Box(30, 80, 340, 260)
WIDE = replace(BOX, width=600)
MATRIX = every_figure()
ALL = ReadyAnnotations(
    (ReadyShade("第6期計画期間", 2, 3),),
    (ReadyChange(0, 4, "年平均＋2.1%", ""), ReadyChange(4, 2, "－10.5%", "")),
    (ReadyRemark(1, "調査方法の変更", 0), ReadyRemark(2, "補正予算の増額による", 0)),
)
LINE = figure("line", YEARS, series("値", range(10, 20)))


@pytest.fixture(scope="module", params=["cabinet_office", "digital", "maff", "mext"])
def style(request: pytest.FixtureRequest) -> Style:
    return style_of_size(load_pack(request.param))


def drawn(shown: ReadyFigure, style: Style, box: Box = BOX) -> dict[str, Mark]:
    laid = ChartBlock("f/chart", shown).lay_out(box.width, style, Memory())
    return {mark.id.removeprefix("f/chart/on/"): mark for mark in laid.draw(box)}


def chart_of(marks: dict[str, Mark]) -> ChartMark:
    mark = marks["f/chart"]
    assert isinstance(mark, ChartMark)
    return mark


def box_of(mark: Mark) -> Box:
    assert not isinstance(mark, ConnectorMark)
    return mark.box


def slot(chart: ChartMark, category: float, *, down: bool = False) -> float:
    """Where a category lies on the page, by what the native chart states of its plot."""
    plot, box, count = chart.chart.plot, chart.box, len(chart.chart.categories)
    assert plot is not None
    if down:
        return box.y + box.height * (plot.y + plot.height * category / count)
    return box.x + box.width * (plot.x + plot.width * category / count)


def height(chart: ChartMark, value: float) -> float:
    """Where a value lies on the page, by what the native chart states of its plot and axis."""
    plot, axis, box = chart.chart.plot, chart.chart.axis, chart.box
    assert plot is not None
    assert axis.minimum is not None
    assert axis.maximum is not None
    share = (value - axis.minimum) / (axis.maximum - axis.minimum)
    return box.y + box.height * (plot.y + plot.height * (1 - share))


def kinds() -> Iterator[ReadyFigure]:
    for kind in ("line", "column", "stacked_column", "percent_column", "bar", "stacked_bar", "column_line"):
        several = kind not in ("line", "column", "bar")
        more = (series("別の値", (5, 6, 7, 8, 9, 10, 9, 8, 7, 6)),) if several else ()
        yield figure(kind, YEARS, *LINE.series, *more, unit="億円")
    yield replace(MATRIX["line, rank"], labels="all")
    yield MATRIX["lines, names at the ends"]


@pytest.mark.parametrize("shown", list(kinds()), ids=lambda shown: shown.kind)
def test_no_annotation_lies_on_another_or_leaves_the_chart(shown: ReadyFigure, style: Style) -> None:
    box = WIDE if shown.kind.is_horizontal else BOX
    laid = drawn(replace(shown, annotations=ALL), style, box)
    marks = [mark for mark in laid.values() if not isinstance(mark, ConnectorMark)]
    for first, second in combinations(marks, 2):
        assert lie_together(first.id, second.id) or not first.box.overlaps(second.box, 0.1), (first.id, second.id)
    assert all(box.contains(mark.box, 0.1) for mark in marks)
    texts = [mark.body.paragraphs[0].runs[0].text for mark in marks if isinstance(mark, TextMark)]
    assert {"第6期計画期間", "年平均＋2.1%", "－10.5%", "調査方法の変更"} <= set(texts)


def test_shades_and_arrows_stand_at_their_categories(style: Style) -> None:
    marks = drawn(replace(LINE, annotations=ALL), style)
    chart, shade = chart_of(marks), box_of(marks["ground/1"])
    assert (shade.x, shade.right) == pytest.approx((slot(chart, 2), slot(chart, 4)), abs=0.6)
    assert shade.bottom == pytest.approx(height(chart, chart.chart.axis.minimum or 0), abs=0.1)
    ticks = [box_of(marks[f"change/1/{end}"]) for end in ("from", "to")]
    assert [tick.x + tick.width / 2 for tick in ticks] == pytest.approx([slot(chart, 0.5), slot(chart, 4.5)], abs=0.1)
    arrow = marks["change/2/arrow"]
    assert isinstance(arrow, ConnectorMark)
    assert arrow.arrow
    assert arrow.points[0][0] > arrow.points[1][0]
    assert (arrow.start.shape, arrow.end.shape) == ("f/chart/on/change/2/from", "f/chart/on/change/2/to")


def test_the_shade_lies_behind_the_chart_and_all_else_over_it(style: Style) -> None:
    names = list(drawn(replace(LINE, annotations=ALL), style))
    assert names.index("ground/1") < names.index("f/chart") < min(map(names.index, ("change/1", "note/1", "period/1")))


def test_a_note_leads_down_to_its_point(style: Style) -> None:
    marks = drawn(replace(LINE, labels="none", annotations=ReadyAnnotations(remarks=(ReadyRemark(3, "注", 0),))), style)
    chart, line = chart_of(marks), box_of(marks["note/1/line"])
    assert line.x + line.width / 2 == pytest.approx(slot(chart, 3.5), abs=0.1)
    assert line.bottom == pytest.approx(height(chart, 13) - 4, abs=0.2)
    assert line.y >= box_of(marks["note/1"]).bottom


def test_a_note_at_a_labelled_point_ends_over_the_number(style: Style) -> None:
    note = ReadyAnnotations(remarks=(ReadyRemark(3, "注", 0),))
    bare, labelled = (
        drawn(replace(figure("column", YEARS, *LINE.series), labels=labels, annotations=note), style) for labels in ("none", "all")
    )
    over = [height(chart_of(marks), 13) - box_of(marks["note/1/line"]).bottom for marks in (bare, labelled)]
    assert over[1] > over[0] + style.text("chart_label").size


def test_over_stacks_a_note_without_a_series_leads_to_the_total(style: Style) -> None:
    stack = figure("stacked_column", YEARS[:3], series("甲", (10, 20, 30)), series("乙", (5, 5, 5)), labels="none")
    marks = drawn(replace(stack, annotations=ReadyAnnotations(remarks=(ReadyRemark(1, "注"),))), style)
    assert box_of(marks["note/1/line"]).bottom == pytest.approx(height(chart_of(marks), 25) - 4, abs=0.2)


def test_on_a_time_axis_places_are_those_of_time(style: Style) -> None:
    spread = figure("line", ("2018", "2020", "2024"), series("値", (1, 2, 3)))
    axis = TimeAxis(("2018", "", "2020", "", "", "", "2024"), (0, 2, 6))
    notes = ReadyAnnotations((ReadyShade("計画", 2, 2, (3, 6)),), (ReadyChange(1, 2, "＋50.0%", ""),))
    marks = drawn(replace(spread, time_axis=axis, annotations=notes), style)
    chart, shade = chart_of(marks), box_of(marks["ground/1"])
    assert len(chart.chart.categories) == 7
    assert (shade.x, shade.right) == pytest.approx((slot(chart, 3), slot(chart, 7)), abs=0.6)
    tick = box_of(marks["change/1/from"])
    assert tick.x + tick.width / 2 == pytest.approx(slot(chart, 2.5), abs=0.1)


def test_beside_lying_bars_all_stands_at_the_rows(style: Style) -> None:
    marks = drawn(replace(figure("bar", YEARS[:6], series("値", (15, 5, 12, 11, 10, 9))), annotations=ALL), style, WIDE)
    chart, shade = chart_of(marks), box_of(marks["ground/1"])
    assert (shade.y, shade.bottom) == pytest.approx((slot(chart, 2, down=True), slot(chart, 4, down=True)), abs=0.6)
    tick = box_of(marks["change/1/to"])
    assert tick.y + tick.height / 2 == pytest.approx(slot(chart, 4.5, down=True), abs=0.1)
    line = box_of(marks["note/1/line"])
    assert line.y + line.height / 2 == pytest.approx(slot(chart, 1.5, down=True), abs=0.1)


def test_a_level_is_a_line_of_the_native_chart_and_no_key_names_it(style: Style) -> None:
    level = ReadyTargetMark(Decimal("15.4"), "OECD平均", is_level=True)
    chart = chart_of(drawn(replace(LINE, targets=(level,)), style)).chart
    (line,) = [each for each in chart.series if each.name == "OECD平均"]
    assert set(line.values) == {15.4}
    assert line.line is not None
    assert line.line.dash == "dot"
    assert line.name_labels
    assert not line.in_legend


def test_through_lying_bars_a_level_is_a_line_down_that_spares_their_numbers(style: Style) -> None:
    bars = figure("bar", YEARS[:3], series("値", (30, 20, 10)), labels="all")
    marks = drawn(replace(bars, targets=(ReadyTargetMark(Decimal(21), "平均", is_level=True),)), style)
    chart, lines = chart_of(marks), [box_of(mark) for name, mark in marks.items() if name.startswith("level/1/line")]
    plot, axis = chart.chart.plot, chart.chart.axis
    assert plot is not None
    assert axis.maximum is not None
    assert chart.chart.categories == YEARS[:3]
    x = chart.box.x + chart.box.width * (plot.x + plot.width * 21 / axis.maximum)
    assert all(line.x + line.width / 2 == pytest.approx(x, abs=0.2) for line in lines)
    # 20 の数値は棒の先、線の上に立つ。
    middle = slot(chart, 1.5, down=True)
    assert len(lines) == 2
    assert not any(line.y < middle < line.bottom for line in lines)


def test_a_level_of_bars_is_printed_with_the_packs_minus_and_the_unit_of_its_series(style: Style) -> None:
    bars = figure("bar", YEARS[:3], replace(series("値", (-30, 20, 10)), unit="%"))
    shown = replace(bars, unit="", targets=(ReadyTargetMark(Decimal(-21), "平均", is_level=True),))
    name = drawn(shown, replace(style, pack=style.pack.model_copy(update={"minus": "△"})))["level/1"]
    assert isinstance(name, TextMark)
    assert name.body.paragraphs[0].runs[0].text == "平均 △21%"


def test_a_chart_without_annotations_has_no_more_marks(style: Style) -> None:
    assert set(drawn(LINE, style)) == {"f/chart"}


def test_charts_side_by_side_keep_one_line_where_one_has_annotations(style: Style) -> None:
    row = (replace(LINE, id="a"), replace(LINE, id="b", annotations=ALL))
    plots = []
    for shown in row:
        marks = ChartBlock(f"{shown.id}/chart", shown, row=row).lay_out(BOX.width, style, Memory()).draw(BOX)
        (mark,) = (each for each in marks if isinstance(each, ChartMark))
        assert mark.chart.plot is not None
        plots.append(mark.box.y + mark.box.height * mark.chart.plot.y)
    assert plots[0] == pytest.approx(plots[1], abs=0.1)


def test_many_notes_each_have_a_place_and_a_line_of_their_own(style: Style) -> None:
    notes = tuple(ReadyRemark(at, f"第{at}回の見直しによる増加", 0) for at in (1, 2, 4, 7, 8))
    marks = drawn(replace(LINE, annotations=ReadyAnnotations(remarks=notes)), style, replace(BOX, height=320))
    texts = [box_of(marks[f"note/{number}"]) for number in range(1, 6)]
    lines = [box_of(mark) for mark in marks.values() if isinstance(mark, ShapeMark) and mark.id.endswith("/line")]
    assert not any(first.overlaps(second) for first, second in combinations(texts, 2))
    assert not any(text.overlaps(line) for text in texts for line in lines)


def test_lying_stacks_have_their_totals_at_their_ends(style: Style) -> None:
    parts = (series("甲", (10, 20, None)), series("乙", (5, 15, 5)))
    stack = figure("stacked_bar", YEARS[:3], *parts, unit="件", labels="all")
    marks = drawn(stack, style)
    chart = chart_of(marks)
    plot, axis = chart.chart.plot, chart.chart.axis
    totals = {name: mark for name, mark in marks.items() if name.startswith("total/") and isinstance(mark, TextMark)}
    # 欠けた部分のある項目に合計はない。
    assert {name: mark.body.paragraphs[0].runs[0].text for name, mark in totals.items()} == {"total/1": "15", "total/2": "35"}
    assert plot is not None
    assert axis.maximum is not None
    end = chart.box.x + chart.box.width * (plot.x + plot.width * 35 / axis.maximum)
    assert totals["total/2"].box.x == pytest.approx(end + 3, abs=0.2)
    assert totals["total/2"].box.right <= BOX.right
    assert not any(name.startswith("total/") for name in drawn(replace(stack, labels="none"), style))


def test_what_leaves_lying_bars_no_room_is_an_error(style: Style) -> None:
    bars = figure("bar", YEARS[:3], series("値", (30, 20, 10)), annotations=ALL)
    with pytest.raises(DocgenError) as raised:
        drawn(bars, style, replace(BOX, width=220))
    assert raised.value.code == "annotations-without-room"


def test_a_band_runs_through_the_ends_of_its_intervals_behind_the_chart(style: Style) -> None:
    values = (10, 12, 15, 14)
    reaches = tuple((Decimal(value - 2), Decimal(value + 3)) for value in values)
    shown = figure("line", YEARS[:4], series("値", values, band=reaches), labels="none")
    marks = drawn(shown, style)
    chart, band = chart_of(marks), marks["ground/1"]
    assert isinstance(band, ShapeMark)
    assert band.outline is not None
    ring = [(band.box.x + x, band.box.y + y) for x, y in band.outline[0]]
    high = [(slot(chart, at + 0.5), height(chart, value + 3)) for at, value in enumerate(values)]
    low = [(slot(chart, at + 0.5), height(chart, value - 2)) for at, value in enumerate(values)]
    assert [at for point in ring for at in point] == pytest.approx([at for point in (*high, *low[::-1]) for at in point], abs=0.1)
    assert list(marks).index("ground/1") < list(marks).index("f/chart")


def test_a_gap_parts_a_band(style: Style) -> None:
    reaches = tuple(None if at == 2 else (Decimal(8), Decimal(12)) for at in range(5))
    shown = figure("line", YEARS[:5], series("値", (10, 10, None, 10, 10), band=reaches))
    assert {name for name in drawn(shown, style) if name.startswith("ground/")} == {"ground/1", "ground/2"}


@pytest.mark.parametrize("kind", ["percent_column", "percent_bar"])
def test_a_level_of_shares_stands_at_its_share(kind: str, style: Style) -> None:
    level = ReadyTargetMark(Decimal(40), "目安", is_level=True)
    shares = figure(kind, YEARS[:3], series("甲", (10, 20, 30)), series("乙", (30, 20, 10)), targets=(level,))
    marks = drawn(shares, style, WIDE)
    chart = chart_of(marks)
    if kind == "percent_column":
        (line,) = [each for each in chart.chart.series if each.name == "目安"]
        assert set(line.values) == {0.4}
        assert line.number_format.percent
        return
    plot, line_box = chart.chart.plot, box_of(marks["level/1/line/1"])
    assert plot is not None
    x = chart.box.x + chart.box.width * (plot.x + plot.width * 0.4)
    assert line_box.x + line_box.width / 2 == pytest.approx(x, abs=0.2)
    title = marks["level/1"]
    assert isinstance(title, TextMark)
    assert title.body.paragraphs[0].runs[0].text == "目安 40%"


def test_between_arrows_and_the_labels_at_the_upper_edge_of_the_plot_four_points_are_free(style: Style) -> None:
    marks = drawn(replace(LINE, annotations=ReadyAnnotations(changes=(ReadyChange(0, 4, "＋90.0%", ""),))), style)
    chart = chart_of(marks)
    assert chart.chart.plot is not None
    top = chart.box.y + chart.box.height * chart.chart.plot.y
    label = style.text("chart_label").size * 1.3 + 4
    assert box_of(marks["change/1/to"]).bottom == pytest.approx(top - label - 4, abs=0.05)
