"""A picture in a box: scaled to fit, never distorted, in the middle."""

from __future__ import annotations

from docgen.blocks.block import Block, Laid
from docgen.blocks.memory import Memory
from docgen.layout.style import Style
from docgen.placed import Box, Mark, PictureMark
from docgen.ready import ReadyPicture
from docgen.value import value


@value(frozen=True, slots=True)
class PictureBlock(Block):
    """A picture that takes the room that is left, up to ``largest`` times its own size.

    It can be seen at ``least`` points of height.
    """

    id: str
    picture: ReadyPicture
    least: float = 90
    largest: float = 2
    grow: float = 1

    def lay_out(self, width: float, style: Style, memory: Memory) -> Laid:
        """At most as high as the picture over the whole width, in points."""
        full = self.picture.height * min(width / self.picture.width, self.largest)
        return Laid(min(self.least, full), self._draw, tallest=full)

    def _draw(self, box: Box) -> tuple[Mark, ...]:
        """The picture at the top of ``box``, centred."""
        picture = self.picture
        scale = min(box.width / picture.width, box.height / picture.height, self.largest)
        width, height = picture.width * scale, picture.height * scale
        place = Box(box.x + (box.width - width) / 2, box.y, width, height)
        return (PictureMark(self.id, place, picture.image, picture.svg, picture.alt),)
