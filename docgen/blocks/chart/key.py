"""The names of series as shapes and texts of the page, beside the marks that they name: the same in every program.

A key stands over the plot in a row, or beside the last column of a stack, each name at the height of its segment.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from math import fsum

from docgen.blocks.chart.frame import Content, Plot
from docgen.blocks.chart.key_entry import SWATCH, Form, KeyEntry, KeyItem, items_of
from docgen.blocks.chart.series import drawn_kinds
from docgen.blocks.chart.texts import chart_word, text_width, widest
from docgen.layout.style import Style
from docgen.placed import Box

_AFTER_SWATCH = 4.0  # points from a swatch to its name
_BETWEEN, _LEAST_BETWEEN = 17.0, 8.0  # points from a name to the next swatch, and where that keeps a key in one row
_PITCH_EM = 1.35
_UNDER = 3.0  # points between a key and the plot
_SPARE = 3.0  # points of a name's box beyond its measured width
_WIDEST_BESIDE = 0.34
_MOST_ROWS, _FEW = 2, 4
_FORECAST_COLOUR = "text_grey"

_Row = tuple[int, int]
"""The items of a row: the index of the first, and that after the last."""


def key_items(content: Content, style: Style) -> tuple[KeyItem, ...]:
    """What a key over a chart explains: its series, and last how a forecast among them is drawn."""
    named = items_of(content.named)
    if content.figure.forecast_from is None:
        return named
    form: Form = "dashes" if "line" in drawn_kinds(content.figure) else "hatch"
    return (*named, KeyItem(chart_word("forecast", style), _FORECAST_COLOUR, form))


def key_rows(items: Sequence[KeyItem], width: float, style: Style) -> int:
    """How many rows the items take over a chart of ``width`` points; 0 where they do not fit, or have no plain colour.

    A few names always fit: where they are wide each has a row of its own.
    """
    if any(item.form == "pattern" for item in items):
        return 0
    few, widths = len(items) <= _FEW, _widths(items, style)
    if max(widths) + _SPARE > width and not few:
        return 0
    rows = len(_rows(widths, width)[0])
    return rows if rows <= _MOST_ROWS or few else 0


def key_height(rows: int, style: Style) -> float:
    """The height of a key over the plot, with the space under it, in points."""
    return rows * _pitch(style) + _UNDER


def key_over(items: Sequence[KeyItem], box: Box, style: Style) -> tuple[KeyEntry, ...]:
    """The entries of a key from the top left of ``box`` on, in the order of the items."""
    widths, pitch = _widths(items, style), _pitch(style)
    rows, between = _rows(widths, box.width)
    return tuple(
        entry
        for number, (start, end) in enumerate(rows)
        for entry in _row(items[start:end], widths[start:end], between, replace(box, y=box.y + number * pitch), pitch)
    )


def _row(
    items: Sequence[KeyItem], widths: Sequence[float], between: float, box: Box, pitch: float
) -> Iterator[KeyEntry]:
    """The entries of a row at the top of ``box``."""
    x = box.x
    for item, width in zip(items, widths, strict=True):
        yield _entry(item, x, box.y, min(width + _SPARE, box.width), pitch)
        x += width + between


def _widths(items: Sequence[KeyItem], style: Style) -> list[float]:
    """How wide each item is with its name, in points."""
    return [item.width + _AFTER_SWATCH + text_width(item.name, style) for item in items]


def _rows(widths: Sequence[float], width: float) -> tuple[list[_Row], float]:
    """The rows of items of these widths in ``width`` points, and the space between two of them.

    One row where it holds all, if need be nearer to each other; else as few rows as can be, about equally long.
    """
    room, gaps = width - _SPARE, max(1, len(widths) - 1)
    between = min(_BETWEEN, (room - fsum(widths)) / gaps)
    if between >= _LEAST_BETWEEN or len(widths) == 1:
        return [(0, len(widths))], between
    fewest = len(_filled(widths, room))
    lengths = {length for start in range(len(widths)) for length in _lengths(widths[start:]) if length <= room}
    even = (rows for length in sorted(lengths) if len(rows := _filled(widths, length)) <= fewest)
    return next(even, _filled(widths, room)), _BETWEEN


def _lengths(widths: Sequence[float]) -> Iterator[float]:
    """How long rows of the first item, of the first two and so on are."""
    return accumulate(widths, lambda length, width: length + _BETWEEN + width)


def _filled(widths: Sequence[float], room: float) -> list[_Row]:
    """Rows as full as ``room`` points allow; an item that is wider has a row of its own."""
    rows: list[_Row] = []
    used = 0.0
    for index, width in enumerate(widths):
        if rows and used + _BETWEEN + width <= room:
            rows[-1] = (rows[-1][0], index + 1)
            used += _BETWEEN + width
        else:
            rows.append((index, index + 1))
            used = width
    return rows


def beside_width(content: Content, box: Box, style: Style) -> float:
    """The width of names beside the last column of stacks; 0 where they cannot stand there.

    Each series must have a segment there, and all names room one below the other.
    """
    named, kind = content.named, content.figure.kind
    if not kind.is_stacked or kind.is_horizontal or content.second_axis is not None:
        return 0.0
    plain = all(series.kind != "line" and series.pattern is None and series.values[-1] for series in named)
    width = max(text_width(series.name, style) for series in named) + SWATCH + _AFTER_SWATCH + _SPARE
    room = len(named) * _pitch(style) <= box.height * 0.75
    return width if plain and room and width <= box.width * _WIDEST_BESIDE else 0.0


def key_beside(plot: Plot, box: Box, style: Style) -> tuple[KeyEntry, ...]:
    """The entries at the heights of the last column's segments, in ``box`` beside the chart; its top is the chart's."""
    pitch, named = _pitch(style), plot.named
    whole = fsum(abs(series.values[-1] or 0.0) for series in named) or 1.0
    share = whole if plot.figure.kind.is_in_percent else 1.0
    middles, reached = [], 0.0
    for series in named:
        value = (series.values[-1] or 0.0) / share
        middles.append(box.y + plot.frame.across(reached + value / 2, plot.first_axis))
        reached += value
    tops = spread_apart([middle - pitch / 2 for middle in middles], pitch, box.y, box.bottom - pitch)
    return tuple(
        _entry(item, box.x, top, box.width, pitch) for item, top in zip(items_of(named), tops, strict=True)
    )


def slice_key_width(names: Sequence[str], style: Style) -> float:
    """The width of a key that names the slices of a circle one below the other, in points."""
    return widest(names, style) + SWATCH + _AFTER_SWATCH + _SPARE


def slice_key(names: Sequence[str], colours: Sequence[str], box: Box, style: Style) -> tuple[KeyEntry, ...]:
    """The slices of a circle one below the other, in the middle of the height of ``box``."""
    pitch = min(_pitch(style) * 1.2, box.height / max(1, len(names)))
    top = box.y + (box.height - pitch * len(names)) / 2
    return tuple(
        _entry(KeyItem(name, colour), box.x, top + pitch * row, box.width, pitch)
        for row, (name, colour) in enumerate(zip(names, colours, strict=True))
    )


def spread_apart(places: Sequence[float], pitch: float, low: float, high: float) -> list[float]:
    """The places, moved as little as keeps them ``pitch`` apart in their order and between ``low`` and ``high``.

    >>> spread_apart([10.0, 12.0, 40.0], 10, 0, 100)
    [6.0, 16.0, 40.0]
    """
    order = sorted(range(len(places)), key=lambda index: (places[index], -index))
    groups: list[tuple[float, int]] = []  # the first place of a group that touches, and how many are in it
    for index in order:
        start, count = places[index], 1
        while groups and groups[-1][0] + groups[-1][1] * pitch > start:
            before, many = groups.pop()
            # Each group stands where the sum of what its members move is the least square.
            centre = (before * many + (start - many * pitch) * count) / (many + count)
            start, count = centre, many + count
        groups.append((start, count))
    spread = [start + step * pitch for start, count in groups for step in range(count)]
    floor = high - (len(spread) - 1) * pitch
    spread = [max(low + step * pitch, min(place, floor + step * pitch)) for step, place in enumerate(spread)]
    by_index = dict(zip(order, spread, strict=True))
    return [round(by_index[index], 2) for index in range(len(places))]


def _entry(item: KeyItem, x: float, y: float, width: float, pitch: float) -> KeyEntry:
    """An item with its name in ``width`` points."""
    before = item.width + _AFTER_SWATCH
    swatch = Box(x, y + (pitch - item.height) / 2, item.width, item.height)
    return KeyEntry(item, swatch, Box(x + before, y, width - before, pitch))


def _pitch(style: Style) -> float:
    look = style.text("chart")
    return max(look.pitch, look.size * _PITCH_EM)
