"""Boxes that are stated by the edges of the page, so that they move with it.

>>> from docgen.layout.pack import PageSize
>>> page = PageSize(width=960, height=540, margin=30, columns=12, gutter=12)
>>> box_of({"left": "margin", "right": "margin", "top": 64, "bottom": 40}, page)
(30.0, 64.0, 900.0, 436.0)
>>> box_of({"right": "margin", "width": 60, "bottom": 18, "height": 16}, page)
(870.0, 506.0, 60.0, 16.0)
>>> box_of({"columns": [1, 8], "top": "50%", "bottom": 40}, page)
(30.0, 270.0, 596.0, 230.0)
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from docgen.errors import nearest
from docgen.layout.pack import BoxList, PageSize
from docgen.messages import Message, message

ACROSS = ("left", "right", "width", "columns")
DOWN = ("top", "bottom", "height")
# "50%", "margin", "50% - 12", "margin + 60"
_LENGTH = re.compile(r"(?:(?P<percent>\d+(?:\.\d+)?)%|margin)(?: *(?P<sign>[+-]) *(?P<more>\d+(?:\.\d+)?))?")


class NoBox(ValueError):
    """A statement that gives no box; ``key`` is the part of it that is wrong, None for the whole."""

    def __init__(self, what: Message, key: str | None = None, hint: Message | None = None) -> None:
        super().__init__(what)
        self.what = what
        self.key = key
        self.hint = hint


def box_of(edges: Mapping[str, Any], page: PageSize) -> BoxList:
    """Left, top, width and height in points. What is left out across reaches to the margin.

    Raises :class:`NoBox` where the edges say too little, too much, or something else.
    """
    stated = {key: value for key, value in edges.items() if value is not None}
    for key in stated:
        if key not in (*ACROSS, *DOWN):
            raise NoBox(message("box-has-no", key=str(key)), str(key), nearest(str(key), (*ACROSS, *DOWN)))
    left, width = _across(stated, page)
    top, height = _down(stated, page)
    return round(left, 2), round(top, 2), round(width, 2), round(height, 2)


def _across(stated: Mapping[str, Any], page: PageSize) -> tuple[float, float]:
    """Left edge and width."""
    if "columns" in stated:
        others = [key for key in ("left", "right", "width") if key in stated]
        if others:
            what = message("columns-and-edge", edge=others[0])
            raise NoBox(what, others[0], message("null-takes-away", edge=others[0]))
        return _of_columns(stated["columns"], page)
    lengths = {key: _length(key, stated[key], page.width, page) for key in ("left", "right", "width") if key in stated}
    if len(lengths) == 3:
        raise NoBox(message("box-overstated-across"), hint=message("two-are-enough"))
    if "width" not in lengths:
        left, right = lengths.get("left", page.margin), lengths.get("right", page.margin)
        return left, page.width - left - right
    width = lengths["width"]
    return (page.width - lengths["right"] - width if "right" in lengths else lengths.get("left", page.margin)), width


def _down(stated: Mapping[str, Any], page: PageSize) -> tuple[float, float]:
    """Top edge and height."""
    lengths = {key: _length(key, stated[key], page.height, page) for key in DOWN if key in stated}
    if len(lengths) == 3:
        raise NoBox(message("box-overstated-down"), hint=message("two-are-enough"))
    if len(lengths) < 2:
        raise NoBox(message("box-without-height"), hint=message("state-two-down"))
    if "height" not in lengths:
        return lengths["top"], page.height - lengths["top"] - lengths["bottom"]
    height = lengths["height"]
    return lengths["top"] if "top" in lengths else page.height - lengths["bottom"] - height, height


def _length(key: str, value: Any, whole: float, page: PageSize) -> float:
    """A length in points; a percentage is of ``whole``, to a whole point."""
    if isinstance(value, str):
        match = _LENGTH.fullmatch(value.strip())
        if match:
            base = page.margin if match["percent"] is None else float(round(whole * float(match["percent"]) / 100))
            return base + float(f"{match['sign'] or ''}{match['more'] or 0}")
    elif not isinstance(value, bool | list | Mapping):
        return float(value)
    raise NoBox(message("key-is", key=key, value=repr(value)), key)


def _of_columns(value: Any, page: PageSize) -> tuple[float, float]:
    """Left edge and width of the columns from the first to the last of ``value``, which count from 1."""
    if not (isinstance(value, list) and len(value) == 2 and all(type(number) is int for number in value)):
        raise NoBox(message("key-is", key="columns", value=repr(value)), "columns", message("columns-form"))
    first, last = value
    if not 1 <= first <= last <= page.columns:
        what = message("no-such-columns", first=first, last=last)
        raise NoBox(what, "columns", message("columns-of-page", count=page.columns))
    column = (page.width - 2 * page.margin - (page.columns - 1) * page.gutter) / page.columns
    left = page.margin + (first - 1) * (column + page.gutter)
    return left, (last - first + 1) * (column + page.gutter) - page.gutter
