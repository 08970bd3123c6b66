"""The amounts of budget lines by fiscal year: written out, or read from the rows of a data file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from docgen.errors import DocgenError, Position, nearest
from docgen.model.data import DataTable
from docgen.model.lookup import Cell, number_or_gap, one_of, quantity_of, table_named
from docgen.model.measure import BudgetKind, BudgetLine
from docgen.model.quantity import Quantity

Tables = Mapping[str, DataTable]

_NAME_COLUMNS = ("measure", "name")
_AMOUNT_COLUMNS = ("amount", "amount_as_given")
_UNIT_COLUMNS = ("unit", "unit_as_given")
KINDS: Mapping[str, BudgetKind] = {
    "executed": "executed",
    "budgeted": "budgeted",
    "requested": "requested",
    "執行額": "executed",
    "予算額": "budgeted",
    "予算額・執行額": "budgeted",
    "概算要求": "requested",
    "概算要求額": "requested",
}
"""The words for the kinds of amounts in data files."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The indices of the columns of a data file with budgets."""

    name: int
    year: int
    kind: int
    amount: int
    unit: int


@dataclass(frozen=True, slots=True)
class Amounts:
    """The amounts of one line by fiscal year, and where they were read.

    ``kinds`` are those of all years that the line has a place for, also where the amount is awaited.
    """

    by_year: Mapping[int, tuple[BudgetKind, Quantity]]
    cells: tuple[Cell, ...]
    kinds: Mapping[int, BudgetKind]

    @property
    def quantities(self) -> dict[int, Quantity]:
        """The amounts by fiscal year, without their kinds."""
        return {year: quantity for year, (_, quantity) in self.by_year.items()}


def amounts_of(line: BudgetLine, tables: Tables, where: Position | str) -> Amounts:
    """The amounts of a line. A row that repeats an amount counts once; two amounts are an error."""
    found: dict[int, tuple[BudgetKind, Quantity]] = {}
    cells: list[Cell] = []
    for amount in line.amounts:
        number, cell = quantity_of(amount.value, amount.unit, None, tables, where)
        cells.extend([cell] if cell else [])
        _add(found, line, amount.fiscal_year, (amount.kind, number), where)
    kinds: dict[int, BudgetKind] = {}
    if line.data is not None:
        table = table_named(line.data, tables, where)
        cells.extend(_read(found, kinds, line, table, where))
    kinds.update({year: kind for year, (kind, _) in found.items()})
    return Amounts(dict(sorted(found.items())), tuple(cells), kinds)


def years_of(lines: Iterable[Amounts]) -> tuple[tuple[int, BudgetKind], ...]:
    """The fiscal years that the lines have amounts in, each with the kind that most of them have."""
    kinds: dict[int, Counter[BudgetKind]] = {}
    for line in lines:
        for year, kind in line.kinds.items():
            kinds.setdefault(year, Counter())[kind] += 1
    return tuple((year, kinds[year].most_common(1)[0][0]) for year in sorted(kinds))


def columns_of(table: DataTable, where: Position | str | None) -> Columns:
    """Where a data file's budgets stand. DocgenError where it lacks a column."""
    return Columns(
        name=_column(table, _NAME_COLUMNS, where),
        year=_column(table, ("fiscal_year",), where),
        kind=_column(table, ("kind",), where),
        amount=_column(table, _AMOUNT_COLUMNS, where),
        unit=_column(table, _UNIT_COLUMNS, where),
    )


def _read(
    found: dict[int, tuple[BudgetKind, Quantity]],
    kinds: dict[int, BudgetKind],
    line: BudgetLine,
    table: DataTable,
    where: Position | str,
) -> Iterable[Cell]:
    columns, wanted = columns_of(table, where), line.data_name or line.name
    for row in _rows_of(line, table, columns.name, where):
        cells = table.rows[row]
        number = number_or_gap(table, row, columns.amount)
        if number is None:
            # A place for an amount to come makes the year's column; what else the row holds does not matter.
            if cells[columns.kind] in KINDS and cells[columns.year].isdecimal():
                kinds.setdefault(int(cells[columns.year]), KINDS[cells[columns.kind]])
            continue
        if not cells[columns.unit]:
            raise DocgenError(
                f"the amount {cells[columns.amount]} of {wanted!r} has no unit",
                where=table.position(row, columns.unit),
                expected="a unit such as 百万円",
            )
        amount = (_kind(table, row, columns.kind), Quantity(number, cells[columns.unit]))
        _add(found, line, _year(table, row, columns.year), amount, table.position(row, columns.amount))
        yield Cell(table, row, columns.amount)


def _rows_of(line: BudgetLine, table: DataTable, names: int, where: Position | str) -> list[int]:
    wanted = line.data_name or line.name
    rows = [index for index, row in enumerate(table.rows) if row[names] == wanted]
    if not rows:
        known = dict.fromkeys(row[names] for row in table.rows)
        raise DocgenError(
            f"no row of {table.file} is named {wanted!r}",
            where=where,
            expected=f"rows whose column {table.columns[names]!r} holds the line's name",
            hint=nearest(wanted, known) or "give the name in the file as data_name",
        )
    return rows


def _add(
    found: dict[int, tuple[BudgetKind, Quantity]],
    line: BudgetLine,
    year: int,
    amount: tuple[BudgetKind, Quantity],
    where: Position | str,
) -> None:
    before = found.setdefault(year, amount)
    if before == amount or (before[0] == amount[0] and _same(before[1], amount[1])):
        return
    raise DocgenError(
        f"budget line {line.id!r} has two amounts for {year}: {before[1]} and {amount[1]}",
        where=where,
        expected="one amount a fiscal year",
        hint="define two lines, or take one amount out",
    )


def _same(first: Quantity, second: Quantity) -> bool:
    try:
        return first.value == second.convert(first.unit).value
    except ValueError:
        return False


def _column(table: DataTable, names: tuple[str, ...], where: Position | str | None) -> int:
    for name in names:
        if name in table.columns:
            return table.columns.index(name)
    raise DocgenError(
        f"{table.file} has no column {names[0]!r}, which amounts of budget lines need",
        where=where,
        expected=one_of(names, ""),
        hint=nearest(names[0], table.columns),
    )


def _year(table: DataTable, row: int, column: int) -> int:
    text = table.rows[row][column].strip()
    if text.isdecimal() and len(text) == 4:
        return int(text)
    raise DocgenError(
        f"{text!r} in column {table.columns[column]!r} is not a fiscal year",
        where=table.position(row, column),
        expected="a year of four digits, such as 2023",
    )


def _kind(table: DataTable, row: int, column: int) -> BudgetKind:
    text = table.rows[row][column].strip()
    if text in KINDS:
        return KINDS[text]
    raise DocgenError(
        f"{text!r} is not a kind of budget",
        where=table.position(row, column),
        expected=one_of(KINDS, ""),
        hint=nearest(text, KINDS),
    )
