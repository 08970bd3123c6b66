"""From a .pptx to a PDF, one PNG a page and a contact sheet."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from PIL import Image

from docgen.errors import DocgenError

_PIXELS_PER_POINT = 2
_SHEET_COLUMNS = 4
_SHEET_PAGE_WIDTH = 480
_SHEET_GAP = 12
_SHEET_GROUND = (110, 116, 124)
_TIME_LIMIT = 600
_PRESENTATION = "ppt/presentation.xml"


@dataclass(frozen=True, slots=True)
class Rendering:
    """The files that were made."""

    pdf: Path
    pages: tuple[Path, ...]
    sheet: Path


def render(deck: Path, folder: Path, pages: Sequence[int] | None = None) -> Rendering:
    """Draw ``deck`` into ``folder``: NAME.pdf, NAME-001.png …, NAME-sheet.png.

    ``pages`` (counted from 1) keeps the pictures to these; the PDF holds all. Raises DocgenError where
    LibreOffice is missing, the deck cannot be opened, the folder cannot be made, or a page does not exist.
    """
    pdf = to_pdf(deck, folder)
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        count = len(document)
        wanted = tuple(pages) if pages is not None else tuple(range(1, count + 1))
        for page in wanted:
            if not 1 <= page <= count:
                raise DocgenError(f"there is no page {page}", where=str(deck), expected=f"pages 1 to {count}")
        paths = tuple(_draw_page(document, page, folder / f"{deck.stem}-{page:03}.png") for page in wanted)
    return Rendering(pdf, paths, _contact_sheet(paths, folder / f"{deck.stem}-sheet.png"))


def to_pdf(deck: Path, folder: Path) -> Path:
    """The deck as PDF in ``folder``, made by LibreOffice with a profile of its own."""
    _must_be_deck(deck)
    program = _libreoffice()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DocgenError(
            f"the folder for the pictures cannot be made: {error.strerror or error}",
            where=str(folder),
            expected="a folder that you may write to",
            hint="choose another place with -o",
        ) from error
    with tempfile.TemporaryDirectory() as place:
        drawn = _convert(program, deck, Path(place))
        pdf = folder / f"{deck.stem}.pdf"
        shutil.copyfile(drawn, pdf)
    return pdf


def _must_be_deck(deck: Path) -> None:
    """DocgenError where ``deck`` is not a .pptx (LibreOffice would draw a text file as well)."""
    if not deck.is_file():
        raise DocgenError(
            "there is no such deck", where=str(deck), expected="a .pptx file", hint="docgen build makes one"
        )
    whole = False
    if zipfile.is_zipfile(deck):
        with zipfile.ZipFile(deck) as package:
            whole = _PRESENTATION in package.namelist()
    if not whole:
        raise DocgenError("this is not a deck", where=str(deck), expected="a whole .pptx file")


def _libreoffice() -> str:
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise DocgenError(
            "LibreOffice is not installed, which draws the pages",
            expected="the program soffice on the PATH",
            hint="Debian/Ubuntu: apt-get install libreoffice-impress fonts-morisawa-bizud-gothic; "
            "macOS and Windows: the installer of LibreOffice",
        )
    return program


def _convert(program: str, deck: Path, place: Path) -> Path:
    """The PDF that LibreOffice makes of ``deck`` in the empty folder ``place``."""
    profile = (place / "profile").as_uri()
    command = [program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"]
    try:
        subprocess.run(
            [*command, "--outdir", str(place), str(deck.resolve())],
            capture_output=True,
            timeout=_TIME_LIMIT,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise DocgenError(
            f"LibreOffice has not drawn the deck within {_TIME_LIMIT} seconds", where=str(deck)
        ) from error
    pdf = place / f"{deck.stem}.pdf"
    if not pdf.is_file():
        raise DocgenError("LibreOffice cannot open the deck", where=str(deck), expected="a whole .pptx file")
    return pdf


def _draw_page(document: pypdfium2.PdfDocument, page: int, path: Path) -> Path:
    picture = document[page - 1].render(scale=_PIXELS_PER_POINT).to_pil()
    picture.save(path)
    return path


def _contact_sheet(pages: Sequence[Path], path: Path) -> Path:
    """All pages small, four in a row."""
    small = []
    for page in pages:
        with Image.open(page) as drawn:
            size = (_SHEET_PAGE_WIDTH, round(drawn.height * _SHEET_PAGE_WIDTH / drawn.width))
            small.append(drawn.convert("RGB").resize(size, Image.Resampling.LANCZOS))
    columns = min(_SHEET_COLUMNS, max(1, len(small)))
    rows = -(-len(small) // columns)
    height = max((picture.height for picture in small), default=1)
    sheet = Image.new(
        "RGB",
        (
            columns * (_SHEET_PAGE_WIDTH + _SHEET_GAP) + _SHEET_GAP,
            rows * (height + _SHEET_GAP) + _SHEET_GAP,
        ),
        _SHEET_GROUND,
    )
    for index, picture in enumerate(small):
        row, column = divmod(index, columns)
        sheet.paste(
            picture,
            (
                _SHEET_GAP + column * (_SHEET_PAGE_WIDTH + _SHEET_GAP),
                _SHEET_GAP + row * (height + _SHEET_GAP),
            ),
        )
    sheet.save(path)
    return path
