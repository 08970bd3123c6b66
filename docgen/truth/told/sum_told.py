"""What a number must be where its sentence adds up two that it gave before, or tells how far these are apart."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import docgen.patterns as re
from docgen.bearing.base_units import is_counted, same_unit
from docgen.bearing.bearer import Bearer
from docgen.bearing.computations import bearers
from docgen.bearing.cue import Cue, cue
from docgen.sentences.claim import Claim
from docgen.truth.sentence import Sentence
from docgen.truth.told.distance import EXCEEDS

_BOTH = re.compile(
    r"(?:両[一-龥]{1,2}|二つ|2つ|双方|これら|それら)(?:を|の|で)?(?:合わせ(?:る|た)?[とて]?|足[しす]と?|合計|計)"
    r"[^、。0-9]{0,6}、?(?:約)?$"
)
# 東部が250人、西部の190人と60人の開きがある; その差は60人.
_APART = re.compile("(?:の|もの)?(?:差|開き|隔たり)(?!引)")
_GAP = re.compile("(?:その|両[一-龥]{1,2}の|[一-龥]{1,4}間の)?(?:差|開き)は、?約?$")
_OVER = re.compile("[)](?:を|より)、?約?")
_IS_WITH = re.compile("(?:で(?:あり)?|と(?:なり)?)、[^、。0-9]{1,20}[(]")
# 観光客600万人から宿泊客216万人を除いた384万人.
_TAKEN = re.compile("を?(?:除いた|除く|差し?引いた|引いた|控除した)(?:残りの?)?約?")
_FROM = re.compile("から|のうち、?")
# 2千万円であり、大学（4千万円）の2分の1.
_OF_IT = re.compile(r"[)]?の約?")
# Behind two numbers: what is told next is told of both.
_TOGETHER = re.compile("を?(?:との和|の和|の合計|の計|合わせ|足し|合計し)")
_IS = re.compile("余り|強|弱|程度|近く|に(?:当た|相当|とどま|す|満|過)|で(?:ある|あり|、|。)|と|。|を(?:超え|上回|下回)|$")
_NET = re.compile("差し?引き?(?:で|すると|、)?約?$")
# Between the numbers of a list, and behind its last.
_NEXT = re.compile(r"[)]?(?:、|と|や|及び|並びに)+[^、。はがもを0-9]{1,12}[はが(]?")
_SUMS_UP = re.compile(r"[)]?(?:の|を)?、?(?:合計|合わせて?|総計|総数|計)(?:する|した|すと|ると|た)?[はでがと]?、?約?")
_SOME = re.compile("など|等|うち|ほか")
_LIST = 3  # numbers
_MOST = 3  # bearers of one number
_AMOUNTS = frozenset({"number", "share"})


def sum_told(sentence: Sentence, own: Cue) -> tuple[Bearer, ...]:
    """The sum, or the difference, of the two numbers of its unit before a number; () where the sentence tells neither."""
    claim = own.claim
    if told := _ratio(sentence, own) or _taken(sentence, own) or _of_list(sentence, own) or _beyond(sentence, claim):
        return told
    added = _BOTH.search(sentence.words, 0, claim.start) is not None
    apart = _APART.match(sentence.words, claim.end) or _GAP.search(sentence.words, 0, claim.start)
    if not claim.unit or not (added or apart):
        return ()
    before = [one for one in sentence.numbers if one.end <= claim.start and _is_alike(one, claim)]
    if claim.kind not in _AMOUNTS or len(before) < 2:
        return ()
    if not all(_is_borne(sentence, own, one, any_way=not added) for one in before[-2:]):
        return ()
    first, second = ((one.low or Decimal(0), one.high or Decimal(0)) for one in before[-2:])
    low, high = first[0] + second[0], first[1] + second[1]
    if not added:
        greater, smaller = sorted((first, second), reverse=True)
        low, high = greater[0] - smaller[1], greater[1] - smaller[0]
    how = "said_sum" if added else "said_difference"
    return (Bearer(how, tuple(one.text for one in before[-2:]), low, high),) if high > low else ()


def _beyond(sentence: Sentence, claim: Claim) -> tuple[Bearer, ...]:
    """How far the two numbers right before a claim are apart: 計は700億円で、電子の計（680億円）を20億円上回る."""
    before = [one for one in sentence.numbers if one.end <= claim.start]
    if len(before) < 2 or not EXCEEDS.match(sentence.words, claim.end):
        return ()
    above, below = before[-2:]
    named = _IS_WITH.fullmatch(sentence.words, above.end, below.start)
    if named is None or _OVER.fullmatch(sentence.words, below.end, claim.start) is None:
        return ()
    alike = same_unit(above.unit, below.unit) and same_unit(below.unit, claim.unit)
    if not alike or not above.kind == below.kind == "number":
        return ()
    (low, high), (least, most) = _added([above]), _added([below])
    return (Bearer("said_difference", (above.text, below.text), low - most, high - least),)


def _taken(sentence: Sentence, own: Cue) -> tuple[Bearer, ...]:
    """What is left of a number where another is taken from it, both told right before."""
    before = [one for one in sentence.numbers if one.end <= own.claim.start]
    if own.claim.kind != "number" or len(before) < 2 or not all(_is_alike(one, own.claim) for one in before[-2:]):
        return ()
    whole, part = before[-2:]
    told = _TAKEN.fullmatch(sentence.words, part.end, own.claim.start) and _FROM.match(sentence.words, whole.end)
    if not told:
        return ()
    wholes, parts = (_known(sentence, own, number) for number in (whole, part))
    return tuple(
        Bearer("said_difference", (whole.text, part.text), one.low - other.high, one.high - other.low)
        for one in wholes
        for other in parts
    )


def _of_list(sentence: Sentence, own: Cue) -> tuple[Bearer, ...]:
    """The sum of three numbers or more, each behind its name, which the claim sums up: 水産3件、農産5件及び畜産2件の計10件.

    () where the table has the claim, but not all of the list: then one of these may be wrong.
    """
    claim = own.claim
    before = [one for one in sentence.numbers if one.end <= claim.start]
    if claim.kind != "number" or not before or not _SUMS_UP.fullmatch(sentence.words, before[-1].end, claim.start):
        return ()
    first = len(before) - 1
    while first and _NEXT.fullmatch(sentence.words, before[first - 1].end, before[first].start):
        first -= 1
    listed = [one for one in before[first:] if _is_alike(one, claim)]
    if len(listed) < max(_LIST, len(before) - first) or _SOME.search(sentence.words, listed[0].end, claim.start):
        return ()
    known = all(any(fact.bears(one) for fact in own.table.facts) for one in listed)
    if not known and any(bearer.bears(claim) for bearer in bearers(own, ())):
        return ()
    low, high = _added(listed)
    return (Bearer("said_sum", tuple(one.text for one in listed), low, high),)


def _ratio(sentence: Sentence, own: Cue) -> tuple[Bearer, ...]:
    """How many times, or what part of, the number right before it the number before that is."""
    claim = own.claim
    before = [one for one in sentence.numbers if one.end <= claim.start and one.kind == "number" and one.unit]
    if claim.kind not in ("multiple", "share") or len(before) < 2:
        return ()
    if not _OF_IT.fullmatch(sentence.words, before[-1].end, claim.start):
        return ()
    value, base = before[-2:]
    if _TOGETHER.match(sentence.words, value.end):
        return _ratio_of_both(before[-3:], claim)
    known = _is_alike(value, base) and (claim.kind == "multiple" or _IS.match(sentence.words, claim.end))
    if not known or "%" in base.unit:
        return ()
    # What bears the two out is known better than they print it: 2千万円 of 240百万円 for 12件.
    values, bases = (_bearers(sentence, own, number)[:_MOST] for number in (value, base))
    scale = 100 if claim.kind == "share" else 1
    return tuple(
        Bearer("said_ratio", (value.text, base.text), scale * one.low / other.high, scale * one.high / other.low)
        for one in values
        for other in bases
        if one.low > 0 and other.low > 0
    )


def _ratio_of_both(three: Sequence[Claim], claim: Claim) -> tuple[Bearer, ...]:
    """How many times, or what part of, the last of three numbers the first two are together."""
    if len(three) < 3 or not all(_is_alike(one, three[-1]) for one in three):
        return ()
    (low, high), (least, most) = _added(three[:2]), _added(three[2:])
    scale = 100 if claim.kind == "share" else 1
    of = tuple(one.text for one in three)
    return (Bearer("said_ratio", of, scale * low / most, scale * high / least),) if least > 0 else ()


def _added(numbers: Sequence[Claim]) -> tuple[Decimal, Decimal]:
    """The least and the greatest that some numbers come to; what is counted one by one comes to just so many."""
    low, high = (sum((end or Decimal(0) for end in ends), Decimal(0)) for ends in zip(*map(_ends, numbers), strict=True))
    if high - low == len(numbers) and all(is_counted(one.unit) for one in numbers):
        return (low + high) / 2, (low + high) / 2
    return low, high


def _ends(claim: Claim) -> tuple[Decimal | None, Decimal | None]:
    return claim.low, claim.high


def is_net(sentence: Sentence, claim: Claim) -> bool:
    """Whether a change is what two others before it come to: 計106億円増える一方、計26億円減り、差引き80億円の増."""
    if claim.kind != "change" or not _NET.search(sentence.words, 0, claim.start):
        return False
    before = [one for one in sentence.numbers if one.end <= claim.start and one.kind == "change" and one.unit == claim.unit]
    ends = [(one.low, one.high) for one in before[-2:] if one.low is not None and one.high is not None]
    return len(ends) == 2 and claim.admits(sum((low + high for low, high in ends), Decimal(0)) / 2)


def _is_alike(one: Claim, claim: Claim) -> bool:
    return one.kind == claim.kind and same_unit(one.unit, claim.unit) and None not in (one.low, one.high)


def _is_borne(sentence: Sentence, own: Cue, value: Claim, any_way: bool) -> bool:
    return any(any_way or bearer.how in ("cell", "share") for bearer in _bearers(sentence, own, value))


def _known(sentence: Sentence, own: Cue, value: Claim) -> list[Bearer]:
    """What bears a number out, or, where nothing does, the number as it is printed."""
    printed = Bearer("statement", (value.text,), value.low or Decimal(0), value.high or Decimal(0))
    return _bearers(sentence, own, value)[:_MOST] or [printed]


def _bearers(sentence: Sentence, own: Cue, value: Claim) -> list[Bearer]:
    of_value = cue(sentence.words, sentence.claims, value, own.table)
    return [bearer for bearer in bearers(of_value, ()) if bearer.bears(value)]
