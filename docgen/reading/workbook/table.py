"""A grid to a table: title lines, head, notes and totals told apart, columns named, rows with their addresses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from docgen.breach import Breach
from docgen.errors import DocgenError
from docgen.model.data import DataTable
from docgen.model.dataset import Dataset
from docgen.reading.unit_row import is_unit_row
from docgen.reading.workbook.cross import unpivoted
from docgen.reading.workbook.grid import Grid, GridCell, Row
from docgen.reading.workbook.head import Headed, headed, named_columns, one_line, with_marks
from docgen.reading.workbook.notices import lines_of
from docgen.reading.workbook.outside import (
    head_goes_on,
    inner_totals,
    note_rows,
    second_head,
    title_lines,
    total_rows,
)

Notices = tuple[Breach, ...]


def table_of_grid(grid: Grid, dataset: Dataset, *, whole_sheet: bool) -> DataTable:
    """The table of a grid, with what there is to say of it. In a ``whole_sheet`` a title may stand above the head.

    DocgenError, at its cell, for what is not a table.
    """
    count = _head_rows(dataset, grid)
    above = 1 if dataset.transposed else count
    below, of_titles = _without_titles(grid, above) if whole_sheet else (grid, ())
    body, of_notes = _without_notes(below, above)
    if dataset.transposed:
        body = body.transposed()
    body, of_units = _without_units(body, count)
    leading = len(dataset.cross.rows) if dataset.cross is not None else 1
    named, of_columns = named_columns(with_marks(headed(body, count)), body, leading)
    single, of_heads = _without_repeated_heads(named, body)
    table, of_totals = (single, ()) if dataset.totals else _without_totals(single, body)
    of_percents = tuple(_strange_percents(table, body))
    if dataset.cross is not None:
        table, beside = unpivoted(table, dataset.cross, body, dataset.totals)
        of_totals = (*of_totals, *beside)
    return DataTable(
        columns=table.names,
        rows=tuple(tuple(cell.text for cell in row) for row in table.rows),
        file=dataset.file,
        lines=tuple(row[-1].row for row in table.rows),
        path=grid.file,
        sheet=grid.sheet,
        addresses=tuple(tuple((cell.row, cell.column) for cell in row) for row in table.rows),
        marks=_marks(table.rows),
        notices=(*of_titles, *of_units, *of_notes, *of_heads, *of_totals, *of_columns, *of_percents),
    )


def _head_rows(dataset: Dataset, grid: Grid) -> int:
    """How many rows the head has. DocgenError where a cross table names more or fewer of them."""
    if dataset.cross is None:
        return dataset.header_rows
    count = len(dataset.cross.columns)
    if "header_rows" in dataset.model_fields_set and dataset.header_rows != count:
        raise DocgenError("cross-head-rows", where=grid.place(), count=count, stated=dataset.header_rows)
    return count


def _without_titles(grid: Grid, head: int) -> tuple[Grid, Notices]:
    """The grid from its head on, and a notice for each line above."""
    count = title_lines(grid, head)
    notices = tuple(
        Breach("line-above", grid.place(first), level="notice", words=words)
        for first, words in lines_of(grid.rows[:count])
    )
    return replace(grid, rows=grid.rows[count:]), notices


def _without_notes(grid: Grid, head: int) -> tuple[Grid, Notices]:
    """The grid without notes below its head, and without columns that held nothing else; a notice for each note."""
    notes = {index + head for index in note_rows(grid.rows[head:])}
    notices = tuple(
        Breach("note-left-out", grid.place(first), level="notice", words=words)
        for first, words in lines_of(grid.rows[index] for index in sorted(notes))
    )
    kept = [row for index, row in enumerate(grid.rows) if index not in notes]
    used = [column for column in range(len(grid.rows[0])) if any(row[column].text for row in kept)] if kept else []
    return replace(grid, rows=tuple(tuple(row[column] for column in used) for row in kept)), notices


def _without_units(grid: Grid, head: int) -> tuple[Grid, Notices]:
    """The grid without a row of units below its head, and a notice for it, or for words that may be of the head."""
    rows = grid.rows
    if len(rows) > head + 1 and is_unit_row([cell.own for cell in rows[head]]):
        ((first, words),) = lines_of(rows[head : head + 1])
        said = Breach("unit-row", grid.place(first), level="notice", words=words)
        return replace(grid, rows=(*rows[:head], *rows[head + 1 :])), (said,)
    if head_goes_on(rows, head):
        ((first, words),) = lines_of(rows[head : head + 1])
        return grid, (Breach("head-may-go-on", grid.place(first), level="notice", words=words, count=head + 1),)
    return grid, ()


def _without_repeated_heads(table: Headed, grid: Grid) -> tuple[Headed, Notices]:
    """The table without its head once more, and a notice for each. DocgenError where another table follows."""
    repeated = [row for row in table.rows if _repeats(row, table)]
    another = second_head(table.rows, repeated)
    if another is not None:
        raise DocgenError("another-table", where=grid.place(another), text=another.text)
    notices = tuple(
        Breach("head-repeated", grid.place(first), level="notice", words=words) for first, words in lines_of(repeated)
    )
    return replace(table, rows=tuple(row for row in table.rows if row not in repeated)), notices


def _without_totals(table: Headed, grid: Grid) -> tuple[Headed, Notices]:
    """The table without totals at its end, and a notice for each of them, and for each among the other rows."""
    end = len(table.rows) - total_rows(table.rows)
    rows = table.rows[:end]
    below = (
        Breach("total-left-out.below", grid.place(first), level="notice", words=words)
        for first, words in lines_of(table.rows[end:])
    )
    among = (
        Breach("total-among-rows", grid.place(cell), level="notice", text=cell.text) for cell in inner_totals(rows)
    )
    return replace(table, rows=rows), (*below, *among)


def _repeats(row: Row, table: Headed) -> bool:
    """Whether a row is the head once more, as on each printed page of a long table."""
    return len(row) > 1 and tuple(one_line(cell.text) for cell in row) == table.names


def _strange_percents(table: Headed, grid: Grid) -> Iterator[Breach]:
    """Notices for plain numbers up to 1 among percent cells: they may be meant as percents as well."""
    for column, name in enumerate(table.names):
        cells = [row[column] for row in table.rows if row[column].shown.is_number]
        percents = sum(cell.shown.percent for cell in cells)
        strange = [cell for cell in cells if not cell.shown.percent and _is_share(cell)]
        if percents > len(strange) > 0:
            where, text = grid.place(strange[0]), strange[0].text
            yield Breach("percent-or-not", where, level="notice", text=text, column=name)


def _is_share(cell: GridCell) -> bool:
    digits = cell.text.lstrip("-△▲+")
    return digits.startswith("0.") and digits.strip("0.") != ""


def _marks(rows: tuple[Row, ...]) -> tuple[tuple[str, ...], ...]:
    """The marks at the cells; nothing at all where there are none."""
    marks = tuple(tuple(cell.shown.mark for cell in row) for row in rows)
    return marks if any(any(row) for row in marks) else ()
