"""Budget lines a year later: what was requested is budgeted, what was budgeted executed, and a new request."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from docgen.editing.edits import Changes, Edit, PointAdded, TextEdit, Waiting
from docgen.editing.files import cell_written
from docgen.editing.source import Source
from docgen.editing.years import year_later
from docgen.model import BudgetLine, DataTable
from docgen.model.budget import KIND_NAMES, KINDS_AROUND, columns_of, kind_named, year_named
from docgen.model.lookup import table_named


def rolled_budgets(source: Source, refused: Collection[str] = ()) -> Changes:
    """The changes of all budget lines; each amount that is of another kind now, or awaited, waits.

    Data that is ``refused`` has no room for a row. The year before stays in the files; no chart has a column for it any
    more.
    """
    changes = Changes()
    year = source.compendium.fiscal_year + 1
    for line in source.compendium.budget_lines.values():
        changes += _written_out(line, year, source)
        if line.data is not None:
            table = table_named(line.data, source.compendium.tables, None)
            if source.takes_rows(table) and line.data not in refused:
                changes += _in_rows(line, str(line.data), table, year)
    return changes


def _in_rows(line: BudgetLine, data: str, table: DataTable, year: int) -> Changes:
    """Amounts that stand in a data file: kinds move on, and next year's request gets a row with an empty cell."""
    columns = columns_of(table, None)
    words: dict[str, str] = dict(KIND_NAMES)
    for cells in reversed(table.rows):
        spelled = kind_named(cells[columns.kind])
        if spelled is not None:
            words[spelled] = cells[columns.kind]
    edits: list[Edit] = []
    points: list[PointAdded] = []
    years = []
    for row, cells in enumerate(table.rows):
        if cells[columns.name] != (line.data_name or line.name):
            continue
        row_year = year_named(cells[columns.year])
        if row_year is None:
            continue
        kind = KINDS_AROUND.get(row_year - year)
        if kind is not None and kind_named(cells[columns.kind]) != kind:
            edits.append(cell_written(table, row, columns.kind, words[kind]))
            years.append(row_year)
        if row_year == year:
            new = list(cells)
            new[columns.year] = year_later(cells[columns.year]) or str(year + 1)
            new[columns.kind], new[columns.amount] = words["requested"], ""
            points.append(PointAdded(data, row, columns.year, tuple(new)))
            years.append(year + 1)
    return Changes(tuple(edits), _waiting(line, years, year), tuple(points))


def _written_out(line: BudgetLine, year: int, source: Source) -> Changes:
    """Amounts that stand in the YAML file itself."""
    edits: list[Edit] = []
    years = []
    for index, amount in enumerate(line.amounts):
        kind = KINDS_AROUND.get(amount.fiscal_year - year)
        if kind is not None and kind != amount.kind:
            edits += _in_its_language(source.replaced(("budget_lines", line.id, "amounts", index, "kind"), kind), source)
            years.append(amount.fiscal_year)
    if any(amount.fiscal_year == year for amount in line.amounts):
        years.append(year + 1)
    return Changes(tuple(edits), _waiting(line, years, year))


def _in_its_language(edits: Iterable[TextEdit], source: Source) -> Iterator[TextEdit]:
    """Edits that write a kind of amount, in Japanese where the text was."""
    for edit in edits:
        is_english = source.text(edit.file)[edit.start : edit.end].isascii()
        quote = edit.text[:1] if edit.text[:1] in "'\"" else ""
        kind = edit.text.strip("'\"")
        yield edit if is_english else replace(edit, text=f"{quote}{KIND_NAMES[kind]}{quote}")


def _waiting(line: BudgetLine, amount_years: Iterable[int], year: int) -> tuple[Waiting, ...]:
    """An entry for each fiscal year whose amount waits; ``year`` is the new folder's."""
    name = line.short_name or line.name
    return tuple(
        Waiting("budgets", f"{line.id}/{of}", f"{name}（{of}年度の{KIND_NAMES[KINDS_AROUND[of - year]]}）")
        for of in dict.fromkeys(amount_years)
    )
