"""The points of a figure, a row each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.ready import ReadyFigure
from docgen.tidy.sheet import DataCell, DataTableRows
from docgen.tidy.year_cells import YEAR_HEADS, periods_of, year_cells

_HEADS = ("系列番号", "系列", "項目番号", "項目", *YEAR_HEADS, "区分", "値", "単位")

Categories = Sequence[tuple[DataCell, ...]]


def figure_table(figure: ReadyFigure) -> DataTableRows:
    """Each point of each series, then the targets; a gap is an empty value."""
    categories = tuple(_categories(figure))
    return DataTableRows.of(_HEADS, [*_points(figure, categories), *_targets(figure, categories)], kept=("値",))


def figure_unit(figure: ReadyFigure) -> str:
    """The unit of all series, "" where they differ."""
    units = {figure.unit_of(series) for series in figure.series}
    return units.pop() if len(units) == 1 else ""


def _points(figure: ReadyFigure, categories: Categories) -> Iterator[tuple[DataCell, ...]]:
    for order, series in enumerate(figure.series, start=1):
        for index, value in enumerate(series.values):
            kind = "予測" if figure.forecast_from is not None and index >= figure.forecast_from else "値"
            yield (str(order), series.name, *categories[index], kind, value, figure.unit_of(series))


def _targets(figure: ReadyFigure, categories: Categories) -> Iterator[tuple[DataCell, ...]]:
    for target in figure.targets:
        place = categories[target.category] if target.category is not None else ("", "", "", None, "", "")
        kind = "水準" if target.is_level else "目標"
        yield ("", target.series or target.name, *place, kind, target.value, figure.unit_of_target(target))


def _categories(figure: ReadyFigure) -> Iterator[tuple[DataCell, ...]]:
    """The cells of each category: its number, its name, and its period where it names one."""
    names = [" ".join(name.split()) for name in figure.categories]
    for number, (name, found) in enumerate(zip(names, periods_of(names), strict=True), start=1):
        if found is None:
            yield (str(number), name, *year_cells(None))
        else:
            yield (str(number), "", *year_cells(*found))
