"""The native chart of a figure, or, without data, words that say so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from docgen.blocks.block import Block, Laid
from docgen.blocks.chart.annotations.lanes import height_over
from docgen.blocks.chart.annotations.marks import annotation_marks
from docgen.blocks.chart.axis import is_scale
from docgen.blocks.chart.categories import bar_name_lines
from docgen.blocks.chart.key import height_of_wide_names, slice_key_height
from docgen.blocks.chart.key_entry import with_key
from docgen.blocks.chart.multiples import TITLE_INSET, least_height, small_charts
from docgen.blocks.chart.pie import round_chart, round_parts
from docgen.blocks.chart.plot import axis_chart
from docgen.blocks.chart.room import room_for_labels
from docgen.blocks.chart.row import row_edges
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
from docgen.value import value

_SIDES: dict[str, Align] = {"unit": "left", "second-unit": "right", "forecast": "right"}
# A bar's row in lines of its name, and the height of a chart of bars, at the least.
_BAR_PITCH, _LEAST_OF_BARS = 1.25, 60.0
# What a chart of bars needs beside them, in rows, where the numbers of a scale stand under it.
_ROWS_OF_A_SCALE = 4
_LEAST_SPARKLINE = 20.0
# The height of a chart at the ladder's middle step, in points, and of its width at the most.
_COMFORTABLE, _HIGHEST = 145.0, 0.8


@value(frozen=True, slots=True)
class ChartBlock(Block):
    """The native chart of a figure. It takes the height that is left, and needs at least ``least``.

    ``unit_stated`` says that the unit stands in the figure's title; else it stands over the axis. ``row`` are the
    figures of charts side by side with this one among them: their plots begin and end at one height, under a line of
    texts where one of them has such (``units_in_row``: units).
    """

    id: str
    figure: ReadyFigure
    least: float = 110
    grow: float = 1
    unit_stated: bool = True
    row: tuple[ReadyFigure, ...] = ()
    units_in_row: bool = False

    def lay_out(self, width: float, style: Style, memory: Memory) -> Laid:
        """A native chart; it is never parted."""
        return Laid(self._least_height(width, style), partial(self._draw, style))

    def estimate(self, width: float, style: Style, memory: Memory) -> float:
        """The least height, which is soon told."""
        return self._least_height(width, style)

    def _least_height(self, width: float, style: Style) -> float:
        """The least height in which the chart reads well at this step of the ladder, in points."""
        figure, kind = self.figure, self.figure.kind
        if figure.missing is not None:
            return self.least
        if kind is ChartKind.SPARKLINE:
            return _LEAST_SPARKLINE
        if kind is ChartKind.SMALL_MULTIPLES:
            return max(self.least, least_height(figure, width, style))
        if kind.is_horizontal:
            bars = 1 if kind.is_stacked else max(1, len(figure.series))
            lines = max(bars, bar_name_lines(figure.categories, width, style))
            pitch = style.text("chart").size * _BAR_PITCH
            rows = len(figure.categories) * lines + (_ROWS_OF_A_SCALE if is_scale(figure) else 2)
            return max(min(self.least, _LEAST_OF_BARS), rows * pitch) + self._height_of_wide_names(width, style)
        # Where the page is set generously the chart is as well, though never higher than it is wide.
        least = max(self.least, min(style.space(_COMFORTABLE), _HIGHEST * width))
        if kind.is_round:
            return max(least, slice_key_height(figure.categories, width, style))
        return least + height_over(figure, width, style) + self._height_of_wide_names(width, style)

    def _height_of_wide_names(self, width: float, style: Style) -> float:
        """What a key takes whose names have several lines."""
        names = [series.name for series in self.figure.series]
        return height_of_wide_names(names, width, style) if len(names) > 1 else 0.0

    def _draw(self, style: Style, box: Box) -> tuple[Mark, ...]:
        """The chart with what stands over its plot, or a quiet frame with the words for missing data."""
        figure = self.figure
        if figure.missing is not None:
            return (_missing(self.id, figure.missing, box, style),)
        if figure.kind.is_round:
            chart, inner, key = round_parts(figure, box, style)
            return with_key(ChartMark(self.id, inner, chart, figure.alt), key, style)
        if figure.kind is ChartKind.SMALL_MULTIPLES:
            check_figure(figure)
            return tuple(self._multiples(box, style))
        edges = row_edges(self.row, figure, box, style, units_over=self.units_in_row)
        drawn = axis_chart(figure, box, style, edges)
        texts = self._texts_over(drawn.forecast_word, style)
        if texts:
            head = style.text("chart").pitch
            rest = Box(box.x, box.y + head, box.width, box.height - head)
            drawn = axis_chart(figure, rest, style, replace(edges, top=edges.top - head))
        mark = ChartMark(self.id, drawn.box, drawn.chart, figure.alt)
        foot = drawn.plot.frame.plot.y - room_for_labels(drawn.plot, style)
        behind, over = annotation_marks(self.id, drawn.plot, drawn.box, foot, style)
        return (*self._line_over(texts, box, style), *behind, *with_key(mark, drawn.key, style), *over)

    @property
    def has_units_over(self) -> bool:
        """Whether units that no title states stand in a line over the chart."""
        return bool(self._units_over())

    def _texts_over(self, forecast: str, style: Style) -> dict[str, str]:
        """The texts in a line over the chart, by their names: units that no title states, how a forecast is drawn.

        ``forecast`` is the key of the word for the latter, if it is to be said.
        """
        texts = {name: chart_word("unit_note", style).format(unit=unit) for name, unit in self._units_over().items()}
        if forecast:
            texts["forecast"] = chart_word(forecast, style)
        return texts

    def _units_over(self) -> dict[str, str]:
        """The units that no title states, by the names of their texts."""
        figure = self.figure
        second_unit = next((series.unit for series in figure.series if series.secondary and series.unit), "")
        stated = (self.unit_stated or _is_unit_on_bars(figure)) and second_unit in ("", figure.unit)
        if not figure.kind.has_value_axis or stated:
            return {}
        units = {"unit": figure.unit, "second-unit": second_unit}
        return {name: unit for name, unit in units.items() if unit}

    def _line_over(self, texts: dict[str, str], box: Box, style: Style) -> Iterator[TextMark]:
        look = style.text("chart")
        for name, text in texts.items():
            width = min(box.width / 3, text_width(text, style) + 4)
            x = box.x if name == "unit" else box.right - width
            if name == "forecast" and "second-unit" in texts:
                x = box.x + (box.width - width) / 2
            paragraph = Paragraph((Run(text, look.size, look.bold, look.colour),), look.pitch, _SIDES[name])
            yield TextMark(f"{self.id}/{name}", Box(x, box.y, width, look.pitch), TextBody((paragraph,)))

    def _multiples(self, box: Box, style: Style) -> Iterator[Mark]:
        """A name and a chart for each series; the first chart's alternative text is that of the figure."""
        look = style.text("chart")
        for number, small in enumerate(small_charts(self.figure, box, style), start=1):
            name = Paragraph((Run(small.name, look.size, True, "ink"),), look.pitch)
            yield TextMark(f"{self.id}/{number}/name", small.title, TextBody((name,), Insets(left=TITLE_INSET), "middle"))
            alt = self.figure.alt if number == 1 else f"{self.figure.title} {small.name}".strip()
            chart = axis_chart(small.figure, small.plot, style).chart
            yield ChartMark(f"{self.id}/{number}", small.plot, chart, alt)


def placed_chart(figure: ReadyFigure, box: Box, style: Style) -> PlacedChart:
    """The chart of a figure, to be drawn in ``box``. Small multiples are several charts: see ChartBlock."""
    if figure.kind.is_round:
        return round_chart(figure, box, style)
    return axis_chart(figure, box, style).chart


def _is_unit_on_bars(figure: ReadyFigure) -> bool:
    """Whether every number of lying bars carries the unit, and no axis has numbers without it."""
    return figure.kind is ChartKind.BAR and figure.labels in ("all", "ends") and bool(short_unit(figure.unit))


def _missing(identifier: str, words: str, box: Box, style: Style) -> ShapeMark:
    """A quiet frame that says that there is no data yet, and in ``words`` why."""
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
