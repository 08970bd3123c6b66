"""What was done by hand to a draft is carried into the final edition, and the other way; their difference is told."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

import docgen
from docgen.comparison.compare import diff
from docgen.merging.merged_deck import merge
from docgen.model import Compendium, Edition
from docgen.placed import TextMark
from docgen.slides.chart_page import ChartPage

KNOWN = {"id": "known", "title": "区分別の件数", "data": {"区分": ["甲", "乙"], "件": [3, 5]}, "x": "区分", "unit": "件"}
GONE = {"id": "yearly", "title": "件数の推移", "missing": "年次の値は照会中（架空）。"}
PAGES = (
    ChartPage(id="p", title="件数", messages=["計8件。"], figures=[KNOWN, GONE]),
    ChartPage(id="q", title="内訳", messages=["甲は3件。"], figures=[KNOWN]),
)
WHOLE = Compendium(
    title="データ集", fiscal_year=2023, pages=PAGES, sections=[{"id": "all", "pages": [{"page": "p"}, {"page": "q"}]}]
)


def edited(deck: docgen.BuiltDeck, path: Path, changes: dict[str, str]) -> Path:
    """The deck as somebody saved it who typed other words into some shapes."""
    presentation = Presentation(io.BytesIO(deck.to_bytes()))
    for slide in presentation.slides:
        for shape in slide.shapes:
            if shape.name in changes:
                shape.text_frame.paragraphs[0].runs[0].text = changes[shape.name]
    presentation.save(str(path))
    return path


def texts(data: bytes) -> dict[str, Any]:
    slides = Presentation(io.BytesIO(data)).slides
    return {shape.name: shape.text_frame.text for slide in slides for shape in slide.shapes if shape.has_text_frame}


@pytest.mark.parametrize("edition", ["draft", "final"])
def test_hand_edits_are_carried_from_one_edition_into_the_other(edition: Edition, tmp_path: Path) -> None:
    (other,) = {"draft", "final"} - {edition}
    deck = docgen.build(WHOLE, edition=edition)
    title = next(mark.id for mark in deck.placed.slides[0].marks if isinstance(mark, TextMark) and mark.id.endswith("/title"))
    path = edited(deck, tmp_path / "edited.pptx", {title: "件数（改）"})
    merged = merge(path, docgen.build(WHOLE, edition=other))  # type: ignore[arg-type]
    assert merged.conflicts == ()
    assert texts(merged.data)[title] == "件数（改）"
    assert any("照会中" in text for text in texts(merged.data).values()) == (other == "draft")


def test_an_edit_of_what_the_final_edition_leaves_out_is_told(tmp_path: Path) -> None:
    deck = docgen.build(WHOLE, edition="draft")
    path = edited(deck, tmp_path / "edited.pptx", {"p/yearly": "来年度に公表（架空）。"})
    merged = merge(path, docgen.build(WHOLE))
    assert any("来年度に公表" in str(told) for told in (*merged.conflicts, *merged.edits))


def test_two_decks_of_other_editions_are_named_by_them() -> None:
    told = diff(docgen.build(WHOLE, edition="draft"), docgen.build(WHOLE))
    assert (told.old, told.new) == ("データ集（2023年度、案）", "データ集（2023年度、確定版）")
    assert diff(WHOLE, WHOLE).old == "データ集（2023年度）"
