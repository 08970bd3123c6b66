"""When a copy says that something is done, against when its original says it: 2025年度までに整備 for 2027年度までに整備."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import docgen.patterns as re
from docgen.bearing.evidence import Evidence
from docgen.breach import Breach
from docgen.model.period import Period
from docgen.sentences.claim import Claim
from docgen.sentences.claims import claims
from docgen.sentences.plain import plain
from docgen.truth.copies.alike import statements_of
from docgen.truth.sentence import Sentence

_HOW = re.compile("(?P<how>まで|から|以降|以後|より)?(?:に|の間に|中に|の|は|には|、)*(?P<clause>[^、。0-9]{0,16})")
_DEED = re.compile("[一-龥]{2}(?=[すしさせを予完)(]|$)")
_BASE = re.compile("(?:の[^、。0-9]{1,8})?(?:より|から|に比べ|と比べ|比)")
_TWO = 2


def periods_again(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """The time of a deed in a copy, where its original and all that the deck says of the deed have another time."""
    statements = statements_of(evidence)
    for sentence in sentences:
        told = [(claim, deeds) for claim in sentence.claims if (deeds := _deeds(sentence.words, claim))]
        for statement, sure in statements.like(sentence) if told else ():
            dated = [one for one in claims(statement.text) if one.kind == "period" and one.period is not None]
            for claim, deeds in told if sure else ():
                theirs = [one for one in dated if deeds & _deeds(plain(statement.text), one)]
                if len(theirs) == 1 and not _is_told(claim, dated, evidence):
                    yield sentence.breach(
                        "copy-not-equal.period",
                        sentence.spot_of(claim),
                        written=claim.text,
                        right=theirs[0].text,
                        original=statement.text,
                    )


def bases_again(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """The year that a copy compares with (2017年度より156件多い), where its original has two years and not that one."""
    statements = statements_of(evidence)
    for sentence in sentences:
        told = [claim for claim in sentence.claims if _is_base(sentence.words, claim)]
        for statement, sure in statements.like(sentence) if told else ():
            dated = [one for one in claims(statement.text) if one.kind == "period" and one.period is not None]
            kinds = {one.period.kind for one in dated if one.period is not None}
            for claim in told if sure and len(dated) == _TWO and len(kinds) == 1 else ():
                alike = claim.period is not None and claim.period.kind in kinds
                if alike and not _is_told(claim, dated, evidence):
                    yield sentence.breach(
                        "copy-not-equal.period",
                        sentence.spot_of(claim),
                        written=claim.text,
                        right=min(dated, key=lambda one: one.period.end.toordinal() if one.period else 0).text,
                        original=statement.text,
                    )


def _is_base(words: str, claim: Claim) -> bool:
    return claim.kind == "period" and claim.period is not None and _BASE.match(words, claim.end) is not None


def _deeds(words: str, claim: Claim) -> frozenset[tuple[str, str]]:
    """How a time bounds what is done, and the words behind it that may tell it: (まで, 整備) of 2027年度までに整備する."""
    if claim.kind != "period" or claim.period is None:
        return frozenset()
    match = _HOW.match(words, claim.end)
    return frozenset((match["how"] or "", deed) for deed in _DEED.findall(match["clause"])) if match else frozenset()


def _is_told(claim: Claim, dated: Sequence[Claim], evidence: Evidence) -> bool:
    """Whether the original has the time too, or a time that it lies in, or a table has it."""
    if any(one.period is not None and _meet(one.period, claim.period) for one in dated):
        return True
    return any(fact.period == claim.period for table in evidence.tables for fact in table.facts)


def _meet(first: Period, second: Period | None) -> bool:
    return second is None or (first.start <= second.end and second.start <= first.end)
