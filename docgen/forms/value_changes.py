"""The answer to a value: its number and its period, in the content or at a point of a series in a data file."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from docgen.editing.edits import PointAdded
from docgen.editing.files import cell_written, number_like
from docgen.editing.source import Source
from docgen.editing.years import spelled_like
from docgen.errors import DocgenError, FieldPath
from docgen.forms.amounts import amount_written, kind_of, large_change_remark
from docgen.forms.change import NOTHING, Answer, FormChange, Outcome
from docgen.forms.content import FormContent
from docgen.forms.reading import number_in, period_in
from docgen.forms.returned import FilledCell
from docgen.messages import message
from docgen.model import DataReference, DataTable, IndicatorValue, Observation, Period, Quantity, ValueSeries
from docgen.model.cells.text import ended
from docgen.model.compendium import record_at
from docgen.model.lookup import Cell, cell_of, column_named, matching_rows, number_or_gap
from docgen.model.series import points_of


def value_outcome(answer: Answer, content: FormContent, source: Source) -> Outcome:
    """What the answer to a value changes. DocgenError, at its cell, for one that cannot be."""
    number_cell, period_cell = answer.cells.get("value"), answer.cells.get("period")
    asked = Period.parse(answer.asked("period").now)
    period = period_in(period_cell, answer.asked("period")) if period_cell is not None else asked
    if number_cell is None:
        if period_cell is not None and period != asked:
            raise DocgenError("form-period-alone", where=period_cell.where, period=str(period))
        return NOTHING
    number = number_in(number_cell, answer.asked("value"))
    before = answer.asked("value").now
    if before and Decimal(before) == number and period == asked:
        return NOTHING
    value = record_at(content.compendium, answer.row.path)
    assert isinstance(value, IndicatorValue)
    if period < asked:
        where = period_cell.where if period_cell is not None else number_cell.where
        raise DocgenError("form-earlier-period", where=where, period=str(period), asked=str(asked))
    outcome = _written(value, answer.row.path, number, period, asked, number_cell, content, source)
    unit = answer.asked("value").unit
    after = Quantity(number, unit)
    shown = Quantity(Decimal(before), unit) if before else None
    last = answer.row.shown.get("before")
    remark = large_change_remark(last if isinstance(last, Quantity) else None, shown, after)
    change = FormChange(
        number_cell.where,
        answer.row.name,
        message("noun-value"),
        f"{shown}（{asked}）" if shown is not None else message("form-nothing-yet"),
        f"{after}（{period}）",
        remark,
    )
    return outcome + Outcome(changes=(change,), expected=(("value", f"{number:f}"), ("period", str(period))))


def _written(
    value: IndicatorValue,
    path: FieldPath,
    number: Decimal,
    period: Period,
    asked: Period,
    cell: FilledCell,
    content: FormContent,
    source: Source,
) -> Outcome:
    """The edits for a number at a period: where the latest observation has its number, there it goes."""
    latest = value.latest
    moved = _period_written(latest, path, period, source)
    if latest is not None and isinstance(latest.value, DataReference):
        return moved + _in_row(latest.value, (*path, "latest", "value"), number, period, asked, content, source)
    if latest is not None and latest.value is not None:
        own = (*path, "latest", "value")
        return moved + Outcome(amount_written(own, number, source))
    assert value.series is not None
    return moved + _in_series(value.series, number, period, cell, content)


def _period_written(latest: Observation | None, path: FieldPath, period: Period, source: Source) -> Outcome:
    """The edit of the latest period, spelled as it was."""
    if latest is None or latest.period == period:
        return NOTHING
    own = (*path, "latest", "period")
    spelled = spelled_like(period, source.scalar(own).strip("'\""), latest.period)
    return Outcome(source.written(own, spelled, kind_of(spelled)))


def _in_row(
    reference: DataReference,
    path: FieldPath,
    number: Decimal,
    period: Period,
    asked: Period,
    content: FormContent,
    source: Source,
) -> Outcome:
    """A number that the content looks up in the row of its period, or in a row that no cell of a period names."""
    cell = cell_of(reference, content.compendium.tables, None)
    cells = {name: str(wanted) for name, wanted in reference.where.items()}
    x = next((name for name, text in cells.items() if text in (str(asked.number), str(asked))), None)
    if period == asked or x is None:
        return Outcome((cell_written(cell.table, cell.row, cell.column, f"{number:f}"),))
    later = {**cells, x: spelled_like(period, cells[x], asked)}
    own = (*path, "where", x)
    moved = Outcome(source.replaced(own, later[x]))
    return moved + _at_point(reference.data, cell, x, later, number)


def _in_series(
    series: ValueSeries, number: Decimal, period: Period, cell: FilledCell, content: FormContent
) -> Outcome:
    """A number at a point of a series, which is added where it is not there."""
    points = points_of(series, content.compendium.tables, None)
    for point in points:
        if point.period == period:
            written = cell_written(point.cell.table, point.cell.row, point.cell.column, f"{number:f}")
            return Outcome((written,))
    last = points[-1]
    table = last.cell.table
    x = column_named(series.x, table, None)
    spelled = spelled_like(period, table.rows[last.cell.row][x], last.period, series.x_name)
    if not _means(ended(spelled, series.x_name), period):
        raise DocgenError("form-other-kind-of-period", where=cell.where, period=str(period), example=str(last.period))
    wanted = {**{name: str(text) for name, text in series.where.items()}, series.x: spelled}
    return _at_point(series.data, last.cell, series.x, wanted, number)


def _at_point(data: str | DataTable, last: Cell, x: str, wanted: Mapping[str, str], number: Decimal) -> Outcome:
    """A number in the row with the ``wanted`` cells; one that is missing is added beside that of the last point.

    ``x`` is the column of the periods.
    """
    table, column = last.table, last.column
    for row in matching_rows(table, wanted, None):
        same = number_or_gap(table, row, column) == number
        return NOTHING if same else Outcome((cell_written(table, row, column, f"{number:f}"),))
    if isinstance(data, DataTable):
        return NOTHING
    period = column_named(x, table, None)
    return Outcome(points=(PointAdded(data, last.row, period, _row(last, wanted, number)),))


def _row(last: Cell, wanted: Mapping[str, str], number: Decimal) -> tuple[str, ...]:
    """The cells of a new point, its number spelled as the last one is."""
    cells = [wanted.get(name, "") for name in last.table.columns]
    cells[last.column] = number_like(f"{number:f}", last.table.rows[last.row][last.column])
    return tuple(cells)


def _means(text: str, period: Period) -> bool:
    try:
        return Period.parse(text) == period
    except ValueError:
        return False
