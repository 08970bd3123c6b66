"""Budget lines a year later: what was requested is budgeted, what was budgeted executed, and a new request."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from docgen.model import BudgetLine, DataTable
from docgen.model.budget import KINDS, columns_of
from docgen.model.measure import BudgetKind
from docgen.rollover.edits import CellEdit, Changes, Edit, RowAdded, Waiting
from docgen.rollover.source import Source

# The kinds of the columns around a fiscal year: last year's, this year's, next year's.
_AROUND: Mapping[int, BudgetKind] = {-1: "executed", 0: "budgeted", 1: "requested"}
_WORDS: Mapping[BudgetKind, str] = {"executed": "執行額", "budgeted": "予算額・執行額", "requested": "概算要求"}


def rolled_budgets(source: Source) -> Changes:
    """The changes of all budget lines; each amount that is of another kind now, or awaited, waits.

    The year before stays in the files; no chart has a column for it any more.
    """
    changes = Changes()
    year = source.compendium.fiscal_year + 1
    for line in source.compendium.budget_lines.values():
        changes += _written_out(line, year, source)
        if line.data is not None:
            table = source.compendium.tables[line.data]
            file = source.csv_file(table)
            if file is not None:
                changes += _in_rows(line, table, file, year)
    return changes


def _in_rows(line: BudgetLine, table: DataTable, file: str, year: int) -> Changes:
    columns = columns_of(table, None)
    rows = [row for row, cells in enumerate(table.rows) if cells[columns.name] == (line.data_name or line.name)]
    words = _words_in(table, columns.kind)
    edits: list[Edit] = []
    years = []
    for row in rows:
        of_row, at = int(table.rows[row][columns.year]), table.line(row)
        kind = _AROUND.get(of_row - year)
        if kind is not None and KINDS[table.rows[row][columns.kind]] != kind:
            edits.append(CellEdit(file, at, columns.kind, words[kind]))
            years.append(of_row)
        if of_row == year:
            cells = list(table.rows[row])
            cells[columns.year], cells[columns.kind], cells[columns.amount] = str(year + 1), words["requested"], ""
            edits.append(RowAdded(file, at, tuple(cells)))
            years.append(year + 1)
    return Changes(tuple(edits), tuple(_waiting(line, each, year) for each in dict.fromkeys(years)))


def _written_out(line: BudgetLine, year: int, source: Source) -> Changes:
    """Amounts that stand in the YAML file itself."""
    edits: list[Edit] = []
    years = []
    for at, amount in enumerate(line.amounts):
        path = ("budget_lines", line.id, "amounts", at)
        kind = _AROUND.get(amount.fiscal_year - year)
        if kind is not None and kind != amount.kind:
            edits += source.replaced((*path, "kind"), kind)
            years.append(amount.fiscal_year)
    if any(amount.fiscal_year == year for amount in line.amounts):
        years.append(year + 1)
    return Changes(tuple(edits), tuple(_waiting(line, each, year) for each in years))


def _waiting(line: BudgetLine, of_year: int, year: int) -> Waiting:
    kind = _WORDS[_AROUND[of_year - year]]
    return Waiting("budgets", f"{line.id}/{of_year}", f"{line.short_name or line.name}（{of_year}年度の{kind}）")


def _words_in(table: DataTable, column: int) -> Mapping[BudgetKind, str]:
    """How the file spells each kind; as it is usual where it does not have the kind."""
    spelled = dict(_spellings(table, column))
    return {kind: spelled.get(kind, word) for kind, word in _WORDS.items()}


def _spellings(table: DataTable, column: int) -> Iterator[tuple[BudgetKind, str]]:
    return ((KINDS[cells[column]], cells[column]) for cells in reversed(table.rows) if cells[column] in KINDS)
