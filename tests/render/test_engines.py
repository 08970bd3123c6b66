"""The engines that draw pages: which one is taken, what each makes, what is said where one is missing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from PIL import Image
from support.real_deck import ROOT
from support.small_folder import make_folder
from support.small_pages import PAGES, placed

from docgen.cli import main
from docgen.compose.texts import with_texts
from docgen.errors import DocgenError
from docgen.layout.load import load_pack
from docgen.layout.style import measure_of
from docgen.placed import PlacedSlide, Run, TextBody, TextMark
from docgen.render import render
from docgen.render.alone import alone
from docgen.render.engine import QUICKEST, Engine, engine_of
from docgen.render.svg import slide_svg
from docgen.write import write

PACK = ROOT / "layouts" / "cabinet_office"
DECK = placed(PACK, PAGES)
needs_betteroffice = pytest.mark.skipif(
    not any(engine == "betteroffice" for engine in QUICKEST if engine_of("auto", (engine, "svg")) == engine),
    reason="betteroffice-pptx is not installed (pip install 'docgen[preview]')",
)


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["render", *map(str, arguments)], catch_exceptions=False)


def runs_of(slide: PlacedSlide) -> list[Run]:
    found: list[Run] = []

    def see(body: TextBody, *_: object) -> TextBody:
        found.extend(run for paragraph in body.paragraphs for run in paragraph.runs)
        return body

    with_texts(slide, see)
    return found


@pytest.mark.parametrize(
    ("there", "taken"),
    [
        ({"libreoffice", "betteroffice"}, "betteroffice"),
        ({"libreoffice"}, "libreoffice"),
        (set[Engine](), "svg"),
    ],
)
def test_the_quickest_engine_that_is_there_is_taken(
    there: set[Engine], taken: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("docgen.render.engine.is_there", lambda engine: engine in there or engine == "svg")
    assert engine_of("auto", QUICKEST) == taken


@pytest.mark.parametrize(("asked", "code"), [("libreoffice", "no-libreoffice"), ("betteroffice", "no-betteroffice")])
def test_an_engine_that_is_asked_for_and_missing_is_named(
    asked: Engine, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("docgen.render.engine.is_there", lambda engine: engine == "svg")
    with pytest.raises(DocgenError) as error:
        engine_of(asked, QUICKEST)
    assert error.value.code == code


def test_a_slide_alone_keeps_its_page_number_and_leads_to_no_other_slide() -> None:
    slide = next(slide for slide in DECK.slides[3:] if any(run.page_of for run in runs_of(slide)))
    number = DECK.slides.index(slide) + 1
    (only,) = alone(DECK, slide).slides
    assert not any(isinstance(mark, TextMark) and mark.placeholder for mark in only.marks)
    assert str(number) in [run.text for run in runs_of(only)]
    assert not any(run.page_of or run.link for run in runs_of(only))
    assert write(alone(DECK, slide))


@pytest.mark.parametrize("slide", DECK.slides, ids=lambda slide: slide.id)
def test_plain_svg_holds_every_text_of_a_slide_inside_its_page(slide: PlacedSlide) -> None:
    svg = slide_svg(slide, DECK.design, measure_of(load_pack(PACK)))
    drawn = re.sub(r"&#?\w+;|<[^>]*>|\s", "", svg)
    missing = [run.text for run in runs_of(slide) if re.sub(r"[\s&<>\"']", "", run.text) not in drawn]
    assert [text for text in missing if len(text) < 8] == []
    places = [float(x) for x in re.findall(r'<text x="([-\d.]+)"', svg)]
    assert all(0 <= x <= DECK.design.width for x in places)


def test_a_line_of_plain_svg_is_as_wide_as_it_is_measured() -> None:
    measure = measure_of(load_pack(PACK))
    title = next(mark for mark in DECK.slides[3].marks if isinstance(mark, TextMark) and mark.placeholder == "title")
    run = title.body.paragraphs[0].runs[0]
    svg = slide_svg(DECK.slides[3], DECK.design, measure)
    assert f'textLength="{measure.runs_width((run,)):.2f}" lengthAdjust="spacingAndGlyphs"' in svg


def test_a_content_folder_is_drawn_as_plain_svg_without_any_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("docgen.render.engine.is_there", lambda engine: engine == "svg")
    content = make_folder(tmp_path / "内容")
    result = run(content, "-o", tmp_path / "out", "--pages", "1")
    assert (result.exit_code, result.stdout) == (0, f"1 pages, {tmp_path / 'out'}\n")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["内容-001.svg"]


def test_a_file_is_not_drawn_as_plain_svg(tmp_path: Path) -> None:
    (tmp_path / "a.pptx").write_bytes(write(alone(DECK, DECK.slides[0])))
    result = run(tmp_path / "a.pptx", "--engine", "svg", "-o", tmp_path / "out")
    assert result.exit_code == 2
    assert "the content folder that it is built from" in result.stderr


@needs_betteroffice
def test_betteroffice_draws_the_pages_that_are_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "二頁.pptx"
    path.write_bytes(write(placed(PACK, PAGES[:2])))
    made = render(path, tmp_path / "out", (2,), "betteroffice")
    assert (made.pdf, [page.name for page in made.pages]) == (None, ["二頁-002.png"])
    with Image.open(made.pages[0]) as page:
        assert page.size == pytest.approx((1560, 1080), abs=2)
    with pytest.raises(DocgenError, match="there is no page 3"):
        render(path, tmp_path / "out", (3,), "betteroffice")
