"""Annotations of lying bars: texts stand beside the bars, in columns; levels are lines down, named over the plot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import fsum

from docgen.blocks.chart.annotations.lanes import SPARE, Wanted, in_lanes, lefts_at, note_paragraph
from docgen.blocks.chart.annotations.points import point_at
from docgen.blocks.chart.annotations.shapes import TICK, arrow, level_line, printed_number, upright, words
from docgen.blocks.chart.frame import Plot
from docgen.blocks.chart.key import spread_apart
from docgen.blocks.chart.labels.spots import Spot, label_box
from docgen.blocks.chart.series import height_of, total_series
from docgen.blocks.chart.texts import label_height, number_text, short_unit, text_width, value_text, widest
from docgen.layout.style import Style
from docgen.model.quantity import plain_places
from docgen.placed import Box, Mark, NumberFormat, TextBody, TextMark
from docgen.placed.on_chart import on_chart
from docgen.prose.markup import plain
from docgen.ready import ReadyFigure, ReadyTargetMark

_GAP = 6.0  # points before each column
_AFTER_ARROW = 3.0
_WIDEST_NOTE = 0.25  # of the chart's width
_BEFORE_LINE = 3.0  # points from a bar or its number to the line of a note
_LEAST_LINE = 4.0
_LANE_GAP = 2.0


def width_beside(figure: ReadyFigure, width: float, style: Style) -> float:
    """The width of the columns beside the bars of a chart ``width`` points wide."""
    notes, changes = _notes_width(figure, width, style), _changes_width(figure, style)
    return _totals_width(figure, style) + notes + changes + _names_width(figure, style)


def height_of_levels(figure: ReadyFigure, style: Style) -> float:
    """The height of the names of levels over the bars."""
    return len(_levels(figure)) * (style.text("chart").pitch + _LANE_GAP)


def parts_beside(identifier: str, plot: Plot, box: Box, style: Style) -> Iterator[Sequence[Mark]]:
    """The marks of each annotation and level of a chart of lying bars in ``box``, its words first."""
    figure, frame = plot.figure, plot.frame
    left = box.right - width_beside(figure, frame.width, style) + _totals_width(figure, style)
    yield from _totals(identifier, plot, box, style)
    yield from _levels_drawn(identifier, plot, box, style)
    yield from _notes(identifier, plot, box, left, style)
    left += _notes_width(figure, frame.width, style)
    pitch = style.text("chart").pitch
    for number, change in enumerate(figure.annotations.changes, 1):
        x, name = left + _GAP + TICK / 2, on_chart(identifier, f"change/{number}")
        first, last = (box.y + frame.along(category) for category in (change.first, change.last))
        width = text_width(change.text, style) + SPARE
        text = Box(x + TICK / 2 + _AFTER_ARROW, (first + last - pitch) / 2, width, pitch)
        yield [words(name, text, change.text, style, bold=True, align="left"), *arrow(name, (x, first), (x, last))]
        left += _change_width(change.text, style)
    for number, shade in enumerate(figure.annotations.shades, 1):
        middle = box.y + (frame.along(shade.first, 0) + frame.along(shade.last, 1)) / 2
        text = Box(left + _GAP, middle - pitch / 2, box.right - left - _GAP, pitch)
        yield [words(on_chart(identifier, f"period/{number}"), text, shade.name, style, align="left")]


def _totals(identifier: str, plot: Plot, box: Box, style: Style) -> Iterator[Sequence[Mark]]:
    """The totals of stacks at the ends of their bars."""
    pitch = style.text("chart_label").pitch
    for point, text in _total_texts(plot.figure, style).items():
        x, y = point_at(plot, point, None)
        width = text_width(text, style, "chart_label") + SPARE
        place = Box(box.x + x + _BEFORE_LINE, box.y + y - pitch / 2, width, pitch)
        yield [printed_number(on_chart(identifier, f"total/{point + 1}"), place, text, style)]


def _total_texts(figure: ReadyFigure, style: Style) -> dict[int, str]:
    """The totals of lying stacks as printed, by category; those of standing ones are labels of the chart."""
    series = total_series(figure, style) if figure.kind.is_horizontal else ()
    return {point: value_text(each, point) for each in series for point in each.points}


def _totals_width(figure: ReadyFigure, style: Style) -> float:
    texts = _total_texts(figure, style).values()
    return widest(texts, style, "chart_label") + SPARE + _BEFORE_LINE if texts else 0.0


def _levels(figure: ReadyFigure) -> list[ReadyTargetMark]:
    return [target for target in figure.targets if target.is_level] if figure.kind.is_horizontal else []


def _levels_drawn(identifier: str, plot: Plot, box: Box, style: Style) -> Iterator[Sequence[Mark]]:
    """Lines down through the bars, each under its name and value."""
    frame, pitch = plot.frame, style.text("chart").pitch
    levels = _levels(plot.figure)
    places = [frame.across(height_of(level, plot.figure), plot.first_axis) for level in levels]
    texts = [_level_text(level, plot.figure, style) for level in levels]
    widths = [text_width(text, style) + SPARE for text in texts]
    wanted = [Wanted(lefts_at(x, wide, frame.width), wide, pitch, down=x) for x, wide in zip(places, widths, strict=True)]
    lanes, _ = in_lanes(wanted, 0.0)
    for number, (text, lane, x) in enumerate(zip(texts, lanes, places, strict=True), 1):
        name, bottom = on_chart(identifier, f"level/{number}"), box.y + frame.plot.y - lane.foot
        title = words(name, Box(box.x + lane.left, bottom - pitch, lane.width, pitch), text, style)
        stretches = _beside_numbers(plot, x, bottom - box.y, style)
        yield [
            title,
            *(
                line
                for part, (top, end) in enumerate(stretches, 1)
                for line in upright(f"{name}/line/{part}", box.x + x, box.y + top, box.y + end)
            ),
        ]


def _beside_numbers(plot: Plot, x: float, top: float, style: Style) -> Iterator[tuple[float, float]]:
    """The stretches of a line down from ``top`` that run through no number at a bar's end."""
    height = label_height(style)

    def end_of(index: int, point: int) -> Box:
        width = text_width(value_text(plot.series[index], point), style, "chart_label")
        return label_box(plot, index, Spot(point, "outside_end"), width, height)

    clustered = () if plot.figure.kind.is_stacked else plot.series
    boxes = (end_of(index, point) for index, series in enumerate(clustered) for point in series.labels)
    for box in sorted((box for box in boxes if box.x - 1 < x < box.right + 1), key=lambda box: box.y):
        if box.y > top:
            yield top, box.y
        top = max(top, box.bottom)
    yield top, plot.frame.plot.bottom


def _level_text(level: ReadyTargetMark, figure: ReadyFigure, style: Style) -> str:
    form = NumberFormat(plain_places(level.value), short_unit(figure.unit_of_target(level)), style.pack.minus)
    return f"{level.name} {number_text(float(level.value), form)}"


def _notes(identifier: str, plot: Plot, box: Box, left: float, style: Style) -> Iterator[Sequence[Mark]]:
    """Notes at the heights of their bars, as far as they leave each other room, with lines to them."""
    remarks = plot.figure.annotations.remarks
    if not remarks:
        return
    paragraphs = [replace(note_paragraph(remark.text, style), align="left") for remark in remarks]
    width = _notes_width(plot.figure, plot.frame.width, style) - _GAP
    pitch = style.text("chart").pitch
    heights = [style.measure.line_count(paragraph, width) * pitch for paragraph in paragraphs]
    points = [point_at(plot, remark.category, None if plot.figure.kind.is_stacked else remark.series) for remark in remarks]
    room = max(heights) + 1
    wanted = [box.y + y - room / 2 for _, y in points]
    tops = spread_apart(wanted, room, box.y, box.bottom - room)
    for number, (remark, paragraph, top, (x, y)) in enumerate(zip(remarks, paragraphs, tops, points, strict=True), 1):
        name = on_chart(identifier, f"note/{number}")
        note = TextMark(name, Box(left + _GAP, top, width, room), TextBody((paragraph,), anchor="middle"))
        begin = box.x + x + _BEFORE_LINE + _label_width(plot, remark.category, remark.series, style)
        yield [note, *level_line(f"{name}/line", begin, left + _GAP / 3, box.y + y, _LEAST_LINE)]


def _label_width(plot: Plot, category: int, series: int | None, style: Style) -> float:
    """The width of the number at a bar's end."""
    if plot.figure.kind.is_stacked:
        total = _total_texts(plot.figure, style).get(category, "")
        return text_width(total, style, "chart_label") + SPARE if total else 0.0
    own = None if series is None else plot.series[series]
    if own is None or category not in own.labels:
        return 0.0
    return text_width(value_text(own, category), style, "chart_label") + _BEFORE_LINE


def _notes_width(figure: ReadyFigure, width: float, style: Style) -> float:
    texts = [plain(remark.text) for remark in figure.annotations.remarks]
    return min(widest(texts, style) + SPARE, width * _WIDEST_NOTE) + _GAP if texts else 0.0


def _changes_width(figure: ReadyFigure, style: Style) -> float:
    return fsum(_change_width(change.text, style) for change in figure.annotations.changes)


def _change_width(text: str, style: Style) -> float:
    return _GAP + TICK + _AFTER_ARROW + text_width(text, style) + SPARE


def _names_width(figure: ReadyFigure, style: Style) -> float:
    names = [shade.name for shade in figure.annotations.shades]
    return widest(names, style) + SPARE + _GAP if names else 0.0
