"""Placing: least squares under least distances, rows with frames, and tracks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.blocks.flow.frame_order import Run
from docgen.blocks.flow.place import Placement, least_length, placed
from docgen.blocks.flow.rows import Inside, Row, Spaces, largest, rows_of
from docgen.blocks.flow.separation import END, Chain, floors, nearest
from docgen.blocks.flow.trunks import crowded, tracks

_WISHES = st.lists(st.floats(0, 400), min_size=1, max_size=15)
SPACES = Spaces(least=5, gap=10, most=20, group=0, group_most=0, stretch=0)


def _nearest(
    wishes: Sequence[float], gap: float = 5, weights: Sequence[float] | None = None, length: float = 400
) -> list[float]:
    """The middles of boxes of 20 points, ``gap`` apart, that want their middles at the wishes."""
    places = list(range(len(wishes)))
    chain: Chain = (places, [20 + gap] * (len(places) - 1) + [20.0])
    floor = floors([chain])
    wished = {place: wish - 10 - floor[place] for place, wish in enumerate(wishes)}
    starts = nearest([chain], floor, wished, dict(enumerate(weights or [1.0] * len(places))), length)
    return [starts[place] + 10 for place in places]


@given(_WISHES)
def test_boxes_never_come_nearer_than_their_gap_nor_leave_the_length(wishes: list[float]) -> None:
    middles = _nearest(wishes)
    assert all(second - first >= 25 - 1e-6 for first, second in pairwise(middles))
    assert all(10 - 1e-6 <= middle <= 390 + 1e-6 for middle in middles)


@given(_WISHES)
def test_wishes_that_can_be_met_are_met(wishes: list[float]) -> None:
    spread = [30 * number + 15.0 for number, _ in enumerate(wishes)]
    assert _nearest(spread, length=1000) == pytest.approx(spread)


@given(_WISHES)
def test_no_box_could_move_nearer_to_its_wish(wishes: list[float]) -> None:
    middles = _nearest(wishes)
    for place, (middle, wish) in enumerate(zip(middles, wishes, strict=True)):
        low = middles[place - 1] + 25 if place else 10
        high = middles[place + 1] - 25 if place + 1 < len(middles) else 390
        assert abs(middle - min(max(wish, low), high)) < 1e-6


def test_two_boxes_with_one_wish_stand_evenly_around_it() -> None:
    assert _nearest([100, 100], gap=10) == [85, 115]


def test_a_faint_wish_gives_way() -> None:
    assert _nearest([100, 100], gap=10, weights=[1, 1e-3]) == pytest.approx([100, 130], abs=0.1)


def test_a_place_that_two_chains_share_pushes_what_comes_after_it_in_both() -> None:
    chains: list[Chain] = [([0, 1, 2], [30, 10, 20]), ([3, 1, 4], [50, 15, 20])]
    floor = floors(chains)
    assert floor == {0: 0, 1: 50, 2: 60, 3: 0, 4: 65, END: 85}
    wished = {0: 0.0, 3: 40.0, 1: 0.0, 2: 0.0, 4: 100.0}
    starts = nearest(chains, floor, wished, dict.fromkeys(wished, 1.0), 1000)
    for items, distances in chains:
        for (first, second), distance in zip(pairwise(items), distances, strict=False):
            assert starts[second] - starts[first] >= distance - 1e-9
    assert starts[0] == 0
    assert starts[4] == 165
    # 3 wants to be 40 beyond its floor, 1 and 2 at theirs: all three are a third of the way.
    assert [starts[3], starts[1], starts[2]] == pytest.approx([40 / 3, 50 + 40 / 3, 60 + 40 / 3])


def test_the_largest_number_that_fits_is_found() -> None:
    assert largest(lambda number: number <= 3, 0, 10) == pytest.approx(3, abs=1e-5)
    assert largest(lambda number: True, 0, 10) == 10


def _row(*runs: Run, boxes: int = 10) -> Row:
    return rows_of([runs], boxes, [Inside(15, 6), Inside(15, 6)])[0]


def _placed(
    rows: Sequence[Row], links: Sequence[tuple[int, int]], length: float, spaces: Spaces = SPACES
) -> Placement:
    before: dict[int, list[int]] = {}
    after: dict[int, list[int]] = {}
    for start, end in links:
        after.setdefault(start, []).append(end)
        before.setdefault(end, []).append(start)
    extents: Mapping[int, float] = {item: 20.0 for row in rows for item in row.items if item >= 0}
    assert least_length(rows, extents, spaces) <= length
    return placed(rows, extents, before, after, spaces, length)


def test_boxes_without_links_stand_evenly_between_those_with_links() -> None:
    rows = [_row(*(Run(None, (node,)) for node in nodes)) for nodes in ((0, 1, 2, 3), (4, 5, 6, 7, 8))]
    placement = _placed(rows, [(0, 4), (3, 8)], 400)
    centres = [placement.centre(node) for node in (0, 1, 2, 3)]
    assert centres[0] == placement.centre(4)
    assert centres[1] - centres[0] == pytest.approx(centres[2] - centres[1])
    assert centres[2] - centres[1] == pytest.approx(centres[3] - centres[2])


def test_a_frame_has_its_room_in_every_row_that_it_stands_in() -> None:
    rows = [_row(Run(0, (0,)), Run(1, (1,))), _row(Run(0, (2, 3, 4)), Run(None, (5,)), Run(1, (6,)))]
    placement = _placed(rows, [(0, 3), (1, 6)], 400)
    (first, end), (second, last) = placement.frame(0), placement.frame(1)
    assert first == pytest.approx(placement.starts[2] - 15)
    assert end == pytest.approx(placement.starts[4] + 26)
    assert end < placement.starts[5] < placement.starts[5] + 20 < second
    assert last <= 400
    assert placement.centre(0) == pytest.approx(placement.centre(3))
    assert placement.centre(1) == pytest.approx(placement.centre(6))


def test_an_empty_frame_keeps_its_room() -> None:
    rows = [_row(Run(0, (0,)), Run(None, (1,))), _row(Run(0, ()), Run(None, (2,)))]
    placement = _placed(rows, [(1, 2)], 200)
    assert placement.starts[2] >= placement.frame(0)[1]


def test_what_does_not_fill_the_length_stands_at_its_beginning_or_centred() -> None:
    rows = [_row(Run(None, (0,)), Run(None, (1,)))]
    assert _placed(rows, [], 400).starts[0] == 0
    centred = _placed(rows, [], 400, Spaces(5, 10, 20, 0, 0, 0, centred=True))
    assert centred.starts[0] == pytest.approx(400 - centred.end)


def test_stretches_that_meet_are_crowded_and_get_different_tracks() -> None:
    assert not crowded([(0, 10), (20, 30), (15, 15)])
    assert crowded([(0, 10), (5, 5)])
    assert tracks({"a": (0, 10), "b": (5, 20), "c": (12, 30)}) == {"a": 0, "b": 1, "c": 0}
