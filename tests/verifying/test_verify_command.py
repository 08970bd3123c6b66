"""``docgen verify``: what the deck says of itself, what is amiss in its file, and the exit status."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from support.broken_decks import FAULTS
from support.real_deck import PACKS, deck_bytes
from support.whole_decks import entries, one_of_everything, zipped

import docgen
from docgen.cli import main

ERROR = {"errors": [{"description": "a width of none", "path": "/ppt/slides/slide2.xml", "xPath": "/p:sld[1]"}]}


@pytest.fixture(autouse=True)
def no_sdk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCGEN_OOXML_VALIDATOR", "none")


def run(*words: str) -> Result:
    return CliRunner().invoke(main, ["verify", *words])


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    parts = entries(one_of_everything())
    FAULTS["a shape in a group of a shape's id"].change(parts)
    return zipped(parts, tmp_path / "broken.pptx")


def test_a_deck_of_docgen_says_what_it_is(tmp_path: Path) -> None:
    deck = tmp_path / "deck.pptx"
    deck.write_bytes(deck_bytes(PACKS[0]))
    result = run(str(deck))
    assert result.exit_code == 0
    first, last = result.stdout.splitlines()
    assert first.startswith("deck.pptx: built by docgen")
    assert "fiscal 2023, 100 pages" in first
    assert last == "0 errors, 0 notices"


def test_an_error_ends_with_one_and_its_place(broken: Path) -> None:
    result = run(str(broken), "--lang", "ja")
    assert result.exit_code == 1
    assert "broken.pptx: docgenで作成した記録がありません" in result.stdout
    assert "broken.pptx!p3!Oval 5: エラー: この図形のID 3が「Picture 2」と重複しています [shape-id]" in result.stdout


def test_programs_are_told_the_same(broken: Path) -> None:
    (row,) = json.loads(run(str(broken), "--format", "json").stdout)
    assert (row["code"], row["slides"], row["shape"]) == ("shape-id", [3], "Oval 5")
    (found,) = json.loads(run(str(broken), "--format", "sarif").stdout)["runs"][0]["results"]
    assert found["ruleId"] == "shape-id"
    assert found["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].endswith("broken.pptx")


@pytest.mark.parametrize("data", [None, b"", b"no deck"])
def test_what_is_no_deck_ends_with_two(data: bytes | None, tmp_path: Path) -> None:
    deck = tmp_path / "deck.pptx"
    if data is not None:
        deck.write_bytes(data)
    assert run(str(deck)).exit_code == 2


def test_a_file_with_two_entries_of_one_name_is_told(tmp_path: Path) -> None:
    deck = zipped({**entries(one_of_everything()), "PPT/presentation.xml": b""}, tmp_path / "deck.pptx")
    result = run(str(deck))
    assert result.exit_code == 1
    assert "[entry-twice]" in result.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="a script stands for the validator")
@pytest.mark.parametrize(("answer", "code"), [(json.dumps(ERROR), "schema"), ("no answer", "schema"), ('{"errors": []}', "")])
def test_the_sdk_is_given_a_copy_and_what_it_finds_is_told(
    answer: str, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program, deck = tmp_path / "validator", tmp_path / "deck.pptx"
    program.write_text(f"#!/bin/sh\necho changed > \"$1\"\necho '{answer}'\n", encoding="utf-8")
    program.chmod(0o755)
    deck.write_bytes(one_of_everything())
    monkeypatch.setenv("DOCGEN_OOXML_VALIDATOR", str(program))
    assert [breach.code for breach in docgen.verify(deck)] == [code] * bool(code)
    assert deck.read_bytes() == one_of_everything()


