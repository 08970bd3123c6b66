"""Numbers that stand in two data files, or in last year's as well, and are not the same in both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from docgen.breach import Breach
from docgen.model import Compendium
from docgen.reconciling.data_facts import DataSeries, data_series

_ALIKE = 2
"""So many numbers two series must share, each of at least so many digits, for another that differs to be an error."""
_PRECISE = 3
_MOST = 50  # series that have one number in common by chance


def repeated_series(compendium: Compendium) -> Iterator[Breach]:
    """A number that another data file, or the same of last year, has otherwise, while the two agree on the others.

    Series are compared that are of the same years or things; of small numbers more must agree. What last year's folder
    has otherwise is a notice: its source may have revised it.
    """
    told: set[object] = set()
    revisable = _places_before(compendium)
    for first, second in same_series(compendium):
        for key, fact in first.facts.items():
            other = second.facts.get(key, fact)
            if fact.value != other.value and fact.where not in told:
                told.add(fact.where)
                yield Breach(
                    "data-disagree",
                    fact.where,
                    level="notice" if other.where in revisable else "error",
                    number=f"{fact.value:,f}",
                    right=f"{other.value:,f}",
                    label=f"{first.name}（{key}）",
                    place=str(other.where),
                )


def same_series(compendium: Compendium) -> Iterator[tuple[DataSeries, DataSeries]]:
    """The series that stand in two data files, or in last year's as well."""
    return (pair for pair in _candidates(_series(compendium), _series_before(compendium)) if _is_same(*pair))


def _series(compendium: Compendium) -> list[DataSeries]:
    return [series for name, table in compendium.tables.items() for series in data_series(name, table)]


def _series_before(compendium: Compendium) -> list[DataSeries]:
    return _series(compendium.previous) if compendium.previous is not None else []


def _places_before(compendium: Compendium) -> frozenset[object]:
    """The places of the numbers of last year's folder."""
    return frozenset(fact.where for series in _series_before(compendium) for fact in series.facts.values())


def _candidates(own: Sequence[DataSeries], before: Sequence[DataSeries]) -> Iterator[tuple[DataSeries, DataSeries]]:
    """The pairs of series that have a number for a key in common; those of last year are compared with this year's."""
    every = (*own, *before)
    at: dict[tuple[str, Decimal], list[int]] = {}
    for index, series in enumerate(every):
        for key, fact in series.facts.items():
            at.setdefault((key, fact.value.normalize()), []).append(index)
    shared = Counter(pair for found in at.values() if len(found) <= _MOST for pair in combinations(found, 2))
    for (first, second), _ in sorted(shared.items()):
        if first < len(own):
            yield every[first], every[second]


def _is_same(first: DataSeries, second: DataSeries) -> bool:
    """Whether two series agree on so many numbers that they are one."""
    common = [key for key in first.facts if key in second.facts]
    same = [key for key in common if first.facts[key].value == second.facts[key].value]
    weight = sum(1 if _digits(first.facts[key].value) >= _PRECISE else Decimal("0.5") for key in same)
    differing = len(common) - len(same)
    alike = weight >= _ALIKE and differing * 3 <= len(same)
    return alike or (weight >= 1 and differing <= 1 and _called_alike(first, second))


def _digits(value: Decimal) -> int:
    return len(value.normalize().as_tuple().digits)


def _called_alike(first: DataSeries, second: DataSeries) -> bool:
    """Whether two series have one name: those of a file and of last year's."""
    return first.table == second.table and first.name == second.name
