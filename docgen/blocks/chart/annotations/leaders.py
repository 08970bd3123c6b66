"""The lines that lead from notes down to their points: what labels keep off, and the shapes."""

from __future__ import annotations

from docgen.blocks.chart.annotations.points import point_at
from docgen.blocks.chart.frame import Plot
from docgen.blocks.chart.texts import label_height
from docgen.layout.style import Style
from docgen.placed import Box
from docgen.ready.annotation import ReadyRemark

_OFF = 4.0  # points between a line and its point or the label there
_HALF = 1.5  # points beside a line that labels keep off


def leader_strips(plot: Plot, style: Style) -> tuple[Box, ...]:
    """What labels keep off: the way down to each noted point, as far as the label over it."""
    if plot.frame.horizontal:
        return ()
    strips = []
    for remark in plot.figure.annotations.remarks:
        x, y = point_at(plot, remark.category, remark.series)
        foot = y - _OFF - label_height(style) - 1
        if foot > 0:
            strips.append(Box(x - _HALF, 0, 2 * _HALF, foot))
    return tuple(strips)


def leader_end(plot: Plot, remark: ReadyRemark, style: Style) -> tuple[float, float]:
    """Where a line to a noted point ends: over it, or over the label that stands there."""
    x, y = point_at(plot, remark.category, remark.series)
    return x, y - _OFF - _label_over(plot, remark, style)


def _label_over(plot: Plot, remark: ReadyRemark, style: Style) -> float:
    """How high the label over a noted point reaches beyond it; 0 where none stands there."""
    totals = [series for series in plot.series[len(plot.figure.series) :] if series.is_unseen]
    for series in totals if remark.series is None else [plot.series[remark.series]]:
        side = series.label_positions.get(remark.category, series.label_position)
        if remark.category in series.labels and side in ("above", "outside_end"):
            lift = -series.label_shifts.get(remark.category, (0.0, 0.0))[1] * plot.frame.height
            return label_height(style) + max(0.0, lift)
    return 0.0
