"""Frames around groups of boxes: the group's title, which boxes it holds, and which layers it spans."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from docgen.blocks.flow.graph import Graph
from docgen.errors import DocgenError, nearest
from docgen.placed import Line


@dataclass(frozen=True, slots=True)
class FlowFrame:
    """A frame around the boxes with the ids ``boxes``, with a title inside its upper edge.

    ``id`` is unique among the flow's frames; fill and border are by palette colour.
    """

    id: str
    title: str
    boxes: tuple[str, ...]
    fill: str | None = None
    border: Line | None = None


@dataclass(frozen=True, slots=True)
class Framed:
    """A frame on a graph: its nodes (boxes, and channels between them), its first and its last layer.

    No other node stands between its nodes in any layer from the first to the last.
    """

    frame: FlowFrame
    nodes: frozenset[int]
    first: int
    last: int

    def spans(self, layer: int) -> bool:
        """Whether the frame stands in the layer, with or without a node there."""
        return self.first <= layer <= self.last


def framed(frames: Sequence[FlowFrame], graph: Graph, where: str) -> tuple[Framed, ...]:
    """The frames on the graph.

    Raises DocgenError for a frame without boxes, one around a box that is not there, and two around one box.
    """
    number = {name: node for node, name in enumerate(graph.ids)}
    holder: dict[str, str] = {}
    for frame in frames:
        if not frame.boxes:
            raise DocgenError(f"frame {frame.id!r} holds no box", where=where, expected="the ids of its boxes")
        for name in frame.boxes:
            if name not in number:
                raise DocgenError(
                    f"frame {frame.id!r} holds {name!r}, which is no box of the flow",
                    where=where,
                    expected="the ids of boxes",
                    hint=nearest(name, number),
                )
            if holder.setdefault(name, frame.id) != frame.id:
                raise DocgenError(
                    f"box {name!r} stands in two frames, {holder[name]!r} and {frame.id!r}",
                    where=where,
                    expected="each box in one frame at most",
                )
    return tuple(_framed(frame, {number[name] for name in frame.boxes}, graph) for frame in frames)


def _framed(frame: FlowFrame, boxes: set[int], graph: Graph) -> Framed:
    layer_of = {node: at for at, layer in enumerate(graph.layers) for node in layer}
    inside = {
        node
        for node in layer_of
        if node >= graph.boxes and {*graph.before[node], *graph.after[node]} <= boxes
    }
    layers = [layer_of[node] for node in boxes]
    return Framed(frame, frozenset(boxes | inside), min(layers), max(layers))
