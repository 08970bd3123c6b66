"""A count of the members of a table that are above or below a threshold: 100人以上の月は2か月."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import docgen.patterns as re
from docgen.bearing.base_units import base_unit
from docgen.bearing.evidence import Evidence
from docgen.bearing.fact import FactTable
from docgen.breach import Breach
from docgen.sentences.claim import Claim
from docgen.sentences.plain import plain
from docgen.truth.counts.conditions import Condition, condition
from docgen.truth.counts.exact import GENERIC, PLACES, counted_class, counting, counts_rows
from docgen.truth.counts.lines import lines
from docgen.truth.counts.miscount import miscount_of_rows
from docgen.truth.counts.thresholds import SIGN, as_threshold
from docgen.truth.near import near
from docgen.truth.sentence import Sentence

_NOT = re.compile("以外|除[くいき]|ない|残[るり]|ほか|その他|ず、|なし|平均|当たり|うち")
_AT_ONCE = re.compile("通じ|通し|連続|続け|毎年|いずれの|全ての年|累計|延べ|又は|または|あるいは")
_CLAUSE = re.compile(".*(?:[。;]|(?<=[がしりくて])、|ものの、|一方、|[たる]が、)", re.DOTALL)
_OF = re.compile("の?うち|中(?!学|小|等)")
_TOPIC = re.compile(".*は")
_OCCASIONS = frozenset({"回", "度"})
_TIMES = re.compile("か(?:年度?|月)|年度?|月")


def counts_by_thresholds(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A count of the rows or years above or below a threshold (100人以上の月は2か月), where another number of them is."""
    tables = near(evidence)
    for sentence in sentences:
        for claim, number in counting(sentence) if _may_count(sentence) else ():
            start = _start(sentence, claim)
            for table in tables.on_page(sentence) if start is not None else ():
                sides = sides_counted(sentence, claim, table)
                told = _asked(sentence, start or 0, claim, table, sides) if sides else None
                if told is not None and number not in {len(way) for way in told.ways}:
                    right = min((len(way) for way in told.ways), key=lambda count: abs(count - number))
                    yield miscount_of_rows(sentence, claim, told.words, right, table)


def _may_count(sentence: Sentence) -> bool:
    return SIGN.search(sentence.words) is not None and _AT_ONCE.search(sentence.words) is None


def _asked(sentence: Sentence, start: int, claim: Claim, table: FactTable, sides: Sequence[str]) -> Condition | None:
    """What is asked of what a count counts; None where something is told of some of it behind its topic."""
    topic = _TOPIC.match(sentence.words, start, claim.start)
    at = _at(sentence, claim)
    told = condition(sentence, start, topic.end() if topic else claim.start, table, sides, at=at)
    whole = told if topic is None else condition(sentence, start, claim.start, table, sides, at=at)
    return told if told == whole else None


def _start(sentence: Sentence, claim: Claim) -> int | None:
    """Where what a count counts begins to be told; None where no threshold stands last before it."""
    before = [other for other in sentence.numbers if other.end <= claim.start]
    while before and _is_count_before(before[-1], claim) and _at(sentence, before[-1]) != _at(sentence, claim):
        # 20%以上の市は、2020年度には2市、2022年度には3市.
        before = before[:-1]
    bound = as_threshold(sentence, before[-1]) if before else None
    if bound is None or _OF.match(sentence.words, claim.end) or _NOT.search(sentence.words, bound.end, claim.start):
        return None
    opened = _CLAUSE.match(sentence.words, 0, bound.claim.start)
    others = [other.end for other in before if as_threshold(sentence, other) is None]
    return max([opened.end() if opened else 0, *others])


def _is_count_before(other: Claim, claim: Claim) -> bool:
    return (other.kind, other.unit) == (claim.kind, claim.unit) and other.low is not None and other.high is not None


def _at(sentence: Sentence, claim: Claim) -> Claim | None:
    """The period that is named last before a count."""
    dated = [one for one in sentence.claims if one.kind == "period" and one.end <= claim.start]
    return dated[-1] if dated else None


def sides_counted(sentence: Sentence, claim: Claim, table: FactTable) -> tuple[str, ...]:
    """Which sides of a table a count may count: its rows, its columns or its periods."""
    words = counted_class(claim)
    found = []
    if counts_rows(claim, table) or _is_told(sentence, claim, table):
        found.append("row")
    if _TIMES.fullmatch(claim.unit) or claim.unit in _OCCASIONS:
        found.append("period")
    if any(_ends_alike(line.names, words) for line in lines(table) if line.side == "column"):
        found.append("column")
    return tuple(found)


def _ends_alike(names: Sequence[object], words: str) -> bool:
    return bool(words) and sum(str(name).endswith(words) for name in names) * 2 > len(names)


def _is_told(sentence: Sentence, claim: Claim, table: FactTable) -> bool:
    """Whether a counter of anything counts the rows, by their class before it: 2haを超える公園は三つ."""
    head = plain(table.head)
    generic = base_unit(claim.unit)[0] in GENERIC | PLACES | _OCCASIONS
    before = sentence.words[: claim.start]
    own = table.measures(claim.unit)
    if head and not own and re.search(f"{re.escape(head)}[はがも]、?計?$", before):
        return True
    named = head if len(head) > 1 else f"の{head}"
    return generic and bool(head) and any(f"{named}{particle}" in before for particle in "はがも")
