"""How a chart's series are named: by a legend, at the ends of their lines, or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from docgen.blocks.chart.frame import Frame, widest
from docgen.blocks.chart.labels.points import value_text
from docgen.blocks.chart.words import chart_word
from docgen.errors import DocgenError
from docgen.layout.style import Style
from docgen.model import ChartKind
from docgen.placed import ChartAxis, PlacedSeries
from docgen.ready import ReadyFigure

Naming = Literal["none", "legend", "direct"]

_MOST_DIRECT = 8
# So many categories may follow the lines' last points: the year of a target.
_MOST_AFTER = 1
# Of the chart's width, what names at the lines' ends may take.
_WIDEST_NAME = 0.3
# The sample of a series and the space around an entry of a legend, in em: a square, a line, a dashed line.
_SQUARE_EM, _LINE_EM, _DASHED_EM = 1.8, 3.4, 6.0
# Of the chart's width, what a legend takes.
_LEGEND_WIDTH = 0.9
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
    last = max(map(last_point, named))
    ends = [one.values[last] for one in named]
    if any(end is None for end in ends) or len(named) > _MOST_DIRECT or last < frame.count - _MOST_AFTER - 1:
        return "legend"
    if end_name_width(figure, named, style) > frame.width * _WIDEST_NAME and figure.kind is not ChartKind.SLOPE:
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
    return name if figure.labels == "none" else f"{name} {value_text(one, last_point(one))}"


def last_point(one: PlacedSeries) -> int:
    """The index of a series' last number; 0 where it has none."""
    return max((at for at, value in enumerate(one.values) if value is not None), default=0)


def end_name_width(figure: ReadyFigure, series: Sequence[PlacedSeries], style: Style) -> float:
    """The width of the widest text at the end of a line, in points."""
    return widest((end_text(figure, one, style) for one in series), style, "chart_label")


def legend_lines(
    figure: ReadyFigure, series: Sequence[PlacedSeries], width: float, height: float, style: Style
) -> int:
    """In how many lines a legend under the chart stands. DocgenError where it would leave no chart."""
    sample = _SQUARE_EM
    if any(one.kind == "line" and one.line is not None and one.line.width > 0 for one in series):
        dashed = any(one.line is not None and one.line.dash != "solid" for one in series)
        sample = _DASHED_EM if dashed else _LINE_EM
    names = [one.name for one in series if one.in_legend]
    # Programs set legends in columns as wide as the widest entry.
    entry = widest(names, style) + style.text("chart").size * sample
    lines = -(-len(names) // max(1, int(width * _LEGEND_WIDTH / entry)))
    if lines * legend_pitch(style) > height * _MOST_LEGEND:
        raise DocgenError(
            f"figure {figure.id!r} has {len(names)} series: their legend leaves no room for the chart",
            where=f"figure {figure.id}",
            expected="as many series as a reader can tell apart (about eight)",
            hint="use kind small_multiples, fewer series, shorter names, or a larger place",
        )
    return lines


def legend_pitch(style: Style) -> float:
    """From one line of a legend to the next, in points."""
    return style.text("chart").size * 1.5
