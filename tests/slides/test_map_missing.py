"""A map page whose places are not provided yet, but of which something else is known."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.real_deck import PACKS, pack_name, words

from docgen.checks.check import check_placed
from docgen.deck import Deck
from docgen.placed import Box, ChartMark, Mark, ShapeMark, TableMark, TextMark
from docgen.slides.map_page import MapPage

in_every_pack = pytest.mark.parametrize("folder", PACKS, ids=pack_name)

RECORD = MapPage.model_validate(
    {
        "id": "centres",
        "title": "拠点数",
        "numbers": [{"label": "本格型", "value": "6拠点"}],
        "figures": [
            {
                "id": "adoptions",
                "title": "新規採択拠点数",
                "kind": "column",
                "data": {"年度": ["2022", "2023"], "拠点": ["21", "6"]},
                "x": "年度",
                "unit": "拠点",
            }
        ],
        "tables": [{"id": "fields", "title": "分野別", "data": {"分野": ["量子", "バイオ"], "拠点": ["3", "2"]}}],
        "missing_title": "拠点一覧",
        "missing": "拠点名はデータ未提供。",
    }
)


def marks_of(record: MapPage, folder: Path) -> dict[str, Mark]:
    deck = Deck(folder, edition="draft").add(record).build()
    assert check_placed(deck.placed, deck.pack) == ()
    (slide,) = deck.placed.slides
    return {mark.id.removeprefix("centres/"): mark for mark in slide.marks}


def box_of(mark: Mark) -> Box:
    assert isinstance(mark, ChartMark | ShapeMark | TableMark | TextMark)
    return mark.box


@in_every_pack
def test_numbers_stand_over_what_is_known_and_what_is_missing_below(folder: Path) -> None:
    marks = marks_of(RECORD, folder)
    numbers, chart, table = (box_of(marks[name]) for name in ("numbers/1/frame", "adoptions/chart", "fields"))
    assert numbers.bottom < chart.y
    assert numbers.width == pytest.approx(table.right - chart.x)
    assert numbers.height < 150
    assert chart.right < table.x
    line = marks["missing"]
    assert isinstance(line, ShapeMark)
    assert line.body is not None
    assert words(line.body) == "拠点名はデータ未提供。"
    title = box_of(marks["missing/title"])
    assert max(chart.bottom, table.bottom) < title.y < line.box.y


@in_every_pack
def test_weights_share_out_the_width(folder: Path) -> None:
    marks = marks_of(RECORD.model_copy(update={"weights": (3, 1)}), folder)
    chart, table = (box_of(marks[name]) for name in ("adoptions/chart", "fields"))
    assert chart.width == pytest.approx(3 * table.width, rel=0.01)


@in_every_pack
def test_without_figures_and_tables_the_sentence_has_the_room(folder: Path) -> None:
    bare = RECORD.model_copy(update={"figures": (), "tables": ()})
    line = box_of(marks_of(bare, folder)["missing"])
    assert line.height > 200
