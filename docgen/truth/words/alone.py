"""What is said of some alone, or of some by name, and holds for others, or not for them: ○○のみ, 前年を下回ったのは○○."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import docgen.patterns as re
from docgen.bearing.cue import same_period
from docgen.bearing.evidence import Evidence
from docgen.bearing.fact import FactTable
from docgen.bearing.mentions import mentions
from docgen.bearing.times import is_stretch
from docgen.breach import Breach
from docgen.sentences.claim import Claim
from docgen.truth.near import near
from docgen.truth.sentence import Sentence
from docgen.truth.wording.comparison import Comparison, comparisons
from docgen.truth.wording.every import CLEFT, ONLY
from docgen.truth.wording.members import period_named
from docgen.truth.wording.scope import ANY, Predicate, Said, at_all_periods, breach_of, held_by, of_side
from docgen.truth.wording.subject import is_about, subject_of
from docgen.truth.wording.trend import trends
from docgen.value import value

_LIST = r"[、・と及び並びに「」『』（）()\s]*"
# 前年を下回った県は: what so is, by its noun.
_WHICH = re.compile("[かただるっしていえ]{0,5}(?<=[たる])[一-龥ァ-ヴー]{1,6}は、?")
_BREAK = re.compile("(?<=[がしりくて])、|ものの|一方|。")


@value(frozen=True, slots=True)
class Listing:
    """``predicate`` is said of what is listed in ``words[start:end]``, of that alone where ``only``."""

    predicate: Predicate
    start: int
    end: int
    only: bool


def listed_hold(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """Something said of some rows, columns or years by name, or of them alone, that holds for others or not for them."""
    tables = near(evidence)
    for sentence in sentences:
        for listing in _listings(sentence):
            for table in tables.spoken_of(sentence):
                breach = _of_table(sentence, listing, table)
                if breach is not None:
                    yield breach
                    break


def _listings(sentence: Sentence) -> Iterator[Listing]:
    words = sentence.words
    if "は" not in words and not ONLY.search(words):
        return
    said: list[Predicate] = [*comparisons(sentence), *(one for one in trends(sentence) if one.does != "flat")]
    for predicate in said:
        cleft = CLEFT.match(words, predicate.end) or _WHICH.match(words, predicate.end)
        if cleft:
            stop = re.compile(r"[^。]*?(?=である|であり|で、|だ(?!け)|となっ|に限|。|$)").match(words, cleft.end())
            end = stop.end() if stop else cleft.end()
            only = ONLY.search(words, cleft.end(), end)
            yield Listing(predicate, cleft.end(), only.start() if only else end, only is not None)
    for match in ONLY.finditer(words):
        behind = [one for one in said if one.at >= match.end() and not _BREAK.search(words, match.end(), one.at)]
        if behind and not re.match("である|だ。|となっ", words[match.end() :]):
            start = max(words.rfind(mark, 0, match.start()) for mark in "、。はにで") + 1
            yield Listing(behind[0], start, match.start(), True)


def _of_table(sentence: Sentence, listing: Listing, table: FactTable) -> Breach | None:
    words = sentence.words
    own = [m for m in mentions(words, table.labels) if listing.start <= m.start and m.end <= listing.end]
    dated = [c for c in sentence.claims if c.kind == "period" and listing.start <= c.start and c.end <= listing.end]
    ends = [(m.start, m.end) for m in own] + [(c.start, c.end) for c in dated]
    if not ends or not _is_list(words[listing.start : listing.end], ends, listing.start):
        return None
    if not is_about(sentence, min(listing.predicate.at, listing.start), table):
        return None
    if own:
        return _of_labels(sentence, listing, table, {mention.label for mention in own})
    return _of_periods(sentence, listing, table, dated)


def _is_list(words: str, ends: Sequence[tuple[int, int]], at: int) -> bool:
    rest = words
    for start, end in ends:
        rest = f"{rest[: start - at]}{'、' * (end - start)}{rest[end - at :]}"
    return re.fullmatch(rf"(?:{_LIST}|の[0-9一-龥]{{1,4}})*", rest) is not None


def _of_labels(sentence: Sentence, listing: Listing, table: FactTable, named: set[str]) -> Breach | None:
    side = next((side for side in (table.rows, table.columns) if named <= set(side)), ())
    predicate = listing.predicate
    said = Said(listing.start, listing.end, ANY)
    others = [m.label for m in mentions(sentence.words, table.labels) if m.start < predicate.at and m.label not in side]
    at = period_named(sentence, 0, max(predicate.at, listing.start))
    if not side or (at is not None and (at.period is None or is_stretch(at.period))):
        return None
    period = at.period if at and not (isinstance(predicate, Comparison) and predicate.period is at) else None
    known = [held_by(sentence, predicate, table, one) for one in of_side(table, said, others, set(), period)]
    held = [one for one in known if one is not None]
    if len(held) < 2 or len(held) < len(known):
        return None
    failing = [one for one in held if one.holds != bool({one.member.row, one.member.column} & named)]
    failing = failing if listing.only else [one for one in failing if not one.holds]
    return breach_of(sentence, said, predicate, failing) if failing else None


def _of_periods(sentence: Sentence, listing: Listing, table: FactTable, dated: Sequence[Claim]) -> Breach | None:
    subject = subject_of(sentence, listing.predicate.begin, _start(listing.predicate), table)
    if subject is None or any(claim.period is None or is_stretch(claim.period) for claim in dated):
        return None
    members = at_all_periods(table, subject)
    known = [held_by(sentence, listing.predicate, table, one) for one in members]
    held = [one for one in known if one is not None]
    named = [one for one in held if any(same_period(one.member.period, claim.period) for claim in dated)]
    if len(named) < len(dated) or not isinstance(listing.predicate, Comparison):
        return None
    failing = [one for one in named if not one.holds]
    failing += [one for one in held if one.holds and one not in named] if listing.only else []
    return breach_of(sentence, Said(listing.start, listing.end, ""), listing.predicate, failing) if failing else None


def _start(predicate: Predicate) -> int:
    return predicate.start if isinstance(predicate, Comparison) else predicate.at
