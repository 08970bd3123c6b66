"""What a sentence claims by a number, a period or a name with digits in it."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from docgen.model.period import Period
from docgen.value import value

ClaimKind = Literal[
    "number",
    "share",
    "points",
    "multiple",
    "rank",
    "change",
    "ratio",
    "base",
    "duration",
    "period",
    "identifier",
]
"""What a claim says:

- number: how many or how much (2,610人, 1兆3,184億円, 14課題)
- share: a part of a whole (47.9%, 6割, 三分の一, 過半数, 6基に1基), in %
- points: a difference of shares (3.2ポイント), signed
- multiple: how many times as much (2.6倍, 倍増, 半減)
- rank: a place in an order (25位, 2番目)
- change: a difference, or a difference in % (26.5%減, 66億円増加), signed
- ratio: an amount for each of something (人口10万人当たり2.0館, 243人／日)
- base: what another number is counted of (120社中, 上位100社, 人口10万人当たり)
- duration: a length of time (5年間, 30日以内)
- period: a point or a stretch of time (2022年度末, 2018～2022年, 翌年度)
- identifier: digits that name something (I-1065, 第6期, 図3, ①, Society 5.0)
"""


@value(frozen=True, slots=True)
class Claim:
    """One claim: the characters ``text[start:end]`` of a sentence and what they say.

    ``low`` and ``high`` bound the value in the base ``unit`` (円, not 億円; % for 割): the interval that the printed
    precision, and words such as 約 or 余り, leave open. None is an open end: 以上 has no ``high``, 未満 no ``low``; a
    period and an identifier have neither. ``period`` is when the claim holds; of a claim of kind "period" it is what the
    words name, None where no year is known (翌年度 without a year before it).

    >>> from docgen.sentences.claims import claims
    >>> [claim] = [claim for claim in claims("輸出額は約1.2兆円（2022年）。") if claim.kind == "number"]
    >>> f"{claim.text}: {claim.low:,.0f}～{claim.high:,.0f}{claim.unit}, {claim.period}"
    '約1.2兆円: 1,150,000,000,000～1,250,000,000,000円, 2022年'
    """

    text: str
    start: int
    end: int
    low: Decimal | None
    high: Decimal | None
    unit: str
    kind: ClaimKind
    period: Period | None = None

    def admits(self, value: Decimal) -> bool:
        """Whether ``value``, in the base unit, lies in the claim's interval, its ends included.

        >>> from docgen.sentences.claims import claims
        >>> claims("3割余り")[0].admits(Decimal("30.9")), claims("2,610人")[0].admits(Decimal(2601))
        (True, False)
        """
        return (self.low is None or self.low <= value) and (self.high is None or value <= self.high)

    def moved(self, by: int) -> Claim:
        """The claim where its characters are counted from ``by`` before: in a text from which it was a sentence."""
        start, end = self.start + by, self.end + by
        return Claim(self.text, start, end, self.low, self.high, self.unit, self.kind, self.period) if by else self

    def holding_at(self, period: Period | None) -> Claim:
        """The claim as one that holds at ``period``."""
        return Claim(self.text, self.start, self.end, self.low, self.high, self.unit, self.kind, period)
