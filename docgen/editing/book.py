"""A workbook that is edited: its parts, parsed when they are first asked for; those that were touched are spelled anew."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from docgen.editing.dependents import Formula, corner
from docgen.outside.xml import parser

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORKBOOK = "xl/workbook.xml"
_PARSER = parser()


def tag(name: str) -> str:
    """The name of an element of a workbook's own parts, as lxml spells it."""
    return f"{{{MAIN}}}{name}"


@dataclass(slots=True)
class Book:
    """The parts of a workbook as bytes by their names. Who changes a part's tree says so by ``touch``."""

    parts: Mapping[str, bytes]
    _trees: dict[str, Any] = field(default_factory=dict)
    _touched: dict[str, None] = field(default_factory=dict)
    _sheets: dict[str, str] = field(default_factory=dict)

    def tree(self, part: str) -> Any:
        """The XML of a part."""
        if part not in self._trees:
            self._trees[part] = etree.fromstring(self.parts[part], _PARSER)
        return self._trees[part]

    def touch(self, part: str) -> None:
        """Have a part spelled anew."""
        self._touched[part] = None

    def changed(self) -> dict[str, bytes]:
        """The bytes of the parts that were touched."""
        return {
            part: bytes(etree.tostring(self._trees[part], xml_declaration=True, encoding="UTF-8", standalone=True))
            for part in self._touched
        }

    @property
    def sheets(self) -> Mapping[str, str]:
        """The part of each sheet by the sheet's name."""
        if not self._sheets:
            targets = {relation.get("Id"): relation.get("Target") for relation in self.tree("xl/_rels/workbook.xml.rels")}
            listed = self.tree(WORKBOOK).iter(tag("sheet"))
            named = {each.get("name"): targets[each.get(f"{{{RELATIONS}}}id")] for each in listed}
            placed = {name: posixpath.normpath(posixpath.join("/xl", target)).lstrip("/") for name, target in named.items()}
            self._sheets.update({name: part for name, part in placed.items() if part.startswith("xl/worksheets/")})
        return self._sheets

    def related(self, part: str, *kinds: str) -> Iterator[str]:
        """The parts that a part names by relationships whose kind ends with one of ``kinds``."""
        folder, name = posixpath.split(part)
        relations = f"{folder}/_rels/{name}.rels"
        for relation in self.tree(relations) if relations in self.parts else ():
            target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target"))).lstrip("/")
            if relation.get("Type").endswith(kinds) and target in self.parts:
                yield target

    def rows(self, sheet: str) -> Any:
        """The element of a sheet that holds its rows."""
        return self.tree(self.sheets[sheet]).find(tag("sheetData"))

    def formulas(self) -> Iterator[Formula]:
        """The formulas of all sheets; one that is shared stands in its first cell, and the others are taken for it."""
        for sheet in self.sheets:
            shared: dict[str, str] = {}
            for cell in self.rows(sheet).iter(tag("c")):
                formula = cell.find(tag("f"))
                if formula is None:
                    continue
                text = formula.text or shared.get(formula.get("si"), "")
                if formula.get("t") == "shared":
                    shared.setdefault(formula.get("si"), text)
                row, column = corner(cell.get("r"))
                yield Formula(sheet, row, column, text, is_plain=formula.get("t") in (None, "normal"))
