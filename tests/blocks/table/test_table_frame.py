from __future__ import annotations

import pandas as pd
import pytest
from support.drawn_marks import drawn_marks, words
from support.packs import small_pack, style_for

from docgen.blocks.table.cell import ColumnSpec
from docgen.blocks.table.table import TableBlock
from docgen.placed import Box, TableMark

_STYLE = style_for(small_pack())
_FRAME = pd.DataFrame(
    {"大学": ["甲{大学}", "乙大学", None], "論文数": [12345.0, None, 7.0], "割合": [0.1234, 0.05, 0.9]}
)


def _texts(table: TableBlock) -> list[list[str]]:
    (mark,) = drawn_marks(table, Box(0, 0, 400, 400), _STYLE)
    assert isinstance(mark, TableMark)
    return [["".join(words(cell.body)) for cell in row.cells] for row in mark.rows]


def test_values_are_written_by_the_format_of_their_column_and_gaps_as_missing() -> None:
    table = TableBlock.from_frame(
        "f", _FRAME, formats={"論文数": ",.0f", "割合": lambda value: f"{value:.1%}"}, missing="―"
    )
    assert _texts(table) == [
        ["大学", "論文数", "割合"],
        ["甲{大学}", "12,345", "12.3%"],
        ["乙大学", "―", "5.0%"],
        ["―", "7", "90.0%"],
    ]


def test_numbers_stand_on_the_decimal_point_and_words_left_unless_told_otherwise() -> None:
    table = TableBlock.from_frame("f", _FRAME, columns={"割合": ColumnSpec("比", "center")})
    assert [column.align for column in table.columns] == ["left", "decimal", "center"]
    assert table.columns[2].heading == "比"


def test_cells_keep_their_numbers_for_rules_of_shading() -> None:
    table = TableBlock.from_frame("f", _FRAME, formats={"割合": ".0%"})
    assert [row.cells[2].value for row in table.rows] == [pytest.approx(0.1234), 0.05, 0.9]


def test_levels_of_column_names_become_header_rows_with_equal_neighbours_merged() -> None:
    columns = pd.MultiIndex.from_tuples([("予算", "当初"), ("予算", "補正"), ("人員", "常勤")])
    table = TableBlock.from_frame("f", pd.DataFrame([[1, 2, 3]], columns=columns))
    assert table.header is not None
    assert [[(cell.text, cell.column_span) for cell in row] for row in table.header] == [
        [("予算", 2), ("人員", 1)],
        [("当初", 1), ("補正", 1), ("常勤", 1)],
    ]


def test_a_frame_without_rows_is_a_table_with_a_header_only() -> None:
    assert _texts(TableBlock.from_frame("f", _FRAME.iloc[:0])) == [["大学", "論文数", "割合"]]
