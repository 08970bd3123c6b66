"""New points of series put into the tables of their datasets, where each table's order of periods has them.

In a table with the newest period first a point goes before those of the period before it, else behind them. In a text
file it is a row, in a workbook a row or, where the periods stand side by side, a column.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from docgen.editing.edits import Edit, LineAdded, PointAdded, RowAdded
from docgen.editing.files import value_in
from docgen.editing.references import Gap, moved_area
from docgen.editing.source import IN_PLACE, Source
from docgen.editing.workbook import is_free
from docgen.editing.years import year_in
from docgen.errors import CellPosition, DocgenError
from docgen.model import DataTable
from docgen.model.dataset import Dataset
from docgen.model.period import read_year
from docgen.reading.workbook.sheet import LAST_COLUMN, LAST_ROW, Area


def points_written(points: Iterable[PointAdded], source: Source) -> tuple[Edit, ...]:
    """The edits that add points to the tables of their datasets, and that widen the ranges which the content states.

    DocgenError for a point that has no room in its workbook.
    """
    edits: list[Edit] = []
    lines: list[LineAdded] = []
    for data, own in _by_dataset(points).items():
        table = source.compendium.tables[data]
        if table.addresses:
            lines += _lines(data, table, own, source)
        else:
            edits += [_row(table, point) for point in own]
    lines = list(_one_a_place(lines))
    return (*edits, *lines, *_ranges(lines, source))


def _by_dataset(points: Iterable[PointAdded]) -> dict[str, list[PointAdded]]:
    """The points of each dataset, those that are one row together."""
    by_dataset: dict[str, list[PointAdded]] = {}
    for point in points:
        own = by_dataset.setdefault(point.data, [])
        for index, other in enumerate(own):
            if other.beside == point.beside and _agree(other.cells, point.cells):
                cells = tuple(one or two for one, two in zip(other.cells, point.cells, strict=True))
                own[index] = replace(point, cells=cells)
                break
        else:
            own.append(point)
    return by_dataset


def _agree(first: Sequence[str], second: Sequence[str]) -> bool:
    both = [(one, two) for one, two in zip(first, second, strict=True) if one and two]
    return bool(both) and all(one == two for one, two in both)


def _row(table: DataTable, point: PointAdded) -> RowAdded:
    """The row of a point in a text file."""
    places = range(len(table.rows))
    is_before, row = _place(point.beside, {row: table.rows[row][point.period] for row in places}, _own(table, point))
    return RowAdded(table.file, table.line(row), point.cells, is_before)


def _own(table: DataTable, point: PointAdded) -> list[int]:
    """The rows of the series that a point is of: those that agree with its neighbour in all that names it."""
    beside = table.rows[point.beside]
    named = [index for index, cell in enumerate(point.cells) if cell and cell == beside[index]]
    return [row for row, cells in enumerate(table.rows) if all(cells[index] == beside[index] for index in named)]


def _place(beside: int, periods: Mapping[int, str], own: Sequence[int]) -> tuple[bool, int]:
    """Whether a new line goes before, and the line that it goes before or after.

    ``periods`` are what the lines say, in their order; ``own`` those of the series. Lines of one period stay together.
    """
    order = sorted(periods)
    first = last = order.index(beside)
    while first > 0 and periods[order[first - 1]] == periods[beside]:
        first -= 1
    while last + 1 < len(order) and periods[order[last + 1]] == periods[beside]:
        last += 1
    years = [year for line in sorted(own) if (year := _year(periods[line])) is not None]
    falls = len(years) > 1 and years[0] > years[-1]
    return falls, order[first if falls else last]


def _year(text: str) -> int | None:
    """The year that a cell names, in either calendar; None where it names none."""
    try:
        return year_in(text) or read_year(text)
    except ValueError:
        return None


def _lines(data: str, table: DataTable, points: Sequence[PointAdded], source: Source) -> Iterator[LineAdded]:
    """The rows or columns of a workbook's sheet that hold new points."""
    dataset = source.compendium.datasets[data]
    path = source.path(table.file)
    if path.suffix.lower() not in IN_PLACE:
        raise DocgenError("workbook-not-in-place", where=str(path))
    bytes_of = path.read_bytes()
    seen: Counter[int] = Counter()
    for point in points:
        line = _line(dataset, table, point)
        seen[line.at] += 1
        if not is_free(bytes_of, replace(line, at=line.at + seen[line.at] - 1), str(path)):
            _must_not_part(line, dataset, source)
            line = replace(line, moves=True)
        yield line


def _line(dataset: Dataset, table: DataTable, point: PointAdded) -> LineAdded:
    """The line of a point, as if nothing stood there. In a cross table it holds what names its row or its column."""
    is_column = _is_across(dataset, table, point)
    cells = table.addresses[point.beside]
    along = [row[-1 if dataset.cross is not None else point.period][is_column] for row in table.addresses]
    periods = {number: table.rows[row][point.period] for row, number in enumerate(along)}
    own = [along[row] for row in _own(table, point)]
    falls, like = _place(along[point.beside], periods, own)
    values: dict[int, Decimal | str] = {}
    for index, text in enumerate(point.cells):
        if text and (cells[index][is_column] == along[point.beside] or _names_line(dataset, index, is_column)):
            values[cells[index][not is_column]] = value_in(text)
    others = [address[not is_column] for row in table.addresses for address in row]
    ends_table = like == max(along) and not falls
    last = table.addresses[-1][-1] if ends_table else None
    return LineAdded(
        table.file,
        table.sheet,
        like if falls else like + 1,
        like,
        tuple(sorted(values.items())),
        (min(others), max(others)),
        is_column,
        table=dataset.table or "",
        last=last,
    )


def _is_across(dataset: Dataset, table: DataTable, point: PointAdded) -> bool:
    """Whether periods stand side by side, so that a new one is a column."""
    if dataset.cross is not None:
        return table.columns[point.period] in dataset.cross.columns
    if len(table.rows) < 2:
        return len({row for row, _ in table.addresses[0]}) > 1
    return table.addresses[-1][point.period][0] == table.addresses[-2][point.period][0]


def _names_line(dataset: Dataset, index: int, is_column: bool) -> bool:
    """Whether a cell of a table is one that each of its lines has, in a cross table as the name of a row or column."""
    if dataset.cross is None:
        return True
    rows = len(dataset.cross.rows)
    return index < rows + len(dataset.cross.columns) and (index >= rows) == is_column


def _must_not_part(line: LineAdded, dataset: Dataset, source: Source) -> None:
    """DocgenError where other data of the sheet would get a line that is none of its own."""
    datasets = source.compendium.datasets
    for name, table in source.compendium.tables.items():
        if datasets[name].contents == dataset.contents or (table.file, table.sheet) != (line.file, line.sheet):
            continue
        first, last = _extent(datasets[name], table, line.is_column)
        if first < line.at <= last:
            place = (line.span[0], line.at) if line.is_column else (line.at, line.span[0])
            where = CellPosition(str(source.root / line.file), line.sheet, *place)
            raise DocgenError("no-room-for-point", where=where)


def _extent(dataset: Dataset, table: DataTable, is_column: bool) -> tuple[int, int]:
    """The first and the last row (or column) of a sheet that a dataset is read from; (0, 0) where none is."""
    if dataset.cells is not None:
        area = Area.parse(dataset.cells.rpartition("!")[2])
        return (area.left, area.right) if is_column else (area.top, area.bottom)
    numbers = [address[is_column] for row in table.addresses for address in row]
    heads = 0 if dataset.transposed or dataset.cross is not None or is_column else dataset.header_rows
    return (min(numbers) - heads, max(numbers)) if numbers else (0, 0)


def _one_a_place(lines: Iterable[LineAdded]) -> Iterator[LineAdded]:
    """Lines of two datasets that share a table once; those of one place move all, where one has to."""
    groups: dict[tuple[str, str, bool, int], list[LineAdded]] = {}
    for line in lines:
        own = groups.setdefault((line.file, line.sheet, line.is_column, line.at), [])
        same = next((index for index, other in enumerate(own) if _one_line(other, line)), None)
        if same is None:
            own.append(line)
        else:
            own[same] = replace(own[same], cells=tuple(sorted({**dict(own[same].cells), **dict(line.cells)}.items())))
    for group in groups.values():
        moves = any(line.moves for line in group)
        yield from (replace(line, moves=moves) for line in group)


def _one_line(first: LineAdded, second: LineAdded) -> bool:
    """Whether two lines are one: they agree in what both say, and both say something."""
    one, two = dict(first.cells), dict(second.cells)
    both = one.keys() & two.keys()
    return bool(both) and all(one[key] == two[key] for key in both)


def _ranges(lines: Sequence[LineAdded], source: Source) -> Iterator[Edit]:
    """The edits of the ranges in data.yaml (``cells: A1:F20``) on the sheets that get lines."""
    for name, dataset in source.compendium.datasets.items():
        table = source.compendium.tables.get(name)
        stated = dataset.cells or ""
        if table is None or not stated or "!" in stated:
            continue
        wider = stated.upper().replace("$", "")
        places: dict[tuple[bool, int], list[LineAdded]] = {}
        for line in lines:
            if (line.file, line.sheet) == (table.file, table.sheet):
                places.setdefault((line.is_column, -line.at), []).append(line)
        for _, group in sorted(places.items()):
            wider = _wider(wider, group[0], len(group), table)
        if wider != stated.upper().replace("$", ""):
            yield from source.written(("datasets", name, "cells"), wider)


def _wider(cells: str, line: LineAdded, count: int, table: DataTable) -> str:
    """A range as it is called with so many lines more at a place."""
    area = Area.parse(cells)
    last = table.addresses[-1][-1] if table.addresses else (0, 0)
    end, whole = (area.right, LAST_COLUMN) if line.is_column else (area.bottom, LAST_ROW)
    if line.last is not None and line.last == last and end == last[line.is_column] and end != whole:
        first, _, corner = cells.partition(":")
        return f"{first}:{moved_area(corner, Gap(line.sheet, end, count, line.is_column))}"
    return moved_area(cells, Gap(line.sheet, line.at, count, line.is_column)) if line.moves else cells
