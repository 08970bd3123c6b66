"""What a pack states and where; the specimen of its boxes, roles and colours; the commands that show both."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from support.real_deck import PACKS, pack_in, pack_name

from docgen.cli import main
from docgen.compose.specimen import specimen
from docgen.layout.stated_values import stated_values
from docgen.placed import ShapeMark, TextBody
from docgen.write import write

in_every_pack = pytest.mark.parametrize("folder", PACKS, ids=pack_name)


def written(folder: Path, text: str) -> str:
    (folder / "layout.yaml").write_text(text, encoding="utf-8")
    return str(folder)


def run(*arguments: str) -> str:
    result = CliRunner().invoke(main, ["layouts", *arguments])
    assert result.exit_code == 0, result.output
    return result.output


@in_every_pack
def test_every_role_colour_and_slot_is_said_with_the_line_that_states_it(folder: Path) -> None:
    pack = pack_in(folder)
    found = list(stated_values(pack))
    names = {path[:2] for path in (each.path for each in found)}
    assert {("roles", name) for name in pack.roles} | {("colours", name) for name in pack.colours} <= names
    slots = {each.path[1::2] for each in found if each.path[0] == "slide_layouts" and each.path[2] == "slots"}
    assert slots == {(name, slot) for name, layout in pack.slide_layouts.items() for slot in layout.slots}
    for each in found:
        if each.position is not None and isinstance(each.value, str) and "\n" not in each.value:
            line = Path(each.position.file).read_text(encoding="utf-8").splitlines()[each.position.line - 1]
            assert each.value in line, each


def test_a_value_of_the_pack_and_one_of_its_parent_are_told_apart(tmp_path: Path) -> None:
    pack = written(tmp_path, "extends: cabinet_office\nroles:\n  title: {size: 20}\n")
    said = run("show", pack, "--part", "roles").split("\n  title\n")[1].split("\n  subtitle")[0].splitlines()
    assert said[0].startswith("    two_lines 15  floor 13  pitch 1.16  bold True  colour navy  font heading  ← cabinet_office/layout.yaml:")
    assert said[1] == f"    size 20  ← {tmp_path.name}/layout.yaml:3:1"


def test_what_a_pack_states_can_be_read_by_programs(tmp_path: Path) -> None:
    rows = json.loads(run("show", "mext", "--format", "json"))
    assert {"path": ["page", "width"], "value": "720.0", "from": "mext/layout.yaml:5:15"} in rows


def test_the_packs_are_listed_with_page_parent_label_and_folder() -> None:
    lines = {line.split()[0]: line for line in run("list").splitlines()}
    assert set(lines) >= {"cabinet_office", "mext", "maff", "digital"}
    assert "720 × 540 pt" in lines["mext"]
    assert " cabinet_office " in lines["mext"]
    assert "文部科学省 データ集" in lines["mext"]
    assert json.loads(run("list", "--format", "json"))[0]["extends"] is None


def plain(body: TextBody | None) -> str:
    return "".join(run.text for paragraph in body.paragraphs for run in paragraph.runs) if body else ""


@in_every_pack
def test_the_specimen_draws_every_slot_and_placeholder_with_its_name(folder: Path) -> None:
    pack = pack_in(folder)
    deck = specimen(pack)
    drawn = {mark.id: mark for slide in deck.slides for mark in slide.marks if isinstance(mark, ShapeMark)}
    for name, layout in pack.slide_layouts.items():
        for key, box in layout.slots.items():
            mark = drawn[f"{name}/slots/{key}"]
            assert (mark.box.x, mark.box.y, mark.box.width, mark.box.height) == box
            assert f"{box[2]:g} × {box[3]:g} pt" in plain(mark.body)
            assert all(kind in plain(mark.body) for kind, served in pack.kinds.items() if served == name)
        for key in layout.placeholders:
            assert key in plain(drawn[f"{name}/placeholders/{key}"].body)
    assert {f"roles/role/{name}" for name in pack.roles} | {f"colours/colour/{name}" for name in pack.colours} <= set(drawn)
    assert write(deck)


def test_the_sheet_is_saved_as_a_deck(tmp_path: Path) -> None:
    run("show", "digital", "-o", str(tmp_path / "sheet.pptx"))
    assert (tmp_path / "sheet.pptx").read_bytes()[:2] == b"PK"


def test_a_sheet_of_another_kind_is_refused(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["layouts", "show", "digital", "-o", str(tmp_path / "sheet.gif")])
    assert (result.exit_code, "cannot be a .gif file" in result.output) == (2, True)
