"""A framed box with a heading in a band and a block below it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from docgen.blocks.block import Block
from docgen.blocks.measured import height_of
from docgen.blocks.parting import about, part, tallest
from docgen.blocks.text.items import TextItem, paragraphs
from docgen.layout.pack import Stroke
from docgen.layout.style import Style, line
from docgen.placed import Box, Insets, Mark, ShapeMark, TextBody

_FRAME = Stroke(colour="rule", width=0.75)
_INSETS = Insets(10, 8, 10, 8)


@dataclass(frozen=True, slots=True)
class Panel:
    """``heading`` in a band filled with ``band``, ``body`` below it; no band where the heading is empty.

    ``insets`` are those of the body; above and below they follow the style's spaces. The panel fills the
    height that it is given, so that panels side by side are equally high.
    """

    id: str
    heading: str
    body: Block
    role: str = "panel_heading"
    band: str | None = "navy"
    fill: str | None = None
    border: Stroke | None = _FRAME
    insets: Insets = _INSETS
    share: float | None = None
    keep_with_next: bool = False

    @property
    def grow(self) -> float:
        """``share``, or that of the body."""
        return self.body.grow if self.share is None else self.share

    def height(self, width: float, style: Style) -> float:
        """The band, the body and its insets."""
        return self._around(width, style) + height_of(self.body, self._inner(width), style)

    def about(self, width: float, style: Style) -> float:
        """The band, the insets and what the body can tell."""
        return self._around(width, style) + about(self.body, self._inner(width), style)

    def tallest(self, width: float, style: Style) -> float:
        """The band, the insets and the most that the body can fill."""
        return self._around(width, style) + tallest(self.body, self._inner(width), style)

    def split(self, room: float, width: float, style: Style) -> tuple[Block, Block] | None:
        """The body parted; the heading stands over both parts."""
        return self._part(room, width, style, fairly=False)

    def split_fairly(self, room: float, width: float, style: Style) -> tuple[Block, Block] | None:
        """As :meth:`split`, without a poor part."""
        return self._part(room, width, style, fairly=True)

    def draw(self, box: Box, style: Style) -> tuple[Mark, ...]:
        """The frame, the band with the heading, and the body."""
        band = self._band_height(box.width, style)
        top, bottom = style.space(self.insets.top), style.space(self.insets.bottom)
        inner = Box(
            box.x + self.insets.left,
            box.y + band + top,
            self._inner(box.width),
            box.height - band - top - bottom,
        )
        marks: list[Mark] = [
            ShapeMark(f"{self.id}/frame", box, fill=self.fill, line=line(self.border)),
        ]
        if self.heading:
            place = Box(box.x, box.y, box.width, band)
            marks.append(ShapeMark(f"{self.id}/heading", place, fill=self.band, body=self._heading(style)))
        return (*marks, *self.body.draw(inner, style))

    def _inner(self, width: float) -> float:
        return width - self.insets.left - self.insets.right

    def _around(self, width: float, style: Style) -> float:
        edges = style.space(self.insets.top) + style.space(self.insets.bottom)
        return self._band_height(width, style) + edges

    def _band_height(self, width: float, style: Style) -> float:
        return style.measure.height(self._heading(style), width) if self.heading else 0.0

    def _heading(self, style: Style) -> TextBody:
        return style.once(self, "heading", 0, lambda: self._heading_set(style))

    def _heading_set(self, style: Style) -> TextBody:
        items = paragraphs((TextItem(self.heading),), style.text(self.role), style.measure)
        edge = style.space(3)
        return TextBody(items, Insets(self.insets.left, edge, self.insets.right, edge), "middle")

    def _part(self, room: float, width: float, style: Style, *, fairly: bool) -> tuple[Block, Block] | None:
        inner_room = room - self._around(width, style)
        if inner_room <= 0:
            return None
        parts = part(self.body, inner_room, self._inner(width), style, fairly=fairly)
        if parts is None:
            return None
        return replace(self, body=parts[0]), replace(self, body=parts[1])
