"""Text and bullets, plain or in a panel with a fill, a border and a bar at its left."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from docgen.blocks.block import Block, Laid, Parts, latest_split
from docgen.blocks.memory import Memory
from docgen.blocks.text.items import TextItem, paragraphs, texts
from docgen.layout.pack import Stroke
from docgen.layout.style import Style, line
from docgen.placed import Align, Anchor, Box, Insets, Mark, ShapeMark, TextBody, TextMark
from docgen.typeset.text_measure import estimated_lines
from docgen.value import value

_NO_INSETS = Insets()
# The height of a box with one line of a key message, in points.
_MESSAGE = 36.0
# The frame of words that stand where something else would.
_QUIET = Stroke(colour="rule", width=0.75, dash="dash")


@value(frozen=True, slots=True)
class TextBlock(Block):
    """Paragraphs of one role.

    ``bar`` is the colour of a bar at the left, ``bar_width`` wide (points); ``insets`` count from the
    block's edges, the bar included, and those above and below follow the style's spaces, unless the block is ``even``:
    then they are what they are on every page, and the block is never lower than ``least`` points. A block with
    ``keep_with_next`` never stands last on a page.
    """

    id: str
    paragraphs: tuple[TextItem, ...]
    role: str = "body"
    align: Align | None = None
    anchor: Anchor = "top"
    fill: str | None = None
    border: Stroke | None = None
    bar: str | None = None
    bar_width: float = 3
    insets: Insets = _NO_INSETS
    grow: float = 0
    keep_with_next: bool = False
    even: bool = False
    least: float = 0

    def lay_out(self, width: float, style: Style, memory: Memory) -> Laid:
        """The text with its insets; parted between two paragraphs."""
        body = memory.once(self._body, style)
        height = max(self.least, style.measure.height(body, width))
        return Laid(
            height,
            partial(self._draw, body, height),
            partial(latest_split, len(self.paragraphs), self._parted, width, style, memory),
        )

    def estimate(self, width: float, style: Style, memory: Memory) -> float:
        """As high as if every character were one em wide."""
        look = style.text(self.role)
        insets = self._insets(style)
        inside = max(look.size, width - insets.left - insets.right)
        height = insets.top + insets.bottom
        for item in self.paragraphs:
            height += estimated_lines(len(item.text) * look.size, inside) * look.pitch + look.after
        return max(self.least, height)

    def _insets(self, style: Style) -> Insets:
        return self.insets if self.even else style.insets(self.insets)

    def _body(self, style: Style) -> TextBody:
        """The text as it is set: the same for every width."""
        look = style.text(self.role)
        set_paragraphs = paragraphs(self.paragraphs, look, style.measure, self.align)
        return TextBody(set_paragraphs, self._insets(style), self.anchor)

    def _parted(self, kept: int) -> Parts:
        return replace(self, paragraphs=self.paragraphs[:kept]), replace(self, paragraphs=self.paragraphs[kept:])

    def _draw(self, body: TextBody, height: float, box: Box) -> tuple[Mark, ...]:
        """A text box, or a shape that fills ``box`` where the block has a fill or a border; and the bar."""
        framed = self.fill is not None or self.border is not None
        place = box
        if not framed and self.anchor == "top":
            place = Box(box.x, box.y, box.width, height)
        text: Mark = TextMark(self.id, place, body)
        if framed:
            text = ShapeMark(self.id, place, fill=self.fill, line=line(self.border), body=body)
        if self.bar is None:
            return (text,)
        bar = Box(place.x, place.y, self.bar_width, place.height)
        return (text, ShapeMark(f"{self.id}/bar", bar, fill=self.bar))


def heading(id: str, text: str, role: str = "figure_title", bar: str | None = "blue") -> TextBlock:
    """The title of a figure or of a part of a page, with a bar at its left; it stays with what follows."""
    insets = Insets(left=8 if bar else 0)
    return TextBlock(id, (TextItem(text),), role, bar=bar, insets=insets, keep_with_next=True)


def message_box(
    id: str, messages: Iterable[str], bullet: str | None = "●", fill: str = "pale_fill", bar: str = "blue"
) -> TextBlock:
    """The box of key messages: a pale panel with a bar at its left; those of one line are equally high on all pages."""
    return TextBlock(
        id,
        texts(messages, bullet),
        "message",
        anchor="middle",
        fill=fill,
        bar=bar,
        bar_width=4,
        insets=Insets(14, 8, 12, 8),
        even=True,
        least=_MESSAGE,
    )


def statement(id: str, words: str, *, fill: str | None = "pale_fill", inset: float = 30) -> TextBlock:
    """A sentence in a quiet frame: what a page has to say where there is nothing to draw.

    The frame takes the height that is left, with ``inset`` points over and under the words.
    """
    insets = Insets(12, inset, 12, inset)
    return TextBlock(
        id, texts((words,)), "statement", anchor="middle", fill=fill, border=_QUIET, insets=insets, grow=1
    )


def missing_line(id: str, words: str) -> TextBlock:
    """Words that say what is missing, in a quiet frame that keeps its height."""
    return TextBlock(
        id,
        texts((words,)),
        align="center",
        anchor="middle",
        fill="pale_fill",
        border=_QUIET,
        insets=Insets(10, 10, 10, 10),
        even=True,
    )
