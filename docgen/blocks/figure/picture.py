"""A picture in a box: scaled to fit, never distorted, in the middle."""

from __future__ import annotations

from dataclasses import dataclass

from docgen.layout.style import Style
from docgen.placed import Box, Mark, PictureMark
from docgen.ready import ReadyPicture


@dataclass(frozen=True, slots=True)
class PictureBlock:
    """A picture that takes the room that is left, up to ``largest`` times its own size."""

    id: str
    picture: ReadyPicture
    least: float = 90
    largest: float = 2
    grow: float = 1

    def height(self, width: float, style: Style) -> float:
        """The least height in which the picture can be seen, in points."""
        return min(self.least, self._full(width))

    def tallest(self, width: float, style: Style) -> float:
        """The height of the picture over the whole width, in points."""
        return self._full(width)

    def split(self, room: float, width: float, style: Style) -> None:
        """A picture is never split."""
        return None

    def draw(self, box: Box, style: Style) -> tuple[Mark, ...]:
        """The picture at the top of ``box``, centred."""
        picture = self.picture
        scale = min(box.width / picture.width, box.height / picture.height, self.largest)
        width, height = picture.width * scale, picture.height * scale
        place = Box(box.x + (box.width - width) / 2, box.y, width, height)
        return (PictureMark(self.id, place, picture.png, picture.svg, picture.alt),)

    def _full(self, width: float) -> float:
        return self.picture.height * min(width / self.picture.width, self.largest)
