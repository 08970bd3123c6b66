"""Tables three ways, cell by cell."""

from __future__ import annotations

from difflib import SequenceMatcher

from docgen.fingerprint.values import Grid, GridCell
from docgen.merging.decisions.decision import CellEdit, CellIndex
from docgen.merging.decisions.paragraphs import decide_text
from docgen.merging.edited.value_comparison import same_cell, same_colour, same_paragraphs
from docgen.merging.report import SlideReport
from docgen.merging.versions import Versions
from docgen.messages import Message, message


def decide_cells(shape: str, grids: Versions[Grid], report: SlideReport) -> dict[CellIndex, CellEdit]:
    """The edits of cells, by their place in the new table; the built and the edited table have the same form."""
    rows = _rows_in_new(grids.built, grids.new)
    edits: dict[CellIndex, CellEdit] = {}
    for row, cells in enumerate(grids.built.rows):
        for column, built in enumerate(cells):
            edited = grids.edited.rows[row][column]
            if same_cell(built, edited):
                continue
            what = message("merge-cell", row=row + 1, column=column + 1)
            place = rows.get(row)
            if place is None or column >= len(grids.new.rows[place]):
                report.conflict(shape, what, Versions(built.text, edited.text, message("merge-no-row")))
                continue
            versions = Versions(built, edited, grids.new.rows[place][column])
            edit = _cell_edit(shape, what, (row, column), versions, report)
            if edit is not None:
                edits[place, column] = edit
    return edits


def _cell_edit(
    shape: str, what: Message, index: CellIndex, cells: Versions[GridCell], report: SlideReport
) -> CellEdit | None:
    paragraphs = None
    if not same_paragraphs(cells.built.paragraphs, cells.edited.paragraphs):
        paragraphs = decide_text(shape, what, cells.map(lambda cell: cell.paragraphs), report)
    fills = cells.map(lambda cell: cell.fill)
    fill = not same_colour(fills.built, fills.edited) and report.takes(
        shape, message("merge-cell-fill", row=index[0] + 1, column=index[1] + 1), fills, same_colour, str
    )
    return CellEdit(index, paragraphs, fill) if paragraphs is not None or fill else None


def _rows_in_new(built: Grid, new: Grid) -> dict[int, int]:
    """The row of the new table for each built row that is still there: by its texts, else by its first cell."""
    before, after = ([tuple(cell.text for cell in row) for row in grid.rows] for grid in (built, new))
    rows: dict[int, int] = {}
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal" or (tag == "replace" and i2 - i1 == j2 - j1):
            rows.update((i1 + step, j1 + step) for step in range(i2 - i1))
        elif tag == "replace":
            heads = {after[row][:1]: row for row in range(j2 - 1, j1 - 1, -1)}
            rows.update((row, heads[before[row][:1]]) for row in range(i1, i2) if before[row][:1] in heads)
    return rows
