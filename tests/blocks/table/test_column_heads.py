"""Tables are set larger only as long as the heads of their columns break between phrases."""

from __future__ import annotations

from dataclasses import replace
from math import isinf

import pytest
from support.drawn_marks import drawn_marks
from support.styles import style_of_size

from docgen.blocks.table.cell import BodyRow, Cell, ColumnSpec
from docgen.blocks.table.heads import PARTINGS, head_width
from docgen.blocks.table.table import TableBlock
from docgen.layout.load import load_pack
from docgen.placed import Box, TableMark

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


def widths_of(block: TableBlock, width: float) -> tuple[float, ...]:
    return block.layout(width, style_of_size(PACK, 0)).widths


def test_a_stated_share_gives_way_to_a_head_whose_phrase_has_no_room() -> None:
    narrow, wide = table("ロジックチャートの要素", "備考"), (0.1, 0.9)
    shared = widths_of(replace(narrow, shares=wide), 500)
    assert shared[0] > 90
    assert sum(shared) == pytest.approx(500)
    assert widths_of(replace(table("年", "備考"), shares=wide), 500) == pytest.approx((50, 450))


def test_a_column_is_as_wide_as_the_phrases_of_its_head_where_all_have_the_room() -> None:
    prose = "国際的な共同研究を支援する施策の実施状況を整理した文章である。" * 6
    rows = (BodyRow((Cell("17"), Cell(prose))),)
    block = TableBlock("t", (ColumnSpec("ロジックチャートの要素"), ColumnSpec("備考")), rows)
    assert widths_of(block, 500)[0] > 90


HEADS = ("在籍外国人研究者数（人）", "在籍研究者数（人）", "外国人研究者の割合（％）")


def head_lines(width: float) -> list[list[str]]:
    """The lines of the heads where programs break them by themselves."""
    style = style_of_size(PACK, 0)
    (mark,) = drawn_marks(table(*HEADS), Box(0, 0, width, 200), style)
    assert isinstance(mark, TableMark)
    rows = [(cell.body, box.width) for row, cell, box in mark.cells() if row == 0]
    return [
        list(style.measure.lines(body.paragraphs[0], width - body.insets.left - body.insets.right, "cell"))
        for body, width in rows
    ]


def test_where_all_phrases_have_no_room_only_long_ones_part_between_words() -> None:
    assert head_lines(210)[1:] == [["在籍研究者数", "（人）"], ["外国人研究者の", "割合（％）"]]


def test_where_long_phrases_have_no_room_all_part_between_words() -> None:
    style = style_of_size(PACK, 0)
    narrow = table(*HEADS).layout(180, style)
    least = [head_width(text, "words") for text in narrow.texts[: len(HEADS)]]
    assert all(width >= need - 0.01 for width, need in zip(narrow.widths, least, strict=True))
    assert sum(least) < 180 < sum(head_width(text, "long phrases") for text in narrow.texts[: len(HEADS)])


def test_a_head_is_the_narrower_the_more_it_may_part() -> None:
    texts = table(*HEADS).layout(400, style_of_size(PACK, 0)).texts[: len(HEADS)]
    for text in texts:
        widths = [head_width(text, parting) for parting in PARTINGS]
        assert widths == sorted(widths, reverse=True)


def test_heads_are_aligned_as_their_cells_unless_the_pack_centres_all_heads() -> None:
    columns = (ColumnSpec("名称", "left"), ColumnSpec("値", "decimal"), ColumnSpec("備考", "right"))
    block = TableBlock("t", columns, (BodyRow((Cell("甲"), Cell("1.5"), Cell("乙"))),))
    aligned = {}
    for pack in (PACK, load_pack("digital")):
        (mark,) = drawn_marks(block, Box(0, 0, 400, 100), style_of_size(pack, 0))
        assert isinstance(mark, TableMark)
        aligned[pack.name] = [cell.body.paragraphs[0].align for cell in mark.rows[0].cells]
    assert aligned == {"cabinet_office": ["center"] * 3, "digital": ["left", "center", "right"]}
