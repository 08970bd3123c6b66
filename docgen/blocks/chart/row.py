"""Charts side by side: their plots begin and end at one height, and where their series are the same one key names them."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.blocks.chart.plot import Edges, forecast_word, plot_edges
from docgen.layout.style import Style
from docgen.placed import Box
from docgen.ready import ReadyFigure


def row_of(figures: Sequence[ReadyFigure]) -> tuple[ReadyFigure, ...]:
    """Those of figures side by side whose plots stand on one line, charts with standing axes; none where it is one."""
    row = tuple(figure for figure in figures if _has_standing_axes(figure))
    return row if len(row) > 1 else ()


def row_edges(row: Sequence[ReadyFigure], figure: ReadyFigure, box: Box, style: Style, *, units_over: bool) -> Edges:
    """The edges that the figures of a row share in boxes like ``box``; all of them but the first are without the key.

    With ``units_over`` there is a line of units over some of the charts, or else one says how a forecast
    is drawn: that line has room over all of them.
    """
    if not any(each is figure for each in row):
        return Edges()
    shared = len({tuple((series.name, series.colour) for series in each.series) for each in row}) == 1
    alone = len(row[0].series) == 1
    keyed = [each is row[0] or not shared or alone for each in row]
    edges = [plot_edges(each, box, style, keyed=has_key) for each, has_key in zip(row, keyed, strict=True)]
    words_over = units_over or any(
        forecast_word(each, box, style, keyed=has_key) for each, has_key in zip(row, keyed, strict=True)
    )
    head = style.text("chart").pitch if words_over else 0.0
    return Edges(
        max(top for top, _ in edges) + head,
        max(bottom for _, bottom in edges),
        keyed=figure is row[0] or not shared,
    )


def _has_standing_axes(figure: ReadyFigure) -> bool:
    return figure.missing is None and not figure.kind.stands_alone
