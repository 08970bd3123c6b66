"""The parts of a whole as one lying bar of 100 %, each part named over it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import partial

from docgen.blocks.block import Block, Laid
from docgen.blocks.chart.colours import slice_inks
from docgen.blocks.chart.key import key_height, key_over
from docgen.blocks.chart.key_entry import items_of, with_key
from docgen.blocks.chart.texts import label_height, short_unit, text_width, value_text
from docgen.blocks.memory import Memory
from docgen.layout.colours import readable_on
from docgen.layout.style import Style
from docgen.model import Quantity
from docgen.placed import (
    Box,
    ChartAxis,
    ChartMark,
    ChartText,
    Line,
    Mark,
    NumberFormat,
    PlacedChart,
    PlacedSeries,
)
from docgen.ready import ReadyFigure
from docgen.ready.figure_rules import check_figure
from docgen.value import value

# How thick the bar is, in points: at the least and at the most.
_THINNEST, _THICKEST = 20.0, 64.0
_EDGE = 0.5  # points of paper between two parts
_BESIDE_LABEL = 6.0  # points beside a number in its part
_WHOLE_ROW = 0  # the gap around the bar in % of it: the plot is the bar


@value(frozen=True, slots=True)
class ShareBarBlock(Block):
    """The figure of one series as a bar, as long as the block is wide, under a key with all its numbers.

    Not ``keyed``, what names its parts stands elsewhere: they then carry what part of the whole they are.
    """

    id: str
    figure: ReadyFigure
    keyed: bool = True
    grow: float = 1

    def lay_out(self, width: float, style: Style, memory: Memory) -> Laid:
        """The key and a bar that holds its numbers; higher where there is room."""
        key = self._key_height(width, style)
        least = max(_THINNEST, label_height(style) * 1.6)
        return Laid(key + least, partial(self._draw, style), tallest=key + _THICKEST)

    def _key_height(self, width: float, style: Style) -> float:
        return key_height(items_of(self._named(style)), width, style) if self.keyed else 0.0

    def _draw(self, style: Style, box: Box) -> tuple[Mark, ...]:
        """The key, and a native chart right under it."""
        check_figure(self.figure)
        key = self._key_height(box.width, style)
        height = min(_THICKEST, box.height - key)
        inner = Box(box.x, box.y + key, box.width, height)
        chart = ChartMark(self.id, inner, self._chart(inner, style), self.figure.alt)
        return with_key(chart, key_over(items_of(self._named(style)), box, style) if self.keyed else (), style)

    def _named(self, style: Style) -> tuple[PlacedSeries, ...]:
        """The parts as the key names them: with their numbers, and what part of the whole they are."""
        return tuple(
            replace(part, name=name) for part, name in zip(self._parts(style), self._names(style), strict=True)
        )

    def _names(self, style: Style) -> Iterator[str]:
        series, minus = self.figure.series[0], style.pack.minus
        shares = self.figure.shares or (None,) * len(series.values)
        for category, number, share in zip(self.figure.categories, series.values, shares, strict=True):
            printed = "－" if number is None else self._printed(number).format(minus=minus)
            yield f"{category}　{printed}{f'（{share.format(minus=minus)}）' if share is not None else ''}"

    def _printed(self, value: Decimal) -> Quantity:
        series = self.figure.series[0]
        return Quantity(value, self.figure.unit_of(series), series.decimals)

    def _parts(self, style: Style) -> tuple[PlacedSeries, ...]:
        """A series for each part, over one category."""
        series = self.figure.series[0]
        inks = slice_inks(len(series.values), style.pack)
        form = NumberFormat(series.decimals, short_unit(self.figure.unit_of(series)), style.pack.minus)
        return tuple(
            PlacedSeries(
                name=category,
                values=(None if value is None else float(value),),
                colour=inks[index],
                kind="bar",
                number_format=form,
                line=Line("paper", _EDGE),
                label_colour=readable_on(inks[index], ("ink", "paper"), style.pack.colours),
                label_position="center",
            )
            for index, (category, value) in enumerate(zip(self.figure.categories, series.values, strict=True))
        )

    def _share(self, index: int, style: Style) -> str:
        """What part of the whole a part is, where it says so itself."""
        share = self.figure.shares[index] if self.figure.shares and not self.keyed else None
        return share.format(minus=style.pack.minus) if share is not None else ""

    def _chart(self, box: Box, style: Style) -> PlacedChart:
        look, labels, parts = style.text("chart"), style.text("chart_label"), self._parts(style)
        whole = float(sum(filter(None, self.figure.series[0].values), Decimal(0)))
        return PlacedChart(
            categories=(self.figure.series[0].name,),
            series=tuple(
                self._labelled(part, self._share(index, style), box.width / whole, style)
                for index, part in enumerate(parts)
            ),
            grouping="percent",
            horizontal=True,
            axis=ChartAxis(0, 1, 0.2, NumberFormat(percent=True), visible=False),
            text=ChartText(look.size, look.colour),
            label_text=ChartText(labels.size, "ink", labels.bold),
            gap_width=_WHOLE_ROW,
            category_name=self.figure.x_name,
            category_labels=False,
            plot=Box(0, 0, 1, 1),
        )

    def _labelled(self, part: PlacedSeries, share: str, scale: float, style: Style) -> PlacedSeries:
        """The part with its number or share in it, where it is long enough; ``scale`` is points a unit of the numbers."""
        width = text_width(share or value_text(part, 0), style, "chart_label") + _BESIDE_LABEL
        has_room = self.figure.labels != "none" and (part.values[0] or 0) * scale >= width
        return replace(part, labels=(0,), label_texts={0: share} if share else {}) if has_room else part
