"""An order that is said to be the same at two times, and is not: 多い順は甲国、乙国で、この順位は2012年から変わらない."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import docgen.patterns as re
from docgen.bearing.cue import same_period
from docgen.bearing.evidence import Evidence
from docgen.bearing.fact import FactTable
from docgen.bearing.mentions import mentions
from docgen.bearing.selection import is_total
from docgen.breach import Breach
from docgen.model.period import Period
from docgen.truth.near import near
from docgen.truth.sentence import Sentence

_SAME = re.compile(
    "(?:この|その|[0-9一二三四五六七八九]+(?:か国|国|市|県|者|社)の|上位の)?順(?:位|番|序|)(?:に|は|も)、?[^、。]{0,24}?"
    "(?:変わら|変わっていな|変わりは?な|変動は?な|変動していな|同じ|入れ替わりは?な)[^、。]{0,6}"
)


def orders_stay(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """The order of a table's rows that is said not to have changed between two of its periods, and has."""
    tables = near(evidence)
    for sentence in sentences:
        match = _SAME.search(sentence.words)
        for table in tables.on_page(sentence) if match is not None else ():
            ends = _ends(sentence, table)
            orders = [_order(sentence, table, at) for at in ends] if ends else []
            if match is not None and len(orders) == len(ends) > 0 and all(orders) and orders[0] != orders[1]:
                yield sentence.breach(
                    "next-is-another",
                    sentence.spot(*match.span()),
                    label=str(ends[0]),
                    value="、".join(orders[0]),
                    right=str(ends[1]),
                    best="、".join(orders[1]),
                    place=str(table.where) if table.where is not None else table.title,
                )
                break


def _ends(sentence: Sentence, table: FactTable) -> tuple[Period, ...]:
    """The two periods that are compared: those that are named, or one and the last of the table; () for others."""
    known = sorted({fact.period for fact in table.facts if fact.period})
    named = sorted({one.period for one in sentence.claims if one.kind == "period" and one.period in known and one.period})
    if len(named) == 1 and named[0] != known[-1]:
        return named[0], known[-1]
    return (named[0], named[-1]) if len(named) > 1 else ()


def _order(sentence: Sentence, table: FactTable, at: Period) -> tuple[str, ...]:
    """The rows that a sentence names, or all, from the greatest to the least at a time; () where that is not one each."""
    rows = {one.label for one in mentions(sentence.words, table.rows)}
    facts = [fact for fact in table.facts if same_period(fact.period, at) and fact.row and not is_total(table, fact.row)]
    facts = [fact for fact in facts if len(rows) < 2 or fact.row in rows]
    alone = len({fact.row for fact in facts}) == len(facts) and len({fact.value for fact in facts}) == len(facts)
    return tuple(fact.row for fact in sorted(facts, key=lambda fact: -fact.value)) if alone else ()
