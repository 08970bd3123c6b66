"""Tables as ``a:tbl``: exact columns and rows, complete merges, and borders that both neighbours state.

Programs differ in whose border wins where two cells state one edge. So every edge of the grid is settled
here once (the wider stroke, else the one of the lower or right cell) and written to the cells on both sides.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from docgen.errors import DocgenError
from docgen.placed import Line, TableCell, TableMark
from docgen.write.colour import Colours
from docgen.write.frame import graphic_frame
from docgen.write.namespaces import TABLE
from docgen.write.text import ANCHORS, EMPTY_PARAGRAPH, TextSpelling, paragraphs
from docgen.write.units import emu, emu_steps

# PowerPoint's built-in "No Style, No Grid": what a cell looks like is stated by the cell alone.
_NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Edges:
    """The strokes of a grid: ``level[row, column]`` lies above a cell, ``upright[row, column]`` left of it."""

    level: Mapping[Place, Line]
    upright: Mapping[Place, Line]


def table(mark: TableMark, name: str, colours: Colours, spelling: TextSpelling) -> str:
    """A table's graphic frame."""
    owners = cell_owners(mark)
    edges = grid_edges(mark, owners)
    strokes: dict[tuple[str, Line], str] = {}
    columns = "".join([f'<a:gridCol w="{width}"/>' for width in emu_steps(mark.columns)])
    rows = []
    for index, height in enumerate(emu_steps(row.height for row in mark.rows)):
        cells = [
            _cell(
                mark,
                (index, column),
                owners,
                _borders((index, column), edges, colours, strokes),
                colours,
                spelling,
            )
            for column in range(len(mark.columns))
        ]
        rows.append(f'<a:tr h="{height}">{"".join(cells)}</a:tr>')
    head = ' firstRow="1"' if mark.header_rows else ""
    return graphic_frame(
        name,
        mark.box,
        TABLE,
        f"<a:tbl><a:tblPr{head}><a:tableStyleId>{_NO_STYLE}</a:tableStyleId></a:tblPr>"
        f"<a:tblGrid>{columns}</a:tblGrid>{''.join(rows)}</a:tbl>",
    )


def cell_owners(mark: TableMark) -> dict[Place, Place]:
    """For every place of the grid the place of the cell that fills it (itself, or the origin of its merge).

    Raises DocgenError where rows are not as wide as the grid or merges are not complete.
    """
    owners: dict[Place, Place] = {}
    width, height = len(mark.columns), len(mark.rows)
    for row, cells in enumerate(mark.rows):
        if len(cells.cells) != width:
            raise _broken(mark, row, 0, f"the row has {len(cells.cells)} cells, the grid {width} columns")
        for column, cell in enumerate(cells.cells):
            if cell.covered:
                if (row, column) not in owners:
                    raise _broken(
                        mark, row, column, "no merged cell covers the covered cell"
                    )
                continue
            if row + cell.row_span > height or column + cell.column_span > width:
                raise _broken(mark, row, column, "the cell's span reaches out of the table")
            _cover(mark, (row, column), cell, owners)
    return owners


def grid_edges(mark: TableMark, owners: Mapping[Place, Place]) -> Edges:
    """The settled strokes of all edges that lie between two cells or at the table's rim."""
    level: dict[Place, Line] = {}
    upright: dict[Place, Line] = {}
    for (row, column), origin in owners.items():
        cell = mark.rows[origin[0]].cells[origin[1]]
        last_row, last_column = origin[0] + cell.row_span - 1, origin[1] + cell.column_span - 1
        if row == origin[0]:
            _settle(level, (row, column), cell.top)
        if row == last_row:
            _settle(level, (row + 1, column), cell.bottom)
        if column == origin[1]:
            _settle(upright, (row, column), cell.left)
        if column == last_column:
            _settle(upright, (row, column + 1), cell.right)
    return Edges(level, upright)


def _settle(edges: dict[Place, Line], place: Place, line: Line | None) -> None:
    known = edges.get(place)
    if line is not None and (known is None or line.width >= known.width):
        edges[place] = line


def _cover(mark: TableMark, origin: Place, cell: TableCell, owners: dict[Place, Place]) -> None:
    if cell.row_span == 1 and cell.column_span == 1 and origin not in owners:
        owners[origin] = origin
        return
    for row in range(origin[0], origin[0] + cell.row_span):
        for column in range(origin[1], origin[1] + cell.column_span):
            if (row, column) in owners:
                raise _broken(mark, row, column, "two merged cells overlap")
            if (row, column) != origin and not mark.rows[row].cells[column].covered:
                raise _broken(mark, row, column, "a merged cell covers a cell that is not marked as covered")
            owners[row, column] = origin


def _broken(mark: TableMark, row: int, column: int, what: str) -> DocgenError:
    return DocgenError(
        f"table {mark.id}, row {row + 1}, column {column + 1}: {what}",
        expected="one cell a column in every row, and every merge complete",
    )


def _borders(place: Place, edges: Edges, colours: Colours, strokes: dict[tuple[str, Line], str]) -> str:
    row, column = place
    spelled = ""
    for tag, line in (
        ("a:lnL", edges.upright.get(place)),
        ("a:lnR", edges.upright.get((row, column + 1))),
        ("a:lnT", edges.level.get(place)),
        ("a:lnB", edges.level.get((row + 1, column))),
    ):
        if line is None:
            continue
        known = strokes.get((tag, line))
        if known is None:
            known = strokes[tag, line] = colours.line(line, tag)
        spelled += known
    return spelled


def _cell(
    mark: TableMark,
    place: Place,
    owners: Mapping[Place, Place],
    borders: str,
    colours: Colours,
    spelling: TextSpelling,
) -> str:
    origin = owners[place]
    cell = mark.rows[origin[0]].cells[origin[1]]
    text = paragraphs(cell.body, spelling) if place == origin else EMPTY_PARAGRAPH
    insets = cell.body.insets
    fill = colours.fill(cell.fill)
    return (
        f"<a:tc{_merge(cell, place, origin)}><a:txBody><a:bodyPr/><a:lstStyle/>{text}</a:txBody>"
        f'<a:tcPr marL="{emu(insets.left)}" marR="{emu(insets.right)}" marT="{emu(insets.top)}" '
        f'marB="{emu(insets.bottom)}" anchor="{ANCHORS[cell.body.anchor]}">{borders}{fill}</a:tcPr></a:tc>'
    )


def _merge(cell: TableCell, place: Place, origin: Place) -> str:
    """The span attributes, on the covered cells too, as PowerPoint writes them itself."""
    spans = ""
    if cell.row_span > 1 and place[0] == origin[0]:
        spans += f' rowSpan="{cell.row_span}"'
    if cell.column_span > 1 and place[1] == origin[1]:
        spans += f' gridSpan="{cell.column_span}"'
    if place[1] > origin[1]:
        spans += ' hMerge="1"'
    if place[0] > origin[0]:
        spans += ' vMerge="1"'
    return spans
