"""Panels of areas: cards in rows, equal heights, marks before names."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.real_deck import PACKS, pack_name
from support.record_slides import slide_of, text_of

from docgen.errors import DocgenError
from docgen.placed import Box, ConnectorMark
from docgen.slides.infographic import Area, AreaPanel, Infographic

in_every_pack = pytest.mark.parametrize("folder", PACKS, ids=pack_name)

RECORD = Infographic(
    id="areas",
    title="コミュニティの具体例",
    messages=("2件が認定された。",),
    panels=(
        AreaPanel(
            name="関西",
            lead="事務局：振興会議",
            points=("強みは知名度。",),
            columns=2,
            areas=(
                Area(name="京都", members=("京都大学", "研究所")),
                Area(name="大阪", members=("大阪大学",)),
                Area(name="神戸", members=("神戸大学",)),
            ),
        ),
        AreaPanel(name="東京圏", areas=(Area(mark="①", name="つくば", text="サイエンスシティ。"),)),
    ),
)


def boxes(folder: Path) -> dict[str, Box]:
    marks = slide_of(RECORD, folder).marks
    return {mark.id.removeprefix("areas/"): mark.box for mark in marks if not isinstance(mark, ConnectorMark)}


@in_every_pack
def test_an_area_has_its_mark_name_text_and_members(folder: Path) -> None:
    slide = slide_of(RECORD, folder)
    assert text_of(slide, "panel-2/area-1/heading") == "①つくば"
    assert text_of(slide, "panel-2/area-1/text") == "サイエンスシティ。"
    assert text_of(slide, "panel-1/area-1/text").split("\n") == ["京都大学", "研究所"]
    assert text_of(slide, "panel-1/lead") == "事務局：振興会議"


@in_every_pack
def test_panels_side_by_side_are_equally_high(folder: Path) -> None:
    found = boxes(folder)
    left, right = found["panel-1/frame"], found["panel-2/frame"]
    assert (left.y, left.height) == (right.y, right.height)
    assert left.right < right.x


@in_every_pack
def test_cards_stand_in_rows_of_equal_width_inside_their_panel(folder: Path) -> None:
    found = boxes(folder)
    cards = [found[f"panel-1/area-{at}/frame"] for at in (1, 2, 3)]
    assert cards[0].y == cards[1].y < cards[2].y
    assert cards[0].x == cards[2].x < cards[1].x
    assert cards[0].width == pytest.approx(cards[2].width)
    assert all(found["panel-1/frame"].contains(card) for card in cards)


@in_every_pack
def test_more_cards_side_by_side_than_there_is_room_for_are_refused(folder: Path) -> None:
    areas = tuple(Area(name=f"市{number}", text="架空の市。") for number in range(12))
    panels = tuple(AreaPanel(name=f"地域{number}", columns=12, areas=areas) for number in range(6))
    with pytest.raises(DocgenError) as error:
        slide_of(Infographic(id="areas", title="具体例", panels=panels), folder)
    assert (error.value.code, str(error.value.where)) == ("no-room-across", "slide areas")


@pytest.mark.parametrize("columns", [0, -1, 13, 10_000_000])
def test_columns_that_no_page_has_are_refused(columns: int) -> None:
    with pytest.raises(DocgenError, match="columns"):
        AreaPanel(name="地域", columns=columns)
