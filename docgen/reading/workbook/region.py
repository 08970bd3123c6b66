"""Which cells of a workbook a dataset means: a sheet, a range of it, a defined name, a table of Excel."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.errors import DocgenError, Where, WrongValue
from docgen.messages import message
from docgen.model.dataset import Dataset
from docgen.model.lookup import not_among
from docgen.reading.workbook.grid import Grid
from docgen.reading.workbook.sheet import WHOLE_SHEET, Area, Sheet
from docgen.reading.workbook.xlsx import NamedArea, SheetEntry, Workbook, same
from docgen.value import value


@value(frozen=True, slots=True)
class Region:
    """An area of a sheet. ``whole`` where nobody stated it; ``totals`` are rows at its end that Excel calls totals."""

    entry: SheetEntry
    area: Area
    whole: bool = False
    totals: int = 0


def region_of(dataset: Dataset, book: Workbook, where: Where) -> Region:
    """The region that a dataset means; ``where`` is the place in the content that does.

    DocgenError for a sheet, range or name that is not there.
    """
    if dataset.table is None:
        return Region(sheet_named(dataset, book.sheets, where), area_of(dataset, where), dataset.cells is None)
    named = _named(dataset.table, dataset, book, where)
    if not named.head:
        raise DocgenError("named-table-without-head", where=where, name=named.name, area=str(named.area))
    entry = next(entry for entry in book.sheets if entry.name == named.sheet)
    return Region(entry, named.area, totals=named.totals)


def area_of(dataset: Dataset, where: Where) -> Area:
    """The range that a dataset states, else the whole sheet. DocgenError for what is no range."""
    if dataset.cells is None:
        return WHOLE_SHEET
    try:
        area = Area.parse(dataset.cells.rpartition("!")[2])
    except WrongValue as wrong:
        raise DocgenError.of(wrong.message, where=where) from wrong
    if area.is_one_cell:
        raise DocgenError("not-a-range", where=where, text=dataset.cells)
    return area


def sheet_named(dataset: Dataset, sheets: Sequence[SheetEntry], where: Where) -> SheetEntry:
    """The sheet that a dataset names; without a name the first that is shown. DocgenError where there is none."""
    # A range may name its sheet as Excel does: '研究者 (2)'!A1:F20.
    of_range = (dataset.cells or "").rpartition("!")[0].removeprefix("'").removesuffix("'").replace("''", "'")
    if of_range and dataset.sheet is not None and same(of_range) != same(dataset.sheet):
        raise DocgenError("range-of-other-sheet", where=where, cells=dataset.cells, sheet=dataset.sheet)
    name = dataset.sheet or of_range
    if not name:
        return next((entry for entry in sheets if not entry.hidden), sheets[0])
    found = next((entry for entry in sheets if same(entry.name) == same(name)), None)
    if found is None:
        what = message("no-such-sheet", file=dataset.file, name=name)
        raise not_among(what, name, [entry.name for entry in sheets], where)
    return found


def _named(name: str, dataset: Dataset, book: Workbook, where: Where) -> NamedArea:
    """The area of a name, on the dataset's sheet where it states one."""
    if dataset.cells is not None:
        raise DocgenError("table-or-cells", where=where)
    on_sheet = [each for each in book.names if dataset.sheet is None or same(each.sheet) == same(dataset.sheet)]
    found = [each for each in on_sheet if same(each.name) == same(name)]
    if len(found) > 1:
        sheets = tuple(each.sheet for each in found)
        raise DocgenError("named-table-on-several-sheets", where=where, name=name, sheets=sheets)
    if not found:
        what = message("no-such-named-table", file=dataset.file, name=name)
        raise not_among(what, name, [each.name for each in on_sheet], where, otherwise=message("some-range"))
    return found[0]


def without_names(dataset: Dataset, where: Where) -> None:
    """DocgenError for a dataset that names a table in a file whose names are not read."""
    if dataset.table is not None:
        raise DocgenError("named-table-in-other-form", where=where)


def empty(dataset: Dataset, sheet: Sheet, grid: Grid, where: Where) -> DocgenError:
    """The error for cells in which nothing stands."""
    if dataset.cells is None and dataset.table is None:
        return DocgenError("sheet-empty", where=grid.place())
    rows = max((row for row, _ in sheet.cells), default=0)
    columns = max((column for _, column in sheet.cells), default=0)
    cells = dataset.cells or dataset.table
    return DocgenError("cells-empty", where=where, cells=cells, file=dataset.file, rows=rows, columns=columns)
