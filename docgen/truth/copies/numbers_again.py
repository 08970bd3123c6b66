"""The numbers of a copy, and the periods that they are of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import permutations

import docgen.patterns as re
from docgen.bearing.base_units import same_unit
from docgen.bearing.bearer import Bearer
from docgen.bearing.evidence import Evidence, Statement
from docgen.breach import Breach
from docgen.model.period import Period
from docgen.sentences.claim import Claim
from docgen.sentences.claims import claims
from docgen.truth.as_bound import as_bound
from docgen.truth.context import is_to_go
from docgen.truth.copies.alike import statements_of
from docgen.truth.copies.durations_again import durations_again
from docgen.truth.nearly import SURE, nearly
from docgen.truth.sentence import Sentence
from docgen.truth.spelled import spelled
from docgen.value import value

_KINDS = frozenset({"number", "share", "points", "multiple", "change", "rank", "ratio", "base", "duration"})
_AT_A_TIME = frozenset({"number", "share", "ratio", "rank"})
_YEARS = frozenset({"年", "年間", "か年"})
_AMOUNTS = frozenset({"number", "ratio", "base"})
_AGAINST = re.compile("当たり|あたり|につき|ごと|を?(?:下回|上回|超え|超過|突破|割り込|切[りっる]|弱|余り|程度)")
_AT = re.compile("までに|に(?!比|対|引)|時点|現在|における|[)]")
_EACH = re.compile("当たり|あたり|平均|毎|につき")
_TURN = re.compile("[^、。]{0,4}?(?:増加|減少|上昇|低下|拡大|縮小|増え|減[りっる]|増|減)(?:した|している|となった)?")
_WORD = re.compile(r"[一-龥々]{2,}|[ァ-ヴー]{2,}")
_SAYS_NOTHING = re.compile(
    "再掲|まとめ|概要|要旨|要点|要約|総括|増加|減少|達[しす]|時点|年度|年間|推移|上昇|低下|倍|比較|調査|結果|示|希望|完了|対象"
)


@value(frozen=True, slots=True)
class _Source:
    """What a sentence says again: a statement and its numbers."""

    statement: Statement
    sure: bool
    numbers: tuple[Claim, ...]


def numbers_again(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A number of a copy that its original has otherwise, or of another period, or with the other sign.

    A sentence is a copy if it says so (再掲, まとめ) and shares words with another, or shares most of them. What can be
    computed of the original is no other number, nor is what a table of an opened deck has.
    """
    statements = statements_of(evidence)
    cells = {(fact.unit, fact.value) for table in evidence.tables if table.where is not None for fact in table.facts}
    for sentence in sentences:
        sources = [_source(*like) for like in statements.like(sentence)] if sentence.numbers else []
        for number in sentence.numbers if sources else ():
            claim = as_bound(sentence, number)
            if (claim.unit, _middle(claim)) in cells or sentence.is_aside(claim) or is_to_go(sentence, claim):
                continue
            if claim.kind in _KINDS and not (claim is number and _AGAINST.match(sentence.words, claim.end)):
                breach = _judged(sentence, _dated(claim, sentence), sources)
                if breach is not None:
                    yield breach
        yield from durations_again(sentence, statements)


def _dated(claim: Claim, sentence: Sentence) -> Claim:
    """A claim at its period, or at the only one that its sentence names."""
    periods = [one for one in sentence.claims if one.kind == "period"]
    if claim.period is not None or len(periods) != 1 or not _AT.match(sentence.words, periods[0].end):
        return claim
    return replace(claim, period=periods[0].period)


def _source(statement: Statement, sure: bool) -> _Source:
    return _Source(statement, sure, tuple(claim for claim in claims(statement.text) if claim.kind in _KINDS))


def _judged(sentence: Sentence, claim: Claim, sources: Sequence[_Source]) -> Breach | None:
    same = [(other, source) for source in sources for other in source.numbers if _is_alike(claim, other)]
    meeting = [(other, source) for other, source in same if _meets(other, claim)]
    if any(_at_once(claim.period, other.period) for other, _ in meeting):
        return None
    at_once = [(other, source) for other, source in same if _at_once(claim.period, other.period)]
    if meeting and not (at_once and claim.period):
        telling = claim.kind in _AT_A_TIME and (meeting[0][1].sure or len(re.findall(r"\d", claim.text)) >= SURE)
        return _of_another_period(sentence, claim, *meeting[0]) if telling else None
    turned = [(other, source) for other, source in at_once if _meets(_turned(other), claim) and claim.kind == "change"]
    if turned:
        turn = _TURN.match(sentence.words, claim.end)
        return _breach(sentence, claim.start, turn.end() if turn else claim.end, *turned[0])
    if not same and (other_unit := _of_another_unit(sentence, claim, sources)) is not None:
        return _breach(sentence, claim.start, claim.end, *other_unit)
    if not at_once or any(_is_derived(claim, source.numbers, sentence.words) for source in sources):
        return None
    slips = [(other, source) for other, source in at_once if nearly(claim, _bearer(other))]
    surely = [source for source in sources if source.sure]
    if slips or (surely and (meeting or _of_same(sentence, claim, surely))):
        return _breach(sentence, claim.start, claim.end, *(slips or at_once)[0])
    return None


def _is_alike(claim: Claim, other: Claim) -> bool:
    kinds = claim.kind == other.kind or {claim.kind, other.kind} <= _AMOUNTS
    return kinds and same_unit(claim.unit, other.unit) and other.low is not None and other.high is not None


def _of_another_unit(sentence: Sentence, claim: Claim, sources: Sequence[_Source]) -> tuple[Claim, _Source] | None:
    """The number of an original that has the same digits and another unit."""
    found = [
        (other, source)
        for source in sources
        if source.sure and claim.unit != "つ"
        for other in source.numbers
        if (unit := claim.unit.partition("/")[0]) and not same_unit(other.unit, unit)
        if not (unit in _YEARS and other.unit in _YEARS)
        # 七つの市 of 7市.
        if not sentence.words.startswith(f"の{other.unit}", claim.end)
        if (other.low, other.high) == (claim.low, claim.high)
    ]
    return found[0] if len(found) == 1 else None


def _meets(other: Claim, claim: Claim) -> bool:
    return _bearer(other).bears(claim)


def _bearer(other: Claim) -> Bearer:
    return Bearer("statement", (), other.low or Decimal(0), other.high or Decimal(0))


def _turned(other: Claim) -> Claim:
    low, high = other.low, other.high
    return replace(other, low=None if high is None else -high, high=None if low is None else -low)


def _at_once(first: Period | None, second: Period | None) -> bool:
    return first is None or second is None or (first.start <= second.end and second.start <= first.end)


def _is_derived(claim: Claim, numbers: Sequence[Claim], words: str) -> bool:
    """Whether a claim is what is left of a share, or a difference, sum, share, multiple or ratio of two of the numbers."""
    if claim.low is None or claim.high is None:
        return False
    if any(number.kind == "share" and claim.admits(100 - _middle(number)) for number in numbers):
        return True
    for first, second in permutations(numbers, 2):
        one, other = _middle(first), _middle(second)
        if not (same_unit(first.unit, second.unit) or _is_kin(first, second)):
            if other and _EACH.search(words) and claim.admits(one / other):
                return True
            continue
        longer = max(first.unit, second.unit, key=len)
        values = [one - other, one + other] if same_unit(claim.unit, longer) else []
        if other and claim.unit in ("%", "倍", ""):
            values += [100 * one / other, 100 * (one - other) / other] if claim.unit == "%" else [one / other]
        if any(claim.admits(value) or claim.admits(abs(value)) for value in values):
            return True
    return any(_is_whole(claim, part, share) for part, share in permutations(numbers, 2) if share.kind == "share")


def _is_whole(claim: Claim, part: Claim, share: Claim) -> bool:
    """Whether a claim is what a number and its share leave for the whole: 700人 of 510人で、受講者の72.9%."""
    of_whole = _middle(share)
    if part.kind == "share" or not same_unit(claim.unit, part.unit) or not 0 < of_whole <= 100:
        return False
    return claim.admits((100 * _middle(part) / of_whole).quantize(Decimal(1)))


def _is_kin(first: Claim, second: Claim) -> bool:
    """Whether two counters count alike, the one more kinds than the other: 28市町村 and 3市町."""
    shorter, longer = sorted((first.unit, second.unit), key=len)
    return len(shorter) > 1 and longer.startswith(shorter)


def _middle(claim: Claim) -> Decimal:
    ends = [end for end in (claim.low, claim.high) if end is not None]
    return sum(ends, Decimal(0)) / len(ends) if ends else Decimal(0)


def _of_same(sentence: Sentence, claim: Claim, sources: Sequence[_Source]) -> bool:
    """Whether all that a clause says of a number stands in one of the originals, too."""
    start = max(sentence.words.rfind(sign, 0, claim.start) for sign in "、。;") + 1
    # What the sentence is about, and what its clause says.
    said = f"{sentence.words.partition('は')[0]}、{sentence.words[start : claim.start]}"
    words = _WORD.findall(_SAYS_NOTHING.sub("、", said))
    return any(all(word in source.statement.text for word in words) for source in sources)


def _of_another_period(sentence: Sentence, claim: Claim, other: Claim, source: _Source) -> Breach:
    """The number with the period that the sentence gives it."""
    named = [one for one in sentence.claims if one.kind == "period" and one.period == claim.period]
    start = min([claim.start, *(one.start for one in named[-1:])])
    end = max([claim.end, *(one.end for one in named[-1:])])
    return sentence.breach(
        "copy-not-equal.period",
        sentence.spot(start, end),
        written=sentence.words[start:end],
        right=str(other.period),
        original=source.statement.text,
    )


def _breach(sentence: Sentence, start: int, end: int, other: Claim, source: _Source) -> Breach:
    return sentence.breach(
        "copy-not-equal.number",
        sentence.spot(start, end),
        written=sentence.words[start:end],
        right=spelled(_middle(other), other.unit),
        original=source.statement.text,
    )
