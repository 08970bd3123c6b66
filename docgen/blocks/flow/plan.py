"""A flow with the order of its boxes found: what height, splitting and drawing start from."""

from __future__ import annotations

import functools
from itertools import pairwise

from docgen.blocks.flow.boxes import FlowColumn, FlowFrame, Heads
from docgen.blocks.flow.crossings import crossings
from docgen.blocks.flow.frame_order import Run, nodes_of, runs_in_order
from docgen.blocks.flow.graph import Framed, Graph, framed, graph
from docgen.blocks.flow.order import ordered
from docgen.value import value

# Room at the left of a single column for links around its boxes (points).
_MARGIN = 24.0
# Half of the thickest bar of a channel (points).
_BAR_EDGE = 0.75


@value(frozen=True, slots=True)
class Ordered:
    """The graph of a flow and its layers in the order in which they are drawn.

    ``runs`` are the layers with what frames hold together; ``crossed`` is how often lines cross between each
    layer and the next.
    """

    graph: Graph
    layers: tuple[tuple[int, ...], ...]
    frames: tuple[Framed, ...]
    runs: tuple[tuple[Run, ...], ...]
    crossed: tuple[int, ...]

    @property
    def margin(self) -> float:
        """Room across before a single layer, for links around its boxes (points)."""
        return _MARGIN if len(self.layers) == 1 and self.graph.paths else 0.0

    @property
    def edge(self) -> float:
        """Room along before the first and after the last node, for half the thickness of a channel's bar (points)."""
        return _BAR_EDGE if len(self.graph.layer_of) > self.graph.boxes else 0.0


@value(frozen=True, slots=True)
class Plan:
    """A flow whose order is found, to be laid out. ``id`` begins the ids of its marks."""

    id: str
    columns: tuple[FlowColumn, ...]
    heads: Heads
    order: Ordered


@functools.lru_cache(maxsize=64)
def arranged(
    columns: tuple[tuple[str, ...], ...],
    links: tuple[tuple[str, str], ...],
    fixed: frozenset[int],
    frames: tuple[FlowFrame, ...],
    where: str,
) -> Ordered:
    """The graph of columns of box ids, ordered for few crossings, frames' boxes together.

    ``fixed`` columns keep their order. It depends on nothing else, and is found once for all widths and steps of
    the ladder. Raises DocgenError, with ``where``, for ids and links that make no graph.
    """
    made = graph(columns, links, where)
    held = framed(frames, made, where)
    runs = runs_in_order(ordered(made.layers, made.before, made.after, fixed), held, made.after, fixed)
    layers = tuple(nodes_of(layer) for layer in runs)
    crossed = tuple(crossings(pair, made.after) for pair in pairwise(layers))
    return Ordered(made, layers, held, tuple(tuple(layer) for layer in runs), crossed)
