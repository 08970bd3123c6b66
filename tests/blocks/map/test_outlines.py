"""The shipped outlines of the prefectures: whole, small, where Japan lies, and quick to draw."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

import docgen.blocks.map.outlines
from docgen.blocks.map.labels import Land, Surroundings, free_spot
from docgen.blocks.map.outlines import Ring, country
from docgen.blocks.map.prefectures import PREFECTURES
from docgen.placed import Box
from docgen.placed.box import meets

DATA = Path(docgen.blocks.map.outlines.__file__).parent / "data"


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


def test_the_outlines_are_read_only_where_a_map_is_drawn_and_only_once() -> None:
    script = (
        "import docgen\n"
        "deck = docgen.Deck().add(docgen.Table(id='t', columns=[{'heading': 'A'}], rows=[['1']]))\n"
        "deck.build().to_bytes()\n"
        "from docgen.blocks.map.outlines import country\n"
        "print(country.cache_info().misses, end=' ')\n"
        "country(), country()\n"
        "print(country.cache_info().misses)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["0", "1"]


def test_a_label_goes_to_the_nearest_free_spot_over_the_sea() -> None:
    around = Surroundings(Box(0, 0, 200, 200), Land(frozenset((0, row) for row in range(2)), 110, 0, 0))
    free = free_spot((100, 100), (40, 10), around)
    assert free.x >= 108
    other = free_spot((100, 100), (40, 10), around.with_label(free))
    assert not other.overlaps(free)
    assert around.within.contains(other)


def test_a_label_keeps_off_the_lines_of_others_and_its_own_line_off_their_boxes() -> None:
    around = Surroundings(Box(0, 0, 200, 200), Land(frozenset(), 10, 0, 0))
    wall = Box(20, 80, 160, 10)
    leader = ((100.0, 100.0), (180.0, 100.0))
    spot = free_spot((100, 110), (40, 10), around.with_label(wall, leader))
    assert not meets(spot, *leader)
    assert spot.y > 100
