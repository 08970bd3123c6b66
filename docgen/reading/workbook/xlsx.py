"""An .xlsx or .xlsm workbook: its sheets, names and tables, the texts and the styles that its cells share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from docgen.messages import message
from docgen.model.cells.text import composed, visible
from docgen.reading.workbook.number_format import BUILT_IN, GENERAL
from docgen.reading.workbook.package import Package
from docgen.reading.workbook.sheet import Area
from docgen.value import value

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_TRUE = frozenset({"1", "true"})


@value(frozen=True, slots=True)
class SheetEntry:
    """A sheet as the workbook lists it: its name, whether it is hidden, and its part."""

    name: str
    hidden: bool
    part: str


@value(frozen=True, slots=True)
class NamedArea:
    """An area that has a name: a defined name, or a table of Excel with the rows of its head and of its totals."""

    name: str
    sheet: str
    area: Area
    head: int = 1
    totals: int = 0


@value(frozen=True, slots=True)
class CellStyle:
    """What the style of a cell says of its content: the number format, and whether it is struck through."""

    format: str = GENERAL
    struck: bool = False


@value(frozen=True, slots=True)
class Workbook:
    """What a workbook says of itself. ``names`` are those of areas; a name that means anything else is left out.

    Cells name the ``texts`` and ``styles`` that they share by number. An ``outdated`` workbook asks to be computed anew
    when it is opened: the results of its formulas may be of no use.
    """

    package: Package
    sheets: tuple[SheetEntry, ...]
    names: tuple[NamedArea, ...]
    texts: tuple[str, ...]
    styles: tuple[CellStyle, ...]
    since_1904: bool
    outdated: bool

    @property
    def has_macros(self) -> bool:
        """Whether the workbook holds a program."""
        return any(name.endswith("vbaproject.bin") for name in self.package.names)

    @property
    def has_links(self) -> bool:
        """Whether cells may rest on other workbooks."""
        return any(name.startswith("xl/externallinks/externallink") for name in self.package.names)


def workbook(package: Package) -> Workbook:
    """The workbook of a package. DocgenError where it has no sheets."""
    part = package.related("", "officeDocument")
    if part is None:
        raise package.damaged(message("no-workbook-inside"))
    root, parts = package.root(part), package.relations(part)
    sheets = []
    for element in root.iterfind("{*}sheets/{*}sheet"):
        identifier = next((value for name, value in element.attrib.items() if name.endswith("}id")), "")
        relation = parts.get(identifier)
        if relation is not None and relation.kind == "worksheet":
            hidden = element.get("state", "visible") != "visible"
            sheets.append(SheetEntry(element.get("name", ""), hidden, relation.target))
    if not sheets:
        raise package.damaged(message("no-sheet-inside"))
    names = (*_defined(root, sheets), *(table for entry in sheets for table in _tables(package, entry)))
    properties = root.find("{*}workbookPr")
    since_1904 = properties is not None and properties.get("date1904") in _TRUE
    calculation = root.find("{*}calcPr")
    outdated = calculation is not None and calculation.get("fullCalcOnLoad") in _TRUE
    return Workbook(
        package, tuple(sheets), names, _texts(package, part), _styles(package, part), since_1904, outdated
    )


def _defined(root: Any, sheets: list[SheetEntry]) -> Iterator[NamedArea]:
    """The defined names that stand for one area of a sheet."""
    known = {same(entry.name): entry.name for entry in sheets}
    for element in root.iterfind("{*}definedNames/{*}definedName"):
        sheet, _, cells = (element.text or "").rpartition("!")
        sheet = sheet.removeprefix("'").removesuffix("'").replace("''", "'")
        name = element.get("name", "")
        if same(sheet) not in known or name.startswith("_xlnm."):
            continue
        try:
            yield NamedArea(name, known[same(sheet)], Area.parse(cells))
        except ValueError:
            continue


def _tables(package: Package, entry: SheetEntry) -> Iterator[NamedArea]:
    """The tables of Excel on a sheet."""
    for relation in package.relations(entry.part).values():
        if relation.kind == "table" and package.has(relation.target):
            root = package.root(relation.target)
            name = root.get("displayName") or root.get("name", "")
            head, totals = int(root.get("headerRowCount", "1")), int(root.get("totalsRowCount", "0"))
            yield NamedArea(name, entry.name, Area.parse(root.get("ref", "")), head, totals)


def _texts(package: Package, workbook: str) -> tuple[str, ...]:
    """The texts that cells share."""
    part = package.related(workbook, "sharedStrings")
    return tuple(text_in(element) for element in package.elements(part, "si")) if part is not None else ()


def text_in(element: Any) -> str:
    """The text of an element, of all its runs, without the readings (furigana) above it."""
    own = (text.text or "" for text in element.iter("{*}t") if not text.getparent().tag.endswith("}rPh"))
    return plain_text("".join(own))


def plain_text(text: str) -> str:
    """A text whose characters in the form _x000D_ are themselves, with line feeds at the ends of lines.

    What is not seen in Excel, such as a byte order mark, is left out.
    """
    whole = _unescaped(text) if "_x" in text else text
    return composed(visible(whole.replace("\r\n", "\n").replace("\r", "\n")))


def _unescaped(text: str) -> str:
    """A text without escapes; two that are the halves of one letter (UTF-16) are this letter."""
    units = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
    return units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")


def _styles(package: Package, workbook: str) -> tuple[CellStyle, ...]:
    """The styles of cells, by their numbers."""
    part = package.related(workbook, "styles")
    if part is None:
        return ()
    root = package.root(part)
    own = {
        int(element.get("numFmtId", "0")): element.get("formatCode", GENERAL)
        for element in root.iterfind("{*}numFmts/{*}numFmt")
    }
    codes = {**BUILT_IN, **own}
    struck = [_is_struck(font.find("{*}strike")) for font in root.iterfind("{*}fonts/{*}font")]

    def style_of(element: Any) -> CellStyle:
        font = int(element.get("fontId", "0"))
        return CellStyle(codes.get(int(element.get("numFmtId", "0")), GENERAL), font < len(struck) and struck[font])

    return tuple(map(style_of, root.iterfind("{*}cellXfs/{*}xf")))


def _is_struck(strike: Any) -> bool:
    return strike is not None and strike.get("val", "1") in _TRUE


def same(name: str) -> str:
    """What a name is compared by: composed, and without regard to upper and lower case, as in Excel."""
    return composed(name).casefold()
