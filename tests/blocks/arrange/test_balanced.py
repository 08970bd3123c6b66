"""Two columns that are as equally high as can be, and blocks of one height in a row."""

from __future__ import annotations

import math
from dataclasses import dataclass

import pytest
from support.drawn_marks import Bricks, boxes, drawn_marks, parts_of
from support.packs import small_pack, style_for

from docgen.blocks.arrange.balanced import BalancedPair, TwoColumns
from docgen.blocks.arrange.choice import LowestOf
from docgen.blocks.arrange.columns import Columns, EqualHeight
from docgen.blocks.arrange.stack import PageBreaks, Stack
from docgen.blocks.block import Block, Laid
from docgen.blocks.memory import Memory
from docgen.layout.style import Style
from docgen.placed import Box, ShapeMark

_STYLE = style_for(small_pack())
_GAP = _STYLE.gap


@dataclass(frozen=True)
class Poured(Block):
    """A block of so many square points that fills its width."""

    id: str
    area: float

    def lay_out(self, width: float, style: Style, memory: Memory) -> Laid:
        return Laid(self.area / width, lambda box: (ShapeMark(self.id, box),))


def test_blocks_go_on_in_the_second_column_where_the_higher_column_is_lowest() -> None:
    block = TwoColumns((Bricks("a", 4), Bricks("b", 2), Bricks("c", 2)))
    assert block.laid(218, _STYLE).height == 40 + _GAP
    places = boxes(drawn_marks(block, Box(5, 7, 218, 60), _STYLE))
    assert [(places[name].x, places[name].y) for name in "abc"] == [(5, 7), (123, 7), (123, 7 + 20 + _GAP)]


def test_two_columns_are_parted_between_blocks_and_inside_one_only_where_none_fits() -> None:
    block = TwoColumns((Bricks("a", 4), Bricks("b", 2), Bricks("c", 2)))
    halves = parts_of(block, 40, 220, _STYLE)
    assert halves is not None
    assert [part.blocks for part in halves] == [block.blocks[:2], block.blocks[2:]]
    inside = TwoColumns((Bricks("a", 9),)).laid(220, _STYLE).split(40)
    assert inside is not None
    assert inside[0].laid(220, _STYLE).height == 40


@pytest.mark.parametrize(("areas", "wider"), [((9000, 3000), "left"), ((3000, 9000), "right"), ((5000, 5000), "")])
def test_the_block_with_more_to_say_gets_the_wider_column(areas: tuple[float, float], wider: str) -> None:
    pair = BalancedPair(Poured("left", areas[0]), Poured("right", areas[1]))
    places = boxes(drawn_marks(pair, Box(0, 0, 210, 200), _STYLE))
    widths = {name: places[name].width for name in ("left", "right")}
    assert max(widths, key=lambda name: widths[name]) == wider or widths["left"] == pytest.approx(widths["right"])
    halves = Columns((pair.left, pair.right)).laid(210, _STYLE)
    assert pair.laid(210, _STYLE).height <= halves.height


def test_the_bounds_of_the_left_column_are_kept() -> None:
    pair = BalancedPair(Poured("left", 9000), Poured("right", 1000), widest=0.5)
    places = boxes(drawn_marks(pair, Box(0, 0, 210, 200), _STYLE))
    assert places["left"].width == pytest.approx(places["right"].width)


@pytest.mark.parametrize(("count", "name"), [(10, "first"), (9, "first"), (8, "other")])
def test_another_arrangement_is_drawn_only_where_it_is_lower_by_what_is_worth_it(count: int, name: str) -> None:
    block = LowestOf((Bricks("first", 10), Bricks("other", count)), worth=15)
    assert list(boxes(drawn_marks(block, Box(0, 0, 100, 100), _STYLE))) == [name]
    assert block.laid(100, _STYLE).height == (80 if name == "other" else 100)


def test_blocks_of_equal_height_are_as_high_as_the_highest_of_their_row() -> None:
    row = (Bricks("a", 2), Bricks("b", 5))
    first, second = (EqualHeight(row, index).laid(100, _STYLE) for index in (0, 1))
    assert first.height == second.height == 50
    assert [mark.id for mark in first.draw(Box(0, 0, 100, 50))] == ["a"]


def test_each_part_between_page_breaks_begins_a_page_and_a_tall_one_goes_on() -> None:
    rest: Block = PageBreaks((Bricks("a", 2), Bricks("b", 5), Bricks("c", 1)))
    heights, heads = [], []
    while (laid := rest.laid(100, _STYLE)).height > 30:
        parts = laid.split(30)
        assert parts is not None
        heights.append(laid.height)
        heads.append(parts[0])
        rest = parts[1]
    assert heights == [math.inf, math.inf, math.inf]
    assert [*heads, rest] == [Bricks("a", 2), Bricks("b", 3), Bricks("b", 2), Bricks("c", 1)]


def test_a_page_break_in_a_stack_is_made_as_well() -> None:
    stack = Stack((Bricks("h", 1), PageBreaks((Bricks("a", 1), Bricks("b", 1)))), gap=0)
    parts = parts_of(stack, 100, 50, _STYLE)
    assert parts is not None
    assert parts[0].blocks == (Bricks("h", 1), Bricks("a", 1))
