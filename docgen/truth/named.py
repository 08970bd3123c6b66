"""The fact of a table that a number of a sentence must be, because the sentence names it: its labels, unit and period."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from docgen.bearing.bearer import Bearer
from docgen.bearing.computations import bearers
from docgen.bearing.cue import Cue, cue
from docgen.bearing.fact import Fact, FactTable, same_unit
from docgen.bearing.mentions import mentions
from docgen.sentences.claim import Claim
from docgen.sentences.plain import plain
from docgen.truth.context import same_slide, strange_words, title_words
from docgen.truth.sentence import Sentence

# What is not said of the present: a number of these is none of the table's, unless the table has the word too.
_ELSEWHERE = re.compile(
    "目標|見込|予測|見通し|計画|想定|予定|推計|試算|仮に|平均|当たり|あたり|累計|累積|以外|除[くい]|上位|下位|ほか|他の|うち|内訳|"
    "[0-9]月|半期|[春夏秋冬]|新たに|新規|追加|加わ|不足|差は|純増|純減|に当たる|に相当|"
    "(?<![0-9元])(?:年度?末|期末|当初)|速報|暫定|改定|補正|換算|仮定|それぞれ|各々|順に|最大で|最低でも|ピーク"
)
_OF_SOMETHING = re.compile(r"が|(?:の|を|は)?(?:うち|[一-龥々]{2,}の)|の(?=[一-龥々ァ-ヴー]{2,})|(?:未満|以上|以下)")
_DERIVED = frozenset({"change", "points", "multiple"})
_PLAIN = frozenset({"number", "share"})


@dataclass(frozen=True, slots=True)
class Named:
    """The values that a number must have by one table: ``expected``, of which none bears it out if ``contradicts``."""

    cue: Cue
    expected: tuple[Bearer, ...]
    contradicts: bool


def named(sentence: Sentence, claim: Claim, table: FactTable) -> Named | None:
    """What ``claim`` must be by ``table``; None where the sentence does not name it without doubt."""
    if claim.low is None or claim.high is None or not _is_about(sentence, claim, table):
        return None
    own = cue(sentence.words, sentence.claims, claim, table)
    if not _labels_named(own):
        return None
    computed = tuple(bearers(own))
    expected = _expected(own, computed, same_slide(sentence.statement, table))
    if not expected:
        return None
    return Named(own, expected, not any(bearer.bears(claim) for bearer in (*expected, *computed)))


def _is_about(sentence: Sentence, claim: Claim, table: FactTable) -> bool:
    """Whether a sentence speaks of the subject of a table, and of nothing else."""
    about = f"{sentence.words} {plain(sentence.statement.page)}"
    titled = title_words(table)
    near = same_slide(sentence.statement, table)
    if not near and not (titled and all(word in about for word in titled)):
        return False
    if _OF_SOMETHING.match(sentence.words, claim.end):
        return False
    told = " ".join((table.title, *table.labels, table.notes))
    if any(match.group() not in told for match in _ELSEWHERE.finditer(sentence.words)):
        return False
    return not strange_words(sentence, claim.start, table)


def _labels_named(own: Cue) -> bool:
    """Whether the sentence names a row where there are several, and a column, or the one label that there is."""
    rows = {fact.row for fact in own.table.facts if fact.row}
    columns = {fact.column for fact in own.table.facts if fact.column}
    if _joined(own) or not all(_is_before(own, *side[:1]) for side in (own.rows, own.columns)):
        return False
    of_rows = bool(own.rows) or len(rows) < 2
    of_columns = bool(own.columns) or len(columns) < 2
    by_title = all(word in own.sentence for word in title_words(own.table))
    return of_rows and of_columns and bool(own.rows or own.columns or by_title)


def _is_before(own: Cue, label: str = "") -> bool:
    """Whether a label is named before the number: in 観光客は242万人で、宿泊が42%, 宿泊 is not what the 242 are."""
    named = mentions(own.sentence, own.table.labels)
    return not label or any(one.label == label and one.end <= own.claim.start for one in named)


def _joined(own: Cue) -> bool:
    """Whether two labels of one side are one name: 若年の就業率, where both 若年 and 就業率 are columns."""
    for side in (own.table.rows, own.table.columns):
        named = mentions(own.sentence, side)
        if any(own.sentence[one.end : other.start] in ("", "の") for one, other in pairwise(named)):
            return True
    return False


def _expected(own: Cue, computed: Sequence[Bearer], near: bool) -> tuple[Bearer, ...]:
    claim = own.claim
    if claim.kind in _PLAIN and (cells := _cells(own, near)):
        values = {fact.value for fact in cells}
        return tuple(Bearer("cell", (fact.place,), fact.low, fact.high) for fact in cells) if len(values) == 1 else ()
    two = len(own.periods) == 2 or [period.kind for period in own.periods] == ["span"]
    if claim.kind in _DERIVED and two:
        ways = {"change": ("percent_change" if claim.unit == "%" else "difference",)}
        return _of(computed, *ways.get(claim.kind, (claim.kind, "multiple")))
    return ()


def _of(computed: Sequence[Bearer], *ways: str) -> tuple[Bearer, ...]:
    return tuple(bearer for bearer in computed if bearer.how in ways)


def _cells(own: Cue, near: bool) -> list[Fact]:
    return [fact for fact in own.table.facts if own.fits(fact) and _same_measure(own, fact) and _at(own, fact, near)]


def _same_measure(own: Cue, fact: Fact) -> bool:
    return bool(own.claim.unit and fact.unit) and same_unit(own.claim.unit, fact.unit)


def _at(own: Cue, fact: Fact, near: bool) -> bool:
    """Whether a number is of the period of a fact: named as such, or of the one that all on the slide is of."""
    if own.claim.period is not None:
        return fact.period is not None and fact.period == own.claim.period
    # 前年の of a sentence that names no year is a period too.
    if not near or any(other.kind == "period" for other in own.others):
        return False
    return len({other.period for other in own.table.facts}) == 1
