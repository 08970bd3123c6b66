"""Comparisons that the values do not bear out: 前年を上回る of what fell, 100人を超える of 98人."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import docgen.patterns as re
from docgen.bearing.base_units import same_unit
from docgen.bearing.evidence import Evidence
from docgen.bearing.times import is_stretch
from docgen.breach import Breach, Spot
from docgen.model.period import Period
from docgen.sentences.claim import Claim
from docgen.truth.near import Near, near
from docgen.truth.sentence import Sentence
from docgen.truth.spelled import spelled
from docgen.truth.wording.comparison import Comparison, comparisons
from docgen.truth.wording.every import is_quantified
from docgen.truth.wording.members import Held, compared, members_of, period_named
from docgen.truth.wording.scope import Said, at_all_periods, breach_of
from docgen.truth.wording.subject import subject_of

# Behind a comparison that only tells which things are meant: 1割に満たない負担源は.
_MODIFIES = re.compile(
    "(?:い|かった|る|た|って?いる|って?いた)?(?!水準|結果|伸び|規模|形|見込|こと|もの|高|値|状況)[一-龥ァ-ヴー]{1,8}[はがもを]"
)
_PAST = re.compile("(?:(?<=[たる])|[んっえ]?(?:て?い)?(?:[だたるい]|かった))(?:の(?:は|が))?、?")
_WHEN = re.compile("(?:(?<=[たる])|[んっえ]?(?:て?い)?(?:[だたるい]|かった))(?:の|年度?)は、?")
_AND = re.compile("と|、|・|及び|、?並びに|や")
_TOGETHER = re.compile("合わせ|合計|足し|計|全体|差|比率?")
_GOES_ON = re.compile("[りえずくし]?(?:て(?:おり)?)?、")
_EARLIER = re.compile("(?:より|以)前")
_FIRST = re.compile("初めて|はじめて")
_AT = re.compile("に(?:は)?、?|、")


def comparisons_hold(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A comparison of a value with another period, another label or a number that the values of a table contradict."""
    tables = near(evidence)
    for sentence in sentences:
        for comparison in comparisons(sentence):
            yield from _when(sentence, comparison, tables)
            if _MODIFIES.match(sentence.words, comparison.end) or _dates(sentence, comparison):
                continue
            if not is_quantified(sentence, comparison.begin, comparison.end):
                held = _contrary(sentence, comparison, tables)
                if held is not None:
                    yield _breach(sentence, comparison, held)
                yield from _first_time(sentence, comparison, tables)


def _dates(sentence: Sentence, comparison: Comparison) -> bool:
    """Whether a comparison only tells of the year right behind it what it was: 50人を割り込んだ2021年."""
    behind = (one.start for one in sentence.claims if one.kind == "period" and one.start >= comparison.end)
    return any(_PAST.fullmatch(sentence.words, comparison.end, start) for start in behind)


def _when(sentence: Sentence, comparison: Comparison, tables: Near) -> Iterator[Breach]:
    """A time that a sentence ends with as that at which something was so: 300件を超えたのは、2021年度と2022年度."""
    for at in _times_behind(sentence, comparison):
        for table in tables.spoken_of(sentence) if at.period is not None else ():
            subject = subject_of(sentence, comparison.begin, comparison.start, table)
            line = at_all_periods(table, subject) if subject is not None else []
            if subject is None or len({(one.row, one.column) for one in line}) != 1:
                continue
            told = [held for one in line if (held := compared(sentence, comparison, table, one))]
            own = next((held for held in told if held.member.period == at.period), None)
            first = _FIRST.search(sentence.words, comparison.begin, comparison.at)
            earlier = [held for held in told if first and held.holds and _is_before(held.member.period, at.period)]
            amiss = [own] if own is not None and not own.holds else earlier
            if amiss:
                yield _breach(sentence, comparison, amiss[0], sentence.spot_of(at))
                break


def _times_behind(sentence: Sentence, comparison: Comparison) -> Iterator[Claim]:
    """The periods, joined, that a sentence names behind 〜のは: 2020年度 and 2021年度 of 2020年度と2021年度."""
    match = _WHEN.match(sentence.words, comparison.end)
    end = match.end() if match else -1
    for one in sentence.claims if match else ():
        if one.kind == "period" and (one.start == end or _AND.fullmatch(sentence.words, end, one.start)):
            yield one
            end = one.end


def _is_before(first: Period | None, second: Period | None) -> bool:
    return first is not None and second is not None and first.end < second.start


def _first_time(sentence: Sentence, comparison: Comparison, tables: Near) -> Iterator[Breach]:
    """初めて of what was so before, in the table or since the period that is told (2019年度以降で初めて)."""
    words = sentence.words
    first = _FIRST.search(words, comparison.begin, comparison.at)
    if first is None:
        return
    for table in tables.spoken_of(sentence):
        subject = subject_of(sentence, comparison.begin, comparison.start, table)
        named = period_named(sentence, comparison.begin, comparison.start)
        members = at_all_periods(table, subject) if subject is not None else []
        dated = [member for member in members if member.period is not None]
        at = named.period if named is not None else max((one.period for one in dated if one.period), default=None)
        since = _since(sentence, first.start())
        before = [one for one in dated if one.period and at and one.period.end < at.start and _is_since(one.period, since)]
        if at is None or is_stretch(at) or len({(one.row, one.column) for one in dated}) != 1:
            continue
        held = [found for one in before if (found := compared(sentence, comparison, table, one)) and found.holds]
        if held:
            beside = named is not None and _AT.fullmatch(words, named.end, first.start())
            start = named.start if named is not None and beside else first.start()
            yield breach_of(sentence, Said(start, first.end(), ""), comparison, held)
            return


def _since(sentence: Sentence, end: int) -> Period | None:
    """The period since which something is told to be so for the first time."""
    before = [one for one in sentence.claims if one.kind == "period" and one.period and one.end <= end]
    since = before and re.fullmatch("(?:以降|以来)(?:で|では)?", sentence.words[before[-1].end : end])
    return before[-1].period if since else None


def _is_since(period: Period, since: Period | None) -> bool:
    return since is None or period.start > since.end


def _contrary(sentence: Sentence, comparison: Comparison, tables: Near) -> Held | None:
    found: list[Held] = []
    for table in tables.spoken_of(sentence):
        subject = subject_of(sentence, comparison.begin, comparison.start, table)
        if subject is None:
            continue
        period = period_named(sentence, comparison.begin, comparison.start) or _behind(sentence, comparison)
        if period is not None and (period.period is None or is_stretch(period.period) or _is_open(sentence, period)):
            continue
        members = members_of(table, subject, period.period if period else None)
        known = [held for member in members if (held := compared(sentence, comparison, table, member)) is not None]
        holding = [held for held in known if held.holds or _holds_as_stated(sentence, comparison, held)]
        # What is said of two by their names (東市と西市は) must hold for both.
        each = len(known) == len(members) > 1 and not _TOGETHER.search(sentence.words)
        if holding and not (each and len(holding) < len(known)):
            return None
        found += [held for held in known if held not in holding]
    return found[0] if found else None


def _is_open(sentence: Sentence, period: Claim) -> bool:
    """Whether something holds at some time before a period, no one knows which: 2021年より前は."""
    return _EARLIER.match(sentence.words, period.end) is not None


def _behind(sentence: Sentence, comparison: Comparison) -> Claim | None:
    """The period that follows a comparison which goes on to its value: 2021年 of 前年を上回り、2021年に53億円となった."""
    behind = [one for one in sentence.claims if one.kind == "period" and one.start >= comparison.end]
    return behind[0] if behind and _GOES_ON.match(sentence.words, comparison.end) else None


def _holds_as_stated(sentence: Sentence, comparison: Comparison, held: Held) -> bool:
    """Whether the sentence itself gives a number for which the comparison holds: then that number may be wrong."""
    bound = comparison.number.low if comparison.number is not None and held.other is None else None
    if bound is None and held.other is not None:
        bound = held.other.value
    for claim in sentence.claims:
        own = comparison.begin <= claim.start and claim.end <= comparison.start
        own = own and claim.kind in ("number", "share", "rank")
        if own and bound is not None and claim.low is not None and claim.high is not None:
            above = claim.low >= bound if comparison.sign > 0 else claim.high <= bound
            if above and same_unit(claim.unit, held.fact.unit):
                return True
    return False


def _breach(sentence: Sentence, comparison: Comparison, held: Held, spot: Spot | None = None) -> Breach:
    return sentence.breach(
        "comparison-against-values",
        spot or _spot(sentence, comparison),
        word=sentence.words[comparison.at : comparison.end],
        label=held.member.name,
        value=spelled(held.fact.value, held.fact.unit),
        other=_other(comparison, held),
        place="、".join(fact.place for fact in (held.fact, held.other) if fact is not None),
    )


def _spot(sentence: Sentence, comparison: Comparison) -> Spot:
    """The comparison, from the year that is told to be the first on: either may be wrong."""
    first = _FIRST.search(sentence.words, comparison.begin, comparison.at)
    named = period_named(sentence, comparison.begin, comparison.start) if first else None
    if named is not None and first is not None and named.end <= first.start():
        return sentence.spot(named.start, comparison.end)
    alone = comparison.number is comparison.period is None and not comparison.before
    return sentence.spot(comparison.start if alone else comparison.at, comparison.end)


def _other(comparison: Comparison, held: Held) -> str:
    if held.other is None:
        return comparison.number.text if comparison.number else ""
    name = " ".join(filter(None, (held.other.row, held.other.column, str(held.other.period or ""))))
    return f"{name} {spelled(held.other.value, held.other.unit)}"
