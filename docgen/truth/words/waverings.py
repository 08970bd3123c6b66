"""What is said to move much and is nearly the same in all years: 大きく変動している."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

import docgen.patterns as re
from docgen.bearing.evidence import Evidence
from docgen.bearing.fact import Fact
from docgen.breach import Breach
from docgen.truth.near import near
from docgen.truth.sentence import Sentence
from docgen.truth.spelled import spelled
from docgen.truth.wording.parts import part_before
from docgen.truth.wording.series import Series
from docgen.truth.wording.subject import spoken_of
from docgen.truth.wording.windows import Window, windows

_WAVERS = re.compile("(?:大きく|大幅に|激しく)(?:変動|上下|増減)(?:し(?:て(?:いる|おり|きた)|た)|を繰り返し)")
_NARROW = Decimal("0.02")
"""What stays within this part of its greatest value does not move much."""
_FEWEST = 3


def waverings_hold(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A series that is said to move much up and down, where in no stretch that may be meant it moves by 2% of its value."""
    tables = near(evidence)
    for sentence in sentences:
        for match in _WAVERS.finditer(sentence.words):
            begin = part_before(sentence.words, match.start())
            for table in tables.spoken_of(sentence):
                known = spoken_of(sentence, begin, match.start(), table)
                ends = [
                    _ends(series, window)
                    for series in known
                    for window in windows(sentence, begin, match.start(), match.end(), series).every
                ]
                if ends and all(_is_narrow(least, most) for least, most in ends):
                    yield _breach(sentence, match, known[0], *ends[0])
                    break


def _ends(series: Series, window: Window) -> tuple[Fact, Fact]:
    """The least and the greatest of a stretch; of a short one, those of the whole series."""
    long = window.last - window.first + 1 >= _FEWEST
    facts = series.facts[window.first : window.last + 1] if long else series.facts
    return min(facts, key=_value), max(facts, key=_value)


def _value(fact: Fact) -> Decimal:
    return fact.value


def _is_narrow(least: Fact, most: Fact) -> bool:
    moved = most.value - least.value
    return moved < 1 if most.unit == "%" else moved <= abs(most.value) * _NARROW


def _breach(sentence: Sentence, match: re.Match[str], series: Series, least: Fact, most: Fact) -> Breach:
    return sentence.breach(
        "extent-against-values",
        sentence.spot(*match.span()),
        word=match.group(),
        label=series.name,
        old=f"{spelled(least.value, least.unit)}（{least.period}）",
        new=f"{spelled(most.value, most.unit)}（{most.period}）",
        place=f"{least.place}、{most.place}",
    )
