"""Texts changed by hand, written back to the content where they came from one literal field."""

from __future__ import annotations

import importlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from pptx import Presentation
from support.small_folder import make_folder

import docgen
from docgen.cli import main
from docgen.errors import DocgenError, Position
from docgen.reading.yaml_edit import replaced


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_folder(tmp_path / "content")


def edited(folder: Path, edits: dict[str, str]) -> Path:
    """The folder's deck with texts of runs replaced, wherever they stand."""
    deck = docgen.build(docgen.load(folder)).save(folder.parent / "edited.pptx")
    presentation = Presentation(str(deck))
    done: set[str] = set()
    for slide in presentation.slides:
        for element in slide._element.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}t"):
            for before, after in edits.items():
                if element.text and before in element.text and before not in done:
                    element.text = element.text.replace(before, after)
                    done.add(before)
    assert done == set(edits)
    presentation.save(str(deck))
    return deck


def merge(deck: Path, folder: Path, *more: str) -> Any:
    output = folder.parent / "merged.pptx"
    result = CliRunner().invoke(
        main, ["merge", str(deck), str(folder), "-o", str(output), "--to-content", "--format", "json", *more]
    )
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return json.loads(result.stdout)


def test_a_literal_text_goes_to_its_field_and_the_next_build_has_it(folder: Path) -> None:
    deck = edited(folder, {"月面探査の推進": "月面探査及び利用の推進"})
    path = folder / "measures" / "measures-1.yaml"
    text = path.read_text(encoding="utf-8")
    answer = merge(deck, folder)
    assert path.read_text(encoding="utf-8") == text.replace("月面探査の推進", "月面探査及び利用の推進")
    (written,) = answer["written"]
    assert (written["file"], written["line"]) == (str(path), 6)
    assert answer["conflicts"] == []
    measures = docgen.load(folder).measure_charts["measures-1"]
    assert measures.plan_items[0].text == "月面探査及び利用の推進"


def test_a_part_of_a_printed_text_goes_to_its_field(folder: Path) -> None:
    deck = edited(folder, {"研究開発の推進": "研究開発と社会実装の推進"})
    answer = merge(deck, folder)
    assert [each["after"] for each in answer["written"]] == ["研究開発と社会実装の推進"]
    assert docgen.load(folder).measure_charts["measures-1"].title == "研究開発と社会実装の推進"


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        ("に減少", "に大きく減少", "it is made from the template at"),
        ("45億円", "46億円", "it is made from the template at"),
        ("231.0点", "250点", "it comes from data"),
    ],
)
def test_a_text_from_a_template_or_from_data_is_not_written(folder: Path, before: str, after: str, reason: str) -> None:
    files = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    answer = merge(edited(folder, {before: after}), folder)
    (left,) = answer["not_written"]
    assert left["reason"].startswith(reason), left
    assert answer["written"] == []
    assert {path: path.read_bytes() for path in files} == files


def test_markup_is_not_written(folder: Path) -> None:
    answer = merge(edited(folder, {"月面探査の推進": "月面{探査}の推進"}), folder)
    assert [each["reason"] for each in answer["not_written"]] == [
        "the new text has characters that mean markup in the content"
    ]


def test_the_content_stays_as_it_was_where_the_merge_fails(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deck = edited(folder, {"月面探査の推進": "月面探査及び利用の推進"})
    path = folder / "measures" / "measures-1.yaml"
    before = path.read_bytes()

    def fail(*_: object, **__: object) -> None:
        raise DocgenError.said("no room")

    monkeypatch.setattr(importlib.import_module("docgen.merging.merged_deck"), "merge", fail)
    result = CliRunner().invoke(main, ["merge", str(deck), str(folder), "-o", str(folder.parent / "m.pptx"), "--to-content"])
    assert (result.exit_code, path.read_bytes()) == (2, before)


KEPT: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("a: old # remark\nb: 1\n", lambda new: f"a: {new} # remark\nb: 1\n"),
    ("a: 'old'\n", lambda new: f"a: '{new}'\n"),
    ('a: "old"\n', lambda new: f'a: "{new}"\n'),
    ("a: {b: old, c: [old]}\n", lambda new: f"a: {{b: {new}, c: [old]}}\n"),
    ("- x\n- old\n", lambda new: f"- x\n- {new}\n"),
)


@pytest.mark.parametrize(("source", "wanted"), KEPT)
def test_a_replaced_text_keeps_its_style_and_its_surroundings(source: str, wanted: Callable[[str], str]) -> None:
    line = next(number for number, text in enumerate(source.split("\n"), 1) if "old" in text)
    column = min(at for quote in ("old", "'old", '"old') if (at := source.split("\n")[line - 1].find(quote)) >= 0) + 1
    assert replaced(source, Position("f", line, column), "新しい語") == wanted("新しい語")


@pytest.mark.parametrize("new", ["- a", "a: b", "# x", "'q'", '"', "yes", "12", "{x}", "a\nb", "null", " x", "[", "@a", "%"])
def test_a_text_that_yaml_would_misread_is_quoted(new: str) -> None:
    text = replaced("a: old\nb: [old, c]\n", Position("f", 1, 4), new)
    assert yaml.safe_load(text) == {"a": new, "b": ["old", "c"]}


def test_a_place_without_a_text_and_a_shared_anchor_are_refused() -> None:
    with pytest.raises(DocgenError, match="no text stands here"):
        replaced("a: old\n", Position("f", 1, 2), "new")
    with pytest.raises(DocgenError, match="cannot be replaced"):
        replaced("a: &shared old\nb: *shared\n", Position("f", 1, 4), "new")
