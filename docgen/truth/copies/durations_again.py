"""How long a copy says that a change took, against the two years of its original: 20年間 for 2012年度 to 2022年度."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import docgen.patterns as re
from docgen.bearing.evidence import Statement
from docgen.breach import Breach
from docgen.sentences.claim import Claim
from docgen.sentences.claims import claims
from docgen.truth.copies.alike import Statements
from docgen.truth.sentence import Sentence

_YEARS = frozenset({"年間", "か年", "年"})
_CHANGED = re.compile("で(?:は)?、?[^。]*(?:増|減|上昇|低下|拡大|縮小|伸|倍|改善|悪化)")
_KINDS = frozenset({"year", "fiscal_year", "year_end", "fiscal_year_end"})
_TWO = 2


def durations_again(sentence: Sentence, statements: Statements) -> Iterator[Breach]:
    """So many years of a change in a copy, of which the original tells the first and the last year otherwise."""
    told = [claim for claim in sentence.claims if _is_length(sentence, claim)]
    for statement, sure in statements.like(sentence) if told else ():
        years = _years_of(statement) if sure else None
        for claim in told if years is not None else ():
            if years is not None and not (claim.admits(Decimal(years)) or claim.admits(Decimal(years + 1))):
                yield sentence.breach(
                    "copy-not-equal.number",
                    sentence.spot_of(claim),
                    written=claim.text,
                    right=f"{years}年間",
                    original=statement.text,
                )


def _is_length(sentence: Sentence, claim: Claim) -> bool:
    of_years = claim.kind == "duration" and claim.unit in _YEARS
    return of_years and _CHANGED.match(sentence.words, claim.end) is not None


def _years_of(statement: Statement) -> int | None:
    """How many years lie between the only two years that a text names; None where it names more, fewer or a length."""
    found = claims(statement.text)
    named = {claim.period for claim in found if claim.kind == "period" and claim.period}
    years = {period.end.year for period in named if period.kind in _KINDS}
    if len(named) != _TWO or len(years) != _TWO or any(claim.kind == "duration" for claim in found):
        return None
    return max(years) - min(years)
