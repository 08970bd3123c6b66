"""How wide the columns of a flow are: as their shares say, or shifted so that the fullest one gets lower."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

from docgen.blocks.flow.boxes import FlowBox, FlowColumn
from docgen.blocks.flow.text import INSET_X, box_words
from docgen.blocks.memory import Memory
from docgen.layout.style import Style
from docgen.typeset.text_measure import estimated_lines
from docgen.value import value

# A shift moves this part of the width; a column keeps at least this part of its share.
_SHIFT = 0.015
_LEAST_PART = 0.75
_MOST_SHIFTS = 14


@value(frozen=True, slots=True)
class _Words:
    """What is known of a box before its width: its text's width, size and pitch, and how many lines it has beside."""

    natural: float
    size: float
    pitch: float
    lines: int


def shared_widths(columns: Sequence[FlowColumn], width: float) -> tuple[float, ...]:
    """The columns' widths by their shares of ``width`` (without gutters)."""
    total = sum(column.share for column in columns)
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
    words = [[memory.once(_words, box, style, memory) for box in column.boxes] for column in columns]
    widths = list(shared_widths(columns, width))
    least = [_LEAST_PART * share for share in widths]
    heights = [_height(boxes, share, gap) for boxes, share in zip(words, widths, strict=True)]
    step = width * _SHIFT
    best, lowest = tuple(widths), max(heights)
    for _ in range(_MOST_SHIFTS):
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
