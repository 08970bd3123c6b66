"""The numbers of a figure as a chart takes them: whole series, totals of stacks, targets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from docgen.blocks.chart.colours import SeriesInk, series_inks
from docgen.blocks.chart.numbers import short_unit
from docgen.blocks.chart.words import chart_word
from docgen.layout.style import Style
from docgen.model import ChartKind
from docgen.placed import Line, NumberFormat, PlacedSeries
from docgen.placed.chart import SeriesKind
from docgen.ready import ReadyFigure, ReadySeries, ReadyTargetMark

# A marker on each of more points than this makes a line look like a chain.
_MOST_MARKED_POINTS = 16
_TARGET_LINE = 1.25  # points


def drawn_kinds(figure: ReadyFigure) -> tuple[SeriesKind, ...]:
    """What each series is drawn as. In a column_line figure the last is the line where none is named."""
    kinds = [_drawn_as(series, figure) for series in figure.series]
    if figure.kind.combines_columns_and_lines and len(kinds) > 1 and "line" not in kinds:
        kinds[-1] = "line"
    return tuple(kinds)


def with_target_rows(figure: ReadyFigure) -> tuple[ReadyFigure, int]:
    """A figure of lying bars with a bar of its own for each target, and how many these are.

    No line can be drawn across lying bars, so the target stands among them.
    """
    if not figure.kind.is_horizontal or not figure.targets:
        return figure, 0
    series = []
    for at, one in enumerate(figure.series):
        targets = tuple(
            mark.value if mark.series == one.name or (mark.series is None and at == 0) else None
            for mark in figure.targets
        )
        series.append(replace(one, values=(*one.values, *targets)))
    names = tuple(mark.name for mark in figure.targets)
    ready = replace(figure, categories=(*figure.categories, *names), series=tuple(series), targets=())
    return ready, len(names)


def data_series(figure: ReadyFigure, style: Style, target_rows: int = 0) -> tuple[PlacedSeries, ...]:
    """The figure's own series, each whole, with its ink and its number format.

    The last ``target_rows`` points are targets and drawn in the colour of targets.
    """
    kinds = drawn_kinds(figure)
    inks = series_inks(figure, kinds, style)
    first = len(figure.categories) - target_rows
    targets = dict.fromkeys(range(first, len(figure.categories)), style.chart.target)
    return tuple(
        _placed(series, kind, ink, targets, figure, style)
        for series, kind, ink in zip(figure.series, kinds, inks, strict=True)
    )


def total_series(figure: ReadyFigure, style: Style) -> tuple[PlacedSeries, ...]:
    """A series without a line that carries the totals over the stacks.

    A total stands only where no part is missing and none is negative: anything else would be no total.
    """
    stacked = [series for series in figure.series if not series.secondary]
    if figure.kind is not ChartKind.STACKED_COLUMN or len(stacked) < 2 or figure.labels == "none":
        return ()
    totals = [_total(column) for column in zip(*(series.values for series in stacked), strict=True)]
    if all(total is None for total in totals):
        return ()
    decimals = max(series.decimals for series in stacked)
    return (
        PlacedSeries(
            name=chart_word("total", style),
            values=tuple(None if total is None else float(total) for total in totals),
            colour="ink",
            kind="line",
            number_format=NumberFormat(decimals, short_unit(figure.unit), style.pack.minus),
            line=Line("ink", 0),
            in_legend=False,
        ),
    )


def target_series(figure: ReadyFigure, style: Style) -> tuple[PlacedSeries, ...]:
    """A dashed line across for each target, or a lone marker at its period."""
    if figure.kind.is_horizontal:
        return ()
    return tuple(_target(mark, figure, style) for mark in figure.targets)


def _drawn_as(series: ReadySeries, figure: ReadyFigure) -> SeriesKind:
    kind = figure.kind
    if kind.is_round or kind.is_horizontal:
        return kind.drawn_as
    if kind.combines_columns_and_lines and series.secondary:
        return series.drawn_as or "line"
    return series.drawn_as or kind.drawn_as


def _placed(
    series: ReadySeries,
    kind: SeriesKind,
    ink: SeriesInk,
    targets: Mapping[int, str],
    figure: ReadyFigure,
    style: Style,
) -> PlacedSeries:
    """A series; the points of ``targets`` have their colours."""
    unit = series.unit or figure.unit
    suffix = short_unit(unit) or (unit if figure.unit and unit != figure.unit else "")
    marked = kind == "line" and figure.kind is not ChartKind.SPARKLINE and len(figure.categories) <= _MOST_MARKED_POINTS
    return PlacedSeries(
        name=series.name,
        values=tuple(None if value is None else float(value) for value in series.values),
        colour=style.chart.muted if figure.highlights and kind != "line" else ink.colour,
        kind=kind,
        number_format=NumberFormat(series.decimals, suffix, style.pack.minus),
        marker=ink.marker if marked else "none",
        line=_line(kind, ink, figure, style),
        pattern=ink.pattern,
        dash_from=figure.forecast_from,
        secondary=series.secondary,
        breaks=figure.breaks if kind == "line" else (),
        point_colours={**_points(series, ink, figure, style), **targets},
    )


def _points(series: ReadySeries, ink: SeriesInk, figure: ReadyFigure, style: Style) -> dict[int, str]:
    """The points that stand out: the highlighted ones, and the last of a sparkline."""
    known = [at for at, value in enumerate(series.values) if value is not None]
    last = {known[-1]: ink.colour} if figure.kind is ChartKind.SPARKLINE and known else {}
    return {**last, **dict.fromkeys(figure.highlights, style.chart.highlight)}


def _line(kind: SeriesKind, ink: SeriesInk, figure: ReadyFigure, style: Style) -> Line | None:
    if kind == "line":
        return Line(ink.colour, style.chart.line_width if len(figure.series) < 8 else 1.25)
    # A thin edge of paper parts the segments of a stack, also where two greys are alike.
    return Line("paper", 0.5) if figure.kind.is_stacked and ink.pattern is None else None


def _total(column: Sequence[Decimal | None]) -> Decimal | None:
    known = [value for value in column if value is not None]
    if len(known) < len(column) or any(value < 0 for value in known):
        return None
    return sum(known, Decimal(0))


def _target(mark: ReadyTargetMark, figure: ReadyFigure, style: Style) -> PlacedSeries:
    value, count = float(mark.value), len(figure.categories)
    own = next((series for series in figure.series if series.name == mark.series), None)
    decimals = max(0, -int(mark.value.normalize().as_tuple().exponent))
    unit = own.unit if own is not None and own.unit else figure.unit
    colour = style.chart.target
    name = mark.name
    if mark.category is not None and figure.categories[mark.category] not in name:
        name = chart_word("target_due", style).format(name=name, due=figure.categories[mark.category])
    across = mark.category is None
    return PlacedSeries(
        name=name,
        values=tuple(value if across or at == mark.category else None for at in range(count)),
        colour=colour,
        kind="line",
        number_format=NumberFormat(decimals, short_unit(unit), style.pack.minus),
        marker="none" if across else "diamond",
        line=Line(colour, _TARGET_LINE if across else 0, "dash"),
        secondary=own is not None and own.secondary,
        in_legend=False,
    )
