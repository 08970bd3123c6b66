"""The space around a plot: for the numbers of its axes, the names of its categories, and labels at its edges."""

from __future__ import annotations

from docgen.blocks.chart.annotations.beside import height_of_levels, width_beside
from docgen.blocks.chart.annotations.lanes import lanes_over
from docgen.blocks.chart.categories import bar_name_room, name_lines, printed_categories
from docgen.blocks.chart.frame import LEAST_PLOT, Content
from docgen.blocks.chart.names import end_name_width
from docgen.blocks.chart.texts import number_text, text_width, value_text, widest
from docgen.errors import DocgenError
from docgen.layout.style import Style
from docgen.messages import message
from docgen.model import ChartKind
from docgen.placed import Box, ChartAxis, Insets

_TICK_GAP = 8.0  # points between the numbers of an axis and the plot
_BARE_EDGE = 6.0  # points beside a plot without numbers there
_SPARKLINE_EDGE = 3.0
_LINE_EM = 1.25  # from one line of names to the next


def room_around(content: Content, box: Box, style: Style, *, named: bool) -> Insets:
    """The space around the plot of a chart in ``box``, without its legend.

    With ``named`` there is room for the series' names at the ends of their lines.
    """
    figure = content.figure
    if figure.kind.is_horizontal:
        return _room_of_bars(content, box, style)
    left, right = _room_beside(content, style, named=named)
    look = style.text("chart")
    if figure.kind is ChartKind.SPARKLINE:
        edge = _SPARKLINE_EDGE if figure.labels == "none" else max(_SPARKLINE_EDGE, style.text("chart_label").size * 0.6)
        return Insets(left, edge, right, edge)
    count = max(1, len(figure.categories))
    if content.second_axis is None:
        right = max(right, _room_of_last_labels(content, (box.width - left - right) / count, style))
    slot = max(1.0, (box.width - left - right) / count)
    lines = name_lines(printed_categories(figure, slot, style), slot, style)
    over = lanes_over(figure, lambda at: left + (at + 0.5) * slot, box.width, style).height if figure.annotations else 0.0
    return Insets(left, room_for_labels(content, style) + over, right, lines * look.size * _LINE_EM + 7)


def room_for_labels(content: Content, style: Style) -> float:
    """The space over a plot with standing axes for labels at its upper edge, in points."""
    figure = content.figure
    labels_beside = figure.labels == "last" and all(series.kind == "line" for series in content.series)
    bare_top = (figure.labels == "none" or labels_beside) and not figure.targets
    return style.text("chart").size * 0.8 if bare_top else style.text("chart_label").size * 1.3 + 4


def _room_beside(content: Content, style: Style, *, named: bool) -> tuple[float, float]:
    """The space left and right of the plot, without that for labels of the last points."""
    figure, first, second = content.figure, content.first_axis, content.second_axis
    left = _tick_width(first, style) + _TICK_GAP if first.visible else _BARE_EDGE
    right = _tick_width(second, style) + _TICK_GAP if second is not None else _BARE_EDGE
    lines = content.named_lines
    if named:
        right = max(right, end_name_width(lines, style, with_value=figure.labels != "none") + 12)
    across = [series for series in content.series if not series.in_legend and not series.hides_line]
    if across and second is None and len(lines) == len(figure.series):
        right = max(right, end_name_width(across, style, with_value=True) + 10)
    if not figure.kind.has_value_axis and figure.labels != "none":
        left = max(left, widest((value_text(series, 0) for series in content.series), style, "chart_label") + 12)
        right = max(right, left)
    return left, right


def _room_of_last_labels(content: Content, slot: float, style: Style) -> float:
    """The space right of the plot for labels of the last points: beside the ends of lines, else over them."""
    width = widest((value_text(series, -1) for series in content.series), style, "chart_label")
    lines, labels = content.named_lines, content.figure.labels
    if lines and (len(lines) > 1 or labels == "last") and labels != "none":
        return max(width + 9 - slot / 2, width / 2 - slot / 2 + 4)
    return width / 2 - slot / 2 + 4


def _room_of_bars(content: Content, box: Box, style: Style) -> Insets:
    axis = content.first_axis
    left, right = bar_name_room(content.figure.categories, box.width, style), 10.0
    if content.figure.kind is ChartKind.BAR:
        texts = (value_text(series, point) for series in content.series for point in series.points)
        right = widest(texts, style, "chart_label") + 8
    right = max(right, text_width(number_text(axis.maximum or 0, axis.number_format), style) / 2 + 2)
    beside = width_beside(content.figure, box.width, style)
    right += beside
    if beside and left + right > box.width * (1 - LEAST_PLOT):
        name = content.figure.id
        raise DocgenError("annotations-without-room", where=message("on-figure", figure=name), figure=name)
    top = 4.0 + height_of_levels(content.figure, style)
    return Insets(left, top, right, style.text("chart").size * _LINE_EM + 7 if axis.visible else 4.0)


def _tick_width(axis: ChartAxis, style: Style) -> float:
    """The width of the widest number at the ends of an axis."""
    ends = (axis.minimum or 0.0, axis.maximum or 0.0)
    return widest((number_text(end, axis.number_format) for end in ends), style)
