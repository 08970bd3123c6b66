"""A flow downwards: rows under each other with their heads at the left, boxes from left to right.

Boxes are as wide as their words want and the fullest row lets them be; the height is that of all rows.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from math import fsum

from docgen.blocks.flow.axis import DOWN, Span
from docgen.blocks.flow.graph import Framed
from docgen.blocks.flow.heads import (
    drawn_row_heads,
    drawn_title,
    frame_title_height,
    row_heads_heights,
    row_heads_width,
    title_height,
)
from docgen.blocks.flow.layout import (
    FRAME_PAD,
    Across,
    Measured,
    PlacedFlow,
    across,
    least_along,
    placed_flow,
)
from docgen.blocks.flow.plan import Ordered, Plan
from docgen.blocks.flow.rows import Inside, Row, Spaces, largest, rows_of
from docgen.blocks.flow.text import box_height, box_natural_width, box_texts
from docgen.blocks.memory import Memory
from docgen.layout.style import Style
from docgen.placed import Box

# The widest box, as a part of the whole width, and the narrowest (points).
_WIDEST = 0.3
_NARROWEST = 60.0
# Between the heads of rows and the boxes, and below the title (points).
_BESIDE_HEADS = 10.0
_UNDER_TITLE = 6.0
# How much gutters and rows may gain from spare height, as a part of their own.
_GUTTER_GAIN, _ROW_GAIN = 1.0, 0.5


def height_down(plan: Plan, width: float, style: Style, memory: Memory) -> float:
    """The least height: title, rows and gutters; infinite where the rows are too full for the width."""
    inner = width - _heads_width(plan, style)
    if not _fits(plan.order, _layers(plan.order), [_NARROWEST] * len(plan.columns), inner, style):
        return math.inf
    rows, beside = _rows(plan, memory.once(_box_widths, plan, inner, style), style, memory)
    return _title_room(plan, width, style) + (fsum(rows) + beside.total)


def placed_down(plan: Plan, box: Box, style: Style, memory: Memory) -> PlacedFlow:
    """The title over everything, the heads at the left, the flow beside them."""
    left, top = _heads_width(plan, style), _title_room(plan, box.width, style)
    body = Box(box.x + left, box.y + top, box.width - left, box.height - top)
    widths = memory.once(_box_widths, plan, body.width, style)
    rows, beside = _rows(plan, widths, style, memory)
    edges = _stretched(rows, beside, body.height)
    heads = (
        *drawn_title(plan, box, style),
        *drawn_row_heads(plan, edges, Box(box.x, body.y, left - _BESIDE_HEADS, body.height), style),
    )
    texts = tuple(
        text
        for column, width in zip(plan.columns, widths, strict=True)
        for box in column.boxes
        for text in box_texts((box,), width, style, memory)
    )
    measured = Measured(DOWN, _spaces(style), _layers(plan.order), _extents(plan.order, widths), beside, edges)
    return placed_flow(plan.order, measured, body, heads, texts)


def _heads_width(plan: Plan, style: Style) -> float:
    width = row_heads_width(plan.columns, style)
    return width + _BESIDE_HEADS if width else 0.0


def _title_room(plan: Plan, width: float, style: Style) -> float:
    height = title_height(plan, width, style)
    return height + _UNDER_TITLE if height else 0.0


def _box_widths(plan: Plan, width: float, style: Style) -> list[float]:
    """The width of the boxes of each row: what their words want, up to the widest with which all rows fit.

    Rows with room left then take more of what they want.
    """
    widest = max(_NARROWEST, _WIDEST * width)
    wanted = [
        max((box_natural_width(box, style) for box in column.boxes), default=_NARROWEST) for column in plan.columns
    ]

    layers = _layers(plan.order)

    def limited(most: float) -> list[float]:
        return [max(_NARROWEST, min(most, want)) for want in wanted]

    def fits(widths: Sequence[float]) -> bool:
        return _fits(plan.order, layers, widths, width, style)

    widths = limited(largest(lambda most: fits(limited(most)), _NARROWEST, widest))
    for row in sorted(range(len(widths)), key=lambda row: len(plan.columns[row].boxes)):
        wider = [*widths[:row], limited(widest)[row], *widths[row + 1 :]]
        widths = wider if fits(wider) else widths
    return widths


def _fits(order: Ordered, layers: Sequence[Row], widths: Sequence[float], width: float, style: Style) -> bool:
    """Whether boxes of each row's width have room side by side in all rows."""
    return least_along(order, layers, _extents(order, widths), _spaces(style)) <= width


def _extents(order: Ordered, widths: Sequence[float]) -> Mapping[int, float]:
    return {
        node: width if node < order.graph.boxes else 0.0
        for layer, width in zip(order.layers, widths, strict=True)
        for node in layer
    }


def _layers(order: Ordered) -> tuple[Row, ...]:
    return rows_of(order.runs, order.graph.boxes, [Inside(FRAME_PAD, FRAME_PAD)] * len(order.frames))


def _spaces(style: Style) -> Spaces:
    """The distances from left to right."""
    return Spaces(
        least=max(6.0, style.space(10)),
        gap=style.space(12),
        most=60,
        group=6,
        group_most=24,
        stretch=30,
        centred=True,
    )


def _rows(plan: Plan, widths: Sequence[float], style: Style, memory: Memory) -> tuple[list[float], Across]:
    """The least heights of the rows, and what lies between them."""
    heads = row_heads_heights(plan.columns, style)
    rows = [
        max((head, *(box_height(box, width, style, memory) for box in column.boxes)))
        for column, width, head in zip(plan.columns, widths, heads, strict=True)
    ]
    titles = [
        frame_title_height(held.frame.title, _frame_width(held, plan.order, widths), style)
        for held in plan.order.frames
    ]
    return rows, across(plan.order, titles)


def _frame_width(held: Framed, order: Ordered, widths: Sequence[float]) -> float:
    """The least width of a frame: that of the boxes in its fullest row."""
    return 2 * FRAME_PAD + max(
        width * sum(1 for node in layer if node in held.nodes and node < order.graph.boxes)
        for layer, width in zip(order.layers, widths, strict=True)
    )


def _stretched(rows: Sequence[float], beside: Across, height: float) -> tuple[Span, ...]:
    """The rows' first and last edges: rows and gutters share what height is left, so that the foot is filled."""
    spare = max(0.0, height - (fsum(rows) + beside.total))
    demand = _ROW_GAIN * fsum(rows) + _GUTTER_GAIN * fsum(beside.gutters)
    share = min(1.0, spare / demand) if demand else 0.0
    return beside.edges([row * (1 + _ROW_GAIN * share) for row in rows], 1 + _GUTTER_GAIN * share)
