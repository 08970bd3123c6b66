"""The numbers of a figure as series of a chart: its own, totals over stacks, and targets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from docgen.blocks.chart.colours import SeriesInk, series_inks
from docgen.blocks.chart.texts import chart_word, short_unit
from docgen.blocks.chart.time_places import breaks_at_gaps
from docgen.layout.style import Style
from docgen.model import ChartKind
from docgen.model.quantity import plain_places
from docgen.placed import Line, NumberFormat, PlacedSeries
from docgen.placed.chart import SeriesKind
from docgen.ready import ReadyFigure, ReadySeries, ReadyTargetMark
from docgen.with_fields import with_fields

# A marker on each of more points than this makes a line look like a chain.
_MOST_MARKED_POINTS = 16
# Of as many series, lines are thin.
_MANY_SERIES = 8
_THIN_LINE = _TARGET_LINE = 1.25  # points
_LEVEL_COLOUR = "text_grey"
# Kinds whose stacks have their totals at their ends.
_SUMMED = (ChartKind.STACKED_COLUMN, ChartKind.STACKED_BAR, ChartKind.STACKED_AREA)
_SEGMENT_EDGE, _OUTLINE = 0.5, 0.75  # points


def drawn_kinds(figure: ReadyFigure) -> tuple[SeriesKind, ...]:
    """What each series is drawn as. In a column_line figure the last is the line where none is named."""
    kinds = [_drawn_as(series, figure.kind) for series in figure.series]
    if figure.kind.combines_columns_and_lines and len(kinds) > 1 and "line" not in kinds:
        kinds[-1] = "line"
    return tuple(kinds)


def with_target_rows(figure: ReadyFigure) -> tuple[ReadyFigure, int]:
    """A figure of lying bars with a bar of its own for each target, and how many these are.

    No line can be drawn across lying bars, so the target stands among them.
    """
    rows = tuple(target for target in figure.targets if not target.is_level)
    if not figure.kind.is_horizontal or not rows:
        return figure, 0
    levels = tuple(target for target in figure.targets if target.is_level)
    longer = []
    for index, series in enumerate(figure.series):
        targets = tuple(
            target.value if target.series == series.name or (target.series is None and index == 0) else None
            for target in rows
        )
        longer.append(with_fields(series, values=(*series.values, *targets)))
    categories = (*figure.categories, *(target.name for target in rows))
    return with_fields(figure, categories=categories, series=tuple(longer), targets=levels), len(rows)


def data_series(figure: ReadyFigure, style: Style, target_rows: int = 0) -> tuple[PlacedSeries, ...]:
    """The figure's own series, each whole, with its ink and its number format.

    The last ``target_rows`` points are targets and drawn in the colour of targets.
    """
    kinds = drawn_kinds(figure)
    inks = series_inks(figure, kinds, style)
    count = len(figure.categories)
    target_colours = dict.fromkeys(range(count - target_rows, count), style.chart.target)
    return tuple(
        _data_series(series, kind, ink, target_colours, figure, style)
        for series, kind, ink in zip(figure.series, kinds, inks, strict=True)
    )


def total_series(figure: ReadyFigure, style: Style) -> tuple[PlacedSeries, ...]:
    """A series without a line that carries the totals over stacks, or the numbers over an area; none where there is none.

    A total stands only where no part is missing and none is negative: anything else would be no total.
    """
    stacked = [series for series in figure.series if not series.secondary]
    is_summed = len(stacked) > 1 and figure.kind in _SUMMED
    if not (is_summed or figure.kind is ChartKind.AREA) or figure.labels == "none":
        return ()
    totals = [_total(parts) for parts in zip(*(series.values for series in stacked), strict=True)]
    if all(total is None for total in totals):
        return ()
    decimals = max(series.decimals for series in stacked)
    return (
        PlacedSeries(
            name=chart_word("total" if is_summed else "value", style),
            values=_floats(totals),
            colour="ink",
            kind="line",
            number_format=NumberFormat(decimals, short_unit(figure.unit), style.pack.minus),
            line=Line("ink", 0),
            in_legend=False,
        ),
    )


def target_series(figure: ReadyFigure, style: Style) -> tuple[PlacedSeries, ...]:
    """A dashed line across for each target, or a lone marker at its period; a dotted line for each level."""
    return tuple(_target_series(target, figure, style) for target in figure.targets)


def _drawn_as(series: ReadySeries, kind: ChartKind) -> SeriesKind:
    if kind.is_round or kind.is_horizontal or kind.is_area:
        return kind.drawn_as
    if kind.combines_columns_and_lines and series.secondary:
        return series.drawn_as or "line"
    return series.drawn_as or kind.drawn_as


def _data_series(
    series: ReadySeries,
    kind: SeriesKind,
    ink: SeriesInk,
    target_colours: Mapping[int, str],
    figure: ReadyFigure,
    style: Style,
) -> PlacedSeries:
    unit = figure.unit_of(series)
    printed_unit = short_unit(unit) or (unit if figure.unit and unit != figure.unit else "")
    is_line, is_sparkline = kind == "line", figure.kind is ChartKind.SPARKLINE
    count = len(figure.categories if figure.time_axis is None else figure.time_axis.places)
    marked = is_line and not is_sparkline and count <= _MOST_MARKED_POINTS
    placed = PlacedSeries(
        name=series.name,
        values=_floats(series.values),
        colour=style.chart.muted if figure.highlights and not is_line else ink.colour,
        kind=kind,
        number_format=NumberFormat(series.decimals, printed_unit, style.pack.minus),
        marker=ink.marker if marked else "none",
        line=_line(kind, ink, figure, style),
        pattern=ink.pattern,
        dash_from=figure.forecast_from,
        secondary=series.secondary,
        breaks=breaks_at_gaps(series, figure) if is_line else (),
    )
    last = dict.fromkeys(placed.points[-1:], ink.colour) if is_sparkline else {}
    highlights = dict.fromkeys(figure.highlights, style.chart.highlight)
    edges = {}
    if ink.edge is not None and figure.forecast_from is not None:
        # A hatch in the colour of the paper would not be seen.
        edges = {point: ink.edge for point in placed.points if point >= figure.forecast_from}
    return with_fields(placed, point_colours={**last, **highlights, **edges, **target_colours})


def _line(kind: SeriesKind, ink: SeriesInk, figure: ReadyFigure, style: Style) -> Line | None:
    if kind == "line":
        return Line(ink.colour, style.chart.line_width if len(figure.series) < _MANY_SERIES else _THIN_LINE)
    if ink.edge is not None:
        return Line(ink.edge, _OUTLINE)
    # A thin edge of paper parts the segments of a stack, also where two greys are alike.
    return Line("paper", _SEGMENT_EDGE) if figure.kind.is_stacked and ink.pattern is None else None


def _total(parts: Sequence[Decimal | None]) -> Decimal | None:
    known = [value for value in parts if value is not None]
    return None if len(known) < len(parts) or min(known) < 0 else sum(known, Decimal(0))


def _target_series(target: ReadyTargetMark, figure: ReadyFigure, style: Style) -> PlacedSeries:
    own = next((series for series in figure.series if series.name == target.series), None)
    decimals = plain_places(target.value)
    across, colour = target.category is None, _LEVEL_COLOUR if target.is_level else style.chart.target
    name = target.name
    if target.category is not None and figure.categories[target.category] not in name:
        name = chart_word("target_due", style).format(name=name, due=figure.categories[target.category])
    number_format = NumberFormat(decimals, short_unit(figure.unit_of_target(target)), style.pack.minus)
    if figure.kind.is_in_percent:
        number_format = NumberFormat(decimals, percent=True)
    return PlacedSeries(
        name=name,
        values=tuple(
            height_of(target, figure) if across or index == target.category else None
            for index in range(len(figure.categories))
        ),
        colour=colour,
        kind="line",
        number_format=number_format,
        marker="none" if across else "diamond",
        line=Line(colour, _TARGET_LINE if across else 0, "dot" if target.is_level else "dash"),
        secondary=own is not None and own.secondary,
        in_legend=False,
    )


def height_of(target: ReadyTargetMark, figure: ReadyFigure) -> float:
    """Where a target or a level stands on the value axis: where this counts shares, 50 % at 0.5."""
    return float(target.value) / (100 if figure.kind.is_in_percent else 1)


def _floats(values: Sequence[Decimal | None]) -> tuple[float | None, ...]:
    return tuple(None if value is None else float(value) for value in values)
