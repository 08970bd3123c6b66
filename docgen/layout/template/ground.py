"""What lies behind a place on a template's page: the page, and the shapes of slide layout and master over it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product

from docgen.layout.rgb import contrast, mixed
from docgen.layout.template.values import (
    Drawn,
    TemplateColour,
    TemplateLayout,
    TemplateMaster,
    TemplatePlaceholder,
)
from docgen.placed import Box

# A shape lies behind a text where it lies behind so much of its box; one that cuts into it covers it.
_BEHIND = 0.6
_TOUCHING = 1.0
# A rule is as thin as this, and text keeps as far from the edges of its box (points).
_THIN = 3.0

Grounds = tuple[TemplateColour, ...]
"""The colours that may lie behind a place; none where that is not known, as of a picture."""


def grounds(box: Box, layout: TemplateLayout, master: TemplateMaster) -> Grounds:
    """The colours that lie behind a box on a slide layout, as what is drawn there stands over each other."""
    known = layout.background
    for drawn in layout.drawn:
        if drawn.filled and lies_behind(drawn.box, box):
            known = _over(known, drawn, master)
    return known


def ground_of(
    place: TemplatePlaceholder, box: Box, layout: TemplateLayout, master: TemplateMaster
) -> TemplateColour | None:
    """Of the colours behind a placeholder's text in ``box`` the one that it stands out from least; None if not known."""
    behind = (place.fill,) if place.fill is not None else grounds(box, layout, master)
    return least_readable(master.rgb(place.colour), behind, master)


def least_readable(text: str, behind: Grounds, master: TemplateMaster) -> TemplateColour | None:
    """Of the colours ``behind`` a text (RGB) the one that it stands out from least; None of none."""
    return min(behind, key=lambda colour: contrast(text, master.rgb(colour)), default=None)


def lies_behind(shape: Box, box: Box) -> bool:
    """Whether a shape is the ground of a box, and not something that cuts into it."""
    return shape.contains(box, _TOUCHING) or shared(shape, box) >= _BEHIND * box.width * box.height > 0


def shared(first: Box, second: Box) -> float:
    """The area that two boxes share."""
    width = min(first.right, second.right) - max(first.x, second.x)
    height = min(first.bottom, second.bottom) - max(first.y, second.y)
    return max(0.0, width) * max(0.0, height)


def hindrances(box: Box, drawn: Iterable[Drawn]) -> Sequence[Drawn]:
    """What is drawn in a box and is not its ground: what a text there would cover, or be covered by.

    A frame around the box, and a rule along its edge, are in nobody's way.
    """
    return [
        each
        for each in drawn
        if each.box.overlaps(box, _TOUCHING) and not lies_behind(each.box, box) and not _is_edge(each.box, box)
    ]


def _is_edge(drawn: Box, box: Box) -> bool:
    """Whether a rule runs along an edge of a box, where no text comes."""
    flat, thin = drawn.height <= _THIN, drawn.width <= _THIN
    across = flat and (drawn.bottom <= box.y + _THIN or drawn.y >= box.bottom - _THIN)
    return across or (thin and (drawn.right <= box.x + _THIN or drawn.x >= box.right - _THIN))


def _over(below: Grounds, drawn: Drawn, master: TemplateMaster) -> Grounds:
    if drawn.opacity >= 1 or not drawn.colours or not below:
        return drawn.colours
    pairs = product(below, drawn.colours)
    return tuple(
        TemplateColour(rgb=mixed(master.rgb(under), master.rgb(over), drawn.opacity)) for under, over in pairs
    )
