"""Which computations can give a number, by its kind."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping

from docgen.bearing import amounts, ranks, ratios
from docgen.bearing.bearer import Bearer
from docgen.bearing.cue import Cue
from docgen.sentences.claim import ClaimKind

Computation = Callable[[Cue], Iterator[Bearer]]

_NUMBER = (
    amounts.cells,
    amounts.differences,
    amounts.sums,
    amounts.leading,
    amounts.means,
    amounts.extremes,
    amounts.quotients,
    amounts.counts,
    amounts.complements,
)
_IN_ITS_UNIT = frozenset({*_NUMBER, amounts.together} - {amounts.counts})
"""Those that give nothing where no fact is in the unit of the claim."""

COMPUTATIONS: Mapping[ClaimKind, tuple[Computation, ...]] = {
    "number": _NUMBER,
    "ratio": (amounts.cells, amounts.differences, amounts.quotients),
    "base": (amounts.bases, amounts.sums, amounts.counts),
    "duration": (amounts.cells, amounts.counts, amounts.lengths),
    "share": (
        amounts.cells,
        ratios.shares,
        amounts.means,
        amounts.extremes,
        ratios.levels,
        amounts.together,
        amounts.complements,
        ratios.within_sentence,
    ),
    "points": (ratios.points, ratios.within_sentence),
    "change": (
        ratios.percent_changes,
        ratios.levels_against,
        amounts.differences,
        amounts.cells,
        ratios.within_sentence,
    ),
    "multiple": (amounts.cells, ratios.multiples, ratios.within_sentence),
    "rank": (amounts.cells, ranks.ranks),
}
"""The computations of each kind, the plainest first."""


def bearers(cue: Cue, ways: Container[str] | None = None) -> Iterator[Bearer]:
    """All that the cued facts can give a number of the claim's kind.

    Where ``ways`` are stated, those that are computed in another way are wanted only if they bear the claim out: a
    large table has very many differences.
    """
    is_measured = cue.table.measures(cue.claim.unit)
    for compute in COMPUTATIONS.get(cue.claim.kind, ()):
        if compute is amounts.differences and ways is not None and "difference" not in ways:
            yield from amounts.differences_met(cue)
        elif is_measured or compute not in _IN_ITS_UNIT:
            yield from compute(cue)
