"""The lanes over a plot: notes at points lowest, arrows of changes over them, names of shaded periods on top.

All lengths are points; heights count upwards from the foot of the lanes, lengths from the chart's left.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate

from docgen.blocks.chart.texts import text_width
from docgen.layout.style import Style
from docgen.placed import Paragraph
from docgen.prose.markup import plain
from docgen.ready import ReadyFigure
from docgen.value import value

SPARE = 4.0
"""Points of a text's box beyond its measured width, so that no program breaks it."""
_BETWEEN = 4.0  # points between two texts of a lane
_ARROW = 5.0  # points that an arrow takes under its text
_UNDER = 4.0  # points under the lanes: labels of targets stand a little higher than those of points
_WIDEST_NOTE = 0.4  # of the chart's width
_OVERHANG = 3.0  # points by which a text that begins at its line reaches beyond it
_APART = 2.0  # points between two lanes
_MOST_STEPS = 2000
_Places = tuple[tuple[int, float], ...]
"""The lane and the left of each text."""


@value(frozen=True, slots=True)
class LaneText:
    """A text in a lane: its left, its width, its foot over that of the lanes, its height, what it spans with its arrow."""

    left: float
    width: float
    foot: float
    height: float
    span: tuple[float, float]


@value(frozen=True, slots=True)
class Lanes:
    """The texts of a figure's annotations in their lanes, each kind in its order, and the height of all lanes."""

    remarks: tuple[LaneText, ...]
    changes: tuple[LaneText, ...]
    shades: tuple[LaneText, ...]
    height: float


@value(frozen=True, slots=True)
class Wanted:
    """A text that wants a lane: its places from left to right, the best first, and where a line leads down from it."""

    lefts: tuple[float, ...]
    width: float
    height: float
    reach: tuple[float, float] | None = None
    down: float | None = None


def lanes_over(figure: ReadyFigure, along: Callable[[float], float], width: float, style: Style) -> Lanes:
    """The lanes over the plot of a chart ``width`` points wide; ``along`` gives where a category's middle lies.

    ``along`` takes fractions: the begin of category 2 is at 1.5.
    """
    drawn, pitch = figure.annotations, style.text("chart").pitch

    def over(text: str, first: float, last: float, height: float, *, spanned: bool = True) -> Wanted:
        return _centred(text, along(first), along(last), width, height, style, spanned=spanned)

    remarks, foot = in_lanes([_remark(each.text, along(each.category), width, style) for each in drawn.remarks], _UNDER)
    changes, foot = in_lanes([over(each.text, each.first, each.last, pitch + _ARROW) for each in drawn.changes], foot)
    names = [over(each.name, each.first - 0.5, each.last + 0.5, pitch, spanned=False) for each in drawn.shades]
    shades, foot = in_lanes(names, foot)
    return Lanes(remarks, changes, shades, foot if foot > _UNDER else 0.0)


def height_over(figure: ReadyFigure, width: float, style: Style) -> float:
    """About how high the lanes over the plot of a chart ``width`` points wide are; 0 where there is nothing in them."""
    if not figure.annotations:
        return 0.0
    slot = width / max(1, len(figure.categories))
    return lanes_over(figure, lambda at: (at + 0.5) * slot, width, style).height


def note_paragraph(text: str, style: Style) -> Paragraph:
    """The paragraph of a note at a point."""
    look = style.text("chart")
    return Paragraph(look.runs(text), look.pitch, "center")


def _remark(text: str, x: float, width: float, style: Style) -> Wanted:
    """A note centred over its point, or else begun or ended there."""
    pitch = style.text("chart").pitch
    wide = min(text_width(plain(text), style) + SPARE, max(_WIDEST_NOTE * width, 40.0), width)
    lines = style.measure.line_count(note_paragraph(text, style), wide)
    return Wanted(lefts_at(x, wide, width), wide, lines * pitch, down=x)


def lefts_at(x: float, wide: float, width: float) -> tuple[float, ...]:
    """Where a text may begin that a line leads down from: centred over the line, or begun or ended there."""
    most = max(0.0, width - wide)
    return tuple(min(most, max(0.0, left)) for left in (x - wide / 2, x - _OVERHANG, x + _OVERHANG - wide))


def _centred(
    text: str, first: float, last: float, width: float, height: float, style: Style, *, spanned: bool
) -> Wanted:
    """A text centred between two places; ``spanned`` where it has an arrow from one to the other."""
    wide = min(text_width(text, style) + SPARE, width)
    low, high = min(first, last), max(first, last)
    left = min(max(0.0, width - wide), max(0.0, (low + high - wide) / 2))
    return Wanted((left,), wide, height, (low, high) if spanned else None)


def in_lanes(wanted: Sequence[Wanted], foot: float) -> tuple[tuple[LaneText, ...], float]:
    """Each text in the lowest lane in which it meets no other, nor its line, from ``foot`` on; and the top of the lanes."""
    chosen = _chosen(wanted, (), iter(range(_MOST_STEPS))) or tuple((lane, own.lefts[0]) for lane, own in enumerate(wanted))
    tops = [
        max((own.height + _APART for own, (at, _) in zip(wanted, chosen, strict=True) if at == lane), default=0.0)
        for lane in range(len(wanted))
    ]
    feet = [*accumulate(tops, initial=foot)]
    texts = tuple(
        LaneText(left, own.width, feet[lane], own.height, _span(own, left))
        for own, (lane, left) in zip(wanted, chosen, strict=True)
    )
    return texts, feet[-1]


def _chosen(wanted: Sequence[Wanted], chosen: _Places, steps: Iterator[int]) -> _Places | None:
    """A lane and a left for each text after those that are ``chosen``; None where they cannot all be free."""
    if len(chosen) == len(wanted):
        return chosen
    own = wanted[len(chosen)]
    for lane in range(len(wanted)):
        for left in own.lefts:
            if next(steps, None) is not None and _is_free(own, lane, left, wanted, chosen):
                found = _chosen(wanted, (*chosen, (lane, left)), steps)
                if found is not None:
                    return found
    return None


def _is_free(own: Wanted, lane: int, left: float, wanted: Sequence[Wanted], chosen: _Places) -> bool:
    """Whether a text in a lane meets neither another one there, nor the line of one above; nor its line one below."""
    span = _span(own, left)
    for other, (at, other_left) in zip(wanted, chosen, strict=False):
        far = _span(other, other_left)
        if at == lane and span[0] < far[1] + _BETWEEN and far[0] < span[1] + _BETWEEN:
            return False
        if at > lane and other.down is not None and span[0] - 1 < other.down < span[1] + 1:
            return False
        if at < lane and own.down is not None and far[0] - 1 < own.down < far[1] + 1:
            return False
    return True


def _span(own: Wanted, left: float) -> tuple[float, float]:
    reach = own.reach or (left, left)
    return min(left, reach[0]), max(left + own.width, reach[1])
