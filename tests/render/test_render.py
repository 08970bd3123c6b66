"""Drawing a deck: the files that are made, and what a user reads where it cannot be drawn."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from PIL import Image
from support.real_deck import ROOT
from support.small_pages import PAGES, placed

from docgen.cli import main
from docgen.errors import DocgenError
from docgen.render import render
from docgen.write import write


@pytest.fixture(scope="module")
def deck(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("decks") / "三頁.pptx"
    path.write_bytes(write(placed(ROOT / "layouts" / "cabinet_office", PAGES[:3])))
    return path


def run(*arguments: str | Path) -> Result:
    result = CliRunner().invoke(main, ["render", *(str(each) for each in arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.mark.libreoffice
def test_a_deck_gives_a_pdf_a_picture_a_page_and_a_contact_sheet(soffice: str, deck: Path, tmp_path: Path) -> None:
    out = tmp_path / "new" / "folder"
    result = run(deck, "-o", out)
    assert result.exit_code == 0, result.output
    names = [f"三頁{ending}" for ending in ("-001.png", "-002.png", "-003.png", "-sheet.png", ".pdf")]
    assert sorted(path.name for path in out.iterdir()) == names
    with Image.open(out / "三頁-001.png") as page:
        assert page.size == pytest.approx((1560, 1080), abs=2)
    assert result.stdout == f"{out / '三頁.pdf'}, 3 pages, {out / '三頁-sheet.png'}\n"


@pytest.mark.libreoffice
def test_pages_are_chosen_by_number_and_one_that_is_not_there_is_named(soffice: str, deck: Path, tmp_path: Path) -> None:
    made = render(deck, tmp_path, (3, 1))
    assert [path.name for path in made.pages] == ["三頁-003.png", "三頁-001.png"]
    with pytest.raises(DocgenError, match="there is no page 4") as error:
        render(deck, tmp_path, (4,))
    assert error.value.expected == "pages 1 to 3"


@pytest.mark.libreoffice
def test_an_older_pdf_is_not_taken_for_that_of_a_broken_deck(soffice: str, tmp_path: Path) -> None:
    deck = tmp_path / "deck.pptx"
    with zipfile.ZipFile(deck, "w") as package:
        package.writestr("ppt/presentation.xml", "not XML")
    (tmp_path / "deck.pdf").write_bytes(b"%PDF of last week")
    result = run(deck, "-o", tmp_path)
    assert result.exit_code == 2
    assert "LibreOffice cannot open the deck" in result.stderr


def test_without_libreoffice_it_says_how_to_get_it(deck: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    result = run(deck, "-o", tmp_path / "out", "--engine", "libreoffice")
    assert result.exit_code == 2
    assert "LibreOffice is not installed" in result.stderr
    assert "apt-get install libreoffice-impress fonts-morisawa-bizud-gothic" in result.stderr


@pytest.mark.parametrize("data", [b"plain text", b""])
def test_what_is_not_a_deck_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "notes.pptx"
    path.write_bytes(data)
    result = run(path, "-o", tmp_path / "out")
    assert (result.exit_code, result.stderr.splitlines()[0]) == (2, f"{path}: this is not a deck")
    assert not (tmp_path / "out").exists()


def test_a_deck_that_is_not_there_is_named(tmp_path: Path) -> None:
    result = run(tmp_path / "none.pptx")
    assert (result.exit_code, result.stderr.splitlines()[0]) == (2, f"{tmp_path / 'none.pptx'}: there is no such deck")


@pytest.mark.libreoffice
def test_a_folder_that_cannot_be_made_is_named(soffice: str, deck: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    result = run(deck, "-o", tmp_path / "file" / "out")
    assert result.exit_code == 2
    assert result.stderr.startswith(f"{tmp_path / 'file' / 'out'}: the folder for the pictures cannot be made: ")
