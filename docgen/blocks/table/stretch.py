"""Where a table's spare height goes: between the texts of its rows, so that they stand evenly, and between a cell's items.

A row's texts stand in its middle, so between the texts of two rows lies half of what each row has beyond its own. The
rows' ends are drawn where these gaps are even: a row that a merged cell has made high gets nothing more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from math import fsum
from typing import NamedTuple

from docgen.blocks.table.cell_text import CellText
from docgen.blocks.table.layout import MergedNeed, RowNeeds, TableLayout, row_height
from docgen.placed import TextBody
from docgen.placed.box import ROUNDING
from docgen.value import value

# Where the gaps between texts would be wider than the first, rows with items are made higher than the others; where they
# would be wider than the second, such a part of a gap is left below the table.
_WIDE, _WIDEST, _BELOW = 48.0, 59.5, 0.25
# A cell with items keeps so much over and under them; what it has beyond that stands between them, up to so many times
# their height and so many times their pitch.
_AROUND, _OF_ITEM, _OF_PITCH = 24.0, 0.7, 1.25
# The level of the gaps is found in a few tries, at each of which fewer rows take part; the step tells how steep it is.
_TRIES, _STEP = 40, 0.01


class Stretched(NamedTuple):
    """The heights of a table's rows in points, and whether the items in its cells stand ``apart``."""

    heights: tuple[float, ...]
    apart: bool = False


def stretched(layout: TableLayout, room: float, most: float) -> Stretched:
    """The rows grown into ``room``, the body rows by ``most`` points each on average at the most.

    Where the gaps between texts would be wide, rows with items get more, and some of the room stays below the table: no
    more than in a gap.
    """
    head, body = layout.heights[: layout.header_rows], layout.heights[layout.header_rows :]
    spare = room - layout.height
    if not body or spare <= ROUNDING:
        return Stretched(layout.heights)
    given = min(spare, most * len(body))
    gaps = _gaps(layout, layout.needs)
    gifts = gaps.gifts(gaps.level(given))
    apart = gaps.widest(gifts) > _WIDE
    if apart:
        gaps = _gaps(layout, _needs_apart(layout))
        gifts = gaps.gifts(gaps.level(given))
    if gaps.widest(gifts) > _WIDEST:
        gifts = gaps.gifts(min(gaps.level(given), gaps.level(spare, below=_BELOW)))
    return Stretched((*head, *(height + gift for height, gift in zip(body, gifts, strict=True))), apart)


@value(frozen=True, slots=True)
class _Gaps:
    """What body rows have beyond their texts, in points: ``rows`` for each, ``merged`` for the cells over several."""

    rows: tuple[float, ...]
    merged: tuple[tuple[int, int, float], ...]

    def gifts(self, level: float) -> list[float]:
        """What rows get so that none of them, and no merged cell, has less beyond its text than ``level``."""
        gifts = [max(0.0, level - gap) for gap in self.rows]
        for row, span, gap in self.merged:
            share = (level - gap) / span
            for index in range(row, row + span):
                gifts[index] = max(gifts[index], share)
        return gifts

    def widest(self, gifts: Sequence[float]) -> float:
        """The widest gap between the texts of rows with these gifts; beside the text of a merged cell there is none."""
        visible = [gap + gift for gap, gift in zip(self.rows, gifts, strict=True)]
        for row, span, gap in self.merged:
            left = gap + fsum(gifts[row : row + span])
            for index in range(row, row + span):
                visible[index] = min(visible[index], left)
        return max([(upper + lower) / 2 for upper, lower in pairwise([0.0, *visible, 0.0])])

    def level(self, spare: float, below: float = 0.0) -> float:
        """The level at which the gifts, and a part of the level ``below`` the table, take all of the spare height.

        They grow with the level, ever more steeply and in straight lines: from above, each line ends nearer to it.
        """
        level = max(self.rows) + spare
        for _ in range(_TRIES):
            beyond = self._taken(level, below) - spare
            if beyond <= ROUNDING:
                break
            level -= beyond * _STEP / (spare + beyond - self._taken(level - _STEP, below))
        return level

    def _taken(self, level: float, below: float) -> float:
        return fsum(self.gifts(level)) + below * level


def _gaps(layout: TableLayout, needs: RowNeeds) -> _Gaps:
    """The gaps of the body rows of a table at its least height, where its texts need so much."""
    around = layout.texts[0].look.inset_height if layout.texts else 0.0
    head = layout.header_rows
    rows = [around + height - row_height(need) for height, need in zip(layout.heights, needs.rows, strict=True)]
    merged = [
        (row - head, span, around + fsum(layout.heights[row : row + span]) - row_height(need))
        for row, span, need in needs.merged
        if row >= head
    ]
    return _Gaps(tuple(rows[head:]), tuple(merged))


def _needs_apart(layout: TableLayout) -> RowNeeds:
    """What the texts of a table need where the items of its cells stand as far apart as they may."""
    rows, merged = list(layout.needs.rows), []
    for area in layout.grid.areas:
        text, width = layout.text_of(area.column_cell)
        need = text.height(width)
        if len(text.cell.items) > 1:
            need += len(_heads(text)) * _most_apart(text, need)
        if area.row_span == 1:
            rows[area.row] = max(rows[area.row], need)
        else:
            merged.append(MergedNeed(area.row, area.row_span, need))
    return RowNeeds(tuple(rows), tuple(merged))


def items_spread(body: TextBody, text: CellText, width: float, height: float) -> TextBody:
    """The text of a cell in a place of ``width`` × ``height`` points, its items apart as far as that has room.

    Items below another one stay with it.
    """
    if len(text.cell.items) < 2 or body.anchor != "middle":
        return body
    need, heads = text.height(width), _heads(text)
    spare = height + text.look.inset_height - 2 * _AROUND - need
    if not heads or spare <= 0:
        return body
    more = round(min(spare / len(heads), _most_apart(text, need)), 2)
    paragraphs = [
        replace(paragraph, after=paragraph.after + more) if place + 1 in heads else paragraph
        for place, paragraph in enumerate(body.paragraphs)
    ]
    return replace(body, paragraphs=tuple(paragraphs))


def _heads(text: CellText) -> list[int]:
    """The items after the first that are of its rank."""
    first, *others = [(item.level, bool(item.bullet)) for item in text.cell.items]
    return [place for place, rank in enumerate(others, start=1) if rank == first]


def _most_apart(text: CellText, height: float) -> float:
    """How much more there may be between the items of a cell that is so high: less where they have one line each."""
    item = (height - text.around) / len(text.cell.items)
    return min(_OF_ITEM * item, _OF_PITCH * text.look.pitch)
