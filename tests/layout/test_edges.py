"""Boxes by the edges of the page."""

from __future__ import annotations

import itertools
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.layout.edges import NoBox, box_of
from docgen.layout.pack import PageSize

PAGE = PageSize(width=780, height=540, margin=30, columns=12, gutter=12)
WIDE = PageSize(width=960, height=540, margin=30, columns=12, gutter=12)


@pytest.mark.parametrize(
    ("edges", "box"),
    [
        ({"top": 64, "bottom": 40}, (30, 64, 720, 436)),
        ({"left": 0, "right": 0, "bottom": 0, "height": 14}, (0, 526, 780, 14)),
        ({"right": "margin", "width": 60, "top": 0, "height": 1}, (690, 0, 60, 1)),
        ({"width": 60, "top": 0, "height": 1}, (30, 0, 60, 1)),
        ({"left": "margin + 15", "right": "50%", "top": "50% - 20", "height": 1}, (45, 250, 345, 1)),
        ({"columns": [1, 12], "top": 0, "height": 1}, (30, 0, 720, 1)),
        ({"columns": [7, 12], "top": 0, "height": 1}, (396, 0, 354, 1)),
        ({"left": 3, "top": 64, "bottom": 40, "height": None}, (3, 64, 747, 436)),
    ],
)
def test_a_box_keeps_to_the_edges_that_it_states(edges: dict[str, Any], box: tuple[float, ...]) -> None:
    assert box_of(edges, PAGE) == box


@pytest.mark.parametrize(
    ("edges", "what"),
    [
        ({"top": 1}, "the box has no height"),
        ({"left": 1, "width": 2, "right": 3, "top": 0, "height": 1}, "left, right and width are all stated"),
        ({"top": 0, "height": 1, "bottom": 2}, "top, bottom and height are all stated"),
        ({"columns": [1, 13], "top": 0, "height": 1}, "there are no columns 1 to 13"),
        ({"columns": [1, 2], "left": 0, "top": 0, "height": 1}, "columns and left are both stated"),
        ({"top": "margin * 2", "height": 1}, "'top' is 'margin * 2'"),
        ({"topp": 0, "height": 1}, "a box has no 'topp'"),
    ],
)
def test_edges_that_give_no_box_are_refused(edges: dict[str, Any], what: str) -> None:
    with pytest.raises(NoBox, match=re.escape(what)):
        box_of(edges, PAGE)


@given(left=st.integers(0, 100), right=st.integers(0, 100), width=st.integers(200, 2000))
def test_a_box_from_edge_to_edge_grows_with_the_page(left: int, right: int, width: int) -> None:
    box = box_of({"left": left, "right": right, "top": 0, "height": 1}, PageSize(width=width, height=540))
    assert (box[0], width - box[0] - box[2]) == (left, right)


def test_columns_share_the_room_between_the_margins_of_any_page() -> None:
    for page in (PAGE, WIDE):
        parts = [box_of({"columns": [n, n], "top": 0, "height": 1}, page) for n in range(1, 13)]
        assert parts[0][0] == page.margin
        assert parts[-1][0] + parts[-1][2] == pytest.approx(page.width - page.margin, abs=0.02)
        assert {round(b[0] - a[0] - a[2], 1) for a, b in itertools.pairwise(parts)} == {12}
