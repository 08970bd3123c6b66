"""Which facts a claim can speak of, one by one, in pairs, and as a part of a whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache

import docgen.patterns as re
from docgen.bearing.base_units import same_unit
from docgen.bearing.cue import Cue, same_period
from docgen.bearing.fact import TOTALS, Fact, FactTable
from docgen.model.period import Period

Pair = tuple[Fact, Fact]
_TOTAL = re.compile("[全県市国府都道世界地区年]{1,2}(?:合計|総計|計)")


def meant(cue: Cue) -> Iterator[Fact]:
    """The facts with the labels, the unit and the period of the claim."""
    for fact in cue.table.facts:
        if not same_unit(cue.claim.unit, fact.unit) or not cue.fits(fact):
            continue
        if cue.at(fact.period) or (not cue.own_period and "目標" in f"{fact.row}{fact.column}"):
            yield fact


def now(cue: Cue) -> Sequence[Fact]:
    """The facts of the claim's period, or of one that the sentence names."""
    at = (cue.claim.period, *cue.periods)
    if None in at:
        return cue.table.facts
    return [fact for fact in cue.table.facts if any(same_period(period, fact.period) for period in at)]


def grouped(facts: Iterable[Fact], key: Callable[[Fact], object]) -> list[list[Fact]]:
    """The facts that have the same key, in their order."""
    groups: dict[object, list[Fact]] = {}
    for fact in facts:
        groups.setdefault(key(fact), []).append(fact)
    return list(groups.values())


def is_total(table: FactTable, label: str) -> bool:
    """Whether a row or column sums up the others."""
    return bool(label) and (label == table.total or _is_total_name(label))


@lru_cache(maxsize=4096)
def _is_total_name(label: str) -> bool:
    return label in TOTALS or _TOTAL.fullmatch(label) is not None


def over_time(cue: Cue) -> Iterator[Pair]:
    """A newer and an older fact of the same labels, by the periods that the sentence names.

    With one named period, it is compared with the first, the one before, and the last; with none, the last with the
    first and with the one before.
    """
    facts = [fact for fact in cue.table.facts if fact.period and cue.fits(fact)]
    for series in grouped(facts, lambda fact: (fact.row, fact.column, fact.unit)):
        ordered = sorted(series, key=_end)
        named = [fact for fact in ordered if any(_ends_at(fact, period) for period in cue.periods)]
        yield from _compared(ordered, named)
        # Of several periods, the claim's own may be compared with the one before it.
        own = [index for index, fact in enumerate(ordered) if index and fact.period == cue.claim.period]
        yield from ((ordered[index], ordered[index - 1]) for index in own if len(named) > 1 and cue.own_period)


def _compared(ordered: list[Fact], named: list[Fact]) -> Iterator[Pair]:
    if len(named) >= 2:
        yield from ((new, old) for new in named for old in named if later(new, old))
    elif named:
        at = ordered.index(named[0])
        yield from ((ordered[at], ordered[other]) for other in sorted({0, at - 1}) if 0 <= other < at)
        yield from ((new, ordered[at]) for new in ordered[at + 1 :][-1:])
    elif len(ordered) >= 2:
        yield ordered[-1], ordered[0]
        yield ordered[-1], ordered[-2]


def later(new: Fact, old: Fact) -> bool:
    """Whether the first of two facts holds after the second."""
    return bool(new.period and old.period and new.period.end > old.period.end)


def _end(fact: Fact) -> date:
    return fact.period.end if fact.period else date.min


def _ends_at(fact: Fact, period: Period) -> bool:
    """Whether a fact holds at a period, or at the first or last year of a span."""
    if fact.period is None:
        return False
    ends = fact.period.start == period.start or fact.period.end == period.end
    return same_period(fact.period, period) or (period.kind == "span" and ends)


def side_by_side(cue: Cue) -> Iterator[Pair]:
    """Two facts of one period whose labels the sentence names: two rows of a column, or two columns of a row."""
    if len(cue.rows) < 2 and len(cue.columns) < 2:
        return
    facts = [fact for fact in now(cue) if fact.row in cue.rows or fact.column in cue.columns]
    for first in facts:
        of_rows = first.row in cue.rows and cue.fits(first, row=first.row)
        of_columns = first.column in cue.columns and cue.fits(first, column=first.column)
        for second in facts if of_rows or of_columns else ():
            if first is second or first.unit != second.unit or first.period != second.period:
                continue
            rows = of_rows and first.column == second.column and second.row in cue.rows
            if rows or (of_columns and first.row == second.row and second.column in cue.columns):
                yield first, second


def parts(cue: Cue, facts: Iterable[Fact]) -> Iterator[Pair]:
    """A part and its whole among facts of one period: two columns of a row, or two rows of a column.

    The sentence names the part; the whole is the one it names (県全体の, 観光客の), else the total where there is one.
    """
    facts = list(facts)
    named = [fact for fact in facts if _meant_part(cue, fact)]
    alike = {_unit_and_period(line[0]): line for line in grouped(facts if named else (), _unit_and_period)}
    for part in named:
        for whole in alike[_unit_and_period(part)]:
            if part is not whole and 0 < whole.value >= part.value and _meant_whole(cue, part, whole):
                yield part, whole


def _unit_and_period(fact: Fact) -> tuple[str, Period | None]:
    return fact.unit, fact.period


def parts_of_all(cue: Cue, facts: Iterable[Fact]) -> Iterator[tuple[Fact, list[Fact]]]:
    """A named row and all rows of its column, where the sentence speaks of all and no row is their total: 全体の53.3%."""
    if not cue.of_all or any(is_total(cue.table, row) for row in cue.table.rows):
        return
    for column in grouped([fact for fact in facts if fact.row], lambda fact: (fact.column, fact.period, fact.unit)):
        for part in column if len(column) > 2 else ():
            if _meant_part(cue, part):
                yield part, column


def _meant_part(cue: Cue, part: Fact) -> bool:
    rows = cue.rows if part.row else ()
    columns = cue.columns if part.column else ()
    if cue.whole and columns == (cue.whole,) and rows:
        # 東部では、定員の9割が: what part it is, no label tells.
        return part.row in rows
    return (not rows or part.row in rows) and (not columns or part.column in columns[:2])


def _meant_whole(cue: Cue, part: Fact, whole: Fact) -> bool:
    if cue.whole:
        label = cue.whole
        if label not in (whole.row, whole.column) or _is_across(cue, part, whole):
            return False
        if label == whole.column == part.column and not _named_or_total(cue, whole.row, cue.rows, cue.table.rows):
            return False
        return not cue.of_all or is_total(cue.table, whole.row if label == whole.column else whole.column) or not whole.row
    if cue.of_all:
        across = cue.table.rows if part.column == whole.column else cue.table.columns
        return any(is_total(cue.table, label) for label in across) and _total_on_each_side(cue, whole)
    if part.column == whole.column:
        return _named_or_total(cue, whole.row, cue.rows, cue.table.rows)
    return part.row == whole.row and _named_or_total(cue, whole.column, cue.columns, cue.table.columns)


def _is_across(cue: Cue, part: Fact, whole: Fact) -> bool:
    """Whether a part and a whole share neither row nor column, and the whole is no total: it is none of that part's."""
    apart = part.row != whole.row and part.column != whole.column
    return apart and not (is_total(cue.table, whole.row) or is_total(cue.table, whole.column))


def _total_on_each_side(cue: Cue, whole: Fact) -> bool:
    sides = ((whole.row, cue.table.rows), (whole.column, cue.table.columns))
    return all(is_total(cue.table, own) or not any(is_total(cue.table, label) for label in labels) for own, labels in sides)


def _named_or_total(cue: Cue, own: str, named: tuple[str, ...], labels: tuple[str, ...]) -> bool:
    return is_total(cue.table, own) or own in named or not any(is_total(cue.table, label) for label in labels)
