"""How many rows or columns something holds for: 前年を上回ったのは3魚種, 増加した県は5県."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import docgen.patterns as re
from docgen.bearing.base_units import base_unit
from docgen.bearing.evidence import Evidence
from docgen.bearing.fact import FactTable
from docgen.bearing.mentions import mentions
from docgen.bearing.times import is_stretch
from docgen.breach import Breach
from docgen.sentences.claim import Claim
from docgen.truth.counts.exact import GENERIC, PLACES, REST, counting, counts_rows
from docgen.truth.near import near
from docgen.truth.sentence import Sentence
from docgen.truth.wording.comparison import Comparison, comparisons
from docgen.truth.wording.members import Held, Member, period_named
from docgen.truth.wording.scope import ANY, Predicate, Said, held_by, of_side
from docgen.truth.wording.series import series_of
from docgen.truth.wording.subject import is_about
from docgen.truth.wording.trend import Trend, trends
from docgen.truth.wording.windows import windows

_SUBJECT = re.compile(
    r"[ただるっしていえ]{0,4}(?:の|(?<=[たる])(?P<noun>[一-龥ァ-ヴー]{1,8}))(?:は|が)、?(?P<names>[^。はが0-9]*)"
)
_OF = re.compile("の?(?:うち|中)、?(?:の)?(?=[0-9一二三四五六七八九十])")
_NOT_ALL = re.compile("うち|ほか|除|以外|など|残")


def counts_hold(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A count of the rows that something is said of, where it holds for another number of them."""
    tables = near(evidence)
    for sentence in sentences:
        for predicate, claim, number in _counted(sentence):
            for table in tables.spoken_of(sentence):
                said = Said(claim.start, claim.end, ANY)
                held = holding(sentence, predicate, said, table) if counts_of(claim, table) else None
                if held is None:
                    continue
                holds = [one for one in held if one.holds]
                if number != len(holds):
                    yield breach_of_count(sentence, predicate, claim, holds, table)
                break


def _counted(sentence: Sentence) -> Iterator[tuple[Predicate, Claim, int]]:
    """What is said of how many: the predicate, and the count behind it."""
    counts = list(counting(sentence))
    if not counts or _NOT_ALL.search(_OF.sub("", sentence.words)):
        return
    said: list[Predicate] = [one for one in comparisons(sentence) if one.number is None]
    said += [one for one in trends(sentence) if one.does != "flat"]
    for predicate in said:
        subject = _SUBJECT.match(sentence.words, predicate.end)
        behind = [(claim, number) for claim, number in counts if subject and claim.start == subject.end()]
        if behind and (of := _OF.match(sentence.words, behind[0][0].end)):
            # 5県中2県: the first is all that there are.
            behind = [(claim, number) for claim, number in counts if claim.start == of.end()]
        yield from ((predicate, claim, number) for claim, number in behind)


def holding(sentence: Sentence, predicate: Predicate, said: Said, table: FactTable) -> list[Held] | None:
    """The members that are counted, each with whether it holds for it; None where that is not known of each, or where
    others are counted.
    """
    start = predicate.start if isinstance(predicate, Comparison) else predicate.at
    if not is_about(sentence, start, table):
        return None
    named = period_named(sentence, 0, predicate.at)
    if named is not None and (named.period is None or is_stretch(named.period)) and not isinstance(predicate, Trend):
        return None
    labels = [one.label for one in mentions(sentence.words, table.labels) if one.start < predicate.at]
    at = named.period if named and not (isinstance(predicate, Comparison) and predicate.period is named) else None
    members = of_side(table, said, labels, set(REST), at)
    if isinstance(predicate, Trend) and not all(_is_stated(sentence, predicate, table, one) for one in members):
        return None
    known = [held_by(sentence, predicate, table, one) for one in members]
    held = [one for one in known if one is not None]
    return held if len(held) > 2 and len(held) == len(known) else None


def _is_stated(sentence: Sentence, trend: Trend, table: FactTable, member: Member) -> bool:
    """Whether the sentence tells between which periods a member is compared."""
    for series in series_of(table):
        if (series.row, series.column) == (member.row, member.column):
            return windows(sentence, trend.begin, trend.at, trend.end, series).stated
    return False


def counts_of(claim: Claim, table: FactTable) -> bool:
    """Whether a counter counts the rows of a table."""
    return base_unit(claim.unit)[0] in GENERIC | PLACES or counts_rows(claim, table)


def breach_of_count(
    sentence: Sentence, predicate: Predicate, claim: Claim, holds: Sequence[Held], table: FactTable
) -> Breach:
    """The breach of a count of those that something is said of; it holds for others in number."""
    return sentence.breach(
        "count-of-rows",
        sentence.spot_of(claim),
        count=claim.text,
        condition=sentence.words[predicate.start : predicate.end],
        right=str(len(holds)),
        place=str(table.where) if table.where is not None else table.name,
    )
