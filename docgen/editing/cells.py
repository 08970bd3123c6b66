"""Rows and cells of a sheet's XML: found, made where they are missing, and filled."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from lxml import etree

from docgen.editing.book import tag
from docgen.editing.dependents import corner
from docgen.editing.formats import stored_number
from docgen.errors import column_letters
from docgen.reading.workbook.number_format import GENERAL


def row_at(rows: Any, number: int, like: int | None = None) -> Any:
    """The row of a number, made where it is missing; a new one is as high as the row ``like``."""
    after = None
    for row in rows:
        own = int(row.get("r"))
        if own == number:
            return row
        if own > number:
            break
        after = row
    made = etree.Element(tag("row"), r=str(number))
    model = next((row for row in rows if row.get("r") == str(like)), None)
    for key, value in model.attrib.items() if model is not None else ():
        if key not in ("r", "spans"):
            made.set(key, value)
    rows.insert(0 if after is None else rows.index(after) + 1, made)
    return made


def cell_at(row: Any, number: int, column: int) -> Any:
    """The cell of a row, made where it is missing, in the order of columns."""
    address = f"{column_letters(column)}{number}"
    for cell in row:
        if cell.get("r") == address:
            return cell
    made = etree.Element(tag("c"), r=address)
    before = [cell for cell in row if cell.get("r") and corner(cell.get("r"))[1] < column]
    row.insert(len(before), made)
    row.attrib.pop("spans", None)
    return made


def fill(cell: Any, value: Decimal | str, formats: Sequence[str]) -> None:
    """Write a value into a cell, which keeps its look; a number so that the cell shows it."""
    for old in list(cell):
        cell.remove(old)
    cell.attrib.pop("t", None)
    if isinstance(value, Decimal):
        etree.SubElement(cell, tag("v")).text = f"{stored_number(value, format_of(cell, formats)):f}"
    elif value:
        cell.set("t", "inlineStr")
        text = etree.SubElement(etree.SubElement(cell, tag("is")), tag("t"))
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        text.text = value


def format_of(cell: Any, formats: Sequence[str]) -> str:
    """The number format of a cell."""
    style = int(cell.get("s", "0"))
    return formats[style] if style < len(formats) else GENERAL


def widen_dimension(tree: Any, row: int, column: int) -> None:
    """Have a sheet say that it reaches to a cell."""
    dimension = tree.find(tag("dimension"))
    if dimension is None:
        return
    corners = [corner(address) for address in dimension.get("ref").split(":")]
    rows, columns = [own for own, _ in corners] + [row], [own for _, own in corners] + [column]
    first, last = (min(rows), min(columns)), (max(rows), max(columns))
    dimension.set("ref", ":".join(f"{column_letters(own)}{number}" for number, own in dict.fromkeys((first, last))))
