"""The order within layers where frames hold groups together: each frame's nodes in one run, few crossings.

Frames that share a layer stand in one order in all of them, so that each can be one rectangle. Neighbours are
exchanged as long as that lessens the crossings (greedy switch).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.blocks.flow.crossings import crossings
from docgen.blocks.flow.graph import Framed, Neighbours
from docgen.value import value

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
    """The layers as runs: as near to the order given as frames allow, then with fewer crossings.

    ``fixed`` layers keep their order but for what frames gather.
    """
    if not frames:
        return [[Run(None, (node,)) for node in layer] for layer in layers]
    holder = {node: number for number, frame in enumerate(frames) for node in frame.nodes}
    share = {node: (place + 0.5) / len(layer) for layer in layers for place, node in enumerate(layer)}
    middle = [sum(share[node] for node in frame.nodes) / len(frame.nodes) for frame in frames]
    runs: Runs = []
    for number, layer in enumerate(layers):
        free = [(share[node], Run(None, (node,))) for node in layer if node not in holder]
        held = [
            (middle[frame], Run(frame, tuple(node for node in layer if holder.get(node) == frame)))
            for frame, framed in enumerate(frames)
            if framed.spans(number)
        ]
        runs.append([run for _, run in sorted([*free, *held], key=lambda pair: (pair[0], pair[1].frame or 0))])
    order = sorted(range(len(frames)), key=lambda frame: (middle[frame], frame))
    return _with_fewer_crossings(runs, order, after, fixed)


def nodes_of(runs: Sequence[Run]) -> tuple[int, ...]:
    """The nodes of a layer in their order."""
    return tuple(node for run in runs for node in run.nodes)


def _with_fewer_crossings(runs: Runs, order: Sequence[int], after: Neighbours, fixed: frozenset[int]) -> Runs:
    """The runs after exchanges that lessen the crossings, until none does; ``order`` is that of the frames."""
    order = list(order)
    least = _count(runs, after)
    for _ in range(_MOST_PASSES):
        before = least
        for place in range(len(order) - 1):
            changed = _with_frames_exchanged(runs, order[place], order[place + 1], fixed)
            count = _count(changed, after)
            if count < least:
                runs, least = changed, count
                order[place], order[place + 1] = order[place + 1], order[place]
        for exchange in list(_exchanges(runs, fixed)):
            changed = _exchanged(runs, *exchange)
            count = _count(changed, after)
            if count < least:
                runs, least = changed, count
        if least in (0, before):
            break
    return runs


def _count(runs: Runs, after: Neighbours) -> int:
    return crossings([nodes_of(layer) for layer in runs], after)


def _with_frames_exchanged(runs: Runs, first: int, second: int, fixed: frozenset[int]) -> Runs:
    """Two frames that follow each other in the frames' order exchanged wherever both stand."""
    changed = [list(layer) for layer in runs]
    for number, layer in enumerate(changed):
        place = {run.frame: place for place, run in enumerate(layer) if run.frame in (first, second)}
        if len(place) == 2:
            if number in fixed:
                return runs
            layer[place[first]], layer[place[second]] = layer[place[second]], layer[place[first]]
    return changed


def _exchanges(runs: Runs, fixed: frozenset[int]) -> Iterator[tuple[int, int, int | None]]:
    """What may be exchanged: the layer, the run with the next one, or a node of the run with the next in it."""
    for layer, there in enumerate(runs):
        if layer not in fixed:
            yield from ((layer, place, None) for place in range(len(there) - 1))
            yield from ((layer, place, node) for place, run in enumerate(there) for node in range(len(run.nodes) - 1))


def _exchanged(runs: Runs, layer: int, place: int, node: int | None) -> Runs:
    """The runs after an exchange; two frames are not exchanged in one layer alone."""
    changed = list(runs[layer])
    run = changed[place]
    if node is not None:
        nodes = list(run.nodes)
        nodes[node : node + 2] = nodes[node : node + 2][::-1]
        changed[place] = Run(run.frame, tuple(nodes))
    elif run.frame is None or changed[place + 1].frame is None:
        changed[place : place + 2] = changed[place + 1], run
    return [*runs[:layer], changed, *runs[layer + 1 :]]
