"""Tables as ``a:tbl``: exact columns and rows, complete merges, and what differs from the deck's table style."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from docgen.placed import Line, TableCell, TableForm, TableMark
from docgen.value import value
from docgen.write.slide.table_given import Given, GivenLook, given_look
from docgen.write.slide.table_grid import CellIndex, Edges, cell_owners, grid_edges
from docgen.write.xml.elements import graphic_frame
from docgen.write.xml.namespaces import TABLE
from docgen.write.xml.text import ANCHORS, EMPTY_PARAGRAPH, TextContext, paragraphs
from docgen.write.xml.units import emu, emu_steps

_BORDERS = ("a:lnL", "a:lnR", "a:lnT", "a:lnB")


@value(frozen=True, slots=True)
class TableStyle:
    """The deck's table style: its id, and how it has tables."""

    id: str
    form: TableForm


@dataclass(slots=True)
class _TableContext:
    """What the cells of one table need; ``spelled`` are properties of cells that are spelled already."""

    mark: TableMark
    owners: Mapping[CellIndex, CellIndex]
    edges: Edges
    text: TextContext
    given: GivenLook
    spelled: dict[tuple[object, ...], str] = field(default_factory=dict)


def table(mark: TableMark, name: str, text: TextContext, style: TableStyle) -> str:
    """A table's graphic frame; ``name`` is its ``p:cNvPr``.

    Raises DocgenError where rows are not as wide as the grid, or merges are not complete.
    """
    owners = cell_owners(mark)
    given = given_look(mark, style.form)
    context = _TableContext(mark, owners, grid_edges(mark, owners), text, given)
    columns = "".join([f'<a:gridCol w="{width}"/>' for width in emu_steps(mark.columns)])
    rows = []
    for row, height in enumerate(emu_steps(row.height for row in mark.rows)):
        cells = "".join([_cell((row, column), context) for column in range(len(mark.columns))])
        rows.append(f'<a:tr h="{height}">{cells}</a:tr>')
    parts = (' firstRow="1"' if given.first_row else "") + (' lastRow="1"' if given.last_row else "")
    return graphic_frame(
        name,
        mark.box,
        TABLE,
        f"<a:tbl><a:tblPr{parts}><a:tableStyleId>{style.id}</a:tableStyleId></a:tblPr>"
        f"<a:tblGrid>{columns}</a:tblGrid>{''.join(rows)}</a:tbl>",
    )


def _cell(index: CellIndex, context: _TableContext) -> str:
    origin = context.owners[index]
    cell = context.mark.rows[origin[0]].cells[origin[1]]
    text = paragraphs(cell.body, context.text) if index == origin else EMPTY_PARAGRAPH
    return (
        f"<a:tc{_merge(cell, index, origin)}><a:txBody><a:bodyPr/><a:lstStyle/>{text}</a:txBody>"
        f"{_properties(cell, index, origin, context)}</a:tc>"
    )


def _properties(cell: TableCell, index: CellIndex, origin: CellIndex, context: _TableContext) -> str:
    """The ``a:tcPr`` of a cell, spelled once for all cells that are alike."""
    (row, column), edges, given = index, context.edges, context.given
    end_row, end_column = origin[0] + cell.row_span, origin[1] + cell.column_span
    lines = (
        edges.vertical.get((row, origin[1])),
        edges.vertical.get((row, end_column)),
        edges.horizontal.get((origin[0], column)),
        edges.horizontal.get((end_row, column)),
    )
    # The style knows of no merges: every cell of one states the borders of the merge.
    merged = cell.row_span > 1 or cell.column_span > 1
    by_style = () if merged else (
        given.vertical[column], given.vertical[end_column], given.horizontal[row], given.horizontal[end_row]
    )  # fmt: skip
    # Like cells share their insets, strokes and what the style gives: what is one object is the same.
    key = (
        id(cell.body.insets), cell.body.anchor, *map(id, lines), *map(id, by_style), cell.fill, given.fills[row]
    )  # fmt: skip
    if key not in context.spelled:
        insets = cell.body.insets
        fill = "" if cell.fill == given.fills[row] else context.text.colours.fill(cell.fill)
        context.spelled[key] = (
            f'<a:tcPr marL="{emu(insets.left)}" marR="{emu(insets.right)}" marT="{emu(insets.top)}" '
            f'marB="{emu(insets.bottom)}" anchor="{ANCHORS[cell.body.anchor]}">'
            f"{_borders(lines, by_style, context.text)}{fill}</a:tcPr>"
        )
    return context.spelled[key]


def _borders(lines: tuple[Line | None, ...], by_style: tuple[Given, ...], text: TextContext) -> str:
    """The borders at the left, the right, above and below; none where the style has them all as they are.

    One border stated, all are: LibreOffice mixes what a cell and its style say of them up. A border that is not drawn
    is stated too, in whose place it puts a neighbour's.
    """
    if by_style and all(sure and line == given for line, (sure, given) in zip(lines, by_style, strict=True)):
        return ""
    return "".join([text.colours.line(line, tag) for tag, line in zip(_BORDERS, lines, strict=True)])


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
