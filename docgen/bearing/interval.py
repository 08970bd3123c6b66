"""What has a least and a greatest value, which may be those of a number that a sentence gives."""

from __future__ import annotations

from decimal import Decimal

from docgen.sentences.claim import Claim


class Interval:
    """A value that is known to lie between two."""

    __slots__ = ()
    low: Decimal
    high: Decimal

    def bears(self, claim: Claim) -> bool:
        """Whether the claim's interval and that of the value meet in more than an end."""
        exact = self.low == self.high
        above = claim.low is None or claim.low < self.high or (exact and claim.low == self.low)
        below = claim.high is None or self.low < claim.high or (exact and claim.high == self.low)
        return above and below
