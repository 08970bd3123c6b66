"""Placing: least squares under least distances, and tracks."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.blocks.flow.least_squares import drawn_together
from docgen.blocks.flow.trunks import crowded, tracks

_WISHES = st.lists(st.floats(0, 400), min_size=1, max_size=15)


@given(_WISHES)
def test_boxes_never_come_nearer_than_their_gap_nor_leave_the_length(wishes: list[float]) -> None:
    nodes = list(range(len(wishes)))
    sizes = dict.fromkeys(nodes, 20.0)
    starts = drawn_together(nodes, sizes, [5.0] * (len(nodes) - 1), wishes, 400)
    for one, two in pairwise(nodes):
        assert starts[two] - starts[one] >= 25 - 1e-6
    assert all(-1e-6 <= start <= 380 + 1e-6 for start in starts.values())


@given(_WISHES)
def test_wishes_that_can_be_met_are_met(wishes: list[float]) -> None:
    spread = [30 * number + 15 for number, _ in enumerate(wishes)]
    nodes = list(range(len(spread)))
    starts = drawn_together(nodes, dict.fromkeys(nodes, 20.0), [5.0] * (len(nodes) - 1), spread, 1000)
    assert [starts[node] + 10 for node in nodes] == pytest.approx(spread)


def test_two_boxes_with_one_wish_stand_evenly_around_it() -> None:
    starts = drawn_together([0, 1], {0: 20, 1: 20}, [10], [100, 100], 400)
    assert (starts[0] + 10, starts[1] + 10) == (85, 115)


def test_a_box_without_a_wish_follows_the_one_before() -> None:
    starts = drawn_together([0, 1], {0: 20, 1: 20}, [10], [100, None], 400)
    assert [starts[0], starts[1]] == pytest.approx([90, 120], abs=0.1)


def test_stretches_that_meet_are_crowded_and_get_different_tracks() -> None:
    assert not crowded([(0, 10), (20, 30), (15, 15)])
    assert crowded([(0, 10), (5, 5)])
    assert tracks({"a": (0, 10), "b": (5, 20), "c": (12, 30)}) == {"a": 0, "b": 1, "c": 0}
