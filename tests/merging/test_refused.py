"""What cannot be merged is refused with a clear error, and no output is touched."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pptx import Presentation
from support.small_folder import FILES, make_folder

import docgen
from docgen.cli import main
from docgen.errors import DocgenError

BEFORE = b"the deck of last week"
PART = "customXml/item1.xml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_folder(tmp_path / "content")


@pytest.fixture
def deck(folder: Path, tmp_path: Path) -> Path:
    return docgen.build(docgen.load(folder)).save(tmp_path / "deck.pptx")


def merge(deck: Path, folder: Path, *more: str) -> tuple[Result, bytes]:
    output = deck.parent / "merged.pptx"
    output.write_bytes(BEFORE)
    result = CliRunner().invoke(main, ["merge", str(deck), str(folder), "-o", str(output), *more])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result, output.read_bytes()


def changed(deck: Path, change: Callable[[str, bytes], bytes | None]) -> Path:
    """The deck with its entries changed; None leaves an entry out."""
    path = deck.with_name("changed.pptx")
    with zipfile.ZipFile(deck) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            data = change(name, old.read(name))
            if data is not None:
                new.writestr(name, data)
    return path


def test_an_unedited_deck_merges_and_says_so(deck: Path, folder: Path) -> None:
    result, data = merge(deck, folder)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.endswith("merged.pptx: 0 edits kept, 0 conflicts\n")
    assert data[:2] == b"PK"


def test_conflicts_are_listed_and_give_status_1(deck: Path, folder: Path) -> None:
    presentation = Presentation(str(deck))
    table = next(shape.table for slide in presentation.slides for shape in slide.shapes if "values" in shape.name)
    table.cell(1, 2).text_frame.paragraphs[0].runs[0].text = "2,599人"
    presentation.save(str(deck))
    data = folder / "data" / "deaths.csv"
    data.write_text(data.read_text(encoding="utf-8").replace("2022,2610", "2022,2636"), encoding="utf-8")
    result, _ = merge(deck, folder, "--conflicts", "theirs", "--format", "json")
    answer = json.loads(result.stdout)
    assert result.exit_code == 1
    (conflict,) = answer["conflicts"]
    assert (conflict["slide"], conflict["shape"], conflict["what"]) == ("I-1065/traffic", "I-1065/traffic/values", "cell 2/3")
    assert conflict["by_hand"].startswith("2,599人")
    assert conflict["by_content"].startswith("2,636人")
    text, _ = merge(deck, folder)
    assert "conflict: I-1065/traffic I-1065/traffic/values: cell 2/3: built 2,610人" in text.stdout


def refused(result: Result, data: bytes, words: str) -> None:
    assert result.exit_code == 2
    assert words in result.stderr, result.stderr
    assert data == BEFORE


def test_a_deck_that_docgen_did_not_build(tmp_path: Path, folder: Path) -> None:
    path = tmp_path / "foreign.pptx"
    Presentation().save(str(path))
    refused(*merge(path, folder), "docgen did not build it")


def test_a_fingerprint_that_is_missing_or_damaged(deck: Path, folder: Path) -> None:
    refused(*merge(changed(deck, lambda name, data: None if name == PART else data), folder), "has no fingerprint")
    cut = changed(deck, lambda name, data: data[: len(data) // 2] if name == PART else data)
    refused(*merge(cut, folder), "the deck's fingerprint is damaged")


def test_a_newer_versions_deck(deck: Path, folder: Path) -> None:
    newer = changed(deck, lambda name, data: re.sub(rb'format="\d+"', b'format="99"', data) if name == PART else data)
    refused(*merge(newer, folder), "built by a newer docgen")


def test_a_file_that_is_no_deck_or_no_whole_one(tmp_path: Path, deck: Path, folder: Path) -> None:
    text = tmp_path / "text.pptx"
    text.write_text("no deck", encoding="utf-8")
    refused(*merge(text, folder), "this is not a deck")
    refused(*merge(tmp_path / "none.pptx", folder), "there is no such deck")
    broken = changed(deck, lambda name, data: data[:-40] if name == "ppt/slides/slide3.xml" else data)
    refused(*merge(broken, folder), "slide3.xml is no XML")
    cut = tmp_path / "cut.pptx"
    cut.write_bytes(deck.read_bytes()[:-2000])
    refused(*merge(cut, folder), "this is not a deck")


@pytest.mark.parametrize(
    ("part", "old", "new", "said"),
    [
        ("ppt/slides/slide4.xml", b'<p:cNvPr id="2"', b"<p:cNvPr", "p:cNvPr, its id"),
        ("ppt/slides/slide4.xml", b"<a:bodyPr/>", b'<a:bodyPr wrap="round"/>', "a:bodyPr, its wrap"),
        ("ppt/notesSlides/notesSlide4.xml", b"<p:txBody>", b"<p:txBody><a:p/>", "what p:txBody holds"),
        ("[Content_Types].xml", b"drawingml.chart+xml", b"drawingml.drawing+xml", "another part than its name says"),
        ("ppt/notesSlides/notesSlide4.xml", b"<p:notes ", b"<p:notes <", "is no XML"),
    ],
)
def test_a_deck_that_powerpoint_would_repair(deck: Path, folder: Path, part: str, old: bytes, new: bytes, said: str) -> None:
    spoilt = changed(deck, lambda name, data: data.replace(old, new) if name == part else data)
    with pytest.raises(DocgenError) as refusal:
        docgen.merge(spoilt, docgen.load(folder))
    assert said in refusal.value.what
    assert str(refusal.value.where).startswith(str(spoilt))


def test_a_slide_that_is_listed_twice(deck: Path, folder: Path) -> None:
    def listed(name: str, data: bytes) -> bytes:
        return re.sub(rb'(<p:sldId id=")256(" r:id="[^"]+"/>)', rb"\g<0>\g<1>9999\2", data) if name == "ppt/presentation.xml" else data

    refused(*merge(changed(deck, listed), folder), "the list of slides has /ppt/slides/slide1.xml twice")


@pytest.mark.parametrize(
    ("pattern", "new", "said"),
    [
        (rb"(<a:tr [^>]*>)<a:tc>.*?</a:tc>", rb"\1", "the row has"),
        (rb"<a:tc>(<a:txBody>.*?</a:txBody>)", rb'<a:tc gridSpan="90">\1', "beyond the table"),
    ],
)
def test_a_table_that_lacks_cells(deck: Path, folder: Path, pattern: bytes, new: bytes, said: str) -> None:
    path = changed(deck, lambda name, data: re.sub(pattern, new, data, count=1) if name.startswith("ppt/slides/slide") else data)
    with pytest.raises(DocgenError, match="not as PowerPoint saves it") as refusal:
        docgen.merge(path, docgen.load(folder))
    assert said in refusal.value.what


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("ppt/slides/slide4.xml", b"p:cSld", b"p:other"),
        ("ppt/slides/slide4.xml", b'<a:off x="', b'<a:off x="a'),
        ("ppt/theme/theme1.xml", b"<a:srgbClr val=", b"<a:srgbClr last="),
        ("ppt/charts/chart1.xml", b'<c:pt idx="', b'<c:pt idx="first'),
        ("ppt/charts/chart1.xml", b"<c:v>3", b"<c:v>three"),
        ("ppt/slideMasters/slideMaster1.xml", b"p:sldMaster", b"p:sldLayout"),
    ],
)
def test_the_edits_of_a_deck_with_a_spoilt_part(deck: Path, part: str, old: bytes, new: bytes) -> None:
    def spoilt(name: str, data: bytes) -> bytes:
        assert name != part or old in data
        return data.replace(old, new) if name == part else data

    with pytest.raises(DocgenError) as refusal:
        docgen.hand_edits(changed(deck, spoilt))
    assert str(refusal.value.where).startswith(str(deck.with_name("changed.pptx")))


def test_a_folder_of_another_compendium(tmp_path: Path, deck: Path) -> None:
    other = tmp_path / "other"
    for name, text in FILES.items():
        for before in ("strategy", "I-10", "study-1", "measures-1"):
            text = text.replace(before, f"x{before}")
        path = other / name.replace("strategy", "xstrategy")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    refused(*merge(deck, other), "another compendium")


def test_content_that_is_wrong(deck: Path, folder: Path) -> None:
    (folder / "sources.yaml").write_text("- {id: npa}\n", encoding="utf-8")
    refused(*merge(deck, folder), "'text' is missing")


def test_a_deck_of_more_slides_than_the_bounds_allow(deck: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("docgen.merging.edited.package.DECK_SLIDES", 3)
    refused(*merge(deck, folder), "slides (at most 3)")
