"""A dumbbell: for each category the points of two periods on a row, the line between them, and their difference."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from math import fsum

from docgen.blocks.block import Block, Laid
from docgen.blocks.chart.categories import bar_name_lines, bar_name_room
from docgen.blocks.chart.frame import fractions
from docgen.blocks.chart.key import key_height, key_over
from docgen.blocks.chart.key_entry import items_of, with_key
from docgen.blocks.chart.texts import chart_word, number_text, short_unit, value_text, widest
from docgen.blocks.memory import Memory
from docgen.layout.style import Style
from docgen.model import Quantity
from docgen.placed import (
    Box,
    ChartAxis,
    ChartMark,
    ChartText,
    LabelPosition,
    Line,
    Mark,
    NumberFormat,
    Paragraph,
    PlacedChart,
    PlacedSeries,
    Run,
    TextBody,
    TextMark,
)
from docgen.ready import ReadyFigure
from docgen.ready.figure_rules import check_figure
from docgen.value import value

_PITCH = 1.9  # lines of text that a row takes at the least
_HIGHEST_ROW = 54.0  # points
_BESIDE = 12.0  # points beside a point, for the gap to its number
_BEFORE_DIFFERENCE = 14.0
_JOIN = 2.5  # points


@value(frozen=True, slots=True)
class DumbbellBlock(Block):
    """The figure of two series under their key; the names of its categories at the left, the differences at the right."""

    id: str
    figure: ReadyFigure
    grow: float = 1

    def lay_out(self, width: float, style: Style, memory: Memory) -> Laid:
        """A row for each category; it is never parted."""
        count, lines = len(self.figure.categories), bar_name_lines(self.figure.categories, width, style)
        head, pitch = self._head(width, style), style.text("chart").pitch
        least = head + count * pitch * max(_PITCH, lines + 0.4)
        return Laid(least, partial(self._draw, style), tallest=max(least, head + count * _HIGHEST_ROW))

    def _head(self, width: float, style: Style) -> float:
        return key_height(items_of(self._series(style)), width - fsum(self._sides(width, style)), style)

    def _sides(self, width: float, style: Style) -> tuple[float, float]:
        """The room of the categories' names at the left, and of the differences at the right."""
        printed = (*self._differences(style), chart_word("change", style))
        right = widest(printed, style, "chart_label") + _BEFORE_DIFFERENCE
        return bar_name_room(self.figure.categories, width, style), right

    def _draw(self, style: Style, box: Box) -> tuple[Mark, ...]:
        """The key, the chart, and a name and a difference for each row."""
        check_figure(self.figure)
        series, head = self._series(style), self._head(box.width, style)
        height = min(box.height - head, len(self.figure.categories) * _HIGHEST_ROW)
        names, right = self._sides(box.width, style)
        printed = tuple(self._differences(style))
        inner = Box(box.x + names, box.y + head, box.width - names - right, height)
        chart = ChartMark(self.id, inner, self._chart(series, inner, style), self.figure.alt)
        key = key_over(items_of(series), Box(inner.x, box.y, inner.width, head), style)
        *over, drawn = with_key(chart, key, style)
        return (
            *over,
            self._text("difference", chart_word("change", style), Box(inner.right, box.y, right, head), style),
            *self._column("name", self.figure.categories, Box(box.x, inner.y, names - 4, height), style),
            drawn,
            *self._column("difference", printed, Box(inner.right, inner.y, right, height), style),
        )

    def _differences(self, style: Style) -> Iterator[str]:
        for difference in self.figure.differences:
            yield "" if difference is None else self._printed(difference.amount, style)

    def _printed(self, amount: Quantity, style: Style) -> str:
        """A difference with its sign; of ranks with its direction."""
        if not self.figure.reversed or not amount.value:
            return amount.format(minus=style.pack.minus, sign=True)
        word = chart_word("rank_risen" if amount.value < 0 else "rank_fallen", style)
        return f"{replace(amount, value=abs(amount.value))}{word}"

    def _column(self, name: str, texts: tuple[str, ...], box: Box, style: Style) -> Iterator[TextMark]:
        """A text at the middle of each row."""
        height = box.height / len(texts)
        for row, text in enumerate(texts):
            if text:
                place = Box(box.x, box.y + row * height, box.width, height)
                yield self._text(f"{name}/{row + 1}", text, place, style)

    def _text(self, name: str, text: str, box: Box, style: Style) -> TextMark:
        look = style.text("chart" if name.startswith("name") else "chart_label")
        paragraph = Paragraph((Run(text, look.size, look.bold, "ink"),), look.pitch, "right")
        return TextMark(f"{self.id}/{name}", box, TextBody((paragraph,), anchor="middle"))

    def _series(self, style: Style) -> tuple[PlacedSeries, ...]:
        """The points of both periods, each with its number on the side where no line leads."""
        early, late = self.figure.series
        fills = (style.chart.muted, style.chart.highlight)
        series = []
        for own, other, colour in ((early, late, fills[0]), (late, early, fills[1])):
            pairs = zip(own.values, other.values, strict=True)
            first = own is early
            is_left = (first if a == b else ((a or 0) < (b or 0)) != self.figure.reversed for a, b in pairs)
            sides: dict[int, LabelPosition] = {row: "left" if left else "right" for row, left in enumerate(is_left)}
            unit = short_unit(self.figure.unit_of(own))
            form = NumberFormat(max(early.decimals, late.decimals), unit, style.pack.minus)
            series.append(
                PlacedSeries(
                    own.name,
                    tuple(None if value is None else float(value) for value in own.values),
                    colour,
                    "point",
                    form,
                    "circle",
                    line=Line("rule", _JOIN),
                    labels=() if self.figure.labels == "none" else tuple(sides),
                    label_positions=sides,
                    # Programs print of a point how far up it lies, which is its row.
                    label_texts={row: number_text(float(own.values[row] or 0), form) for row in sides},
                )
            )
        return tuple(series)

    def _chart(self, series: tuple[PlacedSeries, ...], box: Box, style: Style) -> PlacedChart:
        look, labels = style.text("chart"), style.text("chart_label")
        values = [value for one in series for value in one.values if value is not None]
        beside = widest((value_text(one, row) for one in series for row in one.points), style, "chart_label") + _BESIDE
        low, high = min(values), max(values)
        spare = (high - low or abs(high) or 1.0) * 0.02
        ends = (float(f"{low - spare:.6g}"), float(f"{high + spare:.6g}"))
        plot = Box(beside, 0, max(box.width * 0.2, box.width - 2 * beside), box.height)
        return PlacedChart(
            categories=self.figure.categories,
            series=series,
            grouping="dumbbell",
            horizontal=True,
            axis=ChartAxis(*ends, reversed=self.figure.reversed, visible=False),
            text=ChartText(look.size, look.colour),
            label_text=ChartText(labels.size, "ink", labels.bold),
            category_name=self.figure.x_name,
            plot=fractions(plot, box.width, box.height),
        )
