"""The heads of a flow: over its columns (with a title over some of them), at the left of its rows, in its frames."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.blocks.flow.axis import Span
from docgen.blocks.flow.boxes import FlowColumn
from docgen.blocks.flow.plan import Plan
from docgen.blocks.flow.text import INSET_X
from docgen.blocks.memory import Memory
from docgen.layout.style import Style
from docgen.placed import Align, Box, Insets, ShapeMark, TextBody
from docgen.value import value

_HEAD_ROLE = "flow_head"
_TITLE_ROLE = "flow_group"
_CELL_ROLE = "budget"
_INSET_Y = 3.0
_BETWEEN_LINES = 4.0
# The narrowest and the widest head of a row, and the space at its sides (points).
_NARROWEST, _WIDEST = 44.0, 96.0
_ROW_INSET_X = 5.0
# The space at the sides of a frame's title (points).
_TITLE_INSET_X = 6.0


@value(frozen=True, slots=True)
class _Lines:
    """The heights of the two lines of heads over columns; a line that nothing stands in is 0 high."""

    first: float
    second: float

    @property
    def total(self) -> float:
        return self.first + self.second + (_BETWEEN_LINES if self.first and self.second else 0)


def heads_height(plan: Plan, edges: Sequence[Span], style: Style, memory: Memory) -> float:
    """How much height the heads over columns take, whose left and right ``edges`` these are; 0 without heads."""
    return memory.once(_lines, plan, edges, style).total


def drawn_heads(plan: Plan, edges: Sequence[Span], top: Box, style: Style, memory: Memory) -> tuple[ShapeMark, ...]:
    """The heads over columns at the top of ``top``, whose x is the edges' origin.

    The title and the heads beside it stand in the first line, the heads under the title and those of figures in
    the second; a head with neither takes both.
    """
    heads, lines = plan.heads, memory.once(_lines, plan, edges, style)
    second = top.y + lines.total - lines.second
    marks: list[ShapeMark] = []
    if heads.title and heads.title_columns:
        left, right = _under_title(plan, edges)
        place = Box(top.x + left, top.y, right - left, lines.first)
        marks.append(_head(f"{plan.id}/title", heads.title, _TITLE_ROLE, place, heads.title_fill, style))
    for number, (column, (left, right)) in enumerate(zip(plan.columns, edges, strict=True), start=1):
        name = f"{plan.id}/head-{number}"
        in_second = number <= heads.title_columns or not lines.first
        height = lines.second if in_second else lines.first if column.cells else lines.total
        place = Box(top.x + left, second if in_second else top.y, right - left, height)
        if column.head:
            marks.append(_head(name, column.head, _HEAD_ROLE, place, heads.fill, style))
        if column.cells:
            strip = Box(place.x, second, place.width, lines.second)
            marks += _cell_heads(name, column, strip, heads.title_fill, style)
    return tuple(marks)


def _lines(plan: Plan, edges: Sequence[Span], style: Style) -> _Lines:
    first = second = 0.0
    for column, (left, right) in zip(plan.columns, edges, strict=True):
        head = _height(column.head, _HEAD_ROLE, right - left, style)
        if column.cells:
            width = (right - left) / len(column.cells)
            first = max(first, head)
            second = max(second, *(_height(cell, _CELL_ROLE, width, style, 1.0) for cell in column.cells))
        else:
            second = max(second, head)
    if plan.heads.title and plan.heads.title_columns:
        left, right = _under_title(plan, edges)
        first = max(first, _height(plan.heads.title, _TITLE_ROLE, right - left, style))
    return _Lines(first, second)


def _under_title(plan: Plan, edges: Sequence[Span]) -> Span:
    """The left and the right edge of the title over the first columns."""
    return edges[0][0], edges[min(plan.heads.title_columns, len(edges)) - 1][1]


def _height(text: str, role: str, width: float, style: Style, inset: float = _INSET_Y) -> float:
    """The height of a head of this width; 0 without a text."""
    if not text:
        return 0.0
    body = TextBody((style.text(role).paragraph(text),))
    return style.measure.height(body, width - 2 * INSET_X) + 2 * inset


def _head(
    name: str, text: str, role: str, place: Box, fill: str | None, style: Style, inset: float = INSET_X
) -> ShapeMark:
    paragraph = style.text(role).paragraph(text, align="center")
    return ShapeMark(name, place, fill=fill, body=TextBody((paragraph,), Insets(inset, 0, inset, 0), "middle"))


def _cell_heads(name: str, column: FlowColumn, strip: Box, fill: str | None, style: Style) -> list[ShapeMark]:
    """The heads of a column's figures, their right edges over the figures' right edges."""
    width = (strip.width - 2 * INSET_X) / len(column.cells)
    look = style.text(_CELL_ROLE)
    marks: list[ShapeMark] = []
    for number, text in enumerate(column.cells):
        left = strip.x if number == 0 else strip.x + INSET_X + width * number
        inset = INSET_X if number + 1 == len(column.cells) else 0.0
        right = strip.x + INSET_X + width * (number + 1) + inset
        lines = tuple(look.paragraph(line, align="right") for line in text.split("\n"))
        place = Box(left, strip.y, right - left, strip.height)
        body = TextBody(lines, Insets(0, 0, inset, 0), "middle")
        marks.append(ShapeMark(f"{name}/{number + 1}", place, fill=fill, body=body))
    return marks


def title_height(plan: Plan, width: float, style: Style) -> float:
    """The height of the title over a flow downwards; 0 where it has none."""
    return _height(plan.heads.title, _TITLE_ROLE, width, style)


def drawn_title(plan: Plan, top: Box, style: Style) -> tuple[ShapeMark, ...]:
    """The title over a flow downwards, along the top of ``top``; nothing where there is none."""
    heads, place = plan.heads, Box(top.x, top.y, top.width, title_height(plan, top.width, style))
    title = _head(f"{plan.id}/title", heads.title, _TITLE_ROLE, place, heads.title_fill, style)
    return (title,) if heads.title else ()


def row_heads_width(rows: Sequence[FlowColumn], style: Style) -> float:
    """The width of the heads of rows: that of the longest, within limits; 0 where no row has a head."""
    look = style.text(_HEAD_ROLE)
    widths = [style.measure.natural_width(look.paragraph(row.head)) for row in rows if row.head]
    # Half an em of reserve, so that a line never breaks where it was measured not to.
    widest = max(widths, default=0.0) + look.size / 2 + 2 * _ROW_INSET_X
    return min(_WIDEST, max(_NARROWEST, widest)) if widths else 0.0


def row_heads_heights(rows: Sequence[FlowColumn], style: Style) -> tuple[float, ...]:
    """The least height of each row for its head."""
    width = row_heads_width(rows, style) - 2 * _ROW_INSET_X
    look = style.text(_HEAD_ROLE)
    return tuple(
        style.measure.height(TextBody((look.paragraph(row.head),)), width) + 2 * _INSET_Y if row.head else 0.0
        for row in rows
    )


def drawn_row_heads(plan: Plan, edges: Sequence[Span], strip: Box, style: Style) -> tuple[ShapeMark, ...]:
    """The heads of rows in ``strip``, as high as their rows, whose ``edges`` run from the strip's top."""
    return tuple(
        _head(
            f"{plan.id}/head-{number}",
            row.head,
            _HEAD_ROLE,
            Box(strip.x, strip.y + top, strip.width, bottom - top),
            plan.heads.fill,
            style,
            _ROW_INSET_X,
        )
        for number, (row, (top, bottom)) in enumerate(zip(plan.columns, edges, strict=True), start=1)
        if row.head
    )


def frame_title_height(title: str, width: float, style: Style) -> float:
    """The height of a frame's title in a frame of this width; 0 where it has none."""
    if not title:
        return 0.0
    body = TextBody((style.text(_TITLE_ROLE).paragraph(title),))
    return style.measure.height(body, max(1.0, width - 2 * _TITLE_INSET_X)) + _INSET_Y


def frame_title_body(title: str, frame: Box, crossed: Sequence[float], style: Style) -> TextBody | None:
    """The frame's text: its title at the upper edge, where no line enters the frame.

    ``crossed`` are the places across the frame, from its left, at which lines come in from above. The title
    stands at the left where that is free, else at the right or in the middle.
    """
    if not title:
        return None
    look = style.text(_TITLE_ROLE)
    width = min(style.measure.natural_width(look.paragraph(title)), frame.width - 2 * _TITLE_INSET_X)
    starts: dict[Align, float] = {
        "left": _TITLE_INSET_X,
        "right": frame.width - _TITLE_INSET_X - width,
        "center": (frame.width - width) / 2,
    }
    free = [
        align
        for align, start in starts.items()
        if not any(start - 2 < place < start + width + 2 for place in crossed)
    ]
    insets = Insets(_TITLE_INSET_X, _INSET_Y, _TITLE_INSET_X, 0)
    return TextBody((look.paragraph(title, align=(*free, "left")[0]),), insets, "top")
