"""Texts stay where they were placed in LibreOffice and in ONLYOFFICE: a few pages; `python -m tests.render.places` does all."""

from __future__ import annotations

import pytest
from conftest import RenderPdf
from support.bad_lines import bad_lines
from support.document_builder import MISSING, document_builder, drawn_by_onlyoffice
from support.drawn_lines import left_places, paragraph_lines
from support.real_deck import ROOT
from support.small_pages import PAGES, placed

from docgen.placed import PlacedDeck
from docgen.write import write

DECK = placed(ROOT / "layouts" / "cabinet_office", PAGES)


def faults(deck: PlacedDeck, pdf: bytes) -> list[str]:
    left = [f"{page} {name} left its place" for page, name in left_places(deck, pdf)]
    # Heads of narrow columns are parted between the words of a compound; the command counts them.
    lines = [(lines, bad_lines(lines, is_head=False)) for _, _, _, lines in paragraph_lines(deck, pdf)]
    return left + [f"{kind}: {'｜'.join(drawn)}" for drawn, kinds in lines for kind in kinds]


@pytest.mark.libreoffice
def test_in_libreoffice(render_pdf: RenderPdf) -> None:
    assert faults(DECK, render_pdf(write(DECK))) == []


def test_in_onlyoffice() -> None:
    python = document_builder()
    if python is None:
        pytest.skip(MISSING)
    assert faults(DECK, drawn_by_onlyoffice(python, write(DECK))) == []


def test_what_is_wrong_with_lines_is_found() -> None:
    found = {
        kind
        for lines in (("研究開発の推", "進"), ("令和5年3", "月"), ("約23,854", "千台"), ("ロジックチャ", "ートの要素"))
        for kind in bad_lines(lines, is_head=True)
    }
    assert found == {"short last line", "split date", "split unit", "split head"}
