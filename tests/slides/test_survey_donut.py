"""Surveys in donuts: a panel a question, the answers with their colours and numbers on the same lines."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.ready_slides import charts, figure, mark_of, slide_with
from support.real_deck import PACKS, pack_in, pack_name
from support.record_slides import cells_of, text_of

from docgen.model import Figure
from docgen.placed import ChartMark, PlacedSlide, TableMark
from docgen.slides.survey_donut import Question, SurveyDonut

in_every_pack = pytest.mark.parametrize("folder", PACKS, ids=pack_name)

LONG = "適切なマネジメントを行うことができる組織体制を整備し、関係者に周知した上で運用しているか。"


def slide(folder: Path, whole: str = "36機関") -> PlacedSlide:
    asked = [("training", "Q1", "研修を実施しているか。"), ("rules", "Q2", LONG), ("system", "Q3", "体制はあるか。")]
    questions = tuple(
        Question(heading=f"{code}の状況", code=code, text=text, figure=Figure(id=name), whole=whole)
        for name, code, text in asked
    )
    figures = [figure(name, "donut", values) for name, values in zip(("training", "rules", "system"), ((17, 13, 6), (20, 16, 0), (1, 2, 33)), strict=True)]
    return slide_with(SurveyDonut(id="s", title="調査の概要", questions=questions), folder, figures)


@in_every_pack
def test_every_question_has_a_native_donut_without_a_legend_of_its_own(folder: Path) -> None:
    found = charts(slide(folder))
    assert [each.chart.series[0].values for each in found] == [(17, 13, 6), (20, 16, 0), (1, 2, 33)]
    assert {(each.chart.grouping, each.chart.legend) for each in found} == {("donut", "none")}
    assert len({(each.box.y, each.box.width, each.box.height) for each in found}) == 1


@in_every_pack
def test_answers_stand_with_their_numbers_and_the_number_of_those_asked(folder: Path) -> None:
    words = pack_in(folder).words
    assert cells_of(slide(folder), "training/answers") == [
        [words["answer"], "", words["answers_counted"]],
        ["", "A", "17機関"],
        ["", "B", "13機関"],
        ["", "C", "6機関"],
        [words["answers_total"], "", "36機関"],
    ]


@in_every_pack
def test_the_colours_of_the_answers_are_those_of_the_slices(folder: Path) -> None:
    found = slide(folder)
    legend = mark_of(found, "rules/answers")
    assert isinstance(legend, TableMark)
    swatches = [row.cells[0].fill for row in legend.rows[1:4]]
    assert swatches == list(charts(found)[1].chart.series[0].point_colours.values())
    assert len(set(swatches)) == 3


@in_every_pack
def test_a_long_question_keeps_all_donuts_and_answers_on_one_line(folder: Path) -> None:
    found = slide(folder)
    assert {mark_of(found, f"{name}/answers").box.y for name in ("training", "rules", "system")} == {
        mark_of(found, "rules/answers").box.y
    }
    assert text_of(found, "rules/question").startswith("Q2")


@in_every_pack
def test_without_the_number_of_those_asked_there_is_no_total_row(folder: Path) -> None:
    assert len(cells_of(slide(folder, whole=""), "training/answers")) == 4


@in_every_pack
def test_beside_a_donut_a_question_of_a_bar_keeps_its_bar_without_legend(folder: Path) -> None:
    asked = tuple(Question(heading=name, text="体制はあるか。", figure=Figure(id=name)) for name in ("training", "rules"))
    figures = [figure("training", "donut", (17, 13, 6)), figure("rules", "share_bar", (20, 16, 0))]
    found = slide_with(SurveyDonut(id="s", title="調査の概要", questions=asked), folder, figures)
    donut, bar = mark_of(found, "training/donut"), mark_of(found, "rules/bar")
    assert isinstance(donut, ChartMark)
    assert isinstance(bar, ChartMark)
    assert (bar.chart.grouping, bar.chart.horizontal, bar.chart.legend) == ("percent", True, "none")
    assert bar.box.y == pytest.approx(donut.box.y)
