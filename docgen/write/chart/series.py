"""One series of a chart (``c:ser``): its look, the points that look otherwise, labels, names and values."""

from __future__ import annotations

from itertools import pairwise

from docgen.placed import Line, PlacedChart, PlacedSeries
from docgen.write.chart.label import labels_xml
from docgen.write.chart.look import NO_SHAPE, PAPER_FILL, PAPER_LINE, fill, stroke
from docgen.write.chart.workbook import name_reference, value_reference
from docgen.write.xml.colour import Colours

DEFAULT_LINE_WIDTH = 1.75  # points
OUTLINE_WIDTH = 0.75  # points, around a patterned column and a forecast's hatched one
MARKER_SIZE = 5  # points, on a line
HIGHLIGHT_SIZE = 7  # points, for the points that differ in colour
LONE_MARKER_SIZE = 8  # points, where the marker alone shows the value


def series_xml(chart: PlacedChart, index: int, categories: str, colours: Colours) -> str:
    """The series at ``index`` of ``chart``; ``categories`` is the ``c:cat`` all series share."""
    series = chart.series[index]
    head = f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/>{name_reference(index, series)}'
    if series.kind == "line":
        look, tail = _line_look(series, chart.spans_gaps, colours), '<c:smooth val="0"/>'
    elif series.kind == "area":
        look, tail = _area_look(series, colours), ""
    elif series.kind == "pie":
        look, tail = _pie_look(series, colours), ""
    else:
        look, tail = _column_look(series, colours), ""
    labels = labels_xml(chart, series, colours)
    return f"{head}{look}{labels}{categories}{value_reference(index, series)}{tail}</c:ser>"


def _column_look(series: PlacedSeries, colours: Colours) -> str:
    if series.is_unseen:
        return f'{NO_SHAPE}<c:invertIfNegative val="0"/>'
    outline = stroke(_outline(series, series.colour), colours)
    look = f"<c:spPr>{fill(series.colour, series.pattern, colours)}{outline}</c:spPr>"
    forecast = _forecast(series)
    points = "".join(
        f'<c:dPt><c:idx val="{point}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>'
        f"{_column_point(series, point, point in forecast, colours)}</c:dPt>"
        for point in sorted({*forecast, *series.point_colours})
    )
    return f'{look}<c:invertIfNegative val="0"/>{points}'


def _area_look(series: PlacedSeries, colours: Colours) -> str:
    outline = stroke(_outline(series, series.colour), colours)
    return f"<c:spPr>{fill(series.colour, series.pattern, colours)}{outline}</c:spPr>"


def _column_point(series: PlacedSeries, point: int, forecast: bool, colours: Colours) -> str:
    colour = series.point_colours.get(point, series.colour)
    if forecast:
        outline = stroke(Line(colour, OUTLINE_WIDTH), colours, dash="dash")
    else:
        outline = stroke(_outline(series, colour), colours)
    return f"<c:spPr>{fill(colour, series.pattern, colours, forecast=forecast)}{outline}</c:spPr>"


def _outline(series: PlacedSeries, colour: str) -> Line | None:
    """The edge of a column; a pattern would fray without one."""
    if series.line is None and series.pattern is not None:
        return Line(colour, OUTLINE_WIDTH)
    return series.line


def _pie_look(series: PlacedSeries, colours: Colours) -> str:
    """Every slice states its colour: what is left unsaid each program fills in its own way."""
    look = f"<c:spPr>{fill(series.colour, series.pattern, colours)}{PAPER_LINE}</c:spPr>"
    inks = [series.point_colours.get(point, series.colour) for point in range(len(series.values))]
    points = "".join(
        f'<c:dPt><c:idx val="{point}"/><c:bubble3D val="0"/>'
        f"<c:spPr>{fill(ink, series.pattern, colours)}{PAPER_LINE}</c:spPr></c:dPt>"
        for point, ink in enumerate(inks)
    )
    return look + points


def _line_look(series: PlacedSeries, spans: bool, colours: Colours) -> str:
    line = series.line or Line(series.colour, DEFAULT_LINE_WIDTH)
    marker = _marker(series, line, series.marker, colours)
    look = f"<c:spPr>{stroke(line, colours)}</c:spPr>{marker}"
    alone = _alone(series, spans)
    odd = {*_forecast(series), *series.breaks, *series.point_colours}
    if series.marker == "none" and line.width > 0:
        # A value between two gaps has no line to show it.
        odd |= alone
    return look + "".join(_line_point(series, line, point, point in alone, colours) for point in sorted(odd))


def _line_point(series: PlacedSeries, line: Line, point: int, alone: bool, colours: Colours) -> str:
    """A point whose marker, or whose line from the point before, differs from the series'."""
    forecast = point in _forecast(series)
    marker = series.marker
    if marker == "none" and (point in series.point_colours or alone):
        marker = "circle"
    shape = _marker(series, line, marker, colours, colour=series.point_colours.get(point), hollow=forecast)
    lead = ""
    if forecast or point in series.breaks:
        # Stated only where it differs: LibreOffice takes a point's line colour for its marker.
        own = None if point in series.breaks else line
        lead = f"<c:spPr>{stroke(own, colours, dash='dash' if forecast else None)}</c:spPr>"
    return f'<c:dPt><c:idx val="{point}"/>{shape}<c:bubble3D val="0"/>{lead}</c:dPt>'


def _forecast(series: PlacedSeries) -> range:
    start = len(series.values) if series.dash_from is None else series.dash_from
    return range(start, len(series.values))


def _alone(series: PlacedSeries, spans: bool) -> set[int]:
    """The points without a line to another; with ``spans`` lines go on over points without a value."""
    points = series.points
    joined = {
        end
        for before, point in pairwise(points)
        if point not in series.breaks and (spans or point == before + 1)
        for end in (before, point)
    }
    return set(points) - joined


def _marker(
    series: PlacedSeries,
    line: Line,
    symbol: str,
    colours: Colours,
    *,
    colour: str | None = None,
    hollow: bool = False,
) -> str:
    if symbol == "none":
        return '<c:marker><c:symbol val="none"/></c:marker>'
    ink = colours.fill(colour or series.colour)
    size = MARKER_SIZE if colour is None else HIGHLIGHT_SIZE
    if line.width <= 0:
        size = LONE_MARKER_SIZE
    return (
        f'<c:marker><c:symbol val="{symbol}"/><c:size val="{size}"/>'
        f'<c:spPr>{PAPER_FILL if hollow else ink}<a:ln w="9525">{ink}</a:ln></c:spPr></c:marker>'
    )
