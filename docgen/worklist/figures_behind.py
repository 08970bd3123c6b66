"""Figures that end before their data does: the series has a number for a later year than is drawn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from docgen.errors import FieldPath
from docgen.model import Compendium, DataTable, Figure
from docgen.model.cells.text import ended
from docgen.model.lookup import matching_rows, number_or_gap, table_named
from docgen.model.period import read_year


@dataclass(frozen=True, slots=True)
class FigureBehind:
    """A figure at its path, what it is ``shown`` up to, and the ``newest`` point of its data, as the data spells both."""

    path: FieldPath
    id: str
    shown: str
    newest: str


def figures_behind(compendium: Compendium) -> Iterator[FigureBehind]:
    """The figures that end, by ``x_to`` or by a year in ``where``, before a number of their data.

    A year beyond the compendium's own is no point of the series but a target or a forecast.
    """
    for path, figure in compendium.records:
        if isinstance(figure, Figure) and figure.data is not None and figure.missing is None:
            table = table_named(figure.data, compendium.tables, None)
            for column, shown in _ends(figure):
                newest = _newest(figure, table, column, shown, compendium.fiscal_year)
                if newest is not None:
                    yield FigureBehind(path, figure.id, shown, newest)


def _ends(figure: Figure) -> Iterator[tuple[str, str]]:
    """The columns of years in which a figure ends, with the last year's cell."""
    if figure.x is not None and figure.x_to is not None:
        yield figure.x, str(figure.x_to)
    for column, cell in figure.where.items():
        cells = cell if isinstance(cell, tuple) else (cell,)
        years = {year: str(each) for each in cells if (year := _year(str(each))) is not None}
        if len(years) == len(cells) and years:
            yield column, years[max(years)]


def _newest(figure: Figure, table: DataTable, column: str, shown: str, fiscal_year: int) -> str | None:
    """The cell of the newest year after ``shown`` that has a number of the figure's; None where there is none."""
    last = _year(ended(shown, figure.x_suffix))
    wanted = {name: str(cell) for name, cell in figure.where.items() if name != column and not isinstance(cell, tuple)}
    if last is None or column not in table.columns or any(name not in table.columns for name in wanted):
        return None
    at = table.columns.index(column)
    names = [series.column for series in figure.series if series.column] + ([figure.value] if figure.value else [])
    numbers = [table.columns.index(name) for name in names if name in table.columns]
    years: dict[int, str] = {}
    for row in matching_rows(table, wanted, None):
        text = table.rows[row][at]
        year = _year(ended(text, figure.x_suffix))
        if year is None or not last < year <= fiscal_year:
            continue
        if any(number_or_gap(table, row, number) is not None for number in numbers):
            years[year] = text
    return years[max(years)] if years else None


def _year(text: str) -> int | None:
    """The year, or fiscal year, that a cell is; None for any other."""
    try:
        return read_year(int(text) if text.isdigit() else text)
    except ValueError:
        return None
