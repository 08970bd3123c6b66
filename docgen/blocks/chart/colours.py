"""Which colour, marker and pattern each series of a chart has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from docgen.errors import DocgenError, nearest
from docgen.layout.colours import contrast, palette_colour
from docgen.layout.pack import ChartLook
from docgen.layout.style import Style
from docgen.ready import ReadyFigure, ReadySeries

Marker = Literal["none", "circle", "square", "diamond", "triangle"]
MARKERS: tuple[Marker, ...] = ("circle", "square", "diamond", "triangle")
# Where a palette is used up its colours come again with the next of these over them.
_PATTERNS: tuple[str | None, ...] = (None, "wdUpDiag", "pct40", "dkHorz", "smCheck", "dkVert")
# Graphical objects against their ground: Web Content Accessibility Guidelines 2.1, 1.4.11.
_LEAST_ON_PAPER = 3.0
_LEAST_FOR_TEXT = 4.5


@dataclass(frozen=True, slots=True)
class SeriesInk:
    """How one series is told from the others."""

    colour: str
    marker: Marker = "none"
    pattern: str | None = None


def series_inks(figure: ReadyFigure, kinds: Sequence[str], style: Style) -> tuple[SeriesInk, ...]:
    """The ink of each series: its own colour, the highlight, or the next of the pack's.

    Thin lines take only those of the pack's colours that stand out from the paper.
    """
    fills = style.chart.series
    strong = _strong(fills, style) or fills
    highlighted = any(series.highlighted for series in figure.series)
    inks: list[SeriesInk] = []
    taken: set[str] = set()
    for index, (series, kind) in enumerate(zip(figure.series, kinds, strict=True)):
        marker = MARKERS[index % len(MARKERS)] if kind == "line" else "none"
        if series.colour is not None:
            inks.append(SeriesInk(_known(series, figure, style), marker))
        elif highlighted:
            inks.append(SeriesInk(_by_highlight(series, style), marker))
        else:
            palette = strong if kind == "line" else fills
            free = [name for name in palette if name not in taken]
            colour = free[0] if free else palette[index % len(palette)]
            pattern = None if kind == "line" else _PATTERNS[index // len(fills) % len(_PATTERNS)]
            inks.append(SeriesInk(colour, marker, pattern))
        taken.add(inks[-1].colour)
    return tuple(inks)


def _strong(fills: Sequence[str], style: Style) -> tuple[str, ...]:
    """Those of the fills that stand out from the paper."""
    return tuple(name for name in fills if contrast_on_paper(name, style) >= _LEAST_ON_PAPER)


def part_inks(count: int, look: ChartLook) -> dict[int, str]:
    """The colours of a pie's slices, in order; the last never that of the first beside it."""
    fills = look.series
    inks = {index: fills[index % len(fills)] for index in range(count)}
    if count > 1 and inks[count - 1] == inks[0]:
        inks[count - 1] = fills[2 % len(fills)]
    return inks


def name_inks(colours: Sequence[str], style: Style) -> tuple[str, ...]:
    """The colours of the series' names: the series' own where all of them can be read, else ink."""
    readable = all(contrast_on_paper(colour, style) >= _LEAST_FOR_TEXT for colour in colours)
    return tuple(colours) if readable else ("ink",) * len(colours)


def contrast_on_paper(name: str, style: Style) -> float:
    """The contrast of a named colour with the paper."""
    colours = style.pack.colours
    return contrast(palette_colour(name, colours).rgb, palette_colour("paper", colours).rgb)


def _by_highlight(series: ReadySeries, style: Style) -> str:
    return style.chart.highlight if series.highlighted else style.chart.muted


def _known(series: ReadySeries, figure: ReadyFigure, style: Style) -> str:
    colours = style.pack.colours
    if series.colour is None or series.colour not in colours:
        raise DocgenError(
            f"series {series.name!r} of figure {figure.id!r} has the colour {series.colour!r},"
            f" which layout pack {style.pack.name!r} does not have",
            where=f"figure {figure.id}",
            expected="the name of one of the pack's colours",
            hint=nearest(series.colour or "", colours),
        )
    return series.colour
