"""Fitting a block into a slot: the most generous step of the ladder that fits, else as few pages as it takes.

The same inputs give the same answer; nothing is left to the program that opens the deck.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from docgen.blocks.block import Block
from docgen.blocks.ladder import first_that_holds
from docgen.blocks.measured import height_of
from docgen.layout.style import Style
from docgen.placed import Box, Mark, Paragraph, TextBody, TextMark

_TOLERANCE = 0.01
# A block that is not done after so many pages never will be: a split that gives nothing away.
_MOST_PAGES = 200


@dataclass(frozen=True, slots=True)
class Fitted:
    """The parts of a block, one a page, and the style that they are drawn with."""

    parts: tuple[Block, ...]
    style: Style


class TooTall(Exception):
    """A block that fits no page even at the last step; ``need`` is its height in points."""

    def __init__(self, need: float) -> None:
        super().__init__(f"{need:.1f} pt")
        self.need = need


def fit(block: Block, box: Box, ladder: Sequence[Style]) -> Fitted:
    """Fit ``block`` into ``box``: on one page at the first step that holds it, else on the fewest pages.

    The ladder runs from generous to tight, so what holds at a step holds at all that follow.
    Raises :class:`TooTall` where no split makes it fit.
    """
    step = first_that_holds(block, box.width, box.height, ladder)
    if step < len(ladder):
        return Fitted((block,), ladder[step])
    fitted = Fitted(_pages(block, box, ladder[-1]), ladder[-1])
    failed, holding = -1, len(ladder) - 1
    while failed + 1 < holding:
        step = (failed + holding) // 2
        parts = _on_pages(len(fitted.parts), block, box, ladder[step])
        if parts is None:
            failed = step
        else:
            fitted, holding = Fitted(parts, ladder[step]), step
    return fitted


def draw(fitted: Fitted, box: Box, name: str) -> tuple[tuple[Mark, ...], ...]:
    """The marks of each part; parts of several are marked as continuing and continued."""
    style, count = fitted.style, len(fitted.parts)
    pages = []
    for index, part in enumerate(fitted.parts):
        inner = _room(box, style, first=index == 0, last=index == count - 1) if count > 1 else box
        marks = part.draw(inner, style)
        if index > 0:
            marks = (_page_mark(f"{name}/continued", "continued", box.y, box, style), *marks)
        if index < count - 1:
            marks = (*marks, _page_mark(f"{name}/continues", "continues", inner.bottom, box, style))
        pages.append(marks)
    return tuple(pages)


def _on_pages(count: int, block: Block, box: Box, style: Style) -> tuple[Block, ...] | None:
    """The block in so many parts that each fit a page at this style; None where it takes more."""
    try:
        parts = _pages(block, box, style)
    except TooTall:
        return None
    return parts if len(parts) == count else None


def _pages(block: Block, box: Box, style: Style) -> tuple[Block, ...]:
    """The block in parts that each fit a page at this style."""
    parts: list[Block] = []
    rest = block
    while len(parts) < _MOST_PAGES:
        last_room = _room(box, style, first=not parts, last=True).height
        if height_of(rest, box.width, style) <= last_room + _TOLERANCE:
            return (*parts, rest)
        room = _room(box, style, first=not parts, last=False).height
        halves = rest.split(room, box.width, style)
        if halves is None:
            break
        parts.append(halves[0])
        rest = halves[1]
    raise TooTall(height_of(rest, box.width, style))


def _room(box: Box, style: Style, *, first: bool, last: bool) -> Box:
    """The slot less the lines for the marks of continuation."""
    mark = style.text("mark").pitch + 2
    above = 0 if first else mark
    below = 0 if last else mark
    return Box(box.x, box.y + above, box.width, box.height - above - below)


def _page_mark(identifier: str, word: str, y: float, box: Box, style: Style) -> TextMark:
    look = style.text("mark")
    paragraph = Paragraph(look.runs(style.word(word)), look.pitch, "right")
    return TextMark(identifier, Box(box.x, y, box.width, look.pitch + 2), TextBody((paragraph,)))
