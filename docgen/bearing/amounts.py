"""How many and how much: cells, differences, sums, means, extremes, quotients, counts, what is left, lengths of time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

import docgen.patterns as re
from docgen.bearing.base_units import base_unit, same_unit
from docgen.bearing.bearer import Bearer, as_it_stands, exactly
from docgen.bearing.classes import rows_of_class
from docgen.bearing.cue import Cue, same_period
from docgen.bearing.fact import TOTALS, Fact
from docgen.bearing.mentions import mentions
from docgen.bearing.selection import grouped, is_total, meant, now, over_time, side_by_side
from docgen.bearing.stretches import stretch
from docgen.sentences.claim import Claim

_COMPARES = re.compile("差|上回|下回|多[いく]|少な|高[いく]|低[いく]|増|減|広が|黒字|赤字|超過(?![しすさ])")
_LEAVES = re.compile("以外|除く|除いた|残[りる]|ほか|その他|足りない")
_ALL = re.compile("計|合わせ|全体|総|すべて|全て")
_JOINED = re.compile("(?:と|及び|・|加え)[^、。と]{1,12}(?:で|加え)")
_LATEST = re.compile(r"(?:直近|最近|過去|ここ|この)の?(?P<number>\d{1,2})(?:か年|年|回|期)")
_LEADING = re.compile(r"(?:上位|トップ)(?P<number>\d+)")
_EXTREME = re.compile("最大|最小|最高|最低|最多|最少|最も")
_PER = re.compile(
    r"(?:(?P<number>[\d,]+|一)(?P<scale>万|千|億)?|(?P<alone>[万千億]))(?P<unit>\D{1,3}?)(?:当たり|あたり|につき|(?<=1.)に対[しす]|(?<=1..)に対[しす]|(?<=1.)(?:が|の)(?:受け持|担当|支え|負担))"
)
_SCALES = {"万": 10**4, "千": 10**3, "億": 10**8, None: 1}


def cells(cue: Cue) -> Iterator[Bearer]:
    """The facts that are meant, as they stand."""
    yield from map(as_it_stands, meant(cue))


def differences(cue: Cue) -> Iterator[Bearer]:
    """What a series gained or lost between two periods, and how far two facts of one period are apart."""
    for difference, *facts in _differences(cue):
        yield exactly("difference", difference, *facts)


def differences_met(cue: Cue) -> Iterator[Bearer]:
    """Those of the differences that the claim is."""
    for difference, *facts in _differences(cue):
        if cue.claim.admits(difference):
            yield exactly("difference", difference, *facts)


def _differences(cue: Cue) -> Iterator[tuple[Decimal, Fact, Fact]]:
    pairs = [*over_time(cue), *(side_by_side(cue) if _COMPARES.search(cue.sentence) else ())]
    for first, second in pairs:
        # Shares differ by points: of a change in % it is not.
        points = cue.claim.kind == "change" and first.unit == "%"
        if same_unit(cue.claim.unit, first.unit) and not points:
            difference = first.value - second.value
            yield difference, first, second
            if cue.claim.kind == "number" and difference < 0:
                yield -difference, first, second


def sums(cue: Cue) -> Iterator[Bearer]:
    """A series over a span, the rows or columns that are named, and all rows but the total."""
    facts = [fact for fact in cue.table.facts if same_unit(cue.claim.unit, fact.unit)]
    series = [fact for fact in facts if fact.period and cue.fits(fact) and in_span(cue, fact)]
    yield from _sums([*grouped(series, lambda fact: (fact.row, fact.column)), *latest(cue, series)])
    together = _ALL.search(cue.sentence) is not None
    at = [fact for fact in series if together and any(same_period(period, fact.period) for period in cue.periods)]
    yield from _sums(grouped(at, lambda fact: (fact.row, fact.column)))
    current = [fact for fact in now(cue) if same_unit(cue.claim.unit, fact.unit)]
    for facts_of_rows in named_rows(cue, current):
        yield from _sums([facts_of_rows[:size] for size in range(2, len(facts_of_rows) + 1)])
        yield from _sums([facts_of_rows[-size:] for size in range(2, len(facts_of_rows))])
    yield from of_stretch(cue)
    columns = [fact for fact in current if fact.column in cue.columns and cue.fits(fact, column=fact.column)]
    columns.sort(key=lambda fact: cue.columns.index(fact.column))
    for facts_of_columns in grouped(columns, lambda fact: (fact.row, fact.period)):
        yield from _sums([facts_of_columns[:size] for size in range(2, len(facts_of_columns) + 1)])
        yield from _sums([facts_of_columns[-size:] for size in range(2, len(facts_of_columns))])
    whole = not cue.rows or _ALL.search(cue.clause) is not None
    every = [fact for fact in current if whole and not is_total(cue.table, fact.row) and cue.fits(fact, row=fact.row)]
    yield from _sums(grouped(every, lambda fact: (fact.column, fact.period)))


def of_stretch(cue: Cue) -> Iterator[Bearer]:
    """All rows from one to another together (6月から9月まで), or of a class that several rows make up (65歳以上)."""
    rows = stretch(cue) or rows_of_class(cue)
    facts = [fact for fact in now(cue) if fact.row in rows and same_unit(cue.claim.unit, fact.unit)]
    facts = [fact for fact in facts if cue.fits(fact, row=fact.row)]
    yield from _sums(grouped(facts, lambda fact: (fact.column, fact.period)))


def named_rows(cue: Cue, facts: Sequence[Fact]) -> list[list[Fact]]:
    """The facts of the rows that the sentence names, a list for each column, in the order of their names."""
    named = [fact for row in cue.rows for fact in facts if fact.row == row and not is_total(cue.table, row)]
    return grouped([fact for fact in named if cue.fits(fact, row=fact.row)], lambda fact: (fact.column, fact.period))


def latest(cue: Cue, series: Sequence[Fact]) -> list[list[Fact]]:
    """The last facts of each series, as many as the sentence says: 直近3年度; none where it does not say how many."""
    match = _LATEST.search(cue.sentence, 0, cue.claim.start)
    lines = grouped([fact for fact in series if fact.period], lambda fact: (fact.row, fact.column)) if match else []
    ordered = [sorted(line, key=lambda fact: fact.period.end.toordinal() if fact.period else 0) for line in lines]
    return [line[-int(match["number"]) :] for line in ordered if match]


def in_span(cue: Cue, fact: Fact) -> bool:
    """Whether a fact lies within the spans that the sentence names; always where it names none."""
    spans = [period for period in cue.periods if period.kind == "span"]
    at = fact.period
    return at is None or not spans or any(span.start <= at.start and at.end <= span.end for span in spans)


def _sums(groups: Sequence[list[Fact]], how: str = "sum") -> Iterator[Bearer]:
    yield from (sum_of(facts, how) for facts in groups if len(facts) > 1)


def sum_of(facts: Sequence[Fact], how: str = "sum") -> Bearer:
    """What some facts come to, with the room that their rounding leaves."""
    total = sum((fact.value for fact in facts), Decimal(0))
    slack = sum((fact.slack for fact in facts), Decimal(0)) / 2
    return Bearer(how, tuple(fact.place for fact in facts), total - slack, total + slack)


def together(cue: Cue) -> Iterator[Bearer]:
    """The shares of the rows that are named, where the sentence adds them up: 満足とやや満足を合わせた割合."""
    if _ALL.search(cue.sentence) or _JOINED.search(cue.sentence):
        yield from (bearer for bearer in sums(cue) if cue.claim.unit == "%")


def leading(cue: Cue) -> Iterator[Bearer]:
    """The greatest rows together, so many as the sentence says: 上位3か国で."""
    yield from _sums(leaders(cue, [fact for fact in now(cue) if same_unit(cue.claim.unit, fact.unit)]), "leading")


def leaders(cue: Cue, facts: Sequence[Fact]) -> list[list[Fact]]:
    """The facts of the greatest rows, a list for each column; none where the sentence does not say how many."""
    told = list(_LEADING.finditer(cue.sentence, 0, cue.claim.start))
    match = told[-1] if told else _LEADING.search(cue.sentence)
    single = [fact for fact in facts if not is_total(cue.table, fact.row) and fact.row != "その他"]
    rows = [fact for fact in single if cue.fits(fact, row=fact.row)]
    columns = grouped(rows, lambda fact: (fact.column, fact.period)) if match else []
    return [sorted(facts, key=lambda fact: -fact.value)[: int(match["number"])] for facts in columns if match]


def means(cue: Cue) -> Iterator[Bearer]:
    """The mean of a series, or of all rows but the total, where the sentence speaks of one."""
    if "平均" not in cue.sentence and "当たり" not in cue.sentence:
        return
    facts = [fact for fact in cue.table.facts if same_unit(cue.claim.unit, fact.unit) and not is_total(cue.table, fact.row)]
    series = [fact for fact in facts if cue.fits(fact, row=fact.row) and in_span(cue, fact)]
    for group in (*grouped(series, lambda fact: fact.column or fact.row), *latest(cue, series)):
        if len(group) > 1:
            yield exactly("mean", sum((fact.value for fact in group), Decimal(0)) / len(group), *group)


def extremes(cue: Cue) -> Iterator[Bearer]:
    """The least and the greatest of the rows, where the sentence speaks of one."""
    if not _EXTREME.search(cue.sentence):
        return
    facts = [fact for fact in cue.table.facts if same_unit(cue.claim.unit, fact.unit) and cue.fits(fact, row=fact.row)]
    for group in grouped(facts, lambda fact: fact.column):
        for extreme in (min(group, key=lambda fact: fact.value), max(group, key=lambda fact: fact.value)):
            yield Bearer("extreme", (extreme.place,), extreme.low, extreme.high)


def quotients(cue: Cue) -> Iterator[Bearer]:
    """One fact for so many of another: 人口10万人当たり2.0館."""
    base = _PER.search(cue.sentence)
    if base is None:
        return
    written = base["number"] or "一"
    scale = _SCALES[base["scale"] or base["alone"]]
    number = (Decimal(1) if written == "一" else Decimal(written.replace(",", ""))) * scale
    own = [fact for fact in cue.table.facts if cue.claim.period is not None and fact.period == cue.claim.period]
    facts = own or now(cue)
    named = mentions(cue.sentence[: base.start()], cue.table.labels)
    named_last = named[-1].label if named and named[-1].end == base.start() else ""
    counted: dict[str, list[Fact]] = {}
    for fact in facts:
        if same_unit(base_unit(base["unit"])[0], fact.unit):
            counted.setdefault(fact.row, []).append(fact)
    for above in facts:
        if same_unit(cue.claim.unit, above.unit) and (not cue.rows or not above.row or above.row in cue.rows[:2]):
            others = [fact for fact in counted.get(above.row, ()) if fact is not above]
            yield from _for_each(cue.claim, above, others, number, named_last)


def _for_each(
    claim: Claim, above: Fact, counted: Sequence[Fact], number: Decimal, named: str
) -> Iterator[Bearer]:
    """A fact for so many of what is counted; where none of several is named, that is all of these together, or the part
    that the claim is told of.
    """
    known = [fact for fact in counted if named in (fact.row, fact.column)] or counted
    at_once = [fact for fact in known if fact.period == above.period]
    if len(at_once) > 1 and not named and not above.row:
        together = sum((fact.value for fact in at_once), Decimal(0))
        if together:
            yield exactly("quotient", above.value * number / together, above, *at_once)
        parts = ((above.value * number / below.value, below) for below in known if below.value)
        yield from (exactly("quotient_of_part", each, above, below) for each, below in parts if claim.admits(each))
        return
    yield from (exactly("quotient", above.value * number / below.value, above, below) for below in known if below.value)


def counts(cue: Cue) -> Iterator[Bearer]:
    """How many rows there are, and how many have the words that the clause names; any word's where it names none."""
    rows, words = _listed(cue.table.texts, cue.table.total)
    yield _count(rows)
    named = [word for word in words if word in cue.sentence]
    if not named and (cue.claim.low or 0) > len(rows):
        return
    for word in named or words:
        having = [line for line in rows if word in line]
        yield _count(having)
        for other in named:
            yield _count([line for line in having if other in line])
    if any(word not in cue.clause for word in words) and not any(word in cue.clause for word in words):
        yield from (_count([line for line in rows if word in line]) for word in words)


# Each number is asked of the same tables.
@lru_cache(maxsize=4096)
def _listed(
    texts: tuple[tuple[str, ...], ...], total: str
) -> tuple[Sequence[tuple[str, ...]], Sequence[str]]:
    """The rows of a table but for its totals, and the words in their cells."""
    rows = [line for line in texts if line[0] not in TOTALS and line[0] != total]
    return rows, list(dict.fromkeys(cell for line in rows for cell in line[1:] if cell and not cell[0].isdigit()))


def _count(rows: Sequence[tuple[str, ...]]) -> Bearer:
    return Bearer("count", tuple(line[0] for line in rows), Decimal(len(rows)), Decimal(len(rows)))


def complements(cue: Cue) -> Iterator[Bearer]:
    """What is left of a total, or of a named whole, without the meant row or column: 甲国以外の45社."""
    if not _LEAVES.search(cue.sentence):
        return
    facts = [fact for fact in now(cue) if same_unit(cue.claim.unit, fact.unit)]
    for group in grouped(facts, lambda fact: (fact.column, fact.period)):
        yield from _left_of(cue, group, lambda fact: fact.row, cue.rows)
    of_rows = [fact for fact in facts if fact.column and (cue.rows or not fact.row or is_total(cue.table, fact.row))]
    of_rows = [fact for fact in of_rows if cue.fits(fact, column=fact.column)]
    for group in grouped(of_rows, lambda fact: (fact.row, fact.period)):
        yield from _left_of(cue, group, lambda fact: fact.column, cue.columns)


def _left_of(cue: Cue, line: Sequence[Fact], label: Callable[[Fact], str], named: Sequence[str]) -> Iterator[Bearer]:
    """What is left of a line without the facts of the labels that are named, one or several of them."""
    half = Decimal("0.5")
    every = sum((fact.value for fact in line), Decimal(0))
    totals = [fact.value for fact in line if is_total(cue.table, label(fact))]
    wholes = [*(totals or [every]), *(base.low + half for base in cue.bases if base.low is not None)]
    meant = [fact for fact in line if label(fact) in named and not is_total(cue.table, label(fact))]
    before = {one.label for one in mentions(cue.sentence[: cue.claim.start], cue.table.labels)}
    yield from (exactly("complement", whole - fact.value, fact) for whole in wholes for fact in meant)
    told = [fact for fact in meant if label(fact) in before]
    for several in (meant, told, *([fact for fact in meant if fact is not one] for one in meant)):
        together = sum((fact.value for fact in several), Decimal(0))
        if len(several) > 1:
            yield from (exactly("complement", whole - together, *several) for whole in wholes)


def bases(cue: Cue) -> Iterator[Bearer]:
    """What a rate is stated for (1人当たり, 人口10万人当たり), the number in a label (上位100社), and any fact."""
    claim = cue.claim
    low, high = claim.low or Decimal(0), claim.high or Decimal(0)
    if cue.sentence.startswith(("当たり", "あたり", "につき"), claim.end):
        yield Bearer("base", (claim.text,), low, high)
    words = cue.words.removeprefix("上位").removeprefix("下位")
    if any(words in label for label in (*cue.table.labels, cue.table.title, cue.table.notes)):
        yield Bearer("label", (claim.text,), low, high)
    for fact in now(cue):
        if same_unit(claim.unit, fact.unit):
            yield as_it_stands(fact)


def lengths(cue: Cue) -> Iterator[Bearer]:
    """The years between two periods that the sentence names, or the table holds."""
    ends = {period.end.year for period in cue.periods} | {period.start.year for period in cue.periods}
    ends |= {fact.period.end.year for fact in cue.table.facts if fact.period}
    for length in {last - first + more for first in ends for last in ends for more in (0, 1) if last >= first}:
        yield Bearer("length", (), Decimal(length), Decimal(length))
