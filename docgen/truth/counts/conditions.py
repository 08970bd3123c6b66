"""What part of a sentence asks of the members of a table: a word in their row, or a threshold for their value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

import docgen.patterns as re
from docgen.bearing.fact import FactTable
from docgen.sentences.claim import Claim
from docgen.sentences.plain import plain
from docgen.truth.counts.cells import YES, WordColumn, word_columns, words_named
from docgen.truth.counts.columns_compared import columns_compared
from docgen.truth.counts.lines import Member
from docgen.truth.counts.thresholds import SIGN, meeting, thresholds
from docgen.truth.counts.yes_or_no import is_yes_or_no, marks_told
from docgen.truth.doubted import doubted
from docgen.truth.sentence import Sentence
from docgen.value import value

# Asked of one of several, of several together, of a change, or of what is still to come.
_OTHERWISE = re.compile(
    "又は|または|あるいは|もしくは|若しくは|いずれか|どちらか|合わせ|足し|合計|平均|とも(?:に)?[^、]*(?:以上|以下|超|未満|上回|下回)"
    "|目指|予定|今後|見込|より[^、。]*多|増え|増加し|増やし|減っ|減少し|減らし|伸び|上昇し|低下し|比べ|に対し|当たり"
)
_DONE = "(?:を|が|の|は)?(?:行っ|行う|し(?:て|た)|実施|導入|採用|整備|設置|備え|あ[るり]|有する|可能|済|対応|[」』]?$)"
"""Behind the head of a column of marks: it is so."""
_MOST = 64
"""Ways in which a sentence may be read; of more, none is asked."""


@value(frozen=True, slots=True)
class Condition:
    """``words`` of a sentence that ask something: ``ways`` are the members that meet it, for each way to read it.

    ``known`` are the members of which it is known.
    """

    words: str
    ways: tuple[frozenset[Member], ...]
    known: frozenset[Member]


def condition(
    sentence: Sentence,
    start: int,
    end: int,
    table: FactTable,
    sides: Sequence[str],
    told: Sequence[Claim] = (),
    at: Claim | None = None,
) -> Condition | None:
    """All that ``words[start:end]`` asks of the members on ``sides`` (row, column, period); None for nothing.

    ``told`` are the periods of the sentence that are members themselves, ``at`` is the one at which it is so, where the
    sentence has others.
    """
    if doubted(_OTHERWISE, sentence.words, start, end, table):
        return None
    every = list(_by_words(sentence, start, end, table)) if "row" in sides or "period" in sides else []
    for bound in thresholds(sentence, start, end) if SIGN.search(sentence.words, start) else ():
        lines = meeting(sentence, bound, table, sides, told, at)
        if not lines:
            return None
        known = frozenset.intersection(*(frozenset(line.names) for line, _ in lines))
        text = sentence.words[bound.claim.start : bound.end]
        every.append(Condition(text, tuple(members for _, members in lines), known))
    every += (
        Condition(sentence.words[one.start : one.end], (one.meeting,), one.known)
        for one in columns_compared(sentence, table)
        if one.side in sides and start <= one.start and one.end <= end
    )
    return _together(every)


def _by_words(sentence: Sentence, start: int, end: int, table: FactTable) -> Iterator[Condition]:
    """For each column of words, those of its words that a part of a sentence names: any of them is asked for."""
    columns = word_columns(table)
    if not columns:
        return
    text = sentence.words[start:end]
    told = [word for _, _, word in words_named(text, columns, _known(table))]
    named = [column for column in columns if column.head and column.head in text]
    for words in _by_column(told, columns):
        own = [column for column in columns if words & column.words]
        own = [column for column in own if column in named] or own
        ways = tuple(frozenset(name for name, cell in one.cells.items() if _has(cell, words)) for one in own)
        yield Condition("、".join(sorted(words)), ways, frozenset(own[0].cells))
    for mark in marks_told(text, columns):
        yield Condition(text[mark.start : mark.end], (mark.members,), frozenset(mark.column.cells))
    for column in named:
        if not is_yes_or_no(column) and column.words & YES and re.search(rf"{re.escape(column.head)}{_DONE}", text):
            marked = frozenset(name for name, cell in column.cells.items() if cell in YES)
            yield Condition(column.head, (marked,), frozenset(column.cells))


def _by_column(told: Sequence[str], columns: Sequence[WordColumn]) -> list[frozenset[str]]:
    """The words that are told, those of one column together."""
    groups: dict[tuple[int, ...], set[str]] = {}
    for word in told:
        holding = tuple(at for at, column in enumerate(columns) if word in column.words)
        groups.setdefault(holding, set()).add(word)
    return [frozenset(words) for words in groups.values()]


def _has(cell: str, words: frozenset[str]) -> bool:
    return cell in words or any(cell.startswith(word) or f"、{word}" in cell or f"・{word}" in cell for word in words)


def _known(table: FactTable) -> list[str]:
    """What may be joined to a word of a cell: the names of columns, and what the rows are."""
    head = plain(table.head)
    endings = [head, head[-2:], head[-1:]] if head else []
    return [name for name in (*endings, *(re.sub(r"\(.*", "", plain(one)) for one in table.columns)) if name]


def _together(every: Sequence[Condition]) -> Condition | None:
    """Several conditions as one that asks for all of them."""
    ways = 1
    for one in every:
        ways *= len(one.ways)
    if not every or ways > _MOST:
        return None
    sets = tuple(dict.fromkeys(frozenset.intersection(*way) for way in product(*(one.ways for one in every))))
    known = frozenset.intersection(*(one.known for one in every))
    return Condition("、".join(one.words for one in every), sets, known)
