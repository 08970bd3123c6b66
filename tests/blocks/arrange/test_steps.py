"""Numbered steps: titles and bodies in rows, arrows between them."""

from __future__ import annotations

import pytest
from support.drawn_marks import Bricks, boxes, drawn_marks, parts_of, written
from support.packs import small_pack, style_for

from docgen.blocks.arrange.steps import Step, Steps
from docgen.layout.pack import FitStep
from docgen.placed import Box, ConnectorMark, ShapeMark

_STYLE = style_for(small_pack())
_STEPS = Steps("s", tuple(Step(f"s{n}", str(n), "調査", Bricks(f"b{n}", 4 * n)) for n in (1, 2, 3)))


def _boxes(height: float) -> dict[str, Box]:
    """The boxes of all but the arrows."""
    marks = drawn_marks(_STEPS, Box(5, 7, 400, height), _STYLE)
    return boxes([mark for mark in marks if not isinstance(mark, ConnectorMark)])


def test_a_step_is_as_high_as_its_title_or_its_body_needs_and_spare_height_goes_to_all_alike() -> None:
    need = _STEPS.laid(400, _STYLE).height
    tight, loose = _boxes(need), _boxes(need + 30)
    for n in (1, 2, 3):
        title, frame = tight[f"s/s{n}/title"], tight[f"s/s{n}/frame"]
        assert (title.y, title.height) == (frame.y, frame.height)
        assert frame.height > tight[f"b{n}"].height >= 40 * n
        assert loose[f"s/s{n}/frame"].height == pytest.approx(frame.height + 10)
    assert tight["s/s3/frame"].bottom == pytest.approx(7 + need)
    assert loose["s/s3/frame"].bottom == pytest.approx(7 + need + 30)


def test_an_arrow_leads_from_each_title_to_the_next() -> None:
    marks = drawn_marks(_STEPS, Box(0, 0, 400, 500), _STYLE)
    places = {mark.id: mark.box for mark in marks if isinstance(mark, ShapeMark)}
    arrows = [mark for mark in marks if isinstance(mark, ConnectorMark)]
    assert [arrow.id for arrow in arrows] == ["s/s2/arrow", "s/s3/arrow"]
    for arrow in arrows:
        (x, start), (end_x, end) = arrow.points
        upper, lower = places[arrow.start.shape], places[arrow.end.shape]
        assert x == end_x == pytest.approx(upper.x + upper.width / 2)
        assert (start, end) == pytest.approx((upper.bottom, lower.y))


@pytest.mark.parametrize("space", [0.35, 1, 2.8])
def test_an_arrow_is_neither_short_nor_long_whatever_the_spaces_are(space: float) -> None:
    style = style_for(small_pack(), FitStep(space=space))
    marks = drawn_marks(_STEPS, Box(0, 0, 400, 500), style)
    lengths = [mark.points[1][1] - mark.points[0][1] for mark in marks if isinstance(mark, ConnectorMark)]
    assert all(14 <= length <= 30 for length in lengths)


def test_steps_are_parted_between_two_and_their_numbers_go_on() -> None:
    halves = parts_of(_STEPS, _STEPS.laid(400, _STYLE).height - 1, 400, _STYLE)
    assert halves is not None
    assert [[step.number for step in part.steps] for part in halves] == [["1", "2"], ["3"]]
    numbers = [mark for mark in drawn_marks(halves[1], Box(0, 0, 400, 300), _STYLE) if mark.id == "s/s3/number"]
    assert [written(mark) for mark in numbers] == [["3"]]
    assert _STEPS.laid(400, _STYLE).split(20) is None
