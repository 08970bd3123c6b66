"""Trunks of links in a gutter: which nets can be told apart, and where their trunks stand."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from docgen.blocks.flow.trunks import Net, density, told_apart, trunk_tracks

# Boxes 0 to 9 stand at the left, 10 to 19 at the right, both from the top.
LEVELS = {node: 20.0 * (node % 10) + (7.0 if node >= 10 else 0.0) for node in range(20)}
_LINKS = st.sets(st.tuples(st.integers(0, 9), st.integers(10, 19)), min_size=1, max_size=14)


def _nets(links: set[tuple[int, int]]) -> list[Net]:
    sources = sorted({one for one, _ in links})
    return [Net.of(("out", source), tuple(sorted(link for link in links if link[0] == source))) for source in sources]


@given(_LINKS)
def test_no_link_is_lost_or_doubled(links: set[tuple[int, int]]) -> None:
    found = [link for net in told_apart(_nets(links), LEVELS) for link in net.links]
    assert sorted(found) == sorted(links)


@given(_LINKS)
def test_nets_that_share_a_box_are_told_apart(links: set[tuple[int, int]]) -> None:
    nets = told_apart(_nets(links), LEVELS)
    for node in range(20):
        there = [net for net in nets if node in (*net.sources, *net.targets)]
        several = [net for net in there if len(net.targets if node >= 10 else net.sources) > 1]
        assert len(there) == 1 or len(several) <= 1


@given(_LINKS)
def test_trunks_never_run_together_and_no_net_leads_into_another(links: set[tuple[int, int]]) -> None:
    nets = told_apart(_nets(links), LEVELS)
    track = trunk_tracks(nets, LEVELS)
    if track is None:
        return
    for one in nets:
        for two in nets:
            if one is two or one.key not in track or two.key not in track:
                continue
            (low, high), (begin, end) = one.span(LEVELS), two.span(LEVELS)
            if low < end and begin < high:
                assert track[one.key] != track[two.key]
            if set(one.targets) & set(two.targets) and len(one.targets) > 1:
                assert track[one.key] < track[two.key]
            if set(one.sources) & set(two.sources) and len(one.sources) > 1:
                assert track[one.key] > track[two.key]


def test_of_two_nets_the_one_whose_branches_cross_no_trunk_comes_first() -> None:
    rising = [Net.of("a", ((5, 11), (5, 12))), Net.of("b", ((7, 14), (7, 16)))]
    assert trunk_tracks(rising, LEVELS) == {"a": 0, "b": 1}
    falling = [Net.of("a", ((1, 14), (1, 15))), Net.of("b", ((3, 16), (3, 17)))]
    assert trunk_tracks(falling, LEVELS) == {"b": 0, "a": 1}


def test_trunks_that_stand_apart_share_a_track() -> None:
    nets = [Net.of("a", ((0, 11),)), Net.of("b", ((5, 17),))]
    assert trunk_tracks(nets, LEVELS) == {"a": 0, "b": 0}
    assert density(nets, LEVELS) == 1


def test_a_straight_link_has_no_trunk_and_takes_its_boxes_for_itself() -> None:
    level = {0: 10.0, 1: 40.0, 2: 10.0, 3: 60.0}
    nets = told_apart([Net.of("straight", ((0, 2),)), Net.of("into", ((0, 3), (1, 3)))], level)
    assert [net.links for net in nets] == [((0, 2),), ((1, 3),), ((0, 3),)]
    assert "straight" not in (trunk_tracks(nets, level) or {})


def test_branches_that_would_run_over_each_other_both_ways_have_no_order() -> None:
    level = {0: 10.0, 1: 30.0, 2: 10.0, 3: 30.0}
    assert trunk_tracks([Net.of("down", ((0, 3),)), Net.of("up", ((1, 2),))], level) is None


def test_the_density_is_that_of_the_most_trunks_side_by_side() -> None:
    nets = [Net.of(at, ((at, 19 - at),)) for at in range(5)]
    assert density(nets, LEVELS) == 5
    assert all(one.key != two.key for one, two in pairwise(nets))
