"""Packs that docgen layouts new starts on the templates of houses: whole and read as they are, nothing lost unsaid."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from support.house_templates import HOUSES, House, house_template
from support.small_pages import ready

from docgen.checks.check import check_placed
from docgen.layout.check import shortcomings
from docgen.layout.load import load_pack
from docgen.layout.pack import LayoutPack
from docgen.layout.start import Started, start_pack
from docgen.layout.template.ground import hindrances
from docgen.pipeline import place
from docgen.placed import Box, ConnectorMark, PlacedDeck
from docgen.shipped import DEFAULT_LAYOUT
from docgen.slides.pack_module import builders_of

_FEW = ("Title Slide", "Section Header", "Title Only", "Title and Content")
_WHITE_PANEL = (((0, 0, 960, 540), "accent1"), ((24, 80, 912, 430), "bg1"))


def started(folder: Path, house: House) -> Started:
    template = folder / "template.pptx"
    template.write_bytes(house_template(house))
    return start_pack(folder / "own", DEFAULT_LAYOUT, template)


@pytest.fixture(scope="module", params=HOUSES)
def pack(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> LayoutPack:
    name: str = request.param
    return load_pack(started(tmp_path_factory.mktemp(name), HOUSES[name]).file)


@cache
def standard() -> LayoutPack:
    return load_pack(DEFAULT_LAYOUT)


def amiss(pack: LayoutPack) -> list[str]:
    return [each.what for each in shortcomings(pack, standard(), builders_of(pack))]


def covered(deck: PlacedDeck, pack: LayoutPack) -> Iterator[tuple[str, str]]:
    """The marks of a deck that what the template draws cuts into, with its name."""
    assert pack.template is not None
    for slide in deck.slides:
        for mark in slide.marks:
            if not isinstance(mark, ConnectorMark):
                for drawn in hindrances(mark.box, pack.template.layouts[slide.layout].drawn):
                    yield mark.id, drawn.name


def test_nothing_is_amiss_in_a_started_pack(pack: LayoutPack) -> None:
    assert amiss(pack) == []


def test_its_pages_are_read_and_nothing_covers_them(pack: LayoutPack) -> None:
    deck = place(ready(), pack).placed
    assert check_placed(deck, pack) == ()
    assert list(covered(deck, pack)) == []


def test_the_houses_fonts_are_kept(pack: LayoutPack) -> None:
    assert pack.template is not None
    assert {role: face.name for role, face in pack.fonts.items()} == dict(pack.template.master.fonts)


_VARIED: Mapping[str, House] = {
    "band_at_the_right": House(bands=(((880, 0, 80, 540), "accent1"),), title=(36, 24, 820, 48)),
    "bands_above_and_below": House(bands=(((0, 0, 960, 20), "accent1"), ((0, 490, 960, 50), "tx2")), foot_colour="bg1"),
    "title_under_the_logo": House(logos=((400, 30, 120, 36),)),
    "panel_on_a_coloured_page": House(bands=_WHITE_PANEL, title_colour="bg1", foot_colour="bg1"),
    "dark_by_its_background": House(background="tx2", title_colour="bg1", foot_colour="bg1"),
    "dark_by_a_large_shape": House(bands=(((0, 0, 960, 540), "0B1F33"),), title_colour="bg1"),
    "dark_under_dark_text": House(background="1C2F4A"),
    "cream_page": House(background="F4EBDD"),
    "portrait": House(width=540, height=780, title=(30, 30, 480, 44), body=(30, 100, 480, 600), foot=((30, 745, 100, 20), (150, 745, 240, 20), (410, 745, 100, 20))),
    "one_slide_layout": House(kept=("Title Only",)),
    "no_foot": House(foot=((36, 560, 160, 22), (260, 560, 440, 22), (764, 560, 160, 22))),
    "pale_accents": replace(HOUSES["band_and_logo"], colours={**HOUSES["band_and_logo"].colours, **{f"accent{number}": "F7D77A" for number in range(1, 7)}}),
}  # fmt: skip


@pytest.mark.parametrize("name", _VARIED)
def test_nothing_is_amiss_where_houses_differ(tmp_path: Path, name: str) -> None:
    house = _VARIED[name]
    kept = tuple(layout for layout in house.kept if layout in _FEW)
    assert amiss(load_pack(started(tmp_path, replace(house, kept=kept)).file)) == []


def test_what_has_no_placeholder_in_the_template_is_added_and_said(tmp_path: Path) -> None:
    made = started(tmp_path, HOUSES["narrow_body"])
    said = [str(remark) for remark in made.remarks]
    assert "content: the template has no placeholder for badge, running, tag: docgen adds it where there is room" in said
    placeholders = load_pack(made.file).slide_layouts["content"].placeholders
    assert {"title", "tag", "badge", "running", "footer", "number"} == set(placeholders)


def test_blocks_keep_to_the_text_placeholder_and_off_the_bar(tmp_path: Path) -> None:
    slot = load_pack(started(tmp_path, HOUSES["narrow_body"]).file).slide_layouts["content"].slot("body")
    assert Box(*HOUSES["narrow_body"].body).contains(slot)


def test_a_title_is_moved_clear_of_the_logo_over_it(tmp_path: Path) -> None:
    title = load_pack(started(tmp_path, HOUSES["band_and_logo"]).file).slide_layouts["content"].placeholders["title"]
    assert Box(*title.box).right <= HOUSES["band_and_logo"].logos[0][0]


def spoilt(folder: Path, old: str, new: str) -> list[Any]:
    file = started(folder, HOUSES["band_and_logo"]).file
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    pack = load_pack(file)
    return [(each.what, str(each.where).rpartition("/")[2].partition(":")[0]) for each in shortcomings(pack, standard(), builders_of(pack))]


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("slots: {body: [36, 90, 888, 390]}", "slots: {body: [36, 90, 888, 440]}", "slot 'body' and 'band', which the template draws there"),
        ("      number: {template: slide_number}\n", "", "has no placeholder 'number'"),
        ("colours:\n", 'colours:\n  paper: {rgb: "102030", slot: null}\n', "slot 'body' lies on FFFFFF, and the pack's colour paper is 102030"),
        ("colours:\n", 'colours:\n  text_grey: {rgb: "B0B0B0"}\n', "text_grey on paper has a contrast of"),
    ],
)
def test_what_is_covered_unread_or_dropped_is_said_at_the_packs_own_line(tmp_path: Path, old: str, new: str, what: str) -> None:
    found = spoilt(tmp_path, old, new)
    assert any(what in said for said, _ in found), found
    assert {file for _, file in found} == {"layout.yaml"}
