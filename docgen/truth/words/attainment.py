"""What is said of a target, against the target and the values: 目標を達成, 目標値を下回る, 残り○ポイント."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

import docgen.patterns as re
from docgen.bearing.base_units import same_unit
from docgen.bearing.evidence import Evidence, Goal
from docgen.breach import Breach
from docgen.sentences.claim import Claim
from docgen.sentences.plain import plain
from docgen.truth.book import book
from docgen.truth.sentence import Sentence
from docgen.truth.spelled import spelled
from docgen.truth.wording.aim import LEFT, Aim, against_better, aim_of, has_reached, is_target
from docgen.truth.wording.goals_named import goal_of
from docgen.truth.wording.stated import is_wished
from docgen.truth.wording.vocabulary import LESS_IS_BETTER
from docgen.truth.words.attainers import Off, listed_attainers
from docgen.truth.words.attaining import aims_told
from docgen.truth.words.distances import distances_told, is_part

_ABOUT = re.compile("目標|達成")
_OTHER_TARGET = re.compile(
    "前計画|中間目標|旧目標|従来の目標|当初の目標|前期計画|第[0-9]期計画の目標|見直し前|改定前|努力目標"
)
_ATTAINED = re.compile(
    r"目標(?:値|年度|水準)?(?:[^、。]{0,16}?)(?:を|に|は|の)(?:既に|すでに|早くも|前倒しで|[0-9]年早く|大きく|おおむね|まだ|いまだ|なお)?"
    r"(?:[0-9][0-9.,]*[^、。0-9ぁ-ん]{1,4})?"
    r"(?:(?P<no>未達|(?:達成|到達|クリア)(?:して(?:いな|いま|おら)|でき(?:な|ず|て(?:いな|おら))|しな|されて(?:いな|おら)|されな|せず)"
    r"|達成に(?:は|まで)?(?:至ら|至って(?:いな|おら)|届いて|届か)|達して(?:いな|いま|おら)|達しな"
    r"|達せず|届か(?:な|ず)|届いてい?な|及ば(?:な|ず)|及んで(?:いな|おら)|満たして(?:いな|おら)|満たさ|未達成)"
    r"|(?P<yes>達成(?:し|済|。|、|$|でき|され)|達成に至[っり]|到達(?:し|。|、|$)|達し|達する|届いた|満たし(?:た|て)|クリアし))"
    r"[いまなかってたるずん]*"
    r"|目標値?[(]?[^、。()]{0,12}、(?P<brief>達成)(?=[)])"
    r"|(?P<short>目標(?:値)?(?:未達成?|に未達))|(?P<met>目標達成(?:済み?|となった|。|$))"
)
_NAMED_ONLY = re.compile("(?:た|する)(?:の|こと|指標|場合|とき)|こと|には|ため")
_LITERAL = re.compile(
    r"目標(?:値|水準)?(?P<of>[^、。]{0,18}?)(?:を|より)(?:大きく|大幅に|わずかに|やや|既に|[0-9][^、。を]{0,9})?"
    r"(?:(?P<above>上回(?!って(?:い|おら)な|らな|りも)|超え(?!て(?:い|おら)な|な)|超過)|(?P<below>下回(?!って(?:い|おら)な"
    r"|らな|りも)|割り込))[るりってたいえー]*"
)
_TO_TARGET = re.compile("目標(?:値)?[^。]{0,24}(?:まで|に|(?:達成|到達)(?:する)?には、?)(?:の)?(?:あと|約)?$")
_LEFT_AFTER = re.compile(
    r"(?:を残|を残し|足りな|不足|届か|及ば|(?:以上)?の(?:削減|増加|上積み|引上げ|引き上げ|積み増し)が必要)"
)
_RATE = re.compile(r"(?:達成|進捗)率(?:は|が|で|:|の)?(?:約)?$")
_PART_OF = re.compile("[)」]?(?:の約?|に対し(?:て)?、?)")
_CLEFT = re.compile(r"[^。はも]{0,10}の(?:もの|取組|事業|項目)?は、?[「『]?")
_AHEAD = re.compile("(?P<years>[0-9]{1,2})年(?:度分)?(?:前倒し|早[くい]|早めて)(?:[でにて]|達成)?")
_TWICE = 2


def targets_right(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A target value that a sentence gives otherwise than it is set."""
    whole = book(evidence)
    for sentence in sentences:
        if not evidence.goals or "目標" not in sentence.words or _OTHER_TARGET.search(sentence.words):
            continue
        goal = goal_of(sentence, whole.about(sentence))
        for claim in sentence.claims if goal else ():
            if goal and is_target(sentence, claim) and (off := _otherwise(sentence, claim, goal)):
                yield _otherwise_set(sentence, off)


def attainment_holds(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """達成, 未達, 上回る or 残り, said of a value and its target, that these do not bear out."""
    whole = book(evidence)
    for sentence in sentences:
        if not _ABOUT.search(sentence.words) or _OTHER_TARGET.search(sentence.words):
            continue
        about = whole.about(sentence)
        goal = goal_of(sentence, about)
        off = listed_attainers(sentence, goal, about)
        if off is not None:
            yield _breach(sentence, off, goal)
            continue
        if _are_two(sentence, goal):
            continue
        aim = aim_of(sentence, (0, len(sentence.words)), about)
        for found in (_attained(sentence, aim, goal, about), _literal(sentence, aim, goal, about)):
            if found is not None:
                yield _breach(sentence, found, goal)
        if aim is not None and aim.target is not None and aim.values:
            off_target = (Off(one.start, end, right, aim.place) for one, end, right in distances_told(sentence, aim))
            for found in (
                next(off_target, None),
                _left(sentence, aim),
                _rate(sentence, aim),
                _ahead(sentence, aim),
            ):
                if found is not None:
                    yield _breach(sentence, found, goal)


def _otherwise(sentence: Sentence, claim: Claim, goal: Goal) -> Off | None:
    known = claim.kind in ("number", "share", "rank", "ratio") and claim.unit and goal.unit
    if not known or not same_unit(claim.unit, goal.unit) or is_part(sentence, claim):
        return None
    if claim.admits(goal.value) or _ends(claim, goal.value):
        if not _ends(claim, goal.value) or not against_better(claim, goal):
            return None
        bound = "以下" if goal.better == "lower" else "以上"
        return Off(claim.start, claim.end, f"{spelled(goal.value, goal.unit)}{bound}", goal.of)
    return Off(claim.start, claim.end, spelled(goal.value, goal.unit), goal.of)


def _ends(claim: Claim, value: Decimal) -> bool:
    return value in (claim.low, claim.high)


def _attained(sentence: Sentence, whole: Aim | None, goal: Goal | None, evidence: Evidence) -> Off | None:
    for match in _ATTAINED.finditer(sentence.words):
        said = bool(match["yes"] or match["met"] or match["brief"])
        end = match.end()
        if is_wished(sentence.words, end) or _NAMED_ONLY.match(sentence.words, end):
            continue
        for aim in aims_told(sentence, match.span(), whole, goal, evidence):
            if aim.target is None or not aim.values or (not aim.better and LESS_IS_BETTER.search(sentence.words)):
                continue
            if said != _reached(aim):
                named = _named_behind(sentence, end, aim)
                return _off(*(named or (match.start("brief") if match["brief"] else match.start(), end)), aim)
    return None


def _named_behind(sentence: Sentence, end: int, aim: Aim) -> tuple[int, int] | None:
    """Where the thing is named that is told behind to have been so: 目標に届かなかったのは、研究設備の共用である."""
    row = plain(aim.facts[-1].row) if aim.facts else ""
    at = sentence.words.find(row, end) if row else -1
    between = sentence.words[end:at] if at >= 0 else ""
    return (at, at + len(row)) if _CLEFT.fullmatch(between) else None


def _reached(aim: Aim) -> bool:
    return has_reached(aim.values[0], aim.target or Decimal(0), aim.better)


def _literal(sentence: Sentence, whole: Aim | None, goal: Goal | None, evidence: Evidence) -> Off | None:
    for match in _LITERAL.finditer(sentence.words):
        if is_wished(sentence.words, match.end()) or re.search("との差|まで|達成|[0-9](?:割|分の)", match["of"]):
            continue
        group = "above" if match["above"] else "below"
        for aim in aims_told(sentence, match.span(), whole, goal, evidence):
            if aim.target is None or not aim.values:
                continue
            right = aim.values[0] > aim.target if group == "above" else aim.values[0] < aim.target
            # A rank is said to be above a target by either sense.
            if not right and aim.unit != "位":
                return _off(match.start(group), match.end(), aim)
    return None


def _left(sentence: Sentence, aim: Aim) -> Off | None:
    """How much is left to the target: 残り1.2ポイント."""
    words = sentence.words
    target = aim.target if aim.target is not None else Decimal(0)
    distance = abs(target - aim.values[0])
    for claim in sentence.numbers:
        behind = _LEFT_AFTER.match(words, claim.end) and _TO_TARGET.search(words, 0, claim.start)
        left = LEFT.search(words, 0, claim.start) or behind
        alike = same_unit(claim.unit, aim.unit) or (claim.unit == "ポイント" and aim.unit == "%")
        counted = claim.kind in ("number", "points", "change", "share")
        dated = [one.period for one in sentence.claims if one.kind == "period" and one.end <= claim.start]
        at = [fact for fact in aim.facts if fact.period in dated]
        if any(_admits(claim, abs(target - fact.value)) for fact in at):
            continue
        if left and alike and counted and "目標" in words and not _admits(claim, distance):
            return Off(claim.start, claim.end, spelled(distance, claim.unit), aim.place)
    return None


def _admits(claim: Claim, value: Decimal) -> bool:
    return claim.admits(value) or claim.admits(-value)


def _rate(sentence: Sentence, aim: Aim) -> Off | None:
    """What part of the target is reached: 達成率は79.0％."""
    if not aim.target or aim.better == "lower":
        return None
    rate = 100 * aim.values[0] / aim.target
    for claim in sentence.numbers:
        told = _RATE.search(sentence.words, 0, claim.start) or _of_target(sentence, claim)
        if claim.kind == "share" and told and not claim.admits(rate):
            return Off(claim.start, claim.end, spelled(rate, "%"), aim.place)
    return None


def _ahead(sentence: Sentence, aim: Aim) -> Off | None:
    """How many years before its own a target was reached: ２年前倒しで."""
    match = _AHEAD.search(sentence.words)
    due = aim.goal.period if aim.goal is not None else None
    if match is None or due is None or is_wished(sentence.words, match.end()):
        return None
    reached = [fact for fact in aim.facts if _reached(replace(aim, values=(fact.value,)))]
    first = reached[0].period if reached else None
    if first is None or first.kind != due.kind or int(match["years"]) in (0, due.number - first.number):
        return None
    return Off(match.start(), match.end(), f"{due.number - first.number}年", reached[0].place)


def _of_target(sentence: Sentence, claim: Claim) -> bool:
    """Whether a share is one of a target right before it: 96.0% of 目標12,000人の96.0%."""
    words = sentence.words
    before = [one for one in sentence.numbers if one.end <= claim.start and is_target(sentence, one)]
    return bool(before) and _PART_OF.fullmatch(words, before[-1].end, claim.start) is not None


def _are_two(sentence: Sentence, goal: Goal | None) -> bool:
    """Whether a sentence tells of a target at two times, a value for each: 2020年には上回ったが、2023年は下回った."""
    if goal is None or len(list(_LITERAL.finditer(sentence.words))) + sentence.words.count("目標") < _TWICE:
        return False
    dated = [one for one in sentence.numbers if one.period and same_unit(one.unit, goal.unit)]
    return len({one.period for one in dated if not is_target(sentence, one)}) > 1


def _off(start: int, end: int, aim: Aim) -> Off:
    target = spelled(aim.target, aim.unit) if aim.target is not None else ""
    return Off(start, end, spelled(aim.values[0], aim.unit), aim.place, target)


def _breach(sentence: Sentence, off: Off, goal: Goal | None) -> Breach:
    return sentence.breach(
        "attainment-against-target",
        sentence.spot(off.start, off.end),
        word=sentence.words[off.start : off.end],
        right=off.right,
        target=spelled(goal.value, goal.unit) if goal else off.target,
        place=off.place,
    )


def _otherwise_set(sentence: Sentence, off: Off) -> Breach:
    return sentence.breach(
        "target-otherwise",
        sentence.spot(off.start, off.end),
        word=sentence.words[off.start : off.end],
        right=off.right,
        goal=off.place,
    )
