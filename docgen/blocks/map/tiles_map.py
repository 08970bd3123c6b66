"""A map of Japan by prefecture: one native, named square each, arranged as the country lies.

Every square is a shape of its own, named by its prefecture (``…/tokyo``), so that it can be recoloured in
PowerPoint. Values are shown by the fill, places by numbers under the prefecture's name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from docgen.blocks.map.prefectures import COLUMNS, PREFECTURES, ROWS, Prefecture
from docgen.layout.pack import Stroke
from docgen.layout.style import Style, line
from docgen.placed import Box, Insets, Mark, Paragraph, ShapeMark, TextBody

# Between two squares (points), and within a square beside its text.
_GAP = 2.0
_INSETS = Insets(1, 2, 1, 2)
# A square is no flatter than this, as height by width.
_LEAST_HEIGHT = 0.78
_BORDER = Stroke(colour="rule", width=0.75)


@dataclass(frozen=True, slots=True)
class Tile:
    """How a prefecture is shown: fill, border, colour of its text, and a text under its name."""

    fill: str = "paper"
    border: Stroke = _BORDER
    text: str = ""
    text_colour: str = "ink"


@dataclass(frozen=True, slots=True)
class PrefectureMap:
    """The map; ``tiles`` say by prefecture id what differs from ``plain``. It takes at most ``widest`` points."""

    id: str
    tiles: Mapping[str, Tile] = field(default_factory=dict)
    plain: Tile = Tile()
    role: str = "legend"
    widest: float = 620
    grow: float = 1

    def height(self, width: float, style: Style) -> float:
        """The height of all rows of squares, each as high as the fullest of them needs."""
        return ROWS * (self._least(self._width(width), style) + _GAP) - _GAP

    def tallest(self, width: float, style: Style) -> float:
        """The height at which the squares are square."""
        return max(self.height(width, style), ROWS * (self._width(width) + _GAP) - _GAP)

    def split(self, room: float, width: float, style: Style) -> None:
        """A map stays whole."""
        return None

    def draw(self, box: Box, style: Style) -> tuple[Mark, ...]:
        """A shape for each prefecture, north to south."""
        width = self._width(box.width)
        height = (min(box.height, self.tallest(box.width, style)) + _GAP) / ROWS - _GAP
        left = box.x + (box.width - COLUMNS * (width + _GAP) + _GAP) / 2
        top = box.y + (box.height - ROWS * (height + _GAP) + _GAP) / 2
        places = (
            Box(left + each.column * (width + _GAP), top + each.row * (height + _GAP), width, height)
            for each in PREFECTURES
        )
        return tuple(self._square(*each, style) for each in zip(PREFECTURES, places, strict=True))

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

    def _width(self, width: float) -> float:
        return (min(width, self.widest) + _GAP) / COLUMNS - _GAP

    def _least(self, width: float, style: Style) -> float:
        heights = (style.measure.height(self._body(each, style), width) for each in PREFECTURES)
        return max(width * _LEAST_HEIGHT, *heights)
