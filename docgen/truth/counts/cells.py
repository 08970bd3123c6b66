"""The words in the cells of a table by which its rows are told apart: 完了 and 工事中 in 状況, 第1種 in 種別."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

import docgen.patterns as re
from docgen.bearing.fact import FactTable, dated_label
from docgen.bearing.selection import is_total
from docgen.sentences.plain import plain
from docgen.truth.counts.exact import REST
from docgen.truth.counts.lines import Member
from docgen.value import value

_WORD = re.compile("[一-龥ァ-ヴーA-Za-z]")
_NUMBERED = re.compile(r"第\d{1,2}[一-龥]{0,2}|[一-龥ァ-ヴー]{2,}\d{1,2}|[A-Z]{1,2}\d{0,2}造?")
_JOINS = re.compile("及び|並びに|又は|等|以外")
_FEWEST = 2
_EMPTY = frozenset({"-", "－", "―", "…", "", "*"})
YES = frozenset({"○", "〇", "◯", "●", "✓", "あり", "有", "有り", "済", "済み", "可", "実施", "導入済", "完了"})
"""Marks of what the head of their column tells."""
NO = frozenset({"×", "✕", "なし", "無", "無し", "未", "否", "不可", "未実施", "未導入", "未了", "未完了", *_EMPTY})
"""Marks of what it does not."""


@value(frozen=True, slots=True)
class WordColumn:
    """A column by whose words rows are told apart: its ``head``, and the word of each row by the row's name."""

    head: str
    cells: Mapping[Member, str]

    @property
    def words(self) -> frozenset[str]:
        """Its words."""
        return frozenset(self.cells.values())


# Rules ask for those of a table for each sentence that lists its rows.
@lru_cache(maxsize=1024)
def word_columns(table: FactTable) -> tuple[WordColumn, ...]:
    """The columns of a table whose cells are words that several rows share; a cell of one letter has its head behind it.

    >>> from docgen.bearing.fact import fact_table
    >>> rows = [["北港", "県", "3"], ["南港", "市", "4"], ["東港", "県", "5"]]
    >>> [column] = word_columns(fact_table("ports", "港", ["港", "管理", "船"], rows, "隻"))
    >>> column.head, column.cells["北港"]
    ('管理', '県')
    """
    lines = [tuple(map(plain, line)) for line in table.texts if not is_total(table, line[0]) and line[0] not in REST]
    names = [_name(line[0]) for line in lines]
    heads = [re.sub(r"\(.*", "", plain(column)) for column in table.columns]
    if len(set(names)) < len(names) or len(names) < 3 or any(len(line) != len(heads) + 1 for line in lines):
        return ()
    found: list[WordColumn] = []
    for at, head in enumerate(heads, 1):
        cells = [line[at].strip() for line in lines]
        if max(Counter(cells).values()) > 1 and all(_is_word(cell) for cell in cells) and set(cells) - _EMPTY:
            found.append(WordColumn(head, dict(zip(names, cells, strict=True))))
    return tuple(found)


def _name(label: str) -> Member:
    period, name = dated_label(label)
    return period if period is not None and not name else label


def _is_word(cell: str) -> bool:
    if cell in NO or cell in YES:
        return True
    if any(letter.isdigit() for letter in cell):
        return _NUMBERED.fullmatch(cell) is not None and not cell.endswith(("年", "月", "日"))
    return _WORD.search(cell) is not None or cell in ("あり", "有り", "なし", "無し")


def words_named(text: str, columns: Sequence[WordColumn], known: Sequence[str]) -> list[tuple[int, int, str]]:
    """Where a text has words of some columns, each whole: a name among ``known`` may be joined to it (地方 of 地方港湾).

    A longer word that holds one is that longer word alone: 未整備 for 整備.
    """
    cells = {word for column in columns for word in column.words}
    words = sorted((word for word in cells if len(word) > 1 and _WORD.search(word)), key=len, reverse=True)
    heads = sorted({*known, *(column.head for column in columns)}, key=len, reverse=True)
    taken = [False] * len(text)
    found: list[tuple[int, int, str]] = []
    for name, word in (*((word, word) for word in words), *under_way(cells), *((head, head) for head in heads)):
        start = text.find(name) if name else -1
        while start >= 0:
            end = start + len(name)
            if not any(taken[start:end]):
                taken[start:end] = [True] * len(name)
                found.append((start, end, word))
            start = text.find(name, end)
    ends = {end for _, end, _ in found} | {0}
    starts = {start for start, _, _ in found} | {len(text)}
    return [
        (start, end, word)
        for start, end, word in sorted(found)
        if word in words and _is_whole(text, start, end, starts, ends)
    ]


def under_way(cells: Iterable[str]) -> Sequence[tuple[str, str]]:
    """The verbs that tell what a word of a cell does, each with that word.

    >>> under_way(["稼働中", "完了"])
    [('稼働している', '稼働中'), ('稼働しており', '稼働中')]
    """
    known = set(cells)
    going = sorted(word for word in known if len(word) > _FEWEST and word.endswith("中") and word[:-1] not in known)
    return [(f"{word[:-1]}して{ending}", word) for word in going for ending in ("いる", "おり")]


def _is_whole(text: str, start: int, end: int, starts: set[int], ends: set[int]) -> bool:
    before, behind = text[start - 1 : start], text[end : end + 1]
    if _JOINS.match(text, end):
        behind = ""
    free = start in ends or not _WORD.match(before) or before in "各全"
    joined = _WORD.match(text[end - 1]) and _WORD.match(behind)
    return free and (end in starts or not joined or behind in "済中")
