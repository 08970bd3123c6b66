"""Figures side by side: their plots stand on one line, whatever stands over and under each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from support.drawn_marks import drawn_marks
from support.figure_matrix import YEARS, figure, series
from support.real_deck import PACKS, pack_in, pack_name

from docgen.blocks.arrange.columns import Columns
from docgen.blocks.figure.figure import figure_row
from docgen.layout.style import style_ladder
from docgen.placed import Box, ChartMark, Mark, TextMark
from docgen.ready import ReadyFigure

BUDGET = (series("当初", range(10, 20)), series("補正", range(5, 15)))
FIRST = figure("stacked_column", YEARS, *BUDGET, title="予算", unit="億円", forecast_from=8)
SECOND = replace(FIRST, id="second", notes=("決算の額。", "単位未満は四捨五入。"), forecast_from=None)
LINES = figure("line", YEARS, series("人口", range(10)), id="third", title="人口", unit="人", reversed=True)


def drawn(figures: Sequence[ReadyFigure], pack: Path = PACKS[0]) -> tuple[Mark, ...]:
    block = Columns(tuple(figure_row("p", figures)), gap=24)
    return tuple(drawn_marks(block, Box(30, 80, 700, 260), style_ladder(pack_in(pack))[3]))


def plots(marks: Sequence[Mark]) -> list[tuple[float, float]]:
    """Where each plot begins and ends on the page, in points."""
    found = []
    for mark in marks:
        if isinstance(mark, ChartMark):
            assert mark.chart.plot is not None
            top = mark.box.y + mark.chart.plot.y * mark.box.height
            found.append((top, top + mark.chart.plot.height * mark.box.height))
    return found


@pytest.mark.parametrize("folder", PACKS, ids=pack_name)
@pytest.mark.parametrize("pair", [(FIRST, SECOND), (FIRST, LINES), (LINES, SECOND)], ids=["budgets", "budget, line", "line, budget"])
def test_plots_side_by_side_begin_and_end_on_one_line(pair: tuple[ReadyFigure, ...], folder: Path) -> None:
    (top, foot), (other_top, other_foot) = plots(drawn(pair, folder))
    assert abs(top - other_top) <= 1
    assert abs(foot - other_foot) <= 1


def test_one_key_stands_for_charts_of_the_same_series() -> None:
    names = [m.body.paragraphs[0].runs[0].text for m in drawn((FIRST, SECOND)) if isinstance(m, TextMark) and "/key/" in m.id]
    assert sorted(names) == ["当初", "補正"]


def test_a_figure_alone_or_of_another_kind_stands_for_itself() -> None:
    bars = figure("bar", YEARS, series("人口", range(10)), id="bars", title="人口")
    assert figure_row("p", (FIRST,)) == figure_row("p", (FIRST, bars))[:1]
