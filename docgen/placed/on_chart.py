"""The names of marks that lie on a chart on purpose, or behind it: parts of a chart that are shapes of the page."""

from __future__ import annotations

_ON, _GROUND = "/on/", "/on/ground/"


def on_chart(chart: str, name: str) -> str:
    """The id of a mark on the chart with this id.

    >>> on_chart("I-1/deaths/chart", "note/1")
    'I-1/deaths/chart/on/note/1'
    """
    return f"{chart}{_ON}{name}"


def ground_of(chart: str, number: int) -> str:
    """The id of a shade behind a chart, on which its other marks may lie."""
    return f"{chart}{_GROUND}{number}"


def lie_together(first: str, second: str) -> bool:
    """Whether one is the id of a mark on the chart with the other, or of a ground behind one on the same chart.

    >>> lie_together("p/chart", "p/chart/on/note/1"), lie_together("p/chart/on/ground/1", "p/chart/on/note/1")
    (True, True)
    >>> lie_together("p/chart/on/note/1", "p/chart/on/note/2"), lie_together("p/chart", "p/other/on/note/1")
    (False, False)
    """
    chart, _, on = first.partition(_ON)
    other, _, other_on = second.partition(_ON)
    if chart != other or not (on or other_on):
        return False
    return not (on and other_on) or _GROUND in first or _GROUND in second
