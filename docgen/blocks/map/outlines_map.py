"""A map of Japan by prefecture in its real outlines: one native, named freeform shape prefecture.

Every prefecture can be recoloured in PowerPoint and edited point by point. Values are shown by the fill,
places by numbers; the islands of Okinawa and Amami lie in an inset.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from functools import partial
from math import fsum

from docgen.blocks.block import Block, Laid
from docgen.blocks.map.labels import Land, Surroundings, free_spot
from docgen.blocks.map.outlines import Country, Outline, Ring, country
from docgen.blocks.map.prefectures import PREFECTURES, Prefecture
from docgen.blocks.map.tiles_map import Tile
from docgen.blocks.memory import Memory
from docgen.layout.pack import Stroke as Border
from docgen.layout.style import Style, TextStyle, line
from docgen.placed import Box, Insets, Line, Mark, Paragraph, ShapeMark, TextBody
from docgen.placed.box import Stroke, nearest_in
from docgen.value import value

# The land is background: its borders are quieter than the rules of the page.
PLAIN_BORDER = Border(colour="light_rule", width=0.75)
_PLAIN = Tile(border=PLAIN_BORDER)
_FRAME = Line("light_rule", 0.5)
# Around the islands of the inset, in points.
_FRAME_PAD = 4.0
_LEADER = 0.75
_PLAIN_LEADER = "text_grey"
# Room in a label beside and above its text (points).
_PAD = (3.0, 1.0)


@value(frozen=True, slots=True)
class CountryMap(Block):
    """The map; ``tiles`` say by prefecture id what differs from ``plain``. It takes at most ``widest`` points.

    A tile's text stands with the prefecture's name in its shape where it has room, else beside with a line
    to the prefecture. Only prefectures in ``labelled`` show theirs (None for all); the texts of all are said
    in the shapes' alternative texts, and after ``alt`` in the one of the map.
    """

    id: str
    tiles: Mapping[str, Tile] = field(default_factory=dict)
    plain: Tile = _PLAIN
    labelled: frozenset[str] | None = None
    role: str = "legend"
    alt: str = ""
    least: float = 260
    widest: float = 620
    grow: float = 1

    def lay_out(self, width: float, style: Style, memory: Memory) -> Laid:
        """At most as high as the map over the whole width."""
        across = min(width, self.widest) - 2 * _FRAME_PAD
        tallest = across * country().height / country().width + _FRAME_PAD
        return Laid(min(self.least, tallest), partial(self._draw, style), tallest=tallest)

    def _draw(self, style: Style, box: Box) -> tuple[Mark, ...]:
        """The inset's frame, a shape for prefecture prefecture, and the labels that stand beside theirs."""
        sheet = _Sheet.within(box, self.widest)
        frame = self._frame(sheet)
        marks = [frame]
        beside: list[Prefecture] = []
        around = Surroundings(box, sheet.land).with_label(frame.box)
        # Prefectures that say something come last, so that their borders are whole.
        for prefecture in sorted(PREFECTURES, key=lambda prefecture: prefecture.id in self.tiles):
            inner = self._inside(prefecture, sheet, style)
            if inner is not None:
                around = around.with_label(inner[0])
            elif self._is_labelled(prefecture):
                beside.append(prefecture)
            marks.extend(self._shapes(prefecture, sheet, inner))
        for prefecture in beside:
            room = replace(around, within=frame.box, taken=around.taken[1:])
            inset = not sheet.outline(prefecture).rings
            label, leader = self._beside(prefecture, sheet, style, room if inset else around)
            around = around.with_label(label.box, leader)
            if leader is not None:
                marks.append(self._leader(prefecture, leader))
            marks.append(label)
        return tuple(marks)

    def _tile(self, prefecture: Prefecture) -> Tile:
        return self.tiles.get(prefecture.id, self.plain)

    def _is_labelled(self, prefecture: Prefecture) -> bool:
        wanted = self.labelled is None or prefecture.id in self.labelled
        return wanted and bool(self._tile(prefecture).text)

    def _frame(self, sheet: _Sheet) -> ShapeMark:
        told = [prefecture for prefecture in PREFECTURES if prefecture.id in self.tiles]
        said = [f"{prefecture.name} {self.tiles[prefecture.id].text}" for prefecture in told]
        alt = "。".join(part for part in (self.alt or "都道府県の地図", "、".join(said)) if part)
        right, bottom = (side * sheet.scale + 2 * _FRAME_PAD for side in sheet.country.inset)
        place = Box(sheet.x - _FRAME_PAD, sheet.y - _FRAME_PAD, right, bottom)
        return ShapeMark(f"{self.id}/inset", place, line=_FRAME, alt=alt)

    def _shapes(
        self, prefecture: Prefecture, sheet: _Sheet, inner: tuple[Box, TextBody] | None
    ) -> Iterable[ShapeMark]:
        tile, outline = self._tile(prefecture), sheet.outline(prefecture)
        alt = f"{prefecture.name} {tile.text}".strip()
        shown = {prefecture.id: outline.rings or outline.inset}
        if outline.rings and outline.inset:
            shown[f"{prefecture.id}-inset"] = outline.inset
        for name, rings in shown.items():
            box, points = sheet.placed(rings)
            body = _set_in(inner, box) if inner is not None and name == prefecture.id else None
            yield ShapeMark(f"{self.id}/{name}", box, "rect", tile.fill, line(tile.border), body, alt, points)

    def _inside(self, prefecture: Prefecture, sheet: _Sheet, style: Style) -> tuple[Box, TextBody] | None:
        """Where the prefecture's text stands in it, on two lines or on one; None where it has no room."""
        tile = self._tile(prefecture)
        if not self._is_labelled(prefecture):
            return None
        look = style.text(self.role)
        name = f"**{prefecture.short}**"
        x, y, room = sheet.label(prefecture)
        for lines in ((name, tile.text), (f"{name} {tile.text}",)):
            body = _body(lines, tile.text_colour, look)
            width, height = _size(body, style)
            place = Box(x - width / 2, y - height / 2, width, height)
            if math.hypot(width / 4, height / 2) <= room or sheet.holds(prefecture, place):
                return place, body
        return None

    def _beside(
        self, prefecture: Prefecture, sheet: _Sheet, style: Style, around: Surroundings
    ) -> tuple[ShapeMark, Stroke | None]:
        """A label beside the prefecture and the stroke that leads to it; None where it stands on its place."""
        tile = self._tile(prefecture)
        body = _body((f"**{prefecture.short}** {tile.text}",), "ink", style.text(self.role))
        width, height = _size(body, style)
        x, y, _ = sheet.label(prefecture)
        spot = free_spot((x, y), (width + 2 * _PAD[0], height + 2 * _PAD[1]), around)
        alt = f"{prefecture.name} {tile.text}"
        name = f"{self.id}/{prefecture.id}-label"
        label = ShapeMark(name, spot, "rect", "paper", self._pen(prefecture), body, alt)
        end = nearest_in(spot, (x, y))
        return label, None if end == (x, y) else ((x, y), end)

    def _leader(self, prefecture: Prefecture, leader: Stroke) -> ShapeMark:
        (x, y), end = leader
        left, top = min(x, end[0]), min(y, end[1])
        place = Box(left, top, abs(x - end[0]), abs(y - end[1]))
        path = ((x - left, y - top), (end[0] - left, end[1] - top))
        return ShapeMark(f"{self.id}/{prefecture.id}-leader", place, line=self._pen(prefecture), outline=(path,))

    def _pen(self, prefecture: Prefecture) -> Line:
        """The line of a label and its leader: in the colour of the prefecture's own border, else quiet."""
        colour = self._tile(prefecture).border.colour
        return Line(_PLAIN_LEADER if colour == self.plain.border.colour else colour, _LEADER)


@value(frozen=True, slots=True)
class _Sheet:
    """The map on the page: its left top and points a unit."""

    country: Country
    x: float
    y: float
    scale: float

    @classmethod
    def within(cls, box: Box, widest: float) -> _Sheet:
        """The largest map in the middle of a box."""
        japan, height = country(), box.height - _FRAME_PAD
        scale = min((min(box.width, widest) - 2 * _FRAME_PAD) / japan.width, height / japan.height)
        x = box.x + (box.width - japan.width * scale) / 2
        return cls(japan, x, box.y + _FRAME_PAD + (height - japan.height * scale) / 2, scale)

    def outline(self, prefecture: Prefecture) -> Outline:
        """The outline of a prefecture, in units."""
        return self.country.prefectures[prefecture.id]

    def label(self, prefecture: Prefecture) -> tuple[float, float, float]:
        """Where a prefecture's label stands on the page, and its room, in points."""
        outline, scale = self.outline(prefecture), self.scale
        return self.x + outline.label[0] * scale, self.y + outline.label[1] * scale, outline.room * scale

    def holds(self, prefecture: Prefecture, box: Box) -> bool:
        """Whether a box of the page lies in the prefecture: its corners and the middles of its edges do."""
        outline = self.outline(prefecture)
        downs = (box.y, box.y + box.height / 2, box.bottom)
        points = ((x, y) for x in (box.x, box.x + box.width / 2, box.right) for y in downs)
        return all(outline.holds((x - self.x) / self.scale, (y - self.y) / self.scale) for x, y in points)

    def placed(self, rings: tuple[Ring, ...]) -> tuple[Box, tuple[tuple[tuple[float, float], ...], ...]]:
        """Rings on the page: the box around them, and their points in it."""
        across = [x for ring in rings for x, _ in ring]
        down = [y for ring in rings for _, y in ring]
        left, top, scale = min(across), min(down), self.scale
        box = Box(
            self.x + left * scale, self.y + top * scale, (max(across) - left) * scale, (max(down) - top) * scale
        )
        return box, tuple([tuple([((x - left) * scale, (y - top) * scale) for x, y in ring]) for ring in rings])

    @property
    def land(self) -> Land:
        """Where on the page there is land."""
        return Land(self.country.land, self.country.cell * self.scale, self.x, self.y)


def _body(lines: Iterable[str], colour: str, look: TextStyle) -> TextBody:
    texts = (look.runs(f"{{{colour}|{text}}}") for text in lines)
    return TextBody(tuple(Paragraph(runs, look.pitch, "center") for runs in texts), anchor="middle")


def _size(body: TextBody, style: Style) -> tuple[float, float]:
    """The width and height of a label's text, with a reserve so that it never breaks."""
    width = max(style.measure.natural_width(paragraph) for paragraph in body.paragraphs)
    return width + 2, fsum(paragraph.pitch for paragraph in body.paragraphs)


def _set_in(inner: tuple[Box, TextBody], box: Box) -> TextBody:
    """The text of a shape whose insets leave the label's place alone."""
    place, body = inner
    insets = Insets(place.x - box.x, place.y - box.y, box.right - place.right, box.bottom - place.bottom)
    return TextBody(body.paragraphs, insets, body.anchor)
