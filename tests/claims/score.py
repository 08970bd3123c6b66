"""Precision and recall of the rules on the corpus of claims; from the top folder:

    python -m tests.claims.score held            the figures, family by family
    python -m tests.claims.score tuned --show    and the cases that were missed, or found by mistake

The failures of ``held`` are never shown: no rule is written by them (README.md).
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from support.claims_corpus import Case, cases
from support.claims_evidence import evidence

from docgen.bearing.evidence import Statement
from docgen.breach import Breach
from docgen.truth.judged import contradictions

FOUND, MISSED, FALSE, RIGHT = "found", "missed", "false", "right"


def outcomes(case: Case) -> tuple[str, ...]:
    """How a case counts: found or missed where it is wrong, false where something else is found, right for nothing."""
    breaches = findings(case)
    hits = [breach for breach in breaches if not case.right and _overlaps(breach, case)]
    told = ("false",) if len(hits) < len(breaches) else ()
    if case.right:
        return told or (RIGHT,)
    return (FOUND if hits else MISSED, *told)


def findings(case: Case) -> tuple[Breach, ...]:
    """What the rules find in the sentence of a case."""
    every = contradictions((Statement(case.text),), evidence(case))
    return tuple(breach for breach in every if breach.spot is not None and breach.spot.text == case.text)


def _overlaps(breach: Breach, case: Case) -> bool:
    start = case.text.index(case.wrong["span"])
    spot = breach.spot
    return spot is not None and spot.start < start + len(case.wrong["span"]) and start < spot.end


def precision_and_recall(counts: Counter[str]) -> tuple[float, float]:
    """The two measures of the corpus; 1 where nothing was to be found."""
    found, false, missed = counts[FOUND], counts[FALSE], counts[MISSED]
    return (found / (found + false) if found + false else 1.0, found / (found + missed) if found + missed else 1.0)


def _rows(every: Iterable[Case]) -> Iterator[tuple[str, Counter[str]]]:
    families: dict[str, Counter[str]] = {}
    for case in every:
        families.setdefault(case.family, Counter()).update(outcomes(case))
    yield from families.items()
    yield "all", sum(families.values(), Counter())


def _show(case: Case) -> None:
    told = outcomes(case)
    if MISSED in told or FALSE in told:
        print(f"\n{case.id} {' '.join(told)}\n  {case.text}\n  {dict(case.wrong) or 'right'}")
        for breach in findings(case):
            print(f"  → {breach.spot.words if breach.spot else ''!r} {breach}")


def main(half: str = "held", *options: str) -> None:
    """Print the table, and on request the cases of the half that rules may be written by."""
    every = cases(half)
    for family, counts in _rows(every):
        precision, recall = precision_and_recall(counts)
        print(f"{family:14} precision {precision:.2f}  recall {recall:.2f}  {dict(counts)}")
    if "--show" in options and half == "tuned":
        for case in every:
            _show(case)


if __name__ == "__main__":
    main(*sys.argv[1:])
