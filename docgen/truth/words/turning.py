"""A year that a series is said to have turned in, and did not: 2021年をピークに減少, 2020年を底に."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import docgen.patterns as re
from docgen.bearing.cue import same_period
from docgen.bearing.evidence import Evidence
from docgen.breach import Breach
from docgen.model.period import Period
from docgen.truth.near import near
from docgen.truth.sentence import Sentence
from docgen.truth.spelled import spelled
from docgen.truth.wording.parts import part_before
from docgen.truth.wording.series import Series
from docgen.truth.wording.subject import spoken_of

_TURN = re.compile(
    r"(?:\([^)]*\))?(?:の[^、。はがを]{1,12})?(?:を(?:(?P<peak>ピーク|頂点)|(?P<bottom>底))(?:に|として)"
    r"|[にで](?:(?P<peaked>ピーク(?:を迎え|に達し|とな))|(?P<bottomed>底(?:を打|とな))))"
)


def turns_hold(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A peak that the year before or behind it exceeds, or a bottom that one of them undercuts."""
    tables = near(evidence)
    for sentence in sentences:
        for claim in sentence.claims:
            match = _TURN.match(sentence.words, claim.end) if claim.kind == "period" and claim.period else None
            for table in tables.spoken_of(sentence) if match else ():
                begin = part_before(sentence.words, claim.start)
                every = spoken_of(sentence, begin, claim.start, table)
                if match and len(every) == 1:
                    yield from _judged(sentence, (claim.start, match.end()), claim.period, match, every[0])


def _judged(
    sentence: Sentence, span: tuple[int, int], at: Period | None, match: re.Match[str], series: Series
) -> Iterator[Breach]:
    place = next((n for n, fact in enumerate(series.facts) if fact.period and same_period(fact.period, at)), None)
    if place is None or len(series.facts) < 3:
        return
    sign = 1 if match["peak"] or match["peaked"] else -1
    own = series.facts[place]
    beside = [series.facts[n] for n in (place - 1, place + 1) if 0 <= n < len(series.facts)]
    beyond = [fact for fact in beside if (fact.value - own.value) * sign > 0]
    if beyond:
        yield sentence.breach(
            "extreme-of-another",
            sentence.spot(*span),
            word=sentence.words[span[0] : span[1]],
            label=str(at),
            value=spelled(own.value, own.unit),
            right=str(beyond[0].period),
            best=spelled(beyond[0].value, beyond[0].unit),
            place=f"{own.place}、{beyond[0].place}",
        )
