"""The bands around the lines of a figure, such as confidence intervals: two columns of the data for each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from docgen.derive.figure_data import FigureData, figure_data
from docgen.errors import DocgenError, Where
from docgen.model import ChartKind, DataTable, Figure, SeriesSpec
from docgen.ready import ReadySeries


def with_bands(
    series: Sequence[ReadySeries],
    figure: Figure,
    kind: ChartKind,
    data: FigureData,
    tables: Mapping[str, DataTable],
    where: Where,
) -> tuple[ReadySeries, ...]:
    """The series with their bands; ``data`` is what they were made from.

    DocgenError for a band that a figure of the kind cannot show, for half a band, and where a value lies outside.
    """
    return tuple(
        _with_band(own, each.spec, figure, kind, data, tables, where)
        for own, each in zip(series, data.series, strict=True)
    )


def _with_band(
    own: ReadySeries,
    spec: SeriesSpec,
    figure: Figure,
    kind: ChartKind,
    data: FigureData,
    tables: Mapping[str, DataTable],
    where: Where,
) -> ReadySeries:
    if spec.low is None and spec.high is None:
        return own
    if spec.low is None or spec.high is None:
        raise DocgenError("band-of-one-end", where=where, series=spec.name)
    if kind is not ChartKind.LINE or figure.index is not None:
        raise DocgenError("band-without-line", where=where, series=spec.name)
    lows, highs = (_numbers(spec, column, figure, tables, where) for column in (spec.low, spec.high))
    band: list[tuple[Decimal, Decimal] | None] = []
    for category, value in zip(data.categories, own.values, strict=True):
        low, high = lows.get(category), highs.get(category)
        if low is None or high is None or value is None:
            band.append(None)
            continue
        if not low <= value <= high:
            raise DocgenError(
                "value-outside-band", where=where, series=spec.name, category=category, low=str(low), high=str(high)
            )
        band.append((low, high))
    return replace(own, band=tuple(band))


def _numbers(
    spec: SeriesSpec, column: str, figure: Figure, tables: Mapping[str, DataTable], where: Where
) -> dict[str, Decimal | None]:
    """The numbers of a column of the series' rows by category, divided as the figure's are."""
    end = spec.model_copy(update={"column": column, "low": None, "high": None})
    read = figure_data(figure.model_copy(update={"series": (end,)}), tables, where)
    values = read.series[0].values
    return {
        category: None if value is None else value / figure.divide
        for category, value in zip(read.categories, values, strict=True)
    }
