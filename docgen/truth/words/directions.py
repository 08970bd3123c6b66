"""Words of direction against the series that they speak of: 増加 of what fell, 悪化 of a rank that rose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

import docgen.patterns as re
from docgen.bearing.evidence import Evidence
from docgen.breach import Breach
from docgen.truth.near import Near, near
from docgen.truth.sentence import Sentence
from docgen.truth.spelled import spelled
from docgen.truth.wording.every import CLEFT
from docgen.truth.wording.from_to import Pair, from_to
from docgen.truth.wording.good import sign_of
from docgen.truth.wording.series import Series
from docgen.truth.wording.subject import spoken_of
from docgen.truth.wording.trend import Trend, trends
from docgen.truth.wording.windows import Window, windows
from docgen.value import value

# What two changes come to is no change of what either is of: 差引き80億円の増.
_NET = re.compile("差し?引き?[^、。]{0,16}$")


@value(frozen=True, slots=True)
class Contrary:
    """A window of a series in which something else happens than is said."""

    series: Series
    window: Window


def directions_follow(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A word of direction, and the series that it speaks of goes the other way.

    The numbers that the sentence itself gives go first: ２０人から１８人へ増加. Else the series of a table, where the
    sentence names one, over each span of time that it can mean.
    """
    tables = near(evidence)
    for sentence in sentences:
        for trend in trends(sentence):
            # Of what rose is told behind it: 増えたのは1町のみ.
            if trend.does == "flat" or _NET.search(sentence.words, 0, trend.at) or CLEFT.match(sentence.words, trend.end):
                continue
            pair = from_to(sentence, trend.begin, trend.at)
            if pair is None:
                contrary = _contrary(sentence, trend, tables.evidence_for(sentence, evidence))
                if contrary is not None:
                    yield _of_series(sentence, trend, contrary)
            elif _is_contrary(sentence, trend, pair, evidence) and not _bears(sentence, trend, tables, evidence):
                yield _of_numbers(sentence, trend, pair)


def _is_contrary(sentence: Sentence, trend: Trend, pair: Pair, evidence: Evidence) -> bool:
    """Whether two numbers of a sentence go the other way."""
    of_rank = pair.earlier.unit == "位"
    sign = _sign_of(trend, sentence, of_rank, sentence.words, evidence)
    if not sign and len(evidence.tables) == 1:
        sign = _sign_of(trend, sentence, of_rank, f"{sentence.words} {evidence.tables[0].title}", evidence)
    if sign and not trend.denied and pair.is_even:
        return True
    return bool(sign and pair.sign) and (sign == pair.sign) == trend.denied


def _sign_of(trend: Trend, sentence: Sentence, of_rank: bool, called: str, evidence: Evidence) -> int:
    return sign_of(trend.does, sentence.words[trend.at : trend.end], of_rank, called, evidence.goals)


def _bears(sentence: Sentence, trend: Trend, tables: Near, evidence: Evidence) -> bool:
    """Whether a series goes as is said: then one of the numbers is wrong, and not the word."""
    for table in tables.spoken_of(sentence):
        for series in spoken_of(sentence, trend.begin, trend.at, table):
            sign = _sign_of(trend, sentence, series.of_rank, f"{series.name} {table.title}", evidence)
            every = windows(sentence, trend.begin, trend.at, trend.end, series).every
            if sign and any((step(series, window) == sign) != trend.denied for window in every):
                return True
    return False


def _contrary(sentence: Sentence, trend: Trend, evidence: Evidence) -> Contrary | None:
    """The series that goes the other way; None where one goes as is said, or none is known."""
    found: list[Contrary] = []
    for table in evidence.tables:
        spoken = spoken_of(sentence, trend.begin, trend.at, table)
        borne = [(series, _borne(sentence, trend, series, evidence)) for series in spoken]
        # Of several series that are one subject, each must go so.
        contrary = [Contrary(series, window) for series, window in borne if window is not None and window.last >= 0]
        if not contrary and any(window is None for _, window in borne):
            return None
        found += contrary
    return found[0] if found else None


_UNKNOWN = Window(-1, -1)


def _borne(sentence: Sentence, trend: Trend, series: Series, evidence: Evidence) -> Window | None:
    """None where a series goes as is said, a window in which it does not, or one that is none where that is not known."""
    sign = _sign_of(trend, sentence, series.of_rank, f"{series.name} {series.table.title}", evidence)
    every = windows(sentence, trend.begin, trend.at, trend.end, series)
    if not sign or not every.every:
        return _UNKNOWN
    steps = [step(series, window) for window in every.every]
    against = [one == sign if trend.denied else one == -sign or (one == 0 and every.stated) for one in steps]
    return every.every[0] if all(against) else None


def step(series: Series, window: Window) -> int:
    """1 where the series rises in a window, -1 where it falls, 0 where it stays."""
    return _sign(series.facts[window.last].value - series.facts[window.first].value)


def _sign(value: Decimal) -> int:
    return (value > 0) - (value < 0)


def _of_series(sentence: Sentence, trend: Trend, contrary: Contrary) -> Breach:
    old, new = (contrary.series.facts[at] for at in (contrary.window.first, contrary.window.last))
    return sentence.breach(
        "direction-against-values.series",
        sentence.spot(trend.at, trend.end),
        word=sentence.words[trend.at : trend.end],
        label=contrary.series.name,
        old=f"{spelled(old.value, old.unit)}（{old.period}）",
        new=f"{spelled(new.value, new.unit)}（{new.period}）",
        place=f"{old.place}、{new.place}",
    )


def _of_numbers(sentence: Sentence, trend: Trend, pair: Pair) -> Breach:
    return sentence.breach(
        "direction-against-values.stated",
        sentence.spot(trend.at, trend.end),
        word=sentence.words[trend.at : trend.end],
        old=pair.earlier.text,
        new=pair.later.text,
    )
