"""Pages as LibreOffice draws them: no text leaves its box, its cell or the page, and pages look as before."""

from __future__ import annotations

import io
import shutil
import subprocess
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from conftest import RenderPdf
from PIL import Image, ImageChops
from pytest_regressions.image_regression import ImageRegressionFixture
from support.drawn_text import drawn_sizes, faults, placed_sizes
from support.real_deck import GOLDEN_PACKS, PACKS, ROOT, drawn_deck, pack_name
from support.small_pages import PAGES, placed

from docgen.placed import (
    Box,
    Mark,
    Paragraph,
    PlacedDeck,
    Run,
    TableCell,
    TableMark,
    TableRow,
    TextBody,
    TextMark,
)
from docgen.write import write

pytestmark = pytest.mark.libreoffice

in_every_pack = pytest.mark.parametrize("folder", PACKS, ids=pack_name)
# The size of the goldens' pages, in pixels a point, and how much of the whole may differ (percent).
SCALE = 0.75
DIFFERENCE = 0.35


@pytest.fixture(scope="module", autouse=True)
def fonts(soffice: str) -> None:
    """Without the packs' fonts another one is drawn, whose widths nobody measured."""
    program = shutil.which("fc-list")
    listed = subprocess.run([program, ":", "family"], capture_output=True, text=True, check=False) if program else None
    if listed is None or "BIZ UD" not in listed.stdout:
        pytest.skip("the BIZ UD fonts are not installed (Debian: fonts-morisawa-bizud-gothic)")


@in_every_pack
def test_no_text_of_the_real_deck_leaves_its_place_or_meets_another(folder: Path, render_pdf: RenderPdf) -> None:
    deck = drawn_deck(folder)
    assert faults(deck.placed, render_pdf(deck.to_bytes())) == []


@in_every_pack
def test_texts_are_drawn_at_the_sizes_they_were_measured_at_and_none_below_the_floors(
    folder: Path, render_pdf: RenderPdf
) -> None:
    deck = drawn_deck(folder)
    least = min(role.floor for role in deck.pack.roles.values())
    pages = drawn_sizes(render_pdf(deck.to_bytes()))
    for slide, drawn in zip(deck.placed.slides, pages, strict=True):
        placed = placed_sizes(slide)
        assert min(placed, default=least) >= least - 0.05, slide.id
        # A shape without a text of its own, a picture or a chart may draw more.
        lost = {size: (count, drawn[size]) for size, count in placed.items() if drawn[size] < 0.98 * count - 1}
        assert not lost, slide.id


def small_pdf(folder: Path, render_pdf: RenderPdf) -> bytes:
    return render_pdf(write(placed(folder)))


@pytest.mark.parametrize("folder", GOLDEN_PACKS, ids=pack_name)
def test_no_text_of_the_small_pages_leaves_its_place_or_meets_another(folder: Path, render_pdf: RenderPdf) -> None:
    assert faults(placed(folder), small_pdf(folder, render_pdf)) == []


def picture(pdf: bytes, number: int) -> Image.Image:
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        drawn: Image.Image = document[number].render(scale=SCALE).to_pil().convert("RGB")
    return drawn


@pytest.mark.parametrize("folder", GOLDEN_PACKS, ids=pack_name)
@pytest.mark.parametrize("number", range(len(PAGES)), ids=lambda number: PAGES[number].id.replace("/", "-"))
def test_a_page_looks_as_before(
    folder: Path, number: int, render_pdf: RenderPdf, image_regression: ImageRegressionFixture
) -> None:
    data = io.BytesIO()
    picture(small_pdf(folder, render_pdf), number).save(data, "png")
    name = f"{pack_name(folder)}-{PAGES[number].id.replace('/', '-')}"
    image_regression.check(data.getvalue(), diff_threshold=DIFFERENCE, basename=name)


def test_the_tolerance_tells_a_page_from_one_whose_table_has_moved(render_pdf: RenderPdf) -> None:
    page = picture(small_pdf(PACKS[0], render_pdf), [page.id for page in PAGES].index("I-1065"))
    moved = ImageChops.offset(page, 0, 8)
    difference = ImageChops.difference(page, moved)
    pixels = difference.width * difference.height
    total = sum(value * count for value, count in enumerate(difference.convert("L").histogram()))
    assert 100 * total / 255 / pixels > 2 * DIFFERENCE


LONG = "箱の高さより長い文章を箱に入れると、行が下にあふれて次の文章に重なる。"


def text(identifier: str, box: Box, words: str) -> TextMark:
    return TextMark(identifier, box, TextBody((Paragraph((Run(words, 10),), 14),)))


def spoiled() -> PlacedDeck:
    """A deck whose pages each have one fault that measuring alone would not see."""
    deck = placed(ROOT / "layouts" / "cabinet_office", PAGES[-4:])
    title = [slide.marks[0] for slide in deck.slides]
    cell = TableCell(TextBody((Paragraph((Run(LONG, 10),), 14),)))
    wrong: tuple[list[Mark], ...] = (
        [text("a", Box(60, 100, 100, 20), LONG), text("b", Box(60, 135, 100, 20), "次の文章")],
        [text("c", Box(700, 100, 300, 20), "ページの右端から外に出る一行の文章")],
        [TableMark("d", Box(60, 100, 100, 20), (100,), (TableRow((cell,), 20),))],
        [text("e", Box(60, 100, 200, 40), "一つ目の文章"), text("f", Box(70, 102, 200, 40), "二つ目の文章")],
    )
    slides = [replace(s, marks=(t, *marks)) for s, t, marks in zip(deck.slides, title, wrong, strict=True)]
    return replace(deck, slides=tuple(slides))


def test_text_outside_its_box_its_cell_or_the_page_and_over_other_text_is_seen(render_pdf: RenderPdf) -> None:
    deck = spoiled()
    found = faults(deck, render_pdf(write(deck)))
    assert {fault.split(" ", 2)[1] for fault in found} == {"1", "2", "3", "4"}
    told = "\n".join(found)
    assert "drawn outside its box (a)" in told
    assert "drawn over the edge of the page" in told
    assert "drawn outside its box (d row 1 column 1)" in told
    assert any(fault.startswith("page 4 ") and "drawn over each other" in fault for fault in found)
