"""Cells of a workbook written in place: the XML of their sheet alone is written anew, every other part stays as it is.

Cells take numbers, and texts of their own (inline), so that the shared texts stay. What was computed from a changed
cell is no longer known: such results are taken out, and Excel computes the workbook anew when it opens it.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from typing import Any

from lxml import etree

from docgen.editing.book import WORKBOOK, Book, tag
from docgen.editing.cells import cell_at, fill, row_at, widen_dimension
from docgen.editing.dependents import dependents
from docgen.editing.edits import AreaParted, LineAdded, SheetEdit
from docgen.editing.formats import number_formats
from docgen.editing.lines import add_lines, moved_by
from docgen.errors import CellPosition, DocgenError, column_letters
from docgen.outside.zips import damage_told, open_zip

SheetChange = SheetEdit | LineAdded | AreaParted
"""What may be done to a workbook."""


def edited_workbook(data: bytes, edits: Iterable[SheetChange], where: str) -> bytes:
    """The bytes of an .xlsx or .xlsm after its edits. ``where`` names it in messages.

    Raises DocgenError for a file that is no such workbook, for a cell that a formula fills, and for a line that has no
    room.
    """
    unreadable = DocgenError("workbook-not-in-place", where=where)
    try:
        with open_zip(data, where, unreadable) as archive, damage_told(where):
            names = archive.infolist()
            parts = {info.filename: archive.read(info) for info in names}
        book = Book(parts)
        _change(book, tuple(edits), where)
    except (KeyError, etree.XMLSyntaxError) as error:
        raise unreadable from error
    changed = book.changed()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for info in names:
            archive.writestr(info, changed.get(info.filename, parts[info.filename]), info.compress_type)
    return out.getvalue()


def is_free(data: bytes, line: LineAdded, where: str) -> bool:
    """Whether nothing stands where a line is to be, within the span of its table."""
    unreadable = DocgenError("workbook-not-in-place", where=where)
    try:
        with open_zip(data, where, unreadable) as archive, damage_told(where):
            book = Book({info.filename: archive.read(info) for info in archive.infolist()})
        rows = book.rows(line.sheet)
    except (KeyError, etree.XMLSyntaxError) as error:
        raise unreadable from error
    addresses = {
        f"{column_letters(line.at if line.is_column else own)}{own if line.is_column else line.at}"
        for own in range(line.span[0], line.span[1] + 1)
    }
    return not any(len(cell) for cell in rows.iter(tag("c")) if cell.get("r") in addresses)


def _change(book: Book, edits: Sequence[SheetChange], where: str) -> None:
    """Do the edits: cells first, at the places that the file has them, then lines, from the end on."""
    formats = number_formats(book.parts)
    written = [edit for edit in edits if isinstance(edit, SheetEdit)]
    lines = [edit for edit in edits if isinstance(edit, LineAdded)]
    for own in edits:
        if isinstance(own, AreaParted):
            _part(book.tree(book.sheets[own.sheet]), own.area)
            book.touch(book.sheets[own.sheet])
    for edit in written:
        _write(book, edit, formats, where)
    filled = add_lines(book, lines, formats, where)
    moved = [moved_by(lines, edit.sheet, edit.row, edit.column) for edit in written]
    stale = dependents(list(book.formulas()), [*moved, *filled])
    for name, row, column in stale:
        for result in cell_at(row_at(book.rows(name), row), row, column).findall(tag("v")):
            result.getparent().remove(result)
        book.touch(book.sheets[name])
    if stale:
        _compute_on_load(book.tree(WORKBOOK))
        book.touch(WORKBOOK)


def _write(book: Book, edit: SheetEdit, formats: Sequence[str], where: str) -> None:
    """Write one cell, which keeps its look."""
    cell = cell_at(row_at(book.rows(edit.sheet), edit.row), edit.row, edit.column)
    if cell.find(tag("f")) is not None:
        raise DocgenError("formula-fills-cell", where=CellPosition(where, edit.sheet, edit.row, edit.column))
    fill(cell, edit.value, formats)
    widen_dimension(book.tree(book.sheets[edit.sheet]), edit.row, edit.column)
    book.touch(book.sheets[edit.sheet])


def _part(tree: Any, area: str) -> None:
    """Take one area out of those that are merged."""
    merged = tree.find(tag("mergeCells"))
    for element in [] if merged is None else merged.findall(tag("mergeCell")):
        if element.get("ref") == area:
            merged.remove(element)
    if merged is not None and not len(merged):
        tree.remove(merged)
    elif merged is not None:
        merged.set("count", str(len(merged)))


def _compute_on_load(workbook: Any) -> None:
    """Ask Excel to compute every formula when it opens the workbook."""
    setting = workbook.find(tag("calcPr"))
    if setting is None:
        setting = etree.Element(tag("calcPr"))
        before = [node for name in ("definedNames", "sheets") for node in workbook.findall(tag(name))]
        before[0].addnext(setting)
    setting.set("fullCalcOnLoad", "1")
