"""What a legend says of a mark, as a condition on a value, the values before it and its target."""

from __future__ import annotations

from decimal import Decimal

import docgen.patterns as re
from docgen.bearing.base_units import same_unit
from docgen.bearing.evidence import Goal
from docgen.bearing.fact import Fact
from docgen.sentences.claim import Claim
from docgen.sentences.claims import claims
from docgen.sentences.plain import plain
from docgen.truth.wording.aim import Aim, has_reached

_NO_TARGET = re.compile(
    r"(?:目標|計画)(?:値)?(?:が|の(?:設定|定め)が|は|を)?(?:な[いし]|未設定|設定されていない|設定していない|設けていない|定めていない)"
)
_EITHER = re.compile(r"か、|又は|または|もしくは|若しくは")
_BOTH = re.compile(r"(?<=[るいた])が、|かつ|ものの、?|(?<=[しず])、")
_NO_PAST = re.compile("(?:過去|前回|前年|以前)(?:の)?(?:値|データ|数値|実績)?が(?:な[いし]|存在しな)")
TARGET = re.compile("目標|計画(?!期間|年|的|策定)")
_BOUND_BY = re.compile("(?:目標|計画|前回|前年)(?:値|の値|実績)?(?P<bound>以上|以下|未満|を?超)")
# Between bounds on several things: 目標の8割以上で目標未満.
_AND_BOUND = re.compile("(?<=[上下満超え])で、?(?=目標|計画|前回|前年|[0-9])")
_ROUGHLY = re.compile("おおむね|概ね|ほぼ|程度|前後")
_BASE = re.compile("基準値|過去の値|策定時|当初|最も古い|前回|前年|初期値|開始時|以前|最初|前の|直前")
_FIRST = re.compile("最初|最も古い|初期値|当初|策定時|開始時|基準値")
_LAST = re.compile("前回|前年|直前")
_CHANGE = re.compile("増|減|変化|変動|上昇|低下|改善|悪化|差|÷|達成率|進捗率|伸び|に対する")
_MOVES = re.compile("増|減|上昇|低下|伸び|変動|変化")
_TREND = re.compile("傾向が続|このまま推移|現状のまま推移|ペースが続")
_NOT_REACHED = re.compile(
    "達成?(?:して)?(?:いな|おら)|達成?しな|達せず|未達|届か(?:な|ず)|届いて(?:いな|おら)|及ば(?:な|ず)|及んで(?:いな|おら)"
    "|満た(?:な|さな|さず|ず|して(?:いな|おら))|難しい"
)
_REACHED = re.compile("達し|達す|達成|到達|届く|以上")
_SAME = re.compile("等しい|同じ|同値|どおり|通り|一致|変わらない|変化がない|横ばい|同水準")
_PARTS = re.compile(r"(?P<part>[0-9.]+)%(?P<bound>以上|以下|以内|未満|を?超)?")
_RATE = re.compile("達成率|進捗率|÷目標|目標に対する(?:割合|比率)")
_UP = re.compile("増|上昇|上回|上が|伸び|高ま|拡大|高[いくか]|多[いくか]|大き|超え")
_DOWN = re.compile("減|低下|下回|下が|下落|縮小|低[いくか]|少な|小さ")
# 1%を超えて: by how much, and not which way.
_BEYOND = re.compile("(?<=%)を?超えて?")
_BETTER = re.compile("改善|良[いくか]")
_WORSE = re.compile("悪化|悪[いくか]")
_NEARER = re.compile("近[づ付]")
_NO_NEARER = re.compile("近[づ付](?:いて)?(?:いな|おら|かな|かず)|近[づ付]く(?:傾向|動き)に?[はが]?な")
_FARTHER = re.compile("遠ざ|離れ")
# A part of what was before (前年の110%以上), and no change by so much.
_PART_OF = re.compile(r"(?:の|比で?|の?水準の|に対し)(?:約)?(?=[0-9.]+(?:%|倍|割))")


def meets(meaning: str, aim: Aim) -> bool | None:
    """Whether a value is as a meaning says; None where that is not known.

    Where a mean of several values before may be meant, it must be so by all of them.
    """
    words = re.sub(r"\([^)]*\)", "", plain(meaning))
    if _NO_PAST.search(words):
        return False if aim.before else True if len(aim.facts) == 1 else None
    if _NO_TARGET.search(words):
        return True if aim.none else False if aim.target is not None else None
    if aim.none and (TARGET.search(words) or _RATE.search(words)):
        return False
    if _EITHER.search(words):
        first, *others = _EITHER.split(words)
        # 前年と同じ又は増: what the first part is told from holds for all of them.
        base = found.group() if (found := _BASE.search(first)) else ""
        told = [part if _BASE.search(part) or TARGET.search(part) else f"{base}{part}" for part in others]
        return _any([meets(part, aim) for part in (first, *told)])
    words = _AND_BOUND.sub("かつ", words)
    if _BOTH.search(words):
        return _all([meets(part, aim) for part in _BOTH.split(words)])
    return _atom(words, aim)


def _any(held: list[bool | None]) -> bool | None:
    return True if True in held else None if None in held else False


def _all(held: list[bool | None]) -> bool | None:
    return False if False in held else None if None in held else True


def _atom(words: str, aim: Aim) -> bool | None:
    if not aim.values:
        return None
    if _TREND.search(words):
        return _projected(words, aim)
    bounds = [claim for claim in claims(words) if claim.kind in ("number", "share", "ratio", "rank", "duration")]
    if _RATE.search(words):
        return within(bounds, words, 100 * aim.values[0] / aim.target) if aim.target and bounds else None
    if TARGET.search(words) and (_NEARER.search(words) or _FARTHER.search(words)):
        return _approached(words, aim)
    if TARGET.search(words):
        return None if aim.target is None else _on_target(words, aim.values[0], aim.target, aim.better)
    if _BASE.search(words) or (aim.before and _PARTS.search(words) and _MOVES.search(words)):
        if not aim.before and len(aim.facts) == 1 and "過去" in words:
            return False
        held = {_since(words, old, new, aim.better) for old, new in _pairs(words, aim)}
        return held.pop() if len(held) == 1 else None
    if bounds and not _CHANGE.search(words) and all(same_unit(claim.unit, aim.unit) for claim in bounds):
        return within(bounds, words, aim.values[0])
    return None


def _pairs(words: str, aim: Aim) -> tuple[tuple[Decimal, Decimal], ...]:
    """The values before and after that a meaning compares: from the first, from the last, or any that is known."""
    if _FIRST.search(words):
        return aim.before[:1]
    return aim.before[-1:] if _LAST.search(words) else aim.before


def _on_target(words: str, value: Decimal, target: Decimal, better: str) -> bool | None:
    if _PART_OF.search(words):
        bounds = [claim for claim in claims(words) if claim.kind in ("share", "multiple")]
        scale = 100 if bounds and bounds[0].unit == "%" else 1
        return within(bounds, words, scale * value / target) if bounds and target > 0 and better != "lower" else None
    if _ROUGHLY.search(words):
        return None
    bound = _BOUND_BY.search(words)
    if bound is not None and bound["bound"] != "以上":
        return _is_beyond(bound["bound"], value, target) if better != "lower" else None
    if _NOT_REACHED.search(words):
        return not has_reached(value, target, better)
    if "上回" in words or "超え" in words:
        return value > target
    if "下回" in words:
        return value < target
    if _SAME.search(words):
        return value == target
    if _REACHED.search(words):
        return has_reached(value, target, better)
    return None


def _is_beyond(bound: str, value: Decimal, at: Decimal) -> bool:
    """Whether a value lies where a bound says that it does: 未満, 以下, 以上, 超."""
    if bound in ("以上", "以下"):
        return value >= at if bound == "以上" else value <= at
    return value < at if bound == "未満" else value > at


def _approached(words: str, aim: Aim) -> bool | None:
    """Whether a value has come nearer to its target, or gone farther from it, since those before."""
    if aim.target is None:
        return None
    gains = {abs(old - aim.target) - abs(new - aim.target) for old, new in _pairs(words, aim)}
    if _NO_NEARER.search(words):
        return None if len({gain > 0 for gain in gains}) > 1 else max(gains, default=Decimal(0)) <= 0
    held = {gain > 0 if _NEARER.search(words) else gain < 0 for gain in gains}
    return held.pop() if len(held) == 1 else None


def _since(words: str, old: Decimal, new: Decimal, better: str) -> bool | None:
    """Whether what is said of a change from one value to another is so."""
    change = new - old
    if _BETTER.search(words) or _WORSE.search(words):
        gain = -change if better == "lower" else change
        return None if not better else gain > 0 if _BETTER.search(words) else gain < 0
    limit = _BOUND_BY.search(words)
    if limit is not None:
        return _is_beyond(limit["bound"], new, old)
    told = _BEYOND.sub("", words.replace("増減", ""))
    sign = (_UP.search(told) is not None) - (_DOWN.search(told) is not None)
    bounds = [claim for claim in claims(words) if claim.kind in ("share", "multiple")]
    if bounds and not sign and _PART_OF.search(words) and not _CHANGE.search(words):
        scale = 100 if bounds[0].unit == "%" else 1
        return within(bounds, words, scale * new / old) if old else None
    parts = list(_PARTS.finditer(words))
    if parts:
        sized = bool(old) and all(_is_sized(part, 100 * abs(change / old)) for part in parts)
        return sized and (not sign or change * sign > 0)
    if _SAME.search(words):
        return change == 0
    return change * sign > 0 if sign else None


def _is_sized(part: re.Match[str], size: Decimal) -> bool:
    """Whether a change of so many percent is within a bound; more than it, where the meaning tells no bound."""
    bound, at = part["bound"] or "", Decimal(part["part"])
    if bound == "未満":
        return size < at
    if bound in ("以下", "以内"):
        return size <= at
    return size >= at if bound == "以上" else size > at


def is_relative(meaning: str) -> bool:
    """Whether a meaning bounds a change or a rate, and no value: 前年から10%以上の減, 達成率が80%以上."""
    words = plain(meaning)
    return _CHANGE.search(words) is not None or _LAST.search(words) is not None


def _projected(words: str, aim: Aim) -> bool | None:
    """Whether the line through the first and the last value reaches the target by its period."""
    goal = aim.goal
    if goal is None or goal.period is None or len(aim.facts) < 2 or has_reached(aim.values[0], goal.value, goal.better):
        return False if goal is not None and aim.values and has_reached(aim.values[0], goal.value, goal.better) else None
    at_goal = [_at(first, aim.facts[-1], goal) for first in (aim.facts[0], aim.facts[-2])]
    reached = {has_reached(value, goal.value, goal.better) for value in at_goal}
    if len(reached) != 1:
        return None
    return reached.pop() != bool(_NOT_REACHED.search(words))


def _at(first: Fact, last: Fact, goal: Goal) -> Decimal:
    if first.period is None or last.period is None or goal.period is None:
        return last.value
    years = Decimal(last.period.number - first.period.number)
    return last.value + (last.value - first.value) / years * (goal.period.number - last.period.number)


def within(bounds: list[Claim], words: str, value: Decimal) -> bool:
    """Whether a value lies within the bounds that a text states: 0.5m以上3m未満."""
    return all(_within(claim, words, value) for claim in bounds)


def _within(claim: Claim, words: str, value: Decimal) -> bool:
    text = claim.text
    if "未満" in text:
        return claim.high is None or value < claim.high
    if "超" in text:
        return claim.low is None or value > claim.low
    return claim.admits(value)
