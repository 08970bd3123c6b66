"""The fills that a deck's table styles give to cells which state none of their own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docgen.merging.edited.colours import fill_of
from docgen.merging.xml_names import A
from docgen.write.package.package import Package
from docgen.write.package.part import TABLE_STYLES

StyleFills = Mapping[str, str]
"""The fill of each part of a table style that states one, by the part's name: RGB, "" for none."""

_TRUE = ("1", "true")


def table_style_fills(package: Package, theme: Mapping[str, str]) -> Mapping[str, StyleFills]:
    """The fills of the deck's table styles by their ids."""
    if TABLE_STYLES not in package.parts:
        return {}
    styles = package.xml(TABLE_STYLES).iterchildren(f"{A}tblStyle")
    return {style.get("styleId", ""): _fills(style, theme) for style in styles}


def _fills(style: Any, theme: Mapping[str, str]) -> StyleFills:
    fills = {part.tag.removeprefix(A): fill_of(part.find(f"{A}tcStyle/{A}fill"), theme) for part in style}
    return {part: fill for part, fill in fills.items() if fill is not None}


def given_fills(table: Any, styles: Mapping[str, StyleFills]) -> list[list[str]]:
    """The fill that each cell of an ``a:tbl`` has where it states none, row by row."""
    counts = [len(row.findall(f"{A}tc")) for row in table.iterchildren(f"{A}tr")]
    properties = table.find(f"{A}tblPr")
    fills = {} if properties is None else styles.get(properties.findtext(f"{A}tableStyleId") or "", {})
    flags = frozenset() if properties is None else frozenset(
        name for name in ("firstRow", "lastRow", "firstCol", "lastCol", "bandRow") if properties.get(name) in _TRUE
    )  # fmt: skip
    return [
        [_given(fills, _parts(flags, (row, column), (len(counts), columns))) for column in range(columns)]
        for row, columns in enumerate(counts)
    ]


def _given(fills: StyleFills, parts: list[str]) -> str:
    return next((fills[part] for part in parts if part in fills), "")


def _parts(flags: frozenset[str], place: tuple[int, int], size: tuple[int, int]) -> list[str]:
    """The parts of a style that a cell takes, the one that rules the others first."""
    (row, column), (rows, columns) = place, size
    band = "band1H" if (row - ("firstRow" in flags)) % 2 == 0 else "band2H"
    there = {
        "firstRow": "firstRow" in flags and row == 0,
        "lastRow": "lastRow" in flags and row == rows - 1,
        "firstCol": "firstCol" in flags and column == 0,
        "lastCol": "lastCol" in flags and column == columns - 1,
        band: "bandRow" in flags,
        "wholeTbl": True,
    }
    return [part for part, applies in there.items() if applies]
