"""Which of the references that print what stands at a spot is meant: the one that all evidence prefers, else none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from docgen.binding.evidence import NAMED, SAME_TIME, Evidence, told
from docgen.binding.printed_form import PrintedForm
from docgen.binding.reference import Datum, Reference
from docgen.binding.spot import Spot
from docgen.model.short_names import NamedValue

# So much told of data that is linked with a sentence leaves no doubt that it is meant.
_MUCH = 20


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """What an expression prints at a spot, what it is computed of, and what speaks for it."""

    expression: str
    datum: Datum
    of: tuple[Reference, ...]
    form: PrintedForm
    evidence: Evidence

    @property
    def is_computed(self) -> bool:
        """Whether the sentence computes it of two data."""
        return len(self.of) > 1


def chosen(
    candidates: Sequence[Candidate], spot: Spot, weights: Mapping[str, float], once: bool
) -> tuple[Candidate | None, tuple[Candidate, ...]]:
    """The candidate that is meant; else those that may be, none where none is likely enough.

    ``once`` tells that the number stands once in its text: then the newest of several points of one series is meant.
    """
    best: dict[Datum, Candidate] = {}
    for candidate in candidates:
        held = best.get(candidate.datum)
        if is_likely(candidate, spot) and (held is None or _rank(candidate) > _rank(held)):
            best[candidate.datum] = candidate
    likely = list(best.values())
    left = [one for one in likely if not any(other.evidence.beats(one.evidence, weights) for other in likely)]
    if once and len(left) > 1:
        left = _newest(left, spot) or left
    if len(left) != 1:
        return None, tuple(left)
    [one] = left
    series = _series(one)
    others = [other for other in likely if other is not one and (series is None or _series(other) != series or not once)]
    if not _is_told_apart(one, spot, weights):
        return None, (one,)
    return (one, ()) if all(one.evidence.beats(other.evidence, weights) for other in others) else (None, (one, *others))


def is_likely(candidate: Candidate, spot: Spot) -> bool:
    """Whether enough speaks for a reference that its number is no coincidence."""
    said = candidate.evidence
    if said.time < 0:
        return False
    if candidate.is_computed:
        return said.used == 2 or (said.told >= 6 and (said.used > 0 or said.near > 0)) or _is_telling(said, spot)
    if not said.same_unit:
        return said.told >= (8 if said.near else 20)
    if said.near == 3 or said.used:
        return True
    if said.near:
        return said.told >= (2 if said.near == 2 else 3) or spot.significant >= 3
    return said.told >= 6 or spot.significant >= 4


def _is_told_apart(candidate: Candidate, spot: Spot, weights: Mapping[str, float]) -> bool:
    """Whether a sentence that is not near the data names what tells a reference from the others of its table."""
    said = candidate.evidence
    is_near = said.near >= 2 or (said.near == 1 and said.told >= _MUCH)
    if is_near or said.used or said.time == SAME_TIME or spot.significant >= 4 or not said.labels.telling:
        return True
    named = said.labels.telling & (said.named[0] | said.named[1] | said.named[2])
    return told(named, weights) >= NAMED


def _is_telling(said: Evidence, spot: Spot) -> bool:
    return said.told >= 10 and spot.significant >= 3


def _newest(left: Sequence[Candidate], spot: Spot) -> list[Candidate]:
    """The newest of candidates that are points of one series, where the sentence does not say which; else none."""
    series = {_series(one) for one in left}
    if len(series) != 1 or None in series or spot.period is not None:
        return []
    dates = [_date(one) for one in left]
    newest = max((day for day in dates if day is not None), default=None)
    return [one for one, day in zip(left, dates, strict=True) if day == newest] if None not in dates else []


def _series(candidate: Candidate) -> tuple[object, ...] | None:
    """What a candidate is a point of: a value of an indicator, or a column of a table."""
    [reference, *others] = candidate.of
    if others:
        return None
    if isinstance(reference.meaning, NamedValue):
        return reference.meaning.path if reference.words in (".latest", ".past") else None
    if len(reference.traces) != 1 or reference.datum.operation:
        return None
    [trace] = reference.traces
    return trace.file, trace.sheet, trace.column


def _date(candidate: Candidate) -> date | None:
    labels = candidate.evidence.labels
    if labels.period is not None:
        return labels.period.end
    return date(max(labels.years), 12, 31) if len(labels.years) == 1 else None


def _rank(candidate: Candidate) -> tuple[int, int, float, int]:
    said = candidate.evidence
    return said.near, said.used, said.told, -len(candidate.expression)
