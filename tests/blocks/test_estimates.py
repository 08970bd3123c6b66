"""What blocks say about their height before they are measured, and the ladder that begins there."""

from __future__ import annotations

import random
from statistics import mean

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.flow_charts import random_flow, random_framed_flow
from support.often import often
from support.packs import small_pack, style_for
from support.random_tables import make_table

from docgen.blocks.arrange.balanced import TwoColumns
from docgen.blocks.arrange.choice import LowestOf
from docgen.blocks.arrange.columns import Columns
from docgen.blocks.arrange.panel import Panel
from docgen.blocks.arrange.stack import Spacer, Stack
from docgen.blocks.block import Block, Laid
from docgen.blocks.flow.keyed import KeyedFlow
from docgen.blocks.ladder import first_that_holds
from docgen.blocks.memory import Memory
from docgen.blocks.table.cell import BodyRow, Cell, ColumnSpec
from docgen.blocks.table.table import TableBlock
from docgen.blocks.text.items import TextItem
from docgen.blocks.text.text import TextBlock
from docgen.layout.load import load_pack
from docgen.layout.pack import FitStep
from docgen.layout.style import Style, measure_of, style_at, style_ladder
from docgen.value import value

_STYLE = style_for(small_pack())
_LADDER = style_ladder(small_pack(fit=[FitStep(size=2 - step * 0.5, pitch=1.1 - step * 0.02) for step in range(9)]))
_TEXT = "研究開発の成果は、社会実装が進む分野で増えている。2021年度の予算は1,744億円（前年度比7.6倍）である。"


def _text(count: int) -> TextBlock:
    return TextBlock("t", (TextItem(_TEXT * count), TextItem(_TEXT)))


def _table(seed: int) -> TableBlock:
    """A table as compendia have them: short columns and one or two with sentences."""
    choices = random.Random(seed)
    count = choices.randint(3, 6)
    most = [choices.choice((4, 8, 40, 90)) for _ in range(count)]
    rows = [
        BodyRow(tuple(Cell("文" * choices.randint(1, length)) for length in most))
        for _ in range(choices.randint(5, 15))
    ]
    return TableBlock("t", tuple(ColumnSpec(f"列{index}") for index in range(count)), tuple(rows))


def test_tables_say_about_how_high_they_are() -> None:
    found = [
        table.estimate(600, _STYLE, Memory()) / table.laid(600, _STYLE).height
        for table in (_table(seed) for seed in range(often(40)))
    ]
    assert mean(found) == pytest.approx(1, abs=0.1)
    assert min(found) > 0.7
    assert max(found) < 1.4


def test_any_table_says_a_height_above_nothing() -> None:
    for seed in range(often(25)):
        table = make_table(random.Random(seed).randint)
        for width in (60, 480):
            assert 0 < table.estimate(width, _STYLE, Memory()) < 20 * table.laid(width, _STYLE).height


@pytest.mark.parametrize(
    "block",
    [
        _text(4),
        Panel("p", "見出し", _text(4)),
        Stack((_text(2), _text(5))),
        Columns((_text(2), _text(5)), weights=(1, 2)),
        TwoColumns(tuple(_text(2) for _ in range(6))),
        LowestOf((_text(6), _text(2))),
    ],
    ids=lambda block: type(block).__name__,
)
def test_blocks_of_text_say_about_how_high_they_are(block: Block) -> None:
    assert block.estimate(500, _STYLE, Memory()) == pytest.approx(block.laid(500, _STYLE).height, rel=0.25)


@pytest.mark.parametrize("seed", range(5))
def test_no_flow_is_lower_than_the_height_that_it_is_never_below(seed: int) -> None:
    pack = load_pack("cabinet-office")
    style = style_at(pack, measure_of(pack), FitStep())
    for flow in (random_flow(seed), random_framed_flow(seed)):
        block = KeyedFlow(flow, notes=("注記",))
        for width in (320.0, 720.0):
            assert block.at_least(width, style, Memory()) <= block.laid(width, style).height + 0.01


def test_a_block_that_cannot_tell_says_nothing() -> None:
    assert Spacer().estimate(500, _STYLE, Memory()) == 0


@value(frozen=True)
class _Said(Spacer):
    """A block of given heights, by the ladder's steps, that says anything of its height."""

    heights: tuple[float, ...] = ()
    said: float = 0

    def lay_out(self, width: float, style: Style, memory: Memory) -> Laid:
        return Laid(self.heights[_LADDER.index(style)], lambda box: ())

    def estimate(self, width: float, style: Style, memory: Memory) -> float:
        return self.said


@given(
    st.lists(st.floats(1, 1000) | st.just(float("inf")), min_size=9, max_size=9),
    st.floats(0, 2000),
    st.floats(1, 1000),
)
def test_whatever_a_block_says_of_its_height_the_first_step_that_holds_it_is_found(
    heights: list[float], said: float, room: float
) -> None:
    falling = tuple(sorted(heights, reverse=True))
    found = first_that_holds(_Said(heights=falling, said=said), 100, room, _LADDER, Memory())
    assert found == next((step for step, height in enumerate(falling) if height <= room + 0.01), len(_LADDER))


def test_a_step_at_which_a_block_is_never_low_enough_is_not_laid_out() -> None:
    laid: list[Style] = []

    @value(frozen=True)
    class Bounded(_Said):
        def lay_out(self, width: float, style: Style, memory: Memory) -> Laid:
            laid.append(style)
            return _Said.lay_out(self, width, style, memory)

        def at_least(self, width: float, style: Style, memory: Memory) -> float:
            return self.heights[_LADDER.index(style)] - 1

    heights = tuple(float(100 - 5 * step) for step in range(9))
    assert first_that_holds(Bounded(heights=heights, said=0), 100, 82, _LADDER, Memory()) == 4
    assert all(heights[_LADDER.index(style)] - 1 <= 82 for style in laid)
