"""What a sentence tells of one row alone (唯一), and the table of others, too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import docgen.patterns as re
from docgen.bearing.evidence import Evidence
from docgen.bearing.fact import TOTALS, FactTable
from docgen.bearing.mentions import mentions
from docgen.breach import Breach
from docgen.model.period import Period
from docgen.truth.near import near
from docgen.truth.sentence import Sentence

_ONLY = re.compile("唯一|のみ(?=が|、|、?[^、。]{0,12}(?:上回|下回))|だけ(?=が)")
_WAY = re.compile("(?P<above>上回|超え|増え|増加)|下回|割り込|減っ|減少")


def only_one_is_alone(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """One row alone (唯一) that rose above, or fell below, an earlier value, where others did too, or it did not."""
    tables = near(evidence)
    for sentence in sentences:
        only = _ONLY.search(sentence.words)
        way = _WAY.search(sentence.words, only.end()) if only else None
        for table in tables.on_page(sentence) if only and way else ():
            named = list(dict.fromkeys(mention.label for mention in mentions(sentence.words, table.rows)))
            told = _ends(sentence, table)
            if only and way and len(named) == 1 and told is not None:
                rows = _meeting(table, *told, above=bool(way["above"]))
                if rows and rows != {named[0]}:
                    yield sentence.breach(
                        "not-alone",
                        sentence.spot(only.start(), way.end()),
                        words=sentence.spot(only.start(), way.end()).words,
                        right="、".join(sorted(rows)),
                        place=str(table.where) if table.where is not None else table.title,
                    )


def _ends(sentence: Sentence, table: FactTable) -> tuple[Period, Period] | None:
    """The earlier and the later period that are compared: the two that are named, or one and the last of the table."""
    named = sorted({claim.period for claim in sentence.claims if claim.kind == "period" and claim.period})
    periods = sorted({fact.period for fact in table.facts if fact.period})
    if len(named) == 1 and periods and named[0] < periods[-1]:
        named.append(periods[-1])
    return (named[0], named[1]) if len(named) == _TWO else None


_TWO = 2


def _meeting(table: FactTable, first: Period, last: Period, above: bool) -> set[str]:
    """The rows whose value at the last period is above, or below, that at the first."""
    found: set[str] = set()
    for row in dict.fromkeys(fact.row for fact in table.facts if fact.row and fact.row not in TOTALS):
        before = [fact.value for fact in table.facts if fact.row == row and fact.period == first]
        after = [fact.value for fact in table.facts if fact.row == row and fact.period == last]
        if len(before) == 1 and len(after) == 1 and ((after[0] > before[0]) if above else (after[0] < before[0])):
            found.add(row)
    return found
