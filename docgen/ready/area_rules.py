"""What a filled area cannot show: missing or negative points, uneven periods, and several areas."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.messages import Message, message
from docgen.model import ChartKind
from docgen.ready.figure import ReadyFigure


def area_problems(figure: ReadyFigure) -> Iterator[Message]:
    """Each thing that is wrong with a figure of areas; nothing for one of another kind."""
    if not figure.kind.is_area:
        return
    if figure.kind is ChartKind.AREA and len(figure.series) > 1:
        yield message("areas-behind-each-other", figure=figure.id, count=len(figure.series))
    for series in figure.series:
        values = zip(figure.categories, series.values, strict=True)
        wrong = next((category for category, value in values if value is None or value < 0), None)
        if wrong is not None:
            yield message("area-with-gap", figure=figure.id, series=series.name, category=wrong)
    if figure.time_axis is not None:
        yield message("area-of-uneven-periods", figure=figure.id)
