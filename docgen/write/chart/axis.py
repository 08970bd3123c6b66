"""The axes of a chart: categories along it, values across, and a second value axis where asked for."""

from __future__ import annotations

from docgen.placed import ChartAxis, PlacedChart
from docgen.write.chart.look import NO_LINE, number_format, run_properties, stroke, text_properties
from docgen.write.xml import escape
from docgen.write.xml.colour import Colours
from docgen.write.xml.units import number

# Ids need only differ within a chart; they are positive, as the Open XML SDK demands.
PRIMARY_IDS = (1001, 1002)
SECONDARY_IDS = (1003, 1004)
# The turn of a title that is read from below, in 60,000ths of a degree.
STANDING = -5400000


def is_horizontal(chart: PlacedChart) -> bool:
    """Whether the categories stand one below the other: the chart says so, or a series is of kind bar."""
    return chart.horizontal or any(series.kind == "bar" for series in chart.series)


def axis_ids(secondary: bool) -> str:
    """The two ``c:axId`` by which a group of series names its axes."""
    category, value = SECONDARY_IDS if secondary else PRIMARY_IDS
    return f'<c:axId val="{category}"/><c:axId val="{value}"/>'


def axes(chart: PlacedChart, colours: Colours, *, secondary: bool) -> str:
    """The category axis and the value axis; or the second value axis, and the hidden category axis that it needs."""
    axis = (chart.secondary_axis or ChartAxis()) if secondary else chart.axis
    return _category_axis(chart, axis, colours, secondary) + _value_axis(chart, axis, colours, secondary)


def _category_axis(chart: PlacedChart, axis: ChartAxis, colours: Colours, secondary: bool) -> str:
    """A horizontal chart reads from the top, so its category axis runs downwards."""
    category, value = SECONDARY_IDS if secondary else PRIMARY_IDS
    horizontal = is_horizontal(chart)
    form, look, steps, labels = "", "", "", "nextTo"
    if not secondary:
        # Names kept level are broken into lines; where only some are shown they have the room to stay on one.
        step = max(1, chart.category_label_step)
        form, labels = number_format("@"), _category_labels(chart)
        look = f"<c:spPr>{stroke(chart.axis_line, colours)}</c:spPr>"
        look += text_properties(chart.text, colours, level=step == 1)
        steps = f'<c:tickLblSkip val="{step}"/><c:tickMarkSkip val="{step}"/>'
    # Bars grow from where the category axis crosses: on a reversed axis from its far end, so that rank 1
    # stands highest and the names stay at the foot.
    crosses = "max" if axis.reversed else "autoZero"
    return (
        f'<c:catAx><c:axId val="{category}"/>{scaling("maxMin" if horizontal else "minMax")}'
        f'<c:delete val="{int(secondary)}"/><c:axPos val="{"l" if horizontal else "b"}"/>'
        f'{form}<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="{labels}"/>{look}'
        f'<c:crossAx val="{value}"/><c:crosses val="{crosses}"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        f'<c:lblOffset val="100"/>{steps}<c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _value_axis(chart: PlacedChart, axis: ChartAxis, colours: Colours, secondary: bool) -> str:
    category, value = SECONDARY_IDS if secondary else PRIMARY_IDS
    near, far = ("b", "t") if is_horizontal(chart) else ("l", "r")
    # On a category axis that runs downwards the near side is the far end.
    crosses = "max" if secondary != is_horizontal(chart) else "autoZero"
    unit = f'<c:majorUnit val="{number(axis.step)}"/>' if axis.step else ""
    title = axis_title(chart, axis, 0 if is_horizontal(chart) else STANDING, colours)
    return (
        f'<c:valAx><c:axId val="{value}"/>'
        f"{scaling('maxMin' if axis.reversed else 'minMax', axis.minimum, axis.maximum)}"
        f'<c:delete val="{int(not axis.visible)}"/><c:axPos val="{far if secondary else near}"/>'
        f"{'' if secondary else gridlines(chart, colours)}{title}"
        f"{number_format(_axis_code(chart, axis, secondary))}"
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f"<c:spPr>{NO_LINE}</c:spPr>{text_properties(chart.text, colours, level=True)}"
        f'<c:crossAx val="{category}"/><c:crosses val="{crosses}"/><c:crossBetween val="between"/>'
        f"{unit}</c:valAx>"
    )


def _axis_code(chart: PlacedChart, axis: ChartAxis, secondary: bool) -> str:
    """A percent chart's axis counts shares, which a format without % would print as 0 and 1."""
    code = axis.number_format.code
    return "0%" if chart.grouping == "percent" and not secondary and "%" not in code else code


def _category_labels(chart: PlacedChart) -> str:
    """Names stand at the foot, also below negative bars; nextTo is the foot of a reversed axis."""
    if not chart.category_labels:
        return "none"
    return "nextTo" if chart.axis.reversed else "low"


def scaling(orientation: str, minimum: float | None = None, maximum: float | None = None) -> str:
    """The direction of an axis and its ends."""
    high = f'<c:max val="{number(maximum)}"/>' if maximum is not None else ""
    low = f'<c:min val="{number(minimum)}"/>' if minimum is not None else ""
    return f'<c:scaling><c:orientation val="{orientation}"/>{high}{low}</c:scaling>'


def gridlines(chart: PlacedChart, colours: Colours) -> str:
    """The lines across the plot at an axis' numbers, where the chart has any."""
    if chart.gridline is None:
        return ""
    return f"<c:majorGridlines><c:spPr>{stroke(chart.gridline, colours)}</c:spPr></c:majorGridlines>"


def axis_title(chart: PlacedChart, axis: ChartAxis, turn: int, colours: Colours) -> str:
    """The axis' title, along a ``STANDING`` axis and under a lying one, which turns it by 0."""
    if not axis.title:
        return ""
    return (
        f'<c:title><c:tx><c:rich><a:bodyPr rot="{turn}" vert="horz"/><a:lstStyle/>'
        f"<a:p><a:pPr>{run_properties('defRPr', chart.text, colours)}</a:pPr>"
        f"<a:r>{run_properties('rPr', chart.text, colours)}<a:t>{escape.text(axis.title)}</a:t></a:r></a:p>"
        '</c:rich></c:tx><c:overlay val="0"/></c:title>'
    )
