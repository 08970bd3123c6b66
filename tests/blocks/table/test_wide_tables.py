"""Tables of more columns than a page has room for: they go on beside themselves, and no number is broken."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.often import often
from support.packs import small_pack

import docgen
from docgen.blocks.arrange.stack import Stack
from docgen.blocks.memory import Memory
from docgen.blocks.table.cell import BodyRow, Cell, ColumnSpec, ShadeRule
from docgen.blocks.table.column_groups import chosen_columns, column_groups, label_columns
from docgen.blocks.table.grid import TableContent
from docgen.blocks.table.table import TableBlock
from docgen.blocks.text.text import message_box
from docgen.checks.check import check_placed
from docgen.compose.fit import draw, fit
from docgen.errors import DocgenError
from docgen.layout.style import style_ladder
from docgen.placed import Box, TableMark
from docgen.slides.table_page import TablePage

_PACK = small_pack()
_LADDER = style_ladder(_PACK)
_MEASURE = _LADDER[0].measure
_PLACE = Box(30, 60, 700, 380)


def _pages(table: TableBlock, *above: str, place: Box = _PLACE) -> list[TableMark]:
    """The table on each page of a slot that it fills, under a box of messages where there are some."""
    block = Stack((*((message_box("messages", above),) if above else ()), table))
    memory = Memory()
    pages = draw(fit(block, place, _LADDER, memory), place, "page")
    return [mark for page in pages for mark in page if isinstance(mark, TableMark)]


def _texts(mark: TableMark) -> list[list[str]]:
    """The texts of the rows of a drawn table; "" where a merged cell covers."""
    return [
        ["".join([run.text for paragraph in cell.body.paragraphs for run in paragraph.runs]) for cell in row.cells]
        for row in mark.rows
    ]


def _breaks(mark: TableMark) -> list[str]:
    """The texts of cells of one word or number that are wider than their columns inside the margins."""
    found = []
    for _, cell, box in mark.cells():
        room = box.width - cell.body.insets.left - cell.body.insets.right
        found += [
            paragraph.runs[0].text
            for paragraph in cell.body.paragraphs
            if paragraph.runs and _MEASURE.natural_width(paragraph, "cell") > room + 0.01
        ]
    return found


def _number(chance: random.Random) -> str:
    digits, decimals = chance.randint(1, 9), chance.randint(0, 2)
    sign, unit = chance.choice(("", "", "△", "-")), chance.choice(("", "", "%"))
    return f"{sign}{chance.randint(0, 10**digits):,}{f'.{chance.randint(0, 10**decimals - 1)}' if decimals else ''}{unit}"


def _of_numbers(columns: int, rows: int, seed: int, align: str | None = None) -> TableBlock:
    """A table of names and of so many ``columns`` of numbers, each text in it another one."""
    chance = random.Random(seed)
    specs = (ColumnSpec("市"), *(ColumnSpec(f"{1940 + n}年", align) for n in range(columns)))  # type: ignore[arg-type]
    body = tuple(
        BodyRow((Cell(f"{row}市"), *(Cell(f"{_number(chance)}") for _ in range(columns)))) for row in range(rows)
    )
    return TableBlock("t", specs, body)


@given(st.integers(1, 79), st.integers(1, 8), st.integers(0, 10**6), st.sampled_from([None, "decimal", "right"]))
@settings(max_examples=often(4), deadline=None)
def test_no_number_is_broken_and_every_cell_stands_on_one_page(
    columns: int, rows: int, seed: int, align: str | None
) -> None:
    table = _of_numbers(columns, rows, seed, align)
    pages = _pages(table)
    for mark in pages:
        assert _PLACE.contains(mark.box)
        assert sum(mark.columns) == pytest.approx(mark.box.width)
        assert not _breaks(mark)
    shown = Counter(
        (texts[0], head, text)
        for mark in pages
        for texts in _texts(mark)[1:]
        for head, text in zip(_texts(mark)[0][1:], texts[1:], strict=True)
    )
    wanted = Counter(
        (row.cells[0].text, spec.heading, cell.text)
        for row in table.rows
        for spec, cell in zip(table.columns[1:], row.cells[1:], strict=True)
    )
    assert shown == wanted


@given(st.integers(8, 40), st.integers(0, 10**6))
@settings(max_examples=often(3), deadline=None)
def test_dates_ids_and_words_stay_whole_too(columns: int, seed: int) -> None:
    chance = random.Random(seed)
    texts = ("2024年12月31日", "令和6年度", "2024/12/31", "KK-2024-0101", "1,234億円", "Luxembourg", "12.5ポイント")
    specs = tuple(ColumnSpec(f"欄{n}") for n in range(columns))
    rows = tuple(BodyRow(tuple(Cell(chance.choice(texts)) for _ in specs)) for _ in range(3))
    for mark in _pages(TableBlock("t", specs, rows)):
        assert _PLACE.contains(mark.box)
        assert not _breaks(mark)


def test_what_has_room_in_narrower_margins_stays_on_one_page() -> None:
    table = _of_numbers(1, 3, 1)
    cells = tuple(Cell(f"{n:03}") for n in range(33))
    narrow = TableBlock("t", tuple(ColumnSpec("欄") for _ in cells), (BodyRow(cells),) * 3)
    (mark,) = _pages(narrow)
    insets = {cell.body.insets.left for _, cell, _ in mark.cells()}
    assert max(insets) < _PACK.table.inset_x
    assert not _breaks(mark)
    (usual,) = _pages(table)
    assert {cell.body.insets.left for _, cell, _ in usual.cells()} == {_PACK.table.inset_x}


def test_the_rows_of_a_page_come_with_all_columns_before_the_next_rows() -> None:
    pages = _pages(_of_numbers(24, 30, 3))
    rows = [[texts[0] for texts in _texts(mark)[1:]] for mark in pages]
    blocks = [names for at, names in enumerate(rows) if not at or names != rows[at - 1]]
    assert [name for block in blocks for name in block] == [f"{row}市" for row in range(30)]
    per_block = Counter(map(tuple, rows))
    assert len(set(per_block.values())) == 1
    assert per_block.most_common(1)[0][1] > 1


def test_parts_are_about_even() -> None:
    counts = [len(mark.columns) for mark in _pages(_of_numbers(50, 6, 5))]
    assert max(counts) - min(counts) <= 4


def test_below_messages_all_pages_have_the_same_rows() -> None:
    pages = _pages(_of_numbers(24, 24, 4), *["架空の件数の推移である。"] * 6)
    rows = [tuple(texts[0] for texts in _texts(mark)[1:]) for mark in pages]
    assert len(set(rows)) < len(rows)
    assert set(Counter(rows).values()) == {Counter(rows)[rows[0]]}


def _content(header: Sequence[Sequence[Cell]], rows: Sequence[Sequence[Cell]], columns: int) -> TableContent:
    return TableContent(
        "t", (ColumnSpec(),) * columns, tuple(map(tuple, header)), tuple(BodyRow(tuple(row)) for row in rows)
    )


def test_columns_under_one_head_stay_together_where_a_page_holds_them() -> None:
    header = [
        [Cell("市", row_span=2), *(Cell(f"{year}年", column_span=3) for year in range(5))],
        [Cell(name) for _ in range(5) for name in ("件", "額", "率")],
    ]
    content = _content(header, [[Cell("北市"), *(Cell("1") for _ in range(15))]], 16)
    groups = column_groups(content, [50.0] * 16, 450)
    assert groups == ((0, *range(1, 7)), (0, *range(7, 13)), (0, *range(13, 16)))
    # A head that no page holds is parted, and stands over both of its parts.
    groups = column_groups(content, [50.0] * 16, 150)
    assert groups[0] == (0, 1, 2)
    head = chosen_columns(content, groups[0]).header
    assert [(cell.text, cell.column_span) for cell in head[0]] == [("市", 1), ("0年", 2)]
    assert [cell.text for cell in head[1]] == ["件", "額"]


@pytest.mark.parametrize(
    ("rows", "labels"),
    [
        ([["北市", "1"], ["南市", "2"]], 1),
        ([["1", "北市", "10"], ["2", "南市", "－"]], 2),
        ([["港", "北市", "甲", "1,000"], ["港", "南市", "乙", "△2"]], 3),
        ([["2020", "1.5"], ["2021", "2.5"]], 1),
        ([["甲", "乙", "丙"], ["丁", "戊", "己"]], 1),
    ],
)
def test_the_first_column_and_words_up_to_the_first_numbers_name_the_rows(rows: list[list[str]], labels: int) -> None:
    assert label_columns(_content((), [list(map(Cell, row)) for row in rows], len(rows[0]))) == labels


def test_columns_that_are_merged_downwards_name_the_rows_of_words() -> None:
    rows = [[Cell("分野", row_span=2), Cell("甲"), Cell("あ"), Cell("い")], [Cell("乙"), Cell("う"), Cell("え")]]
    assert label_columns(_content((), rows, 4)) == 2


def test_bands_shades_and_merged_rows_go_with_the_columns_that_are_chosen() -> None:
    rows = [
        [Cell("県", row_span=2), *(Cell(str(n), value=n) for n in range(4))],
        [Cell(str(n), value=n) for n in range(4)],
    ]
    content = _content([[Cell("地域"), *(Cell(f"欄{n}") for n in range(4))]], rows, 5)
    band = BodyRow((Cell("前期", column_span=5),), "band")
    shades = (ShadeRule(2, "pale_blue", "▲", columns=(3, 4)), ShadeRule(9, "pale_blue", "▲"), ShadeRule(1, "red", "▼", columns=(1,)))
    content = TableContent("t", content.columns, content.header, (band, *content.rows), shades, (0.2,) * 5)
    part = chosen_columns(content, (0, 3, 4))
    assert [[(cell.text, cell.column_span, cell.row_span) for cell in row.cells] for row in part.rows] == [
        [("前期", 3, 1)],
        [("県", 1, 2), ("2", 1, 1), ("3", 1, 1)],
        [("2", 1, 1), ("3", 1, 1)],
    ]
    assert [rule.columns for rule in part.shades] == [(1, 2), ()]
    assert part.shares == ()


def test_a_wide_table_in_a_deck_says_that_it_goes_on_and_breaks_no_rule() -> None:
    table = docgen.Table(
        id="t",
        title="市別の件数（架空）",
        columns=[{"heading": "市"}, *({"heading": f"{1980 + n}年", "align": "right"} for n in range(44))],
        rows=[[name, *(f"{n * 37:,}" for n in range(44))] for name in ("北市", "南市")],
        notes=[{"text": "架空の件数である。"}],
    )
    deck = docgen.Deck()
    deck.add(table)
    built = deck.build()
    slides = built.placed.slides
    count = len(slides)
    assert count > 1
    assert [slide.title for slide in slides] == [f"市別の件数（架空）（{n}/{count}）" for n in range(1, count + 1)]
    assert [slide.id for slide in slides] == ["table/t", *(f"table/t/{n}" for n in range(2, count + 1))]
    for at, slide in enumerate(slides):
        marks = {mark.id.rpartition("/")[2] for mark in slide.marks}
        assert ("continues" in marks, "continued" in marks) == (at < count - 1, at > 0)
        assert any("notes" in mark.id for mark in slide.marks) == (at == count - 1)
    assert check_placed(built.placed, built.pack) == ()


def test_a_table_that_must_stay_on_one_page_is_refused_where_its_columns_have_no_room() -> None:
    page = TablePage(
        id="p",
        title="市別の件数",
        tables=[
            {
                "id": "t",
                "columns": [{"heading": "市"}, *({"heading": f"{1980 + n}年"} for n in range(40))],
                "rows": [["北市", *(f"{n * 1037:,}" for n in range(40))]],
                "sparklines": {
                    "id": "s",
                    "title": "推移",
                    "kind": "sparkline",
                    "x": "年",
                    "data": {"年": ["2020年", "2021年"], "北市": [1, 2]},
                },
            }
        ],
    )
    deck = docgen.Deck()
    deck.add(page)
    with pytest.raises(DocgenError) as refused:
        deck.build()
    assert (refused.value.code, str(refused.value.where)) == ("table-too-wide", "slide p")
