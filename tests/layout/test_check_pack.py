"""What docgen layouts check finds in a pack that can be loaded."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.real_deck import PACKS, pack_name

from docgen.layout.check import shortcomings, unserved
from docgen.layout.load import load_pack
from docgen.layout.pack import LayoutPack
from docgen.shipped import DEFAULT_LAYOUT
from docgen.slides.pack_module import builders_of


def found(folder: Path | str) -> list[str]:
    pack = load_pack(folder)
    return [each.what for each in shortcomings(pack, load_pack(DEFAULT_LAYOUT), builders_of(pack))]


def changed(folder: Path, text: str) -> Path:
    place = folder / "changed"
    place.mkdir()
    (place / "layout.yaml").write_text(f"extends: cabinet_office\n{text}\n", encoding="utf-8")
    return place


@pytest.mark.parametrize("folder", PACKS, ids=pack_name)
def test_nothing_is_amiss_in_the_packs_of_the_project(folder: Path) -> None:
    assert found(folder) == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ('colours: {text_grey: {rgb: "999999"}}', "role 'cover_date': text_grey on paper has a contrast of 2.8 to 1"),
        ('colours: {blue: {rgb: "8FB8DE"}}', "placeholder 'tag': paper on blue has a contrast of 2.1 to 1"),
        ('colours: {navy: {rgb: "7F9FBF"}}', "role 'panel_heading': paper on navy has a contrast of"),
        ("statuses: {upcoming: {mark_colour: pale_blue}}", "the mark of status 'upcoming': pale_blue on paper has a contrast of"),
        ("fonts: {body: {name: 架空ゴシック}}", "the widths of the font '架空ゴシック' are not known"),
        ("chart: {series: [blue, teal]}", "series colours 'blue' and 'teal' are too alike"),
        (
            "slide_layouts: {content: {placeholders: {second: {kind: title, box: [30, 500, 9, 9], role: title}}}}",
            "2 placeholders of kind title",
        ),
        ("slide_layouts: {contents: {placeholders: {title: null}}}", "slide layout 'contents' has no title placeholder"),
        (
            "slide_layouts: {content: {placeholders: {tag: {box: {height: 60}}}}}",
            "placeholder 'tag' overlaps slot 'body'",
        ),
        (
            "slide_layouts: {content: {placeholders: {running: {box: {top: 28, height: 11}}}}}",
            "placeholder 'running' overlaps placeholder 'title'",
        ),
        ("kinds: {slogan: content}", "no builder makes slides of kind 'slogan'"),
        ("kinds: {map: cover}", "slide layout 'cover' has no slot for pages of kind 'map'"),
    ],
)
def test_what_should_be_mended_is_said(tmp_path: Path, text: str, what: str) -> None:
    assert [each for each in found(changed(tmp_path, text)) if each.startswith(what)]


def without(pack: LayoutPack, part: str, name: str) -> LayoutPack:
    left = {key: value for key, value in getattr(pack, part).items() if key != name}
    return pack.model_copy(update={part: left})


@pytest.mark.parametrize(("part", "name"), [("words", "source"), ("roles", "flow_box"), ("statuses", "neutral"), ("kinds", "map")])
def test_what_is_missing_is_said(part: str, name: str) -> None:
    whole = load_pack(DEFAULT_LAYOUT)
    whats = [each.what for each in shortcomings(without(whole, part, name), whole, builders_of(whole))]
    assert len(whats) == 1
    assert repr(name) in whats[0]


def test_kinds_that_content_uses_and_the_pack_does_not_draw_are_said_once() -> None:
    pack = without(load_pack(DEFAULT_LAYOUT), "kinds", "map")
    assert [each.what for each in unserved(pack, ("cover", "map", "map"))] == ["pages of kind 'map' have no slide layout"]
    hiding = pack.model_copy(update={"pages": pack.pages.model_copy(update={"hide": ("map",)})})
    assert unserved(hiding, ("cover", "map")) == ()
