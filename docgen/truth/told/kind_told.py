"""What a number must be where its sentence gives the sum of the rows of one kind: 水田3地区の面積は計157ha."""

from __future__ import annotations

import docgen.patterns as re
from docgen.bearing.amounts import sum_of
from docgen.bearing.base_units import same_unit
from docgen.bearing.bearer import Bearer
from docgen.bearing.cue import Cue, same_period
from docgen.bearing.selection import grouped
from docgen.sentences.plain import plain

_SUM = re.compile("(?:合わせて|合計(?:で)?|総計|計|総[額数量])、?約?$")
_TWO = 2


def kind_told(own: Cue) -> tuple[Bearer, ...]:
    """The sum of the rows that have the one word of another column that the sentence names; () where it gives none."""
    if own.claim.kind != "number" or not own.claim.unit or own.rows or not _SUM.search(own.sentence[: own.claim.start]):
        return ()
    words = {plain(cell) for line in own.table.texts for cell in line[1:] if cell and not cell[0].isdigit()}
    named = [word for word in words if len(word) >= _TWO and word in own.sentence[: own.claim.start]]
    if len(named) != 1:
        return ()
    rows = {line[0] for line in own.table.texts if named[0] in map(plain, line[1:])}
    facts = [fact for fact in own.table.facts if fact.row in rows and same_unit(own.claim.unit, fact.unit)]
    facts = [fact for fact in facts if own.fits(fact, row=fact.row) and same_period(own.claim.period, fact.period)]
    lines = grouped(facts, lambda fact: (fact.column, fact.period))
    return tuple(sum_of(line) for line in lines if len(line) == len(rows) > 1)
