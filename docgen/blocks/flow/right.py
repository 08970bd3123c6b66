"""A flow to the right: columns side by side under their heads, boxes from top to bottom.

The width is given to the columns; the height follows from the fullest of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise
from math import fsum

from docgen.blocks.flow.axis import RIGHT
from docgen.blocks.flow.boxes import FlowBox, FlowColumn
from docgen.blocks.flow.heads import drawn_heads, frame_title_height, heads_height
from docgen.blocks.flow.layout import FRAME_PAD, Measured, PlacedFlow, across, least_along, placed_flow
from docgen.blocks.flow.plan import Plan
from docgen.blocks.flow.rows import Inside, Spaces, rows_of
from docgen.blocks.flow.text import INSET_X, box_height, box_texts, box_words, least_box_heights
from docgen.blocks.memory import Memory
from docgen.layout.style import Style, TextStyle
from docgen.placed import Box
from docgen.typeset.text_measure import estimated_lines
from docgen.value import value

_UNDER_HEADS = 6.0
# A shift moves this part of the width; a column keeps at least this part of its share.
_SHIFT = 0.015
_LEAST_PART = 0.75
_MOST_SHIFTS = 14


def height_right(plan: Plan, width: float, style: Style, memory: Memory) -> float:
    """The least height: with the widths of columns shifted for the fullest of them."""
    measured = memory.once(_measured, plan, width, style, memory, True)
    return _heads_room(plan, measured, style, memory) + _least_height(plan, measured)


def never_below_right(plan: Plan, width: float, style: Style, memory: Memory) -> float:
    """A height that the flow is never below: that of the fullest column with each text on as few lines as it may have."""
    spaces, edge = _spaces(style), plan.order.edge
    columns = [
        fsum(least_box_heights(column.boxes, style)) + spaces.least * (len(column.boxes) - 1) for column in plan.columns
    ]
    heads = heads_height(plan, [(0.0, width)] * len(plan.columns), style, memory)
    return max(columns, default=0.0) + 2 * edge + (heads + style.space(_UNDER_HEADS) if heads else 0.0)


def estimated_right(columns: Sequence[FlowColumn], width: float, style: Style) -> float:
    """About the height, by the number of characters of the texts: of the fullest column at its share of the width."""
    gap, highest = _spaces(style).least, 0.0
    for column, share in zip(columns, shared_widths(columns, width), strict=True):
        height = fsum(least_box_heights(column.boxes, style)) + gap * len(column.boxes)
        for box in column.boxes:
            look = style.text(box.look.role)
            lines = estimated_lines(len(box.text) * look.size, max(look.size, share - 2 * INSET_X))
            height += (lines - 1) * look.pitch
        highest = max(highest, height)
    return highest


def placed_right(plan: Plan, box: Box, style: Style, memory: Memory) -> PlacedFlow:
    """The heads, and the flow below them: with the columns' own shares where that fits, else shifted."""
    for levelled in (False, True):
        measured = memory.once(_measured, plan, box.width, style, memory, levelled)
        room = _heads_room(plan, measured, style, memory)
        if room + _least_height(plan, measured) <= box.height:
            break
    body = Box(box.x, box.y + room, box.width, box.height - room)
    heads = drawn_heads(plan, measured.edges, box, style, memory)
    texts = tuple(
        text
        for column, (left, right) in zip(plan.columns, measured.edges, strict=True)
        for text in box_texts(column.boxes, right - left, style, memory)
    )
    return placed_flow(plan.order, measured, body, heads, texts)


def _measured(plan: Plan, width: float, style: Style, memory: Memory, levelled: bool) -> Measured:
    """The flow in columns of their shares of the width, or in columns whose widths level their heights."""
    order, spaces = plan.order, _spaces(style)
    beside = across(order, [0.0] * len(order.frames))
    free = width - beside.total
    widths = shared_widths(plan.columns, free)
    if levelled:
        shared, widths = widths, levelled_widths(plan.columns, free, spaces.least, style, memory)
        if widths == shared:
            return memory.once(_measured, plan, width, style, memory, False)
    edges = beside.edges(widths)
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
    return Measured(RIGHT, spaces, rows, extents, beside, edges)


def _least_height(plan: Plan, measured: Measured) -> float:
    """The least height without heads."""
    return least_along(plan.order, measured.rows, measured.extents, measured.spaces)


def _heads_room(plan: Plan, measured: Measured, style: Style, memory: Memory) -> float:
    height = heads_height(plan, measured.edges, style, memory)
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


@value(frozen=True, slots=True)
class _Words:
    """What is known of a box before its width: its text's width, size and pitch, and how many lines it has beside."""

    natural: float
    size: float
    pitch: float
    lines: int


def shared_widths(columns: Sequence[FlowColumn], width: float) -> tuple[float, ...]:
    """The columns' widths by their shares of ``width`` (without gutters)."""
    total = fsum(column.share for column in columns)
    return _rounded([width * column.share / total for column in columns])


def _rounded(widths: Sequence[float]) -> tuple[float, ...]:
    """The widths to a hundredth of a point, with the sum that they had: a rest goes on to the next one."""
    edges = [0.0, *accumulate(widths)]
    return tuple(round(round(right, 2) - round(left, 2), 2) for left, right in pairwise(edges))


def levelled_widths(
    columns: Sequence[FlowColumn], width: float, gap: float, style: Style, memory: Memory
) -> tuple[float, ...]:
    """Widths shifted step by step from the lowest column to the highest, as long as that makes it lower.

    Heights are estimated from the texts' widths, with boxes ``gap`` apart; columns with figures keep their width.
    """
    shared = shared_widths(columns, width)
    if all(_is_lowest(column.boxes, share, style, memory) for column, share in zip(columns, shared, strict=True)):
        return shared
    words = [[memory.once(_words, box, style, memory) for box in column.boxes] for column in columns]
    widths = list(shared)
    least = [_LEAST_PART * share for share in widths]
    heights = [_height(boxes, share, gap) for boxes, share in zip(words, widths, strict=True)]
    step = width * _SHIFT
    best, lowest = tuple(widths), max(heights)
    # No widths make a column lower than with a line in each box.
    single = [[(bool(box.natural) + box.lines) * box.pitch + gap for box in boxes] for boxes in words]
    bound = max([fsum(lengths) for lengths in single], default=0.0)
    for _ in range(_MOST_SHIFTS):
        if bound >= lowest - 0.5:
            break
        highest = max(range(len(columns)), key=heights.__getitem__)
        givers = [
            number
            for number, column in enumerate(columns)
            if number != highest and not column.cells and widths[number] - step >= least[number]
        ]
        if not givers:
            break
        giver = min(givers, key=heights.__getitem__)
        widths[highest] += step
        widths[giver] -= step
        for number in (highest, giver):
            heights[number] = _height(words[number], widths[number], gap)
        if max(heights) < lowest - 0.5:
            best, lowest = tuple(widths), max(heights)
    return _rounded(best)


def _is_lowest(boxes: Sequence[FlowBox], width: float, style: Style, memory: Memory) -> bool:
    """Whether each box of a column surely has its words on one line, so that no width makes the column lower."""
    return all(
        style.measure.surely_one_line(memory.once(box_words, box, style), _room(style.text(box.look.role), box, width))
        for box in boxes
    )


def _room(look: TextStyle, box: FlowBox, width: float) -> float:
    """The room in which words are estimated to stand: as if they filled it but for half a character."""
    mark = 1.4 * look.size if box.look.mark else 0.0
    return width - 2 * INSET_X - (look.size + mark) / 2


def _words(box: FlowBox, style: Style, memory: Memory) -> _Words:
    look = style.text(box.look.role)
    natural = style.measure.runs_width(memory.once(box_words, box, style).runs)
    mark = 1.4 * look.size if box.look.mark else 0.0
    return _Words(natural, look.size + mark, look.pitch, bool(box.cells) + bool(box.caption))


def _height(boxes: Sequence[_Words], width: float, gap: float) -> float:
    """About the height of a column: lines as if words filled them but for half a character."""
    total = 0.0
    for box in boxes:
        room = max(box.pitch, width - 2 * INSET_X - box.size / 2)
        total += (estimated_lines(box.natural, room) + box.lines) * box.pitch + gap
    return total
