"""Edits by position: what they change, and that they keep everything else as it is written."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.editing.edits import CellEdit, RowAdded, TextEdit, edited_csv, edited_text
from docgen.editing.years import period_later, year_later
from docgen.model import Period

YEARS = (
    ("2022年度", "2023年度"),
    ("2022", "2023"),
    ("2023/3", "2024/3"),
    ("2023年5月18日", "2024年5月18日"),
    ("2021年度末", "2022年度末"),
    ("令和4年度", "令和5年度"),
    ("平成31年", "令和2年"),
    ("2018年～2022年", "2019年～2023年"),
    ("FY2022", "FY2023"),
    ("上位100社", None),
    ("調査", None),
    ("12022", None),
)


@pytest.mark.parametrize(("text", "later"), YEARS)
def test_a_year_later_is_spelled_as_the_text_spells_it(text: str, later: str | None) -> None:
    assert year_later(text) == later


@pytest.mark.parametrize("text", ["2022年", "2022年度", "2022年末", "2021年度末", "2023年3月", "2023年5月18日"])
def test_a_period_a_year_later_is_of_the_same_kind(text: str) -> None:
    period = Period.parse(text)
    later = period_later(period)
    assert (later.kind, later.number) == (period.kind, period.number + 1)


def test_edits_of_a_text_are_made_from_its_end_to_its_beginning_each_once() -> None:
    edits = [TextEdit("f", 0, 1, "X"), TextEdit("f", 3, 3, "…"), TextEdit("f", 0, 1, "X"), TextEdit("f", 4, 6, "")]
    assert edited_text("abcdef", edits) == "Xbc…d"


CSV = 'year,n,remark\r\n2021,5,"a, ""b"""\r\n2022,6,\r\n'


def test_edits_of_a_table_keep_the_rows_that_they_do_not_touch() -> None:
    edits = (CellEdit("f", 3, 2, "改定"), RowAdded("f", 3, ("2023", "", "")))
    assert edited_csv(CSV, edits) == 'year,n,remark\r\n2021,5,"a, ""b"""\r\n2022,6,改定\r\n2023,,\r\n'


def test_a_row_is_added_after_a_last_line_without_an_end_and_after_a_row_of_several_lines() -> None:
    assert edited_csv("a\n1", (RowAdded("f", 2, ("2",)),)) == "a\n1\n2\n"
    assert edited_csv('a,b\n"x\ny",1\n2,3\n', (RowAdded("f", 2, ("n", "m")),)) == 'a,b\n"x\ny",1\nn,m\n2,3\n'


CELLS = st.text(st.sampled_from('あa1," \n'), max_size=5)


@given(st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=6), st.data())
def test_a_changed_cell_is_the_only_difference(rows: list[tuple[str, str]], data: st.DataObject) -> None:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    text = out.getvalue()
    at = data.draw(st.integers(0, len(rows) - 1))
    line = 1 + text[: len(_written(rows[:at]))].count("\n")
    new = data.draw(CELLS)
    expected = [list(row) for row in rows]
    expected[at][1] = new
    assert list(csv.reader(io.StringIO(edited_csv(text, (CellEdit("f", line, 1, new),)), newline=""))) == expected


def _written(rows: list[tuple[str, str]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


KEPT: tuple[tuple[str, str], ...] = (
    ('2022,"2,610","速報",x\n', '2022,"2,678","速報",x\n'),
    ('"2022", 5 ,""\n', '"2022","2,678",""\n'),
    ("2022,5\r\n", '2022,"2,678"\r\n'),
    ("2022\n", '2022,"2,678"\n'),
    ('2022,"a ""b""\nc",5\n', '2022,"2,678",5\n'),
)


@pytest.mark.parametrize(("before", "after"), KEPT)
def test_a_cell_keeps_its_quotes_and_its_neighbours_as_they_are_written(before: str, after: str) -> None:
    head = "year,n,remark,x\n"
    assert edited_csv(head + before, (CellEdit("f.csv", 2, 1, "2,678"),)) == head + after


def test_text_parted_by_tabs_stays_so() -> None:
    text = "年\t人\n2022\t2,610\n"
    assert edited_csv(text, (CellEdit("f.tsv", 2, 1, "2,678"), RowAdded("f.tsv", 2, ("2023", "1")))) == (
        "年\t人\n2022\t2,678\n2023\t1\n"
    )
