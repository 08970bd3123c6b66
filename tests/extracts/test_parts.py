"""Parts of a deck: built for those who provide their pages, edited, and merged with the others."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from pptx import Presentation
from support.small_folder import FILES, make_folder

import docgen
from docgen.cli import main
from docgen.errors import DocgenError
from docgen.extracts.chosen import Choice
from docgen.extracts.extract import extract

BUREAUS = FILES["compendium.yaml"].replace("  - id: a2\n", "  - id: a2\n    responsible: 宇宙局\n")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_folder(tmp_path / "content", compendium=BUREAUS)


def part(folder: Path, name: str, **choice: Any) -> Path:
    """A part of the folder's deck, saved beside it."""
    return extract(docgen.load(folder), Choice(**choice)).save(folder.parent / f"{name}.pptx")


def slides(path: Path) -> list[str]:
    return [slide.name for slide in Presentation(str(path)).slides]


def edit(path: Path, slide: str, before: str, after: str) -> None:
    """Replace a passage on a slide, in a text or a cell."""
    deck = Presentation(str(path))
    page = next(each for each in deck.slides if each.name == slide)
    runs = [run for run in page._element.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}t") if before in run.text]
    assert runs, before
    runs[0].text = runs[0].text.replace(before, after)
    deck.save(str(path))


def remove(path: Path, slide: str) -> None:
    deck = Presentation(str(path))
    listed = deck.slides._sldIdLst
    listed.remove(listed[slides(path).index(slide)])
    deck.save(str(path))


def texts(data: bytes | Path) -> dict[str, str]:
    """All text of each slide, by its name."""
    deck = Presentation(str(data))
    return {each.name: "|".join(each._element.itertext()) for each in deck.slides}


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ({"only": ("I-1065",)}, ["I-1065/traffic"]),
        ({"only": ("I-1070/share", "study-1")}, ["I-1070/share", "precedents/study-1"]),
        ({"section": "a1"}, ["divider/a1", "indicators/strategy", "I-1065/traffic", "I-1070/share", "overview/strategy"]),
        ({"section": "A-2"}, ["measures/measures-1"]),
        ({"bureau": "宇宙局"}, ["measures/measures-1"]),
    ],
)
def test_a_part_holds_the_pages_that_are_asked_for(
    choice: dict[str, Any], expected: list[str], folder: Path
) -> None:
    assert slides(part(folder, "part", **choice)) == expected


def test_a_part_is_numbered_as_the_whole(folder: Path) -> None:
    whole = slides(docgen.build(docgen.load(folder)).save(folder.parent / "whole.pptx"))
    path = part(folder, "part", section="a3")
    root = Presentation(str(path)).element
    assert root.get("firstSlideNum") == str(whole.index("divider/a3") + 1)
    assert [int(entry.get("id")) - 255 for entry in root.sldIdLst] == [whole.index(name) + 1 for name in slides(path)]


@pytest.mark.parametrize("choice", [{"only": ("I-1066",)}, {"section": "a9"}, {"bureau": "海洋局"}])
def test_a_part_of_nothing_is_an_error(choice: dict[str, Any], folder: Path) -> None:
    with pytest.raises(DocgenError) as error:
        part(folder, "part", **choice)
    assert error.value.code == "part-of-nothing"
    assert not (folder.parent / "part.pptx").exists()


def merged(folder: Path, *paths: Path, **more: Any) -> tuple[Any, dict[str, str]]:
    result = docgen.merge(list(paths) if len(paths) > 1 else paths[0], docgen.load(folder), **more)
    return result, texts(result.save(folder.parent / "merged.pptx") or folder.parent / "merged.pptx")


def test_what_a_part_does_not_hold_is_not_deleted(folder: Path) -> None:
    path = part(folder, "part", only=("I-1065",))
    edit(path, "I-1065/traffic", "24時間以内", "30日以内")
    result, pages = merged(folder, path)
    assert list(pages) == [slide.id for slide in docgen.build(docgen.load(folder)).placed.slides]
    assert "30日以内" in pages["I-1065/traffic"]
    assert [edit.shape for edit in result.edits] == ["I-1065/traffic/deaths/notes"] or len(result.edits) == 1
    assert not result.conflicts


def test_edits_of_several_parts_come_together(folder: Path) -> None:
    one, two = part(folder, "one", section="a1"), part(folder, "two", bureau="宇宙局")
    edit(one, "I-1065/traffic", "24時間以内", "30日以内")
    edit(two, "measures/measures-1", "国際協力の検討", "国際協力の拡大")
    whole = docgen.build(docgen.load(folder)).save(folder.parent / "whole.pptx")
    remove(whole, "precedents/study-1")
    (folder / "data" / "deaths.csv").write_text(FILES["data/deaths.csv"].replace("2022,2610", "2022,2600"), encoding="utf-8")
    result, pages = merged(folder, one, two, whole)
    assert "30日以内" in pages["I-1065/traffic"]
    assert "2,600" in pages["I-1065/traffic"]
    assert "国際協力の拡大" in pages["measures/measures-1"]
    assert "precedents/study-1" not in pages
    assert [edit.deck for edit in result.edits] == ["one.pptx", "two.pptx", "whole.pptx"]
    assert not result.conflicts


def test_two_edits_of_one_place_are_a_conflict_that_names_both(folder: Path) -> None:
    one, two = part(folder, "one", section="a1"), part(folder, "two", only=("I-1065",))
    edit(one, "I-1065/traffic", "24時間以内", "30日以内")
    edit(two, "I-1065/traffic", "24時間以内", "一年以内")
    result, pages = merged(folder, one, two)
    (conflict,) = result.conflicts
    assert (conflict.deck, conflict.other) == ("two.pptx", "one.pptx")
    assert {"one.pptx", "two.pptx"} <= set(str(conflict).replace("(", " ").replace(")", " ").split())
    assert "30日以内" in pages["I-1065/traffic"]
    assert "一年以内" in pages["I-1065/traffic"]
    _, pages = merged(folder, one, two, conflicts="theirs")
    assert "30日以内" not in pages["I-1065/traffic"]


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_page_deleted_in_one_part_and_edited_in_another_is_a_conflict_that_names_both(
    order: tuple[int, int], folder: Path
) -> None:
    paths = [part(folder, "one", section="a1"), part(folder, "two", only=("I-1065",))]
    remove(paths[0], "I-1065/traffic")
    edit(paths[1], "I-1065/traffic", "24時間以内", "一年以内")
    result, pages = merged(folder, *(paths[index] for index in order))
    (conflict,) = result.conflicts
    assert {conflict.deck, conflict.other} == {"one.pptx", "two.pptx"}
    assert "一年以内" in pages["I-1065/traffic"]


def test_the_same_edit_in_two_parts_is_no_conflict(folder: Path) -> None:
    paths = [part(folder, name, only=("I-1065",)) for name in ("one", "two")]
    for path in paths:
        edit(path, "I-1065/traffic", "24時間以内", "30日以内")
    result, pages = merged(folder, *paths)
    assert not result.conflicts
    assert "30日以内" in pages["I-1065/traffic"]


def test_edits_of_different_cells_of_one_table_come_together(folder: Path) -> None:
    paths = [part(folder, name, section="a1") for name in ("one", "two")]
    edit(paths[0], "I-1065/traffic", "3,694人", "3,694名")
    edit(paths[1], "I-1065/traffic", "2,000人", "2,000名")
    result, pages = merged(folder, *paths)
    assert not result.conflicts
    assert "3,694名" in pages["I-1065/traffic"]
    assert "2,000名" in pages["I-1065/traffic"]


def _another_year(folder: Path) -> None:
    (folder / "data" / "deaths.csv").write_text(FILES["data/deaths.csv"].replace("2022,2610", "2022,2600"), encoding="utf-8")


def _another_compendium(folder: Path) -> None:
    for path in folder.rglob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        for name, own in (("I-1065", "I-9"), ("I-1070", "I-8"), ("strategy", "other"), ("measures-1", "group-1")):
            text = text.replace(name, own)
        path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "code"),
    [(_another_year, "parts-of-other-builds"), (_another_compendium, "parts-of-other-builds")],
)
def test_parts_that_are_not_of_one_build_are_an_error_and_no_output_is_touched(
    change: Callable[[Path], None], code: str, folder: Path
) -> None:
    one = part(folder, "one", only=("study-1",))
    change(folder)
    two = part(folder, "two", only=("study-1",))
    output = folder.parent / "merged.pptx"
    output.write_bytes(b"before")
    result = CliRunner().invoke(main, ["merge", str(one), str(two), str(folder), "-o", str(output)])
    assert result.exit_code == 2
    assert "one.pptx" in result.output
    assert "two.pptx" in result.output
    assert output.read_bytes() == b"before"


def test_a_part_of_another_compendium_is_an_error(folder: Path) -> None:
    path = part(folder, "one", only=("study-1",))
    _another_compendium(folder)
    with pytest.raises(DocgenError) as error:
        docgen.merge(path, docgen.load(folder))
    assert error.value.code == "another-compendium"


def test_a_deck_that_lost_what_it_was_built_as_is_merged_by_its_base(folder: Path) -> None:
    base = part(folder, "base", only=("I-1065",))
    path = part(folder, "edited", only=("I-1065",))
    edit(path, "I-1065/traffic", "24時間以内", "30日以内")
    deck = Presentation(str(path))
    package = deck.part
    custom = next(key for key, each in package.rels.items() if each.reltype.endswith("/customXml"))
    package.drop_rel(custom)
    deck.save(str(path))
    with pytest.raises(DocgenError):
        docgen.merge(path, docgen.load(folder))
    result, pages = merged(folder, path, base=base)
    assert "30日以内" in pages["I-1065/traffic"]
    assert len(result.edits) == 1


def test_the_commands_build_parts_and_merge_them(folder: Path) -> None:
    one, two, output = (str(folder.parent / f"{name}.pptx") for name in ("one", "two", "merged"))
    runner = CliRunner()
    for path, *choice in ((one, "--section", "a1"), (two, "--only", "study-1", "--bureau", "宇宙局")):
        result = runner.invoke(main, ["build", str(folder), "-o", path, *choice])
        assert result.exit_code == 0, result.output
    edit(Path(one), "I-1065/traffic", "24時間以内", "30日以内")
    result = runner.invoke(main, ["merge", one, two, str(folder), "-o", output, "--lang", "en"])
    assert result.exit_code == 0, result.output
    assert "one.pptx" in result.output
    assert "30日以内" in texts(Path(output))["I-1065/traffic"]
