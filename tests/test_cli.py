"""The commands: exit statuses, what a user reads where the input is wrong, and what stays as it was."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from support.real_deck import CONTENT, ROOT
from support.small_folder import make_folder, spoil

from docgen.cli import main
from docgen.cli.pages import page_numbers
from docgen.errors import DocgenError

INDICATOR = "indicators/I-1065.yaml"
BEFORE = b"the deck of last week"


def run(*arguments: str | Path) -> Result:
    """The outcome of a command; what a user can cause is never an exception."""
    result = CliRunner().invoke(main, [str(each) for each in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def build(folder: Path, *more: str | Path) -> tuple[Result, bytes]:
    """A build over a deck that is there already, and the bytes that are there afterwards."""
    deck = folder.parent / "deck.pptx"
    deck.write_bytes(BEFORE)
    return run("build", folder, "-o", deck, *more), deck.read_bytes()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    return make_folder(tmp_path / "content")


def test_build_writes_the_deck_and_says_how_many_slides(folder: Path) -> None:
    result, data = build(folder)
    assert (result.exit_code, result.stderr) == (0, "")
    assert re.fullmatch(r".*deck\.pptx: \d+ slides\nParts without data left out: 1 \(.*\)\n", result.stdout)
    assert data[:2] == b"PK"


def test_build_names_the_deck_after_the_content_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert run("build", ".").exit_code == 0
    assert (folder / "content.pptx").is_file()


def test_build_takes_a_layout_by_name_or_folder(folder: Path) -> None:
    assert build(folder, "-l", "cabinet-office")[0].exit_code == 0
    assert build(folder, "-l", ROOT / "tests" / "layouts" / "wide")[0].exit_code == 0


# What is spoiled: the file, what stood there, what stands there now; where the error is; what it says.
BAD_INPUT = {
    "unknown key": (INDICATOR, "better: lower", "beter: lower", "11:9", "unknown key 'beter'", "did you mean 'better'?"),
    "missing field": (INDICATOR, "        name: 交通事故死者数\n", "", "9:9", "'name' is missing", "add a line 'name: …'"),
    "wrong type": ("compendium.yaml", "fiscal_year: 2023", "fiscal_year: いつか", "2:14", "is not a year", "令和5年度"),
    "duplicate key": (INDICATOR, "category: reference", "name: 別の名\ncategory: reference", "3:1", "duplicate key 'name'", "the first one is in line 2"),
    "duplicate id": ("data.yaml", "{id: budgets", "{id: deaths", "2:8", "duplicate id 'deaths'", "the first one is at"),
    "reference to nothing": ("findings/strategy.yaml", "indicator: I-1065", "indicator: I-1066", "3:14", "there is no indicator 'I-1066'", "did you mean 'I-1065'?"),
    "missing data file": ("data.yaml", "data/scores.csv", "data/score.csv", "3:22", "there is no data file 'data/score.csv'", "did you mean 'data/scores.csv'?"),
    "missing column": (INDICATOR, "column: deaths}\n        unit", "column: death}\n        unit", "28:37", "has no column 'death'", "did you mean 'deaths'?"),
    "number that is not one": ("data/deaths.csv", "2017,3694,", "2017,三千,", "2:6", "'三千' in column 'deaths' is not a number", "put the unit and remarks"),
    "failing template": (INDICATOR, '].deaths.past }}', '].death.past }}', "7:34", "the template names", "did you mean 'deaths'?"),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD_INPUT)
def test_bad_input_is_said_with_its_place_and_a_hint_and_the_old_deck_stays(tmp_path: Path, case: str) -> None:
    file, old, new, place, what, hint = BAD_INPUT[case]
    (tmp_path / "content").mkdir()
    folder = spoil(tmp_path / "content", file, old, new)
    result, data = build(folder)
    assert result.exit_code == 2
    assert result.stdout == ""
    lines = result.stderr.splitlines()
    at = next((n for n, line in enumerate(lines) if line.startswith(f"{folder / file}:{place}: ")), None)
    assert at is not None, result.stderr
    told = "\n".join(lines[at : at + 3])
    assert what in told
    assert "expected: " in told
    assert hint in told
    assert data == BEFORE


def test_all_errors_of_a_folder_come_in_one_run(folder: Path) -> None:
    for file, old, new, *_ in BAD_INPUT.values():
        text = (folder / file).read_text(encoding="utf-8")
        if old in text:
            (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    result, data = build(folder)
    assert (result.exit_code, data) == (2, BEFORE)
    found = [case for case, (_, _, _, _, what, _) in BAD_INPUT.items() if what in result.stderr]
    # The indicator whose record cannot be read tells of its shape first, of its data when it has one.
    assert set(BAD_INPUT) - set(found) <= {"missing column", "failing template", "number that is not one"}
    assert re.search(rf"^{len(found)} errors$|^\d+ errors$", result.stderr.splitlines()[-1])


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    result = run("build", tmp_path / "nothing", "-o", tmp_path / "deck.pptx")
    assert result.exit_code == 2
    assert result.stderr.startswith(f"{tmp_path / 'nothing'}: there is no such content folder\n")
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_layout_names_the_nearest(folder: Path) -> None:
    result, data = build(folder, "-l", "cabinet_ofice")
    assert (result.exit_code, data) == (2, BEFORE)
    assert "there is no layout pack 'cabinet_ofice'" in result.stderr
    assert "hint: did you mean 'cabinet_office'?" in result.stderr


@pytest.mark.parametrize(
    ("name", "said"), [("no/such/folder/deck.pptx", "the deck cannot be written: "), ("content", "what is there is no file: ")]
)
def test_an_output_that_cannot_be_written_is_named(folder: Path, name: str, said: str) -> None:
    before = sorted(folder.parent.rglob("*"))
    result = run("build", folder, "-o", folder.parent / name)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"{folder.parent / name}: {said}")
    assert "hint: choose another " in result.stderr
    assert sorted(folder.parent.rglob("*")) == before


def test_a_deck_is_replaced_in_one_step_without_leavings(folder: Path) -> None:
    build(folder)
    assert sorted(path.name for path in folder.parent.iterdir()) == ["content", "deck.pptx"]


def test_check_ends_with_0_where_there_are_notices_only(folder: Path) -> None:
    result = run("check", folder)
    assert result.exit_code == 0, result.stdout
    assert result.stdout.splitlines()[-2] == "0 errors, 1 notices"
    assert "I-1070/share: notice: 国際共著論文: no data yet [missing-data]" in result.stdout


def test_check_ends_with_1_where_there_are_errors(tmp_path: Path) -> None:
    folder = spoil(tmp_path, "findings/strategy.yaml", "死者数は", "死者数は2,610人となり")
    result = run("check", folder)
    assert result.exit_code == 1
    assert f"{folder}/findings/strategy.yaml:5:7: error: the number '2,610人' is typed" in result.stdout


def test_check_tells_programs_where_each_breach_is(tmp_path: Path) -> None:
    folder = spoil(tmp_path, "findings/strategy.yaml", "死者数は", "死者数は2,610人となり")
    result = run("check", folder, "--format", "json")
    assert result.exit_code == 1
    first = json.loads(result.stdout)[0]
    assert first.pop("what").startswith("the number '2,610人'")
    assert first.pop("hint").startswith("docgen bind takes it from the data")
    assert first.pop("values") == {"number": "2,610人"}
    place = {"file": str(folder / "findings/strategy.yaml"), "line": 5, "column": 7}
    where = f"{folder / 'findings/strategy.yaml'}:5:7"
    assert first == {"number": 1, "code": "literal-number", "level": "error", "where": where, "slides": [], **place}


def test_check_tells_programs_what_is_wrong_with_the_input(tmp_path: Path) -> None:
    folder = spoil(tmp_path, INDICATOR, "better: lower", "beter: lower")
    result = run("check", folder, "--format", "json")
    assert result.exit_code == 2
    (error,) = json.loads(result.stdout)["errors"]
    assert (error["line"], error["column"], error["what"]) == (11, 9, "unknown key 'beter'")
    assert (error["code"], error["values"]["key"]) == ("unknown-key", "beter")
    assert error["hint"] == "did you mean 'better'?"


def test_check_of_a_wrong_folder_ends_with_2(tmp_path: Path) -> None:
    result = run("check", spoil(tmp_path, INDICATOR, "better: lower", "beter: lower"))
    assert (result.exit_code, result.stdout) == (2, "")
    assert "unknown key 'beter'" in result.stderr


def test_the_real_content_has_no_errors() -> None:
    result = run("check", CONTENT)
    assert result.exit_code == 0, "\n".join(line for line in result.stdout.splitlines() if " error: " in line)


@pytest.mark.parametrize(
    ("text", "pages"), [("3", (3,)), ("3,7-9", (3, 7, 8, 9)), (" 2 , 4-4", (2, 4)), ("5,1-2,5", (5, 1, 2))]
)
def test_pages_are_named_by_numbers_and_ranges(text: str, pages: Sequence[int]) -> None:
    assert page_numbers(text) == pages


@pytest.mark.parametrize("text", ["", "a", "3-", "-3", "9-7", "1,,2", "1-99999999999", "²"])
def test_what_names_no_pages_is_refused(text: str) -> None:
    with pytest.raises(DocgenError, match="names no pages"):
        page_numbers(text)


def test_render_refuses_pages_that_are_none_before_anything_is_drawn(tmp_path: Path) -> None:
    result = run("render", tmp_path / "deck.pptx", "-o", tmp_path / "out", "--pages", "9-7")
    assert result.exit_code == 2
    assert result.stderr.startswith("--pages: '9-7' names no pages\n")
    assert not (tmp_path / "out").exists()


def test_help_names_the_commands_and_the_exit_statuses() -> None:
    result = run("--help")
    assert result.exit_code == 0
    assert all(word in result.output for word in ("build", "check", "render", "Exit status: 0 done"))


@pytest.mark.parametrize("arguments", [["biuld"], ["build", "--no-such-option"], ["check"], ["check", ".", "--format", "xml"]])
def test_a_command_that_is_none_ends_with_2(arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2


def test_in_a_pipe_there_is_no_progress_and_no_traceback(tmp_path: Path) -> None:
    folder = spoil(tmp_path, INDICATOR, "better: lower", "beter: lower")
    command = [sys.executable, "-m", "docgen", "build", str(folder), "-o", str(tmp_path / "deck.pptx")]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    result = subprocess.run(command, capture_output=True, text=True, env=environment, check=False, encoding="utf-8")
    assert (result.returncode, result.stdout) == (2, "")
    assert "Traceback" not in result.stderr
    assert "\x1b" not in result.stderr


@pytest.mark.skipif(shutil.which("script") is None, reason="the program script is missing, which plays a terminal")
def test_on_a_terminal_there_is_progress(folder: Path) -> None:
    command = f"{sys.executable} -m docgen build {folder} -o {folder.parent / 'deck.pptx'}"
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm"}
    result = subprocess.run(
        ["script", "-qec", command, "/dev/null"], capture_output=True, text=True, env=environment, check=False
    )
    assert result.returncode == 0
    assert "composing the pages" in result.stdout
