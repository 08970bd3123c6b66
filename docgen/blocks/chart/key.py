"""The names of series as shapes and texts of the page, beside the marks that they name: the same in every program.

A key stands over the plot in a row, or beside the last column of a stack, each name at the height of its segment.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import fsum

from docgen.blocks.chart.frame import Content, Plot
from docgen.blocks.chart.texts import text_width, widest
from docgen.layout.style import Style
from docgen.placed import Box, ChartMark, Mark, Paragraph, PlacedSeries, Run, ShapeMark, TextBody, TextMark
from docgen.placed.box import UNSEEN
from docgen.value import value

_SWATCH, _STROKE = 7.0, 2.0  # points: a square for columns, and as thick a bar for lines
_LINE_SWATCH = 14.0
_AFTER_SWATCH, _BETWEEN = 4.0, 14.0  # points from a swatch to its name, and from there to the next
_PITCH_EM = 1.35
_UNDER = 3.0  # points between a key and the plot
_SPARE = 3.0  # points of a name's box beyond its measured width
_WIDEST_BESIDE = 0.34
_MOST_ROWS, _FEW = 2, 4


@value(frozen=True, slots=True)
class KeyEntry:
    """A series in a key: its name, where its swatch lies and where its name; boxes count from the page."""

    name: str
    colour: str
    swatch: Box
    text: Box


def key_rows(named: Sequence[PlacedSeries], width: float, style: Style) -> int:
    """How many rows the names take over a chart of ``width`` points; 0 where they do not fit, or have no plain colour.

    A few names always fit: where they are wide each has a row of its own.
    """
    if any(series.pattern is not None for series in named):
        return 0
    rows, x, few = 1, 0.0, len(named) <= _FEW
    for series in named:
        entry = _swatch_width(series) + _AFTER_SWATCH + text_width(series.name, style) + _SPARE
        if entry > width and not few:
            return 0
        if x and x + entry > width:
            rows, x = rows + 1, 0.0
        x += entry + _BETWEEN
    return rows if rows <= _MOST_ROWS or few else 0


def key_height(rows: int, style: Style) -> float:
    """The height of a key over the plot, with the space under it, in points."""
    return rows * _pitch(style) + _UNDER


def key_over(named: Sequence[PlacedSeries], box: Box, style: Style) -> tuple[KeyEntry, ...]:
    """The entries of a key from the top left of ``box`` on, in the order of the series."""
    entries, x, y, pitch = [], box.x, box.y, _pitch(style)
    for series in named:
        swatch, width = _swatch_width(series), text_width(series.name, style) + _SPARE
        if x > box.x and x + swatch + _AFTER_SWATCH + width > box.right:
            x, y = box.x, y + pitch
        entries.append(_entry(series, x, y, min(width, box.width - swatch - _AFTER_SWATCH), pitch))
        x += swatch + _AFTER_SWATCH + width + _BETWEEN
    return tuple(entries)


def beside_width(content: Content, box: Box, style: Style) -> float:
    """The width of names beside the last column of stacks; 0 where they cannot stand there.

    Each series must have a segment there, and all names room one below the other.
    """
    named, kind = content.named, content.figure.kind
    if not kind.is_stacked or kind.is_horizontal or content.second_axis is not None:
        return 0.0
    plain = all(series.kind != "line" and series.pattern is None and series.values[-1] for series in named)
    width = max(text_width(series.name, style) for series in named) + _SWATCH + _AFTER_SWATCH + _SPARE
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
        _entry(series, box.x, top, box.width - _SWATCH - _AFTER_SWATCH, pitch)
        for series, top in zip(named, tops, strict=True)
    )


def slice_key_width(names: Sequence[str], style: Style) -> float:
    """The width of a key that names the slices of a circle one below the other, in points."""
    return widest(names, style) + _SWATCH + _AFTER_SWATCH + _SPARE


def slice_key(names: Sequence[str], colours: Sequence[str], box: Box, style: Style) -> tuple[KeyEntry, ...]:
    """The slices of a circle one below the other, in the middle of the height of ``box``."""
    pitch = min(_pitch(style) * 1.2, box.height / max(1, len(names)))
    top = box.y + (box.height - pitch * len(names)) / 2
    width = box.width - _SWATCH - _AFTER_SWATCH
    return tuple(
        KeyEntry(
            name,
            colour,
            Box(box.x, top + pitch * row + (pitch - _SWATCH) / 2, _SWATCH, _SWATCH),
            Box(box.x + _SWATCH + _AFTER_SWATCH, top + pitch * row, width, pitch),
        )
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


def with_key(chart: ChartMark, entries: Sequence[KeyEntry], style: Style) -> tuple[Mark, ...]:
    """A chart and its key in the order of reading: a key over the chart before it, one beside it after it."""
    ordered = sorted(entries, key=lambda entry: (round(entry.text.y, 1), entry.text.x))
    key = tuple(_marks(chart.id, ordered, style))
    is_over = bool(entries) and ordered[0].text.bottom <= chart.box.y + UNSEEN
    return (*key, chart) if is_over else (chart, *key)


def _marks(identifier: str, entries: Sequence[KeyEntry], style: Style) -> Iterator[Mark]:
    """A swatch and a name for each entry of a key."""
    look = style.text("chart")
    for number, entry in enumerate(entries, start=1):
        paragraph = Paragraph((Run(entry.name, look.size, look.bold, "ink"),), look.pitch)
        yield ShapeMark(f"{identifier}/key/{number}/swatch", entry.swatch, fill=entry.colour)
        yield TextMark(f"{identifier}/key/{number}", entry.text, TextBody((paragraph,), anchor="middle"))


def _entry(series: PlacedSeries, x: float, y: float, width: float, pitch: float) -> KeyEntry:
    swatch = _swatch_width(series)
    height = _STROKE if series.kind == "line" else _SWATCH
    return KeyEntry(
        series.name,
        series.line.colour if series.kind == "line" and series.line is not None else series.colour,
        Box(x, y + (pitch - height) / 2, swatch, height),
        Box(x + swatch + _AFTER_SWATCH, y, width, pitch),
    )


def _swatch_width(series: PlacedSeries) -> float:
    return _LINE_SWATCH if series.kind == "line" else _SWATCH


def _pitch(style: Style) -> float:
    look = style.text("chart")
    return max(look.pitch, look.size * _PITCH_EM)
