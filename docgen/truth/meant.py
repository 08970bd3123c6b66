"""Which facts of a table a number of a sentence means, and whether the sentence leaves no doubt of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import docgen.patterns as re
from docgen.bearing.base_units import same_unit
from docgen.bearing.bearer import Bearer
from docgen.bearing.cue import Cue, is_of_number_before, owned_by, same_period
from docgen.bearing.fact import TOTALS, Fact
from docgen.bearing.mentions import Mention, mentions
from docgen.bearing.selection import is_total
from docgen.bearing.stretches import stretch
from docgen.bearing.times import is_at
from docgen.model.period import Period
from docgen.sentences.claim import Claim
from docgen.truth.context import title_words
from docgen.truth.wording.series import BEFORE

_OF = re.compile("の(?!合?計)")
# A rate by its own name is no share of a total: 執行率.
_RATE = re.compile(r"(?!構成|占有)[一-龥]{2}率(?:は|が|を|も)?(?:、|約|それぞれ)*$")
_PART = re.compile(r"のうち、?約?$")
_ALL_TOLD = re.compile("(?:全体|全部|全て|すべて)で(?:は|合計|計)?、?約?$")
_DERIVED = frozenset({"change", "points", "multiple"})
_AT_ONE_TIME = frozenset({"sum", "share", "quotient", "complement", "leading", "mean", "rank"})


def cells_meant(own: Cue) -> Iterator[Fact]:
    """The facts of the labels and the unit, at the claim's period or, where it has none, at any."""
    for fact in _main(own):
        measured = (own.claim.unit and fact.unit and same_unit(own.claim.unit, fact.unit)) or _is_bare(own)
        if measured and own.fits(fact) and (own.claim.period is None or is_at(own.claim.period, fact)):
            yield fact


def _main(own: Cue) -> Sequence[Fact]:
    """The facts that a sentence means where it names no label: those of the total, and none that are parts (うち)."""
    facts = _of_now(own)
    if not own.columns:
        facts = _of_the_whole(own, facts, lambda fact: fact.column)
    return facts if own.rows else _of_the_whole(own, facts, lambda fact: fact.row)


def _of_now(own: Cue) -> Sequence[Fact]:
    """The facts of a table without those of a column of values before (前年度), where the sentence does not name it."""
    return [fact for fact in own.table.facts if not BEFORE.fullmatch(fact.column) or fact.column in own.columns]


def _of_the_whole(own: Cue, facts: Sequence[Fact], label: Callable[[Fact], str]) -> Sequence[Fact]:
    totals = [fact for fact in facts if is_total(own.table, label(fact))] if _by_title(own) else []
    return totals or [fact for fact in facts if not label(fact).startswith(("うち", "内"))]


def _is_bare(own: Cue) -> bool:
    """Whether a number without a unit stands right behind its label: 南223."""
    labels = own.rows[:1] + own.columns[:1]
    named = mentions(own.sentence, labels) if not own.claim.unit else ()
    return any(one.end == own.claim.start for one in named)


def at_its_period(own: Cue) -> Iterator[Fact]:
    """The facts of the unit and the period, of whatever label."""
    for fact in own.table.facts:
        if own.claim.unit and own.claim.unit == fact.unit and own.claim.period == fact.period:
            yield fact


def is_exact(own: Cue, ways: Sequence[str], cells: Sequence[Fact], near: bool) -> bool:
    """Whether the sentence tells which fact is meant, or which facts are computed with."""
    if not (all_named(own) or is_of_every(own, ways)) or not is_before(own):
        return False
    if own.claim.kind in _DERIVED:
        return len(own.periods) == 2 and "share_points" in ways
    if ("sum" in ways and _is_of_some(own)) or _is_part(own) or ("rank" in ways and not cells and not _is_of_one(own)):
        return False
    if is_of_every(own, ways):
        return _at_one_period(own, near)
    if cells:
        return len({fact.value for fact in cells}) == 1 and _at_one_period(own, near)
    alone = bool(own.whole) and (own.whole,) in (own.rows[:2], own.columns[:2])
    if "share" in ways and alone and "全体" not in own.clause and not _is_of_row(own):
        # 観光客の67.5%: of what the whole is told, but not of what the part is.
        return False
    if "share" in ways and _is_part_of(own):
        return False
    if "share" in ways and not own.whole and not _has_total(own) and max(len(own.rows), len(own.columns)) < 2:
        return False
    if ways[:1] == ("difference",):
        return 2 in (len(own.rows), len(own.columns)) and _at_one_period(own, near)
    if "share" in ways and own.whole and own.claim.period is None and near:
        # It is the share at none of the periods.
        return True
    return bool(_AT_ONE_TIME.intersection(ways)) and _at_one_period(own, near)


def shares_of_one(own: Cue, told: Sequence[Bearer]) -> Sequence[Bearer]:
    """Of shares those of the nearest labels; of a rate by its own name (執行率) the one of a row, if it can be but one."""
    facts = {fact.place: fact for fact in own.table.facts}
    rows, columns = ([label for label in side if label != own.whole][:1] for side in (own.rows, own.columns))
    of_one = replace(own, rows=tuple(rows), columns=tuple(columns))
    nearest = [one for one in told if one.how != "share" or of_one.fits(facts[one.of[0]])]
    if not _RATE.search(own.sentence, 0, own.claim.start):
        return nearest
    of_row = [one for one in nearest if one.how == "share" and len({facts[place].row for place in one.of}) == 1]
    return of_row if len(of_row) == 1 else [one for one in nearest if one.how != "share"]


def _is_of_row(own: Cue) -> bool:
    """Whether the whole is a column, and the part the row that stands right behind the share: 医師の59%が月見市に."""
    end, owners = own.claim.end, owned_by(own.claim)
    behind = [one for one in mentions(own.sentence, own.rows[:1]) if one.start >= end]
    return own.whole in own.columns and any(own.sentence[end : one.start] in owners for one in behind)


def _is_part_of(own: Cue) -> bool:
    """Whether a share is of the last label named, and of no label what the part is: 北部の観光客のうち3割が宿泊."""
    until = own.sentence.rfind("のうち", 0, own.claim.start)
    named = mentions(own.sentence, own.table.labels)
    return until >= 0 and not any(until < one.start and one.label in (*own.rows[:1], *own.columns[:1]) for one in named)


def _has_total(own: Cue) -> bool:
    """Whether a table sums something up: without a total, no number of it is a part of another."""
    return any(is_total(own.table, label) for label in own.table.labels)


def _is_of_one(own: Cue) -> bool:
    """Whether a rank can be of one row and one column only."""
    columns = {fact.column for fact in own.table.facts if fact.column and fact.unit != "%"}
    # Of several columns, the one that its clause names: 病床の最も多い南県は、人口では3番目.
    in_clause = {one.label for one in mentions(own.clause, own.table.columns)}
    return len(own.rows) == 1 and (len(own.columns) == 1 or len(columns) < 2 or in_clause == set(own.columns[:1]))


def _is_part(own: Cue) -> bool:
    """Whether a number is of what no label tells: 119億円 of 予算額132億円のうち119億円."""
    behind = own.sentence[own.claim.end :][:1]
    return _PART.search(own.sentence, 0, own.claim.start) is not None and behind not in owned_by(own.claim)


def _is_of_some(own: Cue) -> bool:
    """Whether a sum is of so many that the sentence does not name: 3市の合計."""
    counts = [other for other in own.others if other.kind in ("number", "base") and other.end <= own.claim.start]
    rows = {fact.row for fact in own.table.facts if fact.row and not is_total(own.table, fact.row)}
    return any(_OF.match(own.sentence, other.end) and not other.admits(Decimal(len(rows))) for other in counts)


def _at_one_period(own: Cue, near: bool) -> bool:
    """Whether a number holds at a period that the table has: the named one, or the only one of a table of the slide."""
    if own.claim.period is not None:
        if own.claim.period.kind == "span":
            return _has_ends(own, own.claim.period)
        return any(fact.period is not None and same_period(own.claim.period, fact.period) for fact in own.table.facts)
    # 前年の of a sentence that names no year is a period too.
    return near and not any(other.kind == "period" for other in own.others) and _periods(own) == 1


def _has_ends(own: Cue, span: Period) -> bool:
    """Whether a table has the first and the last year of a span."""
    known = [fact.period for fact in own.table.facts if fact.period is not None]
    return any(at.start == span.start for at in known) and any(at.end == span.end for at in known)


def is_of_every(own: Cue, ways: Sequence[str]) -> bool:
    """Whether a number is the sum or mean of all rows of one column, as many as the sentence says: 四つの区を合わせると."""
    rows = {fact.row for fact in own.table.facts if fact.row and not is_total(own.table, fact.row)}
    columns = {fact.column for fact in _of_now(own) if same_unit(own.claim.unit, fact.unit)}
    counts = [other for other in own.others if other.kind in ("number", "base") and other.end <= own.claim.start]
    every = len(rows) > 1 and (is_of_all(own) or any(_counts(other, len(rows)) for other in counts))
    return ways[:1] in (("sum",), ("mean",)) and not own.rows and every and (bool(own.columns) or len(columns) == 1)


def is_of_all(own: Cue) -> bool:
    """Whether the words right before a number tell that it is that of all: 使用量は全体で600万kWh."""
    return not own.rows and not _has_total(own) and _ALL_TOLD.search(own.sentence, 0, own.claim.start) is not None


def counts_every(own: Cue) -> bool:
    """Whether the words right before a number count all rows, of which it is the sum: 3校種で3,270人."""
    counts = [other for other in own.others if other.kind in ("number", "base") and other.end <= own.claim.start]
    rows = {fact.row for fact in own.table.facts if fact.row and not is_total(own.table, fact.row)}
    if not counts or own.rows or len(rows) < 2 or not _counts(counts[-1], len(rows)):
        return False
    return re.fullmatch("で(?:は|計|合計)?、?約?", own.sentence[counts[-1].end : own.claim.start]) is not None


def _counts(claim: Claim, number: int) -> bool:
    """Whether a claim says that there are so many."""
    exact = claim.low is not None and claim.high is not None and claim.high - claim.low <= 1
    return exact and claim.admits(Decimal(number))


def _periods(own: Cue) -> int:
    return len({fact.period for fact in _of_now(own)})


def all_named(own: Cue) -> bool:
    """Whether the sentence names a row where there are several, and a column where there are several of the unit."""
    if _is_joined(own) or stretch(own):
        return False
    facts = [fact for fact in _main(own) if same_unit(own.claim.unit, fact.unit)]
    rows = {fact.row for fact in facts if fact.row}
    columns = {fact.column for fact in facts if fact.column}
    of_rows = bool(own.rows) or len(rows) < 2
    of_columns = bool(own.columns) or len(columns) < 2
    return of_rows and of_columns and bool(own.rows or own.columns or _by_title(own))


def _by_title(own: Cue) -> bool:
    return any(word in own.sentence for word in title_words(own.table))


def is_before(own: Cue) -> bool:
    """Whether the nearest labels stand before the number: in 観光客は242万人で、宿泊が42%, 宿泊 is not what the 242 are."""
    named = mentions(own.sentence, own.table.labels)
    labels = (*own.rows[:1], *own.columns[:1])
    start, end = own.claim.start, own.claim.end
    owners = owned_by(own.claim)
    return all(
        any(
            one.label == label
            and (one.end <= start or own.sentence[end : one.start] in owners or is_of_number_before(own.sentence, one, end))
            for one in named
        )
        for label in labels
    )


def names_two(own: Cue) -> bool:
    """Whether one word names the two nearest columns, or rows: 輸出入."""
    for side, nearest in ((own.table.rows, own.rows[:1]), (own.table.columns, own.columns[:1])):
        named = [one for one in mentions(own.sentence, side) if one.end <= own.claim.start]
        if len(named) > 1 and nearest == (named[-1].label,) and _is_two(named[-2], named[-1]):
            return True
    return False


def _is_two(one: Mention, other: Mention) -> bool:
    return one.end == other.start and other.end - other.start == 1 and one.label[:-1] == other.label[:-1]


def is_its_own(own: Cue) -> bool:
    """Whether the nearest labels are not those of a later number: 産出額 of 面積で8.9%増、産出額で5.5%増."""
    behind = [one for one in mentions(own.sentence, own.table.labels) if one.start >= own.claim.end]
    before = [one.label for one in mentions(own.sentence[: own.claim.start], own.table.labels)]
    later = [other for other in own.others if (other.kind, other.unit) == (own.claim.kind, own.claim.unit)]
    return not any(
        one.label in (*own.rows[:1], *own.columns[:1])
        and one.label not in before
        and re.match("[^、。]*、", own.sentence[own.claim.end : one.start])
        and any(other.start >= one.end for other in later)
        for one in behind
    )


def _is_joined(own: Cue) -> bool:
    """Whether two labels of one side are one name: 若年の就業率, where both 若年 and 就業率 are columns."""
    for side in (own.table.rows, own.table.columns):
        named = mentions(own.sentence, side)
        for one, other in pairwise(named):
            total = own.sentence[other.start : other.end] in TOTALS or _is_two(one, other)
            between = own.sentence[one.end : other.start]
            if not total and (not between or (between == "の" and not _is_subject(own, one, other))):
                return True
    return False


def _is_subject(own: Cue, one: Mention, other: Mention) -> bool:
    """Whether a label is what the whole table is of, and the one before it a part of that, in its unit: 女性の職員."""
    units = [{fact.unit for fact in own.table.facts if fact.column == label} for label in (one.label, other.label)]
    return other.label in own.table.title and one.label not in own.table.title and units[0] == units[1] != set()
