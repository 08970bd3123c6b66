"""The parts of a table from what holds data: a pandas DataFrame (without importing pandas), or a ready table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from numbers import Number
from typing import Any, cast

from docgen.blocks.table.cell import BodyRow, Cell, CellAlign, ColumnSpec
from docgen.model.cells.text import text_of
from docgen.model.prose import as_markup
from docgen.ready import ReadyTable

Format = str | Callable[[Any], str]


def ready_parts(table: ReadyTable) -> tuple[tuple[ColumnSpec, ...], tuple[BodyRow, ...]]:
    """Specifications of the columns and body rows of a table whose cells are final texts."""
    columns = tuple(
        ColumnSpec(column.heading, cast("CellAlign | None", column.align), column.width)
        for column in table.columns
    )
    rows = tuple(
        BodyRow(_ready_cells(table, index), "total" if index in table.totals else "body")
        for index in range(len(table.rows))
    )
    return columns, rows


def _ready_cells(table: ReadyTable, row: int) -> tuple[Cell, ...]:
    """The cells that begin in a row: in a merged column only the first of equal ones."""
    spans = [_row_span(table, row, index) if column.merged else 1 for index, column in enumerate(table.columns)]
    numbers = table.numbers[row] if table.numbers else (None,) * len(spans)
    return tuple(
        Cell(text, row_span=span, value=None if number is None else float(number))
        for text, number, span in zip(table.rows[row], numbers, spans, strict=True)
        if span
    )


def _row_span(table: ReadyTable, row: int, column: int) -> int:
    """How many rows a cell covers; 0 where the cell above covers it. Empty cells and totals stay single."""
    texts = ["" if index in table.totals else cells[column] for index, cells in enumerate(table.rows)]
    if not texts[row]:
        return 1
    if row and texts[row - 1] == texts[row]:
        return 0
    end = row + 1
    while end < len(texts) and texts[end] == texts[row]:
        end += 1
    return end - row


def frame_parts(
    frame: Any, formats: Mapping[str, Format], missing: str, columns: Mapping[str, ColumnSpec]
) -> tuple[tuple[ColumnSpec, ...], tuple[tuple[Cell, ...], ...] | None, tuple[BodyRow, ...]]:
    """Specifications of the columns, header rows (None for plain names), and body rows of a DataFrame.

    A column of several levels is named in ``formats`` and ``columns`` by its last level.
    """
    names = [name if isinstance(name, tuple) else (name,) for name in frame.columns]
    absent = list(frame.isna().itertuples(index=False, name=None))
    values = list(frame.itertuples(index=False, name=None))
    last = [str(name[-1]) for name in names]
    specs = tuple(
        columns.get(name)
        or _spec(name, [row[index] for row, gaps in zip(values, absent, strict=True) if not gaps[index]])
        for index, name in enumerate(last)
    )
    rows = tuple(
        BodyRow(
            tuple(
                Cell(missing) if gone else _frame_cell(value, formats.get(name))
                for name, value, gone in zip(last, row, gaps, strict=True)
            )
        )
        for row, gaps in zip(values, absent, strict=True)
    )
    return specs, _header(names) if len(names) and len(names[0]) > 1 else None, rows


def _spec(name: str, values: Sequence[Any]) -> ColumnSpec:
    numbers = bool(values) and all(map(_is_number, values))
    return ColumnSpec(as_markup(name), align="decimal" if numbers else "left")


def _is_number(value: Any) -> bool:
    return isinstance(value, Number) and not isinstance(value, bool)


def _frame_cell(value: Any, form: Format | None) -> Cell:
    if form is None:
        text = text_of(value)
    elif callable(form):
        text = form(value)
    else:
        text = format(value, form)
    return Cell(as_markup(text), value=float(value) if _is_number(value) else None)


def _header(names: Sequence[tuple[Any, ...]]) -> tuple[tuple[Cell, ...], ...]:
    """A header row for each level; equal neighbours below the same heading are merged, empty levels too."""
    rows = []
    for level in range(len(names[0])):
        prefixes = [name[: level + 1] for name in names]
        last = level == len(names[0]) - 1
        runs = [[prefix] for prefix in prefixes] if last else [list(run) for _, run in groupby(prefixes)]
        rows.append(tuple(Cell(as_markup(str(run[0][level])), column_span=len(run)) for run in runs))
    return tuple(rows)
