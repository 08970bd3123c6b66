"""What a mark judges by another column of its row: the value against 平年, where the marks mean 平年の80%未満 and so on."""

from __future__ import annotations

from collections.abc import Collection

from docgen.bearing.base_units import same_unit
from docgen.bearing.fact import Fact, FactTable
from docgen.sentences.plain import plain
from docgen.truth.wording.aim import Aim

BASE = "前回"
"""What the base is called in a meaning that is to be judged."""
_SHORTEST = 2


def against_base(table: FactTable, row: str, meanings: Collection[str]) -> tuple[Aim, str] | None:
    """The value of a row against the column that the meanings name, and what this is called; None for no such column."""
    facts = [fact for fact in table.facts if fact.row == row]
    bases = [fact for fact in facts if _is_named(fact, meanings)]
    if len(bases) != 1:
        return None
    [base] = bases
    others = [fact for fact in facts if fact is not base and same_unit(fact.unit, base.unit)]
    if len(others) != 1:
        return None
    [own] = others
    aim = Aim((own.value,), ((base.value, own.value),), own.unit, None, "", False, None, (own,), own.place)
    return aim, plain(base.column)


def _is_named(fact: Fact, meanings: Collection[str]) -> bool:
    column = plain(fact.column)
    return len(column) >= _SHORTEST and any(column in meaning for meaning in meanings)
