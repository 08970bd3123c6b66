"""Areas that grow with a table of a workbook: the range of a defined name, a table of Excel."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping

from lxml import etree

from docgen.editing.dependents import corner
from docgen.editing.edits import AreaWidened
from docgen.errors import column_letters
from docgen.outside.xml import parser

_AREA = re.compile(r"\$?[A-Z]+\$?[0-9]+:\$?[A-Z]+\$?[0-9]+")
_PARSER = parser()


def widened_area(cells: str, last: tuple[int, int], new: tuple[int, int], mark: str = "") -> str:
    """An area that reaches on to the cell ``new`` where it ends with the cell ``last``; else the area as it is.

    ``mark`` stands before each letter and number of the area: $ in a defined name.

    >>> widened_area("A1:C6", (6, 2), (7, 2)), widened_area("A1:C9", (6, 2), (7, 2))
    ('A1:C7', 'A1:C9')
    """
    if not _AREA.fullmatch(cells):
        return cells
    (top, left), (bottom, right) = (corner(address) for address in cells.split(":"))
    holds = top <= last[0] <= bottom and left <= last[1] <= right
    ends = (bottom == last[0]) if new[0] > last[0] else (right == last[1])
    if not holds or not ends:
        return cells
    bottom, right = max(bottom, new[0]), max(right, new[1])
    return ":".join(
        f"{mark}{column_letters(column)}{mark}{row}" for row, column in ((top, left), (bottom, right))
    )


def widened_tables(parts: Mapping[str, bytes], sheet: str, edit: AreaWidened) -> Iterator[tuple[str, bytes]]:
    """The parts of the tables of Excel on a sheet that end where the data did, widened; one with totals is not."""
    folder, name = posixpath.split(sheet)
    relations = f"{folder}/_rels/{name}.rels"
    for relation in etree.fromstring(parts[relations], _PARSER) if relations in parts else ():
        if not relation.get("Type").endswith("/table"):
            continue
        part = posixpath.normpath(posixpath.join("/", folder, relation.get("Target"))).lstrip("/")
        table = etree.fromstring(parts[part], _PARSER)
        wider = widened_area(table.get("ref"), edit.last, edit.new)
        if wider == table.get("ref") or table.get("totalsRowCount", "0") != "0":
            continue
        for element in (table, *table.iterfind("{*}autoFilter")):
            element.set("ref", wider)
        yield part, bytes(etree.tostring(table, xml_declaration=True, encoding="UTF-8", standalone=True))
