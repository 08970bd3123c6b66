"""A figure spread over the places of its time axis, so that periods stand as far apart as they are."""

from __future__ import annotations

from typing import TypeVar

from docgen.blocks.chart.categories import least_name_width
from docgen.layout.style import Style
from docgen.ready import ReadyFigure, ReadySeries, TimeAxis
from docgen.with_fields import with_fields

_Each = TypeVar("_Each")

# Of a chart's width, what its plot takes, roughly.
_PLOT_SHARE = 0.85


def spread_over_time(figure: ReadyFigure, width: float, style: Style) -> ReadyFigure:
    """The figure with an empty category at each place between its periods; as it is where these lie side by side.

    Where places have no names, they must have room for the names of the periods in a chart of ``width`` points.
    """
    axis = figure.time_axis
    if axis is None or figure.kind.is_horizontal:
        return with_fields(figure, time_axis=None)
    slot = width * _PLOT_SHARE / len(axis.names)
    if not all(axis.names) and least_name_width(figure.categories, style) > slot:
        return with_fields(figure, time_axis=None)
    names = list(axis.names)
    for place, category in zip(axis.places, figure.categories, strict=True):
        names[place] = category
    return with_fields(
        figure,
        categories=tuple(names),
        series=tuple(_spread_series(series, axis) for series in figure.series),
        forecast_from=None if figure.forecast_from is None else axis.places[figure.forecast_from],
        breaks=tuple(axis.places[point] for point in figure.breaks),
        highlights=tuple(axis.places[point] for point in figure.highlights),
        targets=tuple(
            target if target.category is None else with_fields(target, category=axis.places[target.category])
            for target in figure.targets
        ),
        annotations=figure.annotations.at(axis.places),
    )


def breaks_at_gaps(series: ReadySeries, figure: ReadyFigure) -> tuple[int, ...]:
    """The points of a series that no line leads to: those that the figure names, and on a spread axis those after a gap.

    There a line goes on over places between periods, and so must end where a period itself has no number.
    """
    axis = figure.time_axis
    if axis is None:
        return figure.breaks
    points = [place for place in axis.places if series.values[place] is not None]
    gaps = [place for place in axis.places if series.values[place] is None]
    after = {min((point for point in points if point > gap), default=-1) for gap in gaps if any(p < gap for p in points)}
    return tuple(sorted({*figure.breaks, *after} - {-1}))


def _spread_series(series: ReadySeries, axis: TimeAxis) -> ReadySeries:
    values, traces = _spread(series.values, axis), _spread(series.traces, axis)
    return with_fields(series, values=values, traces=traces, band=_spread(series.band, axis))


def _spread(values: tuple[_Each | None, ...], axis: TimeAxis) -> tuple[_Each | None, ...]:
    by_place = dict(zip(axis.places, values, strict=False))
    return tuple(by_place.get(place) for place in range(len(axis.names))) if values else ()
