from __future__ import annotations

import pytest
from support.drawn_marks import Bricks, boxes, drawn_marks, written
from support.packs import small_pack, style_for

from docgen.blocks.arrange.columns import Columns
from docgen.blocks.arrange.panel import Panel, in_a_row
from docgen.placed import Box, Insets, ShapeMark

_STYLE = style_for(small_pack())
_BAND = _STYLE.text("panel_heading").pitch + 6


def test_a_panel_is_as_high_as_its_band_its_body_and_the_insets() -> None:
    panel = Panel("p", "見出し", Bricks("b", 3), insets=Insets(10, 7, 10, 5))
    assert panel.laid(200, _STYLE).height == pytest.approx(_BAND + 7 + 30 + 5)
    assert Panel("p", "", Bricks("b", 3), insets=Insets(10, 7, 10, 5)).laid(200, _STYLE).height == pytest.approx(
        42
    )


def test_frame_band_and_body_lie_inside_each_other() -> None:
    box = Box(10, 20, 200, 120)
    marks = drawn_marks(Panel("p", "見出し", Bricks("b", 3, grow=1), insets=Insets(10, 7, 12, 5)), box, _STYLE)
    found = boxes(marks)
    assert found["p/frame"] == box
    assert found["p/heading"].height == pytest.approx(_BAND)
    assert found["b"] == Box(20, 20 + _BAND + 7, 178, 120 - _BAND - 7 - 5)
    heading = marks[1]
    assert isinstance(heading, ShapeMark)
    assert heading.fill == "navy"
    assert written(heading) == ["見出し"]


def test_panels_side_by_side_are_equally_high() -> None:
    columns = Columns((Panel("p", "一", Bricks("a", 3)), Panel("q", "二", Bricks("b", 9))))
    found = boxes(drawn_marks(columns, Box(0, 0, 400, columns.laid(400, _STYLE).height), _STYLE))
    assert found["p/frame"].height == found["q/frame"].height


def test_a_parted_panel_has_its_heading_over_both_parts() -> None:
    panel = Panel("p", "見出し", Bricks("b", 9), insets=Insets(0, 5, 0, 5))
    halves = panel.laid(200, _STYLE).split(_BAND + 10 + 45)
    assert halves is not None
    head, tail = halves
    assert isinstance(head, Panel)
    assert isinstance(tail, Panel)
    assert (head.heading, tail.heading) == ("見出し", "見出し")
    assert (head.body, tail.body) == (Bricks("b", 4), Bricks("b", 5))
    assert panel.laid(200, _STYLE).split(_BAND) is None


def test_panels_in_a_row_have_bands_as_high_as_that_of_the_longest_heading() -> None:
    panels = tuple(Panel(name, heading, Bricks(name, 1)) for name, heading in (("p", "会員"), ("q", "参画校（国内の大学、延べ）")))
    level, alone = (
        [boxes(drawn_marks(Columns(row), Box(0, 0, 200, 120), _STYLE))[f"{name}/heading"].height for name in "pq"]
        for row in (in_a_row(panels), panels)
    )
    assert alone[0] < alone[1]
    assert level == [alone[1], alone[1]]
