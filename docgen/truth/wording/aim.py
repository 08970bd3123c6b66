"""What a sentence says has been reached, and what was to be reached: its value, the values before, and its target."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import docgen.patterns as re
from docgen.bearing.base_units import same_unit
from docgen.bearing.cue import same_period
from docgen.bearing.evidence import Evidence, Goal
from docgen.bearing.fact import Fact, FactTable
from docgen.bearing.mentions import mentions
from docgen.model.period import Period
from docgen.sentences.claim import Claim
from docgen.sentences.plain import plain
from docgen.truth.sentence import Sentence
from docgen.truth.wording.every_series import every_series
from docgen.truth.wording.goals_named import alike, goal_of
from docgen.value import value

_BEFORE = re.compile(
    r"(?:目標|計画)(?:値|件数|水準|人数|額|年度)?(?:(?:である|としていた|とする|として|に掲げた|[のはをが(:、「]|～)*"
    r"|は、?の{4,}(?:まで)?に(?:は)?)$"
)
_AFTER = re.compile(
    r"(?:以上|以下|未満)?(?:(?:を?とする|とした|という|の)(?:数値|政府|県の|市の|国の)?目標"
    r"|(?:とする|(?:に|まで)[^、。は0-9]{1,8}[るす])(?:こと[がを]|という)?目標(?!に|まで|と[比の]))"
)
_NO_GOAL = re.compile(
    r"目標(?:値)?(?:が|は|を|の設定が|の設定は)?(?:な[いくし]|なかっ|設けて(?:おら|い?な)|設けな|定めて(?:おら|い?な)"
    r"|定めな|設定して(?:おら|い?な)|設定されて(?:おら|い?な)|未設定|存在しな)"
)
EARLIER = re.compile(
    r"(?:末|時点)?(?:の?[^、。年目]{0,14})?(?:から|より|以降|以来|に比べ|と比べ|を(?:大きく|大幅に|わずかに)?(?:上回|下回))"
    r"|の(?:水準の)?(?:約)?(?:半数|半分|[0-9.]+分の[0-9]|[0-9.]+(?:割|倍|%))(?:以下|以上|程度|近く|余り)?(?:に|まで|となっ|と)"
)
"""Behind a period: it is what a later value is compared with."""
LEFT = re.compile(r"(?:残り|あと|残る|なお)(?:は|約)?$")
"""Before a number: it is what is left to a target."""
_GAIN = re.compile(r"(?:増加|減少|増|減|伸び|上昇|低下|差)(?:数|幅|分|量)?(?:は|が|を|で|の)(?:約)?$")
_ACTUAL = re.compile(r"(?:実績|最新値|現状|現在)(?:値)?(?:は|が|の|:|で)?(?:約)?$")
_TARGET_COLUMN = re.compile("目標(?!年|との差|達成|に対する|比|差)")
_PLAN_COLUMN = re.compile(r"(?:事業)?計画(?:値|数|量|額)?(?:[(（].*)?")
_BASE_COLUMN = re.compile("基準|策定時|現状値|当初値")
_NO_CELL = frozenset({"なし", "-", "－", "―", "設定なし", "未設定", "目標なし", "計画なし"})
_AT_MOST, _AT_LEAST = ("以下", "以内", "未満"), ("以上", "超")
_KINDS = frozenset({"number", "share", "ratio", "rank", "points", "change"})
_PLAIN = frozenset({"number", "share", "ratio", "rank"})


@value(frozen=True, slots=True)
class Aim:
    """A value and its target: ``values`` are those that it may have, ``before`` the pairs of earlier and later values.

    ``target`` is None where none is known; ``none`` tells that there is none, as the sentence or the table says.
    """

    values: tuple[Decimal, ...]
    before: tuple[tuple[Decimal, Decimal], ...]
    unit: str
    target: Decimal | None
    better: str
    none: bool
    goal: Goal | None
    facts: tuple[Fact, ...]
    place: str


def has_reached(value: Decimal, target: Decimal, better: str) -> bool:
    """Whether a value is at its target or beyond it."""
    return value <= target if better == "lower" else value >= target


def is_target(sentence: Sentence, claim: Claim) -> bool:
    """Whether a number or a period is said of a target: 10％ of 目標値（2025年度：10％）, 850g of 850gとする目標."""
    words = sentence.words
    for other in sentence.claims:
        if other.kind in ("period", "duration") and other is not claim:
            words = words[: other.start] + "の" * (other.end - other.start) + words[other.end :]
    if _BEFORE.search(words, 0, claim.start):
        return True
    end = claim.end
    after = _AFTER.match(words, end)
    if after is None and claim.kind == "period":
        number = next((one for one in sentence.claims if one.start >= end and one.kind in _PLAIN), None)
        near = number is not None and len(words[end : number.start]) <= 4 and "、" not in words[end : number.start]
        return number is not None and near and _AFTER.match(words, number.end) is not None
    return after is not None


def aim_of(sentence: Sentence, scope: tuple[int, int], evidence: Evidence) -> Aim | None:
    """What the words of ``scope`` say of a value and its target: by these words themselves, a row of a table, or a goal."""
    return _of_words(sentence, scope, evidence) or _of_row(sentence, scope, evidence) or _of_goal(sentence, evidence)


def _numbers(sentence: Sentence, scope: tuple[int, int]) -> list[Claim]:
    start, end = scope
    return [one for one in sentence.numbers if start <= one.start and one.end <= end and one.kind in _PLAIN]


def _of_words(sentence: Sentence, scope: tuple[int, int], evidence: Evidence) -> Aim | None:
    """実績142件、目標120件, or 48件、目標値なし."""
    words = sentence.words
    none = _NO_GOAL.search(words, *scope) is not None
    numbers = _numbers(sentence, scope)
    targets = [claim for claim in numbers if is_target(sentence, claim)]
    actual = [claim for claim in numbers if claim not in targets and not LEFT.search(words, scope[0], claim.start)]
    actual = [claim for claim in actual if not _GAIN.search(words, scope[0], claim.start)]
    named = [claim for claim in actual if _ACTUAL.search(words, scope[0], claim.start)] or actual
    if not named or not (none or targets) or (none and targets) or len(targets) > 1:
        return Aim((), (), "", None, "", True, None, (), "") if none and not numbers else None
    value, target = _middle(named[-1]), _middle(targets[0]) if targets else None
    if value is None or (targets and (target is None or not same_unit(targets[0].unit, named[-1].unit))):
        return None
    goal = goal_of(sentence, evidence)
    facts = facts_of(goal, evidence, sentence.words) if goal else ()
    at = [index for index, fact in enumerate(facts) if fact.value == value]
    before = tuple((facts[0].value, value) for index in at[-1:] if index)
    better = goal.better if goal else "lower" if named[-1].unit == "位" else ""
    better = better or next((_better(claim) for claim in targets), "")
    return Aim((value,), before, named[-1].unit, target, better, none, goal, facts, named[-1].text)


def _better(claim: Claim) -> str:
    """Which way a target lies by its own bound: lower of 25件以下."""
    return "lower" if claim.text.endswith(_AT_MOST) else "higher" if claim.text.endswith(_AT_LEAST) else ""


def against_better(claim: Claim, goal: Goal) -> bool:
    """Whether the bound of a target is that of the other way: 50%以上, where less is better."""
    told = _better(claim)
    return bool(told and goal.better) and told != goal.better


def _middle(claim: Claim) -> Decimal | None:
    if claim.low is None or claim.high is None:
        return claim.low if claim.high is None else claim.high
    return (claim.low + claim.high) / 2


def _of_row(sentence: Sentence, scope: tuple[int, int], evidence: Evidence) -> Aim | None:
    """A row with the columns 実績 and 目標, whose name stands in the words."""
    words = sentence.words[scope[0] : scope[1]]
    for table in evidence.once(_with_targets):
        rows = {mention.label for mention in mentions(words, table.rows)}
        aim = aim_of_row(table, rows.pop(), periods_told(sentence, scope)) if len(rows) == 1 else None
        if aim is not None:
            return aim
    return None


def _with_targets(evidence: Evidence) -> Sequence[FactTable]:
    """The tables whose rows may have a target."""
    return [table for table in evidence.tables if len(_target_columns(table)) == 1]


def _target_columns(table: FactTable) -> frozenset[str]:
    targets = frozenset(column for column in table.columns if _TARGET_COLUMN.search(column))
    return targets or frozenset(column for column in table.columns if _PLAN_COLUMN.fullmatch(column))


def periods_told(sentence: Sentence, scope: tuple[int, int]) -> Sequence[Period]:
    """The periods of some words that are not those of a target, nor what is compared with."""
    return [
        claim.period
        for claim in sentence.claims
        if claim.kind == "period" and claim.period and scope[0] <= claim.start and claim.end <= scope[1]
        if not is_target(sentence, claim) and not EARLIER.match(sentence.words, claim.end)
    ]


def aim_of_row(table: FactTable, row: str, periods: Sequence[Period] = ()) -> Aim | None:
    """The result of a row and its target, by the columns 目標 and 実績, or 目標 and years; None where it has not both.

    Of several years that is the one of ``periods``, or the last.
    What the row had first (基準値, or its first year) tells whether a greater value is better: a target above it is.
    """
    facts = [fact for fact in table.facts if fact.row == row]
    targets = [fact for fact in facts if fact.column in _target_columns(table)]
    own = [fact for fact in facts if "実績" in fact.column]
    own = own or [fact for fact in facts if not fact.column and fact.period is not None]
    own.sort(key=lambda fact: fact.period.end if fact.period else date.min)
    if periods and len(own) > 1:
        first = own[0]
        own = [fact for fact in own if any(same_period(fact.period, period) for period in periods)]
        own = [first, *own[-1:]] if own and own[-1] is not first else own
    if len(_target_columns(table)) != 1 or len(targets) > 1 or not own or len({fact.column for fact in own}) != 1:
        return None
    actual, target = own[-1], targets[0] if targets else None
    none = target is None and any(cell in _NO_CELL for line in table.texts if line[0] == row for cell in line[1:])
    if (target is None and not none) or (target is not None and not same_unit(target.unit, actual.unit)):
        return None
    base = next((fact for fact in facts if _BASE_COLUMN.search(fact.column)), own[0] if len(own) > 1 else None)
    value = target.value if target else None
    rises = 0 if base is None or value is None else (value > base.value) - (value < base.value)
    before = ((base.value, actual.value),) if base is not None else ()
    better = {1: "higher", -1: "lower"}.get(rises, "")
    return Aim((actual.value,), before, actual.unit, value, better, none, None, (actual,), actual.place)


def _of_goal(sentence: Sentence, evidence: Evidence) -> Aim | None:
    """A series of a table and the target of its value, at the period that the sentence names, or the latest."""
    goal = goal_of(sentence, evidence)
    facts = facts_of(goal, evidence, sentence.words) if goal else _only_facts(sentence, evidence)
    if not facts:
        return None
    periods = [c for c in sentence.claims if c.kind == "period" and c.period and not is_target(sentence, c)]
    periods = [claim for claim in periods if not EARLIER.match(sentence.words, claim.end)]
    at = [i for i, fact in enumerate(facts) if any(same_period(fact.period, c.period) for c in periods)]
    stated = [one for one in sentence.numbers if same_unit(one.unit, facts[0].unit) and not is_target(sentence, one)]
    if not at and stated and stated[-1].kind in _PLAIN:
        at = [index for index, fact in enumerate(facts) if stated[-1].admits(fact.value)][-1:]
    last = at[-1] if at else len(facts) - 1
    if periods and not at:
        return None
    value = facts[last].value
    before = tuple((facts[i].value, value) for i in sorted({0, last - 1}) if 0 <= i < last)
    unit = facts[last].unit
    better = goal.better if goal else "lower" if unit == "位" else ""
    target = goal.value if goal else None
    return Aim((value,), before, unit, target, better, False, goal, facts[: last + 1], facts[last].place)


def facts_of(goal: Goal, evidence: Evidence, words: str = "") -> tuple[Fact, ...]:
    """The one series whose table or labels share the words of a target, and its unit.

    Of several that share as many, the one whose own labels do; else the one whose row ``words`` name.
    """
    found = [
        facts
        for table, facts in every_series(evidence)
        if same_unit(facts[0].unit, goal.unit) and alike(goal.of, plain(f"{table.title} {facts[0].row} {facts[0].column}"))
    ]
    best = _best(found, [alike(goal.of, _called(facts, evidence)) for facts in found])
    if len(best) > 1:
        best = _best(best, [alike(goal.of, plain(f"{facts[0].row} {facts[0].column}")) for facts in best])
    if len(best) > 1:
        named = {mention.label for mention in mentions(words, tuple(facts[0].row for facts in best))}
        best = [facts for facts in best if len(named) == 1 and facts[0].row in named]
    return tuple(best[0]) if len(best) == 1 else ()


def _best(found: Sequence[list[Fact]], scores: Sequence[int]) -> list[list[Fact]]:
    """Those of some series that score most."""
    return [facts for facts, score in zip(found, scores, strict=True) if score == max(scores)]


def _called(facts: Sequence[Fact], evidence: Evidence) -> str:
    title = next((table.title for table in evidence.tables if facts[0] in table.facts), "")
    return plain(f"{title} {facts[0].row} {facts[0].column}")


def _only_facts(sentence: Sentence, evidence: Evidence) -> tuple[Fact, ...]:
    """The one series that there is, where the sentence speaks of its table."""
    every = every_series(evidence)
    if len(every) != 1:
        return ()
    [(_, facts)] = every
    return tuple(facts) if alike(_called(facts, evidence), sentence.words) else ()
