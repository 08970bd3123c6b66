"""A map page of places whose prefectures are not known is their list in two halves."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.ready_slides import slide_with, table
from support.real_deck import PACKS, pack_name
from support.record_slides import cells_of

from docgen.model import Table
from docgen.placed import ShapeMark
from docgen.slides.map_page import MapPage

in_every_pack = pytest.mark.parametrize("folder", PACKS, ids=pack_name)


@in_every_pack
def test_places_without_prefectures_are_numbered_in_two_halves_without_a_map(folder: Path) -> None:
    centres = table("centres", ("年度", "拠点"), [("2007", "甲"), ("2012", "乙"), ("2017", "丙"), ("2022", "丁"), ("2023", "戊")])
    found = slide_with(MapPage(id="m", title="拠点一覧", sites=Table(id="centres")), folder, tables=[centres])
    assert cells_of(found, "list/left") == [
        ["No", "年度", "拠点"],
        ["1", "2007", "甲"],
        ["2", "2012", "乙"],
        ["3", "2017", "丙"],
    ]
    assert cells_of(found, "list/right")[1:] == [["4", "2022", "丁"], ["5", "2023", "戊"]]
    assert not any(isinstance(mark, ShapeMark) and "/map/" in mark.id for mark in found.marks)


@in_every_pack
def test_a_place_without_a_group_stands_before_the_groups(folder: Path) -> None:
    rows = [("甲", "新潟県", "地域"), ("乙", "長野県", "")]
    sites = table("sites", ("名称", "所在地", "区分"), rows)
    slide = slide_with(MapPage(id="m", title="拠点", sites=Table(id="sites"), group="区分"), folder, tables=[sites])
    assert [row[:2] for row in cells_of(slide, "list")[1:]] == [["2", "乙"], ["● 地域", ""], ["1", "甲"]]
