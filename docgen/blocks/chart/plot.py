"""A chart with axes: from a ready figure to a placed chart."""

from __future__ import annotations

import math

from docgen.blocks.chart.annotations.bands import band_ends
from docgen.blocks.chart.axis import chart_axes, is_scale
from docgen.blocks.chart.categories import (
    PrintedCategories,
    broken_bar_names,
    check_names,
    printed_categories,
)
from docgen.blocks.chart.frame import Content, Frame, Plot, fractions, framed
from docgen.blocks.chart.key import beside_width, key_beside, key_items, key_over
from docgen.blocks.chart.key_entry import KeyEntry
from docgen.blocks.chart.labels.placing import every_bar_is_labelled, labelled_series
from docgen.blocks.chart.line_parts import in_parts
from docgen.blocks.chart.names import (
    Naming,
    legend_height,
    naming,
    over_height,
    with_end_names,
    with_first_names,
)
from docgen.blocks.chart.room import room_around
from docgen.blocks.chart.series import data_series, drawn_kinds, target_series, total_series, with_target_rows
from docgen.blocks.chart.time_places import spread_over_time
from docgen.blocks.chart.waterfall import waterfall_series
from docgen.layout.style import Style, line
from docgen.model import ChartKind
from docgen.placed import Box, ChartText, PlacedChart
from docgen.ready import ReadyFigure
from docgen.ready.figure_rules import check_figure
from docgen.value import value
from docgen.with_fields import with_fields

# Columns and bars are never thicker than this, in points, so that few categories do not look enormous.
_WIDEST_COLUMN, _WIDEST_OF_SEVERAL = 64.0, 48.0
_THICKEST_BAR, _THICKEST_OF_SEVERAL = 24.0, 18.0
_MOST_GAP = 500
# Columns on an axis of time whose places are narrower, in points, stand nearly side by side: in % of a column.
_NARROW_SLOT, _NARROW_GAP = 16.0, 15
# What names all series of charts side by side where it stands at one of them.
_KEYS = ("legend", "beside", "over")
_WIDEST_SLOPE = 420.0
_LEAST_MARKER_SLOT = 11.0  # points from one marker to the next


@value(frozen=True, slots=True)
class DrawnChart:
    """A chart with its box on the page, the key beside or over it, and what it was made from.

    ``forecast_word`` is the key of the word that says how a forecast is drawn; empty where the chart itself does.
    """

    chart: PlacedChart
    plot: Plot
    box: Box
    key: tuple[KeyEntry, ...]
    forecast_word: str


@value(frozen=True, slots=True)
class Edges:
    """What charts side by side share: points from their top to their plots, and from their plots to their foot.

    One of them is ``keyed``: its key, or its legend, is that of all.
    """

    top: float = 0
    bottom: float = 0
    keyed: bool = True


_ALONE = Edges()


def axis_chart(figure: ReadyFigure, box: Box, style: Style, edges: Edges = _ALONE) -> DrawnChart:
    """The chart of a figure with axes, to be drawn in ``box`` with its key, its plot no nearer to it than ``edges``.

    Raises DocgenError for a figure that has nothing to draw, or more than can be told apart.
    """
    content = _content(figure, box, style)
    drawn, plot = _drawn(content, box, style, edges)
    if not content.first_axis.visible or is_scale(figure) or not every_bar_is_labelled(plot):
        return drawn
    bare = with_fields(content, first_axis=with_fields(content.first_axis, visible=False))
    return _drawn(bare, box, style, edges)[0]


def plot_edges(figure: ReadyFigure, box: Box, style: Style, *, keyed: bool) -> tuple[float, float]:
    """How far the plot of a figure drawn alone in ``box`` lies from its top and from its foot, in points."""
    inner, frame, _ = _frame_and_naming(_content(figure, box, style), box, style, Edges(keyed=keyed))
    return inner.y - box.y + frame.plot.y, box.bottom - inner.y - frame.plot.bottom


def forecast_word(figure: ReadyFigure, box: Box, style: Style, *, keyed: bool) -> str:
    """The key of the word over a figure drawn in ``box`` that says how its forecast is drawn; empty where none is."""
    if figure.forecast_from is None:
        return ""
    content = _content(figure, box, style)
    _, frame, names = _frame_and_naming(content, box, style, Edges(keyed=keyed))
    return _forecast_word(content.figure, names, printed_categories(content.figure, frame.slot, style))


def _content(figure: ReadyFigure, box: Box, style: Style) -> Content:
    check_figure(figure)
    figure = spread_over_time(figure, box.width, style)
    if figure.kind.is_horizontal:
        figure = with_fields(figure, categories=broken_bar_names(figure.categories, box.width, style))
    figure, target_rows = with_target_rows(figure)
    if figure.kind is ChartKind.WATERFALL:
        steps = waterfall_series(figure, style)
        return Content(figure, steps, *chart_axes(figure, steps, box.height, style))
    own_series = data_series(figure, style, target_rows)
    across = target_series(figure, style)
    all_series = (*own_series, *total_series(figure, style), *across)
    axes = chart_axes(figure, (*all_series, *band_ends(figure)), box.height, style)
    # No line of a native chart runs across lying bars: there a level is a shape.
    return Content(figure, own_series if figure.kind.is_horizontal else all_series, *axes)


def _drawn(content: Content, box: Box, style: Style, edges: Edges) -> tuple[DrawnChart, Plot]:
    """The chart of a content in ``box``, and its plot with all labels."""
    figure, all_series = content.figure, content.series
    inner, frame, names = _frame_and_naming(content, box, style, edges)
    if not figure.kind.is_horizontal and figure.kind is not ChartKind.SPARKLINE:
        check_names(figure, frame.slot, style)
    if frame.slot < _LEAST_MARKER_SLOT:
        all_series = tuple(with_fields(series, marker="none") if series.in_legend else series for series in all_series)
    gap_width = _gap_width(content, frame, style)
    plot = Plot(figure, all_series, content.first_axis, content.second_axis, frame, gap_width)
    categories = printed_categories(figure, frame.slot, style)
    if figure.kind is not ChartKind.WATERFALL:
        plot = with_fields(plot, series=labelled_series(plot, names, categories.step, style))
    if names == "direct":
        plot = with_fields(plot, series=with_end_names(plot, style))
    elif names == "first":
        plot = with_fields(plot, series=with_first_names(plot))
    chart = _placed(plot, categories, names, style)
    word = _forecast_word(figure, names, categories)
    return DrawnChart(chart, plot, inner, _key(plot, names, inner, box, style), word), plot


def _forecast_word(figure: ReadyFigure, names: Naming, categories: PrintedCategories) -> str:
    """The key of the word for how a forecast is drawn, where neither a key nor the names of the categories say it.

    A hatch is explained also where those names show the forecast.
    """
    if figure.forecast_from is None or names == "over":
        return ""
    if "line" not in drawn_kinds(figure):
        return "forecast_hatched"
    return "" if categories.marks_forecast else "forecast_dashed"


def _key(plot: Plot, names: Naming, inner: Box, box: Box, style: Style) -> tuple[KeyEntry, ...]:
    """The key over the plot of a chart in ``inner``, or beside it, in what is left of ``box``."""
    if names == "over":
        return key_over(key_items(plot, style), box, style)
    if names == "beside":
        return key_beside(plot, Box(inner.right, inner.y, box.right - inner.right, inner.height), style)
    return ()


def _frame_and_naming(content: Content, box: Box, style: Style, edges: Edges) -> tuple[Box, Frame, Naming]:
    """The chart's own box, its frame, and what names its series. A key takes its room from the box.

    Several lines may be named at their ends where no second axis stands there; the frame then leaves room.
    """
    figure = content.figure
    at_ends = not figure.kind.is_horizontal and len(content.named_lines) > 1 and content.second_axis is None
    room = room_around(content, box, style, named=at_ends)
    names = naming(content, framed(figure, room, box), style)
    if names != "direct" and at_ends:
        room = room_around(content, box, style, named=False)
    if names in _KEYS and not edges.keyed:
        names = "none"
    top = box.y
    if names == "over":
        taken = over_height(content, box, style)
        box = Box(box.x, box.y + taken, box.width, box.height - taken)
    elif names == "beside":
        box = with_fields(box, width=box.width - beside_width(content, box, style))
        room = room_around(content, box, style, named=False)
    if names == "legend":
        room = with_fields(room, bottom=room.bottom + legend_height(content, box, style))
    above = max(room.top, edges.top - (box.y - top))
    room = with_fields(room, top=above, bottom=max(room.bottom, edges.bottom))
    return box, _narrowed(framed(figure, room, box), figure), names


def _narrowed(frame: Frame, figure: ReadyFigure) -> Frame:
    """The frame, for a slope chart no wider than its lines read well, for bars no higher than keeps them thin."""
    plot = frame.plot
    if frame.horizontal:
        most = frame.count * _THICKEST_BAR * (1 + _MOST_GAP / 100)
        return with_fields(frame, plot=with_fields(plot, height=min(plot.height, most)))
    spare = plot.width - _WIDEST_SLOPE
    if figure.kind is not ChartKind.SLOPE or spare <= 0:
        return frame
    return with_fields(frame, plot=Box(plot.x + spare / 2, plot.y, plot.width - spare, plot.height))


def _gap_width(content: Content, frame: Frame, style: Style) -> int:
    """The gap between columns in percent of a column: the pack's, or more where columns would be too wide."""
    kind = content.figure.kind
    count = 1 if kind.is_stacked else max(1, len(content.columns))
    alone, of_several = _WIDEST_COLUMN, _WIDEST_OF_SEVERAL
    if kind.is_horizontal:
        alone, of_several = _THICKEST_BAR, _THICKEST_OF_SEVERAL
    widest = alone if count == 1 else of_several
    narrow = content.figure.time_axis is not None and frame.slot < _NARROW_SLOT
    least = _NARROW_GAP if narrow else style.chart.gap_width
    return min(_MOST_GAP, max(least, math.ceil((frame.slot / widest - count) * 100)))


def _placed(plot: Plot, categories: PrintedCategories, names: Naming, style: Style) -> PlacedChart:
    look, labels = style.text("chart"), style.text("chart_label")
    figure, frame, is_sparkline = plot.figure, plot.frame, plot.figure.kind is ChartKind.SPARKLINE
    # Where every bar says its value, a gridline would only cross a label.
    is_labelled_scale = figure.kind is ChartKind.BAR and is_scale(figure) and every_bar_is_labelled(plot)
    return PlacedChart(
        categories=categories.names,
        series=in_parts(plot.series, figure.categories, style),
        grouping=figure.kind.grouping,
        horizontal=figure.kind.is_horizontal,
        axis=plot.first_axis,
        secondary_axis=plot.second_axis,
        legend="bottom" if names == "legend" else "none",
        text=ChartText(look.size, look.colour),
        label_text=ChartText(labels.size, "ink", labels.bold),
        gridline=line(style.chart.gridline) if plot.first_axis.visible and not is_labelled_scale else None,
        axis_line=None if is_sparkline else line(style.chart.axis),
        gap_width=plot.gap_width,
        category_label_step=categories.step,
        category_name=figure.x_name,
        category_labels=not is_sparkline,
        plot=fractions(frame.plot, frame.width, frame.height),
        spans_gaps=figure.time_axis is not None,
    )
