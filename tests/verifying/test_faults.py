"""Each fault in a valid deck is found, also where no schema sees it; nothing is found in decks that are whole."""

from __future__ import annotations

import io
import subprocess
import warnings
import zipfile
from pathlib import Path

import pytest
from support.broken_decks import FAULTS
from support.often import often
from support.real_deck import GOLDEN_PACKS, PACKS, built, drawn_deck, pack_name
from support.whole_decks import WHOLE, entries, one_of_everything, zipped

import docgen
from docgen.breach import Breach
from docgen.errors import DocgenError, SlidePosition


@pytest.fixture(autouse=True)
def no_sdk(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is found is found by the rules here."""
    monkeypatch.setenv("DOCGEN_OOXML_VALIDATOR", "none")


def found(data: bytes, folder: Path) -> tuple[Breach, ...]:
    path = folder / "資料.pptx"
    path.write_bytes(data)
    return docgen.verify(path)


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_found(name: str, tmp_path: Path) -> None:
    parts = entries(one_of_everything())
    FAULTS[name].change(parts)
    codes = [breach.code for breach in docgen.verify(zipped(parts, tmp_path / "deck.pptx"))]
    assert FAULTS[name].code in codes


@pytest.mark.parametrize("name", WHOLE)
def test_nothing_is_found_in_a_deck_of_another_program(name: str, tmp_path: Path) -> None:
    assert found(WHOLE[name](), tmp_path) == ()


@pytest.mark.parametrize("folder", PACKS, ids=pack_name)
def test_nothing_is_found_in_the_real_deck(folder: Path, tmp_path: Path) -> None:
    deck = built(folder) if folder == PACKS[0] or often(1) > 1 else drawn_deck(folder)
    assert found(deck.to_bytes(), tmp_path) == ()


def test_two_entries_of_one_name_are_found(tmp_path: Path) -> None:
    stream = io.BytesIO(one_of_everything())
    with zipfile.ZipFile(stream, "a") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        archive.writestr("ppt/slides/slide1.xml", b"<other/>")
    (breach,) = found(stream.getvalue(), tmp_path)
    assert (breach.code, str(breach.where)) == ("entry-twice", "資料.pptx")


def test_an_entry_of_another_checksum_is_found(tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name, data in entries(one_of_everything()).items():
            archive.writestr(name, data)
    path.write_bytes(path.read_bytes().replace("三枚目のノート".encode(), "四枚目のノート".encode()))
    assert [str(breach.where) for breach in docgen.verify(path) if breach.code == "part-not-readable"] == [
        "deck.pptx!/ppt/notesSlides/notesSlide2.xml"
    ]


def test_a_breach_has_its_slide_shape_and_cell(tmp_path: Path) -> None:
    parts = entries(one_of_everything())
    FAULTS["a cell without a text"].change(parts)
    (breach,) = docgen.verify(zipped(parts, tmp_path / "deck.pptx"))
    assert breach.where == SlidePosition("deck.pptx", 1, "Table 2", 1, 3)


def test_one_fault_is_told_once(tmp_path: Path) -> None:
    parts = entries(one_of_everything())
    FAULTS["a chart of another value"].change(parts)
    (breach,) = docgen.verify(zipped(parts, tmp_path / "deck.pptx"))
    assert breach.what == "the chart shows '2.52' as point 2 of Sheet1!$B$2:$B$5, where its workbook has '2.25'"


@pytest.mark.parametrize("data", [b"", b"PK", b"no deck"])
def test_what_is_no_deck_is_refused(data: bytes, tmp_path: Path) -> None:
    with pytest.raises(DocgenError, match="this is not a deck"):
        found(data, tmp_path)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DocgenError):
        docgen.verify(tmp_path / "none.pptx")


@pytest.mark.libreoffice
@pytest.mark.parametrize("name", ["one of everything", "charts by category"])
def test_nothing_is_found_in_a_deck_that_libreoffice_saved(
    name: str, tmp_path: Path, soffice: str
) -> None:
    deck = tmp_path / "deck.pptx"
    deck.write_bytes(WHOLE[name]())
    assert docgen.verify(saved_by_libreoffice(soffice, deck, tmp_path)) == ()


@pytest.mark.libreoffice
def test_nothing_is_found_in_the_real_deck_that_libreoffice_saved(tmp_path: Path, soffice: str) -> None:
    deck = tmp_path / "deck.pptx"
    deck.write_bytes(drawn_deck(next(folder for folder in PACKS if folder not in GOLDEN_PACKS)).to_bytes())
    assert docgen.verify(saved_by_libreoffice(soffice, deck, tmp_path)) == ()


def saved_by_libreoffice(soffice: str, deck: Path, folder: Path) -> Path:
    """The deck as LibreOffice saves it."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", "pptx", "--outdir", str(folder / "saved"), str(deck)]
    answer = subprocess.run(command, capture_output=True, text=True, timeout=240, check=False)
    saved = folder / "saved" / deck.name
    assert saved.is_file(), f"{answer.stdout}{answer.stderr}"
    return saved
