"""Edits to the bytes of the files that they change."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from docgen.editing.dependents import corner
from docgen.editing.edits import (
    AreaParted,
    AreaWidened,
    CellEdit,
    Edit,
    PointAdded,
    RowAdded,
    SheetEdit,
    TextEdit,
    edited_csv,
    edited_text,
)
from docgen.editing.source import Source
from docgen.errors import CellPosition, DocgenError, column_letters
from docgen.model import DataTable
from docgen.model.cells.number import read_number

_IN_PLACE = (".xlsx", ".xlsm")


def edited_files(edits: Iterable[Edit], source: Source) -> Mapping[str, bytes]:
    """The new bytes of each file that edits change, by its path in the folder.

    Raises DocgenError for a workbook that cannot be edited in place, and for a point that has no room in its sheet.
    """
    by_file: dict[str, list[Edit]] = {}
    for edit in edits:
        by_file.setdefault(edit.file, []).append(edit)
    return {
        source.path(file).relative_to(source.root).as_posix(): _edited(file, own, source) for file, own in by_file.items()
    }


def cell_written(table: DataTable, row: int, column: int, text: str) -> CellEdit | SheetEdit:
    """The edit that writes ``text`` into a cell of a table, where its file has it."""
    text = number_like(text, table.rows[row][column])
    where = table.position(row, column)
    if isinstance(where, CellPosition):
        return SheetEdit(table.file, where.sheet, where.row, where.column, _value(text))
    return CellEdit(table.file, table.line(row), column, text)


def number_like(text: str, before: str) -> str:
    """A number with commas between its thousands, where the one before has them; any other text as it is.

    >>> number_like("12678", "2,610"), number_like("12678", "2610"), number_like("改定", "2,610")
    ('12,678', '12678', '改定')
    """
    try:
        number = read_number(text) if re.search("[,，]", before) else None
    except ValueError:
        number = None
    return f"{number:,f}" if number is not None else text


def points_written(points: Iterable[PointAdded], source: Source) -> tuple[Edit, ...]:
    """The edits that add points to the tables of their datasets.

    In a text file a point is a row after the one that it follows. In a workbook it stands in the cells after the
    table's last row (or column, where the table lies on its side), which must be empty.
    """
    edits: list[Edit] = []
    for data, own in _by_dataset(points).items():
        table = source.compendium.tables[data]
        if table.addresses:
            edits += _in_sheet(data, table, own, source)
        else:
            edits += [RowAdded(table.file, table.line(point.after), point.cells) for point in own]
    return tuple(edits)


def _edited(file: str, edits: list[Edit], source: Source) -> bytes:
    in_sheets = [edit for edit in edits if isinstance(edit, SheetEdit | AreaWidened | AreaParted)]
    if in_sheets:
        from docgen.editing.workbook import edited_workbook

        path = source.path(file)
        if path.suffix.lower() not in _IN_PLACE:
            raise DocgenError("workbook-not-in-place", where=str(path))
        return edited_workbook(path.read_bytes(), in_sheets, str(path))
    texts = [edit for edit in edits if isinstance(edit, TextEdit)]
    new = edited_text(source.text(file), texts) if texts else edited_csv(source.text(file), edits)
    return source.encoded(file, new)


def _by_dataset(points: Iterable[PointAdded]) -> dict[str, list[PointAdded]]:
    """The points of each dataset, those that are one row together."""
    by_dataset: dict[str, list[PointAdded]] = {}
    for point in points:
        own = by_dataset.setdefault(point.data, [])
        for index, other in enumerate(own):
            if other.after == point.after and _agree(other, point):
                cells = (one or two for one, two in zip(other.cells, point.cells, strict=True))
                own[index] = PointAdded(point.data, point.after, tuple(cells))
                break
        else:
            own.append(point)
    return by_dataset


def _agree(first: PointAdded, second: PointAdded) -> bool:
    both = [(one, two) for one, two in zip(first.cells, second.cells, strict=True) if one and two]
    return bool(both) and all(one == two for one, two in both)


def _in_sheet(data: str, table: DataTable, points: list[PointAdded], source: Source) -> Iterator[Edit]:
    """The cells of new points, which look like those of the point before, and the range widened that names the table."""
    last = len(table.rows) - 1
    moves = _may_move_rows(data, table, source)
    for number, point in enumerate(points, start=1):
        for column, text in enumerate(point.cells):
            row, place = table.addresses[last][column]
            down, across = _step(table, column)
            new = (row + number * down, place + number * across)
            if text:
                value, like = _value(text), (row, place)
                yield SheetEdit(table.file, table.sheet, *new, value, like, is_new=True, moves_rows=moves and down > 0)
    yield from _wider(data, table, len(points), source)


def _may_move_rows(data: str, table: DataTable, source: Source) -> bool:
    """Whether no other data is read from the sheet, which would be looked for where it no longer stands."""
    datasets, tables = source.compendium.datasets, source.compendium.tables
    own = datasets[data].contents
    others = (other for name, other in tables.items() if datasets[name].contents != own)
    return not any(other.file == table.file and other.sheet == table.sheet for other in others)


def _step(table: DataTable, column: int) -> tuple[int, int]:
    """How far the next point's cell is from the last one's: down a row, or across a column."""
    if len(table.rows) < 2:
        return (1, 0) if len({row for row, _ in table.addresses[0]}) == 1 else (0, 1)
    is_across = table.addresses[-1][column][0] == table.addresses[-2][column][0]
    return (0, 1) if is_across else (1, 0)


def _wider(data: str, table: DataTable, count: int, source: Source) -> Iterator[Edit]:
    """The edits that widen what the data is read by, so that the new rows are read as well.

    That is ``cells: A1:F20`` in data.yaml, a defined name, or a table of Excel.
    """
    dataset = source.compendium.datasets[data]
    if dataset.cross is not None:
        raise DocgenError("no-point-in-cross-table", where=CellPosition(str(source.root / table.file), table.sheet))
    down, across = _step(table, 0)
    last_row, last_column = table.addresses[-1][-1]
    new = (last_row + count * down, last_column + count * across)
    yield AreaWidened(table.file, table.sheet, dataset.table or "", (last_row, last_column), new)
    stated = (dataset.cells or "").upper().replace("$", "")
    corners = re.fullmatch(r"([A-Z]+)([0-9]+):([A-Z]+)([0-9]+)", stated)
    if corners is None:
        return
    (top, left), (bottom, right) = corner(corners[1] + corners[2]), corner(corners[3] + corners[4])
    bottom, right = max(bottom, new[0]), max(right, new[1])
    wider = f"{column_letters(left)}{top}:{column_letters(right)}{bottom}"
    if wider != stated:
        yield from source.written(("datasets", data, "cells"), wider)


def _value(text: str) -> Decimal | str:
    """The number that a text is, as a workbook holds it; else the text."""
    try:
        number = read_number(text)
    except ValueError:
        return text
    return number if number is not None else text
