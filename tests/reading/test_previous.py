"""The compendium of the year before: how it is named, and which ones are refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.small_folder import make_folder

from docgen.errors import DocgenErrors
from docgen.pipeline import load


def year(folder: Path, fiscal_year: int, *changes: tuple[str, str]) -> Path:
    """The small folder as that of a fiscal year, with texts of compendium.yaml replaced."""
    folder.mkdir()
    make_folder(folder)
    main = folder / "compendium.yaml"
    text = main.read_text(encoding="utf-8").replace("fiscal_year: 2023", f"fiscal_year: {fiscal_year}")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    main.write_text(text, encoding="utf-8")
    return folder


def refused(folder: Path, previous: Path | None = None) -> list[str]:
    with pytest.raises(DocgenErrors) as caught:
        load(folder, previous)
    return [error.what for error in caught.value.errors]


TITLE = "title: 小さなデータ集"


def test_the_folder_is_named_by_the_caller_or_by_the_content(tmp_path: Path) -> None:
    before = year(tmp_path / "a", 2022)
    stated = year(tmp_path / "b", 2023, (TITLE, f"{TITLE}\nprevious: ../a"))
    for compendium in (load(stated), load(year(tmp_path / "c", 2023), before)):
        assert compendium.previous is not None
        assert compendium.previous.fiscal_year == 2022
    assert load(tmp_path / "c").previous is None


def test_the_year_before_is_itself_compared_as_it_states(tmp_path: Path) -> None:
    year(tmp_path / "a", 2021)
    year(tmp_path / "b", 2022, (TITLE, f"{TITLE}\nprevious: ../a"))
    compendium = load(year(tmp_path / "c", 2023, (TITLE, f"{TITLE}\nprevious: ../b")))
    assert compendium.previous is not None
    assert compendium.previous.previous is not None
    assert compendium.previous.previous.fiscal_year == 2021


def test_a_folder_is_not_its_own_previous(tmp_path: Path) -> None:
    folder = year(tmp_path / "a", 2023)
    assert refused(folder, folder) == ["the previous compendium is this one"]


def test_folders_that_name_each_other_are_refused(tmp_path: Path) -> None:
    year(tmp_path / "a", 2022, (TITLE, f"{TITLE}\nprevious: ../b"))
    year(tmp_path / "b", 2023, (TITLE, f"{TITLE}\nprevious: ../a"))
    assert refused(tmp_path / "b") == ["the folders are each other's previous"]


@pytest.mark.parametrize("before", [2023, 2024])
def test_a_compendium_that_is_not_earlier_is_refused(tmp_path: Path, before: int) -> None:
    folder = year(tmp_path / "b", 2023)
    assert refused(folder, year(tmp_path / "a", before)) == [
        f"the previous compendium is of fiscal year {before}, this one of 2023"
    ]


def test_another_compendium_is_refused_by_its_ids(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "compendium.yaml").write_text("title: 別のデータ集\nfiscal_year: 2022\n", encoding="utf-8")
    assert refused(year(tmp_path / "b", 2023), other) == [
        "the previous compendium has nothing in common with this one: 別のデータ集"
    ]


def test_two_records_with_one_id_in_the_year_before_are_an_error_with_both_places(tmp_path: Path) -> None:
    before = year(tmp_path / "a", 2022)
    (before / "indicators" / "again.yaml").write_bytes((before / "indicators" / "I-1065.yaml").read_bytes())
    with pytest.raises(DocgenErrors) as caught:
        load(year(tmp_path / "b", 2023), before)
    (error,) = caught.value.errors
    assert (error.what, str(error.where)) == (
        "duplicate id 'I-1065' in indicators",
        f"{before / 'indicators' / 'again.yaml'}:1:5",
    )


def test_what_is_wrong_in_the_year_before_is_said_like_what_is_wrong_in_this_one(tmp_path: Path) -> None:
    before = year(tmp_path / "a", 2022, ("indicator: I-1070", "indicator: I-9999"))
    assert refused(year(tmp_path / "b", 2023), before) == ["there is no indicator 'I-9999'"]


def test_a_stated_folder_that_is_not_there_is_an_error_at_its_line(tmp_path: Path) -> None:
    folder = year(tmp_path / "b", 2023, (TITLE, f"{TITLE}\nprevious: ../a"))
    with pytest.raises(DocgenErrors) as caught:
        load(folder)
    (error,) = caught.value.errors
    assert (error.what, str(error.where)) == (
        "there is no such content folder",
        f"{folder / 'compendium.yaml'}:2:11",
    )
