"""The logic chart of a section of the plan."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError
from support.real_deck import PACKS, pack_in, pack_name
from support.record_slides import slide_of, text_of

from docgen.placed import Box, ConnectorMark, PlacedSlide, ShapeMark
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
    assert text_of(slide, "goal/heading") == pack_in(folder).words["goal"]
    boxes = {mark.id: mark.box for mark in slide.marks if isinstance(mark, ShapeMark)}
    assert boxes["logic/goal/frame"].bottom < boxes["logic/chart/item-1"].y
    assert boxes["logic/chart/item-1"].right < boxes["logic/chart/element-1-1"].x


@in_every_pack
def test_each_element_is_joined_to_its_item(folder: Path) -> None:
    slide = slide_of(RECORD, folder)
    word = pack_in(folder).words["item"]
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


RELATED = RECORD.model_copy(
    update={"leads_to": {"社会像が作成される": ("研究開発が進む",), "研究開発が進む": ("社会実装が加速する",)}}
)


def _boxes(slide: PlacedSlide) -> dict[str, Box]:
    return {mark.id.removeprefix("logic/chart/"): mark.box for mark in slide.marks if isinstance(mark, ShapeMark)}


@in_every_pack
@pytest.mark.parametrize("direction", ["right", "down"])
def test_elements_that_lead_to_others_stand_before_them_in_frames_of_their_items(
    folder: Path, direction: str
) -> None:
    slide = slide_of(RELATED.model_copy(update={"direction": direction}), folder)
    boxes = _boxes(slide)
    order = ["element-1-2", "element-1-1", "element-2-1"]
    starts = [boxes[name].x if direction == "right" else boxes[name].y for name in order]
    assert starts == sorted(set(starts))
    assert boxes["frame-item-1"].contains(boxes["element-1-1"])
    assert boxes["frame-item-1"].contains(boxes["element-1-2"])
    assert not boxes["frame-item-1"].overlaps(boxes["frame-item-2"])
    assert text_of(slide, "chart/frame-item-2") == pack_in(folder).words["item"].format(
        number=2, name="標準の活用"
    ).replace("\n", "　")
    arrows = [mark for mark in slide.marks if isinstance(mark, ConnectorMark) and mark.arrow]
    assert [mark.id.removeprefix("logic/chart/") for mark in arrows] == [
        "element-1-2-element-1-1",
        "element-1-1-element-2-1",
    ]


@in_every_pack
def test_items_may_stand_above_their_elements(folder: Path) -> None:
    boxes = _boxes(slide_of(RECORD.model_copy(update={"direction": "down"}), folder))
    assert boxes["item-1"].bottom < boxes["element-1-1"].y
    assert boxes["item-1"].y == boxes["item-2"].y
    assert boxes["head-1"].right < boxes["item-1"].x


@pytest.mark.parametrize(
    ("leads_to", "words"),
    [
        ({"研究開発が進む": "社会像が作成される", "社会像が作成される": "研究開発が進む"}, "in a circle: 研究開発が進む → 社会像"),
        ({"研究開発が進む": "社会実装が加速"}, "no logic element '社会実装が加速'; did you mean '社会実装が加速する'"),
        ({"研究": "社会実装が加速する"}, "no logic element '研究'"),
    ],
)
def test_a_circle_and_a_link_to_nothing_are_refused(leads_to: dict[str, str], words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        LogicChart.model_validate({**RECORD.model_dump(), "leads_to": leads_to})
