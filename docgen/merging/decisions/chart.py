"""Charts three ways, point by point."""

from __future__ import annotations

from docgen.fingerprint.values import ChartData
from docgen.merging.decisions.decision import PointIndex
from docgen.merging.edited.value_comparison import same_number
from docgen.merging.report import SlideReport
from docgen.merging.versions import Versions
from docgen.messages import message


def decide_points(
    shape: str, charts: Versions[ChartData], report: SlideReport
) -> dict[PointIndex, float | None]:
    """The edited points, by their place in the new chart; the built and the edited chart have the same form."""
    series_in_new = {series.name: index for index, series in enumerate(charts.new.series)}
    category_in_new = {category: index for index, category in enumerate(charts.new.categories)}
    points: dict[PointIndex, float | None] = {}
    for built, edited in zip(charts.built.series, charts.edited.series, strict=True):
        for category, before, after in zip(charts.built.categories, built.values, edited.values, strict=True):
            if same_number(before, after):
                continue
            what = message("merge-point", point=f"{built.name} {category}".strip())
            if built.name not in series_in_new or category not in category_in_new:
                report.conflict(shape, what, Versions(_text(before), _text(after), message("merge-no-point")))
                continue
            place = (series_in_new[built.name], category_in_new[category])
            new = charts.new.series[place[0]].values[place[1]]
            if report.takes(shape, what, Versions(before, after, new), same_number, _text):
                points[place] = after
    return points


def changed_points(built: ChartData, edited: ChartData) -> list[tuple[str, str]]:
    """The points that differ, each before and after; the two charts have the same form."""
    return [
        (_text(before), _text(after))
        for series, other in zip(built.series, edited.series, strict=True)
        for before, after in zip(series.values, other.values, strict=True)
        if not same_number(before, after)
    ]


def _text(value: float | None) -> str:
    return "" if value is None else f"{value:.10g}"
