"""The organisation diagram."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError
from support.real_deck import PACKS, pack_name
from support.record_slides import deck_of, slide_of, text_of

import docgen
from docgen.placed import ConnectorMark, ShapeMark
from docgen.slides.organisation_chart import OrganisationChart

in_every_pack = pytest.mark.parametrize("folder", PACKS, ids=pack_name)

RECORD = OrganisationChart.model_validate(
    {
        "id": "organisation",
        "title": "推進体制",
        "levels": ["会議", "専門調査会"],
        "units": [
            {"id": "council", "name": "総合科学技術・イノベーション会議", "note": "議長：内閣総理大臣"},
            {"id": "evaluation", "name": "評価専門調査会", "under": "council"},
            {"id": "ethics", "name": "生命倫理専門調査会", "under": "council"},
            {"id": "indicators", "name": "指標等検討会", "under": ["evaluation"]},
        ],
        "frames": [{"id": "work", "title": "評価", "units": ["evaluation", "indicators"]}],
    }
)


@in_every_pack
@pytest.mark.parametrize("direction", ["down", "right"])
def test_units_stand_on_their_levels_and_in_their_frames(folder: Path, direction: str) -> None:
    slide = slide_of(RECORD.model_copy(update={"direction": direction}), folder)
    boxes = {m.id.removeprefix("organisation/chart/"): m.box for m in slide.marks if isinstance(m, ShapeMark)}
    starts = {name: box.y if direction == "down" else box.x for name, box in boxes.items()}
    assert starts["council"] < starts["evaluation"] < starts["indicators"]
    assert starts["evaluation"] == starts["ethics"]
    assert boxes["frame-work"].contains(boxes["evaluation"])
    assert boxes["frame-work"].contains(boxes["indicators"])
    assert not boxes["frame-work"].overlaps(boxes["ethics"])
    assert text_of(slide, "chart/head-2") == "専門調査会"
    assert text_of(slide, "chart/council") == "総合科学技術・イノベーション会議\n議長：内閣総理大臣"
    ends = {(m.start.shape[19:], m.end.shape[19:]) for m in slide.marks if isinstance(m, ConnectorMark)}
    assert ends == {("council", "evaluation"), ("council", "ethics"), ("evaluation", "indicators")}


@in_every_pack
def test_a_diagram_too_wide_for_a_page_goes_on_with_its_head_repeated(folder: Path) -> None:
    units = [{"id": "top", "name": "本部"}] + [
        {"id": f"u{n}", "name": f"第{n}分科会", "under": "top"} for n in range(40)
    ]
    record = OrganisationChart.model_validate({"id": "wide", "title": "体制", "units": units})
    slides = deck_of(record, folder).slides
    assert len(slides) > 1
    assert all(text_of(slide, "chart/top") == "本部" for slide in slides[:1])
    shown = [
        mark.id.rsplit("/", 1)[1] for slide in slides for mark in slide.marks if "/chart/u" in mark.id
        and isinstance(mark, ShapeMark)
    ]
    assert sorted(shown) == sorted(f"u{n}" for n in range(40))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"under": ["evaluatoin"]}, "no unit 'evaluatoin'; did you mean 'evaluation'?"),
        ({"under": ["indicators"]}, "in a circle: indicators → indicators"),
        ({"id": "ethics"}, "two units have the id 'ethics'"),
    ],
)
def test_what_cannot_be_drawn_is_refused(change: dict[str, object], words: str) -> None:
    data = RECORD.model_dump()
    data["units"] = [*data["units"][:3], {**data["units"][3], **change}]
    data["frames"] = []
    with pytest.raises(ValidationError, match=words.replace("?", r"\?")):
        OrganisationChart.model_validate(data)


def test_a_frame_holds_units_that_are_there_and_in_no_other_frame() -> None:
    data = RECORD.model_dump()
    other = {"id": "other", "title": "", "units": ["ethics", "evaluation", "nobody"]}
    data["frames"] = [*data["frames"], other]
    with pytest.raises(ValidationError) as caught:
        OrganisationChart.model_validate(data)
    assert [(error["loc"], error["msg"]) for error in caught.value.errors()] == [
        (("frames", 1, "units", 1), "unit 'evaluation' stands in frame 'work' already"),
        (("frames", 1, "units", 2), "there is no unit 'nobody'"),
    ]


def test_a_circle_in_a_content_folder_is_said_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "compendium.yaml").write_text(
        "title: 題\nfiscal_year: 2023\npublished: 2023年3月\norganisation: 部局\nplan: []\n", encoding="utf-8"
    )
    (tmp_path / "pages" / "organisation.yaml").write_text(
        "kind: organisation_chart\nid: o\ntitle: 体制\nunits:\n"
        "  - {id: a, name: 甲, under: b}\n  - {id: b, name: 乙, under: a}\n",
        encoding="utf-8",
    )
    with pytest.raises(docgen.DocgenError) as caught:
        docgen.load(tmp_path)
    assert "organisation.yaml:5:" in str(caught.value)
    assert "a → b → a" in str(caught.value)


def test_a_script_adds_a_diagram_to_a_deck() -> None:
    built = docgen.Deck(layout="cabinet_office").add(RECORD).build()
    assert [slide.id for slide in built.placed.slides] == ["organisation"]
