"""A table of a placed slide as SVG: fills, then borders, then texts, as PowerPoint lays them over each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from docgen.placed import Box, Line, TableCell, TableMark
from docgen.placed.box import Coordinates
from docgen.render.svg_text import TextPainter

DASHES = {"solid": "", "dash": "4 3", "dot": "1 2"}


def table(mark: TableMark, painter: TextPainter) -> Iterator[str]:
    """The elements of a table."""
    cells = [(cell, box) for _, cell, box in mark.cells()]
    for cell, box in cells:
        if cell.fill:
            yield rectangle(box, painter.colours, cell.fill, None)
    for cell, box in cells:
        yield from _borders(cell, box, painter.colours)
    for cell, box in cells:
        yield from painter.body(cell.body, box, "cell")


def _borders(cell: TableCell, box: Box, colours: Mapping[str, str]) -> Iterator[str]:
    corners: dict[str, tuple[Coordinates, Coordinates]] = {
        "top": ((box.x, box.y), (box.right, box.y)),
        "bottom": ((box.x, box.bottom), (box.right, box.bottom)),
        "left": ((box.x, box.y), (box.x, box.bottom)),
        "right": ((box.right, box.y), (box.right, box.bottom)),
    }
    lines = {"top": cell.top, "bottom": cell.bottom, "left": cell.left, "right": cell.right}
    for side, line in lines.items():
        if line is not None and line.width > 0:
            (x, y), (to_x, to_y) = corners[side]
            yield f'<path d="M{x:.2f} {y:.2f}L{to_x:.2f} {to_y:.2f}"{stroke(line, colours)}/>'


def rectangle(box: Box, colours: Mapping[str, str], fill: str | None, line: Line | None) -> str:
    """A rectangle; without a fill it is empty."""
    width, height = max(box.width, 0), max(box.height, 0)
    shape = f'x="{box.x:.2f}" y="{box.y:.2f}" width="{width:.2f}" height="{height:.2f}"'
    return f"<rect {shape}{filled(fill, colours)}{stroke(line, colours)}/>"


def filled(fill: str | None, colours: Mapping[str, str]) -> str:
    """The attribute of a fill."""
    return f' fill="{colours.get(fill, "none") if fill else "none"}"'


def stroke(line: Line | None, colours: Mapping[str, str]) -> str:
    """The attributes of a stroke; none where there is no line."""
    if line is None or line.width <= 0:
        return ""
    dash = f' stroke-dasharray="{DASHES[line.dash]}"' if DASHES[line.dash] else ""
    return f' stroke="{colours.get(line.colour, "#000")}" stroke-width="{line.width:g}"{dash}'
