"""A line in parts: solid up to the forecast, dashed from there, and apart at a break of series.

Not every program draws the stroke of a single point otherwise than its line; each part is therefore a
series of its own. The part of a forecast begins at the last point before it, so that the line goes on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from docgen.blocks.chart.texts import chart_word
from docgen.layout.style import Style
from docgen.placed import Line, PlacedSeries
from docgen.value import value


@value(frozen=True, slots=True)
class _Part:
    """The points from ``start`` to before ``end``; ``joint`` is the point before them where the line begins."""

    start: int
    end: int
    forecast: bool
    joint: int | None = None


def in_parts(all_series: tuple[PlacedSeries, ...], categories: tuple[str, ...], style: Style) -> tuple[PlacedSeries, ...]:
    """The series with each line that changes replaced by its parts, the first under its own name."""
    return tuple(part for series in all_series for part in _parts_of(series, categories, style))


def _parts_of(series: PlacedSeries, categories: tuple[str, ...], style: Style) -> Iterator[PlacedSeries]:
    if series.kind != "line" or series.hides_line:
        yield replace(series, dash_from=None) if series.kind == "line" else series
        return
    names: list[str] = []
    for part in _parts(series):
        name = _name(series, part, categories, style) if names else series.name
        if name in names:
            name = f"{name} {len(names) + 1}"
        yield _cut(series, part, name, in_legend=series.in_legend and not names)
        names.append(name)


def _parts(series: PlacedSeries) -> Iterator[_Part]:
    count = len(series.values)
    forecast = count if series.dash_from is None else series.dash_from
    starts = sorted({0, *(start for start in (*series.breaks, forecast) if 0 < start < count)})
    for start, end in zip(starts, [*starts[1:], count], strict=True):
        if all(value is None for value in series.values[start:end]):
            continue
        joint = None
        if start and start == forecast and start not in series.breaks:
            joint = next((point for point in reversed(series.points) if point < start), None)
            if joint is not None and any(joint < point <= start for point in series.breaks):
                joint = None
        yield _Part(start, end, start >= forecast, joint)


def _name(series: PlacedSeries, part: _Part, categories: tuple[str, ...], style: Style) -> str:
    if part.forecast:
        return chart_word("forecast_of", style).format(name=series.name)
    return chart_word("after_break", style).format(name=series.name, category=categories[part.start])


def _has_stroke(series: PlacedSeries, part: _Part) -> bool:
    """Whether a part has a line to draw: at least two points; a single one would not be seen without a marker."""
    numbers = [value for value in series.values[part.start : part.end] if value is not None]
    return len(numbers) + (part.joint is not None) > 1


def _cut(series: PlacedSeries, part: _Part, name: str, *, in_legend: bool) -> PlacedSeries:
    """The points of one part as a series."""
    inside = range(part.start, part.end)
    line = series.line or Line(series.colour, 2)
    return replace(
        series,
        name=name,
        values=tuple(
            value if point in inside or point == part.joint else None for point, value in enumerate(series.values)
        ),
        line=replace(line, dash="dash") if part.forecast else line,
        marker=series.marker if _has_stroke(series, part) or series.marker != "none" else "circle",
        dash_from=None,
        breaks=(),
        labels=tuple(point for point in series.labels if point in inside),
        name_labels=tuple(point for point in series.name_labels if point in inside),
        label_positions={point: side for point, side in series.label_positions.items() if point in inside},
        label_shifts={point: shift for point, shift in series.label_shifts.items() if point in inside},
        label_colours={point: ink for point, ink in series.label_colours.items() if point in inside},
        point_colours={point: ink for point, ink in series.point_colours.items() if point in inside},
        in_legend=in_legend,
    )
