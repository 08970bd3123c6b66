"""What a copy says that a change was, against the two values of its original: 165件増加 for 312件 to 468件."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

import docgen.patterns as re
from docgen.bearing.base_units import same_unit
from docgen.bearing.bearer import Bearer
from docgen.bearing.evidence import Evidence, Statement
from docgen.breach import Breach
from docgen.sentences.claim import Claim
from docgen.sentences.claims import claims
from docgen.truth.copies.alike import statements_of
from docgen.truth.sentence import Sentence
from docgen.truth.spelled import spelled

_CHANGES = frozenset({"change", "multiple", "points"})
_TWO = 2
_EACH = re.compile("(?:当たり|あたり|につき)(?:の[^、。0-9]{0,8})?(?:は|が|で)?、?約?")


def changes_again(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A change that a copy tells, of which its original tells the two values alone, and that these do not give."""
    statements = statements_of(evidence)
    for sentence in sentences:
        told = [claim for claim in sentence.numbers if claim.kind in _CHANGES and None not in (claim.low, claim.high)]
        for statement, sure in statements.like(sentence) if told else ():
            for claim in told if sure else ():
                right = _right(sentence, claim, statement)
                yield from _unlike(sentence, claim, right, statement)


def each_again(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A number for one of a unit (1機関当たり18台) that the two amounts of the original do not give."""
    statements = statements_of(evidence)
    for sentence in sentences:
        told = [pair for pair in pairwise(sentence.claims) if _is_each(sentence.words, *pair)]
        for statement, sure in statements.like(sentence) if told else ():
            for base, claim in told if sure else ():
                right = _each(base, claim, statement)
                yield from _unlike(sentence, claim, right, statement)


def _unlike(sentence: Sentence, claim: Claim, right: Bearer | None, original: Statement) -> Iterator[Breach]:
    """What is amiss where a number is not what its original gives."""
    if right is not None and not right.bears(claim):
        yield sentence.breach(
            "copy-not-equal.number",
            sentence.spot_of(claim),
            written=claim.text,
            right=spelled((right.low + right.high) / 2, claim.unit),
            original=original.text,
        )


def _is_each(words: str, base: Claim, claim: Claim) -> bool:
    """Whether a number is told for one of the unit right before it."""
    one = base.kind in ("number", "base") and base.unit and base.admits(Decimal(1)) and claim.kind == "number"
    return bool(one) and _EACH.fullmatch(words, base.end, claim.start) is not None


def _each(base: Claim, claim: Claim, statement: Statement) -> Bearer | None:
    found = [one for one in claims(statement.text) if one.kind in ("number", "base") and one.low and one.high]
    amounts = [one for one in found if one.unit == claim.unit]
    counts = [one for one in found if one.unit == base.unit]
    if len(amounts) != 1 or len(counts) != 1 or amounts == counts:
        return None
    [amount], [count] = amounts, counts
    if not (amount.low and amount.high and count.low and count.high):
        return None
    return Bearer("said", (amount.text, count.text), amount.low / count.high, amount.high / count.low)


def _right(sentence: Sentence, claim: Claim, statement: Statement) -> Bearer | None:
    """What the change is by the only two values of the original; None where it has others, or tells a change itself."""
    found = claims(statement.text)
    numbers = [one for one in found if one.kind not in ("period", "identifier", "duration")]
    if any(one.kind in _CHANGES and one.kind == claim.kind and one.unit == claim.unit for one in numbers):
        return None
    values = [one for one in numbers if one.kind in ("number", "share") and one.period is not None and one.unit]
    periods = {one.period for one in values}
    alike = len(values) == len(periods) == _TWO and values[0].kind == values[1].kind
    alike = alike and same_unit(values[0].unit, values[1].unit)
    named = {one.period for one in sentence.claims if one.kind == "period" and one.period is not None}
    if not alike or not named <= periods:
        return None
    old, new = sorted(values, key=lambda one: one.period.end.toordinal() if one.period else 0)
    return _gain(claim, old, new)


def _gain(claim: Claim, old: Claim, new: Claim) -> Bearer | None:
    if not old.low or not old.high or new.low is None or new.high is None or old.low <= 0:
        return None
    of = (old.text, new.text)
    if claim.kind == "multiple":
        return Bearer("said", of, new.low / old.high, new.high / old.low)
    if claim.kind == "change" and claim.unit == "%" and old.unit != "%":
        return Bearer("said", of, 100 * (new.low / old.high - 1), 100 * (new.high / old.low - 1))
    points = claim.kind == "points" and old.unit == "%"
    if points or (claim.kind == "change" and same_unit(claim.unit, old.unit) and claim.unit != "%"):
        return Bearer("said", of, new.low - old.high, new.high - old.low)
    return None
