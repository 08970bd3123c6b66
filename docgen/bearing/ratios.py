"""How much more, and how large a part: percent changes, points, multiples and shares of facts, or within a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import docgen.patterns as re
from docgen.bearing.amounts import leaders, named_rows
from docgen.bearing.base_units import is_in_points, same_unit
from docgen.bearing.bearer import Bearer, exactly
from docgen.bearing.cue import Cue
from docgen.bearing.fact import Fact
from docgen.bearing.mentions import mentions
from docgen.bearing.selection import is_total, later, now, over_time, parts, parts_of_all, side_by_side
from docgen.sentences.claim import Claim
from docgen.sentences.numbers import is_directed

_GROWTH = re.compile("(?:伸び|増加|減少|上昇|低下|増減|成長|変化)率|(?:伸び|の(?:増加|減少|上昇|低下))(?:は|が)")
# What is told is without what is named: 火力を除く電力量は全体の.
_WITHOUT = re.compile(r"[^、。]{2,}を除(?:く|いた)[^、。]{0,12}[はが]、?[^、。]{0,8}$")
_LEAVES = re.compile("以外|残り|(?<!に満た)(?<!に届か)(?<!に及ば)ない|満たさ|ほか|その他")


def percent_changes(cue: Cue) -> Iterator[Bearer]:
    """A change in % between two periods, and how much one fact exceeds another."""
    for new, old in (*over_time(cue), *side_by_side(cue)):
        if old.value:
            yield exactly("percent_change", 100 * (new.value - old.value) / old.value, new, old)


def multiples(cue: Cue) -> Iterator[Bearer]:
    """How many times a fact is another."""
    for new, old in (*over_time(cue), *side_by_side(cue)):
        if old.value:
            yield exactly("multiple", new.value / old.value, new, old)


def points(cue: Cue) -> Iterator[Bearer]:
    """The difference of two indices, or shares: of cells, and of shares that are computed, exact or to one decimal."""
    for new, old in (*over_time(cue), *side_by_side(cue)):
        if is_in_points(new.unit):
            yield exactly("points", new.value - old.value, new, old)
    dated = [fact for fact in cue.table.facts if fact.period]
    shares = [(part, whole, 100 * part.value / whole.value) for part, whole in parts(cue, dated)]
    lines: dict[tuple[str, ...], list[tuple[Fact, Fact, Decimal]]] = {}
    for part, whole, share in shares:
        lines.setdefault(_labels(part, whole), []).append((part, whole, share))
    for part, whole, share in shares:
        for part_before, whole_before, share_before in lines[_labels(part, whole)]:
            if later(part, part_before):
                of = (part, whole, part_before, whole_before)
                yield exactly("share_points", share - share_before, *of)
                yield exactly("share_points", _tenth(share) - _tenth(share_before), *of)


def _labels(part: Fact, whole: Fact) -> tuple[str, ...]:
    return (part.row, part.column, whole.row, whole.column)


def _tenth(share: Decimal) -> Decimal:
    return share.quantize(Decimal("0.1"))


def shares(cue: Cue) -> Iterator[Bearer]:
    """A part of a whole in %, several named rows of the total, and what a part leaves."""
    at_its_own = [fact for fact in cue.table.facts if cue.claim.period is not None and fact.period == cue.claim.period]
    facts = [fact for fact in at_its_own or now(cue) if fact.unit != "%"]
    leaves = _LEAVES.search(_without_labels(cue)) is not None
    without = _WITHOUT.search(cue.sentence, 0, cue.claim.start) is not None
    for part, whole in parts(cue, facts):
        if not without:
            yield exactly("share", 100 * part.value / whole.value, part, whole)
        if without or leaves:
            yield exactly("share", 100 - 100 * part.value / whole.value, part, whole)
    for part, column in parts_of_all(cue, facts):
        whole_value = sum((fact.value for fact in column), Decimal(0))
        if whole_value > 0:
            yield exactly("share", 100 * part.value / whole_value, part, *column)
    for rows in (*named_rows(cue, facts), *leaders(cue, facts)):
        totals = [fact for fact in facts if is_total(cue.table, fact.row) and fact.column == rows[0].column and fact.value]
        for whole in totals if len(rows) > 1 else ():
            yield exactly("share", 100 * sum((fact.value for fact in rows), Decimal(0)) / whole.value, *rows, whole)


def _without_labels(cue: Cue) -> str:
    """The words of a sentence but for the names of its table: 分からない is a row, and nothing that is left out."""
    words = cue.sentence
    for one in reversed(mentions(words, cue.table.labels)):
        words = f"{words[: one.start]}、{words[one.end :]}"
    return words


def levels(cue: Cue) -> Iterator[Bearer]:
    """What part of an older fact a newer one is (2019年の8割まで回復), and a rate of growth where one is named."""
    for new, old in over_time(cue):
        if old.value > 0:
            yield exactly("level", 100 * new.value / old.value, new, old)
            if _GROWTH.search(cue.sentence):
                yield exactly("growth", 100 * (new.value - old.value) / old.value, new, old)


def levels_against(cue: Cue) -> Iterator[Bearer]:
    """What part of an older fact a newer one is, where no word tells a gain or a loss: 104% of 前年度比104%."""
    if cue.claim.unit == "%" and not is_directed(cue.sentence, cue.claim):
        yield from (bearer for bearer in levels(cue) if bearer.how == "level")


def within_sentence(cue: Cue) -> Iterator[Bearer]:
    """What two other numbers of the sentence give: 予算額186億円に対し執行額171億円 gives 91.9%."""
    numbers = [claim for claim in cue.others if claim.low and claim.high and claim.kind in ("number", "base", "share")]
    for first in numbers:
        for second in numbers:
            fell = cue.claim.kind in ("points", "change") and cue.sentence.startswith("から", first.end)
            if first is not second and same_unit(first.unit, second.unit) and not fell:
                yield from _of_two(cue.claim, first, second)


def _of_two(claim: Claim, first: Claim, second: Claim) -> Iterator[Bearer]:
    if not (first.low and first.high and second.low and second.high) or second.low <= 0:
        return
    least, most = first.low / second.high, first.high / second.low
    of = (first.text, second.text)
    if claim.kind == "share" and least <= 1:
        yield Bearer("said_share", of, 100 * least, 100 * most)
    elif claim.kind == "multiple":
        yield Bearer("said_multiple", of, least, most)
    elif claim.kind == "change" and claim.unit == "%" and first.unit == "%":
        # Of two shares, printed to one decimal, what they gained in % is told by what is printed.
        gain = 100 * ((first.low + first.high) / (second.low + second.high) - 1)
        yield Bearer("said_change", of, gain, gain)
    elif claim.kind == "change" and claim.unit == "%":
        yield Bearer("said_change", of, 100 * (least - 1), 100 * (most - 1))
    elif same_unit(claim.unit, first.unit) or (claim.kind == "points" and first.unit == "%"):
        yield Bearer("said_difference", of, first.low - second.high, first.high - second.low)
