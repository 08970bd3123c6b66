"""The members of a table that a sentence speaks of together, and whether something holds for each."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import docgen.patterns as re
from docgen.bearing.fact import Fact, FactTable
from docgen.bearing.selection import is_total
from docgen.breach import Breach
from docgen.model.period import Period
from docgen.sentences.plain import plain
from docgen.truth.sentence import Sentence
from docgen.truth.spelled import spelled
from docgen.truth.wording.comparison import Comparison
from docgen.truth.wording.good import sign_of
from docgen.truth.wording.members import Held, Member, compared, every_period
from docgen.truth.wording.series import BEFORE, Series, series_of
from docgen.truth.wording.subject import Subject
from docgen.truth.wording.trend import Trend
from docgen.truth.wording.windows import Window, windows
from docgen.value import value

Predicate = Comparison | Trend
"""What is said of each: that it is above something, or rises."""

_GENERIC = re.compile(
    "区分|項目|分野|地域|部門|年代|年齢|業種|産業|指標|品目|世代|階級|種類|機関|団体|企業|大学|課|局|部|者|系|場合|もの"
    "|施設|事業"
    "|部署|国・地域|地点|路線|学年|学校|病院|店舗|工場|河川|年齢層|職種|職業|科目|作物|品種|自治体|市町村|都道府県|拠点"
)


ANY = "*"
"""The noun of what counts all rows or columns, whatever they are."""


@value(frozen=True, slots=True)
class Said:
    """Words for all, or for some alone, ``words[start:end]``; ``noun`` is what they count, "" where they name none."""

    start: int
    end: int
    noun: str


def at_all_periods(table: FactTable, subject: Subject) -> list[Member]:
    """What a sentence's subject is at every period of a table."""
    rows = {fact.row for fact in table.facts}
    columns = {fact.column for fact in table.facts}
    own_rows = [row for row in rows if row in subject.rows] or ([*rows] if len(rows) == 1 else [])
    own_columns = [column for column in columns if column in subject.columns] or ([*columns] if len(columns) == 1 else [])
    return [
        Member(row, column, period)
        for row in own_rows
        for column in own_columns
        for period in every_period(table, row, column)
    ]


def of_side(
    table: FactTable, said: Said, labels: Sequence[str], excluded: set[str], at: Period | None
) -> list[Member]:
    """The members of all rows, or of all columns where the rows are periods; those named where ``said`` counts none.

    ``labels`` are those that the sentence names, ``excluded`` those that it leaves out; nothing where it is in doubt which
    values are meant.
    """
    facts = [fact for fact in table.facts if not BEFORE.fullmatch(fact.column)]
    rows = [row for row in dict.fromkeys(fact.row for fact in facts) if row and not is_total(table, row)]
    columns = [column for column in dict.fromkeys(fact.column for fact in facts) if column and not is_total(table, column)]
    by_row = len(rows) > 1
    side, other = (rows, columns) if by_row else (columns, rows)
    if said.noun and said.noun != ANY and not _counts(said.noun, side, table.head if by_row else ""):
        return []
    named = [label for label in dict.fromkeys(labels) if label in side]
    if not said.noun and len(named) < 2:
        return []
    chosen = [label for label in (named if not said.noun else side) if label not in excluded]
    across = [label for label in dict.fromkeys(labels) if label in other]
    found: list[Member] = []
    for label in chosen:
        own = [fact for fact in facts if (fact.row if by_row else fact.column) == label]
        own = [fact for fact in own if not across or (fact.column if by_row else fact.row) in across[:1]]
        if not across and any(not (fact.column if by_row else fact.row) for fact in own):
            own = [fact for fact in own if not (fact.column if by_row else fact.row)]
        if len({(fact.row, fact.column) for fact in own}) != 1:
            own = _over_time(own)
        if len({(fact.row, fact.column) for fact in own}) != 1:
            return []
        periods = [fact.period for fact in own if fact.period is not None]
        latest = max(periods, default=None)
        found.append(Member(own[0].row, own[0].column, at if at is not None else latest))
    return found


def _over_time(facts: Sequence[Fact]) -> list[Fact]:
    """Those of some facts that are one thing at several periods: the amounts, not their changes."""
    same = [(fact.row, fact.column) for fact in facts]
    return [fact for fact in facts if same.count((fact.row, fact.column)) > 1]


def _counts(noun: str, side: Sequence[str], head: str) -> bool:
    """Whether a noun is what the labels of a side are: 県 of 霞原県, or of a column headed 県."""
    if head and (noun in head or plain(head).endswith(noun[-2:])):
        return True
    if any(label.endswith(noun[-1:]) for label in side):
        return True
    return bool(_GENERIC.fullmatch(noun)) and len(noun) > 1


def held_by(sentence: Sentence, predicate: Comparison | Trend, table: FactTable, member: Member) -> Held | None:
    """Whether what is said holds for a member; None where that is not known."""
    if isinstance(predicate, Comparison):
        return compared(sentence, predicate, table, member)
    for series in series_of(table):
        if (series.row, series.column) != (member.row, member.column):
            continue
        word = sentence.words[predicate.at : predicate.end]
        sign = sign_of(predicate.does, word, series.of_rank, f"{series.name} {table.title}")
        every = windows(sentence, predicate.begin, predicate.at, predicate.end, series).every
        if not sign or not every or predicate.denied:
            return None
        holds = any(_goes(series, one, sign, predicate) for one in every)
        return Held(member, holds, series.facts[every[0].last], series.facts[every[0].first])
    return None


def _goes(series: Series, window: Window, sign: int, trend: Trend) -> bool:
    """Whether a series goes one way in a window: from end to end, or in each step where that is said (2年連続で)."""
    values = series.values
    if not (trend.years or trend.steady):
        return (values[window.last] - values[window.first]) * sign > 0
    first = window.last - trend.years if trend.years else window.first
    return first >= 0 and all((new - old) * sign > 0 for old, new in pairwise(values[first : window.last + 1]))


def breach_of(sentence: Sentence, said: Said, predicate: Comparison | Trend, failing: Sequence[Held]) -> Breach:
    """The breach of what is said, ``predicate``, of members of which some fail it."""
    first = failing[0]
    number = predicate.number if isinstance(predicate, Comparison) else None
    other = number.text if number is not None else ""
    if first.other is not None:
        other = f"{spelled(first.other.value, first.other.unit)}（{first.other.period or first.other.column}）"
    return sentence.breach(
        "not-so-of-all",
        sentence.spot(said.start, said.end),
        word=sentence.words[said.start : said.end],
        labels=tuple(one.member.name for one in failing),
        label=first.member.name,
        value=spelled(first.fact.value, first.fact.unit),
        other=other,
        said=sentence.words[predicate.at : predicate.end],
        place=first.fact.place,
    )
