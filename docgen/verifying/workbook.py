"""The workbook behind a chart: the values of the cells that its formulas name."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from docgen.errors import DocgenError
from docgen.outside.xml import parsed
from docgen.outside.zips import open_zip, read_entry
from docgen.verifying.deck_file import R
from docgen.verifying.relations import part_named, relations

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
Cell = str | float
_FORMULA = re.compile(r"(?:'((?:[^']|'')+)'|([^'!\[\](),]+))!\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?")
_CELL = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_MOST = 1_048_576


@dataclass(frozen=True, slots=True)
class Block:
    """A range of cells of a sheet: its first and last row and column, from 1."""

    sheet: str
    top: int
    left: int
    bottom: int
    right: int

    @property
    def size(self) -> int:
        """How many cells there are."""
        return (self.bottom - self.top + 1) * (self.right - self.left + 1)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The cells of a sheet that hold something, by row and column; ``hidden`` where rows or columns are hidden."""

    cells: Mapping[tuple[int, int], Cell]
    hidden: bool


def block_of(formula: str) -> Block | None:
    """The range that a formula of a chart names; None for a name, several ranges, or another workbook.

    >>> block_of("Sheet1!$A$2:$A$5")
    Block(sheet='Sheet1', top=2, left=1, bottom=5, right=1)
    """
    found = _FORMULA.fullmatch(formula.strip().lstrip("="))
    if found is None:
        return None
    quoted, plain, left, top, right, bottom = found.groups()
    name = quoted.replace("''", "'") if quoted else plain
    block = Block(name, int(top), _column(left), int(bottom or top), _column(right or left))
    ordered = block.top <= block.bottom and block.left <= block.right
    return block if ordered and block.size <= _MOST and "[" not in name else None


def sheets_of(data: bytes) -> Mapping[str, Sheet]:
    """The sheets of a workbook by name in lower case. DocgenError for what is no workbook, or beyond the bounds."""
    with open_zip(data, None) as archive:
        names = frozenset(archive.namelist())
        book_name = _start(archive)
        related = {one.id: one for one in _relations(archive, book_name)}
        shared = next((one.target for one in related.values() if one.kind == "sharedStrings"), "")
        texts = _texts(_part(archive, shared)) if shared.lstrip("/") in names else ()
        found = {}
        for entry in _part(archive, book_name).iterfind(f"{S}sheets/{S}sheet"):
            one = related.get(entry.get(f"{R}id", ""))
            if one is not None and one.kind == "worksheet":
                found[entry.get("name", "").lower()] = _sheet(_part(archive, one.target), texts)
        return found


def _start(archive: zipfile.ZipFile) -> str:
    found = next((one.target for one in _relations(archive, "/") if one.kind == "officeDocument"), "")
    if not found:
        raise DocgenError("package-damaged")
    return found


def _relations(archive: zipfile.ZipFile, part: str) -> tuple[Any, ...]:
    folder, file = posixpath.split(part)
    listed = part_named(folder, f"_rels/{file}.rels")
    return tuple(relations(_part(archive, listed), part)) if listed.lstrip("/") in archive.NameToInfo else ()


def _part(archive: zipfile.ZipFile, name: str) -> Any:
    return parsed(read_entry(archive, name.lstrip("/"), None), name)


def _texts(root: Any) -> tuple[str, ...]:
    """The texts that cells share, without readings of their characters."""
    return tuple(_text(entry) for entry in root.iterfind(f"{S}si"))


def _text(entry: Any) -> str:
    return "".join(text.text or "" for text in (*entry.iterfind(f"{S}t"), *entry.iterfind(f"{S}r/{S}t")))


def _sheet(root: Any, texts: tuple[str, ...]) -> Sheet:
    hidden = any(each.get("hidden") in ("1", "true") for each in root.iter(f"{S}row", f"{S}col"))
    return Sheet(dict(_cells(root, texts)), hidden)


def _cells(root: Any, texts: tuple[str, ...]) -> Iterator[tuple[tuple[int, int], Cell]]:
    row_number = 0
    for row in root.iterfind(f"{S}sheetData/{S}row"):
        stated = row.get("r", "")
        row_number, column = _index(stated, row_number + 1), 0
        for cell in row.iterfind(f"{S}c"):
            named = _CELL.fullmatch(cell.get("r", ""))
            column = _column(named.group(1)) if named else column + 1
            value = _value(cell, texts)
            if value is not None:
                yield (row_number, column), value


def _value(cell: Any, texts: tuple[str, ...]) -> Cell | None:
    kind, stated = cell.get("t", "n"), cell.findtext(f"{S}v")
    if kind == "inlineStr":
        inside = cell.find(f"{S}is")
        return _text(inside) if inside is not None else None
    if stated is None or kind in ("b", "e", "d"):
        return None if stated is None else str(stated)
    if kind == "s":
        place = _index(stated.strip(), len(texts))
        return texts[place] if place < len(texts) else ""
    return str(stated) if kind == "str" else number_of(stated)


def _index(text: str, otherwise: int) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else otherwise


def number_of(text: str) -> float | None:
    """A number as XML has it; None for what is none."""
    try:
        return float(text)
    except ValueError:
        return None


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
