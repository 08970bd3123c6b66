"""What is said of all, or of none, and does not hold for each: いずれの年も, すべての県で, 前年を下回った年はない."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import docgen.patterns as re
from docgen.bearing.evidence import Evidence
from docgen.bearing.fact import FactTable
from docgen.bearing.mentions import mentions
from docgen.bearing.stretches import rows_from_to
from docgen.bearing.times import is_stretch
from docgen.breach import Breach
from docgen.truth.near import Near, near
from docgen.truth.sentence import Sentence
from docgen.truth.wording.comparison import Comparison, comparisons
from docgen.truth.wording.every import NONE, QUANTIFIER
from docgen.truth.wording.members import Held, Member, period_named
from docgen.truth.wording.scope import Predicate, Said, at_all_periods, breach_of, held_by, of_side
from docgen.truth.wording.subject import is_about, subject_of
from docgen.truth.wording.trend import Trend, trends

_NOUNS = ("noun", "all", "named", "of", "together", "counted", "yearly")
_YEARS = re.compile("年度?$|期間$")
# Behind these, something else is said.
_BREAK = re.compile("(?<=[がしりくて])、|ものの|一方|。")
_PLAINLY = re.compile("(?:[をに]|より)?も?")
_EXCEPTED = re.compile("[^、。]*?(?:を除く|を除き|を除いて|以外の?)、?")
_EXCEPT = re.compile(r"(?:を|は)?(?:除く|除き|除いて|除いた|以外(?:の|は|で)?|を別として)")


def all_hold(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """Something said of all rows, columns or years of a table, of none, or of one alone, that is not so."""
    tables = near(evidence)
    for sentence in sentences:
        for said in _quantified(sentence):
            for predicate in _predicates(sentence, said):
                contrary = _contrary(sentence, said, predicate, tables)
                if contrary is not None:
                    yield breach_of(sentence, said, predicate, contrary)
                    break
        yield from _nothing(sentence, tables)


def _nothing(sentence: Sentence, tables: Near) -> Iterator[Breach]:
    """前年を下回った年はない, and there is one."""
    words = sentence.words
    for match in NONE.finditer(words):
        found: list[Predicate] = [*comparisons(sentence), *trends(sentence)]
        near = [one for one in found if one.at < match.start() and match.start() - one.end <= 6]
        near = [one for one in near if not _is_sized(words, one)]
        for predicate in near[-1:]:
            start = predicate.start if isinstance(predicate, Comparison) else predicate.at
            said = Said(start, start, match["noun"])
            for table in tables.spoken_of(sentence):
                held = [held_by(sentence, predicate, table, one) for one in _members(sentence, said, predicate, table)]
                failing = [one for one in held if one is not None and one.holds]
                if failing:
                    whole = Said(start, match.end(), match["noun"])
                    yield breach_of(sentence, whole, predicate, failing)
                    break


def _is_sized(words: str, predicate: Predicate) -> bool:
    """Whether it is told by how much: none need be so of which all are a little (大きく減少した県はない)."""
    if isinstance(predicate, Trend):
        return bool(predicate.size) or words[predicate.at - 1 : predicate.at] in ("倍", "半", "急", "微", "激")
    return predicate.to < predicate.at and _PLAINLY.fullmatch(words, predicate.to, predicate.at) is None


def _quantified(sentence: Sentence) -> Iterator[Said]:
    words = sentence.words
    for match in QUANTIFIER.finditer(words):
        noun = next((match[name] for name in _NOUNS if match[name]), "")
        yield Said(match.start(), match.end(), noun.lstrip("0123456789"))


def _predicates(sentence: Sentence, said: Said) -> list[Predicate]:
    """The first thing that is said behind the words for all, within the sentence's part."""
    found: list[Predicate] = [one for one in comparisons(sentence) if one.at >= said.end]
    found += [one for one in trends(sentence) if one.at >= said.end and one.does != "flat"]
    found = [one for one in found if one.begin <= said.start and not _BREAK.search(sentence.words, said.end, one.at)]
    return sorted(found, key=lambda one: one.at)[:1]


def _contrary(
    sentence: Sentence, said: Said, predicate: Predicate, tables: Near
) -> list[Held] | None:
    """The members of a table for which it does not hold; None where it holds for all of one table, or none is known."""
    found: list[Held] | None = None
    for table in tables.spoken_of(sentence):
        held = [held_by(sentence, predicate, table, member) for member in _members(sentence, said, predicate, table)]
        known = [one for one in held if one is not None]
        # The first of all years has no year before.
        least = len(held) - 1 if said.noun and _YEARS.search(said.noun) else len(held)
        if len(known) < 2 or len(known) < least:
            continue
        failing = [one for one in known if not one.holds]
        if not failing:
            return None
        found = found or failing
    return found


def _members(sentence: Sentence, said: Said, predicate: Predicate, table: FactTable) -> list[Member]:
    start = predicate.start if isinstance(predicate, Comparison) else predicate.at
    words = sentence.words
    blank = Sentence(
        sentence.statement,
        sentence.start,
        words[: said.start] + "\0" * (said.end - said.start) + words[said.end :],
        sentence.printed,
        sentence.claims,
    )
    if _EXCEPT.search(words, 0, said.start):
        blank = _without_except(blank)
    if not is_about(blank, start, table):
        return []
    period = period_named(sentence, predicate.begin, start)
    if period is not None and period.period is None:
        return []
    if period is not None and period.period and is_stretch(period.period) and not isinstance(predicate, Trend):
        return []
    at = period.period if period else None
    named = [mention for mention in mentions(words, table.labels) if mention.start < start]
    excluded = {m.label for m in named if (found := _EXCEPT.search(words, m.end)) and _joins(words[m.end : found.start()])}
    if within := rows_from_to(words, start, table.rows):
        excluded |= set(table.rows) - set(within)
    labels = [mention.label for mention in named if mention.label not in excluded]
    if said.noun and _YEARS.search(said.noun):
        subject = subject_of(blank, predicate.begin, start, table)
        return at_all_periods(table, subject) if subject else []
    members = of_side(table, said, labels, excluded, at)
    counted = re.match("[0-9]+", words[said.start : said.end])
    return members if counted is None or int(counted.group()) == len(members) else []


def _joins(words: str) -> bool:
    return re.fullmatch(r"(?:[一-龥]{0,4}|[、・と及び並びに]*)*", words) is not None and len(words) < 24


def _without_except(sentence: Sentence) -> Sentence:
    words = _EXCEPTED.sub(lambda match: "\0" * len(match.group()), sentence.words)
    return Sentence(sentence.statement, sentence.start, words, sentence.printed, sentence.claims)


