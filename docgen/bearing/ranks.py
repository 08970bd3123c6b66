"""Which place a row has among the rows: 人口では4県中3番目."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import docgen.patterns as re
from docgen.bearing.bearer import Bearer, exactly
from docgen.bearing.cue import Cue
from docgen.bearing.selection import grouped, is_total, now

_GREATEST = re.compile("に(?:次いで)?(?:多|高|大き|長|広|厚)")
_LEAST = re.compile("に(?:次いで)?(?:少な|低|小さ|短|狭|薄)")
# What may be counted from the least: where the sentence says so, or what is measured is better the less it is.
_FROM_LEAST = re.compile(
    "少な|低|小さ|短|狭|薄|下位|下から|最小|早[いく]|速[いく]|軽[いく]|安[いく価]|若[いく]|近[いく]|良[いく好]|効率|時間|死"
    "|失業|事故|離職|待機|負担|排出"
)


def ranks(cue: Cue) -> Iterator[Bearer]:
    """The place of the meant row among the rows, from the greatest, and from the least where that may be meant."""
    from_least = _FROM_LEAST.search(f"{cue.sentence}{cue.table.title}") is not None
    facts = [fact for fact in now(cue) if fact.row and fact.row != "その他" and not is_total(cue.table, fact.row)]
    for group in grouped(facts, lambda fact: (fact.column, fact.period)):
        for fact in group:
            if fact.row in cue.rows and (not cue.columns or fact.column in cue.columns[:1]):
                if not _LEAST.match(cue.sentence, cue.claim.end):
                    yield exactly("rank", Decimal(1 + sum(other.value > fact.value for other in group)), fact)
                if from_least and not _GREATEST.match(cue.sentence, cue.claim.end):
                    yield exactly("rank", Decimal(1 + sum(other.value < fact.value for other in group)), fact)
