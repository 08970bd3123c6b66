"""Marks at numbers (速報, 推計, *) are shown with them: in figures, in tables, behind the period of a value."""

from __future__ import annotations

from typing import Any

from docgen.derive import derive_record
from docgen.model import DataTable, Figure, Table
from docgen.ready import ReadyFigure, ReadyTable

YEARS = DataTable(
    ("年", "死者", "負傷者"),
    (("2020年", "2,839", "369"), ("2021年", "2,636", "362"), ("2022年", "2,610", "")),
    marks=(("", "", "*"), ("", "改定", ""), ("", "速報", "")),
)


def figure(**fields: Any) -> ReadyFigure:
    (page,) = derive_record(Figure.model_validate({"id": "f", "data": YEARS, "x": "年", "unit": "人", **fields}))
    assert isinstance(page.record, ReadyFigure)
    return page.record


def test_a_mark_that_all_points_of_a_category_have_stands_behind_the_category() -> None:
    made = figure(series=[{"name": "死者", "column": "死者"}])
    assert (made.categories, made.notes) == (("2020年", "2021年（改定）", "2022年（速報）"), ())


def test_a_mark_of_one_series_alone_is_a_note() -> None:
    made = figure()
    assert made.categories == ("2020年", "2021年", "2022年（速報）")
    assert made.notes == ("死者の2021年は改定。", "負傷者の2020年に「*」の印。")


def test_a_mark_at_the_category_itself_is_of_all_its_points() -> None:
    data = DataTable(("年", "死者"), (("2021年", "1"), ("2022年", "2")), marks=(("", ""), ("速報", "")))
    assert figure(data=data).categories == ("2021年", "2022年（速報）")


def test_a_cell_of_a_table_has_its_mark() -> None:
    columns = [{"heading": "年", "column": "年"}, {"heading": "死者", "column": "死者", "unit": "人"}, {"heading": "負傷者", "column": "負傷者"}]
    (page,) = derive_record(Table.model_validate({"id": "t", "data": YEARS, "columns": columns}))
    assert isinstance(page.record, ReadyTable)
    assert page.record.rows == (("2020年", "2,839人", "369\\*"), ("2021年", "2,636人（改定）", "362"), ("2022年", "2,610人（速報）", ""))
    assert [str(row[1]) for row in page.record.numbers] == ["2839", "2636", "2610"]
