"""The page of text panels."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.real_deck import PACKS, pack_in, pack_name, words

from docgen.checks.check import check_placed
from docgen.deck import Deck
from docgen.placed import PlacedSlide, ShapeMark, TextMark
from docgen.slides.text_page import TextPage

in_every_pack = pytest.mark.parametrize("folder", PACKS, ids=pack_name)

RECORD = TextPage.model_validate(
    {
        "id": "meeting",
        "title": "大臣会合の成果と貢献",
        "messages": ["共同声明を取りまとめた。"],
        "panels": [
            {
                "id": "results",
                "heading": "成果",
                "lead": "方針を示した。",
                "theme": "研究エコシステムの実現",
                "numbered": True,
                "points": ["自由の尊重", {"text": "国際協力", "details": ["宇宙", "海洋"]}],
                "source_texts": ["会合の概要"],
            },
            {
                "id": "contribution",
                "heading": "貢献",
                "groups": [
                    {"heading": "オープン・サイエンス", "points": ["作業部会の設置"]},
                    {"heading": "インテグリティ", "points": ["原則の作成", "成果物の作成"]},
                ],
            },
        ],
    }
)


def slide_of(record: TextPage, folder: Path) -> PlacedSlide:
    deck = Deck(folder).add(record).build()
    assert check_placed(deck.placed, deck.pack) == ()
    assert len(deck.placed.slides) == 1
    return deck.placed.slides[0]


def text_of(slide: PlacedSlide, name: str) -> list[str]:
    mark = next(mark for mark in slide.marks if mark.id == f"{slide.id}/{name}")
    assert isinstance(mark, ShapeMark | TextMark)
    assert mark.body is not None
    return words(mark.body).split("\n")


@in_every_pack
def test_panels_stand_side_by_side_equally_wide_and_high(folder: Path) -> None:
    marks = {mark.id: mark for mark in slide_of(RECORD, folder).marks if isinstance(mark, ShapeMark)}
    left, right = (marks[f"meeting/{name}/frame"].box for name in ("results", "contribution"))
    assert (left.y, left.width, left.height) == pytest.approx((right.y, right.width, right.height))
    assert left.right < right.x


@in_every_pack
def test_numbered_points_carry_circled_numbers_and_their_details_dots(folder: Path) -> None:
    slide = slide_of(RECORD, folder)
    mark = next(mark for mark in slide.marks if mark.id == "meeting/results/points")
    assert isinstance(mark, TextMark)
    assert [paragraph.bullet for paragraph in mark.body.paragraphs] == ["①", "②", "・", "・"]
    assert text_of(slide, "results/points") == ["自由の尊重", "国際協力", "宇宙", "海洋"]


@in_every_pack
def test_groups_have_their_headings_above_their_points(folder: Path) -> None:
    slide = slide_of(RECORD, folder)
    assert text_of(slide, "contribution/group-2/heading") == ["インテグリティ"]
    assert text_of(slide, "contribution/group-2/points") == ["原則の作成", "成果物の作成"]
    boxes = {mark.id: mark.box for mark in slide.marks if isinstance(mark, TextMark | ShapeMark)}
    assert boxes["meeting/contribution/group-1/points"].bottom < boxes["meeting/contribution/group-2/heading"].y


@in_every_pack
def test_the_sources_of_a_panel_stand_at_its_foot(folder: Path) -> None:
    slide = slide_of(RECORD, folder)
    assert text_of(slide, "results/sources") == [f"{pack_in(folder).words['source']}会合の概要"]
    boxes = {mark.id: mark.box for mark in slide.marks if isinstance(mark, TextMark | ShapeMark)}
    foot = boxes["meeting/results/frame"].bottom - boxes["meeting/results/sources"].bottom
    assert 0 < foot < 20
