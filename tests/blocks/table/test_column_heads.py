"""Tables are set larger only as long as the heads of their columns break between phrases."""

from __future__ import annotations

from math import isinf

import pytest
from support.styles import style_of_size

from docgen.blocks.table.cell import BodyRow, Cell, ColumnSpec
from docgen.blocks.table.table import TableBlock
from docgen.layout.load import load_pack

PACK = load_pack("cabinet_office")


def table(*heads: str) -> TableBlock:
    return TableBlock("t", tuple(map(ColumnSpec, heads)), (BodyRow(tuple(Cell("17") for _ in heads)),))


@pytest.mark.parametrize(
    ("heads", "width", "fits"),
    [
        (("年", "経済状況", "インフラ"), 240, True),
        (("年", "経済状況", "インフラ"), 100, False),
        (("政府の効率性",), 70, True),
        (("政府の効率性",), 40, False),
        (("政府の\n効率性",), 70, True),
    ],
)
def test_a_larger_size_fits_where_no_head_breaks_inside_a_phrase(heads: tuple[str, ...], width: float, fits: bool) -> None:
    larger = style_of_size(PACK, 3)
    assert isinf(table(*heads).laid(width, larger).height) is not fits


def test_at_the_sizes_of_the_pack_a_head_may_break_anywhere() -> None:
    assert not isinf(table("年", "経済状況", "インフラ").laid(100, style_of_size(PACK, 0)).height)
