"""Bad data of a figure in a content folder: the error names the file, the column and the row."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.small_folder import make_folder, spoil

from docgen.derive import derive
from docgen.errors import DocgenError, DocgenErrors, Position
from docgen.reading import load

DEATHS = "data/deaths.csv"
FIGURE = "indicators/I-1065.yaml"


def problem(folder: Path) -> DocgenError:
    with pytest.raises(DocgenErrors) as raised:
        derive(load(folder))
    return raised.value.errors[0]


def test_a_text_in_a_column_of_numbers_is_named_at_its_cell(tmp_path: Path) -> None:
    error = problem(spoil(tmp_path, DEATHS, "2019,3215,", "2019,約3215,"))
    assert error.where == Position(str(tmp_path / DEATHS), 4, 6)
    assert error.what == "'約3215' in column 'deaths' is not a number"


def test_a_series_without_numbers_names_file_column_and_rows(tmp_path: Path) -> None:
    error = problem(spoil(tmp_path, FIGURE, "column: deaths}\n        unit", "column: remark2}\n        unit"))
    assert "remark2" in error.what
    text = "year,deaths,empty\n2017,3694,\n2018,3532,-\n2019,3215,\n2020,2839,\n2021,2636,\n2022,2610,\n"
    folder = spoil(tmp_path, FIGURE, "column: deaths}\n        unit", "column: empty}\n        unit")
    (folder / DEATHS).write_text(text, encoding="utf-8")
    assert problem(folder).what == (
        "series '交通事故死者数' of figure 'deaths' has no number to draw: all its cells are empty in"
        " data/deaths.csv, column empty, lines 2 to 7"
    )


def test_two_rows_of_one_category_are_named_by_their_lines(tmp_path: Path) -> None:
    error = problem(spoil(tmp_path, DEATHS, "2019,3215,", "2018,3215,"))
    assert "data/deaths.csv has two rows for year = 2018" in error.what
    assert "lines 3, 4" in error.what


def test_a_series_of_another_unit_is_named_at_its_place_in_the_content(tmp_path: Path) -> None:
    series = "- {name: 交通事故死者数, column: deaths}\n        unit"
    other = "- {name: 死者数, column: deaths}\n          - {name: 率, column: deaths, unit: '%'}\n        unit"
    error = problem(spoil(tmp_path, FIGURE, series, other))
    assert error.what == "figure 'deaths' has series of different units on one axis: 死者数（人）、率（%）"
    assert isinstance(error.where, Position)
    assert error.where.file.endswith(FIGURE)


def test_what_a_kind_cannot_show_is_named_at_its_place_in_the_content(tmp_path: Path) -> None:
    error = problem(spoil(tmp_path, FIGURE, "x_suffix: 年", "x_suffix: 年\n        kind: slope"))
    assert error.what == "figure 'deaths' is a slope of 6 points"
    assert isinstance(error.where, Position)
    assert error.where.file.endswith(FIGURE)


def test_a_gap_in_the_data_is_no_error(tmp_path: Path) -> None:
    folder = make_folder(tmp_path)
    path = folder / DEATHS
    path.write_text(path.read_text(encoding="utf-8").replace("2020,2839,", "2020,,"), encoding="utf-8")
    (page,) = [page for page in derive(load(folder)).pages if page.kind == "indicator_detail"]
    values = page.record.figures[0].series[0].values  # type: ignore[attr-defined]
    assert [value is None for value in values] == [False, False, False, True, False, False]
