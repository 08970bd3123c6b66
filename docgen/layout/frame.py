"""Boxes that are stated by the edges of the page, so that they move with it.

>>> box_of({"left": "margin", "right": "margin", "top": 64, "bottom": 40}, Sheet(960, 540, margin=30))
(30.0, 64.0, 900.0, 436.0)
>>> box_of({"right": "margin", "width": 60, "bottom": 18, "height": 16}, Sheet(960, 540, margin=30))
(870.0, 506.0, 60.0, 16.0)
>>> box_of({"columns": [1, 8], "top": "50%", "bottom": 40}, Sheet(960, 540, margin=30, columns=12, gutter=12))
(30.0, 270.0, 596.0, 230.0)
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from docgen.errors import nearest

Points = tuple[float, float, float, float]

ACROSS = ("left", "right", "width", "columns")
DOWN = ("top", "bottom", "height")
# "50%", "margin", "50% - 12", "margin + 60"
_LENGTH = re.compile(r"(?:(?P<percent>\d+(?:\.\d+)?)%|margin)(?: *(?P<sign>[+-]) *(?P<more>\d+(?:\.\d+)?))?")
FORM = (
    "[left, top, width, height], or edges: left, right, width or columns across, top, bottom or height down,"
    " each in points, in percent of the page (50%), or by its margin (margin, margin + 60)"
)


class NoBox(ValueError):
    """A statement that gives no box; ``key`` is the part of it that is wrong, None for the whole."""

    def __init__(self, what: str, key: str | None = None, hint: str | None = None) -> None:
        super().__init__(what)
        self.what = what
        self.key = key
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Sheet:
    """The page that boxes lie on, in points: its size, its margin, and the columns between the margins."""

    width: float
    height: float
    margin: float = 0
    columns: int = 1
    gutter: float = 0

    def column(self, first: int, last: int) -> tuple[float, float]:
        """Left edge and width of the columns from ``first`` to ``last``, which count from 1."""
        one = (self.width - 2 * self.margin - (self.columns - 1) * self.gutter) / self.columns
        return self.margin + (first - 1) * (one + self.gutter), (last - first + 1) * (one + self.gutter) - self.gutter


def box_of(edges: Mapping[str, Any], sheet: Sheet) -> Points:
    """Left, top, width and height in points. What is left out across reaches to the margin.

    Raises :class:`NoBox` where the edges say too little, too much, or something else.
    """
    stated = {key: value for key, value in edges.items() if value is not None}
    for key in stated:
        if key not in (*ACROSS, *DOWN):
            raise NoBox(f"a box has no {key!r}", key, nearest(str(key), (*ACROSS, *DOWN)))
    left, width = _across(stated, sheet)
    top, height = _down(stated, sheet)
    return tuple(round(each, 2) for each in (left, top, width, height))  # type: ignore[return-value]


def _across(stated: Mapping[str, Any], sheet: Sheet) -> tuple[float, float]:
    if "columns" in stated:
        others = [key for key in ("left", "right", "width") if key in stated]
        if others:
            raise NoBox(f"columns and {others[0]} are both stated", others[0], f"{others[0]}: null takes it away")
        return sheet.column(*_columns(stated["columns"], sheet))
    given = {key: _length(key, stated[key], sheet.width, sheet) for key in ("left", "right", "width") if key in stated}
    if len(given) == 3:
        raise _too_much("left, right and width")
    if "width" in given:
        left = given.get("left", sheet.margin)
        return (sheet.width - given["right"] - given["width"] if "right" in given else left), given["width"]
    left, right = given.get("left", sheet.margin), given.get("right", sheet.margin)
    return left, sheet.width - left - right


def _down(stated: Mapping[str, Any], sheet: Sheet) -> tuple[float, float]:
    given = {key: _length(key, stated[key], sheet.height, sheet) for key in DOWN if key in stated}
    if len(given) == 3:
        raise _too_much("top, bottom and height")
    if len(given) < 2:
        raise NoBox("the box has no height", hint="state two of top, bottom and height")
    if "height" not in given:
        return given["top"], sheet.height - given["top"] - given["bottom"]
    top = given["top"] if "top" in given else sheet.height - given["bottom"] - given["height"]
    return top, given["height"]


def _too_much(names: str) -> NoBox:
    return NoBox(f"{names} are all stated", hint="two of them are enough; null takes away what the parent states")


def _length(key: str, value: Any, whole: float, sheet: Sheet) -> float:
    """A length in points; a percentage is of ``whole``, to a whole point."""
    if isinstance(value, str):
        match = _LENGTH.fullmatch(value.strip())
        if match:
            base = sheet.margin if match["percent"] is None else float(round(whole * float(match["percent"]) / 100))
            return base + float(f"{match['sign'] or ''}{match['more'] or 0}")
    elif not isinstance(value, bool | list | Mapping):
        return float(value)
    raise NoBox(f"{key!r} is {value!r}", key)


def _columns(value: Any, sheet: Sheet) -> tuple[int, int]:
    if not (isinstance(value, list) and len(value) == 2 and all(type(each) is int for each in value)):
        raise NoBox(f"'columns' is {value!r}", "columns", "columns: [first, last], counted from 1")
    first, last = value
    if not 1 <= first <= last <= sheet.columns:
        raise NoBox(f"there are no columns {first} to {last}", "columns", f"the page has {sheet.columns} columns")
    return first, last
