"""Least squares with least distances: places as near as can be to wishes, in a fixed order.

Solved exactly by pooling adjacent violators (isotonic regression), in time linear in the number of places.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

# What a place without a wish of its own weighs: it goes where its neighbours leave it.
_FAINT = 1e-3


def drawn_together(
    nodes: Sequence[int],
    sizes: Mapping[int, float],
    gaps: Sequence[float],
    wishes: Sequence[float | None],
    length: float,
) -> dict[int, float]:
    """The first edge of every node: centres as near as can be to ``wishes``, neighbours ``gaps`` apart.

    ``length`` holds all nodes with their gaps; everything stays within it.
    """
    offsets = _offsets(nodes, sizes, gaps)
    halves = [sizes[node] / 2 for node in nodes]
    targets = [
        None if wish is None else wish - offset - half
        for wish, offset, half in zip(wishes, offsets, halves, strict=True)
    ]
    weights = [_FAINT if target is None else 1.0 for target in targets]
    levels = _pooled(_filled(targets), weights)
    top = length - (offsets[-1] + sizes[nodes[-1]]) if nodes else 0.0
    return {
        node: min(max(level, 0.0), max(top, 0.0)) + offset
        for node, level, offset in zip(nodes, levels, offsets, strict=True)
    }


def _offsets(nodes: Sequence[int], sizes: Mapping[int, float], gaps: Sequence[float]) -> list[float]:
    """Each node's first edge where all stand as close as they may."""
    offsets: list[float] = []
    at = 0.0
    for number, node in enumerate(nodes):
        offsets.append(at)
        at += sizes[node] + (gaps[number] if number < len(gaps) else 0.0)
    return offsets


def _filled(targets: Sequence[float | None]) -> list[float]:
    """Missing targets taken from the one before, the leading ones from the first there is."""
    known = [target for target in targets if target is not None]
    at = known[0] if known else 0.0
    filled: list[float] = []
    for target in targets:
        at = at if target is None else target
        filled.append(at)
    return filled


def _pooled(targets: Sequence[float], weights: Sequence[float]) -> list[float]:
    """The non-decreasing values nearest to the targets."""
    pools: list[tuple[float, float, int]] = []
    for target, weight in zip(targets, weights, strict=True):
        mean, total, count = target, weight, 1
        while pools and pools[-1][0] > mean:
            other, other_total, other_count = pools.pop()
            mean = (mean * total + other * other_total) / (total + other_total)
            total += other_total
            count += other_count
        pools.append((mean, total, count))
    return [mean for mean, _, count in pools for _ in range(count)]
