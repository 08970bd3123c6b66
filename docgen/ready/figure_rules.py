"""What a figure of a kind cannot show, said before it is drawn."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.errors import DocgenError, Where
from docgen.model import ChartKind
from docgen.ready.figure import ReadyFigure

_MOST_SLICES = 12
# So many series are told apart by colour with markers or patterns, and hardly so by a reader.
_MOST_SERIES = 20


def check_figure(figure: ReadyFigure, where: Where = None) -> None:
    """Raise DocgenError for a figure without numbers, or with numbers that its kind cannot show.

    ``where`` is the figure's place in the content; without it the error names the figure.
    """
    problem = next(_problems(figure), None)
    if problem is not None:
        what, expected, hint = problem
        place = where if where is not None else f"figure {figure.id}"
        raise DocgenError(f"figure {figure.id!r} {what}", where=place, expected=expected, hint=hint)


def _problems(figure: ReadyFigure) -> Iterator[tuple[str, str, str]]:
    """Each thing that is wrong: what it is, what was expected, and a hint."""
    kind, count, categories = figure.kind, len(figure.series), len(figure.categories)
    if all(value is None for series in figure.series for value in series.values):
        hint = "where the data is still to come, say so with missing"
        yield "has no number to draw", "at least one number", hint
    if count > _MOST_SERIES and not kind.separates_series:
        expected = f"at most {_MOST_SERIES}, better as many as a reader can tell apart (about eight)"
        hint = "use kind small_multiples, or fewer series"
        yield f"has {count} series in one chart", expected, hint
    if kind.is_round and count != 1:
        hint = "make one figure a series, or use percent_column"
        yield f"is a {kind} of {count} series", "one series", hint
    negative = next(_negatives(figure), None)
    if kind.shows_shares and negative is not None:
        what = f"shows parts of a whole, but {negative} is negative"
        yield what, "numbers of zero or more", "use column or stacked_column"
    if kind.is_round and categories > _MOST_SLICES:
        hint = "use kind bar, or draw the small ones together"
        yield f"is a {kind} of {categories} slices", f"at most {_MOST_SLICES}", hint
    if kind.is_round and not any(figure.series[0].values):
        yield "is a whole of nothing: all its numbers are zero", "a number above zero", "use column"
    if kind is ChartKind.SLOPE and categories != 2:
        yield f"is a slope of {categories} points", "two points in time", "use kind line"


def _negatives(figure: ReadyFigure) -> Iterator[str]:
    """Each negative number, with the file, line and column that it was read from where these are known."""
    for series in figure.series:
        for index, value in enumerate(series.values):
            if value is not None and value < 0:
                trace = series.traces[index] if series.traces else None
                yield f"{value}" if trace is None else f"{value} ({trace})"
