"""The files of a drawn deck: one picture a page, a contact sheet, a PDF."""

from __future__ import annotations

import io
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from PIL import Image

from docgen.errors import DocgenError
from docgen.fingerprint.part import open_deck
from docgen.messages import reason_of
from docgen.placed import PlacedDeck
from docgen.render.betteroffice import draw as by_betteroffice
from docgen.render.engine import Asked, Engine, engine_of
from docgen.render.libreoffice import find_libreoffice
from docgen.render.offline import offline
from docgen.render.svg import slide_svg
from docgen.typeset.text_measure import TextMeasure
from docgen.whole.file import write_file

# What draws a deck's file, the finest first.
_OF_FILES: Sequence[Engine] = ("libreoffice", "betteroffice")
_PIXELS_PER_POINT = 2
_TIME_LIMIT = 600  # seconds
_PAGE_WIDTH = 480  # pixels
_README_WIDTH = 720  # pixels
_SMALL_COLOURS = 96

Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Rendering:
    """The files that were made; no ``pdf`` and no ``sheet`` where the engine makes none."""

    pages: tuple[Path, ...]
    pdf: Path | None = None
    sheet: Path | None = None


def render(deck: Path, folder: Path, pages: Sequence[int] | None = None, engine: Asked = "auto") -> Rendering:
    """Draw ``deck`` into ``folder``: NAME-001.png …, NAME-sheet.png and, by LibreOffice, NAME.pdf.

    ``pages`` (counted from 1) keeps the pictures to these; the PDF holds all. Raises DocgenError where the
    ``engine`` is missing, the deck cannot be opened, the folder cannot be made, or a page does not exist.
    """
    # The engines would draw a text file as well.
    open_deck(deck).close()
    engine = engine_of(engine, _OF_FILES)
    if engine == "svg":
        raise DocgenError("svg-of-a-file", where=str(deck))
    if engine == "betteroffice":
        drawn = by_betteroffice(deck.read_bytes(), str(deck), pages)
        _make(folder)
        wanted = pages if pages is not None else range(1, len(drawn) + 1)
        paths = tuple(_kept(png, folder, deck.stem, page) for page, png in zip(wanted, drawn, strict=True))
        return Rendering(paths, None, _sheet(paths, folder, deck.stem))
    pdf = to_pdf(deck, folder)
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        chosen = chosen_pages(pages, len(document), str(deck))
        paths = tuple(_draw_page(document, page, folder / f"{deck.stem}-{page:03}.png") for page in chosen)
    return Rendering(paths, pdf, _sheet(paths, folder, deck.stem))


def render_placed(
    deck: PlacedDeck, measure: TextMeasure, name: str, folder: Path, pages: Sequence[int] | None = None
) -> Rendering:
    """Draw a placed deck into ``folder`` as plain SVG: NAME-001.svg …; ``measure`` is that of its layout pack."""
    chosen = chosen_pages(pages, len(deck.slides), name)
    _make(folder)
    paths = []
    for page in chosen:
        svg = slide_svg(deck.slides[page - 1], deck.design, measure)
        paths.append(write_file(svg.encode(), folder / f"{name}-{page:03}.svg"))
    return Rendering(tuple(paths))


def chosen_pages(pages: Sequence[int] | None, count: int, where: str) -> tuple[int, ...]:
    """The pages that are asked for, all where none are. DocgenError, at ``where``, for one beyond ``count``."""
    chosen = tuple(pages) if pages is not None else tuple(range(1, count + 1))
    for page in chosen:
        if not 1 <= page <= count:
            raise DocgenError("no-such-page", where=where, page=page, count=count)
    return chosen


def _kept(png: bytes, folder: Path, name: str, page: int) -> Path:
    return write_file(png, folder / f"{name}-{page:03}.png")


def _sheet(pages: Sequence[Path], folder: Path, name: str) -> Path:
    sheet = folder / f"{name}-sheet.png"
    contact_sheet(pages).save(sheet)
    return sheet


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DocgenError("pictures-not-written", where=str(folder), reason=reason_of(error)) from error


def page_pngs(pdf: Path) -> tuple[bytes, ...]:
    """The pages of a PDF as PNG."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        return tuple(_png(document, page) for page in range(1, len(document) + 1))


def to_pdf(deck: Path, folder: Path) -> Path:
    """The deck as PDF in ``folder``, made by LibreOffice with a profile of its own."""
    program = _libreoffice()
    _make(folder)
    with tempfile.TemporaryDirectory() as place:
        pdf = folder / f"{deck.stem}.pdf"
        drawn = offline(deck, Path(place) / "offline")
        shutil.copyfile(_convert(program, drawn, Path(place)), pdf)
    return pdf


def _libreoffice() -> Path:
    program = find_libreoffice()
    if program is None:
        raise DocgenError("no-libreoffice")
    return program


def _convert(program: Path, deck: Path, place: Path) -> Path:
    """The PDF that LibreOffice makes of ``deck`` in the empty folder ``place``."""
    profile = (place / "profile").as_uri()
    command = [str(program), f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"]
    try:
        subprocess.run(
            [*command, "--outdir", str(place), str(deck.resolve())],
            capture_output=True,
            timeout=_TIME_LIMIT,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise DocgenError("drawing-too-slow", where=str(deck), seconds=_TIME_LIMIT) from error
    pdf = place / f"{deck.stem}.pdf"
    if not pdf.is_file():
        raise DocgenError("deck-not-opened", where=str(deck))
    return pdf


def _draw_page(document: pypdfium2.PdfDocument, page: int, path: Path) -> Path:
    path.write_bytes(_png(document, page))
    return path


def _png(document: pypdfium2.PdfDocument, page: int) -> bytes:
    drawn = io.BytesIO()
    document[page - 1].render(scale=_PIXELS_PER_POINT).to_pil().save(drawn, "png")
    return drawn.getvalue()


def contact_sheet(
    pages: Sequence[Path], *, columns: int = 4, gap: int = 12, ground: Colour = (110, 116, 124)
) -> Image.Image:
    """The pictures ``pages`` in rows of ``columns``, ``gap`` pixels apart; no column without a page stays."""
    pictures = []
    for page in pages:
        with Image.open(page) as drawn:
            size = (_PAGE_WIDTH, round(drawn.height * _PAGE_WIDTH / drawn.width))
            pictures.append(drawn.convert("RGB").resize(size, Image.Resampling.LANCZOS))
    columns = min(columns, max(1, len(pictures)))
    rows = -(-len(pictures) // columns)
    step_across = _PAGE_WIDTH + gap
    step_down = max((picture.height for picture in pictures), default=1) + gap
    sheet = Image.new("RGB", (columns * step_across + gap, rows * step_down + gap), ground)
    for index, picture in enumerate(pictures):
        row, column = divmod(index, columns)
        sheet.paste(picture, (gap + column * step_across, gap + row * step_down))
    return sheet


def small_page(page: Path) -> bytes:
    """A PNG of one page, for a README: so wide as it is read there, and in so few colours that it is small."""
    with Image.open(page) as drawn:
        size = (_README_WIDTH, round(drawn.height * _README_WIDTH / drawn.width))
        return _small(drawn.convert("RGB").resize(size, Image.Resampling.LANCZOS))


def small_sheet(pages: Sequence[Path]) -> bytes:
    """A PNG of ``pages`` in rows of three, for a README: in so few colours that it is small."""
    return _small(contact_sheet(pages, columns=3, gap=10, ground=(120, 128, 136)))


def _small(picture: Image.Image) -> bytes:
    drawn = io.BytesIO()
    picture.quantize(_SMALL_COLOURS, dither=Image.Dither.NONE).save(drawn, "png", optimize=True)
    return drawn.getvalue()
