"""A gap made in a sheet for new rows or columns: what stands behind moves on, and all that refers to it is told.

As Excel does it: cells, merged areas, formats, checks of input, links, comments, tables and drawings of the sheet move;
formulas, names and charts of the whole workbook name what they named before. Charts do not reach into the gap.
"""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from docgen.editing.book import WORKBOOK, Book, tag
from docgen.editing.dependents import corner
from docgen.editing.references import Gap, copied_formula, moved_area, moved_formula
from docgen.errors import column_letters

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
_NAMING = re.compile(r"xl/(?:worksheets/[^/]+|charts/[^/]+|chartsheets/[^/]+|pivotCache/[^/]+|workbook)\.xml")
_FORMULAS = ("f", "definedName", "formula", "formula1", "formula2")
# What is meant for a whole table goes on where it ends or begins beside the new line.
_GROWING = ("conditionalFormatting", "dataValidation", "conditionalFormattings", "dataValidations")
_CALCULATION = "xl/calcChain.xml"


def make_gap(book: Book, gap: Gap, like: int) -> None:
    """Move what stands from ``gap.at`` on; formats of the line ``like`` (as numbered before) are for the new."""
    for part in list(book.parts):
        if _NAMING.fullmatch(part):
            _move_references(book, part, gap)
    part = book.sheets[gap.sheet]
    _move_areas(book.tree(part), gap, like)
    _move_cells(book.rows(gap.sheet), gap)
    book.touch(part)
    for related in book.related(part, "/comments", "/threadedComment", "/table"):
        _move_areas(book.tree(related), gap, like)
        book.touch(related)
    for related in book.related(part, "/drawing"):
        _move_anchors(book.tree(related), gap)
        book.touch(related)
    for related in book.related(part, "/vmlDrawing"):
        _move_notes(book.tree(related), gap)
        book.touch(related)
    _move_calculation(book, gap)


def crosses_table(book: Book, gap: Gap) -> bool:
    """Whether new columns would stand within a table of Excel, whose columns have names of their own."""
    if not gap.is_column:
        return False
    for part in book.related(book.sheets[gap.sheet], "/table"):
        ends = [corner(address)[1] for address in book.tree(part).get("ref").split(":")]
        if ends[0] < gap.at <= ends[-1]:
            return True
    return False


def _move_references(book: Book, part: str, gap: Gap) -> None:
    """Formulas, names and links of a part, which may be a sheet, name the gap's cells as they are called afterwards."""
    own = next((name for name, place in book.sheets.items() if place == part), "")
    if own != gap.sheet and gap.sheet.replace("'", "''").encode() not in book.parts[part]:
        return
    tree = book.tree(part)
    _write_out_shared(tree)
    changed = False
    for element in tree.iter(etree.Element):
        if etree.QName(element).localname in _FORMULAS and element.text:
            text = moved_formula(element.text, own, gap, _is_below(element, own, gap))
            changed = changed or text != element.text
            element.text = text
        location = element.get("location") if element.tag == tag("hyperlink") else None
        if location:
            element.set("location", moved_formula(location, own, gap))
            changed = True
        if element.tag == tag("worksheetSource") and element.get("sheet") == gap.sheet and element.get("ref"):
            element.set("ref", moved_area(element.get("ref"), gap))
            changed = True
    if changed:
        book.touch(part)


def _is_below(element: Any, own: str, gap: Gap) -> bool:
    """Whether a formula stands right behind the gap, as a total does, and sums up what ends before it."""
    cell = element.getparent()
    if own != gap.sheet or cell is None or cell.tag != tag("c"):
        return False
    return corner(cell.get("r"))[gap.is_column] == gap.at


def _write_out_shared(tree: Any) -> None:
    """Have each cell its own formula where cells share one, which moves for some of them only."""
    first: dict[str, tuple[str, int, int]] = {}
    for formula in tree.iter(tag("f")):
        if formula.get("t") != "shared":
            continue
        row, column = corner(formula.getparent().get("r"))
        key = formula.get("si")
        if formula.text:
            first[key] = (formula.text, row, column)
        text, top, left = first.get(key, ("", row, column))
        formula.text = copied_formula(text, row - top, column - left)
        for name in ("t", "ref", "si"):
            formula.attrib.pop(name, None)


def _move_areas(tree: Any, gap: Gap, like: int) -> None:
    """The areas that a part's elements are of: merged cells, formats, checks, links, filters, comments, tables."""
    for element in tree.iter(etree.Element):
        name = etree.QName(element).localname
        if name in ("row", "c", "v", "is", "t", "selection"):
            continue
        grows = name in _GROWING or etree.QName(element.getparent()).localname in _GROWING if element is not tree else False
        for key in ("ref", "sqref"):
            if element.get(key):
                element.set(key, _areas(element.get(key), gap, like if grows else 0))
        if name == "sqref" and element.text:
            element.text = _areas(element.text, gap, like)
        if name == "brk" and etree.QName(element.getparent()).localname == ("colBreaks" if gap.is_column else "rowBreaks"):
            element.set("id", str(gap.moved(int(element.get("id")))))
    if gap.is_column:
        _move_widths(tree, gap)


def _areas(text: str, gap: Gap, like: int) -> str:
    return " ".join(_grown(area, gap, like) for area in text.split())


def _grown(area: str, gap: Gap, like: int) -> str:
    """An area afterwards; one that ends, or begins, with the line that the new one is ``like`` takes it in."""
    moved = moved_area(area, gap)
    ends = [corner(address)[gap.is_column] for address in area.split(":")]
    if like and ends[-1] == like == gap.at - 1:
        first, last = moved.split(":")[0], moved.split(":")[-1]
        row, column = corner(last)
        return f"{first}:{_address(row, column, gap, gap.count)}"
    if like and ends[0] == like == gap.at:
        first, last = moved.split(":")[0], moved.split(":")[-1]
        row, column = corner(first)
        return f"{_address(row, column, gap, -gap.count)}:{last}"
    return moved


def _address(row: int, column: int, gap: Gap, by: int) -> str:
    if gap.is_column:
        return f"{column_letters(column + by)}{row}"
    return f"{column_letters(column)}{row + by}"


def _move_cells(rows: Any, gap: Gap) -> None:
    for row in rows:
        number = int(row.get("r"))
        if gap.is_column or number >= gap.at:
            row.set("r", str(number if gap.is_column else gap.moved(number)))
            row.attrib.pop("spans", None)
            for cell in row:
                own_row, own_column = gap.moved_cell(*corner(cell.get("r")))
                cell.set("r", f"{column_letters(own_column)}{own_row}")


def _move_widths(tree: Any, gap: Gap) -> None:
    """The widths of columns; the new ones get that of their neighbour before where its range goes on."""
    for column in tree.iterfind(f"{tag('cols')}/{tag('col')}"):
        for key in ("min", "max"):
            column.set(key, str(min(gap.moved(int(column.get(key))), 16_384)))


def _move_anchors(tree: Any, gap: Gap) -> None:
    """Drawings: charts, pictures and shapes, whose corners stand in cells counted from 0."""
    name = f"{_DRAWING}{'col' if gap.is_column else 'row'}"
    for anchor in tree:
        corners = [end.find(name) for key in ("from", "to") for end in anchor.iterfind(f"{_DRAWING}{key}")]
        numbers = [int(number.text) + 1 for number in corners]
        # One that keeps its size moves whole or not at all.
        stays = anchor.get("editAs") == "absolute" or (anchor.get("editAs") == "oneCell" and numbers[0] < gap.at)
        for number, old in zip(corners, numbers, strict=True):
            number.text = str((old if stays else gap.moved(old)) - 1)


def _move_notes(tree: Any, gap: Gap) -> None:
    """The boxes of comments: the cell of each, and where its corners stand."""
    name = "{urn:schemas-microsoft-com:office:excel}"
    for data in tree.iter(f"{name}ClientData"):
        cell = data.find(f"{name}{'Column' if gap.is_column else 'Row'}")
        if cell is not None:
            cell.text = str(gap.moved(int(cell.text) + 1) - 1)
        anchor = data.find(f"{name}Anchor")
        if anchor is not None:
            numbers = [int(number) for number in anchor.text.split(",")]
            for index in (0, 4) if gap.is_column else (2, 6):
                numbers[index] = gap.moved(numbers[index] + 1) - 1
            anchor.text = ", ".join(map(str, numbers))


def _move_calculation(book: Book, gap: Gap) -> None:
    """The order in which Excel computed the formulas names the cells that they fill."""
    if _CALCULATION not in book.parts:
        return
    numbers = {each.get("sheetId"): each.get("name") for each in book.tree(WORKBOOK).iter(tag("sheet"))}
    sheet = ""
    for cell in book.tree(_CALCULATION):
        sheet = cell.get("i", sheet)
        if numbers.get(sheet) == gap.sheet:
            row, column = gap.moved_cell(*corner(cell.get("r")))
            cell.set("r", f"{column_letters(column)}{row}")
    book.touch(_CALCULATION)
