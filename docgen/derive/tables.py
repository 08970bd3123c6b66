"""Tables: rows written out, or taken from a data file, as final texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from docgen.derive.data_rows import chosen_rows, table_of
from docgen.derive.desk import Desk
from docgen.derive.figures import ready_figure
from docgen.errors import DocgenError, FieldPath
from docgen.messages import message
from docgen.model import ChartKind, DataTable, Quantity, Table, TableColumn
from docgen.model.cells.meaning import number_in
from docgen.model.lookup import Cell, cell_number, column_named, not_among, number_at
from docgen.model.mark import marked
from docgen.model.printing import Printing
from docgen.model.prose import as_markup
from docgen.ready import ReadyColumn, ReadyFigure, ReadyTable, Trace

# A cell's text as printed, and the number in it.
_Cell = tuple[str, Decimal | None]
_NUMBER = re.compile(r"[(（+＋±]?([-－−△▲]?[\d,]+(?:[.．]\d+)?)\D*")


def ready_table(table: Table, desk: Desk, path: FieldPath) -> ReadyTable | None:
    """The table with its texts; None, and a problem, where its data does not give it."""
    return desk.problems.attempt(lambda: _ready_table(table, desk, path), None)


def _ready_table(table: Table, desk: Desk, path: FieldPath) -> ReadyTable:
    if table.data is not None:
        data = table_of(table.data, desk.library.tables, desk.where((*path, "data")))
        columns = table.columns or tuple(TableColumn(column=name) for name in _shown_columns(data))
        cells = _cells_of_data(table, columns, data, desk, path)
        files: tuple[str, ...] = (data.file,)
    else:
        columns, files = table.columns, ()
        _check_widths(table, desk, path)
        written = (desk.texts(row, (*path, "rows", index)) for index, row in enumerate(table.rows))
        cells = tuple(tuple((desk.printing.text(text), _number_in(text)) for text in row) for row in written)
    if not columns:
        raise DocgenError("table-without-columns", where=desk.where(path), table=table.id)
    rows = tuple(tuple(text for text, _ in row) for row in cells)
    totals = _totals(table, rows, desk, path)
    return ReadyTable(
        id=table.id,
        title=desk.text(table.title, (*path, "title")),
        columns=tuple(_column(column, index, desk, path) for index, column in enumerate(columns)),
        rows=rows,
        numbers=tuple(tuple(number for _, number in row) for row in cells),
        notes=desk.notes(table.notes, (*path, "notes")),
        sources=desk.sources(table.sources, (*path, "sources")),
        files=files,
        totals=totals,
        sparklines=_sparklines(table, len(rows) - len(totals), desk, (*path, "sparklines")),
    )


def _shown_columns(data: DataTable) -> Iterator[str]:
    """The columns of the data that have a name, or a text."""
    return (name for index, name in enumerate(data.columns) if name or any(row[index] for row in data.rows))


def _column(column: TableColumn, index: int, desk: Desk, path: FieldPath) -> ReadyColumn:
    where = (*path, "columns", index, "heading")
    # The name of a data column is text of a file: neither a template nor markup.
    name = desk.printing.text(column.column or "")
    heading = desk.printing.text(desk.text(column.heading, where)) if column.heading else as_markup(name)
    return ReadyColumn(heading, column.align, column.width, column.merged)


def _cells_of_data(
    table: Table, columns: tuple[TableColumn, ...], data: DataTable, desk: Desk, path: FieldPath
) -> tuple[tuple[_Cell, ...], ...]:
    where = desk.where((*path, "columns") if table.columns else path)
    indices = [column_named(column.heading if column.column is None else column.column, data, where) for column in columns]
    rows = chosen_rows(data, table.where, desk.where((*path, "where")))
    desk.reader.note(*(Trace.of(Cell(data, row, index)) for row in rows for index in indices))
    return tuple(
        tuple(_cell(data, row, index, column, desk.printing) for index, column in zip(indices, columns, strict=True))
        for row in rows
    )


def _cell(data: DataTable, row: int, index: int, column: TableColumn, printing: Printing) -> _Cell:
    """A cell of a data file, with its mark; a number gets its column's unit and decimals where these are given."""
    text, mark = data.rows[row][index], data.mark(row, index)
    if (column.unit or column.decimals is not None) and number_in(text) is not None:
        number = number_at(data, row, index, column.unit)
        cell = cell_number(data, row, index)
        printed = printing.quantity(Quantity(number, column.unit or cell.unit, column.decimals))
        return as_markup(marked(printed, mark)), number
    return as_markup(marked(printing.text(text), mark)), _number_in(text)


def _number_in(text: str) -> Decimal | None:
    """The number that a text consists of, with a unit or without: 1606 for 1,606件; None for 令和8年度."""
    number = _NUMBER.fullmatch(text.strip())
    return number_in(number[1]) if number is not None else None


def _totals(table: Table, rows: tuple[tuple[str, ...], ...], desk: Desk, path: FieldPath) -> tuple[int, ...]:
    """The indices of the total rows. DocgenError for a name that no row begins with."""
    names = [next((text for text in row if text), "") for row in rows]
    totals = table.totals if table.data is None else tuple(map(as_markup, table.totals))
    for name in totals:
        if name not in names:
            what = message("no-total-row", table=table.id, name=name)
            raise not_among(what, name, names, desk.where((*path, "totals")))
    return tuple(index for index, name in enumerate(names) if name in totals)


def _sparklines(table: Table, rows: int, desk: Desk, path: FieldPath) -> ReadyFigure | None:
    """The small charts at the table's side. DocgenError where they are not one for each of ``rows``."""
    if table.sparklines is None:
        return None
    figure = ready_figure(table.sparklines.model_copy(update={"kind": ChartKind.SPARKLINE}), desk, path)
    if figure is not None and len(figure.series) != rows:
        raise DocgenError(
            "sparklines-unlike-rows",
            where=desk.where((*path, "series") if table.sparklines.series else path),
            table=table.id,
            count=len(figure.series),
            rows=rows,
        )
    return figure


def _check_widths(table: Table, desk: Desk, path: FieldPath) -> None:
    count = len(table.columns)
    for index, row in enumerate(table.rows):
        if count and len(row) != count:
            raise DocgenError(
                "row-unlike-columns",
                where=desk.where((*path, "rows", index)),
                row=index + 1,
                table=table.id,
                cells=len(row),
                columns=count,
            )
