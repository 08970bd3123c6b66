"""Points edited by hand put into a chart of the new build: into its XML and into its workbook."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from docgen.placed import ChartMark, PlacedChart, PlacedDeck
from docgen.write.chart.chart import chart_xml
from docgen.write.chart.workbook import workbook_bytes
from docgen.write.design.theme import theme_colours
from docgen.write.package.package import Package
from docgen.write.xml.colour import Colours, colours

Points = Mapping[tuple[int, int], float | None]


@dataclass(frozen=True, slots=True)
class Charts:
    """The charts of the new build by slide and name, to be spelled anew with other points."""

    charts: Mapping[tuple[str, str], PlacedChart]
    colours: Colours

    def put_points(self, slide: str, name: str, points: Points, part: str, package: Package) -> None:
        """Spell the chart in ``part`` and its workbook with ``points`` by series and category."""
        chart = self.charts[slide, name]
        series = tuple(
            replace(
                each,
                values=tuple(points.get((at, category), value) for category, value in enumerate(each.values)),
            )
            for at, each in enumerate(chart.series)
        )
        edited = replace(chart, series=series)
        package.changed.pop(part, None)
        package.parts[part] = chart_xml(edited, self.colours).encode("utf-8")
        for reference in package.references.get(part, {}).values():
            if reference.kind.endswith("/package"):
                package.parts[reference.target] = workbook_bytes(edited)


def charts_of(placed: PlacedDeck) -> Charts:
    """The charts of a placed deck."""
    found = {
        (slide.id, mark.id): mark.chart
        for slide in placed.slides
        for mark in slide.marks
        if isinstance(mark, ChartMark)
    }
    return Charts(found, colours(placed.design, theme_colours(placed.design)))
