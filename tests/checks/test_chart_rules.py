"""Charts that a reader does not take in at a glance are noticed."""

from __future__ import annotations

import pytest
from support.drawn_marks import drawn_marks
from support.figure_matrix import figure, series

from docgen.blocks.chart.chart import ChartBlock
from docgen.checks.chart_rules import fills_told_apart, lines_told_apart, one_value_axis, slices_told_apart
from docgen.layout.design import design
from docgen.layout.load import load_pack
from docgen.layout.style import style_ladder
from docgen.placed import Box, PlacedSlide
from docgen.ready import ReadyFigure

PACK = load_pack("cabinet_office")
YEARS = ("2021年", "2022年", "2023年")
RULES = (lines_told_apart, slices_told_apart, one_value_axis, fills_told_apart)


def found(shown: ReadyFigure) -> list[str]:
    """The codes of all breaches on a slide with one figure."""
    marks = tuple(drawn_marks(ChartBlock("c", shown), Box(30, 80, 700, 300), style_ladder(PACK)[2]))
    slide = PlacedSlide("s", "figure", "content", "図", marks)
    return [breach.code for rule in RULES for breach in rule(slide, design(PACK), PACK)]


def lines(count: int) -> ReadyFigure:
    return figure("line", YEARS, *(series(f"系列{n}", (n, n + 1, n + 2)) for n in range(count)))


@pytest.mark.parametrize(
    ("shown", "codes"),
    [
        (lines(4), []),
        (figure("donut", tuple("甲乙丙丁戊己庚"), series("割合", (30, 20, 15, 12, 10, 8, 5))), ["many-slices"]),
        (figure("donut", YEARS, series("割合", (30, 20, 50))), []),
        (figure("column_line", YEARS, series("額", (1, 2, 3)), series("率", (4, 5, 6), secondary=True)), ["two-value-axes"]),
        (figure("column", YEARS, series("甲", (1, 2, 3), colour="amber"), series("乙", (4, 5, 6), colour="orange")), ["fills-alike"]),
        (figure("column", YEARS, series("甲", (1, 2, 3)), series("乙", (4, 5, 6))), []),
    ],
    ids=["four lines", "seven slices", "three slices", "two axes", "like fills", "fills of the pack"],
)
def test_a_chart_that_is_hard_to_read_is_noticed(shown: ReadyFigure, codes: list[str]) -> None:
    assert found(shown) == codes


def test_many_lines_are_noticed_unless_one_of_them_stands_out() -> None:
    many = lines(9)
    first, *others = many.series
    one = figure("line", YEARS, series("注目", (1, 2, 3), highlighted=True), *others)
    assert "many-lines" not in found(one)
    assert first.name == "系列0"
