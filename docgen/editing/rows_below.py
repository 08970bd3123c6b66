"""Rows below a table moved down for a new one, where nothing in the workbook speaks of them but they themselves.

Notes often stand right below a table. Excel would move with them all that refers to them; where there is such a thing
(a formula, a merged cell, a comment, a name), the rows stay, and the new point has no room.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

from docgen.editing.dependents import Formula, corner, reads_below
from docgen.errors import column_letters
from docgen.outside.xml import parser

_PARSER = parser()
# What says where a sheet was looked at, and how far it reaches, is no reference.
_NO_REFERENCES = ("dimension", "sheetViews", "ignoredErrors", "sheetData")
_FORMULAS = ("f", "definedName", "formula", "formula1", "formula2")
_REFERRING = ("/comments", "/table", "/threadedComment", "/pivotTable")


def moved_down(parts: Mapping[str, bytes], places: Mapping[str, str], name: str, tree: Any, first: int, count: int) -> bool:
    """Move the rows of a sheet from ``first`` on down by ``count``; False, and nothing moved, where that is not safe.

    ``places`` are the parts of the workbook's sheets by their names.
    """
    if not _speaks_of_none(parts, places, name, tree, first):
        return False
    for row in tree.find("{*}sheetData"):
        number = int(row.get("r"))
        if number >= first:
            row.set("r", str(number + count))
            for cell in row:
                own, column = corner(cell.get("r"))
                cell.set("r", f"{column_letters(column)}{own + count}")
    dimension = tree.find("{*}dimension")
    if dimension is not None:
        ends = dimension.get("ref").split(":")
        row, column = corner(ends[-1])
        if row >= first:
            dimension.set("ref", ":".join([*ends[:-1], f"{column_letters(column)}{row + count}"]))
    return True


def _speaks_of_none(parts: Mapping[str, bytes], places: Mapping[str, str], name: str, tree: Any, first: int) -> bool:
    """Whether no area, no formula and no name of the workbook reaches to the row ``first`` or below."""
    areas = (*_areas_in(tree), *_areas_of_related(parts, places[name]))
    if any(_bottom(area) >= first for area in areas):
        return False
    return not any(reads_below(formula, name, first) for formula in _formulas(parts, places))


def _areas_in(tree: Any) -> Iterator[str]:
    """The areas that a sheet's own parts are of: merged cells, formats, checks of input, links, filters."""
    for element in tree:
        if etree.QName(element).localname in _NO_REFERENCES:
            continue
        for inner in element.iter(etree.Element):
            yield from (inner.get("ref") or inner.get("sqref") or "").split()
            if etree.QName(inner).localname == "sqref":
                yield from (inner.text or "").split()


def _areas_of_related(parts: Mapping[str, bytes], part: str) -> Iterator[str]:
    """The areas that comments and tables of a sheet are of."""
    folder, name = posixpath.split(part)
    relations = f"{folder}/_rels/{name}.rels"
    for relation in etree.fromstring(parts[relations], _PARSER) if relations in parts else ():
        if relation.get("Type").endswith(_REFERRING):
            target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target"))).lstrip("/")
            for element in etree.fromstring(parts[target], _PARSER).iter(etree.Element):
                yield from (element.get("ref") or "").split()


def _formulas(parts: Mapping[str, bytes], places: Mapping[str, str]) -> Iterator[Formula]:
    """Every text of the workbook that names cells: formulas of sheets, names, charts, checks and formats."""
    names = {part: name for name, part in places.items()}
    for part, data in parts.items():
        if re.match(r"xl/(worksheets/|charts/|chartsheets/|pivotCache/|workbook\.xml)", part) and part.endswith(".xml"):
            for element in etree.fromstring(data, _PARSER).iter(etree.Element):
                # What Excel keeps for itself, such as the area to print, may end above the notes.
                own = (element.get("name") or "").startswith("_xlnm.")
                if etree.QName(element).localname in _FORMULAS and not own:
                    is_plain = element.get("t") in (None, "normal")
                    yield Formula(names.get(part, ""), 0, 0, element.text or "", is_plain)


def _bottom(area: str) -> int:
    return max((corner(address)[0] or 1_048_576 for address in area.split(":")), default=0)
