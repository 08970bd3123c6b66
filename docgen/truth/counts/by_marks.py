"""Rows told of by a column of marks: 耐震化が済んでいるのは6施設, 耐震化が済んでいない高台公民館, 4施設の全てが学校."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import docgen.patterns as re
from docgen.bearing.evidence import Evidence
from docgen.bearing.fact import FactTable
from docgen.bearing.mentions import mentions
from docgen.breach import Breach
from docgen.sentences.claim import Claim
from docgen.sentences.plain import plain
from docgen.truth.context import strange_words
from docgen.truth.counts.by_thresholds import sides_counted
from docgen.truth.counts.cells import word_columns
from docgen.truth.counts.conditions import condition
from docgen.truth.counts.exact import GENERIC, PLACES, counting
from docgen.truth.counts.lines import Member
from docgen.truth.counts.listings import listings
from docgen.truth.counts.miscount import miscount_of_rows
from docgen.truth.counts.yes_or_no import Told, is_yes_or_no, marks_told, without_marks
from docgen.truth.near import near
from docgen.truth.sentence import Sentence

_DOUBT = re.compile(
    "以外|除|残|ほか|その他|平均|当たり|ずつ|予定|今後|見込|新た|追加|増|減|計画|目標|うち|のみ|だけ|又は|または|いずれか"
)
# From what is told of those that are counted to their count: のは, 施設は、8施設中.
_COUNTED = re.compile(
    r"(?:の|もの|ところ|[一-龥ァ-ヴー]{1,8})?(?:は|が|も|の)?、?(?:[0-9]{1,2}[一-龥ヶか]{1,4}(?:の?うち|中)、?)?(?:計|合わせて)?"
)
_OF = re.compile("の?うち|中(?!学|小|等)")
_NAMED = re.compile("の?(?:施設|地区)?(?:の|は)?、?")


def counts_by_marks(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A count of the rows that are marked, or not, in a column (冷房がある施設は3施設), where another number of them is."""
    for sentence, table, every in _marked(sentences, evidence):
        for claim, number in counting(sentence):
            before = [one for one in every if one.end <= claim.start]
            if not before or not _COUNTED.fullmatch(sentence.words, before[-1].end, claim.start):
                continue
            right = _right(sentence, claim, before[-1], table)
            if right and number not in right:
                yield miscount_of_rows(sentence, claim, _told(sentence, before[-1]), min(right), table)


def _right(sentence: Sentence, claim: Claim, mark: Told, table: FactTable) -> set[int]:
    """How many rows may be counted; none where that is in doubt."""
    words = sentence.words
    begin = max((words.rfind(sign, 0, mark.start) + 1 for sign in "。;"), default=0)
    # 補修済みの3橋のうち: of those.
    counted = [one.end for one, _ in counting(sentence) if one.end <= mark.start and not _OF.match(words, one.end)]
    start = max([begin, *counted])
    bare = without_marks(words, word_columns(table))
    if _OF.match(words, claim.end) or _DOUBT.search(_OF.sub("", bare[start : claim.start])):
        return set()
    dated = [one for one in sentence.claims if one.kind == "period" and one.start < claim.start]
    if any(one.text not in plain(table.title) for one in dated):
        return set()
    if not _counts_rows(sentence, claim, table):
        return set()
    known = "、".join((words[mark.start : mark.end], *_cells(table)))
    strange = [word for word in strange_words(sentence, mark.start, table) if word not in known]
    told = condition(sentence, start, mark.end, table, ("row",))
    if strange or told is None:
        return set()
    scopes = [_rows_with(cell, table) for cell in _cells(table) if cell in bare[: claim.start]]
    whole = {len(way) for way in told.ways}
    return whole | {len(way & scope) for way in told.ways for scope in scopes}


def _counts_rows(sentence: Sentence, claim: Claim, table: FactTable) -> bool:
    if any(fact.unit == claim.unit for fact in table.facts):
        return False
    return claim.unit in GENERIC | PLACES or "row" in sides_counted(sentence, claim, table)


def _cells(table: FactTable) -> set[str]:
    """The words of a table's columns that are no marks: those that a sentence may have named before."""
    return {word for column in word_columns(table) if not is_yes_or_no(column) for word in column.words if word}


def _rows_with(cell: str, table: FactTable) -> frozenset[Member]:
    columns = word_columns(table)
    return frozenset(name for column in columns for name, word in column.cells.items() if word == cell)


def names_by_marks(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A row that is named right behind what is not so of it: 耐震化が済んでいない高台公民館, which is 済."""
    for sentence, table, every in _marked(sentences, evidence):
        for mark in every:
            if any(one.kind == "period" and one.start < mark.start for one in sentence.claims):
                continue
            for start, end, name in _behind(sentence, mark, table):
                if name in mark.column.cells and name not in mark.members:
                    yield sentence.breach(
                        "listed-not-so",
                        sentence.spot(start, end),
                        name=sentence.words[start:end],
                        condition=_told(sentence, mark),
                        names="、".join(map(str, sorted(mark.members, key=str))),
                        place=str(table.where) if table.where is not None else table.name,
                    )


def _behind(sentence: Sentence, mark: Told, table: FactTable) -> Iterator[tuple[int, int, Member]]:
    """The rows that are named right behind a mark, those of a list all together."""
    for listing in listings(sentence, table):
        if listing.side == "row" and _NAMED.fullmatch(sentence.words, mark.end, listing.start):
            yield from ((*spot, name) for spot, name in zip(listing.spots, listing.members, strict=True))
            return
    for one in mentions(sentence.words, table.rows):
        if one.start >= mark.end and _NAMED.fullmatch(sentence.words, mark.end, one.start):
            yield one.start, one.end, one.label
            return


def _told(sentence: Sentence, mark: Told) -> str:
    return sentence.words[mark.start : mark.end]


def _marked(
    sentences: Sequence[Sentence], evidence: Evidence
) -> Iterator[tuple[Sentence, FactTable, Sequence[Told]]]:
    """The sentences that tell of a column of marks of a table on their slide, each with what they tell."""
    tables = near(evidence)
    for sentence in sentences:
        for table in tables.on_page(sentence):
            every = sorted(marks_told(sentence.words, word_columns(table)), key=lambda one: one.end)
            if every:
                yield sentence, table, every
