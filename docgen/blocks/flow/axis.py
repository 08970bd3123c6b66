"""The axes of a flow on the page: across its layers, the way that it runs, and along them."""

from __future__ import annotations

from typing import Literal

from docgen.placed import Box
from docgen.placed.box import Coordinates
from docgen.value import value

Span = tuple[float, float]


@value(frozen=True, slots=True)
class Axis:
    """Which of the page's directions runs ``along`` the layers of a flow, and which ``across`` them.

    >>> DOWN.box((100, 50), across=(0, 20), along=(40, 70))
    Box(x=140, y=50, width=30, height=20)
    """

    along: Literal["x", "y"]
    across: Literal["x", "y"]

    def length(self, box: Box) -> float:
        """The extent of a box along the layers."""
        return box.width if self.along == "x" else box.height

    def point(self, origin: Coordinates, across: float, along: float) -> Coordinates:
        """The point on the page at these distances from ``origin``."""
        x, y = (along, across) if self.along == "x" else (across, along)
        return origin[0] + x, origin[1] + y

    def box(self, origin: Coordinates, across: Span, along: Span) -> Box:
        """The box on the page with these first and last edges, as distances from ``origin``."""
        size = self.point((0, 0), across[1] - across[0], along[1] - along[0])
        return Box(*self.point(origin, across[0], along[0]), *size)


RIGHT = Axis(along="y", across="x")
DOWN = Axis(along="x", across="y")
