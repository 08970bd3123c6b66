"""A flow to the right: columns side by side under their heads, boxes from top to bottom.

The width is given to the columns; the height follows from the fullest of them.
"""

from __future__ import annotations

from docgen.blocks.flow.axis import RIGHT
from docgen.blocks.flow.column_widths import levelled_widths, shared_widths
from docgen.blocks.flow.heads import drawn_heads, frame_title_height, heads_height
from docgen.blocks.flow.layout import (
    FRAME_PAD,
    Measured,
    PlacedFlow,
    edges_of,
    gutters,
    least_along,
    pads,
    placed_flow,
)
from docgen.blocks.flow.plan import Plan
from docgen.blocks.flow.rows import Inside, Spaces, rows_of
from docgen.blocks.flow.text import box_height, box_texts
from docgen.blocks.memory import Memory
from docgen.layout.style import Style
from docgen.placed import Box

_UNDER_HEADS = 6.0


def height_right(plan: Plan, width: float, style: Style, memory: Memory) -> float:
    """The least height: with the widths of columns shifted for the fullest of them."""
    measured = _measured(plan, width, style, memory, levelled=True)
    return _heads_room(plan, measured, style) + _least_height(plan, measured)


def placed_right(plan: Plan, box: Box, style: Style, memory: Memory) -> PlacedFlow:
    """The heads, and the flow below them: with the columns' own shares where that fits, else shifted."""
    for levelled in (False, True):
        measured = _measured(plan, box.width, style, memory, levelled=levelled)
        room = _heads_room(plan, measured, style)
        if room + _least_height(plan, measured) <= box.height:
            break
    body = Box(box.x, box.y + room, box.width, box.height - room)
    heads = drawn_heads(plan, measured.edges, box, style)
    texts = tuple(
        text
        for column, (left, right) in zip(plan.columns, measured.edges, strict=True)
        for text in box_texts(column.boxes, right - left, style, memory)
    )
    return placed_flow(plan.order, measured, body, heads, texts)


def _measured(plan: Plan, width: float, style: Style, memory: Memory, *, levelled: bool) -> Measured:
    """The flow in columns of their shares of the width, or in columns whose widths level their heights."""
    order, spaces = plan.order, _spaces(style)
    room = pads(order, [FRAME_PAD] * len(order.frames))
    between = gutters(order, room)
    free = width - sum(between) - room.outer - order.margin
    if levelled:
        widths = levelled_widths(plan.columns, free, spaces.least, style, memory)
    else:
        widths = shared_widths(plan.columns, free)
    edges = edges_of(widths, between, order, room)
    heights = [
        box_height(box, right - left, style, memory)
        for column, (left, right) in zip(plan.columns, edges, strict=True)
        for box in column.boxes
    ]
    frame_widths = [edges[frame.last][1] - edges[frame.first][0] + 2 * FRAME_PAD for frame in order.frames]
    insides = [
        Inside(FRAME_PAD + frame_title_height(held.frame.title, frame_width, style), FRAME_PAD)
        for held, frame_width in zip(order.frames, frame_widths, strict=True)
    ]
    extents = {node: heights[node] if node < len(heights) else 0.0 for layer in order.layers for node in layer}
    rows = rows_of(order.runs, len(heights), insides)
    return Measured(RIGHT, spaces, rows, extents, room, edges)


def _least_height(plan: Plan, measured: Measured) -> float:
    """The least height without heads."""
    return least_along(plan.order, measured.rows, measured.extents, measured.spaces)


def _heads_room(plan: Plan, measured: Measured, style: Style) -> float:
    height = heads_height(plan, measured.edges, style)
    return height + style.space(_UNDER_HEADS) if height else 0.0


def _spaces(style: Style) -> Spaces:
    """The distances from top to bottom."""
    return Spaces(
        least=max(2.5, style.space(5)),
        gap=max(3.0, style.space(7)),
        most=20,
        group=style.space(6),
        group_most=14,
        stretch=16,
    )
