"""The commands of the next fiscal year: roll and todo."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from support.small_folder import make_folder

from docgen.cli import main


def run(*arguments: str | Path) -> Result:
    """The outcome of a command; what a user can cause is never an exception."""
    result = CliRunner().invoke(main, [str(each) for each in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "fy2023").mkdir()
    return make_folder(tmp_path / "fy2023")


def test_roll_makes_the_folder_and_says_how_much_is_to_do(folder: Path) -> None:
    target = folder.parent / "fy2024"
    result = run("roll", folder, target)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == f"{target}: 6 items to do (docgen todo {target})\n"
    assert run("build", target, "-o", folder.parent / "deck.pptx").exit_code == 0


def test_roll_refuses_what_is_there_with_status_2(folder: Path) -> None:
    result = run("roll", folder, folder)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "the new folder is the old one" in result.stderr


def test_todo_lists_each_item_and_their_number(folder: Path) -> None:
    target = folder.parent / "fy2024"
    run("roll", folder, target)
    place = f"{target}/data/deaths.csv:8:6: I-1065 交通事故死者数"
    lines = run("todo", target).stdout.splitlines()
    assert lines[0] == f"{place}: enter the value of 2023年 (now: 2,610人【2022年】) [I-1065/deaths]"
    assert lines[-1].startswith("6 items (value ")
    lines = run("todo", target, "--lang", "ja").stdout.splitlines()
    assert lines[0] == f"{place}: 2023年の値を入れる（現在：2,610人【2022年】） [I-1065/deaths]"
    assert lines[-1].startswith("作業6件（指標の値")


def test_todo_for_programs_and_as_an_excel_file(folder: Path) -> None:
    target, book = folder.parent / "fy2024", folder.parent / "todo.xlsx"
    run("roll", folder, target)
    result = run("todo", target, "--lang", "ja", "--format", "json", "-o", book)
    assert result.exit_code == 0
    first = json.loads(result.stdout)["items"][0]
    assert first == {
        "kind": "value",
        "id": "I-1065/deaths",
        "name": "I-1065 交通事故死者数",
        "task": "2023年の値を入れる",
        "now": "2,610人【2022年】",
        "pages": ["I-1065/traffic"],
        "file": str(target / "data" / "deaths.csv"),
        "line": 8,
        "column": 6,
    }
    assert book.read_bytes()[:2] == b"PK"


def test_todo_of_a_folder_without_open_items(folder: Path) -> None:
    result = run("todo", folder)
    assert result.exit_code == 0
    assert result.stdout.splitlines()[-1] == "1 item (no data 1)"


@pytest.mark.parametrize("form", ["text", "json"])
def test_todo_of_a_folder_that_does_not_load_ends_with_status_2(tmp_path: Path, form: str) -> None:
    result = run("todo", tmp_path / "none", "--format", form)
    assert result.exit_code == 2
    assert "no such content folder" in result.stdout + result.stderr


def test_todo_writes_no_other_kind_of_file(folder: Path) -> None:
    result = run("todo", folder, "-o", folder.parent / "todo.csv")
    assert result.exit_code == 2
    assert "is not the name of an Excel file" in result.stderr
    assert not (folder.parent / "todo.csv").exists()
