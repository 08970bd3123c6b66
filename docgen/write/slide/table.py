"""Tables as ``a:tbl``: exact columns and rows, complete merges, and borders that both neighbours state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from docgen.placed import Line, TableCell, TableMark
from docgen.write.slide.frame import graphic_frame
from docgen.write.slide.table_grid import Edges, Place, cell_owners, grid_edges
from docgen.write.xml.colour import Colours
from docgen.write.xml.namespaces import TABLE
from docgen.write.xml.text import ANCHORS, EMPTY_PARAGRAPH, TextSpelling, paragraphs
from docgen.write.xml.units import emu, emu_steps

# PowerPoint's built-in "No Style, No Grid": what a cell looks like is stated by the cell alone.
_NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"


@dataclass(frozen=True, slots=True)
class _TableSpelling:
    """What the cells of one table need; ``strokes`` keeps the borders that are spelled already."""

    mark: TableMark
    owners: Mapping[Place, Place]
    edges: Edges
    colours: Colours
    text: TextSpelling
    strokes: dict[tuple[str, Line | None], str] = field(default_factory=dict)


def table(mark: TableMark, name: str, colours: Colours, spelling: TextSpelling) -> str:
    """A table's graphic frame."""
    owners = cell_owners(mark)
    whole = _TableSpelling(mark, owners, grid_edges(mark, owners), colours, spelling)
    columns = "".join([f'<a:gridCol w="{width}"/>' for width in emu_steps(mark.columns)])
    rows = []
    for row, height in enumerate(emu_steps(row.height for row in mark.rows)):
        cells = "".join([_cell((row, column), whole) for column in range(len(mark.columns))])
        rows.append(f'<a:tr h="{height}">{cells}</a:tr>')
    head = ' firstRow="1"' if mark.header_rows else ""
    return graphic_frame(
        name,
        mark.box,
        TABLE,
        f"<a:tbl><a:tblPr{head}><a:tableStyleId>{_NO_STYLE}</a:tableStyleId></a:tblPr>"
        f"<a:tblGrid>{columns}</a:tblGrid>{''.join(rows)}</a:tbl>",
    )


def _cell(place: Place, whole: _TableSpelling) -> str:
    origin = whole.owners[place]
    cell = whole.mark.rows[origin[0]].cells[origin[1]]
    text = paragraphs(cell.body, whole.text) if place == origin else EMPTY_PARAGRAPH
    insets = cell.body.insets
    return (
        f"<a:tc{_merge(cell, place, origin)}><a:txBody><a:bodyPr/><a:lstStyle/>{text}</a:txBody>"
        f'<a:tcPr marL="{emu(insets.left)}" marR="{emu(insets.right)}" marT="{emu(insets.top)}" '
        f'marB="{emu(insets.bottom)}" anchor="{ANCHORS[cell.body.anchor]}">'
        f"{_borders(cell, place, origin, whole)}{whole.colours.fill(cell.fill)}</a:tcPr></a:tc>"
    )


def _borders(cell: TableCell, place: Place, origin: Place, whole: _TableSpelling) -> str:
    """The four borders; every cell of a merge states those of the merge.

    A border that is not drawn is stated too: LibreOffice puts a neighbour's in the place of a missing one.
    """
    level, upright = whole.edges.level, whole.edges.upright
    return (
        _stroke("a:lnL", upright.get((place[0], origin[1])), whole)
        + _stroke("a:lnR", upright.get((place[0], origin[1] + cell.column_span)), whole)
        + _stroke("a:lnT", level.get((origin[0], place[1])), whole)
        + _stroke("a:lnB", level.get((origin[0] + cell.row_span, place[1])), whole)
    )


def _stroke(tag: str, line: Line | None, whole: _TableSpelling) -> str:
    known = whole.strokes.get((tag, line))
    if known is None:
        known = whole.strokes[tag, line] = whole.colours.line(line, tag)
    return known


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
