"""The amounts of budget lines by fiscal year: written out, or read from the rows of a data file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from docgen.errors import DocgenError, Where, nearest
from docgen.messages import message
from docgen.model.data import DataTable
from docgen.model.lookup import Cell, not_among, number_or_gap, one_of, quantity_of, table_named
from docgen.model.measure import BUDGET_KIND_WORDS, BudgetKind, BudgetLine
from docgen.model.period import read_year
from docgen.model.quantity import Quantity
from docgen.value import value

Tables = Mapping[str, DataTable]

# The names that each of the ``Columns`` may have in a data file.
_COLUMNS = (("measure", "name"), ("fiscal_year",), ("kind",), ("amount", "amount_as_given"), ("unit", "unit_as_given"))
KIND_NAMES: Mapping[str, str] = {kind: words[0] for kind, words in BUDGET_KIND_WORDS.japanese}
"""What the compendium calls the kinds of amounts."""

KINDS_AROUND: Mapping[int, BudgetKind] = {-1: "executed", 0: "budgeted", 1: "requested"}
"""The kinds of amounts around a fiscal year: of last year (-1), of this year and of next year."""


@value(frozen=True, slots=True)
class Columns:
    """The indices of the columns of a data file with budgets."""

    name: int
    year: int
    kind: int
    amount: int
    unit: int


@value(frozen=True, slots=True)
class Amounts:
    """The amounts of one line by fiscal year, and the cells that they were read from.

    ``kinds`` are those of all years that the line has a place for, also where the amount is awaited.
    """

    by_year: Mapping[int, tuple[BudgetKind, Quantity]]
    cells: tuple[Cell, ...]
    kinds: Mapping[int, BudgetKind]

    @property
    def quantities(self) -> dict[int, Quantity]:
        """The amounts by fiscal year, without their kinds."""
        return {year: quantity for year, (_, quantity) in self.by_year.items()}


def amounts_of(line: BudgetLine, tables: Tables, where: Where) -> Amounts:
    """The amounts of a line. A row that repeats an amount counts once; two amounts are an error."""
    stated = [*_written_out(line, tables, where), *_in_file(line, tables, where)]
    by_year: dict[int, tuple[BudgetKind, Quantity]] = {}
    kinds: dict[int, BudgetKind] = {}
    for amount in stated:
        if amount.quantity is None:
            kinds.setdefault(amount.year, amount.kind)
            continue
        first_kind, first = by_year.setdefault(amount.year, (amount.kind, amount.quantity))
        if first_kind != amount.kind or not _same(first, amount.quantity):
            raise DocgenError(
                "two-amounts",
                where=amount.where,
                line=line.id,
                year=amount.year,
                first=first,
                second=amount.quantity,
            )
    kinds.update({year: kind for year, (kind, _) in by_year.items()})
    cells = tuple(amount.cell for amount in stated if amount.cell is not None)
    return Amounts(dict(sorted(by_year.items())), cells, kinds)


def years_of(lines: Iterable[Amounts]) -> tuple[tuple[int, BudgetKind], ...]:
    """The fiscal years that the lines have amounts in, each with the kind that most of them have."""
    kinds: dict[int, Counter[BudgetKind]] = {}
    for line in lines:
        for year, kind in line.kinds.items():
            kinds.setdefault(year, Counter())[kind] += 1
    return tuple((year, kinds[year].most_common(1)[0][0]) for year in sorted(kinds))


def kind_named(text: str) -> BudgetKind | None:
    """The kind of amount that a cell of a data file names: executed for 執行額; None where it names none."""
    value = BUDGET_KIND_WORDS.value(text)
    return next((kind for kind in KINDS_AROUND.values() if kind == value), None)


def year_named(text: str) -> int | None:
    """The fiscal year that a cell of a data file names (2023, 令和5年度); None where it names none."""
    try:
        return read_year(text)
    except ValueError:
        return None


def columns_of(table: DataTable, where: Where) -> Columns:
    """The columns of a data file with budgets. DocgenError where one is missing."""
    return Columns(*(_column(table, names, where) for names in _COLUMNS))


class _Stated(NamedTuple):
    """An amount where it is stated; ``quantity`` is None for one that is still to come."""

    year: int
    kind: BudgetKind
    quantity: Quantity | None
    cell: Cell | None
    where: Where


def _written_out(line: BudgetLine, tables: Tables, where: Where) -> Iterator[_Stated]:
    for amount in line.amounts:
        quantity, cell = quantity_of(amount.value, amount.unit, None, tables, where)
        yield _Stated(amount.fiscal_year, amount.kind, quantity, cell, where)


def _in_file(line: BudgetLine, tables: Tables, where: Where) -> Iterator[_Stated]:
    """The amounts in the rows of the line's data file."""
    if line.data is None:
        return
    table = table_named(line.data, tables, where)
    columns, name = columns_of(table, where), line.data_name or line.name
    rows = [index for index, row in enumerate(table.rows) if row[columns.name] == name]
    if not rows:
        raise DocgenError(
            "no-budget-row",
            where=where,
            hint=nearest(name, dict.fromkeys(row[columns.name] for row in table.rows)),
            file=table.file,
            name=name,
            column=table.columns[columns.name],
        )
    for row in rows:
        cells, place = table.rows[row], table.position(row, columns.amount)
        number = number_or_gap(table, row, columns.amount)
        if number is None:
            # A place for an amount to come makes the year's column; what else the row holds does not matter.
            awaited, awaited_year = kind_named(cells[columns.kind]), year_named(cells[columns.year])
            if awaited is not None and awaited_year is not None:
                yield _Stated(awaited_year, awaited, None, None, place)
            continue
        if not cells[columns.unit]:
            raise DocgenError(
                "amount-without-unit",
                where=table.position(row, columns.unit),
                amount=cells[columns.amount],
                name=name,
            )
        kind, year = _kind(table, row, columns.kind), _year(table, row, columns.year)
        yield _Stated(year, kind, Quantity(number, cells[columns.unit]), Cell(table, row, columns.amount), place)


def _same(first: Quantity, second: Quantity) -> bool:
    try:
        return first.value == second.convert(first.unit).value
    except ValueError:
        return False


def _column(table: DataTable, names: tuple[str, ...], where: Where) -> int:
    for name in names:
        if name in table.columns:
            return table.columns.index(name)
    raise DocgenError(
        "no-budget-column",
        where=where,
        expected=one_of(names),
        hint=nearest(names[0], table.columns),
        file=table.file,
        name=names[0],
    )


def _year(table: DataTable, row: int, column: int) -> int:
    text = table.rows[row][column].strip()
    year = year_named(text)
    if year is not None:
        return year
    raise DocgenError(
        "not-a-fiscal-year", where=table.position(row, column), text=text, column=table.columns[column]
    )


def _kind(table: DataTable, row: int, column: int) -> BudgetKind:
    text = table.rows[row][column].strip()
    kind = kind_named(text)
    if kind is not None:
        return kind
    words = BUDGET_KIND_WORDS.all_words()
    raise not_among(message("not-a-budget-kind", text=text), text, words, table.position(row, column))
