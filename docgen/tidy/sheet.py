"""A sheet of the data workbook as values: what it is, where it is shown, and one datum a cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from docgen.model.cells.letters import common_letters

DataCell = str | Decimal | None
"""A number, a text, or nothing."""


@dataclass(frozen=True, slots=True)
class DataTableRows:
    """The head and the rows of one table."""

    heads: tuple[str, ...]
    rows: tuple[tuple[DataCell, ...], ...]

    @classmethod
    def of(cls, heads: Sequence[str], rows: Sequence[Sequence[DataCell]], kept: Sequence[str] = ()) -> DataTableRows:
        """The table without the columns in which nothing stands, in letters that all systems have; those of ``kept`` stay.

        >>> DataTableRows.of(("項目", "備考"), [("東京", "")]).heads
        ('項目',)
        """
        used = [
            index
            for index, head in enumerate(heads)
            if head in kept or any(row[index] not in ("", None) for row in rows)
        ]
        return cls(
            tuple(common_letters(heads[index]) for index in used),
            tuple(tuple(_common(row[index]) for index in used) for row in rows),
        )

    def numbers(self) -> Iterator[Decimal]:
        """Each number of the rows."""
        for row in self.rows:
            yield from (cell for cell in row if isinstance(cell, Decimal))


@dataclass(frozen=True, slots=True)
class DataSheet:
    """A table with what is said of it; ``pages`` are the numbers of the pages that show it."""

    id: str
    name: str
    kind: str
    title: str
    page_title: str
    pages: tuple[int, ...]
    table: DataTableRows
    unit: str = ""
    sources: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def _common(cell: DataCell) -> DataCell:
    return common_letters(cell) if isinstance(cell, str) else cell
