"""When a series crosses a mark, by its sentence and by its values: 50人を割り込んだ2020年, 2021年に100件を超えた."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

import docgen.patterns as re
from docgen.bearing.base_units import same_unit
from docgen.bearing.evidence import Evidence
from docgen.bearing.fact import Fact, FactTable
from docgen.bearing.mentions import mentions
from docgen.bearing.selection import grouped
from docgen.breach import Breach
from docgen.sentences.claim import Claim
from docgen.truth.context import title_words
from docgen.truth.near import near
from docgen.truth.sentence import Sentence
from docgen.truth.spelled import spelled

_INNER = re.compile("を?(?:超え|割り込|割|下回|上回)")
_CROSSED = re.compile(
    "(?:台|の大台)?(?:を|に)?(?:初めて)?(?:(?P<below>割り込ん|割っ|下回っ)|(?P<above>超え|上回っ|突破し|乗せ))[ただ]"
)


def crossings_hold(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A year in which a series is said to have crossed a mark, and at which its value lies on the other side."""
    tables = near(evidence)
    for sentence in sentences:
        for mark, match in _crossings(sentence):
            at = next((one for one in sentence.claims if one.kind == "period" and one.start == match.end()), None)
            for table in tables.on_page(sentence) if at is not None and at.period is not None else ():
                fact = _fact(sentence, mark, at, table) if at is not None else None
                limit = _limit(mark)
                if fact is not None and limit is not None and at is not None:
                    below = bool(match["below"])
                    if (fact.value >= limit) if below else (fact.value <= limit):
                        yield sentence.breach(
                            "number-not-borne-out.cell",
                            sentence.spot(mark.start, at.end),
                            number=sentence.words[mark.start : at.end],
                            right=spelled(fact.value, fact.unit),
                            place=fact.place,
                        )
                    break


def _crossings(sentence: Sentence) -> Iterator[tuple[Claim, re.Match[str]]]:
    for claim in sentence.numbers:
        start = claim.end
        # The reader of numbers may have taken 超え as a part of the number.
        inner = _INNER.search(sentence.words, claim.start, claim.end)
        if inner is not None:
            start = inner.start()
        match = _CROSSED.match(sentence.words, start)
        if match is not None and claim.kind in ("number", "share"):
            yield claim, match


def _limit(mark: Claim) -> Decimal | None:
    if mark.low is None or mark.high is None:
        return mark.low if mark.high is None else mark.high
    return (mark.low + mark.high) / 2


def _fact(sentence: Sentence, mark: Claim, at: Claim, table: FactTable) -> Fact | None:
    """The one fact of the mark's unit, at the time, that a sentence may speak of."""
    facts = [fact for fact in table.facts if fact.period == at.period and fact.unit and same_unit(fact.unit, mark.unit)]
    named = {one.label for one in mentions(sentence.words, table.labels)}
    told = [fact for fact in facts if {fact.row, fact.column} & named]
    about = told or (facts if any(word in sentence.words for word in title_words(table)) else [])
    return about[0] if len(grouped(about, lambda fact: (fact.row, fact.column))) == 1 else None
