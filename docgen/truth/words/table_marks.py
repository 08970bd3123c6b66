"""Marks in the cells of a table, against the legend of its slide and the numbers of their row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from docgen.bearing.evidence import Evidence, Legend
from docgen.bearing.fact import FactTable
from docgen.breach import Breach
from docgen.errors import Located, SlidePosition
from docgen.truth.sentence import Sentence
from docgen.truth.wording.aim import aim_of_row
from docgen.truth.wording.marks import SYMBOLS, folded, meanings
from docgen.truth.wording.meaning import meets

_PLAIN = Legend(
    "達成状況",
    {
        **dict.fromkeys(("達成", "達成済", "達成済み"), "目標値に達している"),
        **dict.fromkeys(("未達", "未達成"), "目標値に達していない"),
    },
)
"""What the words of a judgement mean without a legend."""
_FEWEST = 2
"""How many cells of a column must be marks of a legend for another to be one that it lacks."""


def marks_of_tables(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A cell with a mark that the legend of its slide does not have, or that the target and the result of its row deny."""
    for table in evidence.tables:
        own = [legend for legend in evidence.legends if _is_of(legend, table)]
        # 達成 and 未達 need no legend.
        plain_words = [] if any(_PLAIN.marks.keys() & legend.marks.keys() for legend in own) else [_PLAIN]
        for legend in (*own, *plain_words):
            if _is_of(legend, table) or legend is _PLAIN:
                for column in range(1, max((len(line) for line in table.texts), default=0)):
                    yield from _of_column(legend, table, column)


def _is_of(legend: Legend, table: FactTable) -> bool:
    at, of = legend.where, table.where
    if not isinstance(at, SlidePosition) or not isinstance(of, SlidePosition):
        return False
    return (at.file, at.slide) == (of.file, of.slide)


def _of_column(legend: Legend, table: FactTable, column: int) -> Iterator[Breach]:
    known = meanings(legend)
    cells = [(row, folded(line[column])) for row, line in enumerate(table.texts) if column < len(line)]
    marks = [(row, cell) for row, cell in cells if cell in known and cell != "-"]
    if len(marks) < _FEWEST:
        return
    for row, cell in cells:
        if len(cell) == 1 and cell in SYMBOLS and cell not in known:
            yield Breach(
                "mark-undefined",
                _place(table, row, column),
                mark=cell,
                legend=legend.of,
                marks=tuple(legend.marks),
                sentence=" ".join(table.texts[row]),
            )
    for row, cell in marks:
        aim = aim_of_row(table, table.texts[row][0])
        held = {mark: meets(meaning, aim) for mark, meaning in known.items()} if aim is not None else {}
        right = [mark for mark, holds in held.items() if holds]
        if legend is _PLAIN:
            # Of several words for one judgement, that which the column has.
            right = [*(mark for mark in right if mark in {other for _, other in cells}), *right][:1]
        if aim is not None and held.get(cell) is False and len(right) == 1:
            yield Breach(
                "mark-against-values",
                _place(table, row, column),
                mark=cell,
                legend=legend.of,
                meaning=known[cell],
                right=next(mark for mark in legend.marks if folded(mark) == right[0]),
                told=aim.place,
                sentence=" ".join(table.texts[row]),
            )


def _place(table: FactTable, row: int, column: int) -> Located:
    where = table.where
    if isinstance(where, SlidePosition) and where.row:
        return replace(where, row=where.row + row, column=where.column + column)
    return where if isinstance(where, SlidePosition) else table.name
