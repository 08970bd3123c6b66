"""Points on a plane: a scatter, or the two points on each row of a dumbbell with the line between them."""

from __future__ import annotations

from collections.abc import Iterable

from docgen.placed import ChartAxis, Line, PlacedChart, PlacedSeries
from docgen.write.chart.axis import PRIMARY_IDS, STANDING, axis_title, gridlines, scaling
from docgen.write.chart.label import labels_xml
from docgen.write.chart.look import NO_LINE, PAPER_FILL, number_format, stroke, text_properties
from docgen.write.chart.workbook import name_reference, names_reference, row_reference, value_reference
from docgen.write.xml.colour import Colours
from docgen.write.xml.units import number

_LYING, _UP = PRIMARY_IDS
_SIZES = {"scatter": 8, "dumbbell": 11}  # of markers, in points
# A point that stands out is larger: LibreOffice takes no notice of one that has another colour alone.
_MORE = 2


def points_plot(chart: PlacedChart, colours: Colours) -> str:
    """The group of a chart's points, and its two axes of values."""
    series = "".join(_series(chart, index, colours) for index in range(len(chart.series)))
    # LibreOffice takes as many points as the first series has, and draws no shorter one before it.
    series += _joins(chart, colours) if chart.grouping == "dumbbell" else ""
    group = (
        f'<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>{series}'
        f'<c:axId val="{_LYING}"/><c:axId val="{_UP}"/></c:scatterChart>'
    )
    if chart.grouping == "dumbbell":
        rows = ChartAxis(0, len(chart.categories), 1, reversed=True, visible=False)
        group += _axis(chart, chart.axis, colours, lying=True, crosses="max")
        return group + _axis(chart, rows, colours, lying=False)
    lying = chart.secondary_axis or ChartAxis()
    return group + _axis(chart, lying, colours, lying=True) + _axis(chart, chart.axis, colours, lying=False)


def _series(chart: PlacedChart, index: int, colours: Colours) -> str:
    """A series of points; the first of a scatter is not seen: it says how far along the others lie."""
    series, count = chart.series[index], len(chart.categories)
    if chart.grouping == "dumbbell":
        places = value_reference(index, series, "xVal") + _literal("yVal", [row + 0.5 for row in range(count)])
    elif index == 0:
        foot = chart.axis.minimum or 0.0
        places = value_reference(0, series, "xVal") + _literal("yVal", [foot] * count)
    else:
        places = value_reference(0, chart.series[0], "xVal") + value_reference(index, series, "yVal")
    names = names_reference(chart) if index == 0 else ""
    return (
        f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/>{name_reference(index, series)}<c:spPr>{NO_LINE}</c:spPr>'
        f"{_markers(chart, series, colours)}{labels_xml(chart, series, colours)}"
        f'{places}<c:smooth val="0"/>{names}</c:ser>'
    )


def _markers(chart: PlacedChart, series: PlacedSeries, colours: Colours) -> str:
    """The marker of a series, and of the points that have a colour of their own."""
    if series.marker == "none":
        return '<c:marker><c:symbol val="none"/></c:marker>'
    size = _SIZES[chart.grouping]

    def marker(colour: str, size: int) -> str:
        return (
            f'<c:marker><c:symbol val="{series.marker}"/><c:size val="{size}"/><c:spPr>{colours.fill(colour)}'
            f'<a:ln w="9525">{PAPER_FILL}</a:ln></c:spPr></c:marker>'
        )

    odd = "".join(
        f'<c:dPt><c:idx val="{point}"/>{marker(colour, size + _MORE)}<c:bubble3D val="0"/></c:dPt>'
        for point, colour in sorted(series.point_colours.items())
    )
    return marker(series.colour, size) + odd


def _joins(chart: PlacedChart, colours: Colours) -> str:
    """The line on each row of a dumbbell: an unnamed series of its own, of the very cells that its points have."""
    line = chart.series[-1].line or Line(chart.series[-1].colour, 2)
    count, look = len(chart.series), f'<c:spPr>{stroke(line, colours)}</c:spPr><c:marker><c:symbol val="none"/></c:marker>'
    return "".join(
        f'<c:ser><c:idx val="{count + row}"/><c:order val="{count + row}"/>{look}{row_reference(row, chart.series)}'
        f'{_literal("yVal", [row + 0.5] * count)}<c:smooth val="0"/></c:ser>'
        for row in range(len(chart.categories))
    )


def _literal(tag: str, values: Iterable[float]) -> str:
    """Numbers that stand in no cell: where points lie that say nothing by it."""
    numbers = list(values)
    points = "".join(f'<c:pt idx="{index}"><c:v>{number(value)}</c:v></c:pt>' for index, value in enumerate(numbers))
    return (
        f"<c:{tag}><c:numLit><c:formatCode>General</c:formatCode>"
        f'<c:ptCount val="{len(numbers)}"/>{points}</c:numLit></c:{tag}>'
    )


def _axis(chart: PlacedChart, axis: ChartAxis, colours: Colours, *, lying: bool, crosses: str = "min") -> str:
    """An axis of values; ``crosses`` says at which end of the other one it stands."""
    own, other = (_LYING, _UP) if lying else (_UP, _LYING)
    unit = f'<c:majorUnit val="{number(axis.step)}"/>' if axis.step else ""
    return (
        f'<c:valAx><c:axId val="{own}"/>{scaling("maxMin" if axis.reversed else "minMax", axis.minimum, axis.maximum)}'
        f'<c:delete val="{int(not axis.visible)}"/><c:axPos val="{"b" if lying else "l"}"/>'
        f"{gridlines(chart, colours) if axis.visible else ''}{axis_title(chart, axis, 0 if lying else STANDING, colours)}"
        f'{number_format(axis.number_format.code)}<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="nextTo"/><c:spPr>{stroke(chart.axis_line, colours)}</c:spPr>'
        f'{text_properties(chart.text, colours, level=True)}<c:crossAx val="{other}"/><c:crosses val="{crosses}"/>'
        f'<c:crossBetween val="midCat"/>{unit}</c:valAx>'
    )
