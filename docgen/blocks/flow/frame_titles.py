"""The titles of frames: the height that they take inside the frame's upper edge, and the frame's text."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.layout.style import Style
from docgen.placed import Align, Box, Insets, TextBody

_ROLE = "flow_group"
_INSET_X = 6.0
_INSET_Y = 3.0


def title_height(title: str, width: float, style: Style) -> float:
    """The height of a frame's title in a frame of this width; 0 where it has none."""
    if not title:
        return 0.0
    body = TextBody((style.text(_ROLE).paragraph(title),))
    return style.measure.height(body, max(1.0, width - 2 * _INSET_X)) + _INSET_Y


def title_body(title: str, frame: Box, crossed: Sequence[float], style: Style) -> TextBody | None:
    """The frame's text: its title at the upper edge, where no line enters the frame.

    ``crossed`` are the places across the frame, from its left, at which lines come in from above. The title
    stands at the left where that is free, else at the right or in the middle.
    """
    if not title:
        return None
    paragraph = style.text(_ROLE).paragraph(title)
    natural = min(style.measure.natural_width(paragraph), frame.width - 2 * _INSET_X)
    starts: tuple[tuple[Align, float], ...] = (
        ("left", _INSET_X),
        ("right", frame.width - _INSET_X - natural),
        ("center", (frame.width - natural) / 2),
    )
    free = (
        align
        for align, start in starts
        if not any(start - 2 < place < start + natural + 2 for place in crossed)
    )
    align: Align = next(free, "left")
    insets = Insets(_INSET_X, _INSET_Y, _INSET_X, 0)
    return TextBody((style.text(_ROLE).paragraph(title, align=align),), insets, "top")
