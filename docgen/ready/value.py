"""Values with their judgements, and where each number was read."""

from __future__ import annotations

from collections.abc import Iterable

from docgen.errors import CellPosition
from docgen.model import DataTable, Period, Quantity
from docgen.model.indicator import Attainment, Trend
from docgen.model.lookup import Cell
from docgen.value import value


@value(frozen=True, slots=True)
class Trace:
    """Where a number was read: file, line (0 for a script) and column; in a workbook also the sheet and the address."""

    file: str
    line: int
    column: str
    sheet: str = ""
    address: tuple[int, int] | None = None

    @classmethod
    def of(cls, cell: Cell) -> Trace:
        """The trace of a number that was read in ``cell``."""
        return cls._at(cell.table, cell.row, cell.column, cell.table.columns[cell.column])

    @classmethod
    def of_row(cls, table: DataTable, row: int, column: int = 0) -> Trace:
        """The trace of a row that was counted or listed; ``column`` is where it begins."""
        return cls._at(table, row, column, "")

    @classmethod
    def _at(cls, table: DataTable, row: int, column: int, name: str) -> Trace:
        address = table.addresses[row][column] if table.addresses else None
        return cls(table.file, address[0] if address is not None else table.line(row), name, table.sheet, address)

    def __str__(self) -> str:
        if self.address is not None:
            return f"{CellPosition(self.file, self.sheet, *self.address)} {self.column}"
        return f"{self.file}:{self.line} {self.column}" if self.line else f"{self.file} {self.column}"


def line_ranges(numbers: Iterable[int]) -> tuple[str, ...]:
    """Line numbers in order, with runs drawn together.

    >>> line_ranges([8, 4, 3, 5])
    ('3-5', '8')
    """
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return tuple(str(first) if first == last else f"{first}-{last}" for first, last in runs)


@value(frozen=True, slots=True)
class ReadyObservation:
    """A quantity at a period; ``label`` such as 実績. Prints as its quantity (2,610人)."""

    quantity: Quantity
    period: Period
    label: str = ""
    trace: Trace | None = None

    def __str__(self) -> str:
        return str(self.quantity)

    @property
    def number(self) -> str:
        """The number without its unit."""
        return str(Quantity(self.quantity.value, "", self.quantity.places))


@value(frozen=True, slots=True)
class ReadyTarget:
    """A target: a quantity by a period, or words."""

    quantity: Quantity | None = None
    due: Period | None = None
    text: str | None = None
    trace: Trace | None = None

    def __str__(self) -> str:
        return self.text or str(self.quantity)


@value(frozen=True, slots=True)
class ReadyValue:
    """A row of the value table with its judgements.

    ``last_year`` is the latest value in last year's compendium, ``trend_before`` its trend, and ``unit_before``
    its unit where that was another. A value that is ``carried_over`` waits for a number newer than last year's.
    """

    id: str
    name: str
    past: ReadyObservation | None
    latest: ReadyObservation | None
    forecast: ReadyObservation | None
    target: ReadyTarget | None
    trend: Trend
    attainment: Attainment
    better: str = "higher"
    rank: bool = False
    override_reason: str | None = None
    last_year: ReadyObservation | None = None
    trend_before: Trend | None = None
    unit_before: str | None = None
    carried_over: bool = False

    @property
    def traces(self) -> tuple[Trace, ...]:
        """Where the row's numbers were read."""
        parts = (self.past, self.latest, self.forecast, self.target)
        return tuple(part.trace for part in parts if part is not None and part.trace is not None)
