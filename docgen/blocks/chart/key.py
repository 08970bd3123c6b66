"""The names of series as shapes and texts of the page, beside the marks that they name: the same in every program.

A key stands over the plot in a row, or beside the last column of a stack, each name at the height of its segment.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum

from docgen.blocks.chart.frame import Content, Plot
from docgen.blocks.chart.key_entry import SWATCH, Form, KeyEntry, KeyItem, items_of
from docgen.blocks.chart.key_plan import AFTER_SWATCH, SPARE, key_pitch, key_plan, name_lines
from docgen.blocks.chart.series import drawn_kinds
from docgen.blocks.chart.texts import chart_word, text_width, widest
from docgen.layout.style import Style
from docgen.placed import Box

WIDEST_OF_SLICES = 0.55
"""What names of slices beside a circle may take of the width."""
_UNDER = 3.0  # points between a key and the plot
_WIDEST_BESIDE = 0.34
_MOST_ROWS, _FEW = 2, 4
# A name that takes more than this of a chart's width is broken and drawn over others in the legends of programs.
_WIDEST_IN_LEGEND = 0.85
_FORECAST_COLOUR = "text_grey"


def key_items(content: Content, style: Style) -> tuple[KeyItem, ...]:
    """What a key over a chart explains: its series, and last how a forecast among them is drawn."""
    named = items_of(content.named)
    if content.figure.forecast_from is None:
        return named
    form: Form = "dashes" if "line" in drawn_kinds(content.figure) else "hatch"
    return (*named, KeyItem(chart_word("forecast", style), _FORECAST_COLOUR, form))


def fits_over(items: Sequence[KeyItem], width: float, style: Style) -> bool:
    """Whether the items should stand over a chart of ``width`` points: each with a plain colour, and not in many rows.

    A few names always do: where they are wide each has a row of its own. So do names that are too wide for a legend.
    """
    if too_wide_for_legend(items, width, style):
        return True
    if any(item.form == "pattern" for item in items):
        return False
    return len(items) <= _FEW or len(key_plan(items, width, style).rows) <= _MOST_ROWS


def height_of_wide_names(names: Sequence[str], width: float, style: Style) -> float:
    """The height of a key over a chart of ``width`` points whose names are too wide for a legend; 0 for others."""
    longest = max(map(len, names), default=0) * style.text("chart").size
    items = [KeyItem(name, "ink", "line") for name in names] if longest > width * _WIDEST_IN_LEGEND else []
    return key_height(items, width, style) if items and too_wide_for_legend(items, width, style) else 0.0


def too_wide_for_legend(items: Sequence[KeyItem], width: float, style: Style) -> bool:
    """Whether no legend of a program holds the names beside their samples in ``width`` points."""
    return widest((item.name for item in items), style) > width * _WIDEST_IN_LEGEND


def key_height(items: Sequence[KeyItem], width: float, style: Style) -> float:
    """The height of a key over a plot of ``width`` points, with the space under it, in points."""
    return key_plan(items, width, style).height + _UNDER


def key_over(items: Sequence[KeyItem], box: Box, style: Style) -> tuple[KeyEntry, ...]:
    """The entries of a key from the top left of ``box`` on, in the order of the items."""
    plan = key_plan(items, box.width, style)
    entries: list[KeyEntry] = []
    for number, row in enumerate(plan.rows):
        x, y = box.x, box.y + plan.top(number)
        for item, width in zip(items[row.start : row.end], plan.widths[row.start : row.end], strict=True):
            own = min(width + SPARE, box.width)
            entries.append(_entry(item, x, y, own, plan.pitch, row.lines * plan.line))
            x += width + plan.between
    return tuple(entries)


def beside_width(content: Content, box: Box, style: Style) -> float:
    """The width of names beside the last column of stacks; 0 where they cannot stand there.

    Each series must have a segment there, and all names room one below the other.
    """
    named, kind = content.named, content.figure.kind
    if not kind.is_stacked or kind.is_horizontal or content.second_axis is not None:
        return 0.0
    plain = all(series.kind != "line" and series.pattern is None and series.values[-1] for series in named)
    width = max(text_width(series.name, style) for series in named) + SWATCH + AFTER_SWATCH + SPARE
    room = len(named) * key_pitch(style) <= box.height * 0.75
    return width if plain and room and width <= box.width * _WIDEST_BESIDE else 0.0


def key_beside(plot: Plot, box: Box, style: Style) -> tuple[KeyEntry, ...]:
    """The entries at the heights of the last column's segments, in ``box`` beside the chart; its top is the chart's."""
    pitch, named = key_pitch(style), plot.named
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


def slice_key_width(names: Sequence[str], box: Box, style: Style) -> float:
    """The width of a key that names the slices of a circle one below the other beside it in ``box``, in points."""
    return min(widest(names, style) + SWATCH + AFTER_SWATCH + SPARE, box.width * WIDEST_OF_SLICES)


def slice_key(names: Sequence[str], colours: Sequence[str], box: Box, style: Style) -> tuple[KeyEntry, ...]:
    """The slices of a circle one below the other, in the middle of the height of ``box``."""
    lines = [name_lines(name, box.width - SWATCH - AFTER_SWATCH, style) for name in names]
    line, pitch = style.text("chart").pitch, key_pitch(style)
    more = line * (sum(lines) - len(lines))
    pitch = min(pitch * 1.2, (box.height - more) / max(1, len(names)))
    y = box.y + (box.height - more - pitch * len(names)) / 2
    entries: list[KeyEntry] = []
    for name, colour, count in zip(names, colours, lines, strict=True):
        entries.append(_entry(KeyItem(name, colour), box.x, y, box.width, pitch, count * line))
        y += pitch + (count - 1) * line
    return tuple(entries)


def slice_key_height(names: Sequence[str], width: float, style: Style) -> float:
    """What the names of slices beside a circle in a chart of ``width`` points need at the least in height."""
    room = width * WIDEST_OF_SLICES - SWATCH - AFTER_SWATCH
    return sum([name_lines(name, room, style) for name in names]) * style.text("chart").pitch


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


def _entry(item: KeyItem, x: float, y: float, width: float, pitch: float, text: float = 0.0) -> KeyEntry:
    """An item with its name in ``width`` points, the sample beside its first line; ``text`` is the height of its lines
    where they are several."""
    before = item.width + AFTER_SWATCH
    swatch = Box(x, y + (pitch - item.height) / 2, item.width, item.height)
    return KeyEntry(item, swatch, Box(x + before, y, width - before, max(pitch, text)))
