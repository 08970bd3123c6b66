"""Which year of a plan a year is: 2023年度は計画の3年目 of a plan from 2021年度 on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

import docgen.patterns as re
from docgen.bearing.evidence import Evidence
from docgen.breach import Breach
from docgen.model.period import Period
from docgen.sentences.claim import Claim
from docgen.truth.sentence import Sentence
from docgen.truth.time.stated_periods import stated_spans

_OF_PLAN = re.compile("(?:計画|期間|事業|戦略|プラン)(?:期間)?の?$")

_WHICH_IS = re.compile("目(?:に当たる|に該当する|である|となる|の)")


def years_of_plans(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """The number of a year in a plan's period (計画の3年目) that is not its number from the first on."""
    spans = stated_spans(evidence)
    if len(spans) != 1:
        return
    [span] = spans
    for sentence in sentences:
        for claim in sentence.claims:
            year = _year(sentence, claim)
            if year is None or not span.start <= year.start <= span.end:
                continue
            right = year.start.year - span.start.year + 1
            if not claim.admits(Decimal(right)):
                # 4年目である2023年度: either may be off.
                behind = [one.end for one in sentence.claims if one.kind == "period" and _is_it(sentence, claim, one)]
                yield sentence.breach(
                    "year-of-plan",
                    sentence.spot(claim.start, max([claim.end + 1, *behind])),
                    year=str(year),
                    words=sentence.spot(claim.start, claim.end + 1).words,
                    right=f"{right}年目",
                    span=str(span),
                )


def _year(sentence: Sentence, claim: Claim) -> Period | None:
    """The year that is told to be so many in a plan: the one before 3年目."""
    told = claim.kind == "duration" and claim.unit == "年" and sentence.words.startswith("目", claim.end)
    if not told or not _OF_PLAN.search(sentence.words, 0, claim.start):
        return None
    years = [other.period for other in sentence.claims if other.kind == "period" and other.end <= claim.start]
    behind = [other for other in sentence.claims if other.kind == "period" and _is_it(sentence, claim, other)]
    years = years or [other.period for other in behind]
    return years[-1] if years and years[-1] is not None and years[-1].kind in ("year", "fiscal_year") else None


def _is_it(sentence: Sentence, claim: Claim, year: Claim) -> bool:
    """Whether a year is told behind to be so many in a plan: 3年目に当たる2022年度."""
    return _WHICH_IS.fullmatch(sentence.words, claim.end, year.start) is not None
