"""The contract of blocks: laid out once for a width and a style, with defaults for what a block does not say."""

from __future__ import annotations

import gc
import math
import weakref
from collections import Counter
from dataclasses import dataclass, field

import pytest
from support.drawn_marks import Bricks
from support.packs import small_pack, style_for

from docgen.blocks.arrange.columns import Columns
from docgen.blocks.arrange.stack import Stack
from docgen.blocks.block import Block, Laid, latest_split
from docgen.blocks.memory import Memory
from docgen.layout.pack import FitStep
from docgen.layout.style import Style
from docgen.placed import Box

STYLE = style_for(small_pack())
TIGHT = style_for(small_pack(), FitStep(size=-1))


@dataclass(frozen=True)
class Counted(Block):
    """A block of 20 points that counts how often it is laid out, by width."""

    laid_out: Counter[float] = field(default_factory=Counter)
    grow: float = 0

    def lay_out(self, width: float, style: Style, memory: Memory) -> Laid:
        self.laid_out[width] += 1
        return Laid(20, lambda box: ())


def test_a_block_says_only_how_it_is_laid_out() -> None:
    class Rule(Block):
        def lay_out(self, width: float, style: Style, memory: Memory) -> Laid:
            return Laid(2, lambda box: ())

    rule = Rule()
    assert (rule.grow, rule.keep_with_next, rule.estimate(100, STYLE, Memory())) == (0, False, 0)
    laid = rule.laid(100, STYLE)
    assert (laid.height, laid.tallest, laid.split(1), laid.split(1, fairly=True)) == (2, 2, None, None)


def test_a_block_that_does_not_say_how_it_is_laid_out_cannot_be_made() -> None:
    class Nothing(Block):
        pass

    with pytest.raises(TypeError, match="lay_out"):
        Nothing()  # type: ignore[abstract]


def test_a_block_that_grows_fills_any_height_unless_it_says_a_limit() -> None:
    assert Counted(grow=1).laid(100, STYLE).tallest == math.inf
    assert Counted(grow=0).laid(100, STYLE).tallest == 20


def test_a_block_in_several_arrangements_is_laid_out_once_at_each_width_and_style() -> None:
    block, memory = Counted(), Memory()
    for arrangement in (Stack((block,)), Stack((block, Bricks("b", 1))), Columns((block, Bricks("b", 1)), gap=0)):
        arrangement.laid(100, STYLE, memory)
    assert block.laid_out == {100: 1, 50: 1}
    block.laid(100, TIGHT, memory)
    assert block.laid_out == {100: 2, 50: 1}


def test_a_block_that_is_drawn_is_not_laid_out_again() -> None:
    block = Counted()
    laid = Stack((block, block), gap=0).laid(100, STYLE)
    assert laid.height == 40
    laid.split(30)
    laid.draw(Box(0, 0, 100, 60))
    assert block.laid_out == {100: 1}


def test_equal_blocks_are_not_taken_for_the_same() -> None:
    memory = Memory()
    first, second = Counted(), Counted()
    assert first == second
    assert first.laid(100, STYLE, memory) is first.laid(100, STYLE, memory)
    assert first.laid(100, STYLE, memory) is not second.laid(100, STYLE, memory)


def test_the_latest_split_gives_the_head_as_many_items_as_the_room_holds() -> None:
    def parted(kept: int) -> tuple[Block, Block]:
        return Bricks("b", kept), Bricks("b", 5 - kept)

    assert latest_split(5, parted, 100, STYLE, Memory(), 30) == (Bricks("b", 3), Bricks("b", 2))
    assert latest_split(5, parted, 100, STYLE, Memory(), 9) is None
    assert latest_split(5, parted, 100, STYLE, Memory(), 1000) == (Bricks("b", 4), Bricks("b", 1))


def test_a_result_is_remembered_for_equal_numbers_and_texts_and_for_the_same_objects() -> None:
    calls: list[tuple[object, ...]] = []

    def called(*arguments: object) -> int:
        calls.append(arguments)
        return len(calls)

    memory, one, two = Memory(), [1], [1]
    results = [memory.once(called, 1.5, "文" * 2, one), memory.once(called, 3 / 2, "文文", one)]
    results += [memory.once(called, 1.5, "文文", two), memory.once(called, 2.5, "文文", one)]
    assert results == [1, 1, 2, 3]


def test_what_gives_none_is_remembered_too() -> None:
    calls: list[int] = []
    memory = Memory()
    assert [memory.once(calls.append, 1) for _ in range(2)] == [None, None]
    assert calls == [1]


def test_a_memory_keeps_what_it_is_asked_about_until_it_is_cleared() -> None:
    class Thing:
        pass

    memory, thing = Memory(), Thing()
    memory.once(id, thing)
    kept = weakref.ref(thing)
    del thing
    gc.collect()
    assert kept() is not None
    memory.clear()
    gc.collect()
    assert kept() is None
