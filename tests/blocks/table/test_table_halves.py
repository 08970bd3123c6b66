from __future__ import annotations

from itertools import accumulate

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.drawn_marks import drawn_marks, words
from support.often import often
from support.packs import small_pack, style_for

from docgen.blocks.table.cell import BodyRow, Cell, ColumnSpec
from docgen.blocks.table.halves import TableHalves
from docgen.blocks.table.table import TableBlock
from docgen.placed import Box, TableMark

_STYLE = style_for(small_pack())


def _ranking(count: int) -> TableHalves:
    rows = tuple(BodyRow((Cell(str(n)), Cell("国" * (1 + n % 30)))) for n in range(1, count + 1))
    return TableHalves(TableBlock("r", (ColumnSpec("順位"), ColumnSpec("国")), rows), gap=20)


def _draw(block: TableHalves, height: float) -> tuple[TableMark, TableMark]:
    left, right = drawn_marks(block, Box(10, 20, 320, height), _STYLE)
    assert isinstance(left, TableMark)
    assert isinstance(right, TableMark)
    return left, right


def _ranks(mark: TableMark) -> list[str]:
    return ["".join(words(row.cells[0].body)) for row in mark.rows[mark.header_rows :]]


@given(st.integers(1, 40), st.floats(0, 200))
@settings(max_examples=often(12), deadline=None)
def test_the_left_half_has_the_first_rows_and_both_stand_on_the_same_lines(count: int, spare: float) -> None:
    block = _ranking(count)
    height = block.laid(320, _STYLE).height + spare
    left, right = _draw(block, height)
    assert _ranks(left) + _ranks(right) == [str(n) for n in range(1, count + 1)]
    assert 0 <= len(left.rows) - len(right.rows) <= 1
    edges = list(accumulate(row.height for row in left.rows))
    assert list(accumulate(row.height for row in right.rows)) == pytest.approx(edges[: len(right.rows)])
    assert left.columns == right.columns
    assert left.box.x == 10
    assert right.box.right == pytest.approx(330)
    assert right.box.x - left.box.right == pytest.approx(20)
    assert left.box.height <= height + 0.01
    assert (left.id, right.id) == ("r/left", "r/right")


def test_a_ranking_goes_on_over_pages_in_order() -> None:
    block = _ranking(60)
    room = block.laid(320, _STYLE).height / 2.5
    parts = []
    rest: TableHalves | None = block
    while rest is not None and rest.laid(320, _STYLE).height > room:
        cut = rest.laid(320, _STYLE).split(room)
        assert cut is not None
        head, tail = cut
        assert isinstance(head, TableHalves)
        assert isinstance(tail, TableHalves)
        assert head.laid(320, _STYLE).height <= room + 0.01
        parts.append(head)
        rest = tail
    assert rest is not None
    ranks = [rank for part in (*parts, rest) for mark in _draw(part, room) for rank in _ranks(mark)]
    assert ranks == [str(n) for n in range(1, 61)]
