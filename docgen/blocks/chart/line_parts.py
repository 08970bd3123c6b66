"""A line in parts: solid up to the forecast, dashed from there, and apart at a break of series.

Not every program draws the stroke of a single point otherwise than its line; each part is therefore a
series of its own. The part of a forecast begins at the last point before it, so that the line goes on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from docgen.blocks.chart.words import chart_word
from docgen.layout.style import Style
from docgen.placed import Line, PlacedSeries


@dataclass(frozen=True, slots=True)
class _Part:
    """The points from ``start`` up to ``end``; ``joint`` is the point before that the line comes from."""

    start: int
    end: int
    forecast: bool
    joint: int | None = None


def in_parts(
    series: tuple[PlacedSeries, ...], categories: tuple[str, ...], style: Style
) -> tuple[PlacedSeries, ...]:
    """The series with each line that changes replaced by its parts, the first under its own name."""
    return tuple(part for one in series for part in _parted(one, categories, style))


def _parted(one: PlacedSeries, categories: tuple[str, ...], style: Style) -> Iterator[PlacedSeries]:
    if one.kind != "line" or (one.line is not None and one.line.width <= 0):
        yield replace(one, dash_from=None) if one.kind == "line" else one
        return
    used: set[str] = set()
    for part in _parts(one):
        name = _name(one, part, categories, style, first=not used)
        if name in used:
            name = f"{name} {len(used) + 1}"
        yield _cut(one, part, name, in_legend=one.in_legend and not used)
        used.add(name)


def _parts(one: PlacedSeries) -> Iterator[_Part]:
    count = len(one.values)
    forecast = count if one.dash_from is None else one.dash_from
    edges = sorted(
        {0, *(at for at in one.breaks if 0 < at < count), *((forecast,) if 0 < forecast < count else ())}
    )
    for start, end in zip(edges, [*edges[1:], count], strict=True):
        if all(value is None for value in one.values[start:end]):
            continue
        joint = None
        if start and start == forecast and start not in one.breaks:
            joint = next((at for at in range(start - 1, -1, -1) if one.values[at] is not None), None)
            if joint is not None and any(joint < at <= start for at in one.breaks):
                joint = None
        yield _Part(start, end, start >= forecast, joint)


def _name(one: PlacedSeries, part: _Part, categories: tuple[str, ...], style: Style, *, first: bool) -> str:
    if first:
        return one.name
    if part.forecast:
        return chart_word("forecast_of", style).format(name=one.name)
    return chart_word("after_break", style).format(name=one.name, category=categories[part.start])


def _cut(one: PlacedSeries, part: _Part, name: str, *, in_legend: bool) -> PlacedSeries:
    inside = range(part.start, part.end)
    values = tuple(value if at in inside or at == part.joint else None for at, value in enumerate(one.values))
    line = one.line or Line(one.colour, 2)
    return replace(
        one,
        name=name,
        values=values,
        line=replace(line, dash="dash") if part.forecast else line,
        dash_from=None,
        breaks=(),
        labels=tuple(at for at in one.labels if at in inside),
        name_labels=tuple(at for at in one.name_labels if at in inside),
        label_positions={at: side for at, side in one.label_positions.items() if at in inside},
        label_shifts={at: shift for at, shift in one.label_shifts.items() if at in inside},
        label_colours={at: ink for at, ink in one.label_colours.items() if at in inside},
        point_colours={at: ink for at, ink in one.point_colours.items() if at in inside},
        in_legend=in_legend,
    )
