"""Tables as ``a:tbl``: exact columns and rows, complete merges, and borders that both neighbours state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from docgen.placed import Line, TableCell, TableMark
from docgen.write.slide.table_grid import CellIndex, Edges, cell_owners, grid_edges
from docgen.write.xml.elements import graphic_frame
from docgen.write.xml.namespaces import TABLE
from docgen.write.xml.text import ANCHORS, EMPTY_PARAGRAPH, TextContext, paragraphs
from docgen.write.xml.units import emu, emu_steps

# PowerPoint's built-in "No Style, No Grid": what a cell looks like is stated by the cell alone.
_NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"


@dataclass(slots=True)
class _TableContext:
    """What the cells of one table need; ``strokes`` are the borders that are spelled already."""

    mark: TableMark
    owners: Mapping[CellIndex, CellIndex]
    edges: Edges
    text: TextContext
    strokes: dict[tuple[str, Line | None], str] = field(default_factory=dict)

    def stroke(self, tag: str, line: Line | None) -> str:
        """A border as the element ``tag``; each kind of border is spelled once."""
        if (tag, line) not in self.strokes:
            self.strokes[tag, line] = self.text.colours.line(line, tag)
        return self.strokes[tag, line]


def table(mark: TableMark, name: str, text: TextContext) -> str:
    """A table's graphic frame; ``name`` is its ``p:cNvPr``.

    Raises DocgenError where rows are not as wide as the grid, or merges are not complete.
    """
    owners = cell_owners(mark)
    context = _TableContext(mark, owners, grid_edges(mark, owners), text)
    columns = "".join([f'<a:gridCol w="{width}"/>' for width in emu_steps(mark.columns)])
    rows = []
    for row, height in enumerate(emu_steps(row.height for row in mark.rows)):
        cells = "".join([_cell((row, column), context) for column in range(len(mark.columns))])
        rows.append(f'<a:tr h="{height}">{cells}</a:tr>')
    head = ' firstRow="1"' if mark.header_rows else ""
    return graphic_frame(
        name,
        mark.box,
        TABLE,
        f"<a:tbl><a:tblPr{head}><a:tableStyleId>{_NO_STYLE}</a:tableStyleId></a:tblPr>"
        f"<a:tblGrid>{columns}</a:tblGrid>{''.join(rows)}</a:tbl>",
    )


def _cell(index: CellIndex, context: _TableContext) -> str:
    origin = context.owners[index]
    cell = context.mark.rows[origin[0]].cells[origin[1]]
    text = paragraphs(cell.body, context.text) if index == origin else EMPTY_PARAGRAPH
    insets = cell.body.insets
    return (
        f"<a:tc{_merge(cell, index, origin)}><a:txBody><a:bodyPr/><a:lstStyle/>{text}</a:txBody>"
        f'<a:tcPr marL="{emu(insets.left)}" marR="{emu(insets.right)}" marT="{emu(insets.top)}" '
        f'marB="{emu(insets.bottom)}" anchor="{ANCHORS[cell.body.anchor]}">'
        f"{_borders(cell, index, origin, context)}{context.text.colours.fill(cell.fill)}</a:tcPr></a:tc>"
    )


def _borders(cell: TableCell, index: CellIndex, origin: CellIndex, context: _TableContext) -> str:
    """The four borders; every cell of a merge states those of the merge.

    A border that is not drawn is stated too: LibreOffice puts a neighbour's in the place of a missing one.
    """
    horizontal, vertical = context.edges.horizontal, context.edges.vertical
    row, column = index
    return (
        context.stroke("a:lnL", vertical.get((row, origin[1])))
        + context.stroke("a:lnR", vertical.get((row, origin[1] + cell.column_span)))
        + context.stroke("a:lnT", horizontal.get((origin[0], column)))
        + context.stroke("a:lnB", horizontal.get((origin[0] + cell.row_span, column)))
    )


def _merge(cell: TableCell, index: CellIndex, origin: CellIndex) -> str:
    """The span attributes, on the covered cells too, as PowerPoint writes them itself."""
    spans = ""
    if cell.row_span > 1 and index[0] == origin[0]:
        spans += f' rowSpan="{cell.row_span}"'
    if cell.column_span > 1 and index[1] == origin[1]:
        spans += f' gridSpan="{cell.column_span}"'
    if index[1] > origin[1]:
        spans += ' hMerge="1"'
    if index[0] > origin[0]:
        spans += ' vMerge="1"'
    return spans
