"""The items listed as those that have reached their targets, or have not: 目標に達していないのは、AとBである."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import docgen.patterns as re
from docgen.bearing.base_units import same_unit
from docgen.bearing.cue import same_period
from docgen.bearing.evidence import Better, Evidence, Goal
from docgen.bearing.mentions import Mention, mentions
from docgen.sentences.claim import Claim
from docgen.truth.sentence import Sentence
from docgen.truth.spelled import spelled
from docgen.truth.wording.aim import aim_of_row, facts_of, has_reached
from docgen.truth.wording.goals_named import named_goals
from docgen.truth.wording.vocabulary import LESS_IS_BETTER
from docgen.value import value

_LISTED = re.compile(
    r"目標(?:値|水準)?[^。、]{0,14}?(?:を|に)(?:既に|すでに|まだ|いまだ)?(?:"
    r"(?P<no>(?:達成|到達|クリア)(?:して(?:いな|おらな)|しな|できな|できていな)(?:い|かった)"
    r"|(?:達して|届いて|満たして|及んで)(?:いな|おらな)(?:い|かった)|(?:達しな|届かな|満たさな|及ばな)(?:い|かった))"
    r"|(?P<below>下回っ(?:ただ?|て(?:いる|いた)))|(?P<above>上回っ(?:ただ?|て(?:いる|いた)))"
    r"|(?:達成し|達し|到達し|届い|クリアし|満たし)(?:ただ?|て(?:いる|いた)))"
    r"(?:もの|の|[一-龥]{1,6})は、?(?P<list>[^。]+?)(?P<only>のみ|だけ)?(?:である|です|だ|で、|に限|と(?:なった|なる)|。|$)"
)
_FEWEST = 3
_BUT = re.compile("除|以外|含|ほかの")


@value(frozen=True, slots=True)
class Off:
    """What is amiss: the characters, what would be right, and where the value or the target stands."""

    start: int
    end: int
    right: str
    place: str
    target: str = ""


def listed_attainers(sentence: Sentence, goal: Goal | None, evidence: Evidence) -> Off | None:
    """The first of the items listed as those that reached a target, or missed it, which did not."""
    match = _LISTED.search(sentence.words)
    if match is None or _BUT.search(match["list"]):
        return None
    return next(
        (
            off
            for found in (_of_goals, _of_targets, _of_rows, _of_periods, _of_counts)
            for off in found(sentence, match, goal, evidence)
        ),
        None,
    )


def _of_goals(sentence: Sentence, match: re.Match[str], _: Goal | None, evidence: Evidence) -> Iterator[Off]:
    """Values that have each a target of its own; where the words tell of these alone, those that are not named too."""
    named = named_goals(match["list"], evidence) if len(evidence.goals) > 1 else ()
    for goal in evidence.goals if named else ():
        facts = facts_of(goal, evidence) if goal in named or match["only"] else ()
        reached = _reached(facts[-1].value, goal.value, goal.better, goal.of) if facts else None
        if reached is not None and reached == (_denies(match, goal.better) == (goal in named)):
            right = f"{goal.of} {spelled(facts[-1].value, goal.unit)}"
            yield Off(match.start("list"), match.end(), right, facts[-1].place)


def _of_targets(sentence: Sentence, match: re.Match[str], _: Goal | None, evidence: Evidence) -> Iterator[Off]:
    """The rows of a table that tells the target and the result of each."""
    for table in evidence.tables:
        for row in mentions(match["list"], table.rows):
            aim = aim_of_row(table, row.label)
            if aim is not None and aim.target is not None:
                reached = _reached(aim.values[0], aim.target, aim.better, row.label)
                if reached is not None and reached == _denies(match, aim.better):
                    target = spelled(aim.target, aim.unit)
                    yield _off(match, row, spelled(aim.values[0], aim.unit), aim.place, target)


def _of_rows(sentence: Sentence, match: re.Match[str], goal: Goal | None, evidence: Evidence) -> Iterator[Off]:
    """The rows of a table whose values have one target: 目標を達成した市は、…と…である."""
    periods = {claim.period for claim in sentence.claims if claim.kind == "period" and claim.period}
    if goal is None:
        return
    for table in evidence.tables:
        for row in mentions(match["list"], table.rows):
            facts = [fact for fact in table.facts if fact.row == row.label and same_unit(fact.unit, goal.unit)]
            facts = [fact for fact in facts if fact.period in periods] or facts[-1:]
            reached = _reached(facts[-1].value, goal.value, goal.better, goal.of) if facts else None
            if reached is not None and reached == _denies(match, goal.better):
                yield _off(match, row, spelled(facts[-1].value, goal.unit), facts[-1].place)


def _of_periods(sentence: Sentence, match: re.Match[str], goal: Goal | None, evidence: Evidence) -> Iterator[Off]:
    """The years in which a value reached its target: 目標に達したのは、2022年度だけである."""
    start, end = match.span("list")
    told = [one for one in sentence.claims if one.kind == "period" and one.period and start <= one.start < end]
    facts = facts_of(goal, evidence, sentence.words) if goal is not None and told else ()
    for fact in facts:
        own = next((claim for claim in told if same_period(fact.period, claim.period)), None)
        reached = _reached(fact.value, goal.value, goal.better, goal.of) if goal is not None else None
        if own is not None and goal is not None and reached == _denies(match, goal.better):
            yield Off(own.start, own.end, spelled(fact.value, goal.unit), fact.place)


def _of_counts(sentence: Sentence, match: re.Match[str], _: Goal | None, evidence: Evidence) -> Iterator[Off]:
    """How many rows of a table have reached their targets: 四つの指標のうち目標値に達したのは一つである."""
    told = [one for one in sentence.numbers if (one.start, one.end) == match.span("list") and _counts(one)]
    for table in evidence.tables if told else ():
        aims = [(aim_of_row(table, row), row) for row in table.rows]
        held = [
            _reached(aim.values[0], aim.target, aim.better, row)
            for aim, row in aims
            if aim is not None and aim.target is not None
        ]
        if len(held) != len(table.rows) or len(held) < _FEWEST or None in held:
            continue
        right = sum(one is not _denies(match, "") for one in held)
        if not told[0].admits(Decimal(right)):
            yield Off(told[0].start, told[0].end, f"{right}{told[0].unit}", table.name)


def _counts(claim: Claim) -> bool:
    """Whether a number counts: 一つ, 2指標, 3町."""
    return claim.kind == "number" and claim.low is not None and claim.high is not None


def _denies(match: re.Match[str], better: Better) -> bool:
    """Whether the items are listed as those that have not reached their targets; 下回った is so where more is better."""
    if match["below"] or match["above"]:
        return bool(match["below"]) != (better == "lower")
    return bool(match["no"])


def _reached(value: Decimal, target: Decimal, better: Better, called: str) -> bool | None:
    """Whether a value has reached its target; None where it is not known which way that lies."""
    return None if not better and LESS_IS_BETTER.search(called) else has_reached(value, target, better)


def _off(match: re.Match[str], item: Mention, right: str, place: str, target: str = "") -> Off:
    start = match.start("list")
    return Off(start + item.start, start + item.end, right, place, target)
