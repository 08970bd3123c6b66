"""What a share must be at its period, where it is that of another period: 執行率は2021年度に98.0％."""

from __future__ import annotations

from docgen.bearing.bearer import Bearer, exactly
from docgen.bearing.cue import Cue, same_period
from docgen.bearing.fact import Fact
from docgen.bearing.selection import parts
from docgen.truth.nearly import has_digits

_DIGITS = 2  # of a share that is told by its digits to be that of another period


def at_another(own: Cue) -> tuple[Bearer, ...]:
    """The shares at a claim's period of the labels whose share it is at another period; () where it is none of any."""
    claim = own.claim
    if claim.kind != "share" or claim.period is None or not has_digits(claim, _DIGITS):
        return ()
    pairs = parts(own, [fact for fact in own.table.facts if fact.unit != "%" and fact.period is not None])
    elsewhere = [
        (part, whole)
        for part, whole in pairs
        if not same_period(claim.period, part.period) and exactly("share", 100 * part.value / whole.value).bears(claim)
    ]
    here = [(_here(own, part), _here(own, whole)) for part, whole in elsewhere]
    return tuple(
        exactly("share", 100 * part.value / whole.value, part, whole)
        for part, whole in here
        if part is not None and whole is not None and whole.value > 0
    )


def _here(own: Cue, fact: Fact) -> Fact | None:
    """The fact of the same labels at the claim's period."""
    alike = [one for one in own.table.facts if (one.row, one.column) == (fact.row, fact.column)]
    alike = [one for one in alike if same_period(own.claim.period, one.period)]
    return alike[0] if len(alike) == 1 else None
