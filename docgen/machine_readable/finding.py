"""A rule that a table breaks, and the cells as they would be right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from docgen.breach import Breach
from docgen.errors import Located
from docgen.machine_readable.parts import Parts
from docgen.machine_readable.table_file import TableFile, WrittenCell
from docgen.reading.workbook.sheet import Area

_SHOWN = 5
"""How many cells a finding names."""


@dataclass(frozen=True, slots=True)
class Mend:
    """A cell that becomes ``value``; rows and columns count from 1. ``parted`` is the merged area that it was of."""

    row: int
    column: int
    value: Decimal | str
    parted: Area | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A breach in a table, always a notice, and its mends; without any, somebody has to decide."""

    breach: Breach
    file: TableFile
    mends: tuple[Mend, ...] = ()


@dataclass(frozen=True, slots=True)
class Listed:
    """Cells that one breach is about: the place of the first, how many there are, and the addresses of the first few."""

    where: Located
    count: int
    cells: tuple[str, ...]


def listed(parts: Parts, cells: Iterable[WrittenCell]) -> Listed:
    """Cells of a table, row by row, as a breach names them."""
    ordered = sorted(cells, key=lambda cell: (cell.row, cell.column))
    first = ordered[0]
    addresses = tuple(_address(parts.file, cell) for cell in ordered[:_SHOWN])
    return Listed(parts.file.where(first.row, first.column), len(ordered), addresses)


def _address(file: TableFile, cell: WrittenCell) -> str:
    place = str(file.where(cell.row, cell.column))
    return place.rpartition("!")[2] if file.sheet else ":".join(place.split(":")[-2:])
