"""An entry of a chart's key: a sample of how a series, or a forecast, is drawn, and its name; and both as marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from docgen.layout.style import Style
from docgen.placed import (
    Box,
    ChartMark,
    Line,
    Mark,
    Paragraph,
    PlacedSeries,
    Run,
    ShapeMark,
    TextBody,
    TextMark,
)
from docgen.placed.box import UNSEEN, Coordinates
from docgen.value import value

SWATCH = 7.0
"""The side of a square that samples columns, in points."""
_LINE_SWATCH, _STROKE = 14.0, 2.0  # points: the width of a line's sample and its thickness
_DASH, _BETWEEN_DASHES = 6.0, 2.0  # points
_EDGE = 0.75  # points, around a sample that is not filled
_STRIPES, _HALF_A_STRIPE = (-3.5, 0.0, 3.5), 0.55  # points: where the stripes of a hatch lie, and how thick they are
Form = Literal["square", "line", "outline", "pattern", "hatch", "dashes"]
"""What a sample shows: a solid or empty column, one in a pattern, a line; a hatched or dashed forecast."""
_OF_LINES = ("line", "dashes")


@value(frozen=True, slots=True)
class KeyItem:
    """What a key explains: a name, and a sample of this form and colour."""

    name: str
    colour: str
    form: Form = "square"

    @property
    def width(self) -> float:
        """The width of the sample in points."""
        return _LINE_SWATCH if self.form in _OF_LINES else SWATCH

    @property
    def height(self) -> float:
        """The height of the sample in points."""
        return _STROKE if self.form in _OF_LINES else SWATCH


@value(frozen=True, slots=True)
class KeyEntry:
    """An item in its place: where its swatch lies and where its name; boxes count from the page."""

    item: KeyItem
    swatch: Box
    text: Box


def items_of(all_series: Iterable[PlacedSeries]) -> tuple[KeyItem, ...]:
    """An item for each series."""
    return tuple(map(_item, all_series))


def _item(series: PlacedSeries) -> KeyItem:
    if series.kind == "line" and series.line is not None:
        return KeyItem(series.name, series.line.colour, "line")
    if series.pattern is not None:
        return KeyItem(series.name, series.colour, "pattern")
    if series.colour == "paper" and series.line is not None:
        return KeyItem(series.name, series.line.colour, "outline")
    return KeyItem(series.name, series.colour)


def with_key(chart: ChartMark, entries: Sequence[KeyEntry], style: Style) -> tuple[Mark, ...]:
    """A chart and its key in the order of reading: a key over the chart before it, one beside it after it."""
    ordered = sorted(entries, key=lambda entry: (round(entry.text.y, 1), entry.text.x))
    key = tuple(_marks(chart.id, ordered, style))
    is_over = bool(entries) and ordered[0].text.bottom <= chart.box.y + UNSEEN
    return (*key, chart) if is_over else (chart, *key)


def _marks(identifier: str, entries: Sequence[KeyEntry], style: Style) -> Iterator[Mark]:
    """A swatch and a name for each entry of a key."""
    look = style.text("chart")
    for number, entry in enumerate(entries, start=1):
        paragraph = Paragraph((Run(entry.item.name, look.size, look.bold, "ink"),), look.pitch)
        yield from _swatch(f"{identifier}/key/{number}/swatch", entry)
        yield TextMark(f"{identifier}/key/{number}", entry.text, TextBody((paragraph,), anchor="middle"))


def _swatch(identifier: str, entry: KeyEntry) -> Iterator[ShapeMark]:
    """The sample: a filled box, an empty one, one with stripes in it, or the dashes of a line."""
    box, item = entry.swatch, entry.item
    if item.form in ("hatch", "pattern"):
        edge = Line(item.colour, _EDGE, "dash" if item.form == "hatch" else "solid")
        yield ShapeMark(identifier, box, fill="paper", line=edge)
        yield ShapeMark(f"{identifier}/stripes", box, fill=item.colour, outline=tuple(map(_stripe, _STRIPES)))
    elif item.form == "outline":
        yield ShapeMark(identifier, box, fill="paper", line=Line(item.colour, _EDGE))
    elif item.form == "dashes":
        second = Box(box.x + _DASH + _BETWEEN_DASHES, box.y, _DASH, box.height)
        yield ShapeMark(identifier, Box(box.x, box.y, _DASH, box.height), fill=item.colour)
        yield ShapeMark(f"{identifier}/dash", second, fill=item.colour)
    else:
        yield ShapeMark(identifier, box, fill=item.colour)


def _stripe(middle: float) -> tuple[Coordinates, ...]:
    """A stripe of a hatch in a swatch, that falls to the right; its middle begins so far right of the upper left corner."""
    upper, lower = middle + _HALF_A_STRIPE, middle - _HALF_A_STRIPE
    around = upper > 0 > lower
    (start, end), (low_start, low_end) = _falling(upper), _falling(lower)
    corners = (((SWATCH, SWATCH),), ((0.0, 0.0),)) if around else ((), ())
    return (start, end, *corners[0], low_end, low_start, *corners[1])


def _falling(right: float) -> tuple[Coordinates, Coordinates]:
    """Where a line enters and leaves a swatch that falls as it goes to the right, ``right`` of the upper left corner."""
    return (max(right, 0.0), max(-right, 0.0)), (SWATCH + min(right, 0.0), SWATCH - max(right, 0.0))
