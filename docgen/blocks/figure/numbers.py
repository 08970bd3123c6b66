"""One or two numbers of a figure, large, each with what it is of, and what the second is more than the first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from docgen.blocks.block import Block, Laid
from docgen.blocks.chart.texts import chart_word
from docgen.blocks.memory import Memory
from docgen.blocks.text.items import TextItem
from docgen.blocks.text.text import TextBlock
from docgen.layout.style import Style
from docgen.model import Quantity
from docgen.model.prose import as_markup
from docgen.placed import Box, Insets, Line, Mark, Paragraph, Run, ShapeMark, TextBody, TextMark
from docgen.ready import ReadyDifference, ReadyFigure
from docgen.value import value

_BAND_INSETS = Insets(10, 3, 10, 3)
_GAP = 12.0
# Boxes stand below each other where their place is higher than so many times its width.
_HIGH = 0.5
# And with their labels beside them where over and under a number in a row so many points would be white.
_WHITE = 88.0
# The label's part of the width beside a number, and the height of such a box at the most.
_LABEL, _BESIDE = 0.28, 80.0
# The height of the boxes at the ladder's middle step, of their width at the most, and the most that they fill.
_COMFORTABLE, _OF_WHOLE_WIDTH, _TALLEST = 120.0, 0.3, 216.0
# Of a large number: its greatest size as a multiple of the pack's, as parts of its room; its unit's size as a part.
_LARGEST, _OF_HEIGHT, _OF_WIDTH, _UNIT = 2.0, 0.6, 0.8, 0.45

_Parts = tuple[Box, Box]
"""Where a label stands, and where its number."""


@value(frozen=True, slots=True)
class _Printed:
    """A number with its label; a ``signed`` one has its + too."""

    label: str
    number: Quantity
    signed: bool = False
    band: str = "blue"

    def texts(self, minus: str) -> tuple[str, str]:
        """The number and its unit."""
        text, unit = self.number.format(minus=minus, sign=self.signed), self.number.unit
        return (text.removesuffix(unit), unit) if unit and text.endswith(unit) else (text, "")


@value(frozen=True, slots=True)
class NumbersBlock(Block):
    """The numbers of a figure in boxes, side by side or below each other; their difference in the last."""

    id: str
    figure: ReadyFigure
    grow: float = 1

    def lay_out(self, width: float, style: Style, memory: Memory) -> Laid:
        """High enough for a line in the pack's size under each label; higher where the page is set generously."""
        printed = self._printed(style)
        band = self._band_height(printed, self._widths(len(printed), width), style, memory)
        least = band + style.text("large_number").pitch * 1.5
        height = max(least, min(style.space(_COMFORTABLE), _OF_WHOLE_WIDTH * width))
        below = _BESIDE * len(printed) + _GAP * (len(printed) - 1)
        return Laid(height, partial(self._draw, printed, style, memory), tallest=max(height, below, _TALLEST))

    def _printed(self, style: Style) -> tuple[_Printed, ...]:
        numbers, difference = tuple(_numbers(self.figure)), next(iter(self.figure.differences), None)
        if difference is None:
            return numbers
        label = chart_word(_word(difference, self.figure), style)
        if difference.rate is not None:
            label = f"{label}（{difference.rate.format(minus=style.pack.minus, sign=True)}）"
        signed = difference.change and not self.figure.reversed
        amount = difference.amount if signed else replace(difference.amount, value=abs(difference.amount.value))
        return (*numbers, _Printed(label, amount, signed, "navy"))

    def _widths(self, count: int, width: float) -> float:
        return (width - _GAP * (count - 1)) / count

    def _band_height(self, printed: tuple[_Printed, ...], width: float, style: Style, memory: Memory) -> float:
        bands = (self._band(place, one).laid(width, style, memory) for place, one in enumerate(printed))
        return max(band.height for band in bands)

    def _band(self, place: int, one: _Printed) -> TextBlock:
        items = (TextItem(as_markup(one.label)),)
        identifier = f"{self.id}/{place + 1}/label"
        return TextBlock(identifier, items, "panel_heading", anchor="middle", fill=one.band, insets=_BAND_INSETS)

    def _draw(self, printed: tuple[_Printed, ...], style: Style, memory: Memory, box: Box) -> tuple[Mark, ...]:
        places = self._places(len(printed), box)
        parts = self._under(printed, places, style, memory)
        if len(printed) > 1 and places[0].y == places[1].y and self._white(printed, parts[0][1], style) > _WHITE:
            parts = tuple(_beside(place) for place in self._rows(len(printed), box))
        size = _size(printed, parts[0][1], style)
        marks: list[Mark] = []
        for index, (one, (head, room)) in enumerate(zip(printed, parts, strict=True)):
            frame = Box(head.x, head.y, room.right - head.x, room.bottom - head.y)
            marks.append(ShapeMark(f"{self.id}/{index + 1}/frame", frame, fill="pale_fill", line=Line("rule", 0.75)))
            marks += self._band(index, one).laid(head.width, style, memory).draw(head)
            marks.append(_large(f"{self.id}/{index + 1}/value", one, room, size, style))
        return tuple(marks)

    def _under(
        self, printed: tuple[_Printed, ...], places: Sequence[Box], style: Style, memory: Memory
    ) -> tuple[_Parts, ...]:
        """Each number's room under the band of its label."""
        band = self._band_height(printed, places[0].width, style, memory)
        return tuple(
            (
                Box(place.x, place.y, place.width, band),
                Box(place.x, place.y + band, place.width, place.height - band),
            )
            for place in places
        )

    def _white(self, printed: tuple[_Printed, ...], room: Box, style: Style) -> float:
        """How much of a number's room is over and under it."""
        look = style.text("large_number")
        return room.height - _size(printed, room, style) * look.pitch / look.size

    def _places(self, count: int, box: Box) -> list[Box]:
        """The boxes in a row; below each other where a row would stand in white."""
        if count > 1 and box.height > _HIGH * box.width:
            return self._rows(count, box)
        width = self._widths(count, box.width)
        return [Box(box.x + (width + _GAP) * column, box.y, width, box.height) for column in range(count)]

    def _rows(self, count: int, box: Box) -> list[Box]:
        height = self._widths(count, box.height)
        return [Box(box.x, box.y + (height + _GAP) * row, box.width, height) for row in range(count)]


def _beside(place: Box) -> _Parts:
    """A number's room beside its label."""
    label = Box(place.x, place.y, place.width * _LABEL, place.height)
    return label, Box(label.right, place.y, place.width - label.width, place.height)


def _numbers(figure: ReadyFigure) -> Iterator[_Printed]:
    """Each number with what it is of: its period or category, and its series where there are several."""
    several = len(figure.series) > 1
    for series in figure.series:
        for category, number in zip(figure.categories, series.values, strict=True):
            if number is not None:
                name = category.replace("\n", "")
                label = f"{series.name}（{name}）" if several and name else series.name if several else name
                yield _Printed(label, Quantity(number, figure.unit_of(series), series.decimals))


def _word(difference: ReadyDifference, figure: ReadyFigure) -> str:
    """What a difference is called: of two periods a change, of ranks with its direction."""
    if not difference.change:
        return "difference"
    if not figure.reversed:
        return "change"
    return "rank_risen" if difference.amount.value < 0 else "rank_fallen"


def _size(printed: tuple[_Printed, ...], room: Box, style: Style) -> float:
    """The size in which all of the numbers are printed, the longest of them in its room."""
    look, minus = style.text("large_number"), style.pack.minus
    measure = partial(style.measure.text_width, bold=look.bold)
    widest = max(measure(text, 1.0) + measure(unit, _UNIT) for text, unit in (one.texts(minus) for one in printed))
    largest = max(look.size, min(look.size * _LARGEST, room.height * _OF_HEIGHT))
    return round(min(largest, room.width * _OF_WIDTH / widest), 1)


def _large(identifier: str, one: _Printed, room: Box, size: float, style: Style) -> TextMark:
    """A number in the middle of its room, its unit smaller behind it."""
    look, (number, unit) = style.text("large_number"), one.texts(style.pack.minus)
    runs = (
        Run(number, size, look.bold, look.colour, look.font),
        Run(unit, round(size * _UNIT, 1), look.bold, look.colour, look.font),
    )
    paragraph = Paragraph(tuple(run for run in runs if run.text), round(size * look.pitch / look.size, 2), "center")
    return TextMark(identifier, room, TextBody((paragraph,), anchor="middle"))
