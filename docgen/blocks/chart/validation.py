"""What a chart cannot show, said before it is drawn."""

from __future__ import annotations

from docgen.errors import DocgenError
from docgen.ready import ReadyFigure

_WHOLES = frozenset({"pie", "donut", "percent_column"})
_MOST_SLICES = 12
# So many series are told apart by colour with markers or patterns, and hardly so by a reader.
_MOST_SERIES = 20


def check_figure(figure: ReadyFigure) -> None:
    """Raise DocgenError for a figure without numbers, or whose numbers its kind cannot show."""
    values = [value for series in figure.series for value in series.values]
    if not any(value is not None for value in values):
        raise _wrong(
            figure,
            "has no number to draw",
            "at least one number",
            "where the data is still to come, say so with missing",
        )
    negative = next((value for value in values if value is not None and value < 0), None)
    if figure.kind in _WHOLES and negative is not None:
        raise _wrong(
            figure,
            f"shows parts of a whole, but {negative} is negative",
            "numbers of zero or more",
            "use column or stacked_column",
        )
    if len(figure.series) > _MOST_SERIES and figure.kind != "small_multiples":
        raise _wrong(
            figure,
            f"has {len(figure.series)} series in one chart",
            f"at most {_MOST_SERIES}, better as many as a reader can tell apart (about eight)",
            "use kind small_multiples, or fewer series",
        )
    if figure.kind in ("pie", "donut"):
        _check_slices(figure)
    if figure.kind == "slope" and len(figure.categories) != 2:
        raise _wrong(
            figure, f"is a slope of {len(figure.categories)} points", "two points in time", "use kind line"
        )


def check_names(figure: ReadyFigure, slot: float, em: float) -> None:
    """Raise DocgenError where the names under a chart have less room than a letter of ``em`` points needs."""
    if slot < em:
        raise _wrong(
            figure,
            f"has {len(figure.categories)} categories: their names find no room under the chart",
            "as many categories as have room for their names, or years",
            "use kind bar, choose the largest by where, or put the others together",
        )


def _check_slices(figure: ReadyFigure) -> None:
    if len(figure.series) != 1:
        raise _wrong(
            figure, f"is a {figure.kind} of {len(figure.series)} series", "one series", "use percent_column"
        )
    if len(figure.categories) > _MOST_SLICES:
        raise _wrong(
            figure,
            f"is a {figure.kind} of {len(figure.categories)} slices",
            f"at most {_MOST_SLICES}",
            "use kind bar, or draw the small ones together",
        )
    if not any(figure.series[0].values):
        raise _wrong(
            figure, "is a whole of nothing: all its numbers are zero", "a number above zero", "use column"
        )


def _wrong(figure: ReadyFigure, what: str, expected: str, hint: str) -> DocgenError:
    return DocgenError(
        f"figure {figure.id!r} {what}", where=f"figure {figure.id}", expected=expected, hint=hint
    )
