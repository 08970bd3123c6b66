"""The order within layers where frames hold groups together: each frame's nodes in one run, few crossings.

Frames that share a layer stand in one order in all of them, so that each can be one rectangle.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from docgen.blocks.flow.graph import Framed
from docgen.blocks.flow.order import crossings
from docgen.value import value

Neighbours = Mapping[int, Sequence[int]]

_MOST_PASSES = 20


@value(frozen=True, slots=True)
class Run:
    """What stands in a layer side by side: a frame (by its number) with its nodes there, or one free node."""

    frame: int | None
    nodes: tuple[int, ...]


Runs = list[list[Run]]


def runs_in_order(
    layers: Sequence[Sequence[int]], frames: Sequence[Framed], after: Neighbours, fixed: frozenset[int]
) -> Runs:
    """The layers as runs: as near to the order given as frames allow, then bettered by exchanges.

    ``fixed`` layers keep their order but for what frames gather.
    """
    if not frames:
        return [[Run(None, (node,)) for node in layer] for layer in layers]
    holder = {node: number for number, frame in enumerate(frames) for node in frame.nodes}
    share = {node: (at + 0.5) / len(layer) for layer in layers for at, node in enumerate(layer)}
    middle = [sum(share[node] for node in frame.nodes) / len(frame.nodes) for frame in frames]
    runs: Runs = []
    for number, layer in enumerate(layers):
        free = [(share[node], Run(None, (node,))) for node in layer if node not in holder]
        held = [
            (middle[at], Run(at, tuple(node for node in layer if holder.get(node) == at)))
            for at, frame in enumerate(frames)
            if frame.spans(number)
        ]
        runs.append([run for _, run in sorted([*free, *held], key=lambda pair: (pair[0], pair[1].frame or 0))])
    order = sorted(range(len(frames)), key=lambda at: (middle[at], at))
    return _bettered(runs, order, after, fixed)


def nodes_of(runs: Sequence[Run]) -> tuple[int, ...]:
    """The nodes of a layer in their order."""
    return tuple(node for run in runs for node in run.nodes)


def _bettered(
    runs: Runs, order: Sequence[int], after: Neighbours, fixed: frozenset[int]
) -> Runs:
    """Exchanges of neighbours that lessen the crossings, until none does; ``order`` is that of the frames."""
    order = list(order)
    least = _count(runs, after)
    for _ in range(_MOST_PASSES):
        before = least
        for at in range(len(order) - 1):
            changed = _with_frames_exchanged(runs, order[at], order[at + 1], fixed)
            count = _count(changed, after)
            if count < least:
                runs, least = changed, count
                order[at], order[at + 1] = order[at + 1], order[at]
        for exchange in _exchanges(runs, fixed):
            changed = _exchanged(runs, exchange)
            count = _count(changed, after)
            if count < least:
                runs, least = changed, count
        if least in (0, before):
            break
    return runs


def _with_frames_exchanged(runs: Runs, one: int, two: int, fixed: frozenset[int]) -> Runs:
    """Two frames that follow each other in the frames' order exchanged wherever both stand."""
    changed = [list(layer) for layer in runs]
    for number, layer in enumerate(changed):
        at = {run.frame: place for place, run in enumerate(layer) if run.frame in (one, two)}
        if len(at) == 2:
            if number in fixed:
                return runs
            layer[at[one]], layer[at[two]] = layer[at[two]], layer[at[one]]
    return changed


@dataclass(frozen=True, slots=True)
class _Exchange:
    """A run of a layer to be exchanged with the next one, or node ``node`` of it with the next in the run."""

    layer: int
    at: int
    node: int | None = None


def _exchanges(runs: Runs, fixed: frozenset[int]) -> list[_Exchange]:
    """All that may be exchanged within a layer: two runs of which one is free, nodes of one frame."""
    found: list[_Exchange] = []
    for number, layer in enumerate(runs):
        if number not in fixed:
            found += [_Exchange(number, at) for at in range(len(layer) - 1)]
            found += [
                _Exchange(number, at, node) for at, run in enumerate(layer) for node in range(len(run.nodes) - 1)
            ]
    return found


def _exchanged(runs: Runs, exchange: _Exchange) -> Runs:
    layer = list(runs[exchange.layer])
    one = layer[exchange.at]
    if exchange.node is None:
        two = layer[exchange.at + 1]
        if one.frame is None or two.frame is None:
            layer[exchange.at], layer[exchange.at + 1] = two, one
    elif exchange.node + 1 < len(one.nodes):
        nodes = list(one.nodes)
        nodes[exchange.node : exchange.node + 2] = reversed(nodes[exchange.node : exchange.node + 2])
        layer[exchange.at] = Run(one.frame, tuple(nodes))
    return [*runs[: exchange.layer], layer, *runs[exchange.layer + 1 :]]


def _count(runs: Runs, after: Neighbours) -> int:
    return crossings([nodes_of(layer) for layer in runs], after)
