"""Parameters of a content folder: what stands in place of their names, and what is wrong with one."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.small_folder import make_folder

import docgen

_NAMED = "fiscal_year: 2023\nparameters: {year: '2022', 地域: 全国}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    make_folder(tmp_path)
    put(tmp_path, "compendium.yaml", "title: 小さなデータ集\nfiscal_year: 2023\n", f"title: ${{地域}}の$year年のデータ集（US$$5）\n{_NAMED}")
    put(tmp_path, "indicators/I-1065.yaml", "where: {year: 2022}", "where: {year: $year}")
    return tmp_path


def put(folder: Path, file: str, old: str, new: str) -> None:
    """Replace a passage of a file, which is there once."""
    text = (folder / file).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (folder / file).write_text(text.replace(old, new), encoding="utf-8")


def title_and_row(compendium: docgen.Compendium) -> tuple[str, object]:
    latest = compendium.indicators["I-1065"].pages[0].values[0].latest
    assert latest is not None
    assert isinstance(latest.value, docgen.DataReference)
    return compendium.title, latest.value.where


def test_a_parameter_stands_in_texts_and_selects_rows(folder: Path) -> None:
    assert title_and_row(docgen.load(folder)) == ("全国の2022年のデータ集（US$5）", {"year": "2022"})
    given = docgen.load(folder, parameters={"year": 2021, "地域": "関東"})
    assert title_and_row(given) == ("関東の2021年のデータ集（US$5）", {"year": "2021"})
    assert given.parameters == {"year": "2021", "地域": "関東"}


def test_a_folder_without_parameters_keeps_its_dollars(tmp_path: Path) -> None:
    put(make_folder(tmp_path), "compendium.yaml", "title: 小さなデータ集", "title: $a と $$")
    assert docgen.load(tmp_path).title == "$a と $$"


def test_a_parameter_that_the_folder_does_not_name_is_an_error_there(folder: Path) -> None:
    with pytest.raises(docgen.DocgenErrors) as raised:
        docgen.load(folder, parameters={"yaer": "2021"})
    assert str(raised.value).startswith(f"{folder}/compendium.yaml:3:13: there is no parameter 'yaer'")
    assert "did you mean 'year'?" in str(raised.value)


def test_a_name_in_a_text_that_no_parameter_has_is_an_error_at_the_text(folder: Path) -> None:
    put(folder, "indicators/I-1065.yaml", "{year: $year}", "{year: $yaer}")
    with pytest.raises(docgen.DocgenErrors) as raised:
        docgen.load(folder)
    assert "I-1065.yaml:" in str(raised.value)
    assert "there is no parameter 'yaer'" in str(raised.value)


@pytest.mark.parametrize("value", ["{{ 1 }}", "a {% if %}", "#}"])
def test_no_value_is_a_template(folder: Path, value: str) -> None:
    with pytest.raises(docgen.DocgenErrors, match="holds signs of templates"):
        docgen.load(folder, parameters={"地域": value})
