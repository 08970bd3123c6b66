"""A section of the plan on one page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from support.real_deck import PACKS, pack_in, pack_name
from support.record_slides import cells_of, slide_of, text_of

from docgen.errors import DocgenError
from docgen.placed import TextMark
from docgen.slides.goal_summary import GoalSummary

in_every_pack = pytest.mark.parametrize("folder", PACKS, ids=pack_name)


def _record(**row: Any) -> GoalSummary:
    rows: list[dict[str, Any]] = [
        {"name": "総合順位", "change": "25位→35位", "trend": "down", "rank": True, "indicator": "I-1062"},
        {"name": "死者数", "change": "3,694人→2,610人", "trend": "down"},
        {"name": "食料自給率", "change": "38%→38%", "trend": "flat"},
        {"name": "転換事業", "change": "66事業"},
    ]
    return GoalSummary.model_validate(
        {
            "id": "goal",
            "title": "設定された指標の状況（抜粋）",
            "left": [
                {"id": "reference", "heading": "参考指標", "rows": [{**rows[0], **row}, *rows[1:]]},
                {"id": "headline", "heading": "主要指標", "points": [{"text": "推進", "details": ["体制"]}]},
            ],
            "right": [{"id": "measures", "heading": "主な施策の状況", "points": ["制度を見直し。"]}],
        }
    )


@in_every_pack
def test_trends_are_named_by_the_packs_words_and_ranks_by_their_own(folder: Path) -> None:
    words = pack_in(folder).words
    rows = cells_of(slide_of(_record(), folder), "reference/table")[1:]
    assert [row[0] for row in rows] == ["I-1062", words["none"], words["none"], words["none"]]
    assert [row[3] for row in rows] == [words["rank_down"], words["down"], words["excerpt_flat"], words["none"]]
    assert rows[1][1:3] == ["死者数", "3,694人→2,610人"]


@in_every_pack
def test_parts_stand_in_two_columns_under_their_headings(folder: Path) -> None:
    slide = slide_of(_record(), folder)
    assert text_of(slide, "headline/text") == "推進\n体制"
    titles = {
        mark.id.split("/")[1]: mark.box
        for mark in slide.marks
        if isinstance(mark, TextMark) and mark.id.endswith("/title") and mark.id.count("/") == 2
    }
    assert titles["reference"].x == titles["headline"].x < titles["measures"].x
    assert titles["reference"].y == titles["measures"].y < titles["headline"].y


def test_a_trend_that_is_none_is_an_error() -> None:
    with pytest.raises(DocgenError, match="'falling' is no trend"):
        slide_of(_record(trend="falling"), PACKS[0])
