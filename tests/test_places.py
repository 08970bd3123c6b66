"""Places that messages name: how they are printed, told to programs, and ordered."""

from __future__ import annotations

from docgen.errors import CellPosition, DocgenError, DocgenErrors, Located, Position
from docgen.place_parts import place_in_parts


def test_a_cell_is_named_by_workbook_sheet_and_address() -> None:
    error = DocgenError.said("not a number", where=CellPosition("data/指標データ.xlsx", "指標", 15, 5))
    assert str(error) == "data/指標データ.xlsx!指標!E15: not a number"


def test_programs_get_the_parts_of_a_cell() -> None:
    assert place_in_parts(CellPosition("a.xlsx", "指標", 15, 28)) == {"file": "a.xlsx", "sheet": "指標", "row": 15, "column": 28, "cell": "AB15"}
    assert place_in_parts(CellPosition("a.xlsx", "指標")) == {"file": "a.xlsx", "sheet": "指標"}


def test_errors_come_by_file_then_sheet_row_and_column() -> None:
    places: list[Located] = [
        CellPosition("b.xlsx", "二", 1, 1), CellPosition("b.xlsx", "一", 10, 1), CellPosition("b.xlsx", "一", 9, 28), CellPosition("b.xlsx", "一", 9, 3),
        Position("c.csv", 2), CellPosition("b.xlsx"), Position("a.yaml", 3, 4),
    ]  # fmt: skip
    told = [str(error.where) for error in DocgenErrors(DocgenError.said("x", where=where) for where in places).errors]
    assert told == ["a.yaml:3:4", "b.xlsx", "b.xlsx!一!C9", "b.xlsx!一!AB9", "b.xlsx!一!A10", "b.xlsx!二!A1", "c.csv:2:1"]
