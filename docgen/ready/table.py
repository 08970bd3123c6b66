"""Tables whose cells are final texts."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from docgen.ready.figure import ReadyFigure


@dataclass(frozen=True, slots=True)
class ReadyColumn:
    """A column of a ready table; ``merged`` where equal cells one below the other are one."""

    heading: str
    align: str | None = None
    width: float | None = None
    merged: bool = False


@dataclass(frozen=True, slots=True)
class ReadyTable:
    """A table whose cells are final texts; ``totals`` are the indices of its total rows.

    ``numbers`` holds, row by row, the number that a cell's text prints, None where it is no number.
    ``sparklines`` has a series for each row but total rows, to be drawn at the row's side.
    """

    id: str
    title: str
    columns: tuple[ReadyColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[tuple[Decimal | None, ...], ...] = ()
    notes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    totals: tuple[int, ...] = ()
    sparklines: ReadyFigure | None = None
