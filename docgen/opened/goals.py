"""The targets that the tables of a deck state: a column 目標値, and one for the year that it is set for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import docgen.patterns as re
from docgen.bearing.base_units import base_unit
from docgen.bearing.evidence import Better, Goal
from docgen.bearing.fact import FactTable, unit_in
from docgen.model.period import Period
from docgen.sentences.claims import claims
from docgen.sentences.plain import plain

_TARGET = re.compile(r"目標(?:値|水準)?(?:\s*\(.*\))?")
_DUE = re.compile("目標(?:年度?|年次|時期)|達成(?:年度?|時期)|期限")
_LESS = re.compile("以下|未満|以内")
_MORE = re.compile("以上|超")
_BRACKETS = re.compile(r"\s*\([^)]*\)$")


def goals_of(tables: Sequence[FactTable]) -> tuple[Goal, ...]:
    """The targets of the rows of tables that have a column 目標 or 目標値, each by the name of its row.

    The bound that a cell states (90％以上) tells what is better; without one that is not known.
    """
    return tuple(goal for table in tables for goal in _of_table(table))


def _of_table(table: FactTable) -> Iterator[Goal]:
    columns = [column for column in table.columns if _TARGET.fullmatch(plain(column).strip())]
    dues = [column for column in table.columns if _DUE.search(column)]
    if len(columns) != 1 or len(dues) > 1:
        return
    [column] = columns
    place = _places(table)
    for line in table.texts:
        name = plain(line[0]).strip() if line else ""
        at = place.get(column, 0)
        cell = plain(line[at]) if name and 0 < at < len(line) else ""
        due = line[place[dues[0]]] if dues and place.get(dues[0], len(line)) < len(line) else ""
        goal = _goal(table, line[0] if line else "", column, cell, _period(due) or _period(column))
        if goal is not None:
            yield goal


def _places(table: FactTable) -> dict[str, int]:
    """Where each column stands in a line; nothing where columns of periods stand between them."""
    columns = [fact.column for fact in table.facts]
    if len(table.columns) + 1 != max((len(line) for line in table.texts), default=0) or "" in columns:
        return {}
    return {column: at for at, column in enumerate(table.columns, start=1)}


def _goal(table: FactTable, row: str, column: str, cell: str, due: Period | None) -> Goal | None:
    fact = next((fact for fact in table.facts if (fact.row, fact.column) == (row, column)), None)
    name = _BRACKETS.sub("", plain(row)).strip()
    if fact is not None:
        return Goal(name, fact.value, fact.unit, due, _better(cell))
    return _of_bound(name, unit_in(row), cell, due)


def _of_bound(name: str, unit: str, cell: str, due: Period | None) -> Goal | None:
    """The target in a cell that states a bound, which is no fact: 90％以上."""
    found = [claim for claim in claims(cell) if claim.kind in ("number", "share", "rank")]
    if len(found) != 1 or len(found[0].text) < len(cell.strip()) or not _better(cell):
        return None
    value = found[0].low if _MORE.search(cell) else found[0].high
    scale = base_unit(unit)[1] if unit and not found[0].unit else 1
    own = found[0].unit or base_unit(unit)[0]
    return Goal(name, value * scale, own, due, _better(cell)) if value is not None else None


def _better(cell: str) -> Better:
    return "lower" if _LESS.search(cell) else "higher" if _MORE.search(cell) else ""


def _period(text: str) -> Period | None:
    named = [claim.period for claim in claims(text) if claim.kind == "period" and claim.period is not None]
    return named[0] if len(named) == 1 else None

