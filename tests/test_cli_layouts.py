"""The commands of docgen layouts: exit statuses, and what a user reads."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from support.small_folder import make_folder

from docgen.cli import main


def run(*arguments: str | Path) -> Result:
    """The outcome of a command; what a user can cause is never an exception."""
    result = CliRunner().invoke(main, ["layouts", *(str(each) for each in arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def pack(folder: Path, text: str) -> Path:
    (folder / "layout.yaml").write_text(f"extends: cabinet_office\n{text}\n", encoding="utf-8")
    return folder


def test_a_sound_pack_has_no_errors() -> None:
    result = run("check", "cabinet-office")
    assert (result.exit_code, result.stdout) == (0, "0 errors, 0 notices\n")


def test_breaches_have_their_place_and_end_with_status_1(tmp_path: Path) -> None:
    result = run("check", pack(tmp_path, 'colours: {text_grey: {rgb: "999999"}}'))
    assert result.exit_code == 1
    # The role that takes it stands in the parent's file; the colour, which can be mended here, in the pack's own.
    assert "layout.yaml:2:" in result.stdout
    assert "cabinet_office/layout.yaml:" not in result.stdout
    assert "role 'note': text_grey on paper" in result.stdout


def test_breaches_for_programs_name_file_and_line(tmp_path: Path) -> None:
    result = run("check", pack(tmp_path, "kinds: {slogan: content}"), "--format", "json")
    (row,) = json.loads(result.stdout)
    assert (result.exit_code, row["code"], row["file"], row["line"]) == (1, "unknown-kind", str(tmp_path / "layout.yaml"), 2)


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_pack_that_cannot_be_loaded_ends_with_status_2(tmp_path: Path, form: str) -> None:
    result = run("check", pack(tmp_path, "colour: {}"), "--format", form)
    assert result.exit_code == 2
    assert "unknown key 'colour'" in result.output


def test_kinds_that_the_content_uses_are_served(tmp_path: Path) -> None:
    content = make_folder(tmp_path / "content")
    assert run("check", "cabinet-office", "--content", content).exit_code == 0


def test_a_new_pack_builds_at_once(tmp_path: Path) -> None:
    content = make_folder(tmp_path / "content")
    started = run("new", tmp_path / "my_bureau", "--extends", "cabinet-office")
    assert (started.exit_code, started.stderr) == (0, "")
    assert run("check", tmp_path / "my_bureau").exit_code == 0
    deck = tmp_path / "deck.pptx"
    built = CliRunner().invoke(main, ["build", str(content), "-l", str(tmp_path / "my_bureau"), "-o", str(deck)])
    assert built.exit_code == 0
    assert deck.is_file()


@pytest.mark.parametrize(
    ("name", "parent", "what"),
    [("1st", "cabinet_office", "is no name of a layout pack"), ("there", "cabinet_office", "there is a layout pack already"), ("own", "cabinet", "there is no layout pack 'cabinet'")],
)
def test_a_pack_that_cannot_be_started_is_said(tmp_path: Path, name: str, parent: str, what: str) -> None:
    (tmp_path / "there").mkdir()
    pack(tmp_path / "there", "")
    result = run("new", tmp_path / name, "--extends", parent)
    assert result.exit_code == 2
    assert what in result.stderr
    assert not (tmp_path / name / "layout.yaml").exists() or name == "there"
