"""A waterfall: levels from zero, changes between them that add up, lines from one to the next."""

from __future__ import annotations

import pytest
from support.figure_matrix import figure, series
from support.styles import style_of_size

import docgen
from docgen.blocks.chart.chart import placed_chart
from docgen.errors import DocgenError, DocgenErrors
from docgen.layout.load import load_pack
from docgen.model import Figure
from docgen.placed import Box, ChartMark, PlacedChart
from docgen.ready import ReadyFigure

STYLE = style_of_size(load_pack("cabinet_office"))
NAMES = ("2022年度", "新規", "終了", "効率化", "2023年度")


def steps(*values: float | None, **more: object) -> ReadyFigure:
    totals = more.pop("totals", (0, len(values) - 1))
    return figure("waterfall", NAMES[: len(values)], series("予算額", values), unit="億円", totals=totals, **more)


def drawn(shown: ReadyFigure) -> PlacedChart:
    return placed_chart(shown, Box(0, 0, 480, 240), STYLE)


def test_changes_float_between_the_levels_and_say_their_sign() -> None:
    chart = drawn(steps(1200, 300, -240, -5, 1255))
    base, total, rise, fall, *links, numbers = chart.series
    assert base.values == (None, 1200.0, 1260.0, 1255.0, None)
    assert base.is_unseen
    assert total.values == (1200.0, None, None, None, 1255.0)
    assert (rise.values[1], fall.values[2], fall.values[3]) == (300.0, 240.0, 5.0)
    assert [link.values for link in links] == [
        (1200.0, 1200.0, None, None, None),
        (None, 1500.0, 1500.0, None, None),
        (None, None, 1260.0, 1260.0, None),
        (None, None, None, 1255.0, 1255.0),
    ]
    assert [numbers.label_texts[point] for point in numbers.labels] == ["1,200", "+300", "-240", "-5", "1,255"]
    assert chart.axis.minimum == 0
    assert [one.name for one in chart.series if one.in_legend] == ["水準", "増加", "減少"]


def test_levels_between_are_named_as_totals() -> None:
    shown = steps(100, 20, 120, -30, 90, totals=(0, 2, 4))
    assert drawn(shown).series[1].values == (100.0, None, 120.0, None, 90.0)


@pytest.mark.parametrize(
    ("shown", "code"),
    [
        (steps(100, 20, 10, 140), "waterfall-not-adding-up"),
        (steps(100, None, 10, 110), "waterfall-with-gap"),
        (steps(100, -120, 40, 20), "waterfall-below-zero"),
        (steps(100, 100), "waterfall-of"),
    ],
)
def test_what_does_not_lead_from_level_to_level_is_refused(shown: ReadyFigure, code: str) -> None:
    with pytest.raises(DocgenError) as caught:
        drawn(shown)
    assert caught.value.code == code


def test_rounded_numbers_may_miss_the_sum_by_what_rounding_takes() -> None:
    shown = figure("waterfall", NAMES, series("額", (10.2, 3.3, 3.3, -1.1, 15.8), decimals=1), totals=(0, 4))
    assert drawn(shown).series[1].values[4] == 15.8


def test_a_figure_names_its_totals_as_the_data_has_them() -> None:
    data = {"項目": ["2021年", "採用", "2022年", "退職", "2023年"], "人": [597, 20, 617, -17, 600]}
    stated = {"id": "f", "title": "職員数", "kind": "ウォーターフォール", "unit": "人", "data": data}
    deck = docgen.Deck().add(Figure.model_validate({**stated, "totals": ["2021年", "2022年", "2023年"]})).build()
    (mark,) = [mark for mark in deck.placed.slides[0].marks if isinstance(mark, ChartMark)]
    assert mark.chart.series[1].values == (597.0, None, 617.0, None, 600.0)
    assert "採用20人" in mark.alt
    with pytest.raises(DocgenErrors, match="2022年"):
        docgen.Deck().add(Figure.model_validate({**stated, "totals": ["2021年", "2024年"]})).build()
