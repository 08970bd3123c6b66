from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.often import often
from support.packs import small_pack, style_for
from support.random_tables import make_table

from docgen.blocks.memory import Memory
from docgen.blocks.table.cell import BodyRow, Cell, ColumnSpec
from docgen.blocks.table.cell_profile import item_profile
from docgen.blocks.table.table import TableBlock
from docgen.blocks.text.items import TextItem

_STYLE = style_for(small_pack())


def _table(columns: tuple[ColumnSpec, ...], *rows: tuple[str, ...]) -> TableBlock:
    return TableBlock("t", columns, tuple(BodyRow(tuple(Cell(text) for text in row)) for row in rows))


def test_a_fixed_width_and_the_limits_are_kept() -> None:
    columns = (
        ColumnSpec("甲", width=50),
        ColumnSpec("乙", minimum=120),
        ColumnSpec("丙", maximum=90),
        ColumnSpec("丁"),
    )
    widths = _table(columns, ("文" * 40, "あ", "文" * 40, "文" * 40)).layout(500, _STYLE).widths
    assert widths[0] == 50
    assert widths[1] >= 120
    assert widths[2] <= 90
    assert sum(widths) == pytest.approx(500)


def test_a_table_whose_columns_all_have_a_maximum_is_narrower_than_its_box() -> None:
    columns = (ColumnSpec("甲", maximum=60), ColumnSpec("乙", maximum=80))
    table = _table(columns, ("あ", "い"))
    assert table.layout(500, _STYLE).widths == (60, 80)


def test_short_texts_stay_on_one_line_and_the_long_column_gets_the_rest() -> None:
    columns = (ColumnSpec("番号"), ColumnSpec("判断"), ColumnSpec("明らかになった点"))
    layout = _table(columns, ("I-1060", "達成見込み", "文" * 90), ("I-1061", "課題あり", "文" * 80)).layout(
        400, _STYLE
    )
    short = [cell for cell in layout.grid.column_cells if cell.column < 2]
    pitch = layout.texts[short[-1].cell].body.paragraphs[0].pitch
    assert all(layout.texts[cell.cell].height(layout.widths[cell.column]) < 2 * pitch + 8 for cell in short)
    assert layout.widths[2] > layout.widths[0] + layout.widths[1]


def test_every_row_is_as_low_as_it_can_be_where_one_set_of_widths_allows_it() -> None:
    columns = tuple(ColumnSpec(heading) for heading in "甲乙丙丁戊")
    layout = _table(columns, *[("文" * 20,) * 5] * 8).layout(720, _STYLE)
    assert max(layout.heights[1:]) - min(layout.heights[1:]) < 0.1
    pitch = layout.texts[-1].body.paragraphs[0].pitch
    assert all(2 * pitch < height < 3 * pitch for height in layout.heights[1:])


@settings(max_examples=often(8), deadline=None)
@given(st.integers(0, 10_000), st.floats(150, 900))
def test_no_table_is_lower_than_the_height_that_it_is_never_below(seed: int, width: float) -> None:
    table = make_table(random.Random(seed).randint)
    assert table.at_least(width, _STYLE, Memory()) <= table.laid(width, _STYLE).height + 0.01


def test_a_column_gives_width_to_another_where_that_lowers_the_table() -> None:
    columns = (ColumnSpec("指標"), ColumnSpec("最新値"), ColumnSpec("目標値"))
    rows = (
        "自動運転システムの世界市場規模（レベル１から５）",
        "40,976千台【2021年実績】\n⇒51,200千台【2030年予測】",
        "－",
    )
    layout = _table(columns, rows).layout(400, _STYLE)
    assert layout.heights[1] == pytest.approx(2 * _STYLE.text("table_body").pitch + 8, abs=0.2)


@pytest.mark.parametrize("seed", range(12))
def test_the_search_comes_close_to_the_best_of_many_widths_tried_out(seed: int) -> None:
    choices = random.Random(1000 + seed)
    columns = (ColumnSpec("甲"), ColumnSpec("乙"), ColumnSpec("丙"))
    rows = [tuple("文" * choices.choice((2, 8, 30, 70)) for _ in columns) for _ in range(6)]
    table = _table(columns, *rows)
    found = table.laid(480, _STYLE).height
    best = min(
        TableBlock("t", columns, table.rows, shares=(a / 48, b / 48, (48 - a - b) / 48)).laid(480, _STYLE).height
        for a in range(4, 40, 2)
        for b in range(4, 44 - a, 2)
    )
    assert found <= best * 1.12


@given(st.integers(0, 5000), st.floats(200, 700))
@settings(max_examples=often(8), deadline=None)
def test_the_same_table_always_gets_the_same_widths_that_fill_it(seed: int, width: float) -> None:
    one, two = (make_table(random.Random(seed).randint).layout(width, _STYLE).widths for _ in range(2))
    assert one == two
    assert sum(one) == pytest.approx(width, abs=0.02)


@given(st.integers(0, 5000), st.floats(20, 400))
@settings(max_examples=often(20), deadline=None)
def test_a_cell_is_as_high_as_is_said_of_it_before_its_lines_are_broken(seed: int, width: float) -> None:
    for text in make_table(random.Random(seed).randint).layout(480, _STYLE).texts:
        least, most = text.bounds(width)
        assert least - 0.001 <= text.height(width) <= most + 0.001


def test_a_text_of_characters_one_em_wide_gets_no_line_in_reserve() -> None:
    whole, mixed = (
        item_profile(TextItem(text), lambda part: _STYLE.measure.profile(part, "body"))
        for text in ("東北大学・海洋研究開発機構", "東北大学・海洋研究開発ABCD")
    )
    # Seven characters stand in a line with little room to spare, of which rounding could take nothing or some.
    assert whole.lines(7.03) == 2
    assert mixed.lines(7.03) == 3
