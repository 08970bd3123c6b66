"""The cells of a table: columns of words stay columns, each number is a row with its unit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from docgen.bearing.fact import unit_in
from docgen.model import Period
from docgen.prose.markup import plain
from docgen.ready import ReadyTable
from docgen.tidy.sheet import DataCell, DataTableRows
from docgen.tidy.year_cells import YEAR_HEADS, periods_of, with_western_year, year_cells

_NUMBER_AND_UNIT = re.compile(r"[△▲－−+\-]?[0-9,]+(?:\.[0-9]+)?\s*(?P<unit>[^0-9\s以超未～~（(]{0,6})")
_SEVERAL = re.compile(r"(?P<number>[0-9,]+(?:\.[0-9]+)?)(?P<unit>[^0-9\s、程約]{1,6})(?P<more>程度|超|以上|以下)?")
_RANGE = re.compile(
    r"(?P<low>[0-9,]+(?:\.[0-9]+)?)(?:[^0-9\s]{0,3})[～~](?P<high>[0-9,]+(?:\.[0-9]+)?)(?P<unit>[^0-9\s]{0,3})"
)
_VALUE_HEADS = ("項目番号", "項目", *YEAR_HEADS, "値", "単位", "値の表記")


def table_table(table: ReadyTable) -> DataTableRows:
    """A row for each cell of a column that has numbers; where no column has, the rows as they are.

    What a number's cell prints beside it (95%以上), and what stands in the place of a number (－), is kept in 値の表記.
    """
    measured = [index for index in range(1, len(table.columns)) if _has_numbers(table, index)]
    named = [index for index in range(len(table.columns)) if index not in measured]
    own_heads = (_one_line(table.columns[index].heading) or f"列{index + 1}" for index in named)
    heads = distinct(("行番号", "行の区分", *own_heads), _VALUE_HEADS)
    names = [_named_cells([_one_line(row[column]) for row in table.rows]) for column in named]
    row_heads = [_row_head(table, row, [cells[row] for cells in names]) for row in range(len(table.rows))]
    if not measured:
        return DataTableRows.of(heads, row_heads)
    found = periods_of([_one_line(table.columns[column].heading) for column in measured])
    periods = dict(zip(measured, found, strict=True))
    rows = [
        (*row_heads[row], str(column + 1), *datum)
        for row in range(len(table.rows))
        for column in measured
        for datum in _data(table, row, column, periods[column])
    ]
    return DataTableRows.of((*heads, *_VALUE_HEADS), rows, kept=("値",))


def table_unit(rows: DataTableRows) -> str:
    """The unit of all numbers of a table, "" where they differ or none is known."""
    if "単位" not in rows.heads:
        return ""
    units = {row[rows.heads.index("単位")] for row in rows.rows} - {"", None}
    return str(units.pop()) if len(units) == 1 else ""


def _has_numbers(table: ReadyTable, column: int) -> bool:
    return any(row[column] is not None for row in table.numbers)


def _row_head(table: ReadyTable, row: int, names: Sequence[DataCell]) -> tuple[DataCell, ...]:
    return (str(row + 1), "計" if row in table.totals else "", *names)


def _named_cells(texts: Sequence[str]) -> tuple[DataCell, ...]:
    """The cells of a column of words; ranks and the like, which are all whole numbers, are numbers."""
    if any(texts) and all(text.isdecimal() or not text for text in texts):
        return tuple(Decimal(text) if text else None for text in texts)
    return tuple(with_western_year(text) for text in texts)


def _data(
    table: ReadyTable, row: int, column: int, found: tuple[Period, str] | None
) -> Iterator[tuple[DataCell, ...]]:
    """What a cell holds, a datum each: 8件、0.9億円 is two, and 85%～95% its bounds."""
    head = _one_line(table.columns[column].heading)
    name = ("", *year_cells(*found)) if found is not None else (head, *year_cells(None))
    text = _one_line(table.rows[row][column])
    number = table.numbers[row][column]
    several = [_SEVERAL.fullmatch(part) for part in text.split("、")]
    if number is None and len(several) > 1 and all(several):
        for match in filter(None, several):
            yield (*name, Decimal(match["number"].replace(",", "")), match["unit"], match["more"] or "")
        return
    bounds = _RANGE.fullmatch(text)
    if number is None and bounds is not None:
        unit = bounds["unit"].replace("％", "%")
        yield (*name, Decimal(bounds["low"].replace(",", "")), unit, "下限")
        yield (*name, Decimal(bounds["high"].replace(",", "")), unit, "上限")
        return
    own = _NUMBER_AND_UNIT.fullmatch(text)
    stated = unit_in(head) or unit_in(table.title)
    unit = "" if number is None else own["unit"] or stated if own is not None else stated
    yield (*name, number, unit, text if text and (number is None or own is None) else "")


def _one_line(text: str) -> str:
    return " ".join(plain(text).split())


def distinct(heads: Sequence[str], others: Sequence[str] = ()) -> tuple[str, ...]:
    """Heads of which no two are the same, nor the same as one of the ``others``.

    >>> distinct(("回答", "回答", "値"), ("値",))
    ('回答', '回答2', '値2')
    """
    made: list[str] = []
    for head in heads:
        made.append(next(name for name in _names(head) if name not in (*made, *others)))
    return tuple(made)


def _names(head: str) -> Iterator[str]:
    yield head
    number = 2
    while True:
        yield f"{head}{number}"
        number += 1
