"""A flow downwards: rows under each other with their heads at the left, boxes from left to right."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from docgen.blocks.flow.boxes import FlowBox, FlowColumn
from docgen.blocks.flow.frame_place import FramedLayers, Inside, least_framed_length, placed_in_frames
from docgen.blocks.flow.graph import Framed
from docgen.blocks.flow.heads import (
    drawn_row_heads,
    frame_title_height,
    row_heads_least,
    row_heads_width,
    title_row,
)
from docgen.blocks.flow.layout import (
    FRAME_PAD,
    MARGIN,
    Edges,
    Ordered,
    Pads,
    PlacedFlow,
    Plan,
    bars,
    connectors,
    edges_of,
    gutters,
    pads,
    routes,
)
from docgen.blocks.flow.place import Spaces
from docgen.blocks.flow.text import Figures, box_height, box_natural_width, box_text, figures
from docgen.layout.style import Style
from docgen.placed import Box, ShapeMark

# The widest box, as a part of the whole width, and the narrowest (points).
_WIDEST = 0.3
_NARROWEST = 60.0
_HALVINGS = 24
# Between the heads of rows and the boxes, and below the title (points).
_BESIDE_HEADS = 10.0
_UNDER_TITLE = 6.0
# How much gutters and boxes may gain from spare height, as a part of their own.
_GUTTER_GAIN, _ROW_GAIN = 1.0, 0.5


@dataclass(frozen=True, slots=True)
class _Measured:
    """A flow downwards measured for a width: each row's width of boxes, rows, and what frames take."""

    widths: tuple[float, ...]
    rows: tuple[float, ...]
    room: Pads

    def height(self, order: Ordered) -> float:
        """The least height of the rows with their gutters."""
        around = MARGIN if order.around else 0.0
        return sum(self.rows) + sum(gutters(order, self.room)) + self.room.outer + around


def height_down(plan: Plan, width: float, style: Style) -> float:
    """The least height: title, rows and gutters; infinite where the rows are too full for the width."""
    inner = width - _heads_width(plan, style)
    if not _fits(plan.order, [_NARROWEST] * len(plan.columns), inner, style):
        return math.inf
    return _title_room(plan, width, style) + _measured(plan, inner, style).height(plan.order)


def drawn_down(plan: Plan, box: Box, style: Style) -> tuple[tuple[ShapeMark, ...], PlacedFlow]:
    """The title over everything, the heads at the left, the flow beside them."""
    left, top = _heads_width(plan, style), _title_room(plan, box.width, style)
    body = Box(box.x + left, box.y + top, box.width - left, box.height - top)
    found = _measured(plan, body.width, style)
    edges = _spread(plan.order, found, body.height)
    rows = Box(box.x, body.y, left - _BESIDE_HEADS, body.height)
    heads = (
        *title_row(plan.id, plan.heads, Box(box.x, box.y, box.width, top - _UNDER_TITLE), style),
        *drawn_row_heads(plan.id, plan.heads, plan.columns, edges, rows, style),
    )
    return heads, _laid(plan, found, edges, body, style)


def _heads_width(plan: Plan, style: Style) -> float:
    width = row_heads_width(plan.columns, style)
    return width + _BESIDE_HEADS if width else 0.0


def _title_room(plan: Plan, width: float, style: Style) -> float:
    (*marks,) = title_row(plan.id, plan.heads, Box(0, 0, width, 0), style)
    return sum(mark.box.height for mark in marks) + _UNDER_TITLE if marks else 0.0


def _measured(plan: Plan, width: float, style: Style) -> _Measured:
    order = plan.order
    widths = _box_widths(plan, width, style)
    heads = row_heads_least(plan.columns, style)
    rows = tuple(
        max((head, *(box_height(box, each, style) for box in column.boxes)))
        for column, each, head in zip(plan.columns, widths, heads, strict=True)
    )
    titles = [frame_title_height(held.frame.title, _frame_width(held, order, widths), style) for held in order.frames]
    return _Measured(widths, rows, pads(order, [title + FRAME_PAD for title in titles], FRAME_PAD))


def _frame_width(held: Framed, order: Ordered, widths: Sequence[float]) -> float:
    """The least width of a frame: that of the boxes in its fullest row."""
    return 2 * FRAME_PAD + max(
        each * sum(1 for node in layer if node in held.nodes and node < order.boxes)
        for layer, each in zip(order.layers, widths, strict=True)
    )


def _spaces(style: Style) -> Spaces:
    """The distances from left to right."""
    return Spaces(
        least=max(6.0, style.space(10)), gap=style.space(16), most=60, group=12, group_most=24, stretch=30
    )


def _in_frames(order: Ordered) -> FramedLayers:
    return FramedLayers(order.runs, order.frames, (Inside(FRAME_PAD, FRAME_PAD),) * len(order.frames))


def _box_widths(plan: Plan, width: float, style: Style) -> tuple[float, ...]:
    """The width of the boxes of each row: what their words want, up to the widest with which all rows fit.

    Rows with room left then take more of what they want.
    """
    widest = max(_NARROWEST, _WIDEST * width)
    wanted = [
        max((box_natural_width(box, style) for box in column.boxes), default=_NARROWEST) for column in plan.columns
    ]

    def limited(most: float) -> tuple[float, ...]:
        return tuple(max(_NARROWEST, min(most, each)) for each in wanted)

    if _fits(plan.order, limited(widest), width, style):
        return limited(widest)
    low, high = _NARROWEST, widest
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if _fits(plan.order, limited(middle), width, style) else (low, middle)
    widths = list(limited(low))
    for row in sorted(range(len(widths)), key=lambda row: len(plan.columns[row].boxes)):
        wider = [*widths[:row], limited(widest)[row], *widths[row + 1 :]]
        widths = wider if _fits(plan.order, wider, width, style) else widths
    return tuple(widths)


def _fits(order: Ordered, widths: Sequence[float], width: float, style: Style) -> bool:
    """Whether boxes of each row's width have room side by side in all rows."""
    room = width - order.beyond - 2 * order.edge
    return least_framed_length(_in_frames(order), _extents(order, widths), _spaces(style)) <= room


def _extents(order: Ordered, widths: Sequence[float]) -> dict[int, float]:
    return {
        node: each if node < order.boxes else 0.0
        for layer, each in zip(order.layers, widths, strict=True)
        for node in layer
    }


def _spread(order: Ordered, found: _Measured, height: float) -> Edges:
    """The rows' first and last edges: rows and gutters share what height is left, so that the foot is filled."""
    between = gutters(order, found.room)
    spare = max(0.0, height - found.height(order))
    demand = _ROW_GAIN * sum(found.rows) + _GUTTER_GAIN * sum(between)
    share = min(1.0, spare / demand) if demand else 0.0
    rows = [row * (1 + _ROW_GAIN * share) for row in found.rows]
    gaps = [gutter * (1 + _GUTTER_GAIN * share) for gutter in between]
    return edges_of(rows, gaps, order, found.room)


def _laid(plan: Plan, measured: _Measured, edges: Edges, place: Box, style: Style) -> PlacedFlow:
    order = plan.order
    edge = order.edge
    place = Box(place.x + edge, place.y, place.width - 2 * edge, place.height)
    extents, room = _extents(order, measured.widths), place.width - order.beyond
    before, after = order.graph.before, order.graph.after
    found = placed_in_frames(_in_frames(order), extents, before, after, _spaces(style), room)
    placement = found.placement
    boxes = {
        name: Box(
            place.x + placement.starts[node],
            place.y + edges[number][0],
            placement.extents[node],
            edges[number][1] - edges[number][0],
        )
        for number, layer in enumerate(order.layers)
        for node, name in order.named(layer)
    }
    lines = routes(order, found, edges, measured.room, place.width)
    frames = tuple(
        (held.frame, _frame_place(held, span, edges, measured.room, place))
        for held, span in zip(order.frames, found.frames, strict=True)
    )
    drawn = connectors(order, lines, place, turned=True)
    texts = {
        box.id: box_text(box, each, style, _figures(box, each, style))
        for column, each in zip(plan.columns, measured.widths, strict=True)
        for box in column.boxes
    }
    return PlacedFlow(boxes, texts, drawn, bars(lines, place, turned=True), frames)


def _frame_place(held: Framed, span: tuple[float, float], edges: Edges, room: Pads, place: Box) -> Box:
    top = edges[held.first][0] - room.before[held.first]
    return Box(
        place.x + span[0], place.y + top, span[1] - span[0], edges[held.last][1] + FRAME_PAD - top
    )


def _figures(box: FlowBox, width: float, style: Style) -> Figures:
    return figures(FlowColumn((box,)), width, style)
