"""How far a value is off its target, and what part of it it is: 目標を12g下回る, 目標の4分の3を超える, 目標まであと2つ."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import docgen.patterns as re
from docgen.bearing.base_units import same_unit
from docgen.sentences.claim import Claim
from docgen.truth.sentence import Sentence
from docgen.truth.spelled import spelled
from docgen.truth.wording.aim import Aim
from docgen.truth.wording.stated import is_wished

_OFF = re.compile(r"目標(?:値|水準)?(?:[(][^()]*[)])?(?:の[^、。はが]{1,12})?(?:を|より|に対し(?:て)?)、?(?:約)?$")
_EXCEEDS = re.compile("(?:ほど|も)?(?:上回|下回|超え|超過)")
_SIDE = re.compile(
    "(?:ほど|も|だけ)?(?:(?P<more>多[いくか]|高[いくか]|大き[いくか])|(?P<less>少な[いくか]|低[いくか]|小さ[いくか])"
    "|(?P<above>上(?!回|昇))|(?P<below>下(?!回|落)))"
)
_TO_GO = re.compile(r"目標(?:値)?(?:の[^、。はが]{1,12})?まで(?:に)?(?:は)?、?(?:あと|なお|残り)(?:約)?$")
_PART = re.compile(r"目標(?:値)?(?:[(][^()]*[)])?の約?$")
_ROUGH = re.compile("割|分の")
_LESS = re.compile("(?:に|を)(?:も)?(?:満た|届か|達しな|下回|割り込)")
_MORE = re.compile("(?:を)(?:超え|上回)")
_OF_TARGET = re.compile("(?:の?水準)?(?:に(?:とどま|達|当た|相当)|で|。|程度|弱|強|余)")
_PLACES = frozenset({"つ", "位", ""})

Told = tuple[Claim, int, str]
"""A number, where what it says ends, and what would be right."""


def is_part(sentence: Sentence, claim: Claim) -> bool:
    """Whether a share is one of a target, and no target: 4分の3 of 目標の4分の3."""
    return _ROUGH.search(claim.text) is not None and _PART.search(sentence.words, 0, claim.start) is not None


def distances_told(sentence: Sentence, aim: Aim) -> Iterator[Told]:
    """The numbers by which a value is said to be off its target, or the parts of it, that it is not."""
    if aim.target is None or is_wished(sentence.words, len(sentence.words)):
        return
    gap = abs(aim.target - aim.values[0])
    for claim in sentence.numbers:
        words = sentence.words
        if _OFF.search(words, 0, claim.start) and (_EXCEEDS.match(words, claim.end) or _SIDE.match(words, claim.end)):
            if claim.unit == aim.unit == "%":
                # 目標の28%を5.6%下回る is not 5.6 points below it.
                part = 100 * gap / aim.target if aim.target else gap
                if not (claim.admits(part) or claim.admits(-part)):
                    yield claim, claim.end, spelled(gap, "ポイント")
                continue
            expected = _of_gap(claim, gap, aim)
        elif _TO_GO.search(words, 0, claim.start) and claim.unit in _PLACES and aim.unit == "位":
            expected = gap
        elif is_part(sentence, claim) and aim.target and aim.unit != "位":
            part = 100 * aim.values[0] / aim.target
            end = _part_end(words, claim, part)
            if end is not None:
                yield claim, end, spelled(part, "%")
            continue
        else:
            continue
        side = _SIDE.match(words, claim.end)
        way = _side(side, aim) if side is not None and expected is not None else 0
        if side is not None and way * (aim.values[0] - aim.target) < 0:
            yield claim, side.end(), "少ない" if way > 0 else "多い"
            continue
        if expected is not None and not (claim.admits(expected) or claim.admits(-expected)):
            yield claim, claim.end, spelled(expected, claim.unit)


def _side(side: re.Match[str], aim: Aim) -> int:
    """On which side of the target a value is said to be: 1 for a greater number, -1 for a lesser one; 0 where unclear."""
    if aim.unit == "位":
        return -1 if side["above"] else 1 if side["below"] else 0
    return 1 if side["more"] else -1 if side["less"] else 0


def _of_gap(claim: Claim, gap: Decimal, aim: Aim) -> Decimal | None:
    """The gap as a number tells it: in its unit, in points, or as a part of the target."""
    if claim.unit in _PLACES and aim.unit == "位":
        return gap
    if claim.unit == "%" and aim.unit != "%":
        return 100 * gap / aim.target if aim.target else None
    if claim.unit in ("ポイント", "%"):
        return gap if aim.unit == "%" and claim.unit == "ポイント" else None
    return gap if same_unit(claim.unit, aim.unit) else None


def _part_end(words: str, claim: Claim, part: Decimal) -> int | None:
    """Where a part of the target ends that is said and is not so; None where it is so."""
    if claim.low is None and claim.high is None:
        return None
    mark = ((claim.low or claim.high or Decimal(0)) + (claim.high or claim.low or Decimal(0))) / 2
    less, more = _LESS.match(words, claim.end), _MORE.match(words, claim.end)
    if less is not None:
        return less.end() if part >= mark else None
    if more is not None:
        return more.end() if part <= mark else None
    return claim.end if _OF_TARGET.match(words, claim.end) and not claim.admits(part) else None
