"""The page of how an analysis is done."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.real_deck import PACKS, pack_name
from support.record_slides import deck_of, slide_of, text_of

from docgen.model import Note
from docgen.placed import ConnectorMark, ShapeMark
from docgen.slides.method_flow import MethodFlow

in_every_pack = pytest.mark.parametrize("folder", PACKS, ids=pack_name)

RECORD = MethodFlow.model_validate(
    {
        "id": "method",
        "title": "総合分析の進め方",
        "messages": ["基本計画の記載を出発点とする。"],
        "steps": [
            {"title": "目標の確認", "points": [{"text": "目標を確認する。", "details": ["大目標", "要素"]}]},
            {
                "title": "施策の特定",
                "points": ["施策を集める。"],
                "boxes": [
                    {
                        "heading": "候補",
                        "boxes": [
                            {"heading": "予算", "points": ["レビュー"]},
                            {"heading": "予算以外", "points": ["公表情報"]},
                        ],
                    }
                ],
            },
            {"title": "議論", "boxes": [{"heading": "視点", "points": ["規模", "増減"]}]},
        ],
        "notes": (Note(text="評価専調は、評価専門調査会を指す。"),),
    }
)


@in_every_pack
def test_steps_are_numbered_in_their_order_and_joined_by_arrows(folder: Path) -> None:
    slide = slide_of(RECORD, folder)
    assert [text_of(slide, f"steps/step-{number}/number") for number in (1, 2, 3)] == ["1", "2", "3"]
    assert text_of(slide, "steps/step-3/title") == "議論"
    arrows = [mark for mark in slide.marks if isinstance(mark, ConnectorMark)]
    assert [(mark.start.shape, mark.end.shape) for mark in arrows] == [
        ("method/steps/step-1/title", "method/steps/step-2/title"),
        ("method/steps/step-2/title", "method/steps/step-3/title"),
    ]
    assert all(mark.arrow and mark.points[0][1] < mark.points[1][1] for mark in arrows)


@in_every_pack
def test_boxes_of_a_step_stand_inside_its_frame(folder: Path) -> None:
    shapes = {mark.id: mark.box for mark in slide_of(RECORD, folder).marks if isinstance(mark, ShapeMark)}
    frame = shapes["method/steps/step-2/frame"]
    candidates = shapes["method/steps/step-2/box-1/frame"]
    inner = [shapes[f"method/steps/step-2/box-1/box-{number}/frame"] for number in (1, 2)]
    assert frame.contains(candidates)
    assert all(candidates.contains(box) for box in inner)
    assert inner[0].right < inner[1].x
    assert inner[0].y == inner[1].y


@in_every_pack
def test_points_and_what_is_below_them_keep_their_order(folder: Path) -> None:
    slide = slide_of(RECORD, folder)
    assert text_of(slide, "steps/step-1/points").split("\n") == ["目標を確認する。", "大目標", "要素"]
    assert text_of(slide, "steps/step-3/box-1/points").split("\n") == ["規模", "増減"]


@in_every_pack
def test_the_steps_fill_the_page_down_to_its_notes(folder: Path) -> None:
    slide = slide_of(RECORD, folder)
    boxes = {mark.id: mark.box for mark in slide.marks if not isinstance(mark, ConnectorMark)}
    assert 0 < boxes["method/notes"].y - boxes["method/steps/step-3/frame"].bottom < 30


@in_every_pack
def test_more_steps_than_a_page_holds_go_on_with_their_numbers(folder: Path) -> None:
    steps = tuple(
        step.model_copy(update={"title": f"{step.title}{index}"}) for index in range(7) for step in RECORD.steps
    )
    slides = deck_of(RECORD.model_copy(update={"steps": steps}), folder).slides
    assert len(slides) > 1
    numbers = [
        int(mark.id.rsplit("/", 2)[1].removeprefix("step-"))
        for slide in slides
        for mark in slide.marks
        if mark.id.endswith("/number") and "/step-" in mark.id
    ]
    assert numbers == list(range(1, 22))
