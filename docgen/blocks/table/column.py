"""A column of a table while its width is searched for: what its texts need at a width, by an estimate of lines."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from docgen.blocks.table.cell_text import CellText
from docgen.blocks.table.grid import RowSpans
from docgen.placed.box import ROUNDING
from docgen.typeset.text_measure import estimated_lines
from docgen.value import value

# What a point of height costs in a cell, which matters where the cell is not the highest of its row.
_COST_OF_HEIGHT = 0.05
# What a point of height costs in a last line that is shorter than this (em), which looks lost.
_COST_OF_SHORT_LINE, _SHORT_LINE = 0.2, 2.2
# A text's steps end here: one line less of so many would save too little for its width.
_MOST_LINES = 8
# How many steps are tried at once.
_MOST_CANDIDATES = 5

_Line = tuple[float, float, float, float]
"""An explicit line of a text: its natural width, what stands beside it, em and pitch; points."""
Need = tuple[list[float], float]
"""What a column asks for at one width: the height of each row, and a cost for what does not show in the heights."""


@value(frozen=True, slots=True)
class ColumnLimits:
    """Widths in points: never below ``least``, rather not below ``wanted``, never above ``most``."""

    least: float
    wanted: float
    most: float


class _Text(NamedTuple):
    """A text in a column: the rows where it stands, the insets and spaces above and below it, its lines."""

    rows: RowSpans
    around: float
    lines: Sequence[_Line]


@dataclass(slots=True)
class SearchedColumn:
    """A column during the search, at its present ``width`` with its present ``need``.

    ``texts`` are those that gain by width, ``fixed`` is what the others need at any width; ``steps`` are the
    widths at which a text loses a line; ``known`` are the needs at the widths tried so far.
    """

    texts: Sequence[_Text]
    fixed: Need
    steps: list[float]
    limits: ColumnLimits
    width: float
    need: Need
    known: dict[float, Need]

    @classmethod
    def of(
        cls, texts: Iterable[tuple[CellText, RowSpans]], rows: int, limits: ColumnLimits, width: float
    ) -> SearchedColumn:
        """A column that is at least ``width`` wide, of a table of so many ``rows``."""
        fixed: list[_Text] = []
        gaining: list[_Text] = []
        for text, spans in texts:
            if text.stays_unbroken(width):
                fixed.append(_Text(spans, text.unbroken_height, ()))
            else:
                gaining.append(_Text(spans, text.around, _lines(text)))
        need = _need(fixed, width, ([0.0] * rows, 0.0))
        return cls(gaining, need, _steps(gaining, width), limits, width, _need(gaining, width, need), {})

    def need_at(self, width: float) -> Need:
        """The need of the column's texts at this width."""
        need = self.known.get(width)
        if need is None:
            need = self.known[width] = _need(self.texts, width, self.fixed)
        return need

    def become(self, width: float) -> None:
        """Take another width."""
        self.width, self.need = width, self.need_at(width)

    def candidates(self, most: float) -> list[float]:
        """The next widths at which a cell loses a line, up to ``most``: the nearest, and the farthest."""
        if not self.steps:
            return self.steps
        begin = bisect_right(self.steps, self.width + ROUNDING)
        end = bisect_right(self.steps, min(most, self.limits.most))
        if end - begin <= _MOST_CANDIDATES:
            return self.steps[begin:end]
        return [*self.steps[begin : begin + _MOST_CANDIDATES - 1], self.steps[end - 1]]


def _lines(text: CellText) -> list[_Line]:
    em, beside, pitch = text.look.em, text.look.inset_width, text.look.pitch
    return [(width * em, beside + item.around * em, em, pitch) for item in text.profile.items for width in item.widths]


def _steps(texts: Iterable[_Text], above: float) -> list[float]:
    """The widths above the given one at which a text loses a line, by the estimate; up to a hundredth of a
    point, so that no more lines are broken there."""
    widths: set[float] = set()
    for text in texts:
        for natural, beside, _, _ in text.lines:
            for count in range(1, _MOST_LINES + 1):
                width = beside + natural / count
                if width <= above:
                    break
                widths.add(round(width + 0.005, 2))
    return sorted(widths)


def _need(texts: Sequence[_Text], width: float, fixed: Need) -> Need:
    """What the texts need at a width, beside what is ``fixed``; only one of a column's texts stands in a row.

    The height of a cell that is merged over rows is spread over them.
    """
    heights, cost = fixed[0].copy(), fixed[1]
    for spans, height, lines in texts:
        short_lines = 0.0
        for natural, beside, em, pitch in lines:
            room = width - beside
            if room < em:
                room = em
            if natural - ROUNDING <= room:
                height += pitch
                continue
            count = estimated_lines(natural - ROUNDING, room)
            if natural - (count - 1) * room < _SHORT_LINE * em:
                short_lines += pitch
            height += count * pitch
        cost += (_COST_OF_HEIGHT * height + _COST_OF_SHORT_LINE * short_lines) * len(spans)
        for first, span in spans:
            if span == 1:
                heights[first] = height
            else:
                heights[first : first + span] = [height / span] * span
    return heights, cost
