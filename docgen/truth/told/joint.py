"""What a number must be where its sentence gives it for several rows or columns together: 東市と西市で6割を占める."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

import docgen.patterns as re
from docgen.bearing.amounts import sum_of
from docgen.bearing.base_units import same_unit
from docgen.bearing.bearer import Bearer, exactly
from docgen.bearing.cue import Cue, same_period
from docgen.bearing.fact import Fact
from docgen.bearing.mentions import mentions
from docgen.bearing.selection import grouped, is_total

_AND = re.compile("と|、|・|及び|、?並びに|や|に加え、?")
# Between the last name and the number: the names are taken together.
_OF = r"(?:の[^、。はがを]{0,8})?"
_SHARE = r"(?:[^、。はが0-9]{0,10}の約?[0-9.]+(?:%|割)[^、。はがを0-9]{0,8})?"
_ADDED = re.compile(
    rf"{_OF}(?:[はが]、?)?(?:を|で)?(?:合わせ(?:て|た|ると)|合計|計|足[しす][^、。]{{0,2}})[^、。を]{{0,12}}、?{_SHARE}約?"
)
_AT = re.compile(rf"{_OF}(?:で(?:は)?|に)、?[^、。がを0-9]{{0,10}}{_SHARE}約?")
_HOLDS = re.compile(
    "[余強弱り近く]{0,2}(?:を占め|が集中|が集ま|に上[りる]|に達|に当た|に相当|とな[りっる]|を(?:超え|上回|下回)|に(?:満た|届か))"
    "|る(?=[。、]|$)"
)
_ADDS = re.compile("(?:[をも]|まで)(?:加え(?:ると|て|た)|足すと|合わせると|含めると)、?約?")


def joint_told(own: Cue) -> tuple[Bearer, ...]:
    """The sum, or the share in the total, of what the sentence names together; () where it does not, or no table tells."""
    if own.claim.kind not in ("number", "share") or not own.claim.unit:
        return ()
    labels = _together(own)
    if len(labels) < 2:
        return ()
    by_row = set(labels) <= set(own.table.rows)
    facts = [fact for fact in _at(own) if (fact.row if by_row else fact.column) in labels]
    lines = grouped(facts, lambda fact: (fact.column if by_row else fact.row, fact.period))
    whole = [line for line in lines if len(line) == len(labels) and _is_meant(own, line[0], by_row)]
    if own.claim.kind == "share" and any(line[0].unit == "%" for line in whole):
        # 太陽光に水力を加えると8割: of the shares of a table, or of its amounts.
        lines = [line for line in whole if line[0].unit != "%"]
        added = [sum_of(line) for line in whole if line[0].unit == "%"]
        return (*added, *(share for line in lines for share in _shares(own, line, by_row)))
    if len({(line[0].column if by_row else line[0].row) for line in whole}) != 1:
        return ()
    if own.claim.kind == "number" or whole[0][0].unit == "%":
        return tuple(sum_of(line) for line in whole if same_unit(own.claim.unit, line[0].unit))
    return tuple(share for line in whole for share in _shares(own, line, by_row))


def _together(own: Cue) -> tuple[str, ...]:
    """The names that stand joined right before the number, and that it is told of together."""
    sentence, start = own.sentence, own.claim.start
    named = [one for one in mentions(sentence, own.table.labels) if one.end <= start and not is_total(own.table, one.label)]
    if len(named) <= 1:
        return ()
    holds = _HOLDS.match(sentence, own.claim.end) is not None
    last = next(
        (
            at
            for at in range(len(named) - 1, 0, -1)
            if _ADDED.fullmatch(sentence, named[at].end, start) or (holds and _AT.fullmatch(sentence, named[at].end, start))
        ),
        0,
    )
    added = len(named) - 1
    if added > 0 and _ADDS.fullmatch(sentence, named[added].end, start):
        # プラスチックは2割、紙類を加えると: the topic of the clause before, and what is added.
        return _added(own, named[added - 1].label, named[added].label)
    first = last
    for before, after in reversed(list(pairwise(named[: last + 1]))):
        if not _AND.fullmatch(sentence, before.end, after.start):
            break
        first -= 1
    labels = tuple(dict.fromkeys(one.label for one in named[first : last + 1]))
    one_side = any(set(labels) <= set(side) for side in (own.table.rows, own.table.columns))
    return labels if last and one_side else ()


def _added(own: Cue, first: str, second: str) -> tuple[str, ...]:
    sides = (own.table.rows, own.table.columns)
    return (first, second) if first != second and any({first, second} <= set(side) for side in sides) else ()


def _at(own: Cue) -> Sequence[Fact]:
    return [fact for fact in own.table.facts if own.claim.period is None or same_period(own.claim.period, fact.period)]


def _is_meant(own: Cue, fact: Fact, by_row: bool) -> bool:
    """Whether the label on the other side is the one that the sentence names before the number, or it names none."""
    before = {one.label for one in mentions(own.sentence, own.table.labels) if one.end <= own.claim.start}
    named = [label for label in (own.columns if by_row else own.rows) if label in before]
    label = fact.column if by_row else fact.row
    measured = own.claim.kind == "share" or same_unit(own.claim.unit, fact.unit)
    if not named and any(is_total(own.table, other) for other in (own.table.columns if by_row else own.table.rows)):
        return measured and is_total(own.table, label)
    return measured and (not named or label in named[:1])


def _shares(own: Cue, parts: Sequence[Fact], by_row: bool) -> Iterator[Bearer]:
    value = sum((fact.value for fact in parts), Decimal(0))
    for whole in own.table.facts:
        across = (whole.column, whole.row) if by_row else (whole.row, whole.column)
        alike = across[0] == (parts[0].column if by_row else parts[0].row) and is_total(own.table, across[1])
        if alike and whole.period == parts[0].period and whole.unit == parts[0].unit and whole.value > 0:
            yield exactly("share", 100 * value / whole.value, *parts, whole)
