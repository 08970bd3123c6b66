"""Maps by prefecture: one named shape each, places as numbers, values as shades."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Literal

import pytest
from support.real_deck import PACKS, pack_in, pack_name, words
from support.small_pages import FOOTER, ITEM, RUNNING, placed

from docgen.blocks.map.prefectures import PREFECTURES, prefecture_named
from docgen.checks.check import check_placed
from docgen.errors import DocgenError
from docgen.layout.colours import palette_colour
from docgen.layout.rgb import contrast
from docgen.model import Table
from docgen.placed import PlacedSlide, ShapeMark, TableMark, TextMark
from docgen.ready import ReadyColumn, ReadyPage, ReadyPageRecord, ReadyTable
from docgen.slides.map_page import MapPage
from docgen.slides.parts.map_shades import RAMP, shades

in_every_pack = pytest.mark.parametrize("folder", PACKS, ids=pack_name)

SITES = ReadyTable(
    "sites",
    "",
    tuple(map(ReadyColumn, ("名称", "所在地", "区分"))),
    (
        ("東京圏の拠点", "東京都; 千葉県", "グローバル"),
        ("長岡の拠点", "新潟県", "地域"),
        ("千葉の拠点", "千葉", "地域"),
        ("東海の拠点", "", "地域"),
    ),
)
VALUES = ReadyTable(
    "values",
    "",
    tuple(map(ReadyColumn, ("都道府県", "件数"))),
    (("東京都", "120件"), ("大阪府", "50件"), ("沖縄県", "3件"), ("青森県", "－")),
    ((None, Decimal(120)), (None, Decimal(50)), (None, Decimal(3)), (None, None)),
)


def slide(folder: Path, record: MapPage, *tables: ReadyTable) -> PlacedSlide:
    ready = ReadyPageRecord(record, {}, {table.id: table for table in tables})
    deck = placed(folder, [ReadyPage(record.id, "map", ready, "a1", RUNNING, FOOTER, ITEM)])
    assert check_placed(deck, pack_in(folder)) == ()
    assert len(deck.slides) == 1
    return deck.slides[0]


def tiles(found: PlacedSlide) -> dict[str, ShapeMark]:
    return {
        mark.id.rpartition("/")[2]: mark
        for mark in found.marks
        if isinstance(mark, ShapeMark) and mark.id.startswith("map/map/")
    }


def sites_page(form: Literal["outlines", "tiles"] = "outlines") -> MapPage:
    return MapPage(id="map", title="拠点", sites=Table(id="sites"), prefecture="所在地", group="区分", form=form)


def values_page(form: Literal["outlines", "tiles"] = "outlines") -> MapPage:
    steps = (Decimal(10), Decimal(100))
    return MapPage(id="map", title="件数", values=Table(id="values"), steps=steps, unit="件", form=form)


def test_every_prefecture_has_a_tile_of_its_own() -> None:
    assert len(PREFECTURES) == 47
    assert len({(each.column, each.row) for each in PREFECTURES}) == 47
    assert len({each.id for each in PREFECTURES}) == 47
    assert [prefecture_named(name, "x").id for name in ("京都", "京都府", "北海道")] == ["kyoto", "kyoto", "hokkaido"]


def test_a_prefecture_that_is_none_is_an_error_with_a_hint() -> None:
    with pytest.raises(DocgenError, match="there is no prefecture '東京県'"):
        prefecture_named("東京県", "page")


@in_every_pack
def test_places_are_numbers_in_the_tiles_of_their_prefectures(folder: Path) -> None:
    found = tiles(slide(folder, sites_page("tiles"), SITES))
    assert len(found) == 47
    shown = {name: words(mark.body).split() for name, mark in found.items() if mark.body and mark.fill != "paper"}
    assert shown == {"tokyo": ["東京", "1"], "chiba": ["千葉", "1・3"], "niigata": ["新潟", "2"]}
    assert found["tokyo"].fill == found["chiba"].fill != found["niigata"].fill
    assert found["chiba"].alt == "千葉県 1・3"


@in_every_pack
def test_tiles_do_not_touch_and_lie_beside_the_list(folder: Path) -> None:
    page = slide(folder, sites_page("tiles"), SITES)
    marks = list(tiles(page).values())
    assert not any(a.box.overlaps(b.box) for at, a in enumerate(marks) for b in marks[:at])
    listed = next(mark for mark in page.marks if isinstance(mark, TableMark))
    assert max(mark.box.right for mark in marks) <= listed.box.x


@in_every_pack
def test_the_list_has_a_band_for_each_group_and_every_place(folder: Path) -> None:
    listed = next(mark for mark in slide(folder, sites_page(), SITES).marks if isinstance(mark, TableMark))
    rows = [[words(cell.body) for cell in row.cells if not cell.covered] for row in listed.rows]
    assert rows == [
        ["No", "名称"],
        ["● グローバル"],
        ["1", "東京圏の拠点"],
        ["◆ 地域"],
        ["2", "長岡の拠点"],
        ["3", "千葉の拠点"],
        ["4", "東海の拠点"],
    ]


@in_every_pack
def test_values_are_shades_by_their_steps(folder: Path) -> None:
    page = slide(folder, values_page(), VALUES)
    found = tiles(page)
    fills = [found[name].fill for name in ("okinawa", "osaka", "tokyo", "aomori")]
    assert fills == ["pale_blue", "light_blue", "blue", "paper"]
    legend = [words(mark.body) for mark in page.marks if mark.id.startswith("map/legend/") and mark.body]  # type: ignore[union-attr]
    assert [word for word in legend if word] == ["10件未満", "10件以上100件未満", "100件以上", "データなし"]


@in_every_pack
def test_a_prefecture_without_a_number_is_not_drawn_as_one_of_the_lowest_class(folder: Path) -> None:
    page = slide(folder, values_page(), VALUES)
    unknown = tiles(page)["aomori"].fill
    assert unknown not in RAMP
    swatches = [mark.fill for mark in page.marks if isinstance(mark, ShapeMark) and mark.id.startswith("map/legend/")]
    assert swatches.count(unknown) == 1


@in_every_pack
def test_the_highest_values_stand_in_a_table_beside_the_map(folder: Path) -> None:
    listed = next(mark for mark in slide(folder, values_page(), VALUES).marks if isinstance(mark, TableMark))
    rows = [[words(cell.body) for cell in row.cells] for row in listed.rows]
    assert rows == [["都道府県", "件数"], ["東京都", "120件"], ["大阪府", "50件"], ["沖縄県", "3件"]]


@in_every_pack
@pytest.mark.parametrize("classes", [2, 3, 4])
def test_neighbouring_shades_are_told_apart_in_greyscale(folder: Path, classes: int) -> None:
    colours = pack_in(folder).colours
    ramp = ("paper", *shades([Decimal(step) for step in range(1, classes)]))
    rgb = [palette_colour(name, colours).rgb for name in ramp]
    assert len(ramp) == classes + 1
    assert all(contrast(pale, dark) >= 1.1 for pale, dark in pairwise(rgb))
    assert all(contrast(pale, dark) >= 1.35 for pale, dark in pairwise(rgb[1:]))


def test_more_classes_than_shades_are_an_error() -> None:
    with pytest.raises(DocgenError, match="field steps"):
        MapPage(id="m", title="件数", values=Table(id="v"), steps=tuple(map(Decimal, range(5))))


@in_every_pack
def test_a_group_without_a_place_on_the_map_is_not_in_the_legend(folder: Path) -> None:
    rows = (*SITES.rows, ("育成の拠点", "", "育成"))
    page = slide(folder, sites_page(), ReadyTable("sites", "", SITES.columns, rows))
    said = [words(mark.body) for mark in page.marks if isinstance(mark, TextMark) and "/legend/" in mark.id]
    assert said == ["グローバル", "地域"]


@in_every_pack
def test_a_map_without_data_says_so(folder: Path) -> None:
    page = slide(folder, MapPage(id="map", title="体制", missing="名称はデータ未提供"))
    assert not tiles(page)
    said = next(mark for mark in page.marks if mark.id == "map/missing")
    assert isinstance(said, ShapeMark)
    assert said.body is not None
    assert words(said.body) == "名称はデータ未提供"


@in_every_pack
def test_every_prefecture_is_a_named_outline_of_its_own(folder: Path) -> None:
    found = tiles(slide(folder, values_page(), VALUES))
    outlined = {name for name, mark in found.items() if mark.outline is not None}
    assert {each.id for each in PREFECTURES} <= outlined
    assert outlined - {each.id for each in PREFECTURES} >= {"kagoshima-inset"}
    assert found["okinawa"].alt == "沖縄県 3件"


@in_every_pack
def test_sites_stand_with_their_numbers_on_the_map_or_beside_it_with_a_line(folder: Path) -> None:
    found = tiles(slide(folder, sites_page(), SITES))
    shown = {name: words(mark.body) for name, mark in found.items() if mark.body and words(mark.body)}
    assert shown == {"tokyo-label": "東京 1", "chiba-label": "千葉 1・3", "niigata-label": "新潟 2"}
    assert {"tokyo-leader", "chiba-leader", "niigata-leader"} <= set(found)
    assert found["chiba"].alt == "千葉県 1・3"


@in_every_pack
def test_the_map_says_its_data_in_words(folder: Path) -> None:
    assert tiles(slide(folder, values_page(), VALUES))["inset"].alt == "件数。東京都 120件、大阪府 50件、沖縄県 3件"


@in_every_pack
def test_labels_beside_the_map_lie_over_none_of_the_others(folder: Path) -> None:
    rows = tuple((f"拠点{number}", each.name, "") for number, each in enumerate(PREFECTURES[::3]))
    table = ReadyTable("sites", "", SITES.columns, rows)
    labels = [mark for name, mark in tiles(slide(folder, sites_page(), table)).items() if name.endswith("-label")]
    assert len(labels) >= 10
    assert not any(a.box.overlaps(b.box) for at, a in enumerate(labels) for b in labels[:at])
