"""A map of Japan by prefecture: one native, named square each, arranged as the country lies.

Every square is a shape of its own, named by its prefecture (``…/tokyo``), so that it can be recoloured in
PowerPoint. Values are shown by the fill, places by numbers under the prefecture's name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from functools import partial

from docgen.blocks.block import Block, Laid
from docgen.blocks.map.prefectures import COLUMNS, PREFECTURES, ROWS, Prefecture
from docgen.blocks.memory import Memory
from docgen.layout.pack import Stroke
from docgen.layout.style import Style, line
from docgen.placed import Box, Insets, Mark, Paragraph, ShapeMark, TextBody
from docgen.value import value

# Between two squares (points), and within a square beside its text.
_GAP = 2.0
_INSETS = Insets(1, 2, 1, 2)
# A square is no flatter than this, as height by width.
_LEAST_HEIGHT = 0.78
_BORDER = Stroke(colour="rule", width=0.75)


@value(frozen=True, slots=True)
class Tile:
    """How a prefecture is shown: fill, border, colour of its text, and a text under its name."""

    fill: str = "paper"
    border: Stroke = _BORDER
    text: str = ""
    text_colour: str = "ink"


@value(frozen=True, slots=True)
class PrefectureMap(Block):
    """The map; ``tiles`` say by prefecture id what differs from ``plain``. It takes at most ``widest`` points."""

    id: str
    tiles: Mapping[str, Tile] = field(default_factory=dict)
    plain: Tile = Tile()
    role: str = "legend"
    widest: float = 620
    grow: float = 1

    def lay_out(self, width: float, style: Style, memory: Memory) -> Laid:
        """All rows of squares, each as high as the fullest of them needs, and at most so high that they are square."""
        across = (min(width, self.widest) + _GAP) / COLUMNS - _GAP
        height = ROWS * (self._least(across, style) + _GAP) - _GAP
        tallest = max(height, ROWS * (across + _GAP) - _GAP)
        return Laid(height, partial(self._draw, across, tallest, style), tallest=tallest)

    def _draw(self, width: float, tallest: float, style: Style, box: Box) -> tuple[Mark, ...]:
        """A shape for each prefecture, north to south."""
        height = (min(box.height, tallest) + _GAP) / ROWS - _GAP
        left = box.x + (box.width - COLUMNS * (width + _GAP) + _GAP) / 2
        top = box.y + (box.height - ROWS * (height + _GAP) + _GAP) / 2
        places = (
            Box(left + prefecture.column * (width + _GAP), top + prefecture.row * (height + _GAP), width, height)
            for prefecture in PREFECTURES
        )
        return tuple(self._square(*pair, style) for pair in zip(PREFECTURES, places, strict=True))

    def _square(self, prefecture: Prefecture, box: Box, style: Style) -> ShapeMark:
        tile = self._tile(prefecture)
        return ShapeMark(
            f"{self.id}/{prefecture.id}",
            box,
            fill=tile.fill,
            line=line(tile.border),
            body=self._body(prefecture, style),
            alt=f"{prefecture.name} {tile.text}".strip(),
        )

    def _tile(self, prefecture: Prefecture) -> Tile:
        return self.tiles.get(prefecture.id, self.plain)

    def _body(self, prefecture: Prefecture, style: Style) -> TextBody:
        look, tile = style.text(self.role), self._tile(prefecture)
        name = f"**{prefecture.short}**" if tile.text else prefecture.short
        coloured = [f"{{{tile.text_colour}|{text}}}" for text in (name, tile.text) if text]
        return TextBody(tuple(Paragraph(look.runs(text), look.pitch, "center") for text in coloured), _INSETS, "middle")

    def _least(self, width: float, style: Style) -> float:
        heights = (style.measure.height(self._body(prefecture, style), width) for prefecture in PREFECTURES)
        return max(width * _LEAST_HEIGHT, *heights)
