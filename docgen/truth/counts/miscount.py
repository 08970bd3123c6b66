"""The breach of a count that is not that of the names it counts."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.breach import Breach, Spot
from docgen.sentences.claim import Claim
from docgen.truth.sentence import Sentence


def miscount(
    sentence: Sentence, claim: Claim, names: Sequence[str], right: int | None = None, spot: Spot | None = None
) -> Breach:
    """A count that should be ``right``, or that of the ``names``; ``spot`` is that of more than the count."""
    return sentence.breach(
        "count-of-names",
        spot or sentence.spot_of(claim),
        count=claim.text,
        names="、".join(names),
        right=str(len(names) if right is None else right),
    )
