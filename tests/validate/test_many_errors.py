"""Many errors of one kind: the checks end after so many, and say so."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.small_folder import make_folder

from docgen.errors import DocgenErrors, nearest
from docgen.pipeline import load
from docgen.validate import validate

MOST = 20


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("docgen.validate.compendium.MOST_ERRORS", MOST)


def _wrong(root: Path, count: int) -> DocgenErrors:
    folder = make_folder(root)
    with (folder / "data.yaml").open("a", encoding="utf-8") as file:
        file.writelines(f"- {{id: more-{number}, file: data/deaths.csv, source: absent-{number}}}\n" for number in range(count))
    with pytest.raises(DocgenErrors) as raised:
        validate(load(folder))
    return raised.value


def test_after_the_most_errors_the_last_one_says_that_there_are_more(tmp_path: Path) -> None:
    *told, last = _wrong(tmp_path, MOST + 1).errors
    assert len(told) == MOST
    assert {error.code for error in told} == {"no-such-thing"}
    assert last.code == "more-errors"
    assert str(last.where).partition(":")[0].endswith("data.yaml")


def test_as_many_errors_are_all_told(tmp_path: Path) -> None:
    errors = _wrong(tmp_path, MOST).errors
    assert [error.code for error in errors] == ["no-such-thing"] * MOST


def test_a_guess_looks_at_no_more_than_the_first_names_of_very_many() -> None:
    taken = iter(f"name-{number}" for number in range(100_000))
    assert nearest("name-7", taken) is not None
    assert next(taken) == "name-500"
