"""Words of extent against the series that they speak of: 一貫して, ○年連続, 横ばい, わずかに, 大幅に."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from docgen.bearing.evidence import Evidence
from docgen.breach import Breach
from docgen.truth.near import near
from docgen.truth.sentence import Sentence
from docgen.truth.spelled import spelled
from docgen.truth.wording.good import sign_of
from docgen.truth.wording.series import Series
from docgen.truth.wording.subject import spoken_of
from docgen.truth.wording.trend import Trend, trends
from docgen.truth.wording.windows import Window, Windows, windows
from docgen.value import value

_FLAT = Decimal("0.1")
"""What changes by more than this part is not 横ばい."""
_FLAT_POINTS = (Decimal(1), Decimal(5))
_SMALL = Decimal("0.2")
"""What changes by more than this part, of its value and of the range of its series, is not わずか."""
_LARGE = Decimal("0.05")
"""What changes by less than this part is not 大幅."""


@value(frozen=True, slots=True)
class Unlike:
    """An extent that a series does not have: ``variant`` of the text, and the two facts that tell so."""

    variant: str
    series: Series
    window: Window


def extents_hold(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A word of extent that the series which it speaks of does not have.

    一貫して of a series with a step the other way, 横ばい of one that changes by more than a tenth, わずかに of a change by
    more than a fifth, 大幅に of one by less than a twentieth.
    """
    tables = near(evidence)
    for sentence in sentences:
        for trend in trends(sentence):
            if trend.does != "flat" and not (trend.steady or trend.continues or trend.size):
                continue
            unlike = _unlike(sentence, trend, tables.evidence_for(sentence, evidence))
            if unlike is not None:
                yield _breach(sentence, trend, unlike)


def _unlike(sentence: Sentence, trend: Trend, evidence: Evidence) -> Unlike | None:
    """What of the word no series that it can mean has; None where one has it, or none is known."""
    found: list[Unlike] = []
    for table in evidence.tables:
        spoken = spoken_of(sentence, trend.begin, trend.at, table)
        if trend.does == "flat" and len(spoken) > 1:
            continue
        for series in spoken:
            every = windows(sentence, trend.begin, trend.at, trend.end, series)
            told = _judged(sentence, trend, series, every, evidence)
            if told is None:
                return None
            found += told
    return found[0] if found else None


def _judged(
    sentence: Sentence, trend: Trend, series: Series, every: Windows, evidence: Evidence
) -> list[Unlike] | None:
    """What is unlike in one series, nothing where that is not known; None where the series bears the word out."""
    if not every.every or _tells_others(sentence, trend, series):
        return []
    if trend.does == "flat":
        unlike = [window for window in every.every if _moves(series, window)]
        if len(unlike) < len(every.every):
            return None if not trend.denied else []
        return [] if trend.denied else [Unlike("flat", series, every.every[0])]
    word = sentence.words[trend.at : trend.end]
    sign = sign_of(trend.does, word, series.of_rank, f"{series.name} {series.table.title}", evidence.goals)
    if not sign or trend.denied:
        return []
    steps = _steady(trend, series, every, sign) if trend.steady or trend.continues else []
    if steps or not trend.size:
        return steps
    return _sized(trend, series, every, sign)


def _tells_others(sentence: Sentence, trend: Trend, series: Series) -> bool:
    """Whether the part of the word tells two numbers or more, in the series' unit where that is known, none of them its."""
    told = [
        claim
        for claim in sentence.claims
        if claim.kind == "number" and series.unit in ("", claim.unit) and trend.begin <= claim.start < trend.at
    ]
    return len(told) > 1 and not any(claim.admits(value) for claim in told for value in series.values)


def _moves(series: Series, window: Window) -> bool:
    old, new = series.values[window.first], series.values[window.last]
    change = abs(new - old)
    if series.of_rank:
        return change >= 3
    if series.unit == "%":
        least, most = _FLAT_POINTS
        return change >= most or (change >= least and change > abs(old) * _FLAT)
    return change > abs(old) * _FLAT and change > 2 * max(series.facts[window.first].step, series.facts[window.last].step)


def _steady(trend: Trend, series: Series, every: Windows, sign: int) -> list[Unlike] | None:
    if trend.continues and not trend.years:
        each = (trend.steady or every.stated) and any(window.last - window.first > 1 for window in every.every)
        reach = [window if each else Window(window.last - 1, window.last) for window in every.every]
        reach = [window for window in reach if not each or window.last - window.first > 1]
    elif trend.years:
        reach = [Window(window.last - trend.years, window.last) for window in every.every]
        # 2019年以降2年連続で: the run may have ended since.
        reach += [Window(one.first, one.first + trend.years) for one in every.every if every.stated]
        reach = [one for one in reach if one.last < len(series.facts)]
        if any(window.first < 0 for window in reach) or not _yearly(series):
            return []
    else:
        reach = [window for window in every.every if window.last - window.first > 1]
    against = [_step_against(series, window, sign) for window in reach]
    if not against or None in against:
        return None if against else []
    return [Unlike("steady", series, step) for step in against[:1] if step is not None]


def _yearly(series: Series) -> bool:
    years = [fact.period.number for fact in series.facts if fact.period]
    return all(later - earlier == 1 for earlier, later in pairwise(years))


def _step_against(series: Series, window: Window, sign: int) -> Window | None:
    """The first step in a window that goes the other way."""
    for at in range(window.first, window.last):
        if (series.values[at + 1] - series.values[at]) * sign < 0:
            return Window(at, at + 1)
    return None


def _sized(trend: Trend, series: Series, every: Windows, sign: int) -> list[Unlike] | None:
    values = series.values
    spread = max(values) - min(values)
    unlike = []
    for window in every.every:
        old, change = values[window.first], values[window.last] - values[window.first]
        if change * sign <= 0 or not old or series.of_rank:
            continue
        part = abs(change / old)
        large = trend.size == "large"
        few = series.unit == "%" and abs(change) >= 1
        if (part < _LARGE and not few) if large else (part > _SMALL and abs(change) > spread * _SMALL):
            if not large and series.unit == "%" and abs(change) < 2:
                return None
            unlike.append(Unlike(trend.size, series, window))
        else:
            return None
    return unlike[:1]


def _breach(sentence: Sentence, trend: Trend, unlike: Unlike) -> Breach:
    old, new = (unlike.series.facts[at] for at in (unlike.window.first, unlike.window.last))
    starts = {"flat": (trend.at, trend.end), "steady": (trend.start, trend.end)}
    start, end = starts.get(unlike.variant, trend.size_at)
    return sentence.breach(
        "extent-against-values",
        sentence.spot(start, end),
        word=sentence.words[start:end],
        label=unlike.series.name,
        old=f"{spelled(old.value, old.unit)}（{old.period}）",
        new=f"{spelled(new.value, new.unit)}（{new.period}）",
        place=f"{old.place}、{new.place}",
    )
