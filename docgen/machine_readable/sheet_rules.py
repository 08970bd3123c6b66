"""The rules on a sheet as a whole: merged cells, objects, units, tables that are cut in two or lie side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from docgen.bearing.fact import unit_in
from docgen.breach import Breach
from docgen.machine_readable.finding import Finding, Mend
from docgen.machine_readable.parts import Parts, Row, holds_codes, spelled_number
from docgen.messages import message
from docgen.reading.unit_row import is_unit_row
from docgen.reading.workbook.sheet import Area

# What a head may say of the unit itself: 出生率（人口千対）, 人数, share_percent.
_UNIT_IN_NAME = re.compile(
    r"単位|人数|人口|件数|戸数|台数|校数|社数|回数|年齢|[(（].{1,10}[)）]|[％%]"
    r"|(?:percent|persons?|people|yen|dollars|thousands?|millions?|billions?|points?|counts?|tons?)(?![a-z])"
)
_IN_FORMAT = re.compile(r'%|"[^"]+"|[円人件年]')
_SHOWN = 5
_OBJECTS = {
    "chart": message("table-object-chart"),
    "picture": message("table-object-picture"),
    "shape": message("table-object-shape"),
}


def no_merged_cells(parts: Parts) -> Iterator[Finding]:
    """Rule 1-4: no cells are merged.

    Only the first of merged cells holds what all of them show. Where one name is merged over its rows, it is written
    into each of them.
    """
    merged = [area for area in parts.file.merged if not area.is_one_cell and area.bottom >= _first_row(parts)]
    if merged:
        mends = tuple(mend for area in merged if area.left == area.right for mend in _parted(parts, area))
        areas = tuple(map(str, merged[:_SHOWN]))
        where = parts.file.where(merged[0].top, merged[0].left)
        breach = Breach("table-merged-cells", where, level="notice", count=len(merged), cells=areas)
        yield Finding(breach, parts.file, mends)


def no_objects(parts: Parts) -> Iterator[Finding]:
    """Rule 1-8: no pictures, charts or shapes on the sheet of a table: a program does not read them."""
    if parts.file.objects:
        objects = tuple(_OBJECTS[kind] for kind in parts.file.objects)
        yield Finding(Breach("table-object", parts.file.where(), level="notice", objects=objects), parts.file)


def units_told(parts: Parts) -> Iterator[Finding]:
    """Rule 1-9: the unit of the numbers is written: in the head, above the table, in a column or row of units."""
    without = [column for column in sorted(parts.numeric) if not (holds_codes(parts, column) or _has_unit(parts, column))]
    if without and parts.body:
        first = next((cell for row in parts.heads for cell in row if cell.column == without[0]), parts.body[0][0])
        names = tuple(parts.head_of(column) or str(column) for column in without[:_SHOWN])
        where = parts.file.where(first.row, first.column)
        yield Finding(Breach("table-unit-missing", where, level="notice", names=names), parts.file)


def one_table_unbroken(parts: Parts) -> Iterator[Finding]:
    """Rules 1-14 and 1-15: a sheet holds one table, and no empty row or column cuts it.

    A program takes what follows an empty row for another table, and a second head for data.
    """
    rows = parts.body
    for above, below in pairwise(rows):
        if below[0].row - above[0].row > 1 and parts.file.sheet:
            where = parts.file.where(below[0].row, below[0].column)
            anew = _is_head(below) or len(below) == 1
            if anew:
                yield Finding(Breach("table-second-table", where, level="notice"), parts.file)
            else:
                yield Finding(Breach("table-cut", where, level="notice"), parts.file)
            return
    columns = sorted({cell.column for row in rows for cell in row})
    gap = next((right for left, right in pairwise(columns) if right - left > 1), None)
    if gap is not None and not any(cell.column == gap - 1 for row in parts.heads for cell in row):
        first = next(cell for row in (*parts.heads, *rows) for cell in row if cell.column == gap)
        yield Finding(Breach("table-cut", parts.file.where(first.row, first.column), level="notice"), parts.file)


def _first_row(parts: Parts) -> int:
    rows = (*parts.heads, *parts.body)
    return rows[0][0].row if rows else 1


def _parted(parts: Parts, area: Area) -> Iterator[Mend]:
    """A name that is merged over its rows, in each of them; a head is left to whoever knows its rows."""
    held = parts.file.cells.get((area.top, area.left))
    if held is None or not parts.body or area.top < parts.body[0][0].row or held.is_number:
        return
    for row in range(area.top + 1, area.bottom + 1):
        yield Mend(row, area.left, held.text, area)


def _has_unit(parts: Parts, column: int) -> bool:
    head = parts.head_of(column)
    if unit_in(head) or _UNIT_IN_NAME.search(head) or any(map(_IN_FORMAT.search, parts.file.formats)):
        return True
    if any("単位" in cell.text for row in (*parts.titles, *parts.notes) for cell in row):
        return True
    in_row = any(is_unit_row(["", *(cell.text for cell in row if cell.column > 1)]) for row in parts.heads)
    of_titles = any(unit_in(cell.text) for row in parts.titles for cell in row)
    in_column = any(cell.text == "単位" for row in parts.heads for cell in row)
    return in_row or of_titles or in_column or _all_years(parts, column)


def _all_years(parts: Parts, column: int) -> bool:
    cells = [cell for row in parts.body for cell in row if cell.column == column]
    return all(re.fullmatch(r"(?:1[89]|2[01])[0-9]{2}", cell.text) for cell in cells)


def _is_head(row: Row) -> bool:
    return len(row) > 1 and not any(cell.is_number or spelled_number(cell.text) for cell in row)
