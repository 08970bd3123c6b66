from __future__ import annotations

from dataclasses import replace
from unittest.mock import Mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.drawn_marks import drawn_marks, parts_of
from support.often import often
from support.packs import small_pack, style_for
from support.random_tables import grid_texts, joined_texts, make_table, with_room

from docgen.blocks.table import split
from docgen.blocks.table.cell import BodyRow, Cell, ColumnSpec
from docgen.blocks.table.table import TableBlock
from docgen.blocks.text.items import TextItem, texts
from docgen.blocks.text.markup_cut import cut_markup
from docgen.layout.style import Style
from docgen.model.prose import as_markup
from docgen.placed import Box, TableMark
from docgen.prose.markup import parse, plain
from docgen.typeset.markup import to_runs
from docgen.write.slide.table_grid import cell_owners

_STYLE = style_for(small_pack())


@st.composite
def _tables(draw: st.DrawFn) -> TableBlock:
    return make_table(lambda low, high: draw(st.integers(low, high)))


def _parts(table: TableBlock, room: float, width: float, style: Style) -> list[TableBlock]:
    parts: list[TableBlock] = []
    rest = table
    for _ in range(500):
        if rest.laid(width, style).height <= room + 0.01:
            return [*parts, rest]
        halves = parts_of(rest, room, width, style)
        assert halves is not None, f"not parted, though {rest.laid(width, style).height} is more than {room}"
        head, tail = halves
        parts.append(head)
        rest = tail
    raise AssertionError("parting never ends")


@given(_tables(), st.integers(180, 400), st.integers(420, 800))
@settings(max_examples=often(25), deadline=None)
def test_a_table_splits_over_pages_without_losing_repeating_or_reordering_a_cell(
    table: TableBlock, room: int, width: int
) -> None:
    table = with_room(table, width, _STYLE)
    room = round(room + sum(table.layout(width, _STYLE).heights[: len(table.content.header)]))
    parts = _parts(table, room, width, _STYLE)
    assert joined_texts(parts, len(table.columns)) == grid_texts(table.rows, len(table.columns))
    for part in parts:
        (mark,) = drawn_marks(part, Box(0, 0, width, room), _STYLE)
        assert isinstance(mark, TableMark)
        assert mark.box.height <= room + 0.01
        assert mark.box.width <= width + 0.01
        assert mark.header_rows == len(table.content.header)
        cell_owners(mark)  # raises where a merge is not complete
        assert part.content.header == table.content.header
        assert part.layout(width, _STYLE).widths == pytest.approx(table.layout(width, _STYLE).widths)


@given(st.integers(4, 40), st.integers(80, 300))
@settings(max_examples=often(15), deadline=None)
def test_a_part_never_has_a_single_row_where_rows_are_low(count: int, room: int) -> None:
    rows = tuple(BodyRow((Cell(str(index)), Cell("値"))) for index in range(count))
    table = TableBlock("t", (ColumnSpec("番号"), ColumnSpec("値")), rows)
    room += round(table.layout(400, _STYLE).heights[0])
    parts = _parts(table, room, 400, _STYLE)
    assert all(len(part.rows) >= 2 for part in parts)


def test_a_merged_cell_is_opened_again_with_its_label_and_the_mark_of_continuation() -> None:
    rows = (BodyRow((Cell("要素", row_span=6), Cell("0"))), *(BodyRow((Cell(str(n)),)) for n in range(1, 6)))
    table = TableBlock("t", (ColumnSpec("要素"), ColumnSpec("値")), rows)
    layout = table.layout(300, _STYLE)
    halves = parts_of(table, sum(layout.heights[:4]), 300, _STYLE)
    assert halves is not None
    head, tail = halves
    assert [cell.row_span for cell in head.rows[0].cells] == [3, 1]
    assert tail.rows[0].cells[0] == Cell("要素", row_span=3, continued=True)
    (mark,) = drawn_marks(tail, Box(0, 0, 300, 200), _STYLE)
    assert isinstance(mark, TableMark)
    label = mark.rows[1].cells[0].body
    assert ["".join(run.text for run in paragraph.runs) for paragraph in label.paragraphs] == [
        "要素",
        "（承前）",
    ]


def test_a_band_never_ends_a_page() -> None:
    rows = [BodyRow((Cell(str(index)), Cell("値"))) for index in range(8)]
    rows[3] = BodyRow((Cell("帯", column_span=2),), "band")
    table = TableBlock("t", (ColumnSpec("番号"), ColumnSpec("値")), tuple(rows))
    halves = parts_of(table, sum(table.layout(300, _STYLE).heights[:5]), 300, _STYLE)
    assert halves is not None
    assert len(halves[0].rows) == 3


def test_a_row_taller_than_the_room_is_parted_between_its_bullets() -> None:
    items = texts((f"{index}番目の点" for index in range(8)), "●")
    table = TableBlock(
        "t", (ColumnSpec("要素"), ColumnSpec("点")), (BodyRow((Cell("要素"), Cell(items=items))),)
    )
    whole = table.laid(300, _STYLE).height
    halves = parts_of(table, whole - 30, 300, _STYLE)
    assert halves is not None
    head, tail = halves
    assert head.rows[0].cells[1].items + tail.rows[0].cells[1].items == items
    assert tail.rows[0].cells[0].continued


def test_a_text_taller_than_the_room_is_parted_between_lines_with_its_markup() -> None:
    text = "研究開発の**成果は社会実装が進む分野で増えている**。" * 12
    table = TableBlock("t", (ColumnSpec("文"),), (BodyRow((Cell(text),)),))
    parts = _parts(table, 70, 200, _STYLE)
    assert len(parts) > 3
    spans = [span for part in parts for item in part.rows[0].cells[0].items for span in parse(item.text)]
    assert "".join(span.text for span in spans if span.bold) == "成果は社会実装が進む分野で増えている" * 12


def test_a_room_without_space_for_a_line_parts_nothing() -> None:
    table = TableBlock("t", (ColumnSpec("文"),), (BodyRow((Cell("文" * 300),)),))
    head = table.layout(200, _STYLE).heights[0]
    assert table.laid(200, _STYLE).split(head + 10) is None
    assert table.laid(200, _STYLE).split(-5) is None


def test_in_no_width_nothing_is_parted() -> None:
    table = TableBlock("t", (ColumnSpec("文"),), (BodyRow((Cell("文" * 300),)),))
    assert table.laid(0, _STYLE).split(100) is None


def test_a_long_text_is_parted_by_halving_its_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    table = TableBlock("t", (ColumnSpec("文"),), (BodyRow((Cell("架空の文が続く。" * 1000),)),))
    tried = Mock(side_effect=cut_markup)
    monkeypatch.setattr(split, "cut_markup", tried)
    assert table.laid(200, _STYLE).split(300) is not None
    assert 0 < tried.call_count < 20


def test_a_fair_split_refuses_single_rows() -> None:
    rows = tuple(BodyRow((Cell(str(index)),)) for index in range(3))
    table = TableBlock("t", (ColumnSpec("番号"),), rows)
    room = table.laid(200, _STYLE).height - 1
    assert table.laid(200, _STYLE).split(room, fairly=True) is None
    assert table.laid(200, _STYLE).split(room) is not None


@given(st.text("あ1*{}|\\\n", max_size=20), st.text("い2*{}|\\\n", max_size=20), st.integers(0, 40))
def test_cutting_marked_text_keeps_every_character_and_its_look(one: str, two: str, offset: int) -> None:
    text = f"{as_markup(one)}**{as_markup(two) or 'x'}**{{red|{as_markup(one) or 'y'}}}{{>I-1|z}}{{^|2}}"
    offset = min(offset, len(plain(text)))
    head, tail = cut_markup(text, offset)

    def looks(marked: str) -> list[tuple[str, object]]:
        runs = to_runs(marked, size=10)
        return [(c, replace(run, text="")) for run in runs for c in run.text if c != "\n"]

    assert looks(head) + looks(tail) == looks(text)
    assert len(looks(head)) == sum(c != "\n" for c in plain(text)[:offset])


def test_the_rest_of_a_bullet_hangs_without_a_second_bullet() -> None:
    table = TableBlock(
        "t", (ColumnSpec("文"),), (BodyRow((Cell(items=(TextItem("長い文" * 60, bullet="●"),)),)),)
    )
    first, second, *_ = _parts(table, 80, 200, _STYLE)
    assert first.rows[0].cells[0].items[0].bullet == "●"
    assert second.rows[0].cells[0].items[0].bullet is None
    assert second.rows[0].cells[0].items[0].level == 1
