"""Rules on charts: what a chart shows against the workbook behind it; its points, series and axes."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Any

from docgen.breach import Breach
from docgen.errors import DocgenError, repeated
from docgen.outside.part_kinds import SPREADSHEETS
from docgen.verifying.deck_file import C, R, XmlPart
from docgen.verifying.workbook import Block, Cell, Sheet, block_of, number_of, sheets_of

_REFERENCES = (f"{C}numRef", f"{C}strRef", f"{C}multiLvlStrRef")
_CACHES = (f"{C}numCache", f"{C}strCache", f"{C}numLit", f"{C}strLit", f"{C}lvl")
_NEAR = 1e-9


def points_are_counted(part: XmlPart) -> Iterator[Breach]:
    """The points of a chart's data are within the number that it states, each once."""
    for cache in part.root.iter(*_CACHES):
        stated = (cache.getparent() if cache.tag == f"{C}lvl" else cache).find(f"{C}ptCount")
        places = [point.get("idx", "") for point in cache.iterfind(f"{C}pt")]
        count = _whole(stated.get("val", "")) if stated is not None else None
        if count is None and places:
            yield Breach("chart-points.uncounted", part.where(), points=len(places))
        for place in places:
            if count is not None and (_whole(place) is None or int(place) >= count):
                yield Breach("chart-points.beyond", part.where(), point=place, count=count)
        for again, _ in repeated(places, key=str):
            yield Breach("chart-points.twice", part.where(), point=again)


def series_and_axes_are_told_apart(part: XmlPart) -> Iterator[Breach]:
    """Each series of a chart has a number of its own; plots and axes refer to axes that are there, each once."""
    plots = part.root.find(f"{C}chart/{C}plotArea")
    if plots is None:
        return
    numbers = [each.get("val", "") for each in plots.iterfind(f"*/{C}ser/{C}idx")]
    for again, _ in repeated(numbers, key=str):
        yield Breach("chart-parts.series", part.where(), id=again)
    axes = [each for each in plots if str(each.tag).endswith("Ax")]
    ids = [each.get("val", "") for axis in axes for each in axis.iterfind(f"{C}axId")]
    for again, _ in repeated(ids, key=str):
        yield Breach("chart-parts.axis-twice", part.where(), id=again)
    named = [each for plot in plots if plot not in axes for each in plot.iterfind(f"{C}axId")]
    named += [each for axis in axes for each in axis.iterfind(f"{C}crossAx")]
    # Charts in space name a third axis that they have not, as 0.
    for missing in dict.fromkeys(each.get("val", "") for each in named if each.get("val") not in (*ids, "0")):
        yield Breach("chart-parts.axis", part.where(), id=missing)


def charts_show_their_workbook(part: XmlPart) -> Iterator[Breach]:
    """What a chart shows is what the cells of its workbook hold, as many of them."""
    data = part.root.find(f"{C}externalData")
    relation = part.deck.relation(part.name, data.get(f"{R}id", "")) if data is not None else None
    if relation is None or relation.external or relation.target not in part.deck.parts:
        return
    if part.deck.type_of(relation.target) not in SPREADSHEETS:
        return
    try:
        sheets = sheets_of(part.deck.parts[relation.target])
    except DocgenError as error:
        yield Breach("chart-workbook", part.where(), part=relation.target, reason=error.message)
        return
    for reference in part.root.iter(*_REFERENCES) if sheets else ():
        yield from _compared(part, reference, sheets)


def _compared(part: XmlPart, reference: Any, sheets: Mapping[str, Sheet]) -> Iterator[Breach]:
    """Where the points of a reference are others than its cells."""
    formula, block = reference.findtext(f"{C}f", ""), block_of(reference.findtext(f"{C}f", ""))
    if block is None:
        return
    sheet = sheets.get(block.sheet.lower())
    if sheet is None:
        yield Breach("chart-cache.sheet", part.where(), formula=formula)
        return
    cache = next((each for each in reference if str(each.tag).endswith("Cache")), None)
    if cache is None or sheet.hidden:
        return
    levels = cache.findall(f"{C}lvl")
    length = _length(block, bool(levels))
    count = cache.find(f"{C}ptCount")
    if count is not None and _whole(count.get("val", "")) not in (None, length):
        yield Breach("chart-cache.count", part.where(), formula=formula, shown=count.get("val"), cells=length)
        return
    for place, row, column, shown in differences(reference, block, sheet):
        held = _said(sheet.cells.get((row, column)))
        if shown is None:
            yield Breach("chart-cache.missing", part.where(), held=held, formula=formula, place=place + 1)
        else:
            yield Breach("chart-cache.value", part.where(), shown=shown, held=held, formula=formula, place=place + 1)


def differences(reference: Any, block: Block, sheet: Sheet) -> Iterator[tuple[int, int, int, str | None]]:
    """Where the points that a reference of a chart shows are others than the cells of its ``block``.

    Gives the place of a point, from 0, the row and column of its cell, from 1, and what is shown: None where the cell
    holds a number, and no point shows it.
    """
    cache = next((each for each in reference if str(each.tag).endswith("Cache")), reference)
    levels = cache.findall(f"{C}lvl")
    points = [(level, point) for level, line in enumerate(levels or [cache]) for point in line.iterfind(f"{C}pt")]
    shown = {(level, _whole(point.get("idx", ""))): point.findtext(f"{C}v", "") for level, point in points}
    for (level, place), text in shown.items():
        if place is not None and place < _length(block, bool(levels)):
            row, column = _cell_of(block, place, level, bool(levels))
            if not _is_same(text, sheet.cells.get((row, column))):
                yield place, row, column, text
    if not levels:
        for (row, column), cell in sheet.cells.items():
            place = (row - block.top) * (block.right - block.left + 1) + column - block.left
            inside = block.top <= row <= block.bottom and block.left <= column <= block.right
            if inside and isinstance(cell, float) and (0, place) not in shown:
                yield place, row, column, None


def _said(cell: Cell | None) -> str:
    return "" if cell is None else f"{cell:.15g}" if isinstance(cell, float) else cell


def _length(block: Block, several: bool) -> int:
    """How many points a range has; of several levels, those of one."""
    return block.bottom - block.top + 1 if several else block.size


def _cell_of(block: Block, place: int, level: int, several: bool) -> tuple[int, int]:
    """The row and column of a point; levels stand from the last column to the first."""
    if several:
        return block.top + place, block.right - level
    width = block.right - block.left + 1
    return block.top + place // width, block.left + place % width


def _is_same(shown: str, cell: Cell | None) -> bool:
    """Whether a chart shows what a cell holds; a number that is shown as a text may be printed in any form."""
    if cell is None:
        return not shown.strip()
    number = number_of(shown)
    if isinstance(cell, float):
        return number is None or math.isclose(number, cell, rel_tol=_NEAR, abs_tol=1e-12)
    held = number_of(cell)
    return " ".join(shown.split()) == " ".join(cell.split()) or (held is not None and held == number)


def _whole(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else None
