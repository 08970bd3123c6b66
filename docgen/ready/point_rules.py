"""What points on a plane must have: two series without gaps."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.messages import Message, message
from docgen.ready.figure import ReadyFigure

_TWO = 2


def point_problems(figure: ReadyFigure) -> Iterator[Message]:
    """Each thing that is wrong with a scatter or a dumbbell; nothing for a figure of another kind."""
    if not figure.kind.shows_points:
        return
    if len(figure.series) != _TWO:
        yield message("points-of-series", figure=figure.id, kind=figure.kind, count=len(figure.series))
    for series in figure.series:
        values = zip(figure.categories, series.values, strict=True)
        gap = next((category for category, value in values if value is None), None)
        if gap is not None:
            yield message("point-without-number", figure=figure.id, series=series.name, category=gap)
