"""Lines of a table said again: 研究設備費（再掲）　予算額24.5億円."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import permutations

import docgen.patterns as re
from docgen.bearing.base_units import same_unit
from docgen.bearing.bearer import Bearer
from docgen.bearing.evidence import Evidence
from docgen.bearing.fact import Fact, FactTable
from docgen.breach import Breach
from docgen.sentences.claim import Claim
from docgen.sentences.plain import plain
from docgen.truth.naming.index import Mention, NameIndex
from docgen.truth.sentence import Sentence
from docgen.truth.spelled import spelled

_AGAIN = re.compile("再掲|再録")
_BRACKET = re.compile(r"[(][^)]*[)]")
# Behind a column: what follows is off it, and none of its numbers (前年度を2億円上回る).
_HELD_AGAINST = re.compile(r"(?:から|より|を|に比べ|と比べ|に対し)")
# Before a number: it is told of another number, and not of the column of that one (410百万円の約4分の3に当たる).
_AMOUNTING = re.compile("[0-9][^、。]*に(?:当た|相当す)る(?:約)?$")
_SHORTEST = 3


def lines_again(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A number that a sentence marked 再掲 gives for a row of a table, and that the row does not have.

    Where the sentence names a column or a period, it must be the number there. Differences within the row are no other
    numbers.
    """
    again = [sentence for sentence in sentences if _AGAIN.search(sentence.words)]
    if not again:
        return
    by_row: dict[str, list[FactTable]] = {}
    for table in evidence.tables:
        for row in dict.fromkeys(map(plain, table.rows)):
            if len(row) >= _SHORTEST:
                by_row.setdefault(row, []).append(table)
    index = NameIndex(by_row)
    for sentence in again:
        named = list(index.mentions(sentence.words))
        tables = by_row[named[0].name] if len({mention.name for mention in named}) == 1 else []
        if len(tables) == 1:
            yield from _judged(sentence, named[0], tables[0])


def _judged(sentence: Sentence, row: Mention, table: FactTable) -> Iterator[Breach]:
    facts = [fact for fact in table.facts if plain(fact.row) == row.name]
    columns = NameIndex(plain(fact.column) for fact in facts)
    for claim in sentence.numbers:
        rate = claim.kind == "change" and claim.unit == "%"
        same = [fact for fact in facts if rate or same_unit(claim.unit, fact.unit)]
        if claim.kind == "change" and claim.start >= row.end and len(same) > 1 and not _is_difference(claim, same):
            yield from _of_change(sentence, claim, same)
        if claim.kind != "number" or not claim.unit or claim.start < row.end or not same:
            continue
        meant = _meant(same, claim, _column(sentence.words, row.end, claim, columns, facts))
        other = not any(_bearer(fact).bears(claim) for fact in meant) and not _is_difference(claim, same)
        if other or _is_of_another_year(claim, same):
            named = [one.start for one in sentence.claims if one.kind == "period" and one.period == claim.period]
            start = claim.start if other else min([claim.start, *named[:1]])
            yield sentence.breach(
                "copy-not-equal.line",
                sentence.spot(start, claim.end),
                written=sentence.words[start : claim.end],
                right="、".join(dict.fromkeys(spelled(fact.value, fact.unit) for fact in meant)),
                place=meant[0].place,
            )


def _of_change(sentence: Sentence, claim: Claim, facts: Sequence[Fact]) -> Iterator[Breach]:
    """A gain since last year (前年度から2億円増) that no two numbers of the row give."""
    before = [fact for fact in facts if fact.column.startswith("前年") or fact.column.startswith("前回")]
    own = [fact for fact in facts if fact not in before]
    if len(before) == 1 and own and re.search("前年|前回", sentence.words[: claim.start]):
        yield sentence.breach(
            "copy-not-equal.line",
            sentence.spot_of(claim),
            written=claim.text,
            right=spelled(_gain(own[0], before[0], claim.unit), claim.unit),
            place=own[0].place,
        )


def _column(words: str, start: int, claim: Claim, columns: NameIndex, facts: Sequence[Fact]) -> str:
    """The column that a sentence names for a number: before it, or in the brackets behind it; 前年度の for 前年度予算額."""
    # 前年度の68億円から72億円に: the number from which it went is the column's.
    start = max(start, words.rfind(f"{claim.unit}から", start, claim.start))
    named = columns.mentions(words[start : claim.start])
    before = [one.name for one in named if not _HELD_AGAINST.match(words, start + one.end)]
    if _AMOUNTING.search(words, start, claim.start):
        return ""
    called = [plain(fact.column) for fact in facts if words.endswith(plain(fact.column)[:_SHORTEST], start, claim.start)]
    behind = _BRACKET.match(words, claim.end)
    after = [mention.name for mention in columns.mentions(behind.group())] if behind is not None else []
    heads = [plain(fact.column) for fact in facts if words.rfind(f"{plain(fact.column)[:3]}の", start, claim.start) >= 0]
    return next(iter((*called[:1], *before[-1:], *after[:1], *heads[:1])), "")


def _meant(facts: Sequence[Fact], claim: Claim, column: str) -> Sequence[Fact]:
    """The facts that a claim can be of: those of the column and the period that the sentence names, if there are any."""
    named = [fact for fact in facts if plain(fact.column) == column] or facts
    return [fact for fact in named if claim.period is not None and fact.period == claim.period] or named


def _is_of_another_year(claim: Claim, facts: Sequence[Fact]) -> bool:
    """Whether a claim is of a year of which the row has nothing, not even as 前年度."""
    periods = {fact.period for fact in facts}
    before = any(re.search("前年|前期|翌年", fact.column) for fact in facts)
    return claim.period is not None and None not in periods and claim.period not in periods and not before


def _bearer(fact: Fact) -> Bearer:
    return Bearer("cell", (), fact.low, fact.high)


def _is_difference(claim: Claim, facts: Sequence[Fact]) -> bool:
    if claim.unit == "%":
        return any(claim.admits(_gain(*two, "%")) for two in permutations(facts, 2))
    differences = [_difference(*two) for two in permutations(facts, 2)]
    return any(claim.admits(one) or claim.admits(abs(one)) for one in differences)


def _gain(own: Fact, before: Fact, unit: str) -> Decimal:
    return 100 * (own.value / before.value - 1) if unit == "%" and before.value else _difference(own, before)


def _difference(first: Fact, second: Fact) -> Decimal:
    return first.value - second.value
