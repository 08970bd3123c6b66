"""Points edited by hand put into a chart of the new build: into its XML and into its workbook."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from docgen.merging.decisions.decision import PointIndex
from docgen.placed import ChartMark, PlacedChart, PlacedDeck
from docgen.write.chart.chart import chart_xml
from docgen.write.chart.workbook import workbook_bytes
from docgen.write.design.theme import theme_colours
from docgen.write.package.package import Package
from docgen.write.package.part import kind_uri
from docgen.write.xml.colour import Colours, colours

Points = Mapping[PointIndex, float | None]


@dataclass(frozen=True, slots=True)
class Charts:
    """The charts of the new build by slide and name, to be spelled anew with other points."""

    charts: Mapping[tuple[str, str], PlacedChart]
    colours: Colours

    def put_points(self, slide: str, name: str, points: Points, part: str, package: Package) -> None:
        """Spell the chart in ``part`` and its workbook with ``points``."""
        chart = _with_points(self.charts[slide, name], points)
        package.changed.pop(part, None)
        package.parts[part] = chart_xml(chart, self.colours).encode("utf-8")
        workbook = package.target(part, kind_uri("package"))
        if workbook is not None:
            package.parts[workbook] = workbook_bytes(chart)


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
