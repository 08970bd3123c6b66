"""Whether a number can be computed at all of the facts that its sentence names: then no slip is told by it alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, permutations

import docgen.patterns as re
from docgen.bearing.base_units import same_unit
from docgen.bearing.cue import Cue
from docgen.bearing.fact import Fact
from docgen.bearing.mentions import mentions
from docgen.bearing.selection import grouped, is_total
from docgen.sentences.claim import Claim

_MOST = 48
"""Facts; of more, nearly any number can be computed."""
_PER = re.compile("当たり|あたり|につき|に対し|ごと|受け持|密度|換算")
_RATE = re.compile("割合|[一-龥]率|比|シェア|当たり|差|超過|うち")
_SCALES = tuple(Decimal(10) ** power for power in range(6))
_LONGEST = 5  # rows that are added up

Amount = tuple[Decimal, Decimal]
"""The least and the greatest that something can be."""


def can_be_computed(own: Cue) -> bool:
    """Whether a cell, a sum, a difference, a quotient or a change of the facts of the named labels meets the claim.

    Also where there are too many facts to tell, or none that could give such a number.
    """
    facts = _facts(own)
    if not facts or len(facts) > _MOST or own.claim.kind == "duration":
        return True
    if any(same_unit(fact.unit, own.claim.unit) and _meets(own.claim, (fact.low, fact.high)) for fact in own.table.facts):
        return True
    lines = [*grouped(facts, lambda fact: (fact.row, fact.unit)), *grouped(facts, lambda fact: (fact.column, fact.unit))]
    lines += grouped(facts, lambda fact: (fact.period, fact.unit))
    amounts = {unit: list(dict.fromkeys(values)) for unit, values in _amounts(facts, lines).items()}
    return any(_meets(own.claim, value) for value in _values(own, facts, amounts))


def _facts(own: Cue) -> Sequence[Fact]:
    """The facts of the rows or of the columns that a sentence names, and of totals; all where it names no label.

    Of a plain number they are those of both that are named before it, where no rate is told.
    """
    if own.claim.kind in ("number", "share") and not _RATE.search(own.sentence, 0, own.claim.start):
        before = {one.label for one in mentions(own.sentence, own.table.labels) if one.end <= own.claim.start}
        return [fact for fact in own.table.facts if _is_named(own, fact, before)]
    named = {one.label for one in mentions(own.sentence, own.table.labels)}
    rows, columns = named.intersection(own.table.rows), named.intersection(own.table.columns)
    return [
        fact
        for fact in own.table.facts
        if not (rows or columns)
        or not (fact.row and fact.column)
        or (fact.row in rows or is_total(own.table, fact.row))
        or (fact.column in columns or is_total(own.table, fact.column))
    ]


def _is_named(own: Cue, fact: Fact, named: set[str]) -> bool:
    """Whether the row and the column of a fact are named, each where its side is, or sum the others up."""
    sides = ((fact.row, own.table.rows), (fact.column, own.table.columns))
    return all(
        not label or label in named or is_total(own.table, label) or not named.intersection(labels)
        for label, labels in sides
    )


def _amounts(facts: Sequence[Fact], lines: Sequence[Sequence[Fact]]) -> dict[str, list[Amount]]:
    """The facts by their unit, and the sums of those that stand in a line: of some, of those in a row, of all but some."""
    found: dict[str, list[Amount]] = {}
    for fact in facts:
        found.setdefault(fact.unit, []).append((fact.low, fact.high))
    for line in lines:
        sums = found.setdefault(line[0].unit, [])
        for size in range(2, min(len(line), _LONGEST) + 1):
            for some in combinations(line, size) if len(line) <= 2 * _LONGEST else _runs(line, size):
                sums.append(_sum(some))
        sums.append(_sum(line))
    return found


def _runs(line: Sequence[Fact], size: int) -> Iterator[Sequence[Fact]]:
    return (line[at : at + size] for at in range(len(line) - size + 1))


def _sum(facts: Sequence[Fact]) -> Amount:
    value = sum((fact.value for fact in facts), Decimal(0))
    slack = sum((fact.slack for fact in facts), Decimal(0)) / 2
    return value - slack, value + slack


def _values(own: Cue, facts: Sequence[Fact], amounts: dict[str, list[Amount]]) -> Iterator[Amount]:
    claim = own.claim
    alike = [value for unit, values in amounts.items() if same_unit(unit, claim.unit) for value in values]
    yield from alike
    yield from ((first[0] - second[1], first[1] - second[0]) for first, second in permutations(alike, 2))
    if claim.unit in ("%", "倍", "ポイント", ""):
        scale = 100 if claim.unit in ("%", "ポイント") else 1
        for first, second in _pairs(amounts):
            low, high = scale * first[0] / second[1], scale * first[1] / second[0]
            yield from ((low, high), (low - scale, high - scale), (scale - high, scale - low))
    if "平均" in own.sentence:
        yield from map(_mean, grouped(facts, lambda fact: (fact.row if fact.row else fact.column, fact.column)))
        yield from map(_mean, grouped(facts, lambda fact: (fact.column, fact.period)))
    if claim.unit != "%" and (_PER.search(own.sentence) or any(one.admits(Decimal(1)) for one in own.others)):
        every = [value for values in amounts.values() for value in values]
        for first in alike:
            for second in every:
                if second[0] > 0:
                    yield from ((scale * first[0] / second[1], scale * first[1] / second[0]) for scale in _SCALES)


def _pairs(amounts: dict[str, list[Amount]]) -> Iterator[tuple[Amount, Amount]]:
    for values in amounts.values():
        yield from ((one, other) for one, other in permutations(values, 2) if one[0] > 0 and other[0] > 0)


def _mean(facts: Sequence[Fact]) -> Amount:
    low, high = _sum(facts)
    return low / len(facts), high / len(facts)


def _meets(claim: Claim, value: Amount) -> bool:
    low, high = value
    if claim.low is None or claim.high is None:
        return True
    return (low <= claim.high and claim.low <= high) or (low <= -claim.low and -claim.high <= high)
