"""What a deck says, as values."""

from __future__ import annotations

from dataclasses import replace

import docgen.patterns as re
from docgen.bearing.evidence import Statement
from docgen.bearing.fact import FactTable
from docgen.errors import SlidePosition
from docgen.value import value


@value(frozen=True, slots=True)
class OpenedGrid:
    """A table as printed, row by row, the text of a merged cell in each of its places."""

    where: SlidePosition
    rows: tuple[tuple[str, ...], ...]


@value(frozen=True, slots=True)
class OpenedSeries:
    """A series of a chart; a gap is None."""

    name: str
    values: tuple[float | None, ...]


@value(frozen=True, slots=True)
class OpenedChart:
    """A chart by its data; ``title`` is its own, ``percent`` tells that it shows parts of one as %."""

    where: SlidePosition
    title: str
    categories: tuple[str, ...]
    series: tuple[OpenedSeries, ...]
    percent: bool


@value(frozen=True, slots=True)
class OpenedSlide:
    """What a slide says: ``number`` from 1, ``title`` ("" for none), its texts in reading order, its tables of facts.

    ``name`` is what a program calls it ("" where it does not); ``grids`` and ``charts`` are what its tables of facts
    are made of; ``outside`` are the places of what reaches over its edge.
    """

    number: int
    title: str
    texts: tuple[Statement, ...]
    tables: tuple[FactTable, ...]
    name: str = ""
    grids: tuple[OpenedGrid, ...] = ()
    charts: tuple[OpenedChart, ...] = ()
    outside: tuple[SlidePosition, ...] = ()

    @property
    def sentences_of_cells(self) -> tuple[Statement, ...]:
        """The sentences that stand in cells of tables, each once; numbers, names and labels are none."""
        said: dict[str, Statement] = {}
        for grid in self.grids:
            for row, line in enumerate(grid.rows, start=1):
                for column, cell in enumerate(line, start=1):
                    place = replace(grid.where, row=row, column=column)
                    for text in filter(is_sentence, cell.splitlines()):
                        said.setdefault(text, Statement(text, self.title, place))
        return tuple(said.values())


@value(frozen=True, slots=True)
class OpenedDeck:
    """What a deck says; ``name`` is its file's."""

    name: str
    slides: tuple[OpenedSlide, ...]

    @property
    def tables(self) -> tuple[FactTable, ...]:
        """The tables and charts of all slides."""
        return tuple(table for slide in self.slides for table in slide.tables)

    @property
    def texts(self) -> tuple[Statement, ...]:
        """The texts of all slides."""
        return tuple(text for slide in self.slides for text in slide.texts)

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The texts of all slides, and the sentences of their cells."""
        return tuple(text for slide in self.slides for text in (*slide.texts, *slide.sentences_of_cells))


def is_sentence(text: str) -> bool:
    """Whether a text is a sentence, or reads like one: it ends in 。, or is long and has a particle in it.

    >>> is_sentence("輸出が120億円に増加"), is_sentence("輸出額（億円）"), is_sentence("東京農工大学")
    (True, False, False)
    """
    return text.rstrip().endswith("。") or (len(text.strip()) >= _SENTENCE and bool(_PARTICLE.search(text)))


_SENTENCE = 10  # characters
_PARTICLE = re.compile("[一-龥ァ-ヴー0-9０-９a-zA-Z%％)）」][はがをにで][一-龥ァ-ヴー0-9０-９「（]")
