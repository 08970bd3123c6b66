"""The order within layers: few crossings, the content's order where that is equal."""

from __future__ import annotations

import random
from itertools import pairwise, permutations, product

from support.often import often

from docgen.blocks.flow.crossings import crossings
from docgen.blocks.flow.order import ordered

Graph = tuple[list[list[int]], dict[int, list[int]], dict[int, list[int]]]


def _graph(seed: int, sizes: tuple[int, ...], density: float) -> Graph:
    dice = random.Random(seed)
    layers: list[list[int]] = []
    for size in sizes:
        first = sum(len(layer) for layer in layers)
        layers.append(list(range(first, first + size)))
    before: dict[int, list[int]] = {}
    after: dict[int, list[int]] = {}
    for upper, lower in pairwise(layers):
        for one in upper:
            for two in lower:
                if dice.random() < density:
                    after.setdefault(one, []).append(two)
                    before.setdefault(two, []).append(one)
    return layers, before, after


def _plain_count(layers: list[list[int]], after: dict[int, list[int]]) -> int:
    """Crossings counted pair by pair."""
    total = 0
    for upper, lower in pairwise(layers):
        edges = [(upper.index(one), lower.index(two)) for one in upper for two in after.get(one, [])]
        total += sum(1 for a, b in edges for c, d in edges if a < c and b > d)
    return total


def _least(layers: list[list[int]], after: dict[int, list[int]]) -> int:
    orders = product(*(permutations(layer) for layer in layers))
    return min(crossings([list(layer) for layer in order], after) for order in orders)


def test_crossings_are_counted_as_pair_by_pair() -> None:
    for seed in range(30):
        layers, _, after = _graph(seed, (5, 7, 6), 0.3)
        assert crossings(layers, after) == _plain_count(layers, after)


def test_small_charts_have_at_most_a_tenth_more_crossings_than_the_best_of_all_orders() -> None:
    found = best = 0
    for seed in range(often(24)):
        layers, before, after = _graph(seed, (3, 5, 4), 0.45)
        got, least = (
            crossings(ordered(layers, before, after, frozenset()), after),
            _least_small(layers, after),
        )
        assert got <= max(1.1 * least, least + 1), seed
        found, best = found + got, best + least
    assert found <= 1.1 * best


def _least_small(layers: list[list[int]], after: dict[int, list[int]]) -> int:
    """The least over all orders: for each order of the middle layer the outer ones are independent."""
    first, middle, last = layers
    return min(
        min(crossings([list(one), list(order)], after) for one in permutations(first))
        + min(crossings([list(order), list(one)], after) for one in permutations(last))
        for order in permutations(middle)
    )


def test_the_small_search_agrees_with_the_full_one() -> None:
    layers, _, after = _graph(3, (3, 4, 3), 0.5)
    assert _least_small(layers, after) == _least(layers, after)


def test_larger_charts_come_near_the_best_of_many_random_starts() -> None:
    found = best = 0
    for seed in range(10):
        layers, before, after = _graph(seed, (6, 10, 7), 0.18)
        got = crossings(ordered(layers, before, after, frozenset()), after)
        dice = random.Random(seed)
        starts = [[dice.sample(layer, len(layer)) for layer in layers] for _ in range(8)]
        known = min(crossings(ordered(start, before, after, frozenset()), after) for start in starts)
        found, best = found + got, best + min(known, got)
    assert found <= 1.15 * best


def test_the_content_order_stays_where_nothing_crosses() -> None:
    layers, before, after = [[0, 1], [2, 3, 4]], {2: [0], 4: [1]}, {0: [2], 1: [4]}
    assert ordered(layers, before, after, frozenset()) == layers


def test_the_content_order_stays_where_changing_it_gains_nothing() -> None:
    complete = {0: [2, 3], 1: [2, 3]}
    layers = [[0, 1], [2, 3]]
    assert ordered(layers, {2: [0, 1], 3: [0, 1]}, complete, frozenset()) == layers


def test_parts_that_no_link_joins_stand_in_the_content_order() -> None:
    # Three parts of a box with two targets each, their targets mixed up in the content.
    links = {0: [3, 6], 1: [4, 7], 2: [5, 8]}
    before = {target: [source] for source, targets in links.items() for target in targets}
    layers = ordered([[0, 1, 2], [3, 4, 5, 6, 7, 8]], before, links, frozenset())
    assert layers == [[0, 1, 2], [3, 6, 4, 7, 5, 8]]


def test_a_fixed_layer_keeps_its_order_and_the_other_turns() -> None:
    before, after = {2: [1], 3: [0]}, {0: [3], 1: [2]}
    assert ordered([[0, 1], [2, 3]], before, after, frozenset({1})) == [[1, 0], [2, 3]]
    assert ordered([[0, 1], [2, 3]], before, after, frozenset({0, 1})) == [[0, 1], [2, 3]]
