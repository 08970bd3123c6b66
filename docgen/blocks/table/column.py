"""A column of a table while its width is searched for: what its texts need at a width."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from docgen.blocks.table.cell_text import CellText
from docgen.blocks.table.grid import RowSpans
from docgen.blocks.table.searched_text import Change, SearchedText
from docgen.placed.box import ROUNDING
from docgen.value import value

# How many steps are tried at once.
_MOST_CANDIDATES = 5

Need = tuple[list[float], float]
"""What a column asks for at one width: the height of each row, and a cost for what does not show in the heights."""


@value(frozen=True, slots=True)
class ColumnLimits:
    """Widths in points: never below ``least``, rather not below ``wanted``, never above ``most``."""

    least: float
    wanted: float
    most: float


@value(frozen=True, slots=True)
class ColumnTexts:
    """The texts of a column: those that gain by width, and the ``heights`` of the rows by all others."""

    gaining: Sequence[SearchedText]
    heights: Sequence[float]

    @classmethod
    def of(cls, texts: Iterable[tuple[CellText, RowSpans]], rows: int, width: float) -> ColumnTexts:
        """Those of a column that is at least ``width`` wide, of a table of so many ``rows``."""
        heights = [0.0] * rows
        gaining: list[SearchedText] = []
        for text, spans in texts:
            if text.stays_unbroken(width):
                _put(heights, spans, text.unbroken_height)
            else:
                gaining.append(SearchedText.of(text, spans))
        return cls(gaining, heights)


@dataclass(slots=True)
class SearchedColumn:
    """A column during the search, at its present ``width`` with its present ``need``.

    ``steps`` are the widths at which a text loses a line. Between two ``changes`` the need is the same: ``known`` are
    the needs found so far, by how many changes they are after.
    """

    texts: Sequence[SearchedText]
    steps: Sequence[float]
    changes: Sequence[Change]
    limits: ColumnLimits
    width: float
    need: Need
    known: dict[int, Need]

    @classmethod
    def of(cls, texts: ColumnTexts, limits: ColumnLimits, width: float, widest: float) -> SearchedColumn:
        """A column that is at least ``width`` wide, and never wider than ``widest``."""
        heights, cost = list(texts.heights), 0.0
        steps: set[float] = set()
        changes: list[Change] = []
        for index, text in enumerate(texts.gaining):
            measured = text.measured(width)
            _put(heights, text.rows, measured[0])
            cost += measured[1]
            steps.update(text.steps(width))
            changes.extend(text.changes(index, measured, width, min(widest, limits.most)))
        changes.sort()
        need = heights, cost
        return cls(texts.gaining, sorted(steps), changes, limits, width, need, {0: need})

    def need_at(self, width: float) -> Need:
        """The need of the column's texts at this width, or at the width of the start where that is wider."""
        passed = bisect_right(self.changes, (width, len(self.texts)))
        need = self.known.get(passed)
        if need is None:
            need = self.known[passed] = self._after(passed)
        return need

    def _after(self, passed: int) -> Need:
        """The need after so many changes, from the nearest one that is known."""
        nearest = max([count for count in self.known if count < passed])
        known, cost = self.known[nearest]
        heights = known.copy()
        for _, text, height, less in self.changes[nearest:passed]:
            cost -= less
            _put(heights, self.texts[text].rows, height)
        return heights, cost

    def become(self, width: float) -> None:
        """Take another width."""
        self.width, self.need = width, self.need_at(width)

    def candidates(self, most: float) -> Sequence[float]:
        """The next widths at which a cell loses a line, up to ``most``: the nearest, and the farthest."""
        if not self.steps:
            return self.steps
        begin = bisect_right(self.steps, self.width + ROUNDING)
        end = bisect_right(self.steps, min(most, self.limits.most))
        if end - begin <= _MOST_CANDIDATES:
            return self.steps[begin:end]
        return [*self.steps[begin : begin + _MOST_CANDIDATES - 1], self.steps[end - 1]]


def _put(heights: list[float], rows: RowSpans, height: float) -> None:
    """Put the height of a text into those of its rows; only one of a column's texts stands in a row.

    The height of a cell that is merged over rows is spread over them.
    """
    for first, span in rows:
        if span == 1:
            heights[first] = height
        else:
            heights[first : first + span] = [height / span] * span
