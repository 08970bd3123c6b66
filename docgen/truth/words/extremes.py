"""What is called the greatest or the least, and is not: 最も多いのは東市, 過去最高, 5年間で最も小さい."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import docgen.patterns as re
from docgen.bearing.base_units import same_unit
from docgen.bearing.cue import same_period, without_whole
from docgen.bearing.evidence import Evidence
from docgen.bearing.fact import Fact, FactTable
from docgen.bearing.mentions import Mention, mentions
from docgen.bearing.selection import is_total
from docgen.breach import Breach
from docgen.sentences.claim import Claim
from docgen.truth.near import near
from docgen.truth.sentence import Sentence
from docgen.truth.spelled import spelled
from docgen.truth.wording.extreme import SINCE, Extreme, extremes_of
from docgen.truth.wording.members import period_named
from docgen.truth.wording.series import BEFORE
from docgen.truth.wording.subject import is_about, quiet, without_nouns
from docgen.truth.words.compared_group import Group, called_so, group_of, has_measure
from docgen.truth.words.ratio_extremes import ratios_of_rows

_WHEN = re.compile("に(?:は)?、?")
_YEAR_SUBJECT = re.compile(r"(?:の[^、。がは]{0,12})?(?:\([^)]*\))?が[^、。はがも]{0,10}")


def extremes_hold(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A row, a column or a year that is called the greatest or the least of a table, and is not."""
    tables = near(evidence)
    for sentence in sentences:
        for extreme in extremes_of(sentence):
            for table in tables.spoken_of(sentence):
                breach = _of_table(sentence, extreme, table)
                if breach is not None:
                    yield breach
                    break


def _of_table(sentence: Sentence, extreme: Extreme, table: FactTable) -> Breach | None:
    words = sentence.words
    labels = [label for label in table.labels if not BEFORE.fullmatch(label)]
    named = without_whole(words, without_nouns(words, mentions(words, labels)), table)
    if any(words.startswith("率", one.end) and not one.label.endswith("率") for one in named if one.end <= extreme.at):
        # 執行率 is a rate of 執行額, which is no column of the table.
        return None
    ratios = None if extreme.over_time else ratios_of_rows(sentence, extreme, table, named)
    if ratios is not None:
        called = called_so(words, extreme, [one for one in named if one.label in table.rows])
        labels = [mention.label for mention in called]
        return _judged(sentence, extreme, ratios, labels, _span(extreme, called)) if called else None
    if not is_about(quiet(sentence), extreme.at, table) or not has_measure(table, words, extreme):
        return None
    if extreme.over_time or (extreme.named is not None and _period_at(sentence, extreme.named) is not None):
        return _over_time(sentence, extreme, table, named)
    if _is_at_period(sentence, extreme):
        return _over_time(sentence, extreme, table, named)
    called = called_so(words, extreme, named)
    if not called:
        return _over_time(sentence, extreme, table, named) if _of_period(sentence, extreme) else None
    group = group_of(sentence, extreme, table, named, called)
    labels = [mention.label for mention in called]
    return None if group is None else _judged(sentence, extreme, group, labels, _span(extreme, called))


def _judged(
    sentence: Sentence, extreme: Extreme, group: Group, labels: Sequence[str], span: tuple[int, int]
) -> Breach | None:
    of_rank = group.facts[0].unit == "位"
    values = [fact.value for fact in group.facts]
    best = max(values) if extreme.most != of_rank else min(values)
    own = [fact for fact in group.facts if group.label(fact) in labels]
    if extreme.among not in (0, len(group.facts)):
        return None
    if not own or any(fact.value == best for fact in own):
        return None
    right = [fact for fact in group.facts if fact.value == best]
    return sentence.breach(
        "extreme-of-another",
        sentence.spot(*span),
        word=sentence.words[extreme.at : extreme.end],
        label="、".join(labels),
        value="、".join(spelled(fact.value, fact.unit) for fact in own),
        right="、".join(group.label(fact) for fact in right),
        best=spelled(best, right[0].unit),
        place="、".join(fact.place for fact in (*own[:1], *right[:1])),
    )


def _span(extreme: Extreme, called: Sequence[Mention]) -> tuple[int, int]:
    ends = [extreme.at, extreme.end, *(place for mention in called for place in (mention.start, mention.end))]
    return min(ends), max(ends)


def _period_at(sentence: Sentence, at: int) -> Claim | None:
    return next((claim for claim in sentence.claims if claim.kind == "period" and claim.start == at and claim.period), None)


def _is_at_period(sentence: Sentence, extreme: Extreme) -> bool:
    """Whether it is told when something was so, and so of its other times: 輸出は2022年に最も多く."""
    before = [claim for claim in sentence.claims if claim.kind == "period" and claim.period and claim.end <= extreme.at]
    at = bool(before) and _WHEN.fullmatch(sentence.words, before[-1].end, extreme.at) is not None
    return at and extreme.named is None


def _of_period(sentence: Sentence, extreme: Extreme) -> bool:
    """Whether a period is what is called so: 2020年が最も少ない."""
    before = [claim for claim in sentence.claims if claim.kind == "period" and claim.end <= extreme.at]
    return bool(before) and _YEAR_SUBJECT.fullmatch(sentence.words, before[-1].end, extreme.at) is not None


def _over_time(
    sentence: Sentence, extreme: Extreme, table: FactTable, named: Sequence[Mention]
) -> Breach | None:
    """One year of a series that is compared with the others."""
    words = sentence.words
    claim = _period_at(sentence, extreme.named) if extreme.named is not None else None
    begin = words.rfind("。", 0, extreme.at) + 1
    since = _since(sentence, extreme)
    if claim is None:
        claim = period_named(sentence, begin, since.start if since is not None else extreme.at)
    if extreme.named is not None and claim is None and not extreme.over_time:
        return None
    before = [mention for mention in named if mention.end <= extreme.at] or list(named)
    cleft = called_so(words, extreme, named) if extreme.named is not None and claim is not None else []
    before = cleft if cleft and _period_at(sentence, extreme.named or 0) is None else before
    rows = {fact.row for fact in table.facts}
    columns = {fact.column for fact in table.facts if not BEFORE.fullmatch(fact.column)}
    own_row, own_column = _own(table, rows, before), _own(table, columns, before)
    facts = [fact for fact in table.facts if (fact.row, fact.column) == (own_row, own_column) and fact.period is not None]
    facts = sorted(facts, key=lambda fact: fact.period.end if fact.period else 0)
    if len(facts) < 3 or len({fact.period.kind for fact in facts if fact.period}) != 1:
        return None
    at = claim.period if claim is not None else facts[-1].period
    own = [fact for fact in facts if same_period(fact.period, at)]
    if len(own) != 1 or own[0].period is None:
        return None
    until = own[0].period
    # What was the greatest then may not be so any more.
    past = bool(re.search("過去|以来|史上", words[extreme.at : extreme.end]) or extreme.years)
    pool = [fact for fact in facts if fact.period and (not past or fact.period.end <= until.end)]
    if since is not None and since.period is not None:
        pool = [fact for fact in pool if fact.period and fact.period.start >= since.period.start]
        if own[0] not in pool:
            return None
    if extreme.years:
        pool = [fact for fact in pool if fact.period and fact.period.number > until.number - extreme.years]
        if len(pool) < extreme.years:
            pool = [fact for fact in facts if fact.period and fact.period.number > until.number - extreme.years - 1]
    stated = [number for number in sentence.numbers if number.end > extreme.at or claim is not None]
    if any(_stands_elsewhere(number, pool, own[0]) for number in stated):
        return None
    group = Group(tuple(pool), "period")
    span = (since.start if since is not None else extreme.at, extreme.end)
    span = (extreme.at, claim.end) if claim and extreme.named == claim.start else _span(extreme, cleft) if cleft else span
    return _judged(sentence, extreme, group, [str(own[0].period)], span) if len(pool) > 1 else None


def _since(sentence: Sentence, extreme: Extreme) -> Claim | None:
    """The period since which something is the greatest: 2018年 of 2018年以降で最も多い; None for none."""
    before = [one for one in sentence.claims if one.kind == "period" and one.period and one.end <= extreme.at]
    return before[-1] if before and SINCE.fullmatch(sentence.words, before[-1].end, extreme.at) else None


def _stands_elsewhere(number: Claim, pool: Sequence[Fact], own: Fact) -> bool:
    """Whether a number of the sentence is that of another year: then the year may be wrong, and not the word."""
    alike = [fact for fact in pool if same_unit(number.unit, fact.unit) and number.low is not None]
    same = [fact for fact in alike if number.admits(fact.value)]
    return bool(same) and own not in same and number.kind in ("number", "share", "ratio", "rank")


def _own(table: FactTable, labels: set[str], named: Sequence[Mention]) -> str | None:
    own = [mention.label for mention in named if mention.label in labels]
    if own:
        return own[-1] if len(set(own)) == 1 else None
    if len(labels) == 1:
        return next(iter(labels))
    totals = [label for label in labels if is_total(table, label)]
    return totals[0] if len(totals) == 1 else None
