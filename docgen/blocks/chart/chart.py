"""The native chart of a figure, or, without data, words that say so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from docgen.blocks.block import Block, Laid
from docgen.blocks.chart.categories import bar_name_lines
from docgen.blocks.chart.multiples import SmallChart, least_height, small_charts
from docgen.blocks.chart.pie import round_chart
from docgen.blocks.chart.plot import axis_chart
from docgen.blocks.chart.series import drawn_kinds
from docgen.blocks.chart.texts import chart_word, short_unit, text_width
from docgen.blocks.memory import Memory
from docgen.layout.style import Style
from docgen.model import ChartKind
from docgen.placed import (
    Align,
    Box,
    ChartMark,
    Insets,
    Line,
    Mark,
    Paragraph,
    PlacedChart,
    Run,
    ShapeMark,
    TextBody,
    TextMark,
)
from docgen.ready import ReadyFigure
from docgen.ready.figure_rules import check_figure

_SIDES: dict[str, Align] = {"unit": "left", "second-unit": "right", "forecast": "right"}
# A bar's row in lines of its name, at the least.
_BAR_PITCH = 1.25
_LEAST_SPARKLINE = 20.0
# The height of a chart at the ladder's middle step, in points.
_COMFORTABLE = 145.0


@dataclass(frozen=True, slots=True)
class ChartBlock(Block):
    """The native chart of a figure. It takes the height that is left, and needs at least ``least``.

    ``unit_stated`` says that the unit stands in the figure's title; else it stands over the axis.
    """

    id: str
    figure: ReadyFigure
    least: float = 110
    grow: float = 1
    unit_stated: bool = True

    def lay_out(self, width: float, style: Style, memory: Memory) -> Laid:
        """A native chart; it is never parted."""
        return Laid(self._least_height(width, style), partial(self._draw, style))

    def _least_height(self, width: float, style: Style) -> float:
        """The least height in which the chart reads well at this step of the ladder, in points."""
        figure, pitch = self.figure, style.text("chart").size * _BAR_PITCH
        if figure.missing is not None:
            return self.least
        if figure.kind is ChartKind.SPARKLINE:
            return _LEAST_SPARKLINE
        if figure.kind is ChartKind.SMALL_MULTIPLES:
            return max(self.least, least_height(len(figure.series), width))
        if figure.kind.is_horizontal:
            series = 1 if figure.kind.is_stacked else max(1, len(figure.series))
            lines = max(series, bar_name_lines(figure.categories, width, style))
            return max(min(self.least, 60.0), (len(figure.categories) * lines + 2) * pitch)
        # Where the page is set generously the chart is as well, though never higher than it is wide.
        return max(self.least, min(style.space(_COMFORTABLE), 0.8 * width))

    def _draw(self, style: Style, box: Box) -> tuple[Mark, ...]:
        """The chart with what stands over its plot, or a quiet frame with the words for missing data."""
        figure = self.figure
        if figure.missing is not None:
            return (_missing(self.id, figure.missing, box, style),)
        if figure.kind.is_round:
            return (ChartMark(self.id, box, round_chart(figure, box, style), figure.alt),)
        if figure.kind is ChartKind.SMALL_MULTIPLES:
            check_figure(figure)
            return self._multiples(box, style)
        drawn = axis_chart(figure, box, style)
        texts = self._over(drawn.categories.marks_forecast, style)
        if not texts:
            return (ChartMark(self.id, box, drawn.chart, figure.alt),)
        head = style.text("chart").pitch
        rest = Box(box.x, box.y + head, box.width, box.height - head)
        chart = ChartMark(self.id, rest, axis_chart(figure, rest, style).chart, figure.alt)
        return (*self._strip(texts, box, style), chart)

    def _over(self, forecast_marked: bool, style: Style) -> dict[str, str]:
        """What stands in a line over the chart: units that no title says, and how a forecast is drawn."""
        figure = self.figure
        texts: dict[str, str] = {}
        second = next((one.unit for one in figure.series if one.secondary and one.unit), "")
        stated = self.unit_stated or _on_each_number(figure)
        if figure.kind.has_value_axis and not (stated and second in ("", figure.unit)):
            note = chart_word("unit_note", style)
            texts |= {"unit": note.format(unit=figure.unit)} if figure.unit else {}
            texts |= {"second-unit": note.format(unit=second)} if second else {}
        if figure.forecast_from is not None and not forecast_marked:
            lines = any(kind == "line" for kind in drawn_kinds(figure))
            texts["forecast"] = chart_word("forecast_dashed" if lines else "forecast_paler", style)
        return texts

    def _strip(self, texts: dict[str, str], box: Box, style: Style) -> Iterator[Mark]:
        look = style.text("chart")
        for name, text in texts.items():
            width = min(box.width / 3, text_width(text, style) + 4)
            x = box.x if name == "unit" else box.right - width
            if name == "forecast" and "second-unit" in texts:
                x = box.x + (box.width - width) / 2
            paragraph = Paragraph((Run(text, look.size, look.bold, look.colour),), look.pitch, _SIDES[name])
            place = Box(x, box.y, width, look.pitch)
            yield TextMark(f"{self.id}/{name}", place, TextBody((paragraph,)))

    def _multiples(self, box: Box, style: Style) -> tuple[Mark, ...]:
        marks: list[Mark] = []
        for at, chart in enumerate(small_charts(self.figure, box, style)):
            identifier = f"{self.id}/{at + 1}"
            alt = self.figure.alt if at == 0 else f"{self.figure.title} {chart.name}".strip()
            drawn = axis_chart(chart.figure, chart.plot, style)
            marks.append(_small_title(f"{identifier}/name", chart, style))
            marks.append(ChartMark(identifier, chart.plot, drawn.chart, alt))
        return tuple(marks)


def _on_each_number(figure: ReadyFigure) -> bool:
    """Whether every number of lying bars carries the unit, and no axis has numbers without it."""
    return figure.kind is ChartKind.BAR and figure.labels in ("all", "ends") and bool(short_unit(figure.unit))


def placed_chart(figure: ReadyFigure, box: Box, style: Style) -> PlacedChart:
    """The chart of a figure of one chart, to be drawn in ``box``."""
    if figure.kind.is_round:
        return round_chart(figure, box, style)
    return axis_chart(figure, box, style).chart


def _small_title(identifier: str, chart: SmallChart, style: Style) -> TextMark:
    look = style.text("chart")
    return TextMark(
        identifier,
        chart.title,
        TextBody(
            (Paragraph((Run(chart.name, look.size, True, "ink"),), look.pitch),), Insets(left=4), "middle"
        ),
    )


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
