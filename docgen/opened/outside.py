"""What of a slide reaches over its edge: texts, tables and charts that lie partly on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docgen.opened.parts import A, P, Parts
from docgen.opened.shape import Box, Shape

# EMU: what is not seen over the edge, what programs keep beside the text of a cell, the size of letters that is not stated.
_UNSEEN, _MARGIN, _SIZE = 12_700, 91_440, 18 * 12_700
_OF_HUNDREDTH = 127  # EMU
# A column holds half a letter at the least: programs make it so wide.
_LEAST_LETTER = 0.5
_FRAME = f"{P}graphicFrame"
_TABLE = f"{A}graphic/{A}graphicData/{A}tbl"


def slide_size(parts: Parts) -> Box | None:
    """The slides' own box; None where the presentation does not say it."""
    size = parts.xml(parts.target("/", "officeDocument")).find(f"{P}sldSz")
    return None if size is None else Box(0, 0, int(size.get("cx")), int(size.get("cy")))


def outside(shapes: list[Shape], inherited: Mapping[str, Box], page: Box) -> Iterator[Shape]:
    """The shapes that reach over the edge of a page; what lies beside it is not shown. Turned shapes and those within
    groups are not told."""
    for shape in shapes:
        if shape.element.tag != _FRAME and not shape.text.strip():
            continue
        box = None if _is_moved(shape.element) else shape.box(inherited)
        if box is not None and _reaches_over(_as_drawn(shape, box), page):
            yield shape


def _is_moved(element: Any) -> bool:
    """Whether a shape lies elsewhere than its numbers say: in a group, or turned."""
    frame = element.find(f"{P}spPr/{A}xfrm")
    return element.getparent().tag == f"{P}grpSp" or (frame is not None and frame.get("rot", "0") != "0")


def _as_drawn(shape: Shape, box: Box) -> Box:
    """The box of a shape; of a table with its columns as wide, and its rows as high, as programs draw them at the least."""
    table = shape.element.find(_TABLE)
    if table is None:
        return box
    columns = [int(column.get("w", "0")) for column in table.iterfind(f"{A}tblGrid/{A}gridCol")]
    rows = list(table.iterchildren(f"{A}tr"))
    for row in rows:
        for column, cell in enumerate(row.iterchildren(f"{A}tc")):
            if column < len(columns) and cell.get("gridSpan") is None:
                columns[column] = max(columns[column], _least_width(cell))
    return Box(box.left, box.top, sum(columns), sum([int(row.get("h", "0")) for row in rows]))


def _least_width(cell: Any) -> int:
    """The least width of a cell with a text: its margins and half a letter; 0 without one."""
    look, letters = cell.find(f"{A}tcPr"), [text for text in cell.iter(f"{A}t") if text.text]
    if not letters:
        return 0
    sizes = [int(run.get("sz")) * _OF_HUNDREDTH for run in cell.iter(f"{A}rPr") if run.get("sz")]
    margins = 2 * _MARGIN if look is None else sum([int(look.get(side, _MARGIN)) for side in ("marL", "marR")])
    return int(margins + _LEAST_LETTER * max(sizes, default=_SIZE))


def _reaches_over(box: Box, page: Box) -> bool:
    right, bottom = box.left + box.width, box.top + box.height
    if right <= 0 or bottom <= 0 or box.left >= page.width or box.top >= page.height:
        return False
    over = max(-box.left, -box.top, right - page.width, bottom - page.height)
    return over > _UNSEEN
