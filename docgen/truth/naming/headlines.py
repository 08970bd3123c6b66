"""Headlines against the table below them: which way it goes, who is first, by how much it rose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

import docgen.patterns as re
from docgen.bearing.base_units import same_unit
from docgen.bearing.evidence import Evidence
from docgen.bearing.fact import Fact, FactTable
from docgen.bearing.mentions import mentions
from docgen.breach import Breach
from docgen.sentences.plain import plain
from docgen.truth.near import Near, near
from docgen.truth.sentence import Sentence
from docgen.truth.spelled import spelled
from docgen.truth.wording.trend import trends

_MARK = re.compile(r"\s*[(【](?:見出し|ヘッドライン|キャッチ|リード)[)】]\s*")
_WAYS = {
    1: re.compile("(?:増加|拡大|上昇|伸び|増え)(?:に転じた?|が続く|傾向|した|が進む|を続ける|し続ける|続ける)?"),
    -1: re.compile("(?:減少|縮小|低下|減り)(?:に転じた?|が続く|傾向|した|が進む|を続ける|し続ける|続ける)?"),
}
_NOT_SO = re.compile("(?<!少)な[いく]|ず|抑|歯止め|目標|見込|対策|防止|止ま|懸念|一方|から.{0,4}へ|幅|率|鈍化|でも")
_FIRST = re.compile(
    "が、?(?:[^、。]{0,12}?で)?(?P<way>最大|最多|最高|最も多|最も高|首位|トップ|1位|最小|最少|最低|最も少|最も低|最長|最短)"
)
_FIRST_OF = re.compile("(?P<way>最も(?:多|高|大き|少な|低|小さ)い)(?:のは、?|、)?")
_LEAST = re.compile("最短|最小|最少|最低|少|低|小さ")
_TOTAL = re.compile("計|総数|全体|その他|平均")
_PARTS = 3
_HOLDS = re.compile("を?占め")
_YEARS = re.compile("年間で")
_CHANGED = frozenset({"multiple", "change"})


def headlines_fit(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A headline that tells a fall of what rises, another as the first than the first, or a rise by another factor.

    A headline is known by 「（見出し）」 before it, or is the title of a slide with one table or chart.
    """
    tables = near(evidence)
    for sentence in sentences:
        start, table = _headline(sentence, tables)
        if table is None or _NOT_SO.search(sentence.words):
            continue
        series = _series(sentence, table)
        yield from _ways(sentence, start, series)
        yield from _firsts(sentence, table)
        yield from _portions(sentence, table)
        yield from _factors(sentence, series)


def _headline(sentence: Sentence, tables: Near) -> tuple[int, FactTable | None]:
    mark = _MARK.match(sentence.words)
    titled = sentence.statement.where is not None and plain(sentence.statement.page) == sentence.words.strip()
    if mark is None and not titled:
        return 0, None
    own = [table for table in tables.on_page(sentence) if table.facts]
    return (mark.end() if mark else 0), (own[0] if len(own) == 1 else None)


def _series(sentence: Sentence, table: FactTable) -> Sequence[Fact]:
    """The facts of the one column that a headline is about, in the order of their periods; none where that is open."""
    rows = {fact.row for fact in table.facts}
    columns = list(dict.fromkeys(fact.column for fact in table.facts))
    named = [mention.label for mention in mentions(sentence.words, columns)] if len(columns) > 1 else columns
    if len(rows) != 1 or len(set(named)) != 1:
        return ()
    dated = [(fact.period, fact) for fact in table.facts if fact.column == named[0] and fact.period is not None]
    return [fact for _, fact in sorted(dated, key=lambda pair: pair[0].end)]


def _ways(sentence: Sentence, start: int, series: Sequence[Fact]) -> Iterator[Breach]:
    if len(series) < 2:
        return
    dated = any(claim.kind == "period" for claim in sentence.claims)
    every = [] if dated else [one.at for one in trends(sentence) if one.steady and not one.years]
    steps = {(later.value > before.value) - (later.value < before.value) for before, later in pairwise(series)}
    for way, pattern in _WAYS.items():
        for match in pattern.finditer(sentence.words, start):
            if steps == {-way} or (match.start() in every and -way in steps):
                yield _breach(sentence, match.start(), match.end(), _line(series))


def _firsts(sentence: Sentence, table: FactTable) -> Iterator[Breach]:
    facts = [fact for fact in table.facts if fact.row and not _TOTAL.search(fact.row)]
    if len(facts) < 2 or len({fact.row for fact in facts}) != len(facts):
        return
    rows = mentions(sentence.words, [fact.row for fact in facts])
    before, behind = _FIRST.search(sentence.words), _FIRST_OF.search(sentence.words)
    said = [(one, before) for one in rows if before is not None and one.end == before.start()]
    said += [(one, behind) for one in rows if behind is not None and one.start == behind.end()]
    for one, match in said[:1]:
        best = (min if _LEAST.search(match["way"]) else max)(facts, key=lambda fact: fact.value)
        if any(fact.row == one.label and fact.value != best.value for fact in facts):
            yield _breach(sentence, one.start, one.end, f"{best.row} {spelled(best.value, best.unit)}")


def _portions(sentence: Sentence, table: FactTable) -> Iterator[Breach]:
    """A row that holds a share of the whole which is another's: 民生が8割を占める, where 産業 does."""
    parts = [fact for fact in table.facts if fact.row and not _TOTAL.search(fact.row)]
    rows, units = [fact.row for fact in parts], {fact.unit for fact in parts}
    held = [claim for claim in sentence.numbers if claim.kind == "share" and _HOLDS.match(sentence.words, claim.end)]
    if not held or len(parts) < _PARTS or len(set(rows)) != len(parts) or len(units) != 1 or min(map(_value, parts)) < 0:
        return
    whole = Decimal(100) if units == {"%"} else sum(map(_value, parts), Decimal(0))
    right_behind = re.compile(rf"(?:{re.escape(plain(table.head))})?[がは]、?(?:全体の|約)*")
    for claim in held:
        named = [one for one in mentions(sentence.words, rows) if one.end <= claim.start][-1:]
        holding = [fact for fact in parts if whole and claim.admits(100 * fact.value / whole)]
        for one in named:
            own = right_behind.fullmatch(sentence.words, one.end, claim.start)
            if own and len(holding) == 1 and holding[0].row != one.label:
                right = f"{holding[0].row} {spelled(holding[0].value, holding[0].unit)}"
                yield _breach(sentence, one.start, claim.end, right)


def _value(fact: Fact) -> Decimal:
    return fact.value


def _factors(sentence: Sentence, series: Sequence[Fact]) -> Iterator[Breach]:
    """A factor or an amount of change over as many years as the table has, or without any."""
    first, last = (series[0], series[-1]) if len(series) > 1 else (None, None)
    if first is None or last is None or not first.value or not _spans_all(sentence, first, last):
        return
    for claim in sentence.numbers:
        values = [last.value / first.value] if claim.kind == "multiple" else []
        if claim.kind == "change":
            share = 100 * (last.value - first.value) / first.value
            amount = [last.value - first.value] if same_unit(claim.unit, first.unit) else []
            values = [share] if claim.unit == "%" else amount
        if values and not any(claim.admits(value) or claim.admits(abs(value)) for value in values):
            yield _breach(sentence, claim.start, claim.end, spelled(values[0], claim.unit))


def _spans_all(sentence: Sentence, first: Fact, last: Fact) -> bool:
    lengths = [claim for claim in sentence.claims if claim.kind == "duration"]
    dated = any(one.kind == "period" and one.period != last.period for one in sentence.claims)
    if len(lengths) != 1 or first.period is None or last.period is None or dated:
        return False
    return lengths[0].admits(Decimal(last.period.end.year - first.period.end.year)) and bool(_YEARS.search(sentence.words))


def _line(series: Sequence[Fact]) -> str:
    return "→".join(spelled(fact.value, fact.unit) for fact in series)


def _breach(sentence: Sentence, start: int, end: int, right: str) -> Breach:
    return sentence.breach(
        "headline-not-fitting",
        sentence.spot(start, end),
        written=sentence.words[start:end],
        right=right,
    )
