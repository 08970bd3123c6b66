"""A map of native outlines costs little against the same through python-pptx, and is not searched twice."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from pptx import Presentation
from pptx.util import Pt
from support.drawn_marks import drawn_marks

from docgen.blocks.map.labels import free_spot
from docgen.blocks.map.outlines_map import CountryMap
from docgen.blocks.map.prefectures import PREFECTURES
from docgen.blocks.map.tiles_map import Tile
from docgen.layout.load import load_pack
from docgen.layout.style import Style, style_ladder
from docgen.placed import Box, ShapeMark
from docgen.write.slide.shape import outline

ROUNDS = 7
TILES = {each.id: Tile("pale_blue", text="1・2") for each in PREFECTURES[::4]}


def native(style: Style) -> list[ShapeMark]:
    """Every prefecture with its outline, and twelve labels that find their places."""
    marks = [
        mark for mark in drawn_marks(CountryMap("p/map", TILES), Box(0, 0, 400, 400), style) if isinstance(mark, ShapeMark)
    ]
    for mark in marks:
        if mark.outline is not None:
            outline(mark.outline, mark.box)
    return marks


def plain(marks: list[ShapeMark]) -> None:
    """The same outlines through python-pptx, without labels."""
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    for mark in marks:
        for ring in mark.outline or ():
            points = [(Pt(mark.box.x + x), Pt(mark.box.y + y)) for x, y in ring]
            builder = slide.shapes.build_freeform(*points[0])
            builder.add_line_segments(points[1:])
            builder.convert_to_shape()


def seconds(draw: Callable[[], object]) -> float:
    start = time.process_time()
    draw()
    return time.process_time() - start


@pytest.mark.benchmark
def test_a_map_costs_at_most_half_of_a_plain_one() -> None:
    style = style_ladder(load_pack("cabinet_office"))[0]
    marks = native(style)
    ours = min(seconds(lambda: native(style)) for _ in range(ROUNDS))
    theirs = min(seconds(lambda: plain(marks)) for _ in range(ROUNDS))
    print(f"native {ours * 1000:.1f} ms, python-pptx {theirs * 1000:.1f} ms, ratio {ours / theirs:.2f}")
    assert ours <= theirs / 2


def test_the_labels_of_an_unchanged_map_are_not_searched_again() -> None:
    first = style_ladder(load_pack("cabinet_office"))[0]
    free_spot.cache_clear()
    searched = seconds(lambda: native(first))
    misses = free_spot.cache_info().misses
    assert misses > 0
    # A second build has a style of its own; only the map is the same.
    again = style_ladder(load_pack("cabinet_office"))[0]
    known = min(seconds(lambda: native(again)) for _ in range(ROUNDS))
    print(f"searched {searched * 1000:.1f} ms, known {known * 1000:.1f} ms")
    assert free_spot.cache_info().misses == misses
    assert known < searched
