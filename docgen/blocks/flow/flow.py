"""Columns of boxes with connectors between them, laid out by themselves.

Serves measure charts, method pages, logic charts and organisation diagrams. Boxes are as high as their
texts ask, stand in the order with the fewest crossings, and are centred on what they connect to; spare height
goes into boxes and gaps alike. Connectors are glued to the boxes and run around them. A link may lead
backward (a cycle is drawn as such) and may skip columns.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Literal

from docgen.blocks.block import Block, Laid
from docgen.blocks.flow.boxes import FlowBox, FlowColumn, FlowFrame, Heads
from docgen.blocks.flow.down import height_down, placed_down
from docgen.blocks.flow.draw import flow_marks
from docgen.blocks.flow.plan import Plan, arranged
from docgen.blocks.flow.right import estimated_right, height_right, never_below_right, placed_right
from docgen.blocks.memory import Memory
from docgen.layout.style import Style
from docgen.placed import Box, Line, Mark
from docgen.value import value

_NO_HEADS = Heads()


@value(frozen=True, slots=True)
class Flow(Block):
    """Columns (rows, where the direction is down) of boxes, and links between box ids in any direction.

    ``id`` begins the ids of all marks. The columns' heads stand over columns and at the left of rows.
    ``frames`` hold boxes together under a title; no other box stands in one. ``line`` is how connectors look;
    by default as the rules of tables.
    """

    id: str
    columns: tuple[FlowColumn, ...]
    links: tuple[tuple[str, str], ...] = ()
    direction: Literal["right", "down"] = "right"
    heads: Heads = _NO_HEADS
    line: Line | None = None
    arrow: bool = False
    frames: tuple[FlowFrame, ...] = ()

    @property
    def grow(self) -> float:
        """A flow takes all the height that is left."""
        return 1.0

    def lay_out(self, width: float, style: Style, memory: Memory) -> Laid:
        """Heads, frames, boxes and connectors, at their least height."""
        plan = memory.once(self._plan)
        least_height = height_down if self.direction == "down" else height_right
        return Laid(
            least_height(plan, width, style, memory),
            partial(self._draw, plan, style, memory),
            partial(self.parted, width, style, memory),
        )

    def estimate(self, width: float, style: Style, memory: Memory) -> float:
        """About the height of a flow to the right, by the number of characters of its texts."""
        return 0.0 if self.direction == "down" else estimated_right(self.columns, width, style)

    def at_least(self, width: float, style: Style, memory: Memory) -> float:
        """The height of a flow to the right if every text of it took one line."""
        if self.direction == "down":
            return 0.0
        return memory.once(never_below_right, memory.once(self._plan), width, style, memory)

    def _plan(self) -> Plan:
        columns = tuple(tuple(box.id for box in column.boxes) for column in self.columns)
        fixed = frozenset(number for number, column in enumerate(self.columns) if column.fixed)
        return Plan(self.id, self.columns, self.heads, arranged(columns, self.links, fixed, self.frames, self.id))

    def _draw(self, plan: Plan, style: Style, memory: Memory, box: Box) -> tuple[Mark, ...]:
        """Heads, frames, boxes and connectors within ``box``."""
        placed = (placed_down if self.direction == "down" else placed_right)(plan, box, style, memory)
        return flow_marks(plan, placed, self._line(style), arrow=self.arrow, style=style)

    def parted(
        self, width: float, style: Style, memory: Memory, room: float, fairly: bool = False
    ) -> tuple[Flow, Flow] | None:
        """The first groups, as many as fit ``room``, and the rest.

        A group is a box of the first column with all that it leads to; where not even one of them fits, a box
        of the next column is, and the one before it is repeated. No frame is parted. None where nothing can
        be.
        """
        for layer in range(len(self.columns)):
            boxes = len(self.columns[layer].boxes)
            most = self.first_page if layer == 0 and self.first_page < boxes else boxes - 1
            for count in range(most, 0, -1):
                head, tail = self.part(layer, 0, count), self.part(layer, count, boxes)
                if not _parted(self.frames, head, tail) and head.laid(width, style, memory).height <= room:
                    return head, tail
        return None

    @property
    def first_page(self) -> int:
        """How many boxes of the first column may stand on the first page: those before a ``new_page``."""
        boxes = self.columns[0].boxes if self.columns else ()
        return next((number for number, box in enumerate(boxes) if number and box.new_page), len(boxes))

    def part(self, layer: int, first: int, last: int) -> Flow:
        """The flow of some boxes of a column with all that they lead to, and what leads to them.

        A box that nothing leads to goes with the box before it in its column. A box that boxes of several
        parts lead to is in each of them.
        """
        kept = {box.id for box in self.columns[layer].boxes[first:last]}
        whole = {box.id for box in self.columns[layer].boxes}
        columns = [replace(self.columns[layer], boxes=self.columns[layer].boxes[first:last])]
        for column in self.columns[layer + 1 :]:
            led = {end for start, end in self.links if start in whole}
            reached = {end for start, end in self.links if start in kept}
            boxes: list[FlowBox] = []
            beside = first == 0
            for box in column.boxes:
                beside = box.id in reached if box.id in led else beside
                boxes += [box] if beside else []
            kept |= {box.id for box in boxes}
            whole |= {box.id for box in column.boxes}
            columns.append(replace(column, boxes=tuple(boxes)))
        for column in reversed(self.columns[:layer]):
            leading = {start for start, end in self.links if end in kept}
            before = tuple(box for box in column.boxes if box.id in leading)
            kept |= {box.id for box in before}
            columns.insert(0, replace(column, boxes=before))
        links = tuple(link for link in self.links if link[0] in kept and link[1] in kept)
        frames = (
            replace(frame, boxes=tuple(name for name in frame.boxes if name in kept)) for frame in self.frames
        )
        return replace(
            self, columns=tuple(columns), links=links, frames=tuple(frame for frame in frames if frame.boxes)
        )

    def _line(self, style: Style) -> Line:
        rule = style.table.rule
        return self.line or (Line(rule.colour, rule.width, rule.dash) if rule else Line("ink"))


def _parted(frames: tuple[FlowFrame, ...], head: Flow, tail: Flow) -> bool:
    """Whether some frame has boxes that stand in one part only, in either part."""
    parts = [{box.id for column in part.columns for box in column.boxes} for part in (head, tail)]
    return any(all(set(frame.boxes) - part for part in parts) for frame in frames)
