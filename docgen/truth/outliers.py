"""A cell of a table that is out of the scale of its neighbours: ten times what comes before and after it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from docgen.bearing.evidence import Evidence
from docgen.bearing.fact import Fact, FactTable
from docgen.bearing.selection import grouped
from docgen.breach import Breach
from docgen.truth.sentence import Sentence
from docgen.truth.spelled import spelled

_LEAST, _MOST = Decimal("8.5"), Decimal("11.8")
_CALM = Decimal(2)
_FEWEST = 3
"""How many other steps of a table must be calm for one of ten times to be an error."""


def cells_in_scale(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A number that is about ten times, or a tenth of, its row or column's others, where no other of the table so jumps.

    Within a series both neighbours tell it; at its end the steps of the other series do.
    """
    for table in evidence.tables:
        yield from _of_table(table)


def _of_table(table: FactTable) -> Iterator[Breach]:
    dated = [fact for fact in table.facts if fact.period is not None and fact.value > 0 and fact.unit]
    series = [sorted(group, key=_end) for group in grouped(dated, lambda fact: (fact.row, fact.column, fact.unit))]
    steps = [(before, after) for line in series for before, after in pairwise(line)]
    jumps = [(before, after) for before, after in steps if not _is_calm(before, after)]
    if len(steps) - len(jumps) < _FEWEST:
        return
    for line in series:
        own = [pair for pair in jumps if pair[0] in line]
        wrong = _wrong(line, own) if len(own) == len(jumps) else None
        if wrong is not None:
            yield _breach(*wrong)


def _wrong(line: Sequence[Fact], jumps: Sequence[tuple[Fact, Fact]]) -> tuple[Fact, Fact] | None:
    """The fact that jumps off a series, and the neighbour that it is judged by; None where the series may have jumped."""
    match jumps:
        case [(before, after), (same, back)] if after is same and _is_ten(after, before) and _is_ten(after, back):
            return (after, before) if (after.value > before.value) == (after.value > back.value) else None
        case [(before, after)] if _is_ten(before, after) and len(line) == _FEWEST - 1:
            return after, before
        case [(before, after)] if _is_ten(before, after) and before is line[0]:
            return before, after
    return None


def _is_calm(first: Fact, second: Fact) -> bool:
    return max(first.value, second.value) / min(first.value, second.value) < _CALM


def _is_ten(first: Fact, second: Fact) -> bool:
    return _LEAST <= max(first.value, second.value) / min(first.value, second.value) <= _MOST


def _end(fact: Fact) -> int:
    return fact.period.end.toordinal() if fact.period is not None else 0


def _breach(wrong: Fact, beside: Fact) -> Breach:
    return Breach(
        "out-of-scale",
        wrong.where or wrong.place,
        label=" ".join(filter(None, (wrong.row, wrong.column, str(wrong.period)))),
        value=spelled(wrong.value, wrong.unit),
        other=spelled(beside.value, beside.unit),
        place=beside.place,
    )
