"""A number of all of a row, which is named behind the column of another: 東館の個人は3件、西館の発行数は5件."""

from __future__ import annotations

import docgen.patterns as re
from docgen.bearing.cue import Cue
from docgen.bearing.mentions import mentions
from docgen.bearing.selection import is_total

_ANOTHER = re.compile("[、とはがや・]|及び")


def is_of_row(own: Cue) -> bool:
    """Whether a number is the total of the row named last, where the last column was named of another row before it."""
    if own.claim.kind != "number" or not (own.rows and own.columns):
        return False
    named = [one for one in mentions(own.sentence, own.table.labels) if one.end <= own.claim.start]
    rows = [one for one in named if one.label == own.rows[0]]
    columns = [one for one in named if one.label == own.columns[0]]
    if not rows or not columns or _ANOTHER.search(own.sentence, columns[-1].end, rows[-1].start) is None:
        return False
    return any(
        fact.row == own.rows[0] and is_total(own.table, fact.column) and own.at(fact.period) and fact.bears(own.claim)
        for fact in own.table.facts
    )
