"""What a number must be that its sentence gives for so many rows as there are: 4県の図書館169館のうち."""

from __future__ import annotations

from decimal import Decimal

import docgen.patterns as re
from docgen.bearing.amounts import sum_of
from docgen.bearing.base_units import same_unit
from docgen.bearing.bearer import Bearer, as_it_stands
from docgen.bearing.cue import Cue, same_period
from docgen.bearing.mentions import mentions
from docgen.bearing.selection import grouped, is_total

_OF = re.compile("の")
_AMONG = re.compile("(?:の?うち|に占める)")


def every_told(own: Cue) -> tuple[Bearer, ...]:
    """The sum of all rows of the column named between their count and the number, of which parts follow; else ()."""
    claim, words = own.claim, own.sentence
    if claim.kind != "number" or not claim.unit or not _AMONG.match(words, claim.end):
        return ()
    rows = {fact.row for fact in own.table.facts if fact.row and not is_total(own.table, fact.row)}
    columns = [one for one in mentions(words, own.table.columns) if one.end == claim.start]
    counts = [one for one in own.others if columns and _OF.fullmatch(words, one.end, columns[0].start)]
    if len(rows) < 2 or not counts or counts[-1].kind not in ("number", "base"):
        return ()
    if not counts[-1].admits(Decimal(len(rows))):
        return ()
    facts = [fact for fact in own.table.facts if fact.column == columns[0].label and same_unit(fact.unit, claim.unit)]
    facts = [fact for fact in facts if claim.period is None or same_period(claim.period, fact.period)]
    totals = [fact for fact in facts if is_total(own.table, fact.row)]
    lines = grouped((fact for fact in facts if fact.row in rows), lambda fact: fact.period)
    return tuple(map(as_it_stands, totals)) or tuple(sum_of(line) for line in lines if len(line) == len(rows))
