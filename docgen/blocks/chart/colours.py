"""Which colour, marker and pattern each series, slice and name of a chart has."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from docgen.blocks.chart.totals_alone import total_alone
from docgen.errors import DocgenError, nearest
from docgen.layout.colours import palette_colour
from docgen.layout.pack import LayoutPack
from docgen.layout.rgb import contrast
from docgen.layout.series_colours import LEAST_NEIGHBOUR_DISTANCE, distance
from docgen.layout.style import Style
from docgen.messages import message
from docgen.placed.chart import SeriesKind
from docgen.ready import ReadyFigure, ReadySeries
from docgen.value import value

Marker = Literal["none", "circle", "square", "diamond", "triangle"]
_MARKERS: tuple[Marker, ...] = ("circle", "square", "diamond", "triangle")
# Where a palette is used up its colours come again with the next of these over them.
_PATTERNS: tuple[str | None, ...] = (None, "wdUpDiag", "pct40", "dkHorz", "smCheck", "dkVert")
# What belongs to no series of a chart alone, and stands out from the paper in every pack.
_NEUTRAL = "text_grey"
# Contrast with the paper. Graphical objects: Web Content Accessibility Guidelines 2.1, 1.4.11; texts: 1.4.3.
_LEAST_FOR_SHAPE = 3.0
_LEAST_FOR_TEXT = 4.5


@value(frozen=True, slots=True)
class SeriesInk:
    """How one series is told from the others: a palette colour, a marker and a DrawingML pattern.

    One with an ``edge`` of its own colour is an outline, filled as the paper is.
    """

    colour: str
    marker: Marker = "none"
    pattern: str | None = None
    edge: str | None = None


def series_inks(figure: ReadyFigure, kinds: Sequence[SeriesKind], style: Style) -> tuple[SeriesInk, ...]:
    """The ink of each series: its own colour, the highlight, or the next of the pack's.

    Thin lines take only those of the pack's colours that stand out from the paper. Totals without parts in a stack
    are outlines: filled, they would look like one more part.
    """
    fills = style.chart.series
    strong = (_strong_fills(style) if "line" in kinds else ()) or fills
    highlighted = any(series.highlighted for series in figure.series)
    total = total_alone(figure)
    inks: list[SeriesInk] = []
    for index, (series, kind) in enumerate(zip(figure.series, kinds, strict=True)):
        marker = _MARKERS[index % len(_MARKERS)] if kind == "line" else "none"
        pattern = None
        if series.colour is not None:
            colour = _stated_colour(series.colour, series, figure, style)
        elif index == total:
            inks.append(SeriesInk("paper", edge=_NEUTRAL))
            continue
        elif highlighted:
            colour = style.chart.highlight if series.highlighted else style.chart.muted
        else:
            palette = strong if kind == "line" else fills
            taken = [ink.colour for ink in inks if ink.pattern is None]
            free = next((name for name in palette if _is_apart(name, taken, style.pack)), None)
            colour = free or palette[index % len(palette)]
            # Where no colour is left that can be told from the others they come again, as patterns.
            again = 0 if free else max(1, index // len(palette))
            pattern = None if kind == "line" else _PATTERNS[again % len(_PATTERNS)]
        inks.append(SeriesInk(colour, marker, pattern))
    return tuple(inks)


def _is_apart(name: str, taken: Sequence[str], pack: LayoutPack) -> bool:
    """Whether a colour can be told from all that are taken."""
    if name in taken:
        return False
    colours = pack.colours
    rgb = palette_colour(name, colours).rgb
    return all(distance(rgb, palette_colour(other, colours).rgb) >= LEAST_NEIGHBOUR_DISTANCE for other in taken)


def told_apart(pack: LayoutPack, taken: Sequence[str] = ()) -> tuple[str, ...]:
    """The pack's colours of series without ``taken``; those that are like one before them or a taken one come last."""
    apart, alike = list(taken), list[str]()
    for name in pack.chart.series:
        if name not in taken:
            (apart if _is_apart(name, apart, pack) else alike).append(name)
    return (*apart[len(taken) :], *alike)


def slice_inks(count: int, pack: LayoutPack) -> dict[int, str]:
    """The colours of the parts of a whole, in order; the last never that of the first, which is beside it in a pie."""
    fills = told_apart(pack)
    inks = {index: fills[index % len(fills)] for index in range(count)}
    if count > 1 and inks[count - 1] == inks[0]:
        inks[count - 1] = fills[2 % len(fills)]
    return inks


def name_inks(colours: Sequence[str], style: Style, ground: str = "paper") -> tuple[str, ...]:
    """The colours of the series' names: the series' own where all of them can be read on paper and ``ground``, else ink."""
    readable = all(
        _contrast_on(on, colour, style) >= _LEAST_FOR_TEXT for colour in colours for on in dict.fromkeys(("paper", ground))
    )
    return tuple(colours) if readable else ("ink",) * len(colours)


def _strong_fills(style: Style) -> tuple[str, ...]:
    """Those of the pack's colours that stand out from the paper."""
    return tuple(name for name in style.chart.series if _contrast_on("paper", name, style) >= _LEAST_FOR_SHAPE)


def _contrast_on(ground: str, name: str, style: Style) -> float:
    colours = style.pack.colours
    return contrast(palette_colour(name, colours).rgb, palette_colour(ground, colours).rgb)


def _stated_colour(colour: str, series: ReadySeries, figure: ReadyFigure, style: Style) -> str:
    """The colour that a series names. DocgenError where the pack has none of that name."""
    if colour not in style.pack.colours:
        raise DocgenError(
            "no-such-series-colour",
            where=message("on-figure", figure=figure.id),
            hint=nearest(colour, style.pack.colours),
            series=series.name,
            figure=figure.id,
            colour=colour,
            pack=style.pack.name,
        )
    return colour
