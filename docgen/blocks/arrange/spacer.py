"""Empty room: it pushes what follows to the foot of the page, or holds a place in a row of columns."""

from __future__ import annotations

from dataclasses import dataclass

from docgen.layout.style import Style
from docgen.placed import Box, Mark


@dataclass(frozen=True, slots=True)
class Spacer:
    """``least`` points of room, which follow the style's spaces, and a share of the spare height."""

    least: float = 0
    grow: float = 0

    def height(self, width: float, style: Style) -> float:
        """The least room at this style."""
        return style.space(self.least)

    def split(self, room: float, width: float, style: Style) -> None:
        """Room cannot be parted."""
        return None

    def draw(self, box: Box, style: Style) -> tuple[Mark, ...]:
        """No marks."""
        return ()
