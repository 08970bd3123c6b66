"""Periods that have a name (計画期間, 最終年度, 目標年度): the same wherever the deck tells them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import docgen.patterns as re
from docgen.bearing.base_units import same_unit
from docgen.bearing.bearer import Bearer
from docgen.bearing.evidence import Evidence, Goal, Statement
from docgen.bearing.fact import FactTable
from docgen.breach import Breach
from docgen.model.period import Period
from docgen.sentences.claim import Claim
from docgen.sentences.plain import plain
from docgen.truth.book import book
from docgen.truth.sentence import Sentence, sentences
from docgen.value import value

_SPAN = "期間"
_OWN = frozenset("本同")
_UNIT = re.compile(r"\([^)]*\)$")
_NAMES = (
    r"(?P<name>(?:計画|対象|調査|実施|事業|研究|集計|算定|募集|推進|適用|実証|補助|評価)の?期間|期間(?=は|\(|を)|最終年度|初年度|基準年度?"
    r"|目標年度?(?=は|\(|を|と|である|の(?:[12令平]|$)))"
)
_BEFORE = rf"(?P<of>[^、。()「」]{{0,20}}?の)?(?:本|当該|同)?{_NAMES}"
_LINK = r"(?:は、?|\(|を、?|:|である|に当たる|となる|の(?:う?ちの?)?)(?:約)?$"
_NAMED = re.compile(_BEFORE + _LINK)
_PLAN = re.compile(r"(?P<of>[^、。()「」は]{2,24}(?:計画|プラン|戦略|ビジョン|構想|大綱))」?\($")
_TOPIC = re.compile("(?P<of>[^、。()「」は]{1,24})」?は、?[^は。]*$")
_AS_NAMED = re.compile("[をが](?P<name>最終年度|初年度)(?:と|に当た|で|だ|。|$)")
# 2022年度は、第2期計画の初年度である.
_OF_PLAN = re.compile(r"[はが]、?(?P<of>[^、。()「」はが]{2,24})の(?P<name>最終年度|初年度)(?:で|と|に当た|だ|。|$)")
# 第2期計画は2022年度に始まった: the plan itself, and not what is done for it.
_ITSELF = re.compile(r"(?:^|[、。「])(?P<of>[^、。()「」はが]{2,24}(?:計画|プラン|戦略|ビジョン|構想|大綱))」?[はが]、?$")
_ENDS = re.compile("(?:末)?(?:に|で|をもって)(?:(?:終了|満了|完了)(?:し|する|を|。|$)|終わ|期限を迎え)")
_BEGINS = re.compile("(?:に|から)(?:始ま|スタートし|スタートする|開始し|開始され)")
_BRACKETED = "計画の期間"
"""What the period in brackets behind a plan's name is called."""
_OF_TARGET = re.compile(r"(?:までの?|における|時点の|の)?(?:目標|目指す)(?!年|達成|に対|への|に向|との|を達成)")
_TARGET_OF = re.compile(r"目標(?:年度?|年次|値|水準)?(?:は、?|\(|である|として|を)$")
_IN_BRACKET = re.compile(r"目標(?:年度?|年次|値|水準)?[(]$")
_BY = re.compile(r"(?:まで)?に(?:は)?、?[^、。]{0,30}?(?:とする|にする|目指|目標)|を(?:期限|最終年度?|目標年度?)と")
_REACHED = re.compile(r"(?:まで)?(?:に|で)(?:は)?[^。]*(?:達成|到達|達した|上回|下回|超え|届か|届い|満たし|満たさ)")
_AT = re.compile("(?:末)?の?(?:時点|段階)(?:で|に)")


@value(frozen=True, slots=True)
class NamedPeriod:
    """A period that a sentence gives a name: ``of`` what (the plan), ``name`` (計画期間), and the claim that tells it."""

    of: str
    name: str
    claim: Claim
    sentence: Sentence

    @property
    def period(self) -> Period | None:
        """The period itself."""
        return self.claim.period


def periods_of_one_name(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A plan's period that another text of the deck gives otherwise, its first and its last year included.

    計画期間（2021～2025年） is not that of a plan whose 計画期間は2021年度から2025年度まで.
    """
    known = [(named, index) for index, statement in enumerate(evidence.statements) for named in _of_statement(statement)]
    order = {id(statement): index for index, statement in enumerate(evidence.statements)}
    for sentence in sentences:
        at = order.get(id(sentence.statement), len(order))
        for named in _named(sentence):
            before = [other for other, index in known if index < at or (other.of and not named.of and index > at)]
            if named.of and at < len(order):
                before = [other for other in before if other.of]
            others = _elsewhere(named, before)
            if len(others) == 1 and named.period not in others:
                [(right, other)] = others.items()
                yield sentence.breach(
                    "named-period",
                    sentence.spot_of(named.claim),
                    period=named.claim.text,
                    name=named.name,
                    right=str(right),
                    place=str(other.sentence.where) or other.sentence.printed,
                )


def stated_spans(evidence: Evidence) -> frozenset[Period]:
    """The periods of plans that the texts of a deck state (計画期間は2021年度から2025年度まで)."""
    named = (one for statement in evidence.statements for one in _of_statement(statement))
    spans = (one for one in named if one.name.startswith("計画") and _is_span(one))
    return frozenset(one.period for one in spans if one.period is not None)


def _elsewhere(named: NamedPeriod, known: Sequence[NamedPeriod]) -> dict[Period, NamedPeriod]:
    """What other texts say that the period is, each with one that says it."""
    found: dict[Period, NamedPeriod] = {}
    for other in known:
        if _same_plan(named, other):
            same = other.period if _same_name(named, other) else _end_of(named.name, other)
            if same is not None:
                found.setdefault(same, other)
    return found


def _of_statement(statement: Statement) -> Iterator[NamedPeriod]:
    for sentence in sentences(statement):
        yield from _named(sentence)


def _named(sentence: Sentence) -> Iterator[NamedPeriod]:
    for claim in sentence.claims:
        if claim.kind != "period" or claim.period is None:
            continue
        bracketed = sentence.words[:claim.start].endswith("(")
        plan = _PLAN.search(sentence.words, 0, claim.start) if bracketed else None
        if plan and claim.period.kind == "span":
            yield NamedPeriod(plan["of"], _BRACKETED, claim, sentence)
        match = _NAMED.search(sentence.words, 0, claim.start)
        if match:
            yield NamedPeriod((match["of"] or "").removesuffix("の"), _bare(match["name"]), claim, sentence)
        elif match := _AS_NAMED.match(sentence.words, claim.end):
            yield NamedPeriod(_topic(sentence.words[: claim.start]), match["name"], claim, sentence)
        elif match := _OF_PLAN.match(sentence.words, claim.end):
            yield NamedPeriod(match["of"], match["name"], claim, sentence)
        elif match := _ITSELF.search(sentence.words, 0, claim.start):
            yield from (NamedPeriod(match["of"], name, claim, sentence) for name in _first_or_last(sentence.words, claim))


def _first_or_last(words: str, claim: Claim) -> Iterator[str]:
    """Whether a plan is said to end, or to begin, in a year."""
    if _ENDS.match(words, claim.end):
        yield "最終年度"
    elif _BEGINS.match(words, claim.end):
        yield "初年度"


def _topic(words: str) -> str:
    """What the words before a year tell it of: 第2期計画 of 第2期計画は、2021年度を初年度とし; "" for none."""
    told = _TOPIC.search(words)
    return told["of"] if told else ""


def _same_name(named: NamedPeriod, other: NamedPeriod) -> bool:
    if _is_span(named) != _is_span(other):
        return False
    spans = named.name.endswith(_SPAN) and other.name.endswith(_SPAN)
    alike = _SPAN in (named.name, other.name) or _bare(named.name) == _bare(other.name)
    return named.name == other.name or (spans and alike)


def _is_span(named: NamedPeriod) -> bool:
    return named.period is not None and named.period.kind == "span"


def _bare(name: str) -> str:
    return name.replace("の", "")


def _same_plan(named: NamedPeriod, other: NamedPeriod) -> bool:
    """Whether both speak of one plan: called alike, or one of them by no name (the deck's plan)."""
    if _BRACKETED in (named.name, other.name):
        return named.of == other.of and {named.name, other.name} <= {_BRACKETED, "計画期間", "期間", "対象期間"}
    if {named.of[:1], other.of[:1]} & _OWN or not (named.of and other.of):
        return True
    first, second = _plan(named), _plan(other)
    return first.endswith(second) or second.endswith(first)


def _plan(named: NamedPeriod) -> str:
    """What a period is of; 海の計画 of 海の計画の期間, where 計画期間 is its name."""
    inside = named.name.removesuffix(_SPAN)
    return f"{named.of}の{inside}" if inside == "計画" and not named.of.endswith(inside) else named.of


def _end_of(name: str, plan: NamedPeriod) -> Period | None:
    """The year of a plan's period that a name means: 2025年度 of 2021～2025年度 for its 最終年度."""
    period = plan.period
    if not plan.name.endswith(_SPAN) or period is None or period.kind != "span" or name not in ("最終年度", "初年度"):
        return None
    if (period.start.month, period.end.month) != (4, 3):
        return None
    return Period.for_fiscal_year(period.end.year - 1 if name == "最終年度" else period.start.year)


def years_of_targets(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """The year that a sentence gives a target, where the target of that value is one of another year."""
    stated = [goal for goal in (*evidence.goals, *_goals_of(evidence.tables)) if goal.period]
    whole = book(evidence, stated)
    for sentence in sentences if stated else ():
        if not any(claim.kind == "period" and _is_of_target(sentence, claim) for claim in sentence.claims):
            continue
        goals = [goal for goal in whole.about(sentence).goals if _speaks_of(sentence, goal)]
        periods = {goal.period for goal in goals}
        for claim in sentence.claims if len(periods) == 1 else ():
            dated = claim.kind == "period" and claim.period is not None and claim.period.kind != "span"
            if dated and not any(_due_alike(claim.period, due) for due in periods) and _is_of_target(sentence, claim):
                yield sentence.breach(
                    "year-of-target",
                    sentence.spot_of(claim),
                    period=claim.text,
                    of=goals[0].of,
                    right=str(goals[0].period),
                )


def _due_alike(first: Period | None, second: Period | None) -> bool:
    """Whether two periods are one to a target: 2025年 and 2025年末 are, 2025年 and 2025年度 are not."""
    if first is None or second is None:
        return True
    fiscal = first.kind.startswith("fiscal") == second.kind.startswith("fiscal")
    return first.number == second.number and fiscal


def _goals_of(tables: Sequence[FactTable]) -> Iterator[Goal]:
    """The targets of tables: the cells of a column that is called so, with its year: 目標値（2025年度）."""
    for table in tables:
        if any("目標" in column for column in table.columns):
            for fact in table.facts:
                if "目標" in fact.column and fact.period is not None and fact.row:
                    yield Goal(_UNIT.sub("", plain(fact.row)), fact.value, fact.unit, fact.period)


def _is_of_target(sentence: Sentence, claim: Claim) -> bool:
    words = sentence.words
    if _OF_TARGET.match(words, claim.end) or _IN_BRACKET.search(words, 0, claim.start):
        return True
    if _REACHED.match(words, claim.end) or _AT.match(words, claim.end):
        return False
    return bool(_TARGET_OF.search(words, 0, claim.start) or _BY.match(words, claim.end))


def _speaks_of(sentence: Sentence, goal: Goal) -> bool:
    """Whether a sentence tells a target: its value, with the word 目標 or the target's own name."""
    bearer = Bearer("target", (), goal.value, goal.value)
    valued = any(same_unit(claim.unit, goal.unit) and claim.unit and bearer.bears(claim) for claim in sentence.numbers)
    named = goal.of in sentence.words
    return (valued and ("目標" in sentence.words or named)) or ("目標年" in sentence.words)
