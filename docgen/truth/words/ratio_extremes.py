"""Ratios that a table gives and does not hold, by which something is the greatest: 人口当たりの病床数は西部が最も多い."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

import docgen.patterns as re
from docgen.bearing.base_units import base_unit, same_unit
from docgen.bearing.cue import same_period
from docgen.bearing.fact import Fact, FactTable
from docgen.bearing.mentions import Mention
from docgen.bearing.selection import is_total
from docgen.truth.sentence import Sentence
from docgen.truth.wording.extreme import Extreme
from docgen.truth.words.compared_group import Group, is_rest

_PER = re.compile(r"(?:[0-9,]+|一)?(?:万|千|億)?(?P<unit>[^0-9、。の]{1,3}?)(?:当たり|あたり)の?、?")
_OF = re.compile("の?(?:割合|比率|シェア|構成比)")
_IN = re.compile("に(?:占め|対す)る")


def ratios_of_rows(sentence: Sentence, extreme: Extreme, table: FactTable, named: Sequence[Mention]) -> Group | None:
    """The ratio of the two columns that a sentence names before an extreme, for each row; None where it names no ratio."""
    columns = [one for one in named if one.label in table.columns and one.end <= extreme.at]
    pair = _per(sentence, table, columns) or _part(sentence, columns) or _of_total(sentence, table, columns)
    if pair is None:
        return None
    period = next((claim.period for claim in sentence.claims if claim.kind == "period" and claim.end <= extreme.at), None)
    facts = [fact for fact in table.facts if same_period(period, fact.period) and not is_rest(table, fact.row)]
    of = next((claim for claim in sentence.claims if claim.kind == "base" and claim.end <= extreme.at), None)
    each = (of.low + of.high) / 2 if of is not None and of.low is not None and of.high is not None else Decimal(1)
    ratios = tuple(replace(fact, value=fact.value * each) for fact in _ratios(facts, *pair))
    return Group(ratios, "row") if len(ratios) > 1 and len({fact.row for fact in ratios}) == len(ratios) else None


def _per(sentence: Sentence, table: FactTable, columns: Sequence[Mention]) -> tuple[str, str] | None:
    """What is counted, and for each of what: 病床数, 人口 of 人口10万人当たりの病床数."""
    if not columns:
        return None
    above = columns[-1]
    match = next((one for one in _PER.finditer(sentence.words, 0, above.start) if one.end() == above.start), None)
    if match is None:
        return None
    base = next((one.label for one in columns if one.end == match.start()), "")
    if not base:
        unit = base_unit(match["unit"])[0]
        counted = {fact.column for fact in table.facts if same_unit(fact.unit, unit) and fact.column != above.label}
        base = counted.pop() if len(counted) == 1 else ""
    return (above.label, base) if base and base != above.label else None


def _part(sentence: Sentence, columns: Sequence[Mention]) -> tuple[str, str] | None:
    """The part and the whole: 女性, 雇用者数 of 雇用者数に占める女性の割合."""
    if len(columns) < 2:
        return None
    whole, part = columns[-2:]
    told = _IN.fullmatch(sentence.words, whole.end, part.start) and _OF.match(sentence.words, part.end)
    return (part.label, whole.label) if told else None


def _of_total(sentence: Sentence, table: FactTable, columns: Sequence[Mention]) -> tuple[str, str] | None:
    """The part that is named, and the column it is a part of: the totals, or for うち宿泊客 the one before it."""
    if not columns or not _OF.match(sentence.words, columns[-1].end):
        return None
    part = columns[-1].label
    totals = [column for column in table.columns if is_total(table, column)]
    if part.startswith("うち"):
        totals = [one for one in table.columns[: table.columns.index(part)] if not one.startswith("うち")][-1:]
    units = {fact.unit for fact in table.facts if fact.column in (part, *totals)}
    return (part, totals[0]) if len(totals) == len(units) == 1 and part != totals[0] and "%" not in units else None


def _ratios(facts: Sequence[Fact], above: str, below: str) -> Iterator[Fact]:
    bases = {(fact.row, fact.period): fact for fact in facts if fact.column == below}
    for fact in facts:
        base = bases.get((fact.row, fact.period))
        if fact.column == above and base is not None and base.value > 0:
            yield replace(fact, value=fact.value / base.value, unit="")
