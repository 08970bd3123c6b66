"""What a mark of a change judges: the change that a sentence tells, or that of the series which it names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from docgen.bearing.cue import same_period
from docgen.bearing.fact import Fact, FactTable
from docgen.bearing.mentions import mentions
from docgen.model.period import Period
from docgen.truth.sentence import Sentence
from docgen.truth.wording.aim import EARLIER, Aim
from docgen.truth.wording.series import Series, series_of

_WHOLE = Decimal(100)


def changes_of(sentence: Sentence, scope: tuple[int, int], tables: Sequence[FactTable]) -> Iterator[Aim]:
    """The values before and after of what the words of ``scope`` speak of, as something to be judged.

    A change in percent that stands there goes first, as one from 100: 前年比5.0%の減.
    """
    start, end = scope
    stated = [c for c in sentence.numbers if start <= c.start and c.end <= end and c.kind == "change" and c.unit == "%"]
    if stated:
        low, high = stated[0].low, stated[0].high
        if len(stated) == 1 and low is not None and high is not None:
            value = _WHOLE + (low + high) / 2
            yield Aim((value,), ((_WHOLE, value),), "%", None, "", False, None, (), stated[0].text)
        return
    found = [series for table in tables for series in _named(sentence.words[start:end], table)]
    if len(found) == 1:
        aim = _of_series(sentence, scope, found[0])
        if aim is not None:
            yield aim
    alone = [one for table in tables for one in _without_past(sentence.words[start:end], table)]
    if not found and len(alone) == 1:
        [fact] = alone
        yield Aim((fact.value,), (), fact.unit, None, "", False, None, (fact,), fact.place)


def _without_past(words: str, table: FactTable) -> list[Fact]:
    """The values of a table of periods that has but one of them; the one whose label stands in some words, if any."""
    if table.rows or not table.facts or len(table.texts) > 1 or any(fact.period is None for fact in table.facts):
        return []
    named = {mention.label for mention in mentions(words, table.columns)}
    return [fact for fact in table.facts if fact.column in named] or list(table.facts)


def _named(words: str, table: FactTable) -> list[Series]:
    """The series whose labels stand in some words; the only one of a table, where it has no other."""
    every = series_of(table)
    named = {mention.label for mention in mentions(words, table.labels)}
    found = [series for series in every if named & {series.row, series.column}]
    return found or (list(every) if len(every) == 1 else [])


def _of_series(sentence: Sentence, scope: tuple[int, int], series: Series) -> Aim | None:
    told = [c for c in sentence.claims if c.kind == "period" and scope[0] <= c.start and c.end <= scope[1]]
    earlier = [claim for claim in told if EARLIER.match(sentence.words, claim.end)]
    periods = [claim.period for claim in told if claim not in earlier]
    at = _places(series, periods)
    last = at[-1] if at else len(series.facts) - 1
    since = _places(series, [claim.period for claim in earlier])
    if (periods and not at) or not last or (earlier and (not since or since[0] >= last)):
        return None
    new = series.values[last]
    before = tuple((series.values[one], new) for one in (since[:1] or sorted({0, last - 1})))
    return Aim((new,), before, series.unit, None, "", False, None, series.facts[: last + 1], series.facts[last].place)


def _places(series: Series, periods: Sequence[Period | None]) -> list[int]:
    """Where the facts of some periods stand in a series."""
    return [i for i, fact in enumerate(series.facts) if any(one and same_period(fact.period, one) for one in periods)]
