from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.drawn_marks import drawn_marks, words
from support.often import often
from support.packs import small_pack, style_for
from support.random_tables import make_table, with_room

from docgen.blocks.table.cell import BodyRow, Cell, ColumnSpec, ShadeRule
from docgen.blocks.table.cell_text import GRID
from docgen.blocks.table.table import TableBlock
from docgen.blocks.text.items import texts
from docgen.errors import DocgenError
from docgen.layout.pack import FitStep
from docgen.layout.style import Style
from docgen.placed import Box, TableCell, TableMark
from docgen.write.slide.table_grid import cell_owners

_STYLE = style_for(small_pack())


def _draw(table: TableBlock, width: float = 400, height: float = 0, style: Style = _STYLE) -> TableMark:
    (mark,) = drawn_marks(table, Box(10, 20, width, max(height, table.laid(width, style).height)), style)
    assert isinstance(mark, TableMark)
    return mark


def _rows(*rows: tuple[str, ...]) -> tuple[BodyRow, ...]:
    return tuple(BodyRow(tuple(Cell(text) for text in row)) for row in rows)


def _two_columns(**more: object) -> TableBlock:
    return TableBlock("t", (ColumnSpec("甲"), ColumnSpec("乙")), _rows(("あ", "い"), ("う", "え")), **more)  # type: ignore[arg-type]


@given(st.integers(0, 5000), st.floats(60, 700), st.floats(0, 300))
@settings(max_examples=often(12), deadline=None)
def test_a_drawn_table_stays_in_its_box_and_is_as_high_as_its_rows(
    seed: int, width: float, spare: float
) -> None:
    table = with_room(make_table(random.Random(seed).randint), width, _STYLE)
    need = table.laid(width, _STYLE).height
    tight, loose = _draw(table, width), _draw(table, width, need + spare)
    assert sum(row.height for row in tight.rows) == pytest.approx(need) == pytest.approx(tight.box.height)
    assert Box(10, 20, width, need + spare).contains(loose.box)
    assert sum(loose.columns) == pytest.approx(loose.box.width) == pytest.approx(width, abs=0.02)
    assert min(loose.columns) > 0
    assert table.laid(width, _STYLE).tallest + 0.01 >= loose.box.height >= need - 0.01
    cell_owners(loose)


def test_a_row_is_as_high_as_its_lines_and_its_insets_on_the_drawing_grid() -> None:
    mark = _draw(_two_columns())
    body, look = _STYLE.text("table_body"), _STYLE.table
    for row in mark.rows[1:]:
        assert row.height == pytest.approx(body.pitch + 2 * look.inset_y, abs=2.5 * GRID)
        assert row.height >= body.pitch + 2 * look.inset_y
        assert row.height / GRID == pytest.approx(round(row.height / GRID), abs=1e-6)


def test_rows_grow_into_spare_height_up_to_the_stretch_and_the_header_does_not() -> None:
    table = _two_columns()
    need = table.laid(400, _STYLE).height
    tight, half, full = (_draw(table, 400, need + spare) for spare in (0, 8, 500))
    assert [
        big.height - small.height for big, small in zip(half.rows, tight.rows, strict=True)
    ] == pytest.approx([0, 4, 4])
    assert [
        big.height - small.height for big, small in zip(full.rows, tight.rows, strict=True)
    ] == pytest.approx([0, 10, 10])
    assert _draw(_two_columns(stretch=0), 400, 500).box.height == pytest.approx(need)


def test_insets_above_and_below_follow_the_ladder() -> None:
    tight = style_for(small_pack(), FitStep(space=0.5))
    assert _draw(_two_columns(), style=tight).rows[1].cells[0].body.insets.top == 2


def test_rules_are_horizontal_and_stop_at_a_merged_cell() -> None:
    rows = (
        BodyRow((Cell("結合", row_span=2), Cell("一"))),
        BodyRow((Cell("二"),)),
        BodyRow((Cell("末"), Cell("三"))),
    )
    mark = _draw(TableBlock("t", (ColumnSpec("甲"), ColumnSpec("乙")), rows))
    look = _STYLE.table
    assert look.rule is not None
    assert look.head_top is not None
    assert look.head_bottom is not None
    assert look.bottom is not None

    def below(cell: TableCell) -> tuple[str, float] | None:
        return None if cell.bottom is None else (cell.bottom.colour, cell.bottom.width)

    head, merged, second, last = (row.cells for row in mark.rows)
    assert [below(cell) for cell in head] == [(look.head_bottom.colour, look.head_bottom.width)] * 2
    assert all(cell.top is not None and cell.top.width == look.head_top.width for cell in head)
    assert merged[0].row_span == 2
    assert below(merged[0]) == below(second[1]) == below(merged[1]) == (look.rule.colour, look.rule.width)
    assert second[0].covered
    assert below(second[0]) is None
    assert [below(cell) for cell in last] == [(look.bottom.colour, look.bottom.width)] * 2
    assert all(cell.left is None and cell.right is None for row in mark.rows for cell in row.cells)


def test_what_a_merged_cell_needs_is_spread_over_its_rows() -> None:
    label = Cell("文" * 60, row_span=3)
    rows = (BodyRow((label, Cell("一"))), BodyRow((Cell("二"),)), BodyRow((Cell("三"),)))
    mark = _draw(TableBlock("t", (ColumnSpec("甲", width=60), ColumnSpec("乙", width=60)), rows), 120)
    heights = [row.height for row in mark.rows[1:]]
    assert max(heights) - min(heights) < 3 * GRID
    pitch, inset = _STYLE.text("table_body").pitch, _STYLE.table.inset_y
    assert sum(heights) >= 60 * 10 / 50 * pitch + 2 * inset


def test_header_rows_of_three_levels_are_merged_and_ruled() -> None:
    header = (
        (Cell("区分", row_span=3), Cell("予算", column_span=3)),
        (Cell("2022年度", column_span=2), Cell("計", row_span=2)),
        (Cell("当初"), Cell("補正")),
    )
    table = TableBlock("t", tuple(ColumnSpec() for _ in range(4)), _rows(("機関", "1", "2", "3")), header)
    mark = _draw(table)
    assert mark.header_rows == 3
    assert mark.rows[0].cells[1].column_span == 3
    assert mark.rows[0].cells[1].bottom is not None
    assert all(
        cell.fill == _STYLE.table.head_fill for row in mark.rows[:3] for cell in row.cells if not cell.covered
    )
    assert [cell.body.paragraphs[0].align for cell in mark.rows[2].cells if not cell.covered] == [
        "center"
    ] * 2


def test_band_and_total_rows_are_bold_and_filled() -> None:
    rows = (
        BodyRow((Cell("帯", column_span=2),), "band"),
        *_rows(("あ", "い")),
        BodyRow((Cell("計"), Cell("2")), "total"),
    )
    mark = _draw(TableBlock("t", (ColumnSpec("甲"), ColumnSpec("乙")), rows))
    looks = [(row.cells[0].fill, row.cells[0].body.paragraphs[0].runs[0].bold) for row in mark.rows[1:]]
    assert looks == [("pale_fill", True), (None, False), ("pale_head", True)]


def test_decimal_points_stand_one_below_the_other_and_what_is_no_number_is_centred() -> None:
    numbers = ("1,744億円", "54.4百万円", "△3.25", "12", "－")
    table = TableBlock(
        "t", (ColumnSpec("額", "decimal"), ColumnSpec("名")), _rows(*((text, "名") for text in numbers))
    )
    mark = _draw(table)
    points = []
    for row, text in zip(mark.rows[1:5], numbers, strict=False):
        body = row.cells[0].body
        paragraph = body.paragraphs[0]
        assert paragraph.align == "right"
        whole = _STYLE.measure.natural_width(paragraph, "cell")
        run = paragraph.runs[0]
        before = text.split(".")[0].rstrip("億円")
        digits = _STYLE.measure.natural_width(
            type(paragraph)((type(run)(before, run.size),), paragraph.pitch), "cell"
        )
        points.append(mark.columns[0] - body.insets.right - whole + digits)
    assert all(one == pytest.approx(two, abs=0.05) for one, two in pairwise(points))
    assert mark.rows[5].cells[0].body.paragraphs[0].align == "center"


def test_a_rule_of_shading_fills_the_cell_and_marks_it() -> None:
    shades = (
        ShadeRule(0.3, "pale_blue", "▲", columns=(1,)),
        ShadeRule(-0.3, "pale_amber", "▼", "at_most", (1,)),
    )
    differences = {"+0.3": 0.3, "-0.29": -0.29, "△0.4": -0.4, "－": None}
    rows = tuple(BodyRow((Cell("9", value=9), Cell(text, value=number))) for text, number in differences.items())
    mark = _draw(TableBlock("t", (ColumnSpec("甲"), ColumnSpec("差")), rows, shades=shades))
    assert [row.cells[1].fill for row in mark.rows[1:]] == ["pale_blue", None, "pale_amber", None]
    assert [words(row.cells[1].body) for row in mark.rows[1:]] == [["+0.3 ▲"], ["-0.29"], ["△0.4 ▼"], ["－"]]
    assert {row.cells[0].fill for row in mark.rows[1:]} == {None}


def test_links_marks_and_bullets_of_cells_are_drawn() -> None:
    cells = (Cell("指標", link="I-1065", mark="◆"), Cell(items=texts(["一", "**二**"], "●")))
    mark = _draw(TableBlock("t", (ColumnSpec("甲"), ColumnSpec("乙", "decimal")), (BodyRow(cells),)))
    first, second = (cell.body for cell in mark.rows[1].cells)
    assert words(first) == ["◆ 指標"]
    assert {run.link for run in first.paragraphs[0].runs} == {"I-1065"}
    assert [(paragraph.bullet, paragraph.align) for paragraph in second.paragraphs] == [("●", "left")] * 2
    assert second.paragraphs[1].runs[0].bold


def test_a_table_without_rows_or_header_has_no_height() -> None:
    empty = TableBlock("t", (ColumnSpec("甲"),), (), ())
    assert empty.laid(100, _STYLE).height == 0
    assert TableBlock("t", (ColumnSpec("甲"),), ()).laid(100, _STYLE).height > 0


@pytest.mark.parametrize(
    ("rows", "what"),
    [
        (((Cell("一"),),), "fewer cells"),
        (((Cell("一"), Cell("二"), Cell("三")),), "more cells"),
        (((Cell("一", row_span=2), Cell("二")),), "below the table"),
        (((Cell("一", row_span=2), Cell("二")), (Cell("三"), Cell("四"))), "more cells"),
    ],
)
def test_rows_that_do_not_fill_the_grid_are_refused_with_their_place(
    rows: tuple[tuple[Cell, ...], ...], what: str
) -> None:
    table = TableBlock("表A", (ColumnSpec("甲"), ColumnSpec("乙")), tuple(BodyRow(cells) for cells in rows))
    with pytest.raises(DocgenError, match=what) as error:
        table.laid(100, _STYLE)
    assert error.value.where == "table 表A"


@pytest.mark.parametrize(
    "text", ["\x00\x07制御", "\ud800孤立", "x" * 10_000, "😀" * 50, "\u3099\u3099", "\n\n\n"]
)
@pytest.mark.parametrize("width", [0, 0.5, 30, 500])
def test_hostile_texts_and_widths_give_a_sound_table(text: str, width: float) -> None:
    table = TableBlock(
        "t", (ColumnSpec("甲"), ColumnSpec("乙", "decimal")), _rows((text, "1.5"), ("あ", text))
    )
    mark = _draw(table, width)
    assert mark.box.height == pytest.approx(table.laid(width, _STYLE).height)
    assert all(row.height > 0 for row in mark.rows)
