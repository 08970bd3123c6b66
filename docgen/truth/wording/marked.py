"""The mark that the cells of a row give what a sentence speaks of, as a mark or as the word that it stands for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import docgen.patterns as re
from docgen.bearing.evidence import Legend
from docgen.bearing.fact import FactTable
from docgen.bearing.mentions import mentions
from docgen.sentences.plain import plain
from docgen.truth.sentence import Sentence
from docgen.truth.wording.marks import Use, folded, meanings
from docgen.truth.wording.owners import owners_of, told_at
from docgen.value import value

_SHORTEST = 2
_KANJI = re.compile("[一-龥]")
_FEWEST = 2
"""How many cells of a column must be of a legend for the column to be one of its marks."""


@value(frozen=True, slots=True)
class Marked:
    """The mark of a row, where it stands, and the characters of a sentence that give the row a mark."""

    mark: str
    place: str
    at: tuple[int, int]


def marks_in_cells(
    sentence: Sentence, legend: Legend, use: Use, tables: Sequence[FactTable]
) -> Iterator[Marked]:
    """The one mark of a legend that each row has which a mark in a sentence is told of.

    A cell is read as a mark (◎, III) or as what one means (新規), in columns that have several of them.
    """
    for table in tables:
        for row in owners_of(sentence.words, use, table.rows):
            lines = [line for line in table.texts if line[0] == row]
            if len(lines) != 1:
                continue
            [line] = lines
            columns = [at for at in _columns(sentence, legend, table) if at < len(line)]
            found = {mark for at in columns for mark in [_mark_of(line[at], legend)] if mark}
            if len(found) == 1:
                yield Marked(found.pop(), f"{table.name}/{row}", told_at(sentence.words, use, table.rows, row))


def _columns(sentence: Sentence, legend: Legend, table: FactTable) -> list[int]:
    """The columns that hold marks: those that the sentence names, where it names any."""
    longest = max((len(line) for line in table.texts), default=0)
    held = [
        at
        for at in range(1, longest)
        if sum(bool(_mark_of(line[at], legend)) for line in table.texts if at < len(line)) >= _FEWEST
    ]
    if longest != len(table.columns) + 1:
        return held
    named = {mention.label for mention in mentions(sentence.words, table.columns)}
    own = [at for at in held if table.columns[at - 1] in named]
    return own or held


def _mark_of(cell: str, legend: Legend) -> str:
    """The mark that a cell is, or whose meaning it is; "" for neither."""
    known = meanings(legend)
    if folded(cell) in known:
        return folded(cell)
    words = plain(cell).strip()
    same = [mark for mark, meaning in known.items() if meaning == words]
    # 平日のみ is 平日のみ運行 of no other mark's meaning.
    same = same or [mark for mark, meaning in known.items() if _holds(meaning, words) or _holds(words, meaning)]
    return same[0] if len(same) == 1 else ""


def _holds(words: str, part: str) -> bool:
    """Whether some words begin with others, or end with them: 休止中 and 休止, 県の施設 and 県."""
    if len(part) == 1 and _KANJI.match(part):
        return words.startswith(tuple(f"{part}{link}" for link in "のがは立営有"))
    return len(part) >= _SHORTEST and (words.startswith(part) or words.endswith(part)) and not re.search("[0-9]", words)
