"""The heads of a flow: over its columns (with a title over some of them), at the left of its rows, in its frames."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from docgen.blocks.flow.boxes import FlowColumn
from docgen.blocks.flow.text import INSET_X
from docgen.layout.style import Style, TextStyle
from docgen.placed import Align, Box, Insets, ShapeMark, TextBody

HEAD_ROLE = "flow_head"
TITLE_ROLE = "flow_group"
CELL_ROLE = "budget"
_INSET_Y = 3.0
_BETWEEN_ROWS = 4.0
# The narrowest and the widest head of a row, and the space at its sides (points).
_NARROWEST, _WIDEST = 44.0, 96.0
_ROW_INSET_X = 5.0
# The space at the sides of a frame's title (points).
_TITLE_INSET_X = 6.0


@dataclass(frozen=True, slots=True)
class Heads:
    """The heads' wishes: a title over the first ``title_columns`` columns, and fills by palette colour.

    In a flow downwards the title stands over everything.
    """

    title: str = ""
    title_columns: int = 0
    fill: str | None = None
    title_fill: str | None = None


@dataclass(frozen=True, slots=True)
class _Rows:
    """The heights of the two rows of heads; a row that nothing stands in is 0 high."""

    first: float
    second: float

    @property
    def total(self) -> float:
        return self.first + self.second + (_BETWEEN_ROWS if self.first and self.second else 0)


def heads_height(
    heads: Heads, columns: Sequence[FlowColumn], edges: Sequence[tuple[float, float]], style: Style
) -> float:
    """How much height the heads take; 0 where there are none."""
    return _rows(heads, columns, edges, style).total


def drawn_heads(
    flow: str,
    heads: Heads,
    columns: Sequence[FlowColumn],
    edges: Sequence[tuple[float, float]],
    top: Box,
    style: Style,
) -> tuple[ShapeMark, ...]:
    """The heads at the top of ``top``, whose x is the edges' origin. ``flow`` begins the marks' ids."""
    rows = _rows(heads, columns, edges, style)
    second = top.y + rows.total - rows.second
    marks: list[ShapeMark] = []
    if heads.title and heads.title_columns:
        left, right = edges[0][0], edges[min(heads.title_columns, len(columns)) - 1][1]
        place = Box(top.x + left, top.y, right - left, rows.first)
        marks.append(
            _head(f"{flow}/title", heads.title, TITLE_ROLE, place, heads.title_fill, style)
        )
    for number, (column, (left, right)) in enumerate(zip(columns, edges, strict=True)):
        name = f"{flow}/head-{number + 1}"
        in_second = number < heads.title_columns or not rows.first
        height = rows.second if in_second else rows.first if column.cells else rows.total
        place = Box(top.x + left, second if in_second else top.y, right - left, height)
        if column.head:
            marks.append(_head(name, column.head, HEAD_ROLE, place, heads.fill, style))
        if column.cells:
            strip = Box(place.x, second, place.width, rows.second)
            marks += _cell_heads(name, column, strip, heads.title_fill, style)
    return tuple(marks)


def _rows(
    heads: Heads, columns: Sequence[FlowColumn], edges: Sequence[tuple[float, float]], style: Style
) -> _Rows:
    first = second = 0.0
    for column, (left, right) in zip(columns, edges, strict=True):
        if column.cells:
            first = max(first, _height(column.head, HEAD_ROLE, right - left, style))
            each = (right - left) / len(column.cells)
            second = max(second, *(_height(cell, CELL_ROLE, each, style, 1.0) for cell in column.cells))
        elif column.head:
            second = max(second, _height(column.head, HEAD_ROLE, right - left, style))
    if heads.title and heads.title_columns:
        width = edges[min(heads.title_columns, len(columns)) - 1][1] - edges[0][0]
        first = max(first, _height(heads.title, TITLE_ROLE, width, style))
    return _Rows(first, second)


def _height(text: str, role: str, width: float, style: Style, inset: float = _INSET_Y) -> float:
    if not text:
        return 0.0
    look = style.text(role)
    body = TextBody((look.paragraph(text),))
    return style.measure.height(body, width - 2 * INSET_X) + 2 * inset


def _head(
    name: str, text: str, role: str, place: Box, fill: str | None, style: Style, inset: float = INSET_X
) -> ShapeMark:
    body = TextBody(
        (style.text(role).paragraph(text, align="center"),), Insets(inset, 0, inset, 0), "middle"
    )
    return ShapeMark(name, place, fill=fill, body=body)


def _cell_heads(name: str, column: FlowColumn, strip: Box, fill: str | None, style: Style) -> list[ShapeMark]:
    """The heads of a column's figures, their right edges over the figures' right edges."""
    inner = strip.width - 2 * INSET_X
    each = inner / len(column.cells)
    look: TextStyle = style.text(CELL_ROLE)
    marks: list[ShapeMark] = []
    for number, text in enumerate(column.cells):
        left = strip.x if number == 0 else strip.x + INSET_X + each * number
        right = strip.x + INSET_X + each * (number + 1) + (INSET_X if number + 1 == len(column.cells) else 0)
        inset = INSET_X if number + 1 == len(column.cells) else 0.0
        lines = tuple(look.paragraph(part, align="right") for part in text.split("\n"))
        body = TextBody(lines, Insets(0, 0, inset, 0), "middle")
        marks.append(
            ShapeMark(
                f"{name}/{number + 1}", Box(left, strip.y, right - left, strip.height), fill=fill, body=body
            )
        )
    return marks


def title_row(flow: str, heads: Heads, top: Box, style: Style) -> tuple[ShapeMark, ...]:
    """The title over a flow downwards, along the top of ``top``; nothing where there is none."""
    if not heads.title:
        return ()
    place = Box(top.x, top.y, top.width, _height(heads.title, TITLE_ROLE, top.width, style))
    return (_head(f"{flow}/title", heads.title, TITLE_ROLE, place, heads.title_fill, style),)


def row_heads_width(rows: Sequence[FlowColumn], style: Style) -> float:
    """The width of the heads of rows: that of the longest, within limits; 0 where no row has a head."""
    look = style.text(HEAD_ROLE)
    widths = [style.measure.natural_width(look.paragraph(row.head)) for row in rows if row.head]
    # Half an em of reserve, so that a line never breaks where it was measured not to.
    widest = max(widths, default=0.0) + look.size / 2 + 2 * _ROW_INSET_X
    return min(_WIDEST, max(_NARROWEST, widest)) if widths else 0.0


def row_heads_least(rows: Sequence[FlowColumn], style: Style) -> tuple[float, ...]:
    """The least height of each row for its head."""
    width = row_heads_width(rows, style) - 2 * _ROW_INSET_X
    look = style.text(HEAD_ROLE)
    return tuple(
        style.measure.height(TextBody((look.paragraph(row.head),)), width) + 2 * _INSET_Y if row.head else 0.0
        for row in rows
    )


def drawn_row_heads(
    flow: str,
    heads: Heads,
    rows: Sequence[FlowColumn],
    edges: Sequence[tuple[float, float]],
    strip: Box,
    style: Style,
) -> tuple[ShapeMark, ...]:
    """The heads of rows in ``strip``, as high as their rows, whose ``edges`` run from the strip's top."""
    return tuple(
        _head(
            f"{flow}/head-{number}",
            row.head,
            HEAD_ROLE,
            Box(strip.x, strip.y + top, strip.width, bottom - top),
            heads.fill,
            style,
            _ROW_INSET_X,
        )
        for number, (row, (top, bottom)) in enumerate(zip(rows, edges, strict=True), start=1)
        if row.head
    )


def frame_title_height(title: str, width: float, style: Style) -> float:
    """The height of a frame's title in a frame of this width; 0 where it has none."""
    if not title:
        return 0.0
    body = TextBody((style.text(TITLE_ROLE).paragraph(title),))
    return style.measure.height(body, max(1.0, width - 2 * _TITLE_INSET_X)) + _INSET_Y


def frame_title_body(title: str, frame: Box, crossed: Sequence[float], style: Style) -> TextBody | None:
    """The frame's text: its title at the upper edge, where no line enters the frame.

    ``crossed`` are the places across the frame, from its left, at which lines come in from above. The title
    stands at the left where that is free, else at the right or in the middle.
    """
    if not title:
        return None
    paragraph = style.text(TITLE_ROLE).paragraph(title)
    natural = min(style.measure.natural_width(paragraph), frame.width - 2 * _TITLE_INSET_X)
    starts: tuple[tuple[Align, float], ...] = (
        ("left", _TITLE_INSET_X),
        ("right", frame.width - _TITLE_INSET_X - natural),
        ("center", (frame.width - natural) / 2),
    )
    free = (
        align
        for align, start in starts
        if not any(start - 2 < place < start + natural + 2 for place in crossed)
    )
    align: Align = next(free, "left")
    insets = Insets(_TITLE_INSET_X, _INSET_Y, _TITLE_INSET_X, 0)
    return TextBody((style.text(TITLE_ROLE).paragraph(title, align=align),), insets, "top")
