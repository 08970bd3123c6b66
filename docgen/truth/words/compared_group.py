"""Among which facts something is called the greatest or the least, and what is called so: the rows of a column, 東市."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import docgen.patterns as re
from docgen.bearing.cue import same_period
from docgen.bearing.fact import Fact, FactTable
from docgen.bearing.mentions import Mention, mentions
from docgen.bearing.selection import is_total
from docgen.bearing.times import is_stretch
from docgen.sentences.claim import Claim
from docgen.truth.sentence import Sentence
from docgen.truth.wording.extreme import Extreme
from docgen.truth.wording.members import period_named
from docgen.truth.wording.series import BEFORE
from docgen.truth.wording.subject import is_about, quiet, without_nouns
from docgen.value import value

_LIST = re.compile(r"[、・と及び並びにや「」『』]*|[^、。はがも]{0,3}(?<![でり])[、・と及]")
_SUBJECT = re.compile(r"(?:[^、。はがも]{0,4})?(?:\([^)]*\))?(?:が|で(?!は)|も|に、?(?=[0-9最]))")
_TOPIC = re.compile(r"(?:[^、。はがも]{0,6})?(?:\([^)]*\))?は")
_OTHERS = frozenset({"その他", "不明", "無回答", "その他・不明"})
_GROWTH = re.compile("(?:伸び|増加|減少|増減|変化|上昇|低下|下落)(?:率|幅)?")
_MEASURE_ELSEWHERE = re.compile("伸び|増加|減少|増減|変化|差|上昇|低下|割合|率|比")


@value(frozen=True, slots=True)
class Group:
    """Facts that are compared with each other, each with what it is called by."""

    facts: tuple[Fact, ...]
    side: str

    def label(self, fact: Fact) -> str:
        """What a fact is called by within its group."""
        return {"row": fact.row, "column": fact.column}.get(self.side, str(fact.period or ""))


def compared_with(sentence: Sentence, extreme: Extreme, table: FactTable) -> tuple[Group, Sequence[str]] | None:
    """The facts of a table among which something is called the greatest or the least, and what is called so."""
    words = sentence.words
    labels = [label for label in table.labels if not BEFORE.fullmatch(label)]
    named = without_nouns(words, mentions(words, labels))
    if extreme.over_time or not has_measure(table, words, extreme):
        return None
    if not is_about(quiet(sentence), extreme.at, table):
        return None
    called = called_so(words, extreme, named)
    group = group_of(sentence, extreme, table, named, called) if called else None
    return None if group is None else (group, [mention.label for mention in called])


def group_of(
    sentence: Sentence, extreme: Extreme, table: FactTable, named: Sequence[Mention], called: Sequence[Mention]
) -> Group | None:
    """The facts that what is called so is compared with: those of its column, or of its row; None where it is not known."""
    period = period_named(sentence, sentence.words.rfind("。", 0, extreme.at) + 1, extreme.at)
    if period is not None and (period.period is None or is_stretch(period.period)):
        return None
    groups = (_group(sentence.words, table, side, called, named, period) for side in ("row", "column"))
    return next((group for group in groups if group is not None), None)


def has_measure(table: FactTable, words: str, extreme: Extreme) -> bool:
    """Whether a table has what the words beside an extreme measure, and is not only what that is computed of."""
    found = _MEASURE_ELSEWHERE.search(words, max(0, extreme.at - 8), extreme.at)
    found = found or _GROWTH.match(words, extreme.end)
    return found is None or found.group() in f"{table.title} {' '.join(table.labels)}"


def called_so(words: str, extreme: Extreme, named: Sequence[Mention]) -> list[Mention]:
    """The labels that are called so: right behind 最も多いのは, or the last ones before 最も."""
    if extreme.named is not None:
        found: list[Mention] = []
        for mention in named:
            last = found[-1].end if found else extreme.named
            if mention.start >= last and _LIST.fullmatch(words[last : mention.start]):
                found.append(mention)
        return found
    before = [mention for mention in named if mention.end <= extreme.at]
    subject = [mention for mention in before if _SUBJECT.match(words, mention.end, extreme.at)]
    subject = subject or [mention for mention in before if _TOPIC.match(words, mention.end, extreme.at)]
    if not subject:
        return []
    nearest = subject[-1]
    if re.search("[。]", words[nearest.end : extreme.at]) or words[nearest.end : extreme.at].count("、") > 1:
        return []
    joined = [nearest]
    for one, other in reversed(list(pairwise(m for m in before if m.start <= nearest.start))):
        if not re.fullmatch("[、・と]|及び|並びに|」と「|」「|」、「", words[one.end : other.start]):
            break
        joined.insert(0, one)
    return joined


def _group(
    words: str, table: FactTable, side: str, called: Sequence[Mention], named: Sequence[Mention], period: Claim | None
) -> Group | None:
    """The facts of one column that are compared by their rows, or of one row by its columns."""
    labels = table.rows if side == "row" else table.columns
    if not all(mention.label in labels for mention in called):
        return None
    facts = [fact for fact in table.facts if not BEFORE.fullmatch(fact.column)]
    if period is not None:
        facts = [fact for fact in facts if fact.period is not None and same_period(fact.period, period.period)]
    across = {fact.column if side == "row" else fact.row for fact in facts}
    others = [m.label for m in named if m.label in across and m not in called]
    if len(set(others)) > 1:
        # 借家ではAが、全体ではBが最も多い: each clause has its own.
        begin = words.rfind("、", 0, called[0].start)
        others = [m.label for m in named if m.label in across and begin < m.start and m.end <= called[0].start]
    if len(across) > 1:
        if len(set(others)) != 1:
            return None
        facts = [fact for fact in facts if (fact.column if side == "row" else fact.row) == others[0]]
    facts = [fact for fact in facts if not is_rest(table, fact.row if side == "row" else fact.column)]
    if period is None and len({fact.period for fact in facts}) > 1:
        latest = max(fact.period for fact in facts if fact.period is not None)
        facts = [fact for fact in facts if fact.period == latest]
    own = [fact.row if side == "row" else fact.column for fact in facts]
    alike = len({fact.unit for fact in facts}) == 1
    return Group(tuple(facts), side) if len(facts) > 1 and len(set(own)) == len(own) and alike else None


def is_rest(table: FactTable, label: str) -> bool:
    """Whether a row or column is none of those that are compared: a total, the others."""
    return is_total(table, label) or label in _OTHERS
