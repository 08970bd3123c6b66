"""A flow to the right: columns side by side under their heads, boxes from top to bottom."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.blocks.flow.boxes import FlowColumn
from docgen.blocks.flow.column_widths import levelled_widths, shared_widths
from docgen.blocks.flow.frame_place import (
    FramedLayers,
    FramedPlacement,
    Inside,
    least_framed_length,
    placed_in_frames,
)
from docgen.blocks.flow.heads import drawn_heads, frame_title_height, heads_height
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
from docgen.blocks.flow.place import Spaces, least_length, placed
from docgen.blocks.flow.text import box_height, box_text, figures
from docgen.layout.style import Style
from docgen.placed import Box, ShapeMark, TextBody

_UNDER_HEADS = 6.0


def height_right(plan: Plan, width: float, style: Style) -> float:
    """The least height: with the widths of columns shifted for the fullest of them."""
    edges = _edges(plan, width, style, levelled=True)
    return _heads_room(plan, edges, style) + _least(plan, edges, style)


def drawn_right(plan: Plan, box: Box, style: Style) -> tuple[tuple[ShapeMark, ...], PlacedFlow]:
    """The heads, and the flow below them: with the columns' own shares where that fits, else shifted."""
    for levelled in (False, True):
        edges = _edges(plan, box.width, style, levelled=levelled)
        room = _heads_room(plan, edges, style)
        if room + _least(plan, edges, style) <= box.height:
            break
    body = Box(box.x, box.y + room, box.width, box.height - room)
    heads = drawn_heads(plan.id, plan.heads, plan.columns, edges, box, style)
    return heads, _laid(plan, edges, body, style)


def _edges(plan: Plan, width: float, style: Style, *, levelled: bool) -> Edges:
    room = _pads(plan.order)
    between = gutters(plan.order, room)
    free = width - sum(between) - room.outer - (MARGIN if plan.order.around else 0.0)
    if levelled:
        widths = levelled_widths(plan.columns, free, _spaces(style).least, style)
    else:
        widths = shared_widths(plan.columns, free)
    return edges_of(widths, between, plan.order, room)


def _pads(order: Ordered) -> Pads:
    return pads(order, [FRAME_PAD] * len(order.frames), FRAME_PAD)


def _heads_room(plan: Plan, edges: Edges, style: Style) -> float:
    height = heads_height(plan.heads, plan.columns, edges, style)
    return height + style.space(_UNDER_HEADS) if height else 0.0


def _spaces(style: Style) -> Spaces:
    return Spaces(
        least=max(2.5, style.space(5)),
        gap=max(3.0, style.space(7)),
        most=20,
        group=style.space(6),
        group_most=14,
        stretch=16,
    )


def _texts(columns: Sequence[FlowColumn], edges: Edges, style: Style) -> dict[str, TextBody]:
    """The boxes' texts at the widths of their columns."""
    texts: dict[str, TextBody] = {}
    for column, (left, right) in zip(columns, edges, strict=True):
        places = figures(column, right - left, style)
        texts.update({box.id: box_text(box, right - left, style, places) for box in column.boxes})
    return texts


def _in_frames(order: Ordered, edges: Edges, style: Style) -> FramedLayers:
    """The layers with the room in each frame: its title above the boxes, its border below them."""
    widths = [edges[held.last][1] - edges[held.first][0] + 2 * FRAME_PAD for held in order.frames]
    insides = [
        Inside(FRAME_PAD + frame_title_height(held.frame.title, width, style), FRAME_PAD)
        for held, width in zip(order.frames, widths, strict=True)
    ]
    return FramedLayers(order.runs, order.frames, tuple(insides))


def _least(plan: Plan, edges: Edges, style: Style) -> float:
    """The least height without heads."""
    order, heights, spaces = plan.order, _heights(plan, edges, style), _spaces(style)
    if order.frames:
        boxes = least_framed_length(_in_frames(order, edges, style), heights, spaces)
    else:
        boxes = least_length(order.layers, heights, spaces)
    return boxes + order.beyond + 2 * order.edge


def _placed(plan: Plan, edges: Edges, height: float, style: Style) -> FramedPlacement:
    """Every box and frame from top to bottom, within ``height``."""
    order, heights, spaces = plan.order, _heights(plan, edges, style), _spaces(style)
    before, after = order.graph.before, order.graph.after
    if order.frames:
        return placed_in_frames(_in_frames(order, edges, style), heights, before, after, spaces, height)
    return FramedPlacement(placed(order.layers, heights, before, after, spaces, height), ())


def _laid(plan: Plan, edges: Edges, place: Box, style: Style) -> PlacedFlow:
    order = plan.order
    edge = order.edge
    place = Box(place.x, place.y + edge, place.width, place.height - 2 * edge)
    found = _placed(plan, edges, place.height - order.beyond, style)
    placement = found.placement
    boxes = {
        name: Box(
            place.x + edges[number][0],
            place.y + placement.starts[node],
            edges[number][1] - edges[number][0],
            placement.extents[node],
        )
        for number, layer in enumerate(order.layers)
        for node, name in order.named(layer)
    }
    lines = routes(order, found, edges, _pads(order), place.height)
    frames = tuple(
        (
            held.frame,
            Box(
                place.x + edges[held.first][0] - FRAME_PAD,
                place.y + start,
                edges[held.last][1] - edges[held.first][0] + 2 * FRAME_PAD,
                end - start,
            ),
        )
        for held, (start, end) in zip(order.frames, found.frames, strict=True)
    )
    texts = _texts(plan.columns, edges, style)
    return PlacedFlow(boxes, texts, connectors(order, lines, place, turned=False), bars(lines, place, turned=False), frames)


def _heights(plan: Plan, edges: Edges, style: Style) -> dict[int, float]:
    """The height that each box needs at the width of its column; nodes without a box need none."""
    heights = [
        box_height(box, right - left, style)
        for column, (left, right) in zip(plan.columns, edges, strict=True)
        for box in column.boxes
    ]
    return {node: heights[node] if node < len(heights) else 0.0 for node in plan.order.nodes}
