"""A text of a table while the widths of columns are searched for: how high it is at a width, what it costs there, at
which widths that changes. By an estimate: each line but the last fills its room.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import fsum, inf
from typing import NamedTuple

from docgen.blocks.table.cell_text import CellText
from docgen.blocks.table.grid import RowSpans
from docgen.placed.box import ROUNDING
from docgen.typeset.text_measure import estimated_lines

# What a point of height costs in a cell, which matters where the cell is not the highest of its row.
_COST_OF_HEIGHT = 0.05
# What a point of height costs in a last line that is shorter than this (em), which looks lost.
_COST_OF_SHORT_LINE, _SHORT_LINE = 0.2, 2.2
# A text's steps end here: one line less of so many would save too little for its width.
_MOST_LINES = 8
# Surely beyond a width at which a text changes, or a height that holds a line (points).
_BEYOND = 1e-6

Line = tuple[float, float, float, float]
"""An explicit line of a text: its natural width, what stands beside it, em and pitch; points."""


class Change(NamedTuple):
    """What is new from a ``width`` on: a text, by index, with its ``height``, and how much less it costs."""

    width: float
    text: int
    height: float
    less: float


class SearchedText(NamedTuple):
    """A text in a column: the rows where it stands, the insets and spaces above and below it, its lines."""

    rows: RowSpans
    around: float
    lines: Sequence[Line]

    @classmethod
    def of(cls, text: CellText, rows: RowSpans) -> SearchedText:
        """The text of a cell that stands in these rows."""
        em, beside, pitch = text.look.em, text.look.inset_width, text.look.pitch
        lines = [
            (width * em, beside + item.around * em, em, pitch) for item in text.profile.items for width in item.widths
        ]
        return cls(rows, text.around, lines)

    def measured(self, width: float) -> tuple[float, float]:
        """The height at a width, and what it costs wherever the text stands."""
        rows, height, lines = self
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
        return height, (_COST_OF_HEIGHT * height + _COST_OF_SHORT_LINE * short_lines) * len(rows)

    def steps(self, above: float) -> Iterator[float]:
        """The widths above the given one at which the text loses a line; up to a hundredth of a point, so that no more
        lines are broken there."""
        for natural, beside, _, _ in self.lines:
            for count in range(1, _MOST_LINES + 1):
                width = beside + natural / count
                if width <= above:
                    break
                yield round(width + 0.005, 2)

    def changes(self, index: int, known: tuple[float, float], above: float, most: float) -> Iterator[Change]:
        """What changes between two widths, in its order; the text has this ``index`` in its column, and what is ``known``
        was measured at the first of them."""
        for width in sorted(self._turns(above, most)):
            height, cost = measured = self.measured(width + _BEYOND)
            if measured != known:
                yield Change(width, index, height, known[1] - cost)
                known = measured

    def _turns(self, above: float, most: float) -> set[float]:
        """The widths between two at which an explicit line takes a line less, or its last line becomes short."""
        turns: set[float] = set()
        for natural, beside, em, _ in self.lines:
            for lines in range(estimated_lines(natural - ROUNDING, max(em, above - beside)), 1, -1):
                short = beside + (natural - _SHORT_LINE * em) / (lines - 1)
                if above < short <= most:
                    turns.add(short)
                less = beside + (natural - ROUNDING) / (lines - 1)
                if less > most:
                    break
                turns.add(less)
        return turns

    def least_width(self, height: float) -> float:
        """The least width at which the text is no higher; infinite where no width makes it that low."""
        count = int((height - self.around + _BEYOND) / self.lines[0][3])
        if count < len(self.lines):
            return inf
        if len(self.lines) == 1:
            natural, beside, _, _ = self.lines[0]
            return round(beside + natural / count + 0.005, 2)
        width = min([beside for _, beside, _, _ in self.lines]) + fsum([line[0] for line in self.lines]) / count
        while True:
            counts = self._counts(width)
            if sum(counts) <= count:
                return round(width + 0.005, 2)
            turns = [
                beside + natural / (lines - 1)
                for lines, (natural, beside, _, _) in zip(counts, self.lines, strict=True)
                if lines > 1
            ]
            width = max(min(turns), width + ROUNDING)

    def next_height(self, height: float) -> float:
        """The least height above the given one at which the text has a line more."""
        pitch = self.lines[0][3]
        return self.around + (int((height - self.around) / pitch + _BEYOND) + 1) * pitch

    def _counts(self, width: float) -> list[int]:
        """The number of lines of each explicit line."""
        counts: list[int] = []
        for natural, beside, em, _ in self.lines:
            room = width - beside
            count = estimated_lines(natural - ROUNDING, room if room > em else em)
            counts.append(count if count > 1 else 1)
        return counts
