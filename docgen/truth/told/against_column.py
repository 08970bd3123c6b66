"""A change against a column of an earlier time: 西地区は前年度から0.5ポイント低下, where a column is 前年度."""

from __future__ import annotations

import docgen.patterns as re
from docgen.bearing.cue import Cue
from docgen.bearing.mentions import mentions
from docgen.bearing.selection import Pair

_EARLIER_COLUMN = re.compile("(?:前年|前回|前期|昨年|前月)度?末?(?:調査|同期|同月)?")
_FROM_IT = re.compile("(?:から|より|(?:に|と)比べて?|比で?|に対し)(?:は|も)?、?約?")


def against_column(own: Cue) -> tuple[Pair, ...]:
    """The two cells of its row that a change is between, where a column of an earlier time is named right before it."""
    named = [one for one in mentions(own.sentence, own.table.columns) if one.end <= own.claim.start]
    earlier = [one for one in named if _EARLIER_COLUMN.fullmatch(one.label)][-1:]
    if not earlier or not own.rows or not _FROM_IT.fullmatch(own.sentence, earlier[0].end, own.claim.start):
        return ()
    cells = [fact for fact in own.table.facts if fact.row == own.rows[0]]
    old = [fact for fact in cells if fact.column == earlier[0].label]
    new = [fact for fact in cells if old and fact not in old and fact.unit == old[0].unit]
    return ((new[0], old[0]),) if len(old) == len(new) == 1 else ()
