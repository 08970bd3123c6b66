"""What a number would be in another unit: points for %, % for points, the unit of the cell that is named."""

from __future__ import annotations

from collections.abc import Iterator

import docgen.patterns as re
from docgen.bearing.base_units import same_unit
from docgen.bearing.bearer import Bearer, as_it_stands, exactly
from docgen.bearing.cue import Cue
from docgen.bearing.fact import Fact
from docgen.bearing.ratios import percent_changes, points
from docgen.bearing.selection import side_by_side
from docgen.truth.nearly import has_digits

_DIFFERS = re.compile("ほど|も?(?:大き|小さ|多[いくか]|少な|高[いくか]|低[いくか]|長|短|広|狭|重|軽|深|厚|の[差開])")

def in_other_units(own: Cue, known: bool) -> Iterator[tuple[str, Bearer]]:
    """What the number would be in another unit: points for %, % for points, the unit of the named cell."""
    claim = own.claim
    if claim.kind == "change" and claim.unit == "%":
        yield from (("ポイント", bearer) for bearer in points(own))
    elif claim.kind == "points":
        yield from (("%", bearer) for bearer in percent_changes(own))
        yield from (("%", as_it_stands(fact)) for fact in own.table.facts if fact.unit == "%" and _is_meant(own, fact))
    elif claim.kind in ("number", "share") and claim.unit:
        for fact in own.table.facts:
            other = bool(fact.unit) and not same_unit(claim.unit, fact.unit)
            # 円 of a table of 円/kg leaves out what it is for.
            other = other and not fact.unit.startswith(f"{claim.unit}/")
            long = _is_long(fact, known) or (known and _measures_the_same(claim.unit, fact.unit))
            if other and _is_meant(own, fact) and long:
                yield fact.unit, as_it_stands(fact)
    if claim.kind in ("number", "change") and known and has_digits(claim, 2) and _DIFFERS.match(own.sentence, claim.end):
        yield from _differences(own)


def _differences(own: Cue) -> Iterator[tuple[str, Bearer]]:
    """How far two facts are apart, where the table has nothing in the unit of the number: 580kg of 580トン小さい."""
    if own.table.measures(own.claim.unit):
        return
    sign = -1 if own.claim.high is not None and own.claim.high < 0 else 1
    for first, second in side_by_side(own):
        if first.value > second.value:
            yield first.unit, exactly("difference", sign * (first.value - second.value), first, second)


def is_printed_so(own: Cue, bearer: Bearer) -> bool:
    """Whether a claim has the digits of a value: 52.3人 those of 52.3%."""
    if bearer.how != "cell":
        return bearer.bears(own.claim)
    low, high = own.claim.low, own.claim.high
    return low is not None and high is not None and low + high == bearer.low + bearer.high


def _is_meant(own: Cue, fact: Fact) -> bool:
    return bool(own.rows or own.columns) and own.fits(fact) and own.claim.period in (None, fact.period)


def _measures_the_same(first: str, second: str) -> bool:
    """Whether two units differ in their prefix only: GB and TB."""
    return first[1:] == second[1:] and first.isascii() and second.isascii() and len(first) == len(second) == 2


def _is_long(fact: Fact, known: bool) -> bool:
    """Whether a fact has digits enough to be known by them: two where the sentence speaks of nothing else."""
    return bool(fact.step) and len((fact.value / fact.step).normalize().as_tuple().digits) > (1 if known else 2)
