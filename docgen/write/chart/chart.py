"""A native chart as XML text: the whole ``c:chartSpace`` part, in step with the workbook beside it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Literal

from docgen.errors import DocgenError
from docgen.placed import PlacedChart, PlacedSeries
from docgen.placed.chart import SeriesKind
from docgen.value import value
from docgen.write.chart.axis import axes, axis_ids, is_horizontal
from docgen.write.chart.look import NO_LINE, NO_SHAPE, text_properties
from docgen.write.chart.points import points_plot
from docgen.write.chart.series import series_xml
from docgen.write.chart.workbook import category_reference
from docgen.write.xml.colour import Colours
from docgen.write.xml.namespaces import CHART, DECLARATION, DRAWING, RELATIONSHIPS
from docgen.write.xml.units import number

_HEAD = (
    f'{DECLARATION}<c:chartSpace xmlns:c="{CHART}" xmlns:a="{DRAWING}" xmlns:r="{RELATIONSHIPS}">'
    '<c:date1904 val="0"/><c:lang val="ja-JP"/><c:roundedCorners val="0"/>'
    '<c:chart><c:autoTitleDeleted val="1"/>'
)
_LEGEND_SIDES = {"bottom": "b", "right": "r", "top": "t"}
_GROUPINGS = {"stacked": "stacked", "percent": "percentStacked"}


def chart_xml(chart: PlacedChart, colours: Colours) -> str:
    """The chart part of ``chart``; its workbook is the part's relationship ``rId1``.

    Raises DocgenError for series that do not match the categories or do not go together, for a number
    that is none, and for colours and patterns nobody knows.
    """
    _check(chart)
    groups = _groups(chart)
    if _is_round(chart):
        body = _pie_group(chart, colours)
    elif chart.grouping in ("scatter", "dumbbell"):
        body = points_plot(chart, colours)
    else:
        body = "".join(_group(chart, group, colours) for group in groups)
        for secondary in sorted({False, *(group.secondary for group in groups)}):
            body += axes(chart, colours, secondary=secondary)
    order = [index for group in groups for index in group.indices]
    return (
        f"{_HEAD}<c:plotArea>{_layout(chart)}{body}{NO_SHAPE}</c:plotArea>"
        f'{_legend(chart, order, colours)}<c:plotVisOnly val="1"/>'
        f'<c:dispBlanksAs val="{"span" if chart.spans_gaps else "gap"}"/></c:chart>'
        f"<c:spPr><a:noFill/>{NO_LINE}</c:spPr>{text_properties(chart.text, colours)}"
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _is_round(chart: PlacedChart) -> bool:
    return chart.grouping in ("pie", "donut")


def _check(chart: PlacedChart) -> None:
    """Raise DocgenError where PowerPoint could not hold ``chart``."""
    for series in chart.series:
        _check_series(series, len(chart.categories))
        if (series.kind == "pie") != _is_round(chart):
            raise DocgenError("series-of-other-kind", series=series.name, kind=series.kind, grouping=chart.grouping)
        if series.kind == "line" and is_horizontal(chart):
            raise DocgenError("line-across-bars", series=series.name)


def _check_series(series: PlacedSeries, count: int) -> None:
    if len(series.values) != count:
        raise DocgenError("values-unlike-categories", series=series.name, values=len(series.values), count=count)
    if any(value is not None and not math.isfinite(value) for value in series.values):
        raise DocgenError("value-not-finite", series=series.name)
    if series.dash_from is not None and series.dash_from < 0:
        raise DocgenError("dashed-from-nowhere", series=series.name, point=series.dash_from)
    marked = {
        *series.label_colours,
        *series.labels,
        *series.name_labels,
        *series.label_positions,
        *series.label_shifts,
        *series.point_colours,
        *series.breaks,
    }
    wrong = [point for point in marked if not 0 <= point < count]
    if wrong:
        raise DocgenError("marks-no-point", series=series.name, point=min(wrong), count=count)


GroupKind = Literal["area", "columns", "lines"]
# What lies below what.
_ORDER: tuple[GroupKind, ...] = ("area", "columns", "lines")
_GROUPED: Mapping[SeriesKind, GroupKind] = {"area": "area", "line": "lines"}


@value(frozen=True, slots=True)
class _Group:
    """Series that are drawn together on one axis: areas, columns or lines; ``indices`` are the series'."""

    drawn: GroupKind
    secondary: bool
    indices: tuple[int, ...]


def _groups(chart: PlacedChart) -> list[_Group]:
    """The series by what they are drawn with; without series, one empty group of columns.

    Areas come before columns, these before lines, and the first axis before the second, so that lines lie on top.
    Series that all name the second axis stand on the first: an axis cannot be second to none.
    """
    apart = not all(series.secondary for series in chart.series)
    by_kind: dict[tuple[bool, int], list[int]] = {}
    for index, series in enumerate(chart.series):
        place = _ORDER.index(_GROUPED.get(series.kind, "columns"))
        by_kind.setdefault((apart and series.secondary, place), []).append(index)
    groups = [_Group(_ORDER[place], secondary, tuple(by_kind[secondary, place])) for secondary, place in sorted(by_kind)]
    return groups or [_Group("columns", False, ())]


def _group(chart: PlacedChart, group: _Group, colours: Colours) -> str:
    series, axes = _series(chart, group.indices, colours), axis_ids(group.secondary)
    if group.drawn == "area":
        grouping = _GROUPINGS.get(chart.grouping, "standard")
        return f'<c:areaChart><c:grouping val="{grouping}"/><c:varyColors val="0"/>{series}{axes}</c:areaChart>'
    if group.drawn == "lines":
        return (
            f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}<c:marker val="1"/>'
            f"{axes}</c:lineChart>"
        )
    grouping = _GROUPINGS.get(chart.grouping, "clustered")
    overlap = 0 if grouping == "clustered" else 100
    return (
        f'<c:barChart><c:barDir val="{"bar" if is_horizontal(chart) else "col"}"/>'
        f'<c:grouping val="{grouping}"/><c:varyColors val="0"/>{series}'
        f'<c:gapWidth val="{_within(chart.gap_width, 0, 500)}"/><c:overlap val="{overlap}"/>'
        f"{axes}</c:barChart>"
    )


def _series(chart: PlacedChart, indices: Iterable[int], colours: Colours) -> str:
    categories = category_reference(chart)
    return "".join(series_xml(chart, index, categories, colours) for index in indices)


def _pie_group(chart: PlacedChart, colours: Colours) -> str:
    series = _series(chart, range(len(chart.series)), colours)
    head = f'<c:varyColors val="1"/>{series}<c:firstSliceAng val="0"/>'
    if chart.grouping == "pie":
        return f"<c:pieChart>{head}</c:pieChart>"
    return f'<c:doughnutChart>{head}<c:holeSize val="{_within(chart.hole, 10, 90)}"/></c:doughnutChart>'


def _within(value: int, low: int, high: int) -> int:
    """``value`` kept within what the schema takes."""
    return min(max(value, low), high)


def _layout(chart: PlacedChart) -> str:
    if chart.plot is None:
        return "<c:layout/>"
    plot = chart.plot
    places = (("x", plot.x), ("y", plot.y), ("w", plot.width), ("h", plot.height))
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        + "".join(f'<c:{name} val="{number(value)}"/>' for name, value in places)
        + "</c:manualLayout></c:layout>"
    )


def _legend(chart: PlacedChart, order: list[int], colours: Colours) -> str:
    """The legend; entries are counted in the order in which the series are drawn."""
    if chart.legend == "none":
        return ""
    hidden = "".join(
        f'<c:legendEntry><c:idx val="{entry}"/><c:delete val="1"/></c:legendEntry>'
        for entry, index in enumerate(order)
        if not chart.series[index].in_legend
    )
    return (
        f'<c:legend><c:legendPos val="{_LEGEND_SIDES[chart.legend]}"/>{hidden}<c:overlay val="0"/>'
        f"{text_properties(chart.text, colours)}</c:legend>"
    )
