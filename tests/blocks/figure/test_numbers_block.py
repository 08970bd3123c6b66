"""Numbers in boxes: in a row where it is low, with their labels beside them where a row would stand in white."""

from __future__ import annotations

import pytest
from support.figure_matrix import figure, series

from docgen.blocks.figure.numbers import NumbersBlock
from docgen.blocks.memory import Memory
from docgen.layout.load import load_pack
from docgen.layout.style import Style, style_ladder
from docgen.placed import Box, ShapeMark, TextMark

WIDTH = 720.0
FIGURE = figure("numbers", ("2022年", "2023年"), series("件数", (336143, 529622), unit="件"), unit="件")


@pytest.fixture(scope="module")
def style() -> Style:
    return style_ladder(load_pack("cabinet_office"))[2]


def boxes(style: Style, height: float) -> dict[str, Box]:
    """The places of the labels and the numbers, by the ends of their ids."""
    marks = NumbersBlock("n", FIGURE).laid(WIDTH, style, Memory()).draw(Box(30, 80, WIDTH, height))
    return {mark.id: mark.box for mark in marks if isinstance(mark, (ShapeMark, TextMark))}


def test_a_low_row_has_its_labels_over_the_numbers(style: Style) -> None:
    drawn = boxes(style, 120)
    assert drawn["n/1/frame"].y == drawn["n/2/frame"].y
    assert drawn["n/1/label"].bottom == pytest.approx(drawn["n/1/value"].y)


@pytest.mark.parametrize("height", [240.0, 300.0])
def test_a_row_that_would_stand_in_white_goes_below_each_other_with_labels_beside(style: Style, height: float) -> None:
    drawn = boxes(style, height)
    assert drawn["n/1/frame"].bottom < drawn["n/2/frame"].y
    for number in (1, 2):
        label, value, frame = (drawn[f"n/{number}/{part}"] for part in ("label", "value", "frame"))
        assert (label.y, label.height) == (value.y, value.height) == (frame.y, frame.height)
        assert label.right == pytest.approx(value.x)
        assert value.right == pytest.approx(30 + WIDTH)
    assert drawn["n/2/frame"].bottom == pytest.approx(80 + height)
