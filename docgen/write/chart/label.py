"""Data labels: values, names and shares at the points that are to carry them, and at no other."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from docgen.placed import LabelPart, LabelPosition, PlacedChart, PlacedSeries
from docgen.write.chart.look import (
    NO_LINE,
    NO_SHAPE,
    PAPER_FILL,
    number_format,
    run_properties,
    text_properties,
)
from docgen.write.xml import escape
from docgen.write.xml.colour import Colours
from docgen.write.xml.units import number

# PowerPoint repairs a chart whose labels stand where its kind cannot have them: each position is
# therefore spelled as the nearest one of the kind.
_LINE: dict[LabelPosition, str] = {
    "above": "t", "below": "b", "left": "l", "right": "r",
    "center": "ctr", "inside_end": "b", "inside_base": "b", "outside_end": "t",
}  # fmt: skip
_CLUSTERED: dict[LabelPosition, str] = {
    "above": "outEnd", "below": "inBase", "left": "inBase", "right": "outEnd",
    "center": "ctr", "inside_end": "inEnd", "inside_base": "inBase", "outside_end": "outEnd",
}  # fmt: skip
_STACKED: dict[LabelPosition, str] = {**_CLUSTERED, "above": "inEnd", "right": "inEnd", "outside_end": "inEnd"}
_PIE: dict[LabelPosition, str] = {
    "above": "outEnd", "below": "outEnd", "left": "outEnd", "right": "outEnd",
    "center": "ctr", "inside_end": "inEnd", "inside_base": "ctr", "outside_end": "outEnd",
}  # fmt: skip
_INSIDE = ("center", "inside_end", "inside_base")
# As PowerPoint spells it where labels of other charts than pies were moved ([MS-ODRAWXML], showLeaderLines).
_NO_LEADERS = (
    '<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}"'
    ' xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart">'
    '<c15:showLeaderLines val="0"/></c:ext></c:extLst>'
)


def labels_xml(chart: PlacedChart, series: PlacedSeries, colours: Colours) -> str:
    """``c:dLbls`` of ``series``, or nothing where no point of it carries a label."""
    valued, named = set(series.labels), set(series.name_labels)
    points = sorted(point for point in valued | named if series.values[point] is not None)
    if not points:
        return ""
    form = number_format(series.number_format.code)
    inks = {point: series.label_colours.get(point, series.label_colour) for point in points}
    looks = {ink: text_properties(chart.label_text, colours, colour=ink, wrap=False) for ink in set(inks.values())}
    labels = "".join(
        f'<c:dLbl><c:idx val="{point}"/>{_layout(series, point)}'
        f"{_stated(chart, series, point, inks[point], colours)}{form}{_ground(series, point)}"
        f"{looks[inks[point]]}{_position(chart, series, point)}"
        f"{_shown({*(series.label_parts if point in valued else ()), *(('series',) if point in named else ())})}"
        "</c:dLbl>"
        for point in points
    )
    return f"<c:dLbls>{labels}{_shown(())}{_no_leaders(series)}</c:dLbls>"


def _stated(chart: PlacedChart, series: PlacedSeries, point: int, ink: str, colours: Colours) -> str:
    """The words of a label that says something else than its point's value; else nothing."""
    words = series.label_texts.get(point)
    if words is None:
        return ""
    look = replace(chart.label_text, colour=ink)
    return (
        f"<c:tx><c:rich><a:bodyPr wrap=\"none\"/><a:lstStyle/><a:p><a:pPr>{run_properties('defRPr', look, colours)}</a:pPr>"
        f"<a:r>{run_properties('rPr', look, colours)}<a:t>{escape.text(words)}</a:t></a:r></a:p></c:rich></c:tx>"
    )


def _ground(series: PlacedSeries, point: int) -> str:
    """Paper behind a number in the hatched segment of a forecast, where it could not be read; else nothing."""
    hatched = series.kind != "line" and series.dash_from is not None and point >= series.dash_from
    inside = series.label_positions.get(point, series.label_position) in _INSIDE
    return f"<c:spPr>{PAPER_FILL}{NO_LINE}</c:spPr>" if hatched and inside else NO_SHAPE


def _no_leaders(series: PlacedSeries) -> str:
    """States that no line leads from a point to its label: programs differ where nothing is said."""
    if series.kind == "pie":
        return '<c:showLeaderLines val="0"/>'
    return _NO_LEADERS if series.label_shifts else ""


def _layout(series: PlacedSeries, point: int) -> str:
    """Where a label is moved from its position, as PowerPoint spells a label that was dragged."""
    if point not in series.label_shifts:
        return ""
    x, y = (number(shift) for shift in series.label_shifts[point])
    return f'<c:layout><c:manualLayout><c:x val="{x}"/><c:y val="{y}"/></c:manualLayout></c:layout>'


def _position(chart: PlacedChart, series: PlacedSeries, point: int) -> str:
    wanted = series.label_positions.get(point, series.label_position)
    if wanted is None or chart.grouping == "donut":
        # A ring's labels stand in the ring; the element itself is an error there.
        return ""
    columns = _STACKED if chart.grouping in ("stacked", "percent") else _CLUSTERED
    positions = {"line": _LINE, "point": _LINE, "pie": _PIE}.get(series.kind, columns)
    return f'<c:dLblPos val="{positions[wanted]}"/>'


def _shown(parts: Collection[LabelPart]) -> str:
    """What a label says; a category stands on a line above its number, a series' name beside it."""
    separator = ""
    if len(parts) > 1:
        separator = f"<c:separator>{chr(10) if 'category' in parts else ' '}</c:separator>"
    return (
        '<c:showLegendKey val="0"/>'
        f'<c:showVal val="{int("value" in parts)}"/>'
        f'<c:showCatName val="{int("category" in parts)}"/>'
        f'<c:showSerName val="{int("series" in parts)}"/>'
        f'<c:showPercent val="{int("percent" in parts)}"/>'
        f'<c:showBubbleSize val="0"/>{separator}'
    )
