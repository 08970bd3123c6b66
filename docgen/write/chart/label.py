"""Data labels: values, names and shares at the points that are to carry them, and at no other."""

from __future__ import annotations

from docgen.placed import LabelPart, LabelPosition, PlacedChart, PlacedSeries
from docgen.write.chart.fills import NO_SHAPE
from docgen.write.chart.reference import number_format
from docgen.write.chart.text import number, text_properties
from docgen.write.xml.colour import Colours

# PowerPoint repairs a chart whose labels stand where its kind cannot have them: each position is
# therefore spelled as the nearest one of the kind.
_LINE: dict[LabelPosition, str] = {
    "above": "t",
    "below": "b",
    "left": "l",
    "right": "r",
    "center": "ctr",
    "inside_end": "b",
    "inside_base": "b",
    "outside_end": "t",
}
_CLUSTERED: dict[LabelPosition, str] = {
    "above": "outEnd",
    "below": "inBase",
    "left": "inBase",
    "right": "outEnd",
    "center": "ctr",
    "inside_end": "inEnd",
    "inside_base": "inBase",
    "outside_end": "outEnd",
}
_STACKED: dict[LabelPosition, str] = {
    **_CLUSTERED,
    "above": "inEnd",
    "right": "inEnd",
    "outside_end": "inEnd",
}
_PIE: dict[LabelPosition, str] = {
    "above": "outEnd",
    "below": "outEnd",
    "left": "outEnd",
    "right": "outEnd",
    "center": "ctr",
    "inside_end": "inEnd",
    "inside_base": "ctr",
    "outside_end": "outEnd",
}
# As PowerPoint spells it where labels of other charts than pies were moved ([MS-ODRAWXML], showLeaderLines).
_NO_LEADERS = (
    '<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}"'
    ' xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart">'
    '<c15:showLeaderLines val="0"/></c:ext></c:extLst>'
)


def labels_xml(chart: PlacedChart, series: PlacedSeries, colours: Colours) -> str:
    """``c:dLbls`` of ``series``, or nothing where no point of it carries a label."""
    valued, named = set(series.labels), set(series.name_labels)
    points = sorted(at for at in valued | named if series.values[at] is not None)
    if not points:
        return ""
    form = number_format(series.number_format.code) + NO_SHAPE
    inks = {at: series.label_colours.get(at, series.label_colour) for at in points}
    looks = {ink: text_properties(chart.label_text, colours, colour=ink, wrap=False) for ink in set(inks.values())}
    labels = "".join(
        f'<c:dLbl><c:idx val="{at}"/>{_layout(series, at)}{form}{looks[inks[at]]}{_position(chart, series, at)}'
        f"{_shown(_parts(series, at in valued, at in named))}</c:dLbl>"
        for at in points
    )
    return f"<c:dLbls>{labels}{_shown(frozenset())}{_no_leaders(series)}</c:dLbls>"


def _no_leaders(series: PlacedSeries) -> str:
    """That no line leads from a point to its label: labels stand near enough, and programs differ where nothing is said."""
    if series.kind == "pie":
        return '<c:showLeaderLines val="0"/>'
    return _NO_LEADERS if series.label_shifts else ""


def _parts(series: PlacedSeries, valued: bool, named: bool) -> frozenset[LabelPart]:
    parts: set[LabelPart] = set(series.label_parts) if valued else set()
    if named:
        parts.add("series")
    return frozenset(parts)


def _layout(series: PlacedSeries, at: int) -> str:
    """Where a label is moved from its position, as PowerPoint spells a label that was dragged."""
    if at not in series.label_shifts:
        return ""
    x, y = (number(shift) for shift in series.label_shifts[at])
    return f'<c:layout><c:manualLayout><c:x val="{x}"/><c:y val="{y}"/></c:manualLayout></c:layout>'


def _position(chart: PlacedChart, series: PlacedSeries, at: int) -> str:
    wanted = series.label_positions.get(at, series.label_position)
    if wanted is None or chart.grouping == "donut":
        # A ring's labels stand in the ring; the element itself is an error there.
        return ""
    if series.kind == "line":
        position = _LINE[wanted]
    elif series.kind == "pie":
        position = _PIE[wanted]
    elif chart.grouping in ("stacked", "percent"):
        position = _STACKED[wanted]
    else:
        position = _CLUSTERED[wanted]
    return f'<c:dLblPos val="{position}"/>'


def _shown(parts: frozenset[LabelPart]) -> str:
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
