"""What a number must be where its sentence gives the sum of a stretch of rows: 6月から9月までの4か月で850mm."""

from __future__ import annotations

from decimal import Decimal

import docgen.patterns as re
from docgen.bearing.amounts import of_stretch
from docgen.bearing.bearer import Bearer
from docgen.bearing.classes import rows_of_class
from docgen.bearing.cue import Cue
from docgen.bearing.stretches import stretch

_SUMS = re.compile(r"合わせ|合計|累計|計|(?:か月|月間|日間|年間|[日年])(?:間)?(?:で|に|の[^、。はが]{1,8}は)")
_NO_SUM = re.compile("平均|最|うち|当たり|各|毎|ずつ|それぞれ|ともに|いずれ|差|増|減|比|上回|下回")


def stretch_told(own: Cue) -> tuple[Bearer, ...]:
    """The sum of the rows of the stretch; () where the sentence does not say that it gives that of all of them."""
    if rows_of_class(own) and own.claim.kind == "number" and not _NO_SUM.search(_clause_before(own)):
        return tuple(of_stretch(own))
    rows = stretch(own)
    if len(rows) < 2 or own.claim.kind not in ("number", "duration") or not own.claim.unit or _NO_SUM.search(own.sentence):
        return ()
    before = own.sentence[: own.claim.start]
    lengths = [other for other in own.others if other.kind == "duration" and other.end <= own.claim.start]
    counted = not lengths or lengths[-1].admits(Decimal(len(rows)))
    return tuple(of_stretch(own)) if counted and _SUMS.search(before) else ()


def _clause_before(own: Cue) -> str:
    """What stands in the clause of a number before it."""
    before = own.sentence[: own.claim.start]
    return before[max(before.rfind("、"), before.rfind("。")) + 1 :]
