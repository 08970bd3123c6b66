"""Points edited by hand put into a chart of the new build: into its XML and into its workbook."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

from docgen.merging.decisions.decision import PointIndex
from docgen.merging.merged.part_copier import PartCopier
from docgen.merging.xml_names import C
from docgen.placed import ChartMark, PlacedChart, PlacedDeck
from docgen.write.chart.chart import chart_xml
from docgen.write.chart.features import chart_axes
from docgen.write.chart.workbook import workbook_bytes
from docgen.write.design.theme import theme_colours
from docgen.write.package.package import Package
from docgen.write.package.part import kind_uri
from docgen.write.xml.colour import Colours, colours

_DATA = (f"{C}tx", f"{C}cat", f"{C}val", f"{C}xVal", f"{C}yVal")
_SCALE = tuple(f"{C}{name}" for name in ("scaling", "numFmt", "majorUnit", "minorUnit"))
# The parts in which Office keeps the style of a chart.
_STYLES = tuple(
    f"http://schemas.microsoft.com/office/2011/relationships/{name}" for name in ("chartStyle", "chartColorStyle")
)
Points = Mapping[PointIndex, float | None]


@dataclass(frozen=True, slots=True)
class Charts:
    """The charts of the new build by slide and name, to be spelled anew with other points; these are remembered."""

    charts: dict[tuple[str, str], PlacedChart]
    colours: Colours

    def put_points(self, slide: str, name: str, points: Points, part: str, package: Package) -> None:
        """Spell the chart in ``part`` and its workbook with ``points``."""
        chart = self.charts[slide, name] = _with_points(self.charts[slide, name], points)
        package.changed.pop(part, None)
        package.parts[part] = chart_xml(chart, self.colours).encode("utf-8")
        workbook = package.target(part, kind_uri("package"))
        if workbook is not None:
            package.parts[workbook] = workbook_bytes(chart)

    def put_look(self, edited: str, own: str, copier: PartCopier, axes: Collection[int]) -> None:
        """Give the chart in the part ``own`` the look of the ``edited`` one; its data, and its workbook, stay its own.

        So do the scales of ``axes``, counted from 0.
        """
        target = copier.target
        fresh = target.xml(own)
        made = copier.copy_element(copier.source.xml(edited), edited, own, without=(f"{C}externalData",))
        copier.copy_related(edited, own, _STYLES)
        for series, data in zip(_series_of(made), _series_of(fresh), strict=True):
            for tag in _DATA:
                element, other = series.find(tag), data.find(tag)
                if element is not None and other is not None:
                    series.replace(element, other)
        pairs = list(zip(chart_axes(made), chart_axes(fresh), strict=False))
        for place in axes:
            for tag in _SCALE if place < len(pairs) else ():
                element, other = (axis.find(tag) for axis in pairs[place])
                if element is not None and other is not None:
                    element.getparent().replace(element, other)
        for part in fresh.iterfind(f"{C}externalData"):
            made.append(part)
        _in_order(made)
        target.changed[own] = made


def _series_of(root: Any) -> list[Any]:
    """The series of a chart, in the order of their numbers."""
    return sorted(root.iter(f"{C}ser"), key=lambda series: int(series.find(f"{C}idx").get("val")))


def _in_order(root: Any) -> None:
    """Let what is drawn over a chart, and extensions, stand after the reference to its workbook, as the schema has it."""
    for tag in (f"{C}printSettings", f"{C}userShapes", f"{C}extLst"):
        for element in root.findall(tag):
            root.append(element)


def charts_of(placed: PlacedDeck) -> Charts:
    """The charts of a placed deck."""
    charts = {
        (slide.id, mark.id): mark.chart
        for slide in placed.slides
        for mark in slide.marks
        if isinstance(mark, ChartMark)
    }
    return Charts(charts, colours(placed.design, theme_colours(placed.design)))


def _with_points(chart: PlacedChart, points: Points) -> PlacedChart:
    series = []
    for index, one in enumerate(chart.series):
        values = tuple(points.get((index, category), value) for category, value in enumerate(one.values))
        series.append(replace(one, values=values))
    return replace(chart, series=tuple(series))
