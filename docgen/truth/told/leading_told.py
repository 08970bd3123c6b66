"""What a share must be that its sentence tells of the greatest rows together: 上位2県で全国の7割."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import docgen.patterns as re
from docgen.bearing.amounts import leaders, sum_of
from docgen.bearing.bearer import Bearer, exactly
from docgen.bearing.cue import Cue, same_period
from docgen.bearing.fact import Fact
from docgen.bearing.selection import is_total

_TOLD = re.compile("上位[0-9]+[^、。0-9はがを]{1,6}(?:だけ)?[でがは](?:合わせて|合計で?)?、?[^、。0-9はがを]{0,10}$")
_REST = re.compile("その他|ほか|他")


def leading_told(own: Cue) -> tuple[Bearer, ...]:
    """The share of the greatest rows in the total of their column; () where no words tell it, or of several columns."""
    if own.claim.kind != "share" or not _TOLD.search(own.sentence, 0, own.claim.start):
        return ()
    facts = [fact for fact in own.table.facts if own.claim.period is None or same_period(own.claim.period, fact.period)]
    lines = leaders(own, [fact for fact in facts if fact.row])
    if len({line[0].column for line in lines}) != 1:
        return ()
    return tuple(bearer for line in lines if len(line) > 1 for bearer in _shares(own, line, facts))


def _shares(own: Cue, line: list[Fact], facts: list[Fact]) -> Iterator[Bearer]:
    column = [fact for fact in facts if (fact.column, fact.period, fact.unit) == _key(line[0])]
    totals = [fact.value for fact in column if is_total(own.table, fact.row)]
    if not totals and any(_REST.match(fact.row) for fact in column):
        totals = [sum((fact.value for fact in column), Decimal(0))]
    if line[0].unit == "%":
        yield sum_of(line)
    elif totals and totals[0] > 0:
        yield exactly("share", 100 * sum((fact.value for fact in line), Decimal(0)) / totals[0], *line)


def _key(fact: Fact) -> tuple[object, ...]:
    return fact.column, fact.period, fact.unit
