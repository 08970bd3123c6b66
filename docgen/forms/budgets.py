"""Budget lines: their amounts in the fiscal years around the compendium's."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.derive.library import Library
from docgen.forms.content import CONFIRMED, FormContent
from docgen.forms.form import AnswerCell, FormRow
from docgen.model import BudgetLine, Quantity
from docgen.model.budget import KIND_NAMES, KINDS_AROUND
from docgen.model.renames import earlier


def budget_rows(content: FormContent) -> Iterator[FormRow]:
    """A row for each line and each of the fiscal years that charts show."""
    last = content.library.previous
    for line in content.compendium.budget_lines.values():
        before = earlier(line, last.content.budget_lines) if last is not None else None
        for year in content.compendium.budget_years:
            yield _row(line, year, content, _amount(before, year, last))


def unit_of(line: BudgetLine, year: int, library: Library) -> str:
    """The unit of a line's amount in a year: its own, else that of the latest amount; 百万円 where there is none."""
    amounts = library.amounts(line).quantities
    latest = amounts[max(amounts)] if amounts else Quantity.of(0, "百万円")
    return amounts.get(year, latest).unit


def _row(line: BudgetLine, year: int, content: FormContent, before: Quantity | None) -> FormRow:
    identifier = f"{line.id}/{year}"
    path = ("budget_lines", line.id, year)
    amounts = content.library.amounts(line)
    number, unit = amounts.quantities.get(year), unit_of(line, year, content.library)
    kind = KIND_NAMES[amounts.kinds.get(year, KINDS_AROUND[year - content.compendium.fiscal_year])]
    name = line.short_name or line.name
    return FormRow(
        f"budgets/{identifier}",
        path,
        f"{name} {year}年度",
        {
            "group": line.name,
            "task": content.tasks.get(("budgets", identifier), ""),
            "year": f"{year}年度",
            "kind": kind,
            "unit": unit,
            "now": number if number is not None else "（なし）",
            **({"before": before} if before is not None else {}),
        },
        {
            "value": AnswerCell(
                "number",
                f"{number.value:f}" if number is not None else "",
                unit=unit,
                note=f"{year}年度の{kind}を{unit}で入れてください。",
            ),
            **CONFIRMED,
        },
        content.responsible.of(path),
        content.item("budgets", identifier),
    )


def _amount(line: BudgetLine | None, year: int, library: Library | None) -> Quantity | None:
    return library.amounts(line).quantities.get(year) if line is not None and library is not None else None
