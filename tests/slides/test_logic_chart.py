"""The logic chart of a section of the plan."""

from __future__ import annotations

from pathlib import Path

import pytest
from real_deck import PACKS, pack_name
from record_slides import slide_of, text_of

from docgen.layout.load import load_pack
from docgen.placed import ConnectorMark, ShapeMark
from docgen.slides.logic_chart import LogicChart

in_every_pack = pytest.mark.parametrize("folder", PACKS, ids=pack_name)

RECORD = LogicChart.model_validate(
    {
        "id": "logic",
        "title": "(6) 社会問題の解決",
        "goal": ["多様な幸せを向上させる。"],
        "groups": [
            {"item": "戦略策定", "elements": ["研究開発が進む", "社会像が作成される"]},
            {"item": "標準の活用", "elements": ["社会実装が加速する"]},
        ],
    }
)


@in_every_pack
def test_the_goal_stands_above_items_and_elements(folder: Path) -> None:
    slide = slide_of(RECORD, folder)
    assert text_of(slide, "goal/text") == "多様な幸せを向上させる。"
    assert text_of(slide, "goal/heading") == load_pack(folder).words["goal"]
    boxes = {mark.id: mark.box for mark in slide.marks if isinstance(mark, ShapeMark)}
    assert boxes["logic/goal/frame"].bottom < boxes["logic/chart/item-1"].y
    assert boxes["logic/chart/item-1"].right < boxes["logic/chart/element-1-1"].x


@in_every_pack
def test_each_element_is_joined_to_its_item(folder: Path) -> None:
    slide = slide_of(RECORD, folder)
    word = load_pack(folder).words["item"]
    assert text_of(slide, "chart/item-2") == word.format(number=2, name="標準の活用")
    assert text_of(slide, "chart/element-2-1") == "社会実装が加速する"
    ends = {
        (mark.start.shape.removeprefix("logic/chart/"), mark.end.shape.removeprefix("logic/chart/"))
        for mark in slide.marks
        if isinstance(mark, ConnectorMark)
    }
    assert ("item-2", "element-2-1") in ends
    assert {end for _, end in ends if end.startswith("element")} == {
        "element-1-1",
        "element-1-2",
        "element-2-1",
    }
