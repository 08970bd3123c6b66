"""A row or column added to a sheet of a workbook: it looks as the one before, and its periods are stored as there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from lxml import etree

from docgen.editing.areas import widen_tables, widened_area
from docgen.editing.book import WORKBOOK, Book, tag
from docgen.editing.cells import cell_at, fill, format_of, row_at, widen_dimension
from docgen.editing.dependents import Cell, corner
from docgen.editing.edits import LineAdded
from docgen.editing.gaps import crosses_table, make_gap
from docgen.editing.references import Gap
from docgen.errors import CellPosition, DocgenError, WrongValue, column_letters
from docgen.reading.workbook.dates import moment
from docgen.reading.workbook.number_format import GENERAL, section_for
from docgen.reading.workbook.sheet import StoredCell
from docgen.reading.workbook.shown import shown
from docgen.reading.workbook.xlsx import same

_MOST_YEARS = 10


def add_lines(book: Book, lines: Iterable[LineAdded], formats: Sequence[str], where: str) -> tuple[Cell, ...]:
    """Put rows and columns into the sheets of a workbook; the cells that they filled, as they are numbered then.

    DocgenError for columns that would part a table of Excel.
    """
    filled: list[Cell] = []
    done: dict[str, list[Gap]] = {}
    # From the end of each sheet on, so that the places of the others stay; columns where the new rows let them be.
    for group in sorted(_together(lines), key=lambda own: (own[0].is_column, -own[0].at)):
        gap = _gap(group)
        if crosses_table(book, gap):
            place = (1, gap.at) if gap.is_column else (gap.at, 1)
            raise DocgenError("no-room-for-point", where=CellPosition(where, gap.sheet, *place))
        before = [other for other in done.setdefault(gap.sheet, []) if gap.is_column and not other.is_column]
        group = [_moved(line, before) for line in group]
        if group[0].moves:
            make_gap(book, gap, group[0].like)
            done[gap.sheet].append(gap)
            filled = [(own[0], *gap.moved_cell(*own[1:])) if own[0] == gap.sheet else own for own in filled]
        for index, line in enumerate(group):
            filled += _added(_Line(book, line, gap, index, formats))
        _widen(book, group, gap)
    return tuple(filled)


def moved_by(lines: Iterable[LineAdded], sheet: str, row: int, column: int) -> Cell:
    """Where a cell stands once lines are added."""
    gaps = [_gap(group) for group in _together(lines) if group[0].moves and group[0].sheet == sheet]
    down = sum(gap.count for gap in gaps if not gap.is_column and row >= gap.at)
    across = sum(gap.count for gap in gaps if gap.is_column and column >= gap.at)
    return sheet, row + down, column + across


def _gap(group: Sequence[LineAdded]) -> Gap:
    return Gap(group[0].sheet, group[0].at, len(group), group[0].is_column)


def _together(lines: Iterable[LineAdded]) -> list[list[LineAdded]]:
    """Lines that are put at one place, one after the other."""
    groups: dict[tuple[str, bool, int], list[LineAdded]] = {}
    for line in dict.fromkeys(lines):
        groups.setdefault((line.sheet, line.is_column, line.at), []).append(line)
    return list(groups.values())


def _moved(line: LineAdded, gaps: Iterable[Gap]) -> LineAdded:
    """A new column as it is after new rows."""
    cells, span, last = line.cells, line.span, line.last
    for gap in gaps:
        cells = tuple((gap.moved(row), value) for row, value in cells)
        span = (gap.moved(span[0]), gap.moved(span[1]))
        last = (gap.moved(last[0]), last[1]) if last is not None else None
    return LineAdded(
        line.file, line.sheet, line.at, line.like, cells, span, line.is_column, line.moves, line.table, last
    )


@dataclass(frozen=True, slots=True)
class _Line:
    """One new line of a gap, the one numbered ``index`` of those at its place."""

    book: Book
    line: LineAdded
    gap: Gap
    index: int
    formats: Sequence[str]

    @property
    def number(self) -> int:
        """The number of the new row or column."""
        return self.line.at + self.index

    @property
    def like(self) -> int:
        """The number that the line which it looks like has now."""
        return self.gap.moved(self.line.like) if self.line.moves else self.line.like

    def cell(self, at: int, number: int) -> tuple[int, int]:
        """The row and column of the cell ``at`` of a line."""
        return (at, number) if self.line.is_column else (number, at)


def _added(new: _Line) -> Iterator[Cell]:
    """Make the cells of a new line, and give those that it fills."""
    sheet, rows = new.line.sheet, new.book.rows(new.line.sheet)
    values = dict(new.line.cells)
    models = {at: cell for at, cell in _cells_of(rows, new.like, new.line) if new.line.moves or _within(at, new.line.span)}
    if not new.line.is_column:
        row_at(rows, new.number, new.like)
    for at in sorted({*models, *values}):
        row, column = new.cell(at, new.number)
        cell = cell_at(row_at(rows, row), row, column)
        model = models.get(at)
        if model is not None and model.get("s") and not cell.get("s"):
            cell.set("s", model.get("s"))
        if at in values:
            fill(cell, _stored(values[at], model, new.formats), new.formats)
            widen_dimension(new.book.tree(new.book.sheets[sheet]), row, column)
            yield sheet, row, column
    _merge_alike(new)
    if new.line.is_column and new.line.moves:
        _width_alike(new)
    new.book.touch(new.book.sheets[sheet])


def _cells_of(rows: Any, number: int, line: LineAdded) -> Iterator[tuple[int, Any]]:
    """The cells of a row (or column) with the number of their column (or row)."""
    for cell in rows.iter(tag("c")):
        place = corner(cell.get("r"))
        if place[line.is_column] == number:
            yield place[not line.is_column], cell


def _within(number: int, span: tuple[int, int]) -> bool:
    return span[0] <= number <= span[1]


def _stored(value: Decimal | str, model: Any, formats: Sequence[str]) -> Decimal | str:
    """A value as its neighbour stores it: 2023年度 as the number 2023, a day as Excel's number of it, by the format."""
    if model is None or model.get("t", "n") != "n" or model.find(tag("v")) is None:
        return value
    code = format_of(model, formats)
    try:
        before = Decimal(model.find(tag("v")).text)
        if isinstance(value, Decimal) and not _is_date(before, code):
            return value
        wanted = f"{value:f}" if isinstance(value, Decimal) else value
        shown_later = [(each, _shown(each, code)) for each in _later(before, code)]
    except (InvalidOperation, WrongValue):
        return value
    return next((each for each, text in shown_later if text == wanted), value)


def _shown(number: Decimal, code: str) -> str:
    return shown(StoredCell("number", f"{number:f}", code), since_1904=False, all_digits=False).text


def _is_date(number: Decimal, code: str) -> bool:
    return code != GENERAL and section_for(code, number).is_date


def _later(before: Decimal, code: str) -> Iterator[Decimal]:
    """The numbers that may be of later years: counted on, or the same day of a later year."""
    for years in range(1, _MOST_YEARS + 1):
        if not _is_date(before, code):
            yield before + years
            continue
        day = moment(before, False)
        later = day.replace(year=day.year + years, day=min(day.day, 28) if day.month == 2 else day.day)
        yield before + (later - day).days


def _merge_alike(new: _Line) -> None:
    """Cells that the neighbour has merged along the line are merged in the new one as well."""
    tree = new.book.tree(new.book.sheets[new.line.sheet])
    merged = tree.find(tag("mergeCells"))
    for element in [] if merged is None or not new.line.moves else list(merged):
        first, last = (corner(address) for address in element.get("ref").split(":"))
        axis = new.line.is_column
        if first[axis] == last[axis] == new.like:
            ends = (new.cell(place[not axis], new.number) for place in (first, last))
            area = ":".join(f"{column_letters(column)}{row}" for row, column in ends)
            etree.SubElement(merged, tag("mergeCell"), ref=area)
            merged.set("count", str(len(merged)))


def _width_alike(new: _Line) -> None:
    """A new column is as wide as its neighbour."""
    columns = new.book.tree(new.book.sheets[new.line.sheet]).find(tag("cols"))
    own = [] if columns is None else [each for each in columns if int(each.get("min")) <= new.like <= int(each.get("max"))]
    if not own or any(int(each.get("min")) <= new.number <= int(each.get("max")) for each in columns):
        return
    made = etree.Element(tag("col"), {**own[0].attrib, "min": str(new.number), "max": str(new.number)})
    columns.insert(sum(int(each.get("max")) < new.number for each in columns), made)


def _widen(book: Book, group: Sequence[LineAdded], gap: Gap) -> None:
    """Widen what the data is read by where it ended with the last cell: a defined name, a table of Excel."""
    last = group[0].last
    if last is None:
        return
    new = (last[0], last[1] + gap.count) if gap.is_column else (last[0] + gap.count, last[1])
    for name in dict.fromkeys(line.table for line in group if line.table):
        for element in book.tree(WORKBOOK).iterfind(f"{tag('definedNames')}/{tag('definedName')}"):
            sheet, mark, cells = (element.text or "").rpartition("!")
            wider = widened_area(cells, last, new, mark="$")
            if same(element.get("name")) == same(name) and wider != cells:
                element.text = f"{sheet}{mark}{wider}"
                book.touch(WORKBOOK)
    widen_tables(book, group[0].sheet, last, new)
