"""An amount of money told of what a table counts or weighs, or the other way round: 出荷額 beside a table of 出荷量."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import docgen.patterns as re
from docgen.bearing.evidence import Evidence
from docgen.bearing.fact import FactTable
from docgen.breach import Breach
from docgen.sentences.plain import plain
from docgen.truth.near import near
from docgen.truth.sentence import Sentence
from docgen.truth.support.strangers import told_elsewhere

_MONEY = re.compile("[円ドル元]|ユーロ|ポンド")
_MEASURE = re.compile("(?P<stem>[一-龥]{2,6}?)(?P<kind>額|量|数)(?![一-龥])")
_CHANGED = re.compile("増加|減少|増減|伸び|変化|上昇|低下|純増|平均|合計|目標")
_KIN = ("額", "量", "数")


def measures_lie_in_the_table(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A measure of the name of one of the table beside, of money where that has none, or of anything but its money."""
    tables = near(evidence)
    for sentence in sentences:
        if sentence.statement.where is not None or sentence.statement.on or not sentence.numbers:
            continue
        for match in _MEASURE.finditer(sentence.words):
            asked = [table for table in tables.on_page(sentence) if _is_other(match["stem"], match["kind"], table)]
            its_own = _has_its_own(sentence, match["kind"]) or told_elsewhere(match.group(), sentence, evidence)
            if asked and not its_own:
                yield sentence.breach(
                    "name-not-in-table",
                    sentence.spot(*match.span()),
                    level="notice",
                    name=sentence.spot(*match.span()).words,
                    place=str(asked[0].where) if asked[0].where is not None else asked[0].title,
                )


def _has_its_own(sentence: Sentence, kind: str) -> bool:
    """Whether a sentence has a number that is of a kind of measure: then it may be of what the table does not have."""
    amounts = [claim.unit for claim in sentence.numbers if claim.kind == "number" and claim.unit]
    return any((_MONEY.search(unit) is not None) == (kind == "額") for unit in amounts)


def _is_other(stem: str, kind: str, table: FactTable) -> bool:
    """Whether a table has the same by another measure alone: 出荷量 in トン for 出荷額."""
    if _CHANGED.search(stem):
        return False
    told = plain(" ".join((table.title, *table.labels)))
    other = any(f"{stem[at:]}{one}" in told for at in range(len(stem) - 1) for one in _KIN if one != kind)
    money = [_MONEY.search(fact.unit) is not None for fact in table.facts]
    return other and not any(money) if kind == "額" else other and all(money)
