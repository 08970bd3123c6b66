"""A block beside a taller one is set at the most generous step that its own room holds."""

from __future__ import annotations

import pytest
from support.drawn_marks import Bricks, boxes, drawn_marks
from support.packs import small_pack, style_for

from docgen.blocks.arrange.choice import Largest
from docgen.blocks.arrange.panel import Panel
from docgen.blocks.arrange.stack import Stack
from docgen.blocks.text.items import texts
from docgen.blocks.text.text import TextBlock
from docgen.layout.pack import FitStep
from docgen.layout.style import style_ladder
from docgen.placed import Box, Mark, ShapeMark, TextMark

LADDER = (FitStep(size=2), FitStep(size=1), FitStep(), FitStep(size=-1))
PACK = small_pack(fit=LADDER)
TIGHT = style_ladder(PACK)[2]
TEXT = TextBlock("t", texts(["研究の成果を社会に実装する取組を進める。"] * 4, "●"), grow=1)


def _sizes(marks: tuple[Mark, ...]) -> set[float]:
    bodies = [mark.body for mark in marks if isinstance(mark, (TextMark, ShapeMark)) and mark.body]
    return {run.size for body in bodies for paragraph in body.paragraphs for run in paragraph.runs}


def _need(step: FitStep) -> float:
    return TEXT.laid(200, style_for(PACK, step)).height


@pytest.mark.parametrize(("step", "size"), list(zip(LADDER[:3], (13, 12, 11), strict=True)))
def test_the_step_drawn_is_the_first_that_the_room_holds(step: FitStep, size: float) -> None:
    marks = drawn_marks(Largest(TEXT), Box(0, 0, 200, _need(step)), TIGHT)
    assert _sizes(marks) == {size}


def test_it_is_no_larger_where_the_room_is_a_point_too_low() -> None:
    assert _sizes(drawn_marks(Largest(TEXT), Box(0, 0, 200, _need(LADDER[0]) - 1), TIGHT)) == {12}


def test_it_is_measured_at_the_step_of_the_page() -> None:
    assert Largest(TEXT).laid(200, TIGHT).height == TEXT.laid(200, TIGHT).height < _need(LADDER[0])


def test_panels_in_one_stack_are_set_alike_and_their_heights_follow_their_texts() -> None:
    long = Panel("long", "", TEXT)
    short = Panel("short", "", TextBlock("s", texts(["短い。"]), grow=1))
    stack = Largest(Stack((long, short), gap=0, in_proportion=True))
    room = 1.5 * stack.laid(200, style_for(PACK, LADDER[0])).height
    marks = drawn_marks(stack, Box(0, 0, 200, room), TIGHT)
    assert _sizes(marks) == {13}
    drawn = boxes(marks)
    for panel in (long, short):
        need = panel.laid(200, style_for(PACK, LADDER[0])).height
        assert drawn[f"{panel.id}/frame"].height == pytest.approx(1.5 * need)


def test_each_part_of_a_parted_block_takes_the_step_of_its_own_room() -> None:
    parts = Largest(TEXT).laid(200, TIGHT).split(_need(LADDER[2]) * 0.6)
    assert parts is not None
    head, tail = parts
    assert _sizes(drawn_marks(head, Box(0, 0, 200, head.laid(200, TIGHT).height), TIGHT)) == {11}
    assert _sizes(drawn_marks(tail, Box(0, 0, 200, 400), TIGHT)) == {13}


def test_a_style_knows_the_steps_of_the_ladder_before_it() -> None:
    assert [style.step for style in TIGHT.more_generous] == list(LADDER[:2])
    assert style_for(PACK, LADDER[2]).more_generous == ()


def test_it_grows_and_is_parted_as_its_block_is() -> None:
    assert Largest(Bricks("a", 2, grow=3)).grow == 3
    assert Largest(Bricks("a", 1)).laid(200, TIGHT).split(5) is None
