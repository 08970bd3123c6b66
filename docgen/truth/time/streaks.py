"""How long a series has gone one way (3年連続で増加), and since when it has not been so (2年ぶりに増加)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

import docgen.patterns as re
from docgen.bearing.cue import cue
from docgen.bearing.evidence import Evidence
from docgen.bearing.fact import Fact, FactTable
from docgen.breach import Breach
from docgen.model.period import Period
from docgen.sentences.claim import Claim
from docgen.truth.near import near
from docgen.truth.sentence import Sentence
from docgen.truth.time.series import one_label, speaks_of
from docgen.truth.wording.good import sign_of
from docgen.truth.wording.trend import Does

_UP = "増|上昇|上回|拡大|伸|高ま|上が|プラス|広が"
_DOWN = "減|低下|下回|縮小|下落|落ち|下が|マイナス|割り込|縮ま"
_WENT = rf"[^、。\d]{{0,12}}?(?:(?P<rise>{_UP})|(?P<fall>{_DOWN})|(?P<better>改善|好転)|(?P<worse>悪化))"
_WAYS = {
    "連続": re.compile(rf"度?連続(?:して|で|の|となる)?{_WENT}"),
    "ぶり": re.compile(rf"度?ぶり(?:に|の|となる){_WENT}"),
}
_FEWEST = 2
_FROM = re.compile("(?:以降|以来|から|より|を[境底]に|を(?:境|底|ピーク)として)(?:は|の)?、?")
# Between a period and a streak: the streak comes later.
_UNTIL = re.compile("までの?、?")
_GOES_ON = re.compile("後|以来|以降|まで|から|より|を境に|を底に")


def streaks_of_series(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """So many years running, or since, that the series of the slide's table counts otherwise.

    A series that begins within the streak leaves open how long it is: only a longer one than told is found.
    """
    tables = near(evidence)
    for sentence in sentences:
        for claim in sentence.claims:
            if claim.kind != "duration" or "年" not in claim.unit:
                continue
            for way, pattern in _WAYS.items():
                if match := pattern.match(sentence.words, claim.end):
                    yield from _judged(way, sentence, claim, match, tables.on_page(sentence))


def _judged(
    way: str, sentence: Sentence, claim: Claim, match: re.Match[str], tables: Sequence[FactTable]
) -> Iterator[Breach]:
    series = [facts for table in tables if len(facts := _series(sentence, claim, table)) > _FEWEST]
    counted = {
        _count(way, facts, sign, _since(sentence, claim), claim) for facts in series if (sign := _sign(match, facts))
    }
    if len(counted) == 1 and (right := counted.pop()) is not None and not claim.admits(Decimal(right)):
        spot = sentence.spot(claim.start, match.end())
        yield sentence.breach(
            "streak-of-series",
            spot,
            words=spot.words,
            right=f"{right}年{way}",
            place=series[0][-1].place,
        )  # fmt: skip


def _sign(match: re.Match[str], facts: Sequence[Fact]) -> int:
    """1 where the values grow by the word that is told, -1 where they fall, 0 where that is not known."""
    does: Does = match.lastgroup  # type: ignore[assignment]
    return sign_of(does, match[does], facts[0].unit == "位", one_label(facts))


def _since(sentence: Sentence, claim: Claim) -> Period | None:
    """The period from which a streak is told to go on: 2019年 of 2019年以降4年連続; None for none."""
    named = [other for other in sentence.claims if other.kind == "period" and other.period and other.end <= claim.start]
    if not named or not _FROM.fullmatch(sentence.words, named[-1].end, claim.start):
        return None
    period = named[-1].period
    return period if period is not None and period.kind in ("year", "fiscal_year") else None


def _series(sentence: Sentence, claim: Claim, table: FactTable) -> list[Fact]:
    """The one series that the sentence names, up to the period that it speaks of, oldest first; [] for none."""
    if not speaks_of(sentence, claim, table):
        return []
    own = cue(sentence.words, sentence.claims, claim, table)
    facts = [fact for fact in table.facts if fact.period is not None and own.fits(fact)]
    if len({one_label([fact]) for fact in facts}) != 1 or len({fact.period.kind for fact in facts if fact.period}) != 1:
        return []
    last = _last(sentence, claim)
    facts.sort(key=_at)
    return facts if last is None else [fact for fact in facts if _at(fact) <= last]


def _at(fact: Fact) -> Period:
    if fact.period is None:
        raise ValueError("a fact of a series has a period")
    return fact.period


def _last(sentence: Sentence, claim: Claim) -> Period | None:
    """The period that a streak ends in, where the sentence names it; None where it goes on to the end of the series."""
    named = [other for other in sentence.claims if other.kind == "period" and other.period and other.start < claim.start]
    if named and _UNTIL.fullmatch(sentence.words, named[-1].end, claim.start):
        return named[-1].period if named[-1].period and named[-1].period.kind != "span" else None
    if not named or _GOES_ON.search(sentence.words, named[-1].end, claim.start):
        return None
    period = named[-1].period
    return period if period is not None and period.kind != "span" else None


def _count(way: str, facts: Sequence[Fact], sign: int, since: Period | None, claim: Claim) -> int | None:
    """The years of the streak, or since the last such change; None where the series does not tell."""
    years = [_at(fact).number for fact in facts]
    if any(later - earlier != 1 for earlier, later in pairwise(years)):
        return None
    went = [(second.value - first.value) * sign > 0 for first, second in pairwise(facts)]
    if way == "ぶり":
        if not went[-1]:
            return None
        before = [index for index, so in enumerate(went[:-1]) if so]
        return len(went) - 1 - before[-1] if before else None
    if since is not None:
        at = next((index for index, fact in enumerate(facts) if _at(fact) == since), None)
        if at is None:
            return None
        # The year itself may be the first that went so, or the last before.
        runs = [_run(went[first:]) for first in (at - 1, at) if first >= 0]
        told = [run for run in runs if claim.admits(Decimal(run))]
        return next(iter((*told, *(run for run in runs if run))), None)
    if all(went):
        return None
    return next(index for index, so in enumerate(reversed(went)) if not so)


def _run(went: Sequence[bool]) -> int:
    """How many of some steps, from the first on, went so."""
    return next((index for index, so in enumerate(went) if not so), len(went))
