from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.drawn_marks import Bricks, boxes, drawn_marks
from support.packs import small_pack, style_for

from docgen.blocks.arrange.columns import Columns
from docgen.blocks.arrange.stack import Spacer, Stack, grown
from docgen.blocks.block import Block
from docgen.blocks.table.cell import BodyRow, Cell, ColumnSpec
from docgen.blocks.table.table import TableBlock
from docgen.layout.pack import FitStep
from docgen.placed import Box

_STYLE = style_for(small_pack())


def test_the_height_is_that_of_the_blocks_and_of_the_gaps_between_them() -> None:
    stack = Stack((Bricks("a", 2), Bricks("b", 3)), gap=6)
    assert stack.laid(100, _STYLE).height == 56
    assert stack.laid(100, style_for(small_pack(), FitStep(space=2))).height == 62
    assert Stack((Bricks("a", 2), Bricks("b", 3))).laid(100, _STYLE).height == 60
    assert Stack(()).laid(100, _STYLE).height == 0


@given(st.floats(6, 40), st.floats(0.2, 3))
def test_a_gap_between_blocks_is_a_multiple_of_six_points_at_each_step(points: float, space: float) -> None:
    gap = style_for(small_pack(), FitStep(space=space)).gap_near(points)
    assert gap >= 6
    assert gap % 6 == 0
    assert abs(gap - points * space) <= 3 or gap == 6


def test_a_head_stands_closer_to_what_it_heads_on_a_full_page() -> None:
    found = {space: style_for(small_pack(), FitStep(space=space)).gap_near(5) for space in (0.5, 0.8, 1, 2.8)}
    assert found == {0.5: 2.5, 0.8: 4, 1: 6, 2.8: 12}


def test_spare_height_goes_to_the_blocks_that_grow_by_their_shares() -> None:
    stack = Stack((Bricks("a", 1, grow=1), Bricks("b", 1), Bricks("c", 1, grow=2)), gap=0)
    found = boxes(drawn_marks(stack, Box(5, 7, 100, 60), _STYLE))
    assert found == {"a": Box(5, 7, 100, 20), "b": Box(5, 27, 100, 10), "c": Box(5, 37, 100, 30)}


def test_a_spacer_pushes_what_follows_to_the_foot() -> None:
    stack = Stack((Bricks("a", 1), Spacer(grow=1), Bricks("b", 1)), gap=2)
    found = boxes(drawn_marks(stack, Box(0, 0, 100, 200), _STYLE))
    assert found["b"].bottom == pytest.approx(200)
    assert found["a"].height == 10


def test_what_a_table_cannot_use_goes_to_the_other_growing_blocks() -> None:
    table = TableBlock("t", (ColumnSpec("列"),), (BodyRow((Cell("一"),)), BodyRow((Cell("二"),))))
    stack = Stack((table, Bricks("a", 1, grow=1)), gap=0)
    found = boxes(drawn_marks(stack, Box(0, 0, 100, 400), _STYLE))
    assert found["t"].height == pytest.approx(table.laid(100, _STYLE).height + 2 * 10)
    assert found["a"].bottom == pytest.approx(400)


def test_a_stack_parts_inside_a_block_or_before_it() -> None:
    halves = Stack((Bricks("a", 2), Bricks("b", 4)), gap=5).laid(100, _STYLE).split(48)
    assert halves is not None
    assert halves[0] == Stack((Bricks("a", 2), Bricks("b", 2)), gap=5)
    assert halves[1] == Stack((Bricks("b", 2),), gap=5)
    halves = Stack((Bricks("a", 2), Bricks("b", 4)), gap=5).laid(100, _STYLE).split(30)
    assert halves is not None
    assert halves[0] == Stack((Bricks("a", 2),), gap=5)
    assert halves[1] == Stack((Bricks("b", 4),), gap=5)


def test_a_heading_stays_on_the_page_of_what_follows_it() -> None:
    blocks: tuple[Block, ...] = (Bricks("a", 2), Bricks("h", 1, keep_with_next=True), Bricks("b", 4))
    halves = Stack(blocks, gap=0).laid(100, _STYLE).split(35)
    assert halves is not None
    assert halves == (Stack(blocks[:1], gap=0), Stack(blocks[1:], gap=0))
    halves = Stack(blocks, gap=0).laid(100, _STYLE).split(45)
    assert halves is not None
    assert halves == (Stack((*blocks[:2], Bricks("b", 1)), gap=0), Stack((Bricks("b", 3),), gap=0))


def test_a_stack_whose_first_block_neither_fits_nor_parts_is_not_parted() -> None:
    assert Stack((Bricks("a", 2), Bricks("b", 1))).laid(100, _STYLE).split(9) is None
    assert Stack((Bricks("h", 1, keep_with_next=True), Bricks("b", 4)), gap=0).laid(100, _STYLE).split(15) is None


def test_a_table_below_another_block_moves_on_whole_before_it_leaves_a_single_row() -> None:
    table = TableBlock("t", (ColumnSpec("列"),), tuple(BodyRow((Cell(str(n)),)) for n in range(3)))
    need = table.laid(100, _STYLE).height
    halves = Stack((Bricks("a", 1), table), gap=0).laid(100, _STYLE).split(need)
    assert halves is not None
    assert halves[1] == Stack((table,), gap=0)


@given(
    st.lists(st.tuples(st.floats(0, 50), st.floats(0, 60), st.integers(0, 3)), min_size=1, max_size=6),
    st.floats(0, 200),
)
def test_growing_gives_out_no_more_than_there_is_and_nobody_beyond_the_limit(
    blocks: list[tuple[float, float, int]], spare: float
) -> None:
    heights = [height for height, _, _ in blocks]
    limits = [height + more for height, more, _ in blocks]
    shares = [share for _, _, share in blocks]
    result = grown(heights, limits, shares, spare)
    given_out = sum(result) - sum(heights)
    could_take = sum(more for _, more, share in blocks if share > 0)
    assert all(
        low <= height <= high + 0.01 for low, height, high in zip(heights, result, limits, strict=True)
    )
    assert given_out == pytest.approx(min(spare, could_take), abs=0.02)


def test_columns_share_the_width_by_weights_after_the_fixed_ones() -> None:
    columns = Columns(
        (Bricks("a", 2), Bricks("b", 3), Bricks("c", 1)), weights=(1, 3, 1), widths=(None, None, 60), gap=10
    )
    assert columns.column_widths(200, _STYLE) == (30, 90, 60)
    assert columns.laid(200, _STYLE).height == 30
    found = boxes(drawn_marks(columns, Box(5, 7, 200, 50), _STYLE))
    assert found == {"a": Box(5, 7, 30, 50), "b": Box(45, 7, 90, 50), "c": Box(145, 7, 60, 50)}


def test_the_gap_between_columns_is_the_same_at_every_step_of_the_ladder() -> None:
    columns = Columns((Bricks("a", 2), Bricks("b", 3)))
    assert columns.column_widths(110, style_for(small_pack(), FitStep(space=0.5))) == (50, 50)


def test_columns_part_where_they_are_too_tall_and_keep_the_others_whole() -> None:
    halves = Columns((Bricks("a", 2), Bricks("b", 5)), gap=0).laid(100, _STYLE).split(30)
    assert halves == (
        Columns((Bricks("a", 2), Bricks("b", 3)), gap=0),
        Columns((Spacer(), Bricks("b", 2)), gap=0),
    )
    assert Columns((Bricks("a", 2), Bricks("b", 5))).laid(100, _STYLE).split(5) is None


def test_spare_height_sets_blocks_apart_before_one_of_them_grows() -> None:
    bricks = (Bricks("a", 1), Bricks("b", 1), Bricks("c", 1, grow=1))
    stack = Stack(bricks, apart=12)
    need = stack.laid(400, _STYLE).height
    tight, half, far = (boxes(drawn_marks(stack, Box(0, 0, 400, need + spare), _STYLE)) for spare in (0, 16, 50))
    assert [half[name].y - tight[name].y for name in "abc"] == pytest.approx([0, 6, 12])
    assert [far[name].y - tight[name].y for name in "abc"] == pytest.approx([0, 12, 24])
    assert far["c"].height - tight["c"].height == pytest.approx(26)
