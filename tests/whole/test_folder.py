"""A folder that a command makes is there whole, or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from docgen.errors import DocgenError
from docgen.whole.folder import write_folder


def two_files(part: Path) -> None:
    (part / "a.yaml").write_text("a")
    (part / "data").mkdir()
    (part / "data" / "b.csv").write_text("b")


def failing(part: Path) -> None:
    two_files(part)
    raise DocgenError.said("no")


def test_a_folder_is_made_with_all_that_is_written(tmp_path: Path) -> None:
    write_folder(tmp_path / "new", two_files)
    assert {path.name for path in tmp_path.rglob("*")} == {"new", "a.yaml", "data", "b.csv"}


def test_an_empty_folder_is_filled_also_where_one_stands_in_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    write_folder(Path("."), two_files)
    assert Path("a.yaml").read_text() == "a"
    assert {path.name for path in tmp_path.iterdir()} == {"empty"}


@pytest.mark.parametrize("there", [False, True])
def test_where_writing_fails_nothing_is_left(tmp_path: Path, there: bool) -> None:
    if there:
        (tmp_path / "new").mkdir()
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(DocgenError, match="no"):
        write_folder(tmp_path / "new", failing)
    assert sorted(tmp_path.rglob("*")) == before


def test_what_stands_there_is_not_covered(tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "mine.txt").write_text("mine")
    (tmp_path / "file").write_text("mine")
    for name in ("new", "file"):
        with pytest.raises(DocgenError, match="there is something already"):
            write_folder(tmp_path / name, two_files)
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["mine.txt"]


def test_a_place_in_no_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(DocgenError, match="cannot be written"):
        write_folder(tmp_path / "none" / "new", two_files)


def test_the_folder_is_as_open_as_any_other(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    write_folder(tmp_path / "new", two_files)
    assert os.stat(tmp_path / "new").st_mode == os.stat(tmp_path / "other").st_mode
