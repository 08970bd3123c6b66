"""One or two values are numbers with their difference, several shares are bars of 100 %, where no kind is stated."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

import docgen
from docgen.checks.check import check_placed
from docgen.errors import DocgenErrors
from docgen.model import Figure
from docgen.placed import ChartMark, PlacedSlide, ShapeMark, TableMark, TextMark
from docgen.slides.chart_page import ChartPage
from docgen.slides.survey_donut import SurveyDonut

Data = Mapping[str, Sequence[object]]


def page_of(record: Figure | ChartPage | SurveyDonut) -> PlacedSlide:
    deck = docgen.Deck().add(record).build()
    assert check_placed(deck.placed, deck.pack) == ()
    return deck.placed.slides[0]


def said(slide: PlacedSlide, word: str) -> list[str]:
    """The texts of the marks of a slide whose ids have a word in them."""
    marks = [mark for mark in slide.marks if isinstance(mark, TextMark | ShapeMark) and mark.body is not None]
    return [
        "".join(run.text for paragraph in mark.body.paragraphs for run in paragraph.runs)
        for mark in marks
        if word in mark.id and mark.body is not None
    ]


def printed(data: Data, **more: object) -> list[tuple[str, str]]:
    """Each number of a figure without a kind, with its label; no chart stands beside them."""
    slide = page_of(Figure.model_validate({"id": "f", "title": "図", "data": data, "x": "x", **more}))
    assert not [mark for mark in slide.marks if isinstance(mark, ChartMark)]
    return list(zip(said(slide, "/label"), said(slide, "/value"), strict=True))


@pytest.mark.parametrize(
    ("data", "more", "numbers"),
    [
        (
            {"x": ["2022年3月", "2023年3月"], "件数": [336143, 529622]},
            {"unit": "件"},
            [("2022年3月", "336,143件"), ("2023年3月", "529,622件"), ("増減（+57.6%）", "+193,479件")],
        ),
        (
            {"x": ["2021年度", "2022年度"], "割合": [51.2, 48.0]},
            {"unit": "%"},
            [("2021年度", "51.2%"), ("2022年度", "48.0%"), ("増減", "-3.2ポイント")],
        ),
        (
            {"x": ["技術の流出", "手間"], "割合": [44.5, 50.7]},
            {"unit": "%"},
            [("技術の流出", "44.5%"), ("手間", "50.7%"), ("差", "6.2ポイント")],
        ),
        (
            {"x": ["2021年", "2022年"], "順位": [31, 34]},
            {"unit": "位", "reversed": True},
            [("2021年", "31位"), ("2022年", "34位"), ("低下", "3位")],
        ),
        ({"x": ["2023年度"], "会員": [105]}, {"unit": "会員"}, [("2023年度", "105会員")]),
        (
            {"x": ["2023年度"], "大学": [78], "企業": [4]},
            {"unit": "社"},
            [("大学（2023年度）", "78社"), ("企業（2023年度）", "4社"), ("差", "74社")],
        ),
        ({"x": ["2021年度", "2022年度"], "件数": [None, 3]}, {"unit": "件"}, [("2022年度", "3件")]),
    ],
)
def test_a_figure_of_one_or_two_values_is_numbers_with_their_difference(
    data: Data, more: Mapping[str, object], numbers: list[tuple[str, str]]
) -> None:
    assert printed(data, **more) == numbers


def test_numbers_side_by_side_have_one_size_and_their_boxes_one_height() -> None:
    data = {"x": ["2022年3月", "2023年3月"], "件数": [9, 529622]}
    slide = page_of(Figure.model_validate({"id": "f", "title": "図", "unit": "件", "data": data}))
    values = [mark for mark in slide.marks if isinstance(mark, TextMark) and mark.id.endswith("/value")]
    assert len(values) == 3
    assert len({mark.body.paragraphs[0].runs[0].size for mark in values}) == 1
    assert len({round(mark.box.height, 2) for mark in values}) == 1


@pytest.mark.parametrize(
    "more", [{"kind": "column"}, {"targets": [{"value": 600000}]}, {"forecast_from": "2023年3月"}]
)
def test_a_stated_kind_and_what_needs_a_scale_keep_their_chart(more: Mapping[str, object]) -> None:
    data = {"x": ["2022年3月", "2023年3月"], "件数": [336143, 529622]}
    slide = page_of(Figure.model_validate({"id": "f", "title": "図", "unit": "件", "data": data, **more}))
    assert [mark.chart.series[0].kind for mark in slide.marks if isinstance(mark, ChartMark)] == ["column"]


def test_more_numbers_than_two_are_not_printed_large() -> None:
    data = {"x": ["A", "B", "C"], "件数": [1, 2, 3]}
    with pytest.raises(DocgenErrors, match="numbers large"):
        page_of(Figure.model_validate({"id": "f", "title": "図", "kind": "numbers", "data": data}))


def share(name: str, **more: object) -> dict[str, object]:
    return {"id": name, "title": name, "unit": "%", "data": {"x": ["した", "しない"], "割合": [75.5, 24.5]}, **more}


def charts(*figures: Mapping[str, object]) -> list[tuple[str, int]]:
    """How the charts of a page are drawn: their grouping, and their number of series."""
    page = {"id": "p", "title": "題｜名", "messages": ["文。"], "figures": figures}
    slide = page_of(ChartPage.model_validate(page))
    return [(mark.chart.grouping, len(mark.chart.series)) for mark in slide.marks if isinstance(mark, ChartMark)]


def test_the_shares_of_one_group_are_a_circle_and_those_of_several_a_bar_each() -> None:
    assert charts(share("a")) == [("pie", 1)]
    assert charts(share("a"), share("b")) == [("percent", 2), ("percent", 2)]
    assert charts(share("a", kind="donut"), share("b")) == [("donut", 1), ("pie", 1)]


def test_bars_of_100_percent_have_one_width_and_a_key_with_all_numbers() -> None:
    page = {"id": "p", "title": "題｜名", "messages": ["文。"], "figures": [share("a"), share("b")]}
    slide = page_of(ChartPage.model_validate(page))
    boxes = [mark.box for mark in slide.marks if isinstance(mark, ChartMark)]
    assert len({(box.x, box.width) for box in boxes}) == 1
    assert boxes[0].bottom < boxes[1].y
    assert said(slide, "a/chart/key") == ["した　75.5%", "しない　24.5%"]


def survey(**more: object) -> PlacedSlide:
    answers = {"answer": ["実施している", "検討している", "未回答"], "institutions": [59, 236, 34]}
    figure = {"id": "training", "data": answers, "x": "answer", "unit": "機関", **more}
    question = {"heading": "研修", "text": "研修を実施しているか。", "figure": figure, "whole": "329機関"}
    return page_of(SurveyDonut.model_validate({"id": "p", "title": "調査｜大学", "questions": [question]}))


def test_the_answers_of_a_survey_are_a_bar_with_their_shares_unless_a_donut_is_asked_for() -> None:
    slide = survey()
    (mark,) = [mark for mark in slide.marks if isinstance(mark, ChartMark)]
    assert [series.values for series in mark.chart.series] == [(59.0,), (236.0,), (34.0,)]
    assert [series.label_texts for series in mark.chart.series] == [{0: "17.9%"}, {0: "71.7%"}, {0: "10.3%"}]
    (table,) = [mark for mark in slide.marks if isinstance(mark, TableMark)]
    assert table.box.x > mark.box.right
    assert [mark.chart.grouping for mark in survey(kind="donut").marks if isinstance(mark, ChartMark)] == ["donut"]
