"""The breach of a count that is not that of the names, or of the rows, that it counts."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.bearing.fact import FactTable
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


def miscount_of_rows(
    sentence: Sentence, claim: Claim, condition: str, right: int, table: FactTable, spot: Spot | None = None
) -> Breach:
    """A count of the rows of a table that meet a condition, of which there are ``right``; of all for no condition."""
    return sentence.breach(
        "count-of-rows",
        spot or sentence.spot_of(claim),
        count=claim.text,
        condition=condition or table.title,
        right=str(right),
        place=str(table.where) if table.where is not None else table.name,
    )
