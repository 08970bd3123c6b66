"""Where the numbers and the names of a series stand in a chart's XML, whatever kind of chart it is."""

from __future__ import annotations

from typing import Any

from docgen.opened.parts import C

_NAMES = "{http://schemas.microsoft.com/office/drawing/2012/chart}dlblRangeCache"


def values_of(series: Any) -> Any:
    """The element with the numbers of a series; None where it has none.

    Of points on a plane it is how far up they lie; where that stands in no cell, it only keeps rows apart, and the
    numbers are how far along they lie.
    """
    values, up, along = (series.find(f"{C}{tag}") for tag in ("val", "yVal", "xVal"))
    if values is not None:
        return values
    return along if along is not None and up is not None and up.find(f"{C}numLit") is not None else up


def joins_points(series: Any) -> bool:
    """Whether a series is but a line between the points of others: it has no name, and lies where no cell says."""
    up = series.find(f"{C}yVal")
    return series.find(f"{C}tx") is None and up is not None and up.find(f"{C}numLit") is not None


def names_of(series: Any) -> Any:
    """The element with the names of a series' categories, or of its points; None where it has none."""
    names = series.find(f"{C}cat")
    return next(series.iter(_NAMES), None) if names is None else names
