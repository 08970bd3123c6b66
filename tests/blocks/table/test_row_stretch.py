from __future__ import annotations

import math
from dataclasses import replace

import pytest
from support.drawn_marks import drawn_marks
from support.packs import small_pack, style_for

from docgen.blocks.table.cell import BodyRow, Cell, ColumnSpec
from docgen.blocks.table.table import TableBlock
from docgen.blocks.text.items import TextItem, texts
from docgen.placed import Box, TableMark

_STYLE = style_for(small_pack())
_LONG = "長い文章が続く。" * 30
_ITEMS = texts(("一つ目の要点", "二つ目の要点", "三つ目の要点"), "●")


def _table(*rows: tuple[Cell, ...], stretch: float = 200) -> TableBlock:
    columns = (ColumnSpec("甲", width=80), ColumnSpec("乙", width=220))
    return TableBlock("t", columns, tuple(BodyRow(row) for row in rows), stretch=stretch)


def _drawn(table: TableBlock, spare: float) -> TableMark:
    need = table.laid(300, _STYLE).height
    (mark,) = drawn_marks(table, Box(0, 0, 300, need + spare), _STYLE)
    assert isinstance(mark, TableMark)
    return mark


def _heights(mark: TableMark) -> list[float]:
    return [row.height for row in mark.rows]


def _blanks(mark: TableMark) -> list[float]:
    """From each text of the second column to the next, and from the last to the table's end."""
    ends: list[tuple[float, float]] = []
    for _, cell, box in mark.cells():
        if box.x > 0:
            insets = cell.body.insets
            height = _STYLE.measure.height(cell.body, box.width, "cell") - insets.top - insets.bottom
            ends.append((box.y + (box.height - height) / 2, box.y + (box.height + height) / 2))
    tops, bottoms = [top for top, _ in ends[1:]], [bottom for _, bottom in ends]
    return [top - bottom for top, bottom in zip([*tops, mark.box.height], bottoms, strict=True)]


def test_rows_that_a_merged_cell_has_made_high_grow_only_after_the_others() -> None:
    table = _table(
        (Cell("甲"), Cell(_LONG, row_span=3)),
        (Cell("乙"),),
        (Cell("丙"),),
        (Cell("丁"), Cell("短い")),
    )
    tight, loose = _heights(_drawn(table, 0)), _heights(_drawn(table, 20))
    gifts = [more - less for less, more in zip(tight, loose, strict=True)]
    # Over and under the merged text as much as over and under the short one.
    assert gifts == pytest.approx([0, 10 / 3, 10 / 3, 10 / 3, 10], abs=0.05)


def test_a_merged_label_does_not_keep_its_rows_from_growing() -> None:
    table = _table((Cell("甲", row_span=2), Cell("一")), (Cell("二"),), (Cell("乙"), Cell("三")))
    tight, loose = _heights(_drawn(table, 0)), _heights(_drawn(table, 30))
    assert [more - less for less, more in zip(tight, loose, strict=True)] == pytest.approx([0, 10, 10, 10])


def test_items_stand_apart_where_the_gaps_between_rows_would_be_wide() -> None:
    table = _table((Cell("甲"), Cell("一")), (Cell("乙"), Cell(items=_ITEMS)), (Cell("丙"), Cell("三")))
    near, far = _drawn(table, 60), _drawn(table, 150)
    pitch = _STYLE.text("table_body").pitch
    items = [mark.rows[2].cells[1].body.paragraphs for mark in (near, far)]
    assert [paragraph.after for paragraph in items[0]] == [0, 0, 0]
    first, second, last = (paragraph.after for paragraph in items[1])
    assert 0 < first == second <= 0.71 * pitch
    assert last == 0
    assert far.box.height == pytest.approx(table.laid(300, _STYLE).height + 150)
    assert max(_blanks(far)) < 54


def test_an_item_below_another_stays_with_it() -> None:
    items = (TextItem("増加"), TextItem("論文数", bullet="・"), TextItem("減少"), TextItem("特許数", bullet="・"))
    mark = _drawn(_table((Cell("甲"), Cell(items=items)), (Cell("乙"), Cell("二"))), 120)
    after = [paragraph.after for paragraph in mark.rows[1].cells[1].body.paragraphs]
    assert after[1] > 0
    assert [after[0], after[2], after[3]] == [0, 0, 0]


def test_gaps_over_the_bound_leave_a_part_of_the_room_below_the_table() -> None:
    table = _table((Cell("甲"), Cell("一")), (Cell("乙"), Cell("二")))
    mark = _drawn(table, 150)
    left = table.laid(300, _STYLE).height + 150 - mark.box.height
    *_, between, below = _blanks(mark)
    assert left == pytest.approx(between / 4, abs=0.1)
    assert below == pytest.approx(between / 2, abs=0.1)
    # Up to the bound all of the room is taken.
    assert _drawn(table, 80).box.height == pytest.approx(table.laid(300, _STYLE).height + 80)


def test_beside_the_text_of_a_merged_cell_there_is_no_gap() -> None:
    rows = [(Cell("甲"), Cell(items=texts((_LONG, _LONG), "●"), row_span=2)), (Cell("乙"),)]
    table = _table(*rows)
    full = _drawn(table, 20)
    assert full.box.height == pytest.approx(table.laid(300, _STYLE).height + 20)
    assert [paragraph.after for paragraph in full.rows[1].cells[1].body.paragraphs] == [0, 0]


@pytest.mark.parametrize("spare", [0, 1, 40, 120, 400, 2000])
def test_rows_never_shrink_nor_leave_the_room(spare: float) -> None:
    table = _table(
        (Cell("甲", row_span=2), Cell(_LONG)),
        (Cell("二"),),
        (Cell("乙"), Cell(items=_ITEMS, row_span=2)),
        (Cell("丙"),),
    )
    tight, loose = _drawn(table, 0), _drawn(table, spare)
    assert all(more >= less - 1e-6 for less, more in zip(_heights(tight), _heights(loose), strict=True))
    assert loose.box.height <= tight.box.height + spare + 0.02
    assert math.fsum(_heights(loose)) == pytest.approx(loose.box.height)


def test_a_row_grows_by_the_stretch_on_average_at_the_most() -> None:
    table = replace(_table((Cell("甲"), Cell("一")), (Cell("乙"), Cell("二"))), stretch=12)
    assert _drawn(table, 500).box.height == pytest.approx(table.laid(300, _STYLE).height + 24)
