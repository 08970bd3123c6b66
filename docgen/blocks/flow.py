"""Columns of boxes with connectors between them, laid out by themselves.

Serves measure charts, method pages, logic charts and organisation diagrams. Boxes are as high as their
texts ask, stand in the order with the fewest crossings, and are centred on what they connect to; spare height
goes into boxes and gaps alike. Connectors are glued to the boxes and run around them. A link may lead
backward (a cycle is drawn as such) and may skip columns.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from docgen.blocks.flow_box import FlowBox, FlowColumn
from docgen.blocks.flow_head import Heads, drawn_heads, heads_height
from docgen.blocks.flow_layout import (
    Edges,
    Laid,
    Ordered,
    arranged,
    box_width_down,
    edges_of,
    gutters,
    laid_down,
    laid_right,
    least_down,
    least_right,
    spaces_right,
    texts_down,
    texts_right,
)
from docgen.blocks.flow_text import BoxText
from docgen.blocks.flow_width import levelled_widths, shared_widths
from docgen.layout.style import Style
from docgen.placed import Box, ConnectorMark, Glue, Line, Mark, ShapeMark

_UNDER_HEADS = 6.0
_NO_HEADS = Heads()
_TOP, _LEFT, _BOTTOM, _RIGHT = range(4)


@dataclass(frozen=True, slots=True)
class Flow:
    """Columns (rows, where the direction is down) of boxes, and links between box ids in any direction.

    ``id`` begins the ids of all marks. ``heads`` and the columns' heads are drawn in a flow to the right.
    ``line`` is how connectors look; by default as the rules of tables.
    """

    id: str
    columns: tuple[FlowColumn, ...]
    links: tuple[tuple[str, str], ...] = ()
    direction: Literal["right", "down"] = "right"
    heads: Heads = _NO_HEADS
    line: Line | None = None
    arrow: bool = False

    @property
    def grow(self) -> float:
        """A flow takes all the height that is left."""
        return 1.0

    def height(self, width: float, style: Style) -> float:
        """The least height: with the widths of columns shifted for the fullest of them."""
        order = arranged(self.columns, self.links, self.id)
        if self.direction == "down":
            return least_down(
                self.columns, order, texts_down(self.columns, box_width_down(order, width, style), style)
            )
        edges = self._edges(order, width, style, levelled=True)
        return self._heads_room(edges, style) + least_right(
            order, texts_right(self.columns, edges, style), style
        )

    def split(self, room: float, width: float, style: Style) -> tuple[Flow, Flow] | None:
        """The first boxes with all that follows from them, as many as fit ``room``, and the rest.

        None where not even one fits, where there is one only, and in a flow downwards.
        """
        if self.direction == "down" or not self.columns:
            return None
        count = self.first_page
        for part in range(count if count < len(self.columns[0].boxes) else count - 1, 0, -1):
            head = self.part(0, part)
            if head.height(width, style) <= room:
                return head, self.part(part, len(self.columns[0].boxes))
        return None

    @property
    def first_page(self) -> int:
        """How many boxes of the first column may stand on the first page: those before a ``new_page``."""
        boxes = self.columns[0].boxes if self.columns else ()
        return next((number for number, box in enumerate(boxes) if number and box.new_page), len(boxes))

    def part(self, first: int, last: int) -> Flow:
        """The flow of some boxes of the first column with all that they lead to.

        A box that nothing leads to goes with the box before it in its column. A box that boxes of several
        parts lead to is in each of them.
        """
        kept = {box.id for box in self.columns[0].boxes[first:last]}
        whole = {box.id for box in self.columns[0].boxes}
        columns = [replace(self.columns[0], boxes=self.columns[0].boxes[first:last])]
        for column in self.columns[1:]:
            led = {end for start, end in self.links if start in whole}
            boxes: list[FlowBox] = []
            beside = first == 0
            for box in column.boxes:
                reached = any(start in kept and end == box.id for start, end in self.links)
                beside = reached if box.id in led else beside
                boxes += [box] if beside else []
            kept |= {box.id for box in boxes}
            whole |= {box.id for box in column.boxes}
            columns.append(replace(column, boxes=tuple(boxes)))
        links = tuple(link for link in self.links if link[0] in kept and link[1] in kept)
        return replace(self, columns=tuple(columns), links=links)

    def draw(self, box: Box, style: Style) -> tuple[Mark, ...]:
        """Heads, boxes and connectors within ``box``."""
        order = arranged(self.columns, self.links, self.id)
        if self.direction == "down":
            width = box_width_down(order, box.width, style)
            texts = texts_down(self.columns, width, style)
            return self._marks(laid_down(self.columns, order, texts, width, box, style), style)
        edges, texts, room = self._fitting(order, box, style)
        body = Box(box.x, box.y + room, box.width, box.height - room)
        heads = drawn_heads(self.id, self.heads, self.columns, edges, box, style)
        return (*heads, *self._marks(laid_right(order, texts, edges, body, style), style))

    def _fitting(self, order: Ordered, box: Box, style: Style) -> tuple[Edges, dict[str, BoxText], float]:
        """Edges, texts and the heads' room: with the columns' own shares where that fits, else shifted."""
        for levelled in (False, True):
            edges = self._edges(order, box.width, style, levelled=levelled)
            texts = texts_right(self.columns, edges, style)
            room = self._heads_room(edges, style)
            if room + least_right(order, texts, style) <= box.height:
                break
        return edges, texts, room

    def _edges(self, order: Ordered, width: float, style: Style, *, levelled: bool) -> Edges:
        between = gutters(order)
        free = width - sum(between) - (edges_of([0], (), order)[0][0])
        if levelled:
            widths = levelled_widths(self.columns, free, spaces_right(style).least, style)
        else:
            widths = shared_widths(self.columns, free)
        return edges_of(widths, between, order)

    def _heads_room(self, edges: Edges, style: Style) -> float:
        height = heads_height(self.heads, self.columns, edges, style)
        return height + style.space(_UNDER_HEADS) if height else 0.0

    def _marks(self, laid: Laid, style: Style) -> tuple[Mark, ...]:
        looks = {box.id: box.look for column in self.columns for box in column.boxes}
        line = self._line(style)
        shapes = {
            name: ShapeMark(
                f"{self.id}/{name}",
                place,
                looks[name].geometry,
                looks[name].fill,
                looks[name].border,
                laid.texts[name].body,
            )
            for name, place in laid.boxes.items()
        }
        bars = {
            node: ShapeMark(f"{self.id}/{name}", _thick(place, line.width), fill=line.colour)
            for node, (name, place) in laid.bars.items()
        }
        ends: dict[str | int, ShapeMark] = dict([*shapes.items(), *bars.items()])
        connectors = [
            ConnectorMark(
                f"{self.id}/{connector.name}",
                Glue(ends[connector.start].id, _site(ends[connector.start].box, connector.points[0])),
                Glue(ends[connector.end].id, _site(ends[connector.end].box, connector.points[-1])),
                connector.points,
                line,
                self.arrow and connector.end not in bars,
            )
            for connector in laid.connectors
        ]
        return (*shapes.values(), *bars.values(), *connectors)

    def _line(self, style: Style) -> Line:
        rule = style.table.rule
        return self.line or (Line(rule.colour, rule.width, rule.dash) if rule else Line("ink"))


def _thick(bar: Box, width: float) -> Box:
    """A bar with the thickness of a line, its middle where the line would be."""
    if bar.height:
        return Box(bar.x - width / 2, bar.y, width, bar.height)
    return Box(bar.x, bar.y - width / 2, bar.width, width)


def _site(box: Box, point: tuple[float, float]) -> int:
    """The connection site of a box that a point lies on."""
    x, y = point
    distances = (
        (abs(y - box.y) + abs(x - box.x - box.width / 2), _TOP),
        (abs(x - box.x) + abs(y - box.y - box.height / 2), _LEFT),
        (abs(y - box.bottom) + abs(x - box.x - box.width / 2), _BOTTOM),
        (abs(x - box.right) + abs(y - box.y - box.height / 2), _RIGHT),
    )
    return min(distances)[1]
