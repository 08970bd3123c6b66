"""What a figure of a kind cannot show, said before it is drawn."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.errors import DocgenError, Where
from docgen.messages import Message, message
from docgen.model import ChartKind
from docgen.ready.area_rules import area_problems
from docgen.ready.figure import ReadyFigure
from docgen.ready.point_rules import point_problems
from docgen.ready.scale_rules import scale_problems
from docgen.ready.waterfall_rules import waterfall_problems

_MOST_SLICES = 12
# So many series are told apart by colour with markers or patterns, and hardly so by a reader.
_MOST_SERIES = 20
MOST_NUMBERS = 2
"""So many numbers are printed large with their difference; more are a chart."""


def check_figure(figure: ReadyFigure, where: Where = None) -> None:
    """Raise DocgenError for a figure without numbers, or with numbers that its kind cannot show.

    ``where`` is the figure's place in the content; without it the error names the figure.
    """
    problem = next(_problems(figure), None)
    if problem is not None:
        raise DocgenError.of(problem, where=where if where is not None else message("on-figure", figure=figure.id))


def _problems(figure: ReadyFigure) -> Iterator[Message]:
    """Each thing that is wrong."""
    name, kind, count, categories = figure.id, figure.kind, len(figure.series), len(figure.categories)
    if all(value is None for series in figure.series for value in series.values):
        yield message("figure-without-number", figure=name)
    if count > _MOST_SERIES and not kind.separates_series:
        yield message("figure-of-many-series", figure=name, count=count, most=_MOST_SERIES)
    if kind.is_of_one_series and count != 1:
        yield message("round-figure-of-series", figure=name, kind=kind, count=count)
    negative = next(_negatives(figure), None)
    if kind.shows_shares and negative is not None:
        yield message("negative-share", figure=name, number=negative)
    if kind.is_of_one_series and categories > _MOST_SLICES:
        yield message("figure-of-many-slices", figure=name, kind=kind, count=categories, most=_MOST_SLICES)
    if kind.is_of_one_series and not any(figure.series[0].values):
        yield message("figure-of-nothing", figure=name)
    yield from area_problems(figure)
    yield from waterfall_problems(figure)
    yield from point_problems(figure)
    numbers = sum(value is not None for series in figure.series for value in series.values)
    if kind is ChartKind.NUMBERS and numbers > MOST_NUMBERS:
        yield message("numbers-of-many", figure=name, count=numbers, most=MOST_NUMBERS)
    if kind is ChartKind.SLOPE and categories != 2:
        yield message("slope-not-of-two", figure=name, count=categories)
    if 0 in figure.breaks:
        yield message("break-before-nothing", figure=name, category=figure.categories[0])
    yield from scale_problems(figure)


def _negatives(figure: ReadyFigure) -> Iterator[str]:
    """Each negative number, with the file, line and column that it was read from where these are known."""
    for series in figure.series:
        for index, value in enumerate(series.values):
            if value is not None and value < 0:
                trace = series.traces[index] if series.traces else None
                yield f"{value}" if trace is None else f"{value} ({trace})"
