"""The summary of an analysis item."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.real_deck import PACKS, pack_name
from support.record_slides import cells_of, slide_of

from docgen.errors import DocgenError
from docgen.placed import TableMark
from docgen.ready import ReadyPageRecord
from docgen.slides.overall_summary import OverallSummary
from docgen.slides.parts.names import printed_name

in_every_pack = pytest.mark.parametrize("folder", PACKS, ids=pack_name)

RECORD = OverallSummary.model_validate(
    {
        "id": "summary",
        "title": "全体のまとめ",
        "item": "strategy",
        "questions": [
            {
                "section": "A-1 目標が達成されているか。",
                "statements": [
                    {"id": "deaths", "text": "交通事故死者数は減少。", "rests_on": ["finding-I-1065"]},
                    {"id": "food", "text": "食料自給率は横ばい。"},
                ],
            },
            {"section": "A-2 取組が実施されているか。", "statements": ["多様な施策を実施。"]},
            {"section": "A-3 要因と課題は何か。", "statements": ["試行錯誤の段階。"]},
        ],
    }
)


@in_every_pack
def test_two_questions_stand_side_by_side_and_the_last_below_them(folder: Path) -> None:
    slide = slide_of(RECORD, folder)
    assert cells_of(slide, "table-1")[1] == [
        "A-1 目標が達成されているか。",
        "交通事故死者数は減少。\n食料自給率は横ばい。",
        "A-2 取組が実施されているか。",
        "多様な施策を実施。",
    ]
    assert cells_of(slide, "table-2")[1] == ["A-3 要因と課題は何か。", "試行錯誤の段階。"]
    above, below = (mark for mark in slide.marks if isinstance(mark, TableMark))
    assert above.box.bottom < below.box.y
    assert above.box.width == pytest.approx(below.box.width)


@in_every_pack
def test_the_title_names_the_item_and_the_questions_are_bold(folder: Path) -> None:
    slide = slide_of(RECORD, folder)
    assert slide.title == "全体のまとめ 分析項目1"
    table = next(mark for mark in slide.marks if isinstance(mark, TableMark))
    assert all(run.bold for run in table.rows[1].cells[0].body.paragraphs[0].runs)
    assert table.alt == "A-1 目標が達成されているか。／A-2 取組が実施されているか。"


def test_a_statement_keeps_what_it_rests_on() -> None:
    deaths, food = RECORD.questions[0].statements
    assert deaths.rests_on == ("finding-I-1065",)
    assert (food.id, food.rests_on) == ("food", ())


def test_a_section_that_the_compendium_does_not_have_is_an_error() -> None:
    ready = ReadyPageRecord(RECORD, {}, {}, names={"a1": "A-1 目標が達成されているか。"})
    assert printed_name("a1", ready) == "A-1 目標が達成されているか。"
    with pytest.raises(DocgenError, match="no section, analysis item or logic element 'a9'"):
        printed_name("a9", ready)
