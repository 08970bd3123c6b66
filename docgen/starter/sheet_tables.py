"""The tables on a sheet: its cells parted at free rows and columns, with the lines above and below each table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from docgen.model.cells.meaning import number_in
from docgen.reading.workbook.sheet import Address, Area, Sheet, StoredCell

# Lines that stand below a table: notes and sources.
_BELOW = re.compile(r"\s*[(（\[【〔<＜※＊*†]?\s*(?:注|備考|出典|出所|資料|原典|参考)|\s*[※＊*†]|.*。\s*$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class SheetTable:
    """A table on a sheet: the area of its cells, and the lines of text above and below it that belong to it."""

    area: Area
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Patch:
    """Cells of a sheet that stand together: around them everything is free."""

    area: Area
    rows: tuple[tuple[StoredCell, ...], ...]

    @property
    def is_words(self) -> bool:
        """Whether it is lines of text: no number, and no row with two texts beside each other."""
        return all(len(row) == 1 and not _is_number(row[0]) for row in self.rows)

    @property
    def lines(self) -> tuple[str, ...]:
        """The texts of its rows."""
        return tuple(" ".join(cell.stored.strip() for cell in row) for row in self.rows)

    @property
    def has_head(self) -> bool:
        """Whether its first row may name columns: it holds no number but years."""
        return not any(_is_number(cell) and not _is_year(cell) for cell in self.rows[0])

    @property
    def is_head_alone(self) -> bool:
        """Whether it is one row of names."""
        return len(self.rows) == 1 and len(self.rows[0]) > 1 and self.has_head

    def is_over(self, other: _Patch | SheetTable) -> bool:
        """Whether it stands above the other, with columns in common."""
        return self.area.bottom < other.area.top and _share_columns(self.area, other.area)


def tables_on(sheet: Sheet) -> tuple[SheetTable, ...]:
    """The tables of a sheet, from its top to its bottom.

    A free row parts two tables, and so does a free column where what follows has names of its own. Lines of text above
    a table are its titles, notes and sources below it belong to it, too.
    """
    patches = [_patch(addresses, sheet) for addresses in _parted(_occupied(sheet), sheet)]
    patches.sort(key=lambda patch: (patch.area.top, patch.area.left))
    words = [patch for patch in patches if patch.is_words]
    tables = [SheetTable(patch.area) for patch in _joined([patch for patch in patches if not patch.is_words], words)]
    for patch in words:
        index, is_below = _owner(patch, tables)
        if index is not None and is_below:
            tables[index] = replace(tables[index], below=(*tables[index].below, *patch.lines))
        elif index is not None:
            tables[index] = replace(tables[index], above=(*tables[index].above, *patch.lines))
    return tuple(tables)


def _occupied(sheet: Sheet) -> frozenset[Address]:
    """The cells that hold something, and those that are merged with them, as far as the sheet is used."""
    filled = {address for address, cell in sheet.cells.items() if cell.stored.strip()}
    last_row = max((row for row, _ in filled), default=0)
    last_column = max((column for _, column in filled), default=0)
    covered = {
        (row, column)
        for area in sheet.merged
        if (area.top, area.left) in filled
        for row in range(area.top, min(area.bottom, last_row) + 1)
        for column in range(area.left, min(area.right, last_column) + 1)
    }
    return frozenset(filled | covered)


def _parted(addresses: frozenset[Address], sheet: Sheet) -> list[frozenset[Address]]:
    """The addresses, parted at free rows, then at free columns, until none is left."""
    if not addresses:
        return []
    by_rows = _groups(addresses, 0)
    if len(by_rows) > 1:
        return [part for group in by_rows for part in _parted(group, sheet)]
    by_columns = _standing_alone(_groups(addresses, 1), sheet)
    if len(by_columns) > 1:
        return [part for group in by_columns for part in _parted(group, sheet)]
    return [addresses]


def _groups(addresses: frozenset[Address], axis: int) -> list[frozenset[Address]]:
    """The addresses in groups between which rows (axis 0) or columns (axis 1) are free."""
    numbers = sorted({address[axis] for address in addresses})
    starts = [number for before, number in pairwise(numbers) if number - before > 1]
    bounds = [numbers[0], *starts, numbers[-1] + 1]
    return [
        frozenset(address for address in addresses if first <= address[axis] < end)
        for first, end in pairwise(bounds)
    ]


def _standing_alone(groups: Sequence[frozenset[Address]], sheet: Sheet) -> list[frozenset[Address]]:
    """Groups of columns, each that has no names of its rows joined to the one at its left."""
    joined = [groups[0]]
    for group in groups[1:]:
        patch = _patch(group, sheet)
        first = [sheet.cells[address] for address in group if address[1] == patch.area.left and address in sheet.cells]
        names = [cell for cell in first if not _is_number(cell) or _is_year(cell)]
        if patch.has_head and patch.area.right > patch.area.left and len(names) * 2 > len(patch.rows):
            joined.append(group)
        else:
            joined[-1] |= group
    return joined


def _patch(addresses: frozenset[Address], sheet: Sheet) -> _Patch:
    rows, columns = {row for row, _ in addresses}, {column for _, column in addresses}
    area = Area(min(rows), min(columns), max(rows), max(columns))
    cells: dict[int, list[StoredCell]] = {row: [] for row in sorted(rows)}
    for address in sorted(addresses):
        if address in sheet.cells and sheet.cells[address].stored.strip():
            cells[address[0]].append(sheet.cells[address])
    return _Patch(area, tuple(tuple(row) for row in cells.values() if row))


def _joined(tables: Sequence[_Patch], words: Sequence[_Patch]) -> list[_Patch]:
    """The tables, each that goes on without a head joined to what stands above it in the same columns."""
    joined: list[_Patch] = []
    for patch in tables:
        above = next((each for each in reversed(joined) if each.is_over(patch)), None)
        between = above is not None and any(above.is_over(line) and line.is_over(patch) for line in words)
        if above is not None and not between and (above.is_head_alone or not patch.has_head):
            joined[joined.index(above)] = _Patch(_around(above.area, patch.area), (*above.rows, *patch.rows))
        else:
            joined.append(patch)
    return joined


def _owner(patch: _Patch, tables: Sequence[SheetTable]) -> tuple[int | None, bool]:
    """The index of the table that lines of text belong to, and whether they stand below it."""
    over = [index for index, table in enumerate(tables) if patch.is_over(table)]
    under = [
        index
        for index, table in enumerate(tables)
        if table.area.bottom < patch.area.top and _share_columns(patch.area, table.area)
    ]
    next_one = min(over, key=lambda index: tables[index].area.top, default=None)
    last_one = max(under, key=lambda index: tables[index].area.bottom, default=None)
    if last_one is not None and (next_one is None or _BELOW.match(patch.lines[0])):
        return last_one, True
    return next_one, False


def _share_columns(first: Area, second: Area) -> bool:
    return first.left <= second.right and second.left <= first.right


def _around(first: Area, second: Area) -> Area:
    edges: Iterable[Area] = (first, second)
    return Area(
        min(area.top for area in edges),
        min(area.left for area in edges),
        max(area.bottom for area in edges),
        max(area.right for area in edges),
    )


def _is_number(cell: StoredCell) -> bool:
    return cell.kind == "number" or (cell.kind == "text" and number_in(cell.stored) is not None)


def _is_year(cell: StoredCell) -> bool:
    return re.fullmatch(r"(?:19|20)\d\d(?:\.0)?", cell.stored.strip()) is not None
