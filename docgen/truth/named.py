"""What a number of a sentence must be by a table that the sentence speaks of: its labels, its unit and its period."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from docgen.bearing.bearer import Bearer
from docgen.bearing.computations import bearers
from docgen.bearing.cue import Cue, same_period
from docgen.bearing.fact import TOTALS, Fact, same_unit
from docgen.bearing.mentions import mentions
from docgen.bearing.ratios import percent_changes, points
from docgen.bearing.selection import is_total
from docgen.truth.announced import announced
from docgen.truth.compared import changes
from docgen.truth.context import is_about, is_of_another, same_slide, title_words
from docgen.truth.nearly import SURE, nearly
from docgen.truth.sentence import Sentence

_OF = re.compile("の(?!合?計)")
_PART = re.compile(r"のうち、?約?$")
_OWNED = ("を", "が", "の")
_DERIVED = frozenset({"change", "points", "multiple"})
_AT_ONE_TIME = frozenset({"sum", "share", "quotient", "complement", "leading", "mean", "rank"})


@dataclass(frozen=True, slots=True)
class Named:
    """What a number is by one table: ``borne`` out, or what it was ``expected`` to be, in ``unit``.

    ``sure`` tells that the sentence names the fact and speaks of nothing else; otherwise the number is nearly what was
    expected.
    """

    borne: bool
    sure: bool = False
    expected: tuple[Bearer, ...] = ()
    unit: str = ""


def named(sentence: Sentence, own: Cue) -> Named | None:
    """What the claim of ``own`` is by its table; None where the table does not tell."""
    claim = own.claim
    if any(bearer.bears(claim) for bearer in bearers(own)) or _is_paired(own):
        return Named(True)
    known = is_about(sentence, claim, own.table)
    ways = announced(sentence.words[: claim.start], sentence.words[claim.end :], claim)
    cells = list(_cells(own)) if "cell" in ways else []
    between = changes(own) if claim.kind in _DERIVED else ()
    computed = between or tuple(bearer for way in ways for bearer in bearers(_measured(own)) if bearer.how == way)
    expected = tuple(dict.fromkeys((*map(_as_it_stands, cells), *computed)))
    if known and expected and (between or _is_exact(own, ways, cells, same_slide(sentence.statement, own.table))):
        return Named(False, True, expected, claim.unit)
    if not claim.unit or (not known and (is_of_another(sentence, own.table) or not _all_named(own))):
        return None
    if known and claim.kind == "number" and not _is_before(own):
        expected = (*expected, *map(_as_it_stands, _at_its_period(own)))
    return _slip(own, expected, known)


def _measured(own: Cue) -> Cue:
    """The same without the facts that have no unit, where the claim has one: years of a table are no numbers of persons."""
    facts = tuple(fact for fact in own.table.facts if fact.unit or not own.claim.unit)
    return replace(own, table=replace(own.table, facts=facts))


def _slip(own: Cue, expected: Sequence[Bearer], known: bool) -> Named | None:
    """What a number is but for a slip: of a digit, a scale, or the unit."""
    digits = SURE if known and _all_named(own) and _is_before(own) else SURE + 1
    slips = tuple(bearer for bearer in expected if nearly(own.claim, bearer, digits))
    if slips:
        return Named(False, False, slips, own.claim.unit)
    for unit, bearer in _in_other_units(own, known):
        if _is_printed_so(own, bearer):
            return Named(False, False, (bearer,), unit)
    return None


def _is_printed_so(own: Cue, bearer: Bearer) -> bool:
    """Whether a claim has the digits of a value: 52.3人 those of 52.3%."""
    if bearer.how != "cell":
        return bearer.bears(own.claim)
    low, high = own.claim.low, own.claim.high
    return low is not None and high is not None and low + high == bearer.low + bearer.high


def _as_it_stands(fact: Fact) -> Bearer:
    return Bearer("cell", (fact.place,), fact.low, fact.high)


def _cells(own: Cue) -> Iterator[Fact]:
    """The facts of the labels and the unit, at the claim's period or, where it has none, at any."""
    for fact in _main(own):
        measured = (own.claim.unit and fact.unit and same_unit(own.claim.unit, fact.unit)) or _is_bare(own)
        if measured and own.fits(fact) and own.claim.period in (None, fact.period):
            yield fact


def _main(own: Cue) -> Sequence[Fact]:
    """The facts that a sentence means where it names no label: those of the total, and none that are parts (うち)."""
    facts: Sequence[Fact] = own.table.facts
    if not own.columns:
        facts = _of_the_whole(own, facts, lambda fact: fact.column)
    return facts if own.rows else _of_the_whole(own, facts, lambda fact: fact.row)


def _of_the_whole(own: Cue, facts: Sequence[Fact], label: Callable[[Fact], str]) -> Sequence[Fact]:
    totals = [fact for fact in facts if is_total(own.table, label(fact))]
    return totals if totals and _by_title(own) else [fact for fact in facts if not label(fact).startswith(("うち", "内"))]


def _is_bare(own: Cue) -> bool:
    """Whether a number without a unit stands right behind its label: 南223."""
    labels = own.rows[:1] + own.columns[:1]
    named = mentions(own.sentence, labels) if not own.claim.unit else ()
    return any(one.end == own.claim.start for one in named)


def _at_its_period(own: Cue) -> Iterator[Fact]:
    """The facts of the unit and the period, of whatever label."""
    for fact in own.table.facts:
        if own.claim.unit and own.claim.unit == fact.unit and own.claim.period == fact.period:
            yield fact


def _is_exact(own: Cue, ways: Sequence[str], cells: Sequence[Fact], near: bool) -> bool:
    """Whether the sentence tells which fact is meant, or which facts are computed with."""
    if not _all_named(own) or not _is_before(own):
        return False
    if own.claim.kind in _DERIVED:
        return len(own.periods) == 2 and "share_points" in ways
    if ("sum" in ways and _is_of_some(own)) or _is_part(own) or ("rank" in ways and len(own.rows) > 1):
        return False
    if cells:
        return len({fact.value for fact in cells}) == 1 and _at_one_period(own, near)
    return bool(_AT_ONE_TIME.intersection(ways)) and _at_one_period(own, near)


def _is_part(own: Cue) -> bool:
    """Whether a number is of what no label tells: 119億円 of 予算額132億円のうち119億円."""
    behind = own.sentence[own.claim.end :][:1]
    return _PART.search(own.sentence, 0, own.claim.start) is not None and behind not in _OWNED


def _is_of_some(own: Cue) -> bool:
    """Whether a sum is of so many that the sentence does not name: 3市の合計."""
    counts = [other for other in own.others if other.kind in ("number", "base") and other.end <= own.claim.start]
    return any(_OF.match(own.sentence, other.end) for other in counts)


def _at_one_period(own: Cue, near: bool) -> bool:
    """Whether a number holds at a period that the table has: the named one, or the only one of a table of the slide."""
    if own.claim.period is not None:
        return any(fact.period is not None and same_period(own.claim.period, fact.period) for fact in own.table.facts)
    # 前年の of a sentence that names no year is a period too.
    return near and not any(other.kind == "period" for other in own.others) and _periods(own) == 1


def _periods(own: Cue) -> int:
    return len({fact.period for fact in own.table.facts})


def _all_named(own: Cue) -> bool:
    """Whether the sentence names a row where there are several, and a column where there are several of the unit."""
    if _is_joined(own):
        return False
    facts = [fact for fact in _main(own) if same_unit(own.claim.unit, fact.unit)]
    rows = {fact.row for fact in facts if fact.row}
    columns = {fact.column for fact in facts if fact.column}
    of_rows = bool(own.rows) or len(rows) < 2
    of_columns = bool(own.columns) or len(columns) < 2
    return of_rows and of_columns and bool(own.rows or own.columns or _by_title(own))


def _by_title(own: Cue) -> bool:
    return any(word in own.sentence for word in title_words(own.table))


def _is_before(own: Cue) -> bool:
    """Whether the nearest labels stand before the number: in 観光客は242万人で、宿泊が42%, 宿泊 is not what the 242 are."""
    named = mentions(own.sentence, own.table.labels)
    labels = (*own.rows[:1], *own.columns[:1])
    start, end = own.claim.start, own.claim.end
    return all(
        any(one.label == label and (one.end <= start or own.sentence[end : one.start] in _OWNED) for one in named)
        for label in labels
    )


def _is_joined(own: Cue) -> bool:
    """Whether two labels of one side are one name: 若年の就業率, where both 若年 and 就業率 are columns."""
    for side in (own.table.rows, own.table.columns):
        named = mentions(own.sentence, side)
        for one, other in pairwise(named):
            total = own.sentence[other.start : other.end] in TOTALS
            if not total and own.sentence[one.end : other.start] in ("", "の"):
                return True
    return False


def _is_paired(own: Cue) -> bool:
    """Whether a number of a list (それぞれ, 順に) is one of those that the list names."""
    if not any(word in own.sentence for word in ("それぞれ", "各々", "順に")):
        return False
    for fact in own.table.facts:
        of_row = not fact.row or not own.rows or fact.row in own.rows
        of_column = not fact.column or not own.columns or fact.column in own.columns
        at = not own.periods or any(same_period(period, fact.period) for period in own.periods)
        if of_row and of_column and at and _as_it_stands(fact).bears(own.claim):
            return True
    return False


def _in_other_units(own: Cue, known: bool) -> Iterator[tuple[str, Bearer]]:
    """What the number would be in another unit: points for %, % for points, the unit of the named cell."""
    claim = own.claim
    if claim.kind == "change" and claim.unit == "%":
        yield from (("ポイント", bearer) for bearer in points(own))
    elif claim.kind == "points":
        yield from (("%", bearer) for bearer in percent_changes(own))
    elif claim.kind in ("number", "share") and claim.unit:
        for fact in own.table.facts:
            other = bool(fact.unit) and not same_unit(claim.unit, fact.unit)
            meant = bool(own.rows or own.columns) and own.fits(fact) and own.claim.period in (None, fact.period)
            if other and meant and _is_long(fact, known):
                yield fact.unit, _as_it_stands(fact)


def _is_long(fact: Fact, known: bool) -> bool:
    """Whether a fact has digits enough to be known by them: two where the sentence speaks of nothing else."""
    return bool(fact.step) and len((fact.value / fact.step).normalize().as_tuple().digits) > (1 if known else 2)
