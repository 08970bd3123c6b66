"""Fitting a block into a slot: the most generous step of the ladder that fits, else as few pages as it takes.

The same inputs give the same answer; nothing is left to the program that opens the deck.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from docgen.blocks.block import Block, Laid
from docgen.blocks.ladder import first_that_holds
from docgen.blocks.memory import Memory
from docgen.layout.style import Style
from docgen.placed import Box, Mark, Paragraph, TextBody, TextMark
from docgen.placed.box import fits
from docgen.value import value

# A block that is not done after so many pages never will be: a split that gives nothing away.
_MOST_PAGES = 200
# How often the height of evenly filled pages is halved: to a few points.
_HALVINGS = 6


@value(frozen=True, slots=True)
class Fitted:
    """The parts of a block, one a page, laid out with ``style``."""

    parts: tuple[Laid, ...]
    style: Style


class TooTall(Exception):
    """A block that fits no page even at the last step; ``need`` is its height in points."""

    def __init__(self, need: float) -> None:
        super().__init__(f"{need:.1f} pt")
        self.need = need


def fit(block: Block, box: Box, ladder: Sequence[Style], memory: Memory) -> Fitted:
    """Fit ``block`` into ``box``: on one page at the first step that holds it, else on the fewest pages.

    The ladder runs from generous to tight, so what holds at a step holds at all that follow.
    Raises :class:`TooTall` where no split makes it fit.
    """
    step = first_that_holds(block, box.width, box.height, ladder, memory)
    if step < len(ladder):
        return Fitted((block.laid(box.width, ladder[step], memory),), ladder[step])
    parted = _parted(block, box, ladder, memory)
    return replace(parted, parts=_evenly(parted, block, box, memory))


def fitting_style(block: Block, box: Box, ladder: Sequence[Style], memory: Memory) -> Style:
    """The style in which :func:`fit` would lay out, found at less cost. Raises :class:`TooTall` as it does."""
    step = first_that_holds(block, box.width, box.height, ladder, memory)
    return ladder[step] if step < len(ladder) else _parted(block, box, ladder, memory).style


def _parted(block: Block, box: Box, ladder: Sequence[Style], memory: Memory) -> Fitted:
    """The block on the fewest pages, at the first step that needs no more of them."""
    fitted = Fitted(_pages(block, box, ladder[-1], memory), ladder[-1])
    failed, holding = -1, len(ladder) - 1
    while failed + 1 < holding:
        step = (failed + holding) // 2
        parts = _on_pages(len(fitted.parts), block, box, ladder[step], memory)
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
        marks = part.draw(inner)
        if index > 0:
            marks = (_page_mark(f"{name}/continued", "continued", box.y, box, style), *marks)
        if index < count - 1:
            marks = (*marks, _page_mark(f"{name}/continues", "continues", inner.bottom, box, style))
        pages.append(marks)
    return tuple(pages)


def _evenly(fitted: Fitted, block: Block, box: Box, memory: Memory) -> tuple[Laid, ...]:
    """The parts on as many pages that are about as full as each other: all but the last end higher up than they could."""
    parts, low, high = fitted.parts, 0.0, box.height
    for _ in range(_HALVINGS):
        height = (low + high) / 2
        others = _on_pages(len(parts), block, box, fitted.style, memory, height)
        if others is None:
            low = height
        else:
            parts, high = min(parts, others, key=_unevenness), height
    return parts


def _unevenness(parts: Sequence[Laid]) -> float:
    """How much higher the highest part is than the lowest."""
    heights = [part.height for part in parts]
    return max(heights) - min(heights)


def _on_pages(
    count: int, block: Block, box: Box, style: Style, memory: Memory, height: float | None = None
) -> tuple[Laid, ...] | None:
    """The block in so many parts that each fit a page at this style; None where it takes more.

    All parts but the last are no higher than ``height`` less the marks of continuation, where it is given.
    """
    try:
        parts = _pages(block, box, style, memory, height, count)
    except TooTall:
        return None
    return parts if len(parts) == count else None


def _pages(
    block: Block, box: Box, style: Style, memory: Memory, height: float | None = None, most: int = _MOST_PAGES
) -> tuple[Laid, ...]:
    """The block in at ``most`` so many parts that each fit a page at this style; all but the last in ``height``, where
    it is given. Heads are laid out once it is known that the rest fits. Raises :class:`TooTall` where it does not."""
    ended = box if height is None else replace(box, height=height)
    heads: list[Block] = []
    rest = block.laid(box.width, style, memory)
    while not fits(rest.height, _room(box, style, first=not heads, last=True).height):
        left = len(heads) + 1 < most
        halves = rest.split(_room(ended, style, first=not heads, last=False).height) if left else None
        if halves is None:
            raise TooTall(rest.height)
        head, tail = halves
        heads.append(head)
        rest = tail.laid(box.width, style, memory)
    return (*[head.laid(box.width, style, memory) for head in heads], rest)


def _room(box: Box, style: Style, *, first: bool, last: bool) -> Box:
    """The slot less the lines for the marks of continuation."""
    above = 0 if first else style.continuation
    below = 0 if last else style.continuation
    return Box(box.x, box.y + above, box.width, box.height - above - below)


def _page_mark(identifier: str, word: str, y: float, box: Box, style: Style) -> TextMark:
    look = style.text("mark")
    paragraph = Paragraph(look.runs(style.word(word)), look.pitch, "right")
    return TextMark(identifier, Box(box.x, y, box.width, style.continuation), TextBody((paragraph,)))
