"""The shipped outlines of the prefectures: whole, small, where Japan lies, and quick to draw."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path

import pytest
from real_deck import ROOT

import docgen.blocks.outlines
from docgen.blocks.country_map import CountryMap
from docgen.blocks.map_labels import free_spot
from docgen.blocks.outlines import Ring, country
from docgen.blocks.prefecture_map import Tile
from docgen.blocks.prefectures import PREFECTURES
from docgen.compose.compose import style_ladder
from docgen.layout.load import load_pack
from docgen.placed import Box

DATA = Path(docgen.blocks.outlines.__file__).parent / "data"


def area(ring: Ring) -> float:
    """In square kilometres."""
    corners = (*ring, ring[0])
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(corners))) / 8


def area_of(name: str) -> float:
    found = country().prefectures[name]
    return sum(area(ring) for ring in (*found.rings, *found.inset))


def test_there_is_an_outline_for_each_prefecture_and_no_other() -> None:
    assert set(country().prefectures) == {each.id for each in PREFECTURES}
    assert (DATA / "prefecture_outlines.json").stat().st_size < 60_000


# Areas in square kilometres, as the Geospatial Information Authority gives them (2023).
@pytest.mark.parametrize(
    ("name", "square_kilometres"),
    [("hokkaido", 83424), ("iwate", 15275), ("tokyo", 2199), ("osaka", 1905), ("kagawa", 1877), ("nagano", 13562)],
)
def test_a_prefecture_is_as_large_as_it_is(name: str, square_kilometres: float) -> None:
    # Tokyo is drawn without its far islands (about 300 square kilometres).
    assert area_of(name) == pytest.approx(square_kilometres, rel=0.18)


def test_neighbours_share_their_border_point_by_point() -> None:
    points = {name: {point for ring in found.rings for point in ring} for name, found in country().prefectures.items()}
    for one, other in (("tokyo", "saitama"), ("nagano", "gifu"), ("osaka", "nara"), ("aomori", "iwate")):
        assert len(points[one] & points[other]) >= 5, (one, other)


def test_every_point_lies_on_the_map() -> None:
    found = country()
    points = [point for each in found.prefectures.values() for ring in (*each.rings, *each.inset) for point in ring]
    assert all(0 <= x <= found.width and 0 <= y <= found.height for x, y in points)
    inset = [point for each in found.prefectures.values() for ring in each.inset for point in ring]
    assert all(x <= found.inset[0] and y <= found.inset[1] for x, y in inset)


def test_the_source_and_its_licence_are_told_beside_the_data() -> None:
    told = (DATA / "README.md").read_text(encoding="utf-8")
    assert "Natural Earth" in told
    assert "public domain" in told


def test_a_map_is_drawn_in_some_milliseconds() -> None:
    style = style_ladder(load_pack(ROOT / "layouts" / "cabinet_office"))[0]
    tiles = {each.id: Tile("pale_blue", text="1・2") for each in PREFECTURES[::4]}
    drawn = CountryMap("p/map", tiles)
    times = []
    for _ in range(7):
        begin = time.perf_counter()
        drawn.draw(Box(0, 0, 400, 400), style)
        times.append(time.perf_counter() - begin)
    # 2.5 ms on the machine of the first version; the rest is for slower ones.
    assert min(times) < 0.02


def test_a_label_goes_to_the_nearest_free_spot_over_the_sea() -> None:
    within = Box(0, 0, 200, 200)
    free = free_spot((100, 100), (40, 10), (), within, lambda x, y: x < 110)
    assert free.x >= 108
    other = free_spot((100, 100), (40, 10), (free,), within, lambda x, y: x < 110)
    assert not other.overlaps(free)
    assert within.contains(other)
