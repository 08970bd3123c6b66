"""Tables three ways, cell by cell."""

from __future__ import annotations

from difflib import SequenceMatcher

from docgen.fingerprint.values import Grid, GridCell
from docgen.merging.decisions.decision import CellEdit
from docgen.merging.decisions.paragraphs import merge_paragraphs, text_of
from docgen.merging.edited.value_comparison import same_cell, same_colour, same_paragraphs
from docgen.merging.ledger import Ledger

Place = tuple[int, int]


def decide_cells(name: str, built: Grid, now: Grid, ours: Grid, ledger: Ledger) -> dict[Place, CellEdit]:
    """The edits of cells by their place in the new table; ``built`` and ``now`` have the same form."""
    rows = _row_map(built, ours)
    found: dict[Place, CellEdit] = {}
    for row, cells in enumerate(built.rows):
        for column, cell in enumerate(cells):
            other = now.rows[row][column]
            if same_cell(cell, other):
                continue
            what = f"cell {row + 1}/{column + 1}"
            target = rows.get(row)
            if target is None or column >= len(ours.rows[target]):
                ledger.clash(name, what, cell.text, other.text, "（行がない）")
                continue
            edit = _cell(name, what, (row, column), (cell, other, ours.rows[target][column]), ledger)
            if edit is not None:
                found[target, column] = edit
    return found


def _cell(
    name: str, what: str, place: Place, cells: tuple[GridCell, GridCell, GridCell], ledger: Ledger
) -> CellEdit | None:
    built, now, ours = cells
    order = None
    if not same_paragraphs(built.paragraphs, now.paragraphs):
        merged = merge_paragraphs(
            built.paragraphs, now.paragraphs, ours.paragraphs, take_theirs=ledger.take_theirs
        )
        order = tuple(merged.order)
        for clash in merged.clashes:
            ledger.clash(name, what, clash.built, clash.by_hand, clash.by_content)
        if not merged.clashes:
            ledger.kept(name, what, text_of(built.paragraphs), text_of(now.paragraphs))
    fill = not same_colour(built.fill, now.fill)
    if fill and built.fill != ours.fill and not same_colour(ours.fill, now.fill):
        fill = ledger.clash(name, f"{what} fill", built.fill, now.fill, ours.fill)
    elif fill:
        ledger.kept(name, f"{what} fill", built.fill, now.fill)
    return CellEdit(*place, order, fill) if order is not None or fill else None


def _row_map(built: Grid, ours: Grid) -> dict[int, int]:
    """The row of the new table for each built row that is still there: by its texts, else by its place."""
    before, after = ([tuple(cell.text for cell in row) for row in grid.rows] for grid in (built, ours))
    found: dict[int, int] = {}
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal" or (tag == "replace" and i2 - i1 == j2 - j1):
            found.update((i1 + step, j1 + step) for step in range(i2 - i1))
        elif tag == "replace":
            heads = {after[at][:1]: at for at in range(j2 - 1, j1 - 1, -1)}
            found.update((at, heads[before[at][:1]]) for at in range(i1, i2) if before[at][:1] in heads)
    return found
