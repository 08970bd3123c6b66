"""Figures a year later: one year's rows move on with their values, and wait where the data has no number yet."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.small_folder import make_folder

import docgen
from docgen.pipeline import load

INDICATOR = """\
id: I-1
name: 研究費
category: reference
pages:
  - id: p
    values:
      - id: ai
        name: AI
        latest:
          value: {data: rd, column: n, where: {year: 2021, field: AI}}
          unit: 億円
          period: 2021年度
    figures:
      - id: fields
        title: 分野別
        kind: column
        data: rd
        where: {year: 2021}
        x: field
        series: [{name: 研究費, column: n}]
        unit: 億円
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "fy2023").mkdir()
    made = make_folder(tmp_path / "fy2023")
    (made / "indicators" / "I-1.yaml").write_text(INDICATOR, encoding="utf-8")
    data = made / "data.yaml"
    data.write_text(data.read_text(encoding="utf-8") + "- {id: rd, file: data/rd.csv}\n", encoding="utf-8")
    (made / "data" / "rd.csv").write_text("year,field,n\n2021,AI,5\n2021,量子,6\n", encoding="utf-8")
    return made


def rolled(folder: Path, *names: str) -> Path:
    for name in names:
        folder = docgen.roll(folder, folder.parent / name)
    return folder


def waiting(folder: Path) -> list[tuple[str, str]]:
    return [(item.kind, item.id) for item in docgen.todo(load(folder)) if item.id.startswith("I-1/")]


def test_a_figure_of_one_year_waits_with_its_value_and_goes_on_waiting(folder: Path) -> None:
    once = rolled(folder, "fy2024")
    assert "where: {year: 2021}" in (once / "indicators" / "I-1.yaml").read_text(encoding="utf-8")
    assert waiting(once) == [("value", "I-1/ai"), ("figure", "I-1/p/fields")]
    assert waiting(rolled(once, "fy2025")) == [("value", "I-1/ai"), ("figure", "I-1/p/fields")]


def test_a_figure_of_one_year_moves_on_where_the_data_has_numbers(folder: Path) -> None:
    (folder / "data" / "rd.csv").write_text("year,field,n\n2021,AI,5\n2022,AI,7\n2022,量子,\n", encoding="utf-8")
    once = rolled(folder, "fy2024")
    assert "where: {year: 2022}" in (once / "indicators" / "I-1.yaml").read_text(encoding="utf-8")
    assert waiting(once) == []


def test_an_updated_figure_waits_no_longer(folder: Path) -> None:
    once = rolled(folder, "fy2024")
    file = once / "indicators" / "I-1.yaml"
    (once / "data" / "rd.csv").write_text("year,field,n\n2021,AI,5\n2022,AI,7\n", encoding="utf-8")
    file.write_text(file.read_text(encoding="utf-8").replace("where: {year: 2021}", "where: {year: 2022}"), encoding="utf-8")
    assert waiting(once) == []


def test_a_highlight_moves_on_with_its_value_once_there_is_a_number(folder: Path) -> None:
    file = folder / "indicators" / "I-1.yaml"
    text = file.read_text(encoding="utf-8").replace("where: {year: 2021}\n        x: field", "x: year\n        highlights: [2021]")
    file.write_text(text.replace("kind: column", "kind: line\n        x_to: 2021"), encoding="utf-8")
    (folder / "data" / "rd.csv").write_text("year,field,n\n2021,AI,5\n2022,AI,7\n", encoding="utf-8")
    assert "highlights: [2022]" in (rolled(folder, "fy2024") / "indicators" / "I-1.yaml").read_text(encoding="utf-8")


def newer(folder: Path) -> list[str]:
    return [item.text("en").split(": ", 1)[1] for item in docgen.todo(load(folder)) if item.kind == "newer"]


def test_a_figure_that_ends_before_its_data_is_listed(folder: Path) -> None:
    assert newer(folder) == []
    (folder / "data" / "rd.csv").write_text(
        "year,field,n\n2021,AI,5\n2022,AI,7\n2023,AI,\n2040,AI,90\n", encoding="utf-8"
    )
    assert newer(folder) == [
        "I-1 figure fields: have the figure show 2022, which its data has; it ends with 2021 [indicators/I-1/fields]"
    ]
