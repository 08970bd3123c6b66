"""Members of a table that a sentence lists by their names: 東部、西部及び南部の３か所, 2018年度及び2021年度."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

import docgen.patterns as re
from docgen.bearing.fact import TOTALS, FactTable
from docgen.bearing.mentions import first_letters, mentions
from docgen.sentences.claim import Claim
from docgen.truth.counts.exact import REST, counting
from docgen.truth.counts.lines import Member
from docgen.truth.sentence import Sentence
from docgen.value import value

_KANJI = re.compile("[一-龥々]+")
_JOIN = re.compile("、?(?:及び|並びに|および|ならびに|と)|[、,・]")
_BEHIND_JOIN = re.compile("(?<=[びにと、,・]).", re.DOTALL)
_COUNTED = re.compile("の?(?:計|合わせて|以上)?")
_MORE = re.compile("など|等|ほか|その他|をはじめ|の(?:うち|[^、。]{0,6}うち)|を除|以外")


@value(frozen=True, slots=True)
class Listing:
    """Two ``members`` or more of one side of a table, each with where it is named, and the count of them behind, if any.

    ``end`` is where the list and its count end; ``told`` are the claims by which periods are named.
    """

    side: str
    members: tuple[Member, ...]
    spots: tuple[tuple[int, int], ...]
    count: Claim | None
    number: int
    end: int
    told: tuple[Claim, ...] = ()

    @property
    def start(self) -> int:
        """Where the first of them is named."""
        return self.spots[0][0]


def may_list(sentence: Sentence) -> bool:
    """Whether a sentence has what joins the members of a list."""
    return _JOIN.search(sentence.words) is not None


def listings(sentence: Sentence, table: FactTable) -> Iterator[Listing]:
    """The lists of rows, of columns or of periods in a sentence that is not said to leave out others (など)."""
    joined = _behind_joins(sentence.words)
    for side, labels in (("row", table.rows), ("column", table.columns)):
        if len(labels) > 1 and not joined.isdisjoint(_first_letters(labels)):
            yield from _runs(sentence, side, list(_named(sentence.words, labels)), ())
    dated = [one for one in sentence.claims if one.kind == "period" and one.period is not None]
    if len(dated) > 1:
        yield from _runs(sentence, "period", [(one.start, one.end, one.period) for one in dated if one.period], dated)


# Each sentence is asked for the members of several tables.
@lru_cache(maxsize=4096)
def _behind_joins(words: str) -> frozenset[str]:
    """The letters behind what joins two names, or ends as that does."""
    return frozenset(_BEHIND_JOIN.findall(words))


@lru_cache(maxsize=4096)
def _first_letters(labels: tuple[str, ...]) -> frozenset[str]:
    return first_letters((*labels, *_without_last(labels)))


def _named(words: str, labels: tuple[str, ...]) -> Iterator[tuple[int, int, Member]]:
    """Where labels are named, also without a last letter that all of them have: 白浜 of 白浜港."""
    short = _without_last(labels)
    for one in mentions(words, (*labels, *short)):
        yield one.start, one.end, short.get(one.label, one.label)


@lru_cache(maxsize=4096)
def _without_last(labels: tuple[str, ...]) -> Mapping[str, str]:
    own = [label for label in labels if label not in TOTALS and label not in REST]
    if len({label[-1:] for label in own}) != 1:
        return {}
    return {label[:-1]: label for label in own if len(label) > 2 and _KANJI.fullmatch(label[-2:])}


def _runs(
    sentence: Sentence, side: str, named: Sequence[tuple[int, int, Member]], claims: Sequence[Claim]
) -> Iterator[Listing]:
    run: list[tuple[int, int, Member]] = []
    for one in (*named, None):
        if one is not None and run and _JOIN.fullmatch(sentence.words, run[-1][1], one[0]):
            run.append(one)
            continue
        if len(run) > 1 and len({name for _, _, name in run}) == len(run):
            listing = _listing(sentence, side, run, claims)
            if listing is not None:
                yield listing
        run = [one] if one is not None else []


def _listing(
    sentence: Sentence, side: str, run: Sequence[tuple[int, int, Member]], claims: Sequence[Claim]
) -> Listing | None:
    end = run[-1][1]
    if _MORE.match(sentence.words, end):
        return None
    counts = [(claim, number) for claim, number in counting(sentence) if claim.start >= end]
    behind = counts[0] if counts and _COUNTED.fullmatch(sentence.words, end, counts[0][0].start) else None
    if behind is not None and _MORE.match(sentence.words, behind[0].end):
        return None
    told = tuple(claim for claim in claims if run[0][0] <= claim.start < end)
    return Listing(
        side,
        tuple(name for _, _, name in run),
        tuple((start, stop) for start, stop, _ in run),
        behind[0] if behind else None,
        behind[1] if behind else 0,
        behind[0].end if behind else end,
        told,
    )
