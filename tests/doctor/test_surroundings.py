"""What docgen runs in: the console's encoding, a folder for temporary files, the language; and the validator."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

from docgen.doctor.provision import SYSTEMS, Provision
from docgen.doctor.supplies import LIBREOFFICE
from docgen.doctor.surroundings import console, python, spoken_language, temporary_folder
from docgen.messages import message
from docgen.verifying.validator import find_validator


def found(provision: Provision) -> str:
    return str(provision.row("en")["found"])


def test_the_python_that_runs_the_tests_is_new_enough() -> None:
    assert python().there


@pytest.mark.parametrize(
    ("encoding", "there", "says"),
    [("utf-8", True, "utf-8"), ("cp932", True, "lacks some signs"), ("latin-1", False, "no Japanese"), ("no-code", False, "no Japanese")],
)
def test_a_console_says_what_it_cannot_show(encoding: str, there: bool, says: str) -> None:
    told = console(encoding)
    assert told.there is there
    assert says in found(told)
    assert bool(told.ways()) is (encoding != "utf-8")


def test_a_folder_for_temporary_files_that_cannot_be_written_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**_: str) -> None:
        raise FileNotFoundError(2, "No usable temporary directory found")

    assert temporary_folder().there
    monkeypatch.setattr(tempfile, "NamedTemporaryFile", refuse)
    told = temporary_folder()
    assert (told.there, "No usable temporary directory" in found(told)) == (False, True)


def test_what_decided_the_language_is_named_but_never_its_value() -> None:
    environment = {"LC_ALL": "", "LANG": "ja_JP.UTF-8 secret"}
    told = spoken_language(False, environment).row("ja")["found"]
    assert "LANG" in told
    assert "secret" not in told
    assert "--lang" in spoken_language(True, environment).row("ja")["found"]
    assert spoken_language(False, {}).row("ja")["found"] == "日本語（システムの設定）。"


def test_the_own_system_comes_first() -> None:
    told = Provision("libreoffice", "LibreOffice", False, "", message("doctor-purpose-libreoffice"), LIBREOFFICE)
    firsts = [told.ways(platform)[0][0] for platform in ("win32", "darwin", "linux")]
    assert firsts == ["windows", "macos", "debian"]
    assert {system for system, _ in told.ways("linux")} == set(SYSTEMS)


def test_the_validator_is_found_where_it_is_named_then_in_the_folder_then_on_the_path(tmp_path: Path) -> None:
    places = [tmp_path / "named", tmp_path / "node_modules" / ".bin" / "ooxml-validator", tmp_path / "path" / "ooxml-validator"]
    for place in places:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text("")
        place.chmod(0o755)
    environment = {"DOCGEN_OOXML_VALIDATOR": str(places[0]), "PATH": str(places[2].parent)}
    assert find_validator(environment, tmp_path) == places[0]
    del environment["DOCGEN_OOXML_VALIDATOR"]
    assert find_validator(environment, tmp_path) == places[1]
    assert find_validator(environment, tmp_path / "path") == places[2]
    assert find_validator({"DOCGEN_OOXML_VALIDATOR": str(tmp_path / "gone"), "PATH": os.defpath}, tmp_path) is None
