"""A value that a number of a sentence can rest on, and how it is computed."""

from __future__ import annotations

from decimal import Decimal

from docgen.bearing.fact import Fact
from docgen.sentences.claim import Claim
from docgen.value import value


@value(frozen=True, slots=True)
class Bearer:
    """What a claim can rest on: ``how`` it is computed, ``of`` which cells or words, the least and the greatest value."""

    how: str
    of: tuple[str, ...]
    low: Decimal
    high: Decimal

    def bears(self, claim: Claim) -> bool:
        """Whether the claim's interval and that of the value meet in more than an end."""
        exact = self.low == self.high
        above = claim.low is None or claim.low < self.high or (exact and claim.low == self.low)
        below = claim.high is None or self.low < claim.high or (exact and claim.high == self.low)
        return above and below


def exactly(how: str, value: Decimal, *facts: Fact) -> Bearer:
    """A bearer of one value, computed of ``facts``."""
    return Bearer(how, tuple([fact.place for fact in facts]), value, value)


def as_it_stands(fact: Fact) -> Bearer:
    """A fact as what bears a claim out."""
    return Bearer("cell", (fact.place,), fact.low, fact.high)
