"""Totals of which no parts are known, among the stacks of a chart."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.drawn_marks import drawn_marks
from support.figure_matrix import figure, series
from support.real_deck import PACKS, pack_in, pack_name

from docgen.blocks.chart.chart import ChartBlock
from docgen.layout.colours import palette_colour
from docgen.layout.rgb import contrast
from docgen.layout.style import style_ladder
from docgen.placed import Box, ChartMark, Line, PlacedSeries, ShapeMark
from docgen.ready import ReadyFigure

YEARS = ("2012年", "2021年", "2030年")
FARM, SEA = series("農産物", (None, 60, None)), series("水産物", (None, 30, None))
TOTAL = series("合計のみ", (45, None, 120))
in_every_pack = pytest.mark.parametrize("folder", PACKS, ids=pack_name)


def drawn(shown: ReadyFigure, folder: Path = PACKS[0]) -> tuple[dict[str, PlacedSeries], list[ShapeMark]]:
    """The series of the chart by name, and the samples of its key."""
    marks = drawn_marks(ChartBlock("c", shown), Box(30, 80, 348, 190), style_ladder(pack_in(folder))[2])
    (chart,) = (mark.chart for mark in marks if isinstance(mark, ChartMark))
    return {one.name: one for one in chart.series}, [mark for mark in marks if isinstance(mark, ShapeMark)]


@in_every_pack
@pytest.mark.parametrize("kind", ["stacked_column", "stacked_bar"])
def test_totals_without_parts_are_outlines_and_so_in_the_key(kind: str, folder: Path) -> None:
    placed, key = drawn(figure(kind, YEARS, FARM, SEA, TOTAL), folder)
    total = placed["合計のみ"]
    assert total.colour == "paper"
    assert total.line is not None
    colours = pack_in(folder).colours
    assert contrast(palette_colour(total.line.colour, colours).rgb, palette_colour("paper", colours).rgb) >= 3
    (sample,) = (mark for mark in key if mark.fill == "paper")
    assert sample.line is not None
    assert sample.line.colour == total.line.colour
    assert len({one.colour for one in placed.values() if one.in_legend}) == 3


def test_what_has_parts_or_is_a_part_is_filled() -> None:
    beside_its_parts = series("合計", (45, 90, 120))
    renamed = (series("旧分類", (10, None, None)), series("新分類", (None, 12, 15)))
    colour = series("合計のみ", (45, None, 120), colour="navy")
    for several in ((FARM, SEA, beside_its_parts), renamed, (FARM, TOTAL), (FARM, SEA, colour)):
        placed, _ = drawn(figure("stacked_column", YEARS, *several))
        assert all(one.colour != "paper" for one in placed.values() if one.in_legend)


def test_the_hatch_of_a_total_that_is_a_forecast_is_seen() -> None:
    placed, _ = drawn(figure("stacked_column", YEARS, FARM, SEA, TOTAL, forecast_from=2))
    total = placed["合計のみ"]
    assert isinstance(total.line, Line)
    assert dict(total.point_colours) == {2: total.line.colour}
