"""A figure on a page: title with its unit, native chart, notes and source; or, without data, words that say so."""

from __future__ import annotations

from dataclasses import dataclass

from docgen.blocks.chart_series import placed_chart
from docgen.layout.style import Style
from docgen.placed import Box, ChartMark, Insets, Line, Mark, Paragraph, ShapeMark, TextBody
from docgen.ready import ReadyFigure


@dataclass(frozen=True, slots=True)
class ChartBlock:
    """The native chart of a figure. It takes the height that is left, and needs at least ``least``."""

    id: str
    figure: ReadyFigure
    least: float = 110
    grow: float = 1

    def height(self, width: float, style: Style) -> float:
        """The least height in which the chart can be read, in points."""
        return self.least

    def split(self, room: float, width: float, style: Style) -> None:
        """A chart is never split."""
        return None

    def draw(self, box: Box, style: Style) -> tuple[Mark, ...]:
        """The chart, or a quiet frame with the words for missing data."""
        if self.figure.missing is not None:
            return (_missing(self.id, self.figure.missing, box, style),)
        return (ChartMark(self.id, box, placed_chart(self.figure, box, style), self.figure.alt),)


def _missing(identifier: str, words: str, box: Box, style: Style) -> ShapeMark:
    head, look = style.text("lead"), style.text("body")
    paragraphs = (
        Paragraph(head.runs(style.word("figure_missing")), head.pitch, "center", after=look.size / 2),
        Paragraph(look.runs(words), look.pitch, "center"),
    )
    return ShapeMark(
        identifier,
        box,
        fill="pale_fill",
        line=Line("rule", 0.75, "dash"),
        body=TextBody(paragraphs, Insets(12, 8, 12, 8), "middle"),
        alt=words,
    )
