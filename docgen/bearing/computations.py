"""Which computations can give a number, by its kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from docgen.bearing import amounts, ratios
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
    "rank": (amounts.cells, amounts.ranks),
}
"""The computations of each kind, the plainest first."""


def bearers(cue: Cue) -> Iterator[Bearer]:
    """All that the cued facts can give a number of the claim's kind."""
    for compute in COMPUTATIONS.get(cue.claim.kind, ()):
        yield from compute(cue)
