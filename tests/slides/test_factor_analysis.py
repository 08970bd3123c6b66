"""The analysis of factors by logic element."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.real_deck import PACKS, pack_in, pack_name
from support.record_slides import cells_of, slide_of

from docgen.placed import TableMark
from docgen.slides.factor_analysis import FactorAnalysis

in_every_pack = pytest.mark.parametrize("folder", PACKS, ids=pack_name)

RECORD = FactorAnalysis.model_validate(
    {
        "id": "factors",
        "title": "目標の達成状況と施策の関係",
        "findings": [
            {
                "elements": ["社会実装が加速する", "国際市場を獲得する", "標準を活用する"],
                "statements": ["**低下は顕著**である。", "取組に注目。"],
            },
            {"elements": ["共通理解が促進される"]},
            {"statements": ["指標・データは不足。"]},
        ],
    }
)


@in_every_pack
def test_findings_of_several_elements_are_one_cell_beside_them(folder: Path) -> None:
    slide = slide_of(RECORD, folder)
    words = pack_in(folder).words
    assert cells_of(slide, "table")[1:] == [
        ["社会実装が加速する", "低下は顕著である。\n取組に注目。"],
        ["国際市場を獲得する", ""],
        ["標準を活用する", ""],
        ["共通理解が促進される", words["none"]],
        [words["all_elements"], "指標・データは不足。"],
    ]
    table = next(mark for mark in slide.marks if isinstance(mark, TableMark))
    assert table.rows[1].cells[1].row_span == 3


@in_every_pack
def test_key_phrases_are_bold_within_their_sentence(folder: Path) -> None:
    table = next(mark for mark in slide_of(RECORD, folder).marks if isinstance(mark, TableMark))
    runs = table.rows[1].cells[1].body.paragraphs[0].runs
    assert [(run.text, run.bold) for run in runs] == [("低下は顕著", True), ("である。", False)]
