"""Files of a size or depth that nobody writes by hand are refused at once, at their place."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from support.small_folder import make_folder

import docgen
from docgen.errors import DocgenError, Position
from docgen.model import Dataset
from docgen.reading.text_files.delimited import read_delimited
from docgen.reading.text_files.file import read_text
from docgen.reading.yaml_document import read_yaml


def yaml(folder: Path, text: str) -> DocgenError:
    path = folder / "a.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DocgenError) as error:
        read_yaml(path)
    assert isinstance(error.value.where, Position)
    return error.value


def test_values_that_are_deep_by_aliases_alone_are_refused(tmp_path: Path) -> None:
    lines = ["- &a0 {k: x}", *(f"- &a{number} {{k: *a{number - 1}}}" for number in range(1, 300))]
    assert yaml(tmp_path, "\n".join(lines)).code == "yaml-too-deep"


def test_more_values_than_anybody_writes_are_not_even_parsed(tmp_path: Path) -> None:
    assert yaml(tmp_path, "- {a: 1, b: 2}\n" * 90_000).code == "yaml-too-large"


def test_what_aliases_unfold_to_is_counted(tmp_path: Path) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 8)]
    assert yaml(tmp_path, "\n".join(lines)).code == "yaml-too-large"


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.yaml")
    with pytest.raises(DocgenError) as error:
        read_yaml(tmp_path / "x.yaml")
    assert (error.value.code, error.value.where) == ("no-regular-file", Position(str(tmp_path / "x.yaml"), 1))


def test_a_file_that_is_held_by_another_program_has_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def held(path: Path) -> bytes:
        raise PermissionError(13, "in use")

    (tmp_path / "a.csv").write_text("a,b\n", encoding="utf-8")
    monkeypatch.setattr(Path, "read_bytes", held)
    with pytest.raises(DocgenError) as error:
        read_text(tmp_path / "a.csv")
    assert (error.value.code, error.value.where) == ("file-unreadable", Position(str(tmp_path / "a.csv"), 1))
    assert error.value.hint


def test_twenty_thousand_columns_are_named_one_by_one(tmp_path: Path) -> None:
    names = [f"c{number}" for number in range(20_000)]
    (tmp_path / "wide.csv").write_text(",".join(names) + "\n" + "," * 19_999 + "\n", encoding="utf-8")
    assert read_delimited(Dataset(id="wide", file="wide.csv"), tmp_path / "wide.csv").columns == tuple(names)


@pytest.mark.parametrize("name", ["Thumbs.db", "__MACOSX/x", "sources.yaml:Zone.Identifier", "data/.DS_Store", "~$x.xlsx"])
def test_files_of_systems_are_passed_over(tmp_path: Path, name: str) -> None:
    folder = make_folder(tmp_path)
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"\0")
    docgen.load(folder)
