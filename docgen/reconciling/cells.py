"""Where the tables and charts of a slide have other values than the printed ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import isclose

from docgen.errors import SlidePosition
from docgen.opened.opened_deck import OpenedChart, OpenedGrid, OpenedSeries, OpenedSlide
from docgen.reconciling.wording import Difference, differences, wording
from docgen.value import value

Rows = Sequence[Sequence[str]]


@value(frozen=True, slots=True)
class CellDifference:
    """A cell that says another thing than the printed one: its place, its labels, both texts and what differs."""

    where: SlidePosition
    labels: tuple[str, ...]
    text: str
    printed: str
    found: Difference


@value(frozen=True, slots=True)
class PointDifference:
    """A point of a chart with another value than the printed one; a gap is None."""

    where: SlidePosition
    labels: tuple[str, ...]
    value: float | None
    printed: float | None


def cell_differences(slide: OpenedSlide, printed: OpenedSlide) -> Iterator[CellDifference]:
    """The cells of a slide's tables that differ, each where it stands first; lines may have come and gone."""
    known = {grid.where.shape: grid for grid in printed.grids}
    for grid in slide.grids:
        other = known.get(grid.where.shape)
        if other is not None and grid.rows != other.rows:
            yield from _of_grids(grid, other)


def point_differences(slide: OpenedSlide, printed: OpenedSlide) -> Iterator[PointDifference]:
    """The points of a slide's charts that differ; series are known by their names."""
    known = {chart.where.shape: chart for chart in printed.charts}
    for chart in slide.charts:
        other = known.get(chart.where.shape)
        if other is not None:
            yield from _of_charts(chart, other)


def _of_grids(grid: OpenedGrid, printed: OpenedGrid) -> Iterator[CellDifference]:
    columns = _matched(_columns(grid.rows), _columns(printed.rows))
    seen: set[tuple[str, str]] = set()
    for row, other in _matched(grid.rows, printed.rows):
        for column, there in columns:
            text, its = grid.rows[row][column], printed.rows[other][there]
            # A merged cell stands in several places; it is told once.
            if text == its or (text, its) in seen:
                continue
            seen.add((text, its))
            where = replace(grid.where, row=row + 1, column=column + 1)
            labels = (grid.rows[row][0], grid.rows[0][column])
            for found in differences(wording(text), wording(its)):
                yield CellDifference(where, labels, text, its, found)


def _columns(rows: Rows) -> list[tuple[str, ...]]:
    return list(zip(*rows, strict=False))


def _matched(lines: Rows, printed: Rows) -> list[tuple[int, int]]:
    """The indices of lines that are one another: in their order where there are as many, else by their first cells."""
    if len(lines) == len(printed):
        return [(index, index) for index in range(len(lines))]
    heads: dict[object, list[int]] = {}
    for index, line in enumerate(printed):
        heads.setdefault(_head(line), []).append(index)
    pairs = ((index, heads.get(_head(line), [])) for index, line in enumerate(lines))
    return [(index, places.pop(0)) for index, places in pairs if places]


def _head(line: Sequence[str]) -> object:
    return next((wording(cell).keys for cell in line if cell.strip()), ())


def _of_charts(chart: OpenedChart, printed: OpenedChart) -> Iterator[PointDifference]:
    places = {name: index for index, name in enumerate(printed.categories) if name}
    alike = len(chart.categories) == len(printed.categories)
    for line, other in _lines(chart, printed):
        for index, number in enumerate(line.values):
            name = chart.categories[index] if index < len(chart.categories) else ""
            at = index if alike else places.get(name, -1)
            if 0 <= at < len(other.values) and not _same(number, other.values[at]):
                labels = (line.name, printed.categories[at] or name)
                yield PointDifference(chart.where, labels, number, other.values[at])


def _lines(chart: OpenedChart, printed: OpenedChart) -> Iterator[tuple[OpenedSeries, OpenedSeries]]:
    """The series of a chart, each with the printed one of its name; of several, in their order."""
    left: dict[str, list[OpenedSeries]] = {}
    for line in printed.series:
        left.setdefault(line.name, []).append(line)
    for line in chart.series:
        if left.get(line.name):
            yield line, left[line.name].pop(0)


def _same(value: float | None, printed: float | None) -> bool:
    if value is None or printed is None:
        return value is printed
    return isclose(value, printed, rel_tol=1e-9, abs_tol=1e-12)
