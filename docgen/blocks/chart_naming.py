"""How a chart's series are named: by a legend, at the ends of their lines, or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from docgen.blocks.chart_frame import Frame, text_width, widest
from docgen.blocks.chart_labels import value_text
from docgen.blocks.chart_words import chart_word
from docgen.errors import DocgenError
from docgen.layout.style import Style
from docgen.placed import ChartAxis, PlacedSeries
from docgen.ready import ReadyFigure

Naming = Literal["none", "legend", "direct"]

_MOST_DIRECT = 8
# Of the chart's width, what names at the lines' ends may take.
_WIDEST_NAME = 0.3
# The sample of a series and the space around an entry of a legend, in em.
_ENTRY_EM = 3.2
# A legend that takes more than this share of the height leaves no chart.
_MOST_LEGEND = 0.4


def naming(
    figure: ReadyFigure, series: Sequence[PlacedSeries], axis: ChartAxis, frame: Frame, style: Style
) -> Naming:
    """What names the series of a chart; ``frame`` is the one with room for names at the right."""
    named = [one for one in series if one.in_legend]
    if len(named) <= 1:
        return "none"
    if figure.series_labels == "legend" or any(one.kind != "line" or one.secondary for one in named):
        return "legend"
    ends = [one.values[-1] for one in named]
    if any(end is None for end in ends) or len(named) > _MOST_DIRECT:
        return "legend"
    if end_name_width(figure, named, style) > frame.width * _WIDEST_NAME and figure.kind != "slope":
        return "legend"
    if figure.series_labels == "direct":
        return "direct"
    across = [one.values[-1] for one in series if not one.in_legend and one.values[-1] is not None]
    heights = sorted(frame.across(value, axis) for value in (*ends, *across) if value is not None)
    pitch = style.text("chart_label").size * 1.1
    apart = all(second - first >= pitch for first, second in pairwise(heights))
    return "direct" if apart else "legend"


def end_text(figure: ReadyFigure, one: PlacedSeries, style: Style) -> str:
    """What stands at the end of a line: the name and, where values are labelled, the last value."""
    name = one.name if one.dash_from is None else chart_word("forecast_of", style).format(name=one.name)
    return name if figure.labels == "none" else f"{name} {value_text(one, len(one.values) - 1)}"


def end_name_width(figure: ReadyFigure, series: Sequence[PlacedSeries], style: Style) -> float:
    """The width of the widest text at the end of a line, in points."""
    return widest((end_text(figure, one, style) for one in series), style, "chart_label")


def legend_lines(
    figure: ReadyFigure, series: Sequence[PlacedSeries], width: float, height: float, style: Style
) -> int:
    """In how many lines a legend under the chart stands. DocgenError where it would leave no chart."""
    size, room = style.text("chart").size, width * 0.95
    widths = [text_width(one.name, style) + size * _ENTRY_EM for one in series if one.in_legend]
    # Programs set legends in columns as wide as the widest entry.
    per_line = max(1, int(room / max(widths, default=1.0)))
    lines = 1 if sum(widths) <= room else -(-len(widths) // per_line)
    if lines * legend_pitch(style) > height * _MOST_LEGEND:
        raise DocgenError(
            f"figure {figure.id!r} has {len(widths)} series: their legend leaves no room for the chart",
            where=f"figure {figure.id}",
            expected="as many series as a reader can tell apart (about eight)",
            hint="use kind small_multiples, fewer series, shorter names, or a larger place",
        )
    return lines


def legend_pitch(style: Style) -> float:
    """From one line of a legend to the next, in points."""
    return style.text("chart").size * 1.5
