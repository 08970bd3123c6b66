from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.drawn_connector import drawn_path

from docgen.errors import DocgenError
from docgen.placed import ConnectorMark, Glue, Line
from docgen.write.slide.connector import connector, corners, route
from docgen.write.xml.colour import Colours

_POINT = 12700
_COLOURS = Colours({"navy": '<a:schemeClr val="tx2"/>'})


def mark(*points: tuple[float, float], arrow: bool = False) -> ConnectorMark:
    return ConnectorMark("link", Glue("a", 3), Glue("b", 1), points, Line("navy", 1), arrow)


@st.composite
def bent_paths(draw: st.DrawFn) -> list[tuple[float, float]]:
    """Paths of one to four corners whose segments are upright and level in turn."""
    lengths = st.integers(-300, 300).filter(lambda length: abs(length) > 1)
    level = draw(st.booleans())
    x, y = draw(st.integers(0, 700)), draw(st.integers(0, 500))
    path: list[tuple[float, float]] = [(x, y)]
    for _ in range(draw(st.integers(2, 5))):
        step = draw(lengths)
        x, y = (x + step, y) if level else (x, y + step)
        path.append((x, y))
        level = not level
    return path


@given(bent_paths())
def test_the_preset_draws_the_path_that_was_placed(path: list[tuple[float, float]]) -> None:
    drawn = drawn_path(route(corners(mark(*path))))

    wanted = [(x * _POINT, y * _POINT) for x, y in path]
    assert len(drawn) == len(wanted)
    for (x, y), (wanted_x, wanted_y) in zip(drawn, wanted, strict=True):
        # A tenth of a point is what a frame without width or height costs.
        assert abs(x - wanted_x) <= 0.11 * _POINT
        assert abs(y - wanted_y) <= 0.11 * _POINT


@given(bent_paths())
def test_points_inside_a_straight_stretch_change_nothing(path: list[tuple[float, float]]) -> None:
    halved = [
        point for (x, y), end in pairwise(path) for point in ((x, y), ((x + end[0]) / 2, (y + end[1]) / 2))
    ]

    assert corners(mark(*halved, path[-1], path[-1])) == corners(mark(*path))


@pytest.mark.parametrize(
    ("points", "preset", "adjustments"),
    [
        (((0, 0), (50, 80)), "straightConnector1", ()),
        (((0, 0), (50, 0), (50, 80)), "bentConnector2", ()),
        (((0, 0), (25, 0), (25, 80), (100, 80)), "bentConnector3", (25_000,)),
        (((100, 0), (120, 0), (120, 80), (0, 80)), "bentConnector3", (-20_000,)),
        (((0, 0), (0, 20), (90, 20), (90, 80)), "bentConnector3", (25_000,)),
        (((0, 0), (40, 0), (40, 60), (100, 60), (100, 80)), "bentConnector4", (40_000, 75_000)),
    ],
)
def test_the_corners_choose_the_preset_and_its_adjustments(
    points: tuple[tuple[float, float], ...], preset: str, adjustments: tuple[int, ...]
) -> None:
    found = route(corners(mark(*points)))

    assert (found.preset, found.adjustments) == (preset, adjustments)


def test_a_connector_is_glued_at_both_ends_and_has_its_arrow_at_the_end() -> None:
    xml = connector(mark((0, 0), (50, 0), arrow=True), "<p:cNvPr/>", {"a": 7, "b": 9}, _COLOURS)

    assert '<a:stCxn id="7" idx="3"/><a:endCxn id="9" idx="1"/>' in xml
    assert '<a:tailEnd type="triangle" w="med" len="med"/>' in xml
    assert "headEnd" not in xml


def test_glue_to_a_shape_that_the_slide_does_not_have_is_an_error() -> None:
    with pytest.raises(DocgenError, match="glued to 'b'"):
        connector(mark((0, 0), (50, 0)), "<p:cNvPr/>", {"a": 7}, _COLOURS)


@pytest.mark.parametrize(
    "points",
    [
        (),
        ((0, 0),),
        ((0, 0), (10, 10), (20, 10)),
        ((0, 0), (5, 0), (5, 5), (9, 5), (9, 9), (12, 9), (12, 20)),
    ],
)
def test_a_path_that_no_connector_can_take_is_an_error(points: tuple[tuple[float, float], ...]) -> None:
    with pytest.raises(DocgenError):
        route(corners(mark(*points)))
