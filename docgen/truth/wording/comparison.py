"""What a sentence compares a value with: 前年を上回る, 100人を超える, 輸出より多い, 4％以上に達している."""

from __future__ import annotations

from collections.abc import Iterator

import docgen.patterns as re
from docgen.sentences.beginnings import at_beginnings
from docgen.sentences.claim import Claim
from docgen.truth.sentence import Sentence
from docgen.truth.wording.parts import part_before
from docgen.truth.wording.stated import is_planned
from docgen.value import value

_ABOVE = (
    "上回[るりっ]|超え(?:[るたて、]|$|ており)|超過|凌|しのい|突破|多[いくかけ]|高[いくかけ]|大き[いかけ]|大きく(?!上|下"
    "|変)|長[いくかけ]|広[いくかけ]|厚[いくかけ]|重[いくかけ]"
)
_BELOW = (
    "下回[るりっ]|割り込|割っ|少な[いくかけ]|低[いくかけ]|小さ[いくかけ]|短[いくかけ]|狭[いくかけ]|薄[いくかけ]|軽[いくかけ]|届か(?:ず|な)|及ば(?:ず|な)|満た(?:ず|な)"
    "|達しな|達してい?な|達しておらず"
)
_AT_LEAST = "乗(?:っ|せ)|達し(?:た|て(?!い?な|おらず)|、|$)|到達し|届い"
_RELATION = at_beginnings(
    f"(?<!最も)(?<!番目に)(?<!次いで)(?:(?P<below>{_BELOW})|(?P<above>{_ABOVE})|(?P<least>{_AT_LEAST}))"
)
_DENIED = re.compile(
    r"(?:って|えて|り|え|て)?(?:は|も)?(?:いない|いません|おらず|いなかった|ない|なかった)|らない|らなかった|らず"
    r"|わけではな|とは(?:い|言)え"
)
_TO = re.compile(
    r"(?:を|にも?|には|よりも?|まで(?:に)?は?)(?P<between>(?:(?![、。をがはに])[^()]){0,14}|.{0,2}大幅に|わずかに"
    r"|大きく)$"
)
_LAST = re.compile(r"[^、。がはもをに]*$")
_SAID = re.compile("(?:である|であり|だ|で、|で。|となっ|となり|。|$|を占め|に上)")
_BOUND = re.compile(r"(?:以上|以下|未満|超|を超え|を割)$")
_BEFORE = re.compile(
    r"(?P<word>(?:前年|前年度|昨年|昨年度|前回|前期)(?:同[期月])?(?:調査)?)(?:の(?:水準|値|実績|数値|割合|件数|人数"
    r"|額))?$"
)
# Before a number that something is compared with: whose it is.
_OWNER = re.compile(r"[^、。がはもをに\d]{1,12}の$")
# Before a period that something else is compared with: B市の of A市は、B市の10年前の水準を上回る.
_OTHER = re.compile(r"(?:(?<=[がはも])|(?<=[がはも]、))[^、。がはもをに\d]{1,12}の$")
_LEVEL = re.compile(r"の(?:水準|値|実績|数値|同[期月])(?:\([^()]*\))?$")
_TARGET = re.compile(
    r"(?:(?:目標|計画|予算|見込|定員|基準|想定|平均|上限|下限|全国)(?:値|額|件数|人数|水準)?(?:である|[のはをがに(:約、])*"
    r"|(?:増加|減少|増減|上昇|低下|差|幅|伸び|当たり)(?:[のはがを]|数は|額は|率は)*)$"
)

# A gain, with its number in brackets, is no value of a table.
_GAIN = re.compile(r"(?:伸び|増加|減少|上昇|低下|増減)(?:率|幅|数|量|額)?(?:\([^()]*\))$")
# A part of a label is no label: 最大電力の半分を超える.
_PART = re.compile("の(?:約|ほぼ)?(?:半分|半数)$")
# Behind a period: it is when something is so, and no part of what it is compared with.
_UNTIL = re.compile("(?:末|の)?(?:まで(?:は)?|時点(?:で(?:は)?)?|現在(?:で(?:は)?)?|当時|以降(?:は)?|以前(?:は)?)、?")
_NEXT = re.compile("次|続い|並")
_MEAN = re.compile("全国|平均")


@value(frozen=True, slots=True)
class Comparison:
    """What ``words[at:end]`` says of a value: ``sign`` 1 for above, -1 for below, ``or_equal`` where it may be the same.

    What it is compared with stands in ``words[start:to]``: a number (``number``), a period (``period``), the period before
    (``before``), or else words, which may be a label. ``begin`` is where its part of the sentence begins. ``owned`` tells
    that words before that period say whose it is.
    """

    begin: int
    start: int
    to: int
    at: int
    end: int
    sign: int
    or_equal: bool
    number: Claim | None
    period: Claim | None
    before: bool
    owned: bool = False


def comparisons(sentence: Sentence) -> Iterator[Comparison]:
    """The comparisons of a sentence, without those of what is planned, or with a target."""
    words = sentence.words
    for match in _RELATION.finditer(words):
        at, end = match.span()
        begin = part_before(words, at)
        to = _TO.search(words, begin, at)
        # 東市に次いで高い is below it.
        to = None if to and _NEXT.search(to["between"] or "") else to
        sign = -1 if match["below"] else 1
        denied = not match["below"] and _DENIED.match(words, end) is not None
        claim = _bounded(sentence, at)
        if claim is None and to is None:
            continue
        place = claim.end if claim else to.start() if to else at
        number = claim.start if claim else _number_at(sentence, place)
        aimed = _TARGET.search(words, max(begin, place - 16), number)
        # 全国平均を上回る is held against the row of that name, if there is one.
        if _GAIN.search(words, begin, to.start() if to else at) or (to and _PART.search(words, begin, to.start())):
            continue
        if is_planned(words, at, end) or (aimed and not (number == place and _MEAN.match(aimed.group()))):
            continue
        if denied:
            sign, or_equal = -sign, not match["least"]
        else:
            or_equal = bool(match["least"])
        yield _with(sentence, (begin, place, at, end), sign, or_equal, claim)
    yield from _alone(sentence)


def _number_at(sentence: Sentence, end: int) -> int:
    """Where the number that ends at ``end`` begins; ``end`` where none does."""
    return next((claim.start for claim in sentence.claims if claim.end == end and claim.kind != "period"), end)


def _bounded(sentence: Sentence, at: int) -> Claim | None:
    """The number that already has を超え in it: 100人を超え."""
    return next((claim for claim in sentence.claims if claim.start < at < claim.end and claim.kind != "period"), None)


def _with(
    sentence: Sentence, places: tuple[int, int, int, int], sign: int, or_equal: bool, bounded: Claim | None
) -> Comparison:
    begin, to, at, end = places
    words = sentence.words
    before = _BEFORE.search(words, begin, to)
    level = _LEVEL.search(words, begin, to)
    ends = level.start() if level else to
    claims = [claim for claim in sentence.claims if begin <= claim.start and claim.end == ends]
    number = bounded or next((claim for claim in claims if claim.kind not in ("period", "identifier", "duration")), None)
    period = next((claim for claim in claims if claim.kind == "period"), None)
    if number is not None and bounded is None and words[number.end - 2 : number.end] in ("以上", "以下", "未満"):
        sign, or_equal = (1, True) if "以上" in number.text else (-1, "以下" in number.text)
    starts = [claim.start for claim in (number, period) if claim] + ([before.start()] if before else [])
    start = min(starts) if starts else _noun(sentence, begin, to)
    if number is not None and (own := _dated(sentence, begin, number)) is not None:
        period, start = own, own.start
    if (owner := (_OWNER if number is not None else _OTHER).search(words, begin, start)) is not None:
        start = owner.start()
    owned, of_before = owner is not None and bool(starts), before is not None and number is None
    return Comparison(begin, start, to, at, end, sign, or_equal, number, period, of_before, owned)


def _dated(sentence: Sentence, begin: int, number: Claim) -> Claim | None:
    """The period of the number that something is compared with: 前年度 of 前年度の210件を上回る."""
    for claim in sentence.claims:
        joined = sentence.words[claim.end : number.start] in ("の", "における", "")
        if claim.kind == "period" and begin <= claim.start and claim.end <= number.start and joined:
            return claim
    return None


def _noun(sentence: Sentence, begin: int, to: int) -> int:
    """Where what something is compared with begins, behind the time when it is so: B国 of 2018年までB国を下回っていた."""
    match = _LAST.search(sentence.words, begin, to)
    start = match.start() if match else to
    dated = [one.end for one in sentence.claims if one.kind == "period" and start <= one.start and one.end < to]
    told = _UNTIL.match(sentence.words, dated[-1]) if dated else None
    return told.end() if told is not None and told.end() < to else start


def _alone(sentence: Sentence) -> Iterator[Comparison]:
    """Numbers with 以上 or 未満 that are said of something: 4％以上である."""
    words = sentence.words
    for claim in sentence.claims:
        match = _BOUND.search(words, claim.start, claim.end)
        said = _SAID.match(words, claim.end) if match else None
        if claim.kind in ("number", "share", "ratio") and match and said and not match.group().startswith("を"):
            sign = -1 if match.group() in ("以下", "未満") else 1
            begin = part_before(words, claim.start)
            if not _TARGET.search(words, max(begin, claim.start - 16), claim.start):
                at = match.start()
                equal = match.group() in ("以上", "以下")
                yield Comparison(begin, claim.start, at, at, claim.end, sign, equal, claim, None, False)
