"""The answer to a budget line: its amount in a fiscal year."""

from __future__ import annotations

from decimal import Decimal

from docgen.editing.edits import PointAdded
from docgen.editing.files import cell_written
from docgen.editing.source import Source
from docgen.editing.years import years_later
from docgen.forms.amounts import amount_written, large_change_remark
from docgen.forms.budgets import unit_of
from docgen.forms.change import NOTHING, Answer, FormChange, Outcome
from docgen.forms.content import FormContent
from docgen.forms.reading import number_in
from docgen.messages import message
from docgen.model import BudgetLine, DataReference, DataTable, Quantity
from docgen.model.budget import KIND_NAMES, KINDS_AROUND, columns_of
from docgen.model.lookup import cell_of
from docgen.model.measure import BUDGET_KIND_WORDS
from docgen.model.period import read_year


def budget_outcome(answer: Answer, content: FormContent, source: Source) -> Outcome:
    """What the answer to an amount changes. DocgenError, at its cell, for what is no amount."""
    cell = answer.cells.get("value")
    if cell is None:
        return NOTHING
    asked = answer.asked("value")
    number = number_in(cell, asked)
    if asked.now and Decimal(asked.now) == number:
        return NOTHING
    line, year = content.compendium.budget_lines[str(answer.row.path[1])], int(answer.row.path[2])
    after = Quantity(number, asked.unit)
    before = Quantity(Decimal(asked.now), asked.unit) if asked.now else None
    last = answer.row.shown.get("before")
    remark = large_change_remark(last if isinstance(last, Quantity) else None, before, after)
    shown = str(before) if before is not None else message("form-nothing-yet")
    change = FormChange(cell.where, answer.row.name, message("todo-amount"), shown, str(after), remark)
    expected = (("value", f"{number:f}"),)
    return _written(line, year, number, content, source) + Outcome(changes=(change,), expected=expected)


def _written(line: BudgetLine, year: int, number: Decimal, content: FormContent, source: Source) -> Outcome:
    """The edits for an amount: written out in the content, or in the row of a data file."""
    for index, amount in enumerate(line.amounts):
        if amount.fiscal_year == year:
            path = ("budget_lines", line.id, "amounts", index, "value")
            if isinstance(amount.value, DataReference):
                cell = cell_of(amount.value, content.compendium.tables, None)
                return Outcome((cell_written(cell.table, cell.row, cell.column, f"{number:f}"),))
            return Outcome(amount_written(path, number, source))
    if isinstance(line.data, str):
        return _in_rows(line, line.data, year, number, content)
    kind = KINDS_AROUND[year - content.compendium.fiscal_year]
    last = ("budget_lines", line.id, "amounts", len(line.amounts) - 1)
    if not line.amounts:
        entry = f"[{{fiscal_year: {year}, kind: {kind}, value: {number:f}, unit: {unit_of(line, year, content.library)}}}]"
        return Outcome(source.key_after(("budget_lines", line.id, "name"), "amounts", entry))
    # Quotes that stand there stay.
    written = amount_written((*last, "value"), number, source)[0].text.strip("'\"")
    again = {"fiscal_year": str(year), "kind": kind, "value": written}
    return Outcome(source.item_again(last, again))


def _in_rows(line: BudgetLine, data: str, year: int, number: Decimal, content: FormContent) -> Outcome:
    """An amount in the rows of a data file; a row that is missing follows the line's last."""
    table = content.compendium.tables[data]
    columns, name = columns_of(table, None), line.data_name or line.name
    rows = [row for row, cells in enumerate(table.rows) if cells[columns.name] == name]
    amount = Quantity(number, unit_of(line, year, content.library))
    own = [row for row in rows if read_year(table.rows[row][columns.year]) == year]
    if own:
        # A row that repeats the amount may state it in another unit.
        in_units = [(row, amount.convert(table.rows[row][columns.unit] or amount.unit)) for row in own]
        return Outcome(tuple(cell_written(table, row, columns.amount, f"{stated.value:f}") for row, stated in in_units))
    years = {row: read_year(table.rows[row][columns.year]) for row in rows}
    last = max(rows, key=lambda row: (years[row] < year, years[row]))
    cells = list(table.rows[last])
    before = read_year(cells[columns.year])
    cells[columns.year] = (years_later(cells[columns.year], year - before) if year > before else None) or str(year)
    cells[columns.kind] = _kind_word(table, columns.kind, KINDS_AROUND[year - content.compendium.fiscal_year])
    cells[columns.amount], cells[columns.unit] = f"{number:f}", amount.unit
    return Outcome(points=(PointAdded(data, last, columns.year, tuple(cells)),))


def _kind_word(table: DataTable, column: int, kind: str) -> str:
    """The word for a kind of amount that the data file uses."""
    used = (cells[column] for cells in table.rows if BUDGET_KIND_WORDS.value(cells[column]) == kind)
    return next(used, KIND_NAMES[kind])
