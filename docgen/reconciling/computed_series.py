"""Numbers of a data file that the others of it give: a sum, a share, a total; found by the rows in which it holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations, permutations

from docgen.breach import Breach
from docgen.model import Compendium
from docgen.reconciling.data_facts import DataFact, DataSeries, data_series
from docgen.value import value

_TOTAL = re.compile(r"(?:.*[\s　])?(?:合計|総計|総数|計|全体|total\w*)(?:[\s　].*)?", re.IGNORECASE)
# Numbers in a scale are rounded to it, so that a sum may be off by one.
_SCALED = re.compile("million|billion|thousand|oku|[十百千万億兆]", re.IGNORECASE)
_FEWEST = 3
"""In so many rows at least a computation must hold, and in four of five, for the others to be errors."""
_MOST_SERIES = 9
_HUNDRED = Decimal(100)

Way = Callable[[Sequence[DataFact]], Decimal | None]
"""What numbers give; None where they give none."""


@value(frozen=True, slots=True)
class Computed:
    """A number, and the numbers that give it in a way."""

    fact: DataFact
    label: str
    way: Way
    of: tuple[DataFact, ...]

    @property
    def right(self) -> Decimal | None:
        """What the others give."""
        return self.way(self.of)

    @property
    def holds(self) -> bool:
        """Whether the number is the computed one, within the rounding of it and of its parts."""
        right = self.right
        if right is None or self.fact.value == right:
            return right is not None
        off, parts = abs(self.fact.value - right), len(self.of) + 1
        if off * 2 > parts:  # no rounding of so many numbers makes up for it
            return False
        steps = [_step(part.value) for part in (self.fact, *self.of)]
        fractions = sum((step for step in steps if step < 1), Decimal(0)) / 2
        scaled = Decimal(parts) / 2 if _SCALED.search(self.label) else Decimal(0)
        return off <= max(fractions, scaled)


def computed_series(compendium: Compendium) -> Iterator[Breach]:
    """A number of a data file that is not the sum, the share or the total that it is in the other rows or columns."""
    for name, table in compendium.tables.items():
        for found in computations(data_series(name, table)):
            if not found.holds and found.right is not None:
                yield Breach(
                    "data-not-computed",
                    found.fact.where,
                    number=f"{found.fact.value:,f}",
                    right=f"{found.right:,f}",
                    label=found.label,
                    parts=tuple(str(fact.where) for fact in found.of),
                )


def computations(series: Sequence[DataSeries]) -> Iterator[Computed]:
    """The numbers of a data file that the others give, by computations that hold for most of them."""
    for whole in series:
        yield from next(_across(whole, [other for other in series if other is not whole]), ())
    yield from _totals(series)


def _across(whole: DataSeries, others: Sequence[DataSeries]) -> Iterator[tuple[Computed, ...]]:
    """A series as the sum of the others, or of two of them, or as the share of one in another, key by key."""
    others = [other for other in others if len(whole.facts.keys() & other.facts.keys()) >= _FEWEST]
    few = len(others) <= _MOST_SERIES
    if not few and not _TOTAL.fullmatch(whole.name):
        return
    ways: list[tuple[Way, Sequence[DataSeries]]] = [(_sum, others)] if len(others) > 2 else []
    if few:
        ways += [(_sum, parts) for parts in combinations(others, 2)]
        ways += [(_share, parts) for parts in permutations(others, 2)]
        ways += [(_share_of(total), [part]) for part in others if (total := _total_of(part)) is not None]
    for way, parts in ways:
        found = _computed(whole, parts, way)
        if found:
            yield found


def _computed(whole: DataSeries, parts: Sequence[DataSeries], way: Way) -> tuple[Computed, ...]:
    """The numbers of a series by a way to compute them; () where it does not hold for most."""
    keys = [key for key in whole.facts if any(key in part.facts for part in parts)]
    # What is called a total is one, where it is so twice.
    fewest = _FEWEST - 1 if _TOTAL.fullmatch(whole.name) else _FEWEST
    most = max(1, len(keys) // 5)
    found: list[Computed] = []
    wrong = telling = 0
    for key in keys:
        of = tuple(part.facts[key] for part in parts if key in part.facts)
        one = Computed(whole.facts[key], f"{whole.name}（{key}）", way, of)
        holds = one.holds
        # An empty cell of a sum adds nothing, or is not known.
        if len(of) < len(parts) and (way is not _sum or len(of) < 2 or not holds):
            continue
        found.append(one)
        wrong += not holds
        telling += holds and sum(map(bool, (part.value for part in of))) >= min(2, len(of))
        if wrong > most:
            return ()
    allowed = max(len(found) // 5, min(1, len(found) - fewest))
    return tuple(found) if telling >= fewest and wrong <= allowed else ()


def _sum(of: Sequence[DataFact]) -> Decimal:
    return sum((fact.value for fact in of), Decimal(0))


def _share(of: Sequence[DataFact]) -> Decimal | None:
    part, whole = of
    return round(_HUNDRED * part.value / whole.value, 2) if whole.value else None


def _share_of(total: Decimal) -> Way:
    return lambda of: round(_HUNDRED * of[0].value / total, 2) if total else None


def _step(value: Decimal) -> Decimal:
    exponent = value.as_tuple().exponent
    return Decimal(1).scaleb(min(exponent, 0) if isinstance(exponent, int) else 0)


def _total_of(series: DataSeries) -> Decimal | None:
    """The total that a series has among its keys."""
    return next((fact.value for key, fact in series.facts.items() if _TOTAL.fullmatch(key)), None)


def _totals(series: Sequence[DataSeries]) -> Iterator[Computed]:
    """The totals of columns, where those of other columns are the sum of the rest, or this one nearly is."""
    found = [total for one in series if (total := _total(one)) is not None]
    holding = any(total.holds for total in found)
    for total in found:
        right = _sum(total.of)
        if holding or abs(right - total.fact.value) * 2 <= abs(right):
            yield total


def _total(series: DataSeries) -> Computed | None:
    """The one total of a column as the sum of the rest."""
    keys = [key for key in series.facts if _TOTAL.fullmatch(key)]
    of = tuple(fact for key, fact in series.facts.items() if key not in keys)
    if len(keys) != 1 or len(of) < 2:
        return None
    return Computed(series.facts[keys[0]], f"{series.name}（{keys[0]}）", _sum, of)
