"""Cells of a workbook written in place: the XML of their sheet alone is written anew, every other part stays as it is.

Cells take numbers, and texts of their own (inline), so that the shared texts stay. What was computed from a changed
cell is no longer known: such results are taken out, and Excel computes the workbook anew when it opens it.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from lxml import etree

from docgen.editing.areas import widened_area, widened_tables
from docgen.editing.dependents import Formula, corner, dependents
from docgen.editing.edits import AreaParted, AreaWidened, SheetEdit
from docgen.editing.formats import number_formats, stored_number
from docgen.editing.rows_below import moved_down
from docgen.errors import CellPosition, DocgenError, column_letters
from docgen.outside.xml import parser
from docgen.outside.zips import damage_told, open_zip
from docgen.reading.workbook.number_format import GENERAL
from docgen.reading.workbook.xlsx import same

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORKBOOK = "xl/workbook.xml"
_PARSER = parser()


@dataclass(slots=True)
class _Sheet:
    """A sheet that is edited: its part's name, and its XML with its rows by their numbers."""

    name: str
    part: str
    tree: Any

    @property
    def data(self) -> Any:
        return self.tree.find(_tag("sheetData"))

    def row(self, number: int, like: int | None) -> Any:
        """The row of a number, made where it is missing; a new one is as high as the row ``like``."""
        after = None
        for row in self.data:
            own = int(row.get("r"))
            if own == number:
                return row
            if own > number:
                break
            after = row
        made = etree.Element(_tag("row"), r=str(number))
        model = next((row for row in self.data if row.get("r") == str(like)), None)
        for key, value in model.attrib.items() if model is not None else ():
            if key not in ("r", "spans"):
                made.set(key, value)
        self.data.insert(0 if after is None else self.data.index(after) + 1, made)
        return made

    def cell(self, row: int, column: int) -> Any:
        """The cell of a row and a column; None where there is none."""
        found = next((own for own in self.data if own.get("r") == str(row)), None)
        return None if found is None else _in_row(found, row, column)


def edited_workbook(data: bytes, edits: Iterable[SheetEdit | AreaWidened | AreaParted], where: str) -> bytes:
    """The bytes of an .xlsx or .xlsm after its edits. ``where`` names it in messages.

    Raises DocgenError for a file that is no such workbook, and for a cell that a formula fills.
    """
    unreadable = DocgenError("workbook-not-in-place", where=where)
    try:
        with open_zip(data, where, unreadable) as archive, damage_told(where):
            names = archive.infolist()
            parts = {info.filename: archive.read(info) for info in names}
        changed = _changed_parts(parts, tuple(edits), where)
    except (KeyError, etree.XMLSyntaxError) as error:
        raise unreadable from error
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for info in names:
            archive.writestr(info, changed.get(info.filename, parts[info.filename]), info.compress_type)
    return out.getvalue()


def _changed_parts(
    parts: Mapping[str, bytes], edits: Sequence[SheetEdit | AreaWidened | AreaParted], where: str
) -> dict[str, bytes]:
    """The parts that edits change: sheets, tables of Excel, and the workbook for its names and formulas."""
    places = _sheet_parts(parts)
    sheets = {name: _Sheet(name, part, etree.fromstring(parts[part], _PARSER)) for name, part in places.items()}
    written = [edit for edit in edits if isinstance(edit, SheetEdit)]
    formats = number_formats(parts)
    for name in dict.fromkeys(edit.sheet for edit in written):
        _make_room(sheets[name], [edit for edit in written if edit.sheet == name], parts, places)
    parted = [edit for edit in edits if isinstance(edit, AreaParted)]
    for own in parted:
        _part(sheets[own.sheet].tree, own.area)
    for edit in written:
        _write(sheets[edit.sheet], edit, formats, where)
    touched = {edit.sheet for edit in written} | {own.sheet for own in parted}
    formulas = [formula for sheet in sheets.values() for formula in _formulas(sheet)]
    stale = dependents(formulas, [(edit.sheet, edit.row, edit.column) for edit in written])
    for name, row, column in stale:
        for result in sheets[name].cell(row, column).findall(_tag("v")):
            result.getparent().remove(result)
        touched.add(name)
    changed = {sheets[name].part: _spelled(sheets[name].tree) for name in touched}
    workbook = etree.fromstring(parts[_WORKBOOK], _PARSER)
    if stale:
        _compute_on_load(workbook)
    widened = [edit for edit in edits if isinstance(edit, AreaWidened)]
    names = [_widen_name(workbook, edit) for edit in widened]
    if stale or any(names):
        changed[_WORKBOOK] = _spelled(workbook)
    for wider in widened:
        changed.update(widened_tables(parts, places[wider.sheet], wider))
    return changed


def _make_room(
    sheet: _Sheet, edits: Sequence[SheetEdit], parts: Mapping[str, bytes], places: Mapping[str, str]
) -> None:
    """Move rows down that stand where new ones are to be, where they may move and nothing refers to them."""
    new = [edit for edit in edits if edit.is_new]
    taken = [cell for edit in new if (cell := sheet.cell(edit.row, edit.column)) is not None and len(cell)]
    if not taken or not all(edit.moves_rows for edit in new):
        return
    rows = {edit.row for edit in new}
    if all(edit.is_new or edit.row < min(rows) for edit in edits):
        moved_down(parts, places, sheet.name, sheet.tree, min(rows), len(rows))


def _sheet_parts(parts: Mapping[str, bytes]) -> dict[str, str]:
    """The part of each sheet by the sheet's name."""
    related = etree.fromstring(parts["xl/_rels/workbook.xml.rels"], _PARSER)
    targets = {relation.get("Id"): relation.get("Target") for relation in related}
    workbook = etree.fromstring(parts[_WORKBOOK], _PARSER)
    sheets = {sheet.get("name"): targets[sheet.get(f"{{{_RELATIONS}}}id")] for sheet in workbook.iter(_tag("sheet"))}
    placed = {name: posixpath.normpath(posixpath.join("/xl", target)).lstrip("/") for name, target in sheets.items()}
    return {name: part for name, part in placed.items() if part.startswith("xl/worksheets/")}


def _write(sheet: _Sheet, edit: SheetEdit, formats: Sequence[str], where: str) -> None:
    """Write one cell. It keeps its look; a new one takes that of the cell that it is ``like``.

    A number is stored so that the cell shows it: 47.9 as 0.479 where the cell shows a percentage.
    """
    model = sheet.cell(*edit.like) if edit.like is not None else None
    row = sheet.row(edit.row, edit.like[0] if edit.like is not None else None)
    cell = _in_row(row, edit.row, edit.column)
    if cell is None:
        cell = _new_cell(row, edit.row, edit.column)
        if model is not None and model.get("s"):
            cell.set("s", model.get("s"))
    if cell.find(_tag("f")) is not None:
        raise DocgenError("formula-fills-cell", where=CellPosition(where, edit.sheet, edit.row, edit.column))
    if edit.is_new and len(cell):
        raise DocgenError("no-room-for-point", where=CellPosition(where, edit.sheet, edit.row, edit.column))
    for old in list(cell):
        cell.remove(old)
    cell.attrib.pop("t", None)
    if isinstance(edit.value, Decimal):
        style = int(cell.get("s", "0"))
        stored = stored_number(edit.value, formats[style] if style < len(formats) else GENERAL)
        etree.SubElement(cell, _tag("v")).text = f"{stored:f}"
    elif edit.value:
        cell.set("t", "inlineStr")
        text = etree.SubElement(etree.SubElement(cell, _tag("is")), _tag("t"))
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        text.text = edit.value
    _widen_dimension(sheet.tree, edit)


def _part(tree: Any, area: str) -> None:
    """Take one area out of those that are merged."""
    merged = tree.find(_tag("mergeCells"))
    for element in [] if merged is None else merged.findall(_tag("mergeCell")):
        if element.get("ref") == area:
            merged.remove(element)
    if merged is not None and not len(merged):
        tree.remove(merged)
    elif merged is not None:
        merged.set("count", str(len(merged)))


def _in_row(row: Any, number: int, column: int) -> Any:
    address = f"{column_letters(column)}{number}"
    return next((cell for cell in row if cell.get("r") == address), None)


def _new_cell(row: Any, number: int, column: int) -> Any:
    """A cell added to a row, in the order of columns."""
    made = etree.Element(_tag("c"), r=f"{column_letters(column)}{number}")
    before = [cell for cell in row if cell.get("r") and corner(cell.get("r"))[1] < column]
    row.insert(len(before), made)
    row.attrib.pop("spans", None)
    return made


def _widen_dimension(tree: Any, edit: SheetEdit) -> None:
    dimension = tree.find(_tag("dimension"))
    if dimension is None:
        return
    corners = [corner(address) for address in dimension.get("ref").split(":")]
    rows, columns = [row for row, _ in corners] + [edit.row], [column for _, column in corners] + [edit.column]
    first, last = (min(rows), min(columns)), (max(rows), max(columns))
    dimension.set("ref", ":".join(f"{column_letters(column)}{row}" for row, column in dict.fromkeys((first, last))))


def _formulas(sheet: _Sheet) -> Iterator[Formula]:
    """The formulas of a sheet; one that is shared stands in its first cell, and the others are taken for it."""
    shared: dict[str, str] = {}
    for cell in sheet.data.iter(_tag("c")):
        formula = cell.find(_tag("f"))
        if formula is None:
            continue
        text = formula.text or shared.get(formula.get("si"), "")
        if formula.get("t") == "shared":
            shared.setdefault(formula.get("si"), text)
        row, column = corner(cell.get("r"))
        yield Formula(sheet.name, row, column, text, is_plain=formula.get("t") in (None, "normal"))


def _widen_name(workbook: Any, edit: AreaWidened) -> bool:
    """Widen the defined name that the data is read by; whether there is one that ends where the table did."""
    for element in workbook.iterfind(f"{_tag('definedNames')}/{_tag('definedName')}"):
        sheet, mark, cells = (element.text or "").rpartition("!")
        wider = widened_area(cells, edit.last, edit.new, mark="$")
        if edit.name and same(element.get("name")) == same(edit.name) and wider != cells:
            element.text = f"{sheet}{mark}{wider}"
            return True
    return False


def _compute_on_load(workbook: Any) -> None:
    """Ask Excel to compute every formula when it opens the workbook."""
    setting = workbook.find(_tag("calcPr"))
    if setting is None:
        setting = etree.Element(_tag("calcPr"))
        before = [node for name in ("definedNames", "sheets") for node in workbook.findall(_tag(name))]
        before[0].addnext(setting)
    setting.set("fullCalcOnLoad", "1")


def _spelled(tree: Any) -> bytes:
    return bytes(etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True))


def _tag(name: str) -> str:
    return f"{{{_MAIN}}}{name}"
