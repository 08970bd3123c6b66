"""A framed box with a heading in a band and a block below it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from docgen.blocks.arrange.columns import EqualHeight
from docgen.blocks.arrange.stack import Spacer
from docgen.blocks.block import Block, Laid, Parts
from docgen.blocks.memory import Memory
from docgen.blocks.text.items import TextItem
from docgen.blocks.text.text import TextBlock
from docgen.layout.pack import Stroke
from docgen.layout.style import Style, line
from docgen.placed import Box, Insets, Mark, ShapeMark
from docgen.value import value

_FRAME = Stroke(colour="rule", width=0.75)
_INSETS = Insets(10, 8, 10, 8)
# Over and under the heading in its band, in points.
_BAND_INSET = 3.0


@value(frozen=True, slots=True)
class Panel(Block):
    """``heading`` in a band filled with ``band``, ``body`` below it; no band where the heading is empty.

    ``insets`` are those of the body; above and below they follow the style's spaces. The panel fills the
    height that it is given, so that panels side by side are equally high.
    """

    id: str
    heading: str
    body: Block
    role: str = "panel_heading"
    band: str = "navy"
    fill: str | None = None
    border: Stroke | None = _FRAME
    insets: Insets = _INSETS
    share: float | None = None
    beside: tuple[str, ...] = ()
    """The headings of a row of panels of one width, this one's among them: their bands are equally high."""

    @property
    def grow(self) -> float:
        """``share``, or that of the body."""
        return self.body.grow if self.share is None else self.share

    def lay_out(self, width: float, style: Style, memory: Memory) -> Laid:
        """The body with the band and the insets around it."""
        band = memory.once(self._band).laid(width, style, memory)
        body = self.body.laid(self._inner_width(width), style, memory)
        around = self._around(band, style)
        return Laid(
            around + body.height,
            partial(self._draw, band, body, style),
            partial(self._split, body, around),
            around + body.tallest,
        )

    def estimate(self, width: float, style: Style, memory: Memory) -> float:
        """The band, the insets and the body's estimate."""
        band = memory.once(self._band).laid(width, style, memory)
        return self._around(band, style) + self.body.estimate(self._inner_width(width), style, memory)

    def _band(self) -> Block:
        if not self.heading:
            return Spacer()
        own = self._headed(self.heading)
        others = (self._headed(heading) for heading in self.beside if heading != self.heading)
        return EqualHeight((own, *others), 0) if self.beside else own

    def _headed(self, heading: str) -> Block:
        insets = Insets(self.insets.left, _BAND_INSET, self.insets.right, _BAND_INSET)
        items = (TextItem(heading),)
        return TextBlock(f"{self.id}/heading", items, self.role, anchor="middle", fill=self.band, insets=insets)

    def _inner_width(self, width: float) -> float:
        return width - self.insets.left - self.insets.right

    def _around(self, band: Laid, style: Style) -> float:
        """The height of all but the body."""
        insets = style.insets(self.insets)
        return band.height + (insets.top + insets.bottom)

    def _draw(self, band: Laid, body: Laid, style: Style, box: Box) -> tuple[Mark, ...]:
        """The frame, the band with the heading, and the body."""
        frame = ShapeMark(f"{self.id}/frame", box, fill=self.fill, line=line(self.border))
        below = Box(box.x, box.y + band.height, box.width, box.height - band.height)
        inner = below.inside(style.insets(self.insets))
        return (frame, *band.draw(Box(box.x, box.y, box.width, band.height)), *body.draw(inner))

    def _split(self, body: Laid, around: float, room: float, fairly: bool = False) -> Parts | None:
        """The body parted; the heading stands over both parts."""
        parts = body.split(room - around, fairly) if room > around else None
        return None if parts is None else (replace(self, body=parts[0]), replace(self, body=parts[1]))


def in_a_row(panels: Iterable[Panel]) -> tuple[Panel, ...]:
    """Panels of one width that stand beside each other: with bands as high as the highest of them."""
    row = tuple(panels)
    headings = tuple(panel.heading for panel in row)
    return tuple(replace(panel, beside=headings) for panel in row)
