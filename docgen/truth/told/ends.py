"""The older and the newer period that a change is between, by the words of its sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import docgen.patterns as re
from docgen.bearing.base_units import same_unit
from docgen.bearing.cue import Cue, same_period
from docgen.bearing.fact import Fact
from docgen.bearing.times import is_stretch
from docgen.model.period import Period
from docgen.sentences.periods import shifted
from docgen.truth.told.announced import is_growth
from docgen.truth.told.distance import EXCEEDS, OVER
from docgen.truth.told.years_lasting import years_lasting

_CHANGES = frozenset({"change", "points", "multiple"})
_BEFORE_IT = re.compile(
    r"(?:(?P<any>前回(?:調査)?|前期)|前年度?末?(?:同期|同月末?)?|(?<=[(（])同|(?P<again>同))(?:[比差]で?|増減|から|より|[にと]比べて?|の|を)?[(は、]?約?$"
)
_OF_LAST = re.compile(r"(?:前年度?(?:同期|同月)?|前回(?:調査)?|前期)(?:比|から|より|[\d.,]+[%倍])")
_OVER_YEAR = re.compile("の(?:1|一)年間(?:で|に)(?:は)?、?(?:[^、。0-9]{1,10}[はが]、?)?約?$")
_YEARS = re.compile(r"(?:この)?(?P<years>\d{1,2})(?:年間|か年|年)で約?")
_AFTER = re.compile(r"[たるだ](?:後|のち)(?:に|、)")
# What is told of the time before another is between years that no words name.
_EARLIER = re.compile(r"その前の[^。]*$|それ以前の[^。]*$")
# The periods at the end of a sentence in brackets are those of all that it tells.
_ASIDE = re.compile(r"[(（][^()（）]*\d[^()（）]*(?:→|～|から|、|と|及び)[^()（）]*[)）]。?$")
_LEADS = re.compile("(?:増|減)の約?[0-9]")
# Behind a period: what follows is compared with it.
_SINCE = re.compile(r"から|より|に比べ|と比べ|比|に対し|の水準|以降|の約?$|を[^、。]*$")
_TWO = 2


def ends(own: Cue, ordered: list[Fact]) -> Iterator[tuple[Period, Period]]:
    """The older and the newer period that a change is between, of those of a series."""
    if _EARLIER.search(own.sentence, 0, own.claim.start):
        return
    if (over := _over(own)) is not None:
        yield over
        return
    # 2022年度末までの2年間で170%増の81台 is no change of the last year.
    told = list(_before_it(own, ordered)) or list(_of_years(own, ordered)) or list(_of_last_year(own, ordered))
    told = told or list(_of_growth(own, ordered))
    then = _then(own, ordered)
    if told := told or list(years_lasting(own, ordered)) or ([then] if then else []):
        yield from told
        return
    since = _since_in_clause(own, ordered)
    if since is not None:
        yield from ((since, fact.period) for fact in ordered if fact.period and fact.period.end > since.end)
        return
    periods = sorted(own.periods, key=lambda period: period.end)
    match periods:
        case [] if own.claim.kind == "change":
            known = [fact.period for fact in ordered if fact.period]
            if len(known) == _TWO:
                yield known[0], known[1]
        case [span] if is_stretch(span):
            yield from _of_span(span, ordered)
        case [old, new] if not _has_change_of_its_own(own):
            yield old, new
        case [only] if only.kind == "fiscal_year" and _OVER_YEAR.search(own.sentence, 0, own.claim.start):
            yield from _over_year(only, ordered)
        case [only]:
            known = [fact.period for fact in ordered if fact.period]
            at = next((index for index, period in enumerate(known) if same_period(period, only)), -1)
            if 0 <= at < len(known) - 1 and _is_since(own, only):
                yield known[at], known[-1]


def _over(own: Cue) -> tuple[Period, Period] | None:
    """The period that is held against, and the one that is: 令和4年度は、令和5年度を17億円上回る; None for no such."""
    told_before = [other for other in own.others if other.kind == "period" and other.end <= own.claim.start]
    # Of a year that is named twice (3年後の2022年度) the last mention counts.
    named = sorted({other.period: other for other in told_before if other.period}.values(), key=lambda other: other.start)
    if len(named) != _TWO or not EXCEEDS.match(own.sentence, own.claim.end):
        return None
    told = OVER.fullmatch(own.sentence, named[1].end, own.claim.start)
    first, second = named[0].period, named[1].period
    return (second, first) if told and first is not None and second is not None and first.end < second.end else None


def _before_it(own: Cue, ordered: list[Fact]) -> Iterator[tuple[Period, Period]]:
    """The claim's period and the one before it, where the words right before the number say so: 前回比, （同14.3％増）."""
    match = _BEFORE_IT.search(own.sentence, 0, own.claim.start)
    known = [fact.period for fact in ordered if fact.period]
    if match is None:
        return
    # 前年度末 counted from the sentence before: the year behind it is told of.
    last = [one.period for one in own.others if one.kind == "period" and one.start == match.start() and one.period]
    if last and last[0] in known and (after := shifted(last[0], 1)) in known:
        yield last[0], after
        return
    told = own.claim.period or _when_led_to(own, ordered)
    if told not in known:
        return
    if match["again"] and not _OF_LAST.search(own.sentence, 0, match.start()):
        return
    at = known.index(told)
    if match["any"] and at:
        yield known[at - 1], known[at]
    elif not match["any"] and (before := shifted(known[at], -1)) in known:
        yield before, known[at]


def _when_led_to(own: Cue, ordered: Sequence[Fact]) -> Period | None:
    """The one period at which a series has the number that a change leads to: 前年度比4.1%減の354億円; None for none."""
    leads = _LEADS.match(own.sentence, own.claim.end)
    led = next((one for one in own.others if leads and one.start == leads.end() - 1), None)
    at = [fact.period for fact in ordered if led is not None and same_unit(led.unit, fact.unit) and fact.bears(led)]
    return at[0] if len(at) == 1 else None


def _of_last_year(own: Cue, ordered: list[Fact]) -> Iterator[tuple[Period, Period]]:
    """A claim's period and the year before it, where a change leads to a number: 66百万円減の1,254百万円（2023年度）."""
    known = [fact.period for fact in ordered if fact.period]
    at = known.index(own.claim.period) if own.claim.period in known and len(own.periods) == 1 else 0
    if at and _LEADS.match(own.sentence, own.claim.end) and known[at - 1] == shifted(known[at], -1):
        yield known[at - 1], known[at]


def _of_growth(own: Cue, ordered: list[Fact]) -> Iterator[tuple[Period, Period]]:
    """A rate's one year and the year before it: 予算額の伸びは2021年度が25%."""
    known = [fact.period for fact in ordered if fact.period]
    beside = any(
        other.kind == "period"
        and other.period == own.claim.period
        and own.sentence[other.end : own.claim.start] in ("の", "が", "は", "に", "には", "では")
        for other in own.others
    )
    at = known.index(own.claim.period) if own.claim.period in known and beside else 0
    if at and own.claim.kind == "share" and known[at - 1] == shifted(known[at], -1):
        yield known[at - 1], known[at]


def _of_span(span: Period, ordered: list[Fact]) -> Iterator[tuple[Period, Period]]:
    first = [fact.period for fact in ordered if fact.period and fact.period.start == span.start]
    last = [fact.period for fact in ordered if fact.period and fact.period.end == span.end]
    if first and last and first[0] != last[0]:
        yield first[0], last[0]


def _has_change_of_its_own(own: Cue) -> bool:
    """Whether another change, between other periods, may stand in the sentence before the claim's."""
    if not own.own_period or _ASIDE.search(own.sentence):
        return False
    before = [other for other in own.others if other.kind in _CHANGES and other.end <= own.claim.start]
    # 87億円増え、伸び率は: the rate of the change that is told.
    return any(not is_growth(own.sentence[other.end : own.claim.start]) for other in before)


def _of_years(own: Cue, ordered: list[Fact]) -> Iterator[tuple[Period, Period]]:
    """The ends of so many years before or behind a named one: ３年間で59億円増え、2023年度に471億円."""
    before = [other for other in own.others if other.kind == "duration" and other.end <= own.claim.start]
    if not before or own.claim.kind not in _CHANGES or len(own.periods) > 1:
        return
    lasts = _YEARS.fullmatch(own.sentence, before[-1].start, own.claim.start)
    if lasts is None:
        return
    years, known = int(lasts["years"]), [fact.period for fact in ordered if fact.period]
    for old in known:
        for new in known:
            named = own.claim.period in (old, new) or own.claim.period is None
            if named and new.end.year - old.end.year == years:
                yield old, new


def _then(own: Cue, ordered: Sequence[Fact]) -> tuple[Period, Period] | None:
    """The end of the change told before and the claim's period, where one follows the other: 減った後、2023年度には…."""
    told = [other for other in own.others if other.kind in _CHANGES and other.end <= own.claim.start]
    match = _AFTER.search(own.sentence, told[-1].end, own.claim.start) if told else None
    named = [other for other in own.others if other.kind == "period" and other.period and other.end <= own.claim.start]
    before = [other.period for other in named if match and other.end <= match.start()]
    behind = [other.period for other in named if match and other.start >= match.start()]
    if not before or len(behind) != 1 or before[-1] is None or behind[0] is None:
        return None
    end = next((fact.period for fact in ordered if fact.period and fact.period.end == before[-1].end), before[-1])
    return end, behind[0]


def _since_in_clause(own: Cue, ordered: list[Fact]) -> Period | None:
    """The one period of the claim's clause, where it is what others are held against, and others stand before it."""
    begin = own.sentence.rfind("、", 0, own.claim.start) + 1
    named = [other for other in own.others if other.kind == "period" and begin <= other.start < own.claim.start]
    if len(named) != 1 or named[0].period is None or len(own.periods) < 2:
        return None
    return named[0].period if own.sentence.startswith("の水準を", named[0].end) else None


def _over_year(year: Period, ordered: list[Fact]) -> Iterator[tuple[Period, Period]]:
    """The ends of the fiscal year before and of a year: 2022年度の1年間で, of a series of such ends."""
    ends = {fact.period.number: fact.period for fact in ordered if fact.period and fact.period.kind == "fiscal_year_end"}
    if year.number in ends and year.number - 1 in ends:
        yield ends[year.number - 1], ends[year.number]


def _is_since(own: Cue, period: Period) -> bool:
    named = [other for other in own.others if other.kind == "period" and other.period == period]
    return any(
        other.end <= own.claim.start and _SINCE.match(own.sentence[other.end : own.claim.start]) for other in named
    )
