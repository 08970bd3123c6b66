"""How the number of a case follows from the cells of its tables, recomputed with decimals."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise
from typing import Any

Tables = Mapping[str, Mapping[str, Any]]

_HUNDRED = Decimal(100)
_RELATIONS: Mapping[str, Callable[[Decimal, Decimal], bool]] = {
    "at_least": lambda left, right: left >= right,
    "at_most": lambda left, right: left <= right,
    "over": lambda left, right: left > right,
    "under": lambda left, right: left < right,
}
_NUMBERS: Mapping[str, Callable[[Sequence[Decimal]], Decimal]] = {
    "cell": lambda cells: cells[0],
    "difference": lambda cells: cells[0] - cells[1],
    "points": lambda cells: cells[0] - cells[1],
    "percent_change": lambda cells: (cells[0] - cells[1]) / cells[1] * _HUNDRED,
    "multiple": lambda cells: cells[0] / cells[1],
    "share": lambda cells: sum(cells[:-1], Decimal(0)) / cells[-1] * _HUNDRED,
    "share_points": lambda cells: (cells[0] / cells[1] - cells[2] / cells[3]) * _HUNDRED,
    "sum": lambda cells: sum(cells, Decimal(0)),
    "mean": lambda cells: sum(cells, Decimal(0)) / len(cells),
    "max": max,
    "min": min,
}
_WORDS: Mapping[str, Callable[[Sequence[Decimal]], bool]] = {
    "always_rises": lambda cells: all(a < b for a, b in pairwise(cells)),
    "always_falls": lambda cells: all(a > b for a, b in pairwise(cells)),
    "rises": lambda cells: cells[0] < cells[1],
    "falls": lambda cells: cells[0] > cells[1],
    "highest": lambda cells: cells[0] == max(cells) and cells.count(cells[0]) <= 2,
    "lowest": lambda cells: cells[0] == min(cells) and cells.count(cells[0]) <= 2,
    "majority": lambda cells: sum(cells[:-1], Decimal(0)) * 2 > cells[-1],
    "doubles": lambda cells: cells[0] >= 2 * cells[1],
    "within": lambda cells: abs(cells[0] - cells[1]) * _HUNDRED <= cells[1],
}
HOWS = {*_NUMBERS, *_WORDS, "count", "rank", "all"}


def holds(derivation: Mapping[str, Any], tables: Tables) -> bool:
    """Whether the cells give the derivation's ``value``, at its printed precision or in its ``relation``."""
    how, value = derivation["how"], derivation["value"]
    cells = [cell for reference in derivation["of"] for cell in cells_of(reference, tables)]
    if how in _WORDS or how == "all":
        outcome = _meets(derivation, cells) == len(cells) if how == "all" else _WORDS[how](_numbers(cells))
        return bool(value == ("true" if outcome else "false"))
    result = _number(derivation, cells) * Decimal(derivation.get("scale", "1"))
    relation = derivation.get("relation")
    if relation:
        return _RELATIONS[relation](result, Decimal(value))
    step = Decimal(derivation["to"]) if "to" in derivation else Decimal(1).scaleb(_exponent(Decimal(value)))
    return (result / step).quantize(Decimal(1), rounding=ROUND_HALF_UP) * step == Decimal(value)


def cells_of(reference: str, tables: Tables) -> list[str]:
    """The cells of ``table/row/column``; ``*`` for a row means every row but the table's ``total``."""
    name, row, column = reference.split("/")
    table = tables[name]
    index = table["columns"].index(column)
    rows = {cells[0]: cells[index] for cells in table["rows"]}
    if row != "*":
        return [rows[row]]
    return [cell for key, cell in rows.items() if key != table.get("total")]


def _number(derivation: Mapping[str, Any], cells: Sequence[str]) -> Decimal:
    how = derivation["how"]
    if how == "count":
        return Decimal(_meets(derivation, cells) if "where" in derivation else len(cells))
    numbers = _numbers(cells)
    if how == "rank":
        smallest = derivation.get("order") == "smallest"
        return Decimal(1 + sum(other < numbers[0] if smallest else other > numbers[0] for other in numbers[1:]))
    return _NUMBERS[how](numbers)


def _meets(derivation: Mapping[str, Any], cells: Sequence[str]) -> int:
    """How many cells meet ``where``: a word that the cell is, or a relation and a number."""
    where = derivation["where"]
    if isinstance(where, str):
        return sum(cell == where for cell in cells)
    relation, bound = where
    return sum(_RELATIONS[relation](number, Decimal(bound)) for number in _numbers(cells))


def _numbers(cells: Sequence[str]) -> list[Decimal]:
    return [Decimal(cell) for cell in cells]


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)
    return exponent
