"""Between which periods of a series a sentence compares."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

import docgen.patterns as re
from docgen.bearing.cue import same_period
from docgen.bearing.times import is_stretch
from docgen.model.period import Period
from docgen.sentences.claim import Claim
from docgen.truth.sentence import Sentence
from docgen.truth.wording.parts import clauses_before
from docgen.truth.wording.series import Series
from docgen.truth.wording.vocabulary import DIRECTION
from docgen.value import value

_SINCE = re.compile(
    r"(?:[^、。]{0,14}?)(?:以降|以来|から(?!の)|より|に比べ|と比べ|に対し|を(?:境|底|ピーク|機|契機)|と比較|比)"
    r"|の(?:約|およそ|ほぼ)?(?:[0-9.]+倍|半分|水準|実績|値)"
)
_BEFORE = re.compile("前年|前年度|昨年|昨年度|前回|前期|直前")
_MODIFIES = re.compile("[しえやっいりんさてきせら]{0,4}[たるだ]")
_THEN = re.compile("その後|以後|それ以降")
# Behind what happened in a period: what follows is told of the time since.
_SINCE_THEN = re.compile("[てでただいるとり](?:以降|以来|から(?=[、は])|後|のち)|(?:以降|以来)")
_GOES_ON = re.compile("(?:に|で)?(?:も|は)?(?:また|引き続き|続けて|さらに|更に|なお|再び)?、?")
_AFTER = re.compile("[たるだ](?:後|のち)に?、$")
_LASTING = re.compile("からの([0-9]{1,2})年間")
_TWICE = re.compile(r"\(|/|=|\[")


@value(frozen=True, slots=True)
class Window:
    """From the fact at index ``first`` of a series to that at ``last``."""

    first: int
    last: int


@value(frozen=True, slots=True)
class Windows:
    """The windows that a sentence may mean; ``stated`` tells that it names both ends of the only one."""

    every: tuple[Window, ...]
    stated: bool


def windows(sentence: Sentence, begin: int, at: int, end: int, series: Series) -> Windows:
    """Between which periods of ``series`` the word ``words[at:end]``, whose part begins at ``begin``, can compare.

    None at all where a period is named that the series does not have.
    """
    last = len(series.facts) - 1
    named, own = _named(sentence, begin, at, end)
    known = [claim for claim in named if claim.period is not None]
    spans = [claim.period for claim in known if claim.period and is_stretch(claim.period)]
    if spans:
        of_span = _stated([_of_span(span, series) for span in spans[-1:]])
        until = of_span.every[0].last if of_span.every and not own else last
        # Of a part behind (減った後、増えた) the window may go on from there.
        then = () if _AFTER.search(sentence.words, 0, begin) else of_span.every
        return of_span if until >= last else Windows((*then, Window(until, last)), False)
    indices = [_index(claim.period, series) for claim in known]
    if None in indices or _two_names(sentence, known):
        return Windows((), False)
    if (since := _since_then(sentence, known, at, series)) is not None and since < last:
        return Windows((Window(since, last), Window(last - 1, last)), False)
    at_periods = sorted({index for index in indices if index is not None})
    # A period of the part before may also be that from which this part goes on.
    on: tuple[Window, ...] = ()
    if at_periods and not own and at_periods[-1] < last:
        on = (Window(at_periods[-1], last), Window(last - 1, last))
    years = _years_back(sentence, begin, at)
    if len(at_periods) > 1:
        pairs = [Window(at_periods[0], at_periods[-1])]
        if len(at_periods) > 2:
            pairs += [Window(one, other) for one, other in pairwise(at_periods)]
        return Windows((*pairs, *on), len(at_periods) == 2 and own)
    if at_periods and (lasting := _LASTING.match(sentence.words, known[-1].end)):
        # 2020年度からの2年間.
        first, years = at_periods[0], int(lasting[1])
        return _stated(Window(first, to) for to in range(first + 1, last + 1) if _apart(series, first, to) == years)
    if at_periods and own and _told_before(sentence, begin) and _GOES_ON.match(sentence.words, known[-1].end):
        # 2020年に落ち込み、2022年も減少: what goes on goes on from there.
        before, at_last = _last_named(sentence, begin, series), at_periods[0]
        if before is not None and before < at_last:
            return Windows((Window(before, at_last), Window(at_last - 1, at_last)), False)
    if at_periods:
        of_one = _of_one(sentence, begin, at, known[-1], at_periods[0], last)
        return Windows((*of_one.every, *on), of_one.stated and not on)
    if _THEN.search(sentence.words, begin, at) and (since := _last_named(sentence, begin, series)) is not None:
        return Windows((Window(since, last),), since < last)
    if years:
        return _stated([_back(series, last, years), _back(series, last, years - 1)])
    if any(_BEFORE.search(claim.text) for claim in named) or _BEFORE.search(sentence.words, begin, at):
        return Windows((Window(last - 1, last),), True)
    if last == 1:
        return Windows((Window(0, 1),), False)
    return Windows((Window(0, last), Window(last - 1, last)), False)


def _named(sentence: Sentence, begin: int, at: int, end: int) -> tuple[list[Claim], bool]:
    """The periods named in the last clauses before a word that have any, else in the brackets right behind it.

    And whether they stand in the word's own part.
    """
    periods = [claim for claim in sentence.claims if claim.kind == "period"]
    words = sentence.words
    if modified := _modified(words, end, periods):
        return modified, True
    for place, stop, own in ((begin, at, True), (0, begin, False)):
        found: list[Claim] = []
        for start, until in clauses_before(words, place, stop):
            found += [claim for claim in periods if start <= claim.start < until]
            if found and not _continues(words, start):
                break
        if found and (own or not _THEN.search(words, begin, at)):
            return sorted(found, key=lambda claim: claim.start), own
        if own and (behind := _bracketed(sentence, end, periods)):
            return behind, True
    return [], True


def _two_names(sentence: Sentence, known: Sequence[Claim]) -> bool:
    """Whether a period is called by two names that are two periods: 令和2年度(2021年度)."""
    return any(
        one.period != other.period and _TWICE.fullmatch(sentence.words, one.end, other.start)
        for one, other in pairwise(known)
    )


def _since_then(sentence: Sentence, known: Sequence[Claim], at: int, series: Series) -> int | None:
    """The place of the period since which a word is said, where the last one before it tells what happened in it.

    2020年度 of 2020年度に前年度の半数を割り込んで以降、増えている.
    """
    own = [claim for claim in known if claim.end <= at and not _BEFORE.search(claim.text)]
    if own and _THEN.search(sentence.words, own[-1].end, at):
        return _index(own[-1].period, series)
    if len(own) != 1 or len(known) < 2 or not _SINCE_THEN.search(sentence.words, known[-1].end, at):
        return None
    return _index(own[0].period, series)


def _told_before(sentence: Sentence, begin: int) -> bool:
    """Whether the part before one tells behind its period which way something went."""
    ends = [claim.end for claim in sentence.claims if claim.kind == "period" and claim.end <= begin]
    return bool(ends) and DIRECTION.search(sentence.words, ends[-1], begin) is not None


def _last_named(sentence: Sentence, begin: int, series: Series) -> int | None:
    """The place in a series of the last period that is named before ``begin``."""
    named = [claim for claim in sentence.claims if claim.kind == "period" and claim.end <= begin]
    before = [claim.period for claim in named if not _BEFORE.fullmatch(claim.text)]
    return _index(before[-1], series) if before else None


def _continues(words: str, start: int) -> bool:
    """Whether a clause continues one that names its beginning: 2018年の3件から、."""
    return bool(re.search(r"(?:(?:から|より|[にと]比べ|に対し|と比較し)て?|は)、$", words[:start]))


def _modified(words: str, end: int, periods: Sequence[Claim]) -> list[Claim]:
    """The period that the word itself tells of: 2021年度 of 増やした2021年度に."""
    match = _MODIFIES.match(words, end)
    return [claim for claim in periods if match and claim.start == match.end()]


def _bracketed(sentence: Sentence, end: int, periods: Sequence[Claim]) -> list[Claim]:
    match = re.compile(r"[^、。(]{0,12}\(([^)]*)\)").match(sentence.words, end)
    return [claim for claim in periods if match and match.start(1) <= claim.start < match.end(1)]


def _of_one(sentence: Sentence, begin: int, at: int, claim: Claim, index: int, last: int) -> Windows:
    """The windows where one period is named: since it, or up to it."""
    words = sentence.words
    if _BEFORE.fullmatch(claim.text) and index < last:
        # 2021年度に、前年度の: from the one before that of another part, to that one.
        return Windows((Window(index, index + 1),), True)
    if _SINCE.match(words, claim.end, max(at, claim.end)) and index < last:
        return Windows((Window(index, last),), True)
    next_year = words.startswith("翌", claim.start - 1) or claim.text.startswith("翌")
    if index and (next_year or _BEFORE.search(words, begin, at)):
        return Windows((Window(index - 1, index),), True)
    choices = [Window(0, index), Window(index - 1, index)] if index else [Window(0, last)]
    return Windows(tuple(dict.fromkeys(choices)), False)


def _apart(series: Series, first: int, second: int) -> int:
    one, other = (series.facts[place].period for place in (first, second))
    return other.number - one.number if one is not None and other is not None else 0


def _years_back(sentence: Sentence, begin: int, at: int) -> int:
    """How many years the part says that it compares over: 5 of 5年間で; 0 for none."""
    match = re.compile(r"([0-9]{1,2})か?年(?:間|度間|で|前|の間)(?!連続)").search(sentence.words, begin, at)
    return int(match[1]) if match else 0


def _back(series: Series, index: int, years: int) -> Window | None:
    at = series.facts[index].period
    for place, fact in enumerate(series.facts[:index]):
        if at and fact.period and at.number - fact.period.number == years:
            return Window(place, index)
    return None


def _stated(found: Iterable[Window | None]) -> Windows:
    every = tuple(window for window in found if window is not None)
    return Windows(every, len(every) == 1)


def _of_span(span: Period, series: Series) -> Window | None:
    first = next((i for i, fact in enumerate(series.facts) if fact.period and fact.period.start == span.start), None)
    last = next((i for i, fact in enumerate(series.facts) if fact.period and fact.period.end == span.end), None)
    return Window(first, last) if first is not None and last is not None and first < last else None


def _index(period: Period | None, series: Series) -> int | None:
    for index, fact in enumerate(series.facts):
        if fact.period is not None and same_period(fact.period, period):
            return index
    return None
