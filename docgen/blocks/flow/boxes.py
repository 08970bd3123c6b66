"""What a flow is made of: boxes with their looks, columns of boxes, heads, frames around boxes."""

from __future__ import annotations

from docgen.placed import Align, Line
from docgen.value import value


@value(frozen=True, slots=True)
class BoxLook:
    """How a box looks: text role, fill and border by palette colour, a mark that hangs before the text."""

    role: str = "flow_box"
    fill: str | None = None
    border: Line | None = None
    mark: str = ""
    mark_colour: str = "ink"
    geometry: str = "rect"
    align: Align = "left"


@value(frozen=True, slots=True)
class FlowBox:
    """One box: its text (inline markup allowed), a caption in small print and figures below it.

    ``id`` is unique within the flow. ``cells`` stand under the column's ``cells`` heads, figures aligned on
    their decimal points. ``new_page`` asks that a page begins with this box (first column only). Words in
    the palette colour ``underlined`` are underlined too, ``struck`` strikes all words through. ``signs``
    name what else a legend should explain of the box.
    """

    id: str
    text: str
    look: BoxLook = BoxLook()
    caption: str = ""
    cells: tuple[str, ...] = ()
    new_page: bool = False
    underlined: str | None = None
    struck: bool = False
    signs: frozenset[str] = frozenset()


@value(frozen=True, slots=True)
class FlowColumn:
    """Boxes of one rank, in the content's order, under a head.

    ``share`` is the column's part of the width relative to the others; ``fixed`` keeps the content's order
    whatever crosses; ``cells`` are the heads of the figures in its boxes.
    """

    boxes: tuple[FlowBox, ...]
    head: str = ""
    share: float = 1
    fixed: bool = False
    cells: tuple[str, ...] = ()


@value(frozen=True, slots=True)
class FlowFrame:
    """A frame around the boxes with the ids ``boxes``, with a title inside its upper edge.

    ``id`` is unique among the flow's frames; fill and border are by palette colour.
    """

    id: str
    title: str
    boxes: tuple[str, ...]
    fill: str | None = None
    border: Line | None = None


@value(frozen=True, slots=True)
class Heads:
    """What stands over a flow beside its columns' own heads.

    ``title`` is the title over the first ``title_columns`` columns; in a flow downwards it stands over everything.
    Fills of heads and title are by palette colour.
    """

    title: str = ""
    title_columns: int = 0
    fill: str | None = None
    title_fill: str | None = None
